/* infer_entry.c: the entries of a diary or log follow each other in time, and each leaves out what the one before said.
 */
#include "bounds.h"
#include "civil.h"
#include "entries.h"
#include "language.h"
#include "resolver.h"
#include "text.h"
#include "when.h"

enum { POSTSCRIPT_DAYS = 31 /* that a letter goes on */ };

bool heads_entry(const resolver *r) {
    const analysis *x = r->x;
    size_t index = block_of_raw(x, r->raw);
    bool ends = x->raws.items[r->raw].range == ANNALS_RANGE_END;
    return x->blocks.items[index].entry && entry_raw(x, index) + ends == r->raw;
}

/* The day that the words may mean in a month, if it fits them. */
static bool day_in_month(const resolver *r, const expr *e, int64_t month_day, int64_t *day) {
    int64_t year;
    int month, dom;
    annals_civil_of_day(month_day, &year, &month, &dom);
    if ((e->month != UNSET && month != e->month) || !civil_valid(year, month, e->day)) return false;
    *day = annals_day_of_civil(year, month, e->day);
    return e->month != UNSET || e->weekday == UNSET || weekday_of(r, *day) == e->weekday;
}

/* The first such day from the entry before on, or one shortly before it, where that is nearer by far: entries may
 * stand out of order. */
static bool next_such_day(const resolver *r, const expr *e, int64_t before, int64_t *found) {
    enum { MONTHS = 13, BACK = 31, FAR = 300 };
    int64_t day, behind = before - BACK - 1;
    for (int64_t k = -1; k <= MONTHS; k++) {
        if (!day_in_month(r, e, civil_add_months(before, k), &day)) continue;
        if (day < before) {
            behind = day;
            continue;
        }
        *found = behind >= before - BACK && day - before > FAR ? behind : day;
        return true;
    }
    return false;
}

/* Does the block open with the mention at hand?  "Summer: the union buys the ruin" */
static bool opens_line(const resolver *r) {
    const analysis *x = r->x;
    size_t index = block_of_raw(x, r->raw);
    return x->first_raw.items[index] == r->raw && x->raws.items[r->raw].start == x->blocks.items[index].body;
}

/* Does a head lie so far before the one before it that the days begin anew: "28.12.", "2.1."? */
static bool turns_year(const expr *before, const expr *e) {
    enum { HALF_A_YEAR = 6 /* months */ };
    return e->month != UNSET && before->month != UNSET && before->month - e->month > HALF_A_YEAR;
}

/* "17.4. They came.  3.5.79 Home": the next entry that says its year gives it to those before it, less one for each
 * turn of the year between.  Where none does the search is not made again. */
static bool year_from_behind(resolver *r, expr *e) {
    const analysis *x = r->x;
    const expr *before = e;
    int32_t turns = 0;
    for (size_t i = r->block + 1; i < x->blocks.count && !r->entries.yearless; i++) {
        if (!x->blocks.items[i].entry) continue;
        const expr *next = x->raws.items[entry_raw(x, i)].expr;
        if (next->kind != EXPR_POINT || next->base || next->day == UNSET) continue;
        turns += turns_year(before, next);
        if (next->month != UNSET) before = next;
        if (next->year == UNSET) continue;
        e->year = next->year - turns;
        e->short_year = next->short_year;
        because(r, "no year is given");
        because(r, "a later entry gives it");
        if (e->short_year) full_year(r, e);
        r->entries.behind = true;
        return true;
    }
    r->entries.yearless = true;
    return false;
}

/* "LOG 1931", and the entries go on from "30.12." to "2.1.": into the next year, or they began in the one before. */
static void leave_chapter(resolver *r, const expr *e) {
    entry_place *p = &r->entries;
    expr before = blank_expr;
    if (!p->dated || !p->chapter_last) return;
    set_date(&before, p->day);
    if (!turns_year(&before, e)) return;
    because(r, "the entries go on into the next year");
    p->chapter++;
    p->turned = true;
}

/* "P.S. 29th April": the next such day, if it comes soon. */
static bool day_of_postscript(resolver *r, expr *e) {
    int64_t day;
    if (!next_such_day(r, e, r->now, &day) || day < r->now || day > r->now + POSTSCRIPT_DAYS) return false;
    because(r, e->month == UNSET ? "no month is given" : "no year is given");
    anchor_now(r);
    set_date(e, day);
    because(r, "the letter goes on behind its day");
    return true;
}

bool infer_entry(resolver *r, expr *e) {
    const entry_place *p = &r->entries;
    int64_t day;
    if (p->chapter != UNSET && opens_line(r) && !e->base && (e->month != UNSET || e->season != UNSET)) {
        because(r, "no year is given");
        anchor_mention(r, p->chapter_mention);
        if (heads_entry(r)) leave_chapter(r, e);
        e->year = p->chapter;
        e->uncertain |= p->turned;
        return true;
    }
    if (e->day != UNSET && !e->base && opens_postscript(r)) return day_of_postscript(r, e);
    if (!heads_entry(r) || e->day == UNSET || e->base) return false;
    if (!p->dated) return e->month != UNSET && p->year == UNSET && year_from_behind(r, e);
    if (!next_such_day(r, e, p->day, &day)) return false;
    bool dated = annals_bound_known(r->document->when.end.latest);
    if (dated && day > r->document->when.end.latest.day) return false;
    because(r, e->month == UNSET ? "no month is given" : "no year is given");
    anchor_mention(r, p->mention);
    set_date(e, day);
    because(r, "the entries follow each other");
    e->uncertain |= p->doubted;
    return true;
}

/* The day that heads the next entry, as far as it says it: of the year that brings it behind the one at hand; or
 * INT64_MAX. */
static int64_t day_of_next_entry(const resolver *r) {
    enum { CLOSE = 8 /* blocks */ };
    const analysis *x = r->x;
    int64_t day;
    for (size_t i = r->block + 1; i < x->blocks.count && i <= r->block + CLOSE; i++) {
        if (!x->blocks.items[i].entry) continue;
        const expr *e = x->raws.items[entry_raw(x, i)].expr;
        bool whole = e->kind == EXPR_POINT && e->day != UNSET && !e->base;
        return whole && next_such_day(r, e, r->now, &day) ? day : INT64_MAX;
    }
    return INT64_MAX;
}

/* "Sunday." behind the entry of "Sat. 31 Jan.": the next one, before the day of the entry that follows. */
static bool weekday_behind(const resolver *r, const expr *e, int64_t *day) {
    int64_t from = r->entries.day + 1;
    *day = from + (e->weekday - weekday_of(r, from) + 7) % 7;
    return *day < day_of_next_entry(r);
}

bool weekday_of_entry(const resolver *r, const expr *e, int64_t *day) {
    const analysis *x = r->x;
    const raw_mention *m = &x->raws.items[r->raw];
    if (heads_entry(r)) return r->entries.dated && !e->direction && weekday_behind(r, e, day);
    bool entry = r->entry != SIZE_MAX && r->entries.dated && r->entries.mention == r->entry;
    bool bare = !e->direction && !e->limit && m->start == x->sentences.items[x->sentence_of.items[r->raw]].start;
    if (!entry || !bare) return false;
    bool goes_on = r->last.known && r->last.day_known && r->last.first >= r->now && r->last.block >= r->block;
    int64_t from = goes_on ? r->last.first : r->now;
    if (from == r->now && tense_around(x, r->raw) == TENSE_PAST) return false; /* "Monday was spent at anchor" */
    *day = from + (e->weekday - weekday_of(r, from) + 7) % 7;
    return *day < day_of_next_entry(r);
}

/* ---------------------------------------------------------------- logs */

/* "0430 Sighted a vessel" */
static bool opens_watch(const resolver *r, const expr *e) {
    const analysis *x = r->x;
    if (e->hour == UNSET || e->day != UNSET || r->block >= x->blocks.count) return false;
    const block *b = &x->blocks.items[r->block];
    return b->log && x->first_raw.items[r->block] == r->raw && x->raws.items[r->raw].start == b->body;
}

static int32_t second_of(const expr *e) {
    return e->hour * 3600 + (e->minute == UNSET ? 0 : e->minute * 60);
}

/* Was another day said since the last watch, elsewhere than in what a watch tells? */
static bool day_changed(const resolver *r) {
    const watch *w = &r->watch;
    bool since = r->last.known && r->last.block > w->block && r->last.block < r->x->blocks.count;
    return w->entry != r->entry || (since && !r->x->blocks.items[r->last.block].log);
}

/* Stands a day alone on its line above, since the last watch? */
static bool is_headed(const resolver *r) {
    const said *s = &r->last;
    annals_text text = r->x->text;
    if (!s->known || !s->day_known || s->first != s->last || s->mention < r->x->first_mention) return false;
    const raw_mention *m = &r->x->raws.items[s->mention - r->x->first_mention];
    bool dated = m->expr->kind == EXPR_POINT && m->expr->day != UNSET && !m->expr->base && m->expr->hour == UNSET;
    bool opens = !m->start || text.data[m->start - 1] == '\n';
    return dated && opens && m->end < text.length && byte_in(text.data[m->end], "\r\n") &&
           (!r->watch.known || s->mention > r->watch.mention);
}

/* "10:30 All quiet." and below it "2:05 Rain.", where nobody counts to 24: in the afternoon. */
static void take_other_half(resolver *r, expr *e, int32_t before) {
    enum { HALF = 12, HOUR = 3600, SURELY = 2 };
    bool open = half_open(r, e) || (e->half == HALF_IN_FIGURES && r->counts_to_24 < SURELY);
    if (!open || e->hour >= HALF || second_of(e) >= before) return;
    if (second_of(e) + HALF * HOUR < before) return;
    e->hour += HALF;
    e->half = HALF_KNOWN;
    e->uncertain |= r->counts_to_24 != 0;
    because(r, "it goes on from the line before, which tells the half of the day");
}

bool day_of_watch(resolver *r, expr *e) {
    const watch *w = &r->watch;
    if (!opens_watch(r, e)) return false;
    if (r->last.known && is_headed(r)) {
        anchor_mention(r, r->last.mention);
        set_date(e, r->last.first);
        return true;
    }
    if (w->known && !day_changed(r)) {
        anchor_mention(r, w->mention);
        take_other_half(r, e, w->second);
        bool next_day = second_of(e) < w->second;
        set_date(e, w->day + next_day);
        if (next_day) because(r, "it is after midnight: the next day");
        return true;
    }
    if (r->entry == SIZE_MAX || r->entries.mention != r->entry || !r->has_now) return false;
    anchor_now(r);
    set_date(e, r->now);
    return true;
}

void note_watch(resolver *r, const expr *e, const annals_when *w, size_t mention) {
    if (!opens_watch(r, e) || !annals_bound_known(w->begin.earliest)) return;
    r->watch = (watch){true, w->begin.earliest.day, second_of(e), r->block, mention, r->entry};
}

/* "Winter 1859: lost with all hands (11 December)": the sentence says another year itself. */
static bool year_stands_before(const resolver *r) {
    const analysis *x = r->x;
    for (size_t i = r->raw; i-- > 0 && x->sentence_of.items[i] == x->sentence_of.items[r->raw];) {
        const expr *e = x->raws.items[i].expr;
        if (e->kind == EXPR_POINT && e->year != UNSET && !e->base) return true;
    }
    return false;
}

bool year_of_entry(resolver *r, expr *e) {
    const entry_place *p = &r->entries;
    if (p->year == UNSET || r->in_note || year_stands_before(r)) return false;
    because(r, "no year is given");
    anchor_mention(r, p->mention);
    e->year = p->year;
    return true;
}

/* "LONDON, Oct. 1 --" in a paper of the 2nd: the day of the dateline, if it lies that close before; it does not lie
 * behind the paper, and news of the sea come late. */
static int64_t day_of_opening(const expr *e, int64_t printed, int reach) {
    for (int64_t day = printed; day > printed - reach; day--) {
        int64_t year;
        int month, dom;
        annals_civil_of_day(day, &year, &month, &dom);
        if (e->month == UNSET ? annals_weekday_of_day(day) == e->weekday : month == e->month && dom == e->day)
            return day;
    }
    return printed;
}

/* The day that the document itself is known to be of. */
void look_to_document(resolver *r) {
    enum { WEEK = 7 };
    const analysis *x = r->x;
    r->has_now = document_day(r->document, &r->now);
    if (r->has_now && !x->items && x->opening_raw != SIZE_MAX)
        r->now = day_of_opening(x->raws.items[x->opening_raw].expr, r->now, WEEK);
    r->entry = r->item = SIZE_MAX;
}

/* An item of a page of news is of the day of its dateline, up to the next heading. */
static void look_to_item(resolver *r, size_t index) {
    enum { WEEK = 7, HALF_A_YEAR = 183 };
    const analysis *x = r->x;
    const expr *e = x->raws.items[x->first_raw.items[index]].expr;
    look_to_document(r);
    if (point_said(e) && e->year != UNSET && !e->short_year) {
        r->now = annals_day_of_civil(e->year, e->month, e->day);
        r->has_now = true;
    } else if (r->has_now) {
        r->now = day_of_opening(e, r->now, e->month == UNSET ? WEEK : HALF_A_YEAR);
    }
    r->item = x->first_raw.items[index];
}

void enter_item(resolver *r, size_t from, size_t raw) {
    size_t to = block_of_raw(r->x, raw);
    if (!r->x->reports) return;
    for (size_t i = from; i <= to; i++) {
        const block *b = &r->x->blocks.items[i];
        if (b->dateline) look_to_item(r, i);
        else if (b->kind == BLOCK_HEADING) look_to_document(r);
    }
    if (r->has_now && r->item < raw) r->entry = r->x->first_mention + r->item;
}

bool opens_postscript(const resolver *r) {
    size_t index = r->block;
    if (index < r->x->blocks.count && r->x->blocks.items[index].sequel)
        return r->has_now && r->x->first_raw.items[index] == r->raw;
    bool opens = index && index < r->x->blocks.count && r->x->first_raw.items[index] == r->raw &&
                 r->x->raws.items[r->raw].start == r->x->blocks.items[index].body;
    if (!opens || !r->has_now || r->mode != ANNALS_MODE_DOCUMENT) return false;
    const block *before = &r->x->blocks.items[index - 1];
    return closes_letter(r->x->grammar, text_slice(r->x->text, before->start, before->end));
}

/* Stands the mention in a sentence, or in a line, of its own? */
static bool is_alone(const analysis *x, size_t raw) {
    const raw_mention *m = &x->raws.items[raw];
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    bool line = m->end < s->end && byte_in(x->text.data[m->end], "\r\n");
    bool head = m->start > s->start && x->text.data[m->start - 1] == '\n';
    return (head || only_marks(x, s->start, m->start)) && (line || only_marks(x, m->end, s->end));
}

/* "Friday 7th October 1870.  ...  Saturday 8th.  ...": the days of a diary or log that no blank lines part */
static bool runs_on(const resolver *r) {
    const analysis *x = r->x;
    const expr *e = x->raws.items[r->raw].expr;
    if (r->mode != ANNALS_MODE_DOCUMENT || !r->has_now || e->weekday == UNSET || e->day == UNSET) return false;
    if (e->kind != EXPR_POINT || e->hour != UNSET || r->in_quotation || r->in_note) return false;
    size_t head = r->entry != SIZE_MAX && r->entry >= x->first_mention ? r->entry - x->first_mention : x->date_raw;
    if (head >= r->raw || x->raws.items[head].expr->weekday == UNSET) return false;
    return is_alone(x, r->raw) && is_alone(x, head);
}

void note_postscript(resolver *r, const annals_when *w, size_t mention) {
    if (!(runs_on(r) || opens_postscript(r)) || w->granularity < ANNALS_DAY || !annals_bound_known(w->begin.earliest))
        return;
    int64_t day = w->begin.earliest.day;
    if (day < r->now || day > r->now + POSTSCRIPT_DAYS) return;
    r->now = day;
    r->entry = mention;
}

void leave_entry(resolver *r) {
    const block *b = &r->x->blocks.items[r->block];
    const entry_place *p = &r->entries;
    bool ended = p->chapter != UNSET && r->block >= p->chapter_end;
    bool left = p->listed && !b->entry && !b->joined && !r->in_note;
    if (!ended && !left) return;
    r->entries = (entry_place){.year = UNSET,
                               .chapter = ended ? UNSET : p->chapter,
                               .chapter_mention = p->chapter_mention,
                               .yearless = p->yearless,
                               .chapter_end = p->chapter_end,
                               .chapter_last = p->chapter_last,
                               .turned = p->turned};
    look_to_document(r);
}

/* The year that heads the entries of a block, and nothing else; or UNSET. */
static int32_t year_above(const analysis *x, size_t index) {
    size_t raw = x->first_raw.items[index];
    if (!x->blocks.items[index].entry || raw == x->first_raw.items[index + 1]) return UNSET;
    const expr *e = x->raws.items[raw].expr;
    bool year = e->kind == EXPR_POINT && e->day == UNSET && e->month == UNSET;
    return year ? e->year : UNSET;
}

/* Does no other year stand as a heading behind it? */
static bool is_last_year(const analysis *x, size_t index) {
    for (size_t i = index + 1; i < x->blocks.count; i++)
        if (year_above(x, i) != UNSET) return false;
    return true;
}

/* Behind the last of the years that stand as headings ("1939", "1940"), a heading of another kind ends them. */
static size_t end_of_chapter(const analysis *x, size_t index, int64_t year) {
    size_t heading = SIZE_MAX;
    for (size_t i = index + 1; i < x->blocks.count; i++) {
        int32_t next = year_above(x, i);
        if (next != UNSET) return next > year ? SIZE_MAX : heading;
        if (heading == SIZE_MAX && x->blocks.items[i].kind == BLOCK_HEADING) heading = i;
    }
    return heading;
}

void note_entry(resolver *r, const expr *e, const annals_when *w, size_t mention) {
    entry_place *p = &r->entries;
    if (!heads_entry(r)) return;
    if (e->kind == EXPR_RANGE) e = r->x->raws.items[r->raw].range == ANNALS_RANGE_END ? e->to : e->from;
    if (!annals_bound_known(w->begin.earliest)) {
        if (e->day != UNSET) r->has_now = false; /* what it tells is not of the entry before */
        return;
    }
    int64_t year;
    int month, day;
    annals_civil_of_day(w->begin.earliest.day, &year, &month, &day);
    bool week = w->granularity == ANNALS_WEEK; /* whose days stand below it: "Monday" is its first one */
    bool whole = !week && (e->day != UNSET || e->weekday != UNSET || e->named != UNSET), headed = p->year != UNSET;
    if (!whole && !week && e->month == UNSET) {
        p->chapter = (int32_t)year;
        p->chapter_mention = mention;
        p->chapter_end = end_of_chapter(r->x, r->block, year);
        p->chapter_last = is_last_year(r->x, r->block);
        p->turned = false;
    } else if (e->year != UNSET) {
        p->chapter = UNSET; /* it says its year itself */
    }
    p->doubted = w->uncertain && (e->short_year || p->behind || (p->doubted && e->year == UNSET));
    p->mention = r->entry = mention;
    p->listed = r->x->blocks.items[r->block].joined;
    p->year = whole || week ? UNSET : (int32_t)year;
    p->dated = week || (whole && (p->dated || headed || e->year != UNSET || p->behind));
    p->behind = false;
    r->has_now = whole || week;
    r->now = w->begin.earliest.day;
    p->day = r->now - week;
}

/* "6th and 7th. The mines went up at three this morning": who writes of several days writes on the last of them, but
 * may mean another. */
void doubt_in_span(resolver *r, const expr *in, expr *e) {
    const analysis *x = r->x;
    if (r->entry == SIZE_MAX || r->entry < x->first_mention || r->in_quotation || e->uncertain) return;
    bool span = x->raws.items[r->entry - x->first_mention].range == ANNALS_RANGE_END;
    bool own = in->base == BASE_NOW && in->unit == UNIT_DAY, clock = in->hour != UNSET || in->part;
    bool dated = in->day != UNSET || in->weekday != UNSET || in->named != UNSET || (in->base && !own);
    if (!span || dated || !(own || clock) || e->day == UNSET) return;
    e->uncertain = true;
    because(r, "the entry is of several days");
}

/* ---------------------------------------------------------------- heads that nobody knows for such */

/* A line that ends with a day: a heading, or what may be one. */
static bool stands_as_head(const analysis *x, size_t raw) {
    enum { LONGEST = 120 /* bytes */, MARKS = 2 };
    const block *b = &x->blocks.items[block_of_raw(x, raw)];
    bool kind = b->kind == BLOCK_HEADING || b->kind == BLOCK_PARAGRAPH;
    return kind && b->end - b->start <= LONGEST && x->raws.items[raw].end + MARKS >= b->end && raw != x->date_raw;
}

void note_later_head(resolver *r, const expr *e, const annals_when *w) {
    int64_t own;
    bool whole = e->kind == EXPR_POINT && !e->base && e->year != UNSET && !e->short_year && e->day != UNSET;
    if (!whole || r->in_note || r->x->chronicle || r->x->reports || !document_day(r->document, &own)) return;
    if (stands_as_head(r->x, r->raw) && annals_bound_known(w->begin.earliest))
        r->headed_later = w->begin.earliest.day > own;
}

void doubt_below_head(resolver *r, const expr *in, expr *e) {
    bool weekday = in->weekday != UNSET && in->day == UNSET;
    bool day = in->day != UNSET && in->month == UNSET && !in->base;
    if (!r->headed_later || !r->has_now || r->entry != SIZE_MAX || r->mode != ANNALS_MODE_DOCUMENT) return;
    if (r->in_quotation || !(in->base == BASE_NOW || weekday || day)) return;
    e->uncertain = true;
    because(r, "a day later than the document's heads what it stands in");
}
