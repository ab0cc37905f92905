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

static void keep(struct left_out *left_out, struct left_out_list *list, const char *message) {
    const char *const line[] = {left_out->name, ": ", message, "\n"};
    for (size_t i = 0; i < sizeof line / sizeof *line && left_out->report; i++) append(left_out->report, line[i]);
    if (list->count < MOST_LEFT_OUT) list->messages[list->count] = strdup(message);
    list->count++;
}

void left_out_keep(void *context, const char *message) {
    struct left_out *left_out = context;
    keep(left_out, &left_out->whole, message);
}

void left_out_keep_part(void *context, const char *message) {
    struct left_out *left_out = context;
    keep(left_out, &left_out->in_part, message);
}

static void print_list(struct left_out_list *list, const char *name, const char *what, bool quiet) {
    size_t kept = list->count < MOST_LEFT_OUT ? list->count : MOST_LEFT_OUT;
    for (size_t i = 0; i < kept; i++) {
        if (list->messages[i] && !quiet) message_warning(whole_file(name), "%s: %s", what, list->messages[i]);
        free(list->messages[i]);
    }
    if (list->count > kept && !quiet) message_warning(whole_file(name), "and %zu more", list->count - kept);
}

void left_out_print(struct left_out *left_out, const char *name, const char *why, bool quiet) {
    size_t whole = left_out->whole.count, in_part = left_out->in_part.count;
    if (whole && !quiet)
        message_warning(whole_file(name), "%zu %s left out, which %s:", whole, whole == 1 ? "event was" : "events were",
                        why);
    print_list(&left_out->whole, name, "left out", quiet);
    if (in_part && !quiet)
        message_warning(whole_file(name), "%zu %s there in part:", in_part, in_part == 1 ? "event is" : "events are");
    print_list(&left_out->in_part, name, "in part", quiet);
}
