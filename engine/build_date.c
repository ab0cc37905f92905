/* build_date.c: days, months, years, weeks, and their lists and ranges. */
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
    bool clock = byte_at(c, c->end) == ' ' && is_digit((unsigned char)byte_at(c, c->end + 1)); /* "27 Oct 62 0915Z" */
    return c->arguments[0].value > 31 && (clock || stands_alone(c)) && build_ymd(c, e);
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
    bool on = text_same_word(lead, "on") || in_context(c->grammar, lead, CONTEXT_CALENDAR_WORD) || part_leads(c, lead);
    if (!on && !text_same_word(lead, "by")) return false;
    for (int i = 0; i <= LONGEST_NAME && byte_at(c, end) == ' ' && word_from(c, end, &start, &end); i++) {
        annals_text word = look(c, start, end);
        if (i && in_context(c->grammar, word, CONTEXT_PARTICLE)) continue;
        if (!text_begins_upper(word)) return i && tells_of(c, word, end, on);
        if (in_context(c->grammar, word, CONTEXT_ORGANISATION | CONTEXT_CALENDAR_WORD)) return false;
        end += byte_at(c, end) == '.' && in_context(c->grammar, word, CONTEXT_TITLE);
    }
    return false;
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

/* "the 8th and 9th Lancers", and not "on the 8th and 9th troops landed" */
bool build_nth_things(const build_context *c, expr *e) {
    size_t at;
    (void)e;
    sign_before(c, &at);
    bool on = text_same_word(word_before(c, at), "on");
    annals_text behind = word_behind(c);
    return behind.length && !in_context(c->grammar, behind, CONTEXT_CALENDAR_WORD) && !names_day(c) &&
           !(on && counts_none(c)) && !verb_follows(c);
}

/* (day, whether a letter is named by it) */
bool build_nth_day(const build_context *c, expr *e) {
    e->day = c->arguments[0].value;
    annals_text behind = word_behind(c);
    if (!c->arguments[1].present) return counts_none(c) || names_day(c);
    return !text_begins_upper(behind) && !in_context(c->grammar, behind, CONTEXT_CALENDAR_WORD);
}

/* (weekday, day): "Tuesday 4th" */
bool build_weekday_nth(const build_context *c, expr *e) {
    e->weekday = c->arguments[0].value;
    e->day = c->arguments[1].value;
    return stands_alone(c);
}

static bool ends_line(const build_context *c) {
    return byte_in(byte_at(c, c->end), "\n\r");
}

/* "10th. Cold", "Thursday 7. Got up" open an entry. */
bool build_log_day(const build_context *c, expr *e) {
    e->day = c->arguments[0].value;
    if (c->arguments[1].present) e->weekday = c->arguments[1].value;
    return c->opens && (stands_alone(c) || ends_line(c)); /* and not "Monday, 6 June" */
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

/* "half of 1913 levels": a count of so many would be round, or have a comma. */
bool year_of_many(const build_context *c) {
    enum { ROUND = 50, FIRST = 1500, LAST = 2040 };
    int32_t year = c->arguments[0].value;
    return year % ROUND && year >= FIRST && year <= LAST;
}

/* "since the start of the year 300 have drowned", "at the end of the year 1200 workers left": who acts is so many,
 * where what a part of the year is of stands behind a preposition. */
bool counts_actors(const build_context *c, size_t at) {
    enum { WORDS = 4 /* "by the very end of" */ };
    annals_text word = word_before(c, at);
    if (!in_context(c->grammar, word, CONTEXT_GENITIVE) || year_of_many(c)) return false;
    if (!counts_something(c) && !verb_follows(c)) return false;
    for (int i = 0; i < WORDS && word.length; i++) {
        at = before_spaces(c, at - word.length);
        word = word_before(c, at);
        context_set contexts = contexts_of(c->grammar, word);
        if (contexts & (CONTEXT_SURE | CONTEXT_WEAK | CONTEXT_PLACE_LEAD) && !(contexts & CONTEXT_DETERMINER))
            return true;
    }
    return false;
}

/* Does who acts in what is told stand at `at`, or behind a comma there: "the", "they", a name? */
static bool subject_at(const build_context *c, size_t at) {
    const context_set subjects = CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_SPECIFIER | CONTEXT_SUBJECT;
    annals_text word = word_at(c, after_spaces(c, at + (byte_at(c, at) == ',')));
    return !word.length || text_begins_upper(word) || in_context(c->grammar, word, subjects);
}

static bool of_our_era(const build_argument *year) {
    enum { FIRST = 1000, LAST = 2100 };
    return year->digits == 4 && year->value >= FIRST && year->value <= LAST;
}

/* "In 1918 men died", "From 1939 to 1945 men slept", and not "In 1500 cases the judge": who acts stands right behind
 * the year.  Amid a sentence the verb must follow: "he held that in 1918 men died". */
static bool year_of_doer(const build_context *c) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_HAD;
    const build_argument *year = &c->arguments[0];
    size_t at;
    if (!of_our_era(year)) return false;
    sign_before(c, &at);
    annals_text lead = word_before(c, at);
    bool opens = text_begins_upper(lead);
    bool range = c->arguments[1].present && year_of_many(c) && year[1].value > year->value;
    bool by = opens && text_same_word(lead, "by"); /* "By 1914 women made up half" */
    bool in = text_same_word(lead, "in") || in_context(c->grammar, lead, CONTEXT_COUNTS_FROM);
    if (c->arguments[1].present ? !range : !by && !(in && behind_sure_word(c))) return false;
    if (opens) return !subject_at(c, c->end);
    return in_context(c->grammar, word_behind(c), verbs);
}

/* "1953", or the "33" of "1932-33" */
static bool may_be_year(const build_context *c) {
    const build_argument *year = &c->arguments[0];
    size_t at;
    if (year->digits != 2) return of_our_era(year);
    return is_dash(sign_before(c, &at)) && is_digit((unsigned char)byte_before(c, c->start - 1));
}

/* "The flood of 1953 killed a hundred", and not "a loss of 1953 killed": whom it killed stands behind. */
static bool year_of_deed(const build_context *c) {
    const context_set whom = CONTEXT_AMOUNT | CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_SPECIFIER;
    const context_set others = CONTEXT_FOLLOWER | CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_PAST | CONTEXT_PRESENT;
    size_t at;
    if (!may_be_year(c)) return false;
    bool led =
        is_letter(sign_before(c, &at)) && in_context(c->grammar, word_before(c, at), CONTEXT_SURE | CONTEXT_WEAK);
    if (!led && c->arguments[0].digits == 4) return false;
    annals_text deed = word_before(c, c->end), behind = word_behind(c);
    if (!in_context(c->grammar, deed, CONTEXT_PARTICIPLE)) return false;
    if (!behind.length) return byte_at(c, c->end) == ' ' && is_digit((unsigned char)byte_at(c, c->end + 1));
    context_set contexts = contexts_of(c->grammar, behind);
    return contexts & whom || !(contexts & others);
}

/* (number): what is counted stands behind it. */
bool build_counted(const build_context *c, expr *e) {
    (void)e;
    annals_text unit = word_before(c, c->end - (byte_before(c, c->end) == '.'));
    if (unit.length == 1 && text_begins_upper(unit)) return false; /* "in 1805 M. Dupont" */
    return !year_of_doer(c) && !year_of_deed(c);
}

/* (number): "between 1600 and 1700 sacks" */
bool build_round_amount(const build_context *c, expr *e) {
    (void)e;
    return !year_of_many(c) && counts_something(c);
}

/* "a failed", "its bloody": a word that tells of what quality something is, and not how much, behind one that tells
 * whose. */
static bool owned_quality(const build_context *c, annals_text word, size_t at) {
    size_t next;
    const context_set no_noun = CONTEXT_AMOUNT | CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL;
    if (contexts_of(c->grammar, word_behind(c)) & no_noun || word.length < 4 || !is_lower(text_decode(word, 0, &next)))
        return false;
    at = before_spaces(c, at - word.length);
    bool amount = contexts_of(c->grammar, word) & (CONTEXT_AMOUNT | CONTEXT_WEAK | CONTEXT_FOLLOWER);
    return !amount && in_context(c->grammar, word_before(c, at), CONTEXT_OWNER);
}

/* "a 1908 interview", "its 2006 highs", "the failed 1905 revolution" */
static bool year_of_event(const build_context *c) {
    size_t at, next;
    annals_text behind = word_behind(c);
    if (!is_letter(sign_before(c, &at))) return false;
    annals_text before = word_before(c, at);
    bool owned = in_context(c->grammar, before, CONTEXT_OWNER), many = year_of_many(c);
    bool noun = behind.length > 3 && is_lower(text_decode(behind, 0, &next));
    if (!noun || (counts_something(c) && !many)) return false;
    return owned || (many && !counts_something(c) && owned_quality(c, before, at));
}

/* "1500 copies and 1936 maps": what stands before the "and" is no number. */
static bool joins_words(const build_context *c) {
    size_t at = before_spaces(c, c->start);
    annals_text word = word_before(c, at);
    return in_context(c->grammar, word, CONTEXT_JOINER) &&
           !is_digit((unsigned char)byte_before(c, before_spaces(c, at - word.length)));
}

/* "In 1200 parishes no priest was left", "in 1200 parishes, they say" */
static bool counts_places(const build_context *c) {
    annals_text noun = word_behind(c);
    return counts_something(c) && !year_of_many(c) && subject_at(c, place_of(c, noun) + noun.length);
}

/* "at the end of the year 1200 weavers": two words stand between "of" and the number. */
static bool counts_behind_part(const build_context *c) {
    size_t at = before_spaces(c, c->start);
    for (int words = 0; words < 2; words++) at = before_spaces(c, at - word_before(c, at).length);
    return counts_actors(c, at);
}

/* "to 1600 Burnt Mill Road" */
static bool numbers_house(const build_context *c) {
    enum { LONGEST = 3 /* words */ };
    size_t start, end = c->end;
    for (int i = 0; i <= LONGEST && byte_at(c, end) == ' ' && word_from(c, end, &start, &end); i++) {
        annals_text word = look(c, start, end);
        if (!text_begins_upper(word)) return false;
        if (i && in_context(c->grammar, word, CONTEXT_NAME_HEAD)) return true;
    }
    return false;
}

/* "2 Q.B. 177", "A.C. 562": a number or none, letters that stand for a name, and the number of a page */
static bool report_at(const build_context *c, size_t at) {
    enum { LONGEST = 16 };
    size_t next, letters = 0, capitals = 0;
    for (int i = 0; i < 4 && is_digit((unsigned char)byte_at(c, at)); i++) at++;
    if (byte_at(c, at) == ' ') at++;
    for (; letters < LONGEST && !is_digit((unsigned char)byte_at(c, at)); letters++, at++) {
        uint32_t sign = sign_at(c, at, &next);
        if (!is_letter(sign) && sign != '.' && sign != ' ') return false;
        capitals += is_upper(sign) || sign == '.';
    }
    return capitals > 1 && letters < LONGEST && byte_before(c, at) == ' ';
}

/* "[1954] 2 Q.B. 177": the year of a volume of law reports */
bool build_cited_case(const build_context *c, expr *e) {
    (void)e;
    return byte_before(c, c->start) == '[' && byte_at(c, c->end) == ']' && byte_at(c, c->end + 1) == ' ' &&
           report_at(c, c->end + 2);
}

/* "the actress Tuesday Weld": a name goes on behind it. */
bool build_before_name(const build_context *c, expr *e) {
    (void)e;
    return text_begins_upper(word_behind(c));
}

/* "18 Sep. Bridge reached": the sign of what is left out ends no name. */
bool build_named_thing(const build_context *c, expr *e) {
    (void)e;
    annals_text words = own_words(c);
    return text_find(words, ". ", 0) == SIZE_MAX;
}

/* "Group 1800", and not "O Group 1800 hrs": (number) */
bool build_reference(const build_context *c, expr *e) {
    (void)e;
    return !in_context(c->grammar, word_behind(c), CONTEXT_CLOCK_WORD);
}

/* "(* 1901, † 1977)"; a star alone has many meanings. */
static bool behind_life_sign(const build_context *c, uint32_t sign, size_t at) {
    bool star = sign == '*' && byte_in(byte_before(c, before_spaces(c, at - 1)), "(,;");
    return (star || sign == 0x2020) && !counts_something(c);
}

/* "Cork to Hull. 1871.", "Boston, Mass. 1871.": behind a place and between full stops. */
static bool year_of_place(const build_context *c) {
    size_t at, next;
    if (byte_at(c, c->end) != '.' || !year_of_many(c) || sign_before(c, &at) != '.' || !at) return false;
    annals_text place = word_before(c, at - 1);
    if (!text_begins_upper(place) || place.length < 2 || !is_lower(text_decode(place, place.length - 1, &next)))
        return false;
    at = before_spaces(c, at - 1 - place.length);
    annals_text lead = word_before(c, at);
    return byte_before(c, at) == ',' || in_context(c->grammar, lead, CONTEXT_PLACE_LEAD | CONTEXT_WEAK);
}

/* Four digits are a year after a word that leads to one, at the start of a sentence, or after a comma or bracket; after
 * a word that leads to many things, only when nothing follows that they could count. */
static bool year_expected(const build_context *c) {
    size_t at;
    uint32_t sign = sign_before(c, &at);
    if ((behind_sure_word(c) && !counts_places(c) && !counts_behind_part(c)) || year_of_event(c) ||
        in_context(c->grammar, word_before(c, at), CONTEXT_WORK))
        return true;
    size_t next;
    uint32_t following = sign_at(c, c->end, &next);
    annals_text behind = word_behind(c), before = word_before(c, sign == '.' && at ? at - 1 : at);
    /* "They had not forgotten 1931, when": nothing stands behind it that it could count. */
    bool counts = !is_letter(sign) || text_begins_upper(before) || text_same_word(before, "at") ||
                  in_context(c->grammar, before, CONTEXT_RECKONED);
    if (!counts && (following == ',' || following == ';') && year_of_many(c)) return true;
    /* "(1430 EST)", "Fig. 1900", "2000 Convoy reformed" */
    if ((sign == '(' || sign == '[') && is_space(following)) return false;
    if (year_of_place(c)) return true;
    if (is_dash(sign) && is_upper((unsigned char)byte_before(c, c->start - 1))) return false; /* "CH-1211" */
    bool letter = before.length == 1 && !in_context(c->grammar, before, CONTEXT_SURE);        /* "p.m. 1020" */
    if (sign == '.' && (letter || (before.length < 5 && text_begins_upper(before)))) return false;
    if ((!sign || sign == '.') && text_begins_upper(behind)) return false;
    if (behind_life_sign(c, sign, at)) return true;
    bool opens = !sign || sign == '(' || sign == '[' || sign == ',' || sign == ';' || sign == '.' || is_dash(sign);
    bool house = (!opens || sign == ',') && numbers_house(c);
    if (house || (!opens && !in_context(c->grammar, before, CONTEXT_WEAK))) return false;
    if (joins_words(c)) return year_of_many(c) && !counts_something(c);
    return !counts_something(c) || year_of_many(c);
}

/* Behind "and" a month needs another that is one for sure: "in May and June", not "he met May and June". */
static bool joins_nothing(const build_context *c) {
    size_t at = before_spaces(c, c->start);
    if (!in_context(c->grammar, word_before(c, at), CONTEXT_JOINER)) return false;
    at = before_spaces(c, at - word_before(c, at).length);
    if (is_digit((unsigned char)byte_before(c, at))) return false;
    annals_text other = word_before(c, at);
    if (!in_context(c->grammar, other, CONTEXT_CALENDAR_WORD)) return true;
    at = before_spaces(c, at - other.length);
    return !(contexts_of(c->grammar, word_before(c, at)) & (CONTEXT_SURE | CONTEXT_WEAK));
}

/* "sold to May Summers": a person, where the word before leads to persons too. */
bool build_month_alone(const build_context *c, expr *e) {
    e->month = c->arguments[0].value;
    annals_text word = word_behind(c);
    return (!text_begins_upper(word) || behind_sure_word(c)) && !joins_nothing(c);
}

/* "its March operation": before the small word for what happened, and not "the March on Rome". */
bool build_month_of_event(const build_context *c, expr *e) {
    const context_set others = CONTEXT_FOLLOWER | CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_PAST | CONTEXT_PRESENT |
                               CONTEXT_NAME_HEAD; /* "the May sisters" */
    annals_text word = word_behind(c);
    size_t next;
    e->month = c->arguments[0].value;
    return word.length > 3 && is_lower(text_decode(word, 0, &next)) && !(contexts_of(c->grammar, word) & others);
}

/* "the costly August battles"; "March   Wages are cut" opens an entry. */
bool build_month_by_itself(const build_context *c, expr *e) {
    size_t at;
    e->month = c->arguments[0].value;
    if (c->opens & OPENS_ENTRY) return true;
    e->story_only = true;
    return is_letter(sign_before(c, &at)) && owned_quality(c, word_before(c, at), at) && build_month_of_event(c, e);
}

/* The four digits behind a word that leads to many things ("to"); an absent text when there are none. */
static annals_text year_behind(const build_context *c) {
    annals_text word = word_behind(c);
    if (in_context(c->grammar, word, CONTEXT_JOINER) || !in_context(c->grammar, word, CONTEXT_WEAK))
        return (annals_text){0};
    size_t space = place_of(c, word) + word.length, end = space + 1;
    while (is_digit((unsigned char)byte_at(c, end))) end++;
    bool year = byte_at(c, space) == ' ' && end == space + 5;
    return year ? look(c, end - 4, end) : (annals_text){0};
}

/* "The vote was 1204 to 1187", "it fell from 1980 to 1940": no years run backwards. */
static bool runs_backwards(const build_context *c) {
    const char *own = own_words(c).data;
    annals_text next = year_behind(c);
    if (next.length && memcmp(own, next.data, 4) > 0) return true;
    size_t at = before_spaces(c, c->start);
    annals_text word = word_before(c, at);
    size_t end = before_spaces(c, at - word.length), start = end;
    while (is_digit((unsigned char)byte_before(c, start))) start--;
    bool digits = word.length && end == start + 4 && in_context(c->grammar, word, CONTEXT_WEAK);
    return digits && memcmp(look(c, start, end).data, own, 4) > 0 && !in_context(c->grammar, word, CONTEXT_JOINER);
}

/* A line of its own: "1635" heads what stands under it.  Without a blank line above a round number may be a sum. */
static bool heads_lines(const build_context *c) {
    size_t at = c->start;
    int breaks = 0;
    while (breaks < 2 && is_space_byte(byte_before(c, at))) breaks += byte_before(c, at--) == '\n';
    bool parted = breaks == 2 || !byte_before(c, at) || (breaks == 1 && year_of_many(c));
    return parted && ends_line(c);
}

/* "1911 | Mill built": the first cell of a row */
static bool opens_row(const build_context *c) {
    char before = byte_before(c, c->start);
    size_t at = c->end;
    while (byte_at(c, at) == ' ') at++;
    return (!before || before == '\n') && (byte_at(c, at) == '|' || byte_at(c, at) == '\t');
}

/* (year, side): "It was 1936 before they met again", "it is older than 1340": nothing stands behind that it counts. */
bool build_year_it_was(const build_context *c, expr *e) {
    int32_t side = value_or(&c->arguments[1], 0);
    set_year(e, &c->arguments[0]);
    if (side) e->limit = side < 0 ? LIMIT_BEFORE : LIMIT_AFTER;
    return stands_alone(c);
}

/* (year, whether the language needs no word that leads to it): "Er kam 1962 zurück" */
bool build_bare_year(const build_context *c, expr *e) {
    set_year(e, &c->arguments[0]);
    if (heads_lines(c) || opens_row(c)) return true;
    if (runs_backwards(c)) return false;
    if (c->opens & OPENS_ENTRY) return true;
    return c->arguments[1].present ? !counts_something(c) : year_expected(c);
}

static bool behind_weak_word(const build_context *c) {
    size_t at;
    return is_letter(sign_before(c, &at)) && in_context(c->grammar, word_before(c, at), CONTEXT_WEAK);
}

/* "the '48 rising", "a '29 crash" */
bool build_apostrophe_of_event(const build_context *c, expr *e) {
    size_t next;
    annals_text behind = word_behind(c);
    set_year(e, &c->arguments[0]);
    return behind.length > 3 && is_lower(text_decode(behind, 0, &next)) &&
           !in_context(c->grammar, behind, CONTEXT_FOLLOWER | CONTEXT_WEAK | CONTEXT_SURE);
}

/* Ranges of years need no expressions of their own: the first and the last year say all. */
/* "The war lasted from 1939 to 1914": a slip in a range, and no price that fell. */
static bool behind_lasting(const build_context *c) {
    annals_text from = word_before(c, before_spaces(c, c->start));
    if (!from.length) return false;
    return in_context(c->grammar, word_before(c, before_spaces(c, place_of(c, from))), CONTEXT_LASTS);
}

/* Where up to four digits before `at` begin. */
static size_t before_digits(const build_context *c, size_t at) {
    for (int i = 0; i < 4 && is_digit((unsigned char)byte_before(c, at)); i++) at--;
    return at;
}

/* "1898-1903 and 1905-9": a range stands before it in a list. */
static bool behind_year_range(const build_context *c) {
    size_t at = before_spaces(c, c->start);
    annals_text word = word_before(c, at);
    if (in_context(c->grammar, word, CONTEXT_JOINER)) at = before_spaces(c, place_of(c, word));
    if (byte_before(c, at) == ',') at--;
    if (at == c->start) return false;
    size_t last = before_digits(c, at), dash = last, next;
    if (byte_before(c, dash) == '-') dash--;
    else dash -= dash < 3 ? dash : 3; /* a long one */
    size_t first = before_digits(c, dash);
    annals_text lead = word_before(c, before_spaces(c, first)); /* "Flights 1898-1903 and 1905-9" */
    return last < at && is_dash(sign_at(c, dash, &next)) && next == last && first + 4 == dash &&
           !is_of_category(c->grammar, lead, "references");
}

bool build_year_range(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t last = a[1].value;
    bool plain = a[1].digits == 1 && byte_at(c, a[0].end) == '-';       /* "1931-5" may number something */
    bool next = a[1].value == (a[0].value + 1) % 10 && year_of_many(c); /* "the famine of 1932-3" */
    if (plain && !behind_sure_word(c) && !(next && behind_weak_word(c)) && !behind_year_range(c)) return false;
    if (a[1].digits == 2) last += a[0].value / 100 * 100;
    if (a[1].digits == 1) last += a[0].value / 10 * 10;
    if (last == a[0].value || (last < a[0].value && !behind_lasting(c))) return false;
    e->year = a[0].value;
    part_range(c, e, &a[0], &a[1]);
    e->last_day = last; /* month stays unset: the last year */
    return true;
}

/* (year, year, whether about each): "1620-c. 1685" */
bool build_circa_range(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr from = blank(EXPR_POINT), to = blank(EXPR_POINT);
    from.year = a[0].value;
    to.year = a[1].value + (a[1].digits == 2 ? a[0].value / 100 * 100 : 0);
    from.approximate = a[2].value;
    to.approximate = a[3].value;
    part_range(c, e, &a[0], &a[1]);
    if (to.approximate) e->second_start = place_of(c, word_before(c, before_spaces(c, a[1].start) - 1)); /* "c." */
    return from.year < to.year && set_ends(c, e, from, to);
}

bool build_era(const build_context *c, expr *e) {
    if (c->arguments[0].value < 1) return false;
    e->year = c->arguments[0].value;
    e->era = c->arguments[1].value;
    return true;
}

/* (year, era, month, day): "June 479 BC" */
bool build_dated_era(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->month = a[2].value;
    if (a[3].present) e->day = a[3].value;
    return build_era(c, e);
}

/* (year, era, season) */
bool build_season_era(const build_context *c, expr *e) {
    e->season = c->arguments[2].value;
    return build_era(c, e);
}

/* Before Christ the greater number comes first. */
static bool range_of_era(const build_context *c, expr *e, bool centuries) {
    const build_argument *a = c->arguments;
    int32_t first = a[0].value, last = a[1].value, era = value_or(&a[2], 0);
    if (first < 1 || last < 1 || (era < 0 ? last >= first : last <= first)) return false;
    expr from = blank(EXPR_POINT);
    from.era = era;
    expr to = from;
    *(centuries ? &from.century : &from.year) = first;
    *(centuries ? &to.century : &to.year) = last;
    part_range(c, e, &a[0], &a[1]);
    return set_ends(c, e, from, to);
}

/* (first year, last year, era) */
bool build_era_range(const build_context *c, expr *e) {
    return range_of_era(c, e, false);
}

/* (first century, last century, era) */
bool build_century_range(const build_context *c, expr *e) {
    return range_of_era(c, e, true);
}

/* (season, year, second year of a winter) */
bool build_season(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->season = a[0].value;
    set_year(e, &a[1]);
    int digits = a[2].end - a[2].start == 1 ? 10 : 100;
    return !a[2].present || a[2].value % digits == (a[1].value + 1) % digits;
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
    bool named = in_context(c->grammar, behind, CONTEXT_NAME_HEAD) ||
                 (behind.length && is_digit((unsigned char)behind.data[0])) ||
                 (bare && text_begins_upper(behind)) ||       /* "Autumn Leaves" */
                 (bare && text_begins_upper(before) && !cue); /* "Ann Summers" */
    bool water = e->season == SPRING && !determined && !cue;
    bool place = e->season == SPRING && determined && in_context(c->grammar, before, CONTEXT_PLACE_CUE);
    e->loose = named || water || place;
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
    if (c->arguments[2].present && is_span(c)) return false;
    if (c->arguments[1].present) {
        e->count = c->arguments[1].value;
        e->direction = e->count ? e->count : 2; /* 2: this week's */
        e->count = value_or(&c->arguments[2], 0);
        if (!c->arguments[1].value && e->count) e->direction = 0; /* "Friday sennight", behind or ahead */
    }
    e->part = (annals_day_part)value_or(&c->arguments[3], ANNALS_DAY_PART_NONE);
    return true;
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
    if (!day || d->day != UNSET || has_clock(d) || d->third) return false;
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

/* (weekday as it is told, day): "next Tuesday, the 14th" */
bool build_weekday_told(const build_context *c, expr *e) {
    const expr *w = c->arguments[0].node, *d = c->arguments[1].node;
    if (!is_point(w) || !is_point(d) || w->weekday == UNSET || w->day != UNSET || has_clock(w) || w->part) return false;
    if (d->day == UNSET || d->weekday != UNSET || d->last_day != UNSET || d->base) return false;
    *e = *d;
    e->weekday = w->weekday;
    return true;
}

bool build_week_of_day(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->whole_week = true;
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
