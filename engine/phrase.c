/* phrase.c: a resolved time in English words. */
#include "annals.h"
#include "civil.h"
#include "when.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

typedef struct phrase {
    char *buffer;
    size_t size, length;
} phrase;

static void put(phrase *p, const char *format, ...) {
    va_list args;
    va_start(args, format);
    size_t room = p->length < p->size ? p->size - p->length : 0;
    int n = vsnprintf(room ? p->buffer + p->length : NULL, room, format, args);
    va_end(args);
    if (n > 0) p->length += (size_t)n;
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

static const char *month_name(int month) {
    static const char *const names[] = {"?",    "January", "February",  "March",   "April",    "May",     "June",
                                        "July", "August",  "September", "October", "November", "December"};
    return names[month >= 1 && month <= 12 ? month : 0];
}

/* Year 0 is 1 BC. */
static void put_year(phrase *p, int64_t year) {
    if (year > 0) put(p, "%lld", (long long)year);
    else put(p, "%lld BC", (long long)(1 - year));
}

static void put_day(phrase *p, civil_date d) {
    put(p, "%d %s ", d.day, month_name(d.month));
    put_year(p, d.year);
}

static void put_clock(phrase *p, annals_bound bound) {
    put(p, "%02d:%02d", bound.second / 3600, bound.second / 60 % 60);
    if (bound.state == ANNALS_BOUND_SECOND && bound.second % 60) put(p, ":%02d", bound.second % 60);
}

/* "26–27 October 1962", "30 October – 2 November 1962", "30 December 1962 – 2 January 1963" */
static void put_days(phrase *p, civil_date a, civil_date b) {
    if (a.year == b.year && a.month == b.month && a.day == b.day) {
        put_day(p, a);
    } else if (a.year == b.year && a.month == b.month) {
        put(p, "%d–", a.day);
        put_day(p, b);
    } else if (a.year == b.year) {
        put(p, "%d %s – ", a.day, month_name(a.month));
        put_day(p, b);
    } else {
        put_day(p, a);
        put(p, " – ");
        put_day(p, b);
    }
}

static void put_months(phrase *p, civil_date a, civil_date b) {
    if (a.year != b.year || a.month != b.month) {
        put(p, "%s ", month_name(a.month));
        if (a.year != b.year) put_year(p, a.year);
        put(p, a.year != b.year ? " – " : "– ");
    }
    put(p, "%s ", month_name(b.month));
    put_year(p, b.year);
}

static void put_years(phrase *p, int64_t a, int64_t b) {
    if (a != b && (a > 0) == (b > 0)) put(p, "%lld–", (long long)(a > 0 ? a : 1 - a));
    else if (a != b) {
        put_year(p, a);
        put(p, " – ");
    }
    put_year(p, b);
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

/* The portions of a period that have names, by how its beginning and end lie in it. */
static const char *portion_name(int64_t first, int64_t last, const int64_t (*limits)[2]) {
    static const char *const names[] = {"early ", "mid-", "late ", "first half of ", "second half of "};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (limits[i][0] == first && limits[i][1] == last) return names[i];
    return NULL;
}

static bool put_month_portion(phrase *p, civil_date a, civil_date b) {
    int length = civil_month_length(b.year, b.month);
    const int64_t limits[][2] = {{1, 10}, {11, 20}, {21, length}, {1, 15}, {16, length}};
    const char *name = a.year == b.year && a.month == b.month ? portion_name(a.day, b.day, limits) : NULL;
    if (!name) return false;
    put(p, "%s%s ", name, month_name(a.month));
    put_year(p, a.year);
    return true;
}

static bool put_year_portion(phrase *p, civil_date a, civil_date b) {
    static const int64_t limits[][2] = {{1, 4}, {5, 8}, {9, 12}, {1, 6}, {7, 12}};
    const char *name = a.year == b.year ? portion_name(a.month, b.month, limits) : NULL;
    if (!name) return false;
    put(p, "%s", name);
    put_year(p, a.year);
    return true;
}

static bool put_decade_portion(phrase *p, civil_date a, civil_date b) {
    static const int64_t limits[][2] = {{0, 2}, {3, 5}, {6, 9}, {0, 4}, {5, 9}};
    const char *name = a.year > 0 && a.year / 10 == b.year / 10 ? portion_name(a.year % 10, b.year % 10, limits) : NULL;
    if (!name) return false;
    put(p, "%s%llds", name, (long long)(a.year / 10 * 10));
    return true;
}

/* "early November 1962", "late 1961", "mid-1960s"; false when it is no such portion, or lasts all that time. */
static bool put_portion(phrase *p, const annals_when *w, civil_date a, civil_date b) {
    bool somewhere = same(w->begin.earliest, w->end.earliest) && same(w->begin.latest, w->end.latest);
    if (!somewhere) return false;
    if (w->granularity == ANNALS_MONTH) return put_month_portion(p, a, b);
    if (!whole_months(a, b)) return false;
    if (w->granularity == ANNALS_YEAR) return put_year_portion(p, a, b);
    return w->granularity == ANNALS_DECADE && whole_years(a, b) && put_decade_portion(p, a, b);
}

/* "spring"; one month of it is its early, middle or late part. */
static void put_season_name(phrase *p, int month, bool one_month) {
    static const char *const names[] = {"winter", "spring", "summer", "autumn"}, *const portions[] = {"early ", "mid-",
                                                                                                      "late "};
    put(p, "%s%s", one_month ? portions[month % 3] : "", names[month % 12 / 3]);
}

static void put_season(phrase *p, civil_date a, civil_date b) {
    put_season_name(p, a.month, a.month == b.month && a.year == b.year);
    put(p, " ");
    put_years(p, a.year, b.year);
}

static const char *ordinal_suffix(int64_t n) {
    if (n % 100 >= 11 && n % 100 <= 13) return "th";
    return n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
}

static bool put_long_period(phrase *p, annals_granularity g, civil_date a, civil_date b) {
    int64_t years = b.year - a.year + 1;
    if (g == ANNALS_DECADE && years == 10 && a.year > 0 && a.year % 10 == 0) {
        put(p, "%llds", (long long)a.year);
        return true;
    }
    int64_t length = g == ANNALS_CENTURY ? 100 : g == ANNALS_MILLENNIUM ? 1000 : 0;
    if (!length || years < length || a.year < 0) return false;
    int64_t n = a.year / length + 1;
    put(p, "%lld%s %s", (long long)n, ordinal_suffix(n), g == ANNALS_CENTURY ? "century" : "millennium");
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

static void put_clock_part(phrase *p, const annals_when *w, annals_bound a, annals_bound b) {
    if (w->approximate) put(p, "about ");
    if (w->day_part != ANNALS_DAY_PART_NONE) {
        put(p, "%s", a.day == b.day ? part_name(w->day_part, a.second, b.second) : annals_day_part_name(w->day_part));
    } else if (has_clock(a) && has_clock(b)) {
        bool late = same(w->end.earliest, w->end.latest) && !same(w->begin.earliest, w->begin.latest);
        if (late) put(p, "until ");
        else put_clock(p, a);
        if (!late && !same(a, b)) put(p, "–");
        if (late || !same(a, b)) put_clock(p, b);
    } else if (has_clock(a)) {
        put(p, "from ");
        put_clock(p, a);
    } else if (has_clock(b)) {
        put(p, "until ");
        put_clock(p, b);
    }
    if (p->length && w->zone.length) put(p, " (%.*s)", (int)w->zone.length, w->zone.data);
}

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

static void put_open_year(phrase *p, const annals_when *w, const char *edtf) {
    int month, day, last_month;
    open_year_fields(edtf, &month, &day, &last_month);
    bool until = edtf != w->edtf.data, from = !until && strstr(edtf, "/..");
    if (until || from) put(p, until ? "until " : "from ");
    if (w->day_part != ANNALS_DAY_PART_NONE)
        put(p, w->day_part == ANNALS_NIGHT ? "night of " : "%s of ", annals_day_part_name(w->day_part));
    if (month < 1 || month > 12) {
        put(p, "date not known");
        return;
    }
    if (w->granularity == ANNALS_SEASON)
        put_season_name(p, month, !until && !from && (month == last_month || !last_month));
    else if (day) put(p, "%d %s", day, month_name(month));
    else if (last_month) put(p, "%s – %s", month_name(month), month_name(last_month));
    else put(p, "%s", month_name(month));
    put(p, ", year not known");
}

/* Some moment of several days that have no name of their own: "between 1 and 7 November 1962". */
static bool put_between(phrase *p, const annals_when *w, civil_date a, civil_date b) {
    bool days = w->granularity == ANNALS_DAY || w->granularity == ANNALS_WEEK;
    bool somewhere = same(w->begin.earliest, w->end.earliest) && same(w->begin.latest, w->end.latest);
    if (!days || !somewhere || w->begin.earliest.day == w->begin.latest.day) return false;
    put(p, "between %d", a.day);
    if (a.month != b.month || a.year != b.year) put(p, " %s", month_name(a.month));
    if (a.year != b.year) put(p, " "), put_year(p, a.year);
    put(p, " and ");
    put_day(p, b);
    return true;
}

static void put_known(phrase *p, const annals_when *w, annals_bound first, annals_bound last) {
    civil_date a = civil_of(first), b = civil_of(last);
    bool clocked = w->day_part != ANNALS_DAY_PART_NONE || has_clock(first) || has_clock(last);
    bool to_midnight = has_clock(first) && has_clock(last) && last.day == first.day + 1 && !last.second && !w->day_part;
    if (to_midnight) {
        put_day(p, a);
        put(p, ", ");
        put_clock(p, first);
        put(p, "–24:00");
    } else if (w->day_part == ANNALS_NIGHT && last.day == first.day + 1) {
        put(p, "night of ");
        put_days(p, a, b);
    } else if (clocked && first.day == last.day) {
        put_day(p, a);
        put(p, ", ");
        put_clock_part(p, w, first, last);
    } else if (clocked) {
        put_day(p, a);
        if (has_clock(first)) put(p, ", "), put_clock(p, first);
        put(p, " – ");
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

static void put_when(phrase *p, const annals_when *w) {
    bool begins = annals_bound_known(w->begin.earliest), ends = annals_bound_known(w->end.latest);
    bool first_known = annals_bound_known(first_moment(w)), last_known = annals_bound_known(last_moment(w));
    if (!first_known && !last_known) {
        const char *open_year = open_year_of(w);
        if (open_year) put_open_year(p, w, open_year);
        else put(p, w->day_part ? "%s, day not known" : "date not known", annals_day_part_name(w->day_part));
        return;
    }
    bool clocked = has_clock(first_moment(w)) && has_clock(last_moment(w)) && first_moment(w).day == last_moment(w).day;
    if (w->approximate && !clocked) put(p, "about ");
    annals_when known = *w;
    if (!begins && last_known) {
        put(p, "until ");
        known = one_end(w, w->end);
    } else if (!ends && first_known) {
        put(p, "from ");
        known = one_end(w, w->begin);
    }
    put_known(p, &known, first_moment(&known), last_moment(&known));
}

size_t annals_when_phrase(const annals_when *when, char *buffer, size_t size) {
    phrase p = {buffer, size, 0};
    if (size) buffer[0] = 0;
    put_when(&p, when);
    if (when->uncertain) put(&p, " (?)");
    return finish(&p);
}

size_t annals_when_clock_phrase(const annals_when *when, char *buffer, size_t size) {
    phrase p = {buffer, size, 0};
    if (size) buffer[0] = 0;
    put_clock_part(&p, when, first_moment(when), last_moment(when));
    return finish(&p);
}
