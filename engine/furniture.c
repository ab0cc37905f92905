/* furniture.c: what stands around a text: labels that say what comes below, marks of secrecy, the menus of a page. */
#include "furniture.h"

#include "caption.h"
#include "language.h"
#include "text.h"

#include <string.h>

static const struct label_row labels[] = {
    {"citation", BLOCK_CITATION, false},
    {"source", BLOCK_CITATION, false},
    {"sources", BLOCK_CITATION, false},
    {"references", BLOCK_CITATION, true},
    {"bibliography", BLOCK_CITATION, true},
    {"select bibliography", BLOCK_CITATION, true},
    {"further reading", BLOCK_CITATION, true},
    {"works cited", BLOCK_CITATION, true},
    {"literature", BLOCK_CITATION, true},
    {"printed sources", BLOCK_CITATION, true},
    {"unpublished sources", BLOCK_CITATION, true},
    {"primary sources", BLOCK_CITATION, true},
    {"secondary sources", BLOCK_CITATION, true},
    {"notes", BLOCK_FOOTNOTE, true},
    {"footnotes", BLOCK_FOOTNOTE, true},
    {"endnotes", BLOCK_FOOTNOTE, true},
    {"notes and references", BLOCK_FOOTNOTE, true},
    {"anmerkungen", BLOCK_FOOTNOTE, true},
    {"fußnoten", BLOCK_FOOTNOTE, true},
    {"literatur", BLOCK_CITATION, true},
    {"literaturverzeichnis", BLOCK_CITATION, true},
    {"bibliographie", BLOCK_CITATION, true},
    {"bibliografía", BLOCK_CITATION, true},
    {"notas", BLOCK_FOOTNOTE, true},
    {"document information", BLOCK_CITATION, true},
    {"original archive", BLOCK_CITATION, false},
    {"distribution", BLOCK_CITATION, false},
    {"credits", BLOCK_FURNITURE, false},
    {"opening hours", BLOCK_FURNITURE, false},
    {"opening times", BLOCK_FURNITURE, false},
    {"visiting hours", BLOCK_FURNITURE, false},
    {"reading room hours", BLOCK_FURNITURE, false},
    {"read next", BLOCK_FURNITURE, false},
    {"most read", BLOCK_FURNITURE, false},
    {"original language", BLOCK_FURNITURE, false},
    {"language", BLOCK_FURNITURE, false},
    {"rights", BLOCK_FURNITURE, false},
    {"license", BLOCK_FURNITURE, false},
    {"original uploaded date", BLOCK_FURNITURE, false},
    {"record id", BLOCK_FURNITURE, false},
    {"last updated", BLOCK_FURNITURE, false},
    {"summary", BLOCK_PARAGRAPH, false},
    {"contents", BLOCK_PARAGRAPH, false},
};

/* Lines that pages of the web carry around a text. */
static const char *const furniture[] = {
    "secret",        "top secret",     "confidential",    "restricted",
    "unclassified",  "declassified",   "urgent",          "immediate",
    "priority",      "copy",           "skip to content", "skip to main content",
    "download",      "print",          "share",           "search",
    "menu",          "home",           "back to top",     "next",
    "previous",      "view original",  "terms of use",    "privacy policy",
    "cookie policy", "contact us",     "subscribe",       "log in",
    "sign in",       "cite this page", "share this page",
};

const struct label_row *find_label(annals_text word) {
    char first = word.length ? (char)(word.data[0] | 32) : 0; /* in small letters */
    if (word.length >= LABEL_ROOM) return NULL;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (*labels[i].label == first && text_same_word(word, labels[i].label)) return &labels[i];
    return NULL;
}

bool is_rule(annals_text text) {
    size_t marks = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == ' ') continue;
        if (text.data[i] != text.data[0] || !byte_in(text.data[i], "-_=*~#")) return false;
        marks++;
    }
    return marks > 2;
}

static size_t count_of(annals_text text, const char *sign) {
    size_t count = 0;
    for (size_t at = 0; (at = text_find(text, sign, at)) != SIZE_MAX; at++) count++;
    return count;
}

/* "Home > Documents > 1962", "Home » Search » 1962" */
static bool is_trail(annals_text text) {
    size_t count = memchr(text.data, '>', text.length) ? count_of(text, " > ") : 0;
    if (memchr(text.data, 0xBB, text.length)) count += count_of(text, " » ");
    return count > 1;
}

size_t behind_marks(annals_text line) {
    enum { FEWEST = 4 /* letters of a word that is spaced out */ };
    size_t start, end, letters = 0, behind = 0;
    for (size_t at = 0; text_word(line, at, &start, &end) && end - start == 1; at = end) behind = end, letters++;
    if (letters >= FEWEST) return behind;
    behind = 0;
    for (size_t at = 0, words = 0; words < 2 && text_word(line, at, &start, &end); at = end, words++)
        if (IN(text_slice(line, 0, end), furniture)) behind = end;
    return has_lower(line) ? 0 : behind;
}

/* "Skip to content", a trail of pages */
bool is_furniture(annals_text text) {
    enum { LONGEST = 20 /* bytes of those */ };
    if ((text.length <= LONGEST && IN(text, furniture)) || text_starts(text, "skip to ")) return true;
    return text.length < 200 && is_trail(text);
}
