/* headline.c: words made a headline of, as an editor would: no mark, number or half sentence left over, and no more
 * than fits. */
#include "events.h"
#include "language.h"
#include "marks.h"
#include "text.h"

#include <string.h>

enum { LABEL_LENGTH = 90 };

bool says_words(annals_text text, size_t least) {
    size_t n = 0, start, end;
    for (size_t at = 0; n < least && text_word(text, at, &start, &end); at = end) n++;
    return n == least;
}

static bool trims_left(uint32_t c) {
    return is_space(c) || is_dash(c) || c == ',' || c == ';' || c == ':' || c == '.' || c == ')' || c == ']' ||
           c == '*' || c == 0x2026 || c == '"' || c == '\'' || c == 0x201C || c == 0x201D || c == 0x2018 ||
           c == 0x2019 || c == '(' || c == '[' || c == '|' || c == '>';
}

static bool trims_right(uint32_t c) {
    return is_space(c) || is_dash(c) || c == ',' || c == ';' || c == ':' || c == '(' || c == '[' || c == '*' ||
           c == 0x2026 || c == '.' || c == '"' || c == 0x201C || c == '|';
}

static size_t count_of(annals_text text, const char *mark) {
    size_t n = 0, length = strlen(mark);
    const char *at = text.data, *end = at + text.length;
    while (at < end && (at = memchr(at, *mark, (size_t)(end - at)))) {
        n += (size_t)(end - at) >= length && !memcmp(at, mark, length);
        at++;
    }
    return n;
}

/* Does every mark of the pair that `mark` belongs to have its partner? */
static bool balanced(annals_text text, uint32_t mark) {
    static const char *const pairs[][2] = {{"(", ")"}, {"[", "]"}, {"“", "”"}, {"„", "“"}};
    size_t pair = mark == '(' || mark == ')' ? 0 : mark == '[' || mark == ']' ? 1 : 2;
    if (pair == 2 && count_of(text, "„")) pair = 3; /* „as in German“ */
    return count_of(text, pairs[pair][0]) == count_of(text, pairs[pair][1]);
}

static annals_text trim_marks(annals_text text) {
    size_t next;
    while (text.length) {
        uint32_t c = text_decode(text, 0, &next);
        bool keeps = (c == '[' || c == '(' || c == 0x201C) && balanced(text, c);
        if (!trims_left(c) || keeps) break;
        text = text_slice(text, next, text.length);
    }
    while (text.length) {
        size_t last = previous_code(text, text.length);
        uint32_t c = code_at(text, last);
        bool lone_close = (c == 0x201D || c == ')' || c == ']') && !balanced(text, c);
        bool initial = c == '.' && last >= 2 && is_upper((unsigned char)text.data[last - 1]);
        bool dotted = c == '.' && last >= 3 && text.data[last - 2] == '.' &&
                      is_letter((unsigned char)text.data[last - 1]); /* "p.m." */
        if ((!trims_right(c) && !lone_close) || initial || dotted) break;
        text.length = last;
    }
    return text;
}

/* "[Page 112]" and the like: where it ends, or `at`. */
static size_t page_mark_end(annals_text text, size_t at) {
    if (!text_starts(text_slice(text, at, text.length), "[page ")) return at;
    const char *close = memchr(text.data + at, ']', text.length - at);
    return close && close - (text.data + at) < 16 ? (size_t)(close - text.data) + 1 : at;
}

/* The bytes that put_folded may have to leave out or change. */
static bool needs_look(char c) {
    return c == '*' || c == '"' || c == '[' || c == '^' || c == '<' || (c >= 0 && c <= ' ');
}

/* Append with white space folded, marks of markup dropped, and quotation marks too when one has lost its partner. */
static void put_folded(text_buffer *b, annals_text text) {
    size_t next;
    bool straight = count_of(text, "\"") % 2 == 0, curly = balanced(text, 0x201C);
    for (size_t at = 0; at < text.length; at = next) {
        for (next = at; next < text.length && (unsigned char)text.data[next] < 0x80 && !needs_look(text.data[next]);)
            next++;
        if (next > at) {
            text_put(b, text_slice(text, at, next));
            continue;
        }
        next = page_mark_end(text, at);
        if (next == at && b->length && b->data[b->length - 1] != ' ') next = text_behind_notes(text, at);
        if (next > at) continue;
        uint32_t c = text_decode(text, at, &next);
        bool space = is_space(c);
        if (c == '\n') next = text_behind_marks(text, next, NULL);
        if (c == '*' || (c == '"' && !straight) || ((c == 0x201C || c == 0x201D) && !curly)) continue;
        if (space && (!b->length || b->data[b->length - 1] == ' ')) continue;
        text_put(b, space ? annals_text_of(" ") : text_slice(text, at, next));
    }
}

/* The same as a text, which mostly is as it stands; else it is in the buffer. */
static annals_text folded(text_buffer *b, annals_text text) {
    while (text.length && text.data[0] == ' ') text = text_slice(text, 1, text.length);
    annals_text words = text_slice(text, 0, text.length - text_ends(text, " "));
    if (text_single_spaced(words) && text_find_any(text, 0, text.length, "*\"[^<\xE2\xC2") == text.length) return text;
    put_folded(b, text);
    return (annals_text){b->data, b->length};
}

/* At most `limit` code points, ending at a whole word. */
static annals_text cut_at_word(const grammar *g, annals_text text, size_t limit) {
    size_t end = text_bytes_of(text, limit);
    if (end >= text.length) return text;
    while (end && !is_space_byte(text.data[end])) end--;
    if (!end) end = text_bytes_of(text, limit);
    annals_text cut = trim_marks(text_slice(text, 0, end));
    for (annals_text last = preceding_word(cut, 0, cut.length);
         has_role(g, last, ROLES_OF(ROLE_TIE, ROLE_LINK, ROLE_LEFT_OPEN)); last = preceding_word(cut, 0, cut.length))
        cut = trim_marks(text_slice(cut, 0, offset_of(cut, last)));
    return cut;
}

/* The number of a footnote behind the last stop: "at once.3" */
static annals_text drop_note_number(annals_text text) {
    size_t n = text.length;
    while (n && is_digit((unsigned char)text.data[n - 1])) n--;
    bool note = n > 1 && n < text.length && text.length - n < 3 && byte_in(text.data[n - 1], ".!?") &&
                !is_digit((unsigned char)text.data[n - 2]);
    return note ? text_slice(text, 0, n) : text;
}

/* "That the body was put over the side", but not "That winter". */
static bool opens_said(const grammar *g, annals_text text, annals_text that) {
    if (is_lower(code_at(that, 0))) return true;
    annals_text next = following_word(text, that.length, text.length);
    return in_context(g, next, CONTEXT_SUBJECT | CONTEXT_DETERMINER | CONTEXT_COUNTS_FROM);
}

static annals_text drop_links(const grammar *g, annals_text text) {
    for (;;) {
        annals_text first = following_word(text, 0, text.length);
        size_t rest = first.length ? offset_of(text, first) + first.length : 0;
        bool left_over = rest < text.length && byte_in(text.data[rest], ",;:.") && has_role(g, first, ROLE_TIE);
        bool joins = has_role(g, first, ROLE_LINK) && (!text_same_word(first, "that") || opens_said(g, text, first));
        if (!first.length || rest >= text.length || (!joins && !left_over)) return text;
        text = trim_marks(text_slice(text, rest, text.length));
    }
}

/* Has the text two letters or more, and none that is small? */
static bool in_capitals(annals_text text) {
    size_t next, letters = 0;
    for (size_t at = 0; at < text.length; at = next) {
        uint32_t c = text_decode(text, at, &next);
        if (is_lower(c) || is_digit(c) || c == ',') return false;
        letters += is_upper(c);
    }
    return letters > 2;
}

/* "Luis," in a line of its own: whom a letter greets. */
static bool is_greeting(annals_text line, annals_text rest) {
    enum { MOST = 3 /* words */ };
    size_t start, end, words = 0;
    if (!text_ends(line, ",") || !is_upper(code_at(rest, 0))) return false;
    for (size_t at = 0; text_word(line, at, &start, &end); at = end, words++)
        if (!text_begins_upper(text_slice(line, start, end))) return false;
    return words && words <= MOST;
}

/* "GROUND FORCES", a line of its own above what is told, and "THE WEATHER.—" before it, are no part of it.  Where all
 * is in capitals, a line is none. */
static annals_text drop_caption(annals_text text) {
    enum { LONGEST = 60 };
    static const char dash[] = ".—";
    annals_text line = text_slice(text, 0, text_find_any(text, 0, text.length, "\n"));
    size_t stop = text_find_any(line, 0, line.length < LONGEST ? line.length : LONGEST, ".");
    if (text_starts(text_slice(line, stop, line.length), dash)) line = text_slice(line, 0, stop + strlen(dash));
    annals_text rest = text_trim(text_slice(text, line.length, text.length));
    if (rest.length && is_greeting(text_trim(line), rest)) return rest;
    if (!rest.length || !in_capitals(line)) return text;
    uint32_t first = code_at(rest, 0);
    bool told = !in_capitals(text_slice(rest, 0, text_find_any(rest, 0, rest.length, "\n")));
    return told && (is_upper(first) || first == '(') ? rest : text;
}

/* "(a) Three classes were called up" */
static annals_text drop_list_mark(annals_text text) {
    enum { LONGEST = 3 };
    size_t at = 1;
    if (text.length < LONGEST + 2 || text.data[0] != '(') return text;
    while (at <= LONGEST && (is_letter((unsigned char)text.data[at]) || is_digit((unsigned char)text.data[at]))) at++;
    bool mark = at > 1 && text.data[at] == ')' && text.data[at + 1] == ' ';
    return mark ? text_trim(text_slice(text, at + 1, text.length)) : text;
}

/* "in which two men died": of what, stands before it. */
static annals_text drop_relative(const grammar *g, annals_text text) {
    annals_text first = following_word(text, 0, text.length);
    if (!first.length || !in_context(g, first, CONTEXT_WEAK | CONTEXT_SURE)) return text;
    annals_text next = following_word(text, offset_of(text, first) + first.length, text.length);
    if (!next.length || !in_context(g, next, CONTEXT_RELATIVE) || !is_lower(code_at(next, 0))) return text;
    return text_trim(text_slice(text, offset_of(text, next) + next.length, text.length));
}

/* "... and again on Monday": another time of what is told. */
static annals_text drop_repeat(const grammar *g, annals_text text) {
    enum { REACH = 8 /* words */ };
    annals_text last = preceding_word(text, 0, text.length);
    bool again = false;
    for (int i = 0; i < REACH && last.length; i++) {
        size_t start = offset_of(text, last);
        if (again && in_context(g, last, CONTEXT_JOINER)) return start ? trim_marks(text_slice(text, 0, start)) : text;
        again = has_role(g, last, ROLE_REPEAT);
        bool timed =
            is_digit((unsigned char)*last.data) || has_role(g, last, ROLES_OF(ROLE_TIE, ROLE_SPOKEN_DAY)) ||
            in_context(g, last, CONTEXT_CALENDAR_WORD | CONTEXT_DETERMINER | CONTEXT_DAY_PART | CONTEXT_COMPLEMENT);
        if (!again && !timed) return text;
        last = preceding_word(text, 0, start);
    }
    return text;
}

/* ", I am told", ", it is said": that others say so tells nothing of what happened. */
static annals_text drop_hearsay(const grammar *g, annals_text text) {
    size_t comma = text.length;
    while (comma && text.data[comma - 1] != ',') comma--;
    annals_text aside = text_slice(text, comma, text.length), who = following_word(aside, 0, aside.length);
    if (!comma || !in_context(g, who, CONTEXT_SUBJECT)) return text;
    annals_text is = following_word(aside, offset_of(aside, who) + who.length, aside.length);
    annals_text told = preceding_word(aside, 0, aside.length);
    bool three = text_equal(preceding_word(aside, 0, offset_of(aside, told)), is);
    if (!three || !in_context(g, is, CONTEXT_COPULA) || !in_context(g, told, CONTEXT_REPORT)) return text;
    return trim_marks(text_slice(text, 0, comma - 1));
}

bool is_plain_word(annals_text text) {
    for (size_t at = 0; at < text.length && !is_space_byte(text.data[at]); at++)
        if (is_digit((unsigned char)text.data[at]) || text.data[at] == '/' || text.data[at] == '_') return false;
    return true;
}

/* A headline begins with a capital, which takes as many bytes as the letter. */
static void capitalise(char *label, uint32_t first) {
    uint32_t capital = capital_of(first);
    if (first < 0x80) label[0] = (char)capital;
    else if (capital != first) label[0] = (char)(0xC0 | capital >> 6), label[1] = (char)(0x80 | (capital & 0x3F));
}

annals_text headline(arena *a, const grammar *g, annals_text words) {
    text_buffer buffer = {0}, paired = {0};
    char label[4 * LABEL_LENGTH + 4];
    annals_text all = trim_marks(drop_note_number(folded(&buffer, drop_caption(words))));
    all = drop_hearsay(g, drop_repeat(g, drop_relative(g, drop_links(g, drop_list_mark(all)))));
    if (buffer.data) all = folded(&paired, all); /* trimming may have parted a pair of quotation marks */
    bool whole = text_code_points(all) <= LABEL_LENGTH;
    annals_text text = whole ? all : cut_at_word(g, all, LABEL_LENGTH - 1);
    size_t length = text.length, next = 0;
    if (length) memcpy(label, text.data, length);
    if (length && is_plain_word(text)) capitalise(label, text_decode(text, 0, &next));
    if (!whole) memcpy(label + length, "…", strlen("…")), length += strlen("…");
    bool failed = buffer.failed || paired.failed;
    text_free(&buffer);
    text_free(&paired);
    return length && !failed ? arena_text(a, (annals_text){label, length}) : (annals_text){0};
}
