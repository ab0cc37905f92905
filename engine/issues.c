/* issues.c: what is printed or posted more than once: the issues of a newspaper, clippings, the posts of a page. */
#include "caption.h"
#include "language.h"
#include "splitter.h"
#include "text.h"

#include <string.h>

/* "The Port Star", but not "LOG OF THE ADA", whose pages may all be headed so. */
static bool may_be_title(const splitter *s, annals_text name) {
    enum { LONGEST = 60 /* bytes */, MOST_WORDS = 8 };
    size_t start, end, words = 0;
    if (!name.length || name.length > LONGEST || text_has_digit(name) || !text_begins_upper(name)) return false;
    if (!is_heading(name) || label_length(name) || is_furniture(name)) return false;
    if (captions_of(s->grammar, name) & (CAPTION_KIND | CAPTION_ROUTE | CAPTION_ADDRESSEE)) return false;
    context_set others = CONTEXT_CALENDAR_WORD | CONTEXT_WORK; /* of which the first word behind an article may be */
    for (size_t at = 0; text_word(name, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(name, start, end);
        if (in_context(s->grammar, word, others)) return false;
        if (words || !in_context(s->grammar, word, CONTEXT_DETERMINER)) others = CONTEXT_CALENDAR_WORD;
    }
    return words > 1 && words <= MOST_WORDS;
}

/* "The Port Star, Monday, 3 May 1921, page 4", "From the Port Gazette of 3 May 1921": what stands before the day, where
 * an article or the word for a newspaper tells that it is no place. */
static annals_text title_before_day(const splitter *s, annals_text line) {
    size_t start, end, to = 0;
    bool title = false, of = false; /* the last word before the day */
    for (size_t at = 0; text_word(line, at, &start, &end); at = end) {
        annals_text word = text_slice(line, start, end);
        if (has_role(s->grammar, word, ROLES_OF(ROLE_GATHERING, ROLE_SESSION)))
            return (annals_text){0}; /* of minutes */
        if (is_digit((unsigned char)*word.data) || in_context(s->grammar, word, CONTEXT_CALENDAR_WORD)) break;
        of = in_context(s->grammar, word, CONTEXT_GENITIVE);
        if (of) continue;
        title |= in_context(s->grammar, word, at ? CONTEXT_OFFICE | CONTEXT_SOURCE : CONTEXT_DETERMINER);
        to = end;
    }
    annals_text rest = text_trim(text_slice(line, to, line.length));
    size_t next;
    bool parted = of || (rest.length && (byte_in(*rest.data, ",.") || is_dash(text_decode(rest, 0, &next))));
    return title && parted ? text_slice(line, 0, to) : (annals_text){0};
}

static bool is_full_day(const splitter *s, annals_text line) {
    return names_year(line) && !label_length(line) && is_dated_line(s->grammar, line);
}

/* Between the name and the day may stand number and price, or where it was printed. */
issue issue_at(const splitter *s, size_t index) {
    enum { LINES = 3 };
    const block *b = &s->blocks->items[index];
    size_t next = b->start;
    annals_text name = b->log || b->enumerated ? (annals_text){0} : short_line(s->text, b->start, &next);
    if (is_full_day(s, name)) {
        name = title_before_day(s, name);
        return may_be_title(s, name) ? (issue){name, next} : (issue){0};
    }
    if (!may_be_title(s, name)) return (issue){0};
    for (size_t lines = 0; lines < LINES && next < s->text.length;) {
        annals_text line = short_line(s->text, next, &next);
        if (!line.data) break;
        if (is_full_day(s, line)) return (issue){name, next};
        if (line.length && !text_has_digit(line) && !is_heading(line)) break;
        lines += line.length > 0;
    }
    return (issue){0};
}

/* A name comes again above full days, and no more such days have none above them: what stands at the head of pages is
 * no issue's, and days alone head the entries of a diary. */
bool has_issues(const splitter *s) {
    enum { NAMES = 8 };
    annals_text names[NAMES];
    size_t count = 0, again = 0, days = 0;
    for (size_t i = 0, end = 0; i < blocks_sought(s, again); i++) {
        if (s->blocks->items[i].start < end || s->blocks->items[i].copied) continue;
        issue found = issue_at(s, i);
        end = found.end;
        if (!found.name.length) {
            days += is_full_day(s, first_line(s, i));
            continue;
        }
        size_t k = 0;
        while (k < count && !text_equal(names[k], found.name)) k++;
        again += k < count;
        if (k == count && count < NAMES) names[count++] = found.name;
    }
    return again && days <= again;
}

bool names_print(const splitter *s, size_t index) {
    const block *b = &s->blocks->items[index];
    annals_text line = first_line(s, index);
    size_t next = 0, start, end;
    while (next < line.length && (is_opening((unsigned char)line.data[next]) || byte_in(line.data[next], " -"))) next++;
    while (next < line.length && is_dash(text_decode(line, next, &start))) next = start;
    line = text_trim(text_slice(line, next, line.length));
    bool one = b->end <= b->start + next + line.length + 1 && !b->enumerated && !b->log;
    if (!one || !text_begins_upper(line) || !is_full_day(s, line)) return false;
    return text_word(line, 0, &start, &end) &&
           !in_context(s->grammar, text_slice(line, start, end), CONTEXT_CALENDAR_WORD) &&
           memchr(line.data, ',', line.length);
}

bool has_clippings(const splitter *s) {
    enum { SEVERAL = 2 };
    const block_list *blocks = s->blocks;
    size_t found = 0;
    bool told = false;
    if (!names_print(s, blocks->count - 1)) return false;
    for (size_t i = 0; i < blocks->count; i++) {
        bool print = names_print(s, i);
        if (!print && is_full_day(s, first_line(s, i))) return false;
        if (print && !told) return false;
        found += print;
        told = !print && (told || is_prose(s, &blocks->items[i]));
    }
    return found >= SEVERAL;
}

/* "Day three", "Posted on 12 May 2014 by Ada": the last line of a heading says when what stands below was published. */
static bool is_post(const splitter *s, size_t index) {
    if (index >= s->blocks->count || s->blocks->items[index].kind != BLOCK_HEADING) return false;
    annals_text text = block_text(s, index);
    size_t at = text.length, start, end;
    while (at && text.data[at - 1] != '\n') at--;
    annals_text line = text_slice(text, at, text.length);
    return line.length && is_full_day(s, line) && text_word(line, 0, &start, &end) &&
           in_context(s->grammar, text_slice(line, start, end), CONTEXT_DATE_FIELD);
}

bool has_posts(const splitter *s) {
    enum { SEVERAL = 2 };
    size_t found = 0;
    for (size_t i = 0; i < blocks_sought(s, found) && found < SEVERAL; i++) found += is_post(s, i);
    return found == SEVERAL;
}

size_t post_end(const splitter *s, size_t index) {
    const block *b = &s->blocks->items[index];
    bool titled = memchr(s->text.data + b->start, '\n', b->end - b->start) != NULL;
    if (is_post(s, index)) return titled || !index || b[-1].kind != BLOCK_HEADING ? b->end : 0;
    bool above = b->kind == BLOCK_HEADING && is_post(s, index + 1);
    return above && !memchr(s->text.data + b[1].start, '\n', b[1].end - b[1].start) ? b[1].end : 0;
}
