/* over.c: what the words around a date say to be over: reported, recorded, done before what the sentence tells. */
#include "over.h"

#include "around.h"
#include "language.h"
#include "tense.h"
#include "text.h"

/* "as a clerk on Wednesday said": the verb stands behind the day, as it does in German. */
static bool reports_behind(const analysis *x, size_t raw) {
    size_t start, end, behind = x->raws.items[raw].end;
    if (!text_word(x->text, behind, &start, &end) || start != behind + 1 || x->text.data[behind] != ' ') return false;
    context_set contexts = contexts_of(x->grammar, text_slice(x->text, start, end));
    bool closes = end >= x->text.length || byte_in(x->text.data[end], ".,;!?");
    return closes && contexts & CONTEXT_REPORT && contexts & (CONTEXT_PAST | CONTEXT_PARTICIPLE);
}

/* Where the part of a sentence begins that a mark so near before the date parts off; 0: none does. */
static size_t past_mark(const analysis *x, size_t raw, size_t reach) {
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start, date = x->raws.items[raw].start, at = date;
    while (at > first && date - at < reach && !byte_in(x->text.data[at - 1], ",;:")) at--;
    return at > first && byte_in(x->text.data[at - 1], ",;:") ? at : 0;
}

size_t past_comma(const analysis *x, size_t raw, size_t reach) {
    size_t at = past_mark(x, raw, reach);
    return at && x->text.data[at - 1] == ',' ? at : 0;
}

/* "según informó", "comme l'a annoncé", "as he said" */
static bool leads_to_report(const analysis *x, annals_text word, context_set contexts) {
    return contexts & CONTEXT_ACCORDING || has_role(x->grammar, word, ROLE_AS_SAID);
}

/* ", sagte der Sprecher am Mittwoch", ", a dit mercredi le maire": the verb opens what stands behind a comma. */
static bool reports_inverted(const analysis *x, size_t raw) {
    enum { REACH = 60 /* bytes */ };
    const context_set verbs = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_FUTURE | CONTEXT_MODAL | CONTEXT_COMPLEMENT |
                              CONTEXT_SUBORDINATE | CONTEXT_INFINITIVE;
    const context_set helps = CONTEXT_PRESENT | CONTEXT_PERFECT | CONTEXT_HAD | CONTEXT_PAST;
    bool said = false, helped = false; /* "a déclaré" */
    size_t date = x->raws.items[raw].start, at = past_comma(x, raw, REACH), start, end;
    if (!at) return false;
    for (bool first = true; text_word(x->text, at, &start, &end) && end < date; at = end) {
        context_set contexts = contexts_of(x->grammar, text_slice(x->text, start, end));
        bool tells = first || helped || contexts & (CONTEXT_PAST | CONTEXT_PARTICIPLE); /* "annonce lundi la mairie" */
        bool says = contexts & CONTEXT_REPORT && tells;
        helped = contexts & helps, first = false;
        if (!said && leads_to_report(x, text_slice(x->text, start, end), contexts)) continue;
        if (said ? (contexts & verbs) != 0 : !says && !(contexts & helps)) return false;
        said |= says;
    }
    return said;
}

/* "Police were told on Sunday that he was missing": that is of what is told, and nobody told it to who writes. */
static bool is_hearer(const analysis *x, size_t raw, annals_text verb) {
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start;
    annals_text before = word_ending(x->text, first, (size_t)(verb.data - x->text.data));
    return has_role(x->grammar, verb, ROLE_HEARER) && in_context(x->grammar, before, CONTEXT_COPULA);
}

bool was_reported(const analysis *x, size_t raw) {
    annals_text lead, verb = word_led(x, raw, &lead);
    context_set contexts = contexts_of(x->grammar, verb);
    bool told = contexts & CONTEXT_REPORT && contexts & (CONTEXT_PAST | CONTEXT_PARTICIPLE);
    return told ? !is_hearer(x, raw, verb) : reports_behind(x, raw) || reports_inverted(x, raw);
}

/* "is held on Monday", "to be held on Monday": the participle tells of no past. */
static bool of_present(const analysis *x, size_t raw, annals_text verb) {
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start, at = (size_t)(verb.data - x->text.data);
    return in_context(x->grammar, word_ending(x->text, first, at), CONTEXT_PRESENT);
}

/* "He visited Havana on", "she came to New York on": the verb before the name of a place. */
static annals_text verb_before_place(const analysis *x, size_t raw, annals_text name) {
    enum { MOST_WORDS = 4 };
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start;
    annals_text word = name;
    for (int i = 0; i < MOST_WORDS && word.length; i++) {
        bool place = text_begins_upper(word) || in_context(x->grammar, word, CONTEXT_PLACE_LEAD);
        if (!place || word.data == x->text.data + first) return word;
        word = word_ending(x->text, first, (size_t)(word.data - x->text.data));
    }
    return word;
}

bool happened_on(const analysis *x, size_t raw) {
    const context_set planned =
        CONTEXT_FORESEEN | CONTEXT_FIXED_FOR | CONTEXT_EXPECTED | CONTEXT_REPORT | CONTEXT_FORETOLD;
    annals_text lead, verb = word_led(x, raw, &lead);
    if (verb.data != lead.data) verb = verb_before_place(x, raw, verb);
    context_set contexts = contexts_of(x->grammar, verb);
    bool past = contexts & (CONTEXT_PAST | CONTEXT_PARTICIPLE) && !of_present(x, raw, verb);
    bool leads = in_context(x->grammar, lead, CONTEXT_FOLLOWER) && !text_same_word(lead, "for");
    return past && leads && !(contexts & planned) && tense_around(x, raw) != TENSE_FUTURE;
}

/* "Se reunirán hoy, como hacen cada viernes desde enero": a clause of its own, with no future, leads to the date. */
static bool lasts_in_clause(const analysis *x, size_t raw) {
    size_t date = x->raws.items[raw].start, at = past_mark(x, raw, CLAUSE_REACH), start, end, words = 0;
    if (!at) return false;
    for (; text_word(x->text, at, &start, &end) && end < date; at = end, words++)
        if (in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_FUTURE | CONTEXT_TIMETABLE)) return false;
    return words > 1;
}

/* "since the battle in December": a noun with its article between */
static bool is_since_event(const analysis *x, size_t raw, annals_text lead, annals_text noun) {
    if (noun.data == lead.data || !noun.length || !has_role(x->grammar, lead, ROLE_TIE)) return false;
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start;
    annals_text article = word_ending(x->text, first, (size_t)(noun.data - x->text.data));
    if (!in_context(x->grammar, article, CONTEXT_DETERMINER | CONTEXT_POSSESSIVE)) return false;
    return has_role(x->grammar, word_ending(x->text, first, (size_t)(article.data - x->text.data)), ROLE_SINCE);
}

bool lasts_since(const analysis *x, size_t raw) {
    annals_text lead, before = word_led(x, raw, &lead);
    if (is_since_event(x, raw, lead, before)) return true;
    if (has_role(x->grammar, lead, ROLE_SINCE) || has_role(x->grammar, before, ROLE_SINCE)) return true;
    bool either = has_role(x->grammar, lead, ROLE_FROM_SINCE) || has_role(x->grammar, before, ROLE_FROM_SINCE);
    return either && lasts_in_clause(x, raw);
}

/* "He promised in August that it would be paid": the day of the promise. */
static bool leads_to_what_was_said(const analysis *x, size_t raw) {
    if (!is_before(x, x->text, x->raws.items[raw].end, CONTEXT_COMPLEMENT)) return false;
    annals_text lead, verb = word_led(x, raw, &lead);
    return verb.data != lead.data && is_past(verb, contexts_of(x->grammar, verb)) && !of_present(x, raw, verb);
}

/* "It plans to move, having sold its warehouse in September" */
static bool was_done_before(const analysis *x, size_t raw) {
    size_t at = past_comma(x, raw, CLAUSE_REACH), start, end;
    if (!at || !text_word(x->text, at, &start, &end) || start >= x->raws.items[raw].start) return false;
    return has_role(x->grammar, text_slice(x->text, start, end), ROLE_HAVING);
}

/* "The note delivered on the 18th would be answered": the verb of the sentence stands behind the date, and what stands
 * before it tells of what had been done. */
static bool was_done_to(const analysis *x, size_t raw) {
    const context_set finite = CONTEXT_MODAL | CONTEXT_FUTURE | CONTEXT_FORETOLD | CONTEXT_COPULA | CONTEXT_PERFECT;
    const context_set set = CONTEXT_ARRANGED | CONTEXT_EXPECTED | CONTEXT_TIMETABLE;
    const context_set no_noun = CONTEXT_COPULA | CONTEXT_PERFECT | CONTEXT_PRESENT | CONTEXT_PRONOUN | CONTEXT_SUBJECT |
                                CONTEXT_JOINER | CONTEXT_FUTURE;
    if (!is_before(x, x->text, x->raws.items[raw].end, finite)) return false;
    annals_text lead, verb = word_led(x, raw, &lead);
    context_set contexts = contexts_of(x->grammar, verb);
    if (verb.data == lead.data || text_same_word(lead, "for") || contexts & set || !is_past(verb, contexts))
        return false;
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start;
    annals_text noun = word_ending(x->text, first, (size_t)(verb.data - x->text.data));
    return noun.length > 2 && !in_context(x->grammar, noun, no_noun) && !has_role(x->grammar, noun, ROLE_BECOME);
}

/* "Minutes of Thursday's meeting will be published": what is told of it there is over. */
static bool is_recorded(const analysis *x, size_t raw) {
    annals_text lead, paper = word_led(x, raw, &lead);
    if (!owns_event(x, raw) || !in_context(x->grammar, lead, CONTEXT_GENITIVE) || paper.data == lead.data) return false;
    return has_role(x->grammar, paper, ROLE_RECORD) || in_context(x->grammar, paper, CONTEXT_PAPER | CONTEXT_WRITING);
}

bool came_before(const analysis *x, size_t raw) {
    enum { REACH = 60 /* bytes */ };
    const raw_mention *m = &x->raws.items[raw];
    size_t from = x->sentences.items[x->sentence_of.items[raw]].start, start, end;
    bool behind_day = raw && x->raws.items[raw - 1].start >= from && x->raws.items[raw - 1].expr->kind == EXPR_POINT;
    bool after = false, doing = false;
    if (behind_day) from = x->raws.items[raw - 1].end;
    if (m->start - from > REACH || (m->expr->limit && m->expr->limit != LIMIT_AFTER)) return false;
    for (; text_word(x->text, from, &start, &end) && end <= m->start; from = end) {
        annals_text word = text_slice(x->text, start, end);
        if (text_find_any(x->text, from, start, ",;:") < start) after = doing = false;
        doing |= after && in_context(x->grammar, word, CONTEXT_DOING);
        after |= place_said(x->grammar, SAY_LIMITS, word) == SAID_AFTER;
    }
    return after && (owns_event(x, raw) || (behind_day && doing));
}

/* "They will meet on 3 December, as they did in December": what it is like has been. */
static bool is_like(const analysis *x, size_t raw) {
    annals_text tie, verb = word_led(x, raw, &tie);
    if (verb.data == tie.data || !is_past(verb, contexts_of(x->grammar, verb))) return false;
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start;
    annals_text who = word_ending(x->text, first, (size_t)(verb.data - x->text.data));
    if (!in_context(x->grammar, who, CONTEXT_SUBJECT | CONTEXT_PRONOUN)) return false;
    return has_role(x->grammar, word_ending(x->text, first, (size_t)(who.data - x->text.data)), ROLE_AS_SAID);
}

/* "They are in hospital tonight after an explosion on Tuesday": what is so behind something happened before; absent
 * where nothing is. */
static annals_text event_behind(const analysis *x, size_t raw, annals_text text, size_t from) {
    size_t start, end, date = x->raws.items[raw].start;
    bool after = false, named = false;
    for (size_t at = from; text_word(text, at, &start, &end) && end < date; at = end) {
        annals_text word = text_slice(text, start, end);
        named = after && in_context(x->grammar, word, CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE);
        after = has_role(x->grammar, word, ROLE_BEHIND);
        if (!named) continue;
        annals_text lead, noun = word_led(x, raw, &lead);
        bool tied = noun.data > word.data && noun.data != lead.data && has_role(x->grammar, lead, ROLE_TIE);
        return tied ? noun : (annals_text){0};
    }
    return (annals_text){0};
}

bool is_behind_event(const analysis *x, size_t raw, annals_text text, size_t from) {
    return event_behind(x, raw, text, from).length != 0;
}

bool is_behind_occasion(const analysis *x, size_t raw, annals_text text, size_t from) {
    annals_text noun = event_behind(x, raw, text, from);
    return has_role(x->grammar, noun, ROLES_OF(ROLE_OCCASION, ROLE_HAPPENING)) ||
           in_context(x->grammar, noun, CONTEXT_OCCURRED);
}

/* "Er könnte am Montag gestorben sein": what may have been done by then is told by what closes the clause. */
static bool closes_as_done(const analysis *x, size_t raw) {
    enum { MOST_WORDS = 8 };
    size_t start, end, at = x->raws.items[raw].end;
    bool gone = false, lower = false;
    if (x->grammar == language_by_default() || is_end(x, raw)) return false;
    for (int n = 0; n < MOST_WORDS && text_word(x->text, at, &start, &end); n++, at = end) {
        if (text_find_any(x->text, at, start, ".,;:!?\n") < start) return false;
        annals_text word = text_slice(x->text, start, end);
        bool last = end >= x->text.length || byte_in(x->text.data[end], ".,;:!?\n");
        bool has = lower && !has_role(x->grammar, word, ROLE_BECOME); /* not "Zeit haben", "offen sein" */
        if (last && in_context(x->grammar, word, CONTEXT_PERFECT)) return gone || has;
        gone = has_role(x->grammar, word, ROLE_GONE);
        lower = !text_begins_upper(word);
    }
    return false;
}

/* "Das im März beschlossene Gesetz", "Die Anfang Mai wegen Rissen gesperrte Brücke", but not "die im Mai geplante". */
static bool was_done_to_noun(const analysis *x, size_t raw) {
    enum { MOST_WORDS = 6, SHORTEST = 6 };
    static const char *const endings[] = {"te", "ten", "ter", "tes", "ne", "nen", "ner", "nes"};
    if (!x->grammar->capital_nouns) return false;
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start, start, end, next, behind;
    size_t at = x->raws.items[raw].end;
    annals_text lead = word_ending(x->text, first, x->raws.items[raw].start);
    annals_text article = has_role(x->grammar, lead, ROLE_TIE) && lead.data > x->text.data + first
                              ? word_ending(x->text, first, (size_t)(lead.data - x->text.data))
                              : lead;
    if (!in_context(x->grammar, article, CONTEXT_DETERMINER) && !is_of_category(x->grammar, article, "count"))
        return false;
    for (int n = 0; n < MOST_WORDS && text_word(x->text, at, &start, &end); n++, at = end) {
        annals_text word = text_slice(x->text, start, end);
        if (text_find_any(x->text, at, start, ".,;:!?") < start) return false;
        if (text_begins_upper(word) || word.length < SHORTEST) continue;
        bool noun = text_word(x->text, end, &next, &behind) && next == end + 1 &&
                    text_begins_upper(text_slice(x->text, next, behind));
        bool planned = in_context(x->grammar, text_slice(x->text, start, end - 1), CONTEXT_FORESEEN) ||
                       in_context(x->grammar, text_slice(x->text, start, end - 2), CONTEXT_FORESEEN);
        for (size_t i = 0; noun && !planned && i < sizeof endings / sizeof *endings; i++)
            if (text_ends(word, endings[i])) return true;
    }
    return false;
}

/* "La grève annoncée lundi commencera jeudi", "la huelga iniciada el lunes", but not "prévue lundi": of the noun before
 * it, where no preposition leads to the day. */
static bool was_done_on_day(const analysis *x, size_t raw) {
    static const char *const endings[] = {"é",   "ée",  "és",   "ées",  "ado",  "ada",
                                          "ido", "ida", "ados", "adas", "idos", "idas"};
    const context_set helps = CONTEXT_COPULA | CONTEXT_PERFECT | CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_FUTURE |
                              CONTEXT_MODAL | CONTEXT_INFINITIVE | CONTEXT_PRONOUN | CONTEXT_SUBJECT |
                              CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE; /* "le marché" */
    if (x->grammar == language_by_default() || x->grammar->capital_nouns) return false;
    size_t first = x->sentences.items[x->sentence_of.items[raw]].start;
    annals_text done = word_ending(x->text, first, x->raws.items[raw].start);
    if (!done.length || in_context(x->grammar, done, CONTEXT_FORESEEN | CONTEXT_FIXED_FOR)) return false;
    size_t at = (size_t)(done.data - x->text.data);
    annals_text before = word_ending(x->text, first, at);
    bool comma = at > first + 1 && x->text.data[at - 2] == ',';
    if (!comma && (!before.length || in_context(x->grammar, before, helps))) return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (text_ends(done, endings[i])) return true;
    return false;
}

bool was_done(const analysis *x, size_t raw) {
    return was_done_to_noun(x, raw) || was_done_on_day(x, raw) || closes_as_done(x, raw) ||
           leads_to_what_was_said(x, raw) || was_done_before(x, raw) || was_done_to(x, raw);
}

bool is_over(const analysis *x, size_t raw) {
    return is_like(x, raw) || is_recorded(x, raw) || came_before(x, raw) || was_done(x, raw);
}
