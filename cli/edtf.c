/* edtf.c: annals edtf, which tells what EDTF expressions say, or what is wrong with them. */
#include "commands.h"
#include "message.h"
#include "output.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LABEL = 13 };

static annals_status put(annals_sink sink, const char *text) {
    return sink.write(sink.context, text, strlen(text));
}

static annals_status __attribute__((format(printf, 3, 4)))
put_row(annals_sink sink, const char *label, const char *format, ...) {
    char value[256], line[LABEL + sizeof value + 4];
    va_list args;
    va_start(args, format);
    vsnprintf(value, sizeof value, format, args);
    va_end(args);
    snprintf(line, sizeof line, "  %-*s%s\n", LABEL, label, value);
    return put(sink, line);
}

/* "1962-10-27", "1962-10-01 to 1962-10-31", "open". */
static annals_status put_bounds(annals_sink sink, const char *label, annals_bounds bounds) {
    static const char *const states[] = {[ANNALS_BOUND_UNKNOWN] = "unknown", [ANNALS_BOUND_OPEN] = "open"};
    char spelt[2][ANNALS_BOUND_SIZE];
    const annals_bound both[] = {bounds.earliest, bounds.latest};
    const char *words[2];
    for (int i = 0; i < 2; i++)
        words[i] = annals_bound_known(both[i]) ? annals_bound_iso(both[i], spelt[i]) : states[both[i].state];
    if (strcmp(words[0], words[1]) == 0) return put_row(sink, label, "%s", words[0]);
    return put_row(sink, label, "%s to %s", words[0], words[1]);
}

/* The parts of the dates that have a qualifier: "year, month". */
static annals_status put_qualified(annals_sink sink, const char *label, const annals_edtf *value, unsigned qualifier) {
    static const char *const names[] = {"year", "month", "day", NULL};
    bool qualified[ANNALS_EDTF_PARTS] = {false};
    for (size_t i = 0; i < value->item_count; i++)
        for (int part = 0; part < ANNALS_EDTF_PARTS; part++)
            qualified[part] |=
                ((value->items[i].first.qualifier[part] | value->items[i].last.qualifier[part]) & qualifier) != 0;
    char list[32] = "";
    for (int part = 0; part < ANNALS_EDTF_PARTS; part++) {
        if (!qualified[part]) continue;
        if (*list) strcat(list, ", ");
        strcat(list, names[part]);
    }
    return *list ? put_row(sink, label, "%s", list) : ANNALS_OK;
}

/* The zones that the times are in, which the bounds leave out. */
static annals_status put_zones(annals_sink sink, const annals_edtf *value) {
    const annals_edtf_date *ends[] = {&value->items[0].first, &value->items[0].last};
    annals_status status = ANNALS_OK;
    for (int i = 0; i < 2 && status == ANNALS_OK; i++) {
        int minutes = abs(ends[i]->zone_minutes);
        if (ends[i]->zoned)
            status = put_row(sink, i ? "zone at end" : "zone", "%c%02d:%02d", ends[i]->zone_minutes < 0 ? '-' : '+',
                             minutes / 60, minutes % 60);
    }
    return status;
}

static annals_status put_spelling(annals_sink sink, const annals_edtf *value, const char *expression) {
    size_t size = annals_edtf_write(value, NULL, 0) + 1;
    char *spelling = malloc(size);
    if (!spelling) return ANNALS_MEMORY;
    annals_edtf_write(value, spelling, size);
    annals_status status = ANNALS_OK;
    if (strcmp(spelling, expression) != 0) {
        status = put(sink, "  canonical    ");
        if (status == ANNALS_OK) status = put(sink, spelling);
        if (status == ANNALS_OK) status = put(sink, "\n");
    }
    free(spelling);
    return status;
}

static annals_status put_value(annals_sink sink, const annals_edtf *value, const char *expression) {
    bool within = value->kind == ANNALS_EDTF_SINGLE || value->kind == ANNALS_EDTF_ONE_OF;
    annals_status status = put(sink, expression);
    if (status == ANNALS_OK) status = put(sink, "\n");
    if (status == ANNALS_OK) status = put_row(sink, "level", "%d", value->level);
    if (status == ANNALS_OK) status = put_row(sink, "kind", "%s", annals_edtf_kind_name(value->kind));
    if (status == ANNALS_OK) status = put_spelling(sink, value, expression);
    if (status == ANNALS_OK) status = put_bounds(sink, within ? "within" : "begins", value->begin);
    if (status == ANNALS_OK && !within) status = put_bounds(sink, "ends", value->end);
    if (status == ANNALS_OK) status = put_zones(sink, value);
    if (status == ANNALS_OK) status = put_qualified(sink, "uncertain", value, ANNALS_EDTF_UNCERTAIN);
    return status == ANNALS_OK ? put_qualified(sink, "approximate", value, ANNALS_EDTF_APPROXIMATE) : status;
}

/* One block an expression; a wrong one is told on standard error and the others go on. */
static annals_status tell(annals_sink sink, const char *expression, int *exit_status) {
    annals_error error = {0};
    annals_edtf *value = annals_edtf_parse(annals_text_of(expression), &error);
    if (!value) {
        message_error(whole_file(*expression ? expression : "''"), "column %zu: %s", error.column, error.message);
        *exit_status = EXIT_TROUBLE;
        return error.status == ANNALS_MEMORY ? ANNALS_MEMORY : ANNALS_OK;
    }
    annals_status status = put_value(sink, value, expression);
    annals_edtf_free(value);
    return status;
}

int run_edtf(const struct settings *settings) {
    if (!settings->operand_count) return message_usage("no expression is given; write it after 'edtf'");
    struct outfile output;
    int exit_status = EXIT_DONE;
    annals_status status = ANNALS_OK;
    outfile_begin(&output, "-");
    for (size_t i = 0; i < settings->operand_count && status == ANNALS_OK; i++)
        status = tell(outfile_sink(&output), settings->operands[i], &exit_status);
    int code = outfile_finish(&output);
    if (code) message_not_written(outfile_name("-"), code);
    return code || status != ANNALS_OK ? EXIT_TROUBLE : exit_status;
}
