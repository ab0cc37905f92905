/* write_timelinejs.c: a chronology for TimelineJS (https://timeline.knightlab.com/docs/json-format.html): a slide an
 * event.  Its texts are HTML.  It takes a month that is missing as the whole year, and so on; what it cannot draw is
 * said by display_date, in words. */
#include "emit.h"
#include "markup.h"
#include "words.h"
#include "writer.h"

#include <string.h>

typedef struct slides {
    writing all;
    emitter json;
    builder html;
} slides;

static annals_status keep(void *context, const char *data, size_t length) {
    builder *b = context;
    builder_text(b, (annals_text){data, length});
    return b->failed ? ANNALS_MEMORY : ANNALS_OK;
}

static void put_number(emitter *e, const char *key, int64_t number) {
    emit_key(e, key);
    if (number < 0) output_bytes(e->out, "-", 1);
    emit_size(e, (size_t)(number < 0 ? -number : number));
}

/* A year before 1 is counted as the calendars of JavaScript do: 0 is 1 BC. */
static void put_moment(emitter *e, const char *key, annals_bound bound, annals_granularity granularity,
                       const char *words) {
    int64_t year;
    int month, day;
    annals_civil_of_day(bound.day, &year, &month, &day);
    bool clock = bound.state >= ANNALS_BOUND_MINUTE;
    emit_key(e, key);
    emit_open(e, '{');
    put_number(e, "year", year);
    if (granularity > ANNALS_YEAR || clock) put_number(e, "month", month);
    if (granularity > ANNALS_MONTH || clock) put_number(e, "day", day);
    if (clock) {
        put_number(e, "hour", bound.second / 3600);
        put_number(e, "minute", bound.second / 60 % 60);
    }
    if (bound.state == ANNALS_BOUND_SECOND) put_number(e, "second", bound.second % 60);
    if (words) {
        emit_key(e, "display_date");
        emit_text(e, annals_text_of(words));
    }
    emit_close(e, '}');
}

/* What is one moment, day, month or year has no end. */
static void put_time(slides *s, const annals_when *when) {
    char words[WORDS_SIZE];
    annals_bound first = when->begin.earliest, last = when->end.latest;
    if (!annals_bound_known(first)) first = last;
    if (!annals_bound_known(last)) last = first;
    bool point = annals_bound_compare(first, last) == 0 && first.state == last.state;
    bool named = is_plain_date(when->edtf) && when->begin.earliest.state < ANNALS_BOUND_MINUTE &&
                 (when->granularity == ANNALS_YEAR || when->granularity == ANNALS_MONTH);
    annals_granularity granularity = named ? when->granularity : ANNALS_DAY;
    put_moment(&s->json, "start_date", first, granularity, when_words(when, words));
    if (!point && !named) put_moment(&s->json, "end_date", last, ANNALS_DAY, NULL);
}

static void put_html(slides *s, const char *key) {
    emit_key(&s->json, key);
    emit_text(&s->json, (annals_text){s->html.data, s->html.length});
}

static void put_escaped(builder *html, annals_text text) {
    output out;
    output_begin(&out, (annals_sink){keep, html});
    output_markup(&out, text);
    output_end(&out, NULL);
}

/* The accounts, a paragraph each, with where they are from. */
static void put_accounts(slides *s, const annals_event *event) {
    builder_clear(&s->html);
    for (size_t i = 0; i < event->source_count; i++) {
        const annals_source *source = &event->sources[i];
        builder_string(&s->html, "<p>");
        put_escaped(&s->html, source->text);
        builder_string(&s->html, " <cite>");
        put_escaped(&s->html, document_name(&s->all.documents[source->document]));
        builder_string(&s->html, "</cite></p>");
    }
    if (!event->source_count) put_escaped(&s->html, event->text);
}

static void put_slide_text(slides *s, annals_text headline, const annals_event *event) {
    emit_key(&s->json, "text");
    emit_open(&s->json, '{');
    builder_clear(&s->html);
    put_escaped(&s->html, headline);
    put_html(s, "headline");
    if (event) put_accounts(s, event);
    else {
        builder_clear(&s->html);
        put_survey(&s->html, &s->all);
    }
    put_html(s, "text");
    emit_close(&s->json, '}');
}

static void put_slide(slides *s, const annals_event *event) {
    emit_item(&s->json);
    emit_open(&s->json, '{');
    emit_key(&s->json, "unique_id");
    emit_text(&s->json, event->id);
    put_time(s, event->when);
    put_slide_text(s, event->label, event);
    if (event->category.length) {
        emit_key(&s->json, "group");
        emit_text(&s->json, event->category);
    }
    emit_close(&s->json, '}');
}

/* JavaScript's calendar ends there on either side. */
static bool within_years(const annals_when *when) {
    enum { LAST_YEAR = 270000 };
    int64_t limit = annals_day_of_civil(LAST_YEAR, 1, 1);
    annals_bound bounds[] = {when->begin.earliest, when->end.latest};
    for (size_t i = 0; i < 2; i++)
        if (annals_bound_known(bounds[i]) && (bounds[i].day > limit || bounds[i].day < -limit)) return false;
    return true;
}

static void put_or_leave_out(slides *s, const annals_event *event) {
    if (when_extent_of(event->when) == WHEN_UNPLACED) writing_leave_out(&s->all, event, why_unplaced(event->when));
    else if (!within_years(event->when)) writing_leave_out(&s->all, event, "it is more than 270,000 years away");
    else put_slide(s, event);
}

annals_status write_timelinejs(const annals_chronology *chronology, const annals_write_options *options,
                               annals_sink sink, annals_error *error) {
    slides s = {0};
    writing_begin(&s.all, chronology, options, sink);
    s.json = (emitter){.out = &s.all.out};
    emit_open(&s.json, '{');
    emit_key(&s.json, "title");
    emit_open(&s.json, '{');
    put_slide_text(&s, annals_title(chronology), NULL);
    emit_close(&s.json, '}');
    emit_key(&s.json, "events");
    emit_open(&s.json, '[');
    for (size_t i = 0; i < s.all.event_count; i++)
        if (writing_wants(&s.all, &s.all.events[i])) put_or_leave_out(&s, &s.all.events[i]);
    emit_close(&s.json, ']');
    emit_close(&s.json, '}');
    output_string(&s.all.out, "\n");
    s.all.text.failed |= s.html.failed;
    builder_free(&s.html);
    return writing_end(&s.all, error);
}
