/* build_length.c: numbers, lengths of time, what comes again, and vague references. */
#include "builders.h"
#include "text.h"

/* (tens, units, hundreds, thousands): "twenty-five", "three hundred and ten" */
bool build_number(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->kind = EXPR_NUMBER;
    e->count = a[0].value + value_or(&a[1], 0) + 100 * value_or(&a[2], 0) + 1000 * value_or(&a[3], 0);
    return e->count < 1000000;
}

/* "12,000": what is below that is a number of one word */
bool build_grouped(const build_context *c, expr *e) {
    enum { FEWEST = 10000, MOST = 999999 };
    annals_text figures = own_words(c);
    e->kind = EXPR_NUMBER;
    e->count = 0;
    for (size_t i = 0; i < figures.length && e->count <= MOST; i++)
        if (is_digit((unsigned char)figures.data[i])) e->count = 10 * e->count + (figures.data[i] - '0');
    return e->count >= FEWEST && e->count <= MOST;
}

/* A fortnight is two weeks. */
static void set_length(expr *e, int32_t count, int32_t unit) {
    enum { FORTNIGHT = 14 };
    e->unit = (time_unit)(unit == FORTNIGHT ? UNIT_WEEK : unit);
    e->count = unit == FORTNIGHT && count != COUNT_UNKNOWN ? 2 * count : count;
}

/* "expected to last three weeks", "it will last a month": a verb */
static bool is_verb(const build_context *c) {
    size_t at;
    bool bare = is_letter(sign_before(c, &at)) && text_starts(own_words(c), "last ");
    return bare && in_context(c->grammar, word_before(c, at), CONTEXT_INFINITIVE | CONTEXT_MODAL | CONTEXT_FUTURE);
}

/* (direction, count, unit) */
bool build_span(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->kind = EXPR_DURATION;
    e->base = said(&a[3]) ? BASE_SAID : BASE_NOW;
    e->direction = a[0].value;
    set_length(e, a[1].value, a[2].value);
    return !is_verb(c);
}

/* (direction, count, season): "the past three winters", which lie in as many years */
bool build_span_of_seasons(const build_context *c, expr *e) {
    const build_argument *a = c->arguments, span[RULE_ARGUMENTS] = {a[0], a[1], {.present = true, .value = UNIT_YEAR}};
    build_context inner = *c;
    inner.arguments = span;
    e->season = a[2].value;
    return build_span(&inner, e);
}

/* (count, part of day): "six nights" */
bool build_length_of_parts(const build_context *c, expr *e) {
    const build_argument *a = c->arguments, length[RULE_ARGUMENTS] = {a[0], {.present = true, .value = UNIT_DAY}};
    build_context inner = *c;
    inner.arguments = length;
    e->part = (annals_day_part)a[1].value;
    return build_length(&inner, e);
}

/* (direction, count, unit, whether from what was said): "the past year and a half" */
bool build_span_and_half(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    expr length = blank(EXPR_DURATION);
    set_length(&length, value_or(&a[1], 1), a[2].value);
    length.hundredths = 50;
    return build_span(c, e) && whole_parts(&length, e);
}

/* "a year and three months": fifteen months, where the smaller unit is the one that the greater is made of. */
static bool add_part(const expr *length, time_unit part, int32_t parts, expr *e) {
    e->unit = length->of->unit;
    e->count = length->of->count;
    bool unlike = length->unit == UNIT_MONTH && e->count && length->count < INT16_MAX; /* not all of 30 days */
    if (unlike) e->months = (int16_t)length->count;
    else e->count += length->count * parts;
    return part == e->unit && !length->of->of && !length->of->hundredths;
}

bool whole_parts(const expr *length, expr *e) {
    static const struct {
        time_unit part;
        int32_t parts;
    } rows[] = {
        [UNIT_MINUTE] = {UNIT_SECOND, 60}, [UNIT_HOUR] = {UNIT_MINUTE, 60},   [UNIT_DAY] = {UNIT_HOUR, 24},
        [UNIT_WEEK] = {UNIT_DAY, 7},       [UNIT_MONTH] = {UNIT_DAY, 30},     [UNIT_YEAR] = {UNIT_MONTH, 12},
        [UNIT_DECADE] = {UNIT_YEAR, 10},   [UNIT_CENTURY] = {UNIT_YEAR, 100}, [UNIT_MILLENNIUM] = {UNIT_YEAR, 1000}};
    e->unit = length->unit;
    e->count = length->count;
    if (!length->hundredths && !length->of) return true;
    if ((size_t)length->unit >= sizeof rows / sizeof *rows || !rows[length->unit].parts) return false;
    if (length->of) return add_part(length, rows[length->unit].part, rows[length->unit].parts, e);
    e->unit = rows[length->unit].part;
    e->count = (int32_t)(((int64_t)length->count * 100 + length->hundredths) * rows[length->unit].parts / 100);
    return e->count > 0;
}

/* (count, unit, digits behind the point, hundredths) */
bool build_length(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->kind = EXPR_DURATION;
    set_length(e, a[0].value, a[1].value);
    bool parted = a[2].end && (!a[2].digits || a[2].start != a[0].end + 1); /* "in 1950. Three years later" */
    if (parted) return false;
    if (e->unit == UNIT_HOUR && a[0].digits == 4) return false; /* a time of day: 0430 hours */
    int32_t hundredths = a[2].present && a[2].digits ? a[2].value * (a[2].digits == 1 ? 10 : 1) : 0;
    if (a[3].present) hundredths = a[3].value;
    if (hundredths > 99) return false;
    e->hundredths = (int16_t)hundredths;
    if ((e->count && e->unit < UNIT_DECADE) || !e->hundredths) return true;
    expr part = *e; /* "half a century" is fifty years, and "a decade and a half" fifteen */
    e->hundredths = 0;
    return whole_parts(&part, e);
}

/* (count, unit, over, under): "2 1/2 years", "3/4 of an hour" */
bool build_length_fraction(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t over = a[2].value, under = a[3].value;
    if (over < 1 || over >= under || (under != 2 && under != 4)) return false;
    build_argument length[RULE_ARGUMENTS] = {{.present = true, .value = value_or(&a[0], 0)},
                                             a[1],
                                             {.present = true, .value = 0},
                                             {.present = true, .value = 100 * over / under}};
    build_context inner = *c;
    inner.arguments = length;
    return build_length(&inner, e);
}

/* Is it of the first, the last or the most: "seventh", "driest"? */
static bool ranks(const build_context *c, annals_text word) {
    enum { SHORTEST = 5 };
    bool most = word.length >= SHORTEST && text_ends(word, "est") && !text_begins_upper(word);
    return most || text_same_word(word, "most") || text_same_word(word, "least") || text_same_word(word, "worst") ||
           text_same_word(word, "only") || is_of_category(c->grammar, word, "ordinal");
}

/* "will be the third strike in two weeks", "is the fourth to close in two months": how long there was none like it,
 * where it is said of something that it is so. */
static bool is_ranked(const build_context *c) {
    enum { MOST_WORDS = 8, TO_COPULA = 7, CURLY = 3 /* bytes */ };
    const context_set verbs = CONTEXT_PAST | CONTEXT_SUBJECT | CONTEXT_MODAL | CONTEXT_FUTURE;
    size_t at = before_spaces(c, c->start);
    bool ranked = false;
    for (int i = 0; i < MOST_WORDS; i++) {
        annals_text word = word_before(c, at);
        if (!word.length) return false;
        if (ranked && (in_context(c->grammar, word, CONTEXT_COPULA) || has_role(c->grammar, word, ROLE_BECOME)))
            return true;
        if (in_context(c->grammar, word, verbs)) return false;
        if (!ranked && ranks(c, word)) ranked = true, i = MOST_WORDS - TO_COPULA - 1;
        at -= word.length;
        if (text_same_word(word, "s")) at -= byte_before(c, at) == '\'' ? 1 : CURLY; /* "the country's" */
        at = before_spaces(c, at);
    }
    return false;
}

/* "in two weeks": a day where the verb tells of what will be; but "the first in ten years" is none. */
bool build_length_from_now(const build_context *c, expr *e) {
    e->base = BASE_NOW;
    if (c->arguments[0].digits == 4 || is_ranked(c)) return false; /* "in 2014 week 30" */
    if (!build_length(c, e) || e->unit >= UNIT_YEAR) return false;
    if (e->unit != UNIT_HOUR) return e->unit >= UNIT_DAY;
    e->base = BASE_NONE; /* "in an hour", but not "in an hour of need" */
    return !in_context(c->grammar, word_behind(c), CONTEXT_GENITIVE);
}

/* (count, unit): "brings four days later news" says by how much; "Four days later news came" when. */
bool build_later_by(const build_context *c, expr *e) {
    size_t at;
    const context_set deeds = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_HAD;
    annals_text news = word_behind(c);
    bool amid = has_role(c->grammar, news, ROLE_NEWS_NOUN) && is_letter(sign_before(c, &at));
    return amid && !in_context(c->grammar, word_at(c, after_spaces(c, place_of(c, news) + news.length)), deeds) &&
           !text_begins_upper(own_words(c)) && !in_context(c->grammar, word_before(c, at), CONTEXT_JOINER) &&
           build_length(c, e);
}

/* "some forty-odd days" */
bool build_length_about(const build_context *c, expr *e) {
    e->quantity = QUANTITY_ABOUT;
    e->approximate = true;
    return build_length(c, e);
}

/* (count, unit, a smaller count before it): "two or three weeks", not "1861 - forty years" */
bool build_longer_length(const build_context *c, expr *e) {
    const build_argument *a = c->arguments, length[RULE_ARGUMENTS] = {a[0], a[1]};
    build_context inner = *c;
    inner.arguments = length;
    e->least = (int16_t)(a[2].value < INT16_MAX ? a[2].value : 0);
    return a[2].value < a[0].value && build_length(&inner, e);
}

/* "He will be back in two to three weeks" */
bool build_longer_length_from_now(const build_context *c, expr *e) {
    e->base = BASE_NOW;
    return build_longer_length(c, e) && e->unit >= UNIT_DAY && e->unit < UNIT_YEAR;
}

/* The whole days of a length of days or weeks, or 0. */
static int32_t days_of_length(const expr *length) {
    enum { WEEK = 7 };
    if (!length || length->kind != EXPR_DURATION || length->direction || length->quantity || length->of) return 0;
    if (length->hundredths || length->least || length->count < 1 || length->count > INT16_MAX / WEEK) return 0;
    return length->unit == UNIT_WEEK ? WEEK * length->count : length->unit == UNIT_DAY ? length->count : 0;
}

/* (length, a greater one): "ten days or a fortnight"; from now on it is counted in days */
bool build_unlike_lengths(const build_context *c, expr *e) {
    const expr *less = c->arguments[0].node, *more = c->arguments[1].node;
    int32_t least = days_of_length(less), most = days_of_length(more);
    if (!least || least >= most) return false;
    *e = *more;
    if (less->unit == more->unit) e->least = (int16_t)less->count;
    if (!less->base) return true;
    e->base = less->base;
    e->unit = UNIT_DAY;
    e->least = (int16_t)least;
    e->count = most;
    return true;
}

/* Can the smaller length be a part of the greater: "a year" and "three months"? */
static bool has_part(const expr *length, const expr *part) {
    bool lengths = length && part && length->kind == EXPR_DURATION && part->kind == EXPR_DURATION;
    return lengths && length->unit > part->unit && !length->hundredths && !length->direction && !part->direction &&
           !part->quantity && length->count != COUNT_UNKNOWN && part->count != COUNT_UNKNOWN;
}

/* (lengths, each of a smaller unit than the one before): "a year and three months"; the smaller part is in `of`. */
bool build_compound_length(const build_context *c, expr *e) {
    const expr *length = c->arguments[0].node, *part = c->arguments[1].node, *least = c->arguments[2].node;
    if (!has_part(length, part) || (least && !has_part(part, least))) return false;
    *e = *length;
    e->of = part;
    if (!least) return true;
    expr *middle = &c->room->ends[0];
    *middle = *part;
    middle->of = least;
    e->of = middle;
    return true;
}

/* (hours, minutes, seconds): "2h 14m 38s" */
bool build_clocked_length(const build_context *c, expr *e) {
    enum { SIXTY = 60 };
    const build_argument *a = c->arguments;
    expr *minutes = &c->room->ends[0], *seconds = &c->room->ends[1];
    if (a[1].value >= SIXTY || value_or(&a[2], 0) >= SIXTY) return false;
    *minutes = *seconds = blank(EXPR_DURATION);
    set_length(minutes, a[1].value, UNIT_MINUTE);
    set_length(seconds, value_or(&a[2], 0), UNIT_SECOND);
    if (a[2].present) minutes->of = seconds;
    e->kind = EXPR_DURATION;
    set_length(e, a[0].value, UNIT_HOUR);
    e->of = minutes;
    return true;
}

/* "aged 26" */
bool build_aged(const build_context *c, expr *e) {
    e->kind = EXPR_DURATION;
    e->unit = UNIT_YEAR;
    e->count = c->arguments[0].value;
    return e->count > 0 && e->count < 130 && !counts_something(c) &&
           !in_context(c->grammar, word_behind(c), CONTEXT_WEAK);
}

/* "for a weekend", and not "a weekend bag" */
bool build_weekend_long(const build_context *c, expr *e) {
    e->kind = EXPR_DURATION;
    e->weekend = true;
    e->unit = UNIT_DAY;
    e->count = 2;
    return stands_alone(c) || in_context(c->grammar, word_behind(c), CONTEXT_GENITIVE | CONTEXT_WEAK | CONTEXT_SURE);
}

/* "aged about seventy" */
bool build_aged_about(const build_context *c, expr *e) {
    e->quantity = QUANTITY_ABOUT;
    e->approximate = true;
    return build_aged(c, e);
}

/* (month): "the warmest June for 30 years" */
bool build_month_ranked(const build_context *c, expr *e) {
    e->month = c->arguments[0].value;
    return ranks(c, word_before(c, before_spaces(c, c->start)));
}

/* (count, unit): "the seventh increase in a year", "the driest summer in a century": how long nothing was like it */
bool build_length_ranked(const build_context *c, expr *e) {
    enum { MOST_WORDS = 5 };
    size_t at = before_spaces(c, c->start);
    at = before_spaces(c, at - word_before(c, at).length);
    if (!build_length(c, e) || !stands_alone(c)) return false;
    for (int i = 0; i < MOST_WORDS; i++) {
        annals_text word = word_before(c, at);
        if (!word.length || in_context(c->grammar, word, CONTEXT_PAST | CONTEXT_SUBJECT)) return false;
        if (ranks(c, word)) return true;
        at = before_spaces(c, at - word.length);
    }
    return false;
}

/* The unit of a length that a number stands before: "thirty years", "30 years" */
static time_unit counted_unit_of(const build_context *c, annals_text word) {
    static const struct {
        const char *word;
        time_unit unit;
    } units[] = {{"minutes", UNIT_MINUTE}, {"hours", UNIT_HOUR},   {"days", UNIT_DAY},
                 {"weeks", UNIT_WEEK},     {"months", UNIT_MONTH}, {"years", UNIT_YEAR}};
    size_t before = before_spaces(c, place_of(c, word));
    bool counted = counts_things(c->grammar, word_before(c, before)) || is_digit((unsigned char)byte_before(c, before));
    for (size_t i = 0; counted && i < sizeof units / sizeof *units; i++)
        if (text_same_word(word, units[i].word)) return units[i].unit;
    return UNIT_NONE;
}

/* That of the length that the sentence told of before: "thirty years, but broken in less than fifteen". */
static time_unit unit_told_of(const build_context *c) {
    enum { REACH = 120 /* bytes */ };
    size_t from = c->start > REACH ? c->start - REACH : 0, at = c->start;
    while (at > from && !byte_in(byte_before(c, at), ".!?\n")) {
        annals_text word = word_before(c, at);
        time_unit unit = word.length ? counted_unit_of(c, word) : UNIT_NONE;
        if (unit != UNIT_NONE) return unit;
        at -= word.length ? word.length : 1; /* the last word may begin before the reach */
    }
    return UNIT_NONE;
}

/* (count, whether of the first or last of them): "in less than fifteen", "the last two were the worst" */
bool build_length_elided(const build_context *c, expr *e) {
    e->kind = EXPR_DURATION;
    e->unit = unit_told_of(c);
    e->count = c->arguments[0].value;
    if (!c->arguments[1].present) e->quantity = QUANTITY_LESS;
    bool whole = c->arguments[1].present ? in_context(c->grammar, word_behind(c), CONTEXT_PAST | CONTEXT_PRESENT)
                                         : stands_alone(c);
    return e->unit != UNIT_NONE && e->count > 1 && whole;
}

/* (length, quantity): "more than two years" */
bool build_quantified(const build_context *c, expr *e) {
    const expr *length = c->arguments[0].node;
    if (!length || length->kind != EXPR_DURATION || length->direction || length->quantity) return false;
    if (length->weekend && c->arguments[1].value == QUANTITY_MORE) return false; /* "over a weekend" */
    *e = *length;
    if (c->arguments[1].present) e->quantity = (length_quantity)c->arguments[1].value;
    e->approximate |= e->quantity == QUANTITY_ABOUT;
    return true;
}

/* A length that is a mention where it stands. */
bool build_kept(const build_context *c, expr *e) {
    const expr *length = c->arguments[0].node;
    if (!length || length->kind != EXPR_DURATION) return false;
    *e = *length;
    return true;
}

/* (unit): "three deaths a day" says how often, not when. */
bool build_rate(const build_context *c, expr *e) {
    e->rate = true;
    return build_repeat(c, e);
}

bool counts_things(const grammar *g, annals_text word) {
    return is_of_category(g, word, "count") || is_of_category(g, word, "few");
}

static bool counts_what_stands_behind(const build_context *c, size_t at, annals_text word) {
    return is_digit((unsigned char)byte_before(c, at)) || counts_things(c->grammar, word) ||
           is_of_category(c->grammar, word, "rate-cue");
}

/* "three cups", "40 sacks", "10 percent", "3%", "two round trips" */
static bool counted_things(const build_context *c, size_t end) {
    if (byte_before(c, end) == '%') return end > 1 && is_digit((unsigned char)byte_before(c, end - 1));
    annals_text things = word_before(c, end);
    context_set contexts = contexts_of(c->grammar, things),
                plural = text_begins_upper(things) ? CONTEXT_CAPITAL_PLURAL : CONTEXT_PLURAL;
    bool many =
        (contexts & plural && !(contexts & CONTEXT_NOT_PLURAL)) || is_of_category(c->grammar, things, "rate-cue");
    if (things.length < 3 || !many) return false;
    size_t at = before_spaces(c, place_of(c, things));
    annals_text many_of = word_before(c, at); /* "30 million euros" */
    if (counts_what_stands_behind(c, at, many_of)) return true;
    if (!many_of.length || !is_lower((unsigned char)*many_of.data) || in_context(c->grammar, many_of, CONTEXT_SMALL))
        return false;
    at = before_spaces(c, place_of(c, many_of));
    return counts_what_stands_behind(c, at, word_before(c, at));
}

/* (unit): "three cups a day", and not "a day later" */
bool build_rate_of_things(const build_context *c, expr *e) {
    const context_set no_rate = CONTEXT_GENITIVE | CONTEXT_DETERMINER | CONTEXT_COUNTS_FROM;
    return counted_things(c, before_spaces(c, c->start)) && stands_alone(c) &&
           !in_context(c->grammar, word_behind(c), no_rate) && build_rate(c, e);
}

/* (unit, weekday, how many, part of day, season, month) */
bool build_repeat(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    e->kind = EXPR_SET;
    set_length(e, a[2].present && a[2].value ? a[2].value : 1, a[0].value);
    if (said(&a[1])) e->weekday = a[1].value;
    if (said(&a[3])) e->part = (annals_day_part)a[3].value;
    if (said(&a[4])) e->season = a[4].value;
    if (said(&a[5])) e->month = a[5].value;
    return true;
}

/* (month): "each October", and not "each October 12" */
bool build_repeat_month(const build_context *c, expr *e) {
    build_argument set[RULE_ARGUMENTS] = {
        {.present = true, .value = UNIT_MONTH}, {0}, {.present = true, .value = 1}, {0}, {0}, c->arguments[0]};
    build_context inner = *c;
    inner.arguments = set;
    return build_before_no_number(c, e) && build_repeat(&inner, e);
}

/* (part of a day): "in the mornings", "most evenings", and not those of some days: "the nights of 3 and 4 May" */
bool build_repeat_parts(const build_context *c, expr *e) {
    size_t next;
    build_argument set[RULE_ARGUMENTS] = {
        {.present = true, .value = UNIT_DAY}, {0}, {.present = true, .value = 1}, c->arguments[0]};
    build_context inner = *c;
    inner.arguments = set;
    uint32_t sign = sign_at(c, after_spaces(c, c->end), &next);
    bool figure = sign < 0x80 && is_digit((unsigned char)sign);
    return !figure && !in_context(c->grammar, word_behind(c), CONTEXT_GENITIVE) && build_repeat(&inner, e);
}

/* "every quarter", and not "every quarter of the town" */
bool build_repeat_alone(const build_context *c, expr *e) {
    return !in_context(c->grammar, word_behind(c), CONTEXT_GENITIVE) && build_repeat(c, e);
}

/* "on the 1st of each month": (day) */
bool build_repeat_day(const build_context *c, expr *e) {
    e->kind = EXPR_SET;
    set_length(e, 1, UNIT_MONTH);
    e->day = c->arguments[0].value;
    return e->day >= 1 && e->day <= 31;
}

/* "the first Tuesday of each month": (which, weekday, a month of every year) */
bool build_repeat_nth(const build_context *c, expr *e) {
    enum { MOST = 5 };
    const build_argument *a = c->arguments;
    e->kind = EXPR_SET;
    set_length(e, 1, a[2].present ? UNIT_YEAR : UNIT_MONTH);
    if (a[2].present) e->month = a[2].value;
    e->nth = a[0].value;
    e->weekday = a[1].value;
    return e->nth >= -1 && e->nth && e->nth <= MOST;
}

/* (set of weekdays, another): "every Monday and Thursday" */
bool build_repeat_weekday(const build_context *c, expr *e) {
    const expr *set = c->arguments[0].node;
    if (!set || set->weekday == UNSET || set->nth) return false;
    *e = *set;
    e->weekday = c->arguments[1].value;
    return true;
}

/* (set of seasons, another): "every spring and fall" */
bool build_repeat_season(const build_context *c, expr *e) {
    const expr *set = c->arguments[0].node;
    const build_argument *season = &c->arguments[1];
    if (!set || set->season == UNSET || !stands_alone(c)) return false;
    *e = *set;
    e->season = season->node ? season->node->season : season->value;
    return e->season != UNSET;
}

/* (date without a year, set of years): "every 14 July", "each year on 14 July" */
bool build_repeat_date(const build_context *c, expr *e) {
    const expr *d = c->arguments[0].node, *set = c->arguments[1].node;
    if (set && (set->unit != UNIT_YEAR || set->count != 1 || set->rate)) return false;
    bool month = is_point(d) && d->month != UNSET && d->year == UNSET && d->weekday == UNSET;
    if (!month || d->base || d->of || has_clock(d) || d->last_day != UNSET || d->third) return false;
    e->kind = EXPR_SET;
    set_length(e, 1, UNIT_YEAR);
    e->month = d->month;
    e->day = d->day;
    return true;
}

/* (unit): "within the hour", and neither "within the year 1911" nor "within the hour of" */
bool build_whole_unit(const build_context *c, expr *e) {
    e->kind = EXPR_DURATION;
    set_length(e, 1, c->arguments[0].value);
    return stands_alone(c) && !in_context(c->grammar, word_behind(c), CONTEXT_GENITIVE);
}

/* Years, but not those of "the years 1955 to 1957". */
bool build_bare_units(const build_context *c, expr *e) {
    e->kind = EXPR_DURATION;
    e->unit = (time_unit)c->arguments[0].value;
    e->count = COUNT_UNKNOWN;
    annals_text behind = word_behind(c);
    return !behind.length || !is_digit((unsigned char)behind.data[0]);
}

bool build_vague_in_story(const build_context *c, expr *e) {
    e->story_only = true;
    return build_vague(c, e);
}

/* "the former conference settled this, the latter that" */
static bool has_counterpart(const build_context *c) {
    enum { REACH = 200 };
    size_t start, end;
    for (size_t at = c->end; word_from(c, at, &start, &end) && end <= c->end + REACH; at = end)
        if (in_context(c->grammar, look(c, start, end), CONTEXT_COUNTERPART)) return true;
    return false;
}

/* "the former president": but of "its former duties" only histories say when. */
bool build_vague_quality(const build_context *c, expr *e) {
    const context_set no_noun =
        CONTEXT_FOLLOWER | CONTEXT_JOINER | CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_OWNER;
    size_t at;
    sign_before(c, &at);
    if (has_counterpart(c)) return false;
    e->story_only = in_context(c->grammar, word_before(c, at), CONTEXT_POSSESSIVE);
    return !(contexts_of(c->grammar, word_behind(c)) & no_noun) && build_vague(c, e);
}

/* "the sum of 1900 and", and no "total of 25 years" */
bool build_measured(const build_context *c, expr *e) {
    (void)e;
    return !is_of_category(c->grammar, word_behind(c), "units");
}

/* "The past is", "the future will show": a verb tells of the time itself. */
static bool is_told_of(const build_context *c) {
    const context_set verbs = CONTEXT_PRESENT | CONTEXT_PAST | CONTEXT_MODAL | CONTEXT_FUTURE;
    annals_text first = word_at(c, c->start);
    return in_context(c->grammar, first, CONTEXT_DETERMINER) && in_context(c->grammar, word_behind(c), verbs);
}

bool build_vague_itself(const build_context *c, expr *e) {
    return is_told_of(c) && build_vague(c, e);
}

/* "They feared the future", but of "the future of the island" and "future plans" only histories say when. */
bool build_vague_future(const build_context *c, expr *e) {
    annals_text owner = word_before(c, before_spaces(c, c->start)); /* "a decision on its future" */
    e->story_only = word_behind(c).length > 0 && !is_told_of(c);
    return !in_context(c->grammar, owner, CONTEXT_POSSESSIVE | CONTEXT_OWNER) && build_vague(c, e);
}

/* "He has been ill of late", not "of late summer" */
bool build_vague_alone(const build_context *c, expr *e) {
    return stands_alone(c) && build_vague(c, e);
}

bool build_vague(const build_context *c, expr *e) {
    e->kind = EXPR_REF;
    e->direction = c->arguments[0].value;
    return true;
}
