/* write_markdown.c: a chronology as Markdown (CommonMark): an item an event, and below it what each source says. */
#include "words.h"
#include "writer.h"

#include <string.h>

static const char *const kind_marks[] = {[ANNALS_OCCURRENCE] = "",
                                         [ANNALS_DOCUMENT] = " *(document)*",
                                         [ANNALS_PLAN] = " *(plan)*",
                                         [ANNALS_CITATION] = " *(citation)*"};

/* One line of it, with a backslash before what would be a mark. */
static void put_line(writing *w, annals_text text) {
    builder_clear(&w->text);
    builder_line(&w->text, text);
    builder_trim(&w->text);
    for (size_t i = 0; i < w->text.length; i++) {
        char c = w->text.data[i];
        if (strchr("\\`*_[]<>&|~#$", c)) output_string(&w->out, "\\");
        output_bytes(&w->out, &c, 1);
    }
}

static void put_heading(writing *w, const char *marks, annals_text words) {
    output_string(&w->out, marks);
    put_line(w, words);
    output_string(&w->out, "\n\n");
}

static void put_account(writing *w, const annals_event *event, const annals_source *source) {
    char words[WORDS_SIZE];
    output_string(&w->out, "  - *");
    put_line(w, document_name(&w->documents[source->document]));
    output_string(&w->out, "*");
    if (source_has_own_time(event, source)) {
        output_string(&w->out, ", ");
        put_line(w, annals_text_of(when_words(source->when, words)));
    }
    output_string(&w->out, ": ");
    put_line(w, source->text);
    output_string(&w->out, "\n");
}

static void put_event(writing *w, const annals_event *event) {
    char words[WORDS_SIZE];
    output_string(&w->out, "- **");
    put_line(w, annals_text_of(when_words(event->when, words)));
    output_string(&w->out, "** ");
    put_line(w, event->label);
    output_string(&w->out, kind_marks[event->kind]);
    if (event->conflict_count) output_string(&w->out, " *(the sources disagree)*");
    output_string(&w->out, "\n");
    for (size_t i = 0; i < event->source_count; i++) put_account(w, event, &event->sources[i]);
}

/* A paragraph of their own is what parts two headings. */
static void put_events(writing *w, const annals_group *group) {
    for (size_t i = 0; i < group->count; i++) {
        const annals_event *event = &w->events[group->events ? group->events[i] : i];
        if (writing_wants(w, event)) put_event(w, event);
    }
}

annals_status write_markdown(const annals_chronology *chronology, const annals_write_options *options, annals_sink sink,
                             annals_error *error) {
    writing w;
    builder survey = {0};
    writing_begin(&w, chronology, options, sink);
    const annals_group all = {.count = w.event_count};
    put_survey(&survey, &w);
    put_heading(&w, "# ", annals_title(chronology));
    put_heading(&w, "", (annals_text){survey.data, survey.length});
    if (!w.group_count) put_events(&w, &all);
    for (size_t i = 0; i < w.group_count; i++) {
        put_heading(&w, i ? "\n## " : "## ", w.groups[i].name);
        put_events(&w, &w.groups[i]);
    }
    w.text.failed |= survey.failed;
    builder_free(&survey);
    return writing_end(&w, error);
}
