/* write_text.c: a chronology for people, in a terminal or as plain text.  Dates stand in a column at the left, each day
 * said once; what happened and who says so stand beside them. */
#include "width.h"
#include "words.h"
#include "writer.h"

#include <stdlib.h>
#include <string.h>

enum {
    DEFAULT_COLUMNS = 80,
    LEAST_COLUMNS = 40,
    GAP = 2,
    SOURCE_INDENT = 2,
    MOST_NAME_COLUMNS = 24,
    MOST_ACCOUNTS = 6,
    LEAST_DATE_COLUMNS = 10,
    MOST_DATE_COLUMNS = 28
};

typedef enum ink { INK_PLAIN, INK_BOLD, INK_DIM } ink;

static const char *const ink_on[] = {[INK_PLAIN] = "", [INK_BOLD] = "\x1B[1m", [INK_DIM] = "\x1B[2m"};
static const char ink_off[] = "\x1B[0m";

/* The end of the engine's phrase, which the heading of such events says for all of them. */
static const char year_not_known[] = ", year not known";

static const char *const kind_marks[] = {[ANNALS_OCCURRENCE] = "",
                                         [ANNALS_DOCUMENT] = "[document] ",
                                         [ANNALS_PLAN] = "[plan] ",
                                         [ANNALS_CITATION] = "[citation] "};

typedef struct text_writer {
    writing all;
    size_t *seen; /* for each document, the last entry that was counted for it, from 1 */
    size_t ordinal;
    size_t columns, date_columns;
    builder date, label, source, accounts;
    char last_words[WORDS_SIZE]; /* the date that the entry before has */
    bool one_day;                /* it lies within `last_day` */
    int64_t last_day;
} text_writer;

/* ------------------------------------------------------------------ pieces of text */

static annals_text text_of(const builder *b) {
    return (annals_text){b->data, b->length};
}

static void output_inked(text_writer *w, ink colour, annals_text text) {
    bool inked = w->all.options->colour && colour != INK_PLAIN && text.length;
    if (inked) output_string(&w->all.out, ink_on[colour]);
    output_text(&w->all.out, text);
    if (inked) output_string(&w->all.out, ink_off);
}

/* A whole line; what does not fit is cut off with a mark. */
static void output_cut(text_writer *w, ink colour, annals_text text, size_t columns) {
    bool fits = width_of_text(text) <= columns;
    output_inked(w, colour, fits ? text : width_prefix(text, columns - 1));
    if (!fits) output_inked(w, colour, annals_text_of("…"));
    output_string(&w->all.out, "\n");
}

static void output_wrapped(text_writer *w, ink colour, annals_text text) {
    while (text.length) {
        output_inked(w, colour, width_next_line(&text, w->columns));
        output_string(&w->all.out, "\n");
    }
}

/* ------------------------------------------------------------------ what stands beside an event */

static annals_text name_of(const text_writer *w, const annals_source *source) {
    return document_name(&w->all.documents[source->document]);
}

/* "Dispatch from Havana: The bridge was closed"; where the sources disagree, with the time that this one gives. */
static void put_account(text_writer *w, const annals_event *event, const annals_source *source) {
    builder *line = &w->accounts;
    annals_text name = name_of(w, source);
    bool cut = width_of_text(name) > MOST_NAME_COLUMNS;
    builder_string(line, line->length ? "\n– " : "– ");
    builder_line(line, cut ? width_prefix(name, MOST_NAME_COLUMNS - 1) : name);
    builder_trim(line);
    if (cut) builder_string(line, "…");
    if (source_has_own_time(event, source)) {
        char words[WORDS_SIZE];
        when_words(source->when, words);
        builder_format(line, ", %s", words);
    }
    builder_string(line, ": ");
    builder_line(line, source->label);
    builder_trim(line);
}

/* Does the next of the claims come from this source?  They stand in the order of the sources. */
static bool makes_next_claim(const text_writer *w, const annals_event *event, const annals_source *source,
                             size_t *claims) {
    if (*claims == event->conflict_count) return false;
    bool its = w->all.mentions[event->conflicts[*claims].mention].document == source->document;
    *claims += its;
    return its;
}

/* What each source of an event says that was put together of several; of many the first few, and all that disagree. */
static void put_accounts(text_writer *w, const annals_event *event) {
    size_t told = 0, left = 0, claims = 0;
    annals_text last = {0};
    for (size_t i = 0; i < event->source_count; i++) {
        const annals_source *s = &event->sources[i];
        bool same = s->id.length == last.length && last.length && !memcmp(s->id.data, last.data, last.length);
        last = s->id;
        if (!s->label.length || same) continue;
        bool claim = makes_next_claim(w, event, s, &claims);
        if (told < MOST_ACCOUNTS || claim) put_account(w, event, s), told++;
        else left++;
    }
    if (left) builder_format(&w->accounts, "\n– and %zu more", left);
}

/* A document's own event has the title for its words. */
static bool text_is_title(const annals_event *event) {
    const annals_text text = event->text, label = event->label;
    return text.length == label.length && !memcmp(text.data, label.data, text.length);
}

/* Why a document is of the days that it is entered under, where it does not say so itself. */
static void put_reason(text_writer *w, const annals_event *event) {
    if (event->kind != ANNALS_DOCUMENT || !event->source_count || !text_is_title(event)) return;
    const annals_document *d = &w->all.documents[event->sources[0].document];
    if (d->basis != ANNALS_BASIS_INFERRED || !d->basis_from.length) return;
    builder_string(&w->accounts, "– ");
    builder_line(&w->accounts, d->basis_from);
    builder_trim(&w->accounts);
}

/* A range is said once; how often something came again places nothing. */
static bool places(const annals_mention *m) {
    return m->range != ANNALS_RANGE_END && m->timex->type <= ANNALS_TIMEX_TIME;
}

/* "Dispatch from Havana", or "6 mentions in 2 documents", and what each of them says. */
static void put_source(text_writer *w, const annals_event *event, size_t ordinal) {
    size_t documents = 0, mentions = event->mention_count ? 0 : event->source_count;
    for (size_t i = 0; i < event->mention_count; i++) mentions += places(&w->all.mentions[event->mentions[i]]);
    for (size_t i = 0; i < event->source_count; i++) {
        size_t *seen = &w->seen[event->sources[i].document];
        documents += *seen != ordinal;
        *seen = ordinal;
    }
    builder *line = &w->source;
    if (documents == 1 && w->all.document_count > 1) builder_line(line, name_of(w, &event->sources[0]));
    if (mentions > 1) builder_format(line, "%s%zu mentions", line->length ? ", " : "", mentions);
    if (mentions > 1 && documents > 1) builder_format(line, " in %zu documents", documents);
    if (event->conflict_count) builder_format(line, "%sthe sources disagree", line->length ? "; " : "");
    put_reason(w, event);
    put_accounts(w, event);
}

static bool within_one_day(const annals_when *when) {
    return annals_bound_known(when->begin.earliest) && annals_bound_known(when->end.latest) &&
           when->begin.earliest.day == when->end.latest.day;
}

static const char *date_words(const annals_when *when, char *words) {
    when_words(when, words);
    char *said_above = strstr(words, year_not_known);
    if (said_above) *said_above = 0;
    return words;
}

/* Leaves out what the entry before has said: the whole date, or the day before a time of day. */
static void put_date(text_writer *w, const annals_when *when) {
    char words[WORDS_SIZE], clock[WORDS_SIZE] = "";
    date_words(when, words);
    if (!strcmp(words, w->last_words)) return;
    bool same_day = w->one_day && within_one_day(when) && when->begin.earliest.day == w->last_day;
    if (same_day && !when->approximate && !when->uncertain) annals_when_clock_phrase(when, clock, sizeof clock);
    builder_line(&w->date, annals_text_of(*clock ? clock : words));
    builder_trim(&w->date);
    memcpy(w->last_words, words, sizeof words);
    w->one_day = within_one_day(when);
    w->last_day = when->begin.earliest.day;
}

/* ------------------------------------------------------------------ entries */

/* The left column and the blanks after it; none at the end of a line. */
static void output_date(text_writer *w, annals_text *date, bool alone) {
    annals_text line = width_next_line(date, w->date_columns);
    output_inked(w, INK_BOLD, line);
    if (!alone) output_blanks(&w->all.out, w->date_columns + GAP - width_of_text(line));
}

/* The next line of the accounts, each of which begins a line and goes on further in. */
static void output_account(text_writer *w, annals_text *accounts, bool *begun, size_t columns) {
    const char *end = memchr(accounts->data, '\n', accounts->length);
    annals_text rest = {accounts->data, end ? (size_t)(end - accounts->data) : accounts->length};
    size_t length = rest.length, indent = SOURCE_INDENT + (*begun ? SOURCE_INDENT : 0);
    output_blanks(&w->all.out, indent);
    output_inked(w, INK_DIM, width_next_line(&rest, columns - indent));
    output_string(&w->all.out, "\n");
    *begun = rest.length > 0;
    size_t taken = length - rest.length + (end && !*begun);
    *accounts = (annals_text){accounts->data + taken, accounts->length - taken};
}

static void output_entry(text_writer *w) {
    annals_text date = text_of(&w->date), label = text_of(&w->label), source = text_of(&w->source);
    annals_text accounts = text_of(&w->accounts);
    size_t columns = w->columns - w->date_columns - GAP;
    bool begun = false;
    while (date.length || label.length || source.length || accounts.length) {
        output_date(w, &date, !label.length && !source.length && !accounts.length);
        if (label.length) {
            output_text(&w->all.out, width_next_line(&label, columns));
            output_string(&w->all.out, "\n");
        } else if (source.length) {
            output_blanks(&w->all.out, SOURCE_INDENT);
            output_cut(w, INK_DIM, source, columns - SOURCE_INDENT);
            source.length = 0;
        } else if (accounts.length) {
            output_account(w, &accounts, &begun, columns);
        } else {
            output_string(&w->all.out, "\n");
        }
    }
}

static void write_entry(text_writer *w, const annals_event *event, size_t ordinal) {
    builder_clear(&w->date);
    builder_clear(&w->label);
    builder_clear(&w->source);
    builder_clear(&w->accounts);
    int64_t day_before = w->last_day;
    bool one_day_before = w->one_day;
    put_date(w, event->when);
    builder_string(&w->label, kind_marks[event->kind]);
    builder_line(&w->label, event->label);
    builder_trim(&w->label);
    put_source(w, event, ordinal);
    bool same_day = one_day_before && w->one_day && day_before == w->last_day;
    if (w->date.length && !same_day) output_string(&w->all.out, "\n");
    output_entry(w);
}

/* ------------------------------------------------------------------ the whole */

static bool is_placed(const annals_event *event) {
    return when_extent_of(event->when) != WHEN_UNPLACED;
}

static void write_heading(text_writer *w, annals_text words) {
    builder_clear(&w->label);
    builder_line(&w->label, words);
    builder_trim(&w->label);
    output_string(&w->all.out, "\n");
    output_wrapped(w, INK_BOLD, text_of(&w->label));
    w->last_words[0] = 0;
    w->one_day = false;
}

/* Those of a group that have a known time, or those without. */
static void write_entries(text_writer *w, const annals_group *group, const char *heading, bool placed) {
    for (size_t i = 0; i < group->count; i++) {
        const annals_event *event = &w->all.events[group->events ? group->events[i] : i];
        if (is_placed(event) != placed || !writing_wants(&w->all, event)) continue;
        if (heading) write_heading(w, annals_text_of(heading));
        heading = NULL;
        write_entry(w, event, ++w->ordinal);
    }
}

static bool any_wanted(const text_writer *w, const annals_group *group) {
    for (size_t i = 0; i < group->count; i++)
        if (writing_wants(&w->all, &w->all.events[group->events[i]])) return true;
    return false;
}

static void write_groups(text_writer *w, const annals_group *groups, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!any_wanted(w, &groups[i])) continue;
        write_heading(w, groups[i].name);
        write_entries(w, &groups[i], NULL, true);
        write_entries(w, &groups[i], NULL, false);
    }
}

/* The column for dates is as wide as the widest of them, but three tenths of the line at most, and no wider than "night
 * of 26–27 November 1962". */
static size_t date_columns(const text_writer *w) {
    const annals_event *events = w->all.events;
    size_t widest = LEAST_DATE_COLUMNS;
    size_t most = w->columns * 3 / 10 < MOST_DATE_COLUMNS ? w->columns * 3 / 10 : MOST_DATE_COLUMNS;
    for (size_t i = 0; i < w->all.event_count && widest < most; i++) {
        if (!writing_wants(&w->all, &events[i])) continue;
        char words[WORDS_SIZE];
        size_t width = width_of_text(annals_text_of(date_words(events[i].when, words)));
        if (width > widest) widest = width;
    }
    return widest < most ? widest : most;
}

/* The title, and below it what there is in all.  False when that is nothing. */
static bool write_head(text_writer *w) {
    builder *line = &w->label;
    bool any = put_survey(line, &w->all) > 0;
    if (!any) return false;
    builder_clear(&w->date);
    builder_line(&w->date, annals_title(w->all.chronology));
    builder_trim(&w->date);
    output_wrapped(w, INK_BOLD, text_of(&w->date));
    output_wrapped(w, INK_DIM, text_of(line));
    return true;
}

static void write_all(text_writer *w) {
    const annals_group all = {.count = w->all.event_count};
    if (!write_head(w)) {
        output_string(&w->all.out, "No dated event was found.\n");
        return;
    }
    w->date_columns = date_columns(w);
    write_groups(w, w->all.groups, w->all.group_count);
    if (w->all.group_count) return;
    write_entries(w, &all, NULL, true);
    write_entries(w, &all, "Year not known", false);
}

annals_status write_text(const annals_chronology *chronology, const annals_write_options *options, annals_sink sink,
                         annals_error *error) {
    text_writer w = {0};
    writing_begin(&w.all, chronology, options, sink);
    size_t columns = w.all.options->columns ? w.all.options->columns : DEFAULT_COLUMNS;
    w.columns = columns < LEAST_COLUMNS ? LEAST_COLUMNS : columns;
    w.seen = calloc(w.all.document_count + 1, sizeof *w.seen);
    if (w.seen) write_all(&w);
    if (!w.seen || w.date.failed || w.label.failed || w.source.failed || w.accounts.failed)
        w.all.out.status = ANNALS_MEMORY;
    builder_free(&w.date);
    builder_free(&w.label);
    builder_free(&w.source);
    builder_free(&w.accounts);
    free(w.seen);
    return writing_end(&w.all, error);
}
