/* sample.h: chronologies for the tests of drawings. */
#ifndef TESTS_RENDER_SAMPLE_H
#define TESTS_RENDER_SAMPLE_H

#include "annals.h"

/* One event.  `bounds` are the earliest and latest begin, then the earliest and latest end, as ISO 8601 days or minutes
 * with BC years as negative astronomical ones; a single one holds for all four, two are begin and end; ".." is open,
 * "?" is unknown. */
typedef struct sample_row {
    const char *bounds[4];
    const char *label, *text, *edtf;
    annals_event_kind kind;
    annals_day_part part;
    bool approximate, conflict;
} sample_row;

typedef enum distribution {
    UNIFORM,  /* ten years */
    BURSTY,   /* nine of ten within 13 days of ten years */
    POWER,    /* ever longer gaps, and some that are far longer than others */
    SAME,     /* all at one minute */
    SAME_DAY, /* all on one day, without a clock time */
    NESTED,   /* ranges, each inside the one before */
    ANCIENT,  /* from 3000 BC to today */
    MINUTES,  /* a minute or two apart */
    DISTRIBUTIONS
} distribution;

const char *distribution_name(distribution d);

/* A chronology of 26 events of a fictitious week, with one event 40 years later, and two documents. */
annals_chronology *sample_week(void);
/* Twelve events of vague and long times, ends open or unknown. */
annals_chronology *sample_century(void);
annals_chronology *sample_rows(const char *title, const sample_row *rows, size_t count);
/* Every fifth event of UNIFORM and BURSTY is a range.  The same for the same arguments. */
annals_chronology *sample_distribution(distribution d, size_t count);

/* Bytes that a sink has taken. */
typedef struct sample_bytes {
    char *data;
    size_t length;
} sample_bytes;

annals_sink sample_sink(sample_bytes *bytes);

#endif
