/* layout_told.c: headlines that their accounts have too are not said twice: they are these words of the account, in
 * bold. */
#include "layout_pages_parts.h"

#include <string.h>

/* What may stand before the headline in its first line, such as a date; and how many words may stand in it that the
 * headline leaves out. */
enum { MOST_BEFORE = 60, MOST_LEFT_OUT = 8 };
static const double widest_before = 0.85;

/* ------------------------------------------------------------------ where the words are */

/* The next word of `text` from `*at` on, which goes to its end; empty at the end. */
static annals_text next_word(annals_text text, size_t *at) {
    while (*at < text.length && text.data[*at] == ' ') ++*at;
    size_t start = *at;
    while (*at < text.length && text.data[*at] != ' ') ++*at;
    return (annals_text){text.data + start, *at - start};
}

/* Bytes of a mark that a word begins or ends with; 0: there is none. */
static size_t mark_of(annals_text word, bool last) {
    static const char *const marks[] = {".", ",", ";", ":", "\"", "'", "(", ")", "[", "]", "“", "”", "„", "«", "»"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t length = strlen(marks[i]);
        if (word.length <= length) continue;
        if (!memcmp(word.data + (last ? word.length - length : 0), marks[i], length)) return length;
    }
    return 0;
}

/* Without the marks around it, which a headline has elsewhere or not at all. */
static annals_text bare(annals_text word) {
    for (size_t mark; (mark = mark_of(word, false)) > 0;) word = (annals_text){word.data + mark, word.length - mark};
    for (size_t mark; (mark = mark_of(word, true)) > 0;) word.length -= mark;
    return word;
}

/* The first word of a headline has a capital. */
static bool same_word(annals_text word, annals_text wanted, bool first) {
    annals_text a = bare(word), b = bare(wanted);
    if (a.length != b.length) return false;
    bool capital = first && *b.data >= 'A' && *b.data <= 'Z' && *a.data == *b.data + ('a' - 'A');
    return (*a.data == *b.data || capital) && !memcmp(a.data + 1, b.data + 1, a.length - 1);
}

/* From the word at `start` on all words of the headline follow, the first two together, others now and then between
 * them, which are counted.  Returns where the last one ends, or 0. */
static size_t match(annals_text account, size_t start, annals_text headline, size_t *left_out) {
    size_t at = start, wanted_at = 0, end = 0, found = 0;
    annals_text wanted = next_word(headline, &wanted_at);
    *left_out = 0;
    while (wanted.length && *left_out <= MOST_LEFT_OUT) {
        annals_text word = next_word(account, &at);
        if (!word.length) return 0;
        bool same = same_word(word, wanted, !found);
        if (!same && found < 2) return 0;
        *left_out += !same;
        if (!same) continue;
        found++;
        end = at;
        wanted = next_word(headline, &wanted_at);
    }
    return wanted.length ? 0 : end;
}

/* Without the ellipsis of a headline that was cut. */
static annals_text whole_words(annals_text headline) {
    static const char omission[] = "…";
    const size_t mark = sizeof omission - 1;
    if (headline.length > mark && !memcmp(headline.data + headline.length - mark, omission, mark))
        headline.length -= mark;
    return headline;
}

/* Where the headline begins and ends in an account, with as few other words as may be. */
static bool find(annals_text account, annals_text headline, size_t *from, size_t *to) {
    annals_text wanted = whole_words(headline);
    size_t least = SIZE_MAX, left_out;
    for (size_t at = 0; at < account.length && at <= MOST_BEFORE;) {
        annals_text word = next_word(account, &at);
        size_t start = (size_t)(word.data - account.data), end = match(account, start, wanted, &left_out);
        if (!end || left_out >= least) continue;
        least = left_out;
        *from = start;
        *to = end;
    }
    return least < SIZE_MAX;
}

/* ------------------------------------------------------------------ one line in several letters */

/* Where the words that were made last end. */
typedef struct pen {
    double x;
    size_t row;
} pen;

static double blank_width(flow *f) {
    const text_block *apart = flow_set(f, STYLE_BODY, annals_text_of("n n"), 100),
                     *joined = flow_set(f, STYLE_BODY, annals_text_of("nn"), 100);
    return f->failed ? 0 : apart->width - joined->width;
}

/* Goes on in the line of the pen, as far as there is room; returns what is left. */
static annals_text flow_beside(flow *f, piece_kind kind, text_style style, pen *at, annals_text words, bool *goes_on) {
    bool blank = words.data[0] == ' ';
    annals_text rest = {words.data + blank, words.length - blank};
    double x = at->x + (blank ? blank_width(f) : 0), room = flow_text_width(f) - x;
    text_block *beside = POOL_ARRAY(f->pool, text_block, 1);
    f->failed |= !beside;
    if (f->failed || room < 5) return rest;
    f->failed |= !f->measure.wrap(f->measure.context, f->pool, style, rest, room, beside);
    if (f->failed) return rest;
    size_t taken = beside->lines[0].length;
    if (beside->count > 1 && rest.data[taken - 1] != ' ') return rest;
    page_piece *p = flow_piece(f, kind, at->row, TEXT_LEFT + x, 0, beside);
    p->count = 1;
    p->beside = *goes_on = true;
    at->x = x + beside->lines[0].width;
    return (annals_text){rest.data + taken, rest.length - taken};
}

/* Words on lines of their own. */
static void flow_below(flow *f, piece_kind kind, const text_block *block, double gap, bool all, pen *at) {
    if (f->failed || !block->count) return;
    flow_lines(f, kind, block, TEXT_LEFT, gap, all ? text_block_height(block) : 0, false);
    *at = (pen){block->lines[block->count - 1].width, f->row_count - 1};
}

static const text_block *set_plain(flow *f, text_style style, annals_text words) {
    static const text_block nothing;
    text_block *block = POOL_ARRAY(f->pool, text_block, 1);
    f->failed |= !block || !words.data || !text_wrap(f->measure, f->pool, style, words, flow_text_width(f), block);
    return f->failed ? &nothing : block;
}

/* Words that go on where others end. */
static void flow_on(flow *f, piece_kind kind, text_style style, annals_text words, pen *at) {
    bool goes_on = false;
    size_t row = at->row;
    annals_text rest = flow_beside(f, kind, style, at, words, &goes_on);
    if (f->failed || !rest.length) return;
    f->rows[row].keep = true;
    size_t piece = f->piece_count;
    flow_below(f, kind, set_plain(f, style, rest), 0, kind == PIECE_ENTRY, at);
    for (; piece < f->piece_count; piece++) f->pieces[piece].rest = goes_on;
}

bool flow_told(flow *f, annals_text account, annals_text headline, size_t *row) {
    size_t from = 0, to = 0;
    pen at = {0, f->row_count};
    *row = f->row_count;
    if (text_repeats(account, headline) || !find(account, headline, &from, &to)) return false;
    size_t before = from && account.data[from - 1] == ' ' ? from - 1 : from;
    annals_text words = text_clean(f->pool, (annals_text){account.data, from ? before : to});
    const text_block *first = set_plain(f, from ? STYLE_BODY : STYLE_ENTRY, words);
    bool roomy = first->count == 1 && first->width <= flow_text_width(f) * widest_before;
    /* Lines that go on from the left are no lines of what is read from the right. */
    if (f->failed || first->runs_left || (from && !roomy)) return false;
    flow_below(f, from ? PIECE_BODY : PIECE_ENTRY, first, ENTRY_GAP, !from, &at);
    if (from) flow_on(f, PIECE_ENTRY, STYLE_ENTRY, (annals_text){account.data + before, to - before}, &at);
    if (to < account.length && !f->failed)
        flow_on(f, PIECE_BODY, STYLE_BODY, (annals_text){account.data + to, account.length - to}, &at);
    return true;
}
