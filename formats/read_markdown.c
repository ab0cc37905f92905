/* read_markdown.c: Markdown (CommonMark with tables), by md4c, and the YAML block that may stand before it. */
#include "prose.h"

#include <limits.h>
#include <md4c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ------------------------------------------------------------------ what stands before the text */

typedef struct front {
    annals_text title, date, author;
    size_t length; /* of the block with its lines of dashes; 0: there is none */
} front;

static annals_text trim(annals_text text) {
    while (text.length && strchr(" \t\r\"'", text.data[text.length - 1])) text.length--;
    while (text.length && strchr(" \t\"'", *text.data)) text.data++, text.length--;
    return text;
}

static annals_text line_at(annals_text text, size_t at) {
    const char *end = memchr(text.data + at, '\n', text.length - at);
    return (annals_text){text.data + at, end ? (size_t)(end - text.data) - at : text.length - at};
}

static bool is_dashes(annals_text line) {
    annals_text words = trim(line);
    return words.length == 3 && (!memcmp(words.data, "---", 3) || !memcmp(words.data, "...", 3));
}

static void take_field(front *f, annals_text line) {
    const struct {
        const char *name;
        annals_text *value;
    } fields[] = {{"title:", &f->title}, {"date:", &f->date}, {"author:", &f->author}};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (begins_with(line, fields[i].name))
            *fields[i].value =
                trim((annals_text){line.data + strlen(fields[i].name), line.length - strlen(fields[i].name)});
}

/* Lines of dashes around lines of "name: value". */
static front read_front(annals_text text) {
    front f = {.length = 0};
    if (!is_dashes(line_at(text, 0)) || text.data[0] == '.') return f;
    for (size_t at = line_at(text, 0).length + 1; at < text.length;) {
        annals_text line = line_at(text, at);
        at += line.length + 1;
        if (is_dashes(line)) {
            f.length = at < text.length ? at : text.length;
            return f;
        }
        take_field(&f, line);
    }
    return (front){.length = 0};
}

/* ------------------------------------------------------------------ the text */

typedef struct walk {
    prose *to;
    size_t verbatim, passed; /* blocks at hand that keep their lines, and that are no text */
    size_t struck;           /* tags that strike out, and are open in the block at hand */
    unsigned item;           /* the number of the next item of the list; 0: it has bullets */
    bool first_cell, in_cell;
} walk;

static int enter_block(MD_BLOCKTYPE type, void *detail, void *context) {
    walk *w = context;
    char number[16];
    switch (type) {
    case MD_BLOCK_LI:
        snprintf(number, sizeof number, "%u. ", w->item);
        prose_line(w->to);
        prose_mark(w->to, w->item ? number : "- ");
        w->item += w->item > 0;
        break;
    case MD_BLOCK_OL:
        w->item = ((MD_BLOCK_OL_DETAIL *)detail)->start;
        prose_block(w->to);
        break;
    case MD_BLOCK_UL:
        w->item = 0;
        prose_block(w->to);
        break;
    case MD_BLOCK_TR:
        w->first_cell = true;
        prose_line(w->to);
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        if (!w->first_cell) prose_words(w->to, annals_text_of(" | "));
        w->first_cell = false;
        w->in_cell = true;
        break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
        break;
    default:
        prose_block(w->to);
    }
    w->verbatim += type == MD_BLOCK_CODE;
    w->passed += type == MD_BLOCK_HTML;
    return w->to->text.failed;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *context) {
    (void)detail;
    walk *w = context;
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) w->in_cell = false;
    if (type == MD_BLOCK_LI || type == MD_BLOCK_TR) prose_line(w->to);
    else if (type != MD_BLOCK_TD && type != MD_BLOCK_TH && type < MD_BLOCK_THEAD) prose_block(w->to);
    w->verbatim -= type == MD_BLOCK_CODE;
    w->passed -= type == MD_BLOCK_HTML;
    w->struck = 0;
    return 0;
}

/* What a picture shows is told by its file's name at best; what is struck out counts no longer. */
static bool is_passed_by(MD_SPANTYPE type) {
    return type == MD_SPAN_IMG || type == MD_SPAN_DEL;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *context) {
    (void)detail;
    ((walk *)context)->passed += is_passed_by(type);
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *context) {
    (void)detail;
    ((walk *)context)->passed -= is_passed_by(type);
    return 0;
}

static void put_code_point(prose *to, unsigned long c) {
    char utf8[4];
    size_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    if (!c || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD, length = 3;
    for (size_t i = length; i--; c >>= 6) utf8[i] = (char)(i ? 0x80 | (c & 0x3F) : c);
    if (length > 1) utf8[0] = (char)((unsigned char)utf8[0] | (0xF00U >> length & 0xFF));
    prose_words(to, (annals_text){utf8, length});
}

/* "&nbsp;", "&#8211;"; others stay as they are written. */
static void put_entity(prose *to, annals_text entity) {
    static const struct {
        const char *name;
        unsigned long code_point;
    } names[] = {{"&amp;", '&'},      {"&lt;", '<'},        {"&gt;", '>'},       {"&quot;", '"'},
                 {"&nbsp;", 0xA0},    {"&ndash;", 0x2013},  {"&mdash;", 0x2014}, {"&lsquo;", 0x2018},
                 {"&rsquo;", 0x2019}, {"&ldquo;", 0x201C},  {"&rdquo;", 0x201D}, {"&hellip;", 0x2026},
                 {"&apos;", '\''},    {"&thinsp;", 0x2009}, {"&ensp;", 0x2002},  {"&emsp;", 0x2003}};
    char digits[16] = "";
    if (entity.length > 3 && entity.length < sizeof digits && entity.data[1] == '#') {
        bool hex = (entity.data[2] | 0x20) == 'x';
        memcpy(digits, entity.data + 2 + hex, entity.length - 3 - hex);
        put_code_point(to, strtoul(digits, NULL, hex ? 16 : 10));
        return;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (entity.length != strlen(names[i].name) || memcmp(entity.data, names[i].name, entity.length) != 0) continue;
        put_code_point(to, names[i].code_point);
        return;
    }
    prose_words(to, entity);
}

/* "<del>", "</s>": what stands between counts no longer. */
static void take_tag(walk *w, annals_text tag) {
    static const char *const names[] = {"del", "s", "strike"};
    const bool ends = begins_with(tag, "</");
    const char *name = tag.data + 1 + ends;
    size_t length = 0;
    while (1 + ends + length < tag.length && !strchr("> \t\r\n/", name[length])) length++;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (length != strlen(names[i]) || strncasecmp(name, names[i], length) != 0) continue;
        if (!ends) w->struck++;
        else if (w->struck) w->struck--;
    }
}

static int put_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context) {
    walk *w = context;
    annals_text words = {text, size};
    bool line_break = type == MD_TEXT_HTML && begins_with(words, "<br");
    if (type == MD_TEXT_HTML) take_tag(w, words);
    if (w->passed || w->struck || (type == MD_TEXT_HTML && !line_break)) return 0;
    if (line_break && w->in_cell) prose_words(w->to, annals_text_of(" "));
    else if (type == MD_TEXT_BR || line_break) prose_line(w->to);
    else if (type == MD_TEXT_SOFTBR) prose_words(w->to, annals_text_of(" "));
    else if (type == MD_TEXT_ENTITY) put_entity(w->to, words);
    else if (w->verbatim) prose_verbatim(w->to, words);
    else if (type != MD_TEXT_NULLCHAR) prose_words(w->to, words);
    return w->to->text.failed;
}

static annals_status read_markdown(annals_chronology *chronology, const source_file *file, annals_error *error) {
    front f = read_front(file->bytes);
    annals_text body = {file->bytes.data + f.length, file->bytes.length - f.length};
    if (body.length > INT_MAX) return fail_in_file(file, 0, 0, error, "more than 2 GB; give its parts");
    prose text = {0};
    walk w = {.to = &text};
    MD_PARSER parser = {.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS,
                        .enter_block = enter_block,
                        .leave_block = leave_block,
                        .enter_span = enter_span,
                        .leave_span = leave_span,
                        .text = put_text};
    if (md_parse(body.data, (MD_SIZE)body.length, &parser, &w) != 0) text.text.failed = true;
    annals_document d = {.title = f.title, .sender = f.author};
    if (f.date.length && annals_read_when(chronology, f.date, &d.when, NULL) == ANNALS_OK) {
        d.basis = ANNALS_BASIS_STATED;
        d.basis_from = annals_text_of("the date before its text");
    }
    annals_status status = prose_add(chronology, file, &d, &text, error);
    prose_free(&text);
    return status;
}

const struct annals_reading markdown_reading = {.read = read_markdown, .decoded = true};
