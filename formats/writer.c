#include "writer.h"

#include "words.h"

#include <stdlib.h>
#include <string.h>

void writing_begin(writing *w, const annals_chronology *chronology, const annals_write_options *options,
                   annals_sink sink) {
    static const annals_write_options defaults = {0};
    w->chronology = chronology;
    w->options = options ? options : &defaults;
    w->documents = annals_documents(chronology, &w->document_count);
    w->mentions = annals_mentions(chronology, &w->mention_count);
    w->events = annals_events(chronology, &w->event_count);
    w->groups = annals_groups(chronology, &w->group_count);
    w->text = (builder){0};
    output_begin(&w->out, sink);
}

annals_status writing_end(writing *w, annals_error *error) {
    if (w->text.failed && w->out.status == ANNALS_OK) w->out.status = ANNALS_MEMORY;
    builder_free(&w->text);
    return output_end(&w->out, error);
}

bool writing_wants(const writing *w, const annals_event *event) {
    return event_is_wanted(event, w->options->citations);
}

static int by_id(const void *a, const void *b) {
    const annals_event *x = *(const annals_event *const *)a, *y = *(const annals_event *const *)b;
    size_t shorter = x->id.length < y->id.length ? x->id.length : y->id.length;
    int order = shorter ? memcmp(x->id.data, y->id.data, shorter) : 0;
    if (!order) order = (x->id.length > y->id.length) - (x->id.length < y->id.length);
    return order ? order : (x > y) - (x < y);
}

size_t *writing_repeats(const writing *w) {
    size_t *repeats = calloc(w->event_count + 1, sizeof *repeats);
    const annals_event **sorted = malloc((w->event_count + 1) * sizeof *sorted);
    for (size_t i = 0; sorted && i < w->event_count; i++) sorted[i] = &w->events[i];
    if (sorted) qsort(sorted, w->event_count, sizeof *sorted, by_id);
    for (size_t i = 1; repeats && sorted && i < w->event_count; i++) {
        annals_text id = sorted[i]->id, before = sorted[i - 1]->id;
        bool again = id.length == before.length && (!id.length || !memcmp(id.data, before.data, id.length));
        if (again) repeats[sorted[i] - w->events] = repeats[sorted[i - 1] - w->events] + 1;
    }
    if (!sorted) free(repeats), repeats = NULL;
    free(sorted);
    return repeats;
}

const char *why_unplaced(const annals_when *when) {
    if (when->edtf.length >= 4 && !memcmp(when->edtf.data, "XXXX", 4)) return "its year is not known";
    bool open = when->begin.earliest.state == ANNALS_BOUND_OPEN && when->end.latest.state == ANNALS_BOUND_OPEN;
    return open ? "neither its beginning nor its end is known" : "its time is not known";
}

void writing_leave_out(writing *w, const annals_event *event, const char *reason) {
    if (!w->options->left_out) return;
    builder_clear(&w->text);
    builder_line(&w->text, event->label);
    builder_trim(&w->text);
    builder_string(&w->text, ": ");
    builder_string(&w->text, reason);
    if (!w->text.failed) w->options->left_out(w->options->context, w->text.data);
}

annals_text document_name(const annals_document *document) {
    return document->title.length ? document->title : document->source;
}

/* The first and the last day of all events, and how many there are. */
static size_t survey(const writing *w, annals_when *whole) {
    size_t wanted = 0;
    *whole = (annals_when){.granularity = ANNALS_DAY};
    for (size_t i = 0; i < w->event_count; i++) {
        if (!writing_wants(w, &w->events[i])) continue;
        wanted++;
        annals_bound first = w->events[i].when->begin.earliest, last = w->events[i].when->end.latest;
        if (!annals_bound_known(first)) first = last;
        if (!annals_bound_known(last)) last = first;
        if (!annals_bound_known(first)) continue;
        first.state = last.state = ANNALS_BOUND_DAY;
        first.second = last.second = 0;
        bool none = !annals_bound_known(whole->begin.earliest);
        if (none || first.day < whole->begin.earliest.day) whole->begin = (annals_bounds){first, first};
        if (none || last.day > whole->end.latest.day) whole->end = (annals_bounds){last, last};
    }
    return wanted;
}

size_t put_survey(builder *text, const writing *w) {
    annals_when whole;
    char words[WORDS_SIZE];
    size_t events = survey(w, &whole);
    builder_format(text, "%zu event%s from ", events, events == 1 ? "" : "s");
    if (w->document_count == 1) builder_line(text, w->documents[0].source);
    else builder_format(text, "%zu documents", w->document_count);
    if (annals_bound_known(whole.begin.earliest)) builder_format(text, ", %s", when_words(&whole, words));
    return events;
}
