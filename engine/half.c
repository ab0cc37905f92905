/* half.c: which half of the day a clock of twelve hours means: what was said before it tells, and what is done then. */
#include "language.h"
#include "resolver.h"
#include "text.h"
#include "when.h"

enum { HALF_A_DAY = 12, HOUR = 3600, DAY = 24 };

bool half_open(const resolver *r, const expr *e) {
    return e->hour != UNSET && (e->half == HALF_UNSAID || (e->half == HALF_IN_FIGURES && !r->counts_to_24));
}

/* The first time that the clock shows these twelve hours again, at or after `since`; past the day's end it is the next
 * day's. */
static int32_t next_showing(const expr *e, int32_t since) {
    enum { HALF = 12 * 3600 };
    int32_t second = (e->hour % 12) * 3600 + (e->minute == UNSET ? 0 : e->minute * 60);
    while (second < since) second += HALF;
    return second;
}

/* "On the night of 3 May they lay there.  At 11:30 he left": the first half of the night begins it.  "Sunday night's
 * game began at 7:05": so does what is called so, and it may be over. */
static bool in_first_half(const resolver *r, const expr *e, bool *unsure) {
    enum { LATE = 8, SURELY = 2, FIRST = 6 };
    const annals_when *w = r->c->mentions.items[r->last.mention].when;
    const expr *name = r->x->raws.items[r->last.mention - r->x->first_mention].expr;
    bool night = w->granularity == ANNALS_PART_OF_DAY && w->day_part >= ANNALS_EVENING;
    bool called = name->kind == EXPR_POINT && name->day == UNSET && e->hour >= FIRST;
    *unsure = called && e->hour < LATE;
    if (night && e->half == HALF_OF_TEN) return r->counts_to_24 < SURELY;
    return night && half_open(r, e) && (called || e->hour >= LATE);
}

/* "At one they came; one died that evening.  At twenty past two ...": what went on that day goes on from its clock,
 * not from what is told ahead.  Where the clock shows these hours before the evening begins, that hour; else UNSET. */
static int32_t hour_before_evening(const resolver *r, const expr *e) {
    enum { REACH = 3 /* mentions */, SOON = 6 * HOUR };
    const annals_when *last = r->c->mentions.items[r->last.mention].when;
    if (last->day_part != ANNALS_EVENING || last->granularity != ANNALS_PART_OF_DAY) return UNSET;
    for (size_t i = r->last.mention, n = 0; i-- > r->x->first_mention && n < REACH; n++) {
        annals_bound begin = r->c->mentions.items[i].when->begin.earliest;
        if (block_of_raw(r->x, i - r->x->first_mention) != r->block || begin.day != r->last.first) return UNSET;
        if (begin.state < ANNALS_BOUND_MINUTE) continue;
        int32_t next = next_showing(e, begin.second);
        return next < r->last.begin.second && next - begin.second <= SOON ? next / HOUR : UNSET;
    }
    return UNSET;
}

static bool has_roles(const analysis *x, size_t at, size_t until, role_set roles) {
    size_t start, end;
    for (; text_word(x->text, at, &start, &end) && end <= until; at = end)
        if (has_role(x->grammar, text_slice(x->text, start, end), roles)) return true;
    return false;
}

/* Where the words begin that lead to a clock: behind the one before, or a mark. */
static size_t words_from(const analysis *x, size_t raw, size_t reach) {
    size_t date = x->raws.items[raw].start, at = x->sentences.items[x->sentence_of.items[raw]].start, mark;
    if (raw && x->raws.items[raw - 1].expr->kind == EXPR_POINT && x->raws.items[raw - 1].expr->hour != UNSET &&
        x->raws.items[raw - 1].end > at)
        at = x->raws.items[raw - 1].end;
    if (date - at > reach) at = date - reach;
    while ((mark = text_find_any(x->text, at, date, ";:")) < date) at = mark + 1;
    return at;
}

/* Where those end that tell more of it behind. */
static size_t words_until(const analysis *x, size_t raw, size_t reach) {
    size_t behind = x->raws.items[raw].end, until = x->sentences.items[x->sentence_of.items[raw]].end, start, end;
    if (until - behind > reach) until = behind + reach;
    until = text_find_any(x->text, behind, until, ",;:");
    for (size_t at = behind; text_word(x->text, at, &start, &end) && end <= until; at = end)
        if (in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_JOINER)) return start;
    return until;
}

/* Stands one of those words close before the clock, or if none of any kind does, behind it? */
static bool clause_has(const resolver *r, role_set roles) {
    enum { REACH = 80 /* bytes */ };
    const analysis *x = r->x;
    const raw_mention *m = &x->raws.items[r->raw];
    size_t from = words_from(x, r->raw, REACH);
    if (has_roles(x, from, m->start, ROLES_OF(ROLE_BREAKFAST, ROLE_SUPPER, ROLE_ASSEMBLY, ROLE_NOON_MEAL)))
        return has_roles(x, from, m->start, roles);
    return has_roles(x, m->end, words_until(x, r->raw, REACH), roles);
}

/* "It begins at seven.  Doors open at 6.30" */
static bool opens_doors(const resolver *r) {
    enum { REACH = 40 /* bytes */ };
    return has_roles(r->x, words_from(r->x, r->raw, REACH), r->x->raws.items[r->raw].start, ROLE_DOORS);
}

/* "We came at 11.45 p.m.; they had been drinking since eight": tomorrow's eight is far off, the one before near. */
static void half_of_hours_before(resolver *r, expr *e, int32_t next, bool sure) {
    enum { HALF = HALF_A_DAY * HOUR, NEAR = 6 * HOUR };
    int32_t before = next - HALF;
    if (next < DAY * HOUR || before < 0 || r->last.begin.second - before > NEAR) return;
    e->hour = before / HOUR;
    if (sure) e->half = HALF_KNOWN;
    e->uncertain |= !sure;
    because(r, "the nearest such hour is the one before the time said last");
}

/* "He dined at seven in the evening, and at half past nine he left": the clock goes on from the time said last. */
void half_follows(resolver *r, expr *e) {
    enum { SOON = 6 * HOUR, SAME_DAY = 8 * HOUR, BEHIND_TERM = 4 * HOUR, SMALL = 3 };
    const said *s = &r->last;
    bool noon = s->until && s->clock.second == HALF_A_DAY * HOUR && !looks_back(r->x, r->raw); /* "by noon" */
    bool either = r->c->mentions.items[s->mention].alternative_count; /* of the halves of the day; this one too, then */
    bool doubtful = !s->clock_known || (s->until && !noon);
    if (!half_open(r, e) || s->block != r->block || s->begin.day != s->first || doubtful) return;
    bool unsure = false, tonight = in_first_half(r, e, &unsure) && unsure;
    int32_t next = next_showing(e, s->begin.second), hour = next / HOUR;
    int32_t before = hour >= DAY ? hour_before_evening(r, e) : UNSET;
    if (before != UNSET) {
        e->hour = before;
        e->half = HALF_KNOWN;
        e->uncertain = true;
        because(r, "it goes on from the clock before the evening that was told ahead");
        return;
    }
    bool doors = hour >= DAY && opens_doors(r);
    if (hour >= DAY && (e->limit == LIMIT_SINCE || doors)) {
        half_of_hours_before(r, e, next, doors);
        return;
    }
    if (tonight || (hour >= DAY && had_happened(r->x, r->raw))) return; /* "that evening it had stopped at four" */
    bool same = s->sentence == r->x->sentence_of.items[r->raw] && hour < DAY; /* "at noon ... at half past six" */
    if (next - (s->clock.day - s->begin.day) * DAY * HOUR - s->clock.second > (noon   ? BEHIND_TERM
                                                                               : same ? SAME_DAY
                                                                                      : SOON))
        return;
    if (either && hour >= DAY) return;
    if (!either) e->half = HALF_KNOWN;
    e->uncertain |= hour >= DAY + SMALL; /* "on Wednesday evening a watch, stopped at four" */
    if (hour < DAY || (hour == DAY && e->minute <= 0)) e->hour = hour;
    because(r, "it goes on from the time said before, which tells the half of the day");
}

/* "They were together till dusk, and parted at a quarter to seven": in the evening too. */
void half_of_evening(resolver *r, expr *e) {
    enum { FIRST = 4, NOON = 12, EVENING = 17 * 3600 };
    const said *s = &r->last;
    bool evening = s->until && s->clock_known && s->clock.second >= EVENING && half_open(r, e) && e->hour >= FIRST;
    bool unsure = false, first_half = !evening && s->known && in_first_half(r, e, &unsure);
    if (r->block - s->block > 1 || !(evening || first_half) || e->hour >= NOON) return;
    e->hour += NOON;
    e->uncertain |= s->block != r->block || unsure;
    e->half = HALF_KNOWN;
    because(r, "the evening was said before, which tells the half of the day");
}

void half_of_deed(resolver *r, expr *e) {
    enum { FIRST_SUPPER = 4, LAST_MEETING = 7 };
    if (!half_open(r, e) || e->hour >= HALF_A_DAY) return;
    bool morning = e->hour >= FIRST_SUPPER && clause_has(r, ROLE_BREAKFAST);
    bool evening = e->hour >= FIRST_SUPPER && clause_has(r, ROLE_SUPPER);
    bool late = evening || (e->hour <= LAST_MEETING && clause_has(r, ROLE_ASSEMBLY));
    if (morning == late) return;
    if (late) e->hour += HALF_A_DAY;
    e->half = HALF_KNOWN;
    because(r, "what is told of tells the half of the day");
}

void half_of_meal(resolver *r, expr *e) {
    enum { LAST_TEA = 6 };
    if (!half_open(r, e) || e->hour > LAST_TEA || !clause_has(r, ROLE_NOON_MEAL)) return;
    e->hour += HALF_A_DAY;
    e->half = HALF_KNOWN;
    because(r, "the meal tells the half of the day");
}

void half_of_list(resolver *r, expr *e) {
    enum { MOST_CLOCKS = 6 };
    const analysis *x = r->x;
    int32_t hour = e->hour;
    if (!half_open(r, e) || hour >= HALF_A_DAY) return;
    for (size_t next = r->raw + 1; next < r->raw + MOST_CLOCKS && goes_on_list(x, next); next++) {
        const expr *n = x->raws.items[next].expr;
        if (n->kind != EXPR_POINT || n->hour == UNSET || n->day != UNSET || n->hour % HALF_A_DAY < hour) return;
        if (half_open(r, n)) continue;
        if (n->hour >= HALF_A_DAY) e->hour += HALF_A_DAY;
        e->half = HALF_KNOWN;
        because(r, "a time listed with it tells the half of the day");
        return;
    }
}

/* "Minutes of the meeting held on 16 May, 7.30 p.m.": the hour of a record is that at which it begins. */
bool is_of_session(const analysis *x) {
    enum { HEAD = 500 /* bytes */ };
    size_t from = x->head < x->blocks.count ? x->blocks.items[x->head].start : 0, start, end;
    for (size_t at = from; text_word(x->text, at, &start, &end) && end < from + HEAD; at = end) {
        annals_text word = text_slice(x->text, start, end);
        if (start > x->raws.items[x->date_raw].end) return false;
        if (has_role(x->grammar, word, ROLES_OF(ROLE_RECORD, ROLE_GATHERING, ROLE_SESSION, ROLE_ASSEMBLY))) return true;
    }
    return false;
}

/* "The meeting closed", "La séance est levée": the sentence tells of what is recorded, and names no other day. */
static bool tells_of_session(resolver *r) {
    enum { MOST_WORDS = 3 };
    const analysis *x = r->x;
    const sentence *s = &x->sentences.items[x->sentence_of.items[r->raw]];
    size_t start, end, words = 0;
    if (r->mode != ANNALS_MODE_DOCUMENT || !r->has_now || r->entry != SIZE_MAX || r->in_note) return false;
    if (x->date_raw >= r->raw || r->document->basis != ANNALS_BASIS_STATED || looks_on(tense_of(r))) return false;
    if (x->sentence_of.items[r->raw - 1] == x->sentence_of.items[r->raw]) return false;
    for (size_t at = s->start; words < MOST_WORDS && text_word(x->text, at, &start, &end) && end <= s->end; at = end) {
        if (has_role(x->grammar, text_slice(x->text, start, end),
                     ROLES_OF(ROLE_SESSION, ROLE_ASSEMBLY, ROLE_GATHERING)))
            return is_of_session(x);
        words++;
    }
    return false;
}

/* The mention that says up to what hour the record has come: its head, or the clock said last. */
static const annals_mention *hour_of_session(const resolver *r) {
    const annals_mention *head = &r->c->mentions.items[r->x->first_mention + r->x->date_raw];
    annals_bound begins = head->when->begin.earliest;
    bool told = r->clock.known && r->clock.first == r->now;
    bool later = begins.state < ANNALS_BOUND_MINUTE || r->clock.begin.second >= begins.second;
    return told && later ? &r->c->mentions.items[r->clock.mention] : head;
}

/* ... and "The meeting closed at twenty past nine" goes on from it. */
bool take_session(resolver *r, expr *e) {
    enum { LONGEST = 6 * HOUR };
    if (e->hour == UNSET || !tells_of_session(r)) return false;
    anchor_now(r);
    set_date(e, r->now);
    because(r, "it tells of what is recorded of that day");
    const annals_mention *before = hour_of_session(r);
    annals_bound begins = before->when->begin.earliest;
    int32_t next = next_showing(e, begins.second);
    bool hour = begins.state >= ANNALS_BOUND_MINUTE && begins.day == r->now && half_open(r, e);
    if (!hour || next > begins.second + LONGEST || next >= DAY * HOUR) return true;
    e->hour = next / HOUR;
    if (!before->alternative_count) e->half = HALF_KNOWN;
    because(r, "and goes on from the hour said before");
    return true;
}
