/* build_event.c: times counted from what happened: "two days after the landing", "on the eve of the invasion". */
#include "builders.h"
#include "stem.h"
#include "text.h"

#include <string.h>

enum { MOST_WORDS = 6 /* of an event's name, and of what stands behind its "of" */ };

/* Words that no name of an event goes beyond; "the fall of the town" is one. */
static bool ends_name(const build_context *c, annals_text word) {
    const context_set ends = CONTEXT_FOLLOWER | CONTEXT_JOINER | CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_FUTURE |
                             CONTEXT_MODAL | CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_COUNTS_FROM | CONTEXT_OPENER;
    return in_context(c->grammar, word, ends) && !deeds_of(c->grammar, word);
}

/* The word behind `at`, if white space of one paragraph and nothing else stands before it. */
static bool word_after(const build_context *c, size_t at, annals_text *word, size_t *end) {
    size_t start = after_spaces(c, at), lines = 0;
    for (size_t i = at; i < start; i++) lines += byte_at(c, i) == '\n';
    if (start == at || lines > 1) return false;
    *word = word_at(c, start);
    *end = start + word->length;
    return word->length > 0;
}

/* The name of an event: its last word is the head. */
typedef struct event_words {
    annals_text head, before; /* the word that stands before the head, if one does */
    size_t end;
} event_words;

static bool heads_name(const build_context *c, annals_text head) {
    return head.length && !is_genitive(head) && !is_digit((unsigned char)head.data[0]) &&
           !in_context(c->grammar, head, CONTEXT_CALENDAR_WORD);
}

/* Words from `at` on that belong together: "the German landing", "Stalin's death", "Fort Sumter".  Without a determiner
 * or genitive before them they are a proper name, capitals all. */
static bool take_name(const build_context *c, size_t at, event_words *name) {
    annals_text word, *head = &name->head;
    size_t next;
    bool determined = false;
    *name = (event_words){0};
    for (int i = 0; i < MOST_WORDS && word_after(c, at, &word, &next); i++, at = next) {
        context_set contexts = contexts_of(c->grammar, word);
        if (!i && contexts & CONTEXT_SPECIFIER) {
            determined = true;
            continue;
        }
        bool number = is_digit((unsigned char)word.data[0]), numbered = number && head->length && !determined;
        bool verb = head->length && contexts & CONTEXT_PARTICIPLE && !text_begins_upper(word);
        bool other = head->length && text_begins_upper(word) && !text_begins_upper(*head); /* "the fire Ann fled" */
        bool count = head->length && is_of_category(c->grammar, word, "count"); /* "day of the strike two men" */
        if (verb || other || count || ends_name(c, word) || (!determined && !numbered && !text_begins_upper(word)))
            break;
        determined |= is_genitive(word);
        name->end = next;
        if (numbered) continue; /* "Phase 2" */
        name->before = *head;
        *head = word;
    }
    return heads_name(c, *head);
}

static bool is_verb(const build_context *c, annals_text word) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_FUTURE | CONTEXT_MODAL;
    return in_context(c->grammar, word, verbs) && !text_begins_upper(word);
}

/* The expression begins the sentence, alone or behind a preposition: "On the third day of". */
static bool opens_clause(const build_context *c) {
    return text_begins_upper(own_words(c)) || text_begins_upper(word_before(c, before_spaces(c, c->start)));
}

/* "two days after the siege began": a verb that ends the clause belongs to it; a longer clause is more than a name. */
static bool take_verb(const build_context *c, size_t *end) {
    annals_text verb, more;
    size_t behind, next;
    if (!word_after(c, *end, &verb, &behind) || !is_verb(c, verb)) return true;
    if (opens_clause(c) && text_same_word(verb, "came")) return true; /* "Three years after his death came the end." */
    *end = behind;
    return !word_after(c, behind, &more, &next);
}

/* "signing", "landing" and what verbs tell otherwise: nouns that name what happens. */
static bool names_deed(const build_context *c, annals_text word) {
    enum { ENDING = 3 };
    return deeds_of(c->grammar, word) || stem_of(c->grammar, word).length + ENDING <= word.length;
}

/* "After the signing war broke out": where the time opens the sentence and no comma ends it, the word before the verb
 * acts, and is none of the name's. */
static void leave_actor(const build_context *c, event_words *name, bool behind_of) {
    annals_text verb;
    size_t behind;
    bool pair = name->before.length && !is_genitive(name->before);
    if (!opens_clause(c) || !pair || text_begins_upper(name->head) || !(behind_of || names_deed(c, name->before)))
        return;
    if (!word_after(c, name->end, &verb, &behind) || !is_verb(c, verb) || byte_at(c, behind) == ',') return;
    name->head = name->before;
    name->end = place_of(c, name->head) + name->head.length;
}

/* What stands behind the "of" of a name, if anything does: "of the island", "of war". */
static size_t end_of_genitive(const build_context *c, size_t end) {
    annals_text of, word;
    size_t at, next;
    event_words owner;
    if (!word_after(c, end, &of, &at) || !in_context(c->grammar, of, CONTEXT_GENITIVE)) return end;
    if (take_name(c, at, &owner)) {
        leave_actor(c, &owner, true);
        return owner.end;
    }
    bool named = word_after(c, at, &word, &next) && heads_name(c, word) && !ends_name(c, word);
    return named && !in_context(c->grammar, word, CONTEXT_SMALL) ? next : end; /* "the end of any quarter" */
}

/* What the expression counts from: its place, and that of the head of its name. */
static void count_from_place(const build_context *c, expr *e, event_place place) {
    c->room->event = place;
    e->base = BASE_EVENT;
    e->event = &c->room->event;
}

/* A word of the expression itself stands for the event: "its", "D". */
static void count_from_word(const build_context *c, expr *e, annals_text word) {
    size_t start = place_of(c, word), end = start + word.length;
    count_from_place(c, e, (event_place){start, end, start, end});
}

/* The event named behind the expression, with what stands behind its "of": "the invasion of the island". */
static bool take_event(const build_context *c, expr *e) {
    event_words name;
    if (!take_name(c, c->end, &name)) return false;
    leave_actor(c, &name, false);
    size_t end = end_of_genitive(c, name.end), head = place_of(c, name.head);
    count_from_place(c, e, (event_place){before_spaces(c, c->end) + 1, end, head, head + name.head.length});
    return !e->count || take_verb(c, &c->room->event.end);
}

/* "the day after posting", "two days before leaving": what was done, by the verb alone. */
static bool take_doing(const build_context *c, expr *e) {
    const context_set others = CONTEXT_NONE | CONTEXT_PRONOUN | CONTEXT_SMALL | CONTEXT_FOLLOWER | CONTEXT_COPULA |
                               CONTEXT_PERFECT | CONTEXT_CALENDAR_WORD | CONTEXT_DAY_PART;
    annals_text word;
    size_t end;
    if (!word_after(c, c->end, &word, &end) || text_begins_upper(word) || text_ends(word, "thing")) return false;
    if (!in_context(c->grammar, word, CONTEXT_DOING) || in_context(c->grammar, word, others)) return false;
    size_t start = end - word.length, head = end;
    event_words object; /* "relieving the siege" */
    if (in_context(c->grammar, word_at(c, after_spaces(c, end)), CONTEXT_SPECIFIER) && take_name(c, end, &object))
        end = object.end;
    count_from_place(c, e, (event_place){start, end, start, head});
    return true;
}

/* Does the word, or the number, say when: "3", "May", the year of "in 1945"? */
static bool tells_when(const build_context *c, annals_text word, annals_text before) {
    if (in_context(c->grammar, word, CONTEXT_CALENDAR_WORD)) return true;
    bool year = word.length == 4 && is_digit((unsigned char)*word.data);
    return year && in_context(c->grammar, before, CONTEXT_SURE);
}

/* The end of the clause's date, behind its verb, if it has one: "died on 3 May", "married at Hull in 1850". */
static bool clause_dated(const build_context *c, size_t at) {
    enum { LONGEST = 8 };
    annals_text word, before = {0};
    size_t next;
    for (int i = 0; i < LONGEST && word_after(c, at, &word, &next); i++, at = next, before = word) {
        if (tells_when(c, word, before)) return true;
        bool another = in_context(c->grammar, word, CONTEXT_JOINER | CONTEXT_SUBORDINATE | CONTEXT_COUNTS_FROM);
        if (another || byte_in(byte_at(c, next), ",;:.()")) return false;
    }
    return false;
}

/* "He had lived there ten years before he was elected in 1850": how long, and not when */
static bool tells_how_long(const build_context *c) {
    enum { REACH = 3 /* words */ };
    size_t at = before_spaces(c, c->start);
    for (int i = 0; i < REACH; i++) {
        annals_text word = word_before(c, at);
        if (!word.length) return false;
        if (in_context(c->grammar, word, CONTEXT_LASTS) || has_role(c->grammar, word, ROLE_FOR)) return true;
        at = before_spaces(c, at - word.length);
    }
    return false;
}

/* "was elected", "had met": up to the verb that says what happened */
static size_t end_of_verb(const build_context *c, annals_text verb, size_t end) {
    annals_text done;
    size_t next;
    bool helps = in_context(c->grammar, verb, CONTEXT_COPULA | CONTEXT_HAD);
    bool more = helps && word_after(c, end, &done, &next) &&
                in_context(c->grammar, done, CONTEXT_PARTICIPLE | CONTEXT_DONE | CONTEXT_PAST);
    return more ? next : end;
}

/* "Three years after the war ended in 1945", "five days before she died on 3 May 1821": what happened is told with its
 * date, and the mention goes up to its verb. */
static bool take_clause(const build_context *c, expr *e) {
    enum { LONGEST = 5 /* words before the verb */ };
    annals_text word;
    size_t at = c->end, next;
    if (tells_how_long(c)) return false;
    for (int i = 0; i <= LONGEST && word_after(c, at, &word, &next); i++, at = next) {
        bool verb = i && in_context(c->grammar, word, CONTEXT_PAST | CONTEXT_PARTICIPLE) && !text_begins_upper(word);
        if (verb && clause_dated(c, next)) {
            size_t end = end_of_verb(c, word, next);
            count_from_place(c, e, (event_place){after_spaces(c, c->end), end, next - word.length, next});
            e->clause = true;
            return true;
        }
        if (in_context(c->grammar, word, CONTEXT_JOINER | CONTEXT_SUBORDINATE) || is_digit((unsigned char)*word.data) ||
            byte_in(byte_at(c, next), ",;:.()"))
            return false;
    }
    return false;
}

/* "has ten days after the final count to name one": what somebody has is a length. */
static bool is_had(const build_context *c) {
    return in_context(c->grammar, word_before(c, before_spaces(c, c->start)), CONTEXT_PERFECT | CONTEXT_HAD);
}

/* (length or unit, direction): "two days after the landing", "the day of the landing" */
bool build_from_event(const build_context *c, expr *e) {
    const expr *length = c->arguments[0].node;
    int32_t direction = c->arguments[1].value;
    if (!length) return false;
    bool unit = is_point(length) && length->base == BASE_SAID && !length->count && length->unit >= UNIT_DAY;
    bool counted = length->kind == EXPR_DURATION && !length->direction && direction;
    if (!(unit || counted) || !whole_parts(length, e) || (counted && direction > 0 && lasts_so_long(c, length)))
        return false;
    if (counted && is_had(c)) return false;
    if (unit) e->count = 1;
    else e->approximate = length->approximate;
    if (length->count == COUNT_UNKNOWN) e->direction = direction; /* how many is not said */
    e->count *= direction;
    e->same = c->arguments[2].present; /* "to the day" */
    if (e->same && (unit || e->unit < UNIT_DAY || e->unit > UNIT_YEAR)) return false;
    bool doing = e->unit >= UNIT_DAY && (direction > 0 || (direction && unit)); /* "rested a week before moving" */
    if (take_event(c, e) || (doing && take_doing(c, e))) return true;
    return counted && direction && e->unit >= UNIT_DAY && take_clause(c, e);
}

/* (length): "three weeks into the siege", from the day on which it began */
bool build_into_event(const build_context *c, expr *e) {
    const expr *length = c->arguments[0].node;
    bool counted = length && length->kind == EXPR_DURATION && !length->direction && length->count != COUNT_UNKNOWN;
    if (!counted || !whole_parts(length, e) || e->unit < UNIT_DAY) return false;
    e->from_begin = e->into = true;
    return take_event(c, e);
}

/* The word that names what happened, behind the last of the rule: "l'invasion", "der deutschen Invasion". */
static annals_text noun_behind(const build_context *c) {
    enum { MOST_ADJECTIVES = 2, SHORTEST = 3 };
    size_t at = c->end, next;
    char sign = byte_at(c, at);
    annals_text word = {0};
    if (sign == '\'') word = word_at(c, at + 1);
    else if (text_starts(look(c, at, at + 3), "\xE2\x80\x99")) word = word_at(c, at + 3);
    else if (!word_after(c, at, &word, &next)) return (annals_text){0};
    for (int i = 0; c->grammar->capital_nouns && i < MOST_ADJECTIVES && word.length && !text_begins_upper(word); i++)
        if (!word_after(c, place_of(c, word) + word.length, &word, &next)) return (annals_text){0};
    bool noun = text_code_points(word) > SHORTEST && heads_name(c, word) && !is_verb(c, word) && !ends_name(c, word);
    return noun && (!c->grammar->capital_nouns || text_begins_upper(word)) ? word : (annals_text){0};
}

/* (length, direction): "zwei Tage nach der Schlacht", where the noun comes first of all that names the event */
bool build_event_behind(const build_context *c, expr *e) {
    const expr *length = c->arguments[0].node;
    int32_t direction = c->arguments[1].value;
    bool counted = length && length->kind == EXPR_DURATION && !length->direction;
    if (!counted || !whole_parts(length, e) || e->unit < UNIT_DAY) return false;
    annals_text noun = noun_behind(c);
    if (!noun.length) return false;
    e->approximate = length->approximate;
    if (length->count == COUNT_UNKNOWN) e->direction = direction;
    e->count *= direction;
    size_t head = place_of(c, noun), end = head + noun.length, next;
    annals_text more;
    while (text_begins_upper(noun) && word_after(c, end, &more, &next) && text_begins_upper(more) &&
           !c->grammar->capital_nouns)
        end = next;
    count_from_place(c, e, (event_place){head, end, head, head + noun.length});
    return true;
}

/* (length, direction): "within ten days of the landing", "the ten days before the landing" */
bool build_within_event(const build_context *c, expr *e) {
    const expr *length = c->arguments[0].node;
    if (!length || length->kind != EXPR_DURATION || length->direction || length->hundredths) return false;
    *e = *length;
    e->direction = value_or(&c->arguments[1], 1);
    return take_event(c, e);
}

/* (part of day, direction): "the night before the attack", not "the Night of the Knives" or "the dawn of the empire" */
bool build_part_from_event(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    if (!a[0].node || a[0].node->hour != UNSET) return false;
    annals_text part = look(c, a[0].start, a[0].end);
    const char *space = memchr(part.data, ' ', part.length); /* behind the determiner */
    if (!space || is_upper((unsigned char)space[1])) return false;
    e->part = a[0].node->part;
    e->third = a[0].node->third;
    e->unit = UNIT_DAY;
    e->count = a[1].value;
    return (e->part != ANNALS_DAWN || e->count) && take_event(c, e);
}

/* (direction): "the eve of the attack" */
bool build_day_from_event(const build_context *c, expr *e) {
    e->unit = UNIT_DAY;
    e->count = c->arguments[0].value;
    return take_event(c, e);
}

/* (which): "the tenth anniversary of the fire", "the centenary of her birth" */
bool build_anniversary(const build_context *c, expr *e) {
    e->unit = UNIT_YEAR;
    e->count = c->arguments[0].value;
    e->same = true;
    return e->count > 0 && take_event(c, e);
}

/* (which, its tens): "his twenty-first birthday", counted from the birth that is named in the word */
bool build_birthday(const build_context *c, expr *e) {
    enum { BIRTH = 5 /* bytes */, DAY = 3 };
    size_t start = c->end - BIRTH - DAY;
    e->unit = UNIT_YEAR;
    e->count = value_or(&c->arguments[0], 0) + value_or(&c->arguments[1], 0);
    e->same = true;
    count_from_word(c, e, look(c, start, start + BIRTH));
    return e->count > 0;
}

/* (which, unit): "the seventh day of the siege", "the third year of the war", "its tenth day" */
bool build_nth_of_event(const build_context *c, expr *e) {
    size_t before;
    annals_text word = word_at(c, c->start);
    if (sign_before(c, &before) == ',') return false; /* "27 October, the first day of the siege": what that day was */
    e->unit = (time_unit)c->arguments[1].value;
    e->from_begin = true;
    bool fine = e->unit == UNIT_DAY || e->unit == UNIT_WEEK, coarse = e->unit == UNIT_MONTH || e->unit == UNIT_YEAR;
    bool led = in_context(c->grammar, word_before(c, before_spaces(c, c->start)), CONTEXT_SURE | CONTEXT_FOLLOWER);
    if (!fine && !(coarse && led)) return false; /* "The third year of the war was worse": no time */
    bool own = in_context(c->grammar, word, CONTEXT_POSSESSIVE), taken = own || take_event(c, e);
    if (own) count_from_word(c, e, word);
    e->count = c->arguments[0].value - 1;
    return taken;
}

/* (unit, a verb of what happens once in a life): "the year he died", "the day she was buried" */
bool build_unit_of_life(const build_context *c, expr *e) {
    const expr *unit = c->arguments[0].node;
    if (!is_point(unit) || unit->base != BASE_SAID || unit->count || unit->unit < UNIT_DAY) return false;
    e->unit = unit->unit;
    e->count = 0;
    count_from_word(c, e, look(c, c->arguments[1].start, c->arguments[1].end));
    return true;
}

/* (days, direction): "D plus 4", from the landing that the text tells of */
bool build_d_day(const build_context *c, expr *e) {
    enum { MOST_DAYS = 999 };
    e->unit = UNIT_DAY;
    e->count = c->arguments[0].value * c->arguments[1].value;
    count_from_word(c, e, look(c, c->start, c->start + 1));
    return c->arguments[0].value <= MOST_DAYS && !counts_something(c);
}

/* "D+3", and no "vitamin D + 3" */
bool build_d_day_close(const build_context *c, expr *e) {
    return byte_at(c, c->start + 1) == '+' && byte_at(c, c->start + 2) != ' ' && build_d_day(c, e);
}

/* "on D-1": the dash may be a class's or a vitamin's too. */
bool build_d_day_dash(const build_context *c, expr *e) {
    return stands_alone(c) && build_d_day(c, e);
}
