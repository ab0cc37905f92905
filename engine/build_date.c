/* build_date.c: days, months, weeks, seasons, their lists and ranges. */
#include "builders.h"
#include "civil.h"
#include "text.h"

#include <string.h>

/* "On May 6, 1500 men were lost": a round number behind a comma, and what it counts */
static bool counts_many(const build_context *c) {
    enum { ROUND = 50 };
    const build_argument *year = &c->arguments[0];
    if (!said(year) || year->digits != 4 || year->value % ROUND || year->end != c->end) return false;
    return byte_before(c, before_spaces(c, year->start)) == ',' && counts_something(c);
}

bool build_ymd(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    set_year(e, &a[0]);
    if (a[1].present) e->month = a[1].value;
    if (a[2].present) e->day = a[2].value;
    e->impossible = !day_possible(e);
    return !counts_many(c);
}

/* "27 Oct 62" in notes and cables: a year that could be no day, and counts nothing. */
bool build_ymd_alone(const build_context *c, expr *e) {
    const build_argument *year = &c->arguments[0];
    bool clock = byte_at(c, c->end) == ' ' && is_digit((unsigned char)byte_at(c, c->end + 1)); /* "27 Oct 62 0915Z" */
    if (year->start == c->start && byte_at(c, year->end) == '\n') return false; /* "KELSBY 1148", "August 7, 1964" */
    return year->value > 31 && (clock || stands_alone(c)) && build_ymd(c, e);
}

/* "En octubre del 62 hubo": the same, or a verb follows */
bool build_ymd_told(const build_context *c, expr *e) {
    return verb_follows(c) ? build_ymd(c, e) : build_ymd_alone(c, e);
}

/* "Octr. 18. 1787", and not "by October 18. 1787 was a bad year" */
bool build_ymd_stopped(const build_context *c, expr *e) {
    enum { REACH = 24 /* bytes */ };
    annals_text behind = look(c, c->end, c->end + REACH);
    return c->arguments[0].digits == 4 && closes_date(c->grammar, behind, 0) && build_ymd(c, e);
}

/* "August the first batch": what stands behind is neither a verb nor one of the small words. */
static bool names_thing(const build_context *c) {
    const context_set others = CONTEXT_SMALL | CONTEXT_FOLLOWER | CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_PAST |
                               CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_PARTICIPLE | CONTEXT_VERB;
    annals_text word = word_behind(c);
    size_t next;
    return word.length > 3 && is_lower(text_decode(word, 0, &next)) && !in_context(c->grammar, word, others);
}

/* (month, day): "May the 9th"; but "in May the 9th" goes on with an army. */
bool build_month_the_day(const build_context *c, expr *e) {
    size_t at;
    e->month = c->arguments[0].value;
    e->day = c->arguments[1].value;
    e->impossible = !day_possible(e);
    return (!is_letter(sign_before(c, &at)) || !text_same_word(word_before(c, at), "in")) && !names_thing(c);
}

/* "1962-05", and not the years of "1931-5" */
bool build_iso_month(const build_context *c, expr *e) {
    return c->arguments[1].digits == 2 && build_ymd(c, e);
}

/* "the night of the 9th Sand crossed" */
static bool part_leads(const build_context *c, annals_text lead) {
    if (!text_same_word(lead, "of")) return false;
    return in_context(c->grammar, word_before(c, before_spaces(c, place_of(c, lead))), CONTEXT_DAY_PART);
}

/* "In his letter of the 4th Hale asked", but not "the report of the 9th Lancers told", "the papers of the 4th Earl" */
static bool paper_leads(const build_context *c, annals_text lead) {
    if (!in_context(c->grammar, lead, CONTEXT_WRITTEN_ON)) return false;
    annals_text name = word_behind(c);
    if (text_ends(name, "s") || in_context(c->grammar, name, CONTEXT_TITLE)) return false;
    return in_context(c->grammar, word_before(c, before_spaces(c, place_of(c, lead))), CONTEXT_PAPER | CONTEXT_WRITING);
}

/* What the bearer of a name did, or they who are called by it: "French troops crossed"; "by the 27th Lancers" did it.
 */
static bool tells_of(const build_context *c, annals_text word, size_t end, bool on) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE;
    size_t start, behind;
    if (!on) return text_same_word(word, "had");
    if (in_context(c->grammar, word, verbs)) return true;
    return in_context(c->grammar, word, CONTEXT_PLURAL) && word_from(c, end, &start, &behind) &&
           in_context(c->grammar, look(c, start, behind), verbs);
}

/* "On the 9th General Sand crossed": a name, and then what its bearer did; not "on the 9th Infantry Division". */
static bool names_doer(const build_context *c) {
    enum { LONGEST_NAME = 4 /* words */ };
    size_t at, start, end = c->end;
    sign_before(c, &at);
    annals_text lead = word_before(c, at);
    bool on = text_same_word(lead, "on") || in_context(c->grammar, lead, CONTEXT_CALENDAR_WORD) ||
              part_leads(c, lead) || paper_leads(c, lead);
    if (!on && !text_same_word(lead, "by")) return false;
    for (int i = 0; i <= LONGEST_NAME && byte_at(c, end) == ' ' && word_from(c, end, &start, &end); i++) {
        annals_text word = look(c, start, end);
        if (i && in_context(c->grammar, word, CONTEXT_PARTICLE)) continue;
        if (!i && on && has_role(c->grammar, word, ROLE_EPITHET)) continue; /* "On the 9th old Sand crossed" */
        if (!text_begins_upper(word)) return i && tells_of(c, word, end, on);
        if (in_context(c->grammar, word, CONTEXT_ORGANISATION | CONTEXT_CALENDAR_WORD)) return false;
        bool title = byte_at(c, end) == '.' && in_context(c->grammar, word, CONTEXT_TITLE);
        if (!i && on && title) return true; /* "On the 9th Mr. Sand, for the owners, spoke" */
        end += title;
    }
    return false;
}

/* "on the 20th two were hanged", "on the 21st two men fled" */
static bool counts_actors_behind(const build_context *c) {
    annals_text number = word_behind(c);
    if (!counts_things(c->grammar, number)) return false;
    annals_text next = word_at(c, after_spaces(c, place_of(c, number) + number.length));
    return in_context(c->grammar, next, CONTEXT_PAST | CONTEXT_PLURAL);
}

/* "On the 9th troops landed": what has a number of its own is one. */
static bool counts_none(const build_context *c) {
    return !text_begins_upper(word_behind(c)) && counts_something(c);
}

/* "am 28. brach der Krieg aus": nouns, which a number could count, begin with a capital there. */
static bool ordinal_before_verb(const build_context *c) {
    size_t next;
    bool dotted = c->grammar->dots_ordinals && byte_at(c, c->end) == '.';
    return dotted && byte_at(c, c->end + 1) == ' ' && is_lower(sign_at(c, c->end + 2, &next));
}

/* "the 9th", and not "the 9th floor" */
static bool names_day(const build_context *c) {
    const context_set no_noun = CONTEXT_POSSESSIVE | CONTEXT_PAST | CONTEXT_MODAL | CONTEXT_FUTURE | CONTEXT_UNCOUNTED;
    annals_text behind = word_behind(c);
    bool number = behind.length && is_digit((unsigned char)*behind.data); /* "on the 9th 40 men landed" */
    return number || stands_alone(c) || in_context(c->grammar, behind, no_noun) || names_doer(c) ||
           ordinal_before_verb(c);
}

/* "the 5th of the men", of whom there are many, and not "the 5th of the month" */
bool build_nth_of_things(const build_context *c, expr *e) {
    (void)e;
    annals_text of = word_behind(c);
    if (!of.length) return false;
    annals_text whose = word_at(c, after_spaces(c, place_of(c, of) + of.length));
    if (!whose.length) return false;
    annals_text things = word_at(c, after_spaces(c, place_of(c, whose) + whose.length));
    context_set contexts = contexts_of(c->grammar, things);
    return things.length && contexts & CONTEXT_PLURAL && !(contexts & CONTEXT_NOT_PLURAL) &&
           !is_of_category(c->grammar, things, "unit") && !in_context(c->grammar, things, CONTEXT_CALENDAR_WORD);
}

/* "the 8th and 9th Lancers", and not "on the 8th and 9th troops landed" */
bool build_nth_things(const build_context *c, expr *e) {
    size_t at;
    (void)e;
    sign_before(c, &at);
    bool on = text_same_word(word_before(c, at), "on");
    annals_text behind = word_behind(c);
    if (c->opens && stands_alone(c)) return false; /* "6th and 7th. No sleep.": the head of an entry */
    return behind.length && !in_context(c->grammar, behind, CONTEXT_CALENDAR_WORD) && !names_day(c) &&
           !(on && counts_none(c)) && !verb_follows(c);
}

/* "which began on the 12th ended yesterday"; but "on the 12th mounted rifles" */
static bool told_on(const build_context *c) {
    size_t at;
    sign_before(c, &at);
    return text_same_word(word_before(c, at), "on") && verb_follows(c);
}

bool behind_occasion(const build_context *c) {
    size_t at;
    sign_before(c, &at);
    annals_text of = word_before(c, at);
    if (!in_context(c->grammar, of, CONTEXT_GENITIVE)) return false;
    return has_role(c->grammar, word_before(c, before_spaces(c, place_of(c, of))), ROLE_OCCASION);
}

/* "at the 18th" of the links, "in the 9th" of a game; but "altered in the 15th" where a century was named, and
 * "in the 8th and 9th centuries" */
bool build_nth_of_game(const build_context *c, expr *e) {
    enum { REACH = 5 /* words */ };
    size_t at = c->end, start, end;
    for (int i = 0; i < REACH && word_from(c, at, &start, &end); i++, at = end) {
        annals_text word = look(c, start, end);
        if (in_context(c->grammar, word, CONTEXT_CALENDAR_WORD)) return false;
        if (byte_in(byte_at(c, end), ".;)\n")) break;
    }
    return !century_spoken_of(c, c->arguments[0].value, e);
}

/* "the 2nd of three sons", and not "the 2nd of 1962" */
bool build_nth_of_many(const build_context *c, expr *e) {
    enum { LONGEST = 2 /* digits */ };
    (void)e;
    size_t figures = 0;
    while (is_digit((unsigned char)byte_before(c, c->end - figures))) figures++;
    return figures <= LONGEST && counts_something(c);
}

/* What ordinals count, and no day: "floor"; "Cavalry", where no day stands behind "on". */
static bool names_things(const build_context *c, annals_text word) {
    if (is_of_category(c->grammar, word, "ranked")) return true;
    annals_text lead = word_before(c, before_spaces(c, c->start));
    bool day = in_context(c->grammar, lead, CONTEXT_WEAK | CONTEXT_COUNTS_FROM) || text_same_word(lead, "on");
    return !day && is_of_category(c->grammar, word, "formation");
}

/* Of what another ordinal of the sentence tells, this one does too: "on the 12th floor, he on the 3rd", "in the 7th
 * Cavalry and then in the 21st", "Beethoven's 5th, the 9th"; or golfers and batsmen are told of. */
static bool is_nth_of_things(const build_context *c) {
    enum { REACH = 12 /* words */ };
    size_t at = before_spaces(c, c->start);
    annals_text behind = {0};
    for (int i = 0; i < REACH && byte_before(c, at) && !byte_in(byte_before(c, at), ".;:"); i++) {
        at -= byte_before(c, at) == ',';
        annals_text word = word_before(c, at = before_spaces(c, at));
        if (is_of_category(c->grammar, word, "links")) return true;
        if (in_context(c->grammar, word, CONTEXT_CALENDAR_WORD)) return false;
        size_t start = at - word.length;
        bool ordinal = word.length && is_digit((unsigned char)byte_before(c, start));
        if (ordinal) {
            while (is_digit((unsigned char)byte_before(c, start))) start--;
            annals_text owner = word_before(c, before_spaces(c, start));
            bool owned = text_same_word(owner, "s") && byte_in(byte_before(c, place_of(c, owner)), "'\x99");
            if (owned || names_things(c, behind)) return true;
        }
        behind = word;
        at = word.length ? before_spaces(c, start) : start - (start > 0);
    }
    return false;
}

/* "King Henry the 8th" */
static bool is_ruler(const build_context *c) {
    annals_text lead = word_before(c, before_spaces(c, c->start));
    if (!lead.length) return false;
    annals_text ruler = word_before(c, before_spaces(c, place_of(c, lead)));
    if (is_of_category(c->grammar, lead, "king")) return true; /* "Henry the 8th" */
    return text_begins_upper(lead) && has_role(c->grammar, ruler, ROLE_RULER);
}

/* (day, whether a letter is named by it) */
bool build_nth_day(const build_context *c, expr *e) {
    bool alone = !c->arguments[1].present && (stands_alone(c) || verb_follows(c));
    if (alone && century_spoken_of(c, c->arguments[0].value, e)) return true;
    if (is_ruler(c) || is_nth_of_things(c)) return false;
    e->day = c->arguments[0].value;
    annals_text behind = word_behind(c);
    if (!c->arguments[1].present)
        return counts_none(c) || counts_actors_behind(c) || names_day(c) || told_on(c) ||
               ((behind_occasion(c) || part_leads(c, word_before(c, before_spaces(c, c->start)))) && verb_follows(c));
    return !text_begins_upper(behind) && !in_context(c->grammar, behind, CONTEXT_CALENDAR_WORD);
}

/* "received on 4th", "yours of 10th", in letters; but "on 4th Street", "on 4th and Main" */
bool build_nth_led(const build_context *c, expr *e) {
    size_t start, end;
    annals_text behind = word_behind(c);
    e->day = c->arguments[0].value;
    e->letter_only = true;
    bool told = in_context(c->grammar, behind, CONTEXT_PAST | CONTEXT_PARTICIPLE); /* "yours of 31st received" */
    if (text_begins_upper(behind) || !(stands_alone(c) || told)) return false;
    if (!in_context(c->grammar, behind, CONTEXT_JOINER)) return true;
    if (!word_from(c, place_of(c, behind) + behind.length, &start, &end)) return false;
    annals_text other = look(c, start, end);
    if (!is_digit((unsigned char)*other.data)) return !text_begins_upper(other);
    return byte_at(c, end) != ' ' ||
           in_context(c->grammar, word_at(c, end + 1), CONTEXT_FOLLOWER); /* "2nd and 3rd tries" */
}

/* (weekday, day): "Tuesday 4th" */
bool build_weekday_nth(const build_context *c, expr *e) {
    e->weekday = c->arguments[0].value;
    e->day = c->arguments[1].value;
    return stands_alone(c);
}

/* (weekday, day in words): "Sunday the twelfth I went", and not "on Sunday the first men went" */
bool build_weekday_ordinal(const build_context *c, expr *e) {
    enum { MOST = 31 };
    e->weekday = c->arguments[0].value;
    e->day = c->arguments[1].value;
    return e->day <= MOST && (names_day(c) || in_context(c->grammar, word_behind(c), CONTEXT_SUBJECT));
}

bool ends_line(const build_context *c) {
    return byte_in(byte_at(c, c->end), "\n\r");
}

/* "10th. Cold", "Thursday 7. Got up" open an entry. */
bool build_log_day(const build_context *c, expr *e) {
    e->day = c->arguments[0].value;
    if (c->arguments[1].present) e->weekday = c->arguments[1].value;
    if (c->opens & OPENS_DAY) return true;
    return c->opens && (stands_alone(c) || ends_line(c)); /* and not "Monday, 6 June" */
}

/* (day, a later one): "6th and 7th", at the head of an entry */
bool build_log_days(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (a[1].value <= a[0].value || !c->opens || !(stands_alone(c) || ends_line(c))) return false;
    part_range(c, e, &a[0], &a[1]);
    e->day = a[0].value;
    e->last_day = a[1].value;
    return true;
}

/* "3" alone in the column of days */
bool build_cell_day(const build_context *c, expr *e) {
    e->day = c->arguments[0].value;
    return c->opens & OPENS_DAY;
}

static expr day_of_month(int32_t day, int32_t month) {
    expr e = blank(EXPR_POINT);
    e.day = day;
    e.month = month;
    e.impossible = !day_possible(&e);
    return e;
}

/* In a leap year or another, where the year is not said. */
static bool ends_month(int32_t day, int32_t month, const build_argument *year) {
    bool known = said(year) && year->digits != 2;
    return day == civil_month_length(known ? year->value : 2000, month) ||
           (!known && day == civil_month_length(2001, month));
}

/* (year, month, first day, last day) of a month's last day and the first of the next: "30/1 May" is of April and May;
 * "30/1 June", where May has one day more, can only be of June and July. */
static bool days_over_end(const build_context *c, expr *e) {
    const build_argument *year = &c->arguments[0], *first = &c->arguments[2], *last = &c->arguments[3];
    int32_t month = c->arguments[1].value, before = month == 1 ? 12 : month - 1, after = month % 12 + 1;
    bool of_last = ends_month(first->value, before, year), of_first = ends_month(first->value, month, year);
    if (last->value != 1 || !(of_last || of_first)) return false;
    expr from = day_of_month(first->value, of_last ? before : month), to = day_of_month(1, of_last ? month : after);
    set_year(of_last ? &to : &from, year);
    from.uncertain = to.uncertain = !of_last;
    part_range(c, e, first, last);
    return set_ends(c, e, from, to);
}

/* (year, month, first day, last day) or (year, first month, 0, 0, last month) */
bool build_day_range(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (is_moved(c)) return false;
    if (!a[4].present && a[3].value <= a[2].value) return days_over_end(c, e);
    set_year(e, &a[0]);
    e->month = a[1].value;
    part_range(c, e, &a[a[4].present ? 1 : 2], &a[a[4].present ? 4 : 3]);
    if (a[4].present) {
        if (a[4].value <= a[1].value) return false;
        e->last_day = a[4].value; /* a month: day stays unset */
        return true;
    }
    e->day = a[2].value;
    e->last_day = a[3].value;
    expr last = *e;
    last.day = last.last_day;
    e->impossible = !day_possible(e) || !day_possible(&last);
    return true;
}

/* (year of two digits, limit): "since '59" */
bool build_short_year_limited(const build_context *c, expr *e) {
    set_year(e, &c->arguments[0]);
    e->limit = (expr_limit)c->arguments[1].value;
    return stands_alone(c);
}

/* (first day, its month, last day, its month, year, the next year where each day has its own): "30 October-2 November
 * 1962", "31 December/1 January 1904/05" */
bool build_days_across(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t digits = a[5].digits == 1 ? 10 : a[5].digits == 2 ? 100 : 10000;
    if (a[1].value == a[3].value) return false;
    expr from = day_of_month(a[0].value, a[1].value), to = day_of_month(a[2].value, a[3].value);
    set_year(&to, &a[4]);
    if (a[5].present) {
        if (a[3].value > a[1].value || a[5].value % digits != (to.year + 1) % digits) return false;
        from.year = to.year++;
    }
    part_range(c, e, &a[a[0].end > a[1].end ? 0 : 1], &a[a[2].start < a[3].start ? 2 : 3]);
    return set_ends(c, e, from, to);
}

/* (first day, its month, last day, its month, its year, the first's): "31.XII.1999-1.I.2000" */
bool build_days_of_years(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr from = day_of_month(a[0].value, a[1].value), to = day_of_month(a[2].value, a[3].value);
    set_year(&from, &a[5]);
    set_year(&to, &a[4]);
    part_range(c, e, &a[5], &a[2]);
    return set_ends(c, e, from, to);
}

/* (weekday, day, weekday, day, month, year): "Friday, 5 through Tuesday, 9 May 1916" */
bool build_weekday_days(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr from = day_of_month(a[1].value, a[4].value), to = day_of_month(a[3].value, a[4].value);
    from.weekday = a[0].value;
    to.weekday = a[2].value;
    set_year(&from, &a[5]);
    set_year(&to, &a[5]);
    part_range(c, e, &a[1], &a[2]);
    return a[1].value < a[3].value && set_ends(c, e, from, to);
}

/* "24 and 25 March" is one time, "6 and 8 March" is two. */
bool build_two_days(const build_context *c, expr *e) {
    return c->arguments[3].value == c->arguments[2].value + 1 && build_day_range(c, e);
}

/* "on the 9th and 10th", of a month that is known */
bool build_two_nth_days(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (a[1].value != a[0].value + 1 || !stands_alone(c)) return false;
    part_range(c, e, &a[0], &a[1]);
    e->day = a[0].value;
    e->last_day = a[1].value;
    return true;
}

/* "sent to 1800 miners": a plural behind the number is what it counts. */
bool counts_something(const build_context *c) {
    annals_text word = word_behind(c);
    size_t next;
    if (word.length < 3) return false;
    context_set contexts = contexts_of(c->grammar, word), plural = CONTEXT_PLURAL;
    if (!is_lower(text_decode(word, 0, &next))) plural = CONTEXT_CAPITAL_PLURAL;
    return contexts & plural && !(contexts & CONTEXT_NOT_PLURAL);
}

/* (season, year, second year of a winter) */
bool build_season(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->season = a[0].value;
    set_year(e, &a[1]);
    int digits = a[2].end - a[2].start == 1 ? 10 : 100;
    return !a[2].present || a[2].value % digits == (a[1].value + 1) % digits;
}

/* (month, year): "the Mays of 1911 and 1912" */
bool build_month_of_several(const build_context *c, expr *e) {
    e->month = c->arguments[0].value;
    set_year(e, &c->arguments[1]);
    annals_text joiner = word_behind(c);
    if (byte_at(c, c->end) == ',') return true;
    size_t next = in_context(c->grammar, joiner, CONTEXT_JOINER) ? place_of(c, joiner) + joiner.length : c->end;
    return next > c->end && is_digit((unsigned char)byte_at(c, after_spaces(c, next)));
}

/* (season, the next, year): "Spring/Summer 1961"; that winter which goes before a spring begins in the year before. */
bool build_season_pair(const build_context *c, expr *e) {
    e->season = c->arguments[0].value;
    set_year(e, &c->arguments[2]);
    return c->arguments[0].value < c->arguments[1].value;
}

/* (season, two digits of a year, of the next): "im Sommer 38", not "im Sommer 38 Grad" */
bool build_season_short(const build_context *c, expr *e) {
    return build_season(c, e) && (stands_alone(c) || verb_follows(c));
}

/* (season, year of three digits): "the spring of 263", not "the fall of 300 men" */
bool build_old_season(const build_context *c, expr *e) {
    return build_season(c, e) && stands_alone(c);
}

/* "spring" alone is the season after a determiner or a preposition and not before what springs: "a spring of water". */
bool build_season_alone(const build_context *c, expr *e) {
    enum { SPRING = 1 };
    size_t at;
    e->season = c->arguments[0].value;
    annals_text words = own_words(c), behind = word_behind(c);
    if (memchr(words.data, ' ', words.length) && in_context(c->grammar, behind, CONTEXT_SEASON_NOUN)) return false;
    bool determined = memchr(words.data, ' ', words.length) != NULL;
    sign_before(c, &at);
    annals_text before = word_before(c, at);
    bool cue = in_context(c->grammar, before, CONTEXT_SEASON_CUE), bare = !determined && text_begins_upper(words);
    bool number = behind.length && is_digit((unsigned char)behind.data[0]);
    bool counts = cue && number &&
                  in_context(c->grammar, word_at(c, after_spaces(c, place_of(c, behind) + behind.length)),
                             CONTEXT_PLURAL); /* "By autumn 40 miles" */
    bool named = in_context(c->grammar, behind, CONTEXT_NAME_HEAD) || (number && !counts) ||
                 (bare && text_begins_upper(behind)) ||       /* "Autumn Leaves" */
                 (bare && text_begins_upper(before) && !cue); /* "Ann Summers" */
    bool water = e->season == SPRING && !determined && !cue;
    bool place = e->season == SPRING && determined && in_context(c->grammar, before, CONTEXT_PLACE_CUE);
    water |= e->season == SPRING && has_role(c->grammar, behind, ROLE_SITED); /* "the spring below the house" */
    e->loose = named || water || place;
    bool recalled = determined && in_context(c->grammar, before, CONTEXT_REPORT);
    e->generic = recalled && in_context(c->grammar, behind, CONTEXT_SUBJECT); /* "remember the summer we went there?" */
    return true;
}

/* "winter quarters": of no one winter */
bool build_season_of_any(const build_context *c, expr *e) {
    e->season = c->arguments[0].value;
    e->story_only = e->generic = true;
    return true;
}

/* (weekday, direction, weeks beyond, part of day): "Friday week" */
bool build_weekday(const build_context *c, expr *e) {
    e->weekday = c->arguments[0].value;
    e->base = BASE_STORY;
    e->unit = UNIT_WEEK;
    bool counted = c->arguments[2].present && c->arguments[0].start > c->start; /* "a week from Friday" */
    if (counted && is_span(c)) return false;
    if (c->arguments[1].present) {
        e->count = c->arguments[1].value;
        e->direction = e->count ? e->count : 2; /* 2: this week's */
        e->count = value_or(&c->arguments[2], 0);
        if (!c->arguments[1].value && e->count) e->direction = 0; /* "Friday sennight", behind or ahead */
    }
    e->part = (annals_day_part)value_or(&c->arguments[3], ANNALS_DAY_PART_NONE);
    return true;
}

/* "Tue–Fri" */
bool build_weekday_range(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr from = blank(EXPR_POINT);
    from.base = BASE_STORY;
    from.unit = UNIT_WEEK;
    expr to = from;
    from.weekday = a[0].value;
    to.weekday = a[1].value;
    part_range(c, e, &a[0], &a[1]);
    return a[0].value != a[1].value && set_ends(c, e, from, to);
}

/* "the Sunday trading laws", "Sunday opening hours" */
static bool is_standing(const build_context *c) {
    annals_text word = word_behind(c);
    if (has_role(c->grammar, word, ROLE_STANDING)) return true;
    if (!has_role(c->grammar, word, ROLE_SET_HOURS)) return false;
    word = word_at(c, after_spaces(c, place_of(c, word) + word.length));
    return has_role(c->grammar, word, ROLES_OF(ROLE_HOURS, ROLE_STATUTE));
}

/* `"Tuesday Umbrella" was sung`: the first of the names between two quotation marks, with none of a sentence's signs.
 */
static bool opens_title(const build_context *c) {
    enum { LONGEST = 48 /* bytes */, SMALL = 4 };
    size_t start, end = c->end, next, words = 0;
    size_t at;
    uint32_t mark = byte_before(c, c->start) == ' ' ? 0 : sign_before(c, &at), sign;
    if (mark != '"' && mark != 0x201C) return false;
    while (end < c->end + LONGEST && (sign = sign_at(c, end, &next)) != 0) {
        if (sign == '"' || sign == 0x201D) return words > 0;
        if (sign < 0x80 && byte_in((char)sign, ".,;:!?")) return false;
        if (!is_letter(sign)) {
            end = next;
            continue;
        }
        if (!word_from(c, end, &start, &end)) return false;
        annals_text word = look(c, start, end);
        if (!text_begins_upper(word) && word.length > SMALL) return false;
        words += text_begins_upper(word);
    }
    return false;
}

/* A weekday alone, and none of a name or rule. */
bool build_weekday_bare(const build_context *c, expr *e) {
    return !is_standing(c) && !opens_title(c) && build_weekday(c, e);
}

static bool names_weekday(const build_context *c, annals_text word) {
    bool day = is_of_category(c->grammar, word, "weekday-short") || is_of_category(c->grammar, word, "weekday");
    return day && text_begins_upper(word);
}

/* "matinee Sat, 2.30pm", "open Sat and Sun": a clock or another day stands beside the short word. */
static bool stands_beside_time(const build_context *c) {
    enum { LONGEST = 5 /* "10.30" */ };
    size_t at = c->end + (byte_at(c, c->end) == '.'), end;
    bool comma = byte_at(c, at) == ',';
    at = after_spaces(c, at + comma);
    for (end = at; end < at + LONGEST && byte_in(byte_at(c, end), "0123456789.:"); end++) continue;
    if (end > at)
        return is_digit((unsigned char)byte_at(c, at)) &&
               in_context(c->grammar, word_at(c, after_spaces(c, end)), CONTEXT_CLOCK_WORD);
    annals_text word = word_at(c, at);
    if (!comma && in_context(c->grammar, word, CONTEXT_JOINER) && names_weekday(c, word_at(c, at + word.length + 1)))
        return true;
    at = before_spaces(c, c->start);
    word = word_before(c, at);
    return in_context(c->grammar, word, CONTEXT_JOINER) &&
           names_weekday(c, word_before(c, before_spaces(c, at - word.length)));
}

/* "Thurs. Paraded at noon" opens an entry. */
bool build_log_weekday(const build_context *c, expr *e) {
    size_t end = c->end + (byte_at(c, c->end) == '.');
    if (!build_weekday(c, e)) return false;
    bool opens = c->opens && (byte_in(byte_at(c, end), "\n\r") || text_begins_upper(word_at(c, after_spaces(c, end))));
    return opens || stands_beside_time(c);
}

/* (weekday): "he was born on a Friday", one of many */
bool build_some_weekday(const build_context *c, expr *e) {
    e->weekday = c->arguments[0].value;
    e->unit = UNIT_WEEK;
    e->generic = true;
    return true;
}

/* (third, weekday): "late Thursday", "late yesterday" */
bool build_third_weekday(const build_context *c, expr *e) {
    const expr *d = c->arguments[1].node;
    if (!is_point(d)) return false;
    bool day = d->weekday != UNSET || (d->base == BASE_NOW && d->unit == UNIT_DAY);
    bool dom =
        d->day != UNSET && d->month == UNSET && !d->base && d->last_day == UNSET && !d->limit; /* "early on the 18th" */
    bool led = before_spaces(c, c->arguments[1].start) > c->arguments[0].end;
    if (!(dom ? led : day && d->day == UNSET) || has_clock(d) || d->third) return false;
    *e = *d;
    e->third = c->arguments[0].value;
    return true;
}

bool build_weekday_date(const build_context *c, expr *e) {
    const expr *d = c->arguments[1].node;
    if (!is_point(d) || d->day == UNSET || d->weekday != UNSET || d->last_day != UNSET) return false;
    *e = *d;
    e->weekday = c->arguments[0].value;
    return true;
}

/* "27 October (Saturday)", but not "27 October (Saturday's crew came)" */
bool build_weekday_in_brackets(const build_context *c, expr *e) {
    return byte_at(c, c->end) == ')' && build_weekday_date(c, e);
}

/* "27 October, Saturday. They came": the weekday ends a line or a sentence; "on 27 October, Saturday's crew came" */
bool build_date_weekday(const build_context *c, expr *e) {
    return byte_in(byte_at(c, c->end), ".:;)\n\r") && build_weekday_date(c, e);
}

/* (weekday as it is told, day): "next Tuesday, the 14th" */
bool build_weekday_told(const build_context *c, expr *e) {
    const expr *w = c->arguments[0].node, *d = c->arguments[1].node;
    if (!is_point(w) || !is_point(d) || w->weekday == UNSET || w->day != UNSET || has_clock(w) || w->part) return false;
    if (d->day == UNSET || d->weekday != UNSET || d->last_day != UNSET || d->base) return false;
    *e = *d;
    e->weekday = w->weekday;
    return true;
}

/* (year, month, day, whether the day begins the week or ends it) */
bool build_week_of_day(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t side = value_or(&a[3], 0);
    e->whole_week = true;
    e->week_from = side > 0;
    e->week_to = side < 0;
    if (a[1].value) return build_ymd(c, e);
    e->day = a[2].value; /* "the week of the 29th" */
    return true;
}

/* (nth, month, year) */
bool build_week_of_month(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (a[0].value < 1 || a[0].value > 5) return false;
    e->week_of_month = a[0].value;
    e->month = a[1].value;
    set_year(e, &a[2]);
    return true;
}

/* "the last ten days of October", a third of it */
bool build_third_days(const build_context *c, expr *e) {
    return text_find(own_words(c), "10", 0) != SIZE_MAX || text_find(own_words(c), "ten", 0) != SIZE_MAX
               ? build_third_year(c, e)
               : false;
}

/* (third, year, whether it is a decade, month) */
bool build_third_year(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->third = a[0].value;
    if (a[3].present) e->month = a[3].value;
    if (!a[2].present || !a[2].value) set_year(e, &a[1]);
    else if (a[1].value % 10) return false;
    else if (a[1].value % 100) e->decade = a[1].value / 10;
    else e->century = a[1].value / 100 + 1; /* "the late 1500s" */
    return true;
}
