/* text.c: clean text. */
#include "text.h"

#include <string.h>

bool text_same(annals_text a, annals_text b) {
    return a.length == b.length && (!a.length || !memcmp(a.data, b.data, a.length));
}

static annals_text without_stop(annals_text text) {
    while (text.length && strchr(".!?", text.data[text.length - 1])) text.length--;
    return text;
}

bool text_repeats(annals_text account, annals_text headline) {
    return text_same(without_stop(account), without_stop(headline));
}

uint32_t text_digest(uint32_t seed, annals_text text) {
    uint32_t hash = 2166136261u ^ seed;
    for (size_t i = 0; i < text.length; i++) hash = (hash ^ (unsigned char)text.data[i]) * 16777619u;
    return hash ^ hash >> 16;
}

annals_text text_of_block(const text_block *block) {
    return block->plain.length ? block->plain : block->text;
}

double text_block_height(const text_block *block) {
    return (double)block->count * face_of(block->style)->leading;
}

/* The lines of two blocks one below the other; the text of `second` begins `offset` bytes after that of `first`. */
static bool join_blocks(memory_pool *pool, const text_block *first, const text_block *second, size_t offset,
                        text_block *out) {
    text_line *lines = POOL_ARRAY(pool, text_line, first->count + second->count);
    if (!lines) return false;
    memcpy(lines, first->lines, first->count * sizeof *lines);
    lines[first->count - 1].length = offset - lines[first->count - 1].offset;
    for (size_t i = 0; i < second->count; i++) {
        lines[first->count + i] = second->lines[i];
        lines[first->count + i].offset += offset;
    }
    out->lines = lines;
    out->count = first->count + second->count;
    out->width = first->width > second->width ? first->width : second->width;
    return true;
}

static bool wrap_time(text_measure m, memory_pool *pool, text_style style, annals_text text, double width,
                      text_block *block) {
    static const char dash[] = "– ";
    text_block begin, end;
    const char *found = block->count > 1 ? strstr(text.data, dash) : NULL;
    size_t offset = found ? (size_t)(found - text.data) + strlen(dash) : SIZE_MAX;
    if (offset >= text.length) return true;
    annals_text first = {text.data, offset - 1}, second = {text.data + offset, text.length - offset};
    if (!m.wrap(m.context, pool, style, first, width, &begin) || !m.wrap(m.context, pool, style, second, width, &end))
        return false;
    return begin.count + end.count > block->count || join_blocks(pool, &begin, &end, offset, block);
}

/* ------------------------------------------------------------------ where lines should not end */

/* Bytes of the letter at `at`, of a script whose words are hyphenated: Latin, Greek or Cyrillic; 0: there is none. */
static size_t letter_at(annals_text text, size_t at) {
    unsigned char c = at < text.length ? (unsigned char)text.data[at] : 0;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return 1;
    return c >= 0xc3 && c <= 0xd3 ? 2 : 0;
}

static bool is_inside(unsigned char c) {
    return (c & 0xc0) == 0x80;
}

/* The letter that ends before `end`; `end` where there is none. */
static size_t letter_before(annals_text text, size_t end) {
    size_t at = end;
    if (at) at--;
    while (at && is_inside((unsigned char)text.data[at])) at--;
    return at < end && letter_at(text, at) == end - at ? at : end;
}

/* A capital: of the letters of two bytes, those of Latin-1, and of Greek and Cyrillic. */
static bool is_capital(annals_text text, size_t at) {
    unsigned char c = (unsigned char)text.data[at], d = (unsigned char)text.data[at + 1];
    if (letter_at(text, at) == 1) return c <= 'Z';
    return (c == 0xc3 && d < 0x9f) || (c == 0xce && d >= 0x86 && d < 0xaa) || (c == 0xd0 && d < 0xb0);
}

/* The blank before `end` parts an initial from a name: "F. Castro". */
static bool parts_initial(annals_text text, size_t begin, size_t end) {
    if (end < begin + 4 || text.data[end - 1] != ' ' || text.data[end - 2] != '.') return false;
    size_t at = letter_before(text, end - 2);
    return at < end - 2 && at > begin && text.data[at - 1] == ' ' && is_capital(text, at);
}

/* The word around `end` is of letters alone: no address, and no number. */
static bool breaks_word(annals_text text, size_t end) {
    if (letter_before(text, end) == end || !letter_at(text, end)) return false;
    size_t from = end, to = end;
    while (from && text.data[from - 1] != ' ') from--;
    while (to < text.length && text.data[to] != ' ') to++;
    for (size_t i = from; i < to; i++)
        if (strchr("0123456789/@_=\\#&", text.data[i]) || (text.data[i] == '.' && i + 1 < to)) return false;
    return true;
}

static bool is_vowel(annals_text text, size_t at) {
    return at < text.length && strchr("aeiouyAEIOUY", text.data[at]) != NULL;
}

/* Between a vowel and a consonant that another vowel follows. */
static bool ends_syllable(annals_text text, size_t at) {
    return is_vowel(text, letter_before(text, at)) && !is_vowel(text, at) && is_vowel(text, at + letter_at(text, at));
}

/* `text` with `count` bytes at `at` replaced; without data when memory runs out. */
static annals_text replaced(memory_pool *pool, annals_text text, size_t at, size_t count, const char *with) {
    size_t added = strlen(with);
    char *out = pool_take(pool, text.length + added + 1, 1);
    if (!out) return (annals_text){0};
    memcpy(out, text.data, at);
    memcpy(out + at, with, added);
    memcpy(out + at + added, text.data + at + count, text.length - at - count);
    return (annals_text){out, text.length - count + added};
}

static bool ends_line(const text_block *block, size_t at) {
    for (size_t i = 1; i < block->count; i++)
        if (block->lines[i].offset == at) return true;
    return false;
}

/* Fewer letters of a word do not go to the next line. */
static bool leaves_enough(annals_text text, size_t at) {
    enum { LEAST = 3 };
    size_t letters = 0;
    for (size_t bytes; letters < LEAST && (bytes = letter_at(text, at)); at += bytes) letters++;
    return letters == LEAST;
}

/* Set the text with a hyphen in the word that line `number` breaks: behind a syllable, if one ends near. */
static bool hyphenate(text_measure m, memory_pool *pool, double width, size_t number, text_block *block) {
    enum { FARTHEST = 5 };
    annals_text text = block->text;
    size_t begin = block->lines[number].offset, at = begin + block->lines[number].length;
    size_t places[FARTHEST], count = 0, order[2 * FARTHEST], tries = 0;
    for (size_t next; count < FARTHEST && (next = letter_before(text, at)) < at && next > begin + 2; at = next)
        if (leaves_enough(text, next)) places[count++] = next;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < count; i++)
            if (ends_syllable(text, places[i]) == !pass) order[tries++] = places[i];
    for (size_t i = 0; i < tries; i++) {
        text_block tried;
        annals_text words = replaced(pool, text, order[i], 0, "-");
        if (!words.data || !m.wrap(m.context, pool, block->style, words, width, &tried)) return false;
        if (!ends_line(&tried, order[i] + 1)) continue;
        *block = tried;
        return true;
    }
    return true;
}

/* Lines that end behind an initial, or within a word, are set again. */
static bool mend_ends(text_measure m, memory_pool *pool, double width, text_block *block) {
    for (size_t i = 0; i + 1 < block->count; i++) {
        size_t begin = block->lines[i].offset, end = begin + block->lines[i].length;
        if (parts_initial(block->text, begin, end)) {
            annals_text bound = replaced(pool, block->text, end - 1, 1, "\u00a0");
            if (!bound.data || !m.wrap(m.context, pool, block->style, bound, width, block)) return false;
        } else if (breaks_word(block->text, end) && !hyphenate(m, pool, width, i, block)) {
            return false;
        }
    }
    return true;
}

bool text_wrap(text_measure m, memory_pool *pool, text_style style, annals_text text, double width, text_block *block) {
    bool time = style == STYLE_DATE || style == STYLE_TIME;
    if (!m.wrap(m.context, pool, style, text, width, block)) return false;
    if (time) return wrap_time(m, pool, style, text, width, block);
    if (!mend_ends(m, pool, width, block)) return false;
    if (block->text.data != text.data) block->plain = text;
    return true;
}

/* ------------------------------------------------------------------ lines of like length */

/* Lines that end within a word, or in a script that sets no blanks. */
static size_t broken_words(const text_block *block) {
    size_t count = 0;
    for (size_t i = 0; i + 1 < block->count; i++)
        count += block->text.data[block->lines[i].offset + block->lines[i].length - 1] != ' ';
    return count;
}

bool text_wrap_even(text_measure m, memory_pool *pool, text_style style, annals_text text, double width,
                    text_block *block) {
    enum { FEW_LINES = 4, STEPS = 5 };
    static const double short_line = 0.5;
    if (!text_wrap(m, pool, style, text, width, block)) return false;
    if (block->count < 2 || block->count > FEW_LINES) return true;
    if (block->lines[block->count - 1].width > block->width * short_line) return true;
    double narrow = block->width * short_line, wide = block->width;
    for (int i = 0; i < STEPS; i++) {
        text_block tried;
        double middle = (narrow + wide) / 2;
        if (!text_wrap(m, pool, style, text, middle, &tried)) return false;
        bool fits = tried.count <= block->count && broken_words(&tried) <= broken_words(block);
        if (fits) *block = tried;
        *(fits ? &wide : &narrow) = middle;
    }
    return true;
}

/* The words up to `end` and a mark of omission. */
static annals_text cut_words(memory_pool *pool, annals_text words, size_t end) {
    static const char omission[] = "…";
    char *out = pool_take(pool, end + sizeof omission, 1);
    if (!out) return (annals_text){0};
    memcpy(out, words.data, end);
    memcpy(out + end, omission, sizeof omission);
    return (annals_text){out, end + sizeof omission - 1};
}

bool text_wrap_cut(text_measure m, memory_pool *pool, text_style style, annals_text text, double width, size_t lines,
                   text_block *block) {
    if (!text_wrap(m, pool, style, text, width, block)) return false;
    const annals_text whole = block->text;
    size_t end = block->count > lines ? block->lines[lines].offset : 0;
    while (block->count > lines && end) {
        while (end && whole.data[end - 1] != ' ') end--;
        while (end && whole.data[end - 1] == ' ') end--;
        annals_text shorter = cut_words(pool, whole, end);
        if (!shorter.data || !text_wrap(m, pool, style, shorter, width, block)) return false;
    }
    return true;
}

annals_text text_file_name(annals_text path) {
    for (size_t i = path.length; i-- > 0;)
        if (path.data[i] == '/') return (annals_text){path.data + i + 1, path.length - i - 1};
    return path;
}

/* Decode one code point of at most `left` bytes; returns its length, or 0 when the bytes are not UTF-8. */
static size_t decode(const unsigned char *s, size_t left, uint32_t *point) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t length = s[0] < 0x80 ? 1 : s[0] >= 0xf0 && s[0] < 0xf8 ? 4 : s[0] >= 0xe0 ? 3 : s[0] >= 0xc0 ? 2 : 0;
    if (!length || length > left || s[0] >= 0xf8) return 0;
    *point = length == 1 ? s[0] : s[0] & (0x7fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((s[i] & 0xc0) != 0x80) return 0;
        *point = *point << 6 | (s[i] & 0x3fu);
    }
    bool surrogate = *point >= 0xd800 && *point <= 0xdfff;
    return *point < least[length] || surrogate || *point > 0x10ffff ? 0 : length;
}

static bool is_space(uint32_t point) {
    return point <= 0x20 || point == 0x85 || point == 0x2028 || point == 0x2029;
}

/* Controls, which print as boxes, and what is no character: XML cannot hold all of it, and cairo none. */
static bool is_unprintable(uint32_t point) {
    bool none = (point >= 0xfdd0 && point <= 0xfdef) || (point & 0xfffe) == 0xfffe;
    return (point >= 0x7f && point <= 0x9f) || none || point == 0xfeff;
}

annals_text text_clean(memory_pool *pool, annals_text text) {
    static const char replacement[] = "\xef\xbf\xbd";
    const unsigned char *s = (const unsigned char *)text.data;
    char *out = pool_take(pool, text.length * 3 + 1, 1);
    size_t n = 0, step = 1;
    bool blank = true; /* leading white space is dropped */
    for (size_t i = 0; out && i < text.length; i += step) {
        uint32_t point = 0;
        step = decode(s + i, text.length - i, &point);
        if (step && is_space(point)) {
            if (!blank) out[n++] = ' ';
            blank = true;
            continue;
        }
        if (step && is_unprintable(point)) continue;
        memcpy(out + n, step ? (const char *)s + i : replacement, step ? step : 3);
        n += step ? step : 3;
        step = step ? step : 1;
        blank = false;
    }
    if (out && n && out[n - 1] == ' ') out[--n] = 0;
    return (annals_text){out, out ? n : 0};
}
