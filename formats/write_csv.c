/* write_csv.c: the events as a table (RFC 4180), which read_csv.c reads back.  A column that no event fills is left
 * out.  Where the events have a field of that name, it stands in the column of those that have nothing else to say
 * there, or takes the place of the column. */
#include "ical_set.h"
#include "utf8.h"
#include "when_json.h"
#include "words.h"
#include "writer.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef struct table {
    writing all;
    char room[WORDS_SIZE];     /* what a cell is made in */
    const annals_text *fields; /* the names of the events' own columns; owned */
    size_t field_count, field_room;
    bool failed;
} table;

/* ------------------------------------------------------------------ what stands in the columns */

static annals_text put_id(table *t, const annals_event *e) {
    (void)t;
    return e->id;
}

static annals_text put_date(table *t, const annals_event *e) {
    return when_spelling(e->when, t->room, &t->all.out.status);
}

static annals_text put_label(table *t, const annals_event *e) {
    (void)t;
    return e->label;
}

static annals_text put_category(table *t, const annals_event *e) {
    (void)t;
    return e->category;
}

static annals_text put_words(table *t, const annals_event *e) {
    (void)t;
    return e->text;
}

static annals_text put_kind(table *t, const annals_event *e) {
    (void)t;
    return annals_text_of(e->kind == ANNALS_OCCURRENCE ? "" : annals_event_kind_name(e->kind));
}

static annals_text put_modality(table *t, const annals_event *e) {
    (void)t;
    return annals_text_of(e->modality == ANNALS_ASSERTED ? "" : annals_modality_name(e->modality));
}

static annals_text put_speaker(table *t, const annals_event *e) {
    (void)t;
    return e->speaker;
}

static annals_text put_first(table *t, const annals_event *e) {
    return annals_text_of(annals_bound_iso(e->when->begin.earliest, t->room));
}

static annals_text put_last(table *t, const annals_event *e) {
    return annals_text_of(annals_bound_iso(e->when->end.latest, t->room));
}

static annals_text put_zone(table *t, const annals_event *e) {
    return unspelt_zone(e->when, t->room);
}

/* What comes again. */
static annals_text put_sets(table *t, const annals_event *e) {
    ical_put_sets(&t->all.text, &t->all, e);
    return (annals_text){t->all.text.data, t->all.text.length};
}

/* What the date leaves out. */
static annals_text put_whole(table *t, const annals_event *e) {
    put_when_json(&t->all.text, e->when, &t->all.out.status);
    return (annals_text){t->all.text.data, t->all.text.length};
}

/* Each document once. */
static annals_text put_sources(table *t, const annals_event *e) {
    builder *to = &t->all.text;
    builder_clear(to);
    for (size_t i = 0; i < e->source_count; i++) {
        if (i && e->sources[i].document == e->sources[i - 1].document) continue;
        if (to->length) builder_string(to, "; ");
        builder_line(to, document_name(&t->all.documents[e->sources[i].document]));
        builder_trim(to);
    }
    return (annals_text){to->data, to->length};
}

static const struct column {
    const char *name;
    annals_text (*put)(table *t, const annals_event *e);
    enum {
        WHERE_FILLED,
        ALWAYS,
        SHARED /* with the field of that name: other words than ours are one to the reader */
    } use;
} columns[] = {{"id", put_id, ALWAYS},
               {"date", put_date, ALWAYS},
               {"set", put_sets, SHARED},
               {"zone", put_zone, SHARED},
               {"label", put_label, ALWAYS},
               {"text", put_words, ALWAYS},
               {"category", put_category, WHERE_FILLED},
               {"kind", put_kind, SHARED},
               {"speaker", put_speaker, WHERE_FILLED},
               {"modality", put_modality, SHARED},
               {"first", put_first, WHERE_FILLED},
               {"last", put_last, WHERE_FILLED},
               {"sources", put_sources, WHERE_FILLED},
               {WHEN_JSON, put_whole, WHERE_FILLED}};
enum { COLUMNS = sizeof columns / sizeof *columns };

/* ------------------------------------------------------------------ columns of the events' own */

/* As the reader knows columns by their names. */
static bool same_name(annals_text a, annals_text b) {
    return a.length == b.length && (!a.length || !strncasecmp(a.data, b.data, a.length));
}

static bool same_text(annals_text a, annals_text b) {
    return same_name(a, b) && (!a.length || !memcmp(a.data, b.data, a.length));
}

static bool has_field(const table *t, annals_text name) {
    for (size_t i = 0; i < t->field_count; i++)
        if (same_text(t->fields[i], name)) return true;
    return false;
}

/* What the reader takes for one of its columns can be no field. */
static bool is_taken(annals_text name) {
    static const char *const names[] = {"id", "date", "end", "label", "text", "category", "speaker", WHEN_JSON};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (same_name(name, annals_text_of(names[i]))) return true;
    for (size_t i = 0; i < COLUMNS; i++)
        if (columns[i].use == SHARED && same_name(name, annals_text_of(columns[i].name))) return true;
    return false;
}

static bool add_field(table *t, annals_text name) {
    if (has_field(t, name) || is_taken(name)) return true;
    if (t->field_count == t->field_room) {
        size_t room = 2 * t->field_room + 8;
        annals_text *more = realloc((void *)t->fields, room * sizeof *more);
        if (!more) return false;
        t->fields = more;
        t->field_room = room;
    }
    ((annals_text *)t->fields)[t->field_count++] = name;
    return true;
}

static bool find_fields(table *t) {
    for (size_t i = 0; i < t->all.event_count; i++) {
        const annals_event *e = &t->all.events[i];
        for (size_t j = 0; j < e->field_count; j++)
            if (!add_field(t, e->fields[j].name)) return false;
    }
    return true;
}

static annals_text field_of(const annals_event *e, annals_text name) {
    for (size_t i = 0; i < e->field_count; i++)
        if (same_text(e->fields[i].name, name)) return e->fields[i].value;
    return (annals_text){0};
}

static annals_text cell_of(table *t, const struct column *column, const annals_event *e) {
    annals_text cell = column->put(t, e);
    for (size_t i = 0; column->use == SHARED && !cell.length && i < e->field_count; i++)
        if (same_name(e->fields[i].name, annals_text_of(column->name))) cell = e->fields[i].value;
    return cell;
}

static bool is_shown(table *t, const struct column *column) {
    if (column->use == ALWAYS) return true;
    if (has_field(t, annals_text_of(column->name))) return false;
    for (size_t i = 0; i < t->all.event_count; i++)
        if (writing_wants(&t->all, &t->all.events[i]) && cell_of(t, column, &t->all.events[i]).length) return true;
    return false;
}

/* ------------------------------------------------------------------ rows */

static bool needs_quotes(annals_text text) {
    if (!text.length) return false;
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] == ',' || text.data[i] == '"' || text.data[i] == '\n' || text.data[i] == '\r') return true;
    return strchr(" \t", text.data[0]) || strchr(" \t", text.data[text.length - 1]);
}

/* Bytes as they are, but for marks of quotation, which are doubled, and what is no UTF-8. */
static void put_quoted(output *out, annals_text text) {
    for (size_t i = 0; i < text.length;) {
        size_t start = i;
        uint32_t c = utf8_next(text, &i);
        if (c == '"') output_string(out, "\"\"");
        else if (c == 0xFFFD) output_string(out, "\xEF\xBF\xBD");
        else if (c) output_bytes(out, text.data + start, i - start);
    }
}

static void put_cell(table *t, size_t *count, annals_text text) {
    output *out = &t->all.out;
    const char *mark = needs_quotes(text) ? "\"" : "";
    if ((*count)++) output_string(out, ",");
    output_string(out, mark);
    put_quoted(out, text);
    output_string(out, mark);
}

/* The first row has a null event. */
static void put_row(table *t, const bool *shown, const annals_event *e) {
    size_t count = 0;
    for (size_t i = 0; i < COLUMNS; i++)
        if (shown[i]) put_cell(t, &count, e ? cell_of(t, &columns[i], e) : annals_text_of(columns[i].name));
    for (size_t i = 0; i < t->field_count; i++) put_cell(t, &count, e ? field_of(e, t->fields[i]) : t->fields[i]);
    output_string(&t->all.out, "\r\n");
}

static void put_rows(table *t) {
    bool shown[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++) shown[i] = is_shown(t, &columns[i]);
    put_row(t, shown, NULL);
    for (size_t i = 0; i < t->all.event_count; i++)
        if (writing_wants(&t->all, &t->all.events[i])) put_row(t, shown, &t->all.events[i]);
}

annals_status write_csv(const annals_chronology *chronology, const annals_write_options *options, annals_sink sink,
                        annals_error *error) {
    table t = {0};
    writing_begin(&t.all, chronology, options, sink);
    if (find_fields(&t)) put_rows(&t);
    else t.all.out.status = ANNALS_MEMORY;
    free((void *)t.fields);
    return writing_end(&t.all, error);
}
