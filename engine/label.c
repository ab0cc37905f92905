/* label.c: the words around a date made a headline. */
#include "events.h"
#include "language.h"
#include "marks.h"
#include "opening.h"
#include "stem.h"
#include "text.h"

#include <string.h>

enum { FEWEST_WORDS = 2 };

size_t previous_code(annals_text text, size_t at) {
    do at--;
    while (at && ((unsigned char)text.data[at] & 0xC0) == 0x80);
    return at;
}

uint32_t code_at(annals_text text, size_t at) {
    size_t next;
    return at < text.length ? text_decode(text, at, &next) : 0;
}

annals_text preceding_word(annals_text text, size_t begin, size_t at) {
    while (at > begin && is_space_byte(text.data[at - 1])) at--;
    size_t start = at;
    /* "N.S." and "Gen." keep their last stop: it ends no sentence before a name. */
    if (at >= begin + 2 && text.data[at - 1] == '.' && is_letter((unsigned char)text.data[at - 2])) start--;
    while (start > begin) {
        size_t before = previous_code(text, start);
        uint32_t c = code_at(text, before);
        bool inner = c == '\'' || c == 0x2019 || c == '-' || (c == '.' && start < at);
        if (!is_letter(c) && !is_digit(c) && !inner) break;
        start = before;
    }
    return text_slice(text, start, at);
}

annals_text following_word(annals_text text, size_t at, size_t end) {
    size_t start, stop;
    if (!text_word(text, at, &start, &stop) || stop > end) return (annals_text){0};
    return text_slice(text, start, stop);
}

size_t offset_of(annals_text text, annals_text part) {
    return (size_t)(part.data - text.data);
}

/* ---------------------------------------------------------------- the clause */

static bool has_verb(const passage *p, size_t from, size_t to) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_VERB;
    size_t s, e;
    for (size_t at = from; text_word(p->text, at, &s, &e) && e <= to; at = e)
        if ((e <= p->from || s >= p->to) && in_context(p->grammar, text_slice(p->text, s, e), verbs)) return true;
    return false;
}

/* "Next meeting: 5 May", "Born: at Aldwick, 6 May 1753": what the field is called says what happened, when no verb
 * does. */
static bool is_field(const passage *p) {
    size_t s, e, label = label_length(text_slice(p->text, p->start, p->from));
    bool named = label && text_word(p->text, p->start, &s, &e) &&
                 !in_context(p->grammar, text_slice(p->text, s, e), CONTEXT_NUMBER_FIELD | CONTEXT_SUBJECT_FIELD);
    return named && !has_verb(p, e, p->start + label) && !has_verb(p, p->start + label, p->end);
}

static bool behind_colon(const passage *p) {
    size_t at = p->from;
    while (at > p->start && p->text.data[at - 1] == ' ') at--;
    return at > p->start && p->text.data[at - 1] == ':';
}

/* ... and the date is all that it holds. */
static bool fills_field(const passage *p) {
    size_t s, e;
    return behind_colon(p) && !(text_word(p->text, p->to, &s, &e) && s < p->end);
}

/* "yesterday at dawn", "last night", "this morning": words that say when without a tie. */
static bool says_when(const passage *p) {
    annals_text first = following_word(p->text, p->from, p->to);
    if (has_role(p->grammar, first, ROLE_SPOKEN_DAY)) return true;
    if (!has_role(p->grammar, first, ROLE_NEAR_DAY)) return false;
    annals_text next = following_word(p->text, offset_of(p->text, first) + first.length, p->to);
    return in_context(p->grammar, next, CONTEXT_CALENDAR_WORD | CONTEXT_DAY_PART);
}

/* "el 5 de mayo", "5 мая": the word that says so begins the day, or stands behind its number. */
static bool needs_no_tie(const passage *p) {
    annals_text first = following_word(p->text, p->from, p->to), word = first;
    if (first.length && is_digit((unsigned char)*first.data))
        word = following_word(p->text, offset_of(p->text, first) + first.length, p->to);
    return has_role(p->grammar, word, ROLE_DAY_ARTICLE);
}

/* "handed over before the 20th": the word belongs to its verb. */
static bool goes_with_verb(const passage *p, annals_text word) {
    annals_text verb = preceding_word(p->text, p->start, offset_of(p->text, word));
    return verb.length && (family_of_two(p->grammar, verb, word) || family_of_parted(p->grammar, verb, word));
}

/* The mention with its brackets and the words that tie it to the rest. */
static void widen(const passage *p, size_t *from, size_t *to, bool *tied) {
    *from = p->from;
    *to = p->to;
    *tied = behind_colon(p) && (fills_field(p) || is_field(p));
    *tied |= needs_no_tie(p);
    if (*from > p->start && byte_in(p->text.data[*from - 1], "([") && *to < p->end &&
        byte_in(p->text.data[*to], ")]")) {
        --*from;
        ++*to;
        *tied = true;
    }
    bool speaking = says_when(p);
    for (bool bare = false, of = false, little = false;;) {
        annals_text word = preceding_word(p->text, p->start, *from);
        bool article = little && in_context(p->grammar, word, CONTEXT_OWNER); /* "a little after ten" */
        little = *from < p->from && has_role(p->grammar, word, ROLE_LITTLE);
        bool ties_it = article || little || has_role(p->grammar, word, of ? ROLES_OF(ROLE_TIE, ROLE_SHARE) : ROLE_TIE);
        ties_it |= *from < p->from && text_same_word(word, "ever"); /* "ever since Saturday" */
        bool verbs = has_role(p->grammar, word, ROLE_VERB_TIE);
        of = in_context(p->grammar, word, CONTEXT_GENITIVE);
        if (!word.length || !ties_it || (bare && verbs) || (*from < p->from && goes_with_verb(p, word))) return;
        if (speaking && (text_same_word(word, "in") || text_same_word(word, "on"))) return; /* "was sworn in today" */
        bare |= verbs;
        *from = offset_of(p->text, word);
        if (!in_context(p->grammar, word, CONTEXT_DETERMINER)) *tied = true;
    }
}

bool waits_until(const passage *p) {
    annals_text word = preceding_word(p->text, p->start, p->from);
    if (!in_context(p->grammar, word, CONTEXT_UP_TO)) return false;
    while ((word = preceding_word(p->text, p->start, offset_of(p->text, word))).length)
        if (in_context(p->grammar, word, CONTEXT_NEGATION | CONTEXT_NONE)) return true;
    return false;
}

/* "today or tomorrow", "yesterday's session" and "after two weeks of rain" cannot spare the date. */
static bool needed(const passage *p, size_t from, size_t to) {
    annals_text before = preceding_word(p->text, p->start, from), after = following_word(p->text, to, p->end);
    bool next_to = after.length && offset_of(p->text, after) == to + 1;
    uint32_t sign = code_at(p->text, to);
    bool named = next_to && (text_same_word(after, "or") || in_context(p->grammar, after, CONTEXT_CONVEYANCE));
    annals_text last = preceding_word(p->text, from, to);
    bool day = !last.length || is_digit((unsigned char)*last.data) || has_role(p->grammar, last, ROLE_SPOKEN_DAY) ||
               in_context(p->grammar, last, CONTEXT_CALENDAR_WORD);
    bool of = next_to && !day && in_context(p->grammar, after, CONTEXT_GENITIVE);
    return sign == '\'' || sign == 0x2019 || text_same_word(before, "or") || named || of ||
           waits_until(p); /* "the nine o'clock train" */
}

static bool begins(annals_text text, size_t at, const char *words) {
    return text_starts(text_slice(text, at, text.length), words);
}

/* The first place in text[at, end) where there may be a boundary between clauses, or `end`: a mark, or the space before
 * a word with t, which may be "that". */
static size_t next_mark(annals_text text, size_t at, size_t end) {
    static const char marks[] = ",;:.-\xE2";
    for (; at < end && text.length - at > sizeof(bytes16); at += sizeof(bytes16)) {
        bytes16 here = bytes16_at(text.data + at), behind = bytes16_at(text.data + at + 1);
        bytes16 found = bytes16_any(here, marks) | ((bytes16)(here == ' ') & (bytes16)((behind | 32) == 't'));
        size_t first = bytes16_first(found);
        if (first < sizeof found) return at + first < end ? at + first : end;
    }
    while (at < end && !byte_in(text.data[at], marks) && !text_starts(text_slice(text, at, text.length), " t")) at++;
    return at < end ? at : end;
}

/* "Nobody says that she left on 4 May": without these words it would read as if she had. */
static bool is_denied_saying(const grammar *g, annals_text text, size_t begin, size_t at) {
    enum { WORDS = 5 };
    for (int i = 0; i < WORDS; i++) {
        annals_text word = preceding_word(text, begin, at);
        if (!word.length) return false;
        size_t place = offset_of(text, word);
        if (text_find_any(text, place + word.length, at, ",;:") < at) return false;
        if (has_role(g, word, ROLE_DENIER) || in_context(g, word, CONTEXT_NEGATION)) return true;
        at = place;
    }
    return false;
}

/* Is there a boundary between clauses at a mark?  Returns where the next clause begins, or 0. */
static size_t boundary(const grammar *g, annals_text text, size_t begin, size_t at) {
    size_t next = at;
    uint32_t c = text_decode(text, at, &next);
    bool comma = c == ',' && begins(text, at, ", that "); /* "This deponent saith, that" */
    if (c == ' ' || comma) {
        bool told =
            (comma || begins(text, at, " that ")) && has_role(g, preceding_word(text, begin, at), ROLE_REPORTER);
        if (told && !is_denied_saying(g, text, begin, at)) return at + comma + strlen(" that ");
        if (!comma) return 0;
    }
    if (c == ';') return text_behind_notes(text, next);
    if (c == 0x2014 || c == 0x2026) return next;
    if (c == ':' && next < text.length && is_space_byte(text.data[next])) return next;
    if (c == '.' && begins(text, at, ". . .")) return at + 5;
    if (begins(text, at, "--")) return at + 2;
    bool joins =
        c == ',' && begins(text, at + 1, " ") && has_role(g, following_word(text, at, text.length), ROLE_NEXT_CLAUSE);
    return joins ? at + 2 : 0;
}

/* What stands between two dashes is left out: behind the second the clause of the first goes on. */
static size_t clause_start(const passage *p, size_t from) {
    size_t start = p->start, opened = SIZE_MAX;
    for (size_t at = next_mark(p->text, start, from); at < from; at = next_mark(p->text, at + 1, from)) {
        size_t next = boundary(p->grammar, p->text, p->start, at);
        if (!next || next > from) continue;
        bool dash = is_dash(code_at(p->text, at));
        if (dash && opened != SIZE_MAX) {
            start = opened;
            opened = SIZE_MAX;
        } else {
            opened = dash ? start : SIZE_MAX;
            start = next;
        }
    }
    return start;
}

/* "2 June 1911 — Dockers struck": the dash behind a date that opens a line parts no clauses. */
static size_t behind_opening(const passage *p) {
    size_t at = p->to, next;
    if (p->from != p->start) return at;
    while (at < p->end && is_space_byte(p->text.data[at])) at++;
    for (size_t marks = at; marks < p->end && is_dash(text_decode(p->text, marks, &next)); marks = next) at = next;
    return at;
}

static size_t clause_end(const passage *p, size_t to) {
    for (size_t at = next_mark(p->text, to, p->end); at < p->end; at = next_mark(p->text, at + 1, p->end))
        if (!byte_in(p->text.data[at], ": ") && boundary(p->grammar, p->text, p->start, at)) return at;
    return p->end;
}

/* Between the clause's start and the date stand only words that lead to it: "On", or "In telegram 12 from Havana,". */
static bool leads_in(const passage *p, size_t start, size_t from, size_t to) {
    size_t s, e;
    bool only_leads = true;
    for (size_t at = start; only_leads && text_word(p->text, at, &s, &e) && s < from; at = e) {
        annals_text word = text_slice(p->text, s, e);
        only_leads = has_role(p->grammar, word, ROLES_OF(ROLE_TIE, ROLE_LINK, ROLE_SPOKEN_DAY));
    }
    if (only_leads) return true;
    annals_text first = following_word(p->text, start, from);
    bool lead = has_role(p->grammar, first, ROLE_LEAD) && text_begins_upper(first);
    return lead && to < p->end && p->text.data[to] == ',';
}

/* Can the date go from between the words?  Not "planned for May did not", nor ", born on 5 May, was". */
static bool spare(annals_text before, annals_text tie, annals_text after) {
    bool goes_on = after.length && !byte_in(after.data[0], ",.;:)");
    if (goes_on && text_starts(tie, "for ")) return false;
    size_t comma = before.length;
    while (comma && before.data[comma - 1] != ',') comma--;
    bool aside = comma && after.length && after.data[0] == ',';
    return !aside || comma == before.length || says_words(text_slice(before, comma, before.length), 3);
}

/* "That evening we left", "Two days later the men came", "The next day Hale spoke": the subject behind a time that
 * opens a clause shows that the time is none; but "The summer the king died was hot", and "Christmas Eve Mass" is a
 * name. */
static bool before_subject(const passage *p, size_t to, annals_text next) {
    enum { FEW = 3 /* words */ };
    annals_text first = following_word(p->text, p->from, to);
    if (in_context(p->grammar, next, CONTEXT_SUBJECT)) return true;
    if (!says_words(text_slice(p->text, p->from, to), FEW)) return false;
    return in_context(p->grammar, next, CONTEXT_DETERMINER) ||
           (text_begins_upper(next) && in_context(p->grammar, first, CONTEXT_DETERMINER));
}

/* "1962-06-01", "1.6.1962": names the day of an entry, and is hardly ever what the sentence is about. */
static bool in_figures(annals_text exact) {
    size_t marks = 0;
    for (size_t i = 0; i < exact.length; i++) {
        bool digit = is_digit((unsigned char)exact.data[i]);
        if (!digit && !byte_in(exact.data[i], "-./")) return false;
        marks += !digit;
    }
    return marks == 2;
}

/* "At noon sighted land": a log names nobody who acts, while "on Monday came the news" has him behind the verb. */
static bool acts_unnamed(const passage *p, annals_text verb, size_t end) {
    const context_set no_deed = CONTEXT_COPULA | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_PERFECT | CONTEXT_HAD;
    if (!p->grammar->actors_first || !in_context(p->grammar, verb, CONTEXT_PAST | CONTEXT_PARTICIPLE) ||
        in_context(p->grammar, verb, no_deed))
        return false;
    annals_text object = following_word(p->text, offset_of(p->text, verb) + verb.length, end);
    return object.length && !has_role(p->grammar, verb, ROLE_INVERTED) &&
           offset_of(p->text, object) == offset_of(p->text, verb) + verb.length + 1;
}

/* Can a clause spare the date that it begins with?  "On Monday he came" and "16 October: ..." can; "The next ten days
 * will ..." needs its subject, and "On Monday came the news" something before its verb. */
static bool spares_lead(const passage *p, size_t to, size_t end, bool tied) {
    const context_set finite = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_COPULA;
    annals_text exact = text_slice(p->text, p->from, p->to), rest = text_slice(p->text, to, end);
    annals_text words = text_trim(rest);
    if (text_starts(rest, "  ") || text_starts(rest, "\t")) return true;            /* a column */
    bool stop = exact.data[exact.length - 1] == '.' && is_upper(code_at(words, 0)); /* "25 Nov. Jane was found" */
    bool comma = text_starts(words, ",");
    if (stop || (words.length && (byte_in(words.data[0], ":.") || is_dash(code_at(words, 0))))) return true;
    annals_text next = following_word(p->text, to + comma, end);
    bool told = in_context(p->grammar, next, finite) && !text_begins_upper(next); /* "This morning was cold" */
    bool entry = p->from == p->start && opens_with_full_day(p->grammar, text_slice(p->text, p->from, p->end));
    if (!tied && (entry || in_figures(exact))) return !in_context(p->grammar, next, finite);
    if (!tied) return comma || (says_when(p) && !told) || before_subject(p, to, next);
    if (!comma && acts_unnamed(p, next, end)) return true;
    if (told && p->grammar->actors_first &&
        text_starts(text_slice(p->text, offset_of(p->text, next) + next.length, end), ","))
        return true; /* "On Sunday died, at her house, Mrs. Penn", as a newspaper has it */
    return text_begins_upper(next) || !in_context(p->grammar, next, comma ? finite : finite | CONTEXT_PARTICIPLE);
}

/* "The siege began on 3 May, when": without the date nothing is parted. */
static bool parted_by_date(const grammar *g, annals_text after) {
    if (!text_starts(after, ", ")) return false;
    annals_text next = following_word(after, 1, after.length);
    return in_context(g, next, CONTEXT_WHEREUPON | CONTEXT_GENITIVE | CONTEXT_SURE);
}

/* "signed by Hale and dated 3 May,": the word that led to the date. */
static annals_text without_joiner(const grammar *g, annals_text before, annals_text after) {
    annals_text last = preceding_word(before, 0, before.length);
    bool ends = after.length && byte_in(after.data[0], ",.;");
    if (!ends || !last.length || !in_context(g, last, CONTEXT_JOINER)) return before;
    return text_trim(text_slice(before, 0, offset_of(before, last)));
}

/* What stands before a date and behind it, as one. */
static void put_around(text_buffer *b, const grammar *g, annals_text before, annals_text after) {
    before = without_joiner(g, before, after);
    if (!text_ends(before, ",") && parted_by_date(g, after)) after = text_trim(text_slice(after, 1, after.length));
    bool colon = text_ends(before, ":");
    if ((colon || text_ends(before, ",")) && after.length && byte_in(after.data[0], ",.;")) {
        before.length -= !colon;
        if (after.data[0] == ',') after = text_slice(after, 1, after.length);
    }
    annals_text behind_stop = text_starts(after, ". ") ? text_slice(after, 2, after.length) : (annals_text){0};
    if (is_lower(code_at(behind_stop, 0)) && is_plain_word(behind_stop)) after = behind_stop; /* "wurde am 9. Mai" */
    text_put(b, before);
    if (after.length && !byte_in(after.data[0], ",.;:)?!")) text_put(b, annals_text_of(" "));
    text_put(b, text_trim(after));
}

/* The clause with the date taken out of it, when something ties the date; else as it stands. */
static annals_text clause_words(arena *a, const passage *p, size_t start, size_t end) {
    size_t from, to;
    bool tied;
    widen(p, &from, &to, &tied);
    if (from < start) from = start;
    annals_text behind = text_slice(p->text, p->to, end); /* "On Tuesday's train came Mother" */
    if (text_starts(behind, "'s ") || text_starts(behind, "’s "))
        return headline(a, p->grammar, text_slice(p->text, start, end));
    if (to == p->to && to < end && p->text.data[to] == '?' && marks_doubt(p->text, p->from, p->to)) to++; /* "1512?" */
    if (leads_in(p, start, from, to)) {
        bool spared = spares_lead(p, to, end, tied);
        return headline(a, p->grammar, text_slice(p->text, spared ? to : start, end));
    }
    /* "The catalogue is from 1961" */
    bool told = in_context(p->grammar, preceding_word(p->text, start, from), CONTEXT_COPULA);
    if ((!tied && !says_when(p)) || told || needed(p, p->from, p->to))
        return headline(a, p->grammar, text_slice(p->text, start, end));
    annals_text before = text_trim(text_slice(p->text, start, from)), after = text_trim(text_slice(p->text, to, end));
    annals_text tie = text_slice(p->text, from, p->from);
    bool claimed =
        text_starts(tie, "dated ") && in_context(p->grammar, preceding_word(p->text, start, from), CONTEXT_COPULA);
    if (claimed || !spare(before, tie, after)) return headline(a, p->grammar, text_slice(p->text, start, end));
    text_buffer b = {0};
    put_around(&b, p->grammar, before, after);
    annals_text label = b.failed ? (annals_text){0} : headline(a, p->grammar, (annals_text){b.data, b.length});
    text_free(&b);
    return label;
}

/* "The bell was cast from", without the metal that looked like a date. */
static bool dangles(const grammar *g, annals_text label) {
    annals_text last = preceding_word(label, 0, label.length);
    bool object = text_same_word(last, "her") || text_same_word(last, "his"); /* "he met her" */
    return !object && has_role(g, last, ROLE_LEFT_OPEN);
}

/* "It was perhaps on 3 May that he died", "It was only on 3 May that", "It began on 3 May, when the mill burned": what
 * happened is told behind the date.  Where it begins, or SIZE_MAX. */
static size_t cleft_behind(const passage *p, size_t start) {
    enum { MOST = 3 /* words between */ };
    static const char *const befalls[] = {"began", "started", "happened", "occurred"};
    annals_text next = following_word(p->text, p->to, p->end), word = following_word(p->text, start, p->from);
    bool that = text_same_word(next, "that"), when = text_same_word(next, "when");
    if (!text_same_word(word, "it") || !(that || when)) return SIZE_MAX;
    word = following_word(p->text, offset_of(p->text, word) + word.length, p->from);
    if (when ? !IN(word, befalls) : !in_context(p->grammar, word, CONTEXT_COPULA)) return SIZE_MAX;
    for (int i = 0; i < MOST; i++) {
        word = following_word(p->text, offset_of(p->text, word) + word.length, p->from);
        if (!word.length) return offset_of(p->text, next) + next.length;
        const context_set aside = CONTEXT_PERHAPS | CONTEXT_DEGREE | CONTEXT_NEGATION;
        if (!has_role(p->grammar, word, ROLE_TIE) && !in_context(p->grammar, word, aside)) return SIZE_MAX;
    }
    return SIZE_MAX;
}

/* "On 9 May, when he left his house, a man shot at him": the clause behind tells what happened.  Where it begins, or
 * SIZE_MAX. */
static size_t main_clause(const passage *p) {
    size_t at = p->to;
    if (at < p->end && p->text.data[at] == ',') at++;
    annals_text next = following_word(p->text, at, p->end);
    bool opens = p->from - p->start <= strlen("Towards ") && next.length;
    if (!opens || !in_context(p->grammar, next, CONTEXT_WHEREUPON)) return SIZE_MAX;
    size_t comma = text_find_any(p->text, at, p->end, ",;");
    return comma + 1 < p->end && p->text.data[comma] == ',' ? comma + 1 : SIZE_MAX;
}

/* What has a past, or goes on, and is counted from: "followed", "following". */
static bool is_followed(const passage *p, annals_text word) {
    context_set contexts = contexts_of(p->grammar, word);
    return contexts & (CONTEXT_PAST | CONTEXT_DOING) && contexts & CONTEXT_COUNTS_FROM;
}

/* "The events which followed the murder of the Mayor on 9 May", "let nobody in after the murder of the Mayor two days
 * before": what is dated is the murder.  Where it begins, or SIZE_MAX. */
static size_t act_behind_verb(const passage *p) {
    enum { LONGEST = 8 /* words */ };
    const context_set articles = CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_POSSESSIVE;
    annals_text word = preceding_word(p->text, p->start, p->from), next = {0}, head = {0};
    bool earlier = in_context(p->grammar, preceding_word(p->text, p->from, p->to), CONTEXT_COUNTS_FROM);
    for (int i = 0; word.length && !is_followed(p, word); i++) {
        if (earlier && in_context(p->grammar, word, CONTEXT_COUNTS_FROM)) break;
        if (i == LONGEST) return SIZE_MAX;
        next = word;
        word = preceding_word(p->text, p->start, offset_of(p->text, word));
    }
    if (!word.length || !in_context(p->grammar, next, articles)) return SIZE_MAX;
    size_t start, end, at = offset_of(p->text, next) + next.length;
    for (; text_word(p->text, at, &start, &end) && end <= p->from; at = end) {
        annals_text here = text_slice(p->text, start, end);
        if (in_context(p->grammar, here, CONTEXT_GENITIVE | CONTEXT_SURE) || has_role(p->grammar, here, ROLE_LEAD))
            break;
        head = here;
    }
    const word_family *family = head.length ? family_of_word(p->grammar, head) : NULL;
    return family && family->sense == FAMILY_ACT ? offset_of(p->text, next) : SIZE_MAX;
}

/* "It was noted that\n(a) the Council met on 3 May": an item that opens a line tells by itself. */
static size_t behind_item_mark(const passage *p, size_t start) {
    enum { REACH = 200 /* bytes */, MARK = 4 };
    const char *text = p->text.data;
    for (size_t at = p->from; at > start + MARK && p->from - at < REACH; at--) {
        const char *mark = text + at - MARK;
        bool opens = mark[0] == '(' && is_letter((unsigned char)mark[1]) && mark[2] == ')' && mark[3] == ' ';
        if (opens && mark[-1] == '\n') return at;
    }
    return start;
}

annals_text label_span(const passage *p) {
    size_t start = fills_field(p) || is_field(p) ? p->start : behind_item_mark(p, clause_start(p, p->from));
    return text_slice(p->text, start, clause_end(p, behind_opening(p)));
}

/* Where what happened is told, if that is behind the date and no part of its clause; else SIZE_MAX. */
static size_t told_behind(const passage *p) {
    size_t told = cleft_behind(p, offset_of(p->text, label_span(p))), behind = main_clause(p);
    return behind < told ? behind : told;
}

bool tells_behind(const passage *p) {
    return told_behind(p) < p->end;
}

/* Where all of it is too long, its first clause. */
static annals_text label_behind(arena *a, const passage *p, size_t told) {
    annals_text whole = headline(a, p->grammar, text_slice(p->text, told, p->end));
    size_t end = text_find_any(p->text, told, p->end, ",;");
    return text_ends(whole, "…") ? headline(a, p->grammar, text_slice(p->text, told, end)) : whole;
}

annals_text make_label(arena *a, const passage *p) {
    annals_text span = label_span(p);
    size_t start = offset_of(p->text, span), end = start + span.length, told = told_behind(p);
    if (told < p->end) return label_behind(a, p, told);
    size_t act = act_behind_verb(p);
    annals_text label = clause_words(a, p, act < p->from ? act : start, end);
    if (dangles(p->grammar, label)) label = headline(a, p->grammar, text_slice(p->text, start, end));
    if (!says_words(label, FEWEST_WORDS + 1)) label = clause_words(a, p, start, p->end);
    if (!says_words(label, FEWEST_WORDS)) label = clause_words(a, p, p->start, p->end);
    if (!label.length) label = headline(a, p->grammar, text_slice(p->text, p->start, p->end));
    if (!label.length) label = headline(a, p->grammar, text_slice(p->text, p->from, p->to));
    return label.length ? label : arena_text(a, annals_text_of("?"));
}
