/* dateline.c: when a document says that it was written. */
#include "dateline.h"

#include "caption.h"
#include "language.h"
#include "stages.h"
#include "tense.h"
#include "text.h"
#include "when.h"

#include <string.h>

/* How a document may state its date, best first. */
enum { BY_FIELD, BY_DATELINE, BY_HEADING, BY_OPENING, BY_SIGNATURE, BY_TOPIC, BY_IMPRINT, BY_NOTHING };

typedef struct finding {
    int rank;
    size_t block, raw;
} finding;

bool day_of_year(const expr *e) {
    return point_said(e) && e->month != UNSET && e->day != UNSET && !e->impossible && !e->limit &&
           e->last_day == UNSET && !e->base;
}

static bool full_day(const expr *e) {
    return e->year != UNSET && day_of_year(e);
}

bool month_or_year(const expr *e) {
    return e->kind == EXPR_POINT && e->year != UNSET && !e->short_year && e->day == UNSET && e->season == UNSET &&
           e->named == UNSET && !e->impossible && !e->limit && e->last_day == UNSET && !e->base && !e->third && !e->of;
}

/* "March 6-7, 1931": some days of a month. */
static bool dates_days(const raw_mention *m) {
    expr e = *m->expr;
    bool days = m->range == ANNALS_RANGE_BEGIN && e.last_day != UNSET;
    e.last_day = UNSET;
    return days && full_day(&e);
}

static bool same_day(const expr *a, const expr *b) {
    bool two_digits = a->short_year || b->short_year;
    return (two_digits ? a->year % 100 == b->year % 100 : a->year == b->year) && a->month == b->month &&
           a->day == b->day;
}

/* "March 11, 1961, 10 a.m.-12 noon": from hour to hour. */
static bool spans_hours(const raw_mention *m) {
    const expr *e = m->expr;
    return e->kind == EXPR_RANGE && e->from && e->to && e->from->hour != UNSET && e->to->hour != UNSET;
}

/* A mention as it may date a document: hours do so by the day that they begin on. */
static raw_mention whole_mention(const analysis *x, size_t raw) {
    raw_mention m = x->raws.items[raw];
    if (m.range != ANNALS_RANGE_BEGIN || !spans_hours(&m)) return m;
    m.expr = m.expr->from;
    m.end = x->raws.items[raw + 1].end;
    return m;
}

/* The second of two that are said as one. */
static bool ends_hours(const raw_mention *m) {
    return m->range == ANNALS_RANGE_END && spans_hours(m);
}

/* How many mentions of a block may say when the document was written, and the first of them. */
static size_t count_own(const analysis *x, size_t block_index, size_t *first) {
    size_t count = 0, end = x->first_raw.items[block_index + 1];
    *first = x->first_raw.items[block_index];
    for (size_t i = end; i > x->first_raw.items[block_index]; i--) {
        const raw_mention *m = &x->raws.items[i - 1];
        if (is_receipt(x, m) || is_revision(x, m) || ends_hours(m)) continue;
        *first = i - 1;
        count++;
    }
    return count;
}

/* Does a word of the block belong to the time of receipt, or of the last change? */
static bool in_receipt(const analysis *x, const block *b, size_t start) {
    size_t index = (size_t)(b - x->blocks.items);
    for (size_t i = x->first_raw.items[index]; i < x->first_raw.items[index + 1]; i++) {
        const raw_mention *m = &x->raws.items[i];
        if (start >= m->start && start < m->end) return is_receipt(x, m) || is_revision(x, m);
    }
    return false;
}

/* ---------------------------------------------------------------- one line */

enum { LONGEST_LINE = 300 /* bytes, on either side of a date, of a line that may date a document */ };

/* The line that a mention stands in, as far as it belongs to the block, and how many may date the document there. */
typedef struct head_line {
    annals_text text;
    size_t start, end, mentions;
    bool first; /* of its block */
    bool whole; /* not too long for a head */
} head_line;

static bool dates_line(const analysis *x, const head_line *line, size_t raw) {
    const raw_mention *m = &x->raws.items[raw];
    return m->start >= line->start && m->end <= line->end;
}

/* "Minutes of the annual meeting held on 3 March 1958": how often it is held dates nothing, nor does a receipt. */
static bool may_date(const analysis *x, size_t raw) {
    const raw_mention *m = &x->raws.items[raw];
    bool counted = ends_hours(m) || (raw && dates_days(m - 1));
    return m->expr->kind != EXPR_SET && !is_receipt(x, m) && !is_revision(x, m) && !counted;
}

static head_line line_of(const analysis *x, size_t block_index, size_t raw) {
    const block *b = &x->blocks.items[block_index];
    const raw_mention *m = &x->raws.items[raw];
    head_line line = {.start = m->start, .end = m->end};
    while (line.start > b->start && m->start - line.start < LONGEST_LINE && x->text.data[line.start - 1] != '\n')
        line.start--;
    while (line.end < b->end && line.end - m->end < LONGEST_LINE && x->text.data[line.end] != '\n') line.end++;
    line.text = text_slice(x->text, line.start, line.end);
    line.first = line.start == b->start;
    line.whole = m->start - line.start < LONGEST_LINE && line.end - m->end < LONGEST_LINE;
    size_t i = raw;
    while (i > x->first_raw.items[block_index] && dates_line(x, &line, i - 1)) i--;
    for (; i < x->first_raw.items[block_index + 1] && dates_line(x, &line, i); i++) line.mentions += may_date(x, i);
    return line;
}

/* What else stands in the line beside the date: how many words, and whether all are names. */
static size_t other_words(const analysis *x, const block *b, size_t from, size_t to, const raw_mention *m,
                          bool *names_only) {
    size_t count = 0, start, end;
    *names_only = true;
    for (size_t at = from; text_word(x->text, at, &start, &end) && end <= to; at = end) {
        if ((start >= m->start && end <= m->end + 1) || in_receipt(x, b, start)) continue;
        size_t next;
        annals_text word = text_slice(x->text, start, end);
        uint32_t c = text_decode(word, 0, &next);
        bool within = in_context(x->grammar, word, CONTEXT_PLACE_LEAD | CONTEXT_PARTICLE); /* "off Kareth" */
        if (!is_upper(c) && !is_digit(c) && !within) *names_only = false;
        if (++count > 40) break;
    }
    return count;
}

/* A label before the date says of what it is: "Report date: 3 March 1958", "Hearing date: 2 March 1958", "Arrived: 4
 * March 1958". */
typedef enum date_label { LABEL_NONE, LABEL_OWN, LABEL_SITTING, LABEL_OTHER } date_label;

/* "Judgment: 9 June 2009": the label is the paper's own name. */
static bool names_paper(const analysis *x, annals_text label) {
    size_t start, end;
    return text_word(label, 0, &start, &end) && end == label.length &&
           in_context(x->grammar, text_slice(label, start, end), CONTEXT_PAPER);
}

static date_label label_of(const analysis *x, const head_line *line, const raw_mention *m, bool top) {
    enum { MOST_WORDS = 4 };
    size_t start, end, words = 0;
    bool own = false, of = false, paper = false, sits = false;
    const char *colon = memchr(line->text.data, ':', m->start - line->start);
    if (!colon || (size_t)(colon - line->text.data) < behind_number(x->grammar, line->text)) return LABEL_NONE;
    annals_text label = text_slice(line->text, 0, (size_t)(colon - line->text.data));
    if (top && names_paper(x, label)) return LABEL_OWN;
    for (size_t at = 0; text_word(label, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(label, start, end);
        own |= in_context(x->grammar, word, CONTEXT_DATE_FIELD);
        sits |= has_role(x->grammar, word, ROLE_SESSION);
        of |= own && in_context(x->grammar, word, CONTEXT_GENITIVE);
        paper |= of && in_context(x->grammar, word, CONTEXT_PAPER | CONTEXT_WRITING | CONTEXT_DATE_FIELD);
    }
    if (of && !paper) return LABEL_OTHER; /* "Date of birth: 3 March 1958" */
    if (own && sits && words <= MOST_WORDS) return LABEL_SITTING;
    return own && words <= MOST_WORDS ? LABEL_OWN : words < MOST_WORDS && !own ? LABEL_OTHER : LABEL_NONE;
}

/* "Published March 3, 1958", "Minutes of a meeting held on 3 March 1958": before the date stands a word that says that
 * it is the document's; in prose it must open the line. */
static bool follows_field(const analysis *x, const block *b, const head_line *line, const raw_mention *m) {
    enum { PREPOSITION = 4 /* bytes */ };
    size_t start, end, words = 0;
    annals_text before = {0}, last = {0};
    for (size_t at = line->start; text_word(x->text, at, &start, &end) && start < m->start; at = end, words++) {
        before = last;
        last = text_slice(x->text, start, end);
    }
    bool preposition = last.length && last.length <= PREPOSITION && before.length;
    bool field = in_context(x->grammar, preposition ? before : last, CONTEXT_DATE_FIELD);
    return field && (b->kind == BLOCK_HEADING || words == (preposition ? 2 : 1));
}

/* "Prepared by A. Weller, June 1958" */
static bool is_byline(const analysis *x, annals_text line) {
    enum { WORDS = 3 };
    size_t start, end, words = 0;
    for (size_t at = 0; words < WORDS && text_word(line, at, &start, &end); at = end, words++)
        if (in_context(x->grammar, text_slice(line, start, end), CONTEXT_AUTHOR)) return true;
    return false;
}

/* Where a paragraph begins, below a line that names who wrote it. */
static size_t below_byline(const analysis *x, const block *b, size_t date) {
    size_t next;
    if (date < b->body || !memchr(x->text.data + b->body, '\n', date - b->body)) return b->body;
    return is_byline(x, line_at(text_slice(x->text, 0, b->end), b->body, &next)) ? next : b->body;
}

/* "Camp near Falmouth, Feb. 11th, 1863. Dear Mother, I take my pen": the letter begins in the line of its date. */
static bool greets_behind(const analysis *x, const block *b, size_t at) {
    while (at < b->end && byte_in(x->text.data[at], ". ")) at++;
    return at < b->end && greeting_of(x->grammar, text_slice(x->text, at, b->end)).length != 0;
}

/* Are the words from `at` to the date those of a place?  Above a greeting they need not all be names. */
static bool names_place(const analysis *x, size_t at, size_t date, bool greeted) {
    enum { MOST = 5 };
    const context_set prepositions = CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_FOLLOWER;
    const context_set verbs = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_SUBJECT;
    size_t start, end, words = 0;
    for (; text_word(x->text, at, &start, &end) && start < date; at = end) {
        annals_text word = text_slice(x->text, start, end);
        if (++words > MOST || (greeted ? in_context(x->grammar, word, verbs) : !text_begins_upper(word))) return false;
        if (words == 1 && !greeted && in_context(x->grammar, word, prepositions))
            return false; /* "On 3 March 1958 (a Monday) he" */
    }
    return words > 0;
}

/* "PARIS, April 3, 1947 -- The Cabinet fell": place and date open the first paragraph. */
bool opens_text(const analysis *x, const block *b, const raw_mention *m) {
    bool greeted = full_day(m->expr) && greets_behind(x, b, m->end);
    if (!names_place(x, below_byline(x, b, m->start), m->start, greeted)) return false;
    annals_text rest = text_trim(text_slice(x->text, m->end, b->end));
    size_t next;
    uint32_t sign = rest.length ? text_decode(rest, 0, &next) : 0;
    bool bracket = sign == ']' && x->text.data[b->body] == '['; /* "[Paris, 3 June 1940] I saw him" */
    bool received = sign == '[' && in_receipt(x, b, (size_t)(rest.data - x->text.data) + sizeof "[Received");
    return sign == '.' || sign == '(' || bracket || received || is_dash(sign) || is_byline(x, rest) ||
           (x->text.data[m->end - 1] == '.' && text_begins_upper(rest)); /* "6 p.m. Ref your 243" */
}

/* Nothing but a remark follows the date in its line: "The Port Mercury, 3 March 1958, page 5". */
static bool ends_line(const analysis *x, const head_line *line, const raw_mention *m) {
    annals_text rest = text_trim(text_slice(x->text, m->end, line->end));
    size_t next;
    return rest.length < 2 || byte_in(*rest.data, ",|;)(") || is_dash(text_decode(rest, 0, &next));
}

/* "The deposition of Ada Weller, taken before me on the 3rd of March 1836.": a paper opens the text, and tells when it
 * was sworn. */
static bool is_sworn(const analysis *x, const block *b, const raw_mention *m) {
    enum { REACH = 8 /* words */, LONGEST = 300 /* bytes */ };
    size_t start, end, since = REACH + 1;
    if (!full_day(m->expr) || m->start - b->body > LONGEST) return false;
    if (!opens_deposition(x->grammar, text_slice(x->text, b->body, b->end)))
        return false; /* "taken the 3rd before me" */
    for (size_t at = b->body; text_word(x->text, at, &start, &end) && start < m->start; at = end)
        since = has_role(x->grammar, text_slice(x->text, start, end), ROLE_SWORN) ? 0 : since + 1;
    return since <= REACH && text_find_any(x->text, b->body, m->start, ".;:") == m->start;
}

static bool states_nothing(block_kind kind) {
    return kind == BLOCK_FURNITURE || kind == BLOCK_CITATION || kind == BLOCK_FOOTNOTE || kind == BLOCK_TABLE_ROW ||
           kind == BLOCK_TABLE_HEADER || kind == BLOCK_ENTRY;
}

/* "Hilary Term, 1834", "November Session, 1834" */
static bool names_session(const analysis *x, const head_line *line) {
    size_t start, end;
    for (size_t at = line->start; text_word(x->text, at, &start, &end) && end <= line->end; at = end)
        if (has_role(x->grammar, text_slice(x->text, start, end), ROLE_SESSION)) return start > line->start;
    return false;
}

/* "compiled for the Society, December 1958": a month or year that ends a line of the heading, below the title. */
static bool is_imprint(const analysis *x, const block *b, const head_line *line, const raw_mention *m) {
    size_t at = m->start;
    while (at > line->start && x->text.data[at - 1] == ' ') at--;
    bool parted = at > line->start && byte_in(x->text.data[at - 1], ",(;");
    bool below = (!line->first && !memchr(line->text.data, ':', m->start - line->start)) || is_byline(x, line->text) ||
                 names_session(x, line);
    return b->kind == BLOCK_HEADING && below && line->mentions == 1 && parted && ends_line(x, line, m);
}

/* "held at Port on 3 March 1958" */
static bool opens_field(const analysis *x, const head_line *line) {
    size_t start, end;
    return text_word(line->text, 0, &start, &end) &&
           in_context(x->grammar, text_slice(line->text, start, end), CONTEXT_DATE_FIELD);
}

/* "Minutes of a meeting held at the Town Hall on 3 March 1958, at 7 p.m.": a paper is named, and when it was held. */
static bool names_record(const analysis *x, const head_line *line, const raw_mention *m) {
    size_t start, end;
    bool paper = false, field = false;
    for (size_t at = line->start; text_word(x->text, at, &start, &end) && start < m->start; at = end) {
        annals_text word = text_slice(x->text, start, end);
        if (at == line->start) paper = in_context(x->grammar, word, CONTEXT_PAPER);
        field |= in_context(x->grammar, word, CONTEXT_DATE_FIELD);
    }
    return paper && field && line->mentions == 1;
}

/* Behind the date stands only when it came: "3 March 1911, 9.20 a.m. Received here at 9.58 a.m." */
static bool closes_with_receipt(const analysis *x, const head_line *line, const raw_mention *m) {
    size_t start, end;
    return text_word(x->text, m->end, &start, &end) && end <= line->end &&
           in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_RECEIPT);
}

/* Has text[from, to) a verb beside the date that is no name, but for those of a field, "held", where `fields` may
 * stand?
 */
static bool tells_but(const analysis *x, size_t from, size_t to, const raw_mention *m, context_set fields) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_VERB;
    size_t start, end;
    for (size_t at = from; text_word(x->text, at, &start, &end) && start < to; at = end) {
        annals_text word = text_slice(x->text, start, end);
        bool dated = start >= m->start && end <= m->end;
        if (dated || text_begins_upper(word) || in_context(x->grammar, word, fields)) continue;
        if (in_context(x->grammar, word, verbs)) return true;
    }
    return false;
}

static bool tells_beside(const analysis *x, size_t from, size_t to, const raw_mention *m) {
    return tells_but(x, from, to, m, 0);
}

/* "At the Swan, on Friday the 11th of March 1842, before Mr. Wills.": below the title, a line that tells of nothing. */
static bool is_subtitle(const analysis *x, const block *b, const raw_mention *m) {
    enum { LONGEST = 160 /* bytes */ };
    bool below = b > x->blocks.items && (b - 1)->kind == BLOCK_HEADING && b->end - b->start <= LONGEST;
    return below && !tells_beside(x, b->body, b->end, m);
}

/* "STATEMENT / Taken at Dunholt on 4 November 1978 at 1520 hrs.": so does the line below a title of the same block. */
static bool is_line_below_title(const analysis *x, const block *b, const head_line *line, const raw_mention *m) {
    size_t below, next, start, end;
    annals_text text = text_slice(x->text, 0, b->end), title = text_trim(line_at(text, b->body, &below));
    if (below != line->start || (has_lower(title) && !is_heading(title)) || !text_word(title, 0, &start, &end))
        return false;
    bool paper = in_context(x->grammar, text_slice(title, start, end), CONTEXT_PAPER);
    line_at(text, below, &next);
    context_set fields = names_session(x, line) ? CONTEXT_DATE_FIELD : 0; /* "at the Assizes held at Orle on" */
    return (paper || !has_lower(title)) && !tells_but(x, below, next, m, fields);
}

/* "Camp at Orne, Jan. 2d, 1863.": ends like a sentence, and tells nothing. */
static bool is_bare_line(const analysis *x, const block *b, const raw_mention *m) {
    size_t start, end;
    if (m->end + 2 < b->end || m->start < b->body + 2 || !byte_in(x->text.data[m->start - 2], ",.")) return false;
    if (!text_word(x->text, b->body, &start, &end) || tells_beside(x, b->body, m->start, m)) return false;
    annals_text first = text_slice(x->text, start, end);
    return text_begins_upper(first) && !in_context(x->grammar, first, CONTEXT_WEAK | CONTEXT_SURE);
}

/* "Updated 16 July 2014 at 9:12 p.m.": the point is the hour's, and the line no sentence. */
static bool is_stamp(const analysis *x, const head_line *line, const raw_mention *m) {
    size_t start, end;
    if (m->expr->hour == UNSET || m->end + 1 < line->end || !text_word(line->text, 0, &start, &end)) return false;
    annals_text first = text_slice(line->text, start, end);
    bool one = line->start + end + 1 == m->start;
    return one && text_begins_upper(first) && (is_revision(x, m) || in_context(x->grammar, first, CONTEXT_DATE_FIELD));
}

/* "3 March 1958, page 5", but not "3 March 1958, the Cabinet fell." */
static bool opens_with_day(const analysis *x, const block *b, const head_line *line, const raw_mention *m) {
    enum { LONGEST = 200 /* bytes */ };
    return m->start == line->start && b->end - b->start < LONGEST && !tells_beside(x, m->end, line->end, m);
}

/* "DTG: 112130Z AUG 64", "O 112130Z AUG 64": a group that ends a line of the head, and is of no other message. */
static bool dates_message(const analysis *x, const head_line *line, const raw_mention *m) {
    enum { MOST_WORDS = 2 };
    size_t start, end, words = 0;
    if (!is_group(x, m) || text_trim(text_slice(x->text, m->end, line->end)).length) return false;
    for (size_t at = line->start; text_word(x->text, at, &start, &end) && start < m->start; at = end)
        if (++words > MOST_WORDS || has_role(x->grammar, text_slice(x->text, start, end), ROLE_REFERENCE)) return false;
    return true;
}

/* "Handed in at Port 3 March 1911, 9.20 a.m. Received here at 9.58 a.m.": a day with the hour, in a line that tells
 * nothing. */
static bool is_transmission(const analysis *x, const block *b, const head_line *line, const raw_mention *m) {
    size_t start, end;
    if (m->expr->hour == UNSET || line->mentions != 1 || b->kind == BLOCK_LIST_ITEM) return false;
    bool below =
        !line->first && has_lower(text_slice(x->text, b->body, line->start)); /* other words than a heading's */
    if (below && !byte_in(x->text.data[line->start - 2], ".:")) return false;
    if (!text_word(x->text, line->start, &start, &end) || !text_begins_upper(text_slice(x->text, start, end)))
        return false;
    return has_lower(text_slice(x->text, start, end)) && !tells_beside(x, line->start, line->end, m) &&
           (ends_line(x, line, m) || closes_with_receipt(x, line, m));
}

/* "Folder 7: Weller to Ostrow, 3 March 1958": that is when the other paper was written. */
static bool lists_paper(const analysis *x, const head_line *line) {
    size_t start, end, next;
    return text_word(line->text, 0, &start, &end) &&
           has_role(x->grammar, text_slice(line->text, start, end), ROLE_CONTAINER) &&
           text_word(line->text, end, &start, &next) && is_digit((unsigned char)line->text.data[start]);
}

/* Is it an item of a list and no more than a day? */
static bool lists_day(const analysis *x, size_t block_index) {
    const block *b = &x->blocks.items[block_index];
    size_t raw = x->first_raw.items[block_index];
    if (b->body == b->start || raw == x->first_raw.items[block_index + 1]) return false;
    const raw_mention *m = &x->raws.items[raw];
    return m->start == b->body && m->end + 1 >= b->end;
}

/* "1. 3 May 1912 / 2. 5 June 1914": of a list of days none is the document's. */
static bool is_listed(const analysis *x, size_t block_index) {
    return lists_day(x, block_index) && ((block_index && lists_day(x, block_index - 1)) ||
                                         (block_index + 1 < x->blocks.count && lists_day(x, block_index + 1)));
}

/* "The Port Mercury, 3 May 1921, page 4": names stand before the day, and behind it a remark. */
static bool names_print(const analysis *x, const head_line *line, const raw_mention *m) {
    enum { MOST = 6 /* words */ };
    size_t start, end, words = 0;
    for (size_t at = line->start; text_word(x->text, at, &start, &end) && start < m->start; at = end, words++)
        if (!text_begins_upper(text_slice(x->text, start, end))) return false;
    return words && words <= MOST && ends_line(x, line, m);
}

/* Of a line that is short enough. */
static int rank_in_line(const analysis *x, const block *b, const head_line *line, const raw_mention *m, bool top,
                        bool bottom) {
    enum { SHORT = 100 /* bytes */, WORDS = 12 };
    date_label label = label_of(x, line, m, top);
    bool close = top || bottom || line->text.length < SHORT, names_only;
    if (lists_paper(x, line)) return BY_NOTHING;
    bool single = line->text.length < SHORT && line->mentions == 1;
    /* Below a title it may be that of another paper, as each post of a page has its own: the first counts. */
    if ((top || b->kind == BLOCK_HEADING) && label == LABEL_NONE && single && opens_field(x, line)) return BY_HEADING;
    if (label == LABEL_OWN || (close && label == LABEL_NONE && follows_field(x, b, line, m))) return BY_FIELD;
    if (label == LABEL_SITTING || (top && dates_message(x, line, m))) return BY_DATELINE;
    if (label == LABEL_OTHER) return BY_NOTHING;
    if (top && is_transmission(x, b, line, m)) return BY_DATELINE;
    if (top && names_record(x, line, m)) return BY_HEADING;
    size_t others = other_words(x, b, line->first ? b->body : line->start, line->end, m, &names_only);
    bool alone = line->mentions == 1 && names_only && others <= WORDS; /* a line of several dates is no dateline */
    if (is_listed(x, (size_t)(b - x->blocks.items))) return BY_NOTHING;
    if (top && alone) return BY_DATELINE;
    bool heading = b->kind == BLOCK_HEADING || opens_with_day(x, b, line, m) ||
                   (b->end - b->start < SHORT && is_bare_line(x, b, m)) || is_subtitle(x, b, m) ||
                   is_line_below_title(x, b, line, m) || is_stamp(x, line, m);
    if (top && heading && ends_line(x, line, m)) return BY_HEADING;
    bool signs = alone || (line->mentions == 1 && names_print(x, line, m));
    return bottom && signs && b->kind == BLOCK_HEADING ? BY_SIGNATURE : BY_NOTHING;
}

/* "Report on the fire at Port on the night of 3 March 1958": what a title tells of is when that happened, and the paper
 * may be of another day; but "Meeting with the Mayor on 3 March 1958" is of that. */
static bool is_topic(const analysis *x, const block *b, const raw_mention *m) {
    enum { FEWEST = 3 /* words before the date */, LONGEST = 300 /* bytes */ };
    size_t start, end, words = 0;
    annals_text before = {0}, last = {0};
    if (m->start - b->body > LONGEST || label_length(text_slice(x->text, b->body, b->end))) return false;
    for (size_t at = b->body; text_word(x->text, at, &start, &end) && start < m->start; at = end, words++) {
        before = last;
        last = text_slice(x->text, start, end);
        if (in_context(x->grammar, last, CONTEXT_DATE_FIELD) || has_role(x->grammar, last, ROLE_SESSION)) return false;
    }
    bool part = in_context(x->grammar, before, CONTEXT_DAY_PART) && in_context(x->grammar, last, CONTEXT_GENITIVE);
    return words >= FEWEST && (part || has_role(x->grammar, last, ROLE_VERB_TIE));
}

/* Does the text tell of a later day as past?  Then it was not written on this one. */
static bool tells_later(const analysis *x, const raw_mention *m) {
    enum { REACH = 256 /* mentions: a text without end may have titles without end */ };
    const expr *day = m->expr;
    for (size_t i = 0; i < x->raws.count && i < REACH; i++) {
        const expr *e = x->raws.items[i].expr;
        if (!full_day(e) || e->short_year || states_nothing(x->blocks.items[block_of_raw(x, i)].kind)) continue;
        int64_t years = (int64_t)e->year - day->year, months = e->month - day->month;
        bool later = years > 0 || (!years && (months > 0 || (!months && e->day > day->day)));
        if (later && tense_around(x, i) == TENSE_PAST) return true;
    }
    return false;
}

static int rank_of(const analysis *x, size_t block_index, size_t raw, bool top) {
    enum { LIST = 3 };
    const block *b = &x->blocks.items[block_index];
    const raw_mention whole = whole_mention(x, raw), *m = &whole;
    bool yearless = m->expr->year == UNSET && top && m->start > b->body && year_above(x, raw) != UNSET;
    bool day = full_day(m->expr) || dates_days(m) || yearless, bottom = block_index * 3 >= x->blocks.count * 2;
    bool last = block_index + 2 >= x->blocks.count && day_of_year(m->expr);
    if (states_nothing(b->kind) || b->entry || (!day && !last && !month_or_year(m->expr)) || is_receipt(x, m))
        return BY_NOTHING;
    if (last && is_subscription(x, m, raw)) return BY_SIGNATURE;
    if (full_day(m->expr) && points_at_itself(x, m)) return top ? BY_OPENING : bottom ? BY_SIGNATURE : BY_NOTHING;
    head_line line = line_of(x, block_index, raw);
    size_t dates = x->first_raw.items[block_index + 1] - x->first_raw.items[block_index];
    if (dates > LIST && b->kind == BLOCK_PARAGRAPH && !line.first) return BY_NOTHING; /* a list of dated things */
    if (!day) return top && !x->chronicle && line.whole && is_imprint(x, b, &line, m) ? BY_IMPRINT : BY_NOTHING;
    int rank = line.whole ? rank_in_line(x, b, &line, m, top, bottom) : BY_NOTHING;
    if (rank < BY_IMPRINT && is_revision(x, m)) return BY_IMPRINT;
    bool titled = rank == BY_DATELINE || rank == BY_HEADING;
    if (titled && is_topic(x, b, m)) rank = tells_later(x, m) ? BY_NOTHING : BY_TOPIC;
    bool opens = top && b->kind == BLOCK_PARAGRAPH && raw == x->first_raw.items[block_index];
    if (rank > BY_HEADING && opens && is_sworn(x, b, m)) return BY_HEADING;
    if (rank > BY_OPENING && opens && full_day(m->expr) && is_written_on(x, raw)) return BY_OPENING;
    bool minutes = opens && opens_minutes(x->grammar, text_slice(x->text, b->body, x->text.length));
    if (rank > BY_OPENING && opens && (minutes || opens_text(x, b, m))) return BY_OPENING;
    return rank;
}

/* Most paragraphs can be passed by: those behind the first that neither end the text nor begin with a field. */
static bool may_state(const analysis *x, size_t block_index, bool top) {
    enum { LAST = 4 };
    const block *b = &x->blocks.items[block_index];
    return top || b->kind == BLOCK_HEADING || b->field || block_index + LAST >= x->blocks.count;
}

/* A block may have thousands of dates; the first and the last few may be the document's. */
static finding better_in_block(const analysis *x, size_t block_index, bool top, finding best) {
    enum { FEW = 6 };
    size_t first = x->first_raw.items[block_index], end = x->first_raw.items[block_index + 1];
    for (size_t raw = first; raw < end; raw++) {
        if (raw == first + FEW && end - raw > FEW) raw = end - FEW;
        int rank = rank_of(x, block_index, raw, top);
        if (rank < best.rank) best = (finding){rank, block_index, raw};
    }
    return best;
}

/* "to the Secretary of State on the circumstances of an explosion": a part of the title, and no sentence. */
static bool is_phrase(const analysis *x, const block *b) {
    enum { LONGEST = 200 };
    unsigned char first = (unsigned char)x->text.data[b->start], last = (unsigned char)x->text.data[b->end - 1];
    return b->end - b->start < LONGEST && is_lower(first) && (is_letter(last) || is_digit(last));
}

/* A paragraph that ends like a sentence, and is a line of the head: "No. 1.", "Mr Finch to the Earl of Brandon." */
static bool is_caption(const analysis *x, const block *b) {
    size_t next;
    unsigned found = captions_at(x->grammar, text_slice(x->text, 0, b->end), b->start, &next);
    return found & ~(unsigned)CAPTION_GREETING && next >= b->end;
}

static finding find_statement(const analysis *x) {
    finding best = {BY_NOTHING, 0, 0};
    bool top = true;
    for (size_t i = x->head; i < x->blocks.count; i++) {
        const block *b = &x->blocks.items[i];
        top &= !b->entry;
        if (may_state(x, i, top)) best = better_in_block(x, i, top, best);
        bool told = top && ((b->kind == BLOCK_PARAGRAPH && !is_phrase(x, b)) || b->kind == BLOCK_LIST_ITEM);
        if (told) top = is_caption(x, b);
    }
    return best;
}

/* "Handed in at Port 3 March 1911, 9.20 a.m. Received here at 9.58 a.m." */
static bool is_dated_head(const analysis *x, const block *b, const raw_mention *m) {
    size_t start, end;
    bool field = text_word(x->text, b->body, &start, &end) &&
                 in_context(x->grammar, text_slice(x->text, start, end), CONTEXT_DATE_FIELD);
    return (field || m->expr->hour != UNSET) && b->end - b->start < LONGEST_LINE &&
           !tells_beside(x, b->body, b->end, m);
}

/* Blocks that only repeat the document's date are its dateline or signature. */
static void mark_blocks(analysis *x, const expr *day) {
    for (size_t i = 0; i < x->blocks.count; i++) {
        block *b = &x->blocks.items[i];
        size_t first, count = count_own(x, i, &first);
        bool remark = !count && x->first_raw.items[i + 1] > first && is_receipt(x, &x->raws.items[first]);
        if (remark && b->end - b->start < 80) b->kind = BLOCK_DATELINE;
        if (!count) continue;
        bool names_only;
        const raw_mention whole = whole_mention(x, first), *m = &whole;
        /* "Port, 3 March 1958, 2 p.m." ends like a paragraph. */
        bool line = b->kind == BLOCK_HEADING || (b->kind == BLOCK_PARAGRAPH && count == 1 && m->end + 2 >= b->end);
        bool head = first == x->date_raw && b->kind == BLOCK_PARAGRAPH && is_dated_head(x, b, m);
        bool states = first == x->date_raw || (full_day(m->expr) && same_day(m->expr, day));
        if (count != 1 || !(line || head) || !states) continue;
        size_t others = other_words(x, b, b->body, b->end, m, &names_only);
        if (!head && (!names_only || others > 6)) continue;
        b->kind = i * 3 >= x->blocks.count * 2 ? BLOCK_SIGNATURE : BLOCK_DATELINE;
    }
}

static const char *const basis_words[] = {
    [BY_FIELD] = "its field",           [BY_DATELINE] = "its dateline",   [BY_HEADING] = "its heading",
    [BY_OPENING] = "its opening words", [BY_SIGNATURE] = "its signature", [BY_TOPIC] = "its title",
    [BY_IMPRINT] = "its heading"};

/* Is the year of two digits one of the twentieth century?  Groups are of no earlier one, and a full date may say it. */
static bool is_of_century(const analysis *x, const raw_mention *m) {
    enum { FIRST_GROUPS = 40, CENTURY = 19 };
    if (is_group(x, m) && m->expr->year >= FIRST_GROUPS) return true;
    for (size_t i = 0; i < x->raws.count; i++) {
        const expr *e = x->raws.items[i].expr;
        if (full_day(e) && !e->short_year && e->year / 100 == CENTURY && same_day(e, m->expr)) return true;
    }
    return false;
}

static annals_status set_stated(annals_chronology *c, analysis *x, finding f, annals_document *d, annals_error *error) {
    const raw_mention whole = whole_mention(x, f.raw), *m = &whole;
    annals_timex timex;
    expr day = *m->expr, last;
    size_t from = m->start;
    if (day.kind == EXPR_STATED) day.kind = EXPR_POINT, day.count = 0;
    day.hour = day.minute = day.second = UNSET;
    day.part = ANNALS_DAY_PART_NONE;
    if (day.year == UNSET) day.year = year_before(x, f.raw);
    if (day.year == UNSET) day.year = year_above(x, f.raw);
    count_feast(&day);
    day.uncertain |= m->end < x->text.length && x->text.data[m->end] == '?'; /* "[6 May 1931?]" */
    if (day.short_year) { /* TEL 118 OF FEB 25/66: which century is nowhere said */
        day.uncertain = !is_of_century(x, m);
        day.year += 1900;
    }
    bool days = dates_days(m);
    day.last_day = UNSET;
    last = day;
    if (days) last.day = m->expr->last_day;
    if (!when_point(&c->arena, &day, &d->when, &timex)) return no_memory(error);
    annals_when first_day = d->when, last_day;
    if (days &&
        !(when_point(&c->arena, &last, &last_day, &timex) && when_range(&c->arena, &first_day, &last_day, &d->when)))
        return no_memory(error);
    size_t end = days ? x->raws.items[f.raw + 1].end : m->end;
    d->basis = ANNALS_BASIS_STATED;
    x->date_raw = f.raw;
    d->basis_from =
        arena_printf(&c->arena, "%s, \"%.*s\"", basis_words[f.rank], (int)(end - from), x->text.data + from);
    if (day.day != UNSET) mark_blocks(x, &day);
    return d->basis_from.data ? ANNALS_OK : no_memory(error);
}

/* What was known before the text was read: it marks the same blocks, and stays. */
static void keep_known(analysis *x, const annals_document *known, annals_document *d) {
    if (d->when.begin.earliest.day != known->when.begin.earliest.day) x->date_raw = SIZE_MAX;
    d->when = known->when;
    d->basis = known->basis;
    d->basis_from = known->basis_from;
}

/* A page that tells its day in its properties has other days below that its words do not name: "2 days ago". */
static bool is_of_a_part(const analysis *x, finding f) {
    bool told = x->hint && annals_bound_known(x->hint->when.begin.earliest);
    return told && f.rank >= BY_SIGNATURE && f.rank != BY_NOTHING && x->raws.items[f.raw].expr->kind == EXPR_STATED;
}

annals_status find_document_date(annals_chronology *c, analysis *x, annals_error *error) {
    annals_document *d = &c->documents.items[x->document];
    const annals_document known = *d;
    annals_status status = ANNALS_OK;
    finding f = find_statement(x);
    if (is_of_a_part(x, f)) f.rank = BY_NOTHING;
    bool dated = f.rank != BY_NOTHING;
    find_opening(x, dated || d->basis != ANNALS_BASIS_UNKNOWN, dated ? f.raw : SIZE_MAX);
    if (f.rank != BY_NOTHING) status = set_stated(c, x, f, d, error);
    else if (d->basis == ANNALS_BASIS_UNKNOWN) status = find_imprint_date(c, x, d, error);
    if (status == ANNALS_OK && d->basis == ANNALS_BASIS_UNKNOWN && !c->options.date.data)
        status = find_month_of_letter(c, x, d, error);
    if (status == ANNALS_OK && d->basis == ANNALS_BASIS_UNKNOWN && c->options.date.data) {
        d->when = c->option_when;
        d->basis = ANNALS_BASIS_OPTION;
        d->basis_from = annals_text_of("the day given as an option");
    }
    if (status == ANNALS_OK && d->basis == ANNALS_BASIS_UNKNOWN) status = find_name_date(c, d, error);
    if (status == ANNALS_OK && d->basis == ANNALS_BASIS_UNKNOWN && x->hint) status = take_hint(c, x, d, error);
    if (known.basis == ANNALS_BASIS_STATED) keep_known(x, &known, d);
    return status;
}
