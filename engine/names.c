/* names.c: how the JSON and the dumps spell the values of enums. */
#include "annals.h"

#define NAME_OF(table, value) ((size_t)(value) < sizeof(table) / sizeof *(table) ? (table)[value] : "unknown")

const char *annals_granularity_name(annals_granularity granularity) {
    static const char *const names[] = {"unknown", "millennium", "century", "decade",      "year", "season", "quarter",
                                        "month",   "week",       "day",     "part-of-day", "hour", "minute", "second"};
    return NAME_OF(names, granularity);
}

const char *annals_day_part_name(annals_day_part part) {
    static const char *const names[] = {"none", "dawn", "morning", "noon", "afternoon", "evening", "night", "midnight"};
    return NAME_OF(names, part);
}

const char *annals_calendar_name(annals_calendar calendar) {
    static const char *const names[] = {"gregorian", "julian", "french-republican"};
    return NAME_OF(names, calendar);
}

const char *annals_zone_basis_name(annals_zone_basis basis) {
    static const char *const names[] = {"none", "stated", "inferred", "assumed"};
    return NAME_OF(names, basis);
}

const char *annals_range_end_name(annals_range_end range) {
    static const char *const names[] = {"none", "begin", "end"};
    return NAME_OF(names, range);
}

const char *annals_timex_type_name(annals_timex_type type) {
    static const char *const names[] = {"DATE", "TIME", "DURATION", "SET"};
    return NAME_OF(names, type);
}

const char *annals_when_basis_name(annals_when_basis basis) {
    static const char *const names[] = {"unknown", "stated", "option", "inferred"};
    return NAME_OF(names, basis);
}

const char *annals_grouping_name(annals_grouping grouping) {
    static const char *const names[] = {"none", "day", "month", "year", "source", "tag"};
    return NAME_OF(names, grouping);
}

const char *annals_event_field_name(annals_event_field field) {
    static const char *const names[] = {"when",     "label",      "text", "kind",   "modality",  "speaker",
                                        "category", "confidence", "tags", "fields", "conflicts", "sources"};
    return NAME_OF(names, field);
}

const char *annals_doubt_name(annals_doubt doubt) {
    static const char *const names[] = {"impossible", "reversed", "weekday", "ambiguous",
                                        "open-year",  "conflict", "unsure",  "notice"};
    return NAME_OF(names, doubt);
}

const char *annals_mode_name(annals_mode mode) {
    static const char *const names[] = {"auto", "document", "narrative"};
    return NAME_OF(names, mode);
}

const char *annals_order_name(annals_order order) {
    static const char *const names[] = {"auto", "dmy", "mdy"};
    return NAME_OF(names, order);
}

const char *annals_event_kind_name(annals_event_kind kind) {
    static const char *const names[] = {"occurrence", "document", "plan", "citation"};
    return NAME_OF(names, kind);
}

const char *annals_modality_name(annals_modality modality) {
    static const char *const names[] = {"asserted", "reported", "planned", "conditional", "negated"};
    return NAME_OF(names, modality);
}

const char *annals_tag_kind_name(annals_tag_kind kind) {
    static const char *const names[] = {"person", "place", "organisation", "name"};
    return NAME_OF(names, kind);
}
