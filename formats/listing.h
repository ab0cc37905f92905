/* listing.h: events that a file lists as such, with their times: tables, calendars, lists in TEI. */
#ifndef ANNALS_FORMATS_LISTING_H
#define ANNALS_FORMATS_LISTING_H

#include "builder.h"
#include "reader.h"

/* The list becomes a document, whose text is that of the file. */
typedef struct listing {
    annals_chronology *to;
    const source_file *file;
    annals_error *error;
    annals_text text;
    const char *rule;         /* how its dates were found: "table" */
    size_t document, events;  /* its index; how many were put */
    size_t told, untold;      /* rows or events that were left out, with a notice each, and those beyond these */
    size_t point_at, point;   /* a place in bytes, and in code points */
    const annals_when *other; /* what else the words of the next mention may mean, or null */
    annals_text weekday;      /* how a weekday in them differs from that of the date, if it does */
    char asked[64], zone[64]; /* the last zone that was asked for, and what it is called; empty: there is none */
} listing;

/* A passage of the text, in bytes. */
typedef struct passage {
    size_t start, end;
} passage;

size_t count_points(annals_text text, size_t start, size_t end);

/* Put the document; `reason`: "it is a table of events".  These return false with the error filled. */
bool listing_begin(listing *l, const char *reason);
/* Put the words of a time; `*index` is then that of the mention. */
bool listing_mention(listing *l, passage where, annals_text words, annals_timex timex, const annals_when *when,
                     annals_range_end range, size_t *index);
annals_timex timex_of_when(const annals_when *when);
/* What the tz database calls a zone, or its offset, for the next call to change; empty: there is no such zone. */
annals_text listing_find_zone(listing *l, annals_text name);
/* Give a time of day the zone that the file names, if it has none.  False: there is no such zone, or no such time. */
bool listing_zone(listing *l, annals_text name, annals_when *when);
/* Put an event whose label stands in a passage: whole where the file states one, else no more than the first words of
 * what it is made from.  Without a text that is its text; without sources that passage is its source. */
bool listing_event(listing *l, annals_event *event, bool stated, passage where);

/* One cannot be read and is left out: the first of them are told each with its place, the others are counted. */
bool listing_leave_out(listing *l, size_t line, size_t column, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The list is read: tell how many were left out beyond those that were told. */
bool listing_end(listing *l);

/* Does one end before the other begins? */
bool ends_before(const annals_when *begin, const annals_when *end);
/* From the one to the other, in EDTF where both are plain dates. */
void join_times(annals_chronology *to, const annals_when *last, annals_when *when);
/* Nobody says when it began, or else when it ended. */
void open_time(annals_chronology *to, bool begin, annals_when *when);

#endif
