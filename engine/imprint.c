/* imprint.c: when a document was written by what stands around its text: the print, its file's name, the properties of
 * its file. */
#include "dateline.h"

#include "civil.h"
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
