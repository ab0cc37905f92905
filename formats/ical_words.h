/* ical_words.h: what the event of a calendar says besides its date. */
#ifndef ANNALS_FORMATS_ICAL_WORDS_H
#define ANNALS_FORMATS_ICAL_WORDS_H

#include "ical_span.h"
#include "writer.h"

/* The headline, with what the span cannot say in brackets: "(plan, until 7 November 1962)".  `again` is null for what
 * comes once, else what its rule cannot say: "19:00", or nothing. */
void ical_put_summary(builder *text, const annals_event *event, const ical_span *span, const char *again);
/* The time in words, and what the sources say. */
void ical_put_description(builder *text, const writing *w, const annals_event *event);
/* A line of text that libical, which has no type for it, would leave unescaped: escaped (RFC 5545, 3.3.11), and folded
 * at 75 bytes (3.1). */
void ical_put_line(builder *text, const char *name, annals_text value);
/* The same for a value whose parts are escaped already, each with ical_escape, as commas part a list. */
void ical_put_spelt(builder *text, const char *name, annals_text value);
void ical_escape(builder *to, annals_text text);

/* Append the item of a list that begins at `at`, without escapes; returns where the next one begins. */
size_t ical_next_item(annals_text list, size_t at, builder *item);
/* All of them as a text: "war, sea". */
void ical_join_list(builder *to, annals_text list);

#endif
