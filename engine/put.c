/* put.c: building a chronology by hand; every call copies deeply into the arena. */
#include "chronology.h"
#include "events.h"

#include <stdarg.h>
#include <stdio.h>

const annals_resolution no_resolution = {0};
static const annals_when no_when = {0};

annals_status no_memory(annals_error *error) {
    return annals_fail(error, ANNALS_MEMORY, "out of memory; give less text at once");
}

static void own(arena *a, annals_text *text) {
    *text = arena_text(a, *text);
}

static void own_when(arena *a, annals_when *when) {
    annals_text *texts[] = {&when->edtf, &when->as_written, &when->zone, &when->duration, &when->set};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) own(a, texts[i]);
}

annals_status chronology_own_when(annals_chronology *c, const annals_when *from, annals_when *to, annals_error *error) {
    *to = *from;
    own_when(&c->arena, to);
    return from->edtf.data && !to->edtf.data ? no_memory(error) : ANNALS_OK;
}

static void own_id(arena *a, annals_text *id, const char *prefix, size_t ordinal) {
    *id = id->length ? arena_text(a, *id) : arena_number(a, prefix, ordinal + 1);
}

annals_text annals_keep_text(annals_chronology *c, annals_text text) {
    return arena_text(&c->arena, text);
}

annals_status put_document(annals_chronology *c, const annals_document *document, bool lent, annals_error *error) {
    arena *a = &c->arena;
    if (!ARENA_ROOM(a, &c->documents) || !ARENA_ROOM(a, &c->analyses)) return no_memory(error);
    annals_document *d = &c->documents.items[c->documents.count];
    *d = *document;
    own_id(a, &d->id, "d", c->documents.count);
    annals_text *texts[] = {&d->source, &d->title,     &d->basis_from, &d->mode_reason, &d->language,
                            &d->sender, &d->recipient, &d->place,      &d->number};
    if (!lent) own(a, &d->text);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) own(a, texts[i]);
    own_when(a, &d->when);
    if (!d->id.data || (document->text.data && !d->text.data)) return no_memory(error);
    c->documents.count++;
    c->analyses.items[c->analyses.count++] = NULL;
    return ANNALS_OK;
}

annals_status annals_put_document(annals_chronology *c, const annals_document *document, annals_error *error) {
    return put_document(c, document, c->options.borrow_text, error);
}

static bool own_whens(arena *a, const annals_when **whens, size_t count) {
    annals_when *copies = arena_copy(a, *whens, count, sizeof *copies);
    if (count && !copies) return false;
    for (size_t i = 0; i < count; i++) own_when(a, &copies[i]);
    *whens = copies;
    return true;
}

static bool own_timex(arena *a, const annals_timex **timex) {
    annals_timex *copy = arena_copy(a, *timex, 1, sizeof *copy);
    if (!copy) return false;
    own(a, &copy->value);
    own(a, &copy->mod);
    *timex = copy;
    return true;
}

static bool own_resolution(arena *a, const annals_resolution **resolution) {
    annals_resolution *copy = arena_copy(a, *resolution, 1, sizeof *copy);
    annals_text *steps = copy ? arena_copy(a, copy->steps, copy->step_count, sizeof *steps) : NULL;
    if (!copy || (copy->step_count && !steps)) return false;
    own(a, &copy->rule);
    own(a, &copy->anchor);
    for (size_t i = 0; i < copy->step_count; i++) own(a, &steps[i]);
    copy->steps = steps;
    *resolution = copy;
    return true;
}

/* What a mention put by hand may leave out. */
static void fill_absent(annals_mention *m) {
    static const annals_timex timex = {0};
    if (!m->timex) m->timex = &timex;
    if (!m->when) m->when = &no_when;
    if (!m->resolution) m->resolution = &no_resolution;
}

annals_status annals_put_mention(annals_chronology *c, const annals_mention *mention, annals_error *error) {
    arena *a = &c->arena;
    if (mention->document >= c->documents.count)
        return annals_fail(error, ANNALS_ARGUMENT, "a mention refers to a document that is not there; add it first");
    if (!ARENA_ROOM(a, &c->mentions)) return no_memory(error);
    annals_mention *m = &c->mentions.items[c->mentions.count];
    *m = *mention;
    own_id(a, &m->id, "m", c->mentions.count);
    own(a, &m->exact);
    fill_absent(m);
    bool owned = own_timex(a, &m->timex) && own_whens(a, &m->when, 1) && own_resolution(a, &m->resolution) &&
                 own_whens(a, &m->alternatives, m->alternative_count);
    if (!m->id.data || !owned) return no_memory(error);
    c->mentions.count++;
    return ANNALS_OK;
}

static bool refers_to_known(const annals_chronology *c, const annals_event *event) {
    for (size_t i = 0; i < event->mention_count; i++)
        if (event->mentions[i] >= c->mentions.count) return false;
    for (size_t i = 0; i < event->source_count; i++)
        if (event->sources[i].document >= c->documents.count) return false;
    for (size_t i = 0; i < event->conflict_count; i++)
        if (event->conflicts[i].mention >= c->mentions.count) return false;
    return true;
}

static bool own_sources(arena *a, annals_event *e) {
    annals_source *sources = arena_copy(a, e->sources, e->source_count, sizeof *sources);
    if (e->source_count && !sources) return false;
    for (size_t i = 0; i < e->source_count; i++) {
        annals_text *texts[] = {&sources[i].id, &sources[i].text, &sources[i].label};
        for (size_t j = 0; j < sizeof texts / sizeof *texts; j++) own(a, texts[j]);
        if (sources[i].when && !own_whens(a, &sources[i].when, 1)) return false;
    }
    e->sources = sources;
    return true;
}

static bool own_descriptions(arena *a, annals_event *e) {
    annals_tag *tags = arena_copy(a, e->tags, e->tag_count, sizeof *tags);
    annals_field *fields = arena_copy(a, e->fields, e->field_count, sizeof *fields);
    if ((e->tag_count && !tags) || (e->field_count && !fields)) return false;
    for (size_t i = 0; i < e->tag_count; i++) own(a, &tags[i].name);
    for (size_t i = 0; i < e->field_count; i++) {
        own(a, &fields[i].name);
        own(a, &fields[i].value);
    }
    e->tags = tags;
    e->fields = fields;
    return true;
}

static bool own_lists(arena *a, annals_event *e) {
    annals_conflict *conflicts = arena_copy(a, e->conflicts, e->conflict_count, sizeof *conflicts);
    e->mentions = arena_copy(a, e->mentions, e->mention_count, sizeof *e->mentions);
    if ((e->mention_count && !e->mentions) || (e->conflict_count && !conflicts)) return false;
    for (size_t i = 0; i < e->conflict_count; i++) own(a, &conflicts[i].claim);
    e->conflicts = conflicts;
    return own_sources(a, e) && own_descriptions(a, e);
}

static annals_status own_event(annals_chronology *c, annals_event *e, annals_error *error) {
    arena *a = &c->arena;
    if (!refers_to_known(c, e))
        return annals_fail(error, ANNALS_ARGUMENT,
                           "an event refers to a mention or document that is not there; add it first");
    annals_text *texts[] = {&e->id, &e->label, &e->text, &e->category, &e->speaker};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) own(a, texts[i]);
    if (!e->when) e->when = &no_when;
    bool owned = own_whens(a, &e->when, 1) && own_lists(a, e);
    if (owned && !e->id.length) e->id = event_id(a, e);
    return owned && e->id.data ? ANNALS_OK : no_memory(error);
}

annals_status annals_put_event(annals_chronology *c, const annals_event *event, annals_error *error) {
    annals_event e = *event;
    annals_status status = own_event(c, &e, error);
    if (status == ANNALS_OK && !ARENA_ROOM(&c->arena, &c->events)) status = no_memory(error);
    if (status == ANNALS_OK) c->events.items[c->events.count++] = e;
    return status;
}

annals_status annals_put_apart(annals_chronology *c, const annals_event *event, annals_error *error) {
    annals_event e = *event;
    annals_status status = own_event(c, &e, error);
    if (status == ANNALS_OK && !ARENA_ROOM(&c->arena, &c->apart)) status = no_memory(error);
    if (status == ANNALS_OK) c->apart.items[c->apart.count++] = e;
    return status;
}

annals_status annals_put_title(annals_chronology *c, annals_text title, annals_error *error) {
    c->title = arena_text(&c->arena, title);
    return title.data && !c->title.data ? no_memory(error) : ANNALS_OK;
}

annals_status annals_put_notice(annals_chronology *c, const annals_notice *notice, annals_error *error) {
    if (!ARENA_ROOM(&c->arena, &c->notices)) return no_memory(error);
    annals_notice *n = &c->notices.items[c->notices.count++];
    *n = *notice;
    own(&c->arena, &n->file);
    own(&c->arena, &n->message);
    return ANNALS_OK;
}

annals_status chronology_notice(annals_chronology *c, annals_text file, size_t line, size_t column, const char *format,
                                ...) {
    char message[512];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    annals_notice notice = {.file = file, .line = line, .column = column, .message = annals_text_of(message)};
    return annals_put_notice(c, &notice, NULL);
}
