/* build.c: a rule's constructor by its name, and what the constructors share. */
#include "builders.h"
#include "civil.h"
#include "text.h"

const expr blank_expr = {.century = UNSET,
                         .decade = UNSET,
                         .year = UNSET,
                         .season = UNSET,
                         .month = UNSET,
                         .week_of_month = UNSET,
                         .day = UNSET,
                         .weekday = UNSET,
                         .hour = UNSET,
                         .minute = UNSET,
                         .second = UNSET,
                         .iso_week = UNSET,
                         .last_day = UNSET,
                         .zone_offset = UNSET,
                         .quarter = UNSET,
                         .millennium = UNSET,
                         .named = UNSET,
                         .roman_month = UNSET,
                         .spoken_month = UNSET};

expr blank(expr_kind kind) {
    expr e = blank_expr;
    e.kind = kind;
    return e;
}

int32_t value_or(const build_argument *a, int32_t otherwise) {
    return a->present ? a->value : otherwise;
}

bool said(const build_argument *a) {
    return a->present && (a->value || a->digits);
}

void set_year(expr *e, const build_argument *year) {
    if (!said(year)) return;
    e->year = year->value;
    e->short_year = year->digits == 2;
}

void part_range(const build_context *c, expr *e, const build_argument *first, const build_argument *second) {
    size_t at = first->end;
    for (size_t next; at < second->start && is_letter(sign_at(c, at, &next));) at = next;
    e->first_end = at;
    e->second_start = second->start;
    if (e->second_start < at + 2 || !is_space_byte(byte_before(c, e->second_start))) return;
    annals_text word = word_before(c, e->second_start - 1);
    if (in_context(c->grammar, word, CONTEXT_DETERMINER)) e->second_start = place_of(c, word);
}

bool set_ends(const build_context *c, expr *e, expr from, expr to) {
    c->room->ends[0] = from;
    c->room->ends[1] = to;
    e->kind = EXPR_RANGE;
    e->from = &c->room->ends[0];
    e->to = &c->room->ends[1];
    return true;
}

bool is_point(const expr *e) {
    return e && e->kind == EXPR_POINT;
}

bool has_clock(const expr *e) {
    return e->hour != UNSET || e->part != ANNALS_DAY_PART_NONE;
}

/* A word that needs no capital has one amid a sentence: with the other capitals before it, it is a title. */
bool titled(const build_context *c) {
    enum { LONGEST_TITLE = 6 /* words */ };
    size_t start = c->start, next;
    if (c->grammar->capital_nouns) return false; /* "am Vortag" */
    for (int i = 0; i < LONGEST_TITLE && text_begins_upper(look(c, start, c->end)); i++) {
        size_t at = before_spaces(c, start);
        annals_text gap = look(c, at, start), word = gap.length ? word_before(c, at) : (annals_text){0};
        if (!word.length || memchr(gap.data, '\n', gap.length)) return false; /* below a heading a sentence begins */
        if (is_lower(text_decode(word, 0, &next))) return true;
        start = at - word.length;
    }
    return false;
}

/* Behind these words stands a time and nothing else. */
bool behind_sure_word(const build_context *c) {
    size_t at;
    sign_before(c, &at);
    annals_text word = word_before(c, at);
    bool glued = is_digit((unsigned char)byte_before(c, at - word.length)); /* "F.3d 1962" */
    return !glued && in_context(c->grammar, word, CONTEXT_SURE);
}

/* "they'd": they */
static annals_text contracted(annals_text word) {
    for (size_t at = 0, next; at < word.length; at = next) {
        uint32_t c = text_decode(word, at, &next);
        if (c == '\'' || c == 0x2019) return text_slice(word, 0, at);
    }
    return word;
}

bool is_span(const build_context *c) {
    size_t at;
    if (!is_letter(sign_before(c, &at))) return false;
    annals_text word = word_before(c, at), lead = word_before(c, before_spaces(c, at - word.length));
    bool set = in_context(c->grammar, lead, CONTEXT_FORESEEN | CONTEXT_FIXED_FOR); /* "set for a week from Friday" */
    return in_context(c->grammar, word, CONTEXT_LASTING) && !set;
}

/* It is a line of its own, which what follows does not belong to. */
static bool fills_line(const build_context *c) {
    return byte_at(c, c->end) == '\n' && (!c->start || byte_before(c, c->start) == '\n');
}

/* Nothing follows that the number could count: "the 9th Army", "October 22, 23 men". */
bool stands_alone(const build_context *c) {
    size_t next, start, end;
    size_t behind = c->end;
    if (fills_line(c)) return true;
    if (c->grammar->dots_ordinals && byte_at(c, behind) == '.') behind++; /* "am 27." */
    uint32_t sign = sign_at(c, behind, &next);
    if (sign == '\t') return true; /* the next cell of a row */
    if (!is_space(sign)) return !is_letter(sign) && (!is_dash(sign) || sign == 0x2014) && sign != '/';
    next = after_spaces(c, next);
    uint32_t following = sign_at(c, next, &end);
    if (!following || is_opening(following) || is_dash(following) || following == '|') return true;
    if (!word_from(c, next, &start, &end)) return false;
    return in_context(c->grammar, contracted(look(c, start, end)), CONTEXT_FOLLOWER);
}

bool verb_follows(const build_context *c) {
    const context_set no_noun = CONTEXT_SMALL | CONTEXT_FOLLOWER | CONTEXT_OWNER;
    annals_text word = word_behind(c);
    size_t next, start, end;
    if (!word.length || !is_lower(text_decode(word, 0, &next))) return false;
    context_set contexts = contexts_of(c->grammar, word);
    if (contexts & (CONTEXT_PAST | CONTEXT_MODAL | CONTEXT_FUTURE)) return true;
    if (!(contexts & CONTEXT_PARTICIPLE)) return false; /* and not "the 9th mounted rifles" */
    size_t at = place_of(c, word) + word.length;
    return byte_at(c, at) != ' ' || !word_from(c, at, &start, &end) ||
           in_context(c->grammar, look(c, start, end), no_noun);
}

bool day_possible(const expr *e) {
    if (e->month == UNSET || e->day == UNSET) return true;
    int64_t year = e->year == UNSET || e->short_year ? 2000 : e->year; /* a leap year: 29 February may be */
    return civil_valid(year, e->month, e->day);
}

bool build_none(const build_context *c, expr *e) {
    (void)c;
    (void)e;
    return true;
}

bool build(int constructor, const build_context *context, expr *out) {
    static bool (*const constructors[])(const build_context *, expr *) = {
#define X(name) [CONSTRUCTOR_##name] = build_##name,
        CONSTRUCTORS(X)
#undef X
    };
    *out = blank(EXPR_POINT);
    if (!constructors[constructor](context, out)) return false;
    for (size_t i = 0; i < RULE_ARGUMENTS; i++) /* what takes a loose expression up makes it whole */
        if (context->arguments[i].node && context->arguments[i].node->loose) out->loose = false;
    return true;
}
