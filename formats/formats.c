/* formats.c: the formats that are written, one row each. */
#include "annals-formats.h"

#include "write_ical.h"
#include "write_json.h"
#include "write_text.h"

#include <string.h>

static const annals_writer writers[] = {
    {.name = "txt", .extension = "txt", .description = "chronology to read", .write = write_text},
    {.name = "json", .extension = "json", .description = "everything that was found, as JSON", .write = write_json},
    {.name = "jsonl",
     .extension = "jsonl",
     .description = "the same, a document a line",
     .write = write_json_line,
     .by_document = true},
    {.name = "ics", .extension = "ics", .description = "calendar (iCalendar)", .write = write_ical},
};

const annals_writer *annals_writers(size_t *count) {
    *count = sizeof writers / sizeof *writers;
    return writers;
}

const annals_writer *annals_find_writer(const char *name) {
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
        if (!strcmp(writers[i].name, name)) return &writers[i];
    return NULL;
}
