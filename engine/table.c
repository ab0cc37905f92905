/* table.c: a row of a table as a headline. */
#include "cells.h"
#include "events.h"
#include "language.h"
#include "opening.h"
#include "text.h"

#include <string.h>

/* Between bars or tabs the last cells may be left out. */
static bool rows_fit(cell_cursor values, cell_cursor columns) {
    size_t count = count_cells(values), wanted = count_cells(columns);
    return count == wanted || (count > 1 && count < wanted && is_ruled(&values));
}

/* How a column's value reads in a headline: "from Havana", "no. 232"; other columns give just their value, and those
 * of where it is taken from none. */
static const char *column_words(annals_text column) {
    static const struct {
        const char *column, *words;
    } rows[] = {{"from", ", from "}, {"to", " to "},    {"number", ", no. "}, {"no", ", no. "},
                {"source", NULL},    {"sources", NULL}, {"reference", NULL}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (text_same_word(column, rows[i].column)) return rows[i].words;
    return ", ";
}

static bool wordless(annals_text text) {
    size_t start, end;
    return !text_word(text, 0, &start, &end);
}

/* A cell without the date that may stand in it. */
static void put_cell(text_buffer *b, const analysis *x, annals_text cell, const raw_mention *m, const char *joint) {
    size_t start = (size_t)(cell.data - x->text.data), end = start + cell.length;
    bool dated = start < m->end && end > m->start;
    annals_text before = dated && start < m->start ? text_trim(text_slice(x->text, start, m->start)) : (annals_text){0};
    annals_text after = dated && end > m->end ? text_trim(text_slice(x->text, m->end, end)) : (annals_text){0};
    if (!dated) before = cell;
    if (dated && !before.length && after.length && byte_in(after.data[0], "([")) return; /* "2012 (planned)" */
    if (wordless(before) && wordless(after)) return;                                     /* "[1923?]" */
    if (b->length) text_put(b, annals_text_of(joint));
    text_put(b, before);
    if (before.length && after.length) text_put(b, annals_text_of(" "));
    text_put(b, after);
}

/* Of the first column it counts the rows. */
static bool is_number(annals_text cell) {
    for (size_t i = 0; i < cell.length; i++)
        if (!is_digit((unsigned char)cell.data[i])) return false;
    return true;
}

/* "7 June 1922" below "To" says until when. */
static bool says_end(const grammar *g, annals_text column, annals_text value) {
    return in_context(g, column, CONTEXT_UP_TO) && is_date_line(g, value);
}

/* The cell of a row that a date stands in, and its column; false: it stands in none. */
static bool cell_of_date(const analysis *x, const block *row, size_t date, annals_text *column, annals_text *value) {
    const block *header = &x->blocks.items[row->header];
    char delimiter = delimiter_of(text_slice(x->text, header->start, header->end));
    cell_cursor values = cells_of(x->text, row->start, row->end, delimiter);
    cell_cursor columns = cells_of(x->text, header->start, header->end, delimiter);
    if (!rows_fit(values, columns)) return false;
    while (next_cell(&columns, column) && next_cell(&values, value))
        if (offset_of(x->text, *value) <= date && date < offset_of(x->text, *value) + value->length) return true;
    return false;
}

bool table_row_ends(const analysis *x, const block *row, size_t date) {
    annals_text column, value;
    return cell_of_date(x, row, date, &column, &value) && says_end(x->grammar, column, value);
}

bool table_row_cites(const analysis *x, const block *row, size_t date) {
    annals_text column, value;
    return cell_of_date(x, row, date, &column, &value) && !column_words(column);
}

/* "09:30" below "Time" says when, as the date does. */
static bool says_clock(annals_text column, annals_text value) {
    return value.length && is_digit((unsigned char)*value.data) && names_clocks(column);
}

annals_text table_row_label(arena *a, const analysis *x, const block *row, const raw_mention *m) {
    raw_mention date = *m;
    if (m->range == ANNALS_RANGE_BEGIN) date.end = m[1].end;
    const block *header = &x->blocks.items[row->header];
    char delimiter = delimiter_of(text_slice(x->text, header->start, header->end));
    cell_cursor values = cells_of(x->text, row->start, row->end, delimiter);
    cell_cursor columns = cells_of(x->text, header->start, header->end, delimiter);
    bool fits = rows_fit(values, columns);
    text_buffer b = {0};
    bool first = true;
    for (annals_text value, column; next_cell(&values, &value); first = false) {
        next_cell(&columns, &column);
        const char *joint = fits ? column_words(column) : " ";
        bool counts = fits && first && is_number(value), again = fits && is_ditto(value);
        bool clock = fits && (says_clock(column, value) || says_end(x->grammar, column, value));
        if (joint && !counts && !again && !clock) put_cell(&b, x, value, &date, joint);
    }
    annals_text label =
        b.failed || !b.length ? (annals_text){0} : headline(a, x->grammar, (annals_text){b.data, b.length});
    text_free(&b);
    return label.length ? label : headline(a, x->grammar, text_slice(x->text, row->start, row->end));
}

bool table_row_fields(arena *a, const analysis *x, const block *row, annals_event *e) {
    const block *header = &x->blocks.items[row->header];
    char delimiter = delimiter_of(text_slice(x->text, header->start, header->end));
    cell_cursor values = cells_of(x->text, row->start, row->end, delimiter);
    cell_cursor columns = cells_of(x->text, header->start, header->end, delimiter);
    size_t count = count_cells(columns);
    if (!rows_fit(values, columns)) return true;
    annals_field *fields = arena_alloc(a, (count + 1) * sizeof *fields);
    if (!fields) return false;
    e->fields = fields;
    for (annals_field f; next_cell(&columns, &f.name) && next_cell(&values, &f.value);)
        if (f.name.length && f.value.length) fields[e->field_count++] = f;
    return true;
}

/* Does a cell say something of its own? */
static bool says_anything(cell_cursor cells) {
    size_t start, end;
    for (annals_text cell; next_cell(&cells, &cell);)
        if (!is_ditto(cell) && text_word(cell, 0, &start, &end)) return true;
    return false;
}

bool table_repeats(const analysis *x, const block *row, const block *above, size_t date) {
    const block *header = &x->blocks.items[row->header];
    char delimiter = delimiter_of(text_slice(x->text, header->start, header->end));
    cell_cursor cells = cells_of(x->text, row->start, row->end, delimiter);
    cell_cursor dated = cells_of(x->text, above->start, above->end, delimiter);
    if (!says_anything(cells)) return false;
    for (annals_text cell, other; next_cell(&dated, &other) && next_cell(&cells, &cell);)
        if (date >= (size_t)(other.data - x->text.data) && date < (size_t)(other.data - x->text.data) + other.length)
            return is_ditto(cell);
    return false;
}

/* Columns of a list of papers, beside who sent each and to whom; those of a list of trains have others. */
static bool is_of_papers(annals_text column) {
    static const char *const names[] = {"date",    "sent",    "received", "no",      "no.",       "number",   "nr",
                                        "subject", "summary", "contents", "remarks", "notes",     "pages",    "type",
                                        "kind",    "class",   "ref",      "ref.",    "reference", "medium",   "box",
                                        "folder",  "time",    "place",    "author",  "sender",    "recipient"};
    return IN(column, names) || text_find(column, "date", 0) != SIZE_MAX || text_find(column, "Date", 0) != SIZE_MAX;
}

bool table_lists_documents(const analysis *x, const block *row) {
    static const char *const names[] = {"item", "document", "file", "title"}, *const parties[] = {"from", "to"};
    const block *header = &x->blocks.items[row->header];
    char delimiter = delimiter_of(text_slice(x->text, header->start, header->end));
    cell_cursor columns = cells_of(x->text, header->start, header->end, delimiter);
    cell_cursor values = cells_of(x->text, row->start, row->end, delimiter);
    size_t named = 0; /* who sent it, and to whom: "From 6 May 1931" names nobody */
    bool others = false;
    for (annals_text column, value = {0}; next_cell(&columns, &column);) {
        bool filled = next_cell(&values, &value);
        bool party = IN(column, parties);
        named += filled && party && !text_has_digit(value);
        others |= !party && !is_of_papers(column);
        if (IN(column, names)) return true;
    }
    return named == 2 && !others;
}
