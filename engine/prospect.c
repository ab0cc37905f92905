/* prospect.c: what was or is yet to come by the words before its day: asked for, set, expected, put off. */
#include "prospect.h"

#include "around.h"
#include "language.h"
#include "over.h"
#include "scan.h"
#include "tense.h"
#include "text.h"

/* "It would be tried on Saturday", "he was going to sail": yet to come when it was told.  "It would have been tried"
 * never was, and who would not say did not. */
bool was_ahead(const analysis *x, annals_text text, size_t at, size_t date) {
    const context_set wanted = CONTEXT_FORETOLD | CONTEXT_GOING, verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE;
    size_t start, end, next, behind;
    bool told = false;
    for (; text_word(text, at, &start, &end) && text_word(text, end, &next, &behind); at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_among(x->grammar, word, wanted | verbs);
        if (start > date && told) return false;
        told |= is_past(word, contexts);
        if (!(contexts & wanted)) continue;
        annals_text follower = text_slice(text, next, behind);
        if (contexts & CONTEXT_GOING && !in_context(x->grammar, follower, CONTEXT_INFINITIVE)) continue;
        if (contexts & CONTEXT_GOING) { /* "was going to sail", "was to sail", but not "was to have sailed" */
            bool done = text_word(text, behind, &next, &behind) &&
                        in_context(x->grammar, text_slice(text, next, behind), CONTEXT_PERFECT);
            return !done;
        }
        if (in_context(x->grammar, follower, CONTEXT_NEGATION) && text_word(text, behind, &next, &behind))
            follower = text_slice(text, next, behind);
        return !in_context(x->grammar, follower, CONTEXT_PERFECT | CONTEXT_REPORT);
    }
    return false;
}

/* "He said he'd come on Friday", but not "he'd gone"; "I said I should write", but not "I should write". */
static bool would(const analysis *x, annals_text text, annals_text word, size_t end, bool said) {
    const context_set done = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_DONE | CONTEXT_PERFECT;
    context_set contexts = contexts_among(x->grammar, word, CONTEXT_MODAL | CONTEXT_POSSIBLE | CONTEXT_PERHAPS);
    bool shall = said && contexts & CONTEXT_MODAL && (!(contexts & CONTEXT_POSSIBLE) || contexts & CONTEXT_PERHAPS);
    bool had_or_would = is_short_form(word) && text_ends(word, "d");
    size_t next, behind;
    if (!(shall || had_or_would)) return false;
    for (size_t at = end; text_word(text, at, &next, &behind); at = behind) {
        annals_text follower = text_slice(text, next, behind);
        if (in_context(x->grammar, follower, CONTEXT_NEGATION) || text_ends(follower, "ly")) continue;
        return !in_context(x->grammar, follower, done) && !text_begins_upper(follower);
    }
    return false;
}

bool is_foretelling(const analysis *x, annals_text text, size_t at, size_t date) {
    size_t start, end;
    bool said = false;
    for (; text_word(text, at, &start, &end) && start < date; at = end) {
        annals_text word = text_slice(text, start, end);
        if (would(x, text, word, end, said)) return true;
        context_set contexts = contexts_among(x->grammar, word, CONTEXT_REPORT | CONTEXT_PAST | CONTEXT_PARTICIPLE);
        said |= contexts & CONTEXT_REPORT && contexts & (CONTEXT_PAST | CONTEXT_PARTICIPLE);
    }
    return false;
}

bool is_count(const analysis *x, annals_text word) {
    return word.length && (is_digit((unsigned char)*word.data) || is_of_category(x->grammar, word, "count"));
}

/* "to 2", "to two" */
static bool is_count_behind(const analysis *x, annals_text text, size_t end) {
    size_t next, behind;
    if (end + 1 < text.length && is_digit((unsigned char)text.data[end + 1])) return true;
    return text_word(text, end, &next, &behind) && is_count(x, text_slice(text, next, behind));
}

/* "I have asked them to name one by Wednesday": what is asked for lies ahead of the asking. */
bool was_asked(const analysis *x, annals_text text, size_t at, size_t date) {
    const context_set wanted = CONTEXT_INTENT | CONTEXT_INFINITIVE | CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_DENIAL;
    const context_set no_verb = CONTEXT_DETERMINER | CONTEXT_SPECIFIER | CONTEXT_FIRST_PERSON | CONTEXT_PRONOUN;
    size_t start, end, next, behind;
    bool asked = false, to = false;
    for (; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_among(x->grammar, word, wanted);
        if ((to && is_past(word, contexts)) || contexts & CONTEXT_DENIAL) return false; /* "denies any order to fire" */
        bool verb = contexts & CONTEXT_INFINITIVE && text_word(text, end, &next, &behind) && next < date &&
                    !text_begins_upper(text_slice(text, next, behind)) && !is_count_behind(x, text, end) &&
                    !in_context(x->grammar, text_slice(text, next, behind), no_verb);
        to |= asked && verb;
        asked |= contexts & CONTEXT_INTENT || has_role(x->grammar, word, ROLE_BID);
    }
    return to;
}

/* "He expects no change until May", but not "the plan until May", "was agreed": a verb. */
static bool expects(const analysis *x, annals_text text, size_t at, size_t start, size_t end) {
    const context_set noun = CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE | CONTEXT_GENITIVE |
                             CONTEXT_COPULA | CONTEXT_PRESENT | CONTEXT_PARTICIPLE | CONTEXT_PERFECT;
    annals_text word = text_slice(text, start, end), before = word_ending(text, at, start);
    context_set contexts = contexts_of(x->grammar, word);
    bool past = contexts & (CONTEXT_PAST | CONTEXT_PARTICIPLE) && !(contexts & CONTEXT_OWED); /* but "need" */
    return before.length && !in_context(x->grammar, before, noun) && !past && !text_begins_upper(word);
}

/* "a copy of", "a tour in" */
static bool ties(const grammar *g, annals_text word, context_set contexts) {
    return contexts & CONTEXT_GENITIVE || has_role(g, word, ROLE_LEAD);
}

/* "They want it finished by Christmas for release in May", "she plans a sale in May": what one wants lies ahead, with
 * what is to be done to it; but "they want the report published in May", "a copy of the report finished by May", "the
 * players who came in July". */
bool is_wanted(const analysis *x, size_t raw, annals_text text, size_t at, size_t date) {
    const context_set others = CONTEXT_RELATIVE | CONTEXT_SUBORDINATE | CONTEXT_COMPLEMENT | CONTEXT_ADVERSE;
    enum { NOTHING, WANTED, TIED, DONE } said = NOTHING; /* a preposition leads to no participle */
    size_t start, end, wanted = date, first = at;
    annals_text lead;
    word_led(x, raw, &lead);
    if (lead.length) date = (size_t)(lead.data - x->text.data);
    if (is_of_noun(x, raw)) return false;
    for (; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_of(x->grammar, word);
        bool done = is_past(word, contexts) || contexts & CONTEXT_DONE;
        bool parts = text_find_any(text, at, start, ",;:") < start || contexts & others;
        if (parts || (said == TIED && done)) said = NOTHING;
        else if (said == WANTED && done) said = DONE;
        else if (said == WANTED && start > wanted + 1 && ties(x->grammar, word, contexts)) said = TIED;
        if (contexts & CONTEXT_PURPOSE && expects(x, text, first, start, end)) said = WANTED, wanted = end;
    }
    if (is_before(x, text, x->raws.items[raw].end, CONTEXT_PARTICIPLE | CONTEXT_DONE)) return false;
    bool ends = is_end(x, raw) || (raw && x->raws.items[raw - 1].start > wanted && is_end(x, raw - 1));
    return said == WANTED || (said != NOTHING && ends);
}

/* "They hoped for an answer by Saturday": what was hoped for by a term, and nothing tells that it came. */
bool was_hoped_for(const analysis *x, size_t raw, annals_text text, size_t at) {
    size_t start, end, date = x->raws.items[raw].start;
    bool hoped = false;
    if (!is_end(x, raw)) return false;
    for (; text_word(text, at, &start, &end); at = end) {
        annals_text word = text_slice(text, start, end);
        bool past = is_past(word, contexts_of(x->grammar, word));
        if (start > date && past) return false;
        if (start < date) hoped |= past && has_role(x->grammar, word, ROLE_HOPED);
    }
    return hoped;
}

/* "Prometió pagar el viernes", "Er hat versprochen, am Freitag zu zahlen": where no word such as "to" leads to what was
 * promised, something else than the day stands behind the promise. */
bool was_promised(const analysis *x, annals_text text, size_t at, size_t date) {
    const context_set small = CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_FOLLOWER | CONTEXT_DETERMINER;
    size_t start, end, behind = 0;
    bool other = false;
    if (x->grammar == language_by_default()) return false;
    for (; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_of(x->grammar, word);
        if (contexts & (CONTEXT_DENIAL | CONTEXT_HAD)) return false;
        bool past = is_past(word, contexts) || contexts & CONTEXT_DONE;
        if (contexts & CONTEXT_INTENT && past) behind = end, other = false;
        else other |= !(contexts & small);
    }
    return behind && (other || text_find_any(text, behind, date, ",") < date);
}

/* "I meant to write on Sunday": who speaks of his own past intent may have let it pass. */
bool was_own_intent(const analysis *x, annals_text text, size_t at, size_t date) {
    size_t start, end;
    bool self = false;
    for (; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_of(x->grammar, word);
        if (self && contexts & CONTEXT_INTENT && is_past(word, contexts)) return true;
        self = contexts & CONTEXT_FIRST_PERSON;
    }
    return false;
}

/* "I had ordered the valves to be opened on Monday": what had been asked for lies behind, but a hope may not. */
bool had_asked(const analysis *x, annals_text text, size_t at, size_t date) {
    const context_set open = CONTEXT_FORESEEN | CONTEXT_PURPOSE;
    size_t start, end;
    bool had = false, asked = false;
    for (; text_word(text, at, &start, &end) && end < date; at = end) {
        context_set contexts = contexts_of(x->grammar, text_slice(text, start, end));
        if (asked && contexts & CONTEXT_INFINITIVE) return !memchr(text.data + end, ',', date - end);
        asked |= had && contexts & CONTEXT_INTENT && !(contexts & open);
        had = contexts & CONTEXT_HAD;
    }
    return false;
}

/* "Monday works for me" */
static bool suits(const analysis *x, const raw_mention *day) {
    size_t start, end;
    return day->expr->kind == EXPR_POINT && day->expr->weekday != UNSET && text_word(x->text, day->end, &start, &end) &&
           start == day->end + 1 && has_role(x->grammar, text_slice(x->text, start, end), ROLE_SUITS);
}

/* "The burial is on the 9th", "the burial is Monday", but not "the letter is of the 9th" */
bool is_set_for(const analysis *x, size_t raw) {
    annals_text lead;
    annals_text word = word_led(x, raw, &lead);
    if (has_role(x->grammar, word, ROLE_ASIDE)) word = word_ending(x->text, 0, (size_t)(word.data - x->text.data));
    context_set contexts = contexts_of(x->grammar, word); /* "The lease is up on the 9th" */
    const raw_mention *m = &x->raws.items[raw];
    bool subject = m->start == x->sentences.items[x->sentence_of.items[raw]].start; /* "Tuesday is my birthday" */
    if (subject && is_before(x, x->text, m->end, CONTEXT_PRESENT)) return true;
    if (suits(x, m) && !in_context(x->grammar, lead, CONTEXT_FOLLOWER & ~CONTEXT_JOINER)) return true;
    if (in_context(x->grammar, lead, CONTEXT_PRESENT)) return true;
    return contexts & CONTEXT_PRESENT && lead.length && !in_context(x->grammar, lead, CONTEXT_WRITTEN_ON);
}

/* ", expected on Wednesday,", ", due on Wednesday,": said of what was named before the comma. */
bool is_expected_aside(const analysis *x, size_t raw) {
    size_t start, end, at = past_comma(x, raw, CLAUSE_REACH), date = x->raws.items[raw].start;
    const raw_mention *m = &x->raws.items[raw];
    bool closed = m->end < x->text.length && byte_in(x->text.data[m->end], ",");
    if (!at || !closed || !text_word(x->text, at, &start, &end) || end >= date) return false;
    annals_text word = text_slice(x->text, start, end);
    if (!has_role(x->grammar, word, ROLE_PROSPECT) || is_before(x, x->text, m->end, CONTEXT_PAST)) return false;
    while (text_word(x->text, end, &start, &end) && start < date)
        if (!has_role(x->grammar, text_slice(x->text, start, end), ROLE_TIE)) return false;
    return true;
}

/* "Deep freeze to grip the county over the weekend", "Bridge closed until autumn": headlines have no full stop, and
 * leave out what makes a verb of these. */
bool is_headline_ahead(const analysis *x, size_t raw, annals_text text, size_t from) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_TIMETABLE | CONTEXT_PERFECT;
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t start, end, date = x->raws.items[raw].start;
    bool to = false;
    if (byte_in(x->text.data[s->end - 1], ".!?\"':;,)") || from != s->start) return false;
    for (size_t at = from; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_among(x->grammar, word, verbs | CONTEXT_PARTICIPLE | CONTEXT_INFINITIVE);
        if (contexts & CONTEXT_PARTICIPLE && is_end(x, raw) && start > from) return true;
        if (contexts & verbs) return false;
        to |= contexts & CONTEXT_INFINITIVE && start > from;
    }
    return to;
}

/* "must", "should": what is yet to be done; "could" and "would" tell of the past too. */
bool obliges(const grammar *g, annals_text word) {
    return in_context(g, word, CONTEXT_MODAL) && !in_context(g, word, CONTEXT_FORETOLD | CONTEXT_POSSIBLE);
}

bool is_question(const analysis *x, size_t raw) {
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    return x->text.data[s->end - 1] == '?';
}

/* "Try me again in May": no past, and no preposition or thing, before whom it is done to. */
bool commands(const analysis *x, annals_text text, size_t start, size_t end) {
    const context_set others = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_DONE | CONTEXT_DOING | CONTEXT_WEAK |
                               CONTEXT_SURE | CONTEXT_FOLLOWER | CONTEXT_SMALL | CONTEXT_PLACE_LEAD | CONTEXT_OPENER |
                               CONTEXT_SUBJECT | CONTEXT_SUBORDINATE | CONTEXT_PRESENT | CONTEXT_REPORT;
    size_t next, behind;
    annals_text word = text_slice(text, start, end);
    bool whom = text_word(text, end, &next, &behind) && next == end + 1 &&
                has_role(x->grammar, text_slice(text, next, behind), ROLE_OBJECT);
    return whom && !text_ends(word, "s") && !in_context(x->grammar, word, others) &&
           !has_role(x->grammar, word, ROLE_NO_VERB);
}

/* "Meet me on Monday", "Reply by Friday", but not "Reply to the note": behind the word stands whom or when. */
static bool bids(const analysis *x, size_t raw, size_t start, size_t end) {
    const context_set whom = CONTEXT_POSSESSIVE | CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_PRONOUN |
                             CONTEXT_FIRST_PERSON | CONTEXT_SECOND_PERSON;
    static const char *const others[] = {"me", "us", "him", "it", "them", "by", "on", "before", "at", "and"};
    size_t s, e;
    if (start != x->sentences.items[x->sentence_of.items[raw]].start) return false;
    if (commands(x, x->text, start, end)) return true;
    context_set contexts = contexts_of(x->grammar, text_slice(x->text, start, end));
    if (!(contexts & CONTEXT_BIDDING)) return false;
    if (contexts & CONTEXT_NEGATION) return true; /* "Don't forget Monday" */
    if (end + 1 >= x->raws.items[raw].start || x->grammar != language_by_default()) return true;
    annals_text next = text_word(x->text, end, &s, &e) ? text_slice(x->text, s, e) : (annals_text){0};
    return in_context(x->grammar, next, whom) || IN(next, others);
}

/* "pushed back a week to the 25th": the word before how far. */
static annals_text before_length(const analysis *x, size_t first, annals_text word) {
    const annals_text unit = word;
    if (!is_of_category(x->grammar, unit, "units") && !is_of_category(x->grammar, unit, "unit") &&
        !is_of_category(x->grammar, unit, "unit-one"))
        return word;
    word = word_ending(x->text, first, (size_t)(word.data - x->text.data));
    bool counts = is_count(x, word) || is_of_category(x->grammar, word, "article");
    return counts ? word_ending(x->text, first, (size_t)(word.data - x->text.data)) : unit;
}

/* "The hearing is postponed to the 9th", "was put off from the 2nd until the 9th", behind such a lead */
bool is_moved_to(const analysis *x, size_t raw, context_set leads) {
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start;
    annals_text lead, word = word_led(x, raw, &lead);
    if (!word.length || !(in_context(x->grammar, lead, leads) || has_role(x->grammar, lead, ROLE_SET_FOR)))
        return false;
    word = before_length(x, first, word);
    bool aside = has_role(x->grammar, word, ROLE_ASIDE);
    if (aside) word = word_ending(x->text, first, (size_t)(word.data - x->text.data));
    if (has_role(x->grammar, word, ROLE_MOVED) || (aside && has_role(x->grammar, word, ROLE_PUT))) return true;
    bool to = text_same_word(lead, "to"); /* "The practice moved to Thursday" */
    return has_role(x->grammar, word, ROLE_SHIFTED) &&
           (to ||
            in_context(x->grammar, word_ending(x->text, first, (size_t)(word.data - x->text.data)), CONTEXT_COPULA));
}

/* "moved from Saturday to Sunday": the second of the two. */
bool is_moved_on(const analysis *x, size_t raw) {
    if (!raw || x->sentence_of.items[raw - 1] != x->sentence_of.items[raw]) return false;
    annals_text between = text_trim(text_slice(x->text, x->raws.items[raw - 1].end, x->raws.items[raw].start));
    return in_context(x->grammar, between, CONTEXT_INFINITIVE | CONTEXT_UP_TO) &&
           is_moved_to(x, raw - 1, CONTEXT_RANGE_LEAD);
}

/* "More rain expected on Saturday", "A vote is possible late on Wednesday", but not "was possible", "as expected". */
bool is_in_prospect(const analysis *x, size_t raw, annals_text text, size_t at) {
    const context_set others =
        CONTEXT_PAST | CONTEXT_PERFECT | CONTEXT_NEGATION | CONTEXT_THAN | CONTEXT_WEAK | CONTEXT_SUBJECT;
    const context_set owners = CONTEXT_OWNER | CONTEXT_POSSESSIVE | CONTEXT_DETERMINER; /* "cut its forecast in May" */
    size_t start, end, date = x->raws.items[raw].start;
    annals_text before = {0}, lead, leads = word_led(x, raw, &lead);
    bool prospect = false;
    for (; text_word(text, at, &start, &end); at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_of(x->grammar, word);
        bool led = before.length && !in_context(x->grammar, before, others);
        led &= leads.data != word.data || !in_context(x->grammar, before, owners);
        bool opens = start < date && led && has_role(x->grammar, word, ROLE_PROSPECT);
        opens = opens && !is_before(x, text, end, CONTEXT_DETERMINER | CONTEXT_OWNER); /* "Dale forecast a loss" */
        if (is_past(word, contexts) && opens) /* "expected in the north on Saturday", but not "expected nothing" */
            opens = leads.data == word.data || is_before(x, text, end, CONTEXT_PLACE_LEAD);
        if (is_past(word, contexts) && !opens) return false;
        prospect |= opens;
        before = word;
    }
    return prospect;
}

/* "wurde auf den 15. Juni festgesetzt", "bis zum 15. Juni verlängert": where the verb stands behind. */
bool is_set_behind(const analysis *x, size_t raw, annals_text text) {
    size_t start, end, date = x->raws.items[raw].end;
    annals_text lead, before = word_led(x, raw, &lead);
    bool leads =
        is_end(x, raw) || has_role(x->grammar, lead, ROLE_SET_FOR) || has_role(x->grammar, before, ROLE_SET_FOR);
    date += x->grammar->dots_ordinals && date < text.length && text.data[date] == '.'; /* "den 15." */
    return leads && text_word(text, date, &start, &end) && start == date + 1 &&
           has_role(x->grammar, text_slice(text, start, end), ROLES_OF(ROLE_MOVED, ROLE_PUT_OFF));
}

/* What no past verb tells of is yet to come where it is asked for, allowed, or a condition; or where it is denied that
 * it comes before its term. */
bool is_awaited(const analysis *x, size_t raw, annals_text text, size_t at) {
    const size_t first = at;
    bool ends = is_end(x, raw);
    size_t start, end, date = x->raws.items[raw].start;
    for (; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_of(x->grammar, word);
        if (contexts & (CONTEXT_REQUEST | CONTEXT_CONDITION) || bids(x, raw, start, end)) return true;
        if (contexts & CONTEXT_ALLOWED && !text_begins_upper(word)) return true; /* no "May" */
        bool foresees = contexts & CONTEXT_OPINION; /* "They expect more rain over the weekend" */
        if ((ends || foresees) && contexts & CONTEXT_PURPOSE && expects(x, text, first, start, end)) return true;
        bool denied = contexts & (CONTEXT_NEGATION | CONTEXT_NONE) || has_role(x->grammar, word, ROLE_LIKELY);
        if (ends && denied) return true;
    }
    return false;
}

/* "I have a dentist on Tuesday", "We are free on Friday": between what is and its day stands no more than what it is.
 */
bool is_engaged(const analysis *x, size_t raw, annals_text text, size_t at) {
    const context_set verbs = CONTEXT_PRESENT | CONTEXT_OWED, leads = CONTEXT_WEAK | CONTEXT_SURE;
    const context_set others = leads | CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_DONE;
    enum { MOST_WORDS = 6 };
    size_t start, end, words = MOST_WORDS + 1;
    annals_text lead = word_ending(x->text, at, x->raws.items[raw].start);
    bool adverb = has_role(x->grammar, lead, ROLE_NO_VERB); /* "I'm here Tuesday" */
    bool led = !adverb && in_context(x->grammar, lead, CONTEXT_FOLLOWER) && !in_context(x->grammar, lead, leads);
    size_t until = led ? (size_t)(lead.data - x->text.data) : x->raws.items[raw].start;
    bool spoken = led, subject = false; /* "I'm here Thursday", "we are free Friday" */
    if (x->raws.items[raw].expr->named != UNSET) return false;
    for (; text_word(text, at, &start, &end) && start < until; at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_among(x->grammar, word, verbs | others | CONTEXT_DOING | CONTEXT_OWNER);
        if (in_context(x->grammar, word, CONTEXT_PLACE_LEAD) && text_begins_upper(text_slice(text, end + 1, until)))
            contexts &= ~leads;                          /* "is in Nevada on Saturday" */
        bool doing = !words && contexts & CONTEXT_DOING; /* "are looking into a theft on Tuesday" */
        bool other = doing || (contexts & others && !(contexts & CONTEXT_OWNER)); /* "the" leads to dates, too */
        spoken |= contexts & verbs && (subject || is_short_form(word));
        subject = in_context(x->grammar, word, CONTEXT_SUBJECT);
        words = contexts & verbs ? 0 : other ? MOST_WORDS + 1 : words + 1;
    }
    return spoken && words && words <= MOST_WORDS;
}

/* "The permit has been renewed through March", "they have suspended it through March": not "has led through March". */
bool holds_through(const analysis *x, size_t raw, annals_text text, size_t at) {
    const context_set done = CONTEXT_PARTICIPLE | CONTEXT_DONE;
    size_t start, end, date = x->raws.items[raw].start;
    bool has = false, been = false, holds = false;
    annals_text lead;
    word_led(x, raw, &lead);
    if (!text_same_word(lead, "through")) return false;
    for (; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_of(x->grammar, word);
        holds |= has && contexts & done && (been || has_role(x->grammar, word, ROLES_OF(ROLE_PUT_OFF, ROLE_MOVED)));
        been = (has && contexts & CONTEXT_COPULA) || (been && text_ends(word, "ly"));
        has |= contexts & CONTEXT_PERFECT;
        if (text_find_any(text, at, start, ",;:") < start) has = holds = false;
    }
    return holds;
}

/* "put the vote off until Thursday", "was ruled out until Thursday", "has been shut until Thursday": what waits for a
 * day had none yet. */
bool is_put_off(const analysis *x, size_t raw, annals_text text, size_t at) {
    size_t start, end, date = x->raws.items[raw].start;
    bool waits = false;
    if (x->raws.items[raw].expr->limit != LIMIT_UNTIL) return false;
    for (; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        bool out = text_same_word(word, "out") && text_same_word(word_ending(text, 0, start), "ruled");
        waits = out || has_role(x->grammar, word, ROLES_OF(ROLE_PUT_OFF, ROLE_MOVED)) ||
                (waits && !in_context(x->grammar, word, CONTEXT_JOINER));
    }
    return waits;
}

/* "They declared a truce beginning Friday", "The law takes effect starting Friday", "He told them to rest, starting
 * Friday", but not "It rained, beginning Friday". */
bool sets_in(const analysis *x, size_t raw, annals_text text, size_t at) {
    size_t start, end, date = x->raws.items[raw].start;
    annals_text lead, before = word_led(x, raw, &lead);
    if (!has_role(x->grammar, lead, ROLE_OUTSET) && !has_role(x->grammar, before, ROLE_OUTSET)) return false;
    const context_set ahead = CONTEXT_INTENT | CONTEXT_REPORT | CONTEXT_TIMETABLE;
    for (; text_word(text, at, &start, &end) && end < date; at = end)
        if (in_context(x->grammar, text_slice(text, start, end), ahead)) return true;
    return false;
}

/* "a dividend payable on the 9th", but not "it was payable on the 9th" */
bool falls_due(const analysis *x, size_t raw) {
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start;
    annals_text lead, word = word_led(x, raw, &lead);
    return has_role(x->grammar, word, ROLE_PAYABLE) &&
           !in_context(x->grammar, word_ending(x->text, first, (size_t)(word.data - x->text.data)), CONTEXT_PAST);
}

/* "Sunday at the latest" */
bool is_term(const analysis *x, size_t raw) {
    enum { MOST_WORDS = 3 };
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t start, end, from = x->raws.items[raw].end;
    annals_text lead, text = text_slice(x->text, 0, text_find_any(x->text, from, s->end, ",;:.()"));
    if (has_role(x->grammar, word_led(x, raw, &lead), ROLE_TERM)) return true;
    for (size_t at = from, i = 0; i < MOST_WORDS && text_word(text, at, &start, &end); at = end, i++)
        if (has_role(x->grammar, text_slice(text, start, end), ROLE_TERM)) return true;
    return false;
}

/* "to open", but not "to Port", "to the" */
static bool leads_to_verb(const analysis *x, annals_text word, size_t end) {
    const context_set no_verb = CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_SPECIFIER | CONTEXT_FIRST_PERSON;
    size_t next, behind;
    if (!in_context(x->grammar, word, CONTEXT_INFINITIVE) || !text_word(x->text, end, &next, &behind)) return false;
    annals_text verb = text_slice(x->text, next, behind);
    return next == end + 1 && !text_begins_upper(verb) && !in_context(x->grammar, verb, no_verb) &&
           !has_role(x->grammar, verb, ROLE_OBJECT);
}

/* "Town Hall, Friday, 8pm", "matinee Sat, 2.30pm": no preposition leads to the day, and its hour stands with it. */
static bool is_listed(const analysis *x, size_t raw) {
    const raw_mention *m = &x->raws.items[raw];
    annals_text lead = word_ending(x->text, x->sentences.items[x->sentence_of.items[raw]].start, m->start);
    return m->expr->kind == EXPR_POINT && m->expr->weekday != UNSET && m->expr->hour != UNSET &&
           m->expr->day == UNSET && !has_role(x->grammar, lead, ROLE_TIE);
}

notice notice_of(const analysis *x, size_t raw) {
    enum { MOST_WORDS = 12 };
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_DONE | CONTEXT_PRESENT | CONTEXT_MODAL |
                              CONTEXT_FUTURE | CONTEXT_OWED | CONTEXT_PERFECT | CONTEXT_TIMETABLE | CONTEXT_VERB |
                              CONTEXT_REPORT | CONTEXT_INTENT | CONTEXT_COPULA;
    const raw_mention *m = &x->raws.items[raw];
    size_t start, end, words = 0, at;
    bool ahead = false, said = false;
    annals_text text = surroundings(x, raw, &at); /* "Two were caught; to appear on Monday" */
    for (; text_word(text, at, &start, &end); at = end) {
        annals_text word = text_slice(text, start, end);
        if (start >= m->start && start < m->end) continue;
        if (++words > MOST_WORDS || in_context(x->grammar, word, verbs)) return NOTICE_NONE;
        said |= start < m->start;
        bool due = has_role(x->grammar, word, ROLE_NEXT) || leads_to_verb(x, word, end); /* "Talks to open Monday" */
        ahead |= due && start < m->start;
    }
    ahead |= said && is_listed(x, raw);
    return ahead ? NOTICE_AHEAD : said ? NOTICE_OPEN : NOTICE_NONE;
}

bool was_planned_then(const analysis *x, size_t raw) {
    const context_set was = CONTEXT_GOING | CONTEXT_COPULA;
    size_t at = x->sentences.items[x->sentence_of.items[raw]].start, start, end, date = x->raws.items[raw].start;
    bool past = false, had = false, planned = false;
    for (; text_word(x->text, at, &start, &end) && end < date; at = end) {
        context_set contexts = contexts_of(x->grammar, text_slice(x->text, start, end));
        bool foreseen = contexts & (had ? CONTEXT_FORESEEN | CONTEXT_FIXED_FOR : CONTEXT_FORESEEN);
        planned = past && foreseen ? true : planned && !(contexts & (CONTEXT_MODAL | CONTEXT_FUTURE));
        had = contexts & CONTEXT_HAD || (had && contexts & CONTEXT_COPULA);
        past = had || (contexts & was) == was;
    }
    return planned;
}

/* "Saturday's high may not climb above nought", "Sunday could bring rain", but not "Sunday's race could have been run":
 * what a day may bring, where it is the subject. */
bool may_befall(const analysis *x, size_t raw) {
    enum { MOST_WORDS = 5, POSSESSIVE = 3 /* bytes */ };
    const context_set none = CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_JOINER | CONTEXT_PAST | CONTEXT_PRESENT;
    size_t start, end, at = x->raws.items[raw].end;
    bool owns = text_starts(text_slice(x->text, at, x->text.length), "'s ") ||
                text_starts(text_slice(x->text, at, x->text.length), "\xE2\x80\x99s ");
    if (!owns && !opens_sentence(x, raw)) return false;
    if (owns) at += x->text.data[at] == '\'' ? POSSESSIVE - 1 : POSSESSIVE + 1;
    for (int i = 0; i < MOST_WORDS && text_word(x->text, at, &start, &end) && start <= at + 1; i++, at = end) {
        annals_text word = text_slice(x->text, start, end);
        context_set contexts = contexts_of(x->grammar, word);
        if (contexts & (CONTEXT_POSSIBLE | CONTEXT_PERHAPS)) {
            if (!text_word(x->text, end, &start, &end)) return false;
            if (in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_NEGATION) &&
                !text_word(x->text, end, &start, &end))
                return false;
            return !in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_PERFECT);
        }
        if (contexts & none || (!owns && i)) return false;
    }
    return false;
}

bool was_to_have(const analysis *x, size_t raw) {
    enum { NOTHING, WAS, TO, HAVE } heard = NOTHING;
    size_t at, start, end, date = x->raws.items[raw].start;
    annals_text text = surroundings(x, raw, &at);
    for (; heard != HAVE && text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        if (heard == TO && in_context(x->grammar, word, CONTEXT_PERFECT)) heard = HAVE;
        else if (heard == WAS && in_context(x->grammar, word, CONTEXT_INFINITIVE)) heard = TO;
        else heard = in_context(x->grammar, word, CONTEXT_GOING) ? WAS : NOTHING;
    }
    return heard == HAVE;
}

bool had_to(const analysis *x, size_t raw) {
    size_t at, start, end, date = x->raws.items[raw].start;
    annals_text text = surroundings(x, raw, &at);
    for (; text_word(text, at, &start, &end) && end < date; at = end)
        if (in_context(x->grammar, text_slice(text, start, end), CONTEXT_HAD) &&
            is_before(x, text, end, CONTEXT_INFINITIVE))
            return true;
    return false;
}

bool was_hoped(const analysis *x, size_t raw) {
    size_t at;
    annals_text text = surroundings(x, raw, &at);
    size_t date = x->raws.items[raw].start;
    if (was_own_intent(x, text, at, date) || was_promised(x, text, at, date)) return true;
    return was_hoped_for(x, raw, text, at) && !was_ahead(x, text, at, date) && !was_asked(x, text, at, date) &&
           !is_foretelling(x, text, at, date);
}
