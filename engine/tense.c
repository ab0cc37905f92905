#include "tense.h"

#include "language.h"
#include "text.h"
#include "twins.h"

#include <string.h>

/* A word in -ed tells of the past when it is long enough to be a verb and no name. */
static bool is_past(annals_text word, context_set contexts) {
    enum { SHORTEST = 5 };
    if (contexts & CONTEXT_PAST) return true;
    size_t next;
    return contexts & CONTEXT_PARTICIPLE && word.length >= SHORTEST && is_lower(text_decode(word, 0, &next));
}

/* Does what is told by itself end before `at`?  At a semicolon, and with somebody's words: "We shall come," he said. */
static bool parts_telling(annals_text text, size_t at) {
    static const char curly[] = "\xE2\x80\x9D";
    char last = text.data[at - 1];
    size_t mark = last == '"' ? 1 : last == curly[2] && text_ends(text_slice(text, 0, at), curly) ? 3 : 0;
    return last == ';' || (mark && at > mark && byte_in(text.data[at - mark - 1], ",?!"));
}

/* The part of the sentence around a mention that is looked at. */
static annals_text surroundings(const analysis *x, size_t raw, size_t *at) {
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
    return text_slice(x->text, 0, until);
}

/* The word before `at` and one blank, from `first` on; absent where something else stands there. */
static annals_text word_ending(annals_text text, size_t first, size_t at) {
    size_t end = at > first && text.data[at - 1] == ' ' ? at - 1 : at, start = end;
    if (end == at) return (annals_text){0};
    while (start > first && is_word_byte(text.data[start - 1])) start--;
    return text_slice(text, start, end);
}

/* What leads to the date: "for" of "planned for May", "said on" of "he said on Monday". */
static annals_text word_led(const analysis *x, size_t raw, annals_text *lead) {
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start, date = x->raws.items[raw].start;
    annals_text word = *lead = word_ending(x->text, first, date);
    bool leads = in_context(x->grammar, word, CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_FOLLOWER);
    return leads ? word_ending(x->text, first, date - 1 - word.length) : word;
}

static context_set led_by(const analysis *x, size_t raw, annals_text *lead) {
    return contexts_of(x->grammar, word_led(x, raw, lead));
}

bool is_newspaper_day(const analysis *x, size_t raw) {
    const context_set leads = CONTEXT_FOLLOWER | CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_DETERMINER;
    const context_set spoken = CONTEXT_PRESENT | CONTEXT_FUTURE;
    size_t at, start, end, date = x->raws.items[raw].start;
    annals_text text = surroundings(x, raw, &at), before = word_ending(text, at, date);
    if (x->grammar != language_by_default()) return false; /* "dimanche", "domingo" never need one */
    if (!before.length || in_context(x->grammar, before, leads)) return false;
    for (; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        bool short_form = memchr(word.data, '\'', word.length) && in_context(x->grammar, word, spoken); /* "she's" */
        if (short_form || in_context(x->grammar, word, CONTEXT_FIRST_PERSON | CONTEXT_SECOND_PERSON)) return false;
    }
    return true;
}

/* "as a clerk on Wednesday said": the verb stands behind the day, as it does in German. */
static bool reports_behind(const analysis *x, size_t raw) {
    size_t start, end, behind = x->raws.items[raw].end;
    if (!text_word(x->text, behind, &start, &end) || start != behind + 1 || x->text.data[behind] != ' ') return false;
    context_set contexts = contexts_of(x->grammar, text_slice(x->text, start, end));
    bool closes = end >= x->text.length || byte_in(x->text.data[end], ".,;!?");
    return closes && contexts & CONTEXT_REPORT && contexts & (CONTEXT_PAST | CONTEXT_PARTICIPLE);
}

bool was_reported(const analysis *x, size_t raw) {
    annals_text lead;
    context_set contexts = led_by(x, raw, &lead);
    if (contexts & CONTEXT_REPORT && contexts & (CONTEXT_PAST | CONTEXT_PARTICIPLE)) return true;
    return reports_behind(x, raw);
}

/* "is held on Monday", "to be held on Monday": the participle tells of no past. */
static bool of_present(const analysis *x, size_t raw, annals_text verb) {
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start, at = (size_t)(verb.data - x->text.data);
    return in_context(x->grammar, word_ending(x->text, first, at), CONTEXT_PRESENT);
}

bool happened_on(const analysis *x, size_t raw) {
    const context_set planned =
        CONTEXT_FORESEEN | CONTEXT_FIXED_FOR | CONTEXT_EXPECTED | CONTEXT_REPORT | CONTEXT_FORETOLD;
    annals_text lead, verb = word_led(x, raw, &lead);
    context_set contexts = contexts_of(x->grammar, verb);
    bool past = contexts & (CONTEXT_PAST | CONTEXT_PARTICIPLE) && !of_present(x, raw, verb);
    bool leads = in_context(x->grammar, lead, CONTEXT_FOLLOWER) && !text_same_word(lead, "for");
    return past && leads && !(contexts & planned) && tense_around(x, raw) != TENSE_FUTURE;
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

/* "until the 9th", "before the 9th" */
static bool is_end(const analysis *x, size_t raw) {
    expr_limit limit = x->raws.items[raw].expr->limit;
    return limit == LIMIT_UNTIL || limit == LIMIT_BEFORE;
}

/* Is the next word one of those? */
static bool is_before(const analysis *x, annals_text text, size_t at, context_set wanted) {
    size_t start, end;
    return text_word(text, at, &start, &end) && in_context(x->grammar, text_slice(text, start, end), wanted);
}

/* "December futures rose", "the May wheat futures": what is traded is of the month to come. */
static bool is_traded(const analysis *x, size_t raw) {
    enum { MOST_WORDS = 2 };
    size_t start, end, at = x->raws.items[raw].end;
    const expr *e = x->raws.items[raw].expr;
    if (e->month == UNSET || e->day != UNSET) return false;
    for (int i = 0; i < MOST_WORDS && text_word(x->text, at, &start, &end) && start == at + 1; i++, at = end)
        if (has_role(x->grammar, text_slice(x->text, start, end), ROLE_FUTURES)) return true;
    return false;
}

/* "the fair planned for May", "they have called a strike for Monday" */
static bool is_foreseen(const analysis *x, size_t raw, annals_text text, size_t at) {
    size_t start, end, date = x->raws.items[raw].start;
    annals_text lead;
    word_led(x, raw, &lead);
    if (!text_same_word(lead, "for")) return false;
    if (is_before(x, x->text, x->raws.items[raw].end, CONTEXT_FIXED_FOR)) return true; /* "for July delivery" */
    for (; text_word(text, at, &start, &end) && end < date; at = end)
        if (in_context(x->grammar, text_slice(text, start, end), CONTEXT_FORESEEN | CONTEXT_FIXED_FOR)) return true;
    return false;
}

/* ", due to expire at midnight": what is due to be done, but not "due to the rain", "which was due to sail". */
static bool is_due_to(const analysis *x, annals_text text, size_t start, size_t end) {
    const context_set no_verb =
        CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE | CONTEXT_UNCOUNTED | CONTEXT_DOING | CONTEXT_SPECIFIER;
    size_t next, behind;
    bool apart = start >= 2 && text.data[start - 2] == ',' && text_same_word(text_slice(text, start, end), "due");
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

/* "Se reunirán hoy, como hacen cada viernes desde enero": a clause of its own, with no future, leads to the date. */
static bool lasts_in_clause(const analysis *x, size_t raw) {
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    enum { REACH = 100 };
    size_t date = x->raws.items[raw].start, at = date, start, end, words = 0;
    while (at > s->start && date - at < REACH && !byte_in(x->text.data[at - 1], ",;:")) at--;
    if (at == s->start || date - at >= REACH) return false;
    for (; text_word(x->text, at, &start, &end) && end < date; at = end, words++)
        if (in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_FUTURE | CONTEXT_TIMETABLE)) return false;
    return words > 1;
}

/* "It will be the first since May", "Seit März wird gebaut" */
static bool lasts_since(const analysis *x, size_t raw) {
    annals_text lead, before = word_led(x, raw, &lead);
    if (has_role(x->grammar, lead, ROLE_SINCE) || has_role(x->grammar, before, ROLE_SINCE)) return true;
    bool either = has_role(x->grammar, lead, ROLE_FROM_SINCE) || has_role(x->grammar, before, ROLE_FROM_SINCE);
    return either && lasts_in_clause(x, raw);
}

/* "Herrera died on Monday", "Durán murió el lunes": names end like verbs. */
static bool is_name(const analysis *x, size_t raw, annals_text text, size_t start, size_t end) {
    size_t opening = x->sentences.items[x->sentence_of.items[raw]].start;
    if (!text_begins_upper(text_slice(text, start, end))) return false;
    return start > opening + 1 || is_before(x, text, end, CONTEXT_PAST | CONTEXT_PRESENT);
}

/* "The mill is sold; by Christmas it is to be a shop": one word before the date at most. */
static bool opens_telling(annals_text text, size_t from, size_t date) {
    size_t start, end;
    if (!text_word(text, from, &start, &end) || start >= date) return true;
    return !text_word(text, end, &start, &end) || start >= date;
}

enum { FUTURE_BEHIND = 1, FUTURE_BEFORE, FUTURE_FORESEEN };

/* Words of the future stand before the date, or are the first verb behind it: "On Monday the court will sit". */
static int find_future(const analysis *x, size_t raw) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_MODAL | CONTEXT_PRESENT;
    const context_set others = CONTEXT_FUTURE | CONTEXT_EXPECTED | CONTEXT_SUBORDINATE | CONTEXT_PURPOSE |
                               CONTEXT_NEGATION | CONTEXT_FORETOLD | CONTEXT_COMPLEMENT;
    size_t at, start, end, date = x->raws.items[raw].start, since = 0, from;
    if (!x->sentences.items[x->sentence_of.items[raw]].foretells || was_reported(x, raw) || lasts_since(x, raw))
        return false;
    annals_text text = surroundings(x, raw, &from);
    if (is_foreseen(x, raw, text, from)) return FUTURE_FORESEEN;
    bool present = false, told = false, future = false, clause = false;
    for (at = from; text_word(text, at, &start, &end) && (start < date || !(told || future)); at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_among(x->grammar, word, verbs | others);
        if (contexts & CONTEXT_FUTURE && is_name(x, raw, text, start, end)) contexts &= ~CONTEXT_FUTURE;
        bool done = contexts & CONTEXT_FUTURE && is_before(x, text, end, CONTEXT_PERFECT);
        if (done && !x->raws.items[raw].expr->limit) return false; /* "you will have heard of it on Monday" */
        bool ahead = contexts & CONTEXT_FUTURE || (present && contexts & CONTEXT_EXPECTED);
        ahead |= contexts & CONTEXT_EXPECTED && start < date && is_due_to(x, text, start, end);
        if (ahead && start > date) return opens_telling(text, from, date) ? FUTURE_BEFORE : FUTURE_BEHIND;
        if (ahead) since = end;
        clause = !ahead && (clause || contexts & (CONTEXT_SUBORDINATE | CONTEXT_COMPLEMENT));
        bool past = future && clause && turns_past(x, text, from, word, contexts);
        future = ahead || (future && !past && !(contexts & CONTEXT_FORETOLD)); /* "is to be fed, would leave by May" */
        bool leads = contexts & CONTEXT_PRESENT && is_before(x, text, end, CONTEXT_EXPECTED); /* "it is to be a shop" */
        present = contexts & (CONTEXT_PRESENT | CONTEXT_PURPOSE) || (present && contexts & CONTEXT_NEGATION);
        told |= is_past(word, contexts) || contexts & (CONTEXT_MODAL | CONTEXT_SUBORDINATE) ||
                (contexts & CONTEXT_PRESENT && !leads);
        if (contexts & CONTEXT_COMPLEMENT && end < date) told = false; /* "He wrote that in May he will" */
    }
    if (!future || of_noun(x, raw, since)) return false;
    return is_of_noun(x, raw) ? FUTURE_BEHIND : FUTURE_BEFORE;
}

/* "It would be tried on Saturday", "he was going to sail": yet to come when it was told.  "It would have been tried"
 * never was, and who would not say did not. */
static bool was_ahead(const analysis *x, annals_text text, size_t at, size_t date) {
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

/* "I have asked them to name one by Wednesday": what is asked for lies ahead of the asking. */
static bool was_asked(const analysis *x, annals_text text, size_t at, size_t date) {
    const context_set wanted = CONTEXT_INTENT | CONTEXT_INFINITIVE | CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_DENIAL;
    const context_set no_verb = CONTEXT_DETERMINER | CONTEXT_SPECIFIER | CONTEXT_FIRST_PERSON | CONTEXT_PRONOUN;
    size_t start, end, next, behind;
    bool asked = false, to = false;
    for (; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_among(x->grammar, word, wanted);
        if ((to && is_past(word, contexts)) || contexts & CONTEXT_DENIAL) return false; /* "denies any order to fire" */
        bool verb = contexts & CONTEXT_INFINITIVE && text_word(text, end, &next, &behind) && next < date &&
                    !text_begins_upper(text_slice(text, next, behind)) &&
                    !in_context(x->grammar, text_slice(text, next, behind), no_verb);
        to |= asked && verb;
        asked |= contexts & CONTEXT_INTENT || has_role(x->grammar, word, ROLE_BID);
    }
    return to;
}

/* "I had ordered the valves to be opened on Monday": what had been asked for lies behind, but a hope may not. */
static bool had_asked(const analysis *x, annals_text text, size_t at, size_t date) {
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

bool tells_future(const analysis *x, size_t raw) {
    return twins_ask(x, raw, TRAIT_FUTURE, find_future) != 0;
}

bool lies_ahead(const analysis *x, size_t raw) {
    return twins_ask(x, raw, TRAIT_FUTURE, find_future) == FUTURE_BEFORE;
}

bool may_lie_behind(const analysis *x, size_t raw) {
    return twins_ask(x, raw, TRAIT_FUTURE, find_future) == FUTURE_BEHIND;
}

/* "The room is closed on Thursday": nothing but a preposition between what is so and the day. */
static bool is_state_of(const analysis *x, size_t raw, annals_text text, size_t behind) {
    size_t start, end, date = x->raws.items[raw].start;
    return behind && text_word(text, behind, &start, &end) && (start >= date || end + 1 == date);
}

/* "The burial is on the 9th", "the burial is Monday", but not "the letter is of the 9th" */
static bool is_set_for(const analysis *x, size_t raw) {
    annals_text lead;
    context_set contexts = led_by(x, raw, &lead);
    const raw_mention *m = &x->raws.items[raw];
    bool subject = m->start == x->sentences.items[x->sentence_of.items[raw]].start; /* "Tuesday is my birthday" */
    if (subject && is_before(x, x->text, m->end, CONTEXT_PRESENT)) return true;
    if (in_context(x->grammar, lead, CONTEXT_PRESENT)) return true;
    return contexts & CONTEXT_PRESENT && lead.length && !in_context(x->grammar, lead, CONTEXT_WRITTEN_ON);
}

/* "must", "should": what is yet to be done; "could" and "would" tell of the past too. */
static bool obliges(const grammar *g, annals_text word) {
    return in_context(g, word, CONTEXT_MODAL) && !in_context(g, word, CONTEXT_FORETOLD | CONTEXT_POSSIBLE);
}

static bool is_question(const analysis *x, size_t raw) {
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    return x->text.data[s->end - 1] == '?';
}

/* "Meet me on Monday", "Reply by Friday", but not "Reply to the note": behind the word stands whom or when. */
static bool bids(const analysis *x, size_t raw, size_t start, size_t end) {
    const context_set whom = CONTEXT_POSSESSIVE | CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_PRONOUN |
                             CONTEXT_FIRST_PERSON | CONTEXT_SECOND_PERSON;
    static const char *const others[] = {"me", "us", "him", "it", "them", "by", "on", "before", "at", "and"};
    size_t s, e;
    if (start != x->sentences.items[x->sentence_of.items[raw]].start) return false;
    if (!in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_BIDDING)) return false;
    if (end + 1 >= x->raws.items[raw].start) return true;
    annals_text next = text_word(x->text, end, &s, &e) ? text_slice(x->text, s, e) : (annals_text){0};
    return in_context(x->grammar, next, whom) || IN(next, others);
}

/* "He expects no change until May", but not "the plan until May", "was agreed": a verb. */
static bool expects(const analysis *x, annals_text text, size_t at, size_t start, size_t end) {
    const context_set noun = CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE | CONTEXT_GENITIVE |
                             CONTEXT_COPULA | CONTEXT_PRESENT | CONTEXT_PARTICIPLE | CONTEXT_PERFECT;
    annals_text word = text_slice(text, start, end), before = word_ending(text, at, start);
    return before.length && !in_context(x->grammar, before, noun) &&
           !in_context(x->grammar, word, CONTEXT_PAST | CONTEXT_PARTICIPLE) && !text_begins_upper(word);
}

/* "The hearing is postponed to the 9th", "was put off from the 2nd until the 9th", behind such a lead */
static bool is_moved(const analysis *x, size_t raw, context_set leads) {
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start;
    annals_text lead, word = word_led(x, raw, &lead);
    if (!word.length || !in_context(x->grammar, lead, leads)) return false;
    bool aside = has_role(x->grammar, word, ROLE_ASIDE);
    if (aside) word = word_ending(x->text, first, (size_t)(word.data - x->text.data));
    if (has_role(x->grammar, word, ROLE_MOVED) || (aside && has_role(x->grammar, word, ROLE_PUT))) return true;
    return has_role(x->grammar, word, ROLE_SHIFTED) &&
           in_context(x->grammar, word_ending(x->text, first, (size_t)(word.data - x->text.data)), CONTEXT_COPULA);
}

/* "moved from Saturday to Sunday": the second of the two. */
static bool is_moved_on(const analysis *x, size_t raw) {
    if (!raw || x->sentence_of.items[raw - 1] != x->sentence_of.items[raw]) return false;
    annals_text between = text_trim(text_slice(x->text, x->raws.items[raw - 1].end, x->raws.items[raw].start));
    return in_context(x->grammar, between, CONTEXT_INFINITIVE | CONTEXT_UP_TO) &&
           is_moved(x, raw - 1, CONTEXT_RANGE_LEAD);
}

/* "More rain expected on Saturday", "A vote is possible late on Wednesday", but not "was possible", "as expected". */
static bool is_in_prospect(const analysis *x, size_t raw, annals_text text, size_t at) {
    const context_set others = CONTEXT_PAST | CONTEXT_PERFECT | CONTEXT_NEGATION | CONTEXT_THAN | CONTEXT_WEAK;
    size_t start, end, date = x->raws.items[raw].start;
    annals_text before = {0}, lead, leads = word_led(x, raw, &lead);
    bool prospect = false;
    for (; text_word(text, at, &start, &end); at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_of(x->grammar, word);
        bool led = before.length && !in_context(x->grammar, before, others);
        bool opens = start < date && led && has_role(x->grammar, word, ROLE_PROSPECT);
        if (is_past(word, contexts) && opens) /* "expected in the north on Saturday", but not "expected nothing" */
            opens = leads.data == word.data || is_before(x, text, end, CONTEXT_PLACE_LEAD);
        if (is_past(word, contexts) && !opens) return false;
        prospect |= opens;
        before = word;
    }
    return prospect;
}

/* "wurde auf den 15. Juni festgesetzt": where the verb stands behind. */
static bool is_set_behind(const analysis *x, size_t raw, annals_text text) {
    size_t start, end, date = x->raws.items[raw].end;
    annals_text lead, before = word_led(x, raw, &lead);
    bool leads = has_role(x->grammar, lead, ROLE_SET_FOR) || has_role(x->grammar, before, ROLE_SET_FOR);
    date += x->grammar->dots_ordinals && date < text.length && text.data[date] == '.'; /* "den 15." */
    return leads && text_word(text, date, &start, &end) && start == date + 1 &&
           has_role(x->grammar, text_slice(text, start, end), ROLE_MOVED);
}

/* What no past verb tells of is yet to come where it is asked for, allowed, or a condition; or where it is denied that
 * it comes before its term. */
static bool is_awaited(const analysis *x, size_t raw, annals_text text, size_t at) {
    const size_t first = at;
    bool ends = is_end(x, raw);
    size_t start, end, date = x->raws.items[raw].start;
    for (; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_of(x->grammar, word);
        if (contexts & (CONTEXT_REQUEST | CONTEXT_CONDITION) || bids(x, raw, start, end)) return true;
        if (contexts & CONTEXT_ALLOWED && !text_begins_upper(word)) return true; /* no "May" */
        if (ends && contexts & CONTEXT_PURPOSE && expects(x, text, first, start, end)) return true;
        bool denied = contexts & (CONTEXT_NEGATION | CONTEXT_NONE) || has_role(x->grammar, word, ROLE_LIKELY);
        if (ends && denied) return true;
    }
    return false;
}

/* "I have a dentist on Tuesday", "We are free on Friday": between what is and its day stands no more than what it is.
 */
static bool is_engaged(const analysis *x, size_t raw, annals_text text, size_t at) {
    const context_set verbs = CONTEXT_PRESENT | CONTEXT_OWED, leads = CONTEXT_WEAK | CONTEXT_SURE;
    const context_set others = leads | CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_DONE;
    enum { MOST_WORDS = 6 };
    size_t start, end, words = MOST_WORDS + 1;
    annals_text lead = word_ending(x->text, at, x->raws.items[raw].start);
    bool led = in_context(x->grammar, lead, CONTEXT_FOLLOWER) && !in_context(x->grammar, lead, leads);
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
        spoken |= contexts & verbs && (subject || memchr(word.data, '\'', word.length));
        subject = in_context(x->grammar, word, CONTEXT_SUBJECT);
        words = contexts & verbs ? 0 : other ? MOST_WORDS + 1 : words + 1;
    }
    return spoken && words && words <= MOST_WORDS;
}

/* "put the vote off until Thursday", "has been shut until Thursday": what waits for a day had none yet. */
static bool is_put_off(const analysis *x, size_t raw, annals_text text, size_t at) {
    size_t start, end, date = x->raws.items[raw].start;
    bool waits = false;
    if (x->raws.items[raw].expr->limit != LIMIT_UNTIL) return false;
    for (; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        waits = has_role(x->grammar, word, ROLE_PUT_OFF | ROLE_MOVED) ||
                (waits && !in_context(x->grammar, word, CONTEXT_JOINER));
    }
    return waits;
}

/* "They declared a truce beginning Friday", "He told them to rest, starting Friday", but not "It rained, beginning
 * Friday". */
static bool sets_in(const analysis *x, size_t raw, annals_text text, size_t at) {
    size_t start, end, date = x->raws.items[raw].start;
    annals_text lead, before = word_led(x, raw, &lead);
    if (!has_role(x->grammar, lead, ROLE_OUTSET) && !has_role(x->grammar, before, ROLE_OUTSET)) return false;
    for (; text_word(text, at, &start, &end) && end < date; at = end)
        if (in_context(x->grammar, text_slice(text, start, end), CONTEXT_INTENT | CONTEXT_REPORT)) return true;
    return false;
}

/* "Sunday at the latest" */
static bool is_term(const analysis *x, size_t raw) {
    enum { MOST_WORDS = 3 };
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t start, end, from = x->raws.items[raw].end;
    annals_text lead, text = text_slice(x->text, 0, text_find_any(x->text, from, s->end, ",;:.()"));
    if (has_role(x->grammar, word_led(x, raw, &lead), ROLE_TERM)) return true;
    for (size_t at = from, i = 0; i < MOST_WORDS && text_word(text, at, &start, &end); at = end, i++)
        if (has_role(x->grammar, text_slice(text, start, end), ROLE_TERM)) return true;
    return false;
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
    bool obliged;  /* "must", "has to" before the date */
    bool arranged; /* "is leaving", "we sail", the last verb before it */
    bool self;     /* the word before was "we" */
    bool many;     /* ... or "polls" */
    bool named;    /* ... or "the", behind which stands no verb */
    bool stays;    /* "is away until the 9th" */
    bool speaker;  /* ... or "they", */
    bool doer;     /* ... or "she" */
    bool acts;     /* "we freeze", "she marries", the last verb before it */
    bool led;      /* a verb stands before the date, or was the first behind it */
    bool fixed;    /* "is moved to 5 November" tells of no past, "is to sail" of the future */
    size_t state;  /* the end of "closed" in "is closed" */
} telling;

/* Without one of these was_ahead, was_asked and is_awaited need not be asked. */
static const context_set leads_ahead = CONTEXT_FORETOLD | CONTEXT_GOING, leads_asking = CONTEXT_INTENT,
                         leads_awaiting =
                             CONTEXT_PURPOSE | CONTEXT_REQUEST | CONTEXT_CONDITION | CONTEXT_ALLOWED | CONTEXT_BIDDING;

/* "the votes", "asked for leave": behind the word stands no verb. */
static bool before_noun(const grammar *g, annals_text word) {
    context_set contexts = contexts_of(g, word);
    return contexts & (CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE) ||
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
    if (leads && is_present_verb(t, x->grammar, word)) t->acts = t->led = true;
    if ((t->speaker || t->doer) && keeps_subject(x->grammar, word)) return;
    t->speaker = has_role(x->grammar, word, ROLE_SPEAKER);
    t->doer = has_role(x->grammar, word, ROLE_DOER);
}

static void hear(telling *t, const analysis *x, annals_text text, size_t start, size_t end, size_t date) {
    const context_set past = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_DONE;
    const context_set wanted = past | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_TIMETABLE | CONTEXT_OWED |
                               CONTEXT_ARRANGED | CONTEXT_FIRST_PERSON;
    annals_text word = text_slice(text, start, end);
    context_set contexts = contexts_among(
        x->grammar, word, wanted | CONTEXT_HAD | CONTEXT_PERFECT | leads_ahead | leads_asking | leads_awaiting);
    bool leads = end <= date || !t->led;
    bool moved = contexts & CONTEXT_PAST && contexts & CONTEXT_DONE; /* "il est parti": the past of what moves */
    bool passive = t->present && contexts & past && !moved;          /* "is held", "is closed" */
    bool owed = contexts & CONTEXT_OWED && is_before(x, text, end, CONTEXT_INFINITIVE);
    bool unreal = contexts & CONTEXT_MODAL && is_before(x, text, end, CONTEXT_PERFECT); /* "we should have sailed" */
    bool owned = contexts & CONTEXT_OWED && is_before(x, text, end, CONTEXT_OWNER);     /* "I have a dentist" */
    bool added = t->led && start > date + 1 && text.data[start - 2] == ','; /* "is on Monday, followed by a dinner" */
    bool told = (is_past(word, contexts) || contexts & CONTEXT_DONE) && !passive && !owed && !owned && !added;
    if (told || unreal) t->found = TENSE_PAST;
    t->modal |= contexts & CONTEXT_MODAL && !unreal;
    if (passive && end < date && !in_context(x->grammar, word, CONTEXT_DATED)) t->state = end;
    bool acts = !t->named; /* "the votes", "two plays" */
    if (leads && contexts & wanted & ~CONTEXT_FIRST_PERSON) t->acts = false;
    if (leads && contexts & wanted && (acts || !(contexts & CONTEXT_TIMETABLE))) {
        t->fixed = contexts & CONTEXT_TIMETABLE || (t->many && contexts & CONTEXT_ARRANGED);
        t->arranged = (t->present && contexts & CONTEXT_ARRANGED) ||
                      (t->self && contexts & (CONTEXT_TIMETABLE | CONTEXT_ARRANGED));
    }
    t->heard |= contexts;
    t->stays |= contexts & CONTEXT_PRESENT && end < date;
    t->obliged |= leads && (owed || (!unreal && obliges(x->grammar, word)));
    t->named = before_noun(x->grammar, word) || contexts & CONTEXT_HAD; /* "I had leave" */
    t->present = contexts & CONTEXT_PRESENT;
    t->self = contexts & CONTEXT_FIRST_PERSON;
    t->many = is_plural(x->grammar, word) || (t->fixed && in_context(x->grammar, word, CONTEXT_JOINER));
    t->led |= (contexts & wanted & ~CONTEXT_FIRST_PERSON) != 0;
    hear_subject(t, x, word, leads, end <= date);
    if (has_role(x->grammar, word, ROLE_BID)) t->heard |= leads_asking;
}

/* "My sister marries on Saturday.": of a short sentence that tells it so, with nothing behind the day. */
static bool is_verb_led(const analysis *x, size_t raw) {
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
           !text_ends(subject, "s") && !text_begins_upper(verb) && !in_context(x->grammar, subject, noun);
}

/* "Classes began on 4 September and end on 7 June" */
static bool goes_on_as(const analysis *x, size_t raw) {
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start;
    annals_text lead, verb = word_led(x, raw, &lead);
    if (!in_context(x->grammar, verb, CONTEXT_TIMETABLE | CONTEXT_ARRANGED) || text_begins_upper(verb)) return false;
    if (in_context(x->grammar, verb, CONTEXT_DOING | CONTEXT_PAST)) return false;
    annals_text before = word_ending(x->text, first, (size_t)(verb.data - x->text.data));
    return in_context(x->grammar, before, CONTEXT_JOINER);
}

/* What is told as past and lay ahead then; `heard` are the words of the sentence. */
static bool lay_ahead(const analysis *x, size_t raw, annals_text text, size_t from, context_set heard) {
    size_t date = x->raws.items[raw].start;
    if (heard & leads_ahead && was_ahead(x, text, from, date)) return true;
    if (heard & leads_asking && was_asked(x, text, from, date)) return true;
    if (is_set_behind(x, raw, text)) return true;
    return is_moved(x, raw, CONTEXT_RANGE_LEAD) || is_put_off(x, raw, text, from) || sets_in(x, raw, text, from) ||
           is_term(x, raw);
}

static int find_tense(const analysis *x, size_t raw) {
    if (tells_future(x, raw) || is_traded(x, raw)) return TENSE_FUTURE;
    if (lasts_since(x, raw)) return TENSE_PAST;
    size_t at, start, end, from, date = x->raws.items[raw].start;
    annals_text text = surroundings(x, raw, &from);
    telling t = {0};
    for (at = from; text_word(text, at, &start, &end); at = end)
        if (start < date || start >= x->raws.items[raw].end) hear(&t, x, text, start, end, date);
        else t.present = t.self = t.many = t.named = t.speaker = t.doer = false; /* "Sat" is no verb */
    if (t.heard & leads_asking && had_asked(x, text, from, date)) return TENSE_PAST;
    bool moved = is_moved(x, raw, CONTEXT_INFINITIVE | CONTEXT_UP_TO) || is_moved_on(x, raw);
    if (moved && t.heard & CONTEXT_PERFECT) return TENSE_FUTURE; /* "has been moved to the 9th" */
    if ((moved || lay_ahead(x, raw, text, from, t.heard)) && !was_reported(x, raw))
        return t.found == TENSE_PAST ? TENSE_FIXED : TENSE_FUTURE;
    if (is_in_prospect(x, raw, text, from)) return TENSE_FUTURE;
    bool ends = is_end(x, raw) || x->raws.items[raw].expr->kind == EXPR_RANGE;
    bool awaited = is_question(x, raw) || (ends && t.stays) ||
                   ((ends || t.heard & leads_awaiting) && is_awaited(x, raw, text, from));
    bool ahead = awaited || t.obliged || is_set_for(x, raw) || is_engaged(x, raw, text, from);
    if (t.arranged || (ahead && t.found != TENSE_PAST)) return TENSE_FUTURE;
    if (t.modal) return TENSE_NONE;
    if (t.fixed || t.acts || goes_on_as(x, raw)) return TENSE_TIMETABLE;
    if (t.found == TENSE_NONE && is_verb_led(x, raw)) return TENSE_TIMETABLE;
    return (int)(is_state_of(x, raw, text, t.state) ? TENSE_FIXED : t.found);
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
    annals_text text = surroundings(x, raw, &at);
    for (; text_word(text, at, &start, &end); at = end) {
        annals_text word = text_slice(text, start, end);
        context_set contexts = contexts_among(x->grammar, word, wanted);
        if (contexts & CONTEXT_FORETOLD || (is_past(word, contexts) && !be)) return false;
        be = contexts & CONTEXT_PRESENT; /* "is to be unveiled" */
        ahead |= contexts && !(contexts & CONTEXT_PARTICIPLE);
    }
    return ahead;
}
