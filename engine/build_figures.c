/* build_figures.c: dates and times written in figures alone: 27/10/1962, 20021027T0200Z, 112130Z, 1962-300. */
#include "builders.h"
#include "civil.h"
#include "text.h"

/* "Case No. 19-07-1143", "Invoice 03-04-2020": a number that papers are filed by. */
static bool is_filed(const build_context *c) {
    size_t at;
    if (sign_before(c, &at) == '.') at--; /* "No." */
    annals_text word = word_before(c, at);
    return in_context(c->grammar, word, CONTEXT_NUMBER_FIELD) || has_role(c->grammar, word, ROLE_NUMBERED_PAPER);
}

/* "27-10-1962": nobody wrote so before there were files. */
bool build_dashed(const build_context *c, expr *e) {
    enum { FIRST_YEAR = 1500 };
    return c->arguments[2].value >= FIRST_YEAR && !is_filed(c) && build_numeric(c, e);
}

/* Three numbers; what cannot be a month settles the order, else the month comes first until the document says more. */
bool build_numeric(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t first = a[0].value, second = a[1].value;
    if (a[0].digits > 2 || a[1].digits > 2 || first < 1 || second < 1 || (first > 12 && second > 12)) return false;
    set_year(e, &a[2]);
    bool day_first = first > 12;
    e->day = day_first ? first : second;
    e->month = day_first ? second : first;
    e->order = day_first         ? ORDER_DAY_FIRST
               : second > 12     ? ORDER_MONTH_FIRST
               : first != second ? ORDER_UNSURE
                                 : ORDER_PLAIN;
    e->impossible = !day_possible(e);
    return e->day <= 31;
}

/* Who acts wrote it down so: "entered 19380417", "filed 5-1-73"; nothing is counted. */
static bool told_of(const build_context *c) {
    size_t at;
    if (!is_letter(sign_before(c, &at)) || byte_before(c, c->start) != ' ') return false;
    annals_text verb = word_before(c, at);
    if (has_role(c->grammar, verb, ROLE_SCORE) || in_context(c->grammar, verb, CONTEXT_COPULA)) return false;
    return in_context(c->grammar, verb, CONTEXT_PAST | CONTEXT_PARTICIPLE) && !counts_something(c);
}

/* "5-1-73 order entered", "5-1-73: entered": the date heads the entry. */
static bool heads_entry(const build_context *c) {
    size_t at;
    uint32_t sign = sign_before(c, &at);
    bool heads = !sign || sign == ';' || byte_before(c, c->start) == '\n';
    return heads && byte_in(byte_at(c, c->end), " :") && !counts_something(c);
}

/* "Letter, 5-3-62, to his wife": between commas, and in no row of numbers */
static bool stands_between_commas(const build_context *c) {
    size_t at;
    bool comma = sign_before(c, &at) == ',' && byte_at(c, c->end) == ',';
    size_t behind = after_spaces(c, c->end + 1);
    return comma && byte_before(c, c->start) == ' ' && is_letter((unsigned char)byte_before(c, at - 1)) &&
           is_letter((unsigned char)byte_at(c, behind));
}

/* (two numbers, two digits of a year): dashes part the numbers of many things, so that only a verb or an entry tells */
bool build_dashed_told(const build_context *c, expr *e) {
    enum { NO_DAY = 32 }; /* the last number can be nothing but a year */
    if (c->arguments[2].value < NO_DAY || !(told_of(c) || heads_entry(c) || stands_between_commas(c))) return false;
    return build_numeric(c, e) && !e->impossible;
}

/* One end of a range in figures, whose year stands behind both. */
static bool end_in_figures(const build_context *c, int first, expr *e) {
    build_argument numbers[RULE_ARGUMENTS] = {c->arguments[first], c->arguments[first + 1], c->arguments[4]};
    build_context inner = *c;
    inner.arguments = numbers;
    return build_numeric(&inner, e) && !e->impossible;
}

static bool forward(const expr *from, const expr *to, bool swapped) {
    int32_t a = swapped ? from->day * 100 + from->month : from->month * 100 + from->day;
    int32_t b = swapped ? to->day * 100 + to->month : to->month * 100 + to->day;
    return a < b;
}

static void take_order(expr *e, bool day_first) {
    int32_t month = e->month;
    if (e->order != ORDER_UNSURE) return;
    e->order = day_first ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
    if (day_first) e->month = e->day, e->day = month;
}

/* (two numbers, two numbers, year): "12/5-3/6/1938"; both ends are written in one order, and time goes forward. */
bool build_numeric_range(const build_context *c, expr *e) {
    expr from = blank(EXPR_POINT), to = blank(EXPR_POINT);
    if (!end_in_figures(c, 0, &from) || !end_in_figures(c, 2, &to)) return false;
    bool open = from.order == ORDER_UNSURE && to.order == ORDER_UNSURE;
    bool days = from.order == ORDER_DAY_FIRST || to.order == ORDER_DAY_FIRST;
    if (open && forward(&from, &to, false) != forward(&from, &to, true)) {
        days = forward(&from, &to, true);
        open = false;
    }
    if (!open) {
        take_order(&from, days);
        take_order(&to, days);
    }
    part_range(c, e, &c->arguments[1], &c->arguments[2]);
    return (open || forward(&from, &to, false)) && set_ends(c, e, from, to);
}

/* (two or three digits, the rest, month, day): an editor gives in square brackets what the year lacks: "19[38]" */
bool build_year_supplied(const build_context *c, expr *e) {
    enum { OF_YEAR = 4, LEAST = 1400, MOST = 2100 };
    const build_argument *a = c->arguments;
    bool whole = a[0].digits + a[1].digits == OF_YEAR && a[1].digits <= 2;
    bool brackets = byte_at(c, a[0].end) == '[' && a[0].end + 1 == a[1].start;
    size_t doubt = a[1].end + (byte_at(c, a[1].end) == '?');
    if (!whole || !brackets || byte_at(c, doubt) != ']') return false;
    e->year = a[0].value * (a[1].digits == 2 ? 100 : 10) + a[1].value;
    e->month = value_or(&a[2], UNSET);
    e->day = value_or(&a[3], UNSET);
    e->uncertain = doubt > a[1].end;
    return e->year >= LEAST && e->year <= MOST;
}

/* "18/03  Statements taken": day and month open the line of an entry. */
bool build_log_figures(const build_context *c, expr *e) {
    return c->opens && build_numeric(c, e);
}

/* "12.3.56 E.": degrees, minutes and seconds of a longitude, and nobody's first letter behind a date */
static bool is_coordinate(const build_context *c) {
    size_t at = after_spaces(c, c->end);
    if (!byte_at(c, at) || !byte_in(byte_at(c, at), "NSEWO")) return false;
    at += byte_at(c, at + 1) == '.' ? 2 : 1;
    return !byte_at(c, at) || byte_in(byte_at(c, at), ",;)\n");
}

/* Full stops between the numbers: the day comes first wherever it can, and the option does not ask for the month. */
bool build_dotted(const build_context *c, expr *e) {
    bool address = byte_at(c, c->end) == '.' && is_digit((unsigned char)byte_at(c, c->end + 1)); /* "10.12.19.62" */
    if (address || is_coordinate(c) || !build_numeric(c, e)) return false;
    if (e->order != ORDER_UNSURE) return true;
    int32_t day = e->month;
    e->month = e->day;
    e->day = day;
    e->order = ORDER_DOTTED;
    return true;
}

/* "18.3 Rain", "18.3. Rain" */
bool build_log_stopped(const build_context *c, expr *e) {
    return c->opens & OPENS_ENTRY && build_dotted(c, e);
}

/* "open 24/7" */
static bool is_always(const build_context *c) {
    enum { HOURS = 24, DAYS = 7 };
    return c->arguments[0].value == HOURS && c->arguments[1].value == DAYS;
}

/* "on 17/03", "by 31/3": as no fraction is written, of two figures each, or with more than a month above the line */
bool build_day_figures(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    bool figures = a[0].digits == 2 && a[1].digits == 2;
    if (is_always(c) || !stands_alone(c) || in_context(c->grammar, word_behind(c), CONTEXT_GENITIVE)) return false;
    return build_numeric(c, e) && (figures || e->order == ORDER_DAY_FIRST);
}

/* "the 10/28 meeting": no fraction, and no doubt which of the two is the month */
bool build_figures_of_event(const build_context *c, expr *e) {
    if (is_always(c) || !has_role(c->grammar, word_behind(c), ROLES_OF(ROLE_OCCASION, ROLE_HAPPENING))) return false;
    return build_numeric(c, e) && e->order != ORDER_UNSURE && !e->impossible;
}

/* (month, day): "on 18/VII", and neither "on 3-V" of the men nor what goes on with a year */
bool build_roman_day(const build_context *c, expr *e) {
    size_t next;
    char sign = byte_at(c, c->arguments[1].end);
    e->month = c->arguments[0].value;
    e->day = c->arguments[1].value;
    bool ends =
        byte_at(c, c->end) == '.' ? !is_digit((unsigned char)byte_at(c, after_spaces(c, c->end + 1))) : stands_alone(c);
    bool glued = byte_in(sign, "./-") && !is_space(sign_at(c, c->arguments[1].end + 1, &next));
    return glued && ends && day_possible(e) && !in_context(c->grammar, word_behind(c), CONTEXT_GENITIVE);
}

/* (month, day): "18-Jul", where nothing stands around the dash */
bool build_glued_day_month(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->month = a[0].value;
    e->day = a[1].value;
    return a[0].start == a[1].end + 1 && stands_alone(c) && day_possible(e);
}

/* (day, month, weekday): "Sunday 23/2" */
bool build_weekday_figures(const build_context *c, expr *e) {
    if (!stands_alone(c) || in_context(c->grammar, word_behind(c), CONTEXT_GENITIVE)) return false;
    build_argument numbers[RULE_ARGUMENTS] = {c->arguments[0], c->arguments[1]};
    build_context inner = *c;
    inner.arguments = numbers;
    e->weekday = c->arguments[2].value;
    return build_numeric(&inner, e);
}

/* "can you come on 3/4?", in letters; but "on 3/4 of the farms", and "open on 24/7" */
bool build_day_figures_led(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->letter_only = a[0].digits != 2 || a[1].digits != 2;
    return !is_always(c) && stands_alone(c) && !in_context(c->grammar, word_behind(c), CONTEXT_GENITIVE) &&
           build_numeric(c, e);
}

/* (two figures, two figures, year): "22 02 2016", and not in a row of numbers */
bool build_spaced(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    unsigned char before = (unsigned char)byte_before(c, before_spaces(c, c->start));
    bool row = is_digit(before) || a[0].digits != 2 || a[1].digits != 2;
    return !row && build_before_no_number(c, e) && stands_alone(c) && build_dotted(c, e);
}

static bool set_clock(expr *e, int32_t hour, int32_t minute, int32_t second) {
    if (hour > 24 || minute > 59 || second > 59 || (hour == 24 && (minute || second > 0))) return false;
    e->hour = hour;
    e->minute = minute;
    e->second = second;
    return true;
}

/* (year, month, day, hour, minute, second, zone or the sign of an offset, its hours, its minutes) */
bool build_iso_time(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (!build_ymd(c, e) || !set_clock(e, a[3].value, a[4].value, value_or(&a[5], UNSET))) return false;
    bool together = a[7].digits == 4; /* "+0530" */
    int32_t hours = together ? a[7].value / 100 : a[7].value,
            minutes = together ? a[7].value % 100 : value_or(&a[8], 0);
    if (together && (hours > 14 || minutes > 59)) return false;
    if (a[7].present) e->zone_offset = a[6].value * (hours * 60 + minutes);
    else if (a[6].present) set_zone(c, e, &a[6]);
    return true;
}

static bool take_compact_day(expr *e, int32_t figures) {
    e->year = figures / 10000;
    e->month = figures / 100 % 100;
    e->day = figures % 100;
    return civil_valid(e->year, e->month, e->day);
}

/* (year, month and day in eight figures) */
bool build_compact_date(const build_context *c, expr *e) {
    return take_compact_day(e, c->arguments[0].value);
}

/* (year, month and day in eight figures): "entered 19380417" */
bool build_compact_date_told(const build_context *c, expr *e) {
    return told_of(c) && build_compact_date(c, e);
}

/* (date in eight figures, time in four or six, zone) */
bool build_compact_time(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t t = a[1].value;
    bool seconds = a[1].digits == 6;
    if (!take_compact_day(e, a[0].value)) return false;
    if (!set_clock(e, seconds ? t / 10000 : t / 100, seconds ? t / 100 % 100 : t % 100, seconds ? t % 100 : UNSET))
        return false;
    set_zone(c, e, &a[2]);
    return true;
}

/* (year, day of the year) */
bool build_ordinal_day(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int64_t first = annals_day_of_civil(a[0].value, 1, 1);
    if (a[1].value < 1 || first + a[1].value > annals_day_of_civil((int64_t)a[0].value + 1, 1, 1)) return false;
    set_date(e, first + a[1].value - 1);
    return true;
}

/* "112130Z AUG 64": (day, hour and minute in six figures, or 0; zone; month; year; day; hour and minute) */
bool build_group(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t day = said(&a[0]) ? a[0].value / 10000 : a[4].value;
    int32_t clock = said(&a[0]) ? a[0].value % 10000 : a[5].value;
    if (said(&a[0]) && a[0].end - a[0].start != 6) return false; /* "30,000 U.S. troops" */
    if (day < 1 || day > 31 || !set_clock(e, clock / 100, clock % 100, UNSET)) return false;
    e->day = day;
    if (a[1].start < a[1].end) set_zone(c, e, &a[1]);
    if (said(&a[2])) e->month = a[2].value;
    set_year(e, &a[3]);
    e->impossible = !day_possible(e);
    return true;
}

/* (month, year): "03/62" only where no fraction can be meant. */
bool build_month_figures(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (a[1].digits == 2 && (a[0].digits != 2 || a[1].value < 13)) return false;
    e->month = a[0].value;
    set_year(e, &a[1]);
    return a[1].digits == 4 || stands_alone(c);
}

/* (month, year, month, year): "5/1936-11/1936" */
bool build_month_figures_across(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr from = blank(EXPR_POINT), to = blank(EXPR_POINT);
    from.month = a[0].value;
    from.year = a[1].value;
    to.month = a[2].value;
    to.year = a[3].value;
    part_range(c, e, &a[1], &a[2]);
    bool forth = from.year < to.year || (from.year == to.year && from.month < to.month);
    return forth && set_ends(c, e, from, to);
}

/* (month, digit, digit that an editor gives, year): "October 2[2], 1962" */
bool build_bracketed_day(const build_context *c, expr *e) {
    enum { TENS = 10 };
    const build_argument *a = c->arguments;
    bool brackets = byte_at(c, a[1].end) == '[' && a[1].end + 1 == a[2].start && byte_at(c, a[2].end) == ']';
    e->month = a[0].value;
    e->day = TENS * a[1].value + a[2].value;
    e->uncertain = true;
    set_year(e, &a[3]);
    return brackets && day_possible(e);
}
