/* entries.c: diaries, logs and chronicles: the day that an entry begins with is the one it looks to. */
#include "entries.h"
#include "stages.h"
#include "text.h"

#include <string.h>

/* Nothing else stands in the block. */
static bool stands_alone(const analysis *x, size_t index) {
    const block *b = &x->blocks.items[index];
    bool line = b->kind == BLOCK_HEADING || b->kind == BLOCK_PARAGRAPH; /* "Tuesday, January 24, 1888." */
    if (!line || x->first_raw.items[index + 1] - x->first_raw.items[index] != 1) return false;
    const raw_mention *m = entry_date(x, index);
    return m && only_marks(x, b->body, m->start) && only_marks(x, m->end, b->end);
}

static bool is_year(const expr *e) {
    return e->day == UNSET && e->month == UNSET;
}

/* "DIARY 1847": the year of the whole stands in its title. */
static bool titles_year(const analysis *x, size_t index) {
    size_t raw = x->first_raw.items[index];
    bool one = x->first_raw.items[index + 1] == raw + 1 && x->raws.items[raw].range == ANNALS_RANGE_NONE;
    return one && x->blocks.items[index].kind == BLOCK_HEADING && may_head(x->raws.items[raw].expr, false) &&
           is_year(x->raws.items[raw].expr);
}

static bool same_head(const expr *a, const expr *b) {
    return a->year == b->year && a->month == b->month && a->day == b->day;
}

static bool is_earlier(const expr *a, const expr *b) {
    if (a->year == UNSET || b->year == UNSET || a->month == UNSET || b->month == UNSET) return false;
    if (a->year != b->year) return a->year < b->year;
    return a->month != b->month ? a->month < b->month : a->day < b->day;
}

static bool is_told(const block *b) {
    return b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_LIST_ITEM;
}

/* Does something stand below the head of a meeting, before the next? */
static bool tells_below(const analysis *x, size_t index) {
    enum { NEAR = 4 /* blocks */ };
    bool sure;
    for (size_t i = index + 1; i < x->blocks.count && i <= index + NEAR; i++) {
        if (session_date(x, i, &sure) || stands_alone(x, i)) return false;
        if (is_told(&x->blocks.items[i])) return true;
    }
    return false;
}

/* The day that stands alone, or among names, in a line of its own above what was done on it; or null. */
static const raw_mention *day_above(const analysis *x, size_t index, bool *sure) {
    *sure = stands_alone(x, index);
    const raw_mention *m = *sure ? entry_date(x, index) : session_date(x, index, sure);
    return m && !is_year(m->expr) && tells_below(x, index) ? m : NULL;
}

/* The last word before the day that a line has. */
static annals_text word_before_day(const analysis *x, size_t index, const raw_mention *m) {
    size_t start, end;
    annals_text last = {0};
    for (size_t at = x->blocks.items[index].body; text_word(x->text, at, &start, &end) && end <= m->start; at = end)
        last = text_slice(x->text, start, end);
    return last;
}

/* Minutes of several meetings, letters of a journey, "Third Day, 3 May 1882" and "Fourth Day, 4 May 1882": such lines
 * recur, in the order of time. */
static bool has_sessions(const analysis *x) {
    enum { SURE = 2, MANY = 3 };
    size_t heads = 0, sure_heads = 0;
    const expr *before = NULL;
    annals_text last = {0};
    for (size_t i = 0; i < x->blocks.count; i++) {
        bool sure;
        await_block(x->text, &x->blocks, i + PASS_AHEAD);
        const raw_mention *m = day_above(x, i, &sure);
        if (!m || (before && same_head(before, m->expr))) continue;
        if (before && is_earlier(m->expr, before)) return false;
        annals_text word = word_before_day(x, i, m);
        heads++;
        sure_heads += sure;
        if (word.length && text_equal(word, last)) sure_heads = SURE;
        before = m->expr;
        last = word;
    }
    return sure_heads >= SURE || heads >= MANY;
}

/* "5 Jan." behind "30 Dec." goes on in the next year. */
static bool goes_back(const expr *before, const expr *e) {
    enum { HALF_A_YEAR = 6 /* months */ };
    if (before->year != UNSET && e->year != UNSET) return is_earlier(e, before);
    if (before->month == UNSET || e->month == UNSET) return false;
    if (before->month != e->month) return before->month > e->month && before->month - e->month <= HALF_A_YEAR;
    return before->day != UNSET && e->day != UNSET && e->day < before->day;
}

/* What the blocks of a document begin with. */
typedef struct heads {
    size_t alone, years, openings, prose, items;
    size_t listed;    /* of the openings: those of items of lists */
    size_t again;     /* items of the same day as the one before */
    size_t told;      /* of the openings: those of paragraphs, and no headings */
    size_t placed;    /* behind the name of a place */
    size_t weekdays;  /* alone, below a day that is */
    bool placed_year; /* the first of them says it */
    bool back;        /* some are earlier than those before them */
    bool placed_back;
    const expr *before, *placed_before;
} heads;

static void count_placed(const analysis *x, size_t index, heads *h) {
    const raw_mention *m = placed_date(x, index, true);
    if (!m) return;
    if (!h->placed) h->placed_year = m->expr->year != UNSET;
    h->placed_back |= h->placed && goes_back(h->placed_before, m->expr);
    h->placed_before = m->expr;
    h->placed++;
}

/* "Tuesday", alone below "Monday, 3 May 1926" and what was done then: a diary goes on. */
static bool is_next_day(const analysis *x, size_t index) {
    const block *b = &x->blocks.items[index];
    return b->kind == BLOCK_HEADING && opens_with_weekday(x, index) &&
           only_marks(x, x->raws.items[x->first_raw.items[index]].end, b->end);
}

static void count_head(const analysis *x, size_t index, heads *h) {
    const raw_mention *m = entry_date(x, index);
    h->openings += !m && h->openings && opens_with_weekday(x, index);
    h->weekdays += !m && h->alone && is_next_day(x, index);
    if (!m) count_placed(x, index, h);
    if (!m) return;
    bool again = h->before && same_head(h->before, m->expr);
    h->again += again && x->blocks.items[index].kind == BLOCK_LIST_ITEM;
    if (again) return;
    bool alone = stands_alone(x, index);
    h->alone += alone && !is_year(m->expr);
    h->years += alone && is_year(m->expr);
    h->openings += !alone;
    h->listed += !alone && x->blocks.items[index].kind == BLOCK_LIST_ITEM;
    h->told += !alone && is_told(&x->blocks.items[index]);
    h->back |= h->before && goes_back(h->before, m->expr);
    h->before = m->expr;
}

static heads count_heads(const analysis *x) {
    heads h = {0};
    for (size_t i = 0; i < x->blocks.count; i++) {
        await_block(x->text, &x->blocks, i + PASS_AHEAD);
        h.prose += x->blocks.items[i].kind == BLOCK_PARAGRAPH;
        h.items += x->blocks.items[i].kind == BLOCK_LIST_ITEM;
        count_head(x, i, &h);
    }
    return h;
}

/* Do days open so many paragraphs that they are entries?  One may have several, where the days follow each other. */
static bool are_entries(const heads *h) {
    enum { FEWEST = 3, PARAGRAPHS = 6 /* of an entry */ };
    if (!h->prose && h->listed && h->listed + h->again > 1 && h->listed + h->again == h->items)
        return true;                                                /* "- 3 May 1926 - Rain" and no other item */
    if (h->openings == h->prose) return h->openings > 1 || h->told; /* one heading is that of a letter */
    return h->openings >= FEWEST && (2 * h->openings >= h->prose || (!h->back && PARAGRAPHS * h->openings >= h->prose));
}

/* Days from one to the other of the same year, roughly. */
static int32_t days_behind(const expr *from, const expr *e) {
    enum { MONTH = 31 };
    return (e->month - from->month) * MONTH + e->day - from->day;
}

/* "30 June 1969" above a chronology that goes from "5 May" to "14 June": nothing is told of that day itself, and the
 * first that is opened is no day soon behind it.  It says when all was written.  SIZE_MAX: no such day. */
static size_t dates_entries(const analysis *x) {
    enum { SOON = 31 };
    size_t above = SIZE_MAX;
    for (size_t i = 0; i < x->blocks.count; i++) {
        const raw_mention *m = entry_date(x, i);
        bool whole = m && m->expr->kind == EXPR_POINT && m->expr->month != UNSET && m->expr->day != UNSET;
        if (whole && above == SIZE_MAX && stands_alone(x, i) && m->expr->year != UNSET) {
            above = i;
        } else if (is_told(&x->blocks.items[i])) {
            if (!whole || above == SIZE_MAX || m->expr->year != UNSET) return SIZE_MAX;
            int32_t behind = days_behind(entry_date(x, above)->expr, m->expr);
            return behind < 0 || behind > SOON ? above : SIZE_MAX;
        }
    }
    return SIZE_MAX;
}

/* "Orrin, 4 March. We landed": a journey goes on from place to place and from day to day. */
static bool is_journey(const heads *h) {
    enum { PLACED = 2, YEARLESS = 3 };
    return h->placed >= (h->placed_year ? PLACED : YEARLESS) && !h->placed_back;
}

/* "MARCH.", above the days of that month: it tells of nothing by itself. */
static bool names_month(const analysis *x, size_t index) {
    const block *b = &x->blocks.items[index];
    size_t raw = x->first_raw.items[index];
    if (b->kind != BLOCK_HEADING || raw + 1 != x->first_raw.items[index + 1]) return false;
    const raw_mention *m = &x->raws.items[raw];
    bool month = m->expr->kind == EXPR_POINT && m->expr->month != UNSET && m->expr->day == UNSET;
    return month && only_marks(x, b->body, m->start) && only_marks(x, m->end, b->end);
}

void mark_entries(analysis *x) {
    enum { HEADINGS = 2, YEARS = 3 };
    const heads h = count_heads(x);
    const size_t above = h.alone == 1 && are_entries(&h) ? dates_entries(x) : SIZE_MAX;
    const bool letter = greeting_block(x) != SIZE_MAX;
    bool open = are_entries(&h), placed = is_journey(&h);
    bool sessions = has_sessions(x), begun = false, sure;
    x->chronicle = h.alone + (letter ? 0 : h.weekdays) >= HEADINGS || h.years >= YEARS || open || sessions || placed;
    x->by_years = x->chronicle && h.alone + h.weekdays < HEADINGS && !open && !sessions && !placed;
    for (size_t i = 0; x->chronicle && i < x->blocks.count; i++) {
        bool session = sessions && day_above(x, i, &sure);
        bool alone = session || stands_alone(x, i) || (begun && is_next_day(x, i));
        bool begins = alone || (open && entry_date(x, i)) || (begun && opens_with_weekday(x, i)) ||
                      (placed && (placed_date(x, i, !begun) || (begun && entry_date(x, i))));
        if (!begins && names_month(x, i)) x->blocks.items[i].kind = BLOCK_ENTRY;
        if (i == above || (!begins && (begun || !titles_year(x, i)))) continue;
        begun |= begins;
        x->blocks.items[i].entry = true;
        if (alone) x->blocks.items[i].kind = BLOCK_ENTRY;
    }
}
