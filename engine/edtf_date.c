#include "edtf.h"

#include "civil.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* ---------------------------------------------------------------- reading characters */

char edtf_peek(const edtf_reader *r) {
    return r->at < r->text.length ? r->text.data[r->at] : 0;
}

bool edtf_take(edtf_reader *r, char c) {
    if (edtf_peek(r) != c || r->at == r->text.length) return false;
    r->at++;
    return true;
}

/* All before the place is ASCII, so that bytes are columns. */
bool edtf_wrong(edtf_reader *r, size_t at, const char *format, ...) {
    char message[200];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    if (!r->error || r->error->status != ANNALS_OK) return false;
    annals_fail(r->error, ANNALS_DATE, "%s", message);
    r->error->column = at + 1;
    return false;
}

typedef struct digits {
    int64_t number; /* X counts as 0 */
    unsigned unspecified;
    int count;
    size_t at;
} digits;

/* At most `limit` digits in a row, or X where `with_x`. */
static digits read_digits(edtf_reader *r, int limit, bool with_x) {
    digits d = {.at = r->at};
    for (char c; d.count < limit; d.count++, r->at++) {
        c = edtf_peek(r);
        bool unspecified = c == 'X' && with_x;
        if (!unspecified && (c < '0' || c > '9')) break;
        d.number = d.number * 10 + (unspecified ? 0 : c - '0');
        d.unspecified = d.unspecified << 1 | unspecified;
    }
    return d;
}

static unsigned read_qualifier(edtf_reader *r) {
    if (edtf_take(r, '?')) return ANNALS_EDTF_UNCERTAIN;
    if (edtf_take(r, '~')) return ANNALS_EDTF_APPROXIMATE;
    return edtf_take(r, '%') ? ANNALS_EDTF_UNCERTAIN | ANNALS_EDTF_APPROXIMATE : 0;
}

/* ---------------------------------------------------------------- years */

static bool read_significant(edtf_reader *r, annals_edtf_date *date) {
    if (!edtf_take(r, 'S')) return true;
    digits d = read_digits(r, 4, false);
    if (!d.number) return edtf_wrong(r, d.at, "S lacks a number; write how many digits are significant, as in 1950S2");
    date->significant_digits = (int)d.number;
    date->level = 2;
    return true;
}

/* Y17E7: a year of more than four digits, or one with an exponent. */
static bool read_long_year(edtf_reader *r, annals_edtf_date *date) {
    date->long_year = true;
    date->level = 1;
    date->negative = edtf_take(r, '-');
    digits d = read_digits(r, 18, false);
    if (!d.count) return edtf_wrong(r, d.at, "Y lacks its year; write digits behind it, as in Y17000");
    if (r->text.data[d.at] == '0') return edtf_wrong(r, d.at, "a year with Y begins with 0; leave the 0 out");
    if (edtf_peek(r) >= '0' && edtf_peek(r) <= '9')
        return edtf_wrong(r, d.at, "a year of more than 18 digits; write it with an exponent, as in Y17E20");
    date->year = date->negative ? -d.number : d.number;
    if (edtf_take(r, 'E')) {
        digits exponent = read_digits(r, 4, false);
        if (!exponent.number)
            return edtf_wrong(r, exponent.at, "E lacks its exponent; write how many zeros follow, as in Y17E7");
        date->exponent = (int)exponent.number;
        date->level = 2;
    } else if (d.count < 5) {
        return edtf_wrong(r, d.at, "a year of four digits takes no Y; leave the Y out");
    }
    return read_significant(r, date);
}

/* "19", "-04": the years whose number divided by 100, rounded down, is that; "196": the same with 10. */
static bool read_coarse(edtf_reader *r, annals_edtf_date *date, digits d) {
    bool century = d.count == 2;
    if (date->negative && !d.number) return edtf_wrong(r, d.at, "there is no -0; leave the minus out");
    date->granularity = century ? ANNALS_CENTURY : ANNALS_DECADE;
    date->year = (date->negative ? -d.number : d.number) * (century ? 100 : 10);
    date->qualifier[ANNALS_EDTF_YEAR] = read_qualifier(r);
    date->level = date->qualifier[ANNALS_EDTF_YEAR] || !century ? 2 : date->negative;
    return true;
}

static bool check_year(edtf_reader *r, const annals_edtf_date *date, digits d) {
    char next = edtf_peek(r);
    if (!d.count && next)
        return edtf_wrong(r, d.at, "a date cannot begin like this; begin with a year of four digits, as in 1962-10-27");
    if (!d.count) return edtf_wrong(r, d.at, "a date is missing; write one such as 1962-10-27");
    if (d.count > 4 && d.unspecified) return edtf_wrong(r, d.at, "a year has four digits; put - before the month");
    if (d.count > 4) return edtf_wrong(r, d.at, "a year has four digits; write a longer one with Y, as in Y17000");
    if (d.count < 4) return edtf_wrong(r, d.at, "a year has four digits; fill it up with 0 or X");
    if (date->negative && !d.number && !d.unspecified)
        return edtf_wrong(r, d.at, "there is no year -0000; write 0000, the year before 0001");
    return true;
}

/* ---------------------------------------------------------------- parts */

/* What was met while a date was read, for its level. */
typedef struct marks {
    bool individual; /* a qualifier before a part, or behind one that is not the last */
    size_t part_at;
} marks;

static void qualify_group(annals_edtf_date *date, int part, unsigned qualifier) {
    for (int i = 0; i <= part; i++) date->qualifier[i] |= qualifier;
}

static bool read_season(edtf_reader *r, annals_edtf_date *date, digits d, const marks *m) {
    if (date->unspecified[ANNALS_EDTF_YEAR])
        return edtf_wrong(r, d.at, "a season needs a whole year; write the year without X");
    if (m->individual || date->qualifier[ANNALS_EDTF_YEAR] || read_qualifier(r))
        return edtf_wrong(r, d.at, "a season takes no qualifier; leave it out, or write an interval of months");
    date->season = (int)d.number;
    date->granularity = ANNALS_SEASON;
    return true;
}

static bool check_month(edtf_reader *r, digits d) {
    if (d.count != 2)
        return edtf_wrong(r, r->at, "two digits are missing for the month; write it like 03, or XX when unknown");
    for (int month = 1; month <= 12; month++)
        if (edtf_fits(month, (int)d.number, d.unspecified)) return true;
    return edtf_wrong(r, d.at, "there is no month %.2s; months are 01 to 12, seasons and other parts of years 21 to 41",
                      r->text.data + d.at);
}

static bool read_month(edtf_reader *r, annals_edtf_date *date, marks *m) {
    unsigned before = read_qualifier(r);
    m->individual |= before || date->qualifier[ANNALS_EDTF_YEAR];
    digits d = read_digits(r, 2, true);
    m->part_at = d.at;
    if (d.count == 2 && !d.unspecified && d.number >= EDTF_FIRST_SEASON && d.number <= EDTF_LAST_SEASON)
        return read_season(r, date, d, m);
    if (!check_month(r, d)) return false;
    date->granularity = ANNALS_MONTH;
    date->month = (int)d.number;
    date->unspecified[ANNALS_EDTF_MONTH] = d.unspecified;
    date->qualifier[ANNALS_EDTF_MONTH] = before;
    unsigned behind = read_qualifier(r);
    qualify_group(date, ANNALS_EDTF_MONTH, behind);
    m->individual |= behind && edtf_peek(r) == '-';
    return true;
}

static bool read_day(edtf_reader *r, annals_edtf_date *date, marks *m) {
    unsigned before = read_qualifier(r);
    m->individual |= before != 0;
    digits d = read_digits(r, 2, true);
    m->part_at = d.at;
    if (d.count != 2)
        return edtf_wrong(r, r->at, "two digits are missing for the day; write it like 05, or XX when unknown");
    date->granularity = ANNALS_DAY;
    date->day = (int)d.number;
    date->unspecified[ANNALS_EDTF_DAY] = d.unspecified;
    date->qualifier[ANNALS_EDTF_DAY] = before;
    qualify_group(date, ANNALS_EDTF_DAY, read_qualifier(r));
    return true;
}

/* ---------------------------------------------------------------- times of day */

static bool read_clock_part(edtf_reader *r, const char *name, int last, int *number) {
    digits d = read_digits(r, 2, false);
    if (d.count != 2) return edtf_wrong(r, r->at, "two digits are missing for the %s; write it like 07", name);
    *number = (int)d.number;
    return *number <= last || edtf_wrong(r, d.at, "there is no %s %d; the last is %d", name, *number, last);
}

static bool read_fraction(edtf_reader *r, annals_edtf_date *date) {
    digits d = read_digits(r, 9, false);
    if (!d.count) return edtf_wrong(r, r->at, "digits are missing behind the point; leave the point out");
    int64_t nanosecond = d.number;
    for (int i = d.count; i < 9; i++) nanosecond *= 10;
    date->nanosecond = (int)nanosecond;
    while (edtf_peek(r) >= '0' && edtf_peek(r) <= '9') r->at++;
    return true;
}

/* The offsets that are in use, which are those of ISO 8601-1 with a bound to mistakes; -00:00 says nothing. */
static bool read_zone(edtf_reader *r, annals_edtf_date *date) {
    enum { FIRST = -12 * 60, LAST = 14 * 60 };
    size_t at = r->at;
    if (edtf_take(r, 'Z')) return date->zoned = true;
    bool behind = edtf_take(r, '-');
    if (!behind && !edtf_take(r, '+')) return true;
    int hours = 0, minutes = 0;
    if (!read_clock_part(r, "hour", 23, &hours)) return false;
    if (edtf_peek(r) >= '0' && edtf_peek(r) <= '9')
        return edtf_wrong(r, r->at, "a colon is missing in the time's zone; write it like +02:30");
    if (edtf_take(r, ':') && !read_clock_part(r, "minute", 59, &minutes)) return false;
    int offset = hours * 60 + minutes;
    if (behind && !offset) return edtf_wrong(r, at, "there is no zone -00:00; write +00:00 or Z");
    date->zoned = true;
    date->zone_minutes = behind ? -offset : offset;
    if (date->zone_minutes >= FIRST && date->zone_minutes <= LAST) return true;
    return edtf_wrong(r, at, "no zone is so far from UTC; write one from -12:00 to +14:00");
}

/* A leap second is the last second of a month in UTC; without a zone, the last of its hour on a day next to that. */
static bool is_leap_second(const annals_edtf_date *date) {
    int64_t year;
    int month, day;
    int64_t second = date->hour * 3600 + date->minute * 60 + 59 - (int64_t)date->zone_minutes * 60;
    annals_bound utc =
        bound_of_second(annals_day_of_civil(date->year, date->month, date->day), second, ANNALS_BOUND_SECOND);
    annals_civil_of_day(utc.day, &year, &month, &day);
    bool month_ends = day == civil_month_length(year, month);
    if (date->zoned) return month_ends && utc.second == SECONDS_PER_DAY - 1;
    return utc.second % 3600 == 3599 && (month_ends || day == 1);
}

static bool check_time(edtf_reader *r, const annals_edtf_date *date, size_t at) {
    if (date->hour == 24 && (date->minute || date->second || date->nanosecond))
        return edtf_wrong(r, at, "nothing comes after 24:00; write the time of the next day");
    if (date->second == 60 && !is_leap_second(date))
        return edtf_wrong(r, at, "this minute has no leap second; the last second is 59");
    return true;
}

static bool read_time(edtf_reader *r, annals_edtf_date *date) {
    size_t at = r->at;
    for (int part = 0; part < ANNALS_EDTF_PARTS; part++)
        if (date->unspecified[part] || date->qualifier[part])
            return edtf_wrong(r, at - 1, "a time of day needs a plain date; leave out X, ?, ~ and %%");
    if (!read_clock_part(r, "hour", 24, &date->hour)) return false;
    if (!edtf_take(r, ':')) return edtf_wrong(r, r->at, "the minutes are missing; write the time like 09:20:00");
    if (!read_clock_part(r, "minute", 59, &date->minute)) return false;
    date->granularity = ANNALS_MINUTE;
    if (edtf_take(r, ':')) {
        if (!read_clock_part(r, "second", 60, &date->second)) return false;
        date->granularity = ANNALS_SECOND;
        if (edtf_take(r, '.') && !read_fraction(r, date)) return false;
    }
    return read_zone(r, date) && check_time(r, date, at);
}

/* ---------------------------------------------------------------- dates */

/* Level 1 has X only from the right: 196X, 19XX, XXXX, 1962-XX, 1962-10-XX, 1962-XX-XX, XXXX-XX-XX. */
static bool is_unspecified_from_right(const annals_edtf_date *date) {
    enum { PART = 3, WHOLE_YEAR = 15 };
    unsigned year = date->unspecified[ANNALS_EDTF_YEAR], month = date->unspecified[ANNALS_EDTF_MONTH],
             day = date->unspecified[ANNALS_EDTF_DAY];
    bool has_month = date->granularity >= ANNALS_MONTH, has_day = date->granularity >= ANNALS_DAY;
    if ((month && month != PART) || (day && day != PART)) return false;
    if (has_day && month && !day) return false;
    if (year == WHOLE_YEAR) return (!has_month || month) && (!has_day || day);
    return !year || ((year == 1 || year == 3) && !has_month);
}

static int level_of(const annals_edtf_date *date, bool individual) {
    bool qualified = date->qualifier[0] || date->qualifier[1] || date->qualifier[2];
    bool unspecified = date->unspecified[0] || date->unspecified[1] || date->unspecified[2];
    if (individual || (qualified && unspecified) || (unspecified && !is_unspecified_from_right(date))) return 2;
    if (date->season) return date->season < EDTF_FIRST_SEASON + 4 ? 1 : 2;
    return qualified || unspecified || date->negative;
}

static bool no_such_day(edtf_reader *r, const annals_edtf_date *date, size_t at) {
    bool plain = !date->unspecified[ANNALS_EDTF_YEAR] && !date->unspecified[ANNALS_EDTF_MONTH];
    if (plain && !date->unspecified[ANNALS_EDTF_DAY])
        return edtf_wrong(r, at, "this month has no day %02d; its days are 01 to %02d", date->day,
                          civil_month_length(date->year, date->month));
    return edtf_wrong(r, at, "there is no such day in any of these months; change the digits or the X");
}

static bool read_calendar_date(edtf_reader *r, annals_edtf_date *date, digits d, bool before) {
    marks m = {.individual = before, .part_at = d.at};
    if (!check_year(r, date, d)) return false;
    date->year = date->negative ? -d.number : d.number;
    date->unspecified[ANNALS_EDTF_YEAR] = d.unspecified;
    if (edtf_peek(r) == 'S' && !d.unspecified && !before) return read_significant(r, date);
    date->qualifier[ANNALS_EDTF_YEAR] |= read_qualifier(r);
    if (edtf_take(r, '-')) {
        if (!read_month(r, date, &m)) return false;
        if (!date->season && edtf_take(r, '-') && !read_day(r, date, &m)) return false;
        if (date->granularity == ANNALS_DAY && edtf_take(r, 'T') && !read_time(r, date)) return false;
    }
    if (!edtf_bound(date)) return no_such_day(r, date, m.part_at);
    date->level = level_of(date, m.individual);
    return true;
}

bool edtf_read_date(edtf_reader *r, annals_edtf_date *date) {
    *date = (annals_edtf_date){.state = ANNALS_EDTF_GIVEN, .granularity = ANNALS_YEAR};
    unsigned before = read_qualifier(r);
    if (edtf_take(r, 'Y')) {
        if (before) return edtf_wrong(r, r->at - 2, "a year with Y takes no qualifier; leave it out");
        return read_long_year(r, date) && edtf_bound(date);
    }
    date->qualifier[ANNALS_EDTF_YEAR] = before;
    date->negative = edtf_take(r, '-');
    digits d = read_digits(r, 18, true);
    if ((d.count == 2 || d.count == 3) && !d.unspecified && !before) return read_coarse(r, date, d) && edtf_bound(date);
    return read_calendar_date(r, date, d, before) && (!date->significant_digits || edtf_bound(date));
}
