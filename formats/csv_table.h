/* csv_table.h: a table of events, parted by commas, tabs or semicolons (RFC 4180), row by row; its first row names the
 * columns. */
#ifndef ANNALS_FORMATS_CSV_TABLE_H
#define ANNALS_FORMATS_CSV_TABLE_H

#include "listing_sets.h"
#include "when_json.h"

enum column {
    COLUMN_DATE,
    COLUMN_END,
    COLUMN_LABEL,
    COLUMN_CATEGORY,
    COLUMN_TEXT,
    COLUMN_ID,
    COLUMN_KIND,
    COLUMN_MODALITY,
    COLUMN_SPEAKER,
    COLUMN_SET,   /* what comes again, */
    COLUMN_RULE,  /* or a rule of it, as calendars have them */
    COLUMN_WHOLE, /* of the date: its JSON */
    COLUMN_TIME,  /* of the day, of the date and of its end */
    COLUMN_END_TIME,
    COLUMN_YEAR, /* with the next two a date, where no column is one */
    COLUMN_MONTH,
    COLUMN_DAY,
    COLUMN_END_YEAR, /* and its end */
    COLUMN_END_MONTH,
    COLUMN_END_DAY,
    COLUMN_OTHER
};
enum { MOST_COLUMNS = 64 };

/* A field's bytes in the file, with its quotation marks, and where it stands. */
typedef struct cell {
    size_t start, end;
    size_t line, column; /* from 1; columns in code points */
    bool open;           /* its quotation mark is never closed */
} cell;

typedef struct table {
    listing list;
    char separator;
    size_t at, line, line_start; /* what comes next */
    cell cells[MOST_COLUMNS];
    size_t count; /* cells in the row at hand */
    enum column kinds[MOST_COLUMNS];
    annals_text names[MOST_COLUMNS]; /* of the columns */
    size_t columns;
    builder fields[MOST_COLUMNS]; /* the contents of the row's cells */
    builder label;                /* what the other columns say, where none is the label */
    builder sets;                 /* what the row's rule says */
    builder date, end;            /* what year, month and day say, where no column is the date */
    when_json whole;
    annals_order order; /* of day and month in numbers, as the other rows have it */
    bool ours;          /* annals wrote it, by its columns */
    bool zone_told;     /* that there is no such zone */
    bool has_sets;      /* its column says when events come again, */
    cell odd_set;       /* and this is the first that says none */
    bool year_told;     /* how years before Christ are counted */
} table;

/* ------------------------------------------------------------------ csv_rows.c */

/* A row is whole, or the reader goes on in the line behind the one that it begins in: a mark of quotation that is never
 * closed must not take the rows behind it along. */
typedef enum row_state { ROW_WHOLE, ROW_OPEN, ROW_LONG, ROW_NONE } row_state;

/* The next row that is not blank. */
row_state csv_row(table *t);
/* Go on behind the line that its first cell begins in. */
void csv_skip_line(table *t, const cell *first);
/* Read the rows behind that place once more; `to` is a copy of the table. */
void csv_go_back(table *t, const table *to);
/* What is wrong with a row that is not whole, and where. */
const char *csv_wrong_row(const table *t, row_state state, const cell **where, char *buffer, size_t size);
/* Read the line in which spreadsheets name the sign, "sep=;". */
void csv_skip_sign(table *t);
/* The content of a cell without the quotation marks and the blanks around it; `to` holds it. */
annals_text csv_unquote(const table *t, size_t index, builder *to);
/* From the first cell on that has words: rows without any may stand above those that name the columns. */
annals_text csv_first_words(annals_text text);
/* The sign that parts the words of the first line best. */
char csv_separator_of(annals_text text);

/* ------------------------------------------------------------------ csv_columns.c */

bool csv_is_word(annals_text text, const char *word);
bool csv_has_column(const table *t, enum column kind);
/* Read the row that names the columns; false with the error filled. */
bool csv_columns(table *t);
/* A first line of column names, two of them ours. */
bool csv_is_table(annals_text bytes);

/* ------------------------------------------------------------------ csv_dates.c */

typedef struct csv_time {
    annals_when when;
    annals_when other; /* with `either`: that of the same numbers with the day first */
    bool either;
    annals_text weekday; /* how one in the words differs from that of the date, if it does */
} csv_time;

/* See which of day and month comes first in the dates of numbers, such as 27/10/1962, that leave no choice. */
void csv_find_order(table *t);
/* The time of a cell; false: it is none. */
bool csv_read_time(table *t, annals_text words, csv_time *time);
/* Figures, and a sign before them or none. */
bool csv_is_year(annals_text text);
/* Such a year in EDTF: "0033", "-0044", "Y-10000". */
void csv_put_year(annals_text year, builder *to);
/* The number of a month that is named, or 0. */
unsigned csv_month(table *t, annals_text name);

#endif
