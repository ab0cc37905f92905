/* width.c: columns of a terminal.  The table holds the scripts that chronologies are likely to be written in (Unicode
 * 14, general categories Mn, Me and Cf; UAX #11, East Asian wide and fullwidth); what it lacks counts as one column. */
#include "width.h"

#include "utf8.h"

typedef struct width_row {
    uint32_t first, last;
    unsigned char width;
} width_row;

static const width_row rows[] = {
    {.first = 0x0300, .last = 0x036F, .width = 0}, /* combining diacritical marks */
    {.first = 0x0483, .last = 0x0489, .width = 0}, /* Cyrillic */
    {.first = 0x0591, .last = 0x05BD, .width = 0}, /* Hebrew */
    {.first = 0x05BF, .last = 0x05BF, .width = 0},
    {.first = 0x05C1, .last = 0x05C2, .width = 0},
    {.first = 0x05C4, .last = 0x05C5, .width = 0},
    {.first = 0x0610, .last = 0x061C, .width = 0}, /* Arabic */
    {.first = 0x064B, .last = 0x065F, .width = 0},
    {.first = 0x06D6, .last = 0x06DC, .width = 0},
    {.first = 0x093C, .last = 0x093C, .width = 0}, /* Devanagari */
    {.first = 0x0941, .last = 0x0948, .width = 0},
    {.first = 0x094D, .last = 0x094D, .width = 0},
    {.first = 0x0E31, .last = 0x0E31, .width = 0}, /* Thai */
    {.first = 0x0E34, .last = 0x0E3A, .width = 0},
    {.first = 0x0E47, .last = 0x0E4E, .width = 0},
    {.first = 0x1100, .last = 0x115F, .width = 2}, /* Hangul */
    {.first = 0x1160, .last = 0x11FF, .width = 0},
    {.first = 0x1AB0, .last = 0x1AFF, .width = 0}, /* more combining marks */
    {.first = 0x1DC0, .last = 0x1DFF, .width = 0},
    {.first = 0x200B, .last = 0x200F, .width = 0}, /* joiners and direction marks */
    {.first = 0x202A, .last = 0x202E, .width = 0},
    {.first = 0x2060, .last = 0x206F, .width = 0},
    {.first = 0x20D0, .last = 0x20F0, .width = 0},
    {.first = 0x2E80, .last = 0x3029, .width = 2}, /* Chinese, Japanese, Korean */
    {.first = 0x302A, .last = 0x302D, .width = 0},
    {.first = 0x302E, .last = 0x303E, .width = 2},
    {.first = 0x3041, .last = 0x3096, .width = 2},
    {.first = 0x3099, .last = 0x309A, .width = 0},
    {.first = 0x309B, .last = 0x3247, .width = 2},
    {.first = 0x3250, .last = 0x4DBF, .width = 2},
    {.first = 0x4E00, .last = 0xA4C6, .width = 2},
    {.first = 0xA960, .last = 0xA97C, .width = 2},
    {.first = 0xAC00, .last = 0xD7A3, .width = 2},
    {.first = 0xF900, .last = 0xFAD9, .width = 2},
    {.first = 0xFE00, .last = 0xFE0F, .width = 0}, /* variation selectors */
    {.first = 0xFE20, .last = 0xFE2F, .width = 0},
    {.first = 0xFE30, .last = 0xFE6B, .width = 2},
    {.first = 0xFEFF, .last = 0xFEFF, .width = 0},
    {.first = 0xFF01, .last = 0xFF60, .width = 2}, /* fullwidth forms */
    {.first = 0xFFE0, .last = 0xFFE6, .width = 2},
    {.first = 0x1F300, .last = 0x1F64F, .width = 2}, /* pictures */
    {.first = 0x1F680, .last = 0x1F6FC, .width = 2},
    {.first = 0x1F90C, .last = 0x1F9FF, .width = 2},
    {.first = 0x20000, .last = 0x3134A, .width = 2},
};

size_t width_of_character(uint32_t code_point) {
    if (code_point < rows[0].first) return 1;
    size_t low = 0, high = sizeof rows / sizeof *rows;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code_point > rows[middle].last) low = middle + 1;
        else high = middle;
    }
    bool found = low < sizeof rows / sizeof *rows && code_point >= rows[low].first;
    return found ? rows[low].width : 1;
}

size_t width_of_text(annals_text text) {
    size_t width = 0;
    for (size_t i = 0; i < text.length;) width += width_of_character(utf8_next(text, &i));
    return width;
}

annals_text width_prefix(annals_text text, size_t columns) {
    size_t width = 0, end = 0;
    for (size_t i = 0; i < text.length; end = i) {
        width += width_of_character(utf8_next(text, &i));
        if (width > columns) break;
    }
    return (annals_text){text.data, end};
}

annals_text width_next_line(annals_text *rest, size_t columns) {
    annals_text line = width_prefix(*rest, columns);
    size_t taken = line.length;
    bool cut = line.length < rest->length && rest->data[line.length] != ' ';
    for (size_t i = line.length; cut && i > 0; i--) {
        if (line.data[i - 1] != ' ') continue;
        line.length = i - 1;
        taken = i;
        break;
    }
    if (taken < rest->length && rest->data[taken] == ' ') taken++;
    *rest = (annals_text){rest->data + taken, rest->length - taken};
    return line;
}
