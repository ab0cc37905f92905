/* imprint.c: when a document was written by what stands around its text: the print, its file's name, the properties of
 * its file. */
#include "dateline.h"

#include "civil.h"
#include "language.h"
#include "stages.h"
#include "text.h"
#include "when.h"

#include <string.h>

annals_text imprint_of(const analysis *x) {
    static const char *const signs[] = {"©", "(c) ", "copyright "};
    enum { LAST = 3, DIGITS = 4, LONGEST = 200 };
    for (size_t i = x->blocks.count; i-- > 0 && i + LAST >= x->blocks.count;) {
        annals_text line = text_slice(x->text, x->blocks.items[i].start, x->blocks.items[i].end);
        for (size_t k = 0; line.length < LONGEST && k < sizeof signs / sizeof *signs; k++)
            if (text_starts(line, signs[k])) return line;
    }
    return (annals_text){0};
}

/* A year, and not from one to another. */
static bool year_of_imprint(annals_text line, annals_text *year) {
    enum { DIGITS = 4 };
    size_t at = text_find_digit(line), end = at, next;
    while (end < line.length && is_digit((unsigned char)line.data[end])) end++;
    *year = text_slice(line, at, end);
    return end - at == DIGITS && !(end < line.length && is_dash(text_decode(line, end, &next)));
}

/* What is said nowhere else. */
annals_status find_imprint_date(annals_chronology *c, const analysis *x, annals_document *d, annals_error *error) {
    annals_text year;
    if (!year_of_imprint(imprint_of(x), &year)) return ANNALS_OK;
    annals_status status = annals_read_when(c, year, &d->when, error);
    d->basis = ANNALS_BASIS_STATED;
    d->basis_from = arena_printf(&c->arena, "its imprint, \"%.*s\"", (int)year.length, year.data);
    return status == ANNALS_OK && !d->basis_from.data ? no_memory(error) : status;
}

/* The mention that a line of a letter's head ends with, where that is the only one, of a month and its year. */
static const raw_mention *month_of_line(const analysis *x, size_t index) {
    enum { LONGEST = 80 /* bytes */ };
    const block *b = &x->blocks.items[index];
    size_t first = x->first_raw.items[index];
    if (x->first_raw.items[index + 1] != first + 1 || b->end - b->start > LONGEST) return NULL;
    const raw_mention *m = &x->raws.items[first];
    bool month = month_or_year(m->expr) && m->expr->month != UNSET;
    return month && m->end + 2 >= b->end ? m : NULL;
}

/* "Horle, October 1962" above "Dear Ada,": a letter that is dated to its month. */
annals_status find_month_of_letter(annals_chronology *c, analysis *x, annals_document *d, annals_error *error) {
    size_t greeting = greeting_block(x);
    for (size_t i = x->head; greeting != SIZE_MAX && i < greeting; i++) {
        const raw_mention *m = month_of_line(x, i);
        annals_timex timex;
        if (!m) continue;
        if (!when_point(&c->arena, m->expr, &d->when, &timex)) return no_memory(error);
        d->basis = ANNALS_BASIS_STATED;
        d->basis_from =
            arena_printf(&c->arena, "its dateline, \"%.*s\"", (int)(m->end - m->start), x->text.data + m->start);
        x->blocks.items[i].kind = BLOCK_DATELINE;
        return d->basis_from.data ? ANNALS_OK : no_memory(error);
    }
    return ANNALS_OK;
}

/* ---------------------------------------------------------------- the year of a story's head */

/* "Mossgate, ", "by G. Hask, ", "Queen Amalie: a Life, ", "told to his granddaughter in ": may the year of the work
 * stand behind it? */
static bool leads_to_year(const analysis *x, annals_text line) {
    enum { SMALL = 3 /* bytes */, MOST = 10 /* words */ };
    size_t start, end, words = 0;
    bool names = true, made = false;
    annals_text last = {0};
    for (size_t at = 0; text_word(line, at, &start, &end); at = end, words++) {
        last = text_slice(line, start, end);
        made |= in_context(x->grammar, last, CONTEXT_AUTHOR | CONTEXT_REPORT);
        names &= text_begins_upper(last) || last.length <= SMALL;
    }
    if (!words || words > MOST) return false;
    if (text_ends(line, ",")) return names || made;
    return made && in_context(x->grammar, last, CONTEXT_WEAK | CONTEXT_SURE);
}

/* Is a year later than all others that the text names, and are there such?  Else it may be that of what is told. */
static bool is_latest(const analysis *x, size_t raw, int32_t year) {
    size_t named = 0;
    for (size_t i = 0; i < x->raws.count; i++) {
        const expr *e = x->raws.items[i].expr;
        if (i == raw || e->kind != EXPR_POINT || e->year == UNSET) continue;
        if (e->year >= year && !e->short_year) return false;
        named++;
    }
    return named > 0;
}

/* The mention of a year, or of a month and year, that a line of the head ends with; SIZE_MAX: there is none. */
static size_t year_of_head(const analysis *x) {
    enum { HEAD = 6 /* blocks */, LONGEST = 100 /* bytes */ };
    for (size_t i = x->head; i < x->blocks.count && i < x->head + HEAD; i++) {
        const block *b = &x->blocks.items[i];
        size_t raw = x->first_raw.items[i];
        if (b->end - b->start > LONGEST || b->entry) return SIZE_MAX;
        if (raw + 1 != x->first_raw.items[i + 1]) continue;
        const raw_mention *m = &x->raws.items[raw];
        if (!month_or_year(m->expr) || m->end + 2 < b->end || m->range != ANNALS_RANGE_NONE) continue;
        if (leads_to_year(x, text_trim(text_slice(x->text, b->body, m->start))) && is_latest(x, raw, m->expr->year))
            return raw;
    }
    return SIZE_MAX;
}

/* "Page last updated 3 May 2019", below the text. */
static size_t revision_below(const analysis *x) {
    enum { FOOT = 3 /* blocks */, LONGEST = 160 /* bytes */ };
    for (size_t i = x->blocks.count; i-- > x->head && i + FOOT >= x->blocks.count;) {
        if (x->blocks.items[i].end - x->blocks.items[i].start > LONGEST) continue;
        for (size_t raw = x->first_raw.items[i]; raw < x->first_raw.items[i + 1]; raw++) {
            const raw_mention *m = &x->raws.items[raw];
            if (day_of_year(m->expr) && m->expr->year != UNSET && is_revision(x, m)) return raw;
        }
    }
    return SIZE_MAX;
}

annals_status find_date_of_story(annals_chronology *c, analysis *x, annals_error *error) {
    annals_document *d = &c->documents.items[x->document];
    annals_timex timex;
    if (d->basis != ANNALS_BASIS_UNKNOWN || d->mode != ANNALS_MODE_NARRATIVE) return ANNALS_OK;
    size_t head = year_of_head(x), raw = head != SIZE_MAX ? head : revision_below(x);
    if (raw == SIZE_MAX) return ANNALS_OK;
    const raw_mention *m = &x->raws.items[raw];
    x->date_raw = raw;
    d->basis = ANNALS_BASIS_STATED;
    d->basis_from = arena_printf(&c->arena, "its %s, \"%.*s\"", head != SIZE_MAX ? "heading" : "signature",
                                 (int)(m->end - m->start), x->text.data + m->start);
    bool ok = when_point(&c->arena, m->expr, &d->when, &timex) && d->basis_from.data;
    return ok ? ANNALS_OK : no_memory(error);
}

/* ---------------------------------------------------------------- what stands outside the text */

/* "1958-03-03 letter.txt", "letter_19580303.txt": the day in a file's name; absent if none. */
static annals_text day_of_name(annals_text source) {
    enum { SHORT = 8 /* digits */, LONG = 10 };
    size_t at = source.length;
    while (at && !byte_in(source.data[at - 1], "/\\")) at--;
    for (size_t digits = 0, start = at; at <= source.length; at++) {
        bool digit = at < source.length && is_digit((unsigned char)source.data[at]);
        bool joint = at < source.length && byte_in(source.data[at], "-_.") && (at - start == 4 || at - start == 7);
        if (digit || (joint && digits)) {
            digits += digit;
            if (digits == 1 && digit) start = at;
            if (at - start + 1 == LONG && digits == SHORT) return text_slice(source, start, at + 1);
            continue;
        }
        if (digits == SHORT && at - start == SHORT) return text_slice(source, start, at);
        digits = 0;
    }
    return (annals_text){0};
}

/* The last resort: who named the file may have meant the day of the document. */
annals_status find_name_date(annals_chronology *c, annals_document *d, annals_error *error) {
    annals_text name = day_of_name(d->source);
    size_t gap = name.length > 8;
    annals_when when;
    if (!name.length) return ANNALS_OK;
    annals_text iso =
        arena_printf(&c->arena, "%.4s-%.2s-%.2s", name.data, name.data + 4 + gap, name.data + 6 + 2 * gap);
    if (!iso.data) return no_memory(error);
    annals_status status = annals_read_when(c, iso, &when, NULL);
    if (status != ANNALS_OK) return status == ANNALS_MEMORY ? no_memory(error) : ANNALS_OK;
    d->when = when;
    d->basis = ANNALS_BASIS_INFERRED;
    d->basis_from = arena_printf(&c->arena, "the name of its file, \"%.*s\"", (int)name.length, name.data);
    return d->basis_from.data ? ANNALS_OK : no_memory(error);
}

/* Does it name a year, though it be another one? */
static bool names_year(const expr *e, int64_t year, bool *this_one) {
    if (e->kind == EXPR_RANGE) {
        bool from = e->from && names_year(e->from, year, this_one), to = e->to && names_year(e->to, year, this_one);
        return from || to;
    }
    if (point_said(e) && e->year == year && !e->base) *this_one = true;
    return (e->kind == EXPR_POINT && e->year != UNSET) || e->kind == EXPR_PERIOD || e->kind == EXPR_STATED;
}

/* A file that was made long after what it tells may be a copy of an old paper. */
static bool speaks_of(const analysis *x, const annals_when *when) {
    int64_t year;
    int month, day;
    bool named = false, this_one = false;
    annals_civil_of_day(when->begin.earliest.day, &year, &month, &day);
    for (size_t i = 0; i < x->raws.count; i++) named |= names_year(x->raws.items[i].expr, year, &this_one);
    return this_one || !named;
}

/* What the properties of its file say, where nobody else says anything. */
annals_status take_hint(annals_chronology *c, const analysis *x, annals_document *d, annals_error *error) {
    char day[64];
    if (!annals_bound_known(x->hint->when.begin.earliest) || !speaks_of(x, &x->hint->when)) return ANNALS_OK;
    annals_status status = chronology_own_when(c, &x->hint->when, &d->when, error);
    if (status != ANNALS_OK) return status;
    d->basis = ANNALS_BASIS_INFERRED;
    d->basis_from = arena_text(&c->arena, x->hint->basis_from);
    annals_when_phrase(&d->when, day, sizeof day);
    status = chronology_notice(
        c, d->source, 0, 0, "nothing in it says when it was written: %s is taken, %.*s; give --date DAY if it is older",
        day, (int)d->basis_from.length, d->basis_from.data ? d->basis_from.data : "");
    return status == ANNALS_OK && d->basis_from.data ? ANNALS_OK : no_memory(error);
}
