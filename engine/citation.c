/* citation.c: dates of literature, archives and editors, which are no part of what happened. */
#include "events.h"
#include "language.h"
#include "text.h"

#include <string.h>

bool passage_has(const passage *p, role_set role) {
    size_t s, e;
    for (size_t at = p->start; text_word(p->text, at, &s, &e) && e <= p->end; at = e)
        if (has_role(p->grammar, text_slice(p->text, s, e), role)) return true;
    return false;
}

/* ", 33-40" or ", p. 88": the pages of what was named before. */
static bool cites_page(const passage *p, size_t at) {
    size_t s, e;
    if (at >= p->end || p->text.data[at] != ',' || !text_word(p->text, at, &s, &e) || e > p->end) return false;
    if (is_digit((unsigned char)p->text.data[s])) return true;
    bool page = in_context(p->grammar, text_slice(p->text, s, e), CONTEXT_PAGE);
    return page && text_word(p->text, e, &s, &e) && e <= p->end && is_digit((unsigned char)p->text.data[s]);
}

/* What may stand right behind such a word: a mark, the date or one word before it, or "by" and the like. */
static bool goes_with_note(const passage *p, size_t at) {
    size_t s, e;
    if (at >= p->from || byte_in(p->text.data[at], ":.,;")) return true;
    if (!text_word(p->text, at, &s, &e) || e + 1 >= p->from) return true;
    return in_context(p->grammar, text_slice(p->text, s, e), CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_AUTHOR);
}

/* "Updated on", "Donated by" */
static bool is_note(const passage *p, size_t start, size_t end) {
    size_t s, e;
    context_set contexts = contexts_of(p->grammar, text_slice(p->text, start, end));
    if (contexts & CONTEXT_NOTE) return goes_with_note(p, end);
    return contexts & CONTEXT_PROVENANCE && text_word(p->text, end, &s, &e) &&
           in_context(p->grammar, text_slice(p->text, s, e), CONTEXT_AUTHOR);
}

/* "Last updated 5 May 2019", "Translated by A. Weller, 1981", but not "Released on 5 May, he went home": the sentence
 * has no other verb. */
static bool note_on_text(const passage *p, size_t from) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_VERB;
    size_t s, e, end = text_find_any(p->text, p->to, p->end, ";)");
    bool noted = false;
    for (size_t at = from; text_word(p->text, at, &s, &e) && e <= end; at = e) {
        context_set contexts = s < p->from || e > p->to ? contexts_of(p->grammar, text_slice(p->text, s, e)) : 0;
        if (!noted && s >= p->from) return false;
        if ((noted && contexts & CONTEXT_NOTE) || is_note(p, s, e)) noted = true;
        else if (noted ? contexts & verbs : !(contexts & CONTEXT_NOTED)) return false;
    }
    return noted;
}

/* Has text[from, to) a word of those contexts beside the date? */
static bool has_word(const passage *p, size_t from, size_t to, context_set wanted) {
    size_t s, e;
    for (size_t at = from; text_word(p->text, at, &s, &e) && e <= to; at = e)
        if ((s < p->from || e > p->to) && in_context(p->grammar, text_slice(p->text, s, e), wanted)) return true;
    return false;
}

/* Has text[from, to) a verb of its own, among those, besides the ones of notes and literature? */
static bool tells_with(const passage *p, size_t from, size_t to, context_set verbs, context_set of_notes) {
    size_t s, e;
    for (size_t at = from; text_word(p->text, at, &s, &e) && e <= to; at = e) {
        annals_text word = text_slice(p->text, s, e);
        context_set contexts = s < p->from || e > p->to ? contexts_of(p->grammar, word) : 0;
        if (contexts & verbs && !text_begins_upper(word) && !(contexts & of_notes)) return true; /* "May", "United" */
    }
    return false;
}

static bool tells(const passage *p, size_t from, size_t to) {
    return tells_with(p, from, to, CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_VERB | CONTEXT_REPORT,
                      CONTEXT_NOTE | CONTEXT_NOTED | CONTEXT_PUBLISHED);
}

/* The brackets around the date: what is in them; false where it stands in none. */
static bool find_brackets(const passage *p, size_t *open, size_t *close) {
    *open = p->from;
    *close = text_find_any(p->text, p->to, p->end, "()[]");
    if (*close == p->end || !byte_in(p->text.data[*close], ")]")) return false;
    while (*open > p->start && !byte_in(p->text.data[*open - 1], "()[]")) --*open;
    return *open > p->start && byte_in(p->text.data[*open - 1], "([");
}

bool in_bare_brackets(const passage *p) {
    size_t open, close;
    return find_brackets(p, &open, &close) && !tells(p, open, close);
}

static bool names_source(const passage *p, size_t from, size_t to) {
    const context_set sources = CONTEXT_CITES | CONTEXT_NOTE | CONTEXT_PUBLISHED | CONTEXT_PAPER | CONTEXT_WORK |
                                CONTEXT_SOURCE | CONTEXT_ARCHIVE;
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_VERB;
    return has_word(p, from, to, sources) &&
           !tells_with(p, from, to, verbs, CONTEXT_NOTE | CONTEXT_PUBLISHED | CONTEXT_DATED | CONTEXT_RECEIPT);
}

bool in_source(const passage *p) {
    size_t open, close;
    return find_brackets(p, &open, &close) && names_source(p, open, close);
}

bool tells_nothing(const passage *p) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_VERB;
    return !tells_with(p, p->start, p->end, verbs, CONTEXT_NOTE | CONTEXT_PUBLISHED | CONTEXT_DATED | CONTEXT_RECEIPT);
}

bool is_source(const passage *p) {
    return names_source(p, p->start, p->end);
}

static size_t skip_digits(annals_text text, size_t at) {
    while (at < text.length && is_digit((unsigned char)text.data[at])) at++;
    return at;
}

/* "FO 371/1044", "HC 3/17": capitals and two numbers, which are no fraction, as in "wind SW 3/4 W". */
static bool is_shelf_mark(annals_text text, annals_text word) {
    enum { MOST_CAPITALS = 4 };
    size_t start = offset_of(text, word) + word.length, slash, end;
    if (word.length < 2 || word.length > MOST_CAPITALS || start + 1 >= text.length || text.data[start] != ' ')
        return false;
    for (size_t i = 0; i < word.length; i++)
        if (!is_upper((unsigned char)word.data[i])) return false;
    slash = skip_digits(text, ++start);
    if (slash == start || slash + 1 >= text.length || text.data[slash] != '/') return false;
    end = skip_digits(text, slash + 1);
    bool whole = end == text.length || !byte_in(text.data[end], "/.");
    return end > slash + 1 && (whole || end + 1 >= text.length || !is_digit((unsigned char)text.data[end + 1])) &&
           end - slash > 2;
}

/* "p. 88", "fol. 12", "col. 2", "c. 1043" behind a volume. */
static bool is_place_in_print(const passage *p, annals_text word) {
    size_t at = offset_of(p->text, word) + word.length, next;
    if (!in_context(p->grammar, word, CONTEXT_PAGE)) return false;
    if (at < p->end && p->text.data[at] == '.') at++;
    next = at;
    while (next < p->end && p->text.data[next] == ' ') next++;
    return next > at && next < p->end && is_digit((unsigned char)p->text.data[next]);
}

bool locates(const passage *p) {
    size_t s, e;
    for (size_t at = p->start; text_word(p->text, at, &s, &e) && e <= p->end; at = e) {
        annals_text word = text_slice(p->text, s, e);
        if (s < p->to && e > p->from) continue;
        if (is_shelf_mark(p->text, word) || is_place_in_print(p, word)) return true;
    }
    return false;
}

bool opens_with_receipt(const passage *p) {
    annals_text first = following_word(p->text, p->start, p->end);
    return in_context(p->grammar, first, CONTEXT_RECEIPT | CONTEXT_DATE_FIELD | CONTEXT_PUBLISHED);
}

/* "(New York: Pantheon, 1993)" or "(Archives, box 3, 1962)" */
static bool in_publication(const passage *p) {
    size_t open, close;
    if (!find_brackets(p, &open, &close)) return false;
    annals_text inside = text_slice(p->text, open, close);
    if (text_starts(inside, "see ") || note_on_text(p, open)) return true;
    const char *colon = memchr(inside.data, ':', inside.length);
    bool place = colon && colon < p->text.data + p->from && is_upper((unsigned char)inside.data[0]) && p->to == close;
    bool year_of_volume = p->to == close && cites_page(p, close + 1);
    return place || year_of_volume || (has_word(p, open, close, CONTEXT_ARCHIVE) && !tells(p, open, close));
}

/* ", I left": behind a mark somebody acts. */
static bool acts_behind_mark(const passage *p, size_t at) {
    size_t s, e, verb, end;
    for (; text_word(p->text, at, &s, &e) && e <= p->from; at = e) {
        bool marked = text_find_any(p->text, at, s, ",;:") < s;
        if (!marked || !in_context(p->grammar, text_slice(p->text, s, e), CONTEXT_SUBJECT)) continue;
        if (text_word(p->text, e, &verb, &end) && end <= p->from &&
            in_context(p->grammar, text_slice(p->text, verb, end), CONTEXT_PAST | CONTEXT_COPULA | CONTEXT_PERFECT))
            return true;
    }
    return false;
}

/* "See Weller, The Mill, 1981" and "ibid., 12 May"; but not "See below, I left this morning". */
static bool points_elsewhere(const passage *p) {
    size_t s, e;
    return text_word(p->text, p->start, &s, &e) && e <= p->from &&
           in_context(p->grammar, text_slice(p->text, s, e), CONTEXT_CITES) && !acts_behind_mark(p, e);
}

bool names_archive(const passage *p) {
    return has_word(p, p->start, p->end, CONTEXT_ARCHIVE);
}

/* "This page includes cables of 7 November": it tells of the page, and not of that day. */
static bool tells_of_page(const passage *p) {
    static const context_set wanted[] = {CONTEXT_SPECIFIER, CONTEXT_NOTED, CONTEXT_HOLDS};
    size_t s, e, at = p->start;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++, at = e)
        if (!text_word(p->text, at, &s, &e) || e > p->from ||
            !in_context(p->grammar, text_slice(p->text, s, e), wanted[i]))
            return false;
    return true;
}

/* "© 2004 Museum of the Port", or "The Mill, accessed 3 May 2019" */
static bool stands_in_note(const passage *p) {
    size_t at = p->from;
    while (at > p->start && is_space_byte(p->text.data[at - 1])) at--;
    if (at - p->start >= strlen("©") && text_ends(text_slice(p->text, p->start, at), "©")) return true;
    annals_text before = preceding_word(p->text, p->start, p->from);
    if (in_context(p->grammar, before, CONTEXT_WEAK | CONTEXT_SURE))
        before = preceding_word(p->text, p->start, offset_of(p->text, before));
    at = before.length ? offset_of(p->text, before) : p->start;
    bool aside = at >= p->start + 2 && text_find_any(p->text, at - 2, at, ",.\"") < at;
    return aside && in_context(p->grammar, before, CONTEXT_NOTE) && !tells(p, p->start, p->end);
}

bool is_citation(const passage *p) {
    return in_publication(p) || tells_of_page(p) || note_on_text(p, p->start) || stands_in_note(p) ||
           points_elsewhere(p);
}
