/* ticks.c: ticks of an axis on two levels, from minutes to millions of years.  There is no year 0: the year before AD 1
 * is 1 BC, and round years before Christ are counted from there. */
#include "ticks.h"
#include "buffer.h"

#include <string.h>

typedef enum time_unit { UNIT_MINUTE, UNIT_DAY, UNIT_MONTH, UNIT_YEAR } time_unit;

typedef struct step {
    time_unit unit;
    int64_t count;
    double seconds; /* about */
} step;

enum { MINUTE = 60, HOUR = 3600 };

/* From fine to coarse.  Clock steps are in minutes and divide a day. */
static const step steps[] = {
    {UNIT_MINUTE, 1, 60},
    {UNIT_MINUTE, 5, 300},
    {UNIT_MINUTE, 10, 600},
    {UNIT_MINUTE, 30, 1800},
    {UNIT_MINUTE, 60, 3600},
    {UNIT_MINUTE, 120, 7200},
    {UNIT_MINUTE, 180, 10800},
    {UNIT_MINUTE, 360, 21600},
    {UNIT_MINUTE, 720, 43200},
    {UNIT_DAY, 1, 86400},
    {UNIT_DAY, 2, 2 * 86400},
    {UNIT_DAY, 5, 5 * 86400},
    {UNIT_DAY, 10, 10 * 86400},
    {UNIT_MONTH, 1, MONTH_SECONDS},
    {UNIT_MONTH, 3, 3 * MONTH_SECONDS},
    {UNIT_MONTH, 6, 6 * MONTH_SECONDS},
    {UNIT_YEAR, 1, YEAR_SECONDS},
    {UNIT_YEAR, 2, 2 * YEAR_SECONDS},
    {UNIT_YEAR, 5, 5 * YEAR_SECONDS},
    {UNIT_YEAR, 10, 10 * YEAR_SECONDS},
    {UNIT_YEAR, 20, 20 * YEAR_SECONDS},
    {UNIT_YEAR, 50, 50 * YEAR_SECONDS},
    {UNIT_YEAR, 100, 100 * YEAR_SECONDS},
    {UNIT_YEAR, 200, 200 * YEAR_SECONDS},
    {UNIT_YEAR, 500, 500 * YEAR_SECONDS},
    {UNIT_YEAR, 1000, 1e3 * YEAR_SECONDS},
    {UNIT_YEAR, 2000, 2e3 * YEAR_SECONDS},
    {UNIT_YEAR, 5000, 5e3 * YEAR_SECONDS},
    {UNIT_YEAR, 10000, 1e4 * YEAR_SECONDS},
    {UNIT_YEAR, 20000, 2e4 * YEAR_SECONDS},
    {UNIT_YEAR, 50000, 5e4 * YEAR_SECONDS},
    {UNIT_YEAR, 100000, 1e5 * YEAR_SECONDS},
    {UNIT_YEAR, 200000, 2e5 * YEAR_SECONDS},
    {UNIT_YEAR, 500000, 5e5 * YEAR_SECONDS},
    {UNIT_YEAR, 1000000, 1e6 * YEAR_SECONDS},
    {UNIT_YEAR, 2000000, 2e6 * YEAR_SECONDS},
    {UNIT_YEAR, 5000000, 5e6 * YEAR_SECONDS},
    {UNIT_YEAR, 10000000, 1e7 * YEAR_SECONDS},
    {UNIT_YEAR, 20000000, 2e7 * YEAR_SECONDS},
    {UNIT_YEAR, 50000000, 5e7 * YEAR_SECONDS},
    {UNIT_YEAR, 100000000, 1e8 * YEAR_SECONDS},
    {UNIT_YEAR, 200000000, 2e8 * YEAR_SECONDS},
    {UNIT_YEAR, 500000000, 5e8 * YEAR_SECONDS},
    {UNIT_YEAR, 1000000000, 1e9 * YEAR_SECONDS},
    {UNIT_YEAR, 2000000000, 2e9 * YEAR_SECONDS},
    {UNIT_YEAR, 5000000000, 5e9 * YEAR_SECONDS},
};
enum { STEP_COUNT = sizeof steps / sizeof *steps };

typedef struct civil_time {
    int64_t year;
    int month, day;
    int minute; /* of the day */
} civil_time;

static int64_t floor_div(int64_t a, int64_t b) {
    return a / b - (a % b < 0);
}

static civil_time civil_of(moment at) {
    civil_time c;
    int64_t day = floor_div(at, SECONDS_A_DAY);
    annals_civil_of_day(day, &c.year, &c.month, &c.day);
    c.minute = (int)((at - day * SECONDS_A_DAY) / MINUTE);
    return c;
}

static moment moment_of(int64_t year, int month, int day) {
    return annals_day_of_civil(year, month, day) * SECONDS_A_DAY;
}

/* ------------------------------------------------------------------ stepping */

/* The first round year at or after `year`: 500 BC, 400 BC, ... 100 BC, AD 1, AD 100. */
static int64_t round_year(int64_t year, int64_t count) {
    if (count == 1 || year == 1) return year;
    if (year > 1) return floor_div(year + count - 1, count) * count;
    int64_t before_christ = (1 - year) / count * count;
    return before_christ ? 1 - before_christ : 1;
}

static bool round_day(int day, int64_t count) {
    if (day == 1 || count == 1) return true;
    int limit = 32 - (int)(count + 1) / 2;
    return day < limit && (count == 2 ? day % 2 == 1 : day % count == 0);
}

static moment next_day_tick(moment at, int64_t count) {
    for (int64_t day = floor_div(at + SECONDS_A_DAY - 1, SECONDS_A_DAY);; day++) {
        moment m = day * SECONDS_A_DAY;
        if (round_day(civil_of(m).day, count)) return m;
    }
}

static moment next_month_tick(moment at, int64_t count) {
    civil_time c = civil_of(at);
    int64_t months = c.year * 12 + c.month - 1;
    if (moment_of(c.year, c.month, 1) < at) months++;
    months = floor_div(months + count - 1, count) * count;
    int64_t year = floor_div(months, 12);
    return moment_of(year, (int)(months - year * 12) + 1, 1);
}

/* The first tick at or after `at`. */
static moment next_tick(const step *s, moment at) {
    if (s->unit == UNIT_MINUTE) return floor_div(at + s->count * MINUTE - 1, s->count * MINUTE) * s->count * MINUTE;
    if (s->unit == UNIT_DAY) return next_day_tick(at, s->count);
    if (s->unit == UNIT_MONTH) return next_month_tick(at, s->count);
    int64_t year = civil_of(at).year;
    if (moment_of(year, 1, 1) < at) year++;
    return moment_of(round_year(year, s->count), 1, 1);
}

/* ------------------------------------------------------------------ what all labels share */

typedef struct maker {
    memory_pool *pool;
    const wording *say;
    text_measure measure;
    tick_gaps gaps;
    const time_scale *scale;
    const scale_segment *segment;
    ticks *out;
    size_t tick_room, label_room;
    buffer words;
    bool moved; /* the last label, inwards from the begin of the segment */
    bool failed;
} maker;

/* ------------------------------------------------------------------ words */

static void put_clock(buffer *b, int minute) {
    for (int part = 0; part < 2; part++) {
        int value = part ? minute % 60 : minute / 60;
        if (part) buffer_string(b, ":");
        if (value < 10) buffer_string(b, "0");
        buffer_integer(b, value);
    }
}

static void put_year(maker *m, int64_t year) {
    buffer_text(&m->words, words_year(m->say, year, civil_of(m->scale->segments[0].from).year <= 0));
}

/* The label of a tick of the first level. */
static void put_tick(maker *m, time_unit unit, moment at) {
    civil_time c = civil_of(at);
    if (unit == UNIT_MINUTE) put_clock(&m->words, c.minute);
    else if (unit == UNIT_DAY) buffer_integer(&m->words, c.day);
    else if (unit == UNIT_MONTH) buffer_text(&m->words, annals_month_name(m->say->phrasing.language, c.month, true));
    else put_year(m, c.year);
}

/* "22 Oct", "Oct 22", "Oct" */
static void put_brief(maker *m, bool with_day, civil_time c) {
    bool month_first = m->say->phrasing.style == ANNALS_DATE_MDY;
    if (with_day && !month_first) buffer_integer(&m->words, c.day), buffer_string(&m->words, " ");
    buffer_text(&m->words, annals_month_name(m->say->phrasing.language, c.month, true));
    if (with_day && month_first) buffer_string(&m->words, " "), buffer_integer(&m->words, c.day);
}

/* The label of a period of the second level, at three lengths. */
static void put_period(maker *m, time_unit unit, moment at, int length) {
    civil_time c = civil_of(at);
    bool day = unit == UNIT_DAY;
    if (unit == UNIT_YEAR) {
        put_year(m, c.year);
    } else if (!length || m->say->phrasing.style == ANNALS_DATE_ISO) {
        moment from = moment_of(c.year, c.month, day ? c.day : 1);
        moment to = day ? from + SECONDS_A_DAY : next_month_tick(from + 1, 1);
        buffer_text(&m->words, words_period(m->say, from, to, (common_year){0}));
    } else {
        put_brief(m, day, c);
        if (length > 1) return;
        buffer_string(&m->words, day && m->say->phrasing.style == ANNALS_DATE_MDY ? ", " : " ");
        put_year(m, c.year);
    }
}

static const step *second_level(time_unit unit) {
    static const step levels[] = {
        [UNIT_MINUTE] = {UNIT_DAY, 1, 86400},
        [UNIT_DAY] = {UNIT_MONTH, 1, MONTH_SECONDS},
        [UNIT_MONTH] = {UNIT_YEAR, 1, YEAR_SECONDS},
    };
    return unit == UNIT_YEAR ? NULL : &levels[unit];
}

/* ------------------------------------------------------------------ one segment */

static const double inset = 0.5;

/* An array of the pool that has room for one more item; the old one stays behind in the pool. */
static void *with_room(maker *m, void *items, size_t count, size_t *room, size_t size) {
    if (count < *room) return items;
    size_t larger = *room ? *room * 2 : 64;
    void *copy = pool_take(m->pool, larger, size);
    if (copy && count) memcpy(copy, items, count * size);
    if (copy) *room = larger;
    m->failed |= !copy;
    return copy ? copy : items;
}

static void add_tick(maker *m, tick t) {
    m->out->ticks = with_room(m, m->out->ticks, m->out->count, &m->tick_room, sizeof t);
    if (!m->failed) m->out->ticks[m->out->count++] = t;
}

static void add_label(maker *m, text_block block, double x, int row) {
    m->out->labels = with_room(m, m->out->labels, m->out->label_count, &m->label_room, sizeof *m->out->labels);
    if (!m->failed) m->out->labels[m->out->label_count++] = (tick_label){block, x, row};
}

/* Set what was put into `words`, and empty it. */
static text_block set_words(maker *m, text_style style) {
    text_block block = {.style = style};
    annals_text words = {m->words.data, m->words.length};
    annals_text copy = text_clean(m->pool, words);
    m->failed |=
        m->words.failed || !copy.data || !m->measure.wrap(m->measure.context, m->pool, style, copy, 1000, &block);
    m->words.length = 0;
    return block;
}

static double millimetres_of(const maker *m, const step *s) {
    const scale_segment *g = m->segment;
    return s->seconds / (double)(g->to - g->from) * (g->right - g->left);
}

/* The widest label that ticks of this step can have in the segment. */
static double label_width(maker *m, const step *s) {
    static const char *const samples[] = {[UNIT_MINUTE] = "00:00", [UNIT_DAY] = "30", [UNIT_MONTH] = "Mar"};
    if (s->unit != UNIT_YEAR) buffer_string(&m->words, samples[s->unit]);
    else put_year(m, civil_of(m->segment->from).year);
    double first = set_words(m, STYLE_TICK).width;
    if (s->unit != UNIT_YEAR) return first;
    put_year(m, civil_of(m->segment->to).year);
    double last = set_words(m, STYLE_TICK).width;
    return first > last ? first : last;
}

/* The finest step whose labels have room, and that tells no more than is known. */
static const step *choose_step(maker *m) {
    double width = 0;
    for (size_t i = 0; i < STEP_COUNT && !m->failed; i++) {
        if (!i || steps[i].unit != steps[i - 1].unit) width = label_width(m, &steps[i]);
        if (steps[i].seconds < m->segment->grain) continue;
        /* Months and round days are not evenly long. */
        double slack = steps[i].unit == UNIT_DAY && steps[i].count > 1 ? 0.8 : 0.92;
        if (millimetres_of(m, &steps[i]) * slack >= width + m->gaps.labels) return &steps[i];
    }
    return &steps[STEP_COUNT - 1];
}

/* How far a label may reach into a break; that of the other side may, too. */
static const double beside_break = (SCALE_BREAK_MM - 1.4) / 2;

/* Days, months and years are stretches: their names stand in the middle.  Round numbers and clock times are moments:
 * their names stand at the tick. */
static void label_tick(maker *m, const step *s, moment at, double *taken) {
    const scale_segment *g = m->segment;
    put_tick(m, s->unit, at);
    text_block block = set_words(m, STYLE_TICK);
    double x = scale_position(m->scale, at < g->from ? g->from : at), left = x - block.width / 2;
    if (s->count == 1 && s->unit != UNIT_MINUTE) {
        moment next = next_tick(s, at + 1);
        double end = scale_position(m->scale, next > g->to ? g->to : next);
        left = (x + end) / 2 - block.width / 2;
        if (end - x < block.width + inset) return;
    }
    /* At the ends of the segment a label moves inwards; where that takes another's room, the other one stays. */
    double first = g->left - (g > m->scale->segments ? beside_break : 0),
           last = g->right + (g + 1 < m->scale->segments + m->scale->count ? beside_break : 0);
    bool moved = left < first;
    if (moved) left = first;
    if (left + block.width > last) left = last - block.width;
    if (left < *taken && m->moved) {
        m->out->label_count--;
        m->moved = false;
        *taken = g->left - SCALE_BREAK_MM;
    }
    if (left < *taken) return;
    *taken = left + block.width + m->gaps.labels / 2;
    m->moved = moved;
    add_label(m, block, left, 0);
}

static void first_level(maker *m, const step *s) {
    const scale_segment *g = m->segment;
    double taken = g->left - SCALE_BREAK_MM;
    m->moved = false;
    /* The stretch that the segment begins in has its name too. */
    bool stretches = s->count == 1 && s->unit != UNIT_MINUTE;
    moment start = next_tick(s, g->from);
    moment before = stretches ? next_tick(s, g->from - (moment)(s->seconds * 1.1)) : start;
    while (before < start) {
        moment next = next_tick(s, before + 1);
        if (next >= start) label_tick(m, s, before, &taken);
        before = next;
    }
    for (moment at = start; at <= g->to && !m->failed; at = next_tick(s, at + 1)) {
        add_tick(m, (tick){.x = scale_position(m->scale, at), .labelled = true});
        label_tick(m, s, at, &taken);
    }
}

/* Short ticks between the labelled ones, as fine as the eye can tell apart. */
static void fine_ticks(maker *m, const step *chosen) {
    const step *fine = chosen;
    for (const step *s = chosen; s >= steps && s->unit == chosen->unit; s--)
        if (chosen->count % s->count == 0 && s->seconds >= m->segment->grain && millimetres_of(m, s) >= m->gaps.ticks)
            fine = s;
    if (fine == chosen) return;
    moment to = m->segment->to;
    for (moment at = next_tick(fine, m->segment->from); at <= to && !m->failed; at = next_tick(fine, at + 1))
        if (next_tick(chosen, at) != at) add_tick(m, (tick){.x = scale_position(m->scale, at)});
}

/* The name of one period, at the greatest length that has room before `limit`.  Returns false if none has. */
static bool label_period(maker *m, const step *s, moment at, double x, double limit) {
    for (int length = 0; length < 3 && !m->failed; length++) {
        put_period(m, s->unit, at, length);
        text_block block = set_words(m, STYLE_MAJOR);
        if (x + block.width > limit) continue;
        add_label(m, block, x, 1);
        return true;
    }
    return false;
}

static void second_level_of(maker *m, const step *s) {
    const scale_segment *g = m->segment;
    size_t labels = m->out->label_count;
    moment at = g->from;
    double widest = 0;
    moment widest_at = g->from;
    while (at < g->to && !m->failed) {
        moment next = next_tick(s, at + 1);
        double x = scale_position(m->scale, at), end = scale_position(m->scale, next < g->to ? next : g->to);
        if (at > g->from) add_tick(m, (tick){.x = x, .major = true});
        if (end - x > widest) {
            widest = end - x;
            widest_at = at;
        }
        /* A period whose year the reader cannot see would be no name: the first label has it. */
        double limit = end - inset;
        put_period(m, s->unit, at, 1);
        bool first = m->out->label_count == labels;
        double with_year = set_words(m, STYLE_MAJOR).width;
        if (!first || x + inset + with_year <= limit) label_period(m, s, at, x + inset, limit);
        at = next;
    }
    if (m->out->label_count == labels) label_period(m, s, widest_at, g->left + inset, g->right + SCALE_BREAK_MM - 1);
}

bool ticks_make(const wording *say, const time_scale *scale, text_measure measure, tick_gaps gaps, ticks *out) {
    maker m = {.pool = say->pool, .say = say, .measure = measure, .gaps = gaps, .scale = scale, .out = out};
    *out = (ticks){0};
    for (size_t i = 0; i < scale->count && !m.failed; i++) {
        m.segment = &scale->segments[i];
        const step *s = choose_step(&m);
        if (second_level(s->unit)) second_level_of(&m, second_level(s->unit));
        fine_ticks(&m, s);
        first_level(&m, s);
    }
    buffer_free(&m.words);
    return !m.failed;
}

size_t ticks_of_sort(const ticks *all, tick_sort sort, double origin, double *at) {
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
        const tick *t = &all->ticks[i];
        if ((t->major ? TICK_MAJOR : t->labelled ? TICK_LABELLED : TICK_PLAIN) == sort) at[count++] = origin + t->x;
    }
    return count;
}
