/* aside.c: what is said beside the story, and does not carry it on. */
#include "around.h"
#include "events.h"
#include "language.h"
#include "resolver.h"
#include "text.h"
#include "twins.h"

#include <string.h>

/* Where the words before a date begin that bear on it: no sentence is so long that all of it does. */
static size_t reach_back(const analysis *x, size_t raw, size_t reach) {
    size_t date = x->raws.items[raw].start, first = x->sentences.items[x->sentence_of.items[raw]].start;
    if (date - first <= reach) return first;
    for (first = date - reach; first < date && x->text.data[first] != ' ';) first++;
    return first;
}

static int find_had(const analysis *x, size_t raw) {
    enum { REACH = 100 };
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t date = x->raws.items[raw].start, from = reach_back(x, raw, REACH), start, end;
    size_t until = s->end - date > REACH ? date + REACH : s->end;
    for (size_t at = from; text_word(x->text, at, &start, &end) && end <= until; at = end) {
        annals_text word = text_slice(x->text, start, end);
        bool owned = is_before(x, x->text, end, CONTEXT_DETERMINER | CONTEXT_OWNER); /* "had the notice out" */
        if (!owned && in_context(x->grammar, word, CONTEXT_HAD)) return true;
        bool behind = start > date && text_find_any(x->text, at, start, ",") < start;
        if (behind && in_context(x->grammar, word, CONTEXT_RELATIVE))
            return false; /* "for books, which I had burned" */
    }
    return false;
}

bool looks_back(const analysis *x, size_t raw) {
    return twins_ask(x, raw, TRAIT_LOOKS_BACK, find_had);
}

bool had_done_by(const analysis *x, size_t raw) {
    enum { REACH = 200 };
    size_t date = x->raws.items[raw].start, start, end;
    bool had = false;
    for (size_t at = reach_back(x, raw, REACH); text_word(x->text, at, &start, &end) && end <= date; at = end) {
        if (memchr(x->text.data + at, ',', start - at)) had = false;
        had |= in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_HAD);
    }
    return had;
}

/* "had been", "had not yet asked", but not "had to", "had a wounded brother" */
static bool leads_participle(const analysis *x, size_t had, size_t until) {
    enum { CLOSE = 3 /* words */ };
    const context_set no_verb = CONTEXT_INFINITIVE | CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE;
    size_t start, end, at = had;
    for (int i = 0; i < CLOSE && text_word(x->text, at, &start, &end) && end <= until; i++, at = end) {
        annals_text word = text_slice(x->text, start, end);
        if (in_context(x->grammar, word, no_verb)) return false;
        if (in_context(x->grammar, word, CONTEXT_DONE | CONTEXT_PAST | CONTEXT_PARTICIPLE)) return true;
    }
    return false;
}

/* The last "had" of a clause that ends with a date, or SIZE_MAX; and the verbs behind that, or of all of it.  Behind a
 * comma the clause goes on as long as no verb follows: "had met twice, in May and in June", but "had met, and in May",
 * "when they had met, in May". */
static size_t had_before(const analysis *x, size_t raw, int *verbs) {
    enum { REACH = 100 };
    const context_set verb = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL;
    const context_set leads = CONTEXT_SUBORDINATE | CONTEXT_COUNTS_FROM;
    size_t date = x->raws.items[raw].start, start, end, had = SIZE_MAX;
    bool under = false, comma = false; /* in a clause below another; behind a comma */
    bool again = false;
    context_set before = 0;
    *verbs = 0;
    for (size_t at = reach_back(x, raw, REACH); text_word(x->text, at, &start, &end) && end <= date; at = end) {
        annals_text word = text_slice(x->text, start, end);
        context_set contexts = text_begins_upper(word) ? 0 : contexts_of(x->grammar, word); /* "Had she come, ..." */
        bool tells = contexts & verb && !(contexts & CONTEXT_DONE);
        bool mark = text_find_any(x->text, at, start, ",") < start;
        bool last = again && tells && !text_begins_upper(word); /* "he last used it on Sunday" */
        again = has_role(x->grammar, word, ROLE_LAST_TIME) && before & (CONTEXT_SUBJECT | CONTEXT_COPULA);
        before = contexts_of(x->grammar, word);
        bool parted = contexts & leads || text_find_any(x->text, at, start, ";:()") < start || (comma && tells) ||
                      (mark && (under || contexts & CONTEXT_JOINER));
        under = contexts & leads || (under && !parted);
        comma = (comma || mark) && !parted;
        if (last) *verbs = 1, had = start;
        else if (parted || contexts & CONTEXT_HAD) *verbs = 0, had = contexts & CONTEXT_HAD ? end : SIZE_MAX;
        else *verbs += tells;
    }
    return had;
}

static int find_happened(const analysis *x, size_t raw) {
    enum { REACH = 100 };
    const context_set others =
        CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_SUBORDINATE | CONTEXT_COUNTS_FROM;
    const raw_mention *m = &x->raws.items[raw];
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t start, end, until = s->end - m->end > REACH ? m->end + REACH : s->end;
    int verbs;
    size_t had = had_before(x, raw, &verbs);
    if (had != SIZE_MAX) return verbs <= 1 && leads_participle(x, had, m->start);
    for (size_t at = m->end; !verbs && text_word(x->text, at, &start, &end) && end <= until; at = end) {
        annals_text word = text_slice(x->text, start, end);
        if (in_context(x->grammar, word, CONTEXT_HAD)) return leads_participle(x, end, until);
        if (in_context(x->grammar, word, others) && !text_begins_upper(word)) return false;
    }
    return false;
}

bool had_happened(const analysis *x, size_t raw) {
    return twins_ask(x, raw, TRAIT_HAD, find_happened);
}

/* The words around a mention; of a range, around both. */
static passage around(const analysis *x, size_t raw) {
    enum { REACH = 200 };
    size_t first = raw - (x->raws.items[raw].range == ANNALS_RANGE_END);
    const raw_mention *from = &x->raws.items[first], *to = from + (from->range == ANNALS_RANGE_BEGIN);
    size_t end = x->sentences.items[x->sentence_of.items[raw]].end;
    return (passage){.grammar = x->grammar,
                     .text = x->text,
                     .start = reach_back(x, first, REACH),
                     .end = end > to->end + REACH ? to->end + REACH
                            : end > to->end       ? end
                                                  : to->end,
                     .from = from->start,
                     .to = to->end};
}

/* "later (1902) its chief engineer", "the mill (Harker, 1987)" */
static bool in_brackets(const analysis *x, size_t raw) {
    passage p = around(x, raw);
    return in_bare_brackets(&p);
}

/* "the tower, which was finished in 1902": between the last comma and the date. */
static bool in_relative_clause(const analysis *x, size_t raw) {
    enum { REACH = 100 };
    size_t date = x->raws.items[raw].start, first = reach_back(x, raw, REACH), at = date, start, end;
    while (at > first && x->text.data[at - 1] != ',') at--;
    if (at == first) return false;
    for (; text_word(x->text, at, &start, &end) && end <= date; at = end)
        if (in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_RELATIVE)) return true;
    return false;
}

/* What stands before a date in its sentence, as far as it is read: the last three words, and whether a verb tells
 * what happened, in the clause or in one before. */
typedef struct lead {
    annals_text words[3]; /* the last one first */
    bool verb, told;      /* before the last three; in an earlier clause */
    bool joined;          /* the last but two joins what stands before it */
    annals_text first;    /* of the clause */
} lead;

static lead lead_of(const analysis *x, size_t raw) {
    enum { REACH = 160 };
    const context_set verb = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_VERB;
    size_t date = x->raws.items[raw].start, start, end;
    lead l = {0};
    for (size_t at = reach_back(x, raw, REACH); text_word(x->text, at, &start, &end) && end <= date; at = end) {
        annals_text word = text_slice(x->text, start, end), noun = l.words[2];
        bool apart = text_find_any(x->text, at, start, ",;:()") < start;
        l.verb |= noun.length && in_context(x->grammar, noun, verb) && !text_begins_upper(noun);
        if (apart || in_context(x->grammar, word, CONTEXT_SUBORDINATE | CONTEXT_COUNTS_FROM)) {
            bool other = in_context(x->grammar, l.words[0], verb) || in_context(x->grammar, l.words[1], verb);
            l = (lead){.told = l.told || l.verb || other, .first = word};
        }
        l.words[2] = l.words[1], l.words[1] = l.words[0], l.words[0] = word;
    }
    l.joined = in_context(x->grammar, l.words[2], CONTEXT_JOINER);
    return l;
}

/* "they met by a bridge unveiled in 1961", "they met in the hall, a house built in 1861": a participle right behind
 * what it tells more of, where another verb says what happened. */
static bool behind_participle(const analysis *x, size_t raw) {
    const context_set participle = CONTEXT_PARTICIPLE | CONTEXT_DONE | CONTEXT_PAST;
    const context_set no_noun = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_HAD | CONTEXT_COPULA |
                                CONTEXT_SUBJECT | CONTEXT_DETERMINER | CONTEXT_NEGATION | CONTEXT_SURE | CONTEXT_WEAK;
    lead l = lead_of(x, raw);
    if (!l.words[2].length || !in_context(x->grammar, l.words[0], CONTEXT_SURE | CONTEXT_WEAK)) return false;
    if (!in_context(x->grammar, l.words[1], participle) || in_context(x->grammar, l.words[2], no_noun)) return false;
    bool apposed = l.told && in_context(x->grammar, l.first, CONTEXT_OWNER) && l.first.data != l.words[2].data;
    return !l.joined && (l.verb || apposed);
}

/* ... "and burnt in 1952" */
static bool in_reduced_clause(const analysis *x, size_t raw) {
    enum { LONGEST = 40 /* bytes between two of them */, MOST = 3 };
    for (int i = 0; i < MOST; i++, raw--) {
        if (behind_participle(x, raw)) return true;
        bool close = raw && x->raws.items[raw].start - x->raws.items[raw - 1].end < LONGEST &&
                     x->sentence_of.items[raw] == x->sentence_of.items[raw - 1];
        if (!close) return false;
        annals_text between = text_slice(x->text, x->raws.items[raw - 1].end, x->raws.items[raw].start);
        size_t start, end;
        bool joined =
            text_word(between, 0, &start, &end) && start < 2 &&
            in_context(x->grammar, text_slice(between, start, end), CONTEXT_JOINER) &&
            text_word(between, end, &start, &end) &&
            in_context(x->grammar, text_slice(between, start, end), CONTEXT_PARTICIPLE | CONTEXT_DONE | CONTEXT_PAST);
        if (!joined) return false;
    }
    return false;
}

static int find_parenthetic(const analysis *x, size_t raw) {
    return in_brackets(x, raw) || in_relative_clause(x, raw) || in_reduced_clause(x, raw);
}

bool is_parenthetic(const analysis *x, size_t raw) {
    return twins_ask(x, raw, TRAIT_PARENTHETIC, find_parenthetic);
}

/* "the treaty, signed on 3 May 1902,": a participle opens what commas part. */
static bool in_participle_clause(const analysis *x, size_t raw) {
    enum { REACH = 100 };
    const raw_mention *m = &x->raws.items[raw];
    size_t first = reach_back(x, raw, REACH), at = m->start, start, end;
    if (m->end >= x->text.length || x->text.data[m->end] != ',') return false;
    while (at > first && x->text.data[at - 1] != ',') at--;
    if (at == first || !text_word(x->text, at, &start, &end) || end > m->start) return false;
    annals_text word = text_slice(x->text, start, end);
    return in_context(x->grammar, word, CONTEXT_PARTICIPLE | CONTEXT_DONE) && !text_begins_upper(word);
}

bool is_passing(const analysis *x, size_t raw) {
    return is_parenthetic(x, raw) || in_participle_clause(x, raw);
}

/* The word before the place, with one space between, and the place before it; absent where something else stands. */
static annals_text word_back(const analysis *x, size_t first, size_t *place) {
    annals_text word = word_ending(x->text, first, *place);
    if (word.data) *place = (size_t)(word.data - x->text.data);
    return word;
}

/* The first word before the mention that is neither "on" nor "the". */
static annals_text word_leading(const analysis *x, size_t raw, size_t *place) {
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start;
    *place = x->raws.items[raw].start;
    annals_text word = word_back(x, first, place);
    for (int i = 0; i < 2 && in_context(x->grammar, word, CONTEXT_WEAK | CONTEXT_FOLLOWER | CONTEXT_DETERMINER); i++) {
        if (in_context(x->grammar, word, CONTEXT_WRITTEN_ON)) break;
        word = word_back(x, first, place);
    }
    return word;
}

bool is_denied(const analysis *x, size_t raw) {
    size_t at;
    annals_text before = word_ending(x->text, 0, x->raws.items[raw].start);
    if (in_context(x->grammar, before, CONTEXT_UP_TO)) return false; /* "not until the 13th did it move" */
    return in_context(x->grammar, word_leading(x, raw, &at), CONTEXT_NEGATION);
}

bool is_compared(const analysis *x, size_t raw) {
    size_t at = x->raws.items[raw].start, first = x->sentences.items[x->sentence_of.items[raw]].start;
    return in_context(x->grammar, word_back(x, first, &at), CONTEXT_RANGE_LEAD | CONTEXT_THAN);
}

/* "telegram 77 of", "No. 77 of": the place before the number and its sign. */
static size_t before_number(const analysis *x, size_t first, size_t at) {
    size_t digit = at > first ? at - 1 : at;
    while (digit > first && is_digit((unsigned char)x->text.data[digit - 1])) digit--;
    if (digit + 1 >= at || digit <= first + 1 || x->text.data[digit - 1] != ' ') return at;
    if (x->text.data[digit - 2] != '.') return digit;
    for (digit -= 2; digit > first && is_letter((unsigned char)x->text.data[digit - 1]);) digit--;
    return digit;
}

/* The noun that a date says which of, "your letter of 3 May", with the word before it; of "my No. 77 of the 2nd" what
 * stands before the number.  False: none. */
static bool noun_of(const analysis *x, size_t raw, annals_text *noun, annals_text *before) {
    size_t at, first = x->sentences.items[x->sentence_of.items[raw]].start;
    if (!in_context(x->grammar, word_leading(x, raw, &at), CONTEXT_WRITTEN_ON)) return false;
    at = before_number(x, first, at);
    *noun = word_back(x, first, &at);
    *before = word_back(x, first, &at);
    return noun->length > 0;
}

bool is_of_paper(const analysis *x, size_t raw) {
    annals_text noun, before;
    const context_set papers = CONTEXT_PAPER | CONTEXT_WRITING | CONTEXT_POSSESSIVE | CONTEXT_NUMBER_FIELD;
    size_t at;
    if (in_context(x->grammar, word_leading(x, raw, &at), CONTEXT_DATED)) return true; /* "a notice, dated the 16th," */
    if (!noun_of(x, raw, &noun, &before)) return false;
    if (in_context(x->grammar, noun, CONTEXT_COPULA)) noun = before; /* "the permit is of the 3rd" */
    return in_context(x->grammar, noun, papers) || has_role(x->grammar, noun, ROLE_FILED);
}

bool is_of_own(const analysis *x, size_t raw) {
    annals_text noun, before;
    return noun_of(x, raw, &noun, &before) && in_context(x->grammar, before, CONTEXT_POSSESSIVE);
}

bool opens_with_paper(const analysis *x, size_t raw) {
    annals_text noun, owner;
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start;
    return noun_of(x, raw, &noun, &owner) && !word_ending(x->text, first, (size_t)(owner.data - x->text.data)).length &&
           !in_context(x->grammar, owner, CONTEXT_FIRST_PERSON);
}

bool stands_behind(const analysis *x, size_t raw, role_set roles) {
    enum { REACH = 80 };
    size_t date = x->raws.items[raw].start, start, end;
    bool found = false;
    for (size_t at = reach_back(x, raw, REACH); text_word(x->text, at, &start, &end) && end <= date; at = end)
        found = has_role(x->grammar, text_slice(x->text, start, end), roles) ||
                (found && text_find_any(x->text, at, start, ",;:") == start);
    return found;
}

bool is_of_edition(const analysis *x, size_t raw) {
    const context_set told = CONTEXT_COPULA | CONTEXT_HAD | CONTEXT_PERFECT | CONTEXT_SUBJECT;
    const context_set finite = CONTEXT_PRESENT | CONTEXT_PAST | CONTEXT_COPULA | CONTEXT_MODAL | CONTEXT_REPORT;
    annals_text tie, verb = word_led(x, raw, &tie);
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start, end = x->raws.items[raw].end;
    if (verb.data == tie.data || !has_role(x->grammar, verb, ROLE_EDITED)) return false;
    size_t at = (size_t)(verb.data - x->text.data);
    annals_text before = word_ending(x->text, first, at);
    bool comma = end < x->text.length && x->text.data[end] == ',';
    if (!before.length) return comma; /* ", released in 1992," */
    return !in_context(x->grammar, before, told) && is_before(x, x->text, end, finite);
}

/* What a date is of: nothing of these, an origin, a birth. */
typedef enum origin { ORIGIN_NONE, ORIGIN_OTHER, ORIGIN_BIRTH } origin;

static int find_origin(const analysis *x, size_t raw) {
    annals_text noun, before;
    if (stands_behind(x, raw, ROLE_BIRTH)) return ORIGIN_BIRTH;
    bool statute = noun_of(x, raw, &noun, &before) && has_role(x->grammar, noun, ROLE_STATUTE);
    return statute || stands_behind(x, raw, ROLE_ORIGIN) ? ORIGIN_OTHER : ORIGIN_NONE;
}

bool is_of_birth(const analysis *x, size_t raw) {
    return twins_ask(x, raw, TRAIT_ORIGIN, find_origin) == ORIGIN_BIRTH;
}

bool is_of_origin(const analysis *x, size_t raw) {
    return twins_ask(x, raw, TRAIT_ORIGIN, find_origin) != ORIGIN_NONE;
}

/* "See the Act of 3 May 1912", but not "See you on Monday", "See me on Monday" */
static bool points_elsewhere(const analysis *x, const sentence *s) {
    size_t start, end;
    if (!text_word(x->text, s->start, &start, &end) || end > s->end) return false;
    if (!in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_CITES)) return false;
    if (!text_word(x->text, end, &start, &end)) return true;
    annals_text whom = text_slice(x->text, start, end);
    return !in_context(x->grammar, whom, CONTEXT_SECOND_PERSON) && !has_role(x->grammar, whom, ROLE_OBJECT);
}

/* "3 Hansard, 8 May 1941", "* Hansard, 8 May 1941": below the text, and no sentence. */
static bool is_bare_note(const analysis *x, size_t raw, const passage *p) {
    const block *b = &x->blocks.items[block_of_raw(x, raw)];
    size_t next, start, end;
    uint32_t mark = text_decode(x->text, b->start, &next);
    bool marked = p->start <= b->body && p->from > b->body && !is_letter(mark) && mark != '"';
    if (!marked || !text_word(x->text, b->start, &start, &end)) return false;
    if (is_digit((unsigned char)x->text.data[start]) && !text_word(x->text, end, &start, &end)) return false;
    return text_begins_upper(text_slice(x->text, start, end)) && is_source(p);
}

/* Is it of literature, of a paper, of an archive? */
static int find_cites(const analysis *x, size_t raw) {
    passage p = around(x, raw);
    return points_elsewhere(x, &x->sentences.items[x->sentence_of.items[raw]]) || in_source(&p) ||
           is_bare_note(x, raw, &p);
}

/* "The mill by the river, seen from the bridge, 1931": a heading gives no more than a name. */
static bool is_caption(const analysis *x, const block *b) {
    annals_text text = text_slice(x->text, 0, b->end);
    size_t start, end;
    if (b->kind != BLOCK_HEADING) return false;
    for (size_t at = b->start; text_word(text, at, &start, &end); at = end) {
        annals_text word = text_slice(text, start, end);
        bool lower = is_lower((unsigned char)*word.data);
        bool apart = start >= b->start + 2 && text.data[start - 1] == ' ' && text.data[start - 2] == ',';
        if (lower && in_context(x->grammar, word, CONTEXT_PARTICIPLE) && apart) return true;
    }
    return false;
}

bool stands_aside(const resolver *r, size_t raw) {
    const block *b = &r->x->blocks.items[block_of_raw(r->x, raw)];
    return b->kind == BLOCK_FOOTNOTE || b->kind == BLOCK_CITATION || b->kind == BLOCK_FURNITURE ||
           b->kind == BLOCK_TABLE_ROW || twins_ask(r->x, raw, TRAIT_CITES, find_cites) ||
           (r->mode == ANNALS_MODE_NARRATIVE && is_caption(r->x, b));
}
