/* formats.c: the formats that are written, one row each. */
#include "writer.h"

#include <string.h>

static const annals_writer writers[] = {
    {.name = "txt",
     .extension = "txt",
     .description = "chronology to read",
     .loses = "where the dates are said, and the words of accounts",
     .write = write_text},
    {.name = "json",
     .extension = "json",
     .description = "everything that was found, as JSON",
     .loses = "nothing; of a part of the events, the texts",
     .write = write_json},
    {.name = "jsonl",
     .extension = "jsonl",
     .description = "the same, a document a line",
     .loses = "what joins the documents, which annals merge finds anew",
     .write = write_json_line,
     .by_document = true},
    {.name = "ics",
     .extension = "ics",
     .description = "calendar (iCalendar)",
     .loses = "events before 100, after 9999, without a year or open; accounts, tags, confidence, most columns",
     .write = write_ical},
    {.name = "csv",
     .extension = "csv",
     .description = "table of events, a row each",
     .loses = "where the dates are said, accounts and disagreements, confidence, tags",
     .write = write_csv},
    {.name = "markdown",
     .extension = "md",
     .description = "chronology as Markdown, with what the sources say",
     .loses = "where the dates are said, tags",
     .write = write_markdown},
    {.name = "tei",
     .extension = "xml",
     .description = "TEI P5: the events as <listEvent>, with the attributes of dates",
     .loses = "the texts, where the dates are said and why they are read so, confidence, tags",
     .write = write_tei},
    {.name = "timeml",
     .extension = "tml",
     .description = "TimeML: the documents, with a <TIMEX3> around each date",
     .loses = "the events, and documents that were not read as text",
     .write = write_timeml},
    {.name = "timelinejs",
     .extension = "timeline.json",
     .description = "JSON for TimelineJS, a slide an event",
     .loses = "events without a year or a beginning, how sure a time is but in words, where the dates are said",
     .write = write_timelinejs},
};
enum { WRITERS = sizeof writers / sizeof *writers };

const annals_writer *annals_writers(size_t *count) {
    *count = WRITERS;
    return writers;
}

const annals_writer *annals_find_writer(const char *name) {
    for (size_t i = 0; i < WRITERS; i++)
        if (!strcmp(writers[i].name, name)) return &writers[i];
    return NULL;
}
