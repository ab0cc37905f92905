#include "amount.h"

#include "language.h"
#include "scan.h"
#include "text.h"

enum { HUNDRED = 100, THOUSAND = 1000 };

/* "18,000", "40l": figures in groups of three, perhaps with the letter that pounds have behind them. */
static bool read_figures(annals_text text, size_t start, size_t end, int64_t *amount, size_t *behind) {
    enum { GROUP = 3, MOST_DIGITS = 15 };
    size_t at = start, digits = 0;
    *amount = 0;
    for (;;) {
        size_t first = at;
        for (; at < text.length && is_digit((unsigned char)text.data[at]) && digits < MOST_DIGITS; at++, digits++)
            *amount = 10 * *amount + text.data[at] - '0';
        if (first > start && at - first != GROUP) return false;
        bool more = at + GROUP < text.length && text.data[at] == ',' && is_digit((unsigned char)text.data[at + 1]);
        if (!more) break;
        at++;
    }
    if (at + 1 == end && text.data[at] == 'l') at++;
    *behind = at;
    return digits && at >= end;
}

/* What one word counts, or 0: "forty", "forty-three". */
static int count_of(const grammar *g, annals_text word) {
    size_t dash = text_find_any(word, 0, word.length, "-");
    int tens = value_of_word(g, text_slice(word, 0, dash), "count");
    if (dash == word.length) return tens > 0 ? tens : value_of_word(g, word, "rate-cue");
    int units = value_of_word(g, text_slice(word, dash + 1, word.length), "count");
    return tens >= 20 && tens < HUNDRED && units > 0 && units < 10 ? tens + units : 0;
}

/* Goes the number on with this word?  Hundreds and thousands multiply what stands before them. */
static bool add_count(int count, int64_t *thousands, int64_t *here) {
    if (count >= THOUSAND) {
        *thousands += (*here ? *here : 1) * THOUSAND;
        *here = 0;
    } else if (count == HUNDRED) {
        *here = (*here ? *here : 1) * HUNDRED;
    } else {
        bool ends = *here % HUNDRED && (*here % 10 || count >= 10);
        if (ends) return false;
        *here += count;
    }
    return true;
}

bool amount_at(const grammar *g, annals_text text, size_t start, size_t end, int64_t *amount, size_t *behind) {
    enum { MOST_WORDS = 8 };
    int64_t thousands = 0, here = 0;
    if (start == end) return false;
    if (is_digit((unsigned char)text.data[start])) return read_figures(text, start, end, amount, behind);
    for (size_t words = 0; words < MOST_WORDS; words++) {
        size_t next_start, next_end;
        annals_text word = text_slice(text, start, end);
        bool and = (here || thousands) && here % HUNDRED == 0 && has_role(g, word, ROLE_LINK);
        int count = and? 0 : count_of(g, word);
        if (!and&&(!count || !add_count(count, &thousands, &here))) break;
        if (!and) *behind = end;
        if (!text_word(text, end, &next_start, &next_end) || next_start != end + 1) break;
        start = next_start;
        end = next_end;
    }
    *amount = thousands + here;
    return *amount > 0;
}
