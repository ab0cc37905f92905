/* build_year_range.c: from one year to another, ranges of eras and of centuries. */
#include "builders.h"
#include "text.h"

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

/* "surveyed 1871-2": catalogues put the year of what was done right behind it. */
bool behind_dated_deed(const build_context *c) {
    size_t at;
    return is_letter(sign_before(c, &at)) && has_role(c->grammar, word_before(c, at), ROLE_DATED_DEED);
}

/* "c.1652-3", "ca. 1652-3" */
static bool behind_about(const build_context *c) {
    size_t at = before_spaces(c, c->start), start = at - (byte_before(c, at) == '.');
    return is_of_category(c->grammar, word_before(c, start), "about");
}

/* "the bridge (1756-9)", and not "pp. (1756-9)" */
static bool alone_in_brackets(const build_context *c) {
    if (byte_before(c, c->start) != '(' || byte_at(c, c->end) != ')') return false;
    annals_text lead = word_before(c, before_spaces(c, c->start - 1));
    return lead.length && is_letter((unsigned char)*lead.data) && !is_of_category(c->grammar, lead, "references");
}

bool build_year_range(const build_context *c, expr *e) {
    enum { ROUND = 50 };
    const build_argument *a = c->arguments;
    int32_t last = a[1].value;
    bool plain = a[1].digits == 1 && byte_at(c, a[0].end) == '-';          /* "1931-5" may number something */
    bool next = a[1].value == (a[0].value + 1) % 10 && a[0].value % ROUND; /* "the famine of 1932-3" */
    bool led = behind_sure_word(c) || (next && behind_weak_word(c)) || behind_year_range(c) || behind_dated_deed(c) ||
               behind_about(c) || behind_occasion(c) || alone_in_brackets(c);
    if (plain && !led) return false;
    if (a[1].digits == 2) last += a[0].value / 100 * 100;
    if (a[1].digits == 1) last += a[0].value / 10 * 10;
    if (last == a[0].value || (last < a[0].value && !behind_lasting(c))) return false;
    e->year = a[0].value;
    part_range(c, e, &a[0], &a[1]);
    e->last_day = last; /* month stays unset: the last year */
    return true;
}

/* (year, year): "open 1952 to 1959", and no vote, price or number that rose */
bool build_years_told(const build_context *c, expr *e) {
    enum { FIRST = 1500, LAST = 2100 };
    const build_argument *a = c->arguments;
    const context_set others = CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_RECKONED | CONTEXT_COPULA | CONTEXT_OWNER;
    size_t at;
    bool years = a[0].value >= FIRST && a[0].value < a[1].value && a[1].value <= LAST;
    if (!years || !stands_alone(c) || !is_letter(sign_before(c, &at))) return false;
    annals_text lead = word_before(c, at);
    bool amount = is_of_category(c->grammar, lead, "amount-verb") || is_of_category(c->grammar, lead, "references") ||
                  is_of_category(c->grammar, lead, "reference");
    return !amount && !has_role(c->grammar, lead, ROLE_SCORE) && !in_context(c->grammar, lead, others) &&
           build_year_range(c, e);
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
    size_t about = before_spaces(c, a[1].start);
    bool said_again = byte_before(c, about) == '.' || is_letter((unsigned char)byte_before(c, about)); /* "c." */
    if (to.approximate && said_again) e->second_start = place_of(c, word_before(c, about - 1));
    return from.year < to.year && set_ends(c, e, from, to);
}

/* The year that one of two styles calls the next: "1588/9" is 1589 */
static int32_t year_of_two(const build_argument *year, const build_argument *next) {
    int32_t figures = next->digits == 1 ? 10 : 100;
    bool dual = next->present && (year->value + 1) % figures == next->value;
    return year->value + dual;
}

/* (year, year, the next by its last figures of either): "Hale (1588/9-1650)", behind a name */
bool build_lived_dual(const build_context *c, expr *e) {
    enum { LONGEST = 110 };
    const build_argument *a = c->arguments;
    size_t start = c->start;
    e->approximate = behind_about(c);
    if (e->approximate) start = place_of(c, word_before(c, start - (byte_before(c, start) == '.')));
    if (byte_before(c, start) != '(' || byte_at(c, c->end) != ')') return false;
    expr from = blank(EXPR_POINT), to = blank(EXPR_POINT);
    from.year = year_of_two(&a[0], &a[2]);
    to.year = year_of_two(&a[1], &a[3]);
    from.approximate = e->approximate;
    part_range(c, e, a[2].present ? &a[2] : &a[0], &a[1]);
    bool named = text_begins_upper(word_before(c, before_spaces(c, start - 1)));
    return named && from.year < to.year && to.year - from.year <= LONGEST && set_ends(c, e, from, to);
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

/* (first year, last year, era), about the last: "from 478 to c. 460 BC" */
bool build_era_range_from_about(const build_context *c, expr *e) {
    if (!range_of_era(c, e, false)) return false;
    c->room->ends[0].approximate = true;
    return true;
}

/* (year, the one behind it by its last figures, era): "430/29 BC", a year that began in the summer of the first */
bool build_year_pair_of_era(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int32_t figures = a[1].digits == 1 ? 10 : a[1].digits == 2 ? 100 : 1000;
    bool next = a[2].value < 0 && a[0].value > 1 && (a[0].value - 1) % figures == a[1].value;
    build_argument whole[RULE_ARGUMENTS] = {a[0], a[1], a[2]};
    build_context inner = *c;
    whole[1].value = a[0].value - 1;
    inner.arguments = whole;
    return next && range_of_era(&inner, e, false);
}

bool build_era_range_about(const build_context *c, expr *e) {
    if (!range_of_era(c, e, false)) return false;
    c->room->ends[1].approximate = true;
    return true;
}

bool build_era_range_both_about(const build_context *c, expr *e) {
    if (!build_era_range_about(c, e)) return false;
    c->room->ends[0].approximate = true;
    return true;
}

/* (first century, last century, era, which part of the first, of the last): "from the mid-16th to the late 17th" */
bool build_century_range(const build_context *c, expr *e) {
    if (!range_of_era(c, e, true)) return false;
    c->room->ends[0].third = value_or(&c->arguments[3], 0);
    c->room->ends[1].third = value_or(&c->arguments[4], 0);
    if (said(&c->arguments[4])) e->second_start = c->arguments[4].start;
    return true;
}
