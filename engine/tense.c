/* tense.c: whether a sentence tells of what was or of what will be. */
#include "tense.h"

#include "around.h"
#include "language.h"
#include "over.h"
#include "prospect.h"
#include "sole_verb.h"
#include "stem.h"
#include "text.h"
#include "twins.h"

#include <string.h>

bool is_newspaper_day(const analysis *x, size_t raw) {
    const context_set leads = CONTEXT_FOLLOWER | CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_DETERMINER;
    const context_set spoken = CONTEXT_PRESENT | CONTEXT_FUTURE;
    size_t at, start, end, date = x->raws.items[raw].start;
    annals_text text = surroundings(x, raw, &at), before = word_ending(text, at, date);
    if (x->grammar != language_by_default()) return false; /* "dimanche", "domingo" never need one */
    if (!before.length || in_context(x->grammar, before, leads)) return false;
    for (; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        bool short_form = is_short_form(word) && in_context(x->grammar, word, spoken); /* "she's" */
        if (short_form || in_context(x->grammar, word, CONTEXT_FIRST_PERSON | CONTEXT_SECOND_PERSON)) return false;
    }
    return true;
}

bool opens_sentence(const analysis *x, size_t raw) {
    enum { PREPOSITION = 5 };
    return x->raws.items[raw].start - x->sentences.items[x->sentence_of.items[raw]].start < PREPOSITION;
}

bool is_of_noun(const analysis *x, size_t raw) {
    annals_text lead;
    word_led(x, raw, &lead);
    return in_context(x->grammar, lead, CONTEXT_GENITIVE);
}

/* "The vote, once planned": of a noun, and no verb of the sentence. */
static bool is_planned_once(const analysis *x, size_t first, annals_text verb) {
    size_t at = (size_t)(verb.data - x->text.data);
    annals_text once = word_ending(x->text, first, at);
    if (!once.length || !has_role(x->grammar, once, ROLE_FORMERLY)) return false;
    size_t before = (size_t)(once.data - x->text.data);
    return before > first + 1 && x->text.data[before - 2] == ',' &&
           in_context(x->grammar, verb, CONTEXT_FORESEEN | CONTEXT_FIXED_FOR | CONTEXT_EXPECTED);
}

bool was_planned_once(const analysis *x, size_t raw) {
    size_t end = x->raws.items[raw].end;
    if (end >= x->text.length || x->text.data[end] != ',') return false;
    annals_text lead, verb = word_led(x, raw, &lead);
    return verb.data != lead.data && verb.length &&
           is_planned_once(x, x->sentences.items[x->sentence_of.items[raw]].start, verb);
}

enum { FUTURE_BEHIND = 1, FUTURE_BEFORE, FUTURE_FORESEEN, FUTURE_FORESEEN_THEN };

/* Is the month, or quarter, of such a thing: "December futures", "the May wheat futures", "their June figures"? */
static bool is_month_of(const analysis *x, size_t raw, role_set role) {
    enum { MOST_WORDS = 2 };
    size_t start, end, at = x->raws.items[raw].end;
    const expr *e = x->raws.items[raw].expr;
    if ((e->month == UNSET && e->quarter == UNSET) || e->day != UNSET) return false;
    for (int i = 0; i < MOST_WORDS && text_word(x->text, at, &start, &end) && start == at + 1; i++, at = end)
        if (has_role(x->grammar, text_slice(x->text, start, end), role)) return true;
    return false;
}

/* "They will report their June figures", but not "raise their June output": what is made known of them is over. */
static bool is_made_known(const analysis *x, size_t raw) {
    size_t start, end, at, date = x->raws.items[raw].start;
    if (!is_month_of(x, raw, ROLE_TALLY)) return false;
    for (surroundings(x, raw, &at); text_word(x->text, at, &start, &end) && end < date; at = end)
        if (has_role(x->grammar, text_slice(x->text, start, end), ROLE_PUBLISHES)) return true;
    return false;
}

/* "the coming elections in March": a noun of which the word before it says that it is yet to come. */
static bool is_upcoming(const analysis *x, size_t raw) {
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start;
    annals_text lead, noun = word_led(x, raw, &lead);
    if (noun.data == lead.data || !noun.length || !has_role(x->grammar, lead, ROLE_TIE)) return false;
    annals_text before = word_ending(x->text, first, (size_t)(noun.data - x->text.data));
    return has_role(x->grammar, before, ROLE_UPCOMING);
}

/* "the fair planned for May", "they have called a strike for Monday"; or then: "a strike was called for Monday". */
static int find_foreseen(const analysis *x, size_t raw, annals_text text, size_t at) {
    const context_set now = CONTEXT_PRESENT | CONTEXT_PERFECT | CONTEXT_FUTURE | CONTEXT_MODAL;
    size_t start, end, date = x->raws.items[raw].start;
    bool foreseen = false, then = false;
    annals_text lead;
    word_led(x, raw, &lead);
    if (!has_role(x->grammar, lead, ROLE_MEANT_FOR)) return false;
    if (is_before(x, x->text, x->raws.items[raw].end, CONTEXT_FIXED_FOR))
        return FUTURE_FORESEEN; /* "for July delivery" */
    for (; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts =
            contexts_among(x->grammar, word, CONTEXT_FORESEEN | CONTEXT_FIXED_FOR | CONTEXT_PAST | now);
        bool hoped = has_role(x->grammar, word, ROLE_HOPED); /* "they promised it for Monday" */
        foreseen |= contexts & (CONTEXT_FORESEEN | CONTEXT_FIXED_FOR) || hoped;
        then = !(contexts & now) && (then || contexts & (CONTEXT_PAST | CONTEXT_FIXED_FOR) || hoped);
    }
    return !foreseen ? false : then ? FUTURE_FORESEEN_THEN : FUTURE_FORESEEN;
}

/* ", due to expire at midnight", "begun in May and due to end": what is due to be done, but not "due to the rain",
 * "which was due to sail". */
static bool is_due_to(const analysis *x, annals_text text, size_t start, size_t end) {
    const context_set no_verb =
        CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE | CONTEXT_UNCOUNTED | CONTEXT_DOING | CONTEXT_SPECIFIER;
    size_t next, behind;
    bool due = start >= 2 && text_same_word(text_slice(text, start, end), "due");
    bool apart = due && text.data[start - 2] == ',';
    apart |= due && in_context(x->grammar, word_ending(text, 0, start), CONTEXT_JOINER);
    if (!apart || !text_word(text, end, &next, &behind)) return false;
    if (!in_context(x->grammar, text_slice(text, next, behind), CONTEXT_INFINITIVE)) return false;
    if (!text_word(text, behind, &next, &behind)) return false;
    annals_text verb = text_slice(text, next, behind);
    return !text_begins_upper(verb) && !in_context(x->grammar, verb, no_verb);
}

/* "They will ask why it was closed in March": behind what opens a clause of its own, a past verb tells of the date. */
static bool turns_past(const analysis *x, annals_text text, size_t from, annals_text word, context_set contexts) {
    size_t at = (size_t)(word.data - text.data);
    annals_text before = word_ending(text, from, at);
    return is_past(word, contexts) && !in_context(x->grammar, before, CONTEXT_DETERMINER | CONTEXT_PERFECT);
}

/* "It is due on the 1st of each month and was paid", "he was due to sail but died": another verb is joined. */
static bool is_joined(const analysis *x, annals_text text, size_t from, annals_text word) {
    annals_text before = word_ending(text, from, (size_t)(word.data - text.data));
    if (in_context(x->grammar, before, CONTEXT_ADVERSE)) return true;
    return in_context(x->grammar, word, CONTEXT_COPULA) && in_context(x->grammar, before, CONTEXT_JOINER);
}

/* "They will study the report published on 3 May": the participle is the noun's, and none of "will be opened". */
static bool of_noun(const analysis *x, size_t raw, size_t future) {
    const context_set verbal = CONTEXT_COPULA | CONTEXT_PRESENT | CONTEXT_PERFECT | CONTEXT_JOINER | CONTEXT_FUTURE |
                               CONTEXT_SUBJECT | CONTEXT_OWED;
    annals_text lead, verb = word_led(x, raw, &lead);
    if (!in_context(x->grammar, lead, CONTEXT_FOLLOWER) || text_same_word(lead, "for") || is_end(x, raw)) return false;
    if (!is_past(verb, contexts_of(x->grammar, verb))) return false;
    size_t at = (size_t)(verb.data - x->text.data), start, end;
    if (at <= future) return false;
    annals_text before = word_ending(x->text, future, at);
    if (text_ends(before, "ly")) before = word_ending(x->text, future, (size_t)(before.data - x->text.data));
    if (!before.length || in_context(x->grammar, before, verbal) || has_role(x->grammar, before, ROLE_BECOME))
        return false;
    for (size_t i = future; text_word(x->text, i, &start, &end) && end < at; i = end)
        if (in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_JOINER)) return false;
    return true;
}

/* "Herrera died on Monday", "Durán murió el lunes": names end like verbs. */
static bool is_name(const analysis *x, size_t raw, annals_text text, size_t start, size_t end) {
    size_t opening = x->sentences.items[x->sentence_of.items[raw]].start;
    if (!text_begins_upper(text_slice(text, start, end))) return false;
    return start > opening + 1 || is_before(x, text, end, CONTEXT_PAST | CONTEXT_PRESENT);
}

/* "his will of 3 May", "the last will was proved": a thing, and no word of the future. */
static bool is_testament(const analysis *x, annals_text text, size_t from, size_t start, size_t end) {
    const context_set owners = CONTEXT_DETERMINER | CONTEXT_POSSESSIVE;
    size_t next, behind;
    annals_text before = word_ending(text, from, start);
    if (!has_role(x->grammar, text_slice(text, start, end), ROLE_ALSO_NOUN)) return false;
    if (in_context(x->grammar, before, owners) || text_ends(before, "'s")) return true;
    if (!text_word(text, end, &next, &behind)) return false;
    annals_text follower = text_slice(text, next, behind); /* "of", "was", but not "be" */
    return in_context(x->grammar, follower, CONTEXT_GENITIVE | CONTEXT_DATED | CONTEXT_HAD | CONTEXT_COPULA) &&
           !has_role(x->grammar, follower, ROLE_BECOME);
}

/* "The mill is sold; by Christmas it is to be a shop": one word before the date at most. */
static bool opens_telling(annals_text text, size_t from, size_t date) {
    size_t start, end;
    if (!text_word(text, from, &start, &end) || start >= date) return true;
    return !text_word(text, end, &start, &end) || start >= date;
}

/* "He will have served five years in April": a length that will be over then. */
static bool behind_length(const analysis *x, size_t raw, size_t from) {
    return raw && x->raws.items[raw - 1].start > from && x->raws.items[raw - 1].expr->kind == EXPR_DURATION;
}

/* "He flew to Minsk, and on Friday he will return": behind a comma and such a word the date opens a clause, and what
 * stands before it tells nothing of that. */
static size_t clause_opened(const analysis *x, size_t raw, annals_text text, size_t from) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_FUTURE | CONTEXT_MODAL | CONTEXT_TIMETABLE;
    const context_set leads = CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_FOLLOWER | CONTEXT_DETERMINER;
    size_t date = x->raws.items[raw].start, at = past_comma(x, raw, CLAUSE_REACH), begin = at, start, end;
    bool joined = false;
    if (at <= from) return from;
    for (; text_word(x->text, at, &start, &end) && start < date; at = end) {
        annals_text word = text_slice(x->text, start, end);
        bool joins = at == begin && in_context(x->grammar, word, CONTEXT_JOINER | CONTEXT_ADVERSE);
        if (!joins && !(joined && in_context(x->grammar, word, leads))) return from;
        joined = true;
    }
    size_t behind = x->raws.items[raw].end;
    bool tells =
        joined && behind < text.length && contexts_in(x->grammar, text_slice(text, behind, text.length), verbs) != 0;
    return tells ? begin : from;
}

/* Does ", which" open what tells of the date? */
static bool is_relative(const analysis *x, size_t raw) {
    size_t from = x->sentences.items[x->sentence_of.items[raw]].start, date = x->raws.items[raw].start, start, end;
    bool relative = false;
    if (from + CLAUSE_REACH < date) from = date - CLAUSE_REACH;
    for (size_t at = from; text_word(x->text, at, &start, &end) && end < date; at = end)
        if (text_find_any(x->text, at, start, ",;:") < start)
            relative = in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_RELATIVE);
    return relative;
}

/* "We need it by Easter, so we have asked": who speaks anew behind a comma says nothing of the date any more; and in
 * "The work, which was put off in the spring, is due", the verb is that of the sentence around. */
static bool closes_clause(const analysis *x, size_t raw, annals_text text, size_t start, size_t end) {
    const context_set verbs = CONTEXT_COPULA | CONTEXT_MODAL | CONTEXT_PRESENT | CONTEXT_FUTURE;
    size_t behind = x->raws.items[raw].end;
    if (start != behind + 2 || text.data[behind] != ',') return false;
    annals_text word = text_slice(text, start, end);
    if (has_role(x->grammar, word, ROLE_NEXT_CLAUSE)) return is_before(x, text, end, CONTEXT_SUBJECT);
    return in_context(x->grammar, word, verbs) && is_relative(x, raw);
}

/* "It will be held on Friday, followed by a dinner at eight": of the time of the verb before it. */
static bool is_added(const analysis *x, annals_text text, size_t start, size_t end) {
    size_t next, behind;
    bool apart = start > 1 && text.data[start - 2] == ',' && text_word(text, end, &next, &behind);
    return apart && text_same_word(text_slice(text, next, behind), "by") &&
           in_context(x->grammar, text_slice(text, start, end), CONTEXT_PARTICIPLE);
}

/* "will have heard", "pourrait être venu", but not "pourrait être trouvé", which is yet to be done. */
static bool will_be_over(const analysis *x, annals_text text, size_t end) {
    size_t start, behind;
    if (!is_before(x, text, end, CONTEXT_PERFECT) || !text_word(text, end, &start, &behind)) return false;
    annals_text has = text_slice(text, start, behind);
    return !has_role(x->grammar, has, ROLE_MAY_COME) || is_before(x, text, behind, CONTEXT_DONE);
}

/* Words of the future stand before the date, or are the first verb behind it: "On Monday the court will sit". */
static int find_future(const analysis *x, size_t raw) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_MODAL | CONTEXT_PRESENT;
    const context_set others = CONTEXT_FUTURE | CONTEXT_EXPECTED | CONTEXT_SUBORDINATE | CONTEXT_PURPOSE |
                               CONTEXT_NEGATION | CONTEXT_FORETOLD | CONTEXT_COMPLEMENT | CONTEXT_COUNTS_FROM;
    size_t at, start, end, date = x->raws.items[raw].start, since = 0, from;
    if (!x->sentences.items[x->sentence_of.items[raw]].foretells || was_reported(x, raw) || lasts_since(x, raw) ||
        was_done(x, raw))
        return false;
    annals_text text = surroundings(x, raw, &from);
    from = clause_opened(x, raw, text, from);
    int foreseen = find_foreseen(x, raw, text, from);
    if (foreseen) return foreseen;
    bool present = false, told = false, future = false, clause = false;
    for (at = from; text_word(text, at, &start, &end) && (start < date || !(told || future)); at = end) {
        annals_text word = text_slice(text, start, end);
        if (start > date && closes_clause(x, raw, text, start, end)) break;
        context_set contexts = contexts_among(x->grammar, word, verbs | others);
        if (future && is_added(x, text, start, end)) continue;
        if (contexts & CONTEXT_FUTURE && (is_name(x, raw, text, start, end) || is_testament(x, text, from, start, end)))
            contexts &= ~CONTEXT_FUTURE;
        bool done = contexts & CONTEXT_FUTURE && will_be_over(x, text, end);
        if (done && !x->raws.items[raw].expr->limit && !behind_length(x, raw, end))
            return false; /* "you will have heard of it on Monday" */
        bool ahead = contexts & CONTEXT_FUTURE || (present && contexts & CONTEXT_EXPECTED);
        ahead |= contexts & CONTEXT_EXPECTED && start < date && is_due_to(x, text, start, end);
        if (ahead && start > date) return opens_telling(text, from, date) ? FUTURE_BEFORE : FUTURE_BEHIND;
        if (ahead) since = end;
        bool opens = future && in_context(x->grammar, word, CONTEXT_SUBJECT) && /* ", but they said so on Monday" */
                     in_context(x->grammar, word_ending(text, from, start), CONTEXT_ADVERSE | CONTEXT_JOINER);
        clause =
            !ahead && (clause || opens || contexts & (CONTEXT_SUBORDINATE | CONTEXT_COMPLEMENT | CONTEXT_COUNTS_FROM));
        bool past = future && (clause || is_joined(x, text, from, word)) && turns_past(x, text, from, word, contexts);
        future = ahead || (future && !past && !(contexts & CONTEXT_FORETOLD)); /* "is to be fed, would leave by May" */
        bool leads = contexts & CONTEXT_PRESENT && is_before(x, text, end, CONTEXT_EXPECTED); /* "it is to be a shop" */
        present = contexts & (CONTEXT_PRESENT | CONTEXT_PURPOSE) ||
                  (present && (contexts & CONTEXT_NEGATION || has_role(x->grammar, word, ROLE_NO_VERB)));
        told |= (is_past(word, contexts) && !is_planned_once(x, from, word)) ||
                contexts & (CONTEXT_MODAL | CONTEXT_SUBORDINATE) || (contexts & CONTEXT_PRESENT && !leads);
        if (contexts & CONTEXT_COMPLEMENT && end < date) told = false; /* "He wrote that in May he will" */
    }
    if (!future || of_noun(x, raw, since)) return false;
    return is_of_noun(x, raw) ? FUTURE_BEHIND : FUTURE_BEFORE;
}

bool tells_future(const analysis *x, size_t raw) {
    return twins_ask(x, raw, TRAIT_FUTURE, find_future) != 0;
}

bool lies_ahead(const analysis *x, size_t raw) {
    return twins_ask(x, raw, TRAIT_FUTURE, find_future) == FUTURE_BEFORE;
}

bool may_lie_behind(const analysis *x, size_t raw) {
    return twins_ask(x, raw, TRAIT_FUTURE, find_future) == FUTURE_BEHIND;
}

bool was_foreseen(const analysis *x, size_t raw) {
    return twins_ask(x, raw, TRAIT_FUTURE, find_future) == FUTURE_FORESEEN_THEN;
}

bool is_foreseen(const analysis *x, size_t raw) {
    return twins_ask(x, raw, TRAIT_FUTURE, find_future) >= FUTURE_FORESEEN;
}

/* "The room is closed on Thursday": nothing but a preposition between what is so and the day. */
static bool is_state_of(const analysis *x, size_t raw, annals_text text, size_t behind) {
    size_t start, end, date = x->raws.items[raw].start;
    return behind && text_word(text, behind, &start, &end) && (start >= date || end + 1 == date);
}

bool owns_event(const analysis *x, size_t raw) {
    size_t start, end;
    return text_word(x->text, x->raws.items[raw].end - 1, &start, &end) && is_genitive(text_slice(x->text, start, end));
}

/* "The concert on Friday is", "tickets for Friday are": of whom a verb of now tells more. */
static bool is_event_of(const analysis *x, size_t raw) {
    const context_set no_noun = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_PRONOUN;
    if (!is_before(x, x->text, x->raws.items[raw].end, CONTEXT_PRESENT | CONTEXT_PERFECT)) return false;
    annals_text lead, noun = word_led(x, raw, &lead);
    return noun.data != lead.data && has_role(x->grammar, lead, ROLE_TIE) && noun.length > 3 &&
           !in_context(x->grammar, noun, no_noun);
}

/* "Friday's concert is off", "tickets for Friday's show are sold out": said of what is yet to come. */
static bool is_called_off(const analysis *x, size_t raw) {
    const context_set wanted = CONTEXT_PRESENT | CONTEXT_PERFECT | CONTEXT_PAST;
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t start, end;
    bool now = false;
    bool comma = x->raws.items[raw].end < s->end && x->text.data[x->raws.items[raw].end] == ',';
    if (!owns_event(x, raw) && (comma || !is_event_of(x, raw))) return false;
    for (size_t at = x->raws.items[raw].end; text_word(x->text, at, &start, &end) && end <= s->end; at = end) {
        annals_text word = text_slice(x->text, start, end);
        if (now && has_role(x->grammar, word, ROLE_CALLED_OFF)) return true;
        context_set contexts = contexts_among(x->grammar, word, wanted);
        if (contexts & CONTEXT_PAST && !(contexts & (CONTEXT_PRESENT | CONTEXT_PERFECT)) && !now) return false;
        now |= contexts != 0;
    }
    return false;
}

/* "Kick-off on Tuesday is at 19:45": an hour is set for it. */
static bool is_appointed(const analysis *x, size_t raw) {
    enum { LONGEST = 24 /* bytes between */ };
    const raw_mention *m = &x->raws.items[raw], *hour = m + 1;
    size_t start, end;
    if (raw + 1 >= x->raws.count || hour->start > m->end + LONGEST || hour->expr->kind != EXPR_POINT) return false;
    if (hour->expr->hour == UNSET || hour->expr->day != UNSET || hour->expr->limit) return false;
    if (!is_before(x, x->text, m->end, CONTEXT_PRESENT) || !text_word(x->text, m->end, &start, &end)) return false;
    for (size_t at = end; text_word(x->text, at, &start, &end) && start < hour->start; at = end)
        if (!in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_FOLLOWER | CONTEXT_WEAK | CONTEXT_SURE))
            return false;
    return true;
}

/* "Polls close", "the banks reopen": behind more than one of them stands a verb of the present. */
static bool is_plural(const grammar *g, annals_text word) {
    enum { SHORTEST = 4 };
    const context_set other = CONTEXT_PRESENT | CONTEXT_PAST | CONTEXT_VERB | CONTEXT_POSSESSIVE | CONTEXT_OWNER |
                              CONTEXT_DETERMINER | CONTEXT_TIMETABLE | CONTEXT_PURPOSE | CONTEXT_REPORT;
    return word.length >= SHORTEST && text_ends(word, "s") && !text_ends(word, "ss") && !text_ends(word, "'s") &&
           !in_context(g, word, other);
}

/* What the words of a sentence tell of the time around a date, one after the other. */
typedef struct telling {
    context_set heard; /* of all its words together, of those that lead on to what lies ahead */
    verb_tense found;
    bool present;  /* the word before was of the present */
    bool modal;    /* one that tells of no past: "should" */
    bool open;     /* "could still" before the date */
    bool said;     /* "he said" */
    bool obliged;  /* "must", "has to" before the date */
    bool arranged; /* "is leaving", "we sail", the last verb before it */
    bool self;     /* the word before was "we" */
    bool many;     /* ... or "polls" */
    bool named;    /* ... or "the", behind which stands no verb */
    bool stays;    /* "is away until the 9th" */
    bool speaker;  /* ... or "they", */
    bool doer;     /* ... or "she" */
    bool acts;     /* "we freeze", "she marries", the last verb before it */
    bool verb;     /* ... or "face", */
    bool led;      /* a verb stands before the date, or was the first behind it */
    bool of;       /* ... or "of", */
    bool muses;    /* "thinks of coming" */
    bool fixed;    /* "is moved to 5 November" tells of no past, "is to sail" of the future */
    size_t state;  /* the end of "closed" in "is closed" */
    int achieved;  /* 1: the word before was "managed"; 2: and "to" */
} telling;

/* Without one of these was_ahead, was_asked and is_awaited need not be asked. */
static const context_set leads_ahead = CONTEXT_FORETOLD | CONTEXT_GOING, leads_asking = CONTEXT_INTENT,
                         leads_awaiting =
                             CONTEXT_PURPOSE | CONTEXT_REQUEST | CONTEXT_CONDITION | CONTEXT_ALLOWED | CONTEXT_BIDDING;

/* "the votes", "asked for leave", "was on leave": behind the word stands no verb. */
static bool before_noun(const grammar *g, annals_text word) {
    context_set contexts = contexts_of(g, word);
    return contexts & (CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE) || has_role(g, word, ROLE_VERB_TIE) ||
           (contexts & CONTEXT_WEAK && !(contexts & (CONTEXT_INFINITIVE | CONTEXT_JOINER)));
}

/* "They freeze", "who turns 60": the present of any verb.  What one knows or hears leads to another. */
static bool is_present_verb(const telling *t, const grammar *g, annals_text word) {
    enum { SHORTEST = 3 };
    const context_set others = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_DONE | CONTEXT_DOING | CONTEXT_MODAL |
                               CONTEXT_FUTURE | CONTEXT_PRESENT | CONTEXT_OWED | CONTEXT_REPORT | CONTEXT_NEGATION |
                               CONTEXT_SMALL | CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_JOINER | CONTEXT_POSSESSIVE;
    bool ending = text_ends(word, "s") && !text_ends(word, "ss") && !text_ends(word, "'s");
    if (!(t->speaker || (t->doer && ending)) || word.length < SHORTEST || text_begins_upper(word)) return false;
    return !in_context(g, word, others) && !has_role(g, word, ROLE_NO_VERB);
}

/* Adverbs may part a verb from who does it. */
static bool keeps_subject(const grammar *g, annals_text word) {
    return text_ends(word, "ly") || in_context(g, word, CONTEXT_NEGATION | CONTEXT_DEGREE);
}

static void hear_subject(telling *t, const analysis *x, annals_text word, bool leads, bool before) {
    if (before && in_context(x->grammar, word, CONTEXT_SUBORDINATE | CONTEXT_COMPLEMENT)) t->acts = false;
    bool present = leads && is_present_verb(t, x->grammar, word);
    if (present) t->acts = t->led = t->verb = true;
    if ((t->speaker || t->doer) && keeps_subject(x->grammar, word)) return;
    t->speaker = has_role(x->grammar, word, ROLE_SPEAKER);
    t->doer = has_role(x->grammar, word, ROLE_DOER);
}

/* "I was forced to leave on Saturday", "she managed to": the verb behind tells of what was done. */
static bool follows_achieved(telling *t, const grammar *g, annals_text word) {
    enum { NOTHING, VERB, TO };
    bool follows = t->achieved == TO;
    t->achieved = !t->present && has_role(g, word, ROLE_ACHIEVED)                  ? VERB
                  : t->achieved == VERB && in_context(g, word, CONTEXT_INFINITIVE) ? TO
                                                                                   : NOTHING;
    return follows;
}

/* ", as announced", ", as they had hoped": said of what is told, and no telling. */
static bool is_as_said(const analysis *x, annals_text text, size_t start) {
    return has_role(x->grammar, word_ending(text, 0, start), ROLE_AS_SAID);
}

/* "could be", "could still": what may come, and no power that somebody had then. */
static bool may_come(const analysis *x, annals_text text, size_t end) {
    size_t next, behind;
    return text_word(text, end, &next, &behind) && has_role(x->grammar, text_slice(text, next, behind), ROLE_MAY_COME);
}

/* "by five votes", "by 5 votes", but not "the new one opens" */
static bool are_counted(const analysis *x, annals_text text, size_t start) {
    annals_text before = word_ending(text, 0, start);
    if (start > 1 && is_digit((unsigned char)text.data[start - 2])) return true;
    return is_count(x, before) && !text_same_word(before, "one");
}

/* "the record it set in July", "the record set in July", "the bank set its rate": verbs whose past is as their present.
 */
static bool was_set(const telling *t, const analysis *x, annals_text text, size_t start, size_t end, size_t date) {
    const context_set leads = CONTEXT_INFINITIVE | CONTEXT_MODAL | CONTEXT_FUTURE | CONTEXT_COPULA | CONTEXT_SUBJECT |
                              CONTEXT_NEGATION | CONTEXT_OWED;
    size_t next, behind;
    if (end > date || !has_role(x->grammar, text_slice(text, start, end), ROLE_UNCHANGED)) return false;
    if (t->doer && !t->speaker) return true;
    annals_text before = word_ending(text, 0, start);
    bool tied = text_word(text, end, &next, &behind) && behind + 1 == date &&
                has_role(x->grammar, text_slice(text, next, behind), ROLE_TIE);
    bool of_one = !text_ends(before, "s") && is_before(x, text, end, CONTEXT_DETERMINER | CONTEXT_OWNER);
    return (tied || of_one) && before.length && !t->present && !t->many && !in_context(x->grammar, before, leads);
}

/* "second-placed Vale", "they play relegated Vale": a participle that only says which. */
static bool is_attributive(const telling *t, const analysis *x, annals_text text, size_t start, size_t end) {
    enum { SHORTEST = 3 /* bytes: not "re-opened" */ };
    size_t next, behind, hyphen = text_find_any(text, start, end, "-");
    if (!t->verb && (hyphen == end || hyphen < start + SHORTEST)) return false;
    if (!text_word(text, end, &next, &behind) || next != end + 1) return false;
    annals_text noun = text_slice(text, next, behind);
    return !has_role(x->grammar, noun, ROLE_TIE) && !in_context(x->grammar, noun, CONTEXT_SMALL | CONTEXT_WEAK);
}

/* "I've got to leave", "he has got to leave", but not "we got to Marle" */
static bool has_to(const analysis *x, annals_text text, size_t start, size_t end) {
    annals_text before = word_ending(text, 0, start);
    bool has = in_context(x->grammar, before, CONTEXT_OWED) || text_same_word(before, "ve");
    return has && is_before(x, text, end, CONTEXT_INFINITIVE);
}

/* "He did leave", "did not leave": of the past, whatever else the verb says. */
static bool was_done_so(const analysis *x, annals_text text, size_t start) {
    annals_text before = word_ending(text, 0, start);
    if (in_context(x->grammar, before, CONTEXT_NEGATION))
        before = word_ending(text, 0, (size_t)(before.data - text.data));
    return has_role(x->grammar, before, ROLE_DID);
}

/* "faces a confidence vote": behind the verb, and no verb itself. */
static bool is_object(const telling *t, context_set contexts) {
    return t->fixed && !(contexts & CONTEXT_TIMETABLE) && !t->many && !t->self && !t->speaker && !t->present;
}

/* "They have not won since May and travel to Velm on Saturday" */
static bool goes_on_to(const telling *t, const analysis *x, annals_text text, size_t start, size_t end,
                       context_set contexts) {
    size_t next, behind;
    if (!(contexts & CONTEXT_ARRANGED) || !(t->heard & (CONTEXT_OWED | CONTEXT_PRESENT))) return false;
    if (!in_context(x->grammar, word_ending(text, 0, start), CONTEXT_JOINER)) return false;
    return text_word(text, end, &next, &behind) &&
           (text_begins_upper(text_slice(text, next, behind)) || is_before(x, text, end, CONTEXT_INFINITIVE));
}

/* ... and whether the word is a verb of the present. */
static bool hear(telling *t, const analysis *x, annals_text text, size_t start, size_t end, size_t date) {
    const context_set past = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_DONE;
    const context_set wanted = past | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_TIMETABLE | CONTEXT_OWED |
                               CONTEXT_ARRANGED | CONTEXT_FIRST_PERSON;
    annals_text word = text_slice(text, start, end);
    context_set contexts = contexts_among(x->grammar, word,
                                          wanted | CONTEXT_HAD | CONTEXT_PERFECT | CONTEXT_ADVERSE | CONTEXT_POSSIBLE |
                                              leads_ahead | leads_asking | leads_awaiting);
    bool name = contexts & CONTEXT_PARTICIPLE && text_begins_upper(word) &&
                (word_ending(text, 0, start).length || is_staged_behind(x, text, end));
    if (name) contexts &= ~CONTEXT_PARTICIPLE; /* "United" */
    if (contexts & CONTEXT_PARTICIPLE && is_attributive(t, x, text, start, end)) contexts &= ~past;
    if (is_object(t, contexts)) contexts &= ~CONTEXT_ARRANGED;
    if (follows_achieved(t, x->grammar, word)) contexts &= ~(CONTEXT_TIMETABLE | CONTEXT_ARRANGED);
    if (contexts & CONTEXT_TIMETABLE && was_done_so(x, text, start))
        contexts &= ~(CONTEXT_TIMETABLE | CONTEXT_ARRANGED);
    bool leads = end <= date || !t->led;
    bool moved = contexts & CONTEXT_PAST && contexts & CONTEXT_DONE; /* "il est parti": the past of what moves */
    bool passive = t->present && contexts & past && !moved;          /* "is held", "is closed" */
    bool owed = (contexts & CONTEXT_OWED && is_before(x, text, end, CONTEXT_INFINITIVE)) ||
                (contexts & CONTEXT_PAST && has_to(x, text, start, end));
    bool unreal = contexts & CONTEXT_MODAL && is_before(x, text, end, CONTEXT_PERFECT); /* "we should have sailed" */
    bool owned = contexts & CONTEXT_OWED && is_before(x, text, end, CONTEXT_OWNER);     /* "I have a dentist" */
    bool added = t->led && start > date + 1 && text.data[start - 2] == ','; /* "is on Monday, followed by a dinner" */
    added |= t->led && t->found != TENSE_PAST && contexts & CONTEXT_PARTICIPLE && is_added(x, text, start, end);
    bool told = (is_past(word, contexts) || contexts & CONTEXT_DONE) && !passive && !owed && !owned && !added;
    told = told && !is_planned_once(x, 0, word) && !is_as_said(x, text, start);
    if (told || unreal) t->found = TENSE_PAST;
    if (was_set(t, x, text, start, end, date)) t->found = TENSE_PAST, t->acts = t->fixed = t->arranged = false;
    t->said |= told && in_context(x->grammar, word, CONTEXT_REPORT);
    t->modal |= contexts & CONTEXT_MODAL && !unreal;
    t->open |= contexts & CONTEXT_POSSIBLE && !unreal && end < date && may_come(x, text, end);
    if (passive && end < date && !in_context(x->grammar, word, CONTEXT_DATED)) t->state = end;
    bool counted = contexts & (CONTEXT_TIMETABLE | CONTEXT_ARRANGED) && are_counted(x, text, start);
    bool acts = !t->named && !counted; /* "the votes", "two plays" */
    if (leads && contexts & wanted & ~CONTEXT_FIRST_PERSON) t->acts = false;
    if (leads && contexts & wanted && (acts || !(contexts & (CONTEXT_TIMETABLE | CONTEXT_ARRANGED)))) {
        t->fixed = contexts & CONTEXT_TIMETABLE || (t->many && contexts & CONTEXT_ARRANGED);
        t->arranged = (t->present && contexts & CONTEXT_ARRANGED) ||
                      (t->self && contexts & (CONTEXT_TIMETABLE | CONTEXT_ARRANGED));
    }
    if (leads && goes_on_to(t, x, text, start, end, contexts)) t->fixed = true;
    t->heard |= contexts;
    t->stays |= contexts & (CONTEXT_PRESENT | CONTEXT_OWED) && end < date;
    t->obliged |= leads && (owed || (!unreal && obliges(x->grammar, word)));
    t->named = before_noun(x->grammar, word) || contexts & CONTEXT_HAD; /* "I had leave" */
    bool doing = t->of && !has_role(x->grammar, word, ROLE_NO_VERB) && in_context(x->grammar, word, CONTEXT_DOING);
    t->muses |= doing && end < date && !is_before(x, text, end, past);
    t->of = in_context(x->grammar, word, CONTEXT_GENITIVE);
    t->present = contexts & CONTEXT_PRESENT;
    t->self = contexts & CONTEXT_FIRST_PERSON;
    t->many = is_plural(x->grammar, word) || (t->fixed && in_context(x->grammar, word, CONTEXT_JOINER));
    t->led |= (contexts & wanted & ~CONTEXT_FIRST_PERSON) != 0;
    t->verb = leads && !(contexts & past) && (contexts & (CONTEXT_TIMETABLE | CONTEXT_ARRANGED)) != 0;
    hear_subject(t, x, word, leads, end <= date);
    if (has_role(x->grammar, word, ROLE_BID)) t->heard |= leads_asking;
    if (is_short_form(word) && text_ends(word, "d")) t->heard |= CONTEXT_MODAL; /* "he'd" */
    return acts && !told && contexts & (CONTEXT_PRESENT | CONTEXT_TIMETABLE);
}

/* "I had meant to write on Sunday, but on Saturday he fell ill": behind the last "but" before a date. */
static size_t behind_adverse(const analysis *x, annals_text text, size_t from, size_t date) {
    size_t start, end, behind = from;
    for (size_t at = from; text_word(text, at, &start, &end) && end < date; at = end)
        if (in_context(x->grammar, text_slice(text, start, end), CONTEXT_ADVERSE)) behind = end;
    return behind;
}

/* What is told as past and lay ahead then; `heard` are the words of the sentence. */
static bool lay_ahead(const analysis *x, size_t raw, annals_text text, size_t from, context_set heard) {
    size_t date = x->raws.items[raw].start;
    if (heard & CONTEXT_ADVERSE) from = behind_adverse(x, text, from, date);
    if (heard & leads_ahead && was_ahead(x, text, from, date)) return true;
    if (heard & leads_asking && was_asked(x, text, from, date)) return true;
    if (heard & CONTEXT_MODAL && is_foretelling(x, text, from, date)) return true;
    if (was_hoped_for(x, raw, text, from)) return true;
    if (heard & leads_asking && was_promised(x, text, from, date)) return true;
    if (is_set_behind(x, raw, text)) return true;
    return is_moved_to(x, raw, CONTEXT_RANGE_LEAD) || is_put_off(x, raw, text, from) || sets_in(x, raw, text, from) ||
           is_term(x, raw);
}

/* "He wrote to his son, who cannot come before Friday": where such a clause has a verb of its own, it tells alone. */
static size_t own_clause(const analysis *x, size_t raw, size_t from) {
    const context_set verbs = CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_ALLOWED;
    size_t at = past_comma(x, raw, CLAUSE_REACH), start, end, date = x->raws.items[raw].start;
    if (at <= from || !text_word(x->text, at, &start, &end)) return from;
    if (!has_role(x->grammar, text_slice(x->text, start, end), ROLE_LEFT_OPEN) ||
        !in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_SUBORDINATE))
        return from;
    if (!text_word(x->text, end, &start, &end) || start >= date) return from;
    annals_text verb = text_slice(x->text, start, end);
    return in_context(x->grammar, verb, verbs) && !in_context(x->grammar, verb, CONTEXT_FORETOLD) ? at : from;
}

/* "We need it by Christmas, so we have asked for it": what came of it is told by a clause of its own. */
static bool opens_result(const analysis *x, annals_text text, size_t start, size_t end) {
    bool comma = start >= 2 && text.data[start - 2] == ',';
    return comma && text_same_word(text_slice(text, start, end), "so") && is_before(x, text, end, CONTEXT_SUBJECT);
}

static int find_tense(const analysis *x, size_t raw) {
    if (is_over(x, raw) || is_made_known(x, raw)) return TENSE_PAST;
    if (x->grammar != language_by_default() && was_reported(x, raw)) return TENSE_PAST; /* "wie sie am Montag sagte" */
    if (is_called_off(x, raw) || is_appointed(x, raw)) return TENSE_FUTURE;
    if (tells_future(x, raw) || is_upcoming(x, raw) || is_month_of(x, raw, ROLE_FUTURES)) return TENSE_FUTURE;
    if (is_expected_aside(x, raw) || falls_due(x, raw)) return TENSE_FUTURE;
    if (lasts_since(x, raw)) return TENSE_PAST;
    size_t at, start, end, from, date = x->raws.items[raw].start;
    annals_text text = surroundings(x, raw, &from);
    from = clause_opened(x, raw, text, own_clause(x, raw, from));
    telling t = {.many = from && text.data[from - 1] == ','}; /* behind an aside: "The shops, which sell bread, open" */
    bool now = false;
    for (at = from; text_word(text, at, &start, &end); at = end)
        if (start > date && (now || t.found == TENSE_PAST || opens_result(x, text, start, end)) &&
            has_role(x->grammar, text_slice(text, start, end), ROLE_NEXT_CLAUSE))
            break;
        else if (start > date && closes_clause(x, raw, text, start, end)) break;
        else if (start < date || start >= x->raws.items[raw].end)
            now |= hear(&t, x, text, start, end, date) && end < date; /* "The lease is up on the 9th but he wrote" */
        else t.present = t.self = t.many = t.named = t.speaker = t.doer = false; /* "Sat" is no verb */
    if (text_word(text, from, &start, &end) && commands(x, text, start, end)) t.heard |= CONTEXT_BIDDING;
    if (t.found == TENSE_NONE && t.muses) return TENSE_FUTURE;
    if (is_headline_ahead(x, raw, text, from)) return TENSE_FUTURE;
    if (t.heard & leads_asking && had_asked(x, text, from, date)) return TENSE_PAST;
    if (t.heard & CONTEXT_GOING && was_to_have(x, raw)) return TENSE_PAST;
    bool moved = is_moved_to(x, raw, CONTEXT_INFINITIVE | CONTEXT_UP_TO) || is_moved_on(x, raw);
    if (moved && t.heard & CONTEXT_PERFECT) return TENSE_FUTURE; /* "has been moved to the 9th" */
    if (t.open) return t.said ? TENSE_FIXED : TENSE_FUTURE;
    if ((moved || lay_ahead(x, raw, text, from, t.heard)) && !was_reported(x, raw))
        return t.found == TENSE_PAST ? TENSE_FIXED : TENSE_FUTURE;
    if (is_in_prospect(x, raw, text, from)) return TENSE_FUTURE;
    if (t.heard & CONTEXT_PURPOSE && is_wanted(x, raw, text, from, date)) return TENSE_FUTURE;
    if (t.heard & CONTEXT_PERFECT && holds_through(x, raw, text, from)) return TENSE_FIXED;
    bool ends = is_end(x, raw) || x->raws.items[raw].expr->kind == EXPR_RANGE;
    bool awaited = is_question(x, raw) || (ends && t.stays) ||
                   ((ends || t.heard & leads_awaiting) && is_awaited(x, raw, text, from));
    bool ahead = awaited || t.obliged || is_set_for(x, raw) || is_engaged(x, raw, text, from);
    if (t.arranged || (ahead && t.found != TENSE_PAST)) return TENSE_FUTURE;
    if (t.found == TENSE_NONE && may_befall(x, raw)) return TENSE_FUTURE;
    if (t.modal) return TENSE_NONE;
    if ((t.acts || t.heard & (CONTEXT_TIMETABLE | CONTEXT_ARRANGED)) && is_behind_occasion(x, raw, text, from))
        return TENSE_PAST;
    if (t.fixed || (t.acts && !is_of_noun(x, raw)) || goes_on_as(x, raw)) return TENSE_TIMETABLE;
    if (t.found == TENSE_NONE && (is_verb_led(x, raw) || band_acts(x, raw, text, from))) return TENSE_TIMETABLE;
    if (t.found == TENSE_NONE && !t.led && acts_before(x, raw, text, from))
        return is_behind_occasion(x, raw, text, from) ? TENSE_PAST : TENSE_ACTING;
    if (t.found == TENSE_NONE && is_behind_event(x, raw, text, from)) return TENSE_PAST;
    return (int)(is_state_of(x, raw, text, t.state) ? TENSE_FIXED : t.found);
}

bool is_of_present(const analysis *x, size_t raw) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_TIMETABLE | CONTEXT_MODAL |
                              CONTEXT_FUTURE | CONTEXT_PERFECT | CONTEXT_HAD;
    size_t at, start, end, date = x->raws.items[raw].start;
    annals_text text = surroundings(x, raw, &at);
    bool now = false;
    for (; text_word(text, at, &start, &end) && end < date; at = end) {
        context_set contexts = contexts_among(x->grammar, text_slice(text, start, end), verbs);
        if (now && !(contexts & (CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_FUTURE | CONTEXT_HAD))) continue;
        if (contexts) now = contexts & (CONTEXT_PRESENT | CONTEXT_TIMETABLE); /* "is closed" */
    }
    return now;
}

verb_tense tense_around(const analysis *x, size_t raw) {
    return (verb_tense)twins_ask(x, raw, TRAIT_TENSE, find_tense);
}

bool is_yet_to_come(const analysis *x, size_t raw) {
    const context_set wanted =
        CONTEXT_PAST | CONTEXT_FUTURE | CONTEXT_PRESENT | CONTEXT_TIMETABLE | CONTEXT_FORETOLD | CONTEXT_PARTICIPLE;
    size_t at, start, end;
    bool ahead = false, be = false;
    if (!looks_on(tense_around(x, raw))) return false;
    annals_text text = wide_surroundings(x, raw, &at);
    for (; text_word(text, at, &start, &end); at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_among(x->grammar, word, wanted);
        if (contexts & CONTEXT_FORETOLD || (is_past(word, contexts) && !be)) return false;
        be = contexts & CONTEXT_PRESENT; /* "is to be unveiled" */
        ahead |= contexts && !(contexts & CONTEXT_PARTICIPLE);
    }
    return ahead;
}
