/* wording.c: the words that a language has for times and for what stands beside them, by @say in its lexicon. */
#include "annals.h"
#include "language.h"

#include <string.h>

annals_text nth_word(const char *words, int n) {
    const char *end = strchr(words, '|');
    for (; n > 0 && end; n--, end = strchr(words, '|')) words = end + 1;
    if (n > 0) return (annals_text){"", 0};
    return (annals_text){words, end ? (size_t)(end - words) : strlen(words)};
}

const char *wording_of(const grammar *g, saying which) {
    const char *words = g->sayings[which];
    if (!words) words = language_by_default()->sayings[which];
    return words ? words : "";
}

const grammar *language_said(const char *code) {
    const grammar *g = code ? language_of_code(annals_text_of(code)) : NULL;
    return g ? g : language_by_default();
}

annals_text annals_month_name(const char *language, int month, bool brief) {
    const grammar *g = language_said(language);
    saying which = *wording_of(g, SAY_MONTHS_ALONE) ? SAY_MONTHS_ALONE : SAY_MONTHS;
    return nth_word(wording_of(g, brief ? SAY_MONTHS_BRIEF : which), month - 1);
}

annals_text annals_weekday_name(const char *language, int weekday) {
    return nth_word(wording_of(language_said(language), SAY_WEEKDAYS), weekday - 1);
}

/* Null for a name that there is not. */
static const char *words_named(const char *language, const char *name) {
    static const char *const names[] = {
#define X(name, spelling) spelling,
        SAYINGS(X)
#undef X
    };
    for (int i = 0; i < SAYING_COUNT; i++)
        if (!strcmp(names[i], name)) return wording_of(language_said(language), (saying)i);
    return NULL;
}

annals_text annals_said(const char *language, const char *name, int n) {
    const char *words = words_named(language, name);
    return words ? nth_word(words, n) : (annals_text){"", 0};
}

/* Of two forms the first is for 1; of three it is for 1, 21, 31 ..., and the second for 2 to 4, 22 to 24 ... */
annals_text annals_said_of(const char *language, const char *name, size_t count) {
    const char *words = words_named(language, name), *second = words ? strchr(words, '|') : NULL;
    if (!second) return annals_said(language, name, 0);
    if (!strchr(second + 1, '|')) return nth_word(words, count != 1);
    size_t last = count % 10, tens = count % 100 / 10;
    bool teens = tens == 1;
    return nth_word(words, last == 1 && !teens ? 0 : last >= 2 && last <= 4 && !teens ? 1 : 2);
}
