/* weekday.c: weekdays that go on from what was said: "on Friday, the 14th ... on Saturday", "next week, on Monday". */
#include "around.h"
#include "language.h"
#include "resolver.h"
#include "text.h"
#include "when.h"

static bool is_writer(const grammar *g, annals_text word) {
    return in_context(g, word, CONTEXT_FIRST_PERSON) || has_role(g, word, ROLE_WRITERS);
}

/* "They meet on 5 October, and I have asked for it by Wednesday": who writes counts from the day of writing. */
static bool speaks_between(const resolver *r) {
    const analysis *x = r->x;
    size_t at = x->raws.items[r->last.mention - x->first_mention].end, start, end;
    for (; text_word(x->text, at, &start, &end) && end < x->raws.items[r->raw].start; at = end)
        if (is_writer(x->grammar, text_slice(x->text, start, end))) return true;
    return false;
}

/* "Monday or Tuesday", "Thursday night or early Friday": nothing but that between two days, and no verb of its own. */
static bool joined_to_said(const resolver *r) {
    enum { MOST_WORDS = 2 };
    const analysis *x = r->x;
    size_t at = x->raws.items[r->last.mention - x->first_mention].end, start, end, words = 0;
    bool joined = false;
    for (; text_word(x->text, at, &start, &end) && start < x->raws.items[r->raw].start; at = end) {
        annals_text word = text_slice(x->text, start, end);
        joined |= in_context(x->grammar, word, CONTEXT_JOINER);
        if (!joined || words++ == MOST_WORDS || in_context(x->grammar, word, CONTEXT_PAST | CONTEXT_PARTICIPLE))
            return false;
    }
    return joined;
}

/* "They meet on Monday, and he will speak on Sunday": both count from the day of writing. */
static bool of_weekday(const resolver *r) {
    const expr *e = r->x->raws.items[r->last.mention - r->x->first_mention].expr;
    return r->mode == ANNALS_MODE_DOCUMENT && r->has_now && e->kind == EXPR_POINT && e->weekday != UNSET &&
           e->day == UNSET && !e->direction;
}

/* May the word stand between a week and its day?  Behind a comma only such as "on", "perhaps" and "probably" may. */
static bool leads_to_day(const analysis *x, annals_text word, bool apart) {
    const context_set leads = CONTEXT_FOLLOWER | CONTEXT_WEAK | CONTEXT_PERHAPS | CONTEXT_DETERMINER;
    const context_set verbs = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_FUTURE | CONTEXT_PERFECT;
    const context_set others =
        CONTEXT_JOINER | CONTEXT_SUBORDINATE | CONTEXT_COMPLEMENT | CONTEXT_REPORT | CONTEXT_COUNTS_FROM;
    context_set contexts = contexts_of(x->grammar, word);
    if (contexts & (apart ? others | verbs | CONTEXT_SUBJECT : others)) return false;
    return !apart || contexts & leads || text_ends(word, "ly");
}

/* "next week, on Monday", "the week after next, perhaps on Tuesday", "last week he came on Friday": nothing between the
 * week and the day tells of another time. */
static bool weekday_of_week(resolver *r, expr *e) {
    enum { REACH = 60 };
    const analysis *x = r->x;
    size_t start, end;
    if (e->weekday == UNSET || e->direction || e->count || !r->raw) return false;
    if (x->sentence_of.items[r->raw - 1] != x->sentence_of.items[r->raw]) return false;
    size_t mention = x->first_mention + r->raw - 1;
    const annals_when *week = r->c->mentions.items[mention].when;
    size_t at = x->raws.items[r->raw - 1].end, date = x->raws.items[r->raw].start;
    bool apart = x->text.data[at] == ',', near = date - at <= REACH && week && week->granularity == ANNALS_WEEK;
    if (!near || !annals_bound_known(week->begin.earliest)) return false;
    if (x->raws.items[r->raw - 1].expr->weekend) return false; /* "due at the weekend but died on Friday" */
    if (text_find_any(x->text, at + apart, date, ",;:()") < date) return false;
    for (; text_word(x->text, at, &start, &end) && start < date; at = end)
        if (!leads_to_day(x, text_slice(x->text, start, end), apart)) return false;
    anchor_mention(r, mention);
    int64_t first = week->begin.earliest.day;
    set_date(e, first + (e->weekday - weekday_of(r, first) + 7) % 7);
    say_result(r, e);
    return true;
}

bool behind_comma(const resolver *r) {
    const raw_mention *here = &r->x->raws.items[r->raw];
    if (!r->raw) return false;
    annals_text between = text_trim(text_slice(r->x->text, here[-1].end, here->start));
    size_t start, end;
    bool joined = text_word(between, 0, &start, &end) &&
                  in_context(r->x->grammar, text_slice(between, start, end), CONTEXT_JOINER);
    return text_starts(between, ",") && between.length <= 5 && !joined;
}

/* "He died at 12:07 and was buried on Friday": from a time of day on to the next verb. */
static bool goes_on_to(const resolver *r) {
    const analysis *x = r->x;
    size_t at = x->raws.items[r->last.mention - x->first_mention].end, start, end;
    if (!r->last.clock_known || !text_word(x->text, at, &start, &end)) return false;
    if (!in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_JOINER)) return false;
    for (at = end; text_word(x->text, at, &start, &end) && start < x->raws.items[r->raw].start; at = end)
        if (in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_SUBJECT)) return false;
    return true;
}

/* "The fair is on 2 August; they meet on Thursday", "It begins on the 8th, and a hearing is on Tuesday": somebody
 * else's deed, in a clause of its own. */
static bool is_other_clause(const resolver *r) {
    const context_set subjects = CONTEXT_DETERMINER | CONTEXT_SUBJECT | CONTEXT_OWNER | CONTEXT_POSSESSIVE;
    const analysis *x = r->x;
    size_t from = x->raws.items[r->last.mention - x->first_mention].end, to = x->raws.items[r->raw].start, start, end;
    if (from >= to) return false;
    size_t mark = text_find_any(x->text, from, to, ";");
    if (mark < to) return contexts_in(x->grammar, text_slice(x->text, mark, to), CONTEXT_COUNTS_FROM) == 0;
    mark = text_find_any(x->text, from, to, ",");
    if (mark >= to || !text_word(x->text, mark, &start, &end)) return false;
    if (!in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_JOINER)) return false;
    return is_before(x, x->text, end, subjects);
}

/* "The sale is on the 20th, the viewing on Monday", of a Monday before that: of writing, or of the one behind it;
 * "sails on the 20th and returns on Monday": of the one behind, unless it is told out of its order. */
static bool comes_sooner(const resolver *r, expr *e, int64_t day) {
    const context_set small = CONTEXT_JOINER | CONTEXT_DETERMINER | CONTEXT_WEAK | CONTEXT_FOLLOWER | CONTEXT_SURE;
    const context_set verbs = CONTEXT_PRESENT | CONTEXT_TIMETABLE | CONTEXT_ARRANGED | CONTEXT_VERB;
    enum { WEEK = 7 };
    const analysis *x = r->x;
    size_t at = x->raws.items[r->last.mention - x->first_mention].end, start, end;
    bool clause = false, verb = false, joined = false;
    if (day - r->now <= WEEK || r->last.first - r->now < WEEK) return false;
    if (is_other_clause(r)) return true;
    for (; text_word(x->text, at, &start, &end) && start < x->raws.items[r->raw].start; at = end) {
        annals_text word = text_slice(x->text, start, end);
        context_set contexts = contexts_of(x->grammar, word);
        clause |= !(contexts & small);
        verb |= contexts & verbs || (joined && !(contexts & small) && !text_begins_upper(word)); /* "and lands on" */
        joined = contexts & CONTEXT_JOINER;
    }
    e->uncertain |= clause;
    return clause && !verb;
}

/* "It rose to a high on May 11 and closed on Tuesday": who writes counts a weekday from the day of writing, where the
 * day said before lies behind that; long behind it, there is no telling. */
static bool is_of_writing(resolver *r, expr *e, int64_t day) {
    enum { RECENT = 31 /* days */ };
    bool same = (of_weekday(r) && joined_to_said(r)) || (day == r->last.first && behind_comma(r)); /* ", a Sunday" */
    bool ends = e->limit || r->x->raws.items[r->raw].range != ANNALS_RANGE_NONE; /* "from 2 a.m. until Sunday" */
    if (same || ends || r->mode != ANNALS_MODE_DOCUMENT || !r->has_now) return false;
    if (r->last.first >= r->now)
        return (day > r->now && tense_of(r) == TENSE_PAST && !goes_on_to(r)) || comes_sooner(r, e, day);
    if (r->last.first >= r->now - RECENT || is_newspaper_day(r->x, r->raw)) return true;
    e->uncertain = true;
    return false;
}

/* "It fell early on Tuesday, hours after Monday night's meeting": the weekday before the day said. */
static bool weekday_before_said(resolver *r, expr *e) {
    enum { WEEK = 7 };
    bool ahead = r->mode == ANNALS_MODE_DOCUMENT && r->has_now && r->last.first > r->now;
    if (ahead || !came_before(r->x, r->raw)) return false;
    int back = (weekday_of(r, r->last.first) - e->weekday + WEEK) % WEEK;
    anchor_mention(r, r->last.mention);
    set_date(e, r->last.first - (back ? back : WEEK));
    say_result(r, e);
    return true;
}

/* "They came on Sunday, leaving on Thursday": what follows goes on from the day that was said. */
static bool goes_on_doing(const resolver *r) {
    const analysis *x = r->x;
    size_t at = x->raws.items[r->last.mention - x->first_mention].end, start, end;
    if (at >= x->text.length || x->text.data[at] != ',' || !text_word(x->text, at, &start, &end)) return false;
    annals_text word = text_slice(x->text, start, end);
    return start == at + 2 && in_context(x->grammar, word, CONTEXT_ARRANGED) && text_ends(word, "ing");
}

/* "arrives on Monday, May 3, and stays through Friday": the weekday after the day said in the same sentence. */
static bool weekday_after_said(resolver *r, expr *e) {
    bool said_here = r->last.known && r->last.day_known && r->last.sentence == r->x->sentence_of.items[r->raw];
    if (e->weekday == UNSET || e->direction || !said_here || was_reported(r->x, r->raw)) return false;
    if (weekday_before_said(r, e)) return true;
    if (e->limit == LIMIT_SINCE && !looks_on(tense_of(r))) return false; /* "at 9.40 a.m., closed since Saturday" */
    if (r->mode == ANNALS_MODE_DOCUMENT && r->has_now && is_of_own(r->x, r->last.mention - r->x->first_mention))
        return false;
    bool doing = goes_on_doing(r);
    if (!doing && (speaks_between(r) || (!e->limit && of_weekday(r) && !joined_to_said(r)))) return false;
    int ahead = (e->weekday - weekday_of(r, r->last.first) + 7) % 7;
    bool writes = r->mode == ANNALS_MODE_DOCUMENT && r->has_now;
    if (!doing && is_of_writing(r, e, r->last.first + ahead)) return false;
    if (writes && looks_back(r->x, r->raw) && r->last.first + ahead > r->now)
        return false; /* "he said at noon that they had met on Friday" */
    if (writes && looks_on(tense_of(r)) && r->last.first + ahead < r->now)
        return false; /* "begun on 4 October, it enters its fourth week Thursday" */
    anchor_mention(r, r->last.mention);
    set_date(e, r->last.first + ahead);
    say_result(r, e);
    return true;
}

/* What may stand behind "on the Sunday": another time, or what leads to one. */
static bool is_common_behind(const analysis *x, size_t at) {
    size_t start, end;
    if (!text_word(x->text, at, &start, &end)) return true;
    annals_text word = text_slice(x->text, start, end);
    return in_context(x->grammar, word, CONTEXT_DAY_PART | CONTEXT_FOLLOWER | CONTEXT_JOINER | CONTEXT_SUBJECT);
}

/* "The flood came on Saturday, 31 October.  They were saved on the Sunday": one that was spoken of. */
static bool is_definite(const resolver *r) {
    const analysis *x = r->x;
    const raw_mention *m = &x->raws.items[r->raw];
    size_t end = m->start, start, behind = m->end;
    if (!end || x->text.data[end - 1] != ' ') return false;
    for (start = --end; start && is_letter((unsigned char)x->text.data[start - 1]);) start--;
    if (!text_same_word(text_slice(x->text, start, end), "the")) return false;
    return behind >= x->text.length || byte_in(x->text.data[behind], ".,;:!?") ||
           is_common_behind(x, behind); /* "the Sunday paper" */
}

/* What gave the day said last: an hour or two may have been said of it since. */
static const expr *said_with_weekday(const resolver *r, const said *s) {
    enum { MOST_HOURS = 3 };
    size_t mention = s->mention;
    for (int i = 0; i < MOST_HOURS && mention > r->x->first_mention; i++, mention--) {
        const expr *e = r->x->raws.items[mention - r->x->first_mention].expr;
        if (e->kind != EXPR_POINT || e->hour == UNSET || e->day != UNSET || e->weekday != UNSET || e->base) break;
    }
    return r->x->raws.items[mention - r->x->first_mention].expr;
}

/* "He dined there on Friday, the 13th.  On Saturday he was seen", of more than a week ago: who tells of days in their
 * order goes on from the one that was given with its weekday. */
static bool weekday_of_thread(resolver *r, expr *e) {
    enum { WEEK = 7 };
    const said *s = &r->last;
    bool near = s->known && s->day_known && r->mode == ANNALS_MODE_DOCUMENT && r->has_now && r->block - s->block <= 1;
    if (!near || e->weekday == UNSET || e->direction || e->count || s->first >= r->now) return false;
    const expr *before = said_with_weekday(r, s);
    bool definite = is_definite(r);
    bool order = before->kind == EXPR_POINT && before->weekday != UNSET && s->block == r->block &&
                 s->first < r->now - WEEK && tense_of(r) == TENSE_PAST && !is_newspaper_day(r->x, r->raw);
    if (!(definite || order) || looks_on(tense_of(r)) || was_reported(r->x, r->raw) || looks_back(r->x, r->raw))
        return false;
    int ahead = (e->weekday - weekday_of(r, s->first) + WEEK) % WEEK;
    if (s->first + ahead > r->now) return false;
    anchor_mention(r, s->mention);
    set_date(e, s->first + ahead);
    say_result(r, e);
    return true;
}

/* "in London from Monday 16th until Thursday, and could call on the Wednesday": between the two ends. */
static bool weekday_between_ends(resolver *r, expr *e) {
    enum { WEEK = 7 };
    const said *s = &r->last;
    bool here = s->known && s->day_known && r->x->sentence_of.items[r->raw] - s->sentence <= 1 &&
                s->mention > r->x->first_mention;
    if (!here || e->weekday == UNSET || e->direction || e->count || !is_definite(r)) return false;
    const annals_mention *end = &r->c->mentions.items[s->mention];
    annals_bound begin = end[-1].when->begin.earliest;
    if (end->range != ANNALS_RANGE_END || !annals_bound_known(begin) || s->last - begin.day >= WEEK) return false;
    int64_t day = begin.day + (e->weekday - weekday_of(r, begin.day) + WEEK) % WEEK;
    if (day > s->last) return false;
    anchor_mention(r, s->mention);
    set_date(e, day);
    say_result(r, e);
    return true;
}

/* "They come on the 10th of January and leave on the Thursday": of the week that is ahead of who writes, too. */
static bool weekday_ahead(resolver *r, expr *e) {
    enum { WEEK = 7 };
    const said *s = &r->last;
    bool ahead = s->known && s->day_known && r->mode == ANNALS_MODE_DOCUMENT && r->has_now && s->first > r->now &&
                 s->sentence == r->x->sentence_of.items[r->raw];
    if (!ahead || e->weekday == UNSET || e->direction || e->count || !is_definite(r)) return false;
    anchor_mention(r, s->mention);
    set_date(e, s->first + (e->weekday - weekday_of(r, s->first) + WEEK) % WEEK);
    say_result(r, e);
    return true;
}

bool weekday_of_story(resolver *r, expr *e) {
    return weekday_of_week(r, e) || weekday_between_ends(r, e) || weekday_after_said(r, e) || weekday_of_thread(r, e) ||
           weekday_ahead(r, e);
}
