/* title.c: what a document is called: the line of its head that names it. */
#include "head.h"

#include "amount.h"
#include "caption.h"
#include "dateline.h"
#include "events.h"
#include "language.h"
#include "opening.h"
#include "stages.h"

#include <string.h>

/* Where the date begins that a text holds, or its length. */
size_t date_in(const analysis *x, annals_text text) {
    size_t at = (size_t)(text.data - x->text.data);
    for (size_t i = 0; i < x->raws.count && x->raws.items[i].start < at + text.length; i++) {
        const raw_mention *m = &x->raws.items[i];
        if (m->start >= at && m->expr->kind == EXPR_POINT && m->expr->day != UNSET) return m->start - at;
    }
    return text.length;
}

static bool is_address(const document_head *h, annals_text line) {
    annals_text value;
    const context_set fields =
        CONTEXT_SENDER | CONTEXT_RECIPIENT | CONTEXT_NUMBER_FIELD | CONTEXT_DATE_FIELD | CONTEXT_ATTENDANCE;
    return line_has_field(h->grammar, line, fields, &value);
}

/* A line that goes on in the next one: it is long, or ends amid a phrase. */
static bool goes_on(const document_head *h, annals_text line, annals_text next) {
    enum { LONG = 60 /* bytes */, BYLINE = 3 /* words */ };
    if (has_context(h->grammar, next, BYLINE, CONTEXT_AUTHOR) || has_context(h->grammar, next, 1, CONTEXT_DATE_FIELD))
        return false;
    size_t at = line.length;
    while (at && !is_space_byte(line.data[at - 1])) at--;
    bool amid = at < line.length && line.length - at < 4 && is_lower((unsigned char)line.data[at]);
    size_t second;
    return next.length &&
           (amid || (line.length > LONG && !byte_in(*next.data, "(") && has_lower(line) == has_lower(next)) ||
            is_lower(text_decode(next, 0, &second)));
}

size_t count_words(annals_text text) {
    size_t count = 0, start, end;
    for (size_t at = 0; text_word(text, at, &start, &end); at = end) count++;
    return count;
}

/* "Chapter 4", "PART TWO", "Book III": which part of it, and not what it is called. */
static bool is_division(const document_head *h, annals_text line) {
    annals_text first = first_word(line);
    size_t start, end, at = offset_of(line, first) + first.length;
    int64_t amount;
    if (!has_role(h->grammar, first, ROLE_DIVISION) || !text_word(line, at, &start, &end) || end < line.length)
        return false;
    annals_text number = text_slice(line, start, end);
    bool roman = true;
    for (size_t i = 0; i < number.length; i++) roman &= byte_in(number.data[i], "IVXLC");
    return roman || amount_at(h->grammar, line, start, end, &amount, &at);
}

/* "Ada Weller", "OTTO VON PORT", but not "WHAT I REMEMBER", nor "Forty Days" */
bool is_person(const document_head *h, annals_text line) {
    size_t words = count_words(line), start, end, behind;
    int64_t amount;
    if (text_word(line, 0, &start, &end) && amount_at(h->grammar, line, start, end, &amount, &behind)) return false;
    bool article = has_context(h->grammar, line, words, CONTEXT_DETERMINER | CONTEXT_OPENER | CONTEXT_FIRST_PERSON);
    return words > 1 && words <= NAME_WORDS && !article && !memchr(line.data, ':', line.length) && is_name(h, line);
}

/* "Visit | Exhibitions | Shop", "TOP SECRET - WINTER SUN" */
bool is_furnished(annals_text line) {
    size_t bar = text_find(line, " | ", 0), dash = text_find(line, " - ", 0);
    if (bar != SIZE_MAX && text_find(line, " | ", bar + 1) != SIZE_MAX) return true;
    return is_furniture(line) || text_starts(line, "---") ||
           (dash != SIZE_MAX && is_furniture(text_slice(line, 0, dash)));
}

int title_rank(const document_head *h, annals_text line) {
    if (!line.length || (line.data[0] == '(' && text_ends(line, ")"))) return BY_NOTHING;
    annals_text words = text_trim(text_slice(line, behind_marks(line), line.length));
    line = text_slice(line, behind_number(h->grammar, line), line.length);
    words = text_slice(words, behind_number(h->grammar, words), words.length);
    if (words.length < line.length && count_words(words) < 2) return BY_NOTHING; /* "TOP SECRET FLASH" */
    unsigned captions = captions_of(h->grammar, words);
    bool undated = captions & CAPTION_DATE && date_in(h->x, line) == line.length; /* "Port, undated" */
    if (undated || captions & (CAPTION_NUMBER | CAPTION_ENCLOSURE)) return BY_NOTHING;
    if (captions & CAPTION_PARTIES) return BY_KIND;
    if (has_context(h->grammar, line, 3, CONTEXT_PAPER | CONTEXT_WORK) || opens_deposition(h->grammar, line))
        return BY_KIND;
    if (has_context(h->grammar, line, 8, CONTEXT_OFFICE)) return BY_OFFICE;
    bool place = count_words(line) == 1;
    return place || is_division(h, line) || is_person(h, without_year(line)) ? BY_AUTHOR : BY_WORDS;
}

/* What any words call it stays; a name alone may be its author's. */
static bool names_better(int rank, int best) {
    return best < BY_WORDS && rank > best;
}

/* "COUNTY OF PORT", and below it "REPORT of the Inquiry": the second says what it is, and the first whose. */
static bool names_record(const document_head *h, annals_text line, int rank, annals_text above, int best) {
    return best == BY_WORDS && rank == BY_KIND && !has_lower(above) && !label_length(above) && count_words(line) > 1 &&
           has_role(h->grammar, first_word(line), ROLE_RECORD);
}

/* "The Port Argus", "29 March 1921", "PIER BURNT TO THE WATER": below its name and day stands what a paper tells. */
static bool is_headline(const document_head *h, size_t index, annals_text line, annals_text above) {
    bool paper = has_lower(above) || in_context(h->grammar, first_word(above), CONTEXT_DETERMINER);
    if (index < h->first + 1 || !above.length || !paper || has_lower(line) || count_words(line) < 2) return false;
    if (text_ends(line, "?")) return false;
    annals_text before = words_of(h->x, index - 1);
    size_t at = before.length;
    while (at && before.data[at - 1] != '\n') at--;
    return title_rank(h, line) == BY_WORDS && is_date_line(h->grammar, text_slice(before, at, before.length));
}

/* "Minutes of a meeting, held on 3 March 1958": without the day and what leads to it. */
static annals_text before_date(const document_head *h, annals_text line) {
    enum { BARE = 2 /* words: "Letter of 3 March 1958" is called so */ };
    size_t length = date_in(h->x, line);
    if (length == line.length) return line;
    for (;;) {
        size_t start, end = length;
        while (length && (is_space_byte(line.data[length - 1]) || byte_in(line.data[length - 1], ",;(:"))) length--;
        bool parted = length < end && line.data[length] == ',';
        start = length;
        while (start && !is_space_byte(line.data[start - 1])) start--;
        annals_text word = text_slice(line, start, length);
        bool small = is_lower((unsigned char)*word.data);
        bool leads = in_context(h->grammar, word, CONTEXT_DATE_FIELD | CONTEXT_CALENDAR_WORD) ||
                     (small && ((word.length < 4 && !parted) || has_role(h->grammar, word, ROLE_SWORN) ||
                                in_context(h->grammar, word, CONTEXT_FOLLOWER)));
        if (!start || !leads) break;
        length = start;
    }
    annals_text named = text_slice(line, 0, length);
    return count_words(named) > BARE ? named : line;
}

/* The line that begins at `at`, with those that go on with it. */
static annals_text whole_line(const document_head *h, annals_text text, size_t at, size_t *next) {
    annals_text line = line_at(text, at, next);
    for (size_t behind; *next < text.length; *next = behind) {
        annals_text follower = line_at(text, *next, &behind);
        if (!goes_on(h, text_trim(line), text_trim(follower))) break;
        line = text_slice(text, at, behind);
    }
    return text_trim(line);
}

/* "Friday morning" above a letter: nothing but when. */
static bool is_time(const document_head *h, annals_text line) {
    const analysis *x = h->x;
    size_t at = (size_t)(line.data - x->text.data);
    for (size_t i = 0; i < x->raws.count && x->raws.items[i].start <= at; i++)
        if (x->raws.items[i].start == at && x->raws.items[i].end + 1 >= at + line.length)
            return x->raws.items[i].expr->kind != EXPR_DURATION; /* "FIFTY DAYS" is a title */
    return false;
}

bool addresses_post(const document_head *h, annals_text line) {
    enum { MOST = 8 /* words */ };
    const analysis *x = h->x;
    size_t comma = text_find_any(line, 0, line.length, ",");
    if (x->date_raw == SIZE_MAX || comma == line.length || text_has_digit(line)) return false;
    bool below = line.data >= x->text.data + x->raws.items[x->date_raw].end, named = count_words(line) <= MOST;
    annals_text post = text_slice(line, 0, comma), place = text_trim(text_slice(line, comma + 1, line.length));
    return below && named && has_context(h->grammar, post, 1, CONTEXT_POST) && is_name(h, post) &&
           (!place.length || is_name(h, place));
}

/* "Status: final", below the first line of a head: a field of a form. */
static bool is_form_field(const document_head *h, annals_text line) {
    annals_text word = first_word(line);
    return label_length(line) && line.data[word.length] == ':' &&
           !in_context(h->grammar, word, CONTEXT_PAPER | CONTEXT_WORK);
}

/* "Loss of the billing database, 9-11 March 2014", above all: words enough to call it so, a day or not. */
static bool names_dated(const document_head *h, size_t index, annals_text line) {
    enum { FEWEST = 4 /* words */ };
    annals_text named = before_date(h, line);
    return index == h->first && h->x->blocks.items[index].kind == BLOCK_HEADING && named.length < line.length &&
           line.data == words_of(h->x, index).data && count_words(named) >= FEWEST;
}

/* "Meeting of Monday, 3 May 1858": what sat is called so, if nothing else is said. */
static bool names_session(const document_head *h, annals_text line) {
    enum { NAMING = 2 /* words */ };
    size_t start, end, words = 0;
    for (size_t at = 0; words < NAMING && text_word(line, at, &start, &end); at = end, words++)
        if (has_role(h->grammar, text_slice(line, start, end), ROLE_SESSION)) return !label_length(line);
    return false;
}

/* The line of a heading that names it best. */
static annals_text title_lines(const document_head *h, size_t index) {
    annals_text text = words_of(h->x, index), found = {0};
    int best = 0;
    for (size_t at = 0, next; at < text.length; at = next) {
        annals_text line = whole_line(h, text, at, &next);
        line = text_trim(text_slice(line, 0, text_find(line, "    ", 0)));
        bool sits = index == h->first && !found.length && names_session(h, line);
        bool dated = date_in(h->x, line) < line.length && !names_dated(h, index, line) && !sits;
        int rank = title_rank(h, line);
        if (is_address(h, line) || addresses_post(h, line) || is_furnished(line) || (dated && rank != BY_KIND) ||
            is_time(h, line) || (found.length && is_form_field(h, line)))
            continue;
        bool heads = captions_of(h->grammar, line) & (CAPTION_PARTIES | CAPTION_KIND);
        if (names_better(rank, best) || names_record(h, line, rank, found, best)) {
            if (heads) line = text_slice(line, behind_number(h->grammar, line), line.length);
            found = before_date(h, heads ? without_remark(h->grammar, line) : line);
            best = rank;
        }
    }
    return found;
}

/* Is it a sentence, and no line that ends with an abbreviation? */
static bool is_told(annals_text text) {
    return text_ends(text, ".") && !text_ends(text, "m.");
}

/* "Dear Ada,", "Yours faithfully", "Your sister,\nAda" */
static bool is_courtesy(const document_head *h, annals_text text) {
    enum { LONGEST = 80 };
    if (text.length > LONGEST) return false;
    bool greets = byte_in(text.data[text.length - 1], ",:") && has_context(h->grammar, text, 4, CONTEXT_SALUTATION);
    size_t next;
    bool closes = text_ends(text_trim(line_at(text, 0, &next)), ",") &&
                  in_context(h->grammar, first_word(text), CONTEXT_YOURS | CONTEXT_POSSESSIVE);
    return greets || closes || has_context(h->grammar, text, 1, CONTEXT_CLOSING);
}

/* "FM CONSUL PORT / TO ..." */
static bool opens_with_address(const document_head *h, annals_text text) {
    size_t next;
    annals_text value;
    return line_has_field(h->grammar, line_at(text, 0, &next), CONTEXT_SENDER | CONTEXT_RECIPIENT, &value);
}

/* "Mr Finch to the Earl of Brandon.", "Minute by Mr Hale." */
static bool opens_with_caption(const document_head *h, size_t index) {
    size_t next;
    return captions_at(h->grammar, h->x->text, h->x->blocks.items[index].body, &next) &
           (CAPTION_PARTIES | CAPTION_KIND);
}

/* "STOPPAGE OF WELLER'S BANK.": old newspapers end their headings with a stop. */
static bool stands_in_capitals(const block *b, annals_text text) {
    bool line = text.length < LONGEST_TITLE && !memchr(text.data, '\n', text.length);
    return b->kind == BLOCK_PARAGRAPH && line && !has_lower(text) && !text_has_digit(text) && count_words(text) > 1;
}

/* "THE TRIAL OF ADA WELLER, ESQ.", and below it where and when: the capitals of the first line name the text. */
static bool opens_in_capitals(const document_head *h, size_t index, annals_text text) {
    size_t next;
    annals_text line = text_trim(line_at(text, 0, &next));
    bool first = index == h->first && text.length < LONGEST_TITLE && next < text.length;
    return first && !has_lower(line) && !text_has_digit(line) && count_words(line) > 2 && !is_address(h, line);
}

/* "COMMUNIQUE No. 3", where nothing else names the text. */
static annals_text numbered_title(const document_head *h) {
    size_t next;
    const analysis *x = h->x;
    annals_text line = text_trim(line_at(words_of(x, h->first), 0, &next));
    bool paper = x->blocks.items[h->first].kind == BLOCK_HEADING && has_context(h->grammar, line, 1, CONTEXT_PAPER);
    return paper && captions_of(h->grammar, line) & CAPTION_NUMBER ? line : (annals_text){0};
}

/* "CUSTOMS HOUSE WAS BURNED LAST NIGHT.": what a cable tells, though all of it is in capitals. */
static bool tells_in_capitals(const document_head *h, annals_text text) {
    enum { FEWEST = 4, MOST = 40 };
    return is_told(text) && !has_lower(text) && count_words(text) >= FEWEST &&
           has_context(h->grammar, text, MOST, CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_COPULA | CONTEXT_FUTURE);
}

/* "THE PORT COURANT", "Saturday, March 8, 1783": what stands above the day of a paper, with its article. */
static bool is_masthead(const document_head *h, size_t index, annals_text text) {
    size_t next, behind;
    annals_text line = text_trim(line_at(text, 0, &next));
    if (index != h->first || next >= text.length || count_words(line) < 2 || text_has_digit(line)) return false;
    return text_begins_upper(line) && in_context(h->grammar, first_word(line), CONTEXT_DETERMINER) && !is_told(line) &&
           is_date_line(h->grammar, text_trim(line_at(text, next, &behind)));
}

static bool names_text(const document_head *h, size_t index) {
    const block *b = &h->x->blocks.items[index];
    annals_text text = words_of(h->x, index), value;
    size_t next;
    if (index != h->first && tells_in_capitals(h, text)) return false;
    bool named = b->kind == BLOCK_HEADING;
    /* "LOG of the brig Ada, from Port towards the Banks." */
    if ((b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_DATELINE) && text.length < LONGEST_TITLE)
        named = opens_with_caption(h, index) || (index == h->first && opens_deposition(h->grammar, text)) ||
                ((index == h->first || !(is_told(text) || is_told(line_at(text, 0, &next)))) &&
                 has_context(h->grammar, text, 2, CONTEXT_WORK | CONTEXT_PAPER));
    named |= stands_in_capitals(b, text) || opens_in_capitals(h, index, text) || is_masthead(h, index, text);
    if (!named || !text.length || is_courtesy(h, text) || opens_with_address(h, text)) return false;
    const context_set fields = CONTEXT_SUBJECT_FIELD | CONTEXT_DATE_FIELD | CONTEXT_NUMBER_FIELD;
    if (line_has_field(h->grammar, text, fields, &value)) return false;
    annals_text word = first_word(text);
    if (label_length(text) && has_role(h->grammar, word, ROLE_REFERENCE)) return false;
    return !in_context(h->grammar, word, CONTEXT_RECIPIENT | CONTEXT_RECEIPT);
}

/* The field that says what a memorandum or mail is about: its words, or an absent text. */
static annals_text subject(const document_head *h) {
    annals_text value;
    for (size_t i = h->first; i < h->x->blocks.count && i < h->first + HEAD_BLOCKS; i++)
        if (line_has_field(h->grammar, words_of(h->x, i), CONTEXT_SUBJECT_FIELD, &value)) return value;
    return (annals_text){0};
}

/* What the subject field says, where no heading names the parties; else the heading before the first paragraph that
 * says best what it is, else the first heading behind. */
annals_text title_words(const document_head *h) {
    const analysis *x = h->x;
    annals_text before = {0}, behind = {0}, about = subject(h);
    int best = BY_NOTHING;
    bool body = false, wired = false;
    for (size_t i = h->first; i < x->blocks.count && i < h->first + HEAD_BLOCKS; i++) {
        const block *b = &x->blocks.items[i];
        annals_text line = names_text(h, i) ? title_lines(h, i) : (annals_text){0};
        bool told = b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_LIST_ITEM;
        if ((body || wired) && i + 1 == x->blocks.count) break; /* what ends the text signs it */
        body |= !line.length && told && !captions_of(h->grammar, words_of(x, i));
        wired |= told && i > h->first && is_told(words_of(x, i)); /* in capitals as a heading, "2. CROWD IS LARGE." */
        int rank = title_rank(h, line);
        if (!body || i == h->first) {
            bool headline = best == BY_WORDS && is_headline(h, i, line, before);
            if (headline || names_better(rank, best) || names_record(h, line, rank, before, best))
                before = line, best = rank;
        } else if (i * 2 < x->blocks.count) {
            take(&behind, line);
        }
        if (b->entry) break;
    }
    bool parties = before.length && captions_of(h->grammar, before) & CAPTION_PARTIES;
    if (about.length && !parties) return about; /* no "MEMORANDUM FOR THE RECORD" */
    if (!before.length && !behind.length) return numbered_title(h);
    return before.length ? before : behind;
}

static bool trailing_note_number(annals_text title) {
    size_t n = title.length;
    return n > 8 && is_digit((unsigned char)title.data[n - 1]) && is_lower((unsigned char)title.data[n - 2]);
}

annals_text without_year(annals_text line) {
    enum { YEAR = 4 };
    if (line.length <= YEAR + 2 || line.data[line.length - YEAR - 2] != ',') return line;
    for (size_t i = line.length - YEAR; i < line.length; i++)
        if (!is_digit((unsigned char)line.data[i])) return line;
    return text_slice(line, 0, line.length - YEAR - 2);
}

/* Without marks of headings and the number of a note; white space folded. */
annals_text clean_title(arena *a, annals_text title) {
    if (!title.length) return title;
    if (trailing_note_number(title)) title.length--;
    text_buffer out = {0};
    bool space = false;
    for (size_t i = 0; i < title.length; i++) {
        char c = title.data[i];
        if (c == '*' || (c == '#' && !out.length)) continue;
        if (is_space_byte(c)) {
            space = out.length > 0;
            continue;
        }
        if (space) text_put(&out, annals_text_of(" "));
        space = false;
        text_put(&out, (annals_text){&c, 1});
    }
    annals_text result = out.failed ? (annals_text){0} : arena_text(a, (annals_text){out.data, out.length});
    text_free(&out);
    return result;
}
