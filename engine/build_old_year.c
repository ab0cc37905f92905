/* build_old_year.c: years of three digits and of antiquity, and where a number is one. */
#include "builders.h"
#include "text.h"

/* "In 793 raiders came": what they did stands right behind those who did it. */
static bool year_of_doers(const build_context *c) {
    enum { ROUND = 50 };
    annals_text who = word_behind(c);
    context_set deed = contexts_of(c->grammar, word_at(c, place_of(c, who) + who.length + 1));
    return c->arguments[0].value % ROUND && counts_something(c) && deed & CONTEXT_PAST && !(deed & CONTEXT_COPULA);
}

/* "in 421 peace was made": a single thing, which no number counts */
static bool year_of_one(const build_context *c) {
    annals_text what = word_behind(c);
    if (what.length < 4 || text_begins_upper(what) || counts_something(c)) return false;
    return text_same_word(word_at(c, place_of(c, what) + what.length + 1), "was");
}

/* "In 732, he ...", "In 476 the emperor": (year, whether it opens the sentence, whether behind a word that leads to
 * counts as well: "After 732 the see was empty", but "After 300, he stopped").  Three digits are a year where nothing
 * follows that they could count; within a sentence, histories apart, only before a comma. */
bool build_old_year(const build_context *c, expr *e) {
    bool comma = byte_at(c, c->end) == ',';
    annals_text behind = word_behind(c);
    if (c->arguments[2].present && (byte_at(c, c->end) != ' ' || !behind.length)) return false;
    bool linked = text_same_word(behind, "of") || text_same_word(behind, "to") || text_same_word(behind, "or");
    e->year = c->arguments[0].value;
    bool name = text_begins_upper(behind) && !counts_something(c); /* "in 427 Mytilene fell" */
    bool doers = (c->arguments[1].present && year_of_doers(c)) || year_of_one(c);
    e->story_only = name || doers || (!comma && !c->arguments[1].present);
    return (name || doers || stands_alone(c)) && !linked;
}

/* "died about 410", "the plague of 541 emptied the towns" */
bool build_old_year_of_deed(const build_context *c, expr *e) {
    e->year = c->arguments[0].value;
    return stands_alone(c) || verb_follows(c);
}

/* "(d. 899)", and neither a shelf mark nor the page of "5 F.2d 212" */
bool build_lived(const build_context *c, expr *e) {
    size_t at = before_spaces(c, c->start);
    if (byte_before(c, at) == '.') at--;
    annals_text mark = word_before(c, at);
    if (mark.length == 1 && text_begins_upper(mark)) return false; /* "Lot 62 D 430" */
    at -= mark.length;
    return !byte_in(byte_before(c, at), ".0123456789") && build_old_year(c, e);
}

bool year_behind_day(const build_context *c) {
    const context_set of_people = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_FUTURE | CONTEXT_GENITIVE;
    bool of = in_context(c->grammar, word_before(c, before_spaces(c, c->start)), CONTEXT_GENITIVE);
    bool article = is_of_category(c->grammar, word_behind(c), "article"); /* "On 21 July 365 an earthquake" */
    if (article || (of && verb_follows(c))) return true; /* "the earthquake of 21 July 365 destroyed it" */
    return stands_alone(c) && !in_context(c->grammar, word_behind(c), of_people);
}

/* (year of three digits, month, day): "25 December 800" */
bool build_old_ymd(const build_context *c, expr *e) {
    return year_behind_day(c) && build_ymd(c, e);
}

/* (named day, year of three digits, whether the verb of a sentence stands behind it): "Christmas Day 800" */
bool build_with_old_year(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node;
    build_argument given[RULE_ARGUMENTS] = {c->arguments[0], c->arguments[1]};
    build_context inner = *c;
    inner.arguments = given;
    bool alone = c->arguments[2].present ? stands_alone(c) || verb_follows(c) : year_behind_day(c);
    return is_point(d) && d->unit == UNIT_DAY && alone && build_with_year(&inner, e);
}

/* "the reign of Trajan (98-117)" */
static bool behind_reign(const build_context *c) {
    enum { MOST_WORDS = 5 };
    size_t at = c->start;
    for (int i = 0; i <= MOST_WORDS; i++) {
        annals_text word = word_before(c, before_spaces(c, at - (i == 0)));
        if (!word.length) return false;
        if (has_role(c->grammar, word, ROLE_REIGN)) return true;
        at = place_of(c, word);
    }
    return false;
}

/* "ruled Wessex from 871" */
bool build_old_year_of_reign(const build_context *c, expr *e) {
    e->year = c->arguments[0].value;
    return behind_reign(c) && stands_alone(c);
}

/* The first year and the last, in histories but where somebody reigned. */
static void set_old_years(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr from = blank(EXPR_POINT), to = blank(EXPR_POINT);
    from.year = a[0].value;
    to.year = a[1].value;
    part_range(c, e, &a[0], &a[1]);
    set_ends(c, e, from, to);
    e->story_only = !behind_reign(c);
}

/* "Bede (672/3-735)", "Decius (249-51)": behind a name, and a life is not so long. */
bool build_old_years_of_life(const build_context *c, expr *e) {
    enum { LONGEST = 110, CENTURY = 100 };
    build_argument a[RULE_ARGUMENTS] = {c->arguments[0], c->arguments[1]};
    build_context inner = *c;
    if (a[1].digits == 2) a[1].value += a[0].value / CENTURY * CENTURY;
    inner.arguments = a;
    set_old_years(&inner, e);
    if (byte_before(c, c->start) != '(' || byte_at(c, c->end) != ')') return false;
    return text_begins_upper(word_before(c, before_spaces(c, c->start - 1))) && a[0].value < a[1].value &&
           a[1].value - a[0].value <= LONGEST;
}

/* "the battle of Tours (732)", in histories */
bool build_old_year_bracketed(const build_context *c, expr *e) {
    enum { ROUND = 50 };
    e->year = c->arguments[0].value;
    if (byte_before(c, c->start) != '(' || byte_at(c, c->end) != ')' || e->year % ROUND == 0) return false;
    annals_text name = word_before(c, before_spaces(c, c->start - 1));
    annals_text of = word_before(c, before_spaces(c, place_of(c, name)));
    e->story_only = true;
    return text_begins_upper(name) && in_context(c->grammar, of, CONTEXT_GENITIVE);
}

/* "invaded Gaul in 451": no round number, and a name stands before that is no person's who gives so much. */
bool build_old_year_of_place(const build_context *c, expr *e) {
    enum { ROUND = 50 };
    size_t at = before_spaces(c, c->start);
    at = before_spaces(c, place_of(c, word_before(c, at)));
    annals_text place = word_before(c, at);
    size_t next;
    bool name = place.length > 2 && text_begins_upper(place) && is_lower(text_decode(place, place.length - 1, &next));
    e->year = c->arguments[0].value;
    annals_text verb = word_before(c, before_spaces(c, place_of(c, place)));
    bool deed = in_context(c->grammar, verb, CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_JOINER);
    return name && deed && e->year % ROUND && stands_alone(c);
}

bool build_old_year_alone(const build_context *c, expr *e) {
    e->year = c->arguments[0].value;
    return true;
}

/* (first year, last year), in histories: "he reigned from 871 to 899".  Where they count down, stages.c asks whether
 * the story is one of before Christ. */
bool build_old_years(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    set_old_years(c, e);
    bool name = text_begins_upper(word_behind(c)) && !counts_something(c); /* "from 225 to 221 Tarvos ruled" */
    bool down = a[0].value > a[1].value && in_context(c->grammar, word_behind(c), CONTEXT_PAST | CONTEXT_PARTICIPLE);
    bool many = is_of_category(c->grammar, word_behind(c), "count"); /* "between 632 and 661 four caliphs ruled" */
    return (name || down || many || stands_alone(c)) && a[0].value != a[1].value;
}

/* "from 7.30 till 10" */
static bool ends_hours(const build_context *c) {
    enum { HOURS = 12 };
    size_t at = before_spaces(c, c->start);
    at = before_spaces(c, at - word_before(c, at).length);
    return c->arguments[0].value <= HOURS && is_digit((unsigned char)byte_before(c, at));
}

/* (year of two digits): "in 81 he left", which era.c finds out to be one */
bool build_ancient_year(const build_context *c, expr *e) {
    bool made = !ends_hours(c) && build_old_year(c, e);
    e->story_only = false;
    e->ancient = true;
    return made;
}

/* (year, month): "January 49" */
bool build_ancient_month(const build_context *c, expr *e) {
    e->month = c->arguments[1].value;
    return build_ancient_year(c, e);
}

/* (year, season): "the spring of 52" */
bool build_ancient_season(const build_context *c, expr *e) {
    e->season = c->arguments[1].value;
    return build_ancient_year(c, e);
}

/* (year, which part): "early in 49", "the end of 50" */
bool build_ancient_part(const build_context *c, expr *e) {
    e->third = c->arguments[1].value;
    return build_ancient_year(c, e);
}

/* (first year, last year), where the text tells of years as old. */
static bool old_years_of_text(const build_context *c, expr *e) {
    bool made = build_old_years(c, e);
    e->story_only = false;
    e->ancient = true;
    return made;
}

/* (first year, last year): "from 58 to 50" */
bool build_ancient_years(const build_context *c, expr *e) {
    return old_years_of_text(c, e) && c->arguments[1].value < c->arguments[0].value;
}

/* (year, the one behind it by its last figures): "in 430/29", a year that began in the summer of the first */
bool build_ancient_year_pair(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t figures = a[1].digits == 1 ? 10 : a[1].digits == 2 ? 100 : 1000;
    build_argument whole[RULE_ARGUMENTS] = {a[0], a[1]};
    build_context inner = *c;
    whole[1].value = a[0].value - 1;
    inner.arguments = whole;
    return (a[0].value - 1) % figures == a[1].value && old_years_of_text(&inner, e);
}

/* "Justinian I (482-565)": the bracket is behind a ruler's number. */
static bool behind_regnal_number(const build_context *c) {
    annals_text number = word_before(c, before_spaces(c, c->start - 1));
    if (!number.length) return false;
    for (size_t i = 0; i < number.length; i++)
        if (!byte_in(number.data[i], "IVX")) return false;
    return text_begins_upper(word_before(c, before_spaces(c, place_of(c, number))));
}

/* "Roman Britain, 43-410, was a province" */
static bool between_commas(const build_context *c) {
    size_t at;
    bool commas = sign_before(c, &at) == ',' && byte_at(c, c->end) == ',';
    return commas && text_begins_upper(word_before(c, at - 1));
}

/* (first year, last year), in brackets behind a ruler's name; behind others where the text tells of such years */
bool build_reign_years(const build_context *c, expr *e) {
    enum { LONGEST = 75, LONGEST_LIFE = 100 };
    int32_t first = c->arguments[0].value, last = c->arguments[1].value;
    bool bracket = byte_before(c, c->start) == '(' && byte_at(c, c->end) == ')';
    if (!bracket && first < last && between_commas(c)) return old_years_of_text(c, e);
    if (!bracket || first >= last || last - first > (behind_regnal_number(c) ? LONGEST_LIFE : LONGEST)) return false;
    if (!behind_reign(c) && !behind_regnal_number(c)) return old_years_of_text(c, e);
    e->year = first;
    e->last_day = last; /* month stays unset: the last year */
    part_range(c, e, &c->arguments[0], &c->arguments[1]);
    return true;
}

/* The day on which a month of a year after the Hijra begins, by months of 30 and 29 days in turn; the moon that was
 * seen may have begun it a day before or behind. */
static bool hijri_day(int64_t year, int32_t month, int64_t *day) {
    enum { LAST = 1500, DAYS = 354, CYCLE = 30, LEAPS = 11, BEFORE_LEAP = 3, SHORT_MONTH = 29 };
    *day = annals_day_of_civil(622, 7, 19) + DAYS * (year - 1) + (LEAPS * year + BEFORE_LEAP) / CYCLE;
    *day += SHORT_MONTH * (month - 1) + month / 2;
    return year >= 1 && year <= LAST;
}

/* (year after the Hijra): the year in which it begins */
bool build_hijri_year(const build_context *c, expr *e) {
    int64_t day, year;
    int month, day_of_month;
    bool known = hijri_day(c->arguments[0].value, 1, &day);
    annals_civil_of_day(day, &year, &month, &day_of_month);
    e->year = (int32_t)year;
    e->approximate = true;
    return known;
}

/* (year after the Hijra, month, day): "5 Shawwal 1190" */
bool build_hijri_date(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int64_t day, year;
    int month, day_of_month;
    bool known = hijri_day(a[0].value, a[1].value, &day);
    annals_civil_of_day(day + a[2].value - 1, &year, &month, &day_of_month);
    e->year = (int32_t)year;
    e->month = month;
    e->day = day_of_month;
    e->approximate = true;
    return known && a[2].value <= 30;
}

/* (years before the present, which is 1950): "c. 4000 BP" */
bool build_before_present(const build_context *c, expr *e) {
    enum { PRESENT = 1950 };
    int32_t n = c->arguments[0].value;
    e->year = n < PRESENT ? PRESENT - n : n - PRESENT + 1;
    e->era = n < PRESENT ? 1 : -1;
    e->approximate = true;
    return n > 0;
}

/* (year from the founding of Rome, which Varro put in 753 BC) */
bool build_city_year(const build_context *c, expr *e) {
    enum { FOUNDED = 753, LAST = 2800 };
    int32_t n = c->arguments[0].value;
    e->year = n > FOUNDED ? n - FOUNDED : FOUNDED + 1 - n;
    e->era = n > FOUNDED ? 1 : -1;
    return n >= 1 && n <= LAST;
}

/* (year, Olympiad, its tens): four years each from the summer of 776 BC, called by that in which they begin */
bool build_olympiad(const build_context *c, expr *e) {
    enum { FIRST = 776, YEARS = 4 };
    const build_argument *a = c->arguments;
    int32_t olympiad = a[1].value + value_or(&a[2], 0);
    e->year = FIRST - YEARS * (olympiad - 1) - (a[0].value - 1);
    e->era = -1;
    return a[0].value <= YEARS && olympiad > 0 && e->year > 0;
}

/* "c1650", "c. 466 BC", and not "A.C. 466", "c. 400 men": (year, era) */
bool build_approximate_year(const build_context *c, expr *e) {
    e->year = c->arguments[0].value;
    e->era = value_or(&c->arguments[1], 0);
    if (byte_before(c, c->start) == '.' || (!e->era && counts_something(c))) return false;
    e->approximate = true;
    return true;
}
