/* correspondence.c: which document answers, encloses or speaks of which other: by number, by date, by who wrote it. */
#include "correspondence.h"

#include "analysis.h"
#include "bounds.h"
#include "caption.h"
#include "civil.h"
#include "language.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

typedef struct search {
    const annals_chronology *c;
    arena *arena;
    tie_list *ties;
} search;

static bool add_tie(search *s, size_t from, size_t to, tie_kind kind) {
    if (!ARENA_ROOM(s->arena, s->ties)) return false;
    s->ties->items[s->ties->count++] = (tie){from, to, kind, 0};
    return true;
}

enum { MOST_CANDIDATES = 16 };

/* The papers that a document may mean. */
typedef struct candidates {
    size_t items[MOST_CANDIDATES];
    size_t count;
} candidates;

static void add_candidate(candidates *l, size_t document) {
    for (size_t i = 0; i < l->count; i++)
        if (l->items[i] == document) return;
    if (l->count < MOST_CANDIDATES) l->items[l->count++] = document;
}

/* Of the candidates one is meant. */
static bool add_ties(search *s, size_t from, const candidates *l, tie_kind kind) {
    for (size_t i = 0; i < l->count; i++) {
        if (!add_tie(s, from, l->items[i], kind)) return false;
        s->ties->items[s->ties->count - 1].others = l->count - 1 - i;
    }
    return true;
}

static bool is_dated(const annals_document *d) {
    return d->basis != ANNALS_BASIS_UNKNOWN;
}

/* The head of the document, in which it says what it refers to. */
annals_text opening_words(const analysis *x) {
    enum { BLOCKS = 8 };
    size_t last = x->head + BLOCKS < x->blocks.count ? x->head + BLOCKS : x->blocks.count;
    if (!last) return (annals_text){0};
    size_t start = x->blocks.items[x->head < last ? x->head : 0].start, end = start;
    for (size_t i = x->head; i < last && x->blocks.items[i].kind != BLOCK_FOOTNOTE; i++) end = x->blocks.items[i].end;
    annals_text text = text_slice(x->text, start, end);
    return text_slice(text, 0, text.length < 4096 ? text.length : 4096);
}

/* The day that a mention gives; of one without a year, in a year that stands for any. */
bool day_of_mention(const annals_mention *m, bool yearless, int64_t *day) {
    const annals_when *w = m->when;
    if (m->impossible || w->uncertain || w->approximate || m->timex->type > ANNALS_TIMEX_TIME) return false;
    if (!yearless) {
        *day = w->begin.earliest.day;
        return annals_bound_known(w->begin.earliest);
    }
    const char *e = w->edtf.data;
    if (w->edtf.length < 10 || memcmp(e, "XXXX-", 5) != 0 || !is_digit((unsigned char)e[5])) return false;
    *day = annals_day_of_civil(NO_YEAR, (e[5] - '0') * 10 + e[6] - '0', (e[8] - '0') * 10 + e[9] - '0');
    return true;
}

/* ---------------------------------------------------------------- by date and by number */

/* Is it a word that tells who somebody is, and no office, which many hold? */
static bool is_name(const grammar *g, annals_text word) {
    const context_set offices = CONTEXT_OFFICE | CONTEXT_POST | CONTEXT_TITLE | CONTEXT_HONORIFIC;
    return word.length > 3 && text_begins_upper(word) && !in_context(g, word, offices);
}

/* "The Consul to the Minister", "The Minister to the Consul": offices alone are the same people where both are. */
static bool answers_back(const annals_document *a, const annals_document *b) {
    return a->sender.length && a->recipient.length && text_equal(a->sender, b->recipient) &&
           text_equal(a->recipient, b->sender);
}

/* How many words of the one's sender and recipient have those of the other? */
static size_t shared_names(const grammar *g, const annals_document *a, const annals_document *b) {
    const annals_text names[] = {a->sender, a->recipient}, others[] = {b->sender, b->recipient};
    size_t s, e, s2, e2, shared = answers_back(a, b);
    for (size_t i = 0; i < 2; i++)
        for (size_t at = 0; text_word(names[i], at, &s, &e); at = e)
            for (size_t j = 0; is_name(g, text_slice(names[i], s, e)) && j < 2; j++)
                for (size_t to = 0; text_word(others[j], to, &s2, &e2); to = e2)
                    shared += text_equal(text_slice(names[i], s, e), text_slice(others[j], s2, e2));
    return shared;
}

/* A day of a year, for looking documents up by it. */
typedef struct dated {
    int month_day;
    int64_t day;
    size_t document;
} dated;

static int by_month_day(const void *a, const void *b) {
    const dated *x = a, *y = b;
    if (x->month_day != y->month_day) return x->month_day - y->month_day;
    if (x->day != y->day) return x->day < y->day ? -1 : 1;
    return x->document < y->document ? -1 : x->document > y->document;
}

static int month_day_of(int64_t day) {
    int64_t year;
    int month, dom;
    annals_civil_of_day(day, &year, &month, &dom);
    return month * 100 + dom;
}

/* Is the date that of a letter or other paper that is spoken of? */
static bool dates_paper(const analysis *x, size_t raw) {
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t start, end, until = x->raws.items[raw].start;
    if (until - s->start > 300) return false;
    for (size_t at = s->start; text_word(x->text, at, &start, &end) && start < until; at = end)
        if (in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_PAPER)) return true;
    return false;
}

/* The documents of a day that have to do with the same people; of too many the oldest, which tell as much as all. */
static void find_papers_of(const search *f, size_t index, const dated *days, size_t count, int wanted,
                           candidates *found) {
    const annals_document *documents = f->c->documents.items;
    const grammar *g = f->c->analyses.items[index]->grammar;
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (days[middle].month_day < wanted) low = middle + 1;
        else high = middle;
    }
    for (size_t i = low; i < count && days[i].month_day == wanted && i < low + MOST_CANDIDATES; i++) {
        size_t other = days[i].document;
        if (other != index && shared_names(g, &documents[index], &documents[other])) add_candidate(found, other);
    }
}

/* "the 4th", of any month: the day, or 0. */
static int day_of_any_month(const annals_mention *m) {
    static const char any[] = "XXXX-XX-";
    enum { LEAD = sizeof any - 1, TEN = 10 };
    const annals_text value = m->timex->value;
    if (value.length != LEAD + 2 || !text_starts(value, any)) return 0;
    const char *day = value.data + LEAD;
    return is_digit((unsigned char)day[0]) && is_digit((unsigned char)day[1]) ? TEN * (day[0] - '0') + day[1] - '0' : 0;
}

/* "There is a letter of the Captain's, of the 3rd of May", "your letter of the 4th": the document of that day that has
 * to do with the same people gives the year. */
static bool refer_yearless(search *f, size_t index, const analysis *x, const dated *days, size_t count) {
    enum { MONTHS = 12, HUNDRED = 100 };
    for (size_t raw = 0; raw < x->raws.count; raw++) {
        const annals_mention *m = &f->c->mentions.items[x->first_mention + raw];
        int64_t day;
        candidates found = {0};
        bool of_day = day_of_mention(m, true, &day);
        int of_month = of_day ? 0 : day_of_any_month(m);
        if ((!of_day && !of_month) || !dates_paper(x, raw)) continue;
        if (of_day) find_papers_of(f, index, days, count, month_day_of(day), &found);
        for (int month = 1; of_month && month <= MONTHS; month++)
            find_papers_of(f, index, days, count, month * HUNDRED + of_month, &found);
        if (!add_ties(f, index, &found, TIE_ANSWERS)) return false;
    }
    return true;
}

/* "Ref: Your 391", "To our # 1710": documents by their numbers. */
typedef struct numbered {
    annals_text number;
    size_t document;
    bool printed; /* by the volume; the paper has another of its own */
} numbered;

/* "No. 91. I saw the Regent": the number that the text of a telegram begins with; absent where it has none. */
static annals_text number_of_text(const analysis *x) {
    enum { BLOCKS = 4, LONGEST = 24 /* bytes: with the word behind */ };
    annals_text lead, number;
    for (size_t i = x->head; i < x->blocks.count && i < x->head + BLOCKS; i++) {
        const block *b = &x->blocks.items[i];
        if (b->kind != BLOCK_PARAGRAPH) continue;
        annals_text line = text_slice(x->text, b->body, b->body + LONGEST < b->end ? b->body + LONGEST : b->end);
        size_t behind = behind_number(x->grammar, line);
        bool own = behind && number_in(text_slice(line, 0, behind), &lead, &number) &&
                   has_context(x->grammar, lead, 1, CONTEXT_NUMBER_FIELD);
        return own ? number : (annals_text){0};
    }
    return (annals_text){0};
}

/* By which those who answer a paper call it. */
static annals_text number_of(const search *f, size_t index) {
    const analysis *x = f->c->analyses.items[index];
    annals_text own = x ? number_of_text(x) : (annals_text){0};
    return own.length ? own : f->c->documents.items[index].number;
}

static int by_number(const void *a, const void *b) {
    const numbered *x = a, *y = b;
    size_t n = x->number.length < y->number.length ? x->number.length : y->number.length;
    int order = n ? memcmp(x->number.data, y->number.data, n) : 0;
    if (order) return order;
    if (x->number.length != y->number.length) return x->number.length < y->number.length ? -1 : 1;
    return x->document < y->document ? -1 : x->document > y->document;
}

/* Has one of the names a word that the text has, in whatever letters? */
static bool names_stand_in(const grammar *g, annals_text names, annals_text text) {
    size_t s, e, s2, e2;
    for (size_t at = 0; text_word(names, at, &s, &e); at = e)
        for (size_t to = 0; is_name(g, text_slice(names, s, e)) && text_word(text, to, &s2, &e2); to = e2)
            if (e2 - s2 == e - s && text_same_letters(text_slice(names, s, e), text_slice(text, s2, e2), e - s))
                return true;
    return false;
}

/* How far two papers are of the same people.  A telegram names offices in its head, and who signed it below. */
static size_t common_people(const annals_chronology *c, size_t one, size_t other) {
    enum { FOOT = 400 /* bytes */ };
    const annals_document *d = &c->documents.items[one], *o = &c->documents.items[other];
    const analysis *x = c->analyses.items[other];
    const grammar *g = c->analyses.items[one]->grammar;
    size_t shared = shared_names(g, d, o);
    if (shared || !x) return shared;
    annals_text foot = text_slice(x->text, x->text.length > FOOT ? x->text.length - FOOT : 0, x->text.length);
    return names_stand_in(g, d->sender, foot) || names_stand_in(g, d->recipient, foot);
}

/* The papers of a number that are most of the same people: consuls of several towns count their own.  "Your 12" is no
 * number of the volume, where the paper has its own. */
static void find_papers_numbered(const search *f, size_t index, const numbered *numbers, size_t count, annals_text word,
                                 bool owned, candidates *found) {
    numbered key = {word, 0, false};
    size_t low = 0, high = count, most = 1;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (by_number(&numbers[middle], &key) < 0) low = middle + 1;
        else high = middle;
    }
    for (size_t i = low; i < count && i < low + MOST_CANDIDATES && text_equal(numbers[i].number, word); i++) {
        bool other = numbers[i].document != index && !(owned && numbers[i].printed);
        size_t shared = other ? common_people(f->c, index, numbers[i].document) : 0;
        if (shared > most) found->count = 0, most = shared;
        if (shared >= most) add_candidate(found, numbers[i].document);
    }
}

static bool refer_by_number(search *f, size_t index, const analysis *x, const numbered *numbers, size_t count) {
    annals_text text = opening_words(x);
    size_t start, end;
    annals_text printed = f->c->documents.items[index].number, own = number_of(f, index);
    bool refers = false, yours = false;
    for (size_t at = 0; text_word(text, at, &start, &end); at = end) {
        annals_text word = text_slice(text, start, end);
        bool digit = is_digit((unsigned char)*word.data);
        bool joined = refers && in_context(x->grammar, word, CONTEXT_JOINER); /* "Yours No. 5 and 6" */
        if (!digit && !joined) {
            bool owned = in_context(x->grammar, word, CONTEXT_POSSESSIVE | CONTEXT_YOURS);
            bool field = in_context(x->grammar, word, CONTEXT_NUMBER_FIELD);
            refers = owned || field;
            yours =
                owned || (yours && (field || in_context(x->grammar, word, CONTEXT_PAPER))); /* "Your telegram No." */
        }
        if (!digit || !refers) continue;
        if (!yours && (text_equal(word, own) || text_equal(word, printed))) continue; /* "NR 71" is its own number */
        candidates found = {0};
        find_papers_numbered(f, index, numbers, count, word, yours, &found);
        if (!add_ties(f, index, &found, TIE_ANSWERS)) return false;
    }
    return true;
}

/* ---------------------------------------------------------------- by who wrote it */

/* Who signed a paper, by each word of the name. */
typedef struct signed_by {
    uint64_t name;
    size_t document;
} signed_by;

typedef LIST(signed_by) signature_list;

static int by_name(const void *a, const void *b) {
    const signed_by *x = a, *y = b;
    if (x->name != y->name) return x->name < y->name ? -1 : 1;
    return x->document < y->document ? -1 : x->document > y->document;
}

/* "Weller", "WELLER" and "Weller's" are one name; 0: it is no name that tells who somebody is. */
static uint64_t name_hash(const grammar *g, annals_text word, bool *possessive) {
    enum { SHORTEST = 4, LONGEST = 40 };
    char small[LONGEST];
    *possessive = text_ends(word, "'s") || text_ends(word, "’s");
    if (*possessive) word.length -= text_ends(word, "'s") ? strlen("'s") : strlen("’s");
    const context_set others = CONTEXT_TITLE | CONTEXT_OFFICE | CONTEXT_ORGANISATION | CONTEXT_GIVEN_NAME |
                               CONTEXT_CALENDAR_WORD | CONTEXT_PAPER | CONTEXT_OPENER;
    if (word.length < SHORTEST || word.length > LONGEST || !text_begins_upper(word) || in_context(g, word, others))
        return 0;
    for (size_t i = 0; i < word.length; i++)
        small[i] = (char)(word.data[i] >= 'A' && word.data[i] <= 'Z' ? word.data[i] | 32 : word.data[i]);
    return text_hash(TEXT_HASH_SEED, (annals_text){small, word.length});
}

static bool list_signatures(search *f, signature_list *out) {
    for (size_t i = 0; i < f->c->documents.count; i++) {
        const analysis *x = f->c->analyses.items[i];
        annals_text sender = f->c->documents.items[i].sender;
        size_t start, end;
        bool possessive;
        for (size_t at = 0; x && text_word(sender, at, &start, &end); at = end) {
            uint64_t name = name_hash(x->grammar, text_slice(sender, start, end), &possessive);
            if (!name) continue;
            if (!ARENA_ROOM(f->arena, out)) return false;
            out->items[out->count++] = (signed_by){name, i};
        }
    }
    if (out->count) qsort(out->items, out->count, sizeof *out->items, by_name);
    return true;
}

/* The papers that somebody of this name signed, if one of them has no date; none where they are too many. */
static bool signed_papers(const search *f, const signature_list *l, uint64_t name, candidates *found) {
    const annals_document *documents = f->c->documents.items;
    size_t low = 0, high = l->count;
    bool undated = false;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (l->items[middle].name < name) low = middle + 1;
        else high = middle;
    }
    *found = (candidates){0};
    for (; name && low < l->count && l->items[low].name == name; low++) {
        if (found->count == MOST_CANDIDATES) return false;
        add_candidate(found, l->items[low].document);
        undated |= !is_dated(&documents[l->items[low].document]);
    }
    return undated;
}

static bool has_candidate(const candidates *l, size_t document) {
    for (size_t i = 0; i < l->count; i++)
        if (l->items[i] == document) return true;
    return false;
}

/* Is one of the few words from `at` on, those before `until`, a paper that is spoken of? */
static bool paper_within(const analysis *x, size_t at, size_t until) {
    enum { WORDS = 3 };
    size_t start, end, words = 0;
    for (; words < WORDS && text_word(x->text, at, &start, &end) && end <= until; at = end, words++)
        if (in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_WRITING)) return true;
    return false;
}

/* "letter from Mr " before a name, "'s angry letter" or ", for his letter" behind it. */
static bool speaks_of_paper(const analysis *x, const sentence *s, size_t from, size_t to, bool possessive) {
    enum { REACH = 60 };
    size_t start, end, first = from > s->start + REACH ? from - REACH : s->start;
    size_t last = to + REACH < s->end ? to + REACH : s->end;
    bool writing = false, tied = false;
    while (first < from && ((unsigned char)x->text.data[first] & 0xC0) == 0x80) first++;
    for (size_t at = first; text_word(x->text, at, &start, &end) && start < from; at = end) {
        annals_text word = text_slice(x->text, start, end);
        bool joint = in_context(x->grammar, word, CONTEXT_SENDER | CONTEXT_AUTHOR | CONTEXT_GENITIVE);
        if (writing) tied = joint;
        else if (tied && !text_begins_upper(word)) tied = in_context(x->grammar, word, CONTEXT_DETERMINER);
        writing = in_context(x->grammar, word, CONTEXT_WRITING);
    }
    if (tied || (possessive && paper_within(x, to, last))) return true;
    for (size_t at = to; text_word(x->text, at, &start, &end) && end <= last; at = end)
        if (in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_POSSESSIVE))
            return paper_within(x, end, last);
    return false;
}

/* "Please thank Mr Weller for his letter." */
static bool refer_by_name(search *f, size_t index, const analysis *x, const signature_list *l) {
    size_t start, end;
    bool possessive;
    for (size_t i = 0; i < x->sentences.count; i++) {
        const sentence *s = &x->sentences.items[i];
        for (size_t at = s->start; text_word(x->text, at, &start, &end) && end <= s->end; at = end) {
            annals_text word = text_slice(x->text, start, end);
            if (end - start < 4 || !text_begins_upper(word)) continue;
            candidates found;
            if (!signed_papers(f, l, name_hash(x->grammar, word, &possessive), &found)) continue;
            if (has_candidate(&found, index) || !speaks_of_paper(x, s, start, end, possessive)) continue;
            if (!add_ties(f, index, &found, TIE_SPEAKS)) return false;
        }
    }
    return true;
}

/* "Yours No. 5 and 6 received" is no answer to No. 7. */
static bool names_other_number(const grammar *g, annals_text text, annals_text number) {
    size_t start, end;
    bool field = false, other = false;
    for (size_t at = 0; number.length && text_word(text, at, &start, &end); at = end) {
        annals_text word = text_slice(text, start, end);
        if (text_equal(word, number)) return false;
        other |= field && is_digit((unsigned char)*word.data);
        field = in_context(g, word, CONTEXT_NUMBER_FIELD);
    }
    return other;
}

/* Of the papers of whom one writes to, those that can be "your letter": none of another number; and none that went to
 * others, if any may have come to the writer. */
static void narrow(const search *f, size_t index, annals_text opening, candidates *l) {
    const annals_document *documents = f->c->documents.items;
    const grammar *g = f->c->analyses.items[index]->grammar;
    candidates kept = {0}, mine = {0};
    for (size_t i = 0; i < l->count; i++) {
        const annals_document *d = &documents[l->items[i]];
        if (l->items[i] == index || names_other_number(g, opening, number_of(f, l->items[i]))) continue;
        add_candidate(&kept, l->items[i]);
        if (!d->recipient.length || names_stand_in(g, d->recipient, documents[index].sender))
            add_candidate(&mine, l->items[i]);
    }
    *l = mine.count ? mine : kept;
}

/* "I thank you for your letter": of whom one writes to. */
static bool refer_to_yours(search *f, size_t index, const analysis *x, const signature_list *l) {
    annals_text text = opening_words(x), to = f->c->documents.items[index].recipient;
    size_t start, end, base = (size_t)(text.data - x->text.data);
    bool yours = false, possessive;
    for (size_t at = 0; to.length && !yours && text_word(text, at, &start, &end); at = end)
        yours = in_context(x->grammar, text_slice(text, start, end), CONTEXT_YOURS) &&
                (paper_within(x, base + start, base + text.length));
    for (size_t at = 0; yours && text_word(to, at, &start, &end); at = end) {
        candidates found;
        if (!signed_papers(f, l, name_hash(x->grammar, text_slice(to, start, end), &possessive), &found)) continue;
        narrow(f, index, text, &found);
        if (found.count) return add_ties(f, index, &found, TIE_REPLIES);
    }
    return true;
}

/* ---------------------------------------------------------------- what goes with another */

static annals_text head_line(const analysis *x) {
    size_t next;
    if (x->head >= x->blocks.count) return (annals_text){0};
    return short_line(x->text, x->blocks.items[x->head].start, &next);
}

static bool is_enclosed(const analysis *x) {
    annals_text line = head_line(x);
    return line.length && captions_of(x->grammar, line) & CAPTION_ENCLOSURE;
}

/* "Inclosure 2 in No. 5": the number of what it goes with; absent where it does not say. */
static annals_text number_of_whole(annals_text line) {
    size_t end = line.length;
    while (end && !is_digit((unsigned char)line.data[end - 1])) end--;
    size_t start = end;
    while (start && is_digit((unsigned char)line.data[start - 1])) start--;
    bool second = text_has_digit(text_slice(line, 0, start)) || text_find_any(line, 0, start, " ") + 1 < start;
    return second ? text_slice(line, start, end) : (annals_text){0};
}

/* It goes with the paper of the number, or else with the one above it. */
static bool refer_to_whole(search *f, size_t index, const analysis *x) {
    enum { MOST = 64 };
    const annals_document *documents = f->c->documents.items;
    annals_text number = number_of_whole(head_line(x));
    size_t whole = SIZE_MAX;
    for (size_t i = index, tried = 0; i-- > 0 && tried < MOST; tried++) {
        const analysis *other = f->c->analyses.items[i];
        if (!text_equal(documents[i].source, documents[index].source)) break;
        if (!other || is_enclosed(other)) continue;
        bool same = number.length && text_equal(number, documents[i].number);
        if (same || whole == SIZE_MAX) whole = i;
        if (same || !number.length) break;
    }
    return whole == SIZE_MAX || add_tie(f, whole, index, TIE_ENCLOSES);
}

/* ---------------------------------------------------------------- the whole */

static bool refer(search *f, size_t index, const signature_list *signatures) {
    const analysis *x = f->c->analyses.items[index];
    if (is_enclosed(x)) return refer_to_whole(f, index, x);
    if (!signatures->count) return true;
    return refer_by_name(f, index, x, signatures) && refer_to_yours(f, index, x, signatures);
}

bool find_ties(const annals_chronology *c, arena *a, tie_list *out) {
    search f = {c, a, out};
    size_t count = c->documents.count, days = 0, numbers = 0;
    dated *dates = arena_alloc(a, (count + 1) * sizeof *dates);
    numbered *named = arena_alloc(a, (2 * count + 1) * sizeof *named);
    signature_list signatures = {0};
    if (!dates || !named || !list_signatures(&f, &signatures)) return false;
    for (size_t i = 0; i < count; i++) {
        const annals_document *d = &c->documents.items[i];
        int64_t day;
        if (is_dated(d) && document_day(d, &day)) dates[days++] = (dated){month_day_of(day), day, i};
        annals_text number = number_of(&f, i);
        bool own = !text_equal(number, d->number);
        if (d->number.length) named[numbers++] = (numbered){d->number, i, own};
        if (own) named[numbers++] = (numbered){number, i, false};
    }
    qsort(dates, days, sizeof *dates, by_month_day);
    qsort(named, numbers, sizeof *named, by_number);
    for (size_t i = 0; i < count; i++) {
        const analysis *x = c->analyses.items[i];
        if (!x) continue;
        if (!is_enclosed(x) && !refer_by_number(&f, i, x, named, numbers)) return false;
        if (!is_dated(&c->documents.items[i]) && !refer_yearless(&f, i, x, dates, days)) return false;
        if (!refer(&f, i, &signatures)) return false;
    }
    return true;
}
