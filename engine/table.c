/* table.c: a row of a table as a headline. */
#include "events.h"
#include "text.h"

#include <string.h>

/* The cells of a line, one after the other: between bars or tabs, else word by word. */
typedef struct cell_cursor {
    annals_text text;
    size_t at, end;
    char delimiter;
} cell_cursor;

static bool parts(char c, char delimiter) {
    return delimiter == ' ' ? is_space_byte(c) : c == delimiter;
}

static bool next_cell(cell_cursor *c, annals_text *cell) {
    while (c->at < c->end && (is_space_byte(c->text.data[c->at]) || c->text.data[c->at] == '|')) c->at++;
    size_t start = c->at;
    while (c->at < c->end && !parts(c->text.data[c->at], c->delimiter)) c->at++;
    *cell = text_trim(text_slice(c->text, start, c->at));
    return start < c->end;
}

static cell_cursor cells_of(annals_text text, size_t start, size_t end, char delimiter) {
    return (cell_cursor){text, start, end, delimiter};
}

static char delimiter_of(annals_text line) {
    return memchr(line.data, '|', line.length) ? '|' : memchr(line.data, '\t', line.length) ? '\t' : ' ';
}

static size_t count_cells(cell_cursor c) {
    size_t n = 0;
    annals_text cell;
    while (next_cell(&c, &cell)) n++;
    return n;
}

/* How a column's value reads in a headline: "from Havana", "no. 232"; other columns give just their value. */
static const char *column_words(annals_text column) {
    static const struct {
        const char *column, *words;
    } rows[] = {{"from", ", from "}, {"to", " to "}, {"number", ", no. "}, {"no", ", no. "}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (text_same_word(column, rows[i].column)) return rows[i].words;
    return ", ";
}

/* A cell without the date that may stand in it. */
static void put_cell(text_buffer *b, const analysis *x, annals_text cell, const raw_mention *m, const char *joint) {
    size_t start = (size_t)(cell.data - x->text.data), end = start + cell.length;
    bool dated = start < m->end && end > m->start;
    annals_text before = dated && start < m->start ? text_trim(text_slice(x->text, start, m->start)) : (annals_text){0};
    annals_text after = dated && end > m->end ? text_trim(text_slice(x->text, m->end, end)) : (annals_text){0};
    if (!dated) before = cell;
    if (!before.length && !after.length) return;
    if (b->length) text_put(b, annals_text_of(joint));
    text_put(b, before);
    if (before.length && after.length) text_put(b, annals_text_of(" "));
    text_put(b, after);
}

annals_text table_row_label(arena *a, const analysis *x, const block *row, const raw_mention *m) {
    const block *header = &x->blocks.items[row->header];
    char delimiter = delimiter_of(text_slice(x->text, header->start, header->end));
    cell_cursor values = cells_of(x->text, row->start, row->end, delimiter);
    cell_cursor columns = cells_of(x->text, header->start, header->end, delimiter);
    bool fits = count_cells(values) == count_cells(columns);
    text_buffer b = {0};
    for (annals_text value, column; next_cell(&values, &value);) {
        next_cell(&columns, &column);
        put_cell(&b, x, value, m, fits ? column_words(column) : " ");
    }
    annals_text label = b.failed || !b.length ? (annals_text){0} : headline(a, (annals_text){b.data, b.length});
    text_free(&b);
    return label.length ? label : headline(a, text_slice(x->text, row->start, row->end));
}

bool table_lists_documents(const analysis *x, const block *row) {
    static const char *const names[] = {"item", "from", "to", "document", "file", "title"};
    const block *header = &x->blocks.items[row->header];
    annals_text line = text_slice(x->text, header->start, header->end), column;
    cell_cursor columns = cells_of(line, 0, line.length, delimiter_of(line));
    while (next_cell(&columns, &column))
        if (IN(column, names)) return true;
    return false;
}
