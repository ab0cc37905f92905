/* writer.h: what the writers of files have in common.  A writer is a file, write_*.c, and a row of the table in
 * formats.c. */
#ifndef ANNALS_FORMATS_WRITER_H
#define ANNALS_FORMATS_WRITER_H

#include "annals-formats.h"
#include "builder.h"
#include "output.h"

annals_write_function write_text, write_json, write_json_line, write_ical, write_csv, write_markdown, write_timeml,
    write_tei, write_timelinejs;

/* A chronology on its way to a sink. */
typedef struct writing {
    const annals_chronology *chronology;
    const annals_write_options *options; /* never null */
    const annals_document *documents;
    const annals_mention *mentions;
    const annals_event *events;
    const annals_group *groups;
    size_t document_count, mention_count, event_count, group_count;
    builder text; /* what is being made; kept for its memory */
    output out;
} writing;

void writing_begin(writing *w, const annals_chronology *chronology, const annals_write_options *options,
                   annals_sink sink);
/* Free it, and say how it went. */
annals_status writing_end(writing *w, annals_error *error);

/* True for the events that are written: citations only when asked for. */
bool writing_wants(const writing *w, const annals_event *event);
/* Of each event, how many before it have the same id, which tables may give twice; for the caller to free.  Null when
 * memory runs out. */
size_t *writing_repeats(const writing *w);
/* Tell that the format cannot hold the event. */
void writing_leave_out(writing *w, const annals_event *event, const char *reason);
/* Why a time has no place on a calendar, although it is no moment either. */
const char *why_unplaced(const annals_when *when);

/* What a document is called: by its title, else by its file. */
annals_text document_name(const annals_document *document);
/* "26 events from 2 documents, 22 October – 20 November 1962", of the events that are written.  Returns how many they
 * are. */
size_t put_survey(builder *text, const writing *w);

#endif
