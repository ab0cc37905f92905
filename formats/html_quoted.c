/* html_quoted.c: quotations, and the lines that introduce them, as programs for mail write them. */
#include "html_quoted.h"

#include "mail_heads.h"
#include "reader.h"

#include <string.h>
#include <strings.h>

/* What programs for mail put around what others wrote, around the line that introduces it, and around signatures. */
static const char *const quotations[] = {"gmail_attr",   "gmail_signature",  "moz-cite-prefix", "moz-signature",
                                         "yahoo_quoted", "protonmail_quote", "tutanota_quote"};
/* And before a mail that follows whole. */
static const char *const heads_of_mails[] = {"divRplyFwdMsg", "OutlookMessageHeader"};

static const GumboNode *last_leaf(const GumboNode *node) {
    while (html_is_element(node) && node->v.element.children.length)
        node = node->v.element.children.data[node->v.element.children.length - 1];
    return node;
}

/* The words of a node that come last, without blanks behind them: a break or two may stand there. */
static annals_text last_words(const GumboNode *node) {
    enum { MOST = 4 };
    const GumboNode *leaf = last_leaf(node);
    for (size_t i = 0; i < MOST && leaf != node && !html_has_words(leaf); i++) {
        size_t index = leaf->index_within_parent;
        leaf = index ? last_leaf(leaf->parent->v.element.children.data[index - 1]) : leaf->parent;
    }
    if (!html_has_words(leaf)) return (annals_text){0};
    annals_text words = annals_text_of(leaf->v.text.text);
    while (words.length && strchr(html_blanks, words.data[words.length - 1])) words.length--;
    return words;
}

/* "On 5 May 1998 Ann Orme wrote:" right before it, as programs write that mark a quotation by nothing else. */
static bool follows_writer(const GumboNode *node) {
    static const char *const ends[] = {"wrote:",    "schrieb:", "écrit:",    "écrit :",     "écrit\u00A0:",
                                       "escribió:", "написал:", "написала:", "написал(а):", "пишет:"};
    enum { NEAR = 4 };
    const size_t index = node->index_within_parent;
    annals_text said = {0};
    for (size_t i = index; i && index - i < NEAR && !said.length; i--)
        said = last_words(node->parent->v.element.children.data[i - 1]);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t length = strlen(ends[i]);
        if (said.length >= length && !memcmp(said.data + said.length - length, ends[i], length)) return true;
    }
    return false;
}

/* Gmail has the answers, too, in a <div> of that name, and what it only sets in has no border.  Of an answer, what
 * stands in a <blockquote> is of the mail that is answered. */
static bool is_quotation(const GumboNode *node, bool answer) {
    if (mail_is_passed_on(html_first_words(node))) return false;
    static const char *const gmail[] = {"gmail_quote"};
    bool block = html_is_tag(node, GUMBO_TAG_BLOCKQUOTE);
    const char *border = strstr(html_attribute(node, "style"), "border:");
    bool set_in =
        border && !strncmp(border + strlen("border:") + strspn(border + strlen("border:"), html_blanks), "none", 4);
    bool cited =
        block && (!strcasecmp(html_attribute(node, "type"), "cite") ||
                  HTML_HAS_WORD(html_attribute(node, "class"), gmail) || (answer && !set_in) || follows_writer(node));
    return cited || HTML_HAS_WORD(html_attribute(node, "class"), quotations) ||
           HTML_HAS_WORD(html_attribute(node, "id"), quotations);
}

static const GumboNode *sibling(const GumboNode *node, int step) {
    const GumboVector *all = &node->parent->v.element.children;
    for (size_t i = node->index_within_parent + (size_t)step; i < all->length; i += (size_t)step) {
        const GumboNode *other = all->data[i];
        if (other->type != GUMBO_NODE_WHITESPACE) return other;
    }
    return NULL;
}

/* Does nothing stand beside it in its line, before it (-1) or behind (1)? */
static bool is_edge(const GumboNode *node, int step) {
    const GumboNode *beside = NULL;
    while (node->parent && html_is_element(node->parent) && !(beside = sibling(node, step)) &&
           !html_ends_line(node->parent))
        node = node->parent;
    return !beside || html_ends_line(beside);
}

/* "-- ", alone in its line: a signature follows (RFC 3676, 4.3). */
static bool is_signature_mark(const GumboNode *node) {
    static const char mark[] = "--", hard_blank[] = "\u00A0";
    if (node->type != GUMBO_NODE_TEXT) return false;
    const char *text = node->v.text.text + strspn(node->v.text.text, html_blanks);
    if (strncmp(text, mark, strlen(mark)) != 0) return false;
    for (text += strlen(mark); *text; text += *text == *hard_blank ? strlen(hard_blank) : 1)
        if (!strchr(html_blanks, *text) && strncmp(text, hard_blank, strlen(hard_blank)) != 0) return false;
    return is_edge(node, -1) && is_edge(node, 1);
}

bool html_begins_other_mail(const GumboNode *node) {
    if (html_is_element(node))
        return HTML_HAS_WORD(html_attribute(node, "id"), heads_of_mails) ||
               HTML_HAS_WORD(html_attribute(node, "class"), heads_of_mails);
    annals_text text = node->type == GUMBO_NODE_COMMENT ? (annals_text){0} : annals_text_of(node->v.text.text);
    return is_signature_mark(node) || begins_with(text, "-----Original Message-----");
}

/* The last letter in a node, or NUL. */
static char last_letter(const GumboNode *node) {
    annals_text words = last_words(node);
    return words.length ? words.data[words.length - 1] : 0;
}

/* The quotation among what follows a node soon, or null. */
static const GumboNode *next_quotation(const GumboNode *node, bool answer) {
    enum { MOST = 8 };
    const GumboVector *siblings = &node->parent->v.element.children;
    size_t first = node->index_within_parent + 1;
    for (size_t i = first; i < siblings->length && i < first + MOST; i++) {
        const GumboNode *next = siblings->data[i];
        if (html_is_element(next) && is_quotation(next, answer)) return next;
    }
    return NULL;
}

/* "On 5 May 1998 Ann Orme wrote:" on the last line before a quotation, in one node or in several. */
static bool introduces_quotation(const GumboNode *node, bool answer) {
    const GumboNode *quotation = next_quotation(node, answer);
    char last = quotation ? last_letter(node) : 0;
    bool line_ends = html_ends_line(node);
    for (size_t i = node->index_within_parent + 1; last && i < quotation->index_within_parent; i++) {
        const GumboNode *next = node->parent->v.element.children.data[i];
        char letter = last_letter(next);
        if (letter && (line_ends || html_ends_line(next))) return false;
        line_ends |= html_ends_line(next);
        if (letter) last = letter;
    }
    return last == ':';
}

bool html_is_quoted(const GumboNode *node, bool answer) {
    return (html_is_element(node) && is_quotation(node, answer)) || introduces_quotation(node, answer);
}
