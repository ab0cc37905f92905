/* layout_entries.c: the entries of a chronology under the headings of their days. */
#include "layout_pages_parts.h"

#include <string.h>

static const double entry_gap = ENTRY_GAP, account_gap = 0.8, day_gap = 5.5,
                    note_gap = 3.0; /* from a note beside an account to a heading, whose rule stands within */

/* ------------------------------------------------------------------ headings */

/* The day an entry stands under: the one it begins on, where that is known. */
static bool heading_day(const annals_when *w, int64_t *day) {
    annals_bound first = w->begin.earliest, last = w->begin.latest;
    if (!annals_bound_known(first) || !annals_bound_known(last)) return false;
    if (w->granularity != ANNALS_GRANULARITY_UNKNOWN && w->granularity < ANNALS_WEEK) return false;
    *day = first.day;
    return first.day == last.day || (last.day == first.day + 1 && w->granularity >= ANNALS_PART_OF_DAY);
}

static annals_text heading_words(flow *f, const ordered_event *e, int64_t *day, bool *is_day) {
    *is_day = heading_day(e->event->when, day);
    if (!*is_day) return words_when(&f->words, e->event->when, (common_year){0});
    annals_bound bound = {.day = *day, .state = ANNALS_BOUND_DAY};
    annals_when when = {.begin = {bound, bound}, .end = {bound, bound}, .granularity = ANNALS_DAY};
    return words_when(&f->words, &when, (common_year){0});
}

static void flow_heading(flow *f, annals_text words, bool is_day, int64_t day, moment at) {
    const text_block *block = flow_set(f, STYLE_DAY, words, f->out->column_width);
    size_t row = flow_row(f, day_gap, text_block_height(block) + 0.6, true);
    flow_clear_note(f, row, note_gap);
    f->note_source = 0;
    const char *anchor = NULL;
    if (!f->order->group_count) { /* else the outline has the groups */
        anchor = draw_anchor_name(f->pool, 'd', f->heading_count);
        f->failed |= !anchor;
        flow_heading_of(f, words, anchor, at);
    }
    flow_piece(f, PIECE_DAY, row, 0, 0, block)->anchor = anchor;
    /* Before this calendar was in use, a day of the week would be a guess. */
    if (!is_day || block->count != 1 || day < annals_day_of_civil(1582, 10, 15)) return;
    annals_text name = annals_weekday_name(f->words.phrasing.language, annals_weekday_of_day(day));
    flow_piece(f, PIECE_WEEKDAY, row, block->width + 2, 0.35, flow_set(f, STYLE_WEEKDAY, name, f->out->column_width));
}

/* ------------------------------------------------------------------ one entry */

static bool begins_with(annals_text text, annals_text start) {
    return start.length && text.length > start.length && !memcmp(text.data, start.data, start.length);
}

static bool same_month(int64_t a, int64_t b) {
    int64_t year_a, year_b;
    int month_a, month_b, number;
    annals_civil_of_day(a, &year_a, &month_a, &number);
    annals_civil_of_day(b, &year_b, &month_b, &number);
    return year_a == year_b && month_a == month_b;
}

/* "night of 26–27 October" without the month. */
static annals_text without_month(annals_text words) {
    size_t length = words.length;
    while (length && words.data[length - 1] != ' ') length--;
    bool after_day = length > 1 && words.data[length - 2] >= '0' && words.data[length - 2] <= '9';
    return after_day ? (annals_text){words.data, length - 1} : words;
}

/* "4–18 March", "night of 26–27", "19:00–24:00": what the heading of `day` does not say. */
static annals_text range_words(flow *f, const annals_when *w, int64_t day) {
    common_year year = {.known = true};
    int month, number;
    annals_civil_of_day(day, &year.year, &month, &number);
    annals_text words = words_when(&f->words, w, year);
    annals_text above = words_period(&f->words, day * SECONDS_A_DAY, (day + 1) * SECONDS_A_DAY, year);
    if (!words.data || !above.data) return (annals_text){0};
    if (begins_with(words, above) && words.data[above.length] == ',')
        words = (annals_text){words.data + above.length + 2, words.length - above.length - 2};
    else if (w->day_part == ANNALS_NIGHT && annals_bound_known(w->end.latest) && same_month(day, w->end.latest.day))
        words = without_month(words);
    return text_clean(f->pool, words);
}

/* What the margin says of the time, given the heading above: nothing, a time of day, or the whole time of a range. */
static annals_text time_words(flow *f, const ordered_event *e, annals_text above, int64_t day, bool is_day) {
    const annals_when *w = e->event->when;
    annals_text phrase = words_when(&f->words, w, (common_year){0});
    if (!is_day || text_same(phrase, above)) return (annals_text){"", 0};
    int64_t single;
    if (!words_single_day(w, &single)) return range_words(f, w, day);
    annals_text clock = words_clock(&f->words, w);
    if (!clock.data) return clock;
    if (!clock.length && (w->approximate || w->uncertain)) return range_words(f, w, day);
    return words_join(f->pool, (const char *const[]){clock.data, w->uncertain ? " (?)" : "", NULL});
}

static annals_text with_conflict(flow *f, const annals_event *event, annals_text time) {
    if (!event->conflict_count || !time.data) return time;
    f->signs[SIGN_CONFLICT] = true;
    return words_join(f->pool, (const char *const[]){time.data, " ‡", NULL});
}

/* Signs in the margin for what is not a plain, certain occurrence; where colours tell more, for all. */
static void flow_signs(flow *f, const ordered_event *e, size_t row) {
    static const figure_sign kinds[] = {[ANNALS_OCCURRENCE] = SIGN_COUNT,
                                        [ANNALS_DOCUMENT] = SIGN_DOCUMENT,
                                        [ANNALS_PLAN] = SIGN_PLAN,
                                        [ANNALS_CITATION] = SIGN_CITATION};
    bool hollow = e->event->when->approximate || e->event->when->uncertain;
    bool plain = e->look.series && !hollow && e->event->kind == ANNALS_OCCURRENCE;
    const figure_sign signs[] = {hollow  ? SIGN_HOLLOW
                                 : plain ? SIGN_OCCURRENCE
                                         : SIGN_COUNT,
                                 kinds[e->event->kind], e->span.known && e->span.open_begin ? SIGN_BEGAN : SIGN_COUNT,
                                 e->span.known && e->span.open_end ? SIGN_GOES_ON : SIGN_COUNT};
    double x = TEXT_LEFT - 2;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (signs[i] == SIGN_COUNT) continue;
        x -= i == 0 || x == TEXT_LEFT - 2 ? 3.5 : 3;
        f->signs[signs[i]] = true;
        page_piece *p = flow_piece(f, PIECE_SIGN, row, x, 0, NULL);
        p->sign = signs[i];
        p->series = e->look.series;
    }
}

/* Make the rows from `row` on at least so high, and keep those together that reach over this height. */
static void flow_room(flow *f, size_t row, double height) {
    for (size_t i = row; i < f->row_count; i++) {
        height -= f->rows[i].height + (i > row ? f->rows[i].before : 0);
        if (height > 0 && i + 1 < f->row_count) f->rows[i].keep = true;
    }
    if (height > 0) f->rows[f->row_count - 1].height += height;
}

/* An account; returns its first row. */
static size_t flow_account(flow *f, annals_text text) {
    const text_block *body = flow_set(f, STYLE_BODY, text, flow_text_width(f));
    return f->failed ? 0 : flow_lines(f, PIECE_BODY, body, TEXT_LEFT, account_gap, 0, false);
}

/* The first account, clean; without data when memory runs out. */
static annals_text first_account(flow *f, const annals_event *event) {
    annals_text text = text_clean(f->pool, event->source_count ? event->sources[0].text : event->text);
    f->failed |= !text.data;
    return text;
}

/* What the sources say, one after the other; where one says no more than the headline, its note stands beside that.
 * `told`: the first one stands there already. */
static void flow_accounts(flow *f, const annals_event *event, annals_text label, size_t headline_row, bool told) {
    for (size_t i = 0; i < event->source_count && !f->failed; i++) {
        const annals_source *s = &event->sources[i];
        annals_text text = text_clean(f->pool, s->text);
        f->failed |= !text.data;
        if (f->failed) return;
        bool repeats = (told && !i) || !text.length || text_repeats(text, label),
             same = i && s->document == s[-1].document;
        if (repeats && same) continue;
        size_t row = repeats && !i ? headline_row : flow_account(f, repeats ? label : text);
        if (!same) flow_note(f, s->document, label, row);
    }
    if (told || event->source_count || !event->text.length || f->failed) return;
    annals_text text = text_clean(f->pool, event->text);
    f->failed |= !text.data;
    if (!f->failed && !text_repeats(text, label)) flow_account(f, text);
}

/* "‡ 28 October, says Dispatch from Havana." */
static void flow_conflicts(flow *f, const annals_event *event, annals_text label) {
    size_t count;
    const annals_mention *mentions = annals_mentions(f->chronology, &count);
    for (size_t i = 0; i < event->conflict_count && !f->failed; i++) {
        const annals_conflict *c = &event->conflicts[i];
        annals_text claim = words_claim(&f->words, f->chronology, c, (common_year){0}),
                    says = words_said(&f->words, "claim", 1);
        f->failed |= !claim.data || !says.data;
        if (f->failed) return;
        annals_text words = words_join(f->pool, (const char *const[]){"‡ ", says.data, " ", claim.data, NULL});
        size_t row = flow_account(f, words);
        if (!f->failed && c->mention < count) flow_note(f, mentions[c->mention].document, label, row);
    }
}

/* True when a row with an account follows the headline. */
static bool has_account(const annals_event *event, annals_text label) {
    annals_text first = event->source_count ? event->sources[0].text : event->text;
    return event->conflict_count || (first.length && !text_repeats(first, label));
}

/* The headline; returns its row. */
static size_t flow_headline(flow *f, const annals_event *event, annals_text label) {
    const text_block *headline = flow_set(f, STYLE_ENTRY, label, flow_text_width(f));
    if (f->failed) return 0;
    bool more = event->source_count + event->conflict_count > 1 || has_account(event, label);
    if (!headline->count) return flow_row(f, entry_gap, face_of(STYLE_ENTRY)->leading, more);
    return flow_lines(f, PIECE_ENTRY, headline, TEXT_LEFT, entry_gap, text_block_height(headline), more);
}

static void flow_entry(flow *f, const ordered_event *e, annals_text time) {
    const annals_event *event = e->event;
    annals_text label = text_clean(f->pool, event->label), account = first_account(f, event);
    const text_block *times = flow_set(f, STYLE_TIME, with_conflict(f, event, time), TIME_WIDTH);
    if (f->failed || !label.data) return;
    double drop = face_ascent(STYLE_ENTRY) - face_ascent(STYLE_TIME);
    size_t time_piece = f->piece_count;
    flow_piece(f, PIECE_TIME, f->row_count, 0, drop, times)->event = event;
    size_t row;
    bool told = flow_told(f, account, label, &row);
    if (!told && !f->failed) row = flow_headline(f, event, label);
    if (f->failed) return;
    if (!e->again) {
        f->entry_rows[e->rank] = row + 1;
        f->pieces[time_piece].anchor = draw_anchor_name(f->pool, 'e', e->rank);
        f->failed |= !f->pieces[time_piece].anchor;
    }
    flow_signs(f, e, row);
    flow_accounts(f, event, label, row, told);
    flow_conflicts(f, event, label);
    if (f->failed) return;
    flow_room(f, row, drop + text_block_height(times));
    f->items++;
}

/* ------------------------------------------------------------------ all entries */

static bool is_partial(const annals_when *w) {
    return w->edtf.length > 4 && !memcmp(w->edtf.data, "XXXX", 4);
}

/* Without headings, as in a group, each says that its year is not known. */
static void flow_undated(flow *f, const event_order *order, bool headings) {
    for (size_t i = order->dated; i < order->count && !f->failed; i++) {
        const ordered_event *e = &order->events[i];
        bool partial = is_partial(e->event->when), first = i == order->dated;
        if (!headings) {
            flow_entry(f, e, partial ? words_when(&f->words, e->event->when, (common_year){0}) : (annals_text){"", 0});
            continue;
        }
        if (first && partial) flow_section(f, HEADING_NO_YEAR, "no-year");
        if (!partial && (first || is_partial(e[-1].event->when))) flow_section(f, HEADING_NO_DATE, "no-date");
        flow_entry(f, e, partial ? words_without_year(&f->words, e->event->when) : (annals_text){"", 0});
    }
}

/* `above` is the heading that they stand under already. */
static void flow_dated(flow *f, const event_order *order, annals_text above) {
    annals_text current = above;
    int64_t current_day = INT64_MIN; /* of the heading, where it is a day */
    for (size_t i = 0; i < order->dated && !f->failed; i++) {
        const ordered_event *e = &order->events[i];
        int64_t day = 0;
        bool is_day;
        annals_text words = heading_words(f, e, &day, &is_day);
        f->failed |= !words.data;
        if (f->failed) return;
        /* "until 7 November" among the events of that day stands under its heading. */
        if (!is_day && current_day == words_day_of(e->span.low)) {
            is_day = true;
            day = current_day;
            words = current;
        }
        if (!text_same(words, current)) flow_heading(f, words, is_day, day, e->span.low);
        current = words;
        current_day = is_day ? day : INT64_MIN;
        flow_entry(f, e, time_words(f, e, words, day, is_day));
    }
}

void flow_entries(flow *f) {
    for (size_t i = 0; i < f->order->group_count && f->overview.kind != FIGURE_VERTICAL && !f->failed; i++) {
        const event_group *group = &f->order->groups[i];
        flow_section_of(f, group->name, draw_anchor_name(f->pool, 'g', i));
        flow_dated(f, &group->order, group->name);
        flow_undated(f, &group->order, false);
    }
    if (f->order->group_count) return;
    if (f->overview.kind != FIGURE_VERTICAL) flow_dated(f, f->order, (annals_text){"", 0});
    flow_undated(f, f->order, true);
}
