/* chronology.c: the record that owns everything, and its readers. */
#include "chronology.h"

#include "language.h"
#include "text.h"

#include <stdlib.h>

static annals_status check_language(annals_text code, annals_error *error) {
    if (!code.length || language_of_code(code)) return ANNALS_OK;
    text_buffer list = {0};
    for (const char *const *l = annals_languages(); *l; l++)
        text_printf(&list, "%s%s", !list.length ? "" : l[1] ? ", " : " or ", *l);
    annals_status status = annals_fail(error, ANNALS_ARGUMENT, "no language has the code '%.*s'; give %.*s",
                                       (int)(code.length < 20 ? code.length : 20), code.data, (int)list.length,
                                       list.data ? list.data : "");
    text_free(&list);
    return status;
}

static annals_status read_option_date(annals_chronology *c, annals_text date, annals_error *error) {
    annals_when *w = &c->option_when;
    *w = (annals_when){0};
    annals_status status = date.data ? annals_read_when(c, date, w, error) : ANNALS_OK;
    if (status != ANNALS_OK || !date.data) return status;
    bool one_day = annals_bound_known(w->begin.earliest) && w->begin.earliest.day == w->end.latest.day;
    if (one_day && !w->uncertain) return ANNALS_OK;
    return annals_fail(error, ANNALS_DATE, "'%.*s' is not one certain day; give a day such as 1962-10-27",
                       (int)date.length, date.data);
}

annals_status take_options(annals_chronology *c, const annals_options *options, annals_error *error) {
    annals_options *o = &c->options;
    annals_status status = check_language(options->language, error);
    if (status != ANNALS_OK) return status;
    o->mode = options->mode;
    o->order = options->order;
    o->fiscal_start = options->fiscal_start;
    o->periods = options->periods;
    o->period_count = options->period_count;
    o->language = options->language;
    o->date = options->date;
    status = periods_compile(&c->arena, options->periods, options->period_count, &c->periods, error);
    if (status != ANNALS_OK) return status;
    if (!own_options(&c->arena, o)) return no_memory(error);
    if (o->fiscal_start < 0 || o->fiscal_start > 12)
        return annals_fail(error, ANNALS_ARGUMENT, "%d is no month; give 1 to 12, or 0", o->fiscal_start);
    return read_option_date(c, o->date, error);
}

static annals_status set_options(annals_chronology *c, const annals_options *options, annals_error *error) {
    if (!options) return ANNALS_OK;
    c->options.title = arena_text(&c->arena, options->title);
    c->options.times_only = options->times_only;
    c->options.results_only = options->results_only;
    c->options.borrow_text = options->borrow_text;
    return take_options(c, options, error);
}

annals_chronology *annals_new(const annals_options *options, annals_error *error) {
    annals_chronology *c = calloc(1, sizeof *c);
    if (!c) {
        no_memory(error);
        return NULL;
    }
    if (set_options(c, options, error) == ANNALS_OK) return c;
    annals_free(c);
    return NULL;
}

void annals_free(annals_chronology *c) {
    if (!c) return;
    arena_free(&c->arena);
    free(c);
}

const annals_document *annals_documents(const annals_chronology *c, size_t *count) {
    *count = c->documents.count;
    return c->documents.items;
}

const annals_mention *annals_mentions(const annals_chronology *c, size_t *count) {
    *count = c->mentions.count;
    return c->mentions.items;
}

const annals_event *annals_events(const annals_chronology *c, size_t *count) {
    *count = c->events.count;
    return c->events.items;
}

const annals_notice *annals_notices(const annals_chronology *c, size_t *count) {
    *count = c->notices.count;
    return c->notices.items;
}

const annals_group *annals_groups(const annals_chronology *c, size_t *count) {
    *count = c->groups.count;
    return c->groups.items;
}

const annals_change *annals_changes(const annals_chronology *c, size_t *count) {
    *count = c->changes.count;
    return c->changes.items;
}

const annals_finding *annals_findings(const annals_chronology *c, size_t *count) {
    *count = c->findings.count;
    return c->findings.items;
}

annals_text annals_title(const annals_chronology *c) {
    if (c->options.title.length) return c->options.title;
    if (c->title.length) return c->title;
    if (c->documents.count == 1 && c->documents.items[0].title.length) return c->documents.items[0].title;
    return annals_text_of("Chronology");
}
