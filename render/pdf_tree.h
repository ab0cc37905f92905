/* pdf_tree.h: what a PDF has besides its pages' pictures: the logical structure that readers follow, links and the
 * places that they lead to, and the outline (ISO 32000-1, 12.3, 12.5 and 14.7).  Names are not copied: they last as
 * long as the tree. */
#ifndef RENDER_PDF_TREE_H
#define RENDER_PDF_TREE_H

#include "canvas.h"
#include "pdf_file.h"

#include <stdint.h>

typedef struct pdf_rectangle {
    double left, bottom, right, top; /* points from the lower left corner of the page */
} pdf_rectangle;

typedef struct pdf_tree pdf_tree;

/* Null when memory runs out.  `alternative` describes the figures, in clean UTF-8. */
pdf_tree *pdf_tree_new(annals_text alternative);
void pdf_tree_free(pdf_tree *tree);
bool pdf_tree_failed(const pdf_tree *tree);

/* Begin a page, which has this number in the file. */
void pdf_tree_page(pdf_tree *tree, size_t number);
/* Begin an element of the structure inside the one that is open. */
void pdf_tree_begin(pdf_tree *tree, const char *tag);
void pdf_tree_end(pdf_tree *tree);
/* The open element's tag; null outside of all. */
const char *pdf_tree_tag(const pdf_tree *tree);
/* A piece of the page's content belongs to the open element.  Returns the piece's number. */
size_t pdf_tree_piece(pdf_tree *tree);
/* The open element leads to the anchor of this name from this place. */
void pdf_tree_link(pdf_tree *tree, const char *anchor, pdf_rectangle place);
void pdf_tree_anchor(pdf_tree *tree, const char *name, double x, double y);
/* Add an item to the outline; `parent` is what an earlier call returned, or 0. */
int pdf_tree_outline(pdf_tree *tree, int parent, const char *name, const char *anchor, bool open);

/* Write what the page that ends has besides its contents: "/StructParents 0/Annots[...]". */
void pdf_tree_end_page(pdf_tree *tree, pdf_file *file, buffer *page);
/* Write all else; what the catalog needs of it is added to `catalog`. */
void pdf_tree_write(pdf_tree *tree, pdf_file *file, buffer *catalog);

#endif
