/* split.c: where a file holds several documents, each begins with a head of its own: the address of a cable or mail,
 * the heading of a paper, the letterhead, or the dateline and salutation of a letter.  Nothing else parts a text: no
 * date, no page and no line of dashes alone. */
#include "split.h"

#include "around.h"
#include "caption.h"
#include "language.h"
#include "splitter.h"
#include "text.h"

#include <string.h>

enum {
    HEAD_LINES = 10, /* in which an address is complete */
    HEAD_BLOCKS = 4  /* in which a dateline or salutation stands */
};

/* ---------------------------------------------------------------- the head of a cable or mail */

/* What else stands in the head of a cable or mail: other fields, groups, marks of secrecy. */
static bool in_head(annals_text line) {
    enum { LONGEST_LABEL = 20 };
    const char *colon = memchr(line.data, ':', line.length < LONGEST_LABEL ? line.length : LONGEST_LABEL);
    return (colon && text_begins_upper(line)) || !has_lower(line);
}

/* Above an address stand marks of secrecy, groups of numbers, and what a mail calls the one below. */
static bool above_address(annals_text line) {
    return is_furniture(line) || (text_starts(line, "---") && has_lower(line)) ||
           (!has_lower(line) && (text_has_digit(line) || behind_marks(line)));
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

/* ---------------------------------------------------------------- the head of a paper */

static int64_t value_of(annals_text digits) {
    int64_t value = 0;
    if (!is_digit((unsigned char)*digits.data)) return *digits.data; /* "EXHIBIT A" */
    for (size_t i = 0; i < digits.length && is_digit((unsigned char)digits.data[i]); i++)
        value = 10 * value + (digits.data[i] - '0');
    return value;
}

/* What the lines of a head say together, and where it ends. */
typedef struct paper_head {
    unsigned captions, first; /* of all its lines, of the first */
    annals_text number;       /* the line that numbers it, if the first */
    annals_text kind;         /* the line that says what it is */
    size_t end;               /* in bytes */
    bool numbered_below;      /* a line below the first numbers it */
    bool clocked;             /* the first is a day with its hour, */
    bool placed;              /* ... and with a place before it */
    bool wired;               /* any is a day with its hour */
} paper_head;

/* Do its lines tell that a document begins? */
static bool begins_paper(const paper_head *h) {
    unsigned c = h->captions;
    bool date = c & CAPTION_DATE, greeting = c & CAPTION_GREETING, addressee = c & CAPTION_ADDRESSEE;
    if (h->first == CAPTION_REMARK) return false;
    if (h->first & CAPTION_ENCLOSURE) return c & (CAPTION_KIND | CAPTION_ROUTE | CAPTION_DATE | CAPTION_GREETING);
    if (h->first & CAPTION_SERIES && (date || greeting || c & CAPTION_SENT)) return true;
    if (h->first & CAPTION_NUMBER && c & (CAPTION_KIND | CAPTION_PARTIES | CAPTION_ADDRESSEE)) return true;
    if (h->first & CAPTION_KIND && c & CAPTION_SENT) return true;
    if (h->clocked && c & CAPTION_ROUTE) return true; /* "7 May 1921, 9 p.m. / ORLAN TO KELSBY" */
    return (date && c & (CAPTION_KIND | CAPTION_PARTIES)) || (date && greeting) || (addressee && (date || greeting));
}

/* May a line stand in the head behind the others?  What is called or addressed below its number begins there. */
static bool goes_on(paper_head *h, unsigned line) {
    const unsigned named = CAPTION_KIND | CAPTION_PARTIES;
    if (!line || (line & CAPTION_ENCLOSURE && h->captions)) return false;
    if (h->numbered_below && line & named) h->captions = 0;
    h->numbered_below |= h->captions && line & CAPTION_SERIES && !(h->first & CAPTION_NUMBER);
    return !h->end || h->captions;
}

/* "[12]", alone */
static bool is_lone_number(const splitter *s, size_t index) {
    annals_text text = block_text(s, index);
    return text.length > 2 && *text.data == '[' && text_ends(text, "]") && is_number(s->grammar, text);
}

/* "13 May 1921, 7 p.m.": as telegrams are dated. */
static bool tells_hour(const grammar *g, unsigned captions, annals_text line) {
    bool half = text_ends(line, " m."); /* "11 a. m." */
    return captions & CAPTION_DATE && (half || contexts_in(g, line, CONTEXT_CLOCK_WORD) != 0);
}

/* "PORT, May 7": no day, and no figure. */
static bool opens_with_name(const splitter *s, annals_text line) {
    size_t start, end;
    if (!text_word(line, 0, &start, &end) || start) return false;
    annals_text word = text_slice(line, start, end);
    return text_begins_upper(word) && !in_context(s->grammar, word, CONTEXT_CALENDAR_WORD);
}

/* "CUSTOMS HOUSE BURNED LAST NIGHT.": what a cable tells has the look of a heading, but for its stop. */
static bool is_wired(annals_text words) {
    enum { FEWEST = 4 };
    size_t start, end, count = 0;
    for (size_t at = 0; count < FEWEST && text_word(words, at, &start, &end); at = end) count++;
    return count == FEWEST && text_ends(words, ".") && !has_lower(words);
}

/* Reads on as long as the lines are those of a head. */
static paper_head head_from(const splitter *s, size_t index) {
    const block *b = &s->blocks->items[index];
    paper_head h = {0};
    size_t at = b->enumerated ? b->body : b->start, next;
    if (s->footed && is_lone_number(s, index)) return h;
    for (size_t lines = 0; lines < HEAD_LINES && at < s->text.length; at = next) {
        unsigned line = captions_at(s->grammar, s->text, at, &next);
        annals_text words = text_trim(text_slice(s->text, at, next));
        if (!words.length && next < s->text.length) continue;
        if (!lines && b->enumerated) line = text_ends(words, ".") ? 0 : line | CAPTION_NUMBER; /* "212. Telegram" */
        if (!line && h.captions == h.first && h.first & CAPTION_SERIES && is_heading(words)) line = CAPTION_REMARK;
        if (!line && h.captions & CAPTION_KIND && is_dated_remark(s->grammar, words)) line = CAPTION_DATE;
        if (!goes_on(&h, line) || (line == CAPTION_REMARK && h.captions && is_wired(words))) break;
        bool hour = tells_hour(s->grammar, line, words);
        h.wired |= hour;
        if (!lines++) h.first = line, h.number = words, h.clocked = hour, h.placed = hour && opens_with_name(s, words);
        if (line & CAPTION_KIND && !h.kind.length) h.kind = words;
        h.captions |= line;
        h.end = next;
        if (line & CAPTION_GREETING && !byte_in(words.data[words.length - 1], ",:")) { /* "Sir: I have the honour" */
            h.end = at;
            break;
        }
    }
    return h;
}
static bool is_salutation(const splitter *s, size_t index) {
    return greeting_of(s->grammar, block_text(s, index)).length > 0;
}

/* "Dear Ada,\nWe are well.": the head ends with the greeting, though the text begins in the next line. */
static size_t greeting_end(const splitter *s, size_t index) {
    const block *b = &s->blocks->items[index];
    size_t next = b->end;
    if (is_salutation(s, index)) line_at(s->text, b->start, &next);
    return next < b->end ? next : b->end;
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

static bool is_place(const splitter *s, annals_text words, bool *capitals);

/* "Quay House / Thursday evening", "Kelby, Whit Monday": a letter may name no more than the day of the week, or a
 * feast. */
static bool names_weekday(const splitter *s, size_t index) {
    enum { MOST_WORDS = 2, LONGEST = 40 /* bytes */ };
    annals_text text = block_text(s, index);
    size_t at = text.length, start, end, words = 0;
    bool weekday = false, capitals;
    while (at && text.data[at - 1] != '\n') at--;
    annals_text line = text_slice(text, at, text.length);
    size_t comma = text_find_any(line, 0, line.length < LONGEST ? line.length : 0, ",");
    if (comma + 1 < line.length && is_place(s, text_slice(line, 0, comma), &capitals))
        line = text_trim(text_slice(line, comma + 1, line.length));
    for (at = 0; line.length < LONGEST && text_word(line, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(line, start, end);
        bool day = in_context(s->grammar, word, CONTEXT_CALENDAR_WORD) || has_role(s->grammar, word, ROLE_FEAST);
        if (!day && !in_context(s->grammar, word, CONTEXT_DAY_PART | CONTEXT_CLOCK_WORD)) return false;
        weekday |= day;
    }
    return weekday && words <= MOST_WORDS;
}

/* "PIER BURNT" */
static bool is_headline(const splitter *s, size_t index) {
    annals_text words = block_text(s, index);
    return s->blocks->items[index].kind == BLOCK_HEADING && !has_lower(words) && !is_number(s->grammar, words);
}

/* "Port Merrow, 3 May 1921", "PIER BURNT", and what was told of it */
static bool heads_report(const splitter *s, size_t index) {
    annals_text line = block_text(s, index);
    if (index + 2 >= s->blocks->count || !text_begins_upper(line) || !is_dated(s, index)) return false;
    size_t start, end;
    bool place = text_word(line, 0, &start, &end) &&
                 !in_context(s->grammar, text_slice(line, start, end), CONTEXT_CALENDAR_WORD) &&
                 memchr(line.data, ',', line.length);
    return place && is_headline(s, index + 1) && is_prose(s, &s->blocks->items[index + 2]);
}

static bool has_reports(const splitter *s) {
    enum { SEVERAL = 2 };
    size_t found = 0;
    for (size_t i = 0; i < s->blocks->count && found < SEVERAL; i++) {
        if (s->blocks->items[i].copied) continue;
        found += is_headline(s, i) && i && heads_report(s, i - 1);
    }
    return found == SEVERAL;
}

/* A dateline that opens a paragraph, and what it tells. */
typedef struct dispatch {
    size_t told;   /* where its words begin; 0: there is no dateline */
    bool capitals; /* of the place */
    bool year;     /* the day has one */
} dispatch;

/* "Port Merrow": a name in capitals, or of words with one each. */
static bool is_place(const splitter *s, annals_text words, bool *capitals) {
    size_t start, end, count = 0;
    *capitals = !has_lower(words);
    for (size_t at = 0; !*capitals && text_word(words, at, &start, &end); at = end, count++) {
        annals_text word = text_slice(words, start, end);
        if (!text_begins_upper(word) || in_context(s->grammar, word, CONTEXT_CALENDAR_WORD | CONTEXT_OPENER))
            return false;
    }
    return *capitals || count;
}

/* "MILL BURNED", "Mill burned", in a line above the dateline, or above who wrote it: where the dateline begins. */
static size_t behind_headline(const splitter *s, annals_text words) {
    size_t next = 0, start, end, behind;
    annals_text line = text_trim(line_at(words, 0, &next));
    if (next >= words.length || !is_heading(line) || text_ends(line, ".")) return 0;
    annals_text writer = text_trim(line_at(words, next, &behind));
    bool by = text_word(writer, 0, &start, &end) && is_heading(writer) &&
              in_context(s->grammar, text_slice(writer, start, end), CONTEXT_AUTHOR);
    return by && behind < words.length ? behind : next;
}

/* "PORT MERROW, 3 May. The mill burned", "Port Merrow, Sept. 3. The mill" */
static dispatch dispatch_in(const splitter *s, annals_text words) {
    enum { LONGEST = 60 /* bytes */ };
    dispatch d = {0};
    const char *comma = memchr(words.data, ',', words.length < LONGEST ? words.length : LONGEST);
    if (!comma || !is_place(s, text_slice(words, 0, (size_t)(comma - words.data)), &d.capitals)) return d;
    for (size_t at = (size_t)(comma - words.data), next; at + 2 < words.length && at < LONGEST; at = next) {
        uint32_t c = text_decode(words, at, &next);
        if (c != '.' && !is_dash(c)) continue;
        annals_text rest = text_trim(text_slice(words, next, words.length)), line = text_trim(text_slice(words, 0, at));
        if (!text_begins_upper(rest) || !is_dated_line(s->grammar, line)) continue;
        if (line_tells(s->grammar, line)) return d;
        d.told = next;
        d.year = names_year(line);
        return d;
    }
    return d;
}

static dispatch dispatch_at(const splitter *s, size_t index) {
    annals_text words = block_text(s, index);
    if (s->blocks->items[index].kind != BLOCK_PARAGRAPH) return (dispatch){0};
    dispatch d = dispatch_in(s, words);
    size_t behind = d.told ? 0 : behind_headline(s, words);
    if (behind) d = dispatch_in(s, text_slice(words, behind, words.length));
    if (d.told) d.told += behind;
    return d;
}

/* "We pitched the tents", "Walked to the falls": so tells a diary, but not "We hear that the Mayor". */
static bool is_personal(const splitter *s, annals_text told) {
    enum { WORDS = 40 };
    size_t start, end, count = 0;
    bool self = false;
    for (size_t at = 0; count < WORDS && text_word(told, at, &start, &end); at = end, count++) {
        annals_text word = text_slice(told, start, end);
        if (self && !in_context(s->grammar, word, CONTEXT_REPORT)) return true;
        self = in_context(s->grammar, word, CONTEXT_FIRST_PERSON);
        if (!count && in_context(s->grammar, word, CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_DONE)) return true;
    }
    return false;
}

/* Several paragraphs open so, and nothing above them is of a day, as the head of a newspaper is.  Where a place has
 * small letters, a list of days and a diary open likewise. */
static bool has_dispatches(const splitter *s) {
    enum { SEVERAL = 2 };
    size_t capitals = 0, found = 0;
    bool personal = false;
    for (size_t i = 0; i < s->blocks->count && capitals < SEVERAL; i++) {
        dispatch d = dispatch_at(s, i);
        annals_text words = block_text(s, i);
        if (!d.told && !found && is_dated(s, i)) return false;
        if (!d.told) continue;
        capitals += d.capitals;
        found += d.capitals || !d.year;
        personal |= is_personal(s, text_slice(words, d.told, words.length));
    }
    return capitals == SEVERAL || (found >= SEVERAL && !personal);
}

/* Does a dispatch begin with a block, or with the headline above it?  Where it does so for sure, or 0. */
static size_t dispatch_head(const splitter *s, size_t index) {
    const block *b = &s->blocks->items[index];
    if (dispatch_at(s, index).told) return b->start + 1; /* its words are told, too */
    bool above = b->kind == BLOCK_HEADING && index + 1 < s->blocks->count && index;
    return above && dispatch_at(s, index + 1).told ? b[1].start + 1 : 0;
}

/* ---------------------------------------------------------------- beginnings */

/* Who was present may stand in a block of its own. */
static bool is_minutes(const splitter *s, size_t index) {
    return opens_minutes(s->grammar, text_slice(s->text, s->blocks->items[index].start, s->text.length));
}

static bool is_deposition(const splitter *s, size_t index) {
    const block *b = &s->blocks->items[index];
    return opens_deposition(s->grammar, text_slice(s->text, b->body, b->end));
}

static bool has_depositions(const splitter *s) {
    enum { SEVERAL = 2 };
    size_t found = 0;
    for (size_t i = 0; i < blocks_sought(s, found) && found < SEVERAL; i++)
        found += !s->blocks->items[i].copied && is_deposition(s, i);
    return found == SEVERAL;
}

static bool is_letterhead(const splitter *s, annals_text line) {
    size_t start, end;
    for (size_t at = 0; text_word(line, at, &start, &end); at = end)
        if (in_context(s->grammar, text_slice(line, start, end), CONTEXT_OFFICE)) return true;
    return false;
}

/* "TAB 2" behind "TAB 1": a number that follows on that of the paper before. */
static bool follows_on(const splitter *s, const paper_head *h) {
    enum { MOST = 3, DIGITS = 6 };
    annals_text lead, number, last_lead, last;
    if (!(h->first & CAPTION_SERIES) || !number_in(s->numbered, &last_lead, &last)) return false;
    if (!number_in(h->number, &lead, &number) || !text_equal(lead, last_lead)) return false;
    if (number.length > DIGITS || last.length > DIGITS) return false;
    int64_t step = value_of(number) - value_of(last);
    return step > 0 && step <= MOST;
}

/* "2. Report of the Treasurer" is an item of minutes, if no paper above that was numbered so says more of itself. */
static bool is_item(const splitter *s, const block *b, const paper_head *h) {
    return b->enumerated && !s->volume && !(h->captions & (CAPTION_DATE | CAPTION_ROUTE | CAPTION_GREETING));
}

/* Below the number of one letter the next begins with its day. */
static bool is_below_foot(const splitter *s, size_t index) {
    return s->footed && index && is_lone_number(s, index - 1) && (is_dated(s, index) || names_weekday(s, index));
}

/* "INDICTMENT", in a file of papers which are all called so in capitals. */
static bool is_one_of_kind(splitter *s, const block *b, const paper_head *h, bool begins) {
    enum { SEVERAL = 2 };
    bool capitals = h->kind.length && !b->enumerated && !has_lower(h->kind) && !text_has_digit(h->kind);
    s->capitals += capitals && begins;
    return capitals && h->first & CAPTION_KIND && s->capitals >= SEVERAL;
}

bool is_prose(const splitter *s, const block *b) {
    bool told = b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_LIST_ITEM || b->kind == BLOCK_TABLE_ROW ||
                b->kind == BLOCK_FOOTNOTE;
    size_t next; /* below the words of a cable may stand its marks */
    annals_text words = text_slice(s->text, b->body, b->end);
    if (b->kind == BLOCK_HEADING || b->kind == BLOCK_PARAGRAPH) told |= is_wired(words);
    if (b->log) return true; /* "18:20  Ambulance called", though it has no full stop */
    return told && (is_wired(words) || !is_heading(words) || !is_heading(text_trim(line_at(words, 0, &next))));
}

static bool has_prose(const splitter *s, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (is_prose(s, &s->blocks->items[i])) return true;
    return false;
}

/* "CABLE FROM PORT", below the signature and the day of the cable above. */
static bool is_below_signature(const splitter *s, size_t index, const paper_head *h) {
    bool named = s->blocks->items[index].kind == BLOCK_HEADING && h->first & (CAPTION_KIND | CAPTION_PARTIES);
    bool first = !has_prose(s, 0, index);
    return named && !(h->captions & CAPTION_DATE) && (first || is_dated(s, index - 1));
}

/* Where the head ends that begins with a block, in bytes; 0: none begins there. */
static size_t head_at(splitter *s, size_t index) {
    const block *b = &s->blocks->items[index];
    size_t end = address_end(s, index);
    if (end) return end;
    paper_head h = head_from(s, index);
    if (s->signed_below && h.first & CAPTION_DATE && index) return 0; /* of the paper above */
    bool paged = (b->page && h.first & CAPTION_KIND) || (s->signed_below && is_below_signature(s, index, &h));
    bool begins = begins_paper(&h) || (s->wired && h.placed && !b->joined);
    if (is_one_of_kind(s, b, &h, begins) || paged || (begins && !is_item(s, b, &h)) || follows_on(s, &h)) {
        if (h.first & CAPTION_SERIES) s->numbered = h.number;
        s->volume |= b->enumerated;
        s->wired |= h.wired && h.captions & CAPTION_ROUTE;
        return h.end;
    }
    if (s->reports && heads_report(s, index)) return b->end;
    size_t post = s->posts ? post_end(s, index) : 0;
    if (post) return post;
    issue i = s->issues ? issue_at(s, index) : (issue){0};
    if (i.end) return i.end;
    size_t told = s->dispatches ? dispatch_head(s, index) : 0;
    if (told) return told;
    if (s->minutes) return b->start + 1; /* its words are told, too */
    bool next = index + 1 < s->blocks->count;
    bool greets = next && names_weekday(s, index) && is_salutation(s, index + 1);
    if (greets || (is_dated(s, index) && soon(s, index + 1, is_salutation)))
        return next ? greeting_end(s, index + 1) : b->end;
    if (is_below_foot(s, index)) return b->end;
    bool below_print = s->clippings && (!index || names_print(s, index - 1));
    if (below_print || (s->depositions && is_deposition(s, index)))
        return b->start + 1; /* its words may be told, too */
    if ((b->page || !index) && is_salutation(s, index)) return greeting_end(s, index);
    if (!s->letterhead.length || !text_equal(first_line(s, index), s->letterhead)) return 0;
    return soon(s, index, is_dated) || soon(s, index, is_minutes) ? b->end : 0;
}

/* Blocks without a head's marks are most of a text. */
static bool may_begin(splitter *s, size_t index) {
    const block *b = &s->blocks->items[index];
    bool line = b->kind == BLOCK_HEADING || b->kind == BLOCK_FIELD || b->kind == BLOCK_FURNITURE || b->enumerated;
    if (b->joined || b->header != SIZE_MAX || b->kind == BLOCK_TABLE_HEADER) return false;
    s->minutes = is_minutes(s, index);
    return line || s->minutes || s->dispatches || s->depositions || s->clippings || first_line(s, index).length;
}

/* A head with nothing below it is a line of a list of contents. */
static bool add_part(const splitter *s, size_t below, size_t head, arena *a, part_list *out) {
    part *last = out->count ? &out->items[out->count - 1] : NULL;
    if (last && !has_prose(s, below, head)) {
        size_t next; /* a dateline belongs to the head above it */
        unsigned line = captions_at(s->grammar, s->text, s->blocks->items[head].body, &next);
        if (line & (CAPTION_KIND | CAPTION_PARTIES)) last->head = head;
        return true;
    }
    if (!ARENA_ROOM(a, out)) return false;
    size_t first = last || has_prose(s, 0, head) ? head : 0;
    out->items[out->count++] = (part){.first = first, .head = head};
    return true;
}

/* Where no paper began so far, none does where the same blocks stand once more. */
static bool was_seen(const splitter *s, size_t index) {
    size_t last = index + HEAD_BLOCKS;
    if (s->volume || s->capitals || s->signed_below || !index || last >= s->blocks->count) return false;
    for (size_t i = index - 1; i <= last; i++)
        if (!s->blocks->items[i].copied) return false;
    return true;
}

static bool find_heads(splitter *s, arena *a, part_list *out) {
    size_t end = 0, below = 0; /* the first block below the last head */
    for (size_t i = 0; i < s->blocks->count; i++) {
        if (s->blocks->items[i].start < end) continue;
        while (below < i && s->blocks->items[below].end <= end) below++;
        bool seen = !out->count && !end && was_seen(s, i);
        size_t found = !seen && may_begin(s, i) ? head_at(s, i) : 0;
        if (!found) continue;
        end = found;
        if (!add_part(s, below, i, a, out)) return false;
    }
    return true;
}

/* Does the text end with a day, and has the first paper none above its words? */
static bool has_days_below(const splitter *s) {
    const block_list *blocks = s->blocks;
    size_t last = blocks->count - 1;
    if (!last || !is_dated(s, last) || is_prose(s, &blocks->items[last])) return false;
    for (size_t i = 0; i < last && !is_prose(s, &blocks->items[i]); i++)
        if (is_dated(s, i) || head_from(s, i).captions & CAPTION_DATE) return false;
    return true;
}

bool find_parts(const grammar *g, annals_text text, const block_list *blocks, arena *a, part_list *out) {
    splitter s = {.grammar = g, .text = text, .blocks = blocks};
    if (!blocks->count) return true;
    annals_text line = first_line(&s, 0);
    if (is_letterhead(&s, line)) s.letterhead = line;
    s.footed = !is_lone_number(&s, 0) && is_lone_number(&s, blocks->count - 1);
    s.signed_below = has_days_below(&s);
    s.reports = has_reports(&s);
    s.dispatches = has_dispatches(&s);
    s.issues = has_issues(&s);
    s.posts = has_posts(&s);
    s.clippings = has_clippings(&s);
    s.depositions = has_depositions(&s);
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
