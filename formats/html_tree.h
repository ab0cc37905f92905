/* html_tree.h: the elements of a page, by a parser of HTML 5 (gumbo). */
#ifndef ANNALS_FORMATS_HTML_TREE_H
#define ANNALS_FORMATS_HTML_TREE_H

#include "annals.h"

#include <gumbo.h>

/* Zero is empty; free it with html_free. */
typedef struct html_tree {
    const GumboOutput *page;
    struct html_chunk *chunks;
} html_tree;

/* False when memory runs out.  The text must last as long as the tree. */
bool html_parse(html_tree *tree, annals_text page);
void html_free(html_tree *tree);

/* What an element is to the text. */
typedef enum html_role {
    HTML_INLINE,
    HTML_BLOCK,
    HTML_ITEM,
    HTML_ROW,
    HTML_CELL,
    HTML_BREAK,
    HTML_VERBATIM,
    HTML_TERM,
    HTML_TOLD,
    HTML_SKIPPED
} html_role;
extern const unsigned char html_roles[GUMBO_TAG_LAST + 1];

/* Empty where there is none. */
const char *html_attribute(const GumboNode *node, const char *name);
bool html_is_element(const GumboNode *node);
/* A null node is none. */
bool html_is_tag(const GumboNode *node, GumboTag tag);
/* Does it end the line before it? */
bool html_ends_line(const GumboNode *node);
bool html_is_within(const GumboNode *node, const GumboNode *root);

extern const char html_blanks[];
/* Is one of the words, parted by blanks, in the list, or does one begin so, up to one of `ends`? */
bool html_has_word(const char *words, const char *ends, const char *const *list, size_t count);
#define HTML_HAS_WORD(words, list) html_has_word(words, html_blanks, list, sizeof(list) / sizeof *(list))

/* The node behind this one, and, unless it is to be entered, behind all in it; null: `root` ends.  What ends on the way
 * is told to `leave`, which may be null. */
typedef void html_leave(void *context, const GumboNode *node);
const GumboNode *html_step(const GumboNode *node, const GumboNode *root, bool enter, html_leave *leave, void *context);
const GumboNode *html_next(const GumboNode *node, const GumboNode *root, bool enter);

/* Is it text, and more than blanks? */
bool html_has_words(const GumboNode *leaf);
/* Bytes of text in a node; `*left` counts down the nodes that may be looked at. */
size_t html_text_in(const GumboNode *root, size_t *left);
/* The first words in a node, without blanks before them; empty where none stand near its beginning. */
annals_text html_first_words(const GumboNode *root);

#endif
