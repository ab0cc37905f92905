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

bool text_wrap(text_measure m, memory_pool *pool, text_style style, annals_text text, double width, text_block *block) {
    static const char dash[] = "– ";
    text_block begin, end;
    if (!m.wrap(m.context, pool, style, text, width, block)) return false;
    bool time = style == STYLE_DATE || style == STYLE_TIME;
    const char *found = time && block->count > 1 ? strstr(text.data, dash) : NULL;
    size_t offset = found ? (size_t)(found - text.data) + strlen(dash) : SIZE_MAX;
    if (offset >= text.length) return true;
    annals_text first = {text.data, offset - 1}, second = {text.data + offset, text.length - offset};
    if (!m.wrap(m.context, pool, style, first, width, &begin) || !m.wrap(m.context, pool, style, second, width, &end))
        return false;
    return begin.count + end.count > block->count || join_blocks(pool, &begin, &end, offset, block);
}

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
