/* reference.c: the document that a date belongs to: "Weller's letter to Ostrow of 12 March". */
#include "events.h"
#include "language.h"
#include "stem.h"
#include "text.h"

#include <string.h>

static bool is_writing(const passage *p, annals_text word) {
    return in_context(p->grammar, word, CONTEXT_WRITING);
}

static bool capitalised(annals_text word) {
    return word.length && (is_upper(code_at(word, 0)) || is_digit((unsigned char)word.data[0]));
}

/* Small words stand between a paper and its date. */
static bool within_name(const passage *p, annals_text word) {
    return has_role(p->grammar, word, ROLE_WITHIN_NAME) || in_context(p->grammar, word, CONTEXT_SMALL);
}

/* From a noun back to where its phrase begins. */
static size_t phrase_start(const passage *p, size_t noun) {
    size_t start = noun;
    bool unknown = false;
    for (size_t at = noun;;) {
        annals_text word = preceding_word(p->text, p->start, at);
        if (!word.length) return start;
        size_t gap = offset_of(p->text, word) + word.length;
        if (memchr(p->text.data + gap, ',', at - gap)) return start;
        at = offset_of(p->text, word);
        bool known = capitalised(word) || is_genitive(word) || has_role(p->grammar, word, ROLE_NAME_LEAD);
        if (known && at == p->start &&
            (in_context(p->grammar, word, CONTEXT_WEAK | CONTEXT_SURE) || !is_genitive(word)) &&
            in_context(p->grammar, word, CONTEXT_WEAK | CONTEXT_SURE) && !has_role(p->grammar, word, ROLE_NAME_LEAD))
            return start;
        if (unknown && !is_genitive(word)) return start;
        if (known) {
            start = at;
            unknown = false;
        } else if (has_role(p->grammar, word, ROLE_WITHIN_NAME) ||
                   in_context(p->grammar, word, CONTEXT_WEAK | CONTEXT_SURE)) {
            return start;
        } else {
            unknown = true; /* an adjective, if an owner stands before it: "Weller's angry letter" */
        }
        if (has_role(p->grammar, word, ROLE_NAME_LEAD) && !has_role(p->grammar, word, ROLE_RANKED)) return start;
    }
}

/* "to Ostrow", "from the Embassy" behind a noun. */
static size_t phrase_end(const passage *p, size_t at) {
    size_t end = at;
    bool preposition = false;
    size_t s, e;
    while (text_word(p->text, at, &s, &e) && e <= p->end) {
        annals_text word = text_slice(p->text, s, e);
        for (size_t i = at; i < s; i++)
            if (!is_space_byte(p->text.data[i])) return end;
        bool joins = text_same_word(word, "to") || text_same_word(word, "from") || text_same_word(word, "by");
        if (joins) preposition = true;
        else if (preposition && capitalised(word)) end = e;
        else if (!preposition || !text_same_word(word, "the")) return end;
        at = e;
    }
    return end;
}

/* Where the article before a date begins: "of the 12th". */
static size_t before_article(const passage *p, size_t from) {
    annals_text word = preceding_word(p->text, p->start, from);
    return in_context(p->grammar, word, CONTEXT_DETERMINER) ? offset_of(p->text, word) : from;
}

/* Behind the word that says that what begins at `at` is a number, "No." before "27"; `at` where none does. */
static size_t before_number(const passage *p, size_t at) {
    size_t end = at;
    while (end > p->start && byte_in(p->text.data[end - 1], " .")) end--;
    annals_text word = preceding_word(p->text, p->start, end);
    return in_context(p->grammar, word, CONTEXT_NUMBERED | CONTEXT_NUMBER_FIELD) ? end : at;
}

/* "a letter about it, of the 3rd": the comma before the tie parts nothing. */
static size_t before_comma(const passage *p, size_t at) {
    size_t end = at;
    while (end > p->start && is_space_byte(p->text.data[end - 1])) end--;
    return end > p->start && p->text.data[end - 1] == ',' ? end - 1 : at;
}

/* The document that the date stands behind ("letter to Kennedy of 27 October"), or SIZE_MAX; `tie` is the word before
 * the date.  "on" ties it only to somebody's: "Weller's message to Ostrow on 26 October", not "sent a message on ...".
 */
static size_t noun_behind(const passage *p, size_t from, annals_text *tie) {
    enum { REACH = 10 };
    *tie = preceding_word(p->text, p->start, before_article(p, from));
    bool on = text_same_word(*tie, "on");
    if (!on && !in_context(p->grammar, *tie, CONTEXT_WRITTEN_ON)) return SIZE_MAX;
    size_t at = before_comma(p, offset_of(p->text, *tie));
    for (int i = 0; i < REACH; i++) {
        annals_text word = preceding_word(p->text, p->start, at);
        if (!word.length) return SIZE_MAX;
        at = offset_of(p->text, word);
        if (is_writing(p, word)) return on && !is_genitive(preceding_word(p->text, p->start, at)) ? SIZE_MAX : at;
        bool number = is_digit((unsigned char)word.data[0]);
        size_t sign = number ? before_number(p, at) : at;
        if (sign < at) at = sign;
        else if (number || (!capitalised(word) && !within_name(p, word))) return SIZE_MAX;
    }
    return SIZE_MAX;
}

static annals_text join_words(const passage *p, arena *a, annals_text x, annals_text y) {
    text_buffer b = {0};
    text_put(&b, text_trim(x));
    if (b.length) text_put(&b, annals_text_of(" "));
    text_put(&b, text_trim(y));
    annals_text label = b.failed ? (annals_text){0} : headline(a, p->grammar, (annals_text){b.data, b.length});
    text_free(&b);
    return label;
}

/* "The letter" names none: there must be a name, or whose it is. */
static annals_text naming(const passage *p, annals_text label) {
    size_t s, e;
    for (size_t at = 0, n = 0; text_word(label, at, &s, &e); at = e, n++) {
        annals_text word = text_slice(label, s, e);
        bool whose = is_genitive(word) || in_context(p->grammar, word, CONTEXT_POSSESSIVE);
        bool name = whose || (capitalised(word) && !p->grammar->capital_nouns);
        if (n ? name : whose && e < label.length) return label;
    }
    return (annals_text){0};
}

/* "the 27 October letter". */
static bool stands_before_noun(const passage *p, arena *a, size_t from, size_t to, annals_text *label) {
    annals_text next = following_word(p->text, to, p->end);
    if (!next.length || !is_writing(p, next) || offset_of(p->text, next) != to + 1) return false;
    size_t start = phrase_start(p, from), end = offset_of(p->text, next) + next.length;
    *label = naming(p, join_words(p, a, text_slice(p->text, start, from), text_slice(p->text, to, phrase_end(p, end))));
    return true;
}

/* "The attack was dated 5 May": a paper says so of it, and it is none itself. */
static bool is_claimed(const passage *p, annals_text dated) {
    size_t end = offset_of(p->text, dated), s, e;
    annals_text before = preceding_word(p->text, p->start, end);
    if (!text_same_word(before, "was") && !text_same_word(before, "were")) return false;
    for (size_t at = p->start; text_word(p->text, at, &s, &e) && s < end; at = e)
        if (is_writing(p, text_slice(p->text, s, e))) return false;
    return true;
}

/* From "# 2187 (from Brenn)" before `at` back to where its number begins, and its sign; SIZE_MAX where none ends there.
 */
static size_t number_behind(const passage *p, size_t at, bool *signed_so) {
    while (at > p->start && is_space_byte(p->text.data[at - 1])) at--;
    if (at > p->start && p->text.data[at - 1] == ')') {
        while (at > p->start && p->text.data[at - 1] != '(') at--;
        if (at == p->start) return SIZE_MAX;
        for (at--; at > p->start && is_space_byte(p->text.data[at - 1]);) at--;
    }
    annals_text number = preceding_word(p->text, p->start, at);
    if (!number.length || !is_digit((unsigned char)number.data[number.length - 1])) return SIZE_MAX;
    size_t start = offset_of(p->text, number), sign = start;
    if (start + number.length != at) return SIZE_MAX;
    while (sign > p->start && is_space_byte(p->text.data[sign - 1])) sign--;
    *signed_so = sign > p->start && p->text.data[sign - 1] == '#';
    return *signed_so ? sign - 1 : start;
}

annals_text numbered_document(const passage *p, arena *a, bool needs_sign) {
    bool has_sign = false;
    annals_text tie = preceding_word(p->text, p->start, before_article(p, p->from));
    if (!tie.length || !in_context(p->grammar, tie, CONTEXT_WRITTEN_ON)) return (annals_text){0};
    size_t start = number_behind(p, offset_of(p->text, tie), &has_sign);
    if (start == SIZE_MAX || (needs_sign && !has_sign)) return (annals_text){0};
    return headline(a, p->grammar, text_slice(p->text, start, p->to));
}

/* Where a name of capitals ends at `at`: its beginning, or `at`. */
static size_t name_before(const passage *p, size_t at) {
    size_t from = at;
    annals_text word = preceding_word(p->text, p->start, at);
    for (; word.length && capitalised(word); word = preceding_word(p->text, p->start, from))
        from = offset_of(p->text, word);
    return from;
}

/* "Hale's cable to Dent in answer to his note": the note is Dent's.  Absent where it is not said so. */
static annals_text answered_person(const passage *p, size_t at) {
    annals_text to = preceding_word(p->text, p->start, at), none = {0};
    if (!to.length || !in_context(p->grammar, to, CONTEXT_RECIPIENT)) return none;
    annals_text answer = preceding_word(p->text, p->start, offset_of(p->text, to));
    if (!answer.length || !has_role(p->grammar, answer, ROLE_ANSWERING)) return none;
    annals_text lead = preceding_word(p->text, p->start, offset_of(p->text, answer));
    if (!lead.length || capitalised(lead)) return none;
    size_t end = offset_of(p->text, lead), from = name_before(p, end);
    while (end > from && is_space_byte(p->text.data[end - 1])) end--;
    annals_text given = preceding_word(p->text, p->start, from);
    if (from == end || !given.length || !in_context(p->grammar, given, CONTEXT_RECIPIENT)) return none;
    annals_text paper = preceding_word(p->text, p->start, offset_of(p->text, given));
    return paper.length && is_writing(p, paper) ? text_slice(p->text, from, end) : none;
}

/* "His note": whose it is, where it is said. */
static annals_text name_author(const passage *p, arena *a, size_t phrase, annals_text label) {
    size_t start, end;
    if (!text_word(label, 0, &start, &end) || !has_role(p->grammar, text_slice(label, start, end), ROLE_HIS))
        return label;
    annals_text name = answered_person(p, phrase);
    if (!name.length || end >= label.length) return label;
    return headline(
        a, p->grammar,
        arena_printf(a, "%.*s's%.*s", (int)name.length, name.data, (int)(label.length - end), label.data + end));
}

/* "I have yours of the 3rd": what a letter speaks of so is one. */
static annals_text letter_unnamed(const passage *p, size_t from) {
    static const char *const letters[][2] = {{"yours", "Your letter"}, {"ours", "Our letter"}, {"mine", "My letter"}};
    annals_text of = preceding_word(p->text, p->start, before_article(p, from));
    if (!in_context(p->grammar, of, CONTEXT_GENITIVE)) return (annals_text){0};
    annals_text whose = preceding_word(p->text, p->start, offset_of(p->text, of));
    annals_text before = preceding_word(p->text, p->start, whose.length ? offset_of(p->text, whose) : p->start);
    if (in_context(p->grammar, before, CONTEXT_GENITIVE)) return (annals_text){0}; /* "a friend of mine" */
    for (size_t i = 0; whose.length && i < sizeof letters / sizeof *letters; i++)
        if (text_same_word(whose, letters[i][0])) return annals_text_of(letters[i][1]);
    return (annals_text){0};
}

bool refers_to_document(const passage *whole, arena *a, annals_text *label) {
    passage shorter = *whole, *p = &shorter; /* "the 27 October letter": the article is the letter's */
    if (text_starts(text_slice(p->text, p->from, p->to), "the ") && is_digit((unsigned char)p->text.data[p->from + 4]))
        p->from += 4;
    size_t from = p->from, to = p->to;
    bool bracket = from > p->start && p->text.data[from - 1] == '[' && to < p->end && p->text.data[to] == ']';
    if (bracket) from--, to++;
    *label = (annals_text){0};
    if (stands_before_noun(p, a, from, to, label)) return true;
    if ((*label = letter_unnamed(p, from)).length) return true;
    annals_text tie;
    size_t noun = noun_behind(p, from, &tie);
    if (noun == SIZE_MAX && (*label = numbered_document(p, a, true)).length) return true;
    if (noun == SIZE_MAX) return in_context(p->grammar, tie, CONTEXT_DATED) && !is_claimed(p, tie);
    /* "his letter of 4 December to Lange": who it goes to may stand behind the date. */
    annals_text tail = text_slice(p->text, to, phrase_end(p, to));
    annals_text phrase = text_slice(p->text, noun, offset_of(p->text, tie));
    size_t start = phrase_start(p, noun);
    *label = naming(p, join_words(p, a, join_words(p, a, text_slice(p->text, start, noun), phrase), tail));
    *label = name_author(p, a, start, *label);
    return true;
}
