/* opening_date.c: the place and day that open a text, or the items of a page of news. */
#include "dateline.h"

#include "caption.h"
#include "text.h"

/* Behind "(NorthPress) -": where the words of the text begin. */
static size_t behind_dash(annals_text text, size_t at, size_t end) {
    enum { REACH = 60 };
    if (end > at + REACH) end = at + REACH;
    for (size_t i = at, next; i < end; i = next) {
        uint32_t c = text_decode(text, i, &next);
        if (!is_dash(c) || (i && is_letter((unsigned char)text.data[i - 1]))) continue;
        while (next < end && (text.data[next] == ' ' || text.data[next] == '-')) next++;
        return next;
    }
    return text.data[at] == '.' ? at + 1 : at;
}

size_t behind_dateline(const analysis *x, size_t raw) {
    return behind_dash(x->text, x->raws.items[raw].end, x->blocks.items[block_of_raw(x, raw)].end);
}

/* "LONDON, Monday --", "LONDON Monday (Reuter)", but not "Deadline Friday.": a comma parts the place from the day, or a
 * dash or bracket that from the text. */
static bool parts_place(const analysis *x, const block *b, const raw_mention *m) {
    size_t at = m->start, next;
    while (at > b->body && x->text.data[at - 1] == ' ') at--;
    if (at > b->body && !is_word_byte(x->text.data[at - 1])) return true;
    annals_text rest = text_trim(text_slice(x->text, m->end, b->end));
    uint32_t sign = rest.length ? text_decode(rest, 0, &next) : 0;
    return sign == '(' || sign == ']' || is_dash(sign);
}

/* "Oct 26 (NorthPress) -": the day alone opens the text, and behind it stand who sent it and a dash. */
static bool opens_with_agency(const analysis *x, const block *b, const raw_mention *m) {
    enum { LONGEST = 40 /* bytes */ };
    annals_text rest = text_trim(text_slice(x->text, m->end, b->end));
    if (m->start != b->body || rest.length < 3 || rest.data[0] != '(' || !is_upper((unsigned char)rest.data[1]))
        return false;
    size_t next, end = text_find(rest, ")", 0);
    if (end > LONGEST) return false;
    annals_text text = text_trim(text_slice(rest, end + 1, rest.length));
    return text.length && is_dash(text_decode(text, 0, &next));
}

/* Does a paragraph open with place and day, though the year is not said: "PARIS, April 3 --", "LONDON, Monday --"? */
static bool opens_with_dateline(const analysis *x, size_t index) {
    const block *b = &x->blocks.items[index];
    size_t raw = x->first_raw.items[index];
    if (b->kind != BLOCK_PARAGRAPH || b->entry || raw == x->first_raw.items[index + 1]) return false;
    const expr *e = x->raws.items[raw].expr;
    bool weekday = e->kind == EXPR_POINT && e->weekday != UNSET && e->day == UNSET && !e->direction &&
                   e->hour == UNSET && !e->part;
    if (opens_with_agency(x, b, &x->raws.items[raw])) return day_of_year(e);
    if (!opens_text(x, b, &x->raws.items[raw])) return false;
    return day_of_year(e) || (weekday && parts_place(x, b, &x->raws.items[raw]));
}

/* The place of an item stands in capitals, and behind the day a dash, or a full stop and a sentence. */
static bool opens_item(const analysis *x, size_t index) {
    annals_text text = text_slice(x->text, x->blocks.items[index].body, x->blocks.items[index].end);
    size_t start, end, next, raw = x->first_raw.items[index];
    if (!opens_with_dateline(x, index) || !text_word(text, 0, &start, &end) || has_lower(text_slice(text, start, end)))
        return false;
    for (size_t at = behind_dateline(x, raw); at > x->raws.items[raw].end; at--)
        if (is_dash(text_decode(x->text, at - 1, &next)) || (unsigned char)x->text.data[at - 1] >= 0x80) return true;
    annals_text rest = text_slice(x->text, x->raws.items[raw].end, x->blocks.items[index].end);
    return text_starts(rest, ". ") && text_begins_upper(text_slice(rest, 2, rest.length));
}

/* "From our correspondent, San Bruno, May 17": place and day stand in a line of their own above the first paragraph. */
static bool is_dateline_above(const analysis *x, size_t index) {
    const block *b = &x->blocks.items[index];
    size_t raw = x->first_raw.items[index], start, end, last = b->body;
    if (b->kind != BLOCK_HEADING || raw + 1 != x->first_raw.items[index + 1] || raw == x->date_raw) return false;
    const raw_mention *m = &x->raws.items[raw];
    if (!day_of_year(m->expr) || m->expr->year != UNSET || m->end + 1 < b->end || m->start < b->body + 2 ||
        x->text.data[m->start - 2] != ',')
        return false;
    for (size_t at = last; text_word(x->text, at, &start, &end) && start < m->start; at = end) last = start;
    return text_begins_upper(text_slice(x->text, last, m->start));
}

void find_opening(analysis *x, bool dated, size_t own) {
    size_t i = x->head, items = 0;
    while (i < x->blocks.count && x->blocks.items[i].kind != BLOCK_PARAGRAPH) i++;
    if (i < x->blocks.count && opens_with_dateline(x, i)) x->opening_raw = x->first_raw.items[i];
    else if (i > x->head && is_dateline_above(x, i - 1)) x->opening_raw = x->first_raw.items[i - 1];
    for (size_t first = i; i < x->blocks.count; i++) {
        block *b = &x->blocks.items[i];
        const block *twin = b->twin > first ? &x->blocks.items[b->twin - 1] : NULL;
        b->dateline = twin && twin->entry == b->entry ? twin->dateline : opens_item(x, i);
        items += b->dateline;
    }
    x->items = items > 1;
    find_sequels(x, own);
    x->reports = x->items || (dated && find_reports(x, own));
}
