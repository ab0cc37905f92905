/* tags.c: who and what a sentence is about, by capitals and titles; where in doubt, just a name. */
#include "clause.h"
#include "events.h"
#include "language.h"
#include "stem.h"
#include "text.h"

#include <string.h>

enum { MOST_TAGS = 12 };

static bool in(const clauses *c, size_t i, context_set contexts) {
    return i < c->word_count && c->words[i].contexts & contexts;
}

static annals_text text_of(const clauses *c, size_t i) {
    return text_slice(c->x->text, c->words[i].start, c->words[i].end);
}

/* Without the ending of "Hale's". */
static annals_text without_ending(annals_text name) {
    if (text_ends(name, "'s")) name.length -= strlen("'s");
    else if (text_ends(name, "’s")) name.length -= strlen("’s");
    return name;
}

/* "BRN20618" is none. */
static bool is_number(annals_text word) {
    enum { DIGITS = 3 };
    size_t digits = 0;
    for (size_t i = 0; i < word.length; i++) digits += is_digit((unsigned char)word.data[i]);
    return digits >= DIGITS;
}

/* A word with a capital that is no word of the calendar and no "The". */
static bool is_name(const clauses *c, size_t i) {
    const context_set others = CONTEXT_CALENDAR_WORD | CONTEXT_OPENER | CONTEXT_DETERMINER | CONTEXT_FIRST_PERSON;
    if (i >= c->word_count || c->words[i].date || in(c, i, others)) return false;
    return text_begins_upper(text_of(c, i)) && !is_number(text_of(c, i));
}

/* Do all words before it say when?  "0215 Intake closed" */
static bool behind_times(const clauses *c, size_t i) {
    while (i && c->words[i - 1].date) i--;
    return !i;
}

/* Is the word the first that a sentence tells with?  A date may stand before it: "3 May. Fog." */
static bool opens_sentence(const clauses *c, size_t i) {
    const annals_text text = c->x->text;
    if (c->words[i].gap >= PART_MARK || behind_times(c, i)) return true;
    size_t at = c->words[i].start, line = at;
    for (; at && (is_space_byte(text.data[at - 1]) || text.data[at - 1] == '"'); at--)
        if (text.data[at - 1] == '\n') line = at - 1;
    if (c->words[i - 1].date && line < c->words[i].start) return true;
    if (!at || !byte_in(text.data[at - 1], ".!?")) return false;
    annals_text before = text_of(c, i - 1);
    return c->words[i - 1].date || (before.length > 1 && !in(c, i - 1, CONTEXT_TITLE | CONTEXT_ABBREVIATION));
}

/* The words of a name hang together; "Hale's" ends one. */
static bool hangs_on(const clauses *c, size_t i) {
    if (i >= c->word_count || c->words[i].gap || opens_sentence(c, i)) return false;
    annals_text before = text_of(c, i - 1);
    return without_ending(before).length == before.length;
}

/* Where the name that begins with word `first` ends: "Council of the Straits", "Anna van der Meer". */
static size_t run_end(const clauses *c, size_t first) {
    enum { LINKS = 2 }; /* small words between two with capitals */
    size_t end = first + 1;
    for (size_t i = end, links = 0; hangs_on(c, i) && links <= LINKS; i++) {
        bool genitive = in(c, i, CONTEXT_GENITIVE) && in(c, i - 1, CONTEXT_ORGANISATION | CONTEXT_HONORIFIC);
        bool article = links && in(c, i, CONTEXT_DETERMINER);
        if (is_name(c, i)) end = i + 1, links = 0;
        else if (genitive || article || in(c, i, CONTEXT_PARTICLE)) links++;
        else break;
    }
    return end;
}

static bool any(const clauses *c, size_t first, size_t last, context_set contexts) {
    while (first < last && !in(c, first, contexts)) first++;
    return first < last;
}

/* Stands the word with its capital within a sentence nearby too, where only names have one? */
static bool stands_elsewhere(const clauses *c, annals_text word) {
    enum { REACH = 4096 /* bytes */ };
    const annals_text text = c->x->text;
    size_t here = offset_of(text, word), at = here > REACH ? here - REACH : 0;
    size_t end = text.length - here > REACH ? here + REACH : text.length;
    for (size_t behind = at + word.length; behind <= end; at++, behind = at + word.length) {
        const char *found = memchr(text.data + at, *word.data, end - behind + 1);
        if (!found) return false;
        at = (size_t)(found - text.data);
        behind = at + word.length;
        bool within = at > 1 && text.data[at - 1] == ' ' && is_lower((unsigned char)text.data[at - 2]);
        bool whole = behind == text.length || !is_letter((unsigned char)text.data[behind]);
        if (within && whole && !memcmp(found, word.data, word.length)) return true;
    }
    return false;
}

/* What begins a sentence has a capital anyhow: a name there has more words, or a title, or stands elsewhere too; or
 * "Marr said that". */
static bool stands_out(const clauses *c, size_t first, size_t last) {
    if (!opens_sentence(c, first) || last > first + 1 || any(c, first, last, CONTEXT_HONORIFIC | CONTEXT_GIVEN_NAME))
        return true;
    annals_text word = without_ending(text_of(c, first));
    const grammar *g = c->x->grammar;
    if (g->capital_nouns || family_of_word(g, word)) return false;
    bool says = in(c, first + 1, CONTEXT_REPORT) && !c->words[first + 1].gap && in(c, first + 2, CONTEXT_COMPLEMENT);
    bool plain = c->words[first].contexts || text_ends(word, "s"); /* "Police said that", "Officials said that" */
    return (says && !plain) || stands_elsewhere(c, word);
}

/* "the President's" too. */
static bool is_title(const clauses *c, size_t i) {
    return in_context(c->x->grammar, without_ending(text_of(c, i)), CONTEXT_HONORIFIC);
}

static bool kind_of_name(const clauses *c, size_t *first, size_t last, annals_tag_kind *kind) {
    bool titled = in(c, *first, CONTEXT_HONORIFIC), place = *first && in(c, *first - 1, CONTEXT_PLACE_LEAD);
    if (any(c, *first, last, CONTEXT_ORGANISATION)) {
        *kind = ANNALS_ORGANISATION;
        return last > *first + 1 || !titled;
    }
    while (*first < last && is_title(c, *first)) ++*first;
    if (*first < last && !text_begins_upper(text_of(c, *first))) return false; /* "Minister of Marine" */
    bool given = last > *first + 1 && in(c, *first, CONTEXT_GIVEN_NAME);
    *kind = titled || given ? ANNALS_PERSON : place ? ANNALS_PLACE : ANNALS_NAME;
    return *first < last && (*kind != ANNALS_NAME || !c->x->grammar->capital_nouns);
}

/* "U.S." has its last stop as well as its first, and "Anna P. Hale" the one of the letter; what ends a sentence is no
 * part of a name. */
static bool has_stop(const clauses *c, size_t i, bool last) {
    annals_text word = text_of(c, i), text = c->x->text;
    size_t end = c->words[i].end;
    if (end >= text.length || text.data[end] != '.') return false;
    return (word.length == 1 && !last) || (word.length > 2 && word.data[word.length - 2] == '.');
}

/* The words with single blanks. */
static annals_text spell(arena *a, const clauses *c, size_t first, size_t last) {
    text_buffer b = {0};
    for (size_t i = first; i < last; i++) {
        if (i > first) text_put(&b, annals_text_of(" "));
        text_put(&b, text_of(c, i));
        if (has_stop(c, i, i + 1 == last)) text_put(&b, annals_text_of("."));
    }
    annals_text name = {b.data, b.length};
    name = b.failed ? (annals_text){0} : arena_text(a, without_ending(name));
    text_free(&b);
    return name;
}

/* "See Hale", "Called Dent", "Rang Hale", "Second Marigold lost": the capital of the first word is the sentence's; but
 * not that of "Radio Tarnvik reports". */
static bool leads_name(const clauses *c, size_t first, size_t last) {
    const context_set deeds = CONTEXT_PRESENT | CONTEXT_PAST | CONTEXT_REPORT | CONTEXT_COPULA;
    bool subject = last < c->word_count && !c->words[last].gap && in(c, last, deeds);
    const context_set verbs = CONTEXT_CITES | CONTEXT_REPORT | CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_VERB;
    const word_family *family = family_of_word(c->x->grammar, text_of(c, first));
    bool act = family && ((family->sense == FAMILY_ACT && !subject) || family->sense == FAMILY_RANK);
    return last > first + 1 && opens_sentence(c, first) && (act || in(c, first, verbs));
}

static bool add_tag(annals_tag *tags, size_t *count, annals_tag tag) {
    for (size_t i = 0; i < *count; i++)
        if (text_equal(tags[i].name, tag.name)) return true;
    if (tag.name.data) tags[(*count)++] = tag;
    return tag.name.data;
}

bool find_tags(clauses *c, arena *a) {
    annals_tag tags[MOST_TAGS];
    size_t count = 0;
    if (c->tagged) return true;
    for (size_t first = 0, last; first < c->word_count && count < MOST_TAGS; first = last) {
        last = first + 1;
        if (!is_name(c, first)) continue;
        last = run_end(c, first);
        annals_tag tag;
        size_t from = first + leads_name(c, first, last);
        if (!stands_out(c, first, last) || !kind_of_name(c, &from, last, &tag.kind)) continue;
        tag.name = spell(a, c, from, last);
        if (!add_tag(tags, &count, tag)) return false;
    }
    c->tags = arena_copy(a, tags, count, sizeof *tags);
    c->tag_count = count;
    c->tagged = true;
    return !count || c->tags;
}
