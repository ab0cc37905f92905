/* tei_events.h: the <event>s that a TEI file lists as such. */
#ifndef ANNALS_FORMATS_TEI_EVENTS_H
#define ANNALS_FORMATS_TEI_EVENTS_H

#include "listing.h"
#include "tei_sources.h"
#include "when_json.h"

enum { TEI_EVENT_PARTS = 12, TEI_EVENT_FIELDS = 16 };

/* What a document says of the event: its account, or what it claims against the others. */
typedef struct tei_account {
    size_t document;
    bool claim;
    annals_text id, label, text;
    bool dated;
    annals_when when;
} tei_account;

/* Zero but for `list` and `calendars` is ready; free it with tei_events_free. */
typedef struct tei_events {
    listing list;
    tei_calendars *calendars;       /* of the file; borrowed, as are */
    tei_sources *sources;           /* its documents */
    bool begun;                     /* the file is a document itself, of events that no other is pointed to */
    size_t depth;                   /* of the <event> that is open, or 0 */
    builder parts[TEI_EVENT_PARTS]; /* what it says, by what it is; the last is of no account */
    size_t part, part_depth;        /* the one that is open, at its depth */
    builder fields[TEI_EVENT_FIELDS];
    size_t field_count;
    tei_account *accounts;
    size_t account_count, account_room;
    bool in_label; /* of the account that is open */
    when_json whole;
    annals_text date; /* as the engine reads it; absent: there is none */
    builder sets;     /* what a rule among the fields says */
    char id[64], kind[16];
    int line;
} tei_events;

/* Take the element that begins, if it is an event or in one; false: it is neither. */
bool tei_events_begin(tei_events *t, const xml *x, const char *name);
/* An element of an event ends, or it does itself; false after an error. */
bool tei_events_end(tei_events *t, const xml *x);
bool tei_events_words(tei_events *t, annals_text words);
void tei_events_free(tei_events *t);

#endif
