/* pdf_finish.c: objects are copied one by one, some of them changed, and those that are no streams packed into some
 * (ISO 32000-1, 7.5 and 14.7). */
#include "pdf_finish.h"

#include "pdf_file.h"

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
    object *objects; /* by offset */
    size_t object_count;
    size_t root, info, tree, document; /* numbers of objects */
    annals_text alternative;
    const char *language;
    buffer piece; /* the object that is being changed */
    pdf_file out;
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
    if (!e->objects) return false;
    pdf_file_take(&e->out, count);
    for (size_t i = 1; i < count; i++) {
        slice line = {rest.data + first + (i - 1) * entry, entry};
        size_t offset = number_at(line, 0);
        if (line.data[17] == 'n' && offset < table) e->objects[e->object_count++] = (object){i, offset, table};
    }
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
    e->document = pdf_file_take(&e->out, 1);
    return e->root && e->info && e->tree;
}

/* ------------------------------------------------------------------ changing */

static void put_slice(editor *e, slice s, size_t from, size_t to) {
    buffer_bytes(&e->piece, s.data + from, to - from);
}

/* `s` with the words put in before `at`. */
static void put_with(editor *e, slice s, size_t at, const char *words) {
    put_slice(e, s, 0, at);
    buffer_string(&e->piece, words);
    put_slice(e, s, at, s.length);
}

/* The root of the structure gets one child, the document, which gets the children.  Returns them. */
static slice put_tree(editor *e, slice s) {
    size_t from = find(s, "/K ["), to = from + find((slice){s.data + from, s.length - from}, "]");
    if (to >= s.length) {
        put_slice(e, s, 0, s.length);
        return (slice){NULL, 0};
    }
    put_slice(e, s, 0, from);
    buffer_string(&e->piece, "/K [ ");
    pdf_put_reference(&e->piece, e->document);
    buffer_string(&e->piece, " ");
    put_slice(e, s, to, s.length);
    return (slice){s.data + from, to + 1 - from};
}

static void put_document(editor *e, slice children) {
    buffer_string(&e->piece, "0 0 obj\n<< /Type /StructElem\n   /S /Document\n   /P ");
    pdf_put_reference(&e->piece, e->tree);
    buffer_string(&e->piece, "\n   ");
    put_slice(e, children, 0, children.length);
    buffer_string(&e->piece, "\n>>\nendobj\n");
}

/* An element of the structure: a child of the root becomes one of the document; a figure gets its text. */
static void put_element(editor *e, slice s) {
    size_t parent = find(s, "/P "), at = parent + 3;
    if (number_after(s, "/P ") != e->tree || parent == s.length) {
        put_slice(e, s, 0, parent);
    } else {
        put_slice(e, s, 0, at);
        pdf_put_reference(&e->piece, e->document);
        parent = at + find((slice){s.data + at, s.length - at}, "\n");
    }
    if (find(s, "/S /Figure\n") < s.length) {
        buffer_string(&e->piece, "/Alt ");
        pdf_put_text(&e->piece, e->alternative);
        buffer_string(&e->piece, "\n   ");
    }
    put_slice(e, s, parent, s.length);
}

/* Returns the children of the document, when the object was their parent. */
static slice put_object(editor *e, const object *o) {
    static const char element[] = "<< /Type /StructElem";
    slice s = body_of(e, o);
    size_t start = find((slice){s.data, s.length < 40 ? s.length : 40}, "obj\n") + 4;
    bool is_element = start + sizeof element <= s.length && !memcmp(s.data + start, element, sizeof element - 1);
    if (o->number == e->tree) return put_tree(e, s);
    if (o->number == e->root) {
        size_t at = find(s, "/Type /Catalog");
        put_slice(e, s, 0, at);
        buffer_string(&e->piece, "/Lang (");
        buffer_string(&e->piece, e->language);
        buffer_string(&e->piece, ")\n   /ViewerPreferences << /DisplayDocTitle true >>\n   ");
        put_slice(e, s, at, s.length);
    } else if (o->number == e->info && find(s, "/CreationDate (D:") == s.length &&
               find(s, "/CreationDate (") < s.length) {
        put_with(e, s, find(s, "/CreationDate (") + strlen("/CreationDate ("), "D:");
    } else if (is_element) {
        put_element(e, s);
    } else {
        put_slice(e, s, 0, s.length);
    }
    return (slice){NULL, 0};
}

/* ------------------------------------------------------------------ writing */

static bool ends_with(slice s, const char *words) {
    size_t length = strlen(words);
    return s.length >= length && !memcmp(s.data + s.length - length, words, length);
}

/* Take the changed object: streams stand for themselves, and what any program should find; all else is packed. */
static void take_piece(editor *e, size_t number) {
    static const char end[] = "endobj\n";
    slice s = {e->piece.data, e->piece.length};
    e->out.out.failed |= e->piece.failed;
    size_t start = find((slice){s.data, s.length < 40 ? s.length : 40}, "obj\n") + strlen("obj\n");
    if (number != e->info && ends_with(s, end) && !ends_with(s, "endstream\nendobj\n") &&
        start + strlen(end) <= s.length) {
        pdf_file_object(&e->out, number, s.data + start, s.length - start - strlen(end));
    } else {
        pdf_file_locate(&e->out, number);
        buffer_bytes(&e->out.out, s.data, s.length);
    }
    e->piece.length = 0;
}

static void rewrite(editor *e) {
    slice children = {NULL, 0};
    buffer_bytes(&e->out.out, e->file.data, e->objects[0].offset);
    for (size_t i = 0; i < e->object_count; i++) {
        slice found = put_object(e, &e->objects[i]);
        if (found.data) children = found;
        take_piece(e, e->objects[i].number);
    }
    if (children.data) {
        put_document(e, children);
        take_piece(e, e->document);
    }
    pdf_file_finish(&e->out, e->root, e->info);
}

annals_status pdf_finish(buffer *file, annals_text alternative, const char *language, annals_error *error) {
    editor e = {.file = {file->data, file->length}, .alternative = alternative, .language = language};
    if (file->failed) return annals_fail(error, ANNALS_MEMORY, "out of memory; print fewer events at once");
    bool known = read_file(&e);
    if (known) rewrite(&e);
    free(e.objects);
    buffer_free(&e.piece);
    pdf_file_free(&e.out);
    bool failed = e.out.out.failed;
    if (!known || failed) {
        buffer_free(&e.out.out);
        return failed ? annals_fail(error, ANNALS_MEMORY, "out of memory; print fewer events at once") : ANNALS_OK;
    }
    buffer_free(file);
    *file = e.out.out;
    return ANNALS_OK;
}
