/* build_zone.c: zones of time, and clocks that stand with one. */
#include "builders.h"
#include "text.h"

#include <string.h>

/* "+05:30" -> 330 */
static int32_t minutes_of(const char *offset) {
    int32_t hours = (offset[1] - '0') * 10 + (offset[2] - '0'), minutes = (offset[4] - '0') * 10 + (offset[5] - '0');
    return (*offset == '-' ? -1 : 1) * (hours * 60 + minutes);
}

static void name_zone(expr *e, const char *name) {
    if (*name == '+' || *name == '-') e->zone_offset = minutes_of(name);
    else if (!strcmp(name, "UTC")) e->zone_offset = 0;
    else e->zone = name;
}

void set_zone(const build_context *c, expr *e, const build_argument *zone) {
    if (!zone->present) return;
    if (!zone->node) {
        name_zone(e, c->grammar->names[zone->value]);
        return;
    }
    e->zone = zone->node->zone;
    e->zone_offset = zone->node->zone_offset;
}

bool build_zone(const build_context *c, expr *e) {
    e->kind = EXPR_ZONE;
    name_zone(e, c->grammar->names[c->arguments[0].value]);
    return true;
}

/* Letters that stand for a zone are all capitals: "Est" and "Met" are words. */
bool build_zone_letters(const build_context *c, expr *e) {
    annals_text letters = own_words(c);
    for (size_t i = 0; i < letters.length; i++)
        if (is_lower((unsigned char)letters.data[i])) return false;
    return build_zone(c, e);
}

static bool shift(expr *e, int32_t sign, int32_t hours, int32_t minutes) {
    if (hours > 14 || minutes > 59) return false;
    e->zone_offset = sign * (hours * 60 + minutes);
    return true;
}

/* (hour, minute, second, sign, four digits, or two and two): "14:30:00 -0500", as mails write it (RFC 5322, 3.3),
 * "14:30 +05:30" */
bool build_clock_offset(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    bool together = a[4].digits == 4 && !a[5].present, parted = a[4].digits == 2 && a[5].present;
    if (!together && !parted) return false;
    e->hour = a[0].value;
    e->minute = a[1].value;
    if (a[2].present) e->second = a[2].value;
    if (parted) return e->hour < 24 && shift(e, a[3].value, a[4].value, a[5].value);
    return e->hour < 24 && shift(e, a[3].value, a[4].value / 100, a[4].value % 100);
}

/* (hour, minute, hours and minutes behind): "14:05 -03:00", where the sign stands at the number and no later hour of
 * that day does, as in "14:05 -15:00" */
bool build_clock_west(const build_context *c, expr *e) {
    enum { DAY = 24 };
    const build_argument *a = c->arguments;
    bool sign = byte_before(c, a[2].start) == '-' && byte_in(byte_before(c, a[2].start - 1), " ");
    if (!sign || a[2].digits != 2 || a[2].value > a[0].value) return false;
    e->hour = a[0].value;
    e->minute = a[1].value;
    return e->hour < DAY && shift(e, -1, a[2].value, a[3].value);
}

/* (zone, sign, hours, minutes): "GMT+3", "UTC-05:30", "UTC+0530" */
bool build_zone_shifted(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t hours = a[2].value, minutes = value_or(&a[3], 0);
    if (a[2].digits == 4) {
        minutes = hours % 100;
        hours /= 100;
    }
    return build_zone_letters(c, e) && e->zone_offset == 0 && shift(e, a[1].value, hours, minutes);
}

/* "local time" says no zone, but that it is the place's own. */
bool build_zone_local(const build_context *c, expr *e) {
    (void)c;
    e->kind = EXPR_ZONE;
    return true;
}

static bool zoned_range(const build_context *c, const expr *range, expr *e) {
    if (range->from->hour == UNSET || range->to->hour == UNSET || range->to->zone_offset != UNSET) return false;
    *e = *range;
    expr from = *range->from, to = *range->to;
    set_zone(c, &from, &c->arguments[1]);
    set_zone(c, &to, &c->arguments[1]);
    return set_ends(c, e, from, to);
}

/* (clock or clocks, zone): "11 PM Pacific", and no "8 p.m. Eastern Airlines" */
bool build_zoned_region(const build_context *c, expr *e) {
    const expr *t = c->arguments[0].node;
    bool half = is_point(t) && t->hour != UNSET && t->half == HALF_KNOWN;
    return half && !text_begins_upper(word_behind(c)) && build_zoned(c, e);
}

/* (clock or clocks, zone) */
bool build_zoned(const build_context *c, expr *e) {
    const expr *t = c->arguments[0].node;
    if (t && t->kind == EXPR_RANGE) return zoned_range(c, t, e);
    if (!is_point(t) || t->hour == UNSET || t->zone || t->zone_offset != UNSET) return false;
    *e = *t;
    e->letter_only = e->loose = false;
    set_zone(c, e, &c->arguments[1]);
    return true;
}
