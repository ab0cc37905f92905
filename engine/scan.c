#include "scan.h"

#include "text.h"

#include <string.h>

enum { MOST_LETTERS = 6 /* of a dotted word */ };

/* The first lexeme of a form whose demand for a capital is met. */
static uint16_t find_lexeme(const grammar *g, annals_text word, bool capital) {
    if (word.length > LONGEST_FORM) return NO_RULE;
    form_key key = key_of_form(word.data, word.length);
    uint16_t i = g->slots[form_hash(key, g->hash_factor) & g->slot_mask];
    const lex_entry *e = i == NO_RULE ? NULL : &g->lexemes[i];
    if (!e || e->head != key.head || e->tail != key.tail || e->length != key.length) return NO_RULE;
    if (!key_is_form(key, word.data, e->form, e->length)) return NO_RULE;
    while (i != NO_RULE && g->lexemes[i].capital && !capital) i = g->lexemes[i].next;
    return i;
}

static uint32_t peek(const scanner *s, size_t at, size_t *next) {
    if (at >= s->end) {
        *next = at;
        return 0;
    }
    return text_decode(s->text, at, next);
}

static uint32_t before(const scanner *s, size_t at) {
    if (!at) return 0;
    size_t p = at - 1, next;
    while (p && ((unsigned char)s->text.data[p] & 0xC0) == 0x80) p--;
    return text_decode(s->text, p, &next);
}

/* ---------------------------------------------------------------- what stands between words */

static uint16_t gap_of_sign(uint32_t c) {
    if (is_dash(c)) return GAP_DASH;
    switch (c) {
    case ',':
        return GAP_COMMA;
    case '/':
        return GAP_SLASH;
    case ':':
        return GAP_COLON;
    case '.':
        return GAP_DOT;
    case '\'':
    case 0x2019:
        return GAP_APOSTROPHE;
    case '(':
    case ')':
    case '[':
    case ']':
        return GAP_BRACKET;
    case '+':
        return GAP_PLUS;
    default:
        return GAP_OTHER;
    }
}

/* "October 25 (November 7), 1917", "[27 October], 1962": what a closing bracket is followed by. */
static bool bracket_pair(uint16_t gap, uint16_t sign, uint32_t c) {
    return gap == GAP_BRACKET && (sign == GAP_COMMA || c == '(' || c == '[');
}

/* One sign at most; a double hyphen is a dash, ", '62" an apostrophe; a blank line parts everything. */
static uint16_t gap_between(const scanner *s, size_t start, size_t end, bool abbreviation, bool ordinal) {
    uint16_t gap = GAP_NONE;
    int lines = 0;
    if (abbreviation && start < end && s->text.data[start] == '.') start++;
    for (size_t at = start, next; at < end; at = next) {
        uint32_t c = text_decode(s->text, at, &next);
        if (c == '\n' && ++lines > 1) return GAP_OTHER;
        if (is_space(c)) {
            if (gap == GAP_NONE) gap = GAP_SPACE;
            continue;
        }
        uint16_t sign = gap_of_sign(c);
        bool doubted = c == '?' && next < end && (s->text.data[next] == ']' || s->text.data[next] == ')');
        if (doubted) continue; /* "[27 October?] 1962" */
        bool first = gap == GAP_NONE || gap == GAP_SPACE;
        first |= ordinal && gap == GAP_DOT && sign & (GAP_DASH | GAP_SLASH | GAP_COMMA); /* "3./4. Mai" */
        bool pair = (sign == GAP_DASH && gap == GAP_DASH) ||
                    (sign == GAP_APOSTROPHE && (gap == GAP_COMMA || gap == GAP_DASH)) || bracket_pair(gap, sign, c);
        if (!first && !pair) return GAP_OTHER;
        gap = gap == GAP_BRACKET ? gap : sign;
    }
    return gap;
}

/* ---------------------------------------------------------------- tokens */

/* A token that is no neighbour of the one before ends the island. */
static bool add(scanner *s, token t) {
    token_list *out = &s->tokens;
    t.gap = GAP_OTHER;
    if (out->count) {
        const token *last = &out->items[out->count - 1];
        bool abbreviation = last->lexeme != NO_RULE && s->grammar->lexemes[last->lexeme].abbreviation;
        bool ordinal = last->lexeme == NO_RULE && s->grammar->dots_ordinals;
        t.gap = gap_between(s, last->end, t.start, abbreviation, ordinal);
        s->parted = t.gap == GAP_OTHER;
        if (s->parted) return true;
    }
    s->failed = !ARENA_ROOM(s->arena, out);
    if (s->failed) return false;
    out->items[out->count++] = t;
    return true;
}

/* Signs that make a number part of something else: shelf marks, telegram numbers, prices, versions. */
static bool rough_sign(uint32_t c) {
    return c && memchr("#$%@&=+~_\\^|", (int)(c < 0x80 ? c : 0x7F), 12) != NULL;
}

/* A dash that may join numbers; the em dash parts sentences. */
static bool joining_dash(uint32_t c) {
    return is_dash(c) && c != 0x2014;
}

static bool number_sign(uint32_t c) {
    return rough_sign(c) || c == 0xA3 || c == 0x20AC || c == 0xA7 || c == 0x2116;
}

static bool rough_on_left(const scanner *s, size_t at) {
    uint32_t c = before(s, at);
    if (is_letter(c) || number_sign(c) || joining_dash(c) || c == '/' || c == '.' || c == ':' ||
        (c == ',' && at > 1 && is_digit(before(s, at - 1))))
        return true;
    size_t back = at;
    while (back && s->text.data[back - 1] == ' ') back--;
    c = back < at ? before(s, back) : 0;
    return c == '#' || c == '$' || c == 0xA3 || c == 0x20AC || c == 0xA7 || c == 0x2116;
}

/* One or two digits that end the sentence behind its full stop are a footnote's: "by November 15.3" */
static bool note_number(const scanner *s, size_t at) {
    size_t end = at;
    while (end < s->end && is_digit((unsigned char)s->text.data[end])) end++;
    return end > at && end - at < 3 && end == s->end;
}

/* A full stop or comma that a digit follows, and a dash or slash that anything but space follows. */
static bool rough_on_right(const scanner *s, size_t at) {
    size_t next, after;
    uint32_t c = peek(s, at, &next), d = peek(s, next, &after);
    if (is_letter(c)) return true; /* "12B", where no rule takes the letter too */
    if (number_sign(c)) return true;
    if (c == '.' && note_number(s, next)) return false;
    if (c == '.' || c == ',' || c == ':') return is_digit(d);
    return (joining_dash(c) || c == '/') && (is_digit(d) || is_letter(d));
}

static size_t digits_end(const scanner *s, size_t at) {
    while (at < s->end && is_digit((unsigned char)s->text.data[at])) at++;
    return at;
}

/* "14,000" and "1,234,567" are one number. */
static size_t grouped_end(const scanner *s, size_t start, size_t end) {
    if (end - start > 3) return end;
    while (end < s->end && s->text.data[end] == ',' && digits_end(s, end + 1) == end + 4) end += 4;
    return end;
}

static bool add_number(scanner *s, size_t start, size_t end) {
    token t = {.start = start, .end = end, .lexeme = NO_RULE};
    size_t digits = 0; /* a comma counts too: 1,911 is no year */
    int64_t value = 0;
    for (size_t i = start; i < end; i++) {
        digits++;
        if (s->text.data[i] != ',' && value < 1000000000) value = value * 10 + (s->text.data[i] - '0');
    }
    t.number = value > INT32_MAX ? INT32_MAX : (int32_t)value;
    t.digits = (uint8_t)(digits < 255 ? digits : 255);
    t.rough_left = rough_on_left(s, start) || is_letter(before(s, start));
    t.rough_right = rough_on_right(s, end);
    return add(s, t);
}

static bool add_word(scanner *s, size_t start, size_t end, bool capital) {
    uint16_t lexeme = find_lexeme(s->grammar, text_slice(s->text, start, end), capital);
    token t = {.start = start, .end = end, .lexeme = lexeme, .capital = capital};
    return lexeme == NO_RULE || add(s, t);
}

/* "a.m.", "U.S.", "B. C.": single letters with stops are one word, looked up with its stops inside.  Returns its end,
 * or `start` when it is none. */
static size_t dotted_end(const scanner *s, size_t start) {
    size_t at = start, letters = 0, end = start;
    while (at + 1 < s->end && letters <= MOST_LETTERS && is_letter((unsigned char)s->text.data[at]) &&
           (unsigned char)s->text.data[at] < 0x80 && s->text.data[at + 1] == '.') {
        letters++;
        end = at += 2;
        if (at + 1 < s->end && s->text.data[at] == ' ' && s->text.data[at + 1] != ' ' && letters == 1) at++;
    }
    /* "149 B.C to": the last stop is left out */
    bool last = letters && end == at && at < s->end && is_letter((unsigned char)s->text.data[at]) &&
                (unsigned char)s->text.data[at] < 0x80 && s->text.data[at - 1] == '.';
    if (last && (at + 1 == s->end || !is_letter((unsigned char)s->text.data[at + 1]))) letters++, end = at + 1;
    return letters > 1 && letters <= MOST_LETTERS ? end : start;
}

static bool add_dotted(scanner *s, size_t start, size_t end, bool *known) {
    char form[LONGEST_FORM];
    size_t n = 0;
    for (size_t i = start; i < end - (s->text.data[end - 1] == '.') && n < sizeof form; i++)
        if (s->text.data[i] != ' ') form[n++] = s->text.data[i];
    bool capital = is_upper((unsigned char)form[0]);
    uint16_t lexeme = find_lexeme(s->grammar, (annals_text){form, n}, capital);
    *known = lexeme != NO_RULE;
    if (!*known) return true;
    return add(s, (token){.start = start, .end = end, .lexeme = lexeme, .capital = capital});
}

/* "7th", "5pm", "03SEP39", "112130Z", "Q3", "FY63": digits and known words in turn are tokens side by side; anything
 * else that mixes letters and digits is one unknown word. */
static bool part_known(const scanner *s, size_t at, size_t end) {
    return at < end &&
           find_lexeme(s->grammar, text_slice(s->text, at, end), is_upper((unsigned char)s->text.data[at])) != NO_RULE;
}

static size_t part_end(const scanner *s, size_t start, size_t end) {
    bool digit = is_digit((unsigned char)s->text.data[start]);
    size_t at = start;
    while (at < end && is_digit((unsigned char)s->text.data[at]) == digit) at++;
    bool zone_and_month = !digit && at < end && !part_known(s, start, at) && part_known(s, start + 1, at);
    return zone_and_month ? start + 1 : at; /* "112130ZAUG64" */
}

static bool all_parts_known(const scanner *s, size_t start, size_t end) {
    for (size_t at = start, next; at < end; at = next) {
        next = part_end(s, at, end);
        if (!is_digit((unsigned char)s->text.data[at]) && !part_known(s, at, next)) return false;
    }
    return true;
}

static bool add_run(scanner *s, size_t start, size_t end, bool letters, bool digits) {
    if (!digits) return add_word(s, start, end, s->capital);
    if (!letters) return add_number(s, start, end);
    if (!all_parts_known(s, start, end)) return true;
    for (size_t at = start, next; at < end; at = next) {
        next = part_end(s, at, end);
        bool ok = is_digit((unsigned char)s->text.data[at])
                      ? add_number(s, at, next)
                      : add_word(s, at, next, is_upper((unsigned char)s->text.data[at]));
        if (!ok) return false;
    }
    return true;
}

/* Read the word that begins at s->at. */
static bool read_word(scanner *s) {
    size_t start = s->at, next, at = word_end(s->map, start);
    s->capital = is_upper(text_decode(s->text, start, &next));
    size_t dotted = dotted_end(s, start);
    if (dotted > start) {
        bool known;
        if (!add_dotted(s, start, dotted, &known)) return false;
        if (known) {
            s->at = dotted;
            return true;
        }
    }
    if (at > s->end) at = s->end;
    bool letters = false, digits = false;
    for (size_t i = start; i < at; i++) {
        bool digit = is_digit((unsigned char)s->text.data[i]);
        digits |= digit;
        letters |= !digit;
    }
    if (digits && !letters) at = grouped_end(s, start, at);
    s->at = at;
    return add_run(s, start, at, letters, digits);
}

/* ---------------------------------------------------------------- islands */

/* Can a date hang on the word?  So can every one with a digit, and letters with stops: "a.m." */
static inline bool is_core(const uint64_t *cores, annals_text text, size_t start, size_t end) {
    const uint64_t forty = UINT64_C(0x4040404040404040); /* the bit that ASCII letters have, and digits have not */
    size_t left = text.length - start, length = end - start;
    uint64_t key = bytes_key(text.data + start, left < 8 ? left : 8);
    uint64_t within = length < 8 ? (UINT64_C(1) << 8 * length) - 1 : ~UINT64_C(0);
    uint32_t hash = core_hash(key, length);
    bool known = cores[hash / 64] >> hash % 64 & 1;
    bool number = (~key & ~(key >> 1) & forty & within) != 0 || is_digit((unsigned char)text.data[end - 1]);
    bool dotted = length == 1 && (key >> 8 & 0xFF) == '.';
    return known | number | dotted;
}

/* Note where the cores of the next stretch begin.  Nothing here depends on the words but what is stored, so that there
 * is little to mispredict. */
static void find_cores(scanner *s) {
    const uint64_t *cores = s->grammar->cores, *words = s->map->word;
    const annals_text text = s->text;
    size_t count = 0, open = s->open, group = s->group;
    for (; group < s->groups && count + 33 <= MOST_CORES; group++) {
        uint64_t word = words[group], before = word << 1 | (open != SIZE_MAX);
        uint64_t starts = word & ~before, ends = before & ~word;
        size_t base = s->map->start + 64 * group;
        if (ends && open != SIZE_MAX) {
            s->cores[count] = open;
            count += is_core(cores, text, open, base + (size_t)__builtin_ctzll(ends));
            ends &= ends - 1;
            open = SIZE_MAX;
        }
        for (; ends; ends &= ends - 1, starts &= starts - 1) {
            size_t start = base + (size_t)__builtin_ctzll(starts);
            s->cores[count] = start;
            count += is_core(cores, text, start, base + (size_t)__builtin_ctzll(ends));
        }
        if (starts) open = base + (size_t)__builtin_ctzll(starts);
    }
    s->group = group;
    s->open = open;
    s->core_count = count;
    s->next_core = 0;
}

/* Where the words begin that stand before a core and may belong to its date. */
static size_t island_start(const scanner *s, size_t core) {
    for (size_t start = core;;) {
        size_t end = start, next;
        while (end > s->at && !in_word(s->map, end - 1)) end--;
        size_t begin = end;
        while (begin > s->at && in_word(s->map, begin - 1)) begin--;
        if (begin == end || (end - begin == 1 && s->text.data[end] == '.')) return start;
        bool capital = is_upper(text_decode(s->text, begin, &next));
        uint16_t lexeme = find_lexeme(s->grammar, text_slice(s->text, begin, end), capital);
        if (lexeme == NO_RULE) return start;
        if (gap_between(s, end, start, s->grammar->lexemes[lexeme].abbreviation, false) == GAP_OTHER) return start;
        start = begin;
    }
}

/* Read the tokens around a core. */
static bool read_island(scanner *s, size_t core) {
    s->tokens.count = 0;
    s->parted = false;
    s->at = island_start(s, core);
    while (s->at < s->end) {
        size_t start = s->at, count = s->tokens.count;
        if (!read_word(s)) return false;
        if (s->parted) s->at = start;
        if (s->parted || s->tokens.count == count) break;
        s->at = next_word(s->map, s->at);
    }
    return s->tokens.count > 0;
}

void scan_block(scanner *s, const byte_map *map) {
    s->map = map;
    s->group = 0;
    s->groups = (map->end - map->start) / 64 + 1;
    s->open = SIZE_MAX;
    s->core_count = s->next_core = 0;
}

void scan_sentence(scanner *s, size_t start, size_t end) {
    s->at = start;
    s->end = end;
}

bool next_island(scanner *s) {
    for (;;) {
        while (s->next_core == s->core_count) {
            if (s->group == s->groups) return false;
            find_cores(s);
        }
        size_t core = s->cores[s->next_core];
        if (core >= s->end) return false;
        s->next_core++;
        if (core < s->at) continue; /* in the island before */
        if (read_island(s, core)) return true;
        if (s->failed) return false;
    }
}

/* ---------------------------------------------------------------- readings */

reading_cursor readings_of(const grammar *g, const token *t) {
    return (reading_cursor){g, t, t->lexeme, 0,
                            g->shapes_of_digits[t->digits < DIGIT_ROWS ? t->digits : DIGIT_ROWS - 1]};
}

static bool next_shape(reading_cursor *c, lex_reading *out) {
    const token *t = c->token;
    for (; c->shapes; c->shapes &= c->shapes - 1) {
        const number_shape *s = &c->grammar->shapes[__builtin_ctzll(c->shapes)];
        if (t->number < s->least || t->number > s->most) continue;
        c->shapes &= c->shapes - 1;
        *out = (lex_reading){s->category, 0};
        return true;
    }
    return false;
}

bool next_reading(reading_cursor *c, lex_reading *out) {
    if (c->token->lexeme == NO_RULE) return next_shape(c, out);
    while (c->lexeme != NO_RULE) {
        const lex_entry *x = &c->grammar->lexemes[c->lexeme];
        if ((!x->capital || c->token->capital) && c->index < x->reading_count) {
            *out = c->grammar->readings[x->first_reading + c->index++];
            return true;
        }
        c->lexeme = x->next;
        c->index = 0;
    }
    return false;
}
