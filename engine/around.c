/* around.c: the words around a date. */
#include "around.h"

#include "language.h"
#include "scan.h"
#include "text.h"

#include <string.h>

bool is_past(annals_text word, context_set contexts) {
    enum { SHORTEST = 5 };
    if (contexts & CONTEXT_PAST) return true;
    size_t next;
    return contexts & CONTEXT_PARTICIPLE && word.length >= SHORTEST && is_lower(text_decode(word, 0, &next));
}

bool line_tells(const grammar *g, annals_text line) {
    const context_set verbs = CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_FUTURE | CONTEXT_PERFECT | CONTEXT_COPULA;
    size_t start, end;
    for (size_t at = 0; text_word(line, at, &start, &end); at = end) {
        annals_text word = text_slice(line, start, end);
        context_set contexts = contexts_of(g, word);
        if (!text_begins_upper(word) && (is_past(word, contexts) || contexts & (verbs | CONTEXT_RELATIVE))) return true;
    }
    return false;
}

/* Does what is told by itself end before `at`?  At a semicolon, and with somebody's words: "We shall come," he said. */
static bool parts_telling(annals_text text, size_t at) {
    static const char curly[] = "\xE2\x80\x9D";
    char last = text.data[at - 1];
    size_t mark = last == '"' ? 1 : last == curly[2] && text_ends(text_slice(text, 0, at), curly) ? 3 : 0;
    return last == ';' || (mark && at > mark && byte_in(text.data[at - mark - 1], ",?!"));
}

/* ", councillors were told", ", the minister told reporters", ", according to them": who says it, at a comma */
static bool names_teller(const analysis *x, size_t at, size_t until) {
    enum { LONGEST = 9 /* words */ };
    const context_set others = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_FUTURE | CONTEXT_SUBORDINATE |
                               CONTEXT_JOINER | CONTEXT_PARTICIPLE;
    size_t start, end;
    for (int n = 0; n < LONGEST && text_word(x->text, at, &start, &end) && end <= until; n++, at = end) {
        annals_text word = text_slice(x->text, start, end);
        context_set contexts = contexts_of(x->grammar, word);
        if (text_find_any(x->text, at, start, ",:(") < start) return false;
        if (contexts & CONTEXT_REPORT) return n > 0 || contexts & CONTEXT_PAST;
        if (contexts & CONTEXT_ACCORDING) return !n;
        if (contexts & others && !(contexts & CONTEXT_COPULA) && !text_begins_upper(word)) return false;
    }
    return false;
}

/* Where it is only told who says so: from there on the words tell nothing of the date. */
static size_t teller_from(const analysis *x, size_t raw, size_t until) {
    enum { BEHIND = 1 };
    size_t comma = x->raws.items[raw].end;
    while ((comma = text_find_any(x->text, comma, until, ",")) < until) {
        if (names_teller(x, comma + BEHIND, until)) return comma;
        comma++;
    }
    return until;
}

annals_text wide_surroundings(const analysis *x, size_t raw, size_t *at) {
    enum { REACH = 300 };
    static const char marks[] = ";\"\x9D"; /* the last byte of each */
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t date = x->raws.items[raw].start, until = s->end, mark;
    *at = s->start;
    if (date - *at > REACH) *at = date - REACH;
    if (until > date + REACH) until = date + REACH;
    for (mark = *at; (mark = text_find_any(x->text, mark, date, marks) + 1) <= date;)
        if (parts_telling(x->text, mark)) *at = mark;
    for (mark = date; (mark = text_find_any(x->text, mark, until, marks) + 1) < until;)
        if (parts_telling(x->text, mark)) until = mark - 1;
    while (*at < date && ((unsigned char)x->text.data[*at] & 0xC0) == 0x80) ++*at;
    return text_slice(x->text, 0, teller_from(x, raw, until));
}

/* Does what stands there tell of whom a comma before it has named: "who", "which", "appointed"?  What was said of them
 * before, "He wrote that the garrison, which is ill, would", still counts. */
static bool opens_aside(const analysis *x, size_t first, size_t at) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_FUTURE | CONTEXT_PERFECT |
                              CONTEXT_HAD | CONTEXT_REPORT | CONTEXT_COMPLEMENT | CONTEXT_SUBORDINATE;
    size_t start, end;
    if (!text_word(x->text, at, &start, &end)) return false;
    annals_text word = text_slice(x->text, start, end);
    bool leads = text_ends(word, "ly") || is_of_category(x->grammar, word, "ordinal"); /* "first heard in May" */
    if (leads && text_word(x->text, end, &start, &end)) word = text_slice(x->text, start, end);
    context_set contexts = contexts_among(x->grammar, word, CONTEXT_RELATIVE | CONTEXT_PAST | CONTEXT_PARTICIPLE);
    if (!(contexts & CONTEXT_RELATIVE) && !is_past(word, contexts)) return false;
    bool tied = contexts & (CONTEXT_RELATIVE | CONTEXT_PARTICIPLE) ||
                (text_word(x->text, end, &start, &end) &&
                 has_role(x->grammar, text_slice(x->text, start, end), ROLE_TIE)); /* "built in 1902" */
    return tied && !contexts_in(x->grammar, text_slice(x->text, first, at), verbs);
}

bool looks_like_verb(const analysis *x, annals_text word, size_t end) {
    enum { SHORTEST = 4 };
    return word.length >= SHORTEST && text_ends(word, "s") && !text_ends(word, "ss") && !text_ends(word, "'s") &&
           !in_context(x->grammar, word, CONTEXT_SMALL | CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_POSSESSIVE) &&
           !is_before(x, x->text, end, CONTEXT_GENITIVE | CONTEXT_JOINER);
}

/* ... and does a verb go on there with what is told of them? */
static bool goes_on_with_verb(const analysis *x, size_t at) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_FUTURE |
                              CONTEXT_TIMETABLE | CONTEXT_PERFECT | CONTEXT_HAD | CONTEXT_OWED | CONTEXT_ARRANGED;
    size_t start, end;
    if (!text_word(x->text, at, &start, &end)) return false;
    annals_text word = text_slice(x->text, start, end);
    context_set contexts = contexts_among(x->grammar, word, verbs);
    return !text_begins_upper(word) &&
           (contexts & ~CONTEXT_PARTICIPLE || is_past(word, contexts) || looks_like_verb(x, word, end));
}

/* "Mr Dale, who will be 60 in May, resigned on Monday": an aside between commas tells nothing of a date behind it, and
 * what stands around it nothing of a date within. */
static size_t leave_asides(const analysis *x, size_t date, size_t *at, size_t until) {
    size_t open = SIZE_MAX, comma = *at;
    while ((comma = text_find_any(x->text, comma, until, ",") + 1) <= until) {
        bool closes = open != SIZE_MAX && goes_on_with_verb(x, comma);
        if (closes && comma > date) {
            *at = open;
            return comma - 1;
        }
        if (comma > date && open == SIZE_MAX) break;
        if (closes) *at = comma, open = SIZE_MAX;
        else if (open == SIZE_MAX && opens_aside(x, *at, comma)) open = comma;
    }
    return until;
}

annals_text surroundings(const analysis *x, size_t raw, size_t *at) {
    annals_text text = wide_surroundings(x, raw, at);
    return text_slice(text, 0, leave_asides(x, x->raws.items[raw].start, at, text.length));
}

annals_text word_of(annals_text text, size_t first, size_t end) {
    size_t start = end;
    while (start > first && is_word_byte(text.data[start - 1])) start--;
    return text_slice(text, start, end);
}

annals_text word_ending(annals_text text, size_t first, size_t at) {
    size_t end = at > first && text.data[at - 1] == ' ' ? at - 1 : at;
    if (end == at) return (annals_text){0};
    return word_of(text, first, end);
}

annals_text word_led(const analysis *x, size_t raw, annals_text *lead) {
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start, date = x->raws.items[raw].start;
    annals_text word = *lead = word_ending(x->text, first, date);
    bool leads = in_context(x->grammar, word, CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_FOLLOWER);
    return leads ? word_ending(x->text, first, date - 1 - word.length) : word;
}

bool is_short_form(annals_text word) {
    static const char curly = '\xE2'; /* the first byte of one */
    return memchr(word.data, '\'', word.length) || memchr(word.data, curly, word.length);
}

bool is_end(const analysis *x, size_t raw) {
    expr_limit limit = x->raws.items[raw].expr->limit;
    return limit == LIMIT_UNTIL || limit == LIMIT_BEFORE;
}

bool is_before(const analysis *x, annals_text text, size_t at, context_set wanted) {
    size_t start, end;
    return text_word(text, at, &start, &end) && in_context(x->grammar, text_slice(text, start, end), wanted);
}

static bool opens_reference(const analysis *x, size_t raw, size_t at) {
    enum { MOST_WORDS = 3 };
    size_t start, end;
    for (int words = 0; words < MOST_WORDS && text_word(x->text, at, &start, &end) && end < x->raws.items[raw].start;
         words++, at = end)
        if (x->text.data[end] == ':' && has_role(x->grammar, text_slice(x->text, start, end), ROLE_REFERS)) return true;
    return false;
}

bool in_reference_line(const analysis *x, size_t raw) {
    return opens_reference(x, raw, x->blocks.items[block_of_raw(x, raw)].start) ||
           opens_reference(x, raw, x->sentences.items[x->sentence_of.items[raw]].start);
}
