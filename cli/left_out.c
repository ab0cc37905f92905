#include "left_out.h"

#include "message.h"

#include <stdlib.h>
#include <string.h>

static void append(struct left_out_report *report, const char *text) {
    size_t length = strlen(text);
    if (report->length + length > report->room) {
        size_t room = 2 * (report->length + length);
        char *more = realloc(report->text, room);
        if (!more) return;
        report->text = more;
        report->room = room;
    }
    memcpy(report->text + report->length, text, length);
    report->length += length;
}

void left_out_keep(void *context, const char *message) {
    struct left_out *left_out = context;
    const char *const line[] = {left_out->name, ": ", message, "\n"};
    for (size_t i = 0; i < sizeof line / sizeof *line && left_out->report; i++) append(left_out->report, line[i]);
    if (left_out->count < MOST_LEFT_OUT) left_out->messages[left_out->count] = strdup(message);
    left_out->count++;
}

void left_out_print(struct left_out *left_out, const char *name, const char *why, bool quiet) {
    size_t count = left_out->count, kept = count < MOST_LEFT_OUT ? count : MOST_LEFT_OUT;
    if (count && !quiet)
        message_warning(whole_file(name), "%zu %s left out, which %s:", count, count == 1 ? "event was" : "events were",
                        why);
    for (size_t i = 0; i < kept; i++) {
        if (left_out->messages[i] && !quiet) message_warning(whole_file(name), "left out: %s", left_out->messages[i]);
        free(left_out->messages[i]);
    }
    if (count > kept && !quiet)
        message_warning(whole_file(name), "and %zu more%s", count - kept,
                        left_out->name && !left_out->report ? "; --report FILE lists them all" : "");
}
