/* xml.h: walking through XML, piece by piece (libxml2).  Nothing is fetched, and entities of a file's own are refused.
 */
#ifndef ANNALS_FORMATS_XML_H
#define ANNALS_FORMATS_XML_H

#include "prose.h"

enum { XML_DEEPEST = 256, XML_NAME = 32 };

/* What is told of each piece; false ends the walk.  Names are without their prefixes. */
typedef struct xml {
    bool (*begin)(void *context, const char *name);
    bool (*end)(void *context, const char *name);
    bool (*words)(void *context, annals_text words);
    void *context;
    const char *root; /* how the name of the outermost element must begin, letter case aside; null: any */
    /* For the functions above. */
    size_t depth;                     /* of the element, the outermost being 1 */
    char open[XML_DEEPEST][XML_NAME]; /* the elements that are open, by depth */
    void *reader;
} xml;

/* The file's bytes are UTF-8 by now (decode.h).  ANNALS_INPUT, with the line, when it is not well-formed. */
annals_status xml_read(xml *x, const source_file *file, annals_error *error);
/* An attribute of the element that begins, with its prefix; empty where there is none.  Returns `buffer`. */
const char *xml_attribute(const xml *x, const char *name, char *buffer, size_t size);
/* The line of it. */
int xml_line(const xml *x);
/* Is an element of that name open? */
bool xml_within(const xml *x, const char *name);

#endif
