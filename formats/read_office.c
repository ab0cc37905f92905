/* read_office.c: documents of word processors, .docx (ECMA-376) and .odt (OASIS OpenDocument): XML in a ZIP archive, or
 * one file of XML, .fodt. */
#include "decode.h"
#include "unpack.h"
#include "xml.h"
#include "zip.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum role {
    ROLE_INLINE,
    ROLE_BLOCK,
    ROLE_TABLE,
    ROLE_ROW,
    ROLE_CELL,
    ROLE_BREAK,
    ROLE_BLANK,
    ROLE_HYPHEN,
    ROLE_ITEM,
    ROLE_WORDS,
    ROLE_NOTE,
    ROLE_CHANGE,
    ROLE_DELETION,
    ROLE_CHANGE_START,
    ROLE_CHANGE_END,
    ROLE_SKIPPED
};

typedef struct element {
    const char *name;
    enum role role;
} element;

/* In both forms names are unlike enough that their prefixes are not needed. */
static const element word_elements[] = {
    {"p", ROLE_BLOCK},
    {"tr", ROLE_ROW},
    {"tc", ROLE_CELL},
    {"br", ROLE_BREAK},
    {"tbl", ROLE_TABLE},
    {"cr", ROLE_BREAK},
    {"tab", ROLE_BLANK},
    {"numPr", ROLE_ITEM},
    {"t", ROLE_WORDS},
    {"del", ROLE_SKIPPED},
    {"moveFrom", ROLE_SKIPPED},
    {"Fallback", ROLE_SKIPPED},
    {"pict", ROLE_SKIPPED},
    {"drawing", ROLE_SKIPPED},
    {"tabs", ROLE_SKIPPED},
    {"pPrChange", ROLE_SKIPPED},
    {"noBreakHyphen", ROLE_HYPHEN},
    {NULL, ROLE_INLINE},
};
static const element open_elements[] = {
    {"p", ROLE_BLOCK},
    {"h", ROLE_BLOCK},
    {"table", ROLE_TABLE},
    {"table-row", ROLE_ROW},
    {"table-cell", ROLE_CELL},
    {"s", ROLE_BLANK},
    {"tab", ROLE_BLANK},
    {"line-break", ROLE_BREAK},
    {"list-item", ROLE_ITEM},
    {"note", ROLE_NOTE},
    {"annotation", ROLE_SKIPPED},
    {"tracked-changes", ROLE_SKIPPED},
    {"changed-region", ROLE_CHANGE},
    {"deletion", ROLE_DELETION},
    {"change-start", ROLE_CHANGE_START},
    {"change-end", ROLE_CHANGE_END},
    {"note-citation", ROLE_SKIPPED},
    {"title", ROLE_SKIPPED},
    {"desc", ROLE_SKIPPED},
    {"forms", ROLE_SKIPPED},
    /* Lists of headings, pictures and words, made of the text (clause 8.1). */
    {"table-of-content", ROLE_SKIPPED},
    {"illustration-index", ROLE_SKIPPED},
    {"table-index", ROLE_SKIPPED},
    {"object-index", ROLE_SKIPPED},
    {"alphabetical-index", ROLE_SKIPPED},
    {"user-index", ROLE_SKIPPED},
    /* What is in one file of XML besides (OpenDocument 1.3, part 3, clause 3.1.2). */
    {"meta", ROLE_SKIPPED},
    {"settings", ROLE_SKIPPED},
    {"scripts", ROLE_SKIPPED},
    {"styles", ROLE_SKIPPED},
    {"automatic-styles", ROLE_SKIPPED},
    {"master-styles", ROLE_SKIPPED},
    {"binary-data", ROLE_SKIPPED},
    {NULL, ROLE_INLINE},
};

/* The parts of the archive that are text, in the order of the document, and its properties. */
static const struct part {
    const char *name;
    const element *elements; /* null: properties */
} parts[] = {
    {"word/document.xml", word_elements},
    {"word/footnotes.xml", word_elements},
    {"word/endnotes.xml", word_elements},
    {"content.xml", open_elements},
    {"docProps/core.xml", NULL}, /* Dublin Core: ECMA-376, part 2, clause 8.3 */
    {"meta.xml", NULL},          /* OpenDocument 1.3, part 3, clause 4.3 */
};
enum { PARTS = sizeof parts / sizeof *parts };

typedef struct office {
    const element *elements;
    prose text, notes;
    size_t skip, words, cell, note;
    size_t contents; /* the depth of the element that is a table of contents, or 0 */
    const xml *x;    /* what is walked through */
    prose_rows rows; /* of the table at hand */
    bool first_cell, item;
    bool unmarked, joined; /* the mark that ends the paragraph is deleted, and that of the one before was */
    char change[32];       /* the name of the change that is described */
    builder deletions;     /* the names of those that delete, "|ct1|ct2|" */
    size_t deleted;        /* how many of them are open in the text */
    builder title, made;   /* of the properties */
    builder xml[PARTS];
    annals_error *error;
} office;

static enum role role_of(const office *o, const char *name) {
    const element *e = o->elements;
    while (e->name && strcmp(e->name, name) != 0) e++;
    return e->role;
}

static prose *place(office *o) {
    return o->note ? &o->notes : &o->text;
}

/* Word marks the whole table (ECMA-376, part 1, 17.5.2.10), or only its lines by their style. */
static bool is_of_contents(const office *o, const char *name) {
    char value[32];
    if (o->elements != word_elements) return false;
    if (!strcmp(name, "docPartGallery"))
        return !strcmp(xml_attribute(o->x, "w:val", value, sizeof value), "Table of Contents");
    return !strcmp(name, "pStyle") && !strncmp(xml_attribute(o->x, "w:val", value, sizeof value), "TOC", 3);
}

/* Leave out what is open by that name, until it ends. */
static void leave_out(office *o, const char *name) {
    for (size_t depth = o->x->depth; depth && !o->contents; depth--)
        if (!strcmp(o->x->open[depth], name)) o->contents = depth;
}

/* A program may keep what was deleted in its place, between marks, until somebody agrees (OpenDocument 1.3, part 3,
 * clause 5.5). */
static void follow_change(office *o, enum role role) {
    char name[sizeof o->change + 2], id[sizeof o->change];
    bool begins = role == ROLE_CHANGE_START;
    if (role == ROLE_CHANGE && !*xml_attribute(o->x, "xml:id", o->change, sizeof o->change))
        xml_attribute(o->x, "text:id", o->change, sizeof o->change);
    if (role == ROLE_DELETION) builder_format(&o->deletions, "|%s|", o->change);
    if (!begins && role != ROLE_CHANGE_END) return;
    snprintf(name, sizeof name, "|%s|", xml_attribute(o->x, "text:change-id", id, sizeof id));
    if (!*id || !o->deletions.data || !strstr(o->deletions.data, name)) return;
    if (begins) o->deleted++;
    else if (o->deleted) o->deleted--;
}

/* Word keeps the deletion of what ends a paragraph with the properties of that mark (ECMA-376, part 1, 17.13.5.15). */
static bool deletes_mark(const office *o, const char *name) {
    const size_t depth = o->x->depth;
    return o->elements == word_elements && !o->skip && depth > 2 && !strcmp(name, "del") &&
           !strcmp(o->x->open[depth - 1], "rPr") && !strcmp(o->x->open[depth - 2], "pPr");
}

/* The paragraphs of a cell or an item stand on its line, and so does what follows a mark that is deleted. */
static void begin_paragraph(office *o, prose *to) {
    if (o->cell) prose_words(to, annals_text_of(" "));
    else if (!o->item && !o->joined) prose_block(to);
    o->item = o->joined = false;
}

static bool begin(void *context, const char *name) {
    office *o = context;
    o->unmarked |= deletes_mark(o, name);
    if (is_of_contents(o, name)) leave_out(o, !strcmp(name, "pStyle") ? "p" : "sdt");
    enum role role = role_of(o, name);
    if (role >= ROLE_CHANGE && role <= ROLE_CHANGE_END) follow_change(o, role);
    o->skip += role == ROLE_SKIPPED;
    o->words += role == ROLE_WORDS || (role == ROLE_BLOCK && o->elements == open_elements);
    o->note += role == ROLE_NOTE;
    if (o->skip || o->contents) return true;
    prose *to = place(o);
    if (role == ROLE_NOTE) prose_block(to);
    if (role == ROLE_BLOCK) begin_paragraph(o, to);
    if (role == ROLE_TABLE) o->rows = (prose_rows){0};
    if (role == ROLE_ROW) prose_row(to, &o->rows);
    if (role == ROLE_BREAK) prose_line(to);
    if (role == ROLE_ROW) o->first_cell = true;
    if (role == ROLE_BLANK) prose_words(to, annals_text_of(" "));
    if (role == ROLE_HYPHEN) prose_words(to, annals_text_of("-"));
    if (role == ROLE_CELL && !o->first_cell) prose_cell(to, &o->rows);
    if (role == ROLE_CELL) o->first_cell = false;
    o->cell += role == ROLE_CELL;
    if (role != ROLE_ITEM) return true;
    prose_line(to);
    prose_mark(to, "- ");
    o->item = o->elements == open_elements;
    return true;
}

static bool end(void *context, const char *name) {
    office *o = context;
    enum role role = role_of(o, name);
    bool seen = !o->skip && !o->contents;
    if (role == ROLE_BLOCK) o->joined = o->unmarked, o->unmarked = false;
    if (seen && role == ROLE_BLOCK && !o->cell && !o->joined) prose_block(place(o));
    if (seen && (role == ROLE_ROW || (role == ROLE_ITEM && o->elements == open_elements))) prose_line(place(o));
    o->skip -= role == ROLE_SKIPPED;
    o->words -= role == ROLE_WORDS || (role == ROLE_BLOCK && o->elements == open_elements);
    o->cell -= seen && role == ROLE_CELL;
    o->note -= role == ROLE_NOTE;
    if (o->contents && o->x->depth == o->contents) o->contents = 0;
    return true;
}

static bool words(void *context, annals_text text) {
    office *o = context;
    if (o->words && !o->skip && !o->contents && !o->deleted) prose_words(place(o), text);
    return !o->text.text.failed && !o->notes.text.failed && !o->deletions.failed;
}

/* ------------------------------------------------------------------ the archive */

/* Some programs number them, "word/document2.xml". */
static bool is_named(const char *name, const char *part) {
    size_t stem = strlen(part) - strlen(".xml");
    return !strncmp(name, part, stem) && !strcmp(name + stem + strspn(name + stem, "0123456789"), ".xml");
}

static bool is_part(const char *name) {
    for (size_t i = 0; i < PARTS; i++)
        if (is_named(name, parts[i].name)) return true;
    return false;
}

static annals_status keep_part(void *context, const char *name, annals_text bytes) {
    office *o = context;
    bool failed = false;
    for (size_t i = 0; i < PARTS; i++) {
        if (is_named(name, parts[i].name) && !o->xml[i].length) builder_text(&o->xml[i], bytes);
        failed |= o->xml[i].failed;
    }
    return failed ? annals_fail(o->error, ANNALS_MEMORY, "out of memory; give a smaller file") : ANNALS_OK;
}

typedef struct properties {
    xml x;
    office *to;
} properties;

static bool pass(void *context, const char *name) {
    (void)context;
    (void)name;
    return true;
}

static bool property(void *context, annals_text text) {
    properties *p = context;
    const char *name = p->x.open[p->x.depth];
    if (!xml_within(&p->x, "meta") && !xml_within(&p->x, "coreProperties")) return true;
    if (!strcmp(name, "title")) builder_line(&p->to->title, text);
    else if (!strcmp(name, "created") || !strcmp(name, "creation-date")) builder_line(&p->to->made, text);
    return !p->to->title.failed && !p->to->made.failed;
}

static annals_status read_properties(office *o, const source_file *part, annals_error *error) {
    properties p = {.to = o};
    p.x = (xml){.begin = pass, .end = pass, .words = property, .context = &p};
    return xml_read(&p.x, part, error);
}

static annals_status read_words(office *o, const source_file *part, annals_error *error) {
    xml x = {.begin = begin, .end = end, .words = words, .context = o};
    o->x = &x;
    o->contents = o->deleted = 0;
    prose_block(&o->text);
    return xml_read(&x, part, error);
}

static annals_status read_part(annals_chronology *chronology, const source_file *file, office *o, size_t index,
                               annals_error *error) {
    annals_error own = {0};
    decoded_text decoded;
    source_file part = *file;
    part.bytes = (annals_text){o->xml[index].data, o->xml[index].length};
    o->elements = parts[index].elements;
    if (part.bytes.length && decode(chronology, &part, &decoded, &own) == ANNALS_OK) {
        part.bytes = decoded.text;
        if (o->elements) read_words(o, &part, &own);
        else read_properties(o, &part, &own);
        free(decoded.owned);
    }
    if (!o->elements && own.status == ANNALS_INPUT) return ANNALS_OK; /* no more than hints */
    if (own.status != ANNALS_OK && error && error->status == ANNALS_OK) *error = own;
    return own.status;
}

static annals_status add_text(annals_chronology *chronology, const source_file *file, office *o, annals_error *error) {
    prose_block(&o->text);
    if (o->notes.text.length) prose_verbatim(&o->text, (annals_text){o->notes.text.data, o->notes.text.length});
    annals_document d = {.title = {o->title.data, o->title.length}};
    hint_day(chronology, (annals_text){o->made.data, o->made.length}, "the day its file was made", &d);
    return prose_add(chronology, file, &d, &o->text, error);
}

static annals_text rest_at(annals_text bytes, size_t at) {
    return at < bytes.length ? (annals_text){bytes.data + at, bytes.length - at} : (annals_text){0};
}

/* One file of XML gives it in its outermost element (OpenDocument 1.3, part 3, clause 19.381). */
static bool is_flat(annals_text bytes, const char *type) {
    enum { HEAD = 8192 };
    size_t length = strlen(type), end = bytes.length < HEAD ? bytes.length : HEAD;
    if (!begins_with(bytes, "<?xml") && !begins_with(bytes, "<office:document")) return false;
    for (size_t at = 0; at + length <= end; at++)
        if (begins_with(rest_at(bytes, at), type)) return true;
    return false;
}

/* What office programs make, by a name in it; and what to do with those that are no text. */
static const struct kind {
    const char *name, *advice; /* null: it is read */
} kinds[] = {
    {"application/vnd.oasis.opendocument.spreadsheet",
     "it is a spreadsheet; save it as CSV with the columns date and label"},
    {"application/vnd.oasis.opendocument.presentation", "it has slides; save it as .odt, PDF or plain text"},
    {"application/vnd.oasis.opendocument.text", NULL},
    {"xl/workbook.", "it is a spreadsheet; save it as CSV with the columns date and label"},
    {"ppt/presentation.xml", "it has slides; save it as .docx, PDF or plain text"},
    {"word/document", NULL},
};

/* OpenDocument gives its type in a first file (part 2, clause 3.3). */
static const struct kind *kind_of(annals_text bytes) {
    bool packed = zip_begins(bytes);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const char *name = kinds[i].name;
        if (packed ? zip_begins_with(bytes, "mimetype", name) || zip_lists(bytes, name) : is_flat(bytes, name))
            return &kinds[i];
    }
    return NULL;
}

/* One file of XML has what is content.xml and meta.xml in the archive. */
static annals_status find_parts(const source_file *file, office *o, annals_error *error) {
    if (zip_begins(file->bytes)) return unpack(file, is_part, keep_part, NULL, o, error);
    annals_status status = keep_part(o, "content.xml", file->bytes);
    return status == ANNALS_OK ? keep_part(o, "meta.xml", file->bytes) : status;
}

static annals_status read_text_of_office(annals_chronology *chronology, const source_file *file, annals_error *error) {
    office *o = calloc(1, sizeof *o);
    if (!o) return annals_fail(error, ANNALS_MEMORY, "out of memory; give a smaller file");
    o->error = error;
    annals_status status = find_parts(file, o, error);
    size_t found = 0;
    for (size_t i = 0; i < PARTS; i++) found += parts[i].elements ? o->xml[i].length : 0;
    if (status == ANNALS_OK && !found)
        status = fail_in_file(file, 0, 0, error, "there is no text in it; save it as .docx, .odt or plain text");
    for (size_t i = 0; i < PARTS && status == ANNALS_OK; i++) status = read_part(chronology, file, o, i, error);
    if (status == ANNALS_OK) status = add_text(chronology, file, o, error);
    if (status == ANNALS_OK && zip_breaks_off(file->bytes))
        status = notice_in_file(chronology, file, 0, 0, error,
                                "the file breaks off, and what stood behind may be missing; get the whole file");
    for (size_t i = 0; i < PARTS; i++) builder_free(&o->xml[i]);
    prose_free(&o->text);
    prose_free(&o->notes);
    builder_free(&o->deletions);
    builder_free(&o->title);
    builder_free(&o->made);
    free(o);
    return status;
}

static annals_status read_office(annals_chronology *chronology, const source_file *file, annals_error *error) {
    const struct kind *kind = kind_of(file->bytes);
    if (kind && kind->advice) return fail_in_file(file, 0, 0, error, "%s", kind->advice);
    return read_text_of_office(chronology, file, error);
}

static bool is_office(const char *name, annals_text bytes) {
    const annals_reader *named = annals_reader_of_name(name);
    return (zip_begins(bytes) && named && named->reading == &office_reading) || kind_of(bytes);
}

const struct annals_reading office_reading = {.fits = is_office, .read = read_office};
