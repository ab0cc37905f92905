#include "tense.h"

#include "text.h"

static bool is_past(annals_text word) {
    static const char *const verbs[] = {"was",     "were",  "had",  "has",   "have", "did",   "said",   "came",
                                        "went",    "left",  "met",  "wrote", "told", "began", "took",   "gave",
                                        "saw",     "fell",  "rose", "sent",  "made", "held",  "became", "broke",
                                        "brought", "spoke", "fled", "died",  "lost", "won",   "put",    "read"};
    return IN(word, verbs) || (word.length > 4 && word.data[0] >= 'a' && text_ends(word, "ed"));
}

verb_tense tense_around(const analysis *x, size_t raw) {
    enum { REACH = 300 };
    static const char *const modals[] = {"could", "would", "might", "should", "must"}; /* past in form only */
    static const char *const presents[] = {"is", "are", "be", "being", "am"};
    static const char *const expected[] = {"to", "expected", "due", "scheduled"};
    static const char *const future[] = {"will", "shall", "expires", "scheduled"};
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t date = x->raws.items[raw].start, at = s->start, until = s->end, start, end;
    if (date - at > REACH) at = date - REACH;
    if (until > date + REACH) until = date + REACH;
    while (at < date && ((unsigned char)x->text.data[at] & 0xC0) == 0x80) at++;
    verb_tense found = TENSE_NONE;
    bool modal = false, present = false; /* "is moved to 5 November" tells of no past, "is to sail" of the future */
    for (; text_word(x->text, at, &start, &end) && end <= until; at = end) {
        annals_text word = text_slice(x->text, start, end);
        bool coming = IN(word, future) || text_ends(word, "'ll") || text_ends(word, "’ll");
        coming |= present && IN(word, expected);
        if (coming && start < date) return TENSE_FUTURE;
        if (is_past(word) && !(present && text_ends(word, "ed"))) found = TENSE_PAST;
        present = IN(word, presents);
        modal |= IN(word, modals);
    }
    return modal ? TENSE_NONE : found;
}
