/* build_calendar.c: nth weekdays, weeks, quarters, years of accounts, years in words. */
#include "builders.h"
#include "calendar.h"
#include "civil.h"
#include "text.h"

enum { FIRST_HALF = 4, SECOND_HALF, FIRST_QUARTER = 7 }; /* values of expr.third */

/* ---------------------------------------------------------------- within a month or a year */

/* (which, weekday, month, year) */
bool build_nth_weekday(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (a[0].value > 5 || a[0].value < -2) return false;
    e->nth = a[0].value;
    e->weekday = a[1].value;
    e->month = a[2].value;
    set_year(e, &a[3]);
    return true;
}

/* (nth, its first day, month, year): "the first weekend in March" */
bool build_nth_weekend(const build_context *c, expr *e) {
    e->weekend = true;
    return build_nth_weekday(c, e);
}

/* (nth, weekday, month, year; how many weekdays after it, and which): "the first Tuesday after the first Monday in
 * November" */
bool build_weekday_after_nth(const build_context *c, expr *e) {
    enum { DAYS_OF_WEEK = 7 };
    const build_argument *a = c->arguments;
    int32_t ahead = (a[5].value - a[1].value + DAYS_OF_WEEK) % DAYS_OF_WEEK;
    if (!build_nth_weekday(c, e) || a[0].value < 1 || a[4].value < 1 || a[4].value > 4) return false;
    e->shift = (ahead ? ahead : DAYS_OF_WEEK) + DAYS_OF_WEEK * (a[4].value - 1);
    return true;
}

/* A month, said of a year, of what was said, or of the day of speaking. */
static bool is_month(const expr *d) {
    bool relative = d && d->base != BASE_NONE && d->unit == UNIT_MONTH && d->month == UNSET;
    bool named = d && d->month != UNSET && d->day == UNSET && d->last_day == UNSET && d->week_of_month == UNSET;
    return is_point(d) && (relative || named) && !d->third && !d->limit && !d->nth && !has_clock(d);
}

static bool is_year(const expr *d) {
    bool relative = d && d->base != BASE_NONE && d->unit == UNIT_YEAR;
    bool plain = d && d->year != UNSET && d->month == UNSET && d->season == UNSET && d->quarter == UNSET;
    return is_point(d) && (relative || plain) && d->last_day == UNSET && !d->third && !d->limit && !d->fiscal &&
           d->iso_week == UNSET;
}

/* Take the month or year that a day is counted in. */
static void within(expr *e, const expr *d) {
    if (d->base != BASE_NONE) e->of = d;
    e->month = d->month;
    e->year = d->year;
    e->short_year = d->short_year;
    e->era = d->era;
}

/* "the month" is the one that is spoken of. */
static const expr *month_spoken_of(const build_context *c) {
    expr *month = &c->room->ends[0];
    *month = blank(EXPR_POINT);
    month->base = BASE_STORY;
    month->unit = UNIT_MONTH;
    return month;
}

/* (which, weekday, month as a date or none) */
bool build_nth_weekday_in(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    const expr *month = a[2].present ? a[2].node : month_spoken_of(c);
    if (!is_month(month) || a[0].value > 5 || a[0].value < -2) return false;
    e->nth = a[0].value;
    e->weekday = a[1].value;
    within(e, month);
    return true;
}

/* "the last week of the month": (which) */
bool build_week_of_month_in(const build_context *c, expr *e) {
    e->week_of_month = c->arguments[0].value;
    within(e, month_spoken_of(c));
    return e->week_of_month > 0 && e->week_of_month <= 5;
}

/* "the third day of the month", "the last day of 1962": (which, month or year, or none) */
bool build_day_in(const build_context *c, expr *e) {
    const expr *d = c->arguments[1].present ? c->arguments[1].node : month_spoken_of(c);
    int32_t which = c->arguments[0].value;
    bool month = is_month(d);
    if (!month && !(is_year(d) && (which == 1 || which == -1))) return false;
    within(e, d);
    e->unit = UNIT_DAY;
    e->first_of = which == 1;
    e->last_of = which == -1;
    if (which > 1) e->day = which;
    return which >= -1 && which <= 31;
}

/* "the first of next month" */
bool build_day_of_month_in(const build_context *c, expr *e) {
    const expr *d = c->arguments[1].node;
    bool month = is_point(d) && d->base && (d->unit == UNIT_MONTH || (d->month != UNSET && d->day == UNSET));
    return month && build_day_in(c, e);
}

/* (day of the New Style, month, day of the Old Style): "on the 19/30th of last month" */
bool build_two_styles_in(const build_context *c, expr *e) {
    enum { LEAST_GAP = 10, MOST_GAP = 13 };
    const build_argument *a = c->arguments;
    int32_t gap = a[0].value - a[2].value;
    return gap >= LEAST_GAP && gap <= MOST_GAP && build_day_of_month_in(c, e);
}

/* (month, year) */
bool build_last_day(const build_context *c, expr *e) {
    enum { FEBRUARY = 2, ANY_YEAR = 2001 };
    e->month = c->arguments[0].value;
    set_year(e, &c->arguments[1]);
    e->last_of = e->month == FEBRUARY || c->arguments[1].present;
    if (e->last_of) e->unit = UNIT_DAY;
    else e->day = civil_month_length(ANY_YEAR, e->month);
    return true;
}

/* "second-to-last", "penultimate", and no "second day of May" */
static bool is_last_but_one(const build_context *c) {
    annals_text words = own_words(c);
    return text_find(words, "last", 0) != SIZE_MAX || text_find(words, "enultimate", 0) != SIZE_MAX;
}

/* (month, year): "the second-to-last day of May" */
bool build_last_day_but_one(const build_context *c, expr *e) {
    e->shift = -1;
    return is_last_but_one(c) && build_last_day(c, e);
}

/* (weekday, month, year): "the second last Friday of May" */
bool build_last_but_one(const build_context *c, expr *e) {
    build_argument whole[RULE_ARGUMENTS] = {
        {.present = true, .value = -2}, c->arguments[0], c->arguments[1], c->arguments[2]};
    build_context inner = *c;
    inner.arguments = whole;
    return is_last_but_one(c) && build_nth_weekday(&inner, e);
}

/* (quarter, year, 1 for a year of accounts) */
bool build_quarter(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (a[0].value < 1 || a[0].value > 4) return false;
    e->quarter = a[0].value;
    set_year(e, &a[1]);
    e->fiscal = a[2].present;
    return true;
}

/* (which, year): "the 100th day of 1962" */
bool build_day_of_year(const build_context *c, expr *e) {
    int32_t nth = c->arguments[0].value, year = c->arguments[1].value;
    int64_t given, day = annals_day_of_civil(year, 1, 1) + nth - 1;
    set_year(e, &c->arguments[1]);
    annals_civil_of_day(day, &given, &e->month, &e->day);
    return nth > 0 && given == year;
}

/* (count, year, side): "the first three months of 1917", the quarter or the half that they are */
bool build_months_of_year(const build_context *c, expr *e) {
    enum { QUARTER = 3, HALF = 6, LAST_QUARTER = 4 };
    const build_argument *a = c->arguments;
    bool begin = a[2].value > 0;
    set_year(e, &a[1]);
    if (a[0].value == QUARTER) e->quarter = begin ? 1 : LAST_QUARTER;
    else e->third = begin ? FIRST_HALF : SECOND_HALF;
    return a[0].value == QUARTER || a[0].value == HALF;
}

/* "in the third quarter", but not that of a game */
bool build_quarter_alone(const build_context *c, expr *e) {
    return !in_context(c->grammar, word_behind(c), CONTEXT_NAME_HEAD) && build_quarter(c, e);
}

/* "Q3 sales rose", "Q3 was weak", in letters and news; but "Q3 was hard to answer" */
bool build_quarter_told(const build_context *c, expr *e) {
    enum { MOST_WORDS = 3 };
    size_t start, end = c->end;
    e->letter_only = true;
    for (int i = 0; i < MOST_WORDS && byte_at(c, end) == ' ' && word_from(c, end, &start, &end); i++) {
        annals_text word = look(c, start, end);
        if (has_role(c->grammar, word, ROLE_TRADING)) return build_quarter(c, e);
        if (!in_context(c->grammar, word, CONTEXT_COPULA | CONTEXT_MODAL | CONTEXT_FUTURE | CONTEXT_INFINITIVE)) break;
    }
    return false;
}

/* From one number to another, of the year that may stand behind them. */
static void range_in_year(const build_context *c, expr *e, expr *from, expr *to) {
    const build_argument *a = c->arguments;
    *from = *to = blank(EXPR_POINT);
    set_year(from, &a[2]);
    set_year(to, &a[2]);
    part_range(c, e, &a[0], &a[1]);
}

/* (quarter, a later one, year): "Q1-Q3" */
bool build_quarter_range(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr from, to;
    range_in_year(c, e, &from, &to);
    from.quarter = a[0].value;
    to.quarter = a[1].value;
    e->second_start = a[1].start - 1; /* its letter */
    return from.quarter < to.quarter && set_ends(c, e, from, to);
}

/* (how many away): "this quarter", but not that of a town */
bool build_quarter_relative(const build_context *c, expr *e) {
    e->base = BASE_STORY;
    e->unit = UNIT_QUARTER;
    e->count = c->arguments[0].value;
    return !(contexts_of(c->grammar, word_behind(c)) & (CONTEXT_NAME_HEAD | CONTEXT_GENITIVE));
}

/* (how many quarters away): "the year-ago quarter" */
bool build_quarter_said(const build_context *c, expr *e) {
    e->base = BASE_SAID;
    e->unit = UNIT_QUARTER;
    e->count = c->arguments[0].value;
    e->direction = -1;
    return true;
}

/* (quarter, year or century as a date); quarters of centuries are the portions behind the halves */
bool build_quarter_in(const build_context *c, expr *e) {
    const expr *d = c->arguments[1].node;
    if (is_point(d) && d->century != UNSET && !d->third && c->arguments[0].value <= 4) {
        *e = *d;
        e->third = FIRST_QUARTER - 1 + c->arguments[0].value;
        return true;
    }
    bool accounts = is_point(d) && d->fiscal && d->quarter == UNSET;
    if (c->arguments[0].value > 4 || !(accounts || is_year(d))) return false;
    within(e, d);
    e->fiscal = d->fiscal;
    e->quarter = c->arguments[0].value;
    return true;
}

/* (half, year, 1 for a year of accounts) */
bool build_half(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (a[0].value < 1 || a[0].value > 2) return false;
    e->third = a[0].value == 1 ? FIRST_HALF : SECOND_HALF;
    set_year(e, &a[1]);
    e->fiscal = a[2].present;
    return true;
}

/* (half): "in H1", "first-half sales", of the year that is spoken of */
bool build_half_alone(const build_context *c, expr *e) {
    if (!build_half(c, e)) return false;
    e->base = BASE_STORY;
    e->unit = UNIT_YEAR;
    e->count = 0;
    e->direction = 2;
    if (in_context(c->grammar, word_behind(c), CONTEXT_GENITIVE)) return false; /* that of a game */
    return is_letter((unsigned char)byte_at(c, c->start + 1)) || stands_alone(c) || verb_follows(c);
}

/* (year, or the first of two years) named after the one it ends in */
bool build_fiscal(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (a[1].present && a[1].value % 100 != (a[0].value + 1) % 100) return false;
    set_year(e, &a[0]);
    if (a[1].present) e->year++;
    if (a[2].present)
        e->fiscal_start = (int16_t)a[2].value; /* where two years name one of taxes it is the British one */
    e->fiscal = true;
    return true;
}

/* (first year, last year): "fiscal years 1974 through 1976" */
bool build_fiscal_years(const build_context *c, expr *e) {
    expr from = blank(EXPR_POINT), to = blank(EXPR_POINT);
    set_year(&from, &c->arguments[0]);
    set_year(&to, &c->arguments[1]);
    from.fiscal = to.fiscal = true;
    part_range(c, e, &c->arguments[0], &c->arguments[1]);
    return from.year < to.year && set_ends(c, e, from, to);
}

/* ---------------------------------------------------------------- weeks */

/* (week, a later one, year): "weeks 31-33" */
bool build_iso_weeks(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr from, to;
    range_in_year(c, e, &from, &to);
    from.iso_week = a[0].value;
    to.iso_week = a[1].value;
    if (!a[2].present && in_context(c->grammar, word_behind(c), CONTEXT_GENITIVE)) return false; /* "of pregnancy" */
    return from.iso_week > 0 && from.iso_week < to.iso_week && set_ends(c, e, from, to);
}

/* (week, year, weekday) */
bool build_iso_week(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (a[0].value < 1 || a[0].value > 53) return false;
    set_year(e, &a[1]);
    if (a[1].present && calendar_week(e->year, a[0].value).first == CALENDAR_NO_DAY) return false;
    e->iso_week = a[0].value;
    if (!a[2].present) return true;
    if (a[2].value < 1 || a[2].value > 7) return false;
    int64_t year;
    int month, day;
    annals_civil_of_day(calendar_week(e->year, a[0].value).first + a[2].value - 1, &year, &month, &day);
    *e = blank(EXPR_POINT);
    e->year = (int32_t)year;
    e->month = month;
    e->day = day;
    return true;
}

/* (year, month, day) */
bool build_weekend_of(const build_context *c, expr *e) {
    e->weekend = true;
    return build_ymd(c, e) && !e->impossible;
}

/* (day, 1): "the weekend of the 15th" */
bool build_weekend_of_day(const build_context *c, expr *e) {
    e->weekend = true;
    return build_nth_day(c, e);
}

/* (-1 last, -2 the one before, 0 this, 1 next; absent: as the tense has it) */
bool build_weekend(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->weekend = true;
    e->base = BASE_STORY;
    e->unit = UNIT_WEEK;
    if (a[0].present) e->direction = a[0].value ? a[0].value : 2;
    return true;
}

/* "the Bank Holiday weekend": of the nearest such holiday, and which are kept differs from land to land */
bool build_weekend_doubted(const build_context *c, expr *e) {
    e->uncertain = true;
    return build_weekend(c, e);
}

/* (0 that, 1 the one after): "that weekend" */
bool build_weekend_said(const build_context *c, expr *e) {
    bool built = build_weekend(c, e);
    e->base = BASE_SAID;
    return built;
}

/* "the weekend was quiet", "they spent the weekend at home", but not "the weekend cottage" */
bool build_weekend_alone(const build_context *c, expr *e) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_FUTURE | CONTEXT_MODAL | CONTEXT_PARTICIPLE;
    bool spent = has_role(c->grammar, word_before(c, before_spaces(c, c->start)), ROLE_SPENT);
    spent = spent && (stands_alone(c) || in_context(c->grammar, word_behind(c), CONTEXT_DOING));
    return (spent || contexts_of(c->grammar, word_behind(c)) & verbs) && build_weekend(c, e);
}

/* ---------------------------------------------------------------- centuries and more */

/* "in the new year": the one that is begun next */
bool build_new_year(const build_context *c, expr *e) {
    (void)c;
    e->base = BASE_STORY;
    e->unit = UNIT_YEAR;
    e->count = e->direction = 1;
    e->turn = true;
    return true;
}

/* (nth century, era, tens before the nth, third) */
bool build_century(const build_context *c, expr *e) {
    e->century = c->arguments[0].value + value_or(&c->arguments[2], 0);
    e->era = value_or(&c->arguments[1], 0);
    e->third = value_or(&c->arguments[3], 0);
    return e->century > 0 && (!said(&c->arguments[2]) || c->arguments[0].value < 10);
}

/* "14th century", "sixteenth centuries", "siglo XIV", and not "this century": where the word begins */
static bool is_numbered(const build_context *c, size_t century) {
    size_t at = century;
    while (byte_in(byte_before(c, at), " -.")) at--;
    size_t start = at;
    while (is_word_byte(byte_before(c, start))) start--;
    annals_text number = look(c, start, at);
    if (is_digit((unsigned char)byte_before(c, start)) || is_of_category(c->grammar, number, "century")) return true;
    if (number.length && (is_digit((unsigned char)*number.data) || is_of_category(c->grammar, number, "ordinal")))
        return true;
    size_t end = century;
    while (is_word_byte(byte_at(c, end))) end++;
    return is_of_category(c->grammar, word_at(c, after_spaces(c, end)), "century"); /* "siglo XIV" */
}

static bool is_century_word(const build_context *c, annals_text word) {
    return value_of_word(c->grammar, word, "unit") == UNIT_CENTURY ||
           value_of_word(c->grammar, word, "unit-one") == UNIT_CENTURY;
}

/* Where the word "century" begins that is the last before the expression and its like, or `c->start`. */
static size_t century_before(const build_context *c) {
    enum { REACH = 200 /* bytes */ };
    for (size_t at = c->start, start; byte_before(c, at) && c->start - at < REACH; at = start) {
        bool breaks = byte_before(c, at) == '\n' && at > 1 && byte_before(c, at - 1) == '\n';
        for (start = at; is_word_byte(byte_before(c, start));) start--;
        annals_text word = look(c, start, at);
        if (is_century_word(c, word)) return start;
        if (breaks || in_context(c->grammar, word, CONTEXT_CALENDAR_WORD)) break;
        if (start == at) start--;
    }
    return c->start;
}

bool century_spoken_of(const build_context *c, int32_t number, expr *e) {
    enum { LAST = 21 };
    size_t century = century_before(c);
    if (century == c->start || number > LAST || !is_numbered(c, century)) return false;
    annals_text lead = word_before(c, before_spaces(c, c->start));
    if (text_same_word(lead, "on") || text_same_word(lead, "am")) return false; /* a day, in whatever century */
    size_t end = century;
    while (is_word_byte(byte_at(c, end))) end++;
    e->day = UNSET;
    e->century = number;
    e->era = value_of_word(c->grammar, word_at(c, after_spaces(c, end)), "era");
    return true;
}

/* (number, third): "altered in the early 17th", "in the eighteenth" */
bool build_century_again(const build_context *c, expr *e) {
    enum { RANKS = 3 }; /* "in the second" of the houses */
    e->third = value_or(&c->arguments[1], 0);
    if (!e->third && c->arguments[0].value <= RANKS) return false;
    return (stands_alone(c) || verb_follows(c)) && century_spoken_of(c, c->arguments[0].value, e);
}

/* (nth millennium, era) */
bool build_millennium(const build_context *c, expr *e) {
    e->millennium = c->arguments[0].value;
    e->era = value_or(&c->arguments[1], 0);
    return e->millennium > 0 && e->millennium <= 20;
}

static bool years_from(int32_t year, expr *e) {
    enum { FIRST_OF_DECADES = 1900 };
    if (year % 10) return false;
    e->decade = year / 10;
    e->century_unsure = year % 100 == 0;
    if (!e->century_unsure || year >= FIRST_OF_DECADES) return true;
    e->century = e->decade / 10 + 1; /* "the 1800s" are a century, as a rule; "the 1900s" rather ten years */
    e->decade = UNSET;
    return true;
}

/* (a year that ends in 0, era): "the 1900s" are a century too, "les années 30" those of 1900 */
bool build_decade(const build_context *c, expr *e) {
    enum { CENTURY = 100 };
    int32_t year = c->arguments[0].value;
    e->era = value_or(&c->arguments[1], 0);
    e->short_year = year < CENTURY && !e->era; /* "die dreißiger Jahre", "les années 30" */
    if (!e->short_year) return years_from(year, e);
    e->decade = year / 10;
    return year % 10 == 0;
}

/* (a year that ends in 0, the tens of another): "the 1920s-30s" */
bool build_decade_range(const build_context *c, expr *e) {
    enum { DECADE = 10, CENTURY = 100 };
    const build_argument *a = c->arguments;
    expr from = blank(EXPR_POINT), to = blank(EXPR_POINT);
    from.decade = a[0].value / DECADE;
    to.decade = a[0].value / CENTURY * DECADE + a[1].value / DECADE;
    part_range(c, e, &a[0], &a[1]);
    return !(a[0].value % DECADE || a[1].value % DECADE) && from.decade < to.decade && set_ends(c, e, from, to);
}

/* (year, side, whether it is a decade): "pre-1914", "post-1960s" */
bool build_bounded_year(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->limit = a[1].value < 0 ? LIMIT_BEFORE : LIMIT_AFTER;
    if (a[2].present) return years_from(a[0].value, e);
    set_year(e, &a[0]);
    return true;
}

/* (hundreds, third): "the early seventeen-hundreds" */
bool build_spelled_hundreds(const build_context *c, expr *e) {
    e->third = value_or(&c->arguments[1], 0);
    return years_from(100 * c->arguments[0].value, e);
}

/* "the turn of the 20th century": (nth century) */
bool build_turn(const build_context *c, expr *e) {
    const build_argument *n = &c->arguments[0];
    e->approximate = true;
    e->year = n->present ? (n->value - 1) * 100 : UNSET;
    if (n->present) return n->value > 1;
    e->base = BASE_STORY;
    e->unit = UNIT_CENTURY;
    e->turn = true;
    return true;
}

/* ---------------------------------------------------------------- years and days in words */

/* (thousands, hundreds, what is below): "nineteen hundred and two", "nineteen sixty-two" */
bool build_spelled_year(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t rest = value_or(&a[2], 0), year = 1000 * a[0].value + 100 * a[1].value + rest;
    if (a[2].digits || rest < 0 || year < 1000 || year > 2199) return false;
    if (byte_at(c, c->end) == '-') return false;    /* "nineteen sixty-pound shells" */
    if (!rest && counts_something(c)) return false; /* "by the end of the year eleven hundred navvies were at work" */
    e->year = year;
    return true;
}

/* (hundreds, tens): "nineteen sixty-two", "nineteen fourteen" */
bool build_year_pair(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    annals_text words = own_words(c), last = word_before(c, c->end);
    bool title = text_begins_upper(words) && text_begins_upper(last); /* "Nineteen Eighty-Four" */
    bool clock = (a[0].value <= 12 && a[1].value < 60) || text_same_word(word_behind(c), "hours"); /* "ten thirty" */
    bool pair = a[1].value >= 10 && a[1].value <= 99 && !a[1].digits && !title && !clock;
    bool counts = !behind_sure_word(c) && counts_something(c); /* "Nineteen eighty-four copies" */
    e->year = 100 * a[0].value + a[1].value;
    return pair && !counts && byte_at(c, c->end) != '-';
}

/* (what is behind "twenty"): "in twenty ten", and not "of twenty ten men" */
bool build_year_twenty(const build_context *c, expr *e) {
    const build_argument *rest = &c->arguments[0];
    e->year = 2000 + rest->value;
    return !rest->digits && rest->value >= 10 && rest->value < 100 && byte_at(c, c->end) != '-' && stands_alone(c);
}

/* (a decade's hundreds, its tens): "the nineteen-twenties" */
bool build_spelled_decade(const build_context *c, expr *e) {
    if (c->arguments[1].value % 10 || c->arguments[1].value > 90) return false;
    e->decade = (100 * c->arguments[0].value + c->arguments[1].value) / 10;
    return true;
}

/* (tens, third): "the mid-50s", and not of a thermometer */
bool build_third_decade_plain(const build_context *c, expr *e) {
    enum { REACH = 6 /* words */ };
    size_t at = before_spaces(c, c->start);
    for (int i = 0; i < REACH; i++) {
        annals_text word = word_before(c, at);
        if (!word.length) break;
        if (is_of_category(c->grammar, word, "gauge")) return false;
        at = before_spaces(c, at - word.length);
    }
    return build_short_decade(c, e);
}

/* (tens, third): "the twenties" of the century that is spoken of */
bool build_short_decade(const build_context *c, expr *e) {
    if (c->arguments[0].value % 10) return false;
    e->decade = c->arguments[0].value / 10;
    e->third = value_or(&c->arguments[1], 0);
    e->short_year = true;
    return true;
}

/* (tens): "en los sesenta", and not "en los sesenta pueblos" */
bool build_short_decade_alone(const build_context *c, expr *e) {
    return stands_alone(c) && build_short_decade(c, e);
}

static bool solemn_day(expr *e, int32_t day, int32_t month, const build_argument *year) {
    e->day = day;
    e->month = month;
    set_year(e, year);
    e->impossible = !day_possible(e);
    return day >= 1 && day <= 31;
}

/* (day as a number or in words, month, year) */
bool build_solemn_day(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    return solemn_day(e, a[0].value, a[1].value, &a[2]);
}

/* (tens and units of the day, month, year): "the twenty-first day of June" */
bool build_solemn_tens(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    return a[1].value < 10 && solemn_day(e, a[0].value + a[1].value, a[2].value, &a[3]);
}

/* "on the twenty-eighth he left": (tens and units of a day of the month that is told of) */
bool build_spelled_nth(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->day = a[0].value + a[1].value;
    annals_text behind = word_behind(c);
    bool told = in_context(c->grammar, behind, CONTEXT_FOLLOWER | CONTEXT_SUBJECT | CONTEXT_DETERMINER);
    return a[1].value < 10 && e->day <= 31 && (told || !behind.length);
}

/* (year as a number or in words, era), behind words that lead to a year */
bool build_stated_year(const build_context *c, expr *e) {
    enum { THOUSAND = 1000 };
    const build_argument *a = c->arguments;
    if (a[0].node && (a[0].node->year == UNSET || a[0].node->month != UNSET)) return false;
    e->year = a[0].node ? a[0].node->year : a[0].value;
    e->era = value_or(&a[1], 0);
    if (e->year <= 0 || (!e->era && !a[0].node && counts_actors(c, before_spaces(c, c->start)))) return false;
    return e->year >= THOUSAND || e->era || !counts_something(c); /* not "the year 120 people died" */
}

/* "in eighteen hundred and twelve", and not "in eighteen hundred cases": (year in words, or in one) */
bool build_cued_year(const build_context *c, expr *e) {
    const expr *y = c->arguments[0].node;
    e->year = c->arguments[0].value;
    if (!y) return !text_begins_upper(word_behind(c)) || stands_alone(c);
    if (!is_point(y) || y->year == UNSET || y->month != UNSET) return false;
    e->year = y->year;
    return stands_alone(c);
}

/* "the first decade of the 20th century": (which, nth century, era) */
bool build_decade_in(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (a[0].value > 10 || a[1].value < 1) return false;
    e->era = value_or(&a[2], 0);
    e->decade = (a[1].value - 1) * 10 + (e->era < 0 ? 10 - a[0].value : a[0].value - 1);
    return true;
}

/* ---------------------------------------------------------------- months of winters */

/* "the winter of 1812-13" */
static bool names_two_years(const build_context *c, const build_argument *winter) {
    annals_text words = look(c, winter->start, winter->end);
    size_t digits = 0;
    while (digits < words.length && is_digit((unsigned char)words.data[words.length - 1 - digits])) digits++;
    return digits && digits < words.length && !is_space_byte(words.data[words.length - 1 - digits]);
}

/* (month, winter): "in May in the winter of 1812-13" is of the second of its years. */
bool build_month_in_winter(const build_context *c, expr *e) {
    enum { WINTER = 4, JULY = 7 };
    const expr *m = c->arguments[0].node, *w = c->arguments[1].node;
    if (!is_month(m) || m->month == UNSET || !lacks_only_year(m)) return false;
    if (!is_point(w) || w->season != WINTER || w->year == UNSET || !names_two_years(c, &c->arguments[1])) return false;
    *e = *m;
    e->year = w->year + (m->month < JULY);
    return true;
}
