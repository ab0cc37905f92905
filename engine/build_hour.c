/* build_hour.c: hours that no "o'clock" tells from other numbers: "at ten", "marches at 6", "went off at 3.10". */
#include "builders.h"
#include "text.h"

enum { HOURS = 12 };

/* The words before the expression and what leads to it: "went on at", the nearest first. */
static annals_text word_past(const build_context *c, int words) {
    size_t at = before_spaces(c, c->start);
    annals_text word = word_before(c, at);
    for (; words && word.length; words--) {
        at = before_spaces(c, at - word.length);
        word = word_before(c, at);
    }
    return word;
}

/* "The mines went off at 3.10", "dined at 6": the verb tells when something was done, and of no price. */
static bool tells_moment(const build_context *c, role_set verbs) {
    enum { MOST_WORDS = 3 };
    for (int i = 0; i <= MOST_WORDS; i++) {
        annals_text word = word_past(c, i);
        if (!word.length || in_context(c->grammar, word, CONTEXT_RECKONED)) return false;
        if (has_role(c->grammar, word, verbs)) return true;
    }
    return false;
}

static void say_hour(expr *e, int32_t hour) {
    e->hour = hour;
    e->minute = 0;
    e->half = HALF_UNSAID;
}

/* Does a clause follow: "at one and resumed", but not "at one and the same"? */
static bool leads_to_deed(const build_context *c) {
    annals_text joiner = word_behind(c);
    if (!in_context(c->grammar, joiner, CONTEXT_JOINER)) return false;
    annals_text verb = word_at(c, after_spaces(c, place_of(c, joiner) + joiner.length));
    return in_context(c->grammar, verb, CONTEXT_PAST) ||
           has_role(c->grammar, verb, ROLES_OF(ROLE_MOMENT, ROLE_MOMENT_AT));
}

/* "At 10 passed the light", "About ten we sighted a brig": the hour opens the sentence, and what was done follows. */
static bool opens_deed(const build_context *c) {
    annals_text lead = word_past(c, 0), behind = word_behind(c);
    bool figures = c->arguments[0].digits; /* "At 5 he could read" */
    bool acts = verb_follows(c) || in_context(c->grammar, behind, CONTEXT_DETERMINER | (figures ? 0 : CONTEXT_SUBJECT));
    return text_begins_upper(lead) && acts && !in_context(c->grammar, behind, CONTEXT_COPULA);
}

/* "He was born in May, and went to school at eight": an age. */
static bool is_age(const build_context *c) {
    enum { MOST_STEPS = 30 /* words, or figures */ };
    size_t at = c->start;
    for (int i = 0; i < MOST_STEPS && at; i++) {
        while (at && byte_in(byte_before(c, at), " ,")) at--;
        annals_text word = word_before(c, at);
        if (!word.length && !is_digit((unsigned char)byte_before(c, at))) return false;
        if (has_role(c->grammar, word, ROLE_BIRTH)) return true;
        at -= word.length ? word.length : 1;
    }
    return false;
}

/* "at ten he left", in letters and diaries; histories say so of ages.  "Put at ten" counts something. */
bool build_hour_alone(const build_context *c, expr *e) {
    size_t next;
    int32_t hour = c->arguments[0].value;
    bool ends = !is_space(sign_at(c, c->end, &next));
    if (hour == 1 && !ends && !leads_to_deed(c)) return false;
    bool deed = opens_deed(c);
    if (c->arguments[0].digits || hour > HOURS || !(deed || stands_alone(c))) return false;
    if (!deed && in_context(c->grammar, word_past(c, 1), CONTEXT_RECKONED)) return false;
    if (text_same_word(word_behind(c), "to") || is_age(c)) return false; /* "at ten to one" are odds */
    say_hour(e, hour);
    e->letter_only = true;
    e->of_day = deed || tells_moment(c, ROLES_OF(ROLE_MOMENT, ROLE_MOMENT_AT));
    return true;
}

/* "at about ten" */
bool build_hour_about(const build_context *c, expr *e) {
    if (!build_hour_alone(c, e)) return false;
    e->approximate = true;
    return true;
}

/* "at 3 and 5 p.m.": a number goes on behind it. */
static bool goes_on(const build_context *c) {
    annals_text word = word_behind(c);
    size_t behind = word.length ? after_spaces(c, place_of(c, word) + word.length) : 0;
    return in_context(c->grammar, word, CONTEXT_JOINER | CONTEXT_INFINITIVE) &&
           is_digit((unsigned char)byte_at(c, behind));
}

/* "to-morrow at 4", "on Monday at 11": the day stands right before. */
static bool behind_day(const build_context *c) {
    annals_text day = word_past(c, 1);
    return text_same_word(word_past(c, 0), "at") &&
           (is_of_category(c->grammar, day, "day-word") || is_of_category(c->grammar, day, "weekday") ||
            text_same_word(day, "morrow") || text_same_word(day, "tonight") ||
            (text_same_word(day, "day") && byte_before(c, place_of(c, day)) == '-'));
}

/* (hour, whether about then): "marches at 6", where a day is told of */
bool build_hour_figures(const build_context *c, expr *e) {
    int32_t hour = c->arguments[0].value;
    bool about = c->arguments[1].present;
    bool deed = opens_deed(c);
    bool plain = hour >= 1 && hour <= HOURS && byte_at(c, c->start) != '0' && (deed || stands_alone(c));
    bool moment = deed || tells_moment(c, about ? ROLE_MOMENT : ROLES_OF(ROLE_MOMENT, ROLE_MOMENT_AT));
    if (!plain || !(moment || behind_day(c))) return false;
    if (goes_on(c) || text_same_word(word_behind(c), "a")) return false;
    say_hour(e, hour);
    e->half = HALF_IN_FIGURES;
    e->of_day = true;
    e->letter_only = deed || has_role(c->grammar, word_past(c, about ? 0 : 1), ROLE_MOMENT); /* "he left at 6" */
    e->approximate = about;
    return true;
}

/* "ten were drowned", "ten of them" */
static bool leads_verb(const build_context *c) {
    return in_context(c->grammar, word_behind(c), CONTEXT_GENITIVE | CONTEXT_PAST | CONTEXT_PRESENT);
}

/* "left about eleven": right behind the verb, and nobody is counted; whoever acts may follow. */
bool build_hour_moment(const build_context *c, expr *e) {
    if (!has_role(c->grammar, word_past(c, 0), ROLE_MOMENT) || !build_hour_alone(c, e)) return false;
    if (leads_verb(c)) return false;
    e->of_day = e->approximate = true;
    return true;
}

/* "slept till 6", "the fair lasted up to 10": what goes on does so until an hour. */
bool build_hour_lasting(const build_context *c, expr *e) {
    int32_t hour = c->arguments[0].value;
    bool plain = hour >= 1 && hour <= HOURS && byte_at(c, c->start) != '0' && stands_alone(c);
    annals_text verb = word_past(c, text_same_word(word_past(c, 0), "to") ? 2 : 1); /* "up to" */
    bool lasts = in_context(c->grammar, verb, CONTEXT_LASTS) && !has_role(c->grammar, verb, ROLE_MOMENT);
    if (!plain || !lasts || goes_on(c) || leads_verb(c)) return false;
    say_hour(e, hour);
    e->half = HALF_IN_FIGURES;
    e->of_day = e->letter_only = true;
    return true;
}

/* "Half seven at the Anchor", "we meet half seven" */
bool build_half_hour_told(const build_context *c, expr *e) {
    size_t at;
    uint32_t sign = sign_before(c, &at);
    bool opens = text_begins_upper(own_words(c)) && !is_letter(sign);
    bool told = has_role(c->grammar, word_past(c, 0), ROLES_OF(ROLE_MOMENT, ROLE_MOMENT_AT));
    if (!(opens || told) || leads_verb(c) || !build_half_hour(c, e)) return false;
    return e->of_day = e->letter_only = true;
}

/* "At 4.30 wind hauled to SW", and not "At 4.30 francs": at the head of a sentence */
static bool opens_with_hour(const build_context *c) {
    size_t next;
    annals_text behind = word_behind(c);
    if (!text_begins_upper(word_past(c, 0)) || !behind.length || !is_lower(text_decode(behind, 0, &next))) return false;
    return !is_of_category(c->grammar, behind, "counted") && !is_of_category(c->grammar, behind, "rate-cue");
}

/* (hour, minute): "6.30 wore ship", at the head of a sentence, before what was done then */
bool build_opening_hour(const build_context *c, expr *e) {
    const context_set others = CONTEXT_COPULA | CONTEXT_HAD | CONTEXT_MODAL | CONTEXT_PRESENT;
    size_t at, next;
    uint32_t before = sign_before(c, &at);
    annals_text deed = word_behind(c);
    if (c->opens) return build_log_clock(c, e);
    if ((before && before != '.' && before != '\n') || c->arguments[1].digits != 2 || !deed.length) return false;
    if (!is_lower(text_decode(deed, 0, &next)) || !in_context(c->grammar, deed, CONTEXT_PAST) ||
        in_context(c->grammar, deed, others))
        return false;
    e->of_day = e->letter_only = true;
    return build_clock(c, e);
}

/* (hour, minute, whether about then): "at 8.20 he rang", where nothing is sold and nothing counted; else with a day or
 * its part */
bool build_at_dotted(const build_context *c, expr *e) {
    annals_text lead = word_past(c, 1);
    bool reckoned = in_context(c->grammar, lead, CONTEXT_RECKONED);
    bool counted = !in_context(c->grammar, lead, CONTEXT_COPULA); /* "the pressure was at 20.50" */
    if (!build_clock(c, e)) return false;
    bool rate = text_same_word(word_behind(c), "a"); /* "at 6.20 a yard" */
    bool free = stands_alone(c) || verb_follows(c) || opens_with_hour(c);
    e->loose = c->arguments[1].digits != 2 || reckoned || rate || !free;
    e->letter_only = !e->loose && !(counted && e->half == HALF_COUNTED);
    e->of_day = e->letter_only && tells_moment(c, ROLES_OF(ROLE_MOMENT, ROLE_MOMENT_AT));
    e->approximate = c->arguments[2].present;
    return true;
}

/* "at 0600 and" 1800: a clock of four figures goes before it, which no year is written like. */
bool build_digits_joined(const build_context *c, expr *e) {
    enum { DIGITS = 4 };
    size_t at = before_spaces(c, place_of(c, word_past(c, 0)));
    for (int i = 0; i < DIGITS; i++, at--)
        if (!is_digit((unsigned char)byte_before(c, at))) return false;
    bool zero = byte_at(c, at) == '0' && !is_digit((unsigned char)byte_before(c, at));
    return zero && c->arguments[0].digits == DIGITS && !counts_things(c->grammar, word_behind(c)) && build_clock(c, e);
}

/* "The meeting closed" 9.20 */
static bool met(const build_context *c) {
    enum { MOST_WORDS = 2 };
    annals_text verb = word_past(c, 0);
    bool moment = has_role(c->grammar, verb, ROLES_OF(ROLE_MOMENT, ROLE_MOMENT_AT));
    bool ends = in_context(c->grammar, verb, CONTEXT_PARTICIPLE) && byte_in(byte_at(c, c->end), ".;\n");
    if (!moment && !ends) return false; /* "paid 9.20 for wine" */
    for (int i = 1; i <= MOST_WORDS; i++)
        if (has_role(c->grammar, word_past(c, i), ROLES_OF(ROLE_GATHERING, ROLE_SESSION, ROLE_ASSEMBLY))) return true;
    return false;
}

/* (hour, minute): "Church parade 9.30", in an entry or log */
bool build_hour_of_duty(const build_context *c, expr *e) {
    bool duty = has_role(c->grammar, word_past(c, 0), ROLE_DUTY);
    if (!stands_alone(c) || !(duty || met(c)) || !build_clock(c, e)) return false;
    e->of_day = true;
    e->letter_only = !duty;
    return c->arguments[1].digits == 2;
}

/* (hour, minute): "kick-off 7.30", where games begin by day or in the evening */
bool build_hour_of_start(const build_context *c, expr *e) {
    enum { FIRST = 9 };
    if (c->arguments[1].digits != 2 || !build_clock(c, e)) return false;
    if (e->hour < FIRST) e->hour += HOURS;
    e->half = HALF_KNOWN;
    return true;
}

/* "H-hour will be 1430", "zero hour for the left flank is 0545": an hour that orders set */
static bool hour_set(const build_context *c) {
    enum { MOST_WORDS = 8 };
    if (!in_context(c->grammar, word_past(c, 0), CONTEXT_COPULA)) return false;
    for (int i = 1; i <= MOST_WORDS; i++) {
        annals_text word = word_past(c, i);
        if (!word.length) return false;
        if (!has_role(c->grammar, word, ROLE_HOUR_NAME)) continue;
        size_t at = place_of(c, word);
        while (byte_in(byte_before(c, at), " -")) at--;
        return has_role(c->grammar, word_before(c, at), ROLE_HOUR_KIND);
    }
    return false;
}

/* "0545 Tug left. Towing 0900. Completed 1030.": it ends a line of a log, which a clock like it opens. */
static bool entered(const build_context *c) {
    enum { FIGURES = 4, LONGEST = 300 /* bytes of a line */ };
    size_t at = c->start;
    if (!byte_in(byte_at(c, c->end), ".;\n")) return false;
    while (byte_before(c, at) && byte_before(c, at) != '\n' && c->start - at < LONGEST) at--;
    if (c->start - at >= LONGEST) return false;
    size_t end = at;
    while (is_digit((unsigned char)byte_at(c, end))) end++;
    return end == at + FIGURES && byte_at(c, end) == ' ' && byte_in(byte_at(c, at), "012");
}

/* "ETA scene 0600" */
static bool expects(const build_context *c) {
    return is_of_category(c->grammar, word_past(c, 0), "timetable-noun") ||
           is_of_category(c->grammar, word_past(c, 1), "timetable-noun");
}

/* "left 0715", "mounted 1130B": what no number but a clock's looks like, behind what was done then */
bool build_clock_told(const build_context *c, expr *e) {
    const build_argument *zone = &c->arguments[4];
    annals_text verb = word_past(c, 0);
    bool log = entered(c);
    bool done = has_role(c->grammar, verb, ROLES_OF(ROLE_MOMENT, ROLE_MOMENT_AT)) || (log && expects(c)) ||
                (in_context(c->grammar, verb, CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_DONE) &&
                 !in_context(c->grammar, verb, CONTEXT_COPULA));
    bool clock = byte_at(c, c->start) == '0' || zone->present || log, set = hour_set(c);
    bool alone = stands_alone(c) || has_role(c->grammar, word_behind(c), ROLE_WIRE_NEXT);
    if (!alone || !((clock && done) || set) || !build_clock(c, e)) return false;
    e->lone = !set && !log && !has_role(c->grammar, verb, ROLES_OF(ROLE_MOMENT, ROLE_MOMENT_AT));
    return true;
}

/* (hour, over, under): "3 h. 1/2", "4 heures 3/4" */
bool build_clock_fraction(const build_context *c, expr *e) {
    enum { OF_HOUR = 60, HALF = 2, QUARTERS = 4 };
    const build_argument *a = c->arguments;
    int32_t over = a[1].value, under = a[2].value;
    bool half = over == 1 && under == HALF, quarter = under == QUARTERS && (over == 1 || over == QUARTERS - 1);
    if (!(half || quarter) || a[0].value < 1 || a[0].value > HOURS) return false;
    say_hour(e, a[0].value);
    e->minute = OF_HOUR * over / under;
    return true;
}

/* (hour, hour, a part of some day): "between 10 and 11 last night" */
bool build_hours_of_part(const build_context *c, expr *e) {
    build_argument part[RULE_ARGUMENTS] = {c->arguments[0], c->arguments[2]};
    build_context inner = *c;
    expr from = blank(EXPR_POINT), to = blank(EXPR_POINT);
    inner.arguments = part;
    if (!build_hour_of_part(&inner, &from)) return false;
    part[0] = c->arguments[1];
    if (!build_hour_of_part(&inner, &to)) return false;
    part_range(c, e, &c->arguments[0], &c->arguments[1]);
    return from.base == BASE_NOW && from.hour < to.hour && set_ends(c, e, from, to);
}
