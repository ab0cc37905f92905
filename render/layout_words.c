/* layout_words.c: the words of a figure in lines that part no date. */
#include "layout_figure_parts.h"

#include <math.h>
#include <string.h>

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Ends with a letter of any script, not with a dash, a dagger or an ellipsis? */
static bool ends_with_letter(const char *text, const char *end) {
    if (end == text || (unsigned char)end[-1] < 'A') return false;
    return end - text < 3 || memcmp(end - 3, "\u2026", 2) != 0;
}

/* A time of day begins at `start`. */
static bool is_clock(annals_text text, size_t start) {
    while (start < text.length && is_digit(text.data[start])) start++;
    return start < text.length && text.data[start] == ':';
}

/* Whether a line may end at a blank: not between a number and its word, nor before a dash or a time of day; nor after
 * a dash, where `ranges` are to be kept whole. */
static bool may_end(annals_text text, bool ranges, size_t blank) {
    const char *at = text.data + blank;
    if (*at != ' ' || !blank) return false;
    if (ranges && blank >= 3 && !memcmp(at - 3, "\u2013", 3)) return false;
    bool dash = blank + 3 < text.length && !memcmp(at + 1, "\u2013", 3);
    bool number = is_digit(at[-1]) && ((unsigned char)at[1] >= 'A');
    bool begins = at[-1] == ',' && ends_with_letter(text.data, at - 1) && !is_clock(text, blank + 1);
    bool goes_on = (at[-1] == ',' || ends_with_letter(text.data, at)) && is_digit(at[1]) && !begins;
    return !dash && !number && !goes_on;
}

/* The longest line from `start` on that parts no date; returns where it ends, or `start` where none has room. */
static size_t whole_line(builder *b, const text_block *block, bool ranges, size_t start, double width,
                         text_line *line) {
    annals_text text = block->text;
    size_t end = start;
    for (size_t i = start + 1; i <= text.length; i++) {
        text_block one;
        if (i < text.length && !may_end(text, ranges, i)) continue;
        annals_text words = {text.data + start, i - start};
        if (!text_wrap(b->measure, b->pool, block->style, words, width, &one) || one.count != 1) break;
        *line = one.lines[0];
        line->offset += start;
        end = i;
    }
    return end;
}

/* Broken so that no line parts a date, if that takes no more lines. */
static bool keep_dates_whole(builder *b, double width, bool ranges, text_block *block) {
    text_line *lines = POOL_ARRAY(b->pool, text_line, block->count);
    size_t count = 0, at = 0;
    double widest = 0;
    for (; lines && at < block->text.length && count < block->count; count++) {
        size_t end = whole_line(b, block, ranges, at, width, &lines[count]);
        if (end == at) return true;
        widest = fmax(widest, lines[count].width);
        at = end + 1;
    }
    if (!lines || at < block->text.length) return lines != NULL;
    *block = (text_block){.text = block->text,
                          .style = block->style,
                          .lines = lines,
                          .count = count,
                          .width = widest,
                          .runs_left = block->runs_left};
    return true;
}

bool figure_set(builder *b, text_style style, annals_text text, double width, text_block *block) {
    if (!text.data || !text_wrap(b->measure, b->pool, style, text, width, block)) return false;
    if (block->count < 2 || (style != STYLE_DATE && style != STYLE_MORE)) return true;
    const text_line *broken = block->lines;
    if (style == STYLE_MORE && !keep_dates_whole(b, width, true, block)) return false;
    return block->lines != broken || keep_dates_whole(b, width, false, block);
}

bool figure_set_even(builder *b, text_style style, annals_text text, double width, text_block *block) {
    return text.data && text_wrap_even(b->measure, b->pool, style, text, width, block);
}

annals_text figure_date_words(builder *b, const ordered_event *e, common_year said) {
    const annals_event *event = e->event;
    common_year own = words_common_year(e, 1);
    bool repeats = said.known && own.known && said.year == own.year;
    annals_text phrase = words_when(&b->words, event->when, repeats ? said : (common_year){0});
    for (size_t i = 0; phrase.data && i < event->conflict_count; i++) {
        annals_text claim = words_claim(&b->words, b->order->chronology, &event->conflicts[i], b->year),
                    between = words_said(&b->words, "or", 0);
        if (!claim.data || !between.data) return (annals_text){0};
        const char *sign = i ? " " : " ‡ ";
        phrase = words_join(b->pool, (const char *const[]){phrase.data, sign, between.data, " ", claim.data, NULL});
    }
    return phrase;
}

annals_text figure_more(builder *b, size_t count, const char *link, annals_text where) {
    annals_text more = words_more(&b->words, count);
    if (!more.data || !where.data) return (annals_text){0};
    return words_join(b->pool, (const char *const[]){more.data, link, where.data, NULL});
}
