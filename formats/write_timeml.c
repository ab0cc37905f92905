/* write_timeml.c: the texts with their dates marked, as TimeML 1.2.1 (TIMEX3; Saurí et al. 2006) in the shape of
 * TempEval-3: DOCID, DCT and TEXT.  TimeML has one document a file: of several, each follows the other under one root.
 */
#include "markup.h"
#include "utf8.h"
#include "words.h"
#include "writer.h"

#include <stdio.h>
#include <string.h>

typedef struct reach {
    annals_text text;
    size_t at, point; /* a place in bytes, and in code points */
} reach;

/* Write the text up to a code point. */
static void put_until(writing *w, reach *r, size_t point) {
    size_t start = r->at;
    while (r->point < point && r->at < r->text.length) {
        utf8_next(r->text, &r->at);
        r->point++;
    }
    output_markup(&w->out, (annals_text){r->text.data + start, r->at - start});
}

/* The number behind the letter of an id that the engine made, "m7", when `id_of` says the same of it; else 0. */
static size_t number_of(const writing *w, annals_text id, char letter, size_t count,
                        annals_text (*id_of)(const writing *, size_t)) {
    size_t number = 0;
    if (id.length < 2 || id.length > 12 || *id.data != letter) return 0;
    for (size_t i = 1; i < id.length; i++) number = 10 * number + (size_t)(id.data[i] - '0');
    if (!number || number > count) return 0;
    annals_text found = id_of(w, number - 1);
    return found.length == id.length && !memcmp(found.data, id.data, id.length) ? number : 0;
}

static annals_text id_of_document(const writing *w, size_t index) {
    return w->documents[index].id;
}

static annals_text id_of_mention(const writing *w, size_t index) {
    return w->mentions[index].id;
}

/* TIMEX3 are numbered throughout: the documents' dates first, then the mentions. */
static void put_number(writing *w, const char *attribute, size_t number) {
    char tid[32];
    snprintf(tid, sizeof tid, "t%zu", number);
    output_attribute(&w->out, attribute, annals_text_of(tid));
}

static void put_anchor(writing *w, annals_text anchor) {
    size_t document = number_of(w, anchor, 'd', w->document_count, id_of_document);
    size_t mention = number_of(w, anchor, 'm', w->mention_count, id_of_mention);
    if (!document && !mention) return;
    output_attribute(&w->out, "temporalFunction", annals_text_of("true"));
    put_number(w, "anchorTimeID", document ? document : w->document_count + mention);
}

static void put_mention(writing *w, reach *r, size_t index) {
    const annals_mention *m = &w->mentions[index];
    put_until(w, r, m->start);
    output_string(&w->out, "<TIMEX3");
    put_number(w, "tid", w->document_count + index + 1);
    output_attribute(&w->out, "type", annals_text_of(annals_timex_type_name(m->timex->type)));
    output_attribute(&w->out, "value", m->timex->value);
    output_attribute(&w->out, "mod", m->timex->mod);
    put_anchor(w, m->resolution->anchor);
    output_string(&w->out, ">");
    put_until(w, r, m->end);
    output_string(&w->out, "</TIMEX3>");
}

/* "1962-10-27", "1962-10", "1962", "196", "19" or "XXXX": what two days have in common.  Years before 1 are "BC0044".
 */
static void spell_common(int64_t first, int64_t last, char *buffer, size_t size) {
    int64_t year, last_year;
    int month, day, last_month, last_day;
    annals_civil_of_day(first, &year, &month, &day);
    annals_civil_of_day(last, &last_year, &last_month, &last_day);
    snprintf(buffer, size, year > 0 ? "%04lld" : "BC%04lld", (long long)(year > 0 ? year : 1 - year));
    size_t length = strlen(buffer);
    bool decade = year > 0 && last_year / 10 == year / 10, century = year > 0 && last_year / 100 == year / 100;
    if (year != last_year && (decade || century)) buffer[length - (decade ? 1 : 2)] = 0;
    else if (year != last_year) snprintf(buffer, size, "XXXX");
    else if (first == last) snprintf(buffer + length, size - length, "-%02d-%02d", month, day);
    else if (month == last_month) snprintf(buffer + length, size - length, "-%02d", month);
}

/* The value of a time in TIMEX3, which has no intervals and no marks of doubt, and its mod; null: it has none. */
static const char *spell_value(const annals_when *when, char *buffer, size_t size) {
    annals_bound first = when->begin.earliest, last = when->end.latest;
    bool open = when->edtf.length && *when->edtf.data == 'X' && !memchr(when->edtf.data, '/', when->edtf.length);
    snprintf(buffer, size, "%.*s", (int)when->edtf.length, when->edtf.data);
    if (open || (is_plain_date(when->edtf) && *when->edtf.data != '-')) return NULL;
    bool begun = annals_bound_known(first), ended = annals_bound_known(last);
    if (begun || ended) spell_common(begun ? first.day : last.day, ended ? last.day : first.day, buffer, size);
    else snprintf(buffer, size, "XXXX");
    if (begun != ended) return begun ? "ON_OR_AFTER" : "ON_OR_BEFORE";
    return when->approximate ? "APPROX" : NULL;
}

static void put_creation_time(writing *w, size_t index) {
    const annals_document *d = &w->documents[index];
    char value[64];
    if (!d->when.edtf.length) return;
    const char *mod = spell_value(&d->when, value, sizeof value);
    output_string(&w->out, "<DCT><TIMEX3");
    put_number(w, "tid", index + 1);
    output_attribute(&w->out, "type",
                     annals_text_of(d->when.granularity > ANNALS_DAY && strchr(value, 'T') ? "TIME" : "DATE"));
    output_attribute(&w->out, "value", annals_text_of(value));
    output_attribute(&w->out, "mod", annals_text_of(mod ? mod : ""));
    output_attribute(&w->out, "functionInDocument", annals_text_of("CREATION_TIME"));
    output_string(&w->out, ">");
    output_markup(&w->out, annals_text_of(value));
    output_string(&w->out, "</TIMEX3></DCT>\n");
}

/* The mentions are in the order of the documents, and in each of its text; `*next` is the first of this one. */
static void put_document(writing *w, size_t index, size_t *next) {
    const annals_document *d = &w->documents[index];
    reach r = {.text = d->text};
    output_element(&w->out, 0, "DOCID", d->source);
    put_creation_time(w, index);
    output_element(&w->out, 0, "TITLE", d->title);
    output_string(&w->out, "<TEXT>");
    for (; *next < w->mention_count && w->mentions[*next].document == index; ++*next)
        if (w->mentions[*next].start >= r.point) put_mention(w, &r, *next);
    put_until(w, &r, d->length);
    output_string(&w->out, "</TEXT>\n");
}

/* What has no text cannot be marked: its events are left out. */
static void leave_out_the_rest(writing *w) {
    for (size_t i = 0; i < w->event_count; i++) {
        const annals_event *e = &w->events[i];
        bool lacks = !e->source_count;
        for (size_t j = 0; j < e->source_count; j++) lacks |= !w->documents[e->sources[j].document].text.length;
        if (lacks && writing_wants(w, e)) writing_leave_out(w, e, "the text that tells it is not there");
    }
}

annals_status write_timeml(const annals_chronology *chronology, const annals_write_options *options, annals_sink sink,
                           annals_error *error) {
    writing w;
    size_t next = 0;
    writing_begin(&w, chronology, options, sink);
    output_string(&w.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n");
    for (size_t i = 0; i < w.document_count; i++) {
        while (next < w.mention_count && w.mentions[next].document < i) next++;
        if (w.documents[i].text.length) put_document(&w, i, &next);
    }
    output_string(&w.out, "</TimeML>\n");
    leave_out_the_rest(&w);
    return writing_end(&w, error);
}
