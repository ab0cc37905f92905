#include "document.h"

#include "caption.h"
#include "cells.h"
#include "figures.h"
#include "furniture.h"
#include "language.h"
#include "month_days.h"
#include "opening.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

const char *block_kind_name(block_kind kind) {
    static const char *const names[] = {
#define X(name, spelling) spelling,
        BLOCK_KINDS(X)
#undef X
    };
    return names[kind];
}

/* ---------------------------------------------------------------- lines */

/* What hangs on the words above, where a paragraph begins. */
typedef struct carried {
    block_kind role; /* what a label alone on a line makes of the next block */
    bool has_role, role_stays;
    int32_t last_number; /* of the last enumerated block */
    bool listed;         /* ... and the one before it had a smaller number */
    bool in_footnotes;
    bool route; /* above stands from whom and to whom, and below the date */
    bool page;  /* what comes next begins a page, or stands below a line of dashes */
    bool day;   /* the last list that was numbered from one stands directly below the day it tells of */
} carried;

/* A place where a paragraph begins: what was known there, and how many blocks there were. */
typedef struct resting_place {
    size_t at, line, count;
    carried carried;
} resting_place;

typedef struct reader {
    const grammar *grammar;
    annals_text text;
    arena *arena;
    block_list *out;
    size_t line;
    size_t table; /* the header of the table being read, or SIZE_MAX */
    carried carried;
    bool log, log_known;         /* lines of it open with a clock; once it was asked */
    bool figures, figures_known; /* ... with day and month in figures; likewise */
    bool months, months_known;   /* ... with the day of the month above them; likewise */
    bool head_known;             /* once it was looked for: */
    annals_text head;            /* the line that stands at the head of every page */
    bool entry;                  /* the block being read opens with a day */
    bool listed;                 /* ... with its year, and a capital behind it */
    int marks;                   /* of a quoted mail, that the line before begins with */
    bool mail;                   /* a line of the block being read has some */
    const repeat_list *repeats;
    size_t repeat; /* the next of them */
    arena scratch;
    LIST(resting_place) places; /* kept where there are repeats */
} reader;

annals_text line_at(annals_text text, size_t at, size_t *next) {
    const char *newline = memchr(text.data + at, '\n', text.length - at);
    size_t end = newline ? (size_t)(newline - text.data) : text.length;
    *next = newline ? end + 1 : end;
    return text_slice(text, at, end);
}

/* "3. Mai 1962" begins with a date in a language that writes ordinals so. */
static bool is_ordinal(const grammar *g, annals_text line, size_t at) {
    size_t start, end;
    return g->dots_ordinals && text_word(line, at, &start, &end) && start == at &&
           in_context(g, text_slice(line, start, end), CONTEXT_ORDINAL_HEAD);
}

static bool is_bullet(uint32_t c) {
    static const uint32_t bullets[] = {0x2022, 0x25E6, 0x25AA, 0x25AB, 0x25A0, 0x25A1, 0x25CF, 0x25CB,
                                       0x2023, 0x2043, 0x27A2, 0x25B8, 0x25BA, 0x2713, 0x2714, 0xB7};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (bullets[i] == c) return true;
    return false;
}

/* "2. ", "(3) ", "[4] ", "* ", "- ": where the words after it begin, or 0; its number, or 0. */
static size_t enumerator(const grammar *g, annals_text line, int32_t *number) {
    size_t i = 0, digits = 0;
    *number = 0;
    while (i < line.length && (line.data[i] == ' ' || line.data[i] == '\t')) i++;
    bool open = i < line.length && (line.data[i] == '(' || line.data[i] == '[');
    if (open) i++;
    for (; i < line.length && is_digit((unsigned char)line.data[i]) && digits < 3; i++, digits++)
        *number = *number * 10 + (line.data[i] - '0');
    bool closed = digits && i < line.length && byte_in(line.data[i], open ? ")]" : ".)");
    bool bullet = !open && !digits && i < line.length && byte_in(line.data[i], "*-");
    if (!closed && !bullet) {
        size_t next = 0;
        if (open || digits || i >= line.length || !is_bullet(text_decode(line, i, &next))) return 0;
        i = next - 1;
    }
    i++;
    if (i >= line.length || (line.data[i] != ' ' && line.data[i] != '\t')) return 0;
    while (i < line.length && (line.data[i] == ' ' || line.data[i] == '\t')) i++;
    return i < line.length && !(digits && is_ordinal(g, line, i)) ? i : 0;
}

/* "Label: value"; the label's length, or 0. */
size_t label_length(annals_text line) {
    size_t limit = line.length < 30 ? line.length : 30;
    const char *colon = memchr(line.data, ':', limit);
    if (!colon || !text_begins_upper(line)) return 0;
    size_t n = (size_t)(colon - line.data);
    for (size_t i = 0; i < n; i++)
        if (line.data[i] != ' ' && !is_letter((unsigned char)line.data[i])) return 0;
    return n;
}

/* A row of column names, one of them "Date": parted by bars or tabs, or a few capitalised words without a full stop. */
static bool table_header(annals_text line) {
    enum { LONGEST = 200 /* bytes */, MOST = 12 /* words */ };
    size_t words = 0, start, end;
    bool date = false;
    if (!line.length || line.length > LONGEST) return false;
    if (text_ends(line, ".") || text_find(line, "date", 0) == SIZE_MAX) return false;
    bool parted = memchr(line.data, '|', line.length) || memchr(line.data, '\t', line.length) ||
                  (text_find(line, "  ", 0) != SIZE_MAX && !memchr(line.data, ':', line.length));
    for (size_t at = 0; text_word(line, at, &start, &end); at = end) {
        annals_text word = text_slice(line, start, end);
        if (++words > MOST || (!parted && !text_begins_upper(word))) return false;
        date |= text_same_word(word, "date");
    }
    return date && (parted ? words > 1 : words >= 3 && !memchr(line.data, ':', line.length));
}

/* ---------------------------------------------------------------- kinds */

static size_t count_words(annals_text text, size_t limit) {
    size_t n = 0, start, end;
    for (size_t at = 0; n < limit && text_word(text, at, &start, &end); at = end) n++;
    return n;
}

static bool ends_sentence(annals_text text) {
    static const char *const closed[] = {".\"", ".'", ".)", ".”", ".’", "…"};
    char last = text.length ? text.data[text.length - 1] : 0;
    if (byte_in(last, ".!?:;,")) return true;
    if ((unsigned char)last < 0x80 && is_letter((unsigned char)last)) return false;
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        if (text_ends(text, closed[i])) return true;
    return false;
}

/* "Consul Weller to the Board\n(Telegraphic.)": a remark in a line of its own has a full stop, and is no sentence. */
static bool ends_with_remark(annals_text text) {
    enum { LONGEST = 40 /* bytes */ };
    size_t at = text.length;
    while (at && text.data[at - 1] != '\n' && text.length - at < LONGEST) at--;
    bool line = !at || text.data[at - 1] == '\n';
    return line && text_ends(text, ".)") && text.data[at] == '(' && !memchr(text.data + at, ' ', text.length - at);
}

/* "£64m lost" */
static bool is_currency(uint32_t c) {
    static const uint32_t signs[] = {'$', 0xA2, 0xA3, 0xA5, 0x20AC};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i] == c) return true;
    return false;
}

bool is_heading(annals_text text) {
    enum { MOST = 25 /* words, of two bytes with their blanks at least */ };
    uint32_t first;
    size_t next, at = 0;
    while (at < text.length && (text.data[at] == '*' || text.data[at] == '#' || text.data[at] == ' ')) at++;
    if (at >= text.length) return false;
    first = text_decode(text, at, &next);
    if (!is_upper(first) && !is_digit(first) && !is_opening(first) && !is_currency(first)) return false;
    if (ends_sentence(text) && !ends_with_remark(text)) return false;
    return text.length < 2 * MOST || count_words(text, MOST + 1) <= MOST;
}

/* "March.": a month or weekday alone heads what stands below, though it has a full stop. */
static bool is_calendar_line(const grammar *g, annals_text text) {
    enum { LONGEST = 16 /* bytes */ };
    size_t start, end;
    return text.length <= LONGEST && text_begins_upper(text) && text_word(text, 0, &start, &end) &&
           end + 1 == text.length && text.data[end] == '.' &&
           in_context(g, text_slice(text, 0, end), CONTEXT_CALENDAR_WORD);
}

/* A line of prose: its words end with a full stop. */
static bool is_told(annals_text words) {
    enum { FEWEST = 5 /* words */ };
    return text_ends(words, ".") && text_begins_upper(words) && count_words(words, FEWEST) == FEWEST;
}

/* "The mill burned last night. \n HARBOUR MASTER": above the line that signs it stands a sentence. */
static bool is_signed(annals_text text) {
    size_t next;
    for (size_t at = 0; at < text.length; at = next) {
        annals_text line = text_trim(line_at(text, at, &next));
        if (next < text.length && is_told(line)) return true;
    }
    return false;
}

static void take_role(reader *r, const struct label_row *row) {
    r->carried.has_role = row != NULL;
    r->carried.role_stays = row && row->all;
    if (row) r->carried.role = row->kind;
}

/* "## References", "**Notes**": the words of a line that is marked as a heading. */
static annals_text without_marks(annals_text text) {
    size_t start = 0, end = text.length;
    while (start < end && byte_in(text.data[start], "#* ")) start++;
    while (end > start && byte_in(text.data[end - 1], "#* ")) end--;
    return text_slice(text, start, end);
}

static block_kind label_kind(reader *r, annals_text text, block_kind otherwise) {
    enum { LONGEST = 2 * LABEL_ROOM /* bytes, with its marks */ };
    size_t n = label_length(text);
    if (!n && text.length > LONGEST) return otherwise;
    const struct label_row *row = find_label(n ? text_slice(text, 0, n) : without_marks(text));
    if (n && n + 1 < text.length) return row && row->kind != BLOCK_FOOTNOTE ? row->kind : otherwise;
    if (!n && !row) return otherwise;
    take_role(r, row);
    return BLOCK_FIELD;
}

/* What is numbered directly below the day of a meeting, "Meeting held at the Anchor on 3 May 1858", was done there; and
 * so it is below a day alone, where the list above that began likewise. */
static bool continues_minutes(reader *r) {
    enum { LONGEST = 160 /* bytes */ };
    const block *above = r->out->count ? &r->out->items[r->out->count - 1] : NULL;
    bool again = r->carried.day, meets = false;
    size_t start, end;
    r->carried.day = false;
    if (!above || (above->kind != BLOCK_HEADING && above->kind != BLOCK_PARAGRAPH)) return false;
    annals_text words = text_slice(r->text, above->start, above->end);
    bool heading = above->kind == BLOCK_HEADING; /* or "... on 3 May 1858 at 2.15 p.m." */
    if (!heading && (words.length > LONGEST || memchr(words.data, '\n', words.length))) return false;
    if (!text_has_digit(words) || !contexts_in(r->grammar, words, CONTEXT_CALENDAR_WORD)) return false;
    r->carried.day = heading;
    for (size_t at = 0; !meets && text_word(words, at, &start, &end); at = end)
        meets = has_role(r->grammar, text_slice(words, start, end), ROLE_SESSION);
    return meets || (again && heading);
}

/* Footnotes have "[1]" before them, are numbered anew behind numbered paragraphs, of which there is more than the
 * number of the paper itself, or stand behind a signature or heading near the end. */
static block_kind numbered_kind(reader *r, annals_text text, int32_t number) {
    const block_list *out = r->out;
    if (*text.data == '[' && out->count) return BLOCK_FOOTNOTE;
    bool minutes = number == 1 && continues_minutes(r), restart = number == 1 && r->carried.listed;
    bool after_prose =
        number == 1 && !r->carried.listed && out->count > 6 && out->items[out->count - 1].end > r->text.length / 2;
    if (minutes) r->carried.in_footnotes = false;
    else if (restart || after_prose) r->carried.in_footnotes = true;
    r->carried.listed |= number == 2 || (r->carried.last_number && number > r->carried.last_number);
    r->carried.last_number = number;
    return r->carried.in_footnotes ? BLOCK_FOOTNOTE : BLOCK_LIST_ITEM;
}

/* Is a numbered line one of a list that a heading calls notes, or literature, below the text? */
static bool in_apparatus(const reader *r) {
    enum { PROSE = 2 /* blocks */ };
    return r->carried.has_role && r->carried.role_stays && r->out->count > PROSE &&
           (r->carried.role == BLOCK_FOOTNOTE || r->carried.role == BLOCK_CITATION);
}

/* "12. Consul Reed to the Secretary for Trade", at the beginning of the text or below the title of its collection. */
static bool heads_paper(const reader *r, annals_text body) {
    enum { TITLES = 2 /* blocks */ };
    const block_list *out = r->out;
    if (!is_heading(body)) return false;
    bool below = out->count && out->count <= TITLES && out->items[out->count - 1].kind == BLOCK_HEADING;
    return !out->count || (below && !text_has_digit(body) && captions_of(r->grammar, body) & CAPTION_PARTIES);
}

/* "LOG OF THE ADA": the first line of the text, if it stands at the head of other pages too; else absent. */
static annals_text running_head(reader *r) {
    enum { NAMING = 3 /* words */, LONGEST = 120 /* bytes */ };
    if (r->head_known) return r->head;
    r->head_known = true;
    size_t next, from = r->out->count ? r->out->items[0].start : 0;
    while (from < r->text.length && is_space_byte(r->text.data[from])) from++;
    annals_text line = text_trim(line_at(r->text, from, &next));
    if (line.length > LONGEST || !is_heading(line) || !has_context(r->grammar, line, NAMING, CONTEXT_WORK))
        return r->head;
    for (size_t at = next; at < r->text.length && !r->head.length; at = next)
        if (text_equal(text_trim(line_at(r->text, at, &next)), line)) r->head = line;
    return r->head;
}

static bool is_running_head(reader *r, annals_text words) {
    return words.length && text_equal(words, running_head(r));
}

static block_kind kind_of(reader *r, annals_text text, annals_text body, int32_t number) {
    if (r->out->count && is_running_head(r, text)) return BLOCK_FURNITURE;
    if (text.length < 400 && (is_furniture(text) || is_rule(text))) return BLOCK_FURNITURE;
    if (text.data[0] == '#') r->carried.has_role = false;
    if (body.data != text.data && in_apparatus(r) && (number || r->carried.role == BLOCK_CITATION))
        return r->carried.role;
    if (body.data != text.data && number) {
        block_kind kind = heads_paper(r, body) ? BLOCK_HEADING : numbered_kind(r, text, number);
        return label_kind(r, body, kind);
    }
    if (body.data != text.data) return BLOCK_LIST_ITEM;
    if (r->carried.has_role && !find_label(text)) {
        r->carried.has_role = r->carried.role_stays;
        if (r->carried.role != BLOCK_PARAGRAPH && r->carried.role != BLOCK_FOOTNOTE) return r->carried.role;
    }
    bool heads = is_calendar_line(r->grammar, text) || (is_heading(text) && !is_signed(text));
    return label_kind(r, text, heads ? BLOCK_HEADING : BLOCK_PARAGRAPH);
}

/* Does the line of a log open with a clock?  Few lines of other texts do, so that they need not be read for it. */
static bool opens_log_line(reader *r, annals_text words) {
    if (!opens_with_clock(r->grammar, words)) return false;
    if (!r->log_known) r->log = is_log(r->grammar, r->text);
    r->log_known = true;
    return r->log;
}

static bool opens_figured(reader *r, annals_text words) {
    if (!opens_with_figures(words)) return false;
    if (!r->figures_known) r->figures = is_diary_in_figures(r->text);
    r->figures_known = true;
    return r->figures;
}

static bool in_month_book(reader *r) {
    if (!r->months_known) r->months = is_month_book(r->grammar, r->text);
    r->months_known = true;
    return r->months;
}

static bool opens_month_day(reader *r, annals_text words) {
    return opens_with_number(words) && in_month_book(r);
}

/* "The mill burned | 3 March 1961": cells between bars, with figures in one of them. */
static bool is_row(annals_text text) {
    return memchr(text.data, '|', text.length) && text_has_digit(text);
}

/* "1956  Born in Dunholt" heads nothing; nor does "3 March 1961: The mill burned" above all, where others follow it,
 * nor a row where others do. */
static void tell_entries(reader *r, block *b, annals_text text) {
    size_t index = r->out->count;
    block *above = index ? b - 1 : NULL;
    if (!above || b->kind != BLOCK_HEADING || is_date_line(r->grammar, text)) return;
    annals_text over = text_slice(r->text, above->start, above->end);
    bool rows = is_row(text) && is_row(over);
    bool entries = index == 1 && above->dated && b->dated && opens_with_year(over) == opens_with_year(text);
    if (rows || b->dated) b->kind = BLOCK_LIST_ITEM;
    if ((rows || entries) && above->kind == BLOCK_HEADING && !is_date_line(r->grammar, over))
        above->kind = BLOCK_LIST_ITEM;
}

static bool add_block(reader *r, size_t start, size_t end, size_t line, bool joined) {
    annals_text text = text_trim(text_slice(r->text, start, end));
    if (!text.length) return true;
    if (!ARENA_ROOM(r->arena, r->out)) return false;
    block *b = &r->out->items[r->out->count];
    *b = (block){.start = (size_t)(text.data - r->text.data), .line = line, .header = SIZE_MAX, .joined = joined};
    b->page = r->carried.page || memchr(r->text.data + start, '\f', b->start - start);
    b->joined &= !b->page && !(r->out->count && is_running_head(r, text_slice(r->text, b[-1].start, b[-1].end)));
    r->carried.page = is_rule(text);
    b->mail = r->mail;
    if (r->mail && r->out->count) b[-1].mail = true; /* who wrote it stands above */
    b->end = b->start + text.length;
    int32_t number;
    size_t skip = enumerator(r->grammar, text, &number);
    b->body = b->start + (skip ? skip : text_behind_marks(text, 0, NULL));
    b->enumerated = skip && number != 0;
    if (r->table != SIZE_MAX) {
        b->kind = r->table == r->out->count ? BLOCK_TABLE_HEADER : BLOCK_TABLE_ROW;
        b->header = b->kind == BLOCK_TABLE_ROW ? r->table : SIZE_MAX;
        b->body = b->start;
    } else if (opens_month_day(r, text)) {
        b->kind = BLOCK_PARAGRAPH;
        b->body = b->start;
        b->enumerated = false;
        b->dated = b->numbered = true;
    } else {
        b->kind = kind_of(r, text, text_slice(text, skip, text.length), number);
        b->note = b->kind == BLOCK_FOOTNOTE && (in_apparatus(r) || *text.data == '[');
        b->log = opens_log_line(r, text);
        if (b->log) b->kind = BLOCK_LIST_ITEM;
        else b->dated = opens_entry(r->grammar, text) || opens_figured(r, text);
        tell_entries(r, b, text);
    }
    r->out->count++;
    return true;
}

/* ---------------------------------------------------------------- from lines to blocks */

static int quote_marks(annals_text words) {
    int marks;
    text_behind_marks(words, 0, &marks);
    return marks;
}

/* Does a line open a block of its own although no blank line stands before it?  `words` is the line without white space
 * around it. */
static bool opens_block(reader *r, annals_text line, annals_text words) {
    int32_t number;
    if (quote_marks(words) != r->marks || *line.data == '\f' || r->table != SIZE_MAX ||
        memchr(line.data, '\t', line.length))
        return true;
    if (enumerator(r->grammar, line, &number) || opens_log_line(r, words) || opens_figured(r, words)) return true;
    if (opens_month_day(r, words)) return true;
    if (opens_with_date(r->grammar, words, r->entry) || (r->entry && is_date_line(r->grammar, words))) return true;
    size_t n = label_length(line);
    return n && count_words(text_slice(line, 0, n), 4) < 4;
}

/* Does the last word above lead on to what stands below: "on"? */
static bool leads_on(const reader *r, annals_text above) {
    const context_set leads = CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_FOLLOWER | CONTEXT_SMALL;
    size_t at = above.length;
    while (at && is_letter((unsigned char)above.data[at - 1])) at--;
    return in_context(r->grammar, text_slice(above, at, above.length), leads);
}

/* May the words above a line that opens with a day end there: a sentence, or a title? */
static bool ends_above(const reader *r, annals_text above) {
    if (ends_sentence(above)) return above.data[above.length - 1] != ',';
    return is_heading(above) && !memchr(above.data, '\n', above.length) && !leads_on(r, above);
}

/* "1962-06-01 The ship left / 1962-06-03 It came back": a line of a list of days, each with its year. */
static bool opens_listed(const reader *r, annals_text above, annals_text words) {
    if (!r->listed || !opens_with_full_day(r->grammar, words)) return false;
    above = text_trim(above);
    return !text_ends(above, ",") && !leads_on(r, above);
}

/* "LOG OF THE HERON / Monday, 4 June 1849. Wind S.W. / Tuesday, 5 June. Gale": the entries of a log begin below its
 * title, where another day opens a line soon. */
static bool begins_entries(const reader *r, annals_text above, annals_text words, size_t behind) {
    enum { SOON = 6 /* lines */ };
    if (r->entry || !opens_with_date(r->grammar, words, true) || !ends_above(r, text_trim(above))) return false;
    for (int lines = 0; lines < SOON && behind < r->text.length; lines++) {
        annals_text line = text_trim(line_at(r->text, behind, &behind));
        if (!line.length) return false;
        if (opens_with_date(r->grammar, line, true)) return true;
    }
    return false;
}

static bool has_turn_mark(annals_text words, char mark) {
    return words.length > 3 && words.data[0] == mark && words.data[1] == '.' && words.data[2] == ' ' &&
           is_upper((unsigned char)words.data[3]);
}

/* "Q. Did you see it? / A. Weller did.": two speak in turn, each in a line of his own. */
static bool takes_turn(annals_text above, annals_text words) {
    return has_turn_mark(words, 'Q') || (has_turn_mark(words, 'A') && has_turn_mark(text_trim(above), 'Q'));
}

/* A line so long is a paragraph of its own: no one breaks lines there. */
static bool is_paragraph(annals_text line, annals_text words) {
    enum { UNBROKEN = 200 };
    return line.length > UNBROKEN && ends_sentence(words);
}

/* "Mill burned / By Ada Weller": without who wrote it, in a line below. */
static annals_text without_writer(const reader *r, annals_text words) {
    const char *line = words.length ? memchr(words.data, '\n', words.length) : NULL;
    size_t at = line ? (size_t)(line - words.data) : words.length, start, end;
    annals_text below = text_trim(text_slice(words, at, words.length));
    bool by = text_word(below, 0, &start, &end) && in_context(r->grammar, text_slice(below, 0, end), CONTEXT_AUTHOR);
    return by && text_begins_upper(below) ? text_trim(text_slice(words, 0, at)) : words;
}

/* A short line above one so long that no one broke it is a heading. */
static bool stands_above(const reader *r, annals_text above, annals_text line) {
    enum { SHORT = 60, LONG = 120 };
    annals_text words = text_trim(above);
    if (line.length <= LONG || words.length >= 2 * SHORT || ends_sentence(words)) return false;
    words = without_writer(r, words);
    return words.length < SHORT && !memchr(words.data, '\n', words.length);
}

/* "Thousands march", above "PORT ORLAN, 18 May 1926. Some": a headline, and place and day below it. */
static bool stands_above_dateline(const reader *r, annals_text above, annals_text words) {
    enum { LONGEST = 60 /* bytes, of place and day */, SHORTEST = 3 };
    above = text_trim(above);
    size_t reach = words.length < LONGEST ? words.length : LONGEST, comma = text_find_any(words, 0, reach, ",.:;");
    if (!is_heading(above) || memchr(above.data, '\n', above.length)) return false;
    if (comma < SHORTEST || comma >= reach || words.data[comma] != ',' || has_lower(text_slice(words, 0, comma)))
        return false;
    for (size_t at = comma, next; at < reach; at = next) {
        uint32_t c = text_decode(words, at, &next);
        annals_text line = text_slice(words, 0, at), rest = text_trim(text_slice(words, next, words.length));
        bool stop = c == '.' || (is_dash(c) && words.data[at - 1] == ' ');
        if (stop && text_begins_upper(rest) && is_dated_line(r->grammar, line)) return true;
    }
    return false;
}

/* "12.XI.1916, in the field / Dear Anna, we came": the letter begins below its date, though in the line of the
 * greeting. */
static bool greets_below(const reader *r, annals_text above, annals_text words) {
    enum { SHORT = 160 };
    if (above.length > SHORT || !text_begins_upper(words) || !greeting_of(r->grammar, words).length) return false;
    above = text_trim(above);
    size_t at = above.length;
    while (at && above.data[at - 1] != '\n') at--;
    return is_dated_line(r->grammar, text_slice(above, at, above.length));
}

/* "-----" between two papers, but not below the title that it underlines. */
static bool parts_text(const reader *r, annals_text above, annals_text words) {
    if (!words.length || r->table != SIZE_MAX || !is_rule(words)) return false;
    above = text_trim(above);
    bool line = above.length && !memchr(above.data, '\n', above.length);
    return !line || above.length != words.length;
}

/* "SENT: 3 March 1911, 9.20 a.m.", "TO: Secretary, Board of Trade": a field of the head ends with its line, where the
 * text begins in the next one. */
static bool is_whole_field(const reader *r, annals_text words, size_t behind) {
    annals_text value, below = {0};
    size_t next;
    if (line_has_field(r->grammar, words, CONTEXT_DATE_FIELD, &value)) return is_dated_line(r->grammar, value);
    if (!line_has_field(r->grammar, words, CONTEXT_SENDER | CONTEXT_RECIPIENT, &value)) return false;
    if (behind < r->text.length) below = text_trim(line_at(r->text, behind, &next));
    return is_told(below) && !text_ends(words, ",") && !is_told(words);
}

/* "From the Mayor of Port to the Board of Trade", above a line with a date. */
static bool opens_telegram(const reader *r, annals_text words, size_t behind) {
    annals_text line = {0};
    for (int lines = 0; lines < 2 && behind < r->text.length && !line.length; lines++)
        line = text_trim(line_at(r->text, behind, &behind));
    return line.length && is_dated_line(r->grammar, line) && is_route(r->grammar, words, NULL);
}

/* A day is all of the line that opens a block, or a day and names, and what was done then begins below. */
static bool stands_above_told(reader *r, annals_text words, size_t behind) {
    size_t next;
    if (is_date_line(r->grammar, words) || (heads_month(r->grammar, words) && in_month_book(r))) return true;
    if (!is_session_line(r->grammar, words) || behind >= r->text.length) return false;
    annals_text below = text_trim(line_at(r->text, behind, &next));
    return below.length && !label_length(below) && (text_begins_upper(below) || is_digit((unsigned char)*below.data)) &&
           !greeting_of(r->grammar, below).length && !is_dated_line(r->grammar, below);
}

/* ---------------------------------------------------------------- what was read before */

static bool same_carried(const carried *a, const carried *b) {
    return a->has_role == b->has_role && a->role_stays == b->role_stays && a->role == b->role &&
           a->last_number == b->last_number && a->listed == b->listed && a->in_footnotes == b->in_footnotes &&
           a->route == b->route && a->page == b->page && a->day == b->day;
}

static bool rest(reader *r, size_t at, size_t line, const carried *state) {
    if (!ARENA_ROOM(&r->scratch, &r->places)) return false;
    r->places.items[r->places.count++] = (resting_place){at, line, r->out->count, *state};
    return true;
}

static int by_place(const void *at, const void *place) {
    size_t a = *(const size_t *)at, b = ((const resting_place *)place)->at;
    return (a > b) - (a < b);
}

/* The place kept that begins at `at`, or SIZE_MAX. */
static size_t place_at(const reader *r, size_t at) {
    const resting_place *items = r->places.items;
    const resting_place *found = items ? bsearch(&at, items, r->places.count, sizeof *items, by_place) : NULL;
    return found ? (size_t)(found - items) : SIZE_MAX;
}

/* The blocks from one to before another, once more `by` bytes and `lines` lines below. */
static bool copy_between(reader *r, size_t from, size_t to, size_t by, size_t lines) {
    size_t down = r->out->count - from;
    for (size_t i = from; i < to; i++) {
        if (!ARENA_ROOM(r->arena, r->out)) return false;
        block b = r->out->items[i];
        if (!b.copied) b.twin = i < UINT32_MAX ? (uint32_t)i + 1 : 0;
        b.copied = true;
        b.start += by;
        b.body += by;
        b.end += by;
        b.line += lines;
        if (b.header != SIZE_MAX) b.header += down;
        r->out->items[r->out->count++] = b;
    }
    return true;
}

/* Where a paragraph begins that stood further up, and as much was known there: its blocks and those behind it are the
 * same again.  `*at` moves behind them.  The first number of a text means more near its end, and is no copy. */
static bool copy_blocks(reader *r, size_t *at) {
    enum { FEWEST = 7 /* blocks: the first of a text mean more than others */ };
    const repeat *again = repeat_at(r->repeats, *at, &r->repeat);
    if (byte_in(r->text.data[*at], "\n\r >")) return true; /* a mail that is quoted says something of what is above */
    size_t place = again ? place_at(r, *at - again->by) : SIZE_MAX, line = r->line;
    if (!rest(r, *at, line, &r->carried)) return false;
    const resting_place *p = place == SIZE_MAX ? NULL : &r->places.items[place];
    if (!p || p->count < FEWEST || !same_carried(&p->carried, &r->carried)) return true;
    for (size_t lines = line - p->line;; place++) {
        const resting_place here = r->places.items[place], next = r->places.items[place + 1];
        bool first_number = !here.carried.last_number && next.carried.last_number;
        if (next.at + again->by > again->end || first_number) return true;
        if (!copy_between(r, here.count, next.count, again->by, lines)) return false;
        *at = next.at + again->by;
        r->line = next.line + lines;
        r->carried = next.carried;
        if (!rest(r, *at, r->line, &r->carried)) return false;
    }
}

/* Block by block, from the first line on. */
static bool read_blocks(reader *r) {
    annals_text text = r->text;
    size_t start = 0, first_line = r->line, next;
    bool open = false, joined = false, whole = false, rule = false;
    for (size_t at = 0; at < text.length; at = next, r->line++) {
        if (!open && r->repeats && !copy_blocks(r, &at)) return false;
        annals_text line = line_at(text, at, &next), words = text_trim(line);
        bool blank = text_behind_marks(words, 0, NULL) == words.length;
        bool heads = open && !blank &&
                     (stands_above(r, text_slice(text, start, at), line) ||
                      stands_above_dateline(r, text_slice(text, start, at), words));
        bool dates = r->carried.route && !blank, ruled = rule; /* the line below */
        r->carried.route = blank ? r->carried.route : opens_telegram(r, words, next);
        bool columns = r->table == SIZE_MAX && (table_header(words) || heads_rows(r->grammar, text, words, next));
        annals_text above = open ? text_slice(text, start, at) : (annals_text){0};
        rule = parts_text(r, above, words);
        if (open && (blank || whole || rule || heads || r->carried.route || columns || opens_block(r, line, words) ||
                     opens_listed(r, above, words) || greets_below(r, above, words) || takes_turn(above, words) ||
                     begins_entries(r, above, words, next))) {
            if (!add_block(r, start, at, first_line, joined)) return false;
            open = false;
            joined = !blank && !rule && !ruled;
        }
        bool opens = !open && !blank;
        whole = r->carried.route || dates || rule || is_paragraph(line, words) ||
                (opens &&
                 (stands_above_told(r, words, next) || is_whole_field(r, words, next) || is_running_head(r, words)));
        if (opens) r->listed = !whole && opens_with_full_day(r->grammar, words);
        if (opens) r->entry = !whole && (opens_with_date(r->grammar, words, true) || opens_figured(r, words));
        r->marks = blank ? 0 : quote_marks(words);
        r->mail = (r->mail && open) || r->marks;
        if (blank) {
            r->carried.page |= memchr(line.data, '\f', line.length) != NULL;
            r->table = SIZE_MAX;
            joined = false;
        } else if (!open) {
            start = at;
            first_line = r->line;
            open = true;
            if (columns) r->table = r->out->count;
        }
    }
    return !open || add_block(r, start, text.length, first_line, joined);
}

bool find_blocks(const grammar *g, annals_text text, size_t line, const repeat_list *repeats, arena *a,
                 block_list *out) {
    reader r = {.grammar = g, .text = text, .arena = a, .out = out, .line = line, .table = SIZE_MAX};
    if (repeats && repeats->count) r.repeats = repeats;
    enum { BYTES_OF_BLOCK = 512 };
    bool ok = ARENA_RESERVE(a, out, text.length / BYTES_OF_BLOCK) && read_blocks(&r);
    arena_free(&r.scratch);
    return ok;
}
