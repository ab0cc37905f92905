/* joint.c: dates of one sentence that tell one time together: "On 5 May, at noon", "at 2 a.m. ... until 7 a.m.". */
#include "joint.h"

#include "expr.h"
#include "language.h"
#include "text.h"

/* Between two dates stands nothing but commas and words such as "on": they say the same, or one after the other. */
static bool side_by_side(const analysis *x, size_t raw) {
    size_t s, e, at = x->raws.items[raw].end, until = x->raws.items[raw + 1].start;
    if (x->raws.items[raw].range == ANNALS_RANGE_BEGIN) return true;
    if (x->sentence_of.items[raw] != x->sentence_of.items[raw + 1] || until - at > 24) return false;
    bool comma = false, joins = false, leads = false; /* ", and on 10 May": another clause */
    for (size_t i = at; i < until; i++) {
        if (byte_in(x->text.data[i], ".;:()")) return false;
        comma |= x->text.data[i] == ',';
    }
    for (; text_word(x->text, at, &s, &e) && s < until; at = e) {
        annals_text word = text_slice(x->text, s, e);
        if (!has_role(x->grammar, word, ROLE_SAME_TIME)) return false;
        joins |= text_same_word(word, "and");
        leads |= joins && in_context(x->grammar, word, CONTEXT_WEAK | CONTEXT_SURE);
    }
    return !(comma && leads);
}

/* What comes again says more than the time of the event does: a headline keeps it. */
passage widest(const analysis *x, size_t raw, passage p) {
    size_t first = raw, last = raw;
    while (first && raw - first < 4 && side_by_side(x, first - 1) && x->raws.items[first - 1].expr->kind != EXPR_SET)
        first--;
    while (last + 1 < x->raws.count && last - raw < 4 && side_by_side(x, last)) last++;
    if (x->raws.items[first].start >= p.start) p.from = x->raws.items[first].start;
    if (x->raws.items[last].end <= p.end) p.to = x->raws.items[last].end;
    return p;
}

/* Same times, to the bound. */
static bool same_bounds(const annals_when *a, const annals_when *b) {
    const annals_bound x[] = {a->begin.earliest, a->begin.latest, a->end.earliest, a->end.latest};
    const annals_bound y[] = {b->begin.earliest, b->begin.latest, b->end.earliest, b->end.latest};
    for (size_t i = 0; i < 4; i++)
        if (x[i].state != y[i].state || annals_bound_compare(x[i], y[i])) return false;
    return annals_bound_known(x[0]) || annals_bound_known(x[3]);
}

/* A night is of the day that it begins on. */
static bool is_night_of(const annals_when *in, const annals_when *out) {
    return in->day_part == ANNALS_NIGHT && out->granularity == ANNALS_DAY && !out->day_part &&
           in->begin.earliest.day == out->begin.earliest.day && in->begin.earliest.day == out->end.latest.day;
}

/* "On November 15th, towards 4 a.m.": one lies within the other. */
static bool lies_within(const annals_when *in, const annals_when *out) {
    bool known = annals_bound_known(in->begin.earliest) && annals_bound_known(in->end.latest) &&
                 annals_bound_known(out->begin.earliest) && annals_bound_known(out->end.latest);
    if (known && out->granularity >= ANNALS_PART_OF_DAY && in->granularity >= ANNALS_PART_OF_DAY)
        return annals_bound_compare(in->begin.earliest, out->begin.earliest) >= 0 &&
               annals_bound_compare(in->end.latest, out->end.latest) <= 0;
    return known && in->begin.earliest.day >= out->begin.earliest.day && in->end.latest.day <= out->end.latest.day &&
           in->granularity >= out->granularity;
}

/* The finer of two times, one of which lies within the other. */
static joint finer(const annals_when *event, const annals_when *when) {
    if (lies_within(when, event)) return JOINT_SECOND;
    return lies_within(event, when) ? JOINT_FIRST : JOINT_NONE;
}

/* "a week later, on 25 September": the second says what the first counts to. */
static bool says_again(const analysis *x, size_t other, size_t raw) {
    const raw_mention *a = &x->raws.items[other], *b = &x->raws.items[raw];
    bool comma = text_find_any(x->text, a->end, b->start, ",") < b->start;
    return comma && a->expr->base != BASE_NONE && b->expr->base == BASE_NONE && b->expr->kind == EXPR_POINT;
}

/* "on 12 May 1926 — nine days later.", "on 3 May, a week later, they": the second says how long it was since what was
 * told before, and no other day; but not "on 3 May, a week later he". */
static bool counts_to(const analysis *x, size_t other, size_t raw) {
    const raw_mention *a = &x->raws.items[other], *b = &x->raws.items[raw];
    if (raw != other + 1 || b->expr->base != BASE_SAID || b->expr->count <= 0 || a->expr->day == UNSET) return false;
    for (size_t at = a->end, next; at < b->start; at = next) {
        uint32_t c = text_decode(x->text, at, &next);
        if (c != ' ' && c != ',' && c != '(' && !is_dash(c)) return false;
    }
    return b->end >= x->text.length || byte_in(x->text.data[b->end], ".,)\n");
}

/* "... until 7 a.m.", behind the beginning that the event has. */
static joint goes_on_until(const annals_when *event, const annals_when *when) {
    annals_bound first = event->begin.earliest, last = event->end.latest, end = when->end.latest;
    if (!annals_bound_known(first) || !annals_bound_known(last) || !annals_bound_known(end)) return JOINT_NONE;
    if (annals_bound_compare(last, end) > 0) return JOINT_NONE;
    if (when->begin.earliest.state == ANNALS_BOUND_OPEN) return JOINT_RANGE;
    bool same_start = annals_bound_known(when->begin.earliest) && !annals_bound_compare(first, when->begin.earliest);
    return same_start && annals_bound_compare(last, end) < 0 && when->granularity >= event->granularity ? JOINT_RANGE
                                                                                                        : JOINT_NONE;
}

bool says_until(const analysis *x, size_t raw) {
    size_t start = x->raws.items[raw].start;
    annals_text before = preceding_word(x->text, x->sentences.items[x->sentence_of.items[raw]].start, start);
    annals_text first = following_word(x->text, start, x->raws.items[raw].end);
    return in_context(x->grammar, before, CONTEXT_UP_TO) || in_context(x->grammar, first, CONTEXT_UP_TO);
}

/* "Before dawn" has no beginning of its own, but ends within the day. */
static bool ends_within(const annals_when *open, const annals_when *day) {
    annals_bound first = open->begin.earliest, last = open->end.latest, known = annals_bound_known(last) ? last : first;
    if (annals_bound_known(first) == annals_bound_known(last)) return false;
    bool placed = annals_bound_known(day->begin.earliest) && annals_bound_known(day->end.latest);
    return placed && known.day >= day->begin.earliest.day && known.day <= day->end.latest.day;
}

/* Between the two stands "or", and at most what leads to the second: "on 3 May or on 4 May", "1759, or in 1760". */
static bool joined_by_or(const analysis *x, size_t other, size_t raw) {
    enum { REACH = 12 /* bytes */ };
    size_t at = x->raws.items[other].end, until = x->raws.items[raw].start, start, end;
    annals_text between = text_slice(x->text, at, until);
    bool plain =
        at < until && until - at <= REACH && text_find_any(between, 0, between.length, ".;:()") == between.length;
    annals_text or = annals_said(x->grammar->language, "or", 0);
    return plain && text_word(between, 0, &start, &end) && end - start ==
           or.length && text_same_letters(text_slice(between, start, end), or, or.length);
}

/* No interval, and few alternatives. */
static bool is_one_date(annals_text edtf) {
    enum { LONGEST = 80 };
    return edtf.length && edtf.length < LONGEST && text_find_any(edtf, 0, edtf.length, "/") == edtf.length;
}

/* Two days, two months, two years, of which it was one. */
static bool alternatives(const annals_when *event, const annals_when *when) {
    bool known = annals_bound_known(event->begin.earliest) && annals_bound_known(event->end.latest) &&
                 annals_bound_known(when->begin.earliest) && annals_bound_known(when->end.latest);
    return known && is_one_date(event->edtf) && is_one_date(when->edtf) && event->granularity == when->granularity &&
           event->granularity <= ANNALS_DAY && annals_bound_compare(event->end.latest, when->begin.earliest) < 0;
}

bool says_either(const analysis *x, size_t raw, const annals_when *first, const annals_when *second) {
    return alternatives(first, second) && joined_by_or(x, raw, raw + 1);
}

static bool is_day_or_more(const annals_when *w) {
    return annals_bound_known(w->begin.earliest) && annals_bound_known(w->end.latest) && w->granularity <= ANNALS_DAY &&
           w->granularity;
}

/* "Every Monday at ten from 1 to 29 October": the clock is that of all these days. */
static joint daily(const annals_when *event, const annals_when *when) {
    if (event->set.length && is_day_or_more(when)) return JOINT_SECOND;
    return when->set.length && is_day_or_more(event) ? JOINT_FIRST : JOINT_NONE;
}

joint joint_of(const analysis *x, clauses *c, size_t other, const annals_when *event, size_t raw,
               const annals_when *when) {
    if (same_bounds(event, when)) return JOINT_FIRST;
    size_t a = x->raws.items[other].start, b = x->raws.items[raw].start;
    bool adjacent = other + 1 == raw, beside = adjacent && side_by_side(x, other);
    joint nested = finer(event, when);
    if (beside && nested != JOINT_NONE) return nested;
    if (adjacent && says_either(x, other, event, when)) return JOINT_EITHER;
    if (beside && says_again(x, other, raw)) return JOINT_SECOND;
    if (counts_to(x, other, raw)) return JOINT_FIRST;
    bool same = same_clause(c, a, b);
    if (adjacent && same && ends_within(when, event)) return JOINT_FIRST;
    bool clock = event->granularity > ANNALS_PART_OF_DAY && when->granularity > ANNALS_PART_OF_DAY;
    bool on = clause_goes_on(c, b) || (clock && clause_joined(c, b)); /* "At two they met and talked until seven" */
    if (adjacent && says_until(x, raw) && (same || on)) {
        joint until = goes_on_until(event, when);
        if (until != JOINT_NONE) return until;
    }
    if (!same) return JOINT_NONE;
    joint of_days = daily(event, when);
    if (of_days != JOINT_NONE) return of_days;
    return nested == JOINT_NONE && is_night_of(when, event) ? JOINT_SECOND : nested;
}

/* "Beset since four this morning", of that day: since then, as far as it is told. */
static joint began_within(const annals_when *event, const annals_when *when) {
    annals_bound first = event->begin.earliest, last = event->end.latest, begin = when->begin.earliest;
    bool known = annals_bound_known(first) && annals_bound_known(last) && annals_bound_known(begin);
    bool open = when->end.latest.state == ANNALS_BOUND_OPEN;
    return known && open && begin.day == first.day && begin.day == last.day ? JOINT_RANGE : JOINT_NONE;
}

/* "27 February.  The bishop died last night": the day of the entry is that of writing. */
static bool was_before(const raw_mention *m, const annals_when *event, const annals_when *when) {
    annals_bound first = event->begin.earliest, last = when->end.latest;
    bool known = annals_bound_known(first) && annals_bound_known(last);
    return m->expr->base == BASE_NOW && known && when->begin.earliest.day < first.day && last.day <= first.day;
}

/* Where an entry tells what its date has: in the sentence behind that, or behind a colon or a dash in this one. */
static size_t entry_begins(const analysis *x, size_t date, size_t raw) {
    enum { MARK = 4 /* bytes */ };
    size_t of_date = x->sentence_of.items[date], here = x->sentence_of.items[raw], next;
    if (of_date + 1 == here) return x->sentences.items[here].start;
    size_t at = x->raws.items[date].end, until = x->sentences.items[here].end;
    if (of_date != here || x->raws.items[date].start > x->sentences.items[here].start + MARK) return SIZE_MAX;
    while (at < until && is_space_byte(x->text.data[at])) at++;
    if (at >= until) return SIZE_MAX;
    uint32_t mark = text_decode(x->text, at, &next);
    if (mark != ':' && !is_dash(mark)) return SIZE_MAX;
    while (next < until && is_space_byte(x->text.data[next])) next++;
    return next;
}

joint joint_of_entry(const analysis *x, clauses *c, size_t other, const annals_when *event, size_t raw,
                     const annals_when *when) {
    size_t begins = other + 1 == raw ? entry_begins(x, other, raw) : SIZE_MAX;
    if (begins == SIZE_MAX || !same_clause(c, begins, x->raws.items[raw].start)) return JOINT_NONE;
    joint told = finer(event, when);
    if (told == JOINT_NONE && says_until(x, raw)) told = goes_on_until(event, when);
    if (told == JOINT_NONE) told = began_within(event, when);
    if (told == JOINT_NONE && is_night_of(when, event)) return JOINT_SECOND;
    if (told == JOINT_NONE && was_before(&x->raws.items[raw], event, when)) return JOINT_SECOND;
    return told == JOINT_NONE && ends_within(when, event) ? JOINT_FIRST : told;
}

/* Words that tell something, of those that `other` has not or, without one, of all. */
static size_t count_words(const grammar *g, annals_text label, const annals_text *other) {
    size_t count = 0, start, end, s, e;
    for (size_t at = 0; text_word(label, at, &start, &end); at = end) {
        annals_text word = text_slice(label, start, end);
        if (is_digit((unsigned char)*word.data) || in_context(g, word, CONTEXT_SMALL | CONTEXT_CALENDAR_WORD)) continue;
        bool had = false;
        for (size_t from = 0; other && !had && text_word(*other, from, &s, &e); from = e)
            had = e - s == word.length && text_same_letters(text_slice(*other, s, e), word, word.length);
        count += !had;
    }
    return count;
}

/* "They have not forgotten 1931, when the mills stood for most of the winter of 1931-1932" */
static bool begins_in(const annals_when *finer, const annals_when *coarse) {
    annals_bound begin = finer->begin.earliest, first = coarse->begin.earliest, last = coarse->end.latest;
    bool known = annals_bound_known(begin) && annals_bound_known(first) && annals_bound_known(last);
    bool year = coarse->granularity <= ANNALS_YEAR && finer->granularity > coarse->granularity;
    return known && year && begin.day >= first.day && begin.day <= last.day;
}

bool times_nest(const annals_when *a, const annals_when *b) {
    return finer(a, b) != JOINT_NONE || begins_in(a, b) || begins_in(b, a);
}

joint joint_of_tellings(const grammar *g, const annals_event *event, const annals_event *other,
                        const annals_when *when) {
    enum { FEWEST = 3 };
    if (count_words(g, event->label, NULL) < FEWEST || count_words(g, other->label, NULL) < FEWEST) return JOINT_NONE;
    if (count_words(g, event->label, &other->label) && count_words(g, other->label, &event->label)) return JOINT_NONE;
    joint nested = finer(event->when, when);
    if (nested != JOINT_NONE) return nested;
    if (ends_within(when, event->when)) return JOINT_FIRST;
    return ends_within(event->when, when) || begins_in(when, event->when) ? JOINT_SECOND : JOINT_NONE;
}
