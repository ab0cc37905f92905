/* pdf_finish.c: objects are copied one by one, some of them changed (ISO 32000-1, 7.5 and 14.7). */
#include "pdf_finish.h"

#include <stdlib.h>
#include <string.h>

typedef struct slice {
    const char *data;
    size_t length;
} slice;

typedef struct object {
    size_t number, offset, end;
} object;

typedef struct editor {
    slice file;
    object *objects;                   /* by offset */
    size_t object_count, size;         /* size: one more than the highest number */
    size_t *offsets;                   /* new ones, by number */
    size_t root, info, tree, document; /* numbers of objects */
    annals_text alternative;
    buffer out;
} editor;

/* ------------------------------------------------------------------ finding */

/* Where `words` begin in `s`, or its length. */
static size_t find(slice s, const char *words) {
    size_t length = strlen(words);
    for (size_t at = 0; at + length <= s.length;) {
        const char *hit = memchr(s.data + at, words[0], s.length - at - length + 1);
        if (!hit) break;
        at = (size_t)(hit - s.data);
        if (!memcmp(hit, words, length)) return at;
        at++;
    }
    return s.length;
}

static size_t number_at(slice s, size_t at) {
    size_t value = 0;
    for (; at < s.length && s.data[at] >= '0' && s.data[at] <= '9' && value < SIZE_MAX / 20; at++)
        value = value * 10 + (size_t)(s.data[at] - '0');
    return value;
}

/* The number that follows `words` in `s`; 0 when there is none. */
static size_t number_after(slice s, const char *words) {
    size_t at = find(s, words);
    return at == s.length ? 0 : number_at(s, at + strlen(words));
}

static slice tail_of(slice s, size_t length) {
    size_t skip = s.length > length ? s.length - length : 0;
    return (slice){s.data + skip, s.length - skip};
}

static slice body_of(const editor *e, const object *o) {
    return (slice){e->file.data + o->offset, o->end - o->offset};
}

static int by_offset(const void *left, const void *right) {
    const object *a = left, *b = right;
    return (a->offset > b->offset) - (a->offset < b->offset);
}

/* Read the table of offsets: "xref\n0 406\n" and then 20 bytes an object.  False when the file has no such table. */
static bool read_table(editor *e, size_t table) {
    static const size_t entry = 20;
    if (table + 16 > e->file.length || memcmp(e->file.data + table, "xref\n0 ", 7)) return false;
    slice rest = {e->file.data + table, e->file.length - table};
    size_t count = number_after(rest, "xref\n0 "), first = find(rest, "f \n") + 3;
    if (count < 2 || first > rest.length || (rest.length - first) / entry < count - 1) return false;
    e->objects = calloc(count, sizeof *e->objects);
    e->offsets = calloc(count + 1, sizeof *e->offsets);
    if (!e->objects || !e->offsets) return false;
    for (size_t i = 1; i < count; i++) {
        slice line = {rest.data + first + (i - 1) * entry, entry};
        size_t offset = number_at(line, 0);
        if (line.data[17] == 'n' && offset < table) e->objects[e->object_count++] = (object){i, offset, table};
    }
    e->size = count;
    qsort(e->objects, e->object_count, sizeof *e->objects, by_offset);
    for (size_t i = 0; i + 1 < e->object_count; i++) e->objects[i].end = e->objects[i + 1].offset;
    return e->object_count > 0;
}

static bool read_file(editor *e) {
    slice tail = tail_of(e->file, 400);
    e->root = number_after(tail, "/Root ");
    e->info = number_after(tail, "/Info ");
    if (!read_table(e, number_after(tail, "startxref\n"))) return false;
    for (size_t i = 0; i < e->object_count; i++)
        if (e->objects[i].number == e->root) e->tree = number_after(body_of(e, &e->objects[i]), "/StructTreeRoot ");
    e->document = e->size;
    return e->root && e->info && e->tree;
}

/* ------------------------------------------------------------------ writing */

static void put_slice(editor *e, slice s, size_t from, size_t to) {
    buffer_bytes(&e->out, s.data + from, to - from);
}

/* A text string as UTF-16 in hexadecimal. */
static void put_utf16(buffer *b, annals_text text) {
    buffer_string(b, "<feff");
    for (size_t i = 0; i < text.length;) {
        unsigned char c = (unsigned char)text.data[i];
        size_t length = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
        uint32_t point = length == 1 ? c : c & (0x7fu >> length);
        for (size_t k = 1; k < length && i + k < text.length; k++)
            point = point << 6 | ((unsigned char)text.data[i + k] & 0x3fu);
        if (point >= 0x10000) {
            buffer_hex(b, 0xd800 + ((point - 0x10000) >> 10), 4);
            point = 0xdc00 + ((point - 0x10000) & 0x3ff);
        }
        buffer_hex(b, point, 4);
        i += length;
    }
    buffer_string(b, ">");
}

static void put_reference(buffer *b, size_t number) {
    buffer_integer(b, (int64_t)number);
    buffer_string(b, " 0 R");
}

/* `s` with the words put in before `at`. */
static void put_with(editor *e, slice s, size_t at, const char *words) {
    put_slice(e, s, 0, at);
    buffer_string(&e->out, words);
    put_slice(e, s, at, s.length);
}

/* The root of the structure gets one child, the document, which gets the children. */
static void put_tree(editor *e, slice s) {
    size_t from = find(s, "/K ["), to = from + find((slice){s.data + from, s.length - from}, "]");
    if (to >= s.length) {
        put_slice(e, s, 0, s.length);
        return;
    }
    put_slice(e, s, 0, from);
    buffer_string(&e->out, "/K [ ");
    put_reference(&e->out, e->document);
    buffer_string(&e->out, " ");
    put_slice(e, s, to, s.length);
    e->offsets[e->document] = e->out.length;
    buffer_integer(&e->out, (int64_t)e->document);
    buffer_string(&e->out, " 0 obj\n<< /Type /StructElem\n   /S /Document\n   /P ");
    put_reference(&e->out, e->tree);
    buffer_string(&e->out, "\n   ");
    put_slice(e, s, from, to + 1);
    buffer_string(&e->out, "\n>>\nendobj\n");
}

/* An element of the structure: a child of the root becomes one of the document; a figure gets its text. */
static void put_element(editor *e, slice s) {
    size_t parent = find(s, "/P "), at = parent + 3;
    if (number_after(s, "/P ") != e->tree || parent == s.length) {
        put_slice(e, s, 0, parent);
    } else {
        put_slice(e, s, 0, at);
        put_reference(&e->out, e->document);
        parent = at + find((slice){s.data + at, s.length - at}, "\n");
    }
    if (find(s, "/S /Figure\n") < s.length) {
        buffer_string(&e->out, "/Alt ");
        put_utf16(&e->out, e->alternative);
        buffer_string(&e->out, "\n   ");
    }
    put_slice(e, s, parent, s.length);
}

static void put_object(editor *e, const object *o) {
    static const char element[] = "<< /Type /StructElem";
    slice s = body_of(e, o);
    size_t start = find((slice){s.data, s.length < 40 ? s.length : 40}, "obj\n") + 4;
    bool is_element = start + sizeof element <= s.length && !memcmp(s.data + start, element, sizeof element - 1);
    e->offsets[o->number] = e->out.length;
    if (o->number == e->tree) {
        put_tree(e, s);
    } else if (o->number == e->root) {
        put_with(e, s, find(s, "/Type /Catalog"), "/Lang (en)\n   /ViewerPreferences << /DisplayDocTitle true >>\n   ");
    } else if (o->number == e->info && find(s, "/CreationDate (D:") == s.length &&
               find(s, "/CreationDate (") < s.length) {
        put_with(e, s, find(s, "/CreationDate (") + strlen("/CreationDate ("), "D:");
    } else if (is_element) {
        put_element(e, s);
    } else {
        put_slice(e, s, 0, s.length);
    }
}

static void put_table(editor *e) {
    size_t start = e->out.length;
    buffer_string(&e->out, "xref\n0 ");
    buffer_integer(&e->out, (int64_t)e->size + 1);
    buffer_string(&e->out, "\n0000000000 65535 f \n");
    for (size_t i = 1; i <= e->size; i++) {
        char digits[11] = "0000000000";
        size_t value = e->offsets[i];
        for (int k = 9; value && k >= 0; k--, value /= 10) digits[k] = (char)('0' + value % 10);
        buffer_string(&e->out, digits);
        buffer_string(&e->out, e->offsets[i] ? " 00000 n \n" : " 65535 f \n");
    }
    buffer_string(&e->out, "trailer\n<< /Size ");
    buffer_integer(&e->out, (int64_t)e->size + 1);
    buffer_string(&e->out, "\n   /Root ");
    put_reference(&e->out, e->root);
    buffer_string(&e->out, "\n   /Info ");
    put_reference(&e->out, e->info);
    buffer_string(&e->out, "\n>>\nstartxref\n");
    buffer_integer(&e->out, (int64_t)start);
    buffer_string(&e->out, "\n%%EOF\n");
}

static void rewrite(editor *e) {
    put_slice(e, e->file, 0, e->objects[0].offset);
    for (size_t i = 0; i < e->object_count; i++) put_object(e, &e->objects[i]);
    put_table(e);
}

annals_status pdf_finish(buffer *file, annals_text alternative, annals_error *error) {
    editor e = {.file = {file->data, file->length}, .alternative = alternative};
    if (file->failed) return annals_fail(error, ANNALS_MEMORY, "out of memory; print fewer events at once");
    bool known = read_file(&e);
    if (known) rewrite(&e);
    free(e.objects);
    free(e.offsets);
    if (!known || e.out.failed) {
        bool failed = e.out.failed;
        buffer_free(&e.out);
        return failed ? annals_fail(error, ANNALS_MEMORY, "out of memory; print fewer events at once") : ANNALS_OK;
    }
    buffer_free(file);
    *file = e.out;
    return ANNALS_OK;
}
