#include "edtf.h"

#include "civil.h"
#include "text.h"

#include <stdlib.h>

typedef LIST(annals_edtf_item) item_list;

/* ---------------------------------------------------------------- ends and items */

/* Centuries, decades, seasons and rounded years are expressions of their own: the intervals of the standard are from
 * date to date. */
static bool stands_alone(const annals_edtf_date *date) {
    return date->season || date->long_year || date->significant_digits || date->granularity == ANNALS_CENTURY ||
           date->granularity == ANNALS_DECADE;
}

static bool read_dots(edtf_reader *r, annals_edtf_date *date) {
    if (edtf_peek(r) != '.' || r->at + 1 >= r->text.length || r->text.data[r->at + 1] != '.') return false;
    r->at += 2;
    *date = (annals_edtf_date){.state = ANNALS_EDTF_OPEN};
    return true;
}

static bool unexpected(edtf_reader *r) {
    char c = edtf_peek(r);
    if (!c && r->at == r->text.length) return edtf_wrong(r, r->at, "the expression ends too early; write the rest");
    if (c > ' ' && c <= '~') return edtf_wrong(r, r->at, "'%c' cannot stand here; check the spelling", c);
    if (c == ' ') return edtf_wrong(r, r->at, "a blank cannot stand here; leave it out");
    return edtf_wrong(r, r->at, "this character cannot stand in EDTF; leave it out");
}

/* A bound in UTC where the zone is known, so that ends in two zones compare. */
static annals_bound in_utc(const annals_edtf_date *date, annals_bound bound) {
    if (!date->zoned || bound.state < ANNALS_BOUND_MINUTE) return bound;
    return bound_of_second(bound.day, bound.second - date->zone_minutes * 60, bound.state);
}

static bool in_order(const annals_edtf_item *item) {
    const annals_edtf_date *first = &item->first, *last = &item->last;
    if (!annals_bound_known(first->earliest) || !annals_bound_known(last->latest)) return true;
    annals_bound begin = in_utc(first, first->earliest), end = in_utc(last, last->latest);
    if (end.state == ANNALS_BOUND_DAY) end.second = SECONDS_PER_DAY - 1;
    return annals_bound_compare(begin, end) <= 0;
}

/* ---------------------------------------------------------------- intervals */

static bool read_end(edtf_reader *r, annals_edtf_date *date) {
    size_t at = r->at;
    if (read_dots(r, date)) return true;
    if (r->at == r->text.length || edtf_peek(r) == '/') {
        *date = (annals_edtf_date){.state = ANNALS_EDTF_UNKNOWN};
        return true;
    }
    if (!edtf_read_date(r, date)) return false;
    return !stands_alone(date) ||
           edtf_wrong(r, at, "an interval goes from date to date; write a year, month or day of four digits here");
}

static int interval_level(const annals_edtf_item *item) {
    int level = item->first.level > item->last.level ? item->first.level : item->last.level;
    const annals_edtf_date *ends[] = {&item->first, &item->last};
    for (int i = 0; i < 2; i++) {
        if (ends[i]->state != ANNALS_EDTF_GIVEN && level < 1) level = 1;
        for (int part = 0; part < ANNALS_EDTF_PARTS; part++)
            if (ends[i]->unspecified[part]) level = 2;
    }
    return level;
}

/* The interval's last date; its first is read. */
static bool read_interval(edtf_reader *r, annals_edtf *value, annals_edtf_item *item) {
    size_t at = r->at;
    value->kind = ANNALS_EDTF_INTERVAL;
    if (!read_end(r, &item->last)) return false;
    if (item->first.state != ANNALS_EDTF_GIVEN && item->last.state != ANNALS_EDTF_GIVEN)
        return edtf_wrong(r, 0, "an interval needs a date; write one before or after the /");
    if (!in_order(item)) return edtf_wrong(r, at, "the interval ends before it begins; exchange its ends");
    value->level = interval_level(item);
    return true;
}

static bool read_single(arena *a, edtf_reader *r, annals_edtf *value) {
    annals_edtf_item *item = arena_alloc(a, sizeof *item);
    if (!item) return annals_fail(r->error, ANNALS_MEMORY, "out of memory; give less text at once"), false;
    value->items = item;
    value->item_count = 1;
    if (edtf_peek(r) == '/') item->first.state = ANNALS_EDTF_UNKNOWN;
    else if (!read_dots(r, &item->first) && !edtf_read_date(r, &item->first)) return false;
    bool alone = item->first.state == ANNALS_EDTF_GIVEN && stands_alone(&item->first);
    if (edtf_peek(r) == '/' && alone)
        return edtf_wrong(r, 0, "an interval goes from date to date; write a year, month or day of four digits here");
    value->level = item->first.level;
    if (edtf_take(r, '/')) return read_interval(r, value, item);
    return item->first.state == ANNALS_EDTF_GIVEN || unexpected(r);
}

/* ---------------------------------------------------------------- sets */

static void skip_blanks(edtf_reader *r) {
    while (edtf_take(r, ' ')) {
    }
}

/* Dates with all between them: both of the same form, so that it is clear what lies between. */
static bool check_range(edtf_reader *r, const annals_edtf_item *item, size_t at) {
    if (stands_alone(&item->first) || stands_alone(&item->last) || item->first.granularity != item->last.granularity)
        return edtf_wrong(r, at, "a range goes between two years, two months or two days; write both ends alike");
    return in_order(item) || edtf_wrong(r, at, "the range ends before it begins; exchange its ends");
}

/* "..1984" only at the set's beginning, "1984.." only at its end. */
static bool read_item(edtf_reader *r, annals_edtf_item *item, bool is_first, char closing) {
    size_t at = r->at;
    if (read_dots(r, &item->first)) {
        if (!is_first) return edtf_wrong(r, at, "only a set's first date can have .. before it; put it first");
        return edtf_read_date(r, &item->last);
    }
    if (!edtf_read_date(r, &item->first)) return false;
    size_t dots = r->at;
    if (!read_dots(r, &item->last)) return true;
    skip_blanks(r);
    if (edtf_peek(r) == closing) return true;
    if (edtf_peek(r) == ',') return edtf_wrong(r, dots, "only a set's last date can have .. behind it; put it last");
    return edtf_read_date(r, &item->last) && check_range(r, item, at);
}

static bool read_set(arena *a, edtf_reader *r, annals_edtf *value) {
    bool one_of = edtf_take(r, '[');
    char closing = one_of ? ']' : '}';
    item_list items = {0};
    if (!one_of) r->at++;
    value->kind = one_of ? ANNALS_EDTF_ONE_OF : ANNALS_EDTF_ALL_OF;
    value->level = 2;
    do {
        if (!ARENA_ROOM(a, &items))
            return annals_fail(r->error, ANNALS_MEMORY, "out of memory; give less text at once"), false;
        annals_edtf_item *item = &items.items[items.count];
        *item = (annals_edtf_item){0};
        skip_blanks(r);
        if (!read_item(r, item, items.count == 0, closing)) return false;
        items.count++;
        skip_blanks(r);
    } while (edtf_take(r, ','));
    value->items = items.items;
    value->item_count = items.count;
    if (edtf_take(r, closing)) return true;
    if (r->at == r->text.length) return edtf_wrong(r, r->at, "the set is not closed; write %c at its end", closing);
    return unexpected(r);
}

/* ---------------------------------------------------------------- bounds */

/* What an end allows: the date's own days, or no limit, or nothing known. */
static annals_bounds bounds_of(const annals_edtf_date *date) {
    annals_bound_state state = date->state == ANNALS_EDTF_OPEN ? ANNALS_BOUND_OPEN : ANNALS_BOUND_UNKNOWN;
    if (date->state == ANNALS_EDTF_GIVEN) return (annals_bounds){date->earliest, date->latest};
    return (annals_bounds){{.state = state}, {.state = state}};
}

/* Is a later than b, a day counting as its first second, or as its last? */
static bool later(annals_bound a, annals_bound b, bool last) {
    if (!annals_bound_known(a) || !annals_bound_known(b)) return false;
    if (last && a.state == ANNALS_BOUND_DAY) a.second = SECONDS_PER_DAY - 1;
    if (last && b.state == ANNALS_BOUND_DAY) b.second = SECONDS_PER_DAY - 1;
    return annals_bound_compare(a, b) > 0;
}

/* From date to date: it begins within the first and ends within the last, and not before it began. */
static void bound_item(const annals_edtf_item *item, annals_bounds *begin, annals_bounds *end) {
    const annals_edtf_date *first = &item->first, *last = &item->last;
    *begin = bounds_of(first);
    *end = last->state == ANNALS_EDTF_ABSENT ? *begin : bounds_of(last);
    if (first->state != ANNALS_EDTF_GIVEN) begin->latest = end->latest;
    if (last->state == ANNALS_EDTF_OPEN || last->state == ANNALS_EDTF_UNKNOWN) end->earliest = begin->earliest;
    if (first->zoned != last->zoned || first->zone_minutes != last->zone_minutes) return;
    if (later(begin->latest, end->latest, true)) begin->latest = end->latest;
    if (later(begin->earliest, end->earliest, false)) end->earliest = begin->earliest;
}

/* Take the outer one of two bounds: an open or unknown one is beyond every moment. */
static void widen(annals_bound *all, annals_bound more, bool last) {
    if (!annals_bound_known(*all)) return;
    if (!annals_bound_known(more) || (last ? later(more, *all, true) : later(*all, more, false))) *all = more;
}

/* One of the dates lies between the first and the last; all of them begin with the first and end with the last. */
static void bound_set(annals_edtf *value) {
    annals_bounds begin, end;
    bound_item(&value->items[0], &begin, &end);
    for (size_t i = 1; i < value->item_count; i++) {
        annals_bounds item_begin, item_end;
        bound_item(&value->items[i], &item_begin, &item_end);
        widen(&begin.earliest, item_begin.earliest, false);
        widen(&end.latest, item_end.latest, true);
        if (later(begin.latest, item_begin.latest, true)) begin.latest = item_begin.latest;
        if (later(item_end.earliest, end.earliest, false)) end.earliest = item_end.earliest;
    }
    bool one_of = value->kind == ANNALS_EDTF_ONE_OF;
    value->begin = (annals_bounds){begin.earliest, one_of ? end.latest : begin.latest};
    value->end = (annals_bounds){one_of ? begin.earliest : end.earliest, end.latest};
}

/* 196X and 1XXX say a decade and a millennium. */
static annals_granularity granularity_of_date(const annals_edtf_date *date) {
    static const annals_granularity by_digits[] = {[1] = ANNALS_DECADE, [3] = ANNALS_CENTURY, [7] = ANNALS_MILLENNIUM};
    unsigned digits = date->unspecified[ANNALS_EDTF_YEAR];
    if (date->season >= 33 && date->season <= 36) return ANNALS_QUARTER;
    if (date->granularity != ANNALS_YEAR || (digits != 1 && digits != 3 && digits != 7)) return date->granularity;
    return by_digits[digits];
}

/* The finest of its dates. */
static annals_granularity granularity_of(const annals_edtf *value) {
    annals_granularity finest = ANNALS_GRANULARITY_UNKNOWN;
    for (size_t i = 0; i < value->item_count; i++) {
        const annals_edtf_date *dates[] = {&value->items[i].first, &value->items[i].last};
        for (size_t end = 0; end < 2; end++) {
            annals_granularity own = granularity_of_date(dates[end]);
            if (dates[end]->state == ANNALS_EDTF_GIVEN && own > finest) finest = own;
        }
    }
    return finest;
}

static void bound_value(annals_edtf *value) {
    value->granularity = granularity_of(value);
    if (value->kind >= ANNALS_EDTF_ONE_OF) bound_set(value);
    else if (value->kind == ANNALS_EDTF_INTERVAL) bound_item(&value->items[0], &value->begin, &value->end);
    else value->begin = value->end = bounds_of(&value->items[0].first);
}

bool edtf_read(arena *a, annals_text expression, annals_edtf *value, annals_error *error) {
    edtf_reader r = {expression, 0, error};
    char first = edtf_peek(&r);
    *value = (annals_edtf){0};
    bool set = first == '[' || first == '{';
    if (!(set ? read_set(a, &r, value) : read_single(a, &r, value))) return false;
    if (r.at < expression.length) return unexpected(&r);
    bound_value(value);
    return true;
}

/* ---------------------------------------------------------------- as a time of the engine */

static void take_date(arena *a, const annals_edtf_date *date, annals_when *when) {
    if (date->state != ANNALS_EDTF_GIVEN) return;
    for (int part = 0; part < ANNALS_EDTF_PARTS; part++) {
        when->uncertain |= (date->qualifier[part] & ANNALS_EDTF_UNCERTAIN) != 0;
        when->approximate |= (date->qualifier[part] & ANNALS_EDTF_APPROXIMATE) != 0;
    }
    if (!date->zoned || when->zone.data) return;
    int minutes = abs(date->zone_minutes);
    when->zone_basis = ANNALS_ZONE_STATED;
    when->zone = !minutes
                     ? annals_text_of("UTC")
                     : arena_printf(a, "%c%02d:%02d", date->zone_minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

static bool is_of_some_year(const annals_edtf_date *date) {
    enum { ALL_DIGITS = 15 };
    return date->state != ANNALS_EDTF_GIVEN || date->unspecified[ANNALS_EDTF_YEAR] == ALL_DIGITS;
}

/* Dates of some year: XXXX-11-16 lies nowhere, and not in all of the years of four digits. */
static bool has_no_year(const annals_edtf *value) {
    bool none = true;
    for (size_t i = 0; i < value->item_count && none; i++)
        none = is_of_some_year(&value->items[i].first) && is_of_some_year(&value->items[i].last);
    return none;
}

static void forget_years(annals_when *when) {
    annals_bound *bounds[] = {&when->begin.earliest, &when->begin.latest, &when->end.earliest, &when->end.latest};
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
        if (annals_bound_known(*bounds[i])) *bounds[i] = (annals_bound){.state = ANNALS_BOUND_UNKNOWN};
}

bool edtf_when(arena *a, const annals_edtf *value, annals_when *when) {
    *when = (annals_when){.edtf = edtf_spell(a, value), .granularity = value->granularity};
    when->begin = value->begin;
    when->end = value->end;
    if (has_no_year(value)) forget_years(when);
    for (size_t i = 0; i < value->item_count; i++) {
        take_date(a, &value->items[i].first, when);
        take_date(a, &value->items[i].last, when);
    }
    return when->edtf.data && (when->zone_basis == ANNALS_ZONE_NONE || when->zone.data);
}

/* ---------------------------------------------------------------- the public interface */

/* A value and the memory that its items lie in. */
typedef struct owned_edtf {
    annals_edtf value;
    arena arena;
} owned_edtf;

annals_edtf *annals_edtf_parse(annals_text expression, annals_error *error) {
    owned_edtf *owned = calloc(1, sizeof *owned);
    if (!owned) {
        annals_fail(error, ANNALS_MEMORY, "out of memory; give less text at once");
        return NULL;
    }
    if (edtf_read(&owned->arena, expression, &owned->value, error)) return &owned->value;
    annals_edtf_free(&owned->value);
    return NULL;
}

void annals_edtf_free(annals_edtf *value) {
    owned_edtf *owned = (owned_edtf *)value; /* its first member */
    if (!owned) return;
    arena_free(&owned->arena);
    free(owned);
}
