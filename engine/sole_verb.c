/* sole_verb.c: verbs of the present that no list has, by where they stand. */
#include "sole_verb.h"

#include "around.h"
#include "language.h"
#include "text.h"

/* "My sister marries on Saturday.": of a short sentence that tells it so, with nothing behind the day. */
bool is_verb_led(const analysis *x, size_t raw) {
    enum { SHORTEST = 5, MOST_WORDS = 4 };
    const context_set noun = CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE | CONTEXT_WEAK | CONTEXT_SURE |
                             CONTEXT_JOINER | CONTEXT_SMALL | CONTEXT_REPORT;
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t start, end, words = 0, until = x->raws.items[raw].end;
    annals_text lead, verb = word_led(x, raw, &lead);
    bool newspaper = verb.data == lead.data && x->raws.items[raw].expr->weekday != UNSET; /* "graduates Saturday" */
    if (!verb.length || !(newspaper || in_context(x->grammar, lead, CONTEXT_FOLLOWER)) || until >= s->end ||
        !byte_in(x->text.data[until], ".,"))
        return false;
    if (!text_word(x->text, s->start, &start, &end) || start != s->start) return false;
    if (!in_context(x->grammar, text_slice(x->text, start, end),
                    CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE))
        return false;
    size_t at = (size_t)(verb.data - x->text.data);
    for (size_t i = s->start; text_word(x->text, i, &start, &end) && start < at; i = end) words++;
    annals_text subject = word_ending(x->text, s->start, at);
    return words >= 2 && words <= MOST_WORDS && verb.length >= SHORTEST && text_ends(verb, "s") &&
           !text_ends(verb, "ss") && !in_context(x->grammar, verb, noun) && subject.length &&
           !text_ends(subject, "s") && !text_begins_upper(verb) && !in_context(x->grammar, subject, noun) &&
           !has_role(x->grammar, subject, ROLE_UNCHANGED);
}

/* "The show moves to Bath in May.", "Mr Dale, who came in 2011, quits in May.": where no word is known for a verb, one
 * behind whom it tells of must be it. */
bool acts_before(const analysis *x, size_t raw, annals_text text, size_t from) {
    const context_set leads = CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE | CONTEXT_TITLE;
    const context_set no_subject = leads | CONTEXT_SMALL | CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_JOINER;
    bool behind = from && text.data[from - 1] == ',', led = behind; /* an aside, before which it was said who */
    size_t start, end, date = x->raws.items[raw].start;
    annals_text before = {0}, tie = word_ending(text, from, date);
    if (!has_role(x->grammar, tie, ROLE_TIE) && x->raws.items[raw].expr->weekday == UNSET) return false;
    for (size_t at = from; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        bool subject = behind || (before.length && led && !text_ends(before, "s") && start == at + 1 &&
                                  !in_context(x->grammar, before, no_subject) &&
                                  !has_role(x->grammar, before, ROLE_UNCHANGED)); /* "The firm cut jobs in May" */
        if (subject && !text_begins_upper(word) && looks_like_verb(x, word, end)) return true;
        led |= in_context(x->grammar, word, leads) || (before.length && text_begins_upper(word));
        before = word;
        behind = false;
    }
    return false;
}

bool is_staged_behind(const analysis *x, annals_text text, size_t end) {
    size_t next, behind;
    if (!text_word(text, end, &next, &behind) || next != end + 1) return false;
    annals_text verb = text_slice(text, next, behind);
    return !text_begins_upper(verb) && has_role(x->grammar, verb, ROLE_STAGED);
}

/* "the Corn Hall", "City", "third-placed City", "on" Saturday: but no other verb, as behind "the band visit". */
static bool goes_on_staged(const analysis *x, annals_text text, size_t end) {
    const context_set others = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_COPULA | CONTEXT_MODAL | CONTEXT_FUTURE |
                               CONTEXT_GENITIVE | CONTEXT_PERFECT;
    size_t next, behind;
    if (!text_word(text, end, &next, &behind) || next != end + 1) return false;
    annals_text word = text_slice(text, next, behind);
    bool compound = behind < text.length && text.data[behind] == '-';
    return compound || !in_context(x->grammar, word, others);
}

/* "The trio play the Corn Hall on Saturday", "England face Wales on Saturday", but not "Did England face Wales". */
bool band_acts(const analysis *x, size_t raw, annals_text text, size_t from) {
    size_t start, end, date = x->raws.items[raw].start;
    for (size_t at = from; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        if (has_role(x->grammar, word, ROLE_DID)) return false;
        bool band = has_role(x->grammar, word, ROLES_OF(ROLE_BAND, ROLE_GATHERING));
        bool name = text_begins_upper(word) && !in_context(x->grammar, word, CONTEXT_CALENDAR_WORD | CONTEXT_OPENER) &&
                    !text_ends(word, "'s");
        if ((band || name) && is_staged_behind(x, text, end)) {
            text_word(text, end, &start, &end);
            return end < date && goes_on_staged(x, text, end);
        }
    }
    return false;
}

/* "Classes began on 4 September and end on 7 June" */
bool goes_on_as(const analysis *x, size_t raw) {
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start;
    annals_text lead, verb = word_led(x, raw, &lead);
    if (!in_context(x->grammar, verb, CONTEXT_TIMETABLE | CONTEXT_ARRANGED) || text_begins_upper(verb)) return false;
    if (in_context(x->grammar, verb, CONTEXT_DOING | CONTEXT_PAST)) return false;
    annals_text before = word_ending(x->text, first, (size_t)(verb.data - x->text.data));
    return in_context(x->grammar, before, CONTEXT_JOINER);
}
