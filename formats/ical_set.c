#include "ical_set.h"

#include <stdio.h>
#include <string.h>

/* "Every Monday", and "at ten" of "every Monday at ten". */
static bool comes_again(const annals_mention *m) {
    return m->timex->type == ANNALS_TIMEX_SET || m->when->set.length;
}

/* "For six weeks", between what comes again and its first day. */
static bool is_length(const annals_mention *m) {
    return m->timex->type == ANNALS_TIMEX_DURATION;
}

static bool stand_together(const annals_mention *a, const annals_mention *b) {
    enum { JOINT = 12 /* code points: " throughout " */, LENGTH_JOINT = 20 /* ", commencing with " */ };
    return a->document == b->document && a->end + (is_length(a) ? LENGTH_JOINT : JOINT) >= b->start;
}

/* In a passage that tells of the event, and not in the sentence before it. */
static bool is_told(const annals_event *event, const annals_mention *m) {
    for (size_t i = 0; i < event->source_count; i++) {
        const annals_source *s = &event->sources[i];
        bool within = s->start <= m->start && m->end <= s->end && m->start < m->end;
        if (s->document == m->document && within) return true;
    }
    return false;
}

static bool is_own(const annals_event *event, size_t mention) {
    for (size_t i = 0; i < event->mention_count; i++)
        if (event->mentions[i] == mention) return true;
    return false;
}

/* What other clock there is takes its days from the sets; two clocks need two rules. */
static void take_clock(ical_set *set, const annals_mention *m, char *clock, size_t size) {
    annals_text said = m->timex->value;
    const char *time = memchr(said.data, 'T', said.length);
    int length = time ? (int)(said.length - (size_t)(time - said.data)) : 0;
    if (!length) return;
    set->mixed |= *clock && (strlen(clock) != (size_t)length || memcmp(clock, time, (size_t)length) != 0);
    snprintf(clock, size, "%.*s", length, time);
    if (m->when->zone.length) set->zone = m->when->zone;
}

static void take_days(ical_set *set, const annals_mention *m, bool first) {
    ical_cycle cycle;
    annals_text said = m->when->set.length ? m->when->set : m->timex->value;
    const char *time = memchr(said.data, 'T', said.length);
    int length = (int)(time ? (size_t)(time - said.data) : said.length);
    bool read = ical_cycle_of(said, m->when->duration, &cycle);
    if (first) set->cycle = cycle, snprintf(set->first, sizeof set->first, "%.*s", length, said.data);
    set->mixed |= !read || (!first && !ical_cycle_join(&set->cycle, &cycle));
}

/* Its own, and those that stand right before its first time, "every Monday from 3 May", or right behind the last. */
static void find_mentions(const writing *w, const annals_event *event, size_t *first, size_t *last) {
    const annals_mention *all = w->mentions;
    *first = event->mentions[0];
    *last = event->mentions[event->mention_count - 1];
    while (*first && (comes_again(&all[*first - 1]) || is_length(&all[*first - 1])) &&
           is_told(event, &all[*first - 1]) && stand_together(&all[*first - 1], &all[*first]))
        --*first;
    while (*last + 1 < w->mention_count && comes_again(&all[*last + 1]) && is_told(event, &all[*last + 1]) &&
           stand_together(&all[*last], &all[*last + 1]))
        ++*last;
}

/* Does that mention of them say when the event comes again? */
static bool says_when(const writing *w, const annals_event *event, size_t mention) {
    return comes_again(&w->mentions[mention]) && (is_own(event, mention) || is_told(event, &w->mentions[mention]));
}

bool ical_set_of(const writing *w, const annals_event *event, ical_set *set) {
    const annals_mention *all = w->mentions;
    char clock[24] = "";
    size_t count = 0, first, last;
    *set = (ical_set){0};
    if (!event->mention_count) return false;
    find_mentions(w, event, &first, &last);
    for (size_t i = first; i <= last; i++) {
        if (!says_when(w, event, i)) continue;
        if (all[i].timex->type == ANNALS_TIMEX_SET) take_days(set, &all[i], !count++);
        take_clock(set, &all[i], clock, sizeof clock);
    }
    size_t length = strlen(set->first);
    snprintf(set->first + length, sizeof set->first - length, "%s", clock);
    return count > 0;
}

/* With the hour and the zone of all of them, where it says none itself. */
static void put_set(builder *to, const ical_set *all, const annals_mention *m) {
    annals_text said = m->when->set.length ? m->when->set : m->timex->value, zone = m->when->zone;
    const char *clock = all->mixed || memchr(said.data, 'T', said.length) ? NULL : strchr(all->first, 'T');
    if (to->length) builder_string(to, " ");
    builder_text(to, said);
    if (clock) builder_string(to, clock), zone = all->zone;
    if (zone.length) builder_string(to, "["), builder_text(to, zone), builder_string(to, "]");
    if (m->when->duration.length) builder_string(to, "/"), builder_text(to, m->when->duration);
}

void ical_put_sets(builder *to, const writing *w, const annals_event *event) {
    ical_set all;
    size_t first, last;
    builder_clear(to);
    if (!ical_set_of(w, event, &all)) return;
    find_mentions(w, event, &first, &last);
    for (size_t i = first; i <= last; i++)
        if (says_when(w, event, i) && w->mentions[i].timex->type == ANNALS_TIMEX_SET)
            put_set(to, &all, &w->mentions[i]);
}
