/* csv_columns.c: what the columns of a table are, by their names, or by what stands in them. */
#include "csv_table.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char *const column_names[] = {[COLUMN_DATE] = "date",
                                           [COLUMN_END] = "end",
                                           [COLUMN_LABEL] = "label",
                                           [COLUMN_CATEGORY] = "category",
                                           [COLUMN_TEXT] = "text",
                                           [COLUMN_ID] = "id",
                                           [COLUMN_KIND] = "kind",
                                           [COLUMN_MODALITY] = "modality",
                                           [COLUMN_SPEAKER] = "speaker",
                                           [COLUMN_SET] = "set",
                                           [COLUMN_RULE] = "RRULE",
                                           [COLUMN_WHOLE] = WHEN_JSON,
                                           [COLUMN_TIME] = "time",
                                           [COLUMN_END_TIME] = "end time",
                                           [COLUMN_YEAR] = "year",
                                           [COLUMN_MONTH] = "month",
                                           [COLUMN_DAY] = "day",
                                           [COLUMN_END_YEAR] = "end year",
                                           [COLUMN_END_MONTH] = "end month",
                                           [COLUMN_END_DAY] = "end day"};
/* What the tables of other programs call them, where no column has our name. */
static const struct {
    const char *name;
    enum column column;
} other_names[] = {{"headline", COLUMN_LABEL},  {"subject", COLUMN_LABEL},   {"summary", COLUMN_LABEL},
                   {"start date", COLUMN_DATE}, {"start time", COLUMN_TIME}, {"end date", COLUMN_END},
                   {"description", COLUMN_TEXT}};

bool csv_is_word(annals_text text, const char *word) {
    return text.length == strlen(word) && !strncasecmp(text.data, word, text.length);
}

static enum column column_of(annals_text name) {
    for (int i = 0; i < COLUMN_OTHER; i++)
        if (csv_is_word(name, column_names[i])) return (enum column)i;
    return COLUMN_OTHER;
}

bool csv_has_column(const table *t, enum column kind) {
    for (size_t i = 0; i < t->columns; i++)
        if (t->kinds[i] == kind) return true;
    return false;
}

/* Year, month and day are a date where no column is one, else columns like others; and so are those of its end. */
static void take_year(table *t) {
    bool date = csv_has_column(t, COLUMN_DATE), year = !date && csv_has_column(t, COLUMN_YEAR);
    bool end = year && !csv_has_column(t, COLUMN_END);
    for (size_t i = 0; i < t->columns; i++)
        if (t->kinds[i] < COLUMN_OTHER && t->kinds[i] >= COLUMN_YEAR)
            if (!(t->kinds[i] < COLUMN_END_YEAR ? year : end)) t->kinds[i] = COLUMN_OTHER;
}

/* A text beside the headline; without one it is all that the row says. */
static void take_other_names(table *t) {
    for (size_t n = 0; n < sizeof other_names / sizeof *other_names; n++) {
        enum column kind = other_names[n].column;
        bool wanted = kind != COLUMN_TEXT || csv_has_column(t, COLUMN_LABEL);
        for (size_t i = 0; wanted && i < t->columns && !csv_has_column(t, kind); i++)
            if (t->kinds[i] == COLUMN_OTHER && csv_is_word(t->names[i], other_names[n].name)) t->kinds[i] = kind;
    }
}

static bool has_digit(annals_text text) {
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9') return true;
    return false;
}

static bool is_date(table *t, annals_text text) {
    annals_when when;
    return has_digit(text) && annals_read_when(t->list.to, text, &when, NULL) == ANNALS_OK;
}

/* In "from,to" the second is the end of the first; in a table that has its date elsewhere it may be anybody's name. */
static void find_end(table *t, size_t date) {
    static const char *const ends[] = {"to", "until", "till"};
    for (size_t i = date + 1; i < t->columns && i < t->count && !csv_has_column(t, COLUMN_END); i++)
        for (size_t n = 0; n < sizeof ends / sizeof *ends; n++)
            if (csv_is_word(t->names[i], ends[n]) && is_date(t, csv_unquote(t, i, &t->fields[i])))
                t->kinds[i] = COLUMN_END;
}

/* No column is called a date: the one that has a date in the next row. */
static void find_dates(table *t) {
    const table names = *t;
    bool row = csv_row(t) == ROW_WHOLE, found = false, timed = csv_has_column(t, COLUMN_TIME);
    size_t cells = row ? t->count < t->columns ? t->count : t->columns : 0;
    for (size_t n = 0; !found && n < cells * (1 + timed); n++) {
        size_t i = n % cells; /* one that is called a time is the last that is tried */
        found = t->kinds[i] == (n < cells ? COLUMN_OTHER : COLUMN_TIME) && is_date(t, csv_unquote(t, i, &t->fields[i]));
        if (found) t->kinds[i] = COLUMN_DATE;
        if (found) find_end(t, i);
    }
    csv_go_back(t, &names);
}

/* Does the first row have a date where the next one has it, and names nothing that is known? */
static bool is_nameless(table *t) {
    bool nameless = false;
    for (size_t i = 0; i < t->columns; i++) {
        if (t->kinds[i] != COLUMN_DATE && t->kinds[i] != COLUMN_OTHER) return false;
        if (t->kinds[i] == COLUMN_DATE) nameless = is_date(t, t->names[i]);
    }
    return nameless;
}

/* It is an event like the others. */
static bool take_first_row(table *t, table first) {
    t->at = first.at;
    t->line = first.line;
    t->line_start = first.line_start;
    for (size_t i = 0; i < t->columns; i++) {
        char name[32];
        snprintf(name, sizeof name, "column %zu", i + 1);
        t->names[i] = annals_keep_text(t->list.to, annals_text_of(name));
    }
    return notice_in_file(t->list.to, t->list.file, first.line, 1, t->list.error,
                          "the first row has a date, and so it is read as an event; name the columns before it: "
                          "date,label") == ANNALS_OK;
}

static bool refuse_names(table *t, row_state state) {
    char what[128];
    const cell none = {.line = 1, .column = 1}, *where = &none;
    const char *wrong = state == ROW_NONE ? "no row names the columns; begin with date,label"
                                          : csv_wrong_row(t, state, &where, what, sizeof what);
    return fail_in_file(t->list.file, where->line, where->column, t->list.error, "%s", wrong) == ANNALS_OK;
}

bool csv_columns(table *t) {
    csv_skip_sign(t);
    const table first = *t;
    row_state state = csv_row(t);
    if (state != ROW_WHOLE) return refuse_names(t, state);
    for (t->columns = 0; t->columns < t->count; t->columns++) {
        size_t i = t->columns;
        t->names[i] = annals_keep_text(t->list.to, csv_unquote(t, i, &t->fields[i]));
        enum column kind = column_of(t->names[i]);
        if (kind != COLUMN_OTHER && csv_has_column(t, kind))
            return fail_in_file(t->list.file, t->cells[i].line, t->cells[i].column, t->list.error,
                                "a second column is called '%s'; give each its own name",
                                column_names[kind]) == ANNALS_OK;
        t->kinds[i] = kind;
    }
    take_other_names(t);
    take_year(t);
    if (csv_has_column(t, COLUMN_YEAR)) return true;
    bool named = csv_has_column(t, COLUMN_DATE);
    if (!named) find_dates(t);
    if (!named && is_nameless(t)) return take_first_row(t, first);
    if (csv_has_column(t, COLUMN_DATE)) return true;
    return fail_in_file(t->list.file, t->cells[0].line, t->cells[0].column, t->list.error,
                        "no column is called 'date'; name the columns in the first row: date,end,label,category") ==
           ANNALS_OK;
}

bool csv_is_table(annals_text bytes) {
    bool found[COLUMN_OTHER + 1] = {false};
    bytes = csv_first_words(bytes);
    const char *end = memchr(bytes.data, '\n', bytes.length);
    annals_text line = {bytes.data, end ? (size_t)(end - bytes.data) : bytes.length};
    char separator = csv_separator_of(line);
    if (line.length > 1000) return false;
    if (line.length >= strlen("sep=;") && !strncasecmp(line.data, "sep=", strlen("sep=")) && end) {
        const char *next = memchr(end + 1, '\n', bytes.length - line.length - 1);
        separator = line.data[strlen("sep=")];
        line = (annals_text){end + 1, next ? (size_t)(next - end - 1) : bytes.length - line.length - 1};
    }
    for (size_t at = 0, next; at < line.length; at = next + 1) {
        for (next = at; next < line.length && line.data[next] != separator && line.data[next] != '\r';) next++;
        annals_text name = {line.data + at, next - at};
        found[column_of(name)] = true;
        for (size_t i = 0; i < sizeof other_names / sizeof *other_names; i++)
            if (csv_is_word(name, other_names[i].name)) found[other_names[i].column] = true;
    }
    return (found[COLUMN_DATE] || found[COLUMN_YEAR]) && found[COLUMN_LABEL];
}
