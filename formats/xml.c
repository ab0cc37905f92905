#include "xml.h"

#include <libxml/xmlreader.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* What libxml2 has to complain of, the first time. */
typedef struct complaint {
    int line, column, code;
    char message[160];
} complaint;

static void keep_complaint(void *context, xmlErrorPtr error) {
    complaint *c = context;
    if (error->level < XML_ERR_ERROR || c->code) return;
    c->code = error->code;
    c->line = error->line > 0 ? error->line : 0;
    c->column = c->line && error->int2 > 0 ? error->int2 : 0;
    snprintf(c->message, sizeof c->message, "%s", error->message ? error->message : "");
    c->message[strcspn(c->message, "\n")] = 0;
}

const char *xml_attribute(const xml *x, const char *name, char *buffer, size_t size) {
    xmlChar *value = xmlTextReaderGetAttribute(x->reader, (const xmlChar *)name);
    snprintf(buffer, size, "%s", value ? (const char *)value : "");
    xmlFree(value);
    return buffer;
}

/* Of the element at hand: the parser itself is ahead of it.  Elements know no higher line. */
int xml_line(const xml *x) {
    enum { HIGHEST = 65535 };
    long line = xmlGetLineNo(xmlTextReaderCurrentNode(x->reader));
    return line > 0 && line < HIGHEST ? (int)line : xmlTextReaderGetParserLineNumber(x->reader);
}

bool xml_within(const xml *x, const char *name) {
    for (size_t i = 1; i <= x->depth; i++)
        if (!strcmp(x->open[i], name)) return true;
    return false;
}

/* A file that declares entities of its own can make a few bytes mean gigabytes, or other files. */
static bool declares_entities(xmlTextReaderPtr reader) {
    xmlDocPtr document = xmlTextReaderCurrentDoc(reader);
    for (xmlNodePtr n = document && document->intSubset ? document->intSubset->children : NULL; n; n = n->next)
        if (n->type == XML_ENTITY_DECL) return true;
    return false;
}

static annals_status refuse_entities(const source_file *file, annals_error *error) {
    static const char sign[] = "<!ENTITY";
    const size_t length = sizeof sign - 1;
    size_t line = 1, at = 0;
    for (; at + length < file->bytes.length && memcmp(file->bytes.data + at, sign, length) != 0; at++)
        line += file->bytes.data[at] == '\n';
    return fail_in_file(file, at + length < file->bytes.length ? line : 0, 0, error,
                        "it declares entities of its own, which are not read; write what they stand for");
}

static annals_status no_memory(annals_error *error) {
    return annals_fail(error, ANNALS_MEMORY, "out of memory; give a smaller file");
}

static annals_status begin_element(xml *x, const source_file *file, annals_error *error) {
    const char *name = (const char *)xmlTextReaderConstLocalName(x->reader);
    int line = xmlTextReaderGetParserLineNumber(x->reader);
    bool empty = xmlTextReaderIsEmptyElement(x->reader) == 1;
    if (x->depth + 1 >= XML_DEEPEST)
        return fail_in_file(file, (size_t)line, 0, error,
                            "its elements lie more than %d deep in one another; give plain text", XML_DEEPEST);
    if (!x->depth && x->root && strncasecmp(name, x->root, strlen(x->root)) != 0)
        return fail_in_file(file, (size_t)line, 0, error,
                            "XML of another kind: it begins with <%.40s>, not <%s>; give plain text", name, x->root);
    snprintf(x->open[++x->depth], XML_NAME, "%s", name);
    bool goes_on = x->begin(x->context, name);
    if (goes_on && empty) goes_on = x->end(x->context, x->open[x->depth]);
    x->depth -= empty;
    return goes_on ? ANNALS_OK : ANNALS_MEMORY;
}

static annals_status take_node(xml *x, const source_file *file, annals_error *error) {
    bool goes_on = true;
    switch (xmlTextReaderNodeType(x->reader)) {
    case XML_READER_TYPE_ELEMENT:
        return begin_element(x, file, error);
    case XML_READER_TYPE_END_ELEMENT:
        goes_on = x->end(x->context, x->open[x->depth]);
        x->depth--;
        break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        goes_on = x->words(x->context, annals_text_of((const char *)xmlTextReaderConstValue(x->reader)));
        break;
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
        if (declares_entities(x->reader)) return refuse_entities(file, error);
        break;
    default:
        break;
    }
    return goes_on ? ANNALS_OK : ANNALS_MEMORY;
}

/* libxml2's bounds of depth and length, of which it speaks to programmers: "use XML_PARSE_HUGE option". */
static bool is_bound(const complaint *c) {
    return strstr(c->message, "HUGE") || strstr(c->message, "Huge") || strstr(c->message, "huge");
}

annals_status xml_read(xml *x, const source_file *file, annals_error *error) {
    if (file->bytes.length > INT_MAX) return fail_in_file(file, 0, 0, error, "more than 2 GB; give its parts");
    /* Neither entities are put in (NOENT) nor other files asked for (DTDLOAD), and the encoding that it declares is
     * that which it had. */
    xmlTextReaderPtr reader =
        xmlReaderForMemory(file->bytes.data, (int)file->bytes.length, NULL, "UTF-8",
                           XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC);
    if (!reader) return no_memory(error);
    complaint first = {0};
    xmlTextReaderSetStructuredErrorHandler(reader, keep_complaint, &first);
    x->reader = reader;
    x->depth = 0;
    annals_status status = ANNALS_OK;
    int read = 0;
    while (status == ANNALS_OK && (read = xmlTextReaderRead(reader)) == 1) status = take_node(x, file, error);
    bool declares = status == ANNALS_OK && read < 0 && declares_entities(reader);
    /* Whoever has asked the reader for its document must free it. */
    xmlDocPtr document = xmlTextReaderCurrentDoc(reader);
    xmlFreeTextReader(reader);
    xmlFreeDoc(document);
    if (status == ANNALS_MEMORY) return error && error->status != ANNALS_OK ? error->status : no_memory(error);
    if (status != ANNALS_OK || (read == 0 && !first.code)) return status;
    if (declares) return refuse_entities(file, error);
    if (is_bound(&first))
        return fail_in_file(file, (size_t)first.line, (size_t)first.column, error,
                            "its elements lie more than %d deep in one another, or one text in it has more than 10 MB, "
                            "as no text needs; give plain text",
                            XML_DEEPEST);
    if (first.code == XML_ERR_NO_MEMORY) return no_memory(error);
    if (!file->bytes.length) return fail_in_file(file, 0, 0, error, "it is empty; check that it is the right file");
    if (first.code == XML_ERR_DOCUMENT_EMPTY)
        return fail_in_file(file, 1, 1, error, "this is no XML, which begins with '<'; give it as what it is");
    if (first.code == XML_ERR_DOCUMENT_END && x->depth)
        return fail_in_file(file, (size_t)first.line, (size_t)first.column, error,
                            "it breaks off within <%s>; get the whole file", x->open[x->depth]);
    return fail_in_file(file, (size_t)first.line, (size_t)first.column, error,
                        "this is not well-formed XML: %.140s; correct it", first.message);
}
