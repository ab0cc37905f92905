/* resolver.h: a mention's context while it is resolved, shared by resolve.c and infer.c. */
#ifndef ENGINE_RESOLVER_H
#define ENGINE_RESOLVER_H

#include "analysis.h"
#include "tense.h"

enum { MAX_REASONS = 8 };

/* The last time that was said, for what is said relative to it. */
typedef struct said {
    bool known, day_known, clock_known;
    int64_t first, last;       /* days */
    annals_bound begin, clock; /* its first and its last moment */
    size_t mention, block, sentence;
} said;

/* What one end of a range comes to. */
typedef struct range_end {
    expr expr;
    annals_when when;
    annals_timex timex;
} range_end;

typedef struct resolver {
    annals_chronology *c;
    analysis *x;
    annals_document *document;
    bool explains; /* reasons are asked for */
    bool has_now;  /* the day the document, or its entry, was written is known */
    int64_t now;
    size_t entry;    /* the mention that heads the entry of a diary or chronicle, or SIZE_MAX */
    said last, kept; /* kept: while a footnote has its own */
    bool in_note;
    size_t block;
    int64_t block_year; /* a year that this paragraph gives itself, or UNSET */
    size_t block_year_mention;
    /* Of the mention at hand: */
    size_t raw;
    verb_tense tense; /* tense_of gives it: seldom does it matter */
    bool tense_known;
    annals_text steps[MAX_REASONS];
    size_t step_count;
    annals_text anchor;
    bool failed;
    range_end end; /* of the range whose first mention was resolved last */
    bool end_impossible;
} resolver;

/* Add a step to the reasons of the mention at hand.  Where nobody asks for reasons the arguments are not even worked
 * out. */
#define because(r, ...) ((r)->explains ? add_reason((r), __VA_ARGS__) : (void)0)
void add_reason(resolver *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The tense around the mention at hand.  Notes have none: they are written later, of what came after too. */
verb_tense tense_of(resolver *r);
/* "27 October 1962" */
const char *day_phrase(int64_t day, char *buffer, size_t size);
void set_date(expr *e, int64_t day);
/* The day to count from, with its reason; false when none is known. */
bool base_day(resolver *r, expr_base base, int64_t *day);
/* Fill in what the expression leaves out, as far as its context has it. */
void complete(resolver *r, const expr *in, expr *e);

#endif
