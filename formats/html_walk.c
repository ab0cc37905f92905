/* html_walk.c: blocks, lines, tables, lists and what <time> states. */
#include "html_walk.h"

#include "html_around.h"
#include "html_quoted.h"

#include <string.h>

static bool first_cell(const html_walk *w, const GumboNode *cell) {
    if (w->row == cell->parent) return true;
    const GumboVector *cells = &cell->parent->v.element.children;
    for (size_t i = 0; i < cell->index_within_parent && i < cells->length; i++)
        if (html_is_element(cells->data[i])) return false;
    return true;
}

/* What is told of a term goes on its line, as an entry does on that of its day; what begins with blocks is below it. */
static void begin_told(const html_walk *w, const GumboNode *told) {
    const GumboNode *before = told->parent, *first = told;
    for (size_t i = told->index_within_parent; i-- && before == told->parent;) {
        const GumboNode *node = told->parent->v.element.children.data[i];
        if (html_is_element(node)) before = node;
    }
    while (html_is_element(first) && first->v.element.children.length && !(first != told && html_ends_line(first))) {
        const GumboVector *children = &first->v.element.children;
        const GumboNode *child = children->data[0];
        bool blank = child->type == GUMBO_NODE_WHITESPACE && children->length > 1;
        first = blank ? children->data[1] : child;
    }
    if (!html_is_tag(before, GUMBO_TAG_DT)) prose_line(w->to);
    else if (html_ends_line(first)) prose_block(w->to);
    else {
        const builder *text = &w->to->text;
        bool parted = !text->length || strchr(":.;,!?", text->data[text->length - 1]);
        w->to->blank = false;
        prose_words(w->to, annals_text_of(parted ? " " : ": "));
    }
}

static void begin_item(const html_walk *w, const GumboNode *item) {
    prose_line(w->to);
    if (html_is_tag(item->parent, GUMBO_TAG_UL)) prose_mark(w->to, "- ");
}

annals_text html_day_of_time(const GumboNode *time) {
    const char *at = html_attribute(time, "datetime");
    size_t digits = strspn(at, "0123456789"), length = strcspn(at, "T ");
    bool day = digits == 4 && strspn(at, "0123456789-") == length && (length == 4 || length == 7 || length == 10);
    return (annals_text){at, day ? length : 0};
}

/* All of <time datetime="1962-10-27T02:00:00Z">; absent where it says less, or seconds in parts. */
static annals_text moment_of_time(const GumboNode *time) {
    enum { DAY = 10, MINUTES = 6, SECONDS = 3, ZONE = 6 /* bytes: "T02:00", ":00", "+01:00" */ };
    const char *at = html_attribute(time, "datetime");
    size_t length = strlen(at), clock = html_day_of_time(time).length == DAY ? strspn(at + DAY, "T0123456789:") : 0;
    const char *zone = at + DAY + clock;
    bool whole = (clock == MINUTES || clock == MINUTES + SECONDS) && at[DAY] == 'T';
    bool zoned = whole && (!strcmp(zone, "Z") || (strchr("+-", *zone) && strlen(zone) == ZONE));
    return (annals_text){at, whole && (!*zone || zoned) ? length : 0};
}

/* Is a time of day all that the words say, "09:15"? */
static bool is_clock(annals_text words) {
    size_t figures = 0;
    for (size_t i = 0; i < words.length; i++) figures += words.data[i] >= '0' && words.data[i] <= '9';
    return words.length && memchr(words.data, ':', words.length) && figures <= strlen("0915");
}

/* Words that say more than the time of day say more than the day. */
static void end_time(html_walk *w, const GumboNode *node) {
    const builder *text = &w->to->text;
    while (w->time < text->length && strchr(" \n", text->data[w->time])) w->time++;
    if (w->time >= text->length) {
        w->time = SIZE_MAX;
        return;
    }
    annals_text words = {text->data + w->time, text->length - w->time};
    bool clock = memchr(words.data, ':', words.length);
    bool first = !w->time || text->data[w->time - 1] == '\n';
    annals_text said = !clock ? html_day_of_time(node) : is_clock(words) ? moment_of_time(node) : (annals_text){0};
    if (said.length) prose_state(w->to, w->time, said);
    if (said.length && clock && first) w->entry = text->length;
    w->time = SIZE_MAX; /* one in another has said it */
}

/* A row of <th>s says what the others have. */
static void begin_row(html_walk *w, const GumboNode *row) {
    const GumboVector *cells = &row->v.element.children;
    bool named = !w->rows.count;
    for (size_t i = 0; named && i < cells->length; i++)
        named = !html_is_element(cells->data[i]) || html_is_tag(cells->data[i], GUMBO_TAG_TH);
    w->rows.named |= named;
    prose_row(w->to, &w->rows);
}

/* "<td>22 May<br>1931<td>It rained": a narrow cell beside others breaks the line that its words are. */
static bool breaks_cell(const GumboNode *line_break) {
    enum { HIGHEST = 4, FEWEST = 2, LARGEST = 16, LONGEST = 40 /* bytes */ };
    const GumboNode *cell = line_break->parent;
    for (size_t i = 0; i < HIGHEST && cell && html_is_element(cell) && html_roles[cell->v.element.tag] == HTML_INLINE;
         i++)
        cell = cell->parent;
    bool beside = (html_is_tag(cell, GUMBO_TAG_TD) || html_is_tag(cell, GUMBO_TAG_TH)) && cell->parent &&
                  html_is_element(cell->parent) && cell->parent->v.element.children.length >= FEWEST;
    size_t left = LARGEST;
    return beside && html_text_in(cell, &left) <= LONGEST && left;
}

static void begin(html_walk *w, const GumboNode *node) {
    if (html_is_tag(node, GUMBO_TAG_TABLE)) w->rows = (prose_rows){0};
    if (html_is_tag(node, GUMBO_TAG_TIME)) w->time = prose_place(w->to);
    switch (html_roles[node->v.element.tag]) {
    case HTML_BLOCK:
        prose_block(w->to);
        break;
    case HTML_TERM:
        prose_block(w->to);
        break;
    case HTML_TOLD:
        begin_told(w, node);
        break;
    case HTML_ITEM:
        begin_item(w, node);
        break;
    case HTML_CELL:
        if (!first_cell(w, node)) prose_cell(w->to, &w->rows);
        w->row = NULL;
        break;
    case HTML_ROW:
        begin_row(w, node);
        break;
    case HTML_BREAK:
        if (breaks_cell(node)) prose_words(w->to, annals_text_of(" "));
        else prose_line(w->to);
        break;
    case HTML_VERBATIM:
        prose_block(w->to);
        w->verbatim++;
        break;
    default:
        break;
    }
}

static void end(void *context, const GumboNode *node) {
    html_walk *w = context;
    html_role role = html_roles[node->v.element.tag];
    if (w->states && html_is_tag(node, GUMBO_TAG_TIME)) end_time(w, node);
    if (role == HTML_BLOCK || role == HTML_VERBATIM) prose_block(w->to);
    if (role == HTML_ITEM || role == HTML_ROW || role == HTML_TOLD) prose_line(w->to);
    w->verbatim -= role == HTML_VERBATIM;
}

/* Has the page several times of day, as the entries of a day have? */
static bool has_entries(const GumboNode *root) {
    enum { FEWEST = 2 };
    size_t count = 0;
    for (const GumboNode *node = root; node && count < FEWEST; node = html_next(node, root, true))
        count += html_is_tag(node, GUMBO_TAG_TIME) && moment_of_time(node).length && is_clock(html_first_words(node));
    return count == FEWEST;
}

/* What an entry tells goes on the line of its time. */
static void put_text(html_walk *w, const GumboNode *node) {
    annals_text text = annals_text_of(node->v.text.text);
    if (w->entries && w->to->text.length == w->entry && html_has_words(node) &&
        !html_is_tag(node->parent, GUMBO_TAG_TIME)) {
        w->to->breaks = 0;
        w->to->blank = true;
    }
    if (w->verbatim) prose_verbatim(w->to, text);
    else prose_words(w->to, text);
}

/* The parts come in the order of the page. */
static bool is_told_elsewhere(html_walk *w, const GumboNode *node) {
    if (!w->part_count || *w->parts != node) return false;
    w->parts++;
    w->part_count--;
    return true;
}

static bool is_left_out(html_walk *w, const GumboNode *node) {
    return (html_is_element(node) && html_is_around(node, w->all, &w->looked)) ||
           (w->mail && html_is_quoted(node, w->answer));
}

void html_put_tree(html_walk *w, const GumboNode *root) {
    w->entries = w->states && has_entries(root);
    w->entry = SIZE_MAX;
    for (const GumboNode *node = root; node && !(w->mail && html_begins_other_mail(node));) {
        bool enter = node == root || !(is_told_elsewhere(w, node) || is_left_out(w, node));
        if (!enter && html_is_tag(node, GUMBO_TAG_TD) && first_cell(w, node)) w->row = node->parent;
        if (enter && html_is_element(node)) begin(w, node);
        else if (enter && node->type != GUMBO_NODE_COMMENT) put_text(w, node);
        node = html_step(node, root, enter, end, w);
    }
}
