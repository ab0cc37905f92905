#include "scan.h"

#include "language.h"
#include "text.h"

#include <string.h>

enum { MOST_LETTERS = 6 /* of a dotted word */ };

/* Eight bytes, or what is left of the text. */
static inline uint64_t key_at(annals_text text, size_t at) {
    if (at + 8 <= text.length) return eight_bytes(text.data + at);
    return bytes_key(text.data + at, text.length - at);
}

static bool capital_at(annals_text text, size_t at) {
    size_t next;
    return is_upper(text_decode(text, at, &next));
}

/* The first lexeme of text[start, end) whose demand for a capital is met. */
static uint16_t find_lexeme(const grammar *g, annals_text text, size_t start, size_t end) {
    const char *word = text.data + start;
    size_t length = end - start;
    if (length > LONGEST_FORM) return NO_RULE;
    form_key key = key_from(key_at(text, start), word, length);
    uint16_t i = g->slots[form_hash(key, g->hash_factor) & g->slot_mask];
    const lex_entry *e = i == NO_RULE ? NULL : &g->lexemes[i];
    if (!e || e->head != key.head || e->tail != key.tail || !key_is_form(key, word, e->form, e->length)) return NO_RULE;
    while (i != NO_RULE && g->lexemes[i].capital && !capital_at(text, start)) i = g->lexemes[i].next;
    return i;
}

/* What the word means in the category, or null. */
static const lex_reading *reading_in(const grammar *g, annals_text word, const char *category) {
    if (!word.length) return NULL;
    uint16_t lexeme = find_lexeme(g, word, 0, word.length);
    if (lexeme == NO_RULE) return NULL;
    reading_span span = g->lexemes[lexeme].readings[capital_at(word, 0)];
    for (size_t i = 0; i < span.count; i++)
        if (!strcmp(g->categories[g->readings[span.first + i].category], category)) return &g->readings[span.first + i];
    return NULL;
}

bool is_of_category(const grammar *g, annals_text word, const char *category) {
    return reading_in(g, word, category);
}

int value_of_word(const grammar *g, annals_text word, const char *category) {
    const lex_reading *r = reading_in(g, word, category);
    return r ? r->value : 0;
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
    case '&':
        return GAP_AMPERSAND;
    default:
        return GAP_OTHER;
    }
}

/* "October 25 (November 7), 1917", "[27 October], 1962": what a closing bracket is followed by; "May 5, [1848]". */
static bool bracket_pair(uint16_t gap, uint16_t sign, uint32_t c) {
    if (gap == GAP_COMMA) return c == '[';
    return gap == GAP_BRACKET && (sign == GAP_COMMA || c == '(' || c == '[');
}

static bool behind_digit(const scanner *s, size_t at) {
    return at && is_digit((unsigned char)s->text.data[at - 1]);
}

/* One sign at most; a double hyphen is a dash, ", '62" an apostrophe; a blank line parts everything. */
static uint16_t gap_of_signs(const scanner *s, size_t start, size_t end, bool abbreviation, bool ordinal) {
    uint16_t gap = GAP_NONE;
    int lines = 0;
    if (abbreviation && start < end && s->text.data[start] == '.') start++;
    for (size_t at = start, next, behind; at < end; at = next) {
        uint32_t c = text_decode(s->text, at, &next);
        if (c == '\n' && ++lines > 1) return GAP_OTHER;
        annals_text rest = text_slice(s->text, at, end);
        if (text_starts(rest, "(?)") || text_starts(rest, "[?]")) { /* "3(?) May 1861" */
            next = at + sizeof "(?)" - 1;
            continue;
        }
        if (is_space(c)) {
            if (gap == GAP_NONE) gap = GAP_SPACE;
            continue;
        }
        if (c == '>' && lines) continue; /* the mark of a quoted mail */
        uint16_t sign = gap_of_sign(c);
        bool doubted = c == '?' && next < end &&
                       (byte_in(s->text.data[next], "])") || is_dash(text_decode(s->text, next, &behind)));
        if (c == '?' && at == start && behind_digit(s, at)) doubted = true; /* "5? May 1848", all in one sentence */
        if (doubted) continue;                                              /* "[27 October?] 1962", "1490?-1543" */
        bool first = gap == GAP_NONE || gap == GAP_SPACE;
        first |= ordinal && gap == GAP_DOT && sign & (GAP_DASH | GAP_SLASH | GAP_COMMA); /* "3./4. Mai" */
        bool pair = (sign == GAP_DASH && gap == GAP_DASH) ||
                    (sign == GAP_APOSTROPHE && gap & (GAP_COMMA | GAP_DASH | GAP_AMPERSAND)) ||
                    (sign == GAP_AMPERSAND && gap == GAP_COMMA) || bracket_pair(gap, sign, c);
        if (!first && !pair) return GAP_OTHER;
        gap = gap == GAP_BRACKET ? gap : sign;
    }
    return gap;
}

/* It is a blank most often. */
static inline uint16_t gap_between(const scanner *s, size_t start, size_t end, bool abbreviation, bool ordinal) {
    if (end - start == 1 && s->text.data[start] == ' ') return GAP_SPACE;
    return gap_of_signs(s, start, end, abbreviation, ordinal);
}

/* ---------------------------------------------------------------- tokens */

/* "12.-14. IX. 1938": a stop and a dash between two numbers, as no sentence ends. */
static bool parts_days(const scanner *s, size_t at) {
    size_t next;
    if (at + 2 >= s->end || s->text.data[at] != '.') return false;
    uint32_t c = text_decode(s->text, at + 1, &next);
    return is_dash(c) && c != 0x2014 && next < s->end && is_digit((unsigned char)s->text.data[next]);
}

/* "c.1380", "Oct.27": the stop of an abbreviation parts them as a blank would. */
enum { GAP_STOPPED = GAP_NONE | GAP_SPACE };

/* "30.IV./1.V.1945": the month in Roman numerals. */
static bool is_numeral(const scanner *s, const token *t) {
    for (size_t at = t->start; at < t->end; at++)
        if (!byte_in(s->text.data[at], "IVX")) return false;
    return true;
}

/* A new token, to be completed where it stands; null when it is no neighbour of the one before, which ends the island,
 * or when memory runs out. */
static token *add(scanner *s, size_t start, size_t end) {
    token_list *out = &s->tokens;
    uint16_t gap = GAP_OTHER;
    if (out->count) {
        const token *last = &out->items[out->count - 1];
        bool abbreviation = last->lexeme != NO_RULE && s->grammar->lexemes[last->lexeme].abbreviation;
        bool ordinal =
            last->lexeme == NO_RULE ? s->grammar->dots_ordinals || parts_days(s, last->end) : is_numeral(s, last);
        gap = gap_between(s, last->end, start, abbreviation, ordinal);
        if (abbreviation && gap == GAP_NONE && start > last->end) gap = GAP_STOPPED;
        s->parted = gap == GAP_OTHER;
        if (s->parted) return NULL;
    }
    s->failed |= !ARENA_ROOM(s->arena, out);
    if (s->failed) return NULL;
    token *t = &out->items[out->count++];
    *t = (token){.start = start, .end = end, .gap = gap, .lexeme = NO_RULE};
    return t;
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

/* "sshd[1938]": the number of what runs; but "Knuth[1973]" */
static bool behind_small_word(const scanner *s, size_t at) {
    enum { LONGEST = 24 };
    size_t start = at;
    while (start && at - start < LONGEST && is_letter(before(s, start))) start--;
    return start < at && is_lower((unsigned char)s->text.data[start]);
}

static bool rough_on_left(const scanner *s, size_t at) {
    uint32_t c = before(s, at);
    if (c == '[') return at > 1 && behind_small_word(s, at - 1);
    if (c != ' ')
        return is_letter(c) || number_sign(c) || joining_dash(c) || c == '/' || c == '.' || c == ':' ||
               (c == ',' && at > 1 && is_digit(before(s, at - 1)));
    while (at && s->text.data[at - 1] == ' ') at--;
    c = before(s, at);
    return c == '#' || c == '$' || c == 0xA3 || c == 0x20AC || c == 0xA7 || c == 0x2116;
}

static size_t digits_end(const scanner *s, size_t at) {
    while (at < s->end && is_digit((unsigned char)s->text.data[at])) at++;
    return at;
}

/* "On 3 May 1863,4 and again": the number of a footnote behind the comma that follows a month and its year. */
static bool notes_date(const scanner *s, size_t at) {
    enum { OF_YEAR = 4, OF_NOTE = 2 };
    size_t count = s->tokens.count, end = digits_end(s, at);
    if (count < 2 || s->tokens.items[count - 1].digits != OF_YEAR || end == at || end - at > OF_NOTE) return false;
    if (end + 1 >= s->end || s->text.data[end] != ' ' || !is_letter((unsigned char)s->text.data[end + 1])) return false;
    const token *month = &s->tokens.items[count - 2];
    annals_text word = text_slice(s->text, month->start, month->end);
    return month->lexeme != NO_RULE && in_context(s->grammar, word, CONTEXT_CALENDAR_WORD);
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
    if (c <= ' ') return false;
    if (is_letter(c)) return true; /* "12B", where no rule takes the letter too */
    if (number_sign(c)) return true;
    if (c == '.' && note_number(s, next)) return false;
    if (c == ',' && notes_date(s, next)) return false;
    if (c == '.' || c == ',' || c == ':') return is_digit(d);
    return (joining_dash(c) || c == '/') && (is_digit(d) || is_letter(d));
}

/* "14,000" and "1,234,567" are one number. */
static size_t grouped_end(const scanner *s, size_t start, size_t end) {
    if (end - start > 3) return end;
    while (end < s->end && s->text.data[end] == ',' && digits_end(s, end + 1) == end + 4) end += 4;
    return end;
}

static void add_number(scanner *s, size_t start, size_t end) {
    enum { MOST_DIGITS = 255 };
    token *t = add(s, start, end);
    if (!t) return;
    int64_t value = 0;
    for (size_t i = start; i < end; i++)
        if (s->text.data[i] != ',' && value < 1000000000) value = value * 10 + (s->text.data[i] - '0');
    t->number = value > INT32_MAX ? INT32_MAX : (int32_t)value;
    t->digits = (uint8_t)(end - start < MOST_DIGITS ? end - start : MOST_DIGITS); /* a comma too: 1,911 is no year */
    t->rough_left = t->gap != GAP_STOPPED && rough_on_left(s, start);
    t->rough_right = rough_on_right(s, end);
}

static void add_lexeme(scanner *s, size_t start, size_t end, uint16_t lexeme) {
    token *t = add(s, start, end);
    if (!t) return;
    t->lexeme = lexeme;
    t->capital = capital_at(s->text, start);
}

/* A word of the lexicon becomes a token, any other none. */
static bool add_word(scanner *s, size_t start, size_t end) {
    uint16_t lexeme = find_lexeme(s->grammar, s->text, start, end);
    if (lexeme != NO_RULE) add_lexeme(s, start, end, lexeme);
    return lexeme != NO_RULE;
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

static bool add_dotted(scanner *s, size_t start, size_t end) {
    char form[LONGEST_FORM];
    size_t n = 0;
    for (size_t i = start; i < end - (s->text.data[end - 1] == '.') && n < sizeof form; i++)
        if (s->text.data[i] != ' ') form[n++] = s->text.data[i];
    uint16_t lexeme = find_lexeme(s->grammar, (annals_text){form, n}, 0, n);
    if (lexeme != NO_RULE) add_lexeme(s, start, end, lexeme);
    return lexeme != NO_RULE;
}

/* "7th", "5pm", "03SEP39", "112130Z", "Q3", "FY63": digits and known words in turn are tokens side by side; anything
 * else that mixes letters and digits is one unknown word. */
static bool part_known(const scanner *s, size_t at, size_t end) {
    return at < end && find_lexeme(s->grammar, s->text, at, end) != NO_RULE;
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

static void add_parts(scanner *s, size_t start, size_t end) {
    if (!all_parts_known(s, start, end)) return;
    for (size_t at = start, next; at < end; at = next) {
        next = part_end(s, at, end);
        if (is_digit((unsigned char)s->text.data[at])) add_number(s, at, next);
        else add_word(s, at, next);
    }
}

/* "Septem-\nber": where the rest of a word begins that is cut at the end of its line; `end` when it is not. */
static size_t rest_of_word(annals_text text, size_t end, size_t limit) {
    size_t at = end + 1, next;
    if (at >= limit || text.data[end] != '-') return end;
    while (at < limit && byte_in(text.data[at], " \r")) at++;
    if (at == limit || text.data[at++] != '\n') return end;
    while (at < limit && byte_in(text.data[at], " \t")) at++;
    return at < limit && is_lower(text_decode(text, at, &next)) ? at : end;
}

/* The lexeme that both parts make, and whether a date can hang on it; NO_RULE when they make none. */
static uint16_t join_word(const grammar *g, annals_text text, size_t start, size_t end, size_t rest, size_t behind,
                          uint8_t *marks) {
    char word[LONGEST_FORM];
    size_t first = end - start, length = first + behind - rest;
    if (length > sizeof word) return NO_RULE;
    memcpy(word, text.data + start, first);
    memcpy(word + first, text.data + rest, behind - rest);
    annals_text joined = {word, length};
    *marks = g->marks[core_hash(key_at(joined, 0), length)];
    return find_lexeme(g, joined, 0, length);
}

static bool add_cut_word(scanner *s, size_t start, size_t end) {
    size_t rest = rest_of_word(s->text, end, s->end), behind = rest > end ? word_end(s->map, rest) : end;
    uint8_t marks;
    uint16_t lexeme = rest > end ? join_word(s->grammar, s->text, start, end, rest, behind, &marks) : NO_RULE;
    if (lexeme == NO_RULE || behind > s->end) return false;
    s->at = behind;
    add_lexeme(s, start, behind, lexeme);
    return true;
}

/* Read the word that begins at s->at. */
static void read_word(scanner *s) {
    size_t start = s->at, end = word_end(s->map, start);
    bool stop = start + 1 < s->end && s->text.data[start + 1] == '.';
    s->at = stop ? dotted_end(s, start) : start;
    if (s->at > start && add_dotted(s, start, s->at)) return;
    s->at = end = end < s->end ? end : s->end;
    if (add_cut_word(s, start, end)) return;
    if (!is_digit((unsigned char)s->text.data[start])) {
        if (!add_word(s, start, end)) add_parts(s, start, end);
    } else if (digits_end(s, start) < end) {
        add_parts(s, start, end);
    } else {
        s->at = grouped_end(s, start, end);
        add_number(s, start, s->at);
    }
}

/* ---------------------------------------------------------------- islands */

/* Digits behind a letter: mark where their word begins, unless that is too long for a date. */
static void mark_mixed(byte_map *m, size_t group, uint64_t digits) {
    uint64_t word = m->word[group], before = group ? m->word[group - 1] : 0;
    for (; digits; digits &= digits - 1) {
        unsigned bit = (unsigned)__builtin_ctzll(digits);
        uint64_t others = ~(word << (63 - bit) | before >> 1 >> bit);
        if (!others) continue;
        size_t start = 64 * group + bit + 1 - (size_t)__builtin_clzll(others);
        m->core[start / 64] |= UINT64_C(1) << start % 64;
    }
}

/* Mark the words that begin in a group.  A date can hang on those that the grammar says, every one with a digit, and
 * letters with stops: "a.m."  Nothing here depends on the words but what is stored, so that there is little to
 * mispredict.  Words begin two bytes apart at least, and three but for single letters, which are no verbs: so their
 * marks have room side by side, and only the last word's may reach beyond the group. */
static inline void mark_group(const uint8_t *marks, annals_text text, byte_map *m, size_t group, uint64_t starts,
                              uint64_t ends) {
    uint64_t all = 0, last = 0, next = m->word[group + 1], left = starts;
    uint64_t single = ~(m->word[group] >> 1 | next << 63), stop = m->stop[group] >> 1 | m->stop[group + 1] << 63;
    size_t base = m->start + 64 * group, beyond = 64 + (size_t)__builtin_ctzll(~next | UINT64_C(1) << 63);
    for (; ends; left &= left - 1, ends &= ends - 1) {
        size_t bit = (size_t)__builtin_ctzll(left), end = (size_t)__builtin_ctzll(ends);
        uint64_t room = MARK_KNOWN | MARK_CORE | (uint64_t)(end - bit > 1) * MARK_VERB; /* a verb may share its hash */
        all |= (marks[core_hash(key_at(text, base + bit), end - bit)] & room) << bit;
    }
    if (left) {
        size_t bit = (size_t)__builtin_ctzll(left);
        last = marks[core_hash(key_at(text, base + bit), beyond - bit)];
        all |= last << bit;
    }
    m->known[group] = starts & all;
    m->core[group] = starts & (all >> 1 | last / MARK_CORE << 63 | m->digit[group] | stop);
    m->verb[group] = starts & (all >> 2 | last / MARK_VERB * 3 << 62) & ~single;
}

static inline void mark_groups(const grammar *g, annals_text text, byte_map *m) {
    uint64_t inside = 0, digit_before = 0;
    for (size_t i = 0; i < m->count; i++) {
        uint64_t word = m->word[i], before = word << 1 | inside, digit = m->digit[i];
        uint64_t starts = word & ~before, ends = before & ~word;
        if (inside) ends &= ends - 1; /* of a word that begins before */
        mark_group(g->marks, text, m, i, starts, ends);
        uint64_t mixed = digit & ~(digit << 1 | digit_before) & ~starts;
        if (mixed) mark_mixed(m, i, mixed);
        inside = word >> 63;
        digit_before = digit >> 63;
    }
}

/* Where the machine counts and shifts bits in one instruction, the same in a third less. */
#if defined __x86_64__ && defined __GNUC__
__attribute__((target("bmi,bmi2"), flatten)) static void mark_groups_bmi(const grammar *g, annals_text text,
                                                                         byte_map *m) {
    mark_groups(g, text, m);
}
#define HAS_BMI (__builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2"))
#else
#define mark_groups_bmi mark_groups
#define HAS_BMI         false
#endif

static void set_bit(const byte_map *m, uint64_t *mask, size_t at) {
    mask[(at - m->start) / 64] |= UINT64_C(1) << (at - m->start) % 64;
}

/* The word that is cut at the end of a line: its parts are marked as the whole would be. */
static void mark_cut_word(const grammar *g, annals_text text, byte_map *m, size_t line_end) {
    size_t end = line_end;
    while (end > m->start && byte_in(text.data[end - 1], " \r")) end--;
    if (end == m->start || text.data[--end] != '-' || end == m->start || !in_word(m, end - 1)) return;
    size_t start = behind_byte(m, m->word, ~UINT64_C(0), m->start, end), rest = rest_of_word(text, end, m->end);
    uint8_t marks;
    if (rest == end || join_word(g, text, start, end, rest, word_end(m, rest), &marks) == NO_RULE) return;
    set_bit(m, m->known, start);
    set_bit(m, m->known, rest);
    if (marks & MARK_CORE) set_bit(m, m->core, start);
}

static void mark_cut_words(const grammar *g, annals_text text, byte_map *m) {
    const char *at = text.data + m->start, *end = text.data + m->end;
    for (; at < end && (at = memchr(at, '\n', (size_t)(end - at))); at++)
        mark_cut_word(g, text, m, (size_t)(at - text.data));
}

static void mark_words(const grammar *g, annals_text text, byte_map *m) {
    if (HAS_BMI) mark_groups_bmi(g, text, m);
    else mark_groups(g, text, m);
    mark_cut_words(g, text, m);
}

/* Where the words begin that stand before a core and may belong to its date. */
static size_t island_start(const scanner *s, size_t core) {
    for (size_t start = core;;) {
        size_t end = behind_byte(s->map, s->map->word, 0, s->at, start);
        size_t begin = behind_byte(s->map, s->map->word, ~UINT64_C(0), s->at, end);
        if (begin == end || !has_bit(s->map, s->map->known, begin)) return start;
        bool stop = s->text.data[end] == '.';
        if (stop && end - begin == 1) return start;
        uint16_t lexeme = stop ? find_lexeme(s->grammar, s->text, begin, end) : NO_RULE;
        bool abbreviation = lexeme != NO_RULE && s->grammar->lexemes[lexeme].abbreviation;
        if (gap_between(s, end, start, abbreviation, false) == GAP_OTHER) return start;
        start = begin;
    }
}

/* Can what begins there be a token: a word, or the rest of one? */
static bool may_be_token(const scanner *s, size_t at) {
    const byte_map *m = s->map;
    return has_bit(m, m->known, at) || has_bit(m, m->core, at) || (at > m->start && in_word(m, at - 1));
}

/* Where the words end that stand behind a core and may all be tokens; a run that is too long to be remembered is not
 * looked through. */
static size_t run_end(const scanner *s, size_t core) {
    const byte_map *m = s->map;
    size_t end = word_end(m, core), next = next_word(m, end);
    while (next < s->end && end - core <= LONGEST_RUN && (has_bit(m, m->known, next) || has_bit(m, m->core, next))) {
        end = word_end(m, next);
        next = next_word(m, end);
    }
    return end < s->end ? end : s->end;
}

bool next_run(scanner *s) {
    size_t core = s->core = next_byte(s->map, s->map->core, 0, s->at > s->core ? s->at : s->core);
    if (core >= s->end) return false;
    size_t start = island_start(s, core), end = run_end(s, core), left = s->end - end;
    s->run = (word_run){start, core, end, left < RUN_OUTLOOK ? (uint8_t)left : RUN_OUTLOOK, false, true};
    s->run.whole = start == s->map->start || !in_word(s->map, start - 1);
    s->run.rough_left = is_digit((unsigned char)s->text.data[start]) && rough_on_left(s, start);
    s->core++;
    return true;
}

bool read_island(scanner *s) {
    size_t core = s->run.core;
    s->tokens.count = 0;
    s->parted = false;
    s->at = s->run.start;
    while (s->at < s->end && may_be_token(s, s->at)) {
        size_t start = s->at, count = s->tokens.count;
        read_word(s);
        if (s->parted) s->at = start;
        if (s->parted || s->failed || (s->tokens.count == count && s->at > core)) break;
        if (s->tokens.count == count) s->tokens.count = 0; /* a word before the core that only seemed to be known */
        s->at = next_word(s->map, s->at);
    }
    return s->tokens.count > 0 && s->tokens.items[s->tokens.count - 1].end > core && !s->failed;
}

void scan_block(scanner *s, byte_map *map) {
    mark_words(s->grammar, s->text, map);
    s->map = map;
    s->core = map->start;
}

void scan_sentence(scanner *s, size_t start, size_t end) {
    s->start = s->at = start;
    s->end = end;
}

bool next_island(scanner *s) {
    while (next_run(s)) {
        if (read_island(s)) return true;
        if (s->failed) return false;
    }
    return false;
}

/* ---------------------------------------------------------------- readings */

const reading_span *readings_of(const grammar *g, const token *t) {
    if (t->lexeme != NO_RULE) return &g->lexemes[t->lexeme].readings[t->capital];
    const number_range *r = &g->numbers[g->number_rows[t->digits < DIGIT_ROWS ? t->digits : DIGIT_ROWS - 1]];
    while (t->number > r->last) r++;
    return &r->readings;
}
