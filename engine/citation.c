/* citation.c: dates of literature, archives and editors, which are no part of what happened. */
#include "events.h"
#include "language.h"
#include "text.h"

#include <string.h>

/* What stands in notes about publication and archives. */
static const char *const archival[] = {"archive",     "archives",     "library", "ibid",  "fond",
                                       "opis",        "nara",         "frus",    "press", "translated",
                                       "translation", "declassified", "pp",      "eds",   "vol"};
/* A sentence that begins so is a note on where a text comes from. */
static const char *const note_words[] = {"source",     "sources",  "retrieved", "accessed", "declassified", "reprinted",
                                         "translated", "released", "cited",     "ibid",     "copyright",    "drafted",
                                         "typed",      "updated",  "modified",  "uploaded"};

bool passage_has(const passage *p, size_t from, size_t to, const char *const *list, size_t count) {
    size_t s, e;
    for (size_t at = from; text_word(p->text, at, &s, &e) && e <= to; at = e)
        if (text_in_list(text_slice(p->text, s, e), list, count)) return true;
    return false;
}

/* ", 33-40" or ", p. 88": the pages of what was named before. */
static bool cites_page(const passage *p, size_t at) {
    size_t s, e;
    if (at >= p->end || p->text.data[at] != ',' || !text_word(p->text, at, &s, &e) || e > p->end) return false;
    if (is_digit((unsigned char)p->text.data[s])) return true;
    bool page = in_context(p->grammar, text_slice(p->text, s, e), CONTEXT_PAGE);
    return page && text_word(p->text, e, &s, &e) && e <= p->end && is_digit((unsigned char)p->text.data[s]);
}

/* "(New York: Pantheon, 1993)" or "(Archives, box 3, 1962)": the brackets around the date and what is in them. */
static bool in_publication(const passage *p) {
    size_t open = p->from, close = text_find_any(p->text, p->to, p->end, "()");
    if (close == p->end || p->text.data[close] != ')') return false;
    while (open > p->start && !byte_in(p->text.data[open - 1], "()")) open--;
    if (open == p->start || p->text.data[open - 1] != '(') return false;
    annals_text inside = text_slice(p->text, open, close);
    if (text_starts(inside, "see ")) return true;
    const char *colon = memchr(inside.data, ':', inside.length);
    bool place = colon && colon < p->text.data + p->from && is_upper((unsigned char)inside.data[0]) && p->to == close;
    bool year_of_volume = p->to == close && cites_page(p, close + 1);
    return place || year_of_volume || passage_has(p, open, close, archival, sizeof archival / sizeof *archival);
}

static bool note_on_text(const passage *p) {
    enum { SHORT = 60 };
    size_t s, e;
    if (p->end - p->start < SHORT) return PASSAGE_HAS(p, note_words);
    return text_word(p->text, p->start, &s, &e) && IN(text_slice(p->text, s, e), note_words);
}

/* "See Weller, The Mill, 1981" and "ibid., 12 May". */
static bool points_elsewhere(const passage *p) {
    size_t s, e;
    return text_word(p->text, p->start, &s, &e) && e <= p->from &&
           in_context(p->grammar, text_slice(p->text, s, e), CONTEXT_CITES);
}

bool names_archive(const passage *p) {
    return PASSAGE_HAS(p, archival);
}

bool is_citation(const passage *p) {
    return in_publication(p) || note_on_text(p) || points_elsewhere(p);
}
