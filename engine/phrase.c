/* phrase.c: a resolved time in words: in English, or in those that @say gives in the lexicon of a language. */
#include "annals.h"
#include "civil.h"
#include "language.h"
#include "when.h"

#include <stdio.h>
#include <string.h>

typedef struct phrase {
    const annals_phrasing *how;
    const grammar *grammar;
    bool governed;     /* something stands before that the name of a month depends on */
    bool year_follows; /* it is said behind the other end of a range */
    bool doubts_said;
    char *buffer;
    size_t size, length;
} phrase;

static void put_text(phrase *p, annals_text text) {
    size_t room = p->length < p->size ? p->size - p->length - 1 : 0, part = text.length < room ? text.length : room;
    if (part) {
        memcpy(p->buffer + p->length, text.data, part);
        p->buffer[p->length + part] = 0;
    }
    p->length += text.length;
}

static void put(phrase *p, const char *words) {
    put_text(p, annals_text_of(words));
}

/* With zeros before it up to a width. */
static void put_padded(phrase *p, int64_t number, int width) {
    char digits[20];
    put_text(p, (annals_text){digits, (size_t)(civil_digits(digits, (uint64_t)number, width) - digits)});
}

static void put_number(phrase *p, int64_t number) {
    put_padded(p, number, 1);
}

static size_t finish(phrase *p) {
    if (p->size && p->length >= p->size) p->length = p->size - 1;
    return p->length;
}

typedef struct civil_date {
    int64_t year;
    int month, day;
} civil_date;

static civil_date civil_of(annals_bound bound) {
    civil_date d;
    annals_civil_of_day(bound.day, &d.year, &d.month, &d.day);
    return d;
}

/* ---------------------------------------------------------------- words */

static void put_said(phrase *p, saying which, int n) {
    put_text(p, nth_word(wording_of(p->grammar, which), n));
}

/* The form of a preposition: before a coarse time, a day, a time of day. */
typedef enum before { BEFORE_PERIOD, BEFORE_DAY, BEFORE_CLOCK } before;

static void put_preposition(phrase *p, saying which, before what) {
    put_said(p, which, (int)what);
    p->governed = true;
}

/* Some languages have another form for a month that nothing stands before. */
static void put_month(phrase *p, int month) {
    bool alone = !p->governed && *wording_of(p->grammar, SAY_MONTHS_ALONE);
    if (month >= 1 && month <= 12) put_said(p, alone ? SAY_MONTHS_ALONE : SAY_MONTHS, month - 1);
    else put(p, "?");
}

/* ---------------------------------------------------------------- days, months, years */

static bool is_iso(const phrase *p) {
    return p->how->style == ANNALS_DATE_ISO;
}

/* From five digits on in groups, by blanks that end no line, as all languages have them. */
static void put_grouped(phrase *p, int64_t number) {
    int64_t unit = 1;
    if (number < 10000) {
        put_number(p, number);
        return;
    }
    while (number / unit >= 1000) unit *= 1000;
    put_number(p, number / unit);
    for (; unit > 1; unit /= 1000) {
        put(p, "\u00a0");
        put_padded(p, number % unit / (unit / 1000), 3);
    }
}

/* Year 0 is 1 BC.  Who counts in hundreds of thousands of years does not count from there. */
static void put_year(phrase *p, int64_t year) {
    bool era = p->how->eras && year > 0 && year < 1000, vast = year <= -100000 && year % 1000 == 0;
    if (era) put_said(p, SAY_ANNO, 0);
    put_grouped(p, year > 0 ? year : 1 - year - vast);
    if (era) put_said(p, SAY_ANNO, 1);
    if (year <= 0) put_said(p, SAY_BEFORE_CHRIST, 0);
}

/* ISO 8601 has a year 0. */
static void put_iso(phrase *p, civil_date d, bool with_day) {
    put(p, d.year < 0 ? "-" : d.year > 9999 ? "+" : "");
    put_padded(p, d.year < 0 ? -d.year : d.year, 4);
    put(p, "-"), put_padded(p, d.month, 2);
    if (with_day) put(p, "-"), put_padded(p, d.day, 2);
}

static void put_day_number(phrase *p, int day) {
    if (p->how->style == ANNALS_DATE_MDY) put_number(p, day);
    else if (day == 1 && *wording_of(p->grammar, SAY_FIRST_DAY)) put_said(p, SAY_FIRST_DAY, 0);
    else put_number(p, day), put_said(p, SAY_DAY_MARK, 0);
    p->governed = true;
}

/* "27 October", "26–27 October", "October 26–27" */
static void put_month_days(phrase *p, int month, int first, int last) {
    bool month_first = p->how->style == ANNALS_DATE_MDY;
    p->governed = true;
    if (month_first) put_month(p, month), put(p, " ");
    if (first) put_day_number(p, first);
    if (first && last) put(p, "–");
    if (last) put_day_number(p, last);
    if (!month_first) put_said(p, SAY_MONTH_LINK, 0), put_month(p, month);
}

/* The year of a day, unless the reader knows it. */
static void put_year_of_day(phrase *p, int64_t year) {
    if (p->year_follows || (p->how->year_known && p->how->year == year)) return;
    if (p->how->style == ANNALS_DATE_MDY) put(p, ", ");
    else put_said(p, SAY_YEAR_LINK, 0);
    put_year(p, year);
}

static void put_day(phrase *p, civil_date d) {
    if (is_iso(p)) {
        put_iso(p, d, true);
        return;
    }
    put_month_days(p, d.month, d.day, 0);
    put_year_of_day(p, d.year);
}

static void put_month_year(phrase *p, civil_date d) {
    if (is_iso(p)) {
        put_iso(p, d, false);
        return;
    }
    put_month(p, d.month);
    if (p->year_follows) return;
    put_said(p, SAY_YEAR_LINK, 0);
    put_year(p, d.year);
}

static void put_clock(phrase *p, annals_bound bound) {
    put_padded(p, bound.second / 3600, 2);
    put(p, ":"), put_padded(p, bound.second / 60 % 60, 2);
    if (bound.state == ANNALS_BOUND_SECOND && bound.second % 60) put(p, ":"), put_padded(p, bound.second % 60, 2);
}

/* "26–27 October 1962", "30 October – 2 November 1962", "30 December 1962 – 2 January 1963" */
static void put_days(phrase *p, civil_date a, civil_date b) {
    bool same_month = a.year == b.year && a.month == b.month;
    if (same_month && !is_iso(p)) {
        put_month_days(p, b.month, a.day < b.day ? a.day : 0, b.day);
        put_year_of_day(p, b.year);
        return;
    }
    if (!same_month || a.day != b.day) {
        if (a.year == b.year && !is_iso(p)) put_month_days(p, a.month, a.day, 0);
        else put_day(p, a);
        put(p, " – ");
    }
    put_day(p, b);
}

static void put_months(phrase *p, civil_date a, civil_date b) {
    if (a.year != b.year || (a.month != b.month && is_iso(p))) {
        put_month_year(p, a);
        put(p, " – ");
    } else if (a.month != b.month) {
        put_month(p, a.month);
        put(p, " – ");
    }
    put_month_year(p, b);
}

static void put_years(phrase *p, int64_t a, int64_t b) {
    if (a != b && (a > 0) == (b > 0)) put_number(p, a > 0 ? a : 1 - a), put(p, "–");
    else if (a != b) {
        put_year(p, a);
        put(p, " – ");
    }
    if (a != b && a > 0) put_number(p, b);
    else put_year(p, b);
}

static bool whole_months(civil_date a, civil_date b) {
    return a.day == 1 && b.day == civil_month_length(b.year, b.month);
}

static bool whole_years(civil_date a, civil_date b) {
    return a.month == 1 && b.month == 12 && whole_months(a, b);
}

static bool same(annals_bound a, annals_bound b) {
    return annals_bound_known(a) && annals_bound_known(b) && !annals_bound_compare(a, b);
}

/* ---------------------------------------------------------------- portions and long periods */

enum { PORTIONS = 5 };

/* Which portion of a period it is, by how its beginning and end lie in it; PORTIONS when it has no name. */
static int portion_of(int64_t first, int64_t last, const int64_t (*limits)[2]) {
    int i = 0;
    while (i < PORTIONS && (limits[i][0] != first || limits[i][1] != last)) i++;
    return i;
}

static bool put_portion_name(phrase *p, int64_t first, int64_t last, const int64_t (*limits)[2]) {
    int which = portion_of(first, last, limits);
    if (which == PORTIONS) return false;
    put_said(p, SAY_PORTIONS, which);
    return p->governed = true;
}

static int portion_of_month(civil_date a, civil_date b) {
    int length = civil_month_length(b.year, b.month);
    const int64_t limits[PORTIONS][2] = {{1, 10}, {11, 20}, {21, length}, {1, 15}, {16, length}};
    return a.year == b.year && a.month == b.month ? portion_of(a.day, b.day, limits) : PORTIONS;
}

static bool put_month_portion(phrase *p, civil_date a, civil_date b) {
    int which = portion_of_month(a, b);
    if (which == PORTIONS) return false;
    put_said(p, SAY_PORTIONS, which);
    p->governed = true;
    put_month_year(p, a);
    return true;
}

static bool put_year_portion(phrase *p, civil_date a, civil_date b) {
    static const int64_t limits[PORTIONS][2] = {{1, 4}, {5, 8}, {9, 12}, {1, 6}, {7, 12}};
    if (a.year != b.year || !put_portion_name(p, a.month, b.month, limits)) return false;
    put_year(p, a.year);
    return true;
}

/* What stands before and behind the first year of a decade, or the number of a century. */
static void put_around(phrase *p, saying which, int64_t number, bool ordinal);

static bool put_decade_portion(phrase *p, civil_date a, civil_date b) {
    static const int64_t limits[PORTIONS][2] = {{0, 2}, {3, 5}, {6, 9}, {0, 4}, {5, 9}};
    bool one = a.year > 0 && a.year / 10 == b.year / 10;
    if (!one || !put_portion_name(p, a.year % 10, b.year % 10, limits)) return false;
    put_around(p, SAY_DECADE, a.year / 10 * 10, false);
    return true;
}

/* Where the words begin that stand before two times which are no days. */
enum { BETWEEN_OTHERS = 2 };

/* A moment of that time, not all of it. */
static bool one_of(const annals_when *w) {
    return same(w->begin.earliest, w->end.earliest) && same(w->begin.latest, w->end.latest);
}

/* "early November 1962", "late 1961", "mid-1960s"; false when it is no such portion, or lasts all that time. */
static bool put_portion(phrase *p, const annals_when *w, civil_date a, civil_date b) {
    if (!one_of(w)) return false;
    if (w->granularity == ANNALS_MONTH) return put_month_portion(p, a, b);
    if (!whole_months(a, b)) return false;
    if (w->granularity == ANNALS_YEAR) return put_year_portion(p, a, b);
    return w->granularity == ANNALS_DECADE && whole_years(a, b) && put_decade_portion(p, a, b);
}

/* "spring"; one month of it is its early, middle or late part. */
static void put_season_name(phrase *p, int month, bool one_month) {
    if (one_month) put_said(p, SAY_PORTIONS, month % 3);
    put_said(p, SAY_SEASONS, month % 12 / 3);
}

static void put_season(phrase *p, civil_date a, civil_date b) {
    put_season_name(p, a.month, a.month == b.month && a.year == b.year);
    put(p, " ");
    put_years(p, a.year, b.year);
}

static void put_roman(phrase *p, int64_t number) {
    static const struct {
        int value;
        const char *letters;
    } signs[] = {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        for (; number >= signs[i].value; number -= signs[i].value) put(p, signs[i].letters);
}

/* "th", "st", "nd", "rd" */
static void put_ordinal_ending(phrase *p, int64_t n) {
    bool roman = *wording_of(p->grammar, SAY_NUMERALS);
    bool as_a_rule = roman ? n > 3 : n % 10 > 3 || (n % 100 >= 11 && n % 100 <= 13);
    put_said(p, SAY_ORDINALS, as_a_rule ? 0 : (int)(n % 10));
}

static void put_around(phrase *p, saying which, int64_t number, bool ordinal) {
    enum { HIGHEST_ROMAN = 400 };
    put_said(p, which, 0);
    if (ordinal && number < HIGHEST_ROMAN && *wording_of(p->grammar, SAY_NUMERALS)) put_roman(p, number);
    else put_number(p, number);
    if (ordinal) put_ordinal_ending(p, number);
    put_said(p, which, 1);
}

static bool put_long_period(phrase *p, annals_granularity g, civil_date a, civil_date b) {
    int64_t years = b.year - a.year + 1;
    if (g == ANNALS_DECADE && years == 10 && a.year > 0 && a.year % 10 == 0) {
        put_around(p, SAY_DECADE, a.year, false);
        return true;
    }
    int64_t length = g == ANNALS_CENTURY ? 100 : g == ANNALS_MILLENNIUM ? 1000 : 0;
    if (!length || years < length || a.year < 0) return false;
    put_around(p, g == ANNALS_CENTURY ? SAY_CENTURY : SAY_MILLENNIUM, a.year / length + 1, true);
    return true;
}

static void put_span(phrase *p, const annals_when *w, civil_date a, civil_date b) {
    bool coarse = w->granularity != ANNALS_DAY && w->granularity != ANNALS_WEEK;
    if (put_long_period(p, w->granularity, a, b) || put_portion(p, w, a, b)) return;
    if (w->granularity == ANNALS_SEASON) put_season(p, a, b);
    else if (coarse && whole_years(a, b)) put_years(p, a.year, b.year);
    else if (coarse && whole_months(a, b)) put_months(p, a, b);
    else put_days(p, a, b);
}

/* ---------------------------------------------------------------- times of day */

/* The first and the last moment, where they are known. */
static annals_bound first_moment(const annals_when *w) {
    return annals_bound_known(w->begin.earliest) ? w->begin.earliest : w->begin.latest;
}

static annals_bound last_moment(const annals_when *w) {
    return annals_bound_known(w->end.latest) ? w->end.latest : w->end.earliest;
}

static bool has_clock(annals_bound b) {
    return b.state >= ANNALS_BOUND_MINUTE;
}

static void put_day_part(phrase *p, annals_day_part part) {
    if (part > ANNALS_DAY_PART_NONE && part <= ANNALS_MIDNIGHT) put_said(p, SAY_DAY_PARTS, (int)part - ANNALS_DAWN);
}

static void put_part_between(phrase *p, annals_day_part part, annals_bound a, annals_bound b) {
    static const saying portions[] = {
        [ANNALS_MORNING] = SAY_MORNING, [ANNALS_AFTERNOON] = SAY_AFTERNOON, [ANNALS_EVENING] = SAY_EVENING};
    part_portion portion = a.day == b.day ? portion_of_part(part, a.second, b.second) : PORTION_ALL;
    if (portion == PORTION_ALL) put_day_part(p, part);
    else if (portion == PORTION_SMALL_HOURS) put_said(p, SAY_SMALL_HOURS, 0);
    else put_said(p, portions[part], (int)portion);
}

/* "14:00–16:00"; where it was at some time within, "between 14:00 and 16:00". */
static void put_clocks(phrase *p, const annals_when *w, annals_bound a, annals_bound b) {
    bool within = one_of(w) && !same(a, b);
    bool late = same(w->end.earliest, w->end.latest) && !same(w->begin.earliest, w->begin.latest);
    if (late) put_preposition(p, SAY_UNTIL, BEFORE_CLOCK);
    if (within) put_said(p, SAY_BETWEEN, BETWEEN_OTHERS);
    if (!late) put_clock(p, a);
    if (within) put_said(p, SAY_BETWEEN, BETWEEN_OTHERS + 1);
    else if (!late && !same(a, b)) put(p, "–");
    if (late || !same(a, b)) put_clock(p, b);
}

static void put_clock_part(phrase *p, const annals_when *w, annals_bound a, annals_bound b) {
    bool any = w->day_part != ANNALS_DAY_PART_NONE || has_clock(a) || has_clock(b);
    if (w->approximate && any) put_preposition(p, SAY_ABOUT, BEFORE_CLOCK);
    if (w->day_part != ANNALS_DAY_PART_NONE) {
        put_part_between(p, w->day_part, a, b);
    } else if (has_clock(a) && has_clock(b)) {
        put_clocks(p, w, a, b);
    } else if (has_clock(a)) {
        put_preposition(p, SAY_FROM, BEFORE_CLOCK);
        put_clock(p, a);
    } else if (has_clock(b)) {
        put_preposition(p, SAY_UNTIL, BEFORE_CLOCK);
        put_clock(p, b);
    }
    if (p->length && w->zone.length) put(p, " ("), put_text(p, w->zone), put(p, ")");
}

/* ---------------------------------------------------------------- without a year */

/* EDTF that says no more of the year than that it is not known; its text behind "../", or null. */
static const char *open_year_of(const annals_when *w) {
    const char *edtf = w->edtf.data;
    if (!edtf) return NULL;
    if (!strncmp(edtf, "../", 3)) edtf += 3;
    return strncmp(edtf, "XXXX-", 5) ? NULL : edtf;
}

/* The month and the day of "XXXX-05-03" and, of "XXXX-03/XXXX-05", the month that follows; 0 for what is not there. */
static void open_year_fields(const char *edtf, int *month, int *day, int *last_month) {
    *month = *day = *last_month = 0;
    if (sscanf(edtf, "XXXX-%2d/XXXX-%2d", month, last_month) < 2) sscanf(edtf, "XXXX-%2d-%2d", month, day);
}

/* "7–9 May", "30 May – 2 June" */
static void put_open_days(phrase *p, const char *edtf, int month, int day) {
    int last_month, last_day;
    bool range = sscanf(edtf, "XXXX-%*2d-%*2d/XXXX-%2d-%2d", &last_month, &last_day) == 2 && last_month <= 12;
    bool within = range && last_month == month && last_day > day;
    put_month_days(p, month, day, within ? last_day : 0);
    if (!range || last_month < 1 || (last_month == month && last_day <= day)) return;
    if (!within) put(p, " – "), put_month_days(p, last_month, last_day, 0);
}

static void put_open_year(phrase *p, const annals_when *w, const char *edtf) {
    int month, day, last_month;
    open_year_fields(edtf, &month, &day, &last_month);
    bool until = edtf != w->edtf.data, from = !until && strstr(edtf, "/..");
    if (until || from) put_preposition(p, until ? SAY_UNTIL : SAY_FROM, day ? BEFORE_DAY : BEFORE_PERIOD);
    if (w->day_part == ANNALS_NIGHT) put_said(p, SAY_NIGHT_OF, 0);
    else if (w->day_part) put_day_part(p, w->day_part), put_said(p, SAY_PART_OF, 0);
    if (month < 1 || month > 12) {
        put_said(p, SAY_NO_DATE, 0);
        return;
    }
    if (w->granularity == ANNALS_SEASON)
        put_season_name(p, month, !until && !from && (month == last_month || !last_month));
    else if (day && w->day_part) put_month_days(p, month, day, 0);
    else if (day) put_open_days(p, edtf, month, day);
    else put_month(p, month);
    if (!day && last_month && w->granularity != ANNALS_SEASON) put(p, " – "), put_month(p, last_month);
    if (!p->how->unknown_year_known) put_said(p, SAY_NO_YEAR, 0);
}

/* ---------------------------------------------------------------- all of it */

/* "between 1850 and 1860", "between May and July 1962" */
static bool put_between_periods(phrase *p, annals_granularity g, civil_date a, civil_date b) {
    bool years = g == ANNALS_YEAR && whole_years(a, b), months = g == ANNALS_MONTH && whole_months(a, b);
    if ((!years && !months) || (a.year == b.year && (years || a.month == b.month))) return false;
    put_said(p, SAY_BETWEEN, BETWEEN_OTHERS);
    p->governed = true;
    if (years) put_year(p, a.year);
    else if (a.year == b.year && !is_iso(p)) put_month(p, a.month);
    else put_month_year(p, a);
    put_said(p, SAY_BETWEEN, BETWEEN_OTHERS + 1);
    if (years) put_year(p, b.year);
    else put_month_year(p, b);
    return true;
}

/* "between 1 and 7 November 1962" */
static bool put_between_days(phrase *p, civil_date a, civil_date b) {
    bool month = a.month != b.month || a.year != b.year, first = p->how->style == ANNALS_DATE_MDY;
    put_said(p, SAY_BETWEEN, 0);
    if (is_iso(p) || a.year != b.year) put_day(p, a);
    else if (month || first) put_month_days(p, a.month, a.day, 0);
    else put_day_number(p, a.day);
    put_said(p, SAY_BETWEEN, 1);
    if (!first || month) {
        put_day(p, b);
        return true;
    }
    put_day_number(p, b.day);
    put_year_of_day(p, b.year);
    return true;
}

/* Some moment of several days, months or years that have no name of their own. */
static bool put_between(phrase *p, const annals_when *w, civil_date a, civil_date b) {
    bool days = w->granularity == ANNALS_DAY || w->granularity == ANNALS_WEEK;
    if (!one_of(w) || w->begin.earliest.day == w->begin.latest.day) return false;
    return days ? put_between_days(p, a, b) : put_between_periods(p, w->granularity, a, b);
}

static void put_known(phrase *p, const annals_when *w, annals_bound first, annals_bound last) {
    civil_date a = civil_of(first), b = civil_of(last);
    bool clocked = w->day_part != ANNALS_DAY_PART_NONE || has_clock(first) || has_clock(last);
    bool to_midnight = has_clock(first) && has_clock(last) && last.day == first.day + 1 && !last.second && !w->day_part;
    bool within = one_of(w) && !w->day_part && has_clock(first) && has_clock(last);
    if (to_midnight) {
        put_day(p, a);
        put(p, ", ");
        if (within) put_said(p, SAY_BETWEEN, BETWEEN_OTHERS);
        put_clock(p, first);
        if (within) put_said(p, SAY_BETWEEN, BETWEEN_OTHERS + 1);
        put(p, within ? "24:00" : "–24:00");
    } else if (w->day_part == ANNALS_NIGHT && last.day == first.day + 1) {
        put_said(p, SAY_NIGHT_OF, 0);
        put_days(p, a, b);
    } else if (clocked && first.day == last.day) {
        put_day(p, a);
        put(p, ", ");
        put_clock_part(p, w, first, last);
    } else if (clocked) {
        if (within) put_said(p, SAY_BETWEEN, 0);
        put_day(p, a);
        if (has_clock(first)) put(p, ", "), put_clock(p, first);
        if (within) put_said(p, SAY_BETWEEN, 1);
        else put(p, " – ");
        put_day(p, b);
        if (has_clock(last)) put(p, ", "), put_clock(p, last);
    } else if (!put_between(p, w, a, b)) {
        put_span(p, w, a, b);
    }
}

/* Of "until 7 November" only the end is known: said as a time of its own behind the preposition. */
static annals_when one_end(const annals_when *w, annals_bounds end) {
    annals_when known = *w;
    if (!annals_bound_known(end.earliest)) end.earliest = end.latest;
    if (!annals_bound_known(end.latest)) end.latest = end.earliest;
    if (w->granularity == ANNALS_WEEK) end.earliest = end.latest; /* a week has no name: its last day has */
    known.begin = known.end = end;
    return known;
}

static before kind_of(const annals_when *w) {
    bool coarse = w->granularity != ANNALS_GRANULARITY_UNKNOWN && w->granularity < ANNALS_WEEK;
    return coarse ? BEFORE_PERIOD : BEFORE_DAY;
}

static void put_unknown(phrase *p, const annals_when *w) {
    const char *open_year = open_year_of(w);
    if (open_year) {
        put_open_year(p, w, open_year);
        return;
    }
    put_day_part(p, w->day_part);
    put_said(p, w->day_part ? SAY_NO_DAY : SAY_NO_DATE, 0);
}

/* ---------------------------------------------------------------- ends that are not known alike */

static annals_qualifiers doubts_in(const char *edtf, size_t length) {
    annals_qualifiers found = {false, false};
    for (size_t i = 0; i < length; i++) {
        found.approximate |= edtf[i] == '~' || edtf[i] == '%';
        found.uncertain |= edtf[i] == '?' || edtf[i] == '%';
    }
    return found;
}

static bool any_doubt(annals_qualifiers d) {
    return d.approximate || d.uncertain;
}

void annals_when_qualifiers(const annals_when *w, annals_qualifiers *begin, annals_qualifiers *end) {
    const annals_text edtf = w->edtf;
    const char *slash = edtf.length ? memchr(edtf.data, '/', edtf.length) : NULL;
    size_t first = slash ? (size_t)(slash - edtf.data) : 0;
    *begin = doubts_in(edtf.data, first);
    *end = doubts_in(slash ? slash : "", slash ? edtf.length - first : 0);
    if (!any_doubt(*begin) && !any_doubt(*end)) *begin = *end = (annals_qualifiers){w->approximate, w->uncertain};
}

/* How finely the bounds of an end tell it. */
static annals_granularity grain_of(annals_bounds b) {
    if (same(b.earliest, b.latest)) return ANNALS_DAY;
    civil_date first = civil_of(b.earliest), last = civil_of(b.latest);
    if (portion_of_month(first, last) < PORTIONS) return ANNALS_MONTH;
    if (!whole_months(first, last)) return ANNALS_DAY;
    return first.year == last.year && first.month == last.month ? ANNALS_MONTH : ANNALS_YEAR;
}

/* All is known of both ends, to the day at most. */
static bool is_range_of_days(const annals_when *w) {
    const annals_bound bounds[] = {w->begin.earliest, w->begin.latest, w->end.earliest, w->end.latest};
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
        if (bounds[i].state != ANNALS_BOUND_DAY) return false;
    return w->day_part == ANNALS_DAY_PART_NONE && w->granularity <= ANNALS_DAY && !one_of(w);
}

static void put_end(phrase *p, annals_bounds end, annals_qualifiers doubts) {
    annals_when w = {.begin = end, .end = end, .granularity = grain_of(end)};
    p->governed = false;
    if (doubts.approximate) put_preposition(p, SAY_ABOUT, kind_of(&w));
    put_known(p, &w, end.earliest, end.latest);
    if (doubts.uncertain) put(p, " (?)");
}

/* "April – about 10 May 1962"; false where one precision and what is said once hold for both ends. */
static bool put_unlike_ends(phrase *p, const annals_when *w) {
    if (!is_range_of_days(w)) return false;
    annals_qualifiers begin, end;
    annals_when_qualifiers(w, &begin, &end);
    civil_date first = civil_of(w->begin.earliest), last = civil_of(w->end.latest);
    annals_granularity grain = grain_of(w->begin);
    bool alike = begin.approximate == end.approximate && begin.uncertain == end.uncertain;
    bool close = grain == ANNALS_YEAR || (first.year == last.year && first.month == last.month); /* "about 5–10 May" */
    if (alike && grain == grain_of(w->end) && (close || !begin.approximate)) return false;
    p->year_follows = first.year == last.year && !is_iso(p) && grain != ANNALS_YEAR;
    put_end(p, w->begin, begin);
    p->year_follows = false;
    put(p, " – ");
    put_end(p, w->end, end);
    return p->doubts_said = true;
}

enum { MOST_DAYS = 8 };

/* The days of "{1962-10-01,1962-10-03}", in their order; 0: they are no such few days, or follow on one another. */
static size_t days_listed(annals_text edtf, annals_bound days[MOST_DAYS]) {
    enum { DAY = 10 /* bytes */ };
    size_t count = 0;
    bool gap = false;
    if (!edtf.length || *edtf.data != '{' || edtf.length % (DAY + 1) != 1) return 0;
    for (size_t at = 1; at < edtf.length; at += DAY + 1, count++) {
        int year, month, day, end = 0;
        bool read = count < MOST_DAYS && sscanf(edtf.data + at, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3;
        if (!read || end != DAY || !strchr(",}", edtf.data[at + DAY])) return 0;
        days[count] = (annals_bound){.state = ANNALS_BOUND_DAY, .day = annals_day_of_civil(year, month, day)};
        gap |= count && days[count].day != days[count - 1].day + 1;
    }
    return gap ? count : 0;
}

/* "1 October, 20 November 1962": all of them, and no day between. */
static bool put_listed_days(phrase *p, const annals_when *w) {
    annals_bound days[MOST_DAYS];
    const size_t count = days_listed(w->edtf, days);
    for (size_t i = 0; i < count; i++) {
        const civil_date day = civil_of(days[i]);
        p->year_follows = !is_iso(p) && i + 1 < count && civil_of(days[i + 1]).year == day.year;
        put_day(p, day);
        if (i + 1 < count) put(p, ", ");
    }
    p->year_follows = false;
    return count;
}

static void put_when(phrase *p, const annals_when *w) {
    bool begins = annals_bound_known(w->begin.earliest), ends = annals_bound_known(w->end.latest);
    bool first_known = annals_bound_known(first_moment(w)), last_known = annals_bound_known(last_moment(w));
    if (!first_known && !last_known) {
        put_unknown(p, w);
        return;
    }
    if (put_listed_days(p, w) || put_unlike_ends(p, w)) return;
    bool clocked = has_clock(first_moment(w)) && has_clock(last_moment(w)) && first_moment(w).day == last_moment(w).day;
    if (w->approximate && !clocked) put_preposition(p, SAY_ABOUT, kind_of(w));
    annals_when known = *w;
    if (!begins && last_known) {
        put_preposition(p, SAY_UNTIL, kind_of(w));
        known = one_end(w, w->end);
    } else if (!ends && first_known) {
        put_preposition(p, SAY_FROM, kind_of(w));
        known = one_end(w, w->begin);
    }
    put_known(p, &known, first_moment(&known), last_moment(&known));
}

static phrase begin(const annals_phrasing *how, char *buffer, size_t size) {
    static const annals_phrasing plain;
    if (size) buffer[0] = 0;
    if (!how) how = &plain;
    return (phrase){.how = how, .grammar = language_said(how->language), .buffer = buffer, .size = size};
}

size_t annals_when_phrase_as(const annals_when *when, const annals_phrasing *how, char *buffer, size_t size) {
    phrase p = begin(how, buffer, size);
    put_when(&p, when);
    if (when->uncertain && !p.doubts_said) put(&p, " (?)");
    return finish(&p);
}

size_t annals_when_clock_phrase_as(const annals_when *when, const annals_phrasing *how, char *buffer, size_t size) {
    phrase p = begin(how, buffer, size);
    put_clock_part(&p, when, first_moment(when), last_moment(when));
    return finish(&p);
}

size_t annals_when_phrase(const annals_when *when, char *buffer, size_t size) {
    return annals_when_phrase_as(when, NULL, buffer, size);
}

size_t annals_when_clock_phrase(const annals_when *when, char *buffer, size_t size) {
    return annals_when_clock_phrase_as(when, NULL, buffer, size);
}
