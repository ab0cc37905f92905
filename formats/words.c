#include "words.h"

when_extent when_extent_of(const annals_when *when) {
    bool first = annals_bound_known(when->begin.earliest), last = annals_bound_known(when->end.latest);
    if (!first || !last) return first ? WHEN_FROM : last ? WHEN_UNTIL : WHEN_UNPLACED;
    if (when->day_part != ANNALS_DAY_PART_NONE || when->granularity == ANNALS_HOUR) return WHEN_FILLS;
    if (!annals_bound_known(when->begin.latest)) return WHEN_FILLS;
    return annals_bound_compare(when->begin.earliest, when->begin.latest) < 0 ? WHEN_WITHIN : WHEN_FILLS;
}

bool when_is_named(const annals_when *when) {
    return when->granularity > ANNALS_GRANULARITY_UNKNOWN && when->granularity < ANNALS_WEEK;
}

const char *when_words(const annals_when *when, char *buffer) {
    annals_when_phrase(when, buffer, WORDS_SIZE);
    return buffer;
}

bool event_is_wanted(const annals_event *event, bool citations) {
    return citations || event->kind != ANNALS_CITATION;
}
