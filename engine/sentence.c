/* sentence.c: where sentences end, in spite of initials, abbreviations, quotations and brackets. */
#include "amount.h"
#include "cells.h"
#include "document.h"
#include "language.h"
#include "scan.h"
#include "text.h"

#include <string.h>

typedef struct splitter {
    const grammar *grammar;
    annals_text text;
    const byte_map *map;
    size_t begin, end; /* of the block's words */
    struct {
        size_t start, to; /* what was looked through, so that no sentence is looked through twice */
        bool found;
    } verb;
} splitter;

/* The word that ends at `at`, with the stops inside it: "U.S", "N", "Nov". */
static annals_text word_ending(const splitter *s, size_t at) {
    enum { LONGEST = 24 }; /* no abbreviation is longer */
    size_t start =
        behind_byte(s->map, s->map->word, ~UINT64_C(0), at - s->begin > LONGEST ? at - LONGEST : s->begin, at);
    while (start > s->begin && at - start < LONGEST) {
        unsigned char c = (unsigned char)s->text.data[start - 1];
        if (!is_letter(c) && c < 0x80 && !is_digit(c) && !(c == '.' && start < at)) break;
        start--;
    }
    for (size_t i = start, next; i < at; i = next) { /* "30–Dec": a dash is no part of a word */
        uint32_t c = text_decode(s->text, i, &next);
        if (c >= 0x80 && !is_letter(c)) start = next;
    }
    return text_slice(s->text, start, at);
}

static uint32_t code_at(const splitter *s, size_t at) {
    size_t next;
    return at < s->end ? text_decode(s->text, at, &next) : 0;
}

static size_t skip_spaces(const splitter *s, size_t at) {
    size_t next;
    while (at < s->end && is_space(text_decode(s->text, at, &next))) at = next;
    bool line = at > s->begin && at < s->end && s->text.data[at - 1] == '\n';
    return line ? text_behind_marks(s->text, at, NULL) : at;
}

/* Closing quotation marks and brackets, and the number of a footnote, belong to the sentence that they follow. */
static size_t skip_closers(const splitter *s, size_t at) {
    size_t next, digits = 0;
    if (at < s->end && s->text.data[at] == ' ') return at; /* as behind most */
    while (at < s->end && is_closing(text_decode(s->text, at, &next))) at = next;
    at = text_behind_notes(text_slice(s->text, 0, s->end), at);
    if (at < s->end && s->text.data[at] == '*') at++; /* that of a footnote, or of bold letters */
    size_t mark = at;
    while (mark < s->end && digits < 3 && is_digit((unsigned char)s->text.data[mark])) mark++, digits++;
    bool note = mark > at && digits < 3 && (mark == s->end || is_space(code_at(s, mark)));
    return note ? mark : at;
}

/* "(b) A crowd gathered": the letter or number of a list, behind which a sentence begins. */
static size_t skip_item_mark(const splitter *s, size_t at) {
    enum { LONGEST = 4 };
    if (code_at(s, at) != '(') return at;
    size_t end = at + 1;
    while (end < s->end && end - at <= LONGEST && is_letter((unsigned char)s->text.data[end])) end++;
    return end > at + 1 && code_at(s, end) == ')' ? skip_spaces(s, end + 1) : at;
}

static bool begins_sentence(const splitter *s, size_t at) {
    size_t next;
    at = skip_item_mark(s, at);
    while (at < s->end) {
        uint32_t c = text_decode(s->text, at, &next);
        if (is_upper(c) || is_digit(c)) return true;
        if (!is_opening(c) && !is_dash(c)) return false;
        at = next;
    }
    return true;
}

/* "27. Oktober" and "27. 10. 1962", where the language writes ordinals so. */
static bool is_ordinal(const splitter *s, annals_text word, annals_text next) {
    size_t digits = 0;
    while (digits < word.length && is_digit((unsigned char)word.data[digits])) digits++;
    if (digits != word.length || digits > 2 || !next.length) return false;
    if (!is_digit((unsigned char)next.data[0])) return in_context(s->grammar, next, CONTEXT_ORDINAL_HEAD);
    return s->grammar->dots_ordinals;
}

static size_t skip_digits(const splitter *s, size_t at) {
    while (at < s->end && is_digit((unsigned char)s->text.data[at])) at++;
    return at;
}

/* The end of a month in figures or in a Roman numeral that begins at `at`; `at` when there is none. */
static size_t month_end(const splitter *s, size_t at, bool *roman) {
    enum { LONGEST_NUMERAL = 4 };
    size_t end = skip_digits(s, at);
    *roman = end == at;
    while (*roman && end < s->end && byte_in(s->text.data[end], "IVXivx")) end++;
    return end - at <= (*roman ? LONGEST_NUMERAL : 2) ? end : at;
}

/* Behind the full stop that follows `at`, and the spaces around it; 0 when none does. */
static size_t behind_stop(const splitter *s, size_t at) {
    at = skip_spaces(s, at);
    return code_at(s, at) == '.' ? skip_spaces(s, at + 1) : 0;
}

/* "27. 10. 1962", "27. X. 1962": does a day and month with a full stop each, then a year, begin at `at`? */
static bool is_dotted_date(const splitter *s, size_t at) {
    bool roman = false;
    size_t end = skip_digits(s, at), month = end > at && end - at < 3 ? behind_stop(s, end) : 0;
    end = month ? month_end(s, month, &roman) : 0;
    size_t year = end > month ? behind_stop(s, end) : 0, digits = year ? skip_digits(s, year) - year : 0;
    return digits == 4 || (roman && digits == 2);
}

enum { FEW = 4 }; /* letters or digits of a day or month, and spaces beside it */

static size_t before_spaces(const splitter *s, size_t at) {
    for (int i = 0; i < FEW && at > s->begin && is_space_byte(s->text.data[at - 1]); i++) at--;
    return at;
}

/* Where what stands before `at` begins. */
static size_t before_part(const splitter *s, size_t at) {
    at = before_spaces(s, at);
    for (int i = 0; i < FEW && at > s->begin && in_word(s->map, at - 1); i++) at--;
    return at;
}

/* The full stop at `at`: is that behind the day or the month of such a date? */
static bool in_dotted_date(const splitter *s, size_t at) {
    size_t part = before_part(s, at), before = before_spaces(s, part);
    bool month = before > s->begin && s->text.data[before - 1] == '.';
    return is_dotted_date(s, part) || (month && is_dotted_date(s, before_part(s, before - 1)));
}

/* Does a year begin at `at` that closes a date? */
static bool year_closes(const splitter *s, size_t at) {
    enum { YEAR = 4 };
    return skip_digits(s, at) == at + YEAR && closes_date(s->grammar, text_slice(s->text, 0, s->end), at + YEAR);
}

/* "Octr. 18. 1787", "the 18th. Octr. 1787": the stop behind the day of a month, whose year follows. */
static bool in_stopped_date(const splitter *s, annals_text day, size_t at, annals_text next) {
    enum { LONGEST = 4 /* digits or letters of a day */ };
    if (!day.length || day.length > LONGEST || !is_digit((unsigned char)*day.data)) return false;
    size_t end = before_spaces(s, at - day.length), after = (size_t)(next.data - s->text.data) + next.length;
    if (in_context(s->grammar, next, CONTEXT_CALENDAR_WORD))
        return year_closes(s, skip_spaces(s, after + (code_at(s, after) == '.')));
    if (end == at - day.length || end == s->begin || !year_closes(s, after - next.length)) return false;
    end -= s->text.data[end - 1] == '.';
    return in_context(s->grammar, word_ending(s, end), CONTEXT_CALENDAR_WORD);
}

/* "9s" */
static bool is_unit_figure(annals_text word) {
    size_t digits = 0;
    while (digits < word.length && is_digit((unsigned char)word.data[digits])) digits++;
    return digits && digits + 1 == word.length && is_lower((unsigned char)word.data[digits]);
}

/* "9s. 6d.", "4h. 20m.": a figure with a letter, and another behind it. */
static bool counts_on(annals_text word, annals_text next) {
    return is_unit_figure(word) && is_unit_figure(next);
}

/* "on the bar. 7.15 a.m. Boarded her", but not "bar. 29.91": a noun with its article, and the hour that a sentence
 * opens with. */
static bool is_noun_before_hour(const splitter *s, size_t word, size_t after) {
    size_t hour = skip_digits(s, after);
    annals_text before = word_ending(s, before_spaces(s, word));
    return before.length && in_context(s->grammar, before, CONTEXT_DETERMINER) && hour < s->end &&
           byte_in(s->text.data[hour], ".:") && skip_digits(s, hour + 1) == hour + 3;
}

/* "... of Corvexa Corp. Two executives left": a number in words, with a capital. */
static bool counts_anew(const splitter *s, annals_text word) {
    int64_t amount;
    size_t behind;
    return text_begins_upper(word) && amount_at(s->grammar, word, 0, word.length, &amount, &behind);
}

/* "14 Hen. VIII": the sovereign's number behind the short name */
static bool reigns(const splitter *s, annals_text word, annals_text number) {
    if (!number.length || !text_begins_upper(word)) return false;
    for (size_t i = 0; i < number.length; i++)
        if (!byte_in(number.data[i], "IVX")) return false;
    return is_of_category(s->grammar, word, "king");
}

/* Does the full stop at `at` belong to an abbreviation, given what follows at `after`? */
static bool abbreviates(const splitter *s, size_t at, size_t after) {
    enum { LONGEST_LETTER = 4 /* bytes */ };
    annals_text word = word_ending(s, at);
    if (!word.length) return in_dotted_date(s, at); /* "3 . ix . 39" */
    context_set contexts = contexts_among(s->grammar, word, CONTEXT_NUMBERED | CONTEXT_TITLE | CONTEXT_ABBREVIATION);
    bool dotted = next_stop(s->map, at - word.length) < at;
    bool plain = !contexts && !dotted && word.length > LONGEST_LETTER && !is_digit((unsigned char)word.data[0]);
    if (plain) return false; /* as most words that end a sentence are */
    size_t start, end;
    bool more = text_word(s->text, after, &start, &end) && end <= s->end;
    annals_text next = more ? text_slice(s->text, start, end) : (annals_text){0};
    bool number = more && is_digit((unsigned char)next.data[0]);
    if (is_ordinal(s, word, next) || in_dotted_date(s, at) || counts_on(word, next)) return true;
    if (more && in_stopped_date(s, word, at, next)) return true;
    if (contexts & CONTEXT_TITLE) return true;
    if (contexts & CONTEXT_NUMBERED && number && is_noun_before_hour(s, at - word.length, start)) return false;
    if (contexts & CONTEXT_NUMBERED) return number || in_context(s->grammar, next, CONTEXT_ORDINAL_HEAD);
    /* "... under Philip V. 1346 was the year": the number of a king, and not the letter of a name. */
    bool king = number && next.length > 2 && byte_in(*word.data, "IVX");
    if (reigns(s, word, next)) return true;
    if (text_code_points(word) == 1 && text_begins_upper(word)) return !king;
    return (dotted || contexts & CONTEXT_ABBREVIATION) && !in_context(s->grammar, next, CONTEXT_OPENER) &&
           !counts_anew(s, next);
}

/* Has the sentence that began at `from` a verb before `to`? */
static bool verb_before(splitter *s, size_t from, size_t to) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_FUTURE;
    size_t start, end;
    if (s->verb.start != from || s->verb.to < from) s->verb.start = s->verb.to = from, s->verb.found = false;
    while (!s->verb.found && text_word(s->text, s->verb.to, &start, &end) && end <= to) {
        s->verb.found = in_context(s->grammar, text_slice(s->text, start, end), verbs);
        s->verb.to = end;
    }
    return s->verb.found;
}

/* "7 a.m. EST", "7 a.m. G.M.T.", "7 a.m. New York time", "7 a.m. Monday" */
static bool goes_with_hour(const splitter *s, size_t at) {
    enum { LONGEST_ZONE = 4, REACH = 3 /* words */ };
    size_t start, end;
    for (int i = 0; i < REACH && text_word(s->text, at, &start, &end) && end <= s->end; i++, at = end) {
        annals_text word = text_slice(s->text, start, end);
        bool stops = word.length > 2 && word.data[1] == '.';
        bool capitals = word.length > 1 && word.length <= (stops ? 2 : 1) * LONGEST_ZONE &&
                        is_upper((unsigned char)word.data[stops ? 2 : 1]);
        if (!i && (capitals || in_context(s->grammar, word, CONTEXT_CALENDAR_WORD))) return true;
        if (text_same_word(word, "time")) return true;
    }
    return false;
}

/* "the 9th inst.", "the 9th Dec." */
static bool follows_day(const splitter *s, annals_text word, size_t at) {
    annals_text day = word_ending(s, before_spaces(s, at - word.length));
    return day.length && is_digit((unsigned char)*day.data) && in_context(s->grammar, word, CONTEXT_CALENDAR_WORD);
}

/* "He left at 7 a.m. Captain Hale came on the 9th inst. Messrs. Brand": the capital begins a sentence, where the one
 * before has its verb. */
static bool hour_ends(splitter *s, size_t start, size_t at, size_t after) {
    annals_text word = word_ending(s, at);
    return (in_context(s->grammar, word, CONTEXT_CLOCK_WORD) || follows_day(s, word, at)) &&
           is_upper(code_at(s, after)) && verb_before(s, start, at - word.length) && !goes_with_hour(s, after);
}

/* "A. M.", "p. m." */
static bool parted_letters(const splitter *s, size_t start, size_t end) {
    size_t second = skip_spaces(s, end + 1);
    return end == start + 1 && byte_in(s->text.data[start], "AaPp") && code_at(s, end) == '.' &&
           (code_at(s, second) | 0x20) == 'm' && code_at(s, second + 1) == '.';
}

/* At a full stop: "9.20", and no year with the mark of a footnote. */
static bool is_hour(const splitter *s, size_t at) {
    annals_text hour = word_ending(s, at);
    return hour.length <= 2 && skip_digits(s, at + 1) == at + 3;
}

/* What looks like the number of a footnote is the rest of "14.30 Uhr", "8.30 A. M.", "9.20 GMT". */
static bool inside_number(const splitter *s, size_t at, size_t after) {
    size_t start, end;
    if (at == s->begin || !is_digit((unsigned char)s->text.data[at - 1]) || !text_word(s->text, after, &start, &end))
        return false;
    return in_context(s->grammar, text_slice(s->text, start, end), CONTEXT_MEASURE) || parted_letters(s, start, end) ||
           (is_hour(s, at) && goes_with_hour(s, after));
}

/* "(8 March N.S.) 1878", "(Boston, Mass.) 14 May": an abbreviation in brackets, and a number behind them */
static bool abbreviates_in_brackets(const splitter *s, size_t at, size_t after) {
    uint32_t closing = code_at(s, at + 1);
    return (closing == ')' || closing == ']') && is_digit((unsigned char)s->text.data[after]) &&
           abbreviates(s, at, after);
}

/* "(National Archives, RG 59)" between two sentences is one of its own. */
static bool bracketed(const splitter *s, size_t start, size_t at) {
    return start < at && s->text.data[start] == '(' && s->text.data[at] == ')';
}

/* "5? May 1848", "of 5? May 1848": the figures of a day, a month behind them, and before them nothing else. */
static bool doubts_day(const splitter *s, size_t start, size_t at) {
    size_t day = at, month, end;
    while (day > start && is_digit((unsigned char)s->text.data[day - 1])) day--;
    if (day == at || at - day > 2 || code_at(s, at + 1) != ' ' || !text_word(s->text, at, &month, &end)) return false;
    if (month != at + 2 || !in_context(s->grammar, text_slice(s->text, month, end), CONTEXT_CALENDAR_WORD))
        return false;
    if (day == start || s->text.data[day - 1] != ' ') return day == start || s->text.data[day - 1] == '[';
    return in_context(s->grammar, word_ending(s, day - 1), CONTEXT_WEAK | CONTEXT_SURE);
}

/* "[27 October?] 1962", "May(?) 1861": an editor's doubt ends no sentence. */
static bool editors_doubt(const splitter *s, size_t start, size_t at) {
    enum { LONGEST = 24 };
    if (s->text.data[at] != '?' || at + 1 >= s->end) return false;
    if (!byte_in(s->text.data[at + 1], ")]")) return doubts_day(s, start, at);
    if (at > start && byte_in(s->text.data[at - 1], "([")) return true;
    if (s->text.data[at + 1] != ']') return false;
    for (size_t i = at; i > start && at - i < LONGEST; i--)
        if (s->text.data[i - 1] == '[') return true;
    return false;
}

/* What most stops within a sentence are followed by: a letter or digit, or a blank and a small letter. */
static bool goes_on(const splitter *s, size_t at) {
    if (at + 2 >= s->end) return false;
    unsigned char c = (unsigned char)s->text.data[at + 1], d = (unsigned char)s->text.data[at + 2];
    return (c < 0x80 && is_letter(c)) || (c == ' ' && d >= 'a' && d <= 'z');
}

/* "At 10.45 p.m. I saw two men": no sentence is a preposition and a time; but "In 1994 it earned $3." is one. */
static bool only_leads(const splitter *s, size_t start, size_t at) {
    enum { LONGEST = 24 /* bytes */ };
    const context_set leads = CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_PLACE_LEAD, told = leads | CONTEXT_SUBJECT;
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_VERB;
    size_t first, end, next, stop;
    if (at - start > LONGEST || !text_word(s->text, start, &first, &end) || end >= at) return false;
    if (!in_context(s->grammar, text_slice(s->text, first, end), leads) || !text_word(s->text, end, &next, &stop) ||
        !is_digit((unsigned char)s->text.data[next]))
        return false;
    while (text_word(s->text, stop, &next, &stop) && stop <= at)
        if (in_context(s->grammar, text_slice(s->text, next, stop), told | verbs)) return false;
    return true;
}

/* The end of the sentence that begins at `start`. */
static size_t sentence_end(splitter *s, size_t start) {
    bool bracket = s->text.data[start] == '(';
    for (size_t at = start; at < s->end; at++) {
        if (!bracket) at = next_stop(s->map, at);
        if (at >= s->end) break;
        char c = s->text.data[at];
        bool mark = c == '.' || c == '!' || c == '?' || (c == ')' && bracketed(s, start, at));
        if (!mark || goes_on(s, at) || editors_doubt(s, start, at)) continue;
        size_t end = skip_closers(s, at + 1), next = skip_spaces(s, end);
        if (next == s->end) return s->end;
        if (next == end || !begins_sentence(s, next)) continue;
        if (c == '.' && only_leads(s, start, at)) continue;
        if (c == '.' && hour_ends(s, start, at, next)) return end;
        if (c == '.' && (end == at + 1 ? abbreviates(s, at, next) : inside_number(s, at, next))) continue;
        if (c == '.' && abbreviates_in_brackets(s, at, next)) continue;
        return end;
    }
    return s->end;
}

static bool add_sentence(arena *a, sentence_list *out, size_t index, size_t start, size_t end) {
    if (!ARENA_ROOM(a, out)) return false;
    out->items[out->count++] = (sentence){.start = start, .end = end, .block = index & SIZE_MAX >> 1};
    return true;
}

/* The cells of a row, where marks or wide spaces part them. */
static bool find_cells(annals_text text, const block *blocks, size_t index, arena *a, sentence_list *out,
                       bool *parted) {
    const block *b = &blocks[index], *header = &blocks[b->header];
    cell_cursor cells = cells_of(text, b->start, b->end, delimiter_of(text_slice(text, header->start, header->end)));
    *parted = cells.delimiter != ' ';
    for (annals_text cell; *parted && next_cell(&cells, &cell);) {
        size_t start = (size_t)(cell.data - text.data);
        if (cell.length && !add_sentence(a, out, index, start, start + cell.length)) return false;
    }
    return true;
}

bool find_sentences(const grammar *g, annals_text text, const block *blocks, size_t block_index, const byte_map *map,
                    arena *a, sentence_list *out) {
    const block *b = &blocks[block_index];
    splitter s = {.grammar = g, .text = text, .map = map, .begin = b->body, .end = b->end, .verb = {.to = 0}};
    bool whole = b->kind == BLOCK_HEADING || b->kind == BLOCK_TABLE_ROW || b->kind == BLOCK_TABLE_HEADER ||
                 b->kind == BLOCK_DATELINE || b->kind == BLOCK_SIGNATURE || b->kind == BLOCK_FIELD;
    bool parted = false;
    if (b->kind == BLOCK_TABLE_ROW && !find_cells(text, blocks, block_index, a, out, &parted)) return false;
    for (size_t at = skip_spaces(&s, b->body); at < b->end && !parted;) {
        size_t end = whole ? b->end : sentence_end(&s, at);
        if (!add_sentence(a, out, block_index, at, end)) return false;
        at = skip_spaces(&s, end);
    }
    return true;
}
