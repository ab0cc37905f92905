/* event.c: the events that one document tells of. */
#include "around.h"
#include "bounds.h"
#include "dateline.h"
#include "entries.h"
#include "events.h"
#include "language.h"
#include "misdates.h"
#include "teller.h"
#include "tense.h"
#include "text.h"
#include "when.h"

#include <string.h>

/* ---------------------------------------------------------------- passages */

size_t code_boundary(annals_text text, size_t at) {
    while (at && at < text.length && ((unsigned char)text.data[at] & 0xC0) == 0x80) at--;
    return at;
}

/* The date that opens the paragraph of a mention, "PARIS, April 3 --"; SIZE_MAX if none does. */
static size_t opening_date_of(const analysis *x, size_t raw) {
    size_t first = x->first_raw.items[block_of_raw(x, raw)];
    return is_opening_date(x, first) ? first : SIZE_MAX;
}

/* "25 Nov. A letter came, written on the 20th": where what the entry tells begins, for what is dated in it; else 0. */
static size_t behind_entry_day(const analysis *x, size_t raw) {
    const size_t in = block_of_raw(x, raw);
    const block *b = &x->blocks.items[in];
    const raw_mention *head = &x->raws.items[entry_raw(x, in)];
    if (head->range == ANNALS_RANGE_BEGIN) head++;
    if (!b->entry || b->kind == BLOCK_ENTRY || x->raws.items[raw].start < head->end) return 0;
    size_t at = head->end;
    while (at < b->end && byte_in(x->text.data[at], " .,:")) at++;
    return at;
}

/* Is the block what one of two says in turn, "A. We saw it"? */
static bool has_mark(const analysis *x, size_t index, char mark) {
    annals_text text = text_slice(x->text, x->blocks.items[index].start, x->blocks.items[index].end);
    return text.length > 2 && text.data[0] == mark && text.data[1] == '.' && text.data[2] == ' ';
}

/* "Q. Did you see it?", "A. Weller did": the answer to a question begins behind its mark; else 0. */
static size_t behind_answer(const analysis *x, size_t raw) {
    const size_t in = block_of_raw(x, raw);
    bool answers = in && has_mark(x, in, 'A') && has_mark(x, in - 1, 'Q');
    return answers ? x->blocks.items[in].start + strlen("A. ") : 0;
}

static passage passage_of(const analysis *x, size_t raw) {
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    const raw_mention *m = &x->raws.items[raw];
    passage p = {x->grammar, x->text, s->start, s->end, m->start, m[m->range == ANNALS_RANGE_BEGIN].end};
    if (p.end < p.to) p.end = p.to;
    size_t opens = opening_date_of(x, raw);
    size_t behind = opens == SIZE_MAX ? behind_entry_day(x, raw) : behind_dateline(x, opens);
    if (!behind) behind = behind_answer(x, raw);
    if (p.start < behind && behind <= p.from) p.start = behind;
    if (p.end - p.start <= LONG_SENTENCE) return p;
    if (p.from - p.start > WINDOW) p.start = code_boundary(x->text, p.from - WINDOW);
    if (p.end - p.to > WINDOW) p.end = code_boundary(x->text, p.to + WINDOW);
    return p;
}

/* ---------------------------------------------------------------- one event */

static double confidence_of(const annals_mention *m) {
    bool known = annals_bound_known(m->when->begin.earliest) || annals_bound_known(m->when->end.latest);
    int hundredths = !known ? 30 : m->resolution->anchor.length ? 85 : 95;
    if (m->when->uncertain) hundredths -= 20;
    if (m->when->approximate) hundredths -= 5;
    return hundredths / 100.0; /* as it is written, "0.65" */
}

annals_text event_id(arena *a, const annals_event *e) {
    uint64_t h = text_hash(TEXT_HASH_SEED, annals_text_of(annals_event_kind_name(e->kind)));
    char bound[ANNALS_BOUND_SIZE];
    h = text_hash(h, e->when->edtf);
    h = text_hash(h, annals_text_of(annals_bound_iso(e->when->begin.earliest, bound)));
    h = text_hash(h, annals_text_of(annals_day_part_name(e->when->day_part)));
    h = text_hash(h, e->label);
    h = text_hash(h, e->text);
    char id[] = "e-0123456789";
    for (size_t i = strlen(id); i-- > 2; h >>= 5) id[i] = EVENT_ID_DIGITS[h & 31];
    return arena_text(a, annals_text_of(id));
}

/* Is there white space in text[from, to) other than single blanks between words? */
static bool needs_folding(annals_text text, size_t from, size_t to) {
    for (size_t at = from, next; at < to; at = next) {
        bool space = is_space(text_decode(text, at, &next));
        bool single = text.data[at] == ' ' && at > from && at + 1 < to && text.data[at + 1] != ' ';
        if (space && !single) return true;
    }
    return false;
}

/* The words of text[from, to) with white space folded, as a person would quote them; most stand so in the text. */
static annals_text quote(arena *a, annals_text text, size_t from, size_t to) {
    annals_text words = text_slice(text, from, to);
    if (text_single_spaced(words) || !needs_folding(text, from, to)) return words;
    text_buffer b = {0};
    size_t next;
    for (size_t at = from; at < to; at = next) {
        bool space = is_space(text_decode(text, at, &next));
        if (text.data[at] == '\n') next = text_behind_marks(text_slice(text, 0, to), next, NULL);
        if (space && (!b.length || b.data[b.length - 1] == ' ')) continue;
        text_put(&b, space ? annals_text_of(" ") : text_slice(text, at, next));
    }
    annals_text out =
        b.failed ? (annals_text){0} : arena_text(a, text_trim((annals_text){b.data ? b.data : "", b.length}));
    text_free(&b);
    return out;
}

/* Code points before a byte offset, counted on from the place of a mention, which is known. */
static size_t points_at(const analysis *x, const annals_mention *m, size_t byte) {
    size_t here = (size_t)(m->exact.data - x->text.data);
    if (byte <= here) return m->start - text_code_points(text_slice(x->text, byte, here));
    return m->start + text_code_points(text_slice(x->text, here, byte));
}

annals_status add_event(teller *t, annals_event e, size_t mention, size_t from, size_t to) {
    arena *a = &t->c->arena;
    if (!read_clauses(t->clauses, a, mention - t->x->first_mention, from, to) || !find_tags(t->clauses, a))
        return no_memory(t->error);
    if (e.kind != ANNALS_CITATION) { /* whose names are of books and their authors */
        e.tags = t->clauses->tags;
        e.tag_count = t->clauses->tag_count;
    }
    const annals_mention *m = &t->said;
    const size_t mentions[] = {mention, mention + 1, mention + 2, mention + 3};
    size_t room = t->said_count > 2 ? 4 : t->said_count; /* a power of two: see append_mention */
    annals_source source = {.document = t->x->document,
                            .start = points_at(t->x, m, from),
                            .end = points_at(t->x, m, to),
                            .text = quote(a, t->x->text, from, to)};
    e.text = source.text;
    e.when = m->when;
    e.mentions = arena_copy(a, mentions, room, sizeof *mentions);
    e.mention_count = t->said_count;
    e.sources = arena_copy(a, &source, 1, sizeof source);
    e.source_count = 1;
    if (e.confidence <= 0) e.confidence = confidence_of(m);
    if (!e.label.data || !e.mentions || !e.sources || !ARENA_ROOM(a, &t->c->events)) return no_memory(t->error);
    t->c->events.items[t->c->events.count++] = e;
    return ANNALS_OK;
}

/* ---------------------------------------------------------------- all mentions */

/* The event of this sentence that the date belongs to as well, and how. */
static annals_event *event_to_join(teller *t, size_t raw, const annals_event *told, joint *how) {
    enum { EVENTS_LOOKED_AT = 4 };
    const analysis *x = t->x;
    for (size_t n = 0, i = t->c->events.count; n < EVENTS_LOOKED_AT && i-- > t->first_event; n++) {
        annals_event *e = &t->c->events.items[i];
        size_t other = e->mention_count ? e->mentions[e->mention_count - 1] - x->first_mention : x->raws.count;
        if (other >= raw || x->sentence_of.items[other] != x->sentence_of.items[raw]) return NULL;
        if (e->kind != told->kind || told->kind == ANNALS_DOCUMENT) continue;
        if (e->source_count && e->sources[0].start > t->said.start) continue; /* a later sentence of the entry */
        *how = joint_of(x, t->clauses, other, e->when, raw, t->said.when);
        bool daily = *how == JOINT_SECOND && e->when->set.length; /* the label has no clock taken out, but the days */
        if (daily && told->label.length) e->label = told->label;
        if (*how == JOINT_NONE) {
            *how = joint_of_tellings(x->grammar, e, told, t->said.when);
            bool sharper = *how == JOINT_SECOND && e->when->granularity <= ANNALS_YEAR;
            if (sharper && told->label.length > e->label.length) e->label = told->label;
        }
        if (*how != JOINT_NONE) return e;
    }
    return NULL;
}

/* The last of the events whose words stand around the mention at hand. */
static annals_event *told_around(const teller *t) {
    enum { EVENTS_LOOKED_AT = 64 };
    for (size_t n = 0, i = t->c->events.count; n < EVENTS_LOOKED_AT && i-- > t->first_event; n++) {
        annals_event *e = &t->c->events.items[i];
        if (e->source_count && e->sources[0].start <= t->said.start && t->said.start < e->sources[0].end) return e;
    }
    return NULL;
}

/* The event that the date at the head of this sentence has told of all of it, if this date only sharpens that. */
static annals_event *entry_to_join(const teller *t, size_t raw, const annals_event *told, joint *how) {
    annals_event *e = told_around(t);
    if (!e || e->kind == ANNALS_DOCUMENT || !e->mention_count) return NULL;
    *how = joint_of_entry(t->x, t->clauses, e->mentions[e->mention_count - 1] - t->x->first_mention, e->when, raw,
                          t->said.when);
    if (*how == JOINT_SECOND && told->label.length) {
        e->label = told->label;
        e->kind = told->kind;
        e->modality = told->modality;
        e->speaker = told->speaker;
    }
    return *how == JOINT_NONE ? NULL : e;
}

/* "That was the Wednesday": which day it was, and not what happened. */
static bool names_day(const grammar *g, annals_text label, const annals_mention *m) {
    enum { MOST = 2 /* words: "the Wednesday" */ };
    annals_text who = following_word(label, 0, label.length);
    if (!in_context(g, who, CONTEXT_SUBJECT | CONTEXT_COMPLEMENT | CONTEXT_OPENER)) return false;
    annals_text was = following_word(label, offset_of(label, who) + who.length, label.length);
    if (!in_context(g, was, CONTEXT_COPULA)) return false;
    annals_text rest = text_trim(text_slice(label, offset_of(label, was) + was.length, label.length));
    annals_text day = preceding_word(m->exact, 0, m->exact.length);
    return !says_words(rest, MOST + 1) && text_equal(preceding_word(rest, 0, rest.length), day);
}

/* "None is expected": of what, is not said. */
static bool names_none(const grammar *g, annals_text label) {
    enum { MOST = 3 /* words */ };
    annals_text first = following_word(label, 0, label.length);
    if (says_words(label, MOST + 1) || !in_context(g, first, CONTEXT_NONE)) return false;
    return in_context(g, following_word(label, first.length, label.length), CONTEXT_COPULA);
}

/* An event must say what happened: a label that is only the date is none. */
static bool says_nothing(teller *t, const annals_event *e, const annals_mention *m) {
    if (e->kind == ANNALS_CITATION || e->kind == ANNALS_DOCUMENT) return false;
    if (names_day(t->x->grammar, e->label, m) || names_none(t->x->grammar, e->label)) return true;
    bool short_enough = e->label.length <= m->exact.length + strlen("…");
    return short_enough && text_equal(e->label, headline(&t->c->arena, t->x->grammar, m->exact));
}

/* Where a sentence cites, those of its dates are citations that stand without a verb, or with one of printing. */
static bool spread_citation(teller *t, size_t raw, annals_event *e) {
    enum { EVENTS_LOOKED_AT = 64 }; /* a sentence may have any number */
    const analysis *x = t->x;
    for (size_t n = 0, i = t->c->events.count; n < EVENTS_LOOKED_AT && i-- > t->first_event; n++) {
        annals_event *before = &t->c->events.items[i];
        if (!before->mention_count) break;
        size_t other = before->mentions[0] - x->first_mention;
        if (other >= raw || x->sentence_of.items[other] != x->sentence_of.items[raw]) break;
        bool told = before->kind != ANNALS_CITATION;
        if (e->kind != ANNALS_CITATION && !told && stands_bare(t->clauses, x->raws.items[raw].start))
            e->kind = ANNALS_CITATION;
        if (e->kind != ANNALS_CITATION || !told || !stands_bare(t->clauses, x->raws.items[other].start)) continue;
        before->id = event_id(&t->c->arena, before); /* that of what it was taken for */
        before->kind = ANNALS_CITATION;
        before->tag_count = 0;
        if (!before->id.data) return false;
    }
    return true;
}

/* "Born: 6 May 1753": a line of a form tells something, unless it is of the paper itself. */
static bool is_form_line(const analysis *x, const block *b) {
    const context_set of_paper = CONTEXT_DATE_FIELD | CONTEXT_NUMBER_FIELD | CONTEXT_SUBJECT_FIELD | CONTEXT_RECEIPT |
                                 CONTEXT_NOTE | CONTEXT_SENDER | CONTEXT_RECIPIENT | CONTEXT_AUTHOR;
    annals_text line = text_slice(x->text, b->start, b->end);
    size_t s, e, label = label_length(line);
    for (size_t at = 0; text_word(line, at, &s, &e) && e <= label; at = e)
        if (in_context(x->grammar, text_slice(line, s, e), of_paper)) return false;
    return label;
}

/* What stands above all paragraphs and has no verb only says what and when the text is. */
static bool heads_text(teller *t, size_t raw) {
    size_t in = block_of_raw(t->x, raw);
    const block *b = &t->x->blocks.items[in];
    bool above = in < t->first_told && t->first_told < t->x->blocks.count;
    bool title = in == t->x->head && t->said.when->granularity <= ANNALS_YEAR; /* "The Mill: a History, 1911" */
    return above && b->kind == BLOCK_HEADING && (title || !is_form_line(t->x, b)) &&
           stands_bare(t->clauses, t->x->raws.items[raw].start);
}

/* "two days earlier than calculated" counts from nothing that is told. */
static bool compares(const teller *t, const passage *p) {
    annals_text next = following_word(p->text, p->to, p->end);
    return next.length && in_context(t->x->grammar, next, CONTEXT_THAN);
}

/* "The nine o'clock train that evening": the hour names the train, and the evening says when. */
static bool names_conveyance(const teller *t, size_t raw) {
    const analysis *x = t->x;
    const raw_mention *m = &x->raws.items[raw];
    annals_text next = following_word(x->text, m->end, x->text.length);
    bool named =
        next.length && offset_of(x->text, next) == m->end + 1 && in_context(x->grammar, next, CONTEXT_CONVEYANCE);
    if (!named || t->said.when->granularity < ANNALS_HOUR) return false;
    bool before = raw && x->sentence_of.items[raw - 1] == x->sentence_of.items[raw];
    bool behind = raw + 1 < x->raws.count && x->sentence_of.items[raw + 1] == x->sentence_of.items[raw];
    return (before && same_clause(t->clauses, m->start, x->raws.items[raw - 1].start)) ||
           (behind && same_clause(t->clauses, m->start, x->raws.items[raw + 1].start));
}

/* "Published: 9 November 2021 | Updated 10 November", "[Received May 4, 3 p. m.]": a line of the head on when the
 * document was written, changed or received. */
static bool dates_document(const analysis *x, size_t raw) {
    enum { LINE = 200 /* bytes */ };
    size_t in = block_of_raw(x, raw), start, end;
    const raw_mention *m = &x->raws.items[raw];
    const block *b = &x->blocks.items[in];
    bool told = b->sequel && m->start == b->body; /* "Monday morning. We did not move": the day of what stands there */
    if (raw == x->date_raw || (is_opening_date(x, raw) && !told)) return true;
    if (byte_in(x->text.data[x->blocks.items[in].start], "([") && is_receipt(x, m)) return true;
    if (x->date_raw == SIZE_MAX || block_of_raw(x, x->date_raw) != in) return false;
    size_t own = x->raws.items[x->date_raw].start, from = own < m->start ? own : m->start, to = own + m->start - from;
    if (to - from > LINE || memchr(x->text.data + from, '\n', to - from)) return false;
    return text_word(x->text, x->blocks.items[in].body, &start, &end) && x->text.data[end] == ':' &&
           in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_DATE_FIELD);
}

/* "Fri. 29 Nov. The jury came back at five yesterday": the day of the entry heads what is told of the day before. */
static bool told_of_before(teller *t, size_t raw, const passage *p) {
    const analysis *x = t->x;
    const size_t in = block_of_raw(x, raw), next = raw + 1;
    if (!x->blocks.items[in].entry || raw != entry_raw(x, in) || next == x->first_raw.items[in + 1]) return false;
    const expr *e = x->raws.items[next].expr;
    bool past = e->base == BASE_NOW ? e->direction < 0 || e->count < 0 : e->weekday != UNSET && e->direction < 0;
    return past && x->sentence_of.items[next] == x->sentence_of.items[raw] &&
           same_clause(t->clauses, x->raws.items[next].start,
                       offset_of(p->text, preceding_word(p->text, p->to, p->end)));
}

/* "By Nora Haver, 5 May 1948": who wrote it, and when. */
static bool is_byline(teller *t, size_t raw) {
    const analysis *x = t->x;
    const raw_mention *m = &x->raws.items[raw];
    const block *b = &x->blocks.items[block_of_raw(x, raw)];
    annals_text by = following_word(x->text, b->body, b->end);
    if (!by.length || !in_context(x->grammar, by, CONTEXT_AUTHOR) || !text_begins_upper(by)) return false;
    annals_text name = following_word(x->text, offset_of(x->text, by) + by.length, m->start), word = name;
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_VERB;
    for (; word.length; word = following_word(x->text, offset_of(x->text, word) + word.length, m->start))
        if (in_context(x->grammar, word, verbs) && !has_role(x->grammar, word, ROLE_REVISED)) return false;
    return text_begins_upper(name) &&
           (stands_bare(t->clauses, m->start) || is_heading(text_slice(x->text, b->body, b->end)));
}

/* "Open daily from 1 April to 31 October", "Closed on 25 December": when doors are open, and nothing that happened. */
static bool tells_hours(const teller *t, size_t raw, const passage *p) {
    const analysis *x = t->x;
    size_t start, end, date = x->first_raw.items[block_of_raw(x, raw)];
    annals_text word = following_word(p->text, p->start, p->end);
    if (!has_role(p->grammar, word, ROLE_OPENING)) return false;
    for (size_t at = p->start; text_word(p->text, at, &start, &end) && end <= p->end; at = end) {
        word = text_slice(p->text, start, end);
        while (date < x->raws.count && x->raws.items[date].end <= start) date++;
        bool dated = date < x->raws.count && x->raws.items[date].start <= start;
        bool leads = has_role(p->grammar, word, ROLES_OF(ROLE_OPENING, ROLE_EXCEPT, ROLE_TIE, ROLE_SAME_TIME));
        if (!dated && !leads && !in_context(p->grammar, word, CONTEXT_CALENDAR_WORD | CONTEXT_RECIPIENT)) return false;
    }
    return true;
}

/* The time that ends what went on, alone. */
static bool take_end(teller *t) {
    annals_when *end = arena_copy(&t->c->arena, t->said.when, 1, sizeof *end);
    if (!end || !text_starts(end->edtf, "../")) return end;
    end->edtf = text_slice(end->edtf, strlen("../"), end->edtf.length);
    end->begin = end->end;
    t->said.when = end;
    return true;
}

/* The time that began what goes on, alone. */
static bool take_begin(teller *t) {
    annals_when *begin = arena_copy(&t->c->arena, t->said.when, 1, sizeof *begin);
    if (!begin || !text_ends(begin->edtf, "/..")) return begin;
    begin->edtf = text_slice(begin->edtf, 0, begin->edtf.length - strlen("/.."));
    begin->end = begin->begin;
    t->said.when = begin;
    return true;
}

/* ", when the mine opened" behind a limit: where it begins to tell what happened then, or SIZE_MAX. */
static size_t turn_behind(const teller *t, size_t raw, const passage *p) {
    const annals_text text = t->x->text;
    const raw_mention *m = &t->x->raws.items[raw];
    bool until = m->expr->limit == LIMIT_UNTIL && says_until(t->x, raw), since = m->expr->limit == LIMIT_SINCE;
    bool dated = raw + 1 < t->x->raws.count && m[1].start < p->end; /* it has a time of its own */
    if (!(until || since) || dated || p->to + 1 >= p->end || text.data[p->to] != ',') return SIZE_MAX;
    annals_text next = following_word(text, p->to, p->end);
    bool when = next.length && in_context(t->x->grammar, next, CONTEXT_WHEREUPON);
    return when ? offset_of(text, next) + next.length : SIZE_MAX;
}

/* "The pit was idle until 1931, when the mine opened": what happened then, at the time that ends what went on. */
static bool tell_turn(teller *t, size_t raw, const passage *p, annals_event *e) {
    size_t turn = turn_behind(t, raw, p);
    if (turn == SIZE_MAX || t->x->raws.items[raw].expr->limit != LIMIT_UNTIL) return true;
    standing s = standing_at(t->clauses, turn);
    e->modality = modality_of(&s, e->kind == ANNALS_PLAN);
    e->label = headline(&t->c->arena, t->x->grammar, text_slice(t->x->text, turn, p->end));
    return e->label.data && take_end(t);
}

/* "The army feeds them since Sunday, when six cooks came": that they came is an event besides, of the day since when it
 * is so. */
static annals_status tell_outset(teller *t, size_t raw, size_t mention, const passage *p) {
    size_t turn = turn_behind(t, raw, p);
    if (turn == SIZE_MAX || t->x->raws.items[raw].expr->limit != LIMIT_SINCE) return ANNALS_OK;
    standing s = standing_at(t->clauses, turn);
    annals_event e = {.label = headline(&t->c->arena, t->x->grammar, text_slice(t->x->text, turn, p->end)),
                      .modality = modality_of(&s, false),
                      .speaker = s.speaker};
    if (!e.label.length) return ANNALS_OK;
    return take_begin(t) ? add_event(t, e, mention, p->start, p->end) : no_memory(t->error);
}

/* "The alarm was not given until noon": it was given then. */
static bool tell_delay(teller *t, size_t raw, const passage *p, annals_event *e) {
    const raw_mention *m = &t->x->raws.items[raw];
    bool until = e->kind == ANNALS_OCCURRENCE && e->modality == ANNALS_NEGATED && m->expr->limit == LIMIT_UNTIL &&
                 m->range == ANNALS_RANGE_NONE && t->said.when->granularity >= ANNALS_DAY && says_until(t->x, raw) &&
                 waits_until(p);
    if (!until) return true;
    standing s = standing_at(t->clauses, m->start);
    if (s.future || s.planned || !s.past) return true;
    e->modality = s.reported ? ANNALS_REPORTED : ANNALS_ASSERTED;
    return take_end(t);
}

/* "Your letter" in one to Hale is his, "my letter" in one of Weller is Weller's: a name that is as short as a name is.
 */
static bool name_owner(teller *t, annals_text *label) {
    enum { MOST = 3 /* words */ };
    const annals_document *d = t->document;
    const grammar *g = t->x->grammar;
    annals_text whose = following_word(*label, 0, label->length), name = {0};
    if (!in_context(g, whose, CONTEXT_POSSESSIVE) || !text_same_word(d->language, "en")) return true;
    if (in_context(g, whose, CONTEXT_YOURS)) name = d->recipient;
    else if (has_role(g, whose, ROLE_WRITERS)) name = d->sender;
    name = text_slice(name, 0, text_find_any(name, 0, name.length, ","));
    if (!name.length || says_words(name, MOST + 1) || in_context(g, name, CONTEXT_SALUTATION)) return true;
    annals_text rest = text_slice(*label, whose.length, label->length);
    *label = arena_printf(&t->c->arena, "%.*s's%.*s", name_length(name), name.data, (int)rest.length, rest.data);
    if (label->data) *label = headline(&t->c->arena, g, *label);
    return label->data;
}

/* "Folder 7: Hale to Weller, 5 May 1931": where papers lie, and what they are. */
static bool lists_papers(teller *t, size_t raw, const passage *p) {
    annals_text word = following_word(p->text, p->start, p->from);
    if (!has_role(p->grammar, word, ROLE_CONTAINER)) return false;
    annals_text number = following_word(p->text, offset_of(p->text, word) + word.length, p->from);
    return number.length && is_digit((unsigned char)*number.data) &&
           stands_bare(t->clauses, t->x->raws.items[raw].start);
}

/* "Ash Wednesday, 18 Feb.", "Monthly Meeting, 14 April 1953": of what heads an entry only its day tells of something.
 */
static bool stands_in_head(const analysis *x, size_t raw) {
    size_t in = block_of_raw(x, raw);
    const block *b = &x->blocks.items[in];
    if (!b->entry || raw == entry_raw(x, in)) return false;
    return b->kind == BLOCK_ENTRY || raw < entry_raw(x, in);
}

static bool opens_label(annals_text label, annals_text words) {
    return label.length > words.length && text_equal(text_slice(label, 0, words.length), words);
}

/* "6.11.1956 The bridge is shut", "0430 Shelled", "3 May. Fog. 1010 moored": behind the day or clock that no stop parts
 * from it stands what the entry, or the line of the log, tells. */
static annals_text label_behind_day(const teller *t, size_t raw, const passage *p, annals_text label) {
    const analysis *x = t->x;
    size_t in = block_of_raw(x, raw), behind = x->raws.items[raw].end;
    const block *b = &x->blocks.items[in];
    const size_t first = x->first_raw.items[in];
    bool heads = (b->entry && raw == entry_raw(x, in)) || (b->log && raw == first);
    heads |= raw > first && x->raws.items[first].expr->day != UNSET && x->raws.items[raw].expr->half == HALF_COUNTED;
    bool listed = b->entry && raw == entry_raw(x, in) && behind < p->end && x->text.data[behind] == ':';
    if (listed) { /* "4 May 1931: The council met, and adjourned" keeps its text, where it fits */
        annals_text whole = headline(&t->c->arena, x->grammar, text_slice(x->text, behind, p->end));
        return text_ends(whole, "…") ? label : whole;
    }
    if (!heads || x->raws.items[raw].start != p->start || behind >= p->end || !opens_label(label, t->said.exact))
        return label;
    return headline(&t->c->arena, x->grammar, text_slice(x->text, behind, p->end));
}

/* "May 4 - The mayor fled.  The council met.": what is told behind the sentence that the day of an entry opens. */
static annals_status tell_rest(teller *t, size_t raw, size_t mention, bool enlarged) {
    const analysis *x = t->x;
    size_t in = block_of_raw(x, raw), next = x->sentence_of.items[raw] + 1;
    const block *b = &x->blocks.items[in];
    bool heads = (b->entry && raw == entry_raw(x, in)) || (b->log && raw == x->first_raw.items[in]);
    heads &= x->raws.items[raw].start == b->body;
    if (!heads || t->said.when->granularity < ANNALS_DAY || x->raws.items[raw].range != ANNALS_RANGE_NONE)
        return ANNALS_OK;
    return tell_deeds(t, mention, raw, next + enlarged, in);
}

/* "A notice was put up, forbidding any sale before 3 May": the headline tells all of it with the first date, and by
 * when is no other event. */
static bool told_with_limit(const teller *t, size_t raw, const annals_event *told) {
    const analysis *x = t->x;
    const annals_when *w = t->said.when;
    if (annals_bound_known(w->begin.earliest) || t->c->events.count == t->first_event) return false;
    const annals_event *e = &t->c->events.items[t->c->events.count - 1];
    size_t other = e->mention_count ? e->mentions[e->mention_count - 1] - x->first_mention : raw;
    return other < raw && x->sentence_of.items[other] == x->sentence_of.items[raw] && text_equal(e->label, told->label);
}

/* "The mill burned on 3 May (Harker, Annals of Aske, 1957, p. 12)": what is cited stands between the brackets; else
 * nothing. */
static annals_text cited_in_brackets(const teller *t, const passage *p) {
    size_t open = p->from, close = text_find_any(p->text, p->to, p->end, "()");
    while (open > p->start && !byte_in(p->text.data[open - 1], "()")) open--;
    bool within = open > p->start && p->text.data[open - 1] == '(' && close < p->end && p->text.data[close] == ')';
    annals_text words = within ? text_slice(p->text, open, close) : (annals_text){0};
    bool parts = memchr(words.data ? words.data : "", ',', words.length); /* no "(added May 2019)" */
    return within && parts && says_words(words, 3) ? headline(&t->c->arena, p->grammar, words) : (annals_text){0};
}

/* When a meeting began is not when each thing was done at it. */
static bool take_day(teller *t) {
    const annals_when *at = t->said.when;
    size_t clock = text_find_any(at->edtf, 0, at->edtf.length, "T");
    if (clock == at->edtf.length || !annals_bound_known(at->begin.earliest)) return true;
    annals_when *day = arena_copy(&t->c->arena, at, 1, sizeof *day);
    if (!day) return false;
    *day = (annals_when){.granularity = ANNALS_DAY, .calendar = at->calendar, .uncertain = at->uncertain};
    when_span(day, at->begin.earliest.day, at->begin.earliest.day);
    day->edtf = text_slice(at->edtf, 0, clock);
    t->said.when = day;
    return true;
}

annals_status tell(teller *t, size_t raw) {
    size_t mention = t->x->first_mention + raw;
    if (t->x->raws.items[raw].range == ANNALS_RANGE_END) return ANNALS_OK;
    if (!take_mention(t, raw)) return no_memory(t->error);
    const annals_mention *m = &t->said;
    block_kind where = t->x->blocks.items[block_of_raw(t->x, raw)].kind;
    bool told = false;
    if (raw == t->x->date_raw && m->when->granularity >= ANNALS_DAY && has_attendance(t, raw))
        return take_day(t) ? tell_below(t, raw, mention, &told) : no_memory(t->error);
    if (dates_document(t->x, raw) || t->x->raws.items[raw].expr->generic || stands_in_head(t->x, raw) ||
        !makes_event(m, t->x->raws.items[raw].expr, where))
        return ANNALS_OK;
    if (where == BLOCK_TABLE_ROW) return tell_row(t, block_of_raw(t->x, raw), raw);
    passage p = passage_of(t->x, raw);
    if (!read_clauses(t->clauses, &t->c->arena, raw, p.start, p.end)) return no_memory(t->error);
    if (heads_text(t, raw) || compares(t, &p) || names_conveyance(t, raw) || told_of_before(t, raw, &p) ||
        is_byline(t, raw) || tells_hours(t, raw, &p) || completes_misdate(t->x, raw) || recurs_since(t->x, raw))
        return ANNALS_OK;
    annals_event e = event_of(t, raw, &p, m, where);
    if (!tell_turn(t, raw, &p, &e) || !narrow_to_one(t, raw)) return no_memory(t->error);
    if (e.kind != ANNALS_CITATION) {
        bool reference = in_reference_line(t->x, raw);
        bool stopped =
            reference && t->x->text.data[p.end - 1] == '.'; /* a heading has none, and tells of what follows */
        annals_status status = stopped ? ANNALS_OK : tell_fragment(t, raw, mention, &told);
        if (status != ANNALS_OK || told || where == BLOCK_ENTRY) return status;
        bool document = !e.label.length && refers_to_document(&p, &t->c->arena, &e.label);
        if (document && e.label.length && !name_owner(t, &e.label)) return no_memory(t->error);
        if (!document && reference) {
            document = true;
            e.label = numbered_document(&p, &t->c->arena, false);
        }
        if (document || names_writing(t->clauses) || lists_papers(t, raw, &p))
            e.kind = ANNALS_DOCUMENT, e.modality = ANNALS_ASSERTED;
    }
    if (!spread_citation(t, raw, &e)) return no_memory(t->error);
    if (e.kind == ANNALS_CITATION && !e.label.length) e.label = cited_in_brackets(t, &p);
    const size_t turn = turn_behind(t, raw, &p);
    passage told_of = p;
    if (turn != SIZE_MAX) told_of.end = p.to;
    if (!e.label.length) e.label = label_behind_day(t, raw, &told_of, label_of_mention(t, raw, told_of));
    annals_text own = e.label;
    if (e.kind == ANNALS_OCCURRENCE) e.label = enlarge(t, t->x->sentence_of.items[raw], raw, own);
    bool enlarged = e.label.length && e.label.data != own.data;
    if (says_nothing(t, &e, m)) e.label.length = 0;
    joint how;
    annals_event *same = event_to_join(t, raw, &e, &how);
    if (!same) same = entry_to_join(t, raw, &e, &how);
    if (same) return add_mentions(t, same, mention, how);
    if (!e.label.length || told_with_limit(t, raw, &e)) return ANNALS_OK;
    if (!tell_delay(t, raw, &p, &e)) return no_memory(t->error);
    const sentence *last = &t->x->sentences.items[t->x->sentence_of.items[raw]];
    bool both = enlarged && !names_deed(t, own); /* what happened is told by the sentence behind it alone */
    annals_status status = add_event(t, e, mention, p.start, both ? last[1].end : p.end);
    if (status == ANNALS_OK) status = tell_outset(t, raw, mention, &p);
    return status == ANNALS_OK ? tell_rest(t, raw, mention, enlarged) : status;
}

static annals_status tell_block(teller *t, size_t index) {
    const size_t *first = &t->x->first_raw.items[index];
    annals_status status = ANNALS_OK;
    if (t->x->blocks.items[index].kind == BLOCK_TABLE_ROW) return tell_table_row(t, index);
    if (first[0] == first[1]) return status;
    bool alone = t->reached != index; /* else its dates may belong to what was told with the day above */
    const told_block *like = alone ? retell_find(&t->retelling, t->c, t->clauses, index) : NULL;
    if (like) return retell(&t->retelling, like, t->c, t->clauses, index) ? ANNALS_OK : no_memory(t->error);
    size_t event = t->c->events.count;
    annals_text named = named_before(t->clauses, index);
    for (size_t i = first[0]; status == ANNALS_OK && i < first[1]; i++) status = tell(t, i);
    alone &= index >= t->first_told && t->below != index;
    if (alone) retell_keep(&t->retelling, t->c, t->clauses, index, event, named);
    return status;
}

/* Who goes on with a letter does so until the last day that opens a part of it. */
static void go_on(teller *t) {
    const analysis *x = t->x;
    for (size_t i = 0; t->has_now && i < x->blocks.count; i++) {
        if (!x->blocks.items[i].sequel) continue;
        annals_bound day = t->c->mentions.items[x->first_mention + x->first_raw.items[i]].when->begin.earliest;
        if (annals_bound_known(day) && day.day > t->now) t->now = day.day;
    }
}

annals_status find_events(annals_chronology *c, analysis *x, annals_error *error) {
    annals_document *d = &c->documents.items[x->document];
    arena scratch = {0};
    clauses last = {.x = x, .reader = d->recipient, .block = SIZE_MAX, .looked_up = SIZE_MAX};
    teller t = {.c = c, .x = x, .document = d, .first_event = c->events.count, .clauses = &last, .error = error};
    t.below = t.reached = t.row_raw = SIZE_MAX;
    while (t.first_told < x->blocks.count && !tellable(x->blocks.items[t.first_told].kind)) t.first_told++;
    t.has_now = document_day(d, &t.now) && !x->chronicle; /* entries have days of their own */
    go_on(&t);
    annals_status status = retell_begin(&t.retelling, x, &scratch) ? tell_document(&t) : no_memory(error);
    for (size_t i = 0; status == ANNALS_OK && i < x->blocks.count; i++) status = tell_block(&t, i);
    if (status == ANNALS_OK && !retell_end(&t.retelling, c, t.first_event)) status = no_memory(error);
    arena_free(&scratch);
    return status;
}
