/* letters.c: capital and small letters of UTF-8 beyond ASCII, for the scanner only knows those of ASCII apart. */
#include "gen.h"

#include <ctype.h>
#include <string.h>

/* Capitals from `first` to `last` stand `distance` before their small letters; with distance 1 they take turns. */
static const struct letter_range {
    uint32_t first, last, distance;
} ranges[] = {
    {'A', 'Z', 32},     {0xC0, 0xD6, 32},   {0xD8, 0xDE, 32},   {0x100, 0x137, 1},  {0x139, 0x148, 1},
    {0x14A, 0x177, 1},  {0x179, 0x17E, 1},  {0x386, 0x386, 38}, {0x388, 0x38A, 37}, {0x38C, 0x38C, 64},
    {0x38E, 0x38F, 63}, {0x391, 0x3AB, 32}, {0x400, 0x40F, 80}, {0x410, 0x42F, 32}, {0x460, 0x481, 1},
    {0x48A, 0x4BF, 1},  {0x4D0, 0x52F, 1},
};

static uint32_t lower(uint32_t c) {
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        struct letter_range r = ranges[i];
        if (c < r.first || c > r.last) continue;
        return r.distance > 1 || (c - r.first) % 2 == 0 ? c + r.distance : c;
    }
    return c;
}

static uint32_t upper(uint32_t c) {
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        struct letter_range r = ranges[i];
        if (c < r.first + r.distance || c > r.last + r.distance) continue;
        uint32_t capital = c - r.distance;
        if (capital <= r.last && (r.distance > 1 || (capital - r.first) % 2 == 0)) return capital;
    }
    return c;
}

static uint32_t decode(const char **p) {
    const unsigned char *s = (const unsigned char *)*p;
    size_t n = *s < 0x80 ? 1 : *s < 0xE0 ? 2 : *s < 0xF0 ? 3 : 4;
    uint32_t c = n > 1 ? *s & (0x7Fu >> n) : *s;
    size_t i = 1;
    for (; i < n && s[i]; i++) c = c << 6 | (s[i] & 0x3F);
    *p += i;
    return c;
}

static size_t encode(uint32_t c, char *out) {
    static const unsigned char marks[] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    if (n == 1) {
        *out = (char)c;
        return 1;
    }
    for (size_t i = n; i-- > 1; c >>= 6) out[i] = (char)(0x80 | (c & 0x3F));
    *out = (char)(marks[n] | c);
    return n;
}

bool begins_with_capital(const char *form) {
    const char *p = form;
    uint32_t c = decode(&p);
    return lower(c) != c;
}

void spell_form(const char *form, letter_case which, char spelled[MAX_NAME]) {
    size_t n = 0;
    bool first = true;
    for (const char *p = form; *p && n + 4 < MAX_NAME; first = false) {
        uint32_t c = lower(decode(&p));
        bool capital = c >= 0x80 && (which == ALL_CAPITALS || (which == FIRST_CAPITAL && first));
        n += encode(capital ? upper(c) : c, spelled + n);
    }
    spelled[n] = 0;
}

static uint64_t hash_form(const char *form, uint32_t mark) {
    uint64_t letters = FAMILY_SEED;
    for (const char *p = form; *p;) {
        uint32_t c = lower(decode(&p));
        if (c >= 0x80 || isalnum((int)c) || c == mark) letters = add_letter(letters, c);
    }
    return letters;
}

uint64_t letters_of(const char *form) {
    return hash_form(form, 0);
}

uint64_t parted_letters_of(const char *form) {
    return hash_form(form, PARTED);
}
