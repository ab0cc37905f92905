/* cells.h: the cells of a line of a table, and whether a line names the columns of those below it. */
#ifndef ENGINE_CELLS_H
#define ENGINE_CELLS_H

#include "annals.h"
#include "grammar.h"

/* What is left of a line's cells; they follow one another as next_cell takes them. */
typedef struct cell_cursor {
    annals_text text;
    size_t at, end;
    char delimiter;
} cell_cursor;

/* What parts the cells of a line: a bar, a tab, a comma or semicolon without a blank behind it, two blanks and more, or
 * else each blank. */
char delimiter_of(annals_text line);
/* May it have empty cells, at its end left out? */
bool is_ruled(const cell_cursor *c);
cell_cursor cells_of(annals_text text, size_t start, size_t end, char delimiter);
bool next_cell(cell_cursor *c, annals_text *cell);
size_t count_cells(cell_cursor c);

/* "Name | Arrested | Charge": do the lines at `below` have as many cells, and dates alone in one of them? */
bool heads_rows(const grammar *g, annals_text text, annals_text line, size_t below);
/* Does a cell say that it is as the one above: is it empty, or a mark, or "do."? */
bool is_ditto(annals_text cell);
/* A time of day and nothing else: "0930", "9:30 a.m.". */
bool is_clock_cell(const grammar *g, annals_text cell);

/* "Time", "Uhrzeit": does the column have clocks? */
bool names_clocks(annals_text column);

#endif
