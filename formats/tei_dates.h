/* tei_dates.h: what TEI states of dates. */
#ifndef ANNALS_FORMATS_TEI_DATES_H
#define ANNALS_FORMATS_TEI_DATES_H

#include "xml.h"

/* The calendar that the words of a date count in. */
typedef enum tei_calendar {
    TEI_PLAIN, /* ours, or the words tell */
    TEI_JULIAN,
    TEI_FOREIGN /* one that is not converted */
} tei_calendar;

/* Those that the head of the file describes, and those that were complained of. */
enum { TEI_CALENDARS = 16 };
typedef struct tei_calendars {
    struct {
        char id[32];
        tei_calendar calendar;
    } list[TEI_CALENDARS];
    size_t count;
} tei_calendars;

/* A <calendar> begins in the head, and has words. */
void tei_calendars_begin(tei_calendars *calendars, const xml *x);
void tei_calendars_words(tei_calendars *calendars, annals_text words);

/* What @calendar or @datingMethod of a date points to; one that nobody knows is told in a notice. */
tei_calendar tei_calendar_of(tei_calendars *calendars, annals_chronology *to, const source_file *file, const xml *x);
/* What the attributes of a date say, for annals_read_when; absent where they state no day, month or year. */
annals_text tei_stated_date(annals_chronology *to, tei_calendar calendar, const xml *x);
/* The same once its words are known, which count in that calendar. */
annals_text tei_date_of_words(annals_chronology *to, tei_calendar calendar, annals_text stated, annals_text words);
/* Its attributes as they stand there, for whoever is to correct them: when="--02-30" */
void tei_quote_date(const xml *x, char *buffer, size_t size);

#endif
