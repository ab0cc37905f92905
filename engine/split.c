/* split.c: where a file holds several documents, each begins with a head of its own: the address of a cable or mail,
 * the heading of a paper, the letterhead, or the dateline and salutation of a letter.  Nothing else parts a text: no
 * date, no page and no line of dashes alone. */
#include "split.h"

#include "language.h"
#include "text.h"

#include <string.h>

enum {
    HEAD_LINES = 10,   /* in which an address is complete */
    HEAD_BLOCKS = 4,   /* in which a dateline or salutation stands */
    LONGEST_LINE = 120 /* of a head, in bytes */
};

typedef struct splitter {
    const grammar *grammar;
    annals_text text;
    const block_list *blocks;
    annals_text letterhead; /* the first line of the file, if it may be one; else absent */
} splitter;

static annals_text block_text(const splitter *s, size_t index) {
    const block *b = &s->blocks->items[index];
    return text_slice(s->text, b->start, b->end);
}

/* The line that begins at `at`; absent where it is too long for a head. */
static annals_text short_line(annals_text text, size_t at, size_t *next) {
    annals_text rest = text_slice(text, at, at + LONGEST_LINE);
    const char *newline = memchr(rest.data, '\n', rest.length);
    if (!newline && at + rest.length < text.length) return (annals_text){0};
    size_t length = newline ? (size_t)(newline - rest.data) : rest.length;
    *next = at + length + (newline != NULL);
    return text_trim(text_slice(rest, 0, length));
}

/* ---------------------------------------------------------------- lines of a head */

static bool has_lower(annals_text text) {
    size_t next;
    for (size_t at = 0; at < text.length; at = next)
        if (is_lower(text_decode(text, at, &next))) return true;
    return false;
}

bool line_has_field(const grammar *g, annals_text line, context_set field, annals_text *value) {
    size_t start, end;
    if (!text_word(line, 0, &start, &end) || start || end >= line.length) return false;
    annals_text word = text_slice(line, 0, end);
    bool colon = line.data[end] == ':', capitals = line.data[end] == ' ' && !has_lower(word);
    if ((!colon && !capitals) || !in_context(g, word, field)) return false;
    *value = text_trim(text_slice(line, end + colon, line.length));
    return value->length > 0;
}

/* "3/3/1958", "1958-03-03", "3.3.58": does a date of numbers begin at `at`? */
static bool begins_figures(annals_text line, size_t at) {
    size_t joints = 0;
    for (; at < line.length && joints < 2; at++) {
        if (is_digit((unsigned char)line.data[at])) continue;
        if (!byte_in(line.data[at], "./-") || at + 1 >= line.length || !is_digit((unsigned char)line.data[at + 1]))
            return false;
        joints++;
    }
    return joints == 2;
}

bool is_dated_line(const grammar *g, annals_text line) {
    enum { MOST_WORDS = 14, SHORT = 3 };
    size_t start, end, words = 0, small = 0;
    bool month = false, number = false, figures = false;
    if (line.length > LONGEST_LINE) return false;
    for (size_t at = 0; text_word(line, at, &start, &end); at = end, words++) {
        bool digit = is_digit((unsigned char)line.data[start]);
        number |= digit;
        figures |= digit && begins_figures(line, start);
        bool calendar = in_context(g, text_slice(line, start, end), CONTEXT_CALENDAR_WORD);
        small += end - start > SHORT && !digit && !calendar && !text_begins_upper(text_slice(line, start, end));
        month |= calendar;
    }
    if (small > (text_ends(line, ".") ? 0U : 2U)) return false;
    return words <= MOST_WORDS && (figures || (month && number));
}

bool is_route(const grammar *g, annals_text line) {
    enum { MOST_WORDS = 18, FIRST = 3, LONG = 4 /* bytes */ };
    const context_set leads = CONTEXT_SENDER | CONTEXT_PAPER;
    size_t start, end, words = 0;
    bool from = false, to = false, named = false;
    if (line.length > LONGEST_LINE || !text_begins_upper(line) ||
        text_find_any(line, 0, line.length, ":;!?|") < line.length || text_ends(line, "."))
        return false;
    for (size_t at = 0; text_word(line, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(line, start, end);
        bool capital = text_begins_upper(word);
        if (is_digit((unsigned char)*word.data)) return false;
        if (!capital && word.length >= LONG && !in_context(g, word, leads)) return false;
        from |= words < FIRST && in_context(g, word, CONTEXT_SENDER);
        named |= to && capital;
        to |= from && !capital && in_context(g, word, CONTEXT_RECIPIENT);
    }
    return named && words <= MOST_WORDS;
}

bool is_number(const grammar *g, annals_text line) {
    enum { MOST_WORDS = 3 };
    size_t start, end, words = 0;
    bool number = false, named = false;
    for (size_t at = 0; text_word(line, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(line, start, end);
        number |= is_digit((unsigned char)*word.data);
        named |= in_context(g, word, CONTEXT_NUMBERED | CONTEXT_NUMBER_FIELD | CONTEXT_PAPER);
    }
    return number && words <= MOST_WORDS && (named || words == 1) && !is_dated_line(g, line);
}

/* What else stands in the head of a cable or mail: other fields, groups, marks of secrecy. */
static bool in_head(annals_text line) {
    enum { LONGEST_LABEL = 20 };
    const char *colon = memchr(line.data, ':', line.length < LONGEST_LABEL ? line.length : LONGEST_LABEL);
    return (colon && text_begins_upper(line)) || !has_lower(line);
}

/* Above an address stand marks of secrecy and groups of numbers. */
static bool above_address(annals_text line) {
    return is_furniture(line) || (!has_lower(line) && text_find_any(line, 0, line.length, "0123456789") < line.length);
}

/* "FM CONSUL PORT / TO FOREIGN CAPITAL", "From: A. Weller / Sent: Monday / To: B. Ostrow": where its lines end, or 0.
 */
static size_t address_end(const splitter *s, size_t index) {
    bool sender = false, recipient = false;
    size_t at = s->blocks->items[index].start, next;
    annals_text value;
    for (size_t lines = 0; lines < HEAD_LINES && at < s->text.length; at = next) {
        annals_text line = short_line(s->text, at, &next);
        if (!line.data) break;
        if (!line.length) continue;
        lines++;
        bool from = line_has_field(s->grammar, line, CONTEXT_SENDER, &value);
        bool to = line_has_field(s->grammar, line, CONTEXT_RECIPIENT, &value);
        bool begun = sender || recipient;
        if (!from && !to && !(begun ? in_head(line) : above_address(line))) break;
        if ((sender && from) || (recipient && to && !sender)) break;
        sender |= from;
        recipient |= to;
        if (sender && recipient) return next;
    }
    return 0;
}

static bool is_salutation(const splitter *s, size_t index) {
    return greeting_of(s->grammar, block_text(s, index)).length > 0;
}

/* Is there, from this block on, one of the few of a head for which `is` holds? */
static bool soon(const splitter *s, size_t index, bool (*is)(const splitter *, size_t)) {
    for (size_t i = index; i < s->blocks->count && i < index + HEAD_BLOCKS; i++)
        if (is(s, i)) return true;
    return false;
}

static bool is_dated(const splitter *s, size_t index) {
    annals_text text = block_text(s, index);
    return !label_length(text) && is_dated_line(s->grammar, text);
}

/* ---------------------------------------------------------------- beginnings */

/* "Telegram From the Legation to ...", "Secret Letter to ...": a heading that says what the document is. */
static bool names_paper(const splitter *s, size_t index) {
    enum { LONGEST = 240, WORDS = 2 };
    const block *b = &s->blocks->items[index];
    if (b->end - b->body > LONGEST || !is_heading(text_slice(s->text, b->body, b->end))) return false;
    size_t start, end;
    for (size_t at = b->body, words = 0; words < WORDS && text_word(s->text, at, &start, &end); at = end, words++)
        if (in_context(s->grammar, text_slice(s->text, start, end), CONTEXT_PAPER)) return true;
    return false;
}

static bool is_letterhead(const splitter *s, annals_text line) {
    size_t start, end;
    for (size_t at = 0; text_word(line, at, &start, &end); at = end)
        if (in_context(s->grammar, text_slice(line, start, end), CONTEXT_OFFICE)) return true;
    return false;
}

static annals_text first_line(const splitter *s, size_t index) {
    size_t next;
    annals_text line = short_line(s->text, s->blocks->items[index].start, &next);
    return line.data ? line : (annals_text){0};
}

/* "No. 2 / From the Mayor of Port to the Board of Trade / 3 March 1958": where its last line ends, or 0. */
static size_t route_end(const splitter *s, size_t index) {
    size_t route = index + is_number(s->grammar, block_text(s, index)), date = route + 1;
    bool whole = date < s->blocks->count && is_route(s->grammar, block_text(s, route)) && is_dated(s, date);
    return whole ? s->blocks->items[date].end : 0;
}

/* Where the head ends that begins with a block, in bytes; 0: none begins there. */
static size_t head_at(const splitter *s, size_t index) {
    const block *b = &s->blocks->items[index];
    size_t end = address_end(s, index);
    if (!end) end = route_end(s, index);
    if (end) return end;
    bool dated = index + 1 < s->blocks->count && is_dated(s, index + 1);
    if (names_paper(s, index) && (b->enumerated || b->page || dated))
        return dated ? s->blocks->items[index + 1].end : b->end;
    bool next = index + 1 < s->blocks->count;
    bool paper = next && names_paper(s, index + 1) && !s->blocks->items[index + 1].enumerated;
    if (is_dated(s, index) && (paper || soon(s, index + 1, is_salutation)))
        return next ? s->blocks->items[index + 1].end : b->end;
    if ((b->page || !index) && is_salutation(s, index)) return b->end;
    if (!s->letterhead.length || !text_equal(first_line(s, index), s->letterhead)) return 0;
    return soon(s, index, is_dated) ? b->end : 0;
}

/* Blocks without a head's marks are most of a text. */
static bool may_begin(const splitter *s, size_t index) {
    const block *b = &s->blocks->items[index];
    bool line = b->kind == BLOCK_HEADING || b->kind == BLOCK_FIELD || b->kind == BLOCK_FURNITURE || b->enumerated;
    return !b->joined && b->header == SIZE_MAX && (line || first_line(s, index).length);
}

static bool is_prose(const splitter *s, const block *b) {
    bool told = b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_LIST_ITEM || b->kind == BLOCK_TABLE_ROW ||
                b->kind == BLOCK_FOOTNOTE;
    return told && !is_heading(text_slice(s->text, b->body, b->end));
}

static bool has_prose(const splitter *s, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (is_prose(s, &s->blocks->items[i])) return true;
    return false;
}

/* A head with nothing below it is a line of a list of contents. */
static bool add_part(const splitter *s, size_t head, arena *a, part_list *out) {
    part *last = out->count ? &out->items[out->count - 1] : NULL;
    if (last && !has_prose(s, last->head, head)) {
        if (names_paper(s, head)) last->head = head; /* a dateline belongs to the head above it */
        return true;
    }
    if (!ARENA_ROOM(a, out)) return false;
    size_t first = last || has_prose(s, 0, head) ? head : 0;
    out->items[out->count++] = (part){.first = first, .head = head};
    return true;
}

static bool find_heads(const splitter *s, arena *a, part_list *out) {
    size_t end = 0;
    for (size_t i = 0; i < s->blocks->count; i++) {
        if (s->blocks->items[i].start < end || !may_begin(s, i)) continue;
        size_t found = head_at(s, i);
        if (!found) continue;
        end = found;
        if (!add_part(s, i, a, out)) return false;
    }
    return true;
}

bool find_parts(const grammar *g, annals_text text, const block_list *blocks, arena *a, part_list *out) {
    splitter s = {g, text, blocks, {0}};
    if (!blocks->count) return true;
    annals_text line = first_line(&s, 0);
    if (is_letterhead(&s, line)) s.letterhead = line;
    if (!find_heads(&s, a, out)) return false;
    if (out->count < 2) {
        out->count = 0;
        return true;
    }
    if (!out->items[0].first) return true;
    if (!ARENA_ROOM(a, out)) return false;
    memmove(out->items + 1, out->items, out->count++ * sizeof *out->items);
    out->items[0] = (part){0, 0};
    return true;
}
