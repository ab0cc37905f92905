/* read_csv.c: a table of events, parted by commas, tabs or semicolons (RFC 4180).  The first row names the columns. */
#include "listing_sets.h"
#include "when_json.h"
#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

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
    COLUMN_YEAR,  /* with the next two a date, where no column is one */
    COLUMN_MONTH,
    COLUMN_DAY,
    COLUMN_OTHER
};
static const char *const column_names[] = {"date",    "end", "label", "category", "text", "id",    "kind", "modality",
                                           "speaker", "set", "RRULE", WHEN_JSON,  "year", "month", "day"};
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
    builder date;                 /* what year, month and day say, where no column is the date */
    when_json whole;
    bool zone_told; /* that there is no such zone */
} table;

/* ------------------------------------------------------------------ rows of cells */

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

static bool is_blank_row(const table *t) {
    return t->count == 1 && t->cells[0].start == t->cells[0].end;
}

/* A row is whole, or the reader goes on in the line behind the one that it begins in: a mark of quotation that is never
 * closed must not take the rows behind it along. */
typedef enum row_state { ROW_WHOLE, ROW_OPEN, ROW_LONG, ROW_NONE } row_state;

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

/* The next row that is not blank. */
static row_state read_row(table *t) {
    row_state state;
    do {
        if (t->at >= t->list.text.length) return ROW_NONE;
        state = read_cells(t);
    } while (state == ROW_WHOLE && is_blank_row(t));
    return state;
}

/* What is wrong with it, and where. */
static const char *wrong_row(const table *t, row_state state, const cell **where, char *buffer, size_t size) {
    *where = &t->cells[state == ROW_OPEN ? t->count - 1 : 0];
    if (state == ROW_OPEN) return "this quotation mark is never closed; close it, or double it within a text";
    snprintf(buffer, size, "more than %d columns; leave some out", MOST_COLUMNS);
    return buffer;
}

static void skip_line(table *t, const cell *first) {
    t->at = t->line_start = first->start;
    t->line = first->line;
    while (!at_line_end(t)) t->at++;
    end_line(t);
}

/* The content without the quotation marks and the blanks around it. */
static annals_text unquote(const table *t, size_t index, builder *to) {
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

/* ------------------------------------------------------------------ the columns */

static bool is_word(annals_text text, const char *word) {
    return text.length == strlen(word) && !strncasecmp(text.data, word, text.length);
}

static enum column column_of(annals_text name) {
    for (int i = 0; i < COLUMN_OTHER; i++)
        if (is_word(name, column_names[i])) return (enum column)i;
    return COLUMN_OTHER;
}

/* The sign that parts the words of the first line best. */
static char separator_of(annals_text text) {
    static const char signs[] = ",;\t";
    size_t best = 0, counts[sizeof signs - 1] = {0};
    for (size_t i = 0; i < text.length && text.data[i] != '\n'; i++)
        for (size_t s = 0; s < sizeof signs - 1; s++) counts[s] += text.data[i] == signs[s];
    for (size_t s = 1; s < sizeof signs - 1; s++)
        if (counts[s] > counts[best]) best = s;
    return signs[best];
}

static bool has_column(const table *t, enum column kind) {
    for (size_t i = 0; i < t->columns; i++)
        if (t->kinds[i] == kind) return true;
    return false;
}

/* Year, month and day are a date where no column is one, else columns like others. */
static void take_year(table *t) {
    bool date = has_column(t, COLUMN_DATE), year = !date && has_column(t, COLUMN_YEAR);
    for (size_t i = 0; i < t->columns; i++)
        if (!year && t->kinds[i] >= COLUMN_YEAR) t->kinds[i] = COLUMN_OTHER;
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
    for (size_t i = date + 1; i < t->columns && i < t->count && !has_column(t, COLUMN_END); i++)
        for (size_t n = 0; n < sizeof ends / sizeof *ends; n++)
            if (is_word(t->names[i], ends[n]) && is_date(t, unquote(t, i, &t->fields[i]))) t->kinds[i] = COLUMN_END;
}

/* No column is called a date: the one that has a date in the next row. */
static void find_dates(table *t) {
    const table names = *t;
    bool row = read_row(t) == ROW_WHOLE, found = false;
    for (size_t i = 0; row && !found && i < t->count && i < t->columns; i++) {
        found = t->kinds[i] == COLUMN_OTHER && is_date(t, unquote(t, i, &t->fields[i]));
        if (found) t->kinds[i] = COLUMN_DATE;
        if (found) find_end(t, i);
    }
    t->at = names.at;
    t->line = names.line;
    t->line_start = names.line_start;
    t->count = names.count;
    memcpy(t->cells, names.cells, sizeof names.cells);
}

/* "sep=;": the line in which spreadsheets name the sign. */
static void skip_sign(table *t) {
    annals_text text = t->list.text;
    if (text.length < strlen("sep=;\n") || strncasecmp(text.data, "sep=", strlen("sep="))) return;
    t->separator = text.data[strlen("sep=")];
    t->at = strlen("sep=;");
    if (at_line_end(t)) end_line(t);
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
                                          : wrong_row(t, state, &where, what, sizeof what);
    return fail_in_file(t->list.file, where->line, where->column, t->list.error, "%s", wrong) == ANNALS_OK;
}

static bool read_columns(table *t) {
    skip_sign(t);
    const table first = *t;
    row_state state = read_row(t);
    if (state != ROW_WHOLE) return refuse_names(t, state);
    for (t->columns = 0; t->columns < t->count; t->columns++) {
        size_t i = t->columns;
        t->names[i] = annals_keep_text(t->list.to, unquote(t, i, &t->fields[i]));
        enum column kind = column_of(t->names[i]);
        if (kind != COLUMN_OTHER && has_column(t, kind))
            return fail_in_file(t->list.file, t->cells[i].line, t->cells[i].column, t->list.error,
                                "a second column is called '%s'; give each its own name",
                                column_names[kind]) == ANNALS_OK;
        t->kinds[i] = kind;
    }
    take_year(t);
    if (has_column(t, COLUMN_YEAR)) return true;
    bool named = has_column(t, COLUMN_DATE);
    if (!named) find_dates(t);
    if (!named && is_nameless(t)) return take_first_row(t, first);
    if (has_column(t, COLUMN_DATE)) return true;
    return fail_in_file(t->list.file, t->cells[0].line, t->cells[0].column, t->list.error,
                        "no column is called 'date'; name the columns in the first row: date,end,label,category") ==
           ANNALS_OK;
}

/* ------------------------------------------------------------------ an event */

typedef struct row {
    annals_event event;
    annals_when when;
    annals_text texts[COLUMN_OTHER + 1];
    const cell *cells[COLUMN_OTHER + 1];
    annals_field fields[MOST_COLUMNS];
    size_t zone;      /* the field that may be the zone of its times, from 1; 0: none is */
    annals_text sets; /* what comes again */
    size_t mentions[2 + LISTING_MOST_SETS];
    const cell *wrong; /* a cell that cannot be read; the row is left out with a notice */
    const char *what;
} row;

/* Of year, month and day that are no date together, the first that makes it none. */
static const cell *wrong_part(table *t, const row *r) {
    static const struct {
        enum column column;
        int most;
    } parts[] = {{COLUMN_MONTH, 12}, {COLUMN_DAY, 31}};
    annals_when when;
    if (annals_read_when(t->list.to, r->texts[COLUMN_YEAR], &when, NULL) != ANNALS_OK) return r->cells[COLUMN_YEAR];
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        annals_text text = r->texts[parts[i].column];
        int number = 0;
        for (size_t n = 0; n < text.length && n < 3; n++)
            number = text.data[n] >= '0' && text.data[n] <= '9' ? number * 10 + text.data[n] - '0' : parts[i].most + 1;
        bool word = parts[i].column == COLUMN_MONTH && text.length && (text.data[0] < '0' || text.data[0] > '9');
        if (text.length && !word && (number < 1 || number > parts[i].most)) return r->cells[parts[i].column];
    }
    return r->cells[r->texts[COLUMN_DAY].length     ? COLUMN_DAY
                    : r->texts[COLUMN_MONTH].length ? COLUMN_MONTH
                                                    : COLUMN_YEAR];
}

/* All of the time, where the row has what its date leaves out, and no other zone than that. */
static bool read_whole(table *t, const row *r, annals_when *when) {
    char buffer[WORDS_SIZE];
    annals_text zone = r->zone ? r->fields[r->zone - 1].value : (annals_text){0}, own;
    if (!read_when_json(&t->whole, t->list.to, r->texts[COLUMN_WHOLE], r->texts[COLUMN_DATE], when, t->list.error))
        return false;
    own = unspelt_zone(when, buffer);
    return !own.length || (own.length == zone.length && !memcmp(own.data, zone.data, own.length));
}

static bool read_time(table *t, row *r, enum column kind, annals_when *when) {
    annals_text words = r->texts[kind];
    if (kind == COLUMN_DATE && !r->texts[COLUMN_END].length && read_whole(t, r, when)) return true;
    if (t->list.error->status != ANNALS_OK) return false;
    if (words.length && annals_read_when(t->list.to, words, when, NULL) == ANNALS_OK) return true;
    r->wrong = kind == COLUMN_DATE && r->cells[COLUMN_YEAR] ? wrong_part(t, r) : r->cells[kind];
    r->what = words.length ? "is no date that can be read; write it like 1962-10-27 or 27 October 1962"
                           : "is no date; give one";
    return false;
}

/* Without the quotation marks, where nothing within is marked. */
static passage words_of(const table *t, const cell *c) {
    const char *data = t->list.text.data;
    size_t end = c->end - c->start;
    bool quoted =
        end > 1 && data[c->start] == '"' && data[c->end - 1] == '"' && !memchr(data + c->start + 1, '"', end - 2);
    passage where = {c->start + quoted, c->end - quoted};
    while (where.start < where.end && strchr(" \t", data[where.end - 1])) where.end--;
    while (where.start < where.end && strchr(" \t", data[where.start])) where.start++;
    return where;
}

static bool put_mention(table *t, row *r, enum column kind, const annals_when *when, annals_range_end range) {
    passage where = words_of(t, r->cells[kind]);
    bool year = kind == COLUMN_DATE && r->cells[COLUMN_YEAR]; /* which stands for the whole */
    return listing_mention(&t->list, where, r->texts[year ? COLUMN_YEAR : kind], timex_of_when(when), when, range,
                           &r->mentions[r->event.mention_count++]);
}

/* True when the row's times are read; else `wrong` says why not, or an error does. */
static bool read_times(table *t, row *r) {
    annals_when last;
    bool range = r->texts[COLUMN_END].length > 0;
    if (!read_time(t, r, COLUMN_DATE, &r->when) || (range && !read_time(t, r, COLUMN_END, &last))) return false;
    if (range && ends_before(&r->when, &last)) {
        r->wrong = r->cells[COLUMN_END];
        r->what = "is before the date that it ends; correct one of them";
        return false;
    }
    annals_range_end first = range ? ANNALS_RANGE_BEGIN : ANNALS_RANGE_NONE;
    if (!put_mention(t, r, COLUMN_DATE, &r->when, first)) return false;
    if (!range) return true;
    join_times(t->list.to, &last, &r->when);
    return put_mention(t, r, COLUMN_END, &last, ANNALS_RANGE_END);
}

/* A rule goes along as a field, and says when the event comes again where nothing else does. */
static bool put_sets(table *t, row *r) {
    const cell *where = r->cells[r->sets.length ? COLUMN_SET : COLUMN_RULE];
    if (!r->sets.length && listing_rule(&t->list, r->texts[COLUMN_RULE], &r->when, &t->sets))
        r->sets = (annals_text){t->sets.data, t->sets.length};
    return !r->sets.length || listing_sets(&t->list, words_of(t, where), r->sets, r->mentions, &r->event.mention_count);
}

/* A kind or a modality of ours, or sets; other words are no more than a field. */
static bool take_name(row *r, enum column column, annals_text name) {
    if (column == COLUMN_SET && are_listed_sets(name)) r->sets = name;
    if (column == COLUMN_SET) return r->sets.length > 0;
    for (int kind = 0; column == COLUMN_KIND && kind <= ANNALS_CITATION; kind++)
        if (is_word(name, annals_event_kind_name((annals_event_kind)kind))) {
            r->event.kind = (annals_event_kind)kind;
            return true;
        }
    for (int modality = 0; column == COLUMN_MODALITY && modality <= ANNALS_NEGATED; modality++)
        if (is_word(name, annals_modality_name((annals_modality)modality))) {
            r->event.modality = (annals_modality)modality;
            return true;
        }
    return column < COLUMN_KIND || (column >= COLUMN_SPEAKER && column < COLUMN_OTHER && column != COLUMN_RULE);
}

/* "27 October 1962", "1962-10-27", "October 1962" or "1962", as far as the columns say. */
static void join_date(table *t, row *r) {
    static const enum column in_words[] = {COLUMN_DAY, COLUMN_MONTH, COLUMN_YEAR};
    annals_text month = r->texts[COLUMN_MONTH];
    bool figures = month.length && month.data[0] >= '0' && month.data[0] <= '9';
    builder_clear(&t->date);
    for (int i = 0; i < 3; i++) {
        annals_text part = r->texts[in_words[figures ? 2 - i : i]];
        if (!part.length) continue;
        if (t->date.length) builder_text(&t->date, annals_text_of(figures ? "-" : " "));
        size_t digits = in_words[figures ? 2 - i : i] == COLUMN_YEAR ? 4 : 2;
        for (size_t n = part.length; figures && n < digits; n++) builder_text(&t->date, annals_text_of("0"));
        builder_text(&t->date, part);
    }
    r->texts[COLUMN_DATE] = (annals_text){t->date.data, t->date.length};
    r->cells[COLUMN_DATE] = r->cells[COLUMN_YEAR];
}

/* What each of our columns says in the row at hand, and which cell it is; the other columns become fields. */
static void sort_cells(table *t, row *r) {
    for (size_t i = 0; i < t->count; i++) {
        annals_text text = unquote(t, i, &t->fields[i]);
        enum column kind = t->kinds[i];
        r->texts[kind] = text;
        r->cells[kind] = &t->cells[i];
        if (!text.length || take_name(r, kind, text)) continue;
        r->fields[r->event.field_count++] = (annals_field){t->names[i], text};
        if (is_word(t->names[i], "zone")) r->zone = r->event.field_count;
    }
    if (has_column(t, COLUMN_YEAR)) join_date(t, r);
}

/* What the columns say that are none of ours. */
static void join_label(table *t, row *r) {
    builder_clear(&t->label);
    for (size_t i = 0; i < t->count; i++) {
        annals_text text = {t->fields[i].data, t->fields[i].length};
        bool own = t->kinds[i] != COLUMN_OTHER && !(t->kinds[i] == COLUMN_SET && !r->sets.length);
        if (own || !text.length) continue;
        if (t->label.length) builder_text(&t->label, annals_text_of(", "));
        builder_text(&t->label, text);
    }
    r->texts[COLUMN_LABEL] = (annals_text){t->label.data, t->label.length};
    r->cells[COLUMN_LABEL] = &t->cells[0];
}

static bool has_label(table *t, row *r) {
    if (!has_column(t, COLUMN_LABEL)) join_label(t, r);
    if (r->texts[COLUMN_LABEL].length) return true;
    r->wrong = r->cells[COLUMN_LABEL];
    r->what = "has no label; say what happened";
    return false;
}

static bool put_event(table *t, row *r) {
    annals_event *e = &r->event;
    e->id = r->texts[COLUMN_ID];
    e->label = r->texts[COLUMN_LABEL];
    e->text = r->texts[COLUMN_TEXT];
    e->speaker = r->texts[COLUMN_SPEAKER];
    e->when = &r->when;
    e->category = r->texts[COLUMN_CATEGORY];
    e->mentions = r->mentions;
    e->fields = r->fields;
    return listing_event(&t->list, e, has_column(t, COLUMN_LABEL),
                         (passage){r->cells[COLUMN_LABEL]->start, r->cells[COLUMN_LABEL]->end});
}

/* One that there is not is told once. */
static bool tell_zone(table *t, const row *r) {
    annals_text zone = r->fields[r->zone - 1].value;
    bool wanted = r->when.granularity > ANNALS_DAY && !r->when.zone.length;
    if (t->zone_told || !wanted || !zone.length) return true;
    t->zone_told = true;
    return notice_in_file(
               t->list.to, t->list.file, r->cells[COLUMN_LABEL]->line, 0, t->list.error,
               "there is no time zone '%.*s', and it goes along as a field; write it like America/Havana or UTC-05:00",
               (int)(zone.length < 60 ? zone.length : 60), zone.data) == ANNALS_OK;
}

/* The JSON of its time said it already. */
static bool is_its_zone(table *t, const row *r) {
    annals_text zone = listing_find_zone(&t->list, r->fields[r->zone - 1].value);
    return zone.length && zone.length == r->when.zone.length && !memcmp(zone.data, r->when.zone.data, zone.length);
}

static void drop_field(row *r, size_t index) {
    size_t behind = --r->event.field_count - index;
    memmove(&r->fields[index], &r->fields[index + 1], behind * sizeof *r->fields);
}

/* The first and the last moment stand in the tables that we write, for those who sort by them. */
static void drop_moments(row *r) {
    const struct {
        const char *name;
        annals_bound bound;
    } moments[] = {{"first", r->when.begin.earliest}, {"last", r->when.end.latest}};
    char iso[ANNALS_BOUND_SIZE];
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++)
        for (size_t n = r->event.field_count; n > 0; n--)
            if (is_word(r->fields[n - 1].name, moments[i].name) &&
                is_word(r->fields[n - 1].value, annals_bound_iso(moments[i].bound, iso)))
                drop_field(r, n - 1);
}

static bool take_zone(table *t, row *r) {
    if (!r->zone) return true;
    if (!listing_zone(&t->list, r->fields[r->zone - 1].value, &r->when) && !is_its_zone(t, r)) return tell_zone(t, r);
    drop_field(r, r->zone - 1);
    return true;
}

static bool put_row(table *t) {
    row r = {.event = {.kind = ANNALS_OCCURRENCE, .modality = ANNALS_ASSERTED, .confidence = 1}};
    sort_cells(t, &r);
    if (has_label(t, &r) && read_times(t, &r) && put_sets(t, &r)) {
        if (!take_zone(t, &r)) return false;
        drop_moments(&r);
        return put_event(t, &r);
    }
    if (!r.wrong) return false;
    enum { SHOWN = 60 };
    size_t length = r.wrong->end - r.wrong->start;
    return listing_leave_out(&t->list, r.wrong->line, r.wrong->column, "'%.*s' %s; the row",
                             (int)(length < SHOWN ? length : SHOWN), t->list.text.data + r.wrong->start, r.what);
}

/* ------------------------------------------------------------------ the table */

/* Cells that are missing at its end are empty, and so may be more of them. */
static bool has_width(const table *t) {
    for (size_t i = t->columns; i < t->count; i++)
        if (t->cells[i].start < t->cells[i].end) return false;
    return true;
}

static bool leave_out(table *t, const cell *where, const char *what) {
    return listing_leave_out(&t->list, where->line, where->column, "%s; the row", what);
}

static bool take_row(table *t, row_state state) {
    char what[128];
    const cell *where = &t->cells[t->columns];
    if (state != ROW_WHOLE) {
        const cell first = t->cells[0];
        const char *wrong = wrong_row(t, state, &where, what, sizeof what);
        if (!leave_out(t, where, wrong)) return false;
        skip_line(t, &first);
        return true;
    }
    snprintf(what, sizeof what,
             "this row has %zu columns, and the first row names %zu; put quotation marks around commas in a text",
             t->count, t->columns);
    if (!has_width(t)) return leave_out(t, where, what);
    const cell last = t->cells[t->count - 1];
    for (; t->count < t->columns; t->count++)
        t->cells[t->count] = (cell){.start = last.end, .end = last.end, .line = last.line, .column = last.column};
    t->count = t->columns;
    return put_row(t);
}

static bool read_table(table *t) {
    if (!read_columns(t) || !listing_begin(&t->list, "it is a table of events")) return false;
    for (row_state state; (state = read_row(t)) != ROW_NONE;)
        if (!take_row(t, state)) return false;
    if (!listing_end(&t->list)) return false;
    return !t->list.error || t->list.error->status == ANNALS_OK;
}

static annals_status read_csv(annals_chronology *chronology, const source_file *file, annals_error *error) {
    annals_error own = {0};
    table *t = calloc(1, sizeof *t);
    if (!t) return annals_fail(error, ANNALS_MEMORY, "out of memory; give a smaller file");
    *t = (table){.list = {.to = chronology, .file = file, .text = file->bytes, .error = &own, .rule = "table"},
                 .line = 1};
    t->separator = separator_of(file->bytes);
    bool read = read_table(t);
    if (read && !t->list.events)
        fail_in_file(file, 0, 0, &own, "%s",
                     t->list.told ? "no row of the table could be read; see the warnings, and correct it"
                                  : "no row stands below the names of the columns; check that it is the right file");
    else if (read) annals_tag_events(chronology, t->list.document, &own);
    for (size_t i = 0; i < MOST_COLUMNS; i++) builder_free(&t->fields[i]);
    builder_free(&t->label);
    builder_free(&t->sets);
    builder_free(&t->date);
    when_json_free(&t->whole);
    free(t);
    if (own.status != ANNALS_OK && error && error->status == ANNALS_OK) *error = own;
    return own.status;
}

/* A first line of column names, two of them ours. */
static bool is_table(const char *name, annals_text bytes) {
    (void)name;
    bool found[COLUMN_OTHER + 1] = {false};
    const char *end = memchr(bytes.data, '\n', bytes.length);
    annals_text line = {bytes.data, end ? (size_t)(end - bytes.data) : bytes.length};
    char separator = separator_of(line);
    if (line.length > 1000) return false;
    if (line.length >= strlen("sep=;") && !strncasecmp(line.data, "sep=", strlen("sep=")) && end) {
        const char *next = memchr(end + 1, '\n', bytes.length - line.length - 1);
        separator = line.data[strlen("sep=")];
        line = (annals_text){end + 1, next ? (size_t)(next - end - 1) : bytes.length - line.length - 1};
    }
    for (size_t at = 0, next; at < line.length; at = next + 1) {
        for (next = at; next < line.length && line.data[next] != separator && line.data[next] != '\r';) next++;
        found[column_of((annals_text){line.data + at, next - at})] = true;
    }
    return (found[COLUMN_DATE] || found[COLUMN_YEAR]) && found[COLUMN_LABEL];
}

const struct annals_reading csv_reading = {.fits = is_table, .read = read_csv, .decoded = true};
