/* cells.c: the cells of a line of a table. */
#include "cells.h"

#include "document.h"
#include "opening.h"
#include "text.h"

#include <string.h>

enum { BY_GAPS = '\n', BY_BLANKS = ' ' };

static bool blank_at(const cell_cursor *c, size_t at) {
    return at < c->end && is_space_byte(c->text.data[at]) && c->text.data[at] != c->delimiter;
}

static bool parts(const cell_cursor *c, size_t at) {
    if (c->delimiter == BY_GAPS) return blank_at(c, at) && blank_at(c, at + 1);
    return c->delimiter == BY_BLANKS ? is_space_byte(c->text.data[at]) : c->text.data[at] == c->delimiter;
}

bool is_ruled(const cell_cursor *c) {
    return byte_in(c->delimiter, "|\t,;");
}

bool next_cell(cell_cursor *c, annals_text *cell) {
    while (is_ruled(c) ? blank_at(c, c->at) : c->at < c->end && is_space_byte(c->text.data[c->at])) c->at++;
    if (c->at >= c->end) return false;
    size_t start = c->at;
    while (c->at < c->end && !parts(c, c->at)) c->at++;
    *cell = text_trim(text_slice(c->text, start, c->at));
    c->at += c->at < c->end;
    return true;
}

cell_cursor cells_of(annals_text text, size_t start, size_t end, char delimiter) {
    if (delimiter == '|' && start < end && text.data[start] == '|') start++;
    return (cell_cursor){text, start, end, delimiter};
}

/* No sentence has this sign with no blank behind it wherever it has it. */
static bool is_parted_by(annals_text line, char sign) {
    const char *end = line.data + line.length, *at = memchr(line.data, sign, line.length), *first = at;
    for (; at && at + 1 < end; at = memchr(at + 1, sign, (size_t)(end - at) - 1))
        if (is_space_byte(at[1])) return false;
    return first;
}

/* Do two blanks stand side by side? */
static bool has_gap(annals_text line) {
    size_t at = 0;
    for (; line.length - at > sizeof(bytes16); at += sizeof(bytes16)) {
        bytes16 both = (bytes16)(bytes16_at(line.data + at) == ' ') & (bytes16)(bytes16_at(line.data + at + 1) == ' ');
        if (bytes16_first(both) < sizeof both) return true;
    }
    while (at + 1 < line.length && !(line.data[at] == ' ' && line.data[at + 1] == ' ')) at++;
    return at + 1 < line.length;
}

char delimiter_of(annals_text line) {
    if (memchr(line.data, '|', line.length)) return '|';
    if (memchr(line.data, '\t', line.length)) return '\t';
    if (has_gap(line)) return BY_GAPS;
    return is_parted_by(line, ',') ? ',' : is_parted_by(line, ';') ? ';' : BY_BLANKS;
}

size_t count_cells(cell_cursor c) {
    size_t n = 0;
    annals_text cell;
    while (next_cell(&c, &cell)) n++;
    return n;
}

bool is_ditto(annals_text cell) {
    static const char *const marks[] = {"do", "do.", "ditto", "dto", "dto.", "id", "id.", "idem", "dgl.", "\"", "″",
                                        "''", "„",   "“",     "”",   "\"\"", "-",  "–",   "—",    "--",   "〃", "same"};
    return !cell.length || IN(cell, marks);
}

bool is_clock_cell(const grammar *g, annals_text cell) {
    enum { LONGEST = 12 };
    char line[LONGEST + 2]; /* as a line of a log opens, with words behind it */
    if (!cell.length || cell.length > LONGEST) return false;
    memcpy(line, cell.data, cell.length);
    memcpy(line + cell.length, " ", 2);
    return opens_with_clock(g, (annals_text){line, cell.length + 1});
}

bool names_clocks(annals_text column) {
    static const char *const names[] = {"time",  "hour", "hours", "zeit",  "uhrzeit", "stunde",
                                        "heure", "hora", "время", "Время", "час",     "Час"};
    size_t start, end, words = 0;
    for (size_t at = 0; words < 2 && text_word(column, at, &start, &end); at = end, words++)
        if (IN(text_slice(column, start, end), names)) return true;
    return false;
}

/* ---------------------------------------------------------------- what names columns */

/* "|---|:--:|": the line below the names. */
static bool is_ruling(annals_text line) {
    for (size_t i = 0; i < line.length; i++)
        if (!byte_in(line.data[i], "|-:+= \t")) return false;
    return true;
}

/* Which of the cells are dates alone, as bits; with `dittos`, or as the one above. */
static uint32_t dated_cells(const grammar *g, cell_cursor c, bool dittos) {
    uint32_t dated = 0, bit = 1;
    for (annals_text cell; bit && next_cell(&c, &cell); bit <<= 1)
        if (is_date_line(g, cell) || is_day_in_figures(cell) || (dittos && is_ditto(cell))) dated |= bit;
    return dated;
}

/* Short words, of which none is a date or a clock. */
static bool names_columns(const grammar *g, cell_cursor c) {
    enum { LONGEST = 40 };
    size_t start, end;
    bool words = false;
    if (dated_cells(g, c, false)) return false;
    for (annals_text cell; next_cell(&c, &cell);) {
        if (cell.length > LONGEST || is_clock_cell(g, cell) || text_ends(cell, ".")) return false;
        words |= text_word(cell, 0, &start, &end) && is_letter(text_decode(cell, start, &end));
    }
    return words;
}

bool heads_rows(const grammar *g, annals_text text, annals_text line, size_t below) {
    enum { LONGEST = 200, LOOKED_AT = 4 /* lines */, MOST = 24 /* columns */, FEW = 2 };
    char delimiter = line.length && line.length < LONGEST ? delimiter_of(line) : BY_BLANKS;
    if (delimiter == BY_BLANKS) return false;
    cell_cursor names = cells_of(line, 0, line.length, delimiter);
    size_t wanted = count_cells(names), rows = 0;
    if (wanted < 2 || wanted > MOST || !names_columns(g, names)) return false;
    uint32_t dated = UINT32_MAX;
    for (size_t lines = 0; lines < LOOKED_AT && below < text.length; lines++) {
        annals_text row = text_trim(line_at(text, below, &below));
        if (!row.length) break;
        if (is_ruling(row)) continue;
        cell_cursor cells = cells_of(row, 0, row.length, delimiter);
        size_t count = row.length < 2 * LONGEST ? count_cells(cells) : 0;
        if (count < 2 || count > wanted || (count < wanted && !is_ruled(&cells))) break;
        dated &= dated_cells(g, cells, rows > 0);
        rows++;
    }
    return dated && rows >= (delimiter == '|' || delimiter == '\t' ? 1 : FEW);
}
