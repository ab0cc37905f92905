/* caption.c: the lines that the head of a document is made of: its number, what kind of paper it is, from whom and to
 * whom, where and when, and how it greets. */
#include "caption.h"

#include "document.h"
#include "language.h"
#include "text.h"

#include <string.h>

enum { LONGEST_LINE = 120 /* bytes */, LONGEST_NAMES = 240 /* of two parties, or of a paper and them */ };

static const context_set people =
    CONTEXT_TITLE | CONTEXT_HONORIFIC | CONTEXT_ADDRESSEE | CONTEXT_POST | CONTEXT_OFFICE | CONTEXT_GIVEN_NAME;

/* What ends the dateline of a paper without a date, and the parts of books that are counted, in whatever language. */
static const char *const undated[] = {"undated", "n.d", "undatiert"};
static const char *const divisions[] = {
    "chapter", "part",   "section",  "page",   "book",    "volume",  "vol",       "table", "figure", "act",   "scene",
    "canto",   "lesson", "sheet",    "column", "kapitel", "teil",    "abschnitt", "seite", "band",   "buch",  "tafel",
    "tabelle", "partie", "chapitre", "livre",  "tome",    "tableau", "parte",     "libro", "tomo",   "tabla", "figura"};

bool has_lower(annals_text text) {
    size_t next;
    for (size_t at = 0; at < text.length; at = next)
        if (is_lower(text_decode(text, at, &next))) return true;
    return false;
}

static bool begins_digit(annals_text text) {
    return text.length && is_digit((unsigned char)*text.data);
}

/* The first word of a text; empty where there is none. */
static annals_text first_word(annals_text text) {
    size_t start, end;
    return text_word(text, 0, &start, &end) ? text_slice(text, start, end) : (annals_text){0};
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

/* ---------------------------------------------------------------- when */

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

/* Does a sentence or bracket begin with the word, which tells when the paper came? */
static bool opens_remark(const grammar *g, annals_text line, size_t start, size_t end) {
    annals_text word = text_slice(line, start, end);
    bool opens = start > 1 && (byte_in(line.data[start - 1], "([") || line.data[start - 2] == '.');
    return opens && text_begins_upper(word) && in_context(g, word, CONTEXT_RECEIPT);
}

bool is_dated_remark(const grammar *g, annals_text line) {
    const context_set verbs =
        CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_VERB | CONTEXT_FIRST_PERSON;
    enum { LONGEST = 160 /* bytes */ };
    size_t start, end;
    bool month = false, number = false;
    if (line.length > LONGEST || !text_begins_upper(line) || !text_has_digit(line)) return false;
    for (size_t at = 0; text_word(line, at, &start, &end); at = end) {
        annals_text word = text_slice(line, start, end);
        number |= is_digit((unsigned char)*word.data);
        month |= in_context(g, word, CONTEXT_CALENDAR_WORD);
        if (!text_begins_upper(word) && in_context(g, word, verbs)) return false;
    }
    return month && number;
}

bool is_dated_line(const grammar *g, annals_text line) {
    enum { MOST_WORDS = 14, SHORT = 3 };
    size_t start, end, words = 0, small = 0;
    bool month = false, number = false, figures = false;
    if (line.length > LONGEST_LINE || !text_has_digit(line)) return false;
    for (size_t at = 0; text_word(line, at, &start, &end); at = end, words++) {
        bool digit = is_digit((unsigned char)line.data[start]);
        if (number && opens_remark(g, line, start, end)) {
            line = text_trim(text_slice(line, 0, start)); /* "Received here at 9.58 a.m." */
            break;
        }
        number |= digit;
        figures |= digit && begins_figures(line, start);
        bool calendar = in_context(g, text_slice(line, start, end), CONTEXT_CALENDAR_WORD);
        if (month && !number && has_role(g, text_slice(line, start, end), ROLE_SESSION)) return false; /* "May Term" */
        small += end - start > SHORT && !digit && !calendar && !text_begins_upper(text_slice(line, start, end));
        month |= calendar;
    }
    if (small > (text_ends(line, ".") ? 0U : 2U)) return false;
    return words <= MOST_WORDS && (figures || (month && number));
}

/* "Port, undated." */
static bool is_undated(annals_text line) {
    enum { MOST_WORDS = 5 };
    size_t start, end, words = 0;
    bool found = false;
    for (size_t at = 0; words <= MOST_WORDS && text_word(line, at, &start, &end); at = end, words++) {
        found = IN(text_slice(line, start, end), undated);
        if (!found && !text_begins_upper(text_slice(line, start, end))) return false;
    }
    return found && words <= MOST_WORDS;
}

/* "Meeting of Thursday, 3 May 1858", and below it "Present: Mr Dorn"; above it may stand whose minutes they are. */
static bool lists_present(const grammar *g, annals_text text) {
    enum { LINES = 4, NAMED = 2 /* words: "In attendance" */ };
    bool dated = false;
    for (size_t lines = 0, at = 0; lines < LINES && at < text.length; lines++) {
        annals_text line = short_line(text, at, &at);
        if (line.data && !line.length) continue;
        if (dated) return has_context(g, line, NAMED, CONTEXT_ATTENDANCE);
        if (!line.length || line.length > LONGEST_LINE || label_length(line) || !is_heading(line)) return false;
        dated = is_dated_line(g, line);
    }
    return false;
}

bool opens_minutes(const grammar *g, annals_text text) {
    enum { REACH = 300 /* bytes */, FIRST = 12 /* words, the meeting is named in */ };
    size_t start, end, words = 0;
    bool held = false, month = false, number = false;
    if (text_begins_upper(text) && lists_present(g, text)) return true;
    if (text.length > REACH) text = text_slice(text, 0, REACH);
    if (!text_begins_upper(text) || !text_has_digit(text)) return false;
    for (size_t at = 0; (held || words < FIRST) && text_word(text, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(text, start, end);
        if (!held) {
            held = words && !text_begins_upper(word) && in_context(g, word, CONTEXT_DATE_FIELD);
            continue;
        }
        number |= begins_digit(word);
        month |= in_context(g, word, CONTEXT_CALENDAR_WORD);
        if (month && number && text_begins_upper(word) && in_context(g, word, CONTEXT_ATTENDANCE)) return true;
    }
    return false;
}

/* What the words that open a deposition say, in this order. */
typedef struct deposition {
    bool paper; /* "deposition", among the first of them */
    bool of, sworn, me, month;
} deposition;

enum { NAMING = 3 /* words: "The voluntary confession" */ };

static void take_deposition_word(const grammar *g, annals_text word, size_t place, deposition *d) {
    context_set is = contexts_of(g, word);
    d->month |= d->sworn && is & CONTEXT_CALENDAR_WORD;
    d->me |= d->sworn && has_role(g, word, ROLE_WRITERS);
    d->sworn |= d->of && has_role(g, word, ROLE_SWORN);
    d->of |= place && place <= NAMING && is & CONTEXT_GENITIVE;
    d->paper |= place < NAMING && !d->of && is & CONTEXT_PAPER;
}

/* "The examination of": most lines are told from these words. */
static bool opens_with_genitive(const grammar *g, annals_text text) {
    enum { SHORT = 4 /* bytes, as "of", "der" */ };
    size_t start, end, words = 0;
    for (size_t at = 0; words <= NAMING && text_word(text, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(text, start, end);
        if (words && word.length <= SHORT && in_context(g, word, CONTEXT_GENITIVE)) return true;
    }
    return false;
}

bool opens_deposition(const grammar *g, annals_text text) {
    enum { LONGEST = 300 /* bytes */ };
    size_t start, end, words = 0;
    deposition d = {0};
    if (!text_begins_upper(text) || !opens_with_genitive(g, text)) return false;
    if (text.length > LONGEST) text = text_slice(text, 0, LONGEST);
    text = text_slice(text, 0, text_find_any(text, 0, text.length, ";:"));
    for (size_t at = 0; !(d.month && (d.paper || d.me)) && text_word(text, at, &start, &end); at = end, words++)
        take_deposition_word(g, text_slice(text, start, end), words, &d);
    return d.month && (d.paper || d.me) && text_has_digit(text);
}

/* ---------------------------------------------------------------- who */

annals_text without_remark(const grammar *g, annals_text line) {
    enum { REACH = 2 * LONGEST_FORM /* bytes of a remark in which its first word stands */ };
    size_t open = text_find_any(line, 0, line.length, "(["), digit = line.length;
    while (digit > open && !is_digit((unsigned char)line.data[digit - 1])) digit--;
    while (open < line.length) {
        size_t reach = line.length - open > REACH ? open + REACH : line.length;
        annals_text word = first_word(text_slice(line, open + 1, reach));
        if (open + 1 < digit || in_context(g, word, CONTEXT_RECEIPT)) line = text_slice(line, 0, open);
        open = text_find_any(line, open + 1, line.length, "([");
    }
    for (size_t start; (line = text_trim(line)).length; line.length = start) {
        size_t next;
        start = line.length - 1;
        while (start && ((unsigned char)line.data[start] & 0xC0) == 0x80) start--;
        if (line.data[start] != '.' && line.data[start] != ',' && !is_dash(text_decode(line, start, &next))) break;
    }
    return line;
}

/* Has a name begun behind the word that ends at `at`, an article aside? */
static bool names_behind(const grammar *g, annals_text line, size_t at) {
    size_t start, end;
    if (!text_word(line, at, &start, &end)) return false;
    annals_text next = text_slice(line, start, end);
    if (text_begins_upper(next)) return true;
    return in_context(g, next, CONTEXT_DETERMINER) && text_word(line, end, &start, &end) &&
           text_begins_upper(text_slice(line, start, end));
}

/* "MINISTER TO CONSUL": is who stands behind the word that ends at `at` named by a post too? */
static bool names_post(const grammar *g, annals_text line, size_t at) {
    size_t start, end;
    if (!text_word(line, at, &start, &end)) return false;
    if (in_context(g, text_slice(line, start, end), CONTEXT_DETERMINER) && !text_word(line, end, &start, &end))
        return false;
    return in_context(g, text_slice(line, start, end), CONTEXT_POST | CONTEXT_OFFICE);
}

/* Does a comma, or the end of a line, stand before the word at `at`? */
static bool parted_before(annals_text line, size_t at) {
    while (at && line.data[at - 1] == ' ') at--;
    return at && byte_in(line.data[at - 1], ",\n");
}

size_t route_joint(const grammar *g, annals_text line, size_t from, size_t *behind) {
    size_t start, end, found = SIZE_MAX;
    bool parted = false, post = false;
    for (size_t at = from; text_word(line, at, &start, &end); at = end) {
        annals_text word = text_slice(line, start, end);
        bool before_place = post && !names_post(g, line, end);
        post = in_context(g, word, CONTEXT_POST); /* where an ambassador to a country is, no recipient is named */
        if (!start || !in_context(g, word, CONTEXT_RECIPIENT) || !names_behind(g, line, end)) continue;
        bool better = !parted && parted_before(line, start);
        if (before_place || (found != SIZE_MAX && !better)) continue;
        found = start;
        *behind = end;
        parted |= better;
    }
    return found;
}

/* "E." */
static bool is_initial(annals_text line, size_t start, size_t end) {
    return end - start == 1 && end < line.length && line.data[end] == '.';
}

bool is_route(const grammar *g, annals_text line, bool *parties) {
    enum { MOST_WORDS = 24, FIRST = 3, LONG = 4 /* bytes */ };
    const context_set leads = CONTEXT_SENDER | CONTEXT_PAPER;
    size_t start, end, words = 0, behind = 0;
    bool from = false, known = false;
    if (line.length > 2 * LONGEST_NAMES) return false; /* as most lines of prose are */
    line = without_remark(g, line);
    if (line.length > LONGEST_NAMES || !text_begins_upper(line) || text_has_digit(line) ||
        text_find_any(line, 0, line.length, ":;!?|") < line.length)
        return false;
    size_t joint = SIZE_MAX;
    for (size_t at = 0; text_word(line, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(line, start, end);
        bool capital = text_begins_upper(word), office = words > 1 && memchr(line.data, ',', start);
        if (!capital && word.length >= LONG && !office && !in_context(g, word, leads)) return false;
        from |= words < FIRST && in_context(g, word, CONTEXT_SENDER);
        known |= capital && (is_initial(line, start, end) || in_context(g, word, people));
    }
    if (words <= MOST_WORDS) joint = route_joint(g, line, 0, &behind);
    if (parties) *parties = from || known;
    return joint != SIZE_MAX && (from || text_begins_upper(line));
}

/* "To Captain Rudd, at the Anchor", "To the same" */
static bool is_addressee(const grammar *g, annals_text line) {
    enum { MOST_WORDS = 12 };
    size_t start, end, words = 0;
    annals_text word = first_word(line);
    if (!text_begins_upper(line) || !in_context(g, word, CONTEXT_RECIPIENT) || text_ends(line, ".")) return false;
    if (text_find_any(line, 0, line.length, ":;!?") < line.length) return false;
    for (size_t at = word.length; text_word(line, at, &start, &end); at = end, words++)
        if (!text_begins_upper(text_slice(line, start, end)) && end - start > 4) return false;
    return words && words <= MOST_WORDS;
}

/* ---------------------------------------------------------------- what */

/* Who wrote it, or to whom, stands directly behind: "by Mr Hale", "of the keeper". */
static bool has_party(const grammar *g, annals_text line, size_t at, context_set cues) {
    size_t start, end;
    return text_word(line, at, &start, &end) && in_context(g, text_slice(line, start, end), cues) &&
           names_behind(g, line, end) && !is_dated_line(g, line);
}

/* "Telegram From the Legation", "File note by A. Weller", "Minute by Mr Hale.": a heading that says what it is. */
static bool names_paper(const grammar *g, annals_text line) {
    enum { WORDS = 3 };
    const context_set cues =
        CONTEXT_AUTHOR | CONTEXT_SENDER | CONTEXT_RECIPIENT | CONTEXT_GENITIVE | CONTEXT_DETERMINER;
    size_t start, end, words = 0;
    bool stop = text_ends(line, "."), heading = is_heading(text_slice(line, 0, line.length - stop));
    if (!heading || line.length > LONGEST_NAMES) return false;
    for (size_t at = 0; words < WORDS && text_word(line, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(line, start, end);
        if (!words && in_context(g, word, CONTEXT_DETERMINER)) return false;
        bool paper = in_context(g, word, CONTEXT_PAPER), work = in_context(g, word, CONTEXT_WORK);
        if (paper && (!stop || has_party(g, line, end, cues))) return true;
        if (work && has_party(g, line, end, CONTEXT_AUTHOR)) return true;
    }
    return false;
}

/* ---------------------------------------------------------------- its number */

/* "Exhibit B. Statement of Ada Weller", "ANNEX C: Map": the letter's place; SIZE_MAX where none stands so. */
static size_t letter_of_series(annals_text line) {
    size_t at = first_word(line).length;
    if (!at || at + 3 >= line.length || !text_begins_upper(line) || line.data[at] != ' ') return SIZE_MAX;
    return is_upper((unsigned char)line.data[at + 1]) && byte_in(line.data[at + 2], ".:,") && line.data[at + 3] == ' '
               ? at + 1
               : SIZE_MAX;
}

bool number_in(annals_text line, annals_text *lead, annals_text *number) {
    size_t start = text_find_digit(line), end = start, letter = letter_of_series(line);
    if (letter != SIZE_MAX) {
        *lead = text_trim(text_slice(line, 0, letter));
        *number = text_slice(line, letter, letter + 1);
        return true;
    }
    while (end < line.length && (is_digit((unsigned char)line.data[end]) || byte_in(line.data[end], "./-"))) end++;
    while (end > start && byte_in(line.data[end - 1], "./-")) end--;
    if (start == line.length && line.length > 2 && line.data[line.length - 2] == ' ') {
        start = line.length - 1; /* "EXHIBIT A" */
        end = line.length;
        if (!is_upper((unsigned char)line.data[start])) return false;
    }
    *lead = text_trim(text_slice(line, 0, start));
    *number = text_slice(line, start, end);
    return number->length > 0;
}

bool is_number(const grammar *g, annals_text line) {
    enum { MOST_WORDS = 3 };
    size_t start, end, words = 0;
    bool number = false, named = false;
    for (size_t at = 0; text_word(line, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(line, start, end);
        if (words == MOST_WORDS) return false;
        bool letter = words && end - start == 1 && end == line.length && text_begins_upper(word);
        number |= is_digit((unsigned char)*word.data) || letter;
        named |= in_context(g, word, CONTEXT_NUMBERED | CONTEXT_NUMBER_FIELD | CONTEXT_PAPER | CONTEXT_PIECE);
    }
    return number && words && (named || words == 1) && !is_dated_line(g, line);
}

/* "KELSBY 89": a name in capitals and a number, which is no part of a book. */
static bool is_serial(const grammar *g, annals_text line) {
    enum { MOST_WORDS = 3 };
    size_t start, end, words = 0;
    bool number = false;
    if (!text_has_digit(line)) return false;
    for (size_t at = 0; text_word(line, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(line, start, end);
        bool digit = begins_digit(word);
        if (number || words >= MOST_WORDS || (!digit && end - start < 2)) return false;
        if (IN(word, divisions) || in_context(g, word, CONTEXT_CALENDAR_WORD | CONTEXT_PAGE)) return false;
        number = words && digit;
    }
    return number && text_begins_upper(line) && !has_lower(line) && end == line.length;
}

/* "711.41/86: Telegram": what it is filed under. */
static bool is_file_number(annals_text line) {
    enum { MOST = 24 };
    annals_text word = text_slice(line, 0, text_find_any(line, 0, line.length, " :"));
    size_t slash = text_find_any(word, 0, word.length, "/"), digits = 0;
    for (size_t i = 0; i < word.length; i++) digits += is_digit((unsigned char)word.data[i]);
    return begins_digit(line) && word.length <= MOST && digits > 4 && slash < word.length &&
           memchr(word.data, '.', slash);
}

/* "Inclosure 2 in No. 5", "[Enclosure - Translation]", "Anlage zu Nr. 3" */
static bool is_enclosure(const grammar *g, annals_text line) {
    enum { MOST_WORDS = 6 };
    size_t start, end, words = 0;
    bool bracket = line.length && byte_in(*line.data, "[("), more = false;
    if (!in_context(g, first_word(line), CONTEXT_PIECE)) return false;
    for (size_t at = 0; text_word(line, at, &start, &end); at = end, words++)
        more |= words && in_context(g, text_slice(line, start, end), CONTEXT_NUMBERED | CONTEXT_NUMBER_FIELD);
    return words <= MOST_WORDS && (bracket || more);
}

/* ---------------------------------------------------------------- the whole */

static unsigned number_captions(const grammar *g, annals_text line) {
    if (!text_has_digit(line) && !is_upper((unsigned char)line.data[line.length - 1])) return 0; /* "EXHIBIT A" */
    bool bracket = byte_in(*line.data, "[("), file = is_file_number(line), named = is_number(g, line);
    if (!file && !named && !is_serial(g, line)) return 0;
    bool bare = named && !file && !bracket && begins_digit(line);
    return CAPTION_NUMBER | (bare ? 0u : CAPTION_SERIES);
}

/* "My Lord,", "Sir: I have the honour", but not "Sir John, who" */
static bool greets(const grammar *g, annals_text line) {
    annals_text greeting = greeting_of(g, line);
    return greeting.length && (greeting.length + 1 == line.length || line.data[greeting.length] == ':');
}

static bool is_remark(annals_text line) {
    bool bracketed = (line.data[0] == '[' && text_ends(line, "]")) || (line.data[0] == '(' && text_ends(line, ")"));
    return bracketed || is_furniture(line) || !has_lower(line);
}

/* "II.", "IV. Ada Weller to her brother" */
static bool opens_chapter(annals_text line) {
    size_t digits = 0;
    while (digits < line.length && byte_in(line.data[digits], "IVXL")) digits++;
    if (!digits || digits >= line.length || line.data[digits] != '.') return false;
    annals_text rest = text_trim(text_slice(line, digits + 1, line.length));
    return !rest.length || (text_begins_upper(rest) && is_heading(rest));
}

bool counts_division(annals_text line) {
    size_t start, end;
    if (!text_word(line, 0, &start, &end) || !IN(text_slice(line, start, end), divisions)) return false;
    annals_text number = text_trim(text_slice(line, end, line.length));
    while (number.length && byte_in(number.data[number.length - 1], ".:")) number.length--;
    for (size_t i = 0; i < number.length; i++)
        if (!is_digit((unsigned char)number.data[i]) && !byte_in(number.data[i], "IVXLC")) return false;
    return number.length;
}

size_t behind_number(const grammar *g, annals_text line) {
    size_t start, end, letter = letter_of_series(line);
    annals_text word = first_word(line);
    if (letter != SIZE_MAX) {
        annals_text rest = text_trim(text_slice(line, letter + 2, line.length));
        bool piece = text_begins_upper(rest) && in_context(g, word, CONTEXT_PIECE);
        return piece ? (size_t)(rest.data - line.data) : 0;
    }
    const context_set series = CONTEXT_NUMBERED | CONTEXT_NUMBER_FIELD | CONTEXT_PIECE;
    if (!word.length || !text_begins_upper(line) || !in_context(g, word, series)) return 0;
    if (!text_word(line, (size_t)(word.data - line.data) + word.length, &start, &end) ||
        !begins_digit(text_slice(line, start, end)))
        return 0;
    size_t at = end;
    while (at < line.length && is_digit((unsigned char)line.data[at])) at++;
    if (at + 1 >= line.length || !byte_in(line.data[at], ".:")) return 0;
    annals_text rest = text_trim(text_slice(line, at + 1, line.length));
    return text_begins_upper(rest) ? (size_t)(rest.data - line.data) : 0;
}

/* "No. 2. Captain Rudd to the Board", "Exhibit B. Statement of Ada Weller", "Enclosure 3. The bridge".  "Item 3. Report
 * of the Treasurer" is none by its number alone. */
static unsigned captions_behind_number(const grammar *g, annals_text line) {
    bool letter = letter_of_series(line) != SIZE_MAX;
    size_t behind = letter || text_has_digit(line) ? behind_number(g, line) : 0;
    if (!behind) return 0;
    bool piece = letter || !in_context(g, first_word(line), CONTEXT_NUMBERED | CONTEXT_NUMBER_FIELD);
    const unsigned named = CAPTION_KIND | CAPTION_ROUTE | CAPTION_PARTIES, number = CAPTION_NUMBER | CAPTION_SERIES;
    annals_text rest = text_slice(line, behind, line.length);
    unsigned found = captions_of(g, rest) & (named | (piece ? CAPTION_DATE : 0u));
    if (piece && !is_heading(rest)) return 0;
    if (piece && !letter && !(found & CAPTION_DATE)) return number;
    return piece || found & (CAPTION_KIND | CAPTION_PARTIES) ? found | number : 0;
}

/* Most lines are none of a head, and have none of the words that these must have. */
unsigned captions_of(const grammar *g, annals_text line) {
    const context_set paper = CONTEXT_PAPER | CONTEXT_WORK, others = CONTEXT_PIECE | CONTEXT_SALUTATION;
    unsigned found = 0;
    bool parties = false;
    if (!line.length || line.length > LONGEST_NAMES || is_lower((unsigned char)*line.data)) return 0;
    found = captions_behind_number(g, line);
    if (found) return found;
    context_set heard = contexts_in(g, line, paper | CONTEXT_RECIPIENT | others);
    if (line.length <= LONGEST_LINE) {
        found |= number_captions(g, line);
        if (heard & CONTEXT_PIECE && is_enclosure(g, line)) found |= CAPTION_ENCLOSURE;
        if (is_dated_line(g, line) || is_undated(line)) found |= CAPTION_DATE;
        if (heard & CONTEXT_RECIPIENT && is_addressee(g, line)) found |= CAPTION_ADDRESSEE;
        if (heard & CONTEXT_SALUTATION && greets(g, line)) found |= CAPTION_GREETING;
    }
    if (label_length(line)) { /* "Subject: Note to Aske" */
        annals_text value;
        bool sent = found & CAPTION_DATE && line_has_field(g, line, CONTEXT_DATE_FIELD, &value);
        return found & CAPTION_GREETING ? found : CAPTION_REMARK | (sent ? CAPTION_SENT : 0u);
    }
    if (heard & paper && names_paper(g, line)) found |= CAPTION_KIND;
    if (heard & CONTEXT_RECIPIENT && is_route(g, line, &parties))
        found |= CAPTION_ROUTE | (parties ? CAPTION_PARTIES : 0u);
    if (!found && opens_chapter(line)) return CAPTION_CHAPTER;
    return found ? found : is_remark(line) ? CAPTION_REMARK : 0u;
}

annals_text short_line(annals_text text, size_t at, size_t *next) {
    annals_text rest = text_slice(text, at, at + LONGEST_NAMES);
    const char *newline = memchr(rest.data, '\n', rest.length);
    *next = text.length;
    if (!newline && at + rest.length < text.length) return (annals_text){0};
    size_t length = newline ? (size_t)(newline - rest.data) : rest.length;
    *next = at + length + (newline != NULL);
    return text_trim(text_slice(rest, 0, length));
}

unsigned captions_at(const grammar *g, annals_text text, size_t at, size_t *next) {
    annals_text line = short_line(text, at, next), more = {0};
    unsigned found = line.data ? captions_of(g, line) : 0;
    size_t behind = 0;
    if (line.length && *next < text.length && (!found || text_ends(line, ","))) more = short_line(text, *next, &behind);
    if (!more.length || (found & CAPTION_GREETING && text_begins_upper(more))) return found;
    annals_text both = text_trim(text_slice(text, at, behind));
    unsigned joined = captions_of(g, both) & (CAPTION_KIND | CAPTION_ROUTE | CAPTION_PARTIES);
    if (joined) *next = behind;
    return found | joined;
}
