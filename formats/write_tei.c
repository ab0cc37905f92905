/* write_tei.c: a chronology as TEI P5: a <listEvent> of it, and its documents in the head.  ISO attributes say the time
 * to everybody, and @cert how sure it is; @when-custom has the EDTF or the words, which say more (att.datable.custom),
 * and read_tei_events.c takes it. */
#include "ical_set.h"
#include "markup.h"
#include "tei.h"
#include "when_json.h"
#include "words.h"
#include "writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n"
                           "  <teiHeader>\n"
                           "    <fileDesc>\n"
                           "      <titleStmt>\n"
                           "        <title>";
static const char after_title[] = "</title>\n"
                                  "      </titleStmt>\n"
                                  "      <publicationStmt>\n"
                                  "        <p>A chronology made by annals " ANNALS_VERSION "</p>\n"
                                  "      </publicationStmt>\n"
                                  "      <sourceDesc>\n";
static const char after_sources[] = "      </sourceDesc>\n"
                                    "    </fileDesc>\n"
                                    "  </teiHeader>\n"
                                    "  <standOff>\n";
static const char foot[] = "  </standOff>\n"
                           "</TEI>\n";

/* ------------------------------------------------------------------ times */

static void put_bound(writing *w, const char *name, annals_bound bound) {
    char iso[ANNALS_BOUND_SIZE];
    output_attribute(&w->out, name, annals_text_of(annals_bound_iso(bound, iso)));
}

/* An evening is a time within hours that nobody stated. */
static bool is_part_of_day(const annals_when *when) {
    return when->day_part != ANNALS_DAY_PART_NONE && annals_bound_known(when->begin.latest) &&
           annals_bound_known(when->end.earliest) && annals_bound_compare(when->begin.latest, when->end.earliest) >= 0;
}

static annals_bounds without_clock(annals_bounds bounds) {
    if (bounds.earliest.state > ANNALS_BOUND_DAY)
        bounds.earliest = (annals_bound){.day = bounds.earliest.day, .state = ANNALS_BOUND_DAY};
    if (bounds.latest.state > ANNALS_BOUND_DAY)
        bounds.latest = (annals_bound){.day = bounds.latest.day, .state = ANNALS_BOUND_DAY};
    return bounds;
}

/* The date that an end has, else the moment that it is not beyond: no sharp edge that nobody gave. */
static void put_end(writing *w, const char *exact, annals_bounds bounds, const char *outer, annals_bound moment) {
    char date[WORDS_SIZE];
    if (!annals_bound_known(moment)) return;
    if (plain_date_of(bounds, date, &w->out.status)) output_attribute(&w->out, exact, annals_text_of(date));
    else put_bound(w, outer, moment);
}

static void put_bounds(writing *w, const annals_when *when) {
    annals_bounds begin = when->begin, end = when->end;
    bool within = when_extent_of(when) == WHEN_WITHIN || is_part_of_day(when);
    if (when->approximate) begin = without_clock(begin), end = without_clock(end);
    annals_bound first = begin.earliest, last = end.latest;
    bool one = annals_bound_known(first) && annals_bound_known(last) && !annals_bound_compare(first, last);
    if (within) {
        put_bound(w, "notBefore-iso", first);
        put_bound(w, "notAfter-iso", last);
    } else if (one) {
        put_bound(w, "when-iso", first);
    } else {
        put_end(w, "from-iso", begin, "notBefore-iso", first);
        put_end(w, "to-iso", end, "notAfter-iso", last);
    }
}

static void put_when(writing *w, const annals_when *when) {
    char buffer[WORDS_SIZE];
    annals_text spelling = when_spelling(when, buffer, &w->out.status);
    bool edtf = spelling.data == when->edtf.data && spelling.length;
    bool offset = when->zone.length && spelling.length && memchr(spelling.data, 'T', spelling.length);
    if ((edtf || offset) && is_plain_date(spelling)) output_attribute(&w->out, "when-iso", spelling);
    else put_bounds(w, when);
    bool said = edtf || !is_plain_date(spelling) || !is_spelt_whole(when, &w->out.status);
    bool words = said && memchr(spelling.data, ' ', spelling.length);
    if (said) output_attribute(&w->out, "when-custom", spelling);
    if (said) output_attribute(&w->out, "datingMethod", annals_text_of(words ? TEI_WORDS : TEI_EDTF));
    if (when->uncertain || when->approximate)
        output_attribute(&w->out, "cert", annals_text_of(when->uncertain ? "low" : "medium"));
}

/* ------------------------------------------------------------------ identifiers */

/* Letters, digits and signs that a name of XML can have; it begins with a letter. */
static bool is_name(annals_text id) {
    bool name = id.length && strchr("0123456789-.", *id.data) == NULL;
    for (size_t i = 0; i < id.length && name; i++) {
        char c = id.data[i], small = (char)(c | 0x20);
        name = (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    }
    return name;
}

/* There must be but one xml:id of each. */
static void put_id(writing *w, annals_text id, bool taken) {
    output_attribute(&w->out, is_name(id) && !taken ? "xml:id" : "n", id);
}

/* Documents are called d1, d2 and so on. */
static bool may_name_document(annals_text id) {
    return id.length > 1 && *id.data == 'd' && strchr("0123456789", id.data[1]);
}

static void put_pointer(writing *w, const annals_document *d) {
    char pointer[64];
    snprintf(pointer, sizeof pointer, "#%.*s", (int)d->id.length, d->id.data);
    if (is_name(d->id) && d->id.length < sizeof pointer - 1)
        output_attribute(&w->out, "source", annals_text_of(pointer));
}

/* ------------------------------------------------------------------ documents */

static void put_document(writing *w, const annals_document *d) {
    output_string(&w->out, "          <bibl");
    put_id(w, d->id, false);
    output_string(&w->out, ">\n");
    output_element(&w->out, 12, "title", document_name(d));
    output_element(&w->out, 12, "author", d->sender);
    if (d->recipient.length) {
        output_string(&w->out, "            <persName role=\"" TEI_RECIPIENT "\">");
        output_markup(&w->out, d->recipient);
        output_string(&w->out, "</persName>\n");
    }
    output_element(&w->out, 12, "placeName", d->place);
    if (d->when.edtf.length) {
        output_string(&w->out, "            <date");
        if (d->basis > ANNALS_BASIS_STATED)
            output_attribute(&w->out, "type", annals_text_of(annals_when_basis_name(d->basis)));
        put_when(w, &d->when);
        output_string(&w->out, "/>\n");
    }
    if (d->number.length) {
        output_string(&w->out, "            <idno type=\"" TEI_NUMBER "\">");
        output_markup(&w->out, d->number);
        output_string(&w->out, "</idno>\n");
    }
    output_element(&w->out, 12, "idno", d->source);
    output_string(&w->out, "          </bibl>\n");
}

static void put_documents(writing *w) {
    output_string(&w->out, w->document_count ? "        <listBibl>\n" : "        <p>No documents</p>\n");
    for (size_t i = 0; i < w->document_count; i++) put_document(w, &w->documents[i]);
    if (w->document_count) output_string(&w->out, "        </listBibl>\n");
}

/* ------------------------------------------------------------------ events */

static void put_note(writing *w, const char *type, const annals_document *from, annals_text text) {
    if (!text.length) return;
    output_string(&w->out, "        <note");
    output_attribute(&w->out, "type", annals_text_of(type));
    if (from) put_pointer(w, from);
    output_string(&w->out, ">");
    output_markup(&w->out, text);
    output_string(&w->out, "</note>\n");
}

/* With its own label and time, where several were joined. */
static void put_account(writing *w, const annals_source *s) {
    output_string(&w->out, "        <note type=\"account\"");
    if (s->id.length) output_attribute(&w->out, "n", s->id);
    put_pointer(w, &w->documents[s->document]);
    output_string(&w->out, ">");
    if (s->label.length) {
        output_string(&w->out, "<label>");
        output_markup(&w->out, s->label);
        output_string(&w->out, "</label>");
    }
    if (s->when) {
        output_string(&w->out, "<date");
        put_when(w, s->when);
        output_string(&w->out, "/>");
    }
    output_markup(&w->out, s->text);
    output_string(&w->out, "</note>\n");
}

static void put_notes(writing *w, const annals_event *e) {
    char zone[WORDS_SIZE];
    ical_put_sets(&w->text, w, e);
    put_note(w, "set", NULL, (annals_text){w->text.data, w->text.length});
    put_note(w, "zone", NULL, unspelt_zone(e->when, zone));
    put_when_json(&w->text, e->when, &w->out.status);
    put_note(w, WHEN_JSON, NULL, (annals_text){w->text.data, w->text.length});
    put_note(w, "category", NULL, e->category);
    put_note(w, "speaker", NULL, e->speaker);
    if (e->modality != ANNALS_ASSERTED)
        put_note(w, "modality", NULL, annals_text_of(annals_modality_name(e->modality)));
    for (size_t i = 0; i < e->source_count; i++) put_account(w, &e->sources[i]);
    for (size_t i = 0; i < e->conflict_count; i++)
        put_note(w, "conflict", &w->documents[w->mentions[e->conflicts[i].mention].document], e->conflicts[i].claim);
    for (size_t i = 0; i < e->field_count; i++) {
        builder_clear(&w->text);
        builder_line(&w->text, e->fields[i].name);
        builder_string(&w->text, ": ");
        builder_text(&w->text, e->fields[i].value);
        put_note(w, "field", NULL, (annals_text){w->text.data, w->text.length});
    }
}

static void put_event(writing *w, const annals_event *e, bool again) {
    char words[WORDS_SIZE];
    output_string(&w->out, "      <event");
    put_id(w, e->id, again || may_name_document(e->id));
    output_attribute(&w->out, "type", annals_text_of(annals_event_kind_name(e->kind)));
    put_when(w, e->when);
    output_string(&w->out, ">\n");
    output_element(&w->out, 8, "label", e->label);
    output_element(&w->out, 8, "desc", e->text);
    put_note(w, "time", NULL, annals_text_of(when_words(e->when, words)));
    put_notes(w, e);
    output_string(&w->out, "      </event>\n");
}

static void put_events(writing *w) {
    bool any = false;
    size_t *repeats = writing_repeats(w);
    if (!repeats) w->out.status = ANNALS_MEMORY;
    for (size_t i = 0; repeats && i < w->event_count; i++) {
        if (!writing_wants(w, &w->events[i])) continue;
        if (!any) output_string(&w->out, "    <listEvent>\n");
        any = true;
        put_event(w, &w->events[i], repeats[i]);
    }
    free(repeats);
    /* An empty standOff is not valid. */
    output_string(&w->out, any ? "    </listEvent>\n" : "    <note>No events</note>\n");
}

annals_status write_tei(const annals_chronology *chronology, const annals_write_options *options, annals_sink sink,
                        annals_error *error) {
    writing w;
    writing_begin(&w, chronology, options, sink);
    output_string(&w.out, head);
    output_markup(&w.out, annals_title(chronology));
    output_string(&w.out, after_title);
    put_documents(&w);
    output_string(&w.out, after_sources);
    put_events(&w);
    output_string(&w.out, foot);
    return writing_end(&w, error);
}
