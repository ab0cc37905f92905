#include "listing_sets.h"

#include "ical_rule.h"

#include <stdio.h>
#include <string.h>

/* "XXXX-WXX-4T19:00[Europe/London]/P2W" */
typedef struct listed_set {
    annals_text value, zone, period;
} listed_set;

static bool is_letter_of_value(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || strchr("-:+.", c);
}

/* Some of it is open, or it is a length of time. */
static bool is_value(annals_text text) {
    bool open = text.length > 1 && *text.data == 'P';
    for (size_t i = 0; i < text.length; i++) {
        if (!is_letter_of_value(text.data[i])) return false;
        open |= text.data[i] == 'X';
    }
    return open;
}

static bool read_set(annals_text word, listed_set *s) {
    *s = (listed_set){.value = word};
    const char *end = word.data + word.length, *bracket = memchr(word.data, '[', word.length);
    const char *closed = bracket ? memchr(bracket, ']', (size_t)(end - bracket)) : NULL;
    const char *behind = closed ? closed : word.data, *slash = memchr(behind, '/', (size_t)(end - behind));
    if (slash) {
        s->period = (annals_text){slash + 1, (size_t)(end - slash - 1)};
        s->value.length = (size_t)(slash - word.data);
        if (!is_value(s->period) || *s->period.data != 'P') return false;
    }
    if (!bracket) return is_value(s->value);
    if (!closed || closed != s->value.data + s->value.length - 1) return false;
    s->zone = (annals_text){bracket + 1, (size_t)(closed - bracket - 1)};
    s->value.length = (size_t)(bracket - word.data);
    return s->zone.length && is_value(s->value);
}

/* The word at `*at`, behind blanks; none at the end. */
static annals_text next_word(annals_text line, size_t *at) {
    if (!line.data) return line;
    while (*at < line.length && line.data[*at] == ' ') ++*at;
    size_t start = *at;
    while (*at < line.length && line.data[*at] != ' ') ++*at;
    return (annals_text){line.data + start, *at - start};
}

bool are_listed_sets(annals_text line) {
    listed_set s;
    size_t count = 0;
    for (size_t at = 0;;) {
        annals_text word = next_word(line, &at);
        if (!word.length) return count && count <= LISTING_MOST_SETS;
        if (!read_set(word, &s)) return false;
        count++;
    }
}

bool listing_sets(listing *l, passage where, annals_text words, annals_text line, size_t *mentions, size_t *count) {
    listed_set s;
    for (size_t at = 0;;) {
        annals_text word = next_word(line, &at);
        if (!word.length || !read_set(word, &s)) return true;
        annals_when when = {.set = s.value, .duration = s.period, .zone = listing_find_zone(l, s.zone)};
        if (when.zone.length) when.zone_basis = ANNALS_ZONE_STATED;
        if (!listing_mention(l, where, words, (annals_timex){.type = ANNALS_TIMEX_SET, .value = s.value}, &when,
                             ANNALS_RANGE_NONE, &mentions[(*count)++]))
            return false;
    }
}

/* ------------------------------------------------------------------ rules */

/* From its first to its last day, or on and on; where the time is more than that day, it says so already. */
static bool reach(listing *l, const ical_span *span, const ical_repetition *again, annals_when *when) {
    char from[ANNALS_BOUND_SIZE], to[ANNALS_BOUND_SIZE], both[2 * ANNALS_BOUND_SIZE + 2];
    ical_span days = *span;
    if (days.timed) ical_span_to_days(&days);
    if (days.end.day > days.start.day + 1) return ical_repetition_fills(again, days.start.day, &days);
    annals_bound first = {.day = days.start.day, .state = ANNALS_BOUND_DAY};
    annals_bound last = {.day = again->last, .state = ANNALS_BOUND_DAY};
    snprintf(both, sizeof both, "%s/%s", annals_bound_iso(first, from),
             again->endless ? ".." : annals_bound_iso(last, to));
    return annals_read_when(l->to, annals_text_of(both), when, NULL) == ANNALS_OK;
}

bool listing_rule(listing *l, annals_text rule, annals_when *when, builder *line) {
    char sets[ICAL_MOST_SETS][ICAL_SET_SIZE], period[ICAL_SET_SIZE];
    ical_span span, first;
    ical_repetition again;
    annals_when reached = *when;
    if (!rule.length || ical_span_of(when, &span)) return false;
    first = (ical_span){.timed = span.timed, .start = span.start, .end = span.start};
    if (!ical_rule_read(rule, &first, 0, &again) || !(again.endless || again.last > first.start.day)) return false;
    if (!reach(l, &span, &again, &reached)) return false;
    size_t count = ical_cycle_sets(&again.cycle, sets);
    ical_cycle_period(&again.cycle, period);
    builder_clear(line);
    for (size_t i = 0; i < count; i++) {
        if (i) builder_string(line, " ");
        builder_string(line, sets[i]);
        int minute = span.start.second / 60;
        if (span.timed) builder_format(line, "T%02d:%02d", minute / 60, minute % 60);
        if (span.timed && when->zone.length) builder_string(line, "["), builder_text(line, when->zone);
        if (span.timed && when->zone.length) builder_string(line, "]");
        if (*period) builder_string(line, "/"), builder_string(line, period);
    }
    if (!line->failed) *when = reached;
    return !line->failed;
}
