/* reports.c: what changed between two chronologies, and what should be looked at: to read, and as JSON. */
#include "annals-formats.h"
#include "builder.h"
#include "emit.h"
#include "words.h"
#include "write_json.h"

#include <stdio.h>
#include <string.h>

static const unsigned moved = 1u << ANNALS_FIELD_WHEN, reworded = 1u << ANNALS_FIELD_LABEL;

/* ------------------------------------------------------------------ changes */

typedef struct change_writer {
    const annals_event *before, *after;
    const annals_change *changes;
    size_t count;
    builder line;
    output out;
} change_writer;

static const char *change_name(const annals_change *c) {
    if (c->before == SIZE_MAX) return "added";
    if (c->after == SIZE_MAX) return "gone";
    if (!c->fields) return "merged";
    return c->fields & moved ? "moved" : c->fields & reworded ? "reworded" : "changed";
}

static void put_line(change_writer *w, const char *first, const char *word) {
    builder_trim(&w->line);
    output_string(&w->out, first);
    output_string(&w->out, word);
    output_text(&w->out, (annals_text){w->line.data, w->line.length});
    output_string(&w->out, "\n");
    builder_clear(&w->line);
}

/* "27 October 1962: [plan] The talks go on" */
static void build_event(builder *line, const annals_event *e, bool time, bool label) {
    char words[WORDS_SIZE];
    if (time) builder_string(line, when_words(e->when, words));
    if (time && label) builder_string(line, ": ");
    if (label && e->kind != ANNALS_OCCURRENCE) builder_format(line, "[%s] ", annals_event_kind_name(e->kind));
    if (label) builder_text(line, e->label);
}

/* What else is not the same: "(kind, tags)". */
static void build_others(builder *line, unsigned fields) {
    size_t named = 0;
    for (annals_event_field i = 0; i <= ANNALS_FIELD_SOURCES; i++) {
        if (!(fields & ~(moved | reworded) & 1u << i)) continue;
        builder_string(line, named++ ? ", " : " (");
        builder_string(line, annals_event_field_name(i));
    }
    if (named) builder_string(line, ")");
}

static void put_change(change_writer *w, const annals_change *c) {
    const annals_event *e = c->before == SIZE_MAX ? &w->after[c->after] : &w->before[c->before];
    char name[16];
    snprintf(name, sizeof name, "%-10s", change_name(c));
    build_event(&w->line, e, true, true);
    bool both = c->before != SIZE_MAX && c->after != SIZE_MAX;
    bool merged = both && !c->fields, anew = both && (merged || c->fields & (moved | reworded));
    if (both && !anew) build_others(&w->line, c->fields);
    put_line(w, "", name);
    if (!anew) return;
    build_event(&w->line, &w->after[c->after], merged || c->fields & moved, merged || c->fields & reworded);
    build_others(&w->line, c->fields);
    put_line(w, merged ? "     with " : "       to ", "");
}

/* "2 added, 1 moved" */
static void put_counts(change_writer *w) {
    static const char *const names[] = {"added", "gone", "merged", "moved", "reworded", "changed"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t count = 0;
        for (size_t j = 0; j < w->count; j++) count += strcmp(change_name(&w->changes[j]), names[i]) == 0;
        if (count) builder_format(&w->line, "%s%zu %s", w->line.length ? ", " : "", count, names[i]);
    }
    if (w->line.length) put_line(w, "", "");
}

static void emit_member(emitter *e, const char *key, annals_text text) {
    emit_key(e, key);
    emit_text(e, text);
}

static void emit_event(emitter *e, const char *key, const annals_event *events, size_t index) {
    if (index == SIZE_MAX) return;
    const annals_event *event = &events[index];
    emit_key(e, key);
    emit_open(e, '{');
    emit_member(e, "id", event->id);
    emit_member(e, "kind", annals_text_of(annals_event_kind_name(event->kind)));
    emit_member(e, "label", event->label);
    emit_key(e, "when");
    emit_when(e, event->when);
    emit_close(e, '}');
}

static void emit_change(emitter *e, const change_writer *w, const annals_change *c) {
    emit_item(e);
    emit_open(e, '{');
    emit_member(e, "change", annals_text_of(change_name(c)));
    if (c->fields) {
        emit_key(e, "fields");
        emit_open(e, '[');
        for (annals_event_field i = 0; i <= ANNALS_FIELD_SOURCES; i++) {
            if (!(c->fields & 1u << i)) continue;
            emit_item(e);
            emit_string(e, annals_event_field_name(i));
        }
        emit_close(e, ']');
    }
    emit_event(e, "before", w->before, c->before);
    emit_event(e, "after", w->after, c->after);
    emit_close(e, '}');
}

static void emit_changes(change_writer *w) {
    emitter e = {.out = &w->out};
    emit_open(&e, '{');
    emit_versions(&e, "changes", ANNALS_CHANGES_VERSION);
    emit_key(&e, "changes");
    emit_open(&e, '[');
    for (size_t i = 0; i < w->count; i++) emit_change(&e, w, &w->changes[i]);
    emit_close(&e, ']');
    emit_close(&e, '}');
    output_string(&w->out, "\n");
}

annals_status annals_write_changes(const annals_chronology *before, const annals_chronology *after, bool json,
                                   annals_sink sink, annals_error *error) {
    size_t count;
    change_writer w = {.before = annals_events(before, &count), .after = annals_events(after, &count)};
    w.changes = annals_changes(after, &w.count);
    output_begin(&w.out, sink);
    if (json) emit_changes(&w);
    for (size_t i = 0; !json && i < w.count; i++) put_change(&w, &w.changes[i]);
    if (!json) put_counts(&w);
    if (w.line.failed) w.out.status = ANNALS_MEMORY;
    builder_free(&w.line);
    return output_end(&w.out, error);
}

/* ------------------------------------------------------------------ findings */

/* "a.txt:3:14: '31 November 1962': no calendar has this date; ..." */
static void build_finding(builder *line, const annals_finding *f) {
    builder_line(line, f->file);
    if (f->line) builder_format(line, ":%zu:%zu", f->line, f->column);
    builder_string(line, f->file.length ? ": " : "");
    if (f->exact.length) {
        builder_string(line, "'");
        builder_line(line, f->exact);
        builder_string(line, "': ");
    }
    builder_line(line, f->message);
    builder_string(line, "\n");
}

static void emit_place(emitter *e, const char *key, size_t number) {
    emit_key(e, key);
    if (number) emit_size(e, number);
    else output_string(e->out, "null");
}

static void emit_finding(emitter *e, const annals_chronology *chronology, const annals_finding *f) {
    size_t count;
    const annals_document *documents = annals_documents(chronology, &count);
    const annals_mention *mentions = annals_mentions(chronology, &count);
    emit_item(e);
    emit_open(e, '{');
    emit_member(e, "doubt", annals_text_of(annals_doubt_name(f->doubt)));
    emit_member(e, "source", f->file);
    emit_place(e, "line", f->line);
    emit_place(e, "column", f->column);
    if (f->mention != SIZE_MAX) {
        const annals_mention *m = &mentions[f->mention];
        emit_member(e, "document", documents[m->document].id);
        emit_member(e, "mention", m->id);
        emit_member(e, "exact", m->exact);
    }
    emit_member(e, "message", f->message);
    emit_close(e, '}');
}

static void emit_findings(output *out, const annals_chronology *chronology, const annals_finding *findings,
                          size_t count) {
    emitter e = {.out = out};
    emit_open(&e, '{');
    emit_versions(&e, "findings", ANNALS_FINDINGS_VERSION);
    emit_key(&e, "findings");
    emit_open(&e, '[');
    for (size_t i = 0; i < count; i++) emit_finding(&e, chronology, &findings[i]);
    emit_close(&e, ']');
    emit_close(&e, '}');
    output_string(out, "\n");
}

annals_status annals_write_findings(const annals_chronology *chronology, bool json, annals_sink sink,
                                    annals_error *error) {
    size_t count;
    const annals_finding *findings = annals_findings(chronology, &count);
    builder line = {0};
    output out;
    output_begin(&out, sink);
    if (json) emit_findings(&out, chronology, findings, count);
    for (size_t i = 0; !json && i < count; i++) {
        builder_clear(&line);
        build_finding(&line, &findings[i]);
        output_text(&out, (annals_text){line.data, line.length});
    }
    if (line.failed) out.status = ANNALS_MEMORY;
    builder_free(&line);
    return output_end(&out, error);
}
