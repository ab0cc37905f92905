/* csv_rows.c: the rows of a table, cell by cell. */
#include "csv_table.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static bool at_line_end(const table *t) {
    return t->at >= t->list.text.length || t->list.text.data[t->at] == '\n' || t->list.text.data[t->at] == '\r';
}

static void end_line(table *t) {
    if (t->at < t->list.text.length && t->list.text.data[t->at] == '\r') t->at++;
    if (t->at < t->list.text.length && t->list.text.data[t->at] == '\n') t->at++;
    t->line++;
    t->line_start = t->at;
}

/* Within quotation marks everything counts, line ends too; a doubled mark is one. */
static bool skip_quoted(table *t) {
    for (t->at++; t->at < t->list.text.length; t->at++) {
        char c = t->list.text.data[t->at];
        if (c == '\n') {
            t->line++;
            t->line_start = t->at + 1;
        }
        if (c != '"') continue;
        if (t->at + 1 >= t->list.text.length || t->list.text.data[t->at + 1] != '"') {
            t->at++;
            return true;
        }
        t->at++;
    }
    return false;
}

static bool is_blank(const table *t, size_t start, size_t end) {
    while (start < end && strchr(" \t", t->list.text.data[start])) start++;
    return start == end;
}

static cell read_cell(table *t) {
    cell c = {.start = t->at, .line = t->line, .column = count_points(t->list.text, t->line_start, t->at) + 1};
    bool quoted = !at_line_end(t) && t->list.text.data[t->at] == '"';
    if (quoted) c.open = !skip_quoted(t);
    size_t behind = t->at;
    while (!at_line_end(t) && t->list.text.data[t->at] != t->separator) t->at++;
    c.end = t->at;
    c.open |= quoted && t->line > c.line && !is_blank(t, behind, c.end); /* closed by a mark of a row behind */
    return c;
}

/* Nothing but separators, as spreadsheets save an empty row. */
static bool is_blank_row(const table *t) {
    for (size_t i = 0; i < t->count; i++)
        if (!is_blank(t, t->cells[i].start, t->cells[i].end)) return false;
    return true;
}

static row_state read_cells(table *t) {
    for (t->count = 0;; t->at++) {
        if (t->count == MOST_COLUMNS) return ROW_LONG;
        cell *c = &t->cells[t->count++];
        *c = read_cell(t);
        if (c->open) return ROW_OPEN;
        if (at_line_end(t)) break;
    }
    end_line(t);
    return ROW_WHOLE;
}

row_state csv_row(table *t) {
    row_state state;
    do {
        if (t->at >= t->list.text.length) return ROW_NONE;
        state = read_cells(t);
    } while (state == ROW_WHOLE && is_blank_row(t));
    return state;
}

const char *csv_wrong_row(const table *t, row_state state, const cell **where, char *buffer, size_t size) {
    *where = &t->cells[state == ROW_OPEN ? t->count - 1 : 0];
    if (state == ROW_OPEN) return "this quotation mark is never closed; close it, or double it within a text";
    snprintf(buffer, size, "more than %d columns; leave some out", MOST_COLUMNS);
    return buffer;
}

void csv_skip_line(table *t, const cell *first) {
    t->at = t->line_start = first->start;
    t->line = first->line;
    while (!at_line_end(t)) t->at++;
    end_line(t);
}

void csv_go_back(table *t, const table *to) {
    t->at = to->at;
    t->line = to->line;
    t->line_start = to->line_start;
    t->count = to->count;
    memcpy(t->cells, to->cells, sizeof t->cells);
}

annals_text csv_unquote(const table *t, size_t index, builder *to) {
    const char *at = t->list.text.data + t->cells[index].start, *end = t->list.text.data + t->cells[index].end;
    builder_clear(to);
    bool quoted = at < end && *at == '"';
    for (at += quoted; at < end; at++) {
        bool mark = quoted && *at == '"';
        if (mark && at + 1 < end && at[1] == '"') at++;
        else if (mark) quoted = false; /* what stands behind the closing one is of the cell all the same */
        if (quoted || !mark) builder_text(to, (annals_text){at, 1});
    }
    annals_text text = {to->data, to->length};
    while (text.length && strchr(" \t", text.data[text.length - 1])) text.length--;
    while (text.length && strchr(" \t", *text.data)) text.data++, text.length--;
    return text;
}

annals_text csv_first_words(annals_text text) {
    while (text.length && strchr(",; \t\r\n", *text.data)) text.data++, text.length--;
    return text;
}

char csv_separator_of(annals_text text) {
    static const char signs[] = ",;\t";
    size_t best = 0, counts[sizeof signs - 1] = {0};
    text = csv_first_words(text);
    for (size_t i = 0; i < text.length && text.data[i] != '\n'; i++)
        for (size_t s = 0; s < sizeof signs - 1; s++) counts[s] += text.data[i] == signs[s];
    for (size_t s = 1; s < sizeof signs - 1; s++)
        if (counts[s] > counts[best]) best = s;
    return signs[best];
}

void csv_skip_sign(table *t) {
    annals_text text = t->list.text;
    if (text.length < strlen("sep=;\n") || strncasecmp(text.data, "sep=", strlen("sep="))) return;
    t->separator = text.data[strlen("sep=")];
    t->at = strlen("sep=;");
    if (at_line_end(t)) end_line(t);
}
