#include "prose.h"

#include "utf8.h"

#include <stdlib.h>
#include <string.h>

void prose_block(prose *p) {
    p->breaks = 2;
}

void prose_line(prose *p) {
    if (p->breaks < 1) p->breaks = 1;
}

static bool has_figures(const prose *p, size_t start) {
    for (size_t i = start; i < p->text.length; i++)
        if (p->text.data[i] >= '0' && p->text.data[i] <= '9') return true;
    return false;
}

void prose_row(prose *p, prose_rows *rows) {
    if (rows->count == 1) rows->apart = !rows->named && has_figures(p, rows->start);
    if (rows->apart) prose_block(p);
    else prose_line(p);
    if (!rows->count++) rows->start = prose_place(p);
    rows->at = p->text.length;
}

void prose_cell(prose *p, const prose_rows *rows) {
    if (rows->apart && rows->at == p->text.length && p->breaks > 1) p->breaks = 1;
    prose_words(p, annals_text_of(" | "));
}

void prose_join(prose *p) {
    static const char *const hyphens[] = {"-", "\u2010"};
    annals_text text = {p->text.data, p->text.length};
    p->joined = true;
    p->breaks = p->lines = 0;
    p->blank = false;
    for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens; i++) {
        size_t length = strlen(hyphens[i]);
        if (text.length <= length || memcmp(text.data + text.length - length, hyphens[i], length) != 0) continue;
        p->text.data[p->text.length -= length] = 0;
        return;
    }
}

/* Write the line ends or the blank that were asked for. */
static void settle(prose *p) {
    if (p->joined && !p->breaks) p->blank = false;
    p->joined = false;
    if (p->text.length && p->breaks) builder_string(&p->text, p->breaks > 1 ? "\n\n" : "\n");
    else if (p->text.length && p->blank && !p->lines) builder_string(&p->text, " ");
    for (int i = p->breaks || !p->text.length ? 0 : p->lines; i > 0; i--) builder_string(&p->text, "\n");
    p->breaks = p->lines = 0;
    p->blank = false;
}

static bool is_white(uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x3000;
}

/* Signs that say where a word may break, and controls: nobody reads them. */
static bool is_unseen(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

/* Plain ASCII, or one character, which may be an invalid byte. */
static void put(prose *p, annals_text text, size_t start, size_t end) {
    size_t invalid;
    if (utf8_sequence(text.data + start, end - start, &invalid))
        builder_text(&p->text, (annals_text){text.data + start, end - start});
    else builder_string(&p->text, "\xEF\xBF\xBD");
}

void prose_words(prose *p, annals_text words) {
    for (size_t i = 0; i < words.length;) {
        size_t start = i;
        while (i < words.length && (unsigned char)words.data[i] > ' ' && (unsigned char)words.data[i] < 0x7F) i++;
        if (i == start) {
            uint32_t c = utf8_next(words, &i);
            p->blank |= is_white(c);
            if (is_white(c) || is_unseen(c)) continue;
        }
        settle(p);
        put(p, words, start, i);
    }
}

void prose_verbatim(prose *p, annals_text text) {
    for (size_t i = 0; i < text.length;) {
        size_t start = i;
        uint32_t c = utf8_next(text, &i);
        if (c == '\n') p->lines++;
        if (is_unseen(c) && c != '\t') continue;
        settle(p);
        put(p, text, start, i);
    }
}

void prose_mark(prose *p, const char *mark) {
    settle(p);
    builder_string(&p->text, mark);
}

size_t prose_place(prose *p) {
    if (p->joined && !p->breaks) return p->text.length;
    int blanks = p->breaks ? p->breaks : p->lines ? p->lines : p->blank;
    return p->text.length + (p->text.length ? (size_t)blanks : 0);
}

void prose_state(prose *p, size_t start, annals_text date) {
    if (start >= p->text.length || !date.length) return;
    if (p->stated_count == p->stated_room) {
        size_t room = p->stated_room ? 2 * p->stated_room : 16;
        annals_stated *larger = realloc(p->stated, room * sizeof *larger);
        p->text.failed |= !larger;
        if (!larger) return;
        p->stated = larger;
        p->stated_room = room;
    }
    p->stated[p->stated_count++] = (annals_stated){start, p->text.length, date};
}

void prose_free(prose *p) {
    builder_free(&p->text);
    free(p->stated);
    *p = (prose){0};
}

annals_status prose_add(annals_chronology *chronology, const source_file *file, const annals_document *document,
                        prose *p, annals_error *error) {
    if (p->text.length) builder_string(&p->text, "\n");
    annals_document d = *document;
    d.source = annals_text_of(file->name);
    d.text = annals_keep_text(chronology, (annals_text){p->text.data ? p->text.data : "", p->text.length});
    if (p->text.failed || !d.text.data)
        return annals_fail(error, ANNALS_MEMORY, "out of memory; give less text at once");
    annals_status status = annals_add_document(chronology, &d, p->stated, p->stated_count, error);
    if (status != ANNALS_OK || d.text.length) return status;
    return notice_in_file(chronology, file, 0, 0, error, "no text was found in it; check that it is the right file");
}
