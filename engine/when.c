#include "when.h"

#include "civil.h"
#include "edtf.h"
#include "reckon.h"

#include <stdio.h>
#include <string.h>

/* When a part of the day begins and ends, and how TIMEX3 spells it. */
typedef struct day_part_row {
    const char *timex;
    int32_t begin, end;     /* seconds after midnight; past 86,400 on the next day */
    annals_day_part public; /* as annals.h calls it */
} day_part_row;

static const day_part_row day_parts[] = {
    [ANNALS_DAY_PART_NONE] = {"", 0, 0, ANNALS_DAY_PART_NONE},
    [ANNALS_DAWN] = {"TDA", 4 * 3600, 7 * 3600, ANNALS_DAWN},
    [ANNALS_MORNING] = {"TMO", 5 * 3600, 12 * 3600, ANNALS_MORNING},
    [ANNALS_NOON] = {"T12:00", 12 * 3600, 12 * 3600, ANNALS_NOON},
    [ANNALS_AFTERNOON] = {"TAF", 12 * 3600, 18 * 3600, ANNALS_AFTERNOON},
    [ANNALS_EVENING] = {"TEV", 17 * 3600, 23 * 3600, ANNALS_EVENING},
    [ANNALS_NIGHT] = {"TNI", 20 * 3600, 30 * 3600, ANNALS_NIGHT},
    [ANNALS_MIDNIGHT] = {"T24:00", 24 * 3600, 24 * 3600, ANNALS_MIDNIGHT},
    [PART_SMALL_HOURS] = {"TMO", 0, 5 * 3600, ANNALS_MORNING},
    [PART_BEFORE_MIDNIGHT] = {"T24:00", 23 * 3600, 24 * 3600 - 60, ANNALS_MIDNIGHT},
};

part_portion portion_of_part(annals_day_part part, int32_t begin, int32_t end) {
    const day_part_row *row = &day_parts[part];
    bool parted = part == ANNALS_MORNING || part == ANNALS_AFTERNOON || part == ANNALS_EVENING;
    if (part == ANNALS_MORNING && !begin) return PORTION_SMALL_HOURS;
    if (!parted || end - begin >= row->end - row->begin) return PORTION_ALL;
    return begin == row->begin ? PORTION_EARLY : end == row->end ? PORTION_LATE : PORTION_MIDDLE;
}

annals_granularity granularity_of_unit(time_unit unit) {
    static const annals_granularity table[] = {[UNIT_NONE] = ANNALS_GRANULARITY_UNKNOWN,
                                               [UNIT_SECOND] = ANNALS_SECOND,
                                               [UNIT_MINUTE] = ANNALS_MINUTE,
                                               [UNIT_HOUR] = ANNALS_HOUR,
                                               [UNIT_DAY] = ANNALS_DAY,
                                               [UNIT_WEEK] = ANNALS_WEEK,
                                               [UNIT_MONTH] = ANNALS_MONTH,
                                               [UNIT_QUARTER] = ANNALS_QUARTER,
                                               [UNIT_SEASON] = ANNALS_SEASON,
                                               [UNIT_YEAR] = ANNALS_YEAR,
                                               [UNIT_DECADE] = ANNALS_DECADE,
                                               [UNIT_CENTURY] = ANNALS_CENTURY,
                                               [UNIT_MILLENNIUM] = ANNALS_MILLENNIUM};
    return table[unit];
}

annals_granularity granularity_of_point(const expr *e) {
    if (e->second != UNSET) return ANNALS_SECOND;
    if (e->hour != UNSET) return ANNALS_MINUTE;
    if (e->part != ANNALS_DAY_PART_NONE) return ANNALS_PART_OF_DAY;
    if (e->day != UNSET) return ANNALS_DAY;
    if (e->week_of_month != UNSET || e->iso_week != UNSET) return ANNALS_WEEK;
    if (e->nth && e->month != UNSET) return ANNALS_DAY;
    if (e->month != UNSET) return ANNALS_MONTH;
    if (e->season != UNSET) return ANNALS_SEASON;
    if (e->quarter != UNSET) return ANNALS_QUARTER;
    if (e->year != UNSET) return ANNALS_YEAR;
    if (e->decade != UNSET) return ANNALS_DECADE;
    if (e->century != UNSET) return ANNALS_CENTURY;
    if (e->millennium != UNSET) return ANNALS_MILLENNIUM;
    return ANNALS_GRANULARITY_UNKNOWN;
}

/* ---------------------------------------------------------------- days */

void set_date(expr *e, int64_t day) {
    int64_t year;
    int month, dom;
    annals_civil_of_day(day, &year, &month, &dom);
    e->year = (int32_t)year;
    e->month = month;
    e->day = dom;
}

bool set_date_from(expr *e, const expr *from, int64_t days) {
    enum { LEAP = 2000, OTHER = 2001 };
    expr leap = *from;
    bool open = from->year == UNSET;
    int32_t year = open ? OTHER : from->year;
    if (from->month == UNSET || from->day == UNSET || !civil_valid(year, from->month, from->day)) return false;
    set_date(&leap, annals_day_of_civil(LEAP, from->month, from->day) + days);
    expr other = *from;
    set_date(&other, annals_day_of_civil(year, from->month, from->day) + days);
    if (open && (leap.month != other.month || leap.day != other.day)) return false;
    e->year = open ? UNSET : other.year;
    e->month = other.month;
    e->day = other.day;
    return true;
}

typedef struct years {
    int64_t first, last;
} years;

/* The 480s BC are the years 489 to 480 BC, the third century BC is 300 to 201; astronomically 1 BC is year 0. */
static years of_era(const expr *e, int64_t first, int64_t last, int counted) {
    if (e->era >= 0) return (years){first, last};
    return (years){1 - last - counted, 1 - first - counted > 0 ? 0 : 1 - first - counted};
}

static bool years_of(const expr *e, years *y) {
    if (e->year != UNSET) *y = (years){e->year, e->month == UNSET && e->last_day != UNSET ? e->last_day : e->year};
    else if (e->decade != UNSET) *y = of_era(e, e->decade * 10, e->decade * 10 + 9, 0);
    else if (e->century != UNSET) *y = of_era(e, (e->century - 1) * 100, e->century * 100 - 1, 1);
    else if (e->millennium != UNSET) *y = of_era(e, (e->millennium - 1) * 1000, e->millennium * 1000 - 1, 1);
    else return false;
    return true;
}

/* What expr.third stands for: portion `index` of `count`, and TIMEX3's name for it. */
static const struct portion {
    int index, count;
    const char *mod;
} portions[] = {{0, 1, ""}, {0, 3, "START"}, {1, 3, "MID"}, {2, 3, "END"}, {0, 2, "START"}, {1, 2, "END"},
                {0, 1, ""}, {0, 4, "START"}, {1, 4, ""},    {2, 4, ""},    {3, 4, "END"}};

static void portion_of_years(years *y, struct portion p) {
    int64_t length = y->last - y->first + 1, from = length * p.index / p.count, to = length * (p.index + 1) / p.count;
    y->last = y->first + to - 1;
    y->first += from;
}

static void season_days(const expr *e, int64_t *first, int64_t *last) {
    int first_month, months;
    edtf_season_months(EDTF_FIRST_SEASON - 1 + e->season, &first_month, &months);
    int64_t start = annals_day_of_civil(e->year, first_month, 1);
    *first = start;
    *last = civil_add_months(start, months) - 1;
    struct portion p = portions[e->third];
    if (p.count != 3) return;
    *first = civil_add_months(start, p.index);
    *last = civil_add_months(start, p.index + 1) - 1;
}

static void month_days(const expr *e, int64_t *first, int64_t *last) {
    int last_month = e->day == UNSET && e->last_day != UNSET ? e->last_day : e->month;
    *first = annals_day_of_civil(e->year, e->month, 1);
    *last = annals_day_of_civil(e->year, last_month, civil_month_length(e->year, last_month));
    if (e->week_of_month != UNSET) {
        int64_t begin = *first + 7 * (e->week_of_month - 1);
        if (begin + 6 < *last) *last = begin + 6;
        *first = begin + 6 > *last ? *last - 6 : begin;
    } else if (e->third) {
        struct portion p = portions[e->third];
        int64_t begin = *first, days = 30 / p.count;
        *first = begin + days * p.index;
        if (p.index + 1 < p.count) *last = begin + days * (p.index + 1) - 1;
    }
}

bool when_days(const expr *e, int64_t *first, int64_t *last) {
    years y;
    if (e->impossible) return false;
    if (reckoned(e)) return reckon_days(e, first, last);
    if (!years_of(e, &y)) return false;
    if (e->iso_week != UNSET) {
        *first = civil_day_of_week(e->year, e->iso_week) + e->shift;
        *last = *first + 6;
    } else if (e->season != UNSET && e->year != UNSET) {
        season_days(e, first, last);
    } else if (e->month == UNSET) {
        struct portion p = portions[e->third];
        bool one_year = y.first == y.last;
        if (!one_year) portion_of_years(&y, p);
        *first = annals_day_of_civil(y.first, 1, 1);
        *last = annals_day_of_civil(y.last, 12, 31);
        if (one_year && p.count > 1) {
            *first = annals_day_of_civil(y.first, 12 / p.count * p.index + 1, 1);
            *last = civil_add_months(*first, 12 / p.count) - 1;
        }
    } else if (e->day == UNSET) {
        month_days(e, first, last);
    } else {
        if (!civil_valid(e->year, e->month, e->day)) return false;
        *first = annals_day_of_civil(e->year, e->month, e->day);
        *last = e->last_day != UNSET ? annals_day_of_civil(e->year, e->month, e->last_day) : *first;
    }
    return true;
}

/* ---------------------------------------------------------------- bounds */

static void within(annals_when *w, annals_bound first, annals_bound last) {
    w->begin = w->end = (annals_bounds){first, last};
}

static void exactly(annals_when *w, annals_bound first, annals_bound last) {
    w->begin = (annals_bounds){first, first};
    w->end = (annals_bounds){last, last};
}

void when_span(annals_when *when, int64_t first, int64_t last) {
    exactly(when, bound_of_day(first), bound_of_day(last));
}

static void set_bounds(const expr *e, annals_when *w) {
    int64_t first, last;
    if (!when_days(e, &first, &last)) return;
    day_part_row part = day_parts[e->part];
    if (e->hour != UNSET) {
        int64_t second =
            e->hour * 3600 + (e->minute == UNSET ? 0 : e->minute) * 60 + (e->second == UNSET ? 0 : e->second);
        annals_bound at =
            bound_of_second(first, second, e->second == UNSET ? ANNALS_BOUND_MINUTE : ANNALS_BOUND_SECOND);
        exactly(w, at, at);
    } else if (e->part != ANNALS_DAY_PART_NONE && first == last) { /* else its day is not known */
        /* The late night is before midnight to one and behind it to another. */
        struct portion p = portions[e->part == ANNALS_NIGHT ? 0 : e->third];
        int32_t length = part.end - part.begin, begin = part.begin + length / p.count * p.index;
        int32_t end = p.index + 1 < p.count ? begin + length / p.count : part.end;
        within(w, bound_of_second(first, begin, ANNALS_BOUND_MINUTE), bound_of_second(first, end, ANNALS_BOUND_MINUTE));
    } else {
        within(w, bound_of_day(first), bound_of_day(last));
    }
}

/* ---------------------------------------------------------------- EDTF */

static bool nothing_known(const expr *e) {
    return e->year == UNSET && e->decade == UNSET && e->century == UNSET && e->millennium == UNSET &&
           e->month == UNSET && e->season == UNSET && e->day == UNSET && e->quarter == UNSET && e->iso_week == UNSET;
}

/* Of more than four digits. */
static bool is_long_year(int64_t year) {
    return year > 9999 || year < -9999;
}

/* EDTF's years, X for the digits that are not said. */
static void set_edtf_year(annals_edtf_date *date, const expr *e) {
    enum { LAST_DIGIT = 1, LAST_TWO = 3, ALL_FOUR = 15 };
    unsigned *unspecified = &date->unspecified[ANNALS_EDTF_YEAR];
    if (e->year != UNSET) date->year = e->year;
    else if (e->decade != UNSET) date->year = e->decade * INT64_C(10), *unspecified = LAST_DIGIT;
    else if (e->century != UNSET) date->year = (e->century - 1) * INT64_C(100), *unspecified = LAST_TWO;
    else *unspecified = ALL_FOUR;
    date->negative = date->year < 0;
    date->long_year = is_long_year(date->year);
}

/* "?" and "~" of the whole date; of "about midnight" the day is sure. */
static void qualify(annals_edtf_date *date, const expr *e) {
    bool about = e->approximate && e->part == ANNALS_DAY_PART_NONE;
    unsigned qualifier = (e->uncertain ? ANNALS_EDTF_UNCERTAIN : 0) | (about ? (unsigned)ANNALS_EDTF_APPROXIMATE : 0);
    for (int part = 0; part < ANNALS_EDTF_PARTS; part++) date->qualifier[part] = qualifier;
}

static annals_edtf_date edtf_date_of(const expr *e) {
    annals_edtf_date date = {.state = ANNALS_EDTF_GIVEN, .granularity = ANNALS_YEAR};
    bool clock = e->hour != UNSET && e->year != UNSET && e->day != UNSET;
    set_edtf_year(&date, e);
    if (e->month != UNSET) date.granularity = ANNALS_MONTH, date.month = e->month;
    else if (e->season != UNSET) date.granularity = ANNALS_SEASON, date.season = EDTF_FIRST_SEASON - 1 + e->season;
    else if (e->quarter != UNSET) date.granularity = ANNALS_SEASON, date.season = EDTF_FIRST_QUARTER - 1 + e->quarter;
    else if (e->third && portions[e->third].count == 2 && e->year != UNSET)
        date.granularity = ANNALS_SEASON, date.season = EDTF_FIRST_HALF + portions[e->third].index;
    if (e->day != UNSET) date.granularity = ANNALS_DAY, date.day = e->day;
    if (!clock) return qualify(&date, e), date; /* a time of day takes no qualifier */
    date.granularity = ANNALS_SECOND;
    date.hour = e->hour;
    date.minute = e->minute == UNSET ? 0 : e->minute;
    date.second = e->second == UNSET ? 0 : e->second;
    date.zoned = e->zone_offset != UNSET;
    date.zone_minutes = date.zoned ? e->zone_offset : 0;
    return date;
}

/* "The next day", "the third evening" after "in June": a day of June, and no saying which. */
static bool some_day_of_said(const expr *e) {
    return e->unit == UNIT_DAY && e->base == BASE_SAID && e->day == UNSET && e->year != UNSET;
}

static annals_edtf_date edtf_date_of_day(const expr *e, int64_t day_number) {
    annals_edtf_date date = {.state = ANNALS_EDTF_GIVEN, .granularity = ANNALS_DAY};
    qualify(&date, e);
    annals_civil_of_day(day_number, &date.year, &date.month, &date.day);
    date.negative = date.year < 0;
    return date;
}

/* No digits stand for a decade or a century before Christ, nor for a millennium. */
static bool edtf_years(const expr *e, annals_edtf_date *first, annals_edtf_date *last) {
    years y;
    if ((e->era >= 0 && e->millennium == UNSET) || e->year != UNSET || !years_of(e, &y)) return false;
    *first = *last = (annals_edtf_date){.state = ANNALS_EDTF_GIVEN, .granularity = ANNALS_YEAR};
    first->year = y.first;
    last->year = y.last;
    first->negative = y.first < 0;
    last->negative = y.last < 0;
    first->long_year = is_long_year(y.first);
    last->long_year = is_long_year(y.last);
    qualify(first, e);
    qualify(last, e);
    return true;
}

/* A winter whose year nobody said is called by that of its January in TIMEX2 corpora, though it began the year before.
 */
static bool called_by_january(const expr *e) {
    enum { WINTER = 4 };
    return e->season == WINTER && e->year_inferred && e->year != UNSET;
}

/* Of such a winter the months say which it is, whatever year it is called by. */
static bool edtf_winter(const expr *e, annals_edtf_date *first, annals_edtf_date *last) {
    int64_t from, to;
    if (!called_by_january(e) || e->third || !when_days(e, &from, &to)) return false;
    *first = edtf_date_of_day(e, from);
    *last = edtf_date_of_day(e, to);
    first->granularity = last->granularity = ANNALS_MONTH;
    first->day = last->day = 0;
    return true;
}

/* Weeks and nights are intervals of days. */
static bool edtf_days(const expr *e, annals_edtf_date *first, annals_edtf_date *last) {
    int64_t from, to;
    bool night = e->part == ANNALS_NIGHT && e->hour == UNSET && !some_day_of_said(e);
    if (when_days(e, &from, &to)) {
        if (!night && e->week_of_month == UNSET && e->iso_week == UNSET && !e->fiscal && !e->weekend && !e->reign)
            return false;
        *first = edtf_date_of_day(e, from);
        *last = edtf_date_of_day(e, night ? to + 1 : to);
        return true;
    }
    /* An open year: the night's second day is known all the same. */
    if (!night || e->day == UNSET || e->day >= civil_month_length(2000, e->month)) return false;
    *first = *last = edtf_date_of(e);
    last->day++;
    return true;
}

/* Midnight at the end of a day is written as the next day's first moment. */
static bool past_hour_23(const expr *e, expr *next) {
    int64_t first, last, year;
    if (e->hour != 24 || !when_days(e, &first, &last)) return false;
    *next = *e;
    next->hour = 0;
    annals_civil_of_day(first + 1, &year, &next->month, &next->day);
    next->year = (int32_t)year;
    return true;
}

static annals_text edtf_of(arena *a, const expr *e) {
    expr next_day;
    annals_edtf_date first, last;
    if (past_hour_23(e, &next_day)) return edtf_of(a, &next_day);
    if (nothing_known(e) || e->impossible || (e->month == UNSET && e->day != UNSET)) return (annals_text){0};
    if (edtf_years(e, &first, &last) || edtf_winter(e, &first, &last) || edtf_days(e, &first, &last))
        return edtf_spell_dates(a, &first, &last);
    if (reckoned(e) && (e->quarter == UNSET || e->year == UNSET)) return (annals_text){0};
    first = edtf_date_of(e);
    return edtf_spell_dates(a, &first, NULL);
}

/* ---------------------------------------------------------------- TIMEX3 */

typedef struct spelling {
    char data[160];
    size_t length;
} spelling;

static void put_sign(spelling *s, char sign) {
    if (s->length + 1 < sizeof s->data) s->data[s->length++] = sign;
}

/* At least `width` digits. */
static void put_number(spelling *s, int64_t number, size_t width) {
    char digits[20];
    size_t first = sizeof digits;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    if (number < 0) put_sign(s, '-');
    do digits[--first] = (char)('0' + rest % 10);
    while (rest /= 10);
    while (first && sizeof digits - first < width) digits[--first] = '0';
    while (first < sizeof digits) put_sign(s, digits[first++]);
}

/* As printf does it, of which "%lld" and "%02lld" are understood: dates are spelled too often for printf itself. */
static void spell(spelling *s, const char *format, int64_t a, int64_t b) {
    for (const char *p = format; *p; p++) {
        if (*p != '%') {
            put_sign(s, *p);
            continue;
        }
        size_t width = p[1] == '0' ? (size_t)(p[2] - '0') : 1;
        p += p[1] == '0' ? 2 : 0;
        p += strlen("lld");
        put_number(s, a, width);
        a = b;
    }
}

static void put(spelling *s, const char *text) {
    while (*text) put_sign(s, *text++);
}

static annals_text spelled(arena *a, const spelling *s) {
    return arena_text(a, (annals_text){s->data, s->length});
}

/* "Z", "-05"; minutes only where there are some, or where they are asked for. */
static void spell_offset(spelling *s, const expr *e, bool minutes) {
    int32_t offset = e->zone_offset;
    if (offset == UNSET) return;
    int32_t size = offset < 0 ? -offset : offset;
    if (!offset) {
        put(s, "Z");
        return;
    }
    put(s, offset < 0 ? "-" : "+");
    spell(s, "%02lld", size / 60, 0);
    if (minutes || size % 60) spell(s, ":%02lld", size % 60, 0);
}

static void timex_year(spelling *s, int64_t year) {
    if (year == UNSET) put(s, "XXXX");
    else if (year <= 0) spell(s, "BC%04lld", 1 - year, 0);
    else spell(s, "%04lld", year, 0);
}

/* Decades, centuries and millennia are years without their last digits; of a year of five digits nothing shows how many
 * are left out. */
static bool timex_years(spelling *s, const expr *e) {
    enum { LAST_CENTURY = 100, LAST_DECADE = 999 };
    if (e->year != UNSET || (e->decade == UNSET && e->century == UNSET && e->millennium == UNSET)) return false;
    bool too_long = e->decade != UNSET ? e->decade > LAST_DECADE : e->century != UNSET && e->century > LAST_CENTURY;
    if (e->era < 0 && !too_long) put(s, "BC");
    if (too_long) put(s, "XXXX");
    else if (e->decade != UNSET) spell(s, "%03lld", e->decade, 0);
    else if (e->century != UNSET) spell(s, "%02lld", e->century - 1, 0);
    else spell(s, "%lld", e->millennium - 1, 0);
    return true;
}

static bool timex_week(spelling *s, const expr *e) {
    int64_t first, last, year;
    int week;
    bool weekly = e->week_of_month != UNSET || e->iso_week != UNSET || e->weekend;
    if (!weekly || !when_days(e, &first, &last)) return false;
    civil_week_of_day((first + last) / 2, &year, &week); /* that most of its days lie in */
    timex_year(s, year);
    spell(s, "-W%02lld", week, 0);
    if (e->weekend) put(s, "-WE");
    return true;
}

/* What stands in the place of the month. */
static bool timex_part_of_year(spelling *s, const expr *e) {
    static const char *const seasons[] = {"", "SP", "SU", "FA", "WI"};
    if (e->season != UNSET) put(s, "-"), put(s, seasons[e->season]);
    if (e->quarter != UNSET) spell(s, "-Q%lld", e->quarter, 0);
    if (e->month != UNSET) spell(s, "-%02lld", e->month, 0);
    return e->season != UNSET || e->quarter != UNSET || e->month != UNSET;
}

/* TIMEX3 has no years of reigns: the days from which to which they ran, as EDTF has them. */
static bool timex_reign(spelling *s, const expr *e) {
    int64_t days[2];
    if (!e->reign || !when_days(e, &days[0], &days[1])) return false;
    for (int i = 0; i < 2; i++) {
        annals_edtf_date date = edtf_date_of_day(e, days[i]);
        if (i) put_sign(s, '/');
        timex_year(s, date.year);
        spell(s, "-%02lld-%02lld", date.month, date.day);
    }
    return true;
}

static void timex_date(spelling *s, const expr *e) {
    if (timex_years(s, e) || timex_week(s, e) || timex_reign(s, e)) return;
    if (e->fiscal) put(s, "FY");
    timex_year(s, called_by_january(e) ? e->year + 1 : e->year);
    if (e->iso_week != UNSET || (nothing_known(e) && e->weekday != UNSET)) {
        spell(s, e->iso_week != UNSET ? "-W%02lld" : "-WXX-%lld", e->iso_week != UNSET ? e->iso_week : e->weekday, 0);
        return;
    }
    if (e->unit == UNIT_WEEK && (nothing_known(e) || (e->base == BASE_SAID && e->day == UNSET))) {
        put(s, "-WXX");
        return;
    }
    bool part = timex_part_of_year(s, e), one_day = e->unit == UNIT_DAY || reckons_day(e);
    if (!part && (e->day != UNSET || (e->year == UNSET && e->unit < UNIT_YEAR))) put(s, "-XX");
    if (e->day != UNSET) spell(s, "-%02lld", e->day, 0);
    else if (some_day_of_said(e)) put(s, e->month != UNSET ? "-XX" : "-XX-XX");
    else if (reckons_day(e) && e->month != UNSET) put(s, "-XX");
    else if (!part && portions[e->third].count == 2) spell(s, "-H%lld", portions[e->third].index + 1, 0);
    else if (e->unit == UNIT_MONTH && e->base == BASE_SAID && e->year != UNSET && !part) put(s, "-XX");
    else if (nothing_known(e) && one_day && e->part == ANNALS_DAY_PART_NONE && e->hour == UNSET) put(s, "-XX");
}

/* "two hours later" */
static bool counts_hours(const expr *e) {
    return e->unit != UNIT_NONE && e->unit < UNIT_DAY && e->hour == UNSET && e->part == ANNALS_DAY_PART_NONE;
}

static void timex_of(arena *a, const expr *e, annals_timex *t) {
    spelling s = {0};
    bool clock = e->hour != UNSET, part = e->part != ANNALS_DAY_PART_NONE;
    bool hours = counts_hours(e), open = hours && nothing_known(e);
    bool of_day = hours && e->day != UNSET && e->direction > 0 && e->count < 0; /* "hours later", how many unsaid */
    t->type = clock || part || open || of_day ? ANNALS_TIMEX_TIME : ANNALS_TIMEX_DATE;
    expr spoken = *e;
    if (e->spoken_month != UNSET) {
        spoken.year = e->spoken_year;
        spoken.month = e->spoken_month;
        spoken.day = e->spoken_day;
    }
    timex_date(&s, &spoken);
    if (open) put(&s, "-XXTXX:XX");
    if (of_day) put(&s, "TXX");
    if ((clock || part) && e->day == UNSET && e->weekday == UNSET && !some_day_of_said(e)) put(&s, "-XX");
    if (clock) {
        spell(&s, "T%02lld:%02lld", e->hour, e->minute == UNSET ? 0 : e->minute);
        if (e->second != UNSET) spell(&s, ":%02lld", e->second, 0);
        spell_offset(&s, e, false);
    } else {
        put(&s, day_parts[e->part].timex);
    }
    t->value = spelled(a, &s);
    if (e->third && !clock) t->mod = annals_text_of(portions[e->third].mod);
    else if ((int)e->part == PART_SMALL_HOURS && !clock) t->mod = annals_text_of("START");
    else if (e->approximate) t->mod = annals_text_of("APPROX");
}

/* The zone that the words give, if it is one. */
static bool set_zone_of(arena *a, const expr *e, annals_when *w) {
    if (e->hour == UNSET || (e->zone_offset == UNSET && (!e->zone || *e->zone == '?'))) return true;
    spelling s = {0};
    if (e->zone) put(&s, e->zone);
    else if (!e->zone_offset) put(&s, "UTC");
    else spell_offset(&s, e, true);
    w->zone = spelled(a, &s);
    w->zone_basis = ANNALS_ZONE_STATED;
    return w->zone.data;
}

bool when_point(arena *a, const expr *e, annals_when *when, annals_timex *timex) {
    *when =
        (annals_when){.granularity = granularity_of_point(e), .approximate = e->approximate, .uncertain = e->uncertain};
    when->day_part = e->hour == UNSET ? day_parts[e->part].public : ANNALS_DAY_PART_NONE;
    when->calendar = e->calendar;
    set_bounds(e, when);
    if (!set_zone_of(a, e, when)) return false;
    when->edtf = edtf_of(a, e);
    timex_of(a, e, timex);
    if (e->daily) when->set = timex->value;
    return timex->value.data && when_limit(a, e->limit, when);
}

bool when_range(arena *a, const annals_when *from, const annals_when *to, annals_when *when) {
    *when = *from;
    when->end = to->end;
    when->day_part = ANNALS_DAY_PART_NONE;
    if (to->granularity > when->granularity) when->granularity = to->granularity;
    when->approximate |= to->approximate;
    when->uncertain |= to->uncertain;
    when->edtf = from->edtf.length && to->edtf.length ? edtf_interval(a, from->edtf, to->edtf) : (annals_text){0};
    /* Each end lies within its expression: from May begins in May, to July ends in July. */
    when->begin.latest = from->begin.latest;
    when->end.earliest = to->end.earliest;
    return !from->edtf.length || !to->edtf.length || when->edtf.data;
}

/* EDTF's set of the dates from one to another; of times of day, that of their days.  It has none of years with Y. */
static annals_text edtf_of_choice(arena *a, const annals_when *from, const annals_when *to) {
    if (*from->edtf.data == 'Y' || *to->edtf.data == 'Y') return annals_text_of("");
    bool clocked = from->granularity > ANNALS_DAY || to->granularity > ANNALS_DAY;
    bool plain =
        !clocked && !memchr(from->edtf.data, '/', from->edtf.length) && !memchr(to->edtf.data, '/', to->edtf.length);
    char first[ANNALS_BOUND_SIZE], last[ANNALS_BOUND_SIZE];
    annals_text low = from->edtf, high = to->edtf;
    if (!plain) {
        low = annals_text_of(annals_bound_iso(bound_of_day(from->begin.earliest.day), first));
        high = annals_text_of(annals_bound_iso(bound_of_day(to->end.latest.day), last));
    }
    if (low.length == high.length && !memcmp(low.data, high.data, low.length)) return arena_text(a, low);
    return arena_printf(a, "[%.*s..%.*s]", (int)low.length, low.data, (int)high.length, high.data);
}

/* "Between late 1962 and early 1963": the years say more than is meant, the months say it.  Makes a choice of the
 * months where its years are not whole. */
static bool choose_months(arena *a, annals_when *when) {
    enum { DAY = 3 /* "-01" */ };
    annals_bound first = when->begin.earliest, last = when->end.latest;
    if (when->granularity != ANNALS_YEAR || first.state != ANNALS_BOUND_DAY || last.state != ANNALS_BOUND_DAY)
        return true;
    char low[ANNALS_BOUND_SIZE], high[ANNALS_BOUND_SIZE];
    annals_text begin = annals_text_of(annals_bound_iso(first, low)),
                end = annals_text_of(annals_bound_iso(last, high));
    if (begin.length <= DAY || end.length <= DAY) return true;
    if (!strcmp(low + begin.length - 2 * DAY, "-01-01") && !strcmp(high + end.length - 2 * DAY, "-12-31")) return true;
    when->granularity = ANNALS_MONTH;
    when->begin = when->end = (annals_bounds){first, last};
    when->edtf = arena_printf(a, "[%.*s..%.*s]", (int)(begin.length - DAY), low, (int)(end.length - DAY), high);
    return when->edtf.data;
}

bool when_within(arena *a, const annals_when *from, const annals_when *to, annals_when *when) {
    annals_bounds some = {from->begin.earliest, to->end.latest};
    if (!when_range(a, from, to, when)) return false;
    bool known = annals_bound_known(some.earliest) && annals_bound_known(some.latest);
    if (!known || !from->edtf.length || !to->edtf.length) return true;
    when->begin = when->end = some;
    when->edtf = edtf_of_choice(a, from, to);
    return when->edtf.data && choose_months(a, when);
}

bool when_either(arena *a, const annals_when *first, const annals_when *second, annals_when *when) {
    annals_text begin = first->edtf, end = second->edtf;
    bool more = begin.length && *begin.data == '['; /* "or 1761" */
    *when = *first;
    when->begin.latest = second->begin.latest;
    when->end.latest = second->end.latest;
    when->edtf = arena_printf(a, "%s%.*s,%.*s]", more ? "" : "[", (int)(begin.length - more), begin.data,
                              (int)end.length, end.data);
    return when->edtf.data && choose_months(a, when);
}

/* The day before or after, where whole days are meant; a moment is its own limit. */
static annals_bound step_day(annals_bound bound, int days) {
    if (bound.state == ANNALS_BOUND_DAY) bound.day += days;
    return bound;
}

bool when_limit(arena *a, expr_limit limit, annals_when *when) {
    annals_bound open = {.state = ANNALS_BOUND_OPEN};
    if (limit == LIMIT_NONE || !when->edtf.length) return true;
    bool until = limit == LIMIT_UNTIL || limit == LIMIT_BEFORE, strict = limit == LIMIT_BEFORE || limit == LIMIT_AFTER;
    annals_bound known = until ? when->end.latest : when->begin.earliest;
    annals_text edtf = when->edtf;
    char buffer[ANNALS_BOUND_SIZE];
    if (strict && known.state == ANNALS_BOUND_DAY) {
        known = step_day(until ? when->begin.earliest : when->end.latest, until ? -1 : 1);
        edtf = annals_text_of(annals_bound_iso(known, buffer));
        when->granularity = ANNALS_DAY;
        when->begin = when->end = (annals_bounds){known, known};
    }
    if (until) when->begin = (annals_bounds){open, when->begin.latest};
    else when->end = (annals_bounds){when->end.earliest, open};
    when->edtf = edtf_interval(a, until ? (annals_text){0} : edtf, until ? edtf : (annals_text){0});
    return when->edtf.data;
}

static const char *const season_names[] = {"", "SP", "SU", "FA", "WI"};

/* What a length or a part of one is, without the P before it. */
static annals_text length_part(arena *a, const expr *length, bool *clock) {
    static const struct {
        const char *suffix;
        int factor;
    } rows[] = {
        [UNIT_NONE] = {"D", 1},       [UNIT_SECOND] = {"S", 1}, [UNIT_MINUTE] = {"M", 1},  [UNIT_HOUR] = {"H", 1},
        [UNIT_DAY] = {"D", 1},        [UNIT_WEEK] = {"W", 1},   [UNIT_MONTH] = {"M", 1},   [UNIT_QUARTER] = {"M", 3},
        [UNIT_SEASON] = {"M", 3},     [UNIT_YEAR] = {"Y", 1},   [UNIT_DECADE] = {"DE", 1}, [UNIT_CENTURY] = {"CE", 1},
        [UNIT_MILLENNIUM] = {"ML", 1}};
    bool of_clock = length->unit >= UNIT_SECOND && length->unit <= UNIT_HOUR;
    const char *prefix = of_clock && !*clock ? "T" : "", *suffix = rows[length->unit].suffix;
    if (length->season != UNSET) suffix = season_names[length->season]; /* "the past three winters" */
    if (length->part != ANNALS_DAY_PART_NONE) suffix = day_parts[length->part].timex;
    *clock = of_clock;
    if (length->count == COUNT_UNKNOWN) return arena_printf(a, "%sX%s", prefix, suffix);
    int64_t hundredths = (100 * (int64_t)length->count + length->hundredths) * rows[length->unit].factor;
    long long whole = hundredths / 100, rest = hundredths % 100;
    if (!rest) return arena_printf(a, "%s%lld%s", prefix, whole, suffix);
    if (rest % 10) return arena_printf(a, "%s%lld.%02lld%s", prefix, whole, rest, suffix);
    return arena_printf(a, "%s%lld.%lld%s", prefix, whole, rest / 10, suffix);
}

annals_text when_duration(arena *a, const expr *length) {
    annals_text spelled = annals_text_of("P");
    bool clock = false;
    if (length->weekend) return annals_text_of("P1WE");
    for (; length && spelled.data; length = length->base == BASE_DATE ? NULL : length->of) {
        annals_text part = length_part(a, length, &clock);
        if (!part.data) return part;
        spelled = arena_printf(a, "%.*s%.*s", (int)spelled.length, spelled.data, (int)part.length, part.data);
    }
    return spelled;
}

annals_text when_set(arena *a, const expr *set) {
    static const char *const units[] = {
        [UNIT_DAY] = "XXXX-XX-XX", [UNIT_WEEK] = "XXXX-WXX", [UNIT_MONTH] = "XXXX-XX", [UNIT_YEAR] = "XXXX"};
    const char *part = set->part != ANNALS_DAY_PART_NONE ? day_parts[set->part].timex : "";
    if (set->nth && set->month == UNSET) return annals_text_of(units[UNIT_MONTH]);
    if (set->nth) return arena_printf(a, "XXXX-%02d", set->month);
    if (set->weekday > SUNDAY)
        return arena_printf(a, "XXXX-WXX-%s%s", set->weekday == WEEKEND_DAYS ? "WE" : "WD", part);
    if (set->weekday != UNSET) return arena_printf(a, "XXXX-WXX-%d%s", set->weekday, part);
    if (set->part != ANNALS_DAY_PART_NONE) return arena_printf(a, "XXXX-XX-XX%s", part);
    if (set->season != UNSET) return arena_printf(a, "XXXX-%s", season_names[set->season]);
    if (set->month == UNSET && set->day != UNSET) return arena_printf(a, "XXXX-XX-%02d", set->day);
    if (set->month != UNSET && set->day != UNSET) return arena_printf(a, "XXXX-%02d-%02d", set->month, set->day);
    if (set->month != UNSET) return arena_printf(a, "XXXX-%02d", set->month);
    bool each = set->count == 1 && !set->rate && (size_t)set->unit < sizeof units / sizeof *units && units[set->unit];
    return each ? annals_text_of(units[set->unit]) : when_duration(a, set);
}

annals_text when_nth(arena *a, const expr *set) {
    if (set->nth < 0) return arena_printf(a, "XXXX-XX-WL-%d", set->weekday);
    return arena_printf(a, "XXXX-XX-W%02d-%d", set->nth, set->weekday);
}

annals_text when_quantity(length_quantity quantity) {
    static const char *const mods[] = {NULL, "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "APPROX"};
    return annals_text_of(mods[quantity]);
}
