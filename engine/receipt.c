/* receipt.c: the times in the head of a message, which are not all its own: when it was sent, when it came, when it was
 * last changed. */
#include "dateline.h"

#include "language.h"
#include "text.h"

#include <string.h>

/* The words of its line before a mention, as far as a remark of a head reaches. */
static annals_text remark_before(const analysis *x, const raw_mention *m) {
    enum { REACH = 60 /* bytes */ };
    size_t at = m->start;
    while (at && m->start - at < REACH && !byte_in(x->text.data[at - 1], "\n([;")) at--;
    return text_slice(x->text, at, m->start);
}

/* The word that a mention stands directly behind, a colon aside. */
static annals_text word_before(const analysis *x, size_t at) {
    while (at && (is_space_byte(x->text.data[at - 1]) || byte_in(x->text.data[at - 1], ":("))) at--;
    size_t start = at;
    while (start && (is_letter((unsigned char)x->text.data[start - 1]) || x->text.data[start - 1] == '\'')) start--;
    return text_slice(x->text, start, at);
}

/* Nothing, or no more than what closes a bracket or sentence, stands behind the mention in its line. */
static bool ends_remark(const analysis *x, const raw_mention *m) {
    size_t at = m->end;
    while (at < x->text.length && byte_in(x->text.data[at], " .)]\r")) at++;
    return at >= x->text.length || x->text.data[at] == '\n';
}

/* "Received here at 8.52 a.m.", "(Received by telegraph, May 10": the remark begins with the word, the rest are names,
 * numbers and small words. */
static bool opens_receipt(const analysis *x, const raw_mention *m) {
    enum { SMALL = 4 /* bytes */, WORDS = 6 };
    annals_text remark = remark_before(x, m);
    bool bracket = remark.data > x->text.data && byte_in(remark.data[-1], "([");
    size_t start, end, words = 0;
    bool receipt = false;
    for (size_t at = 0; text_word(remark, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(remark, start, end);
        bool opens = !at || (start > 1 && remark.data[start - 2] == '.');
        if (opens && text_begins_upper(word) && in_context(x->grammar, word, CONTEXT_RECEIPT))
            receipt = true, words = 0;
        else if (!bracket && !text_begins_upper(word) && end - start > SMALL) receipt = false;
    }
    return receipt && words <= WORDS && (bracket || ends_remark(x, m));
}

/* "MV ALDA ARRIVED 3 MARCH": in a text of capitals words before it are its subject. */
static bool has_subject(const analysis *x, const raw_mention *m, annals_text word) {
    enum { FEWEST = 2 /* words: "DATE RECEIVED 3 MARCH" has none */ };
    annals_text before = remark_before(x, m);
    size_t at = (size_t)(word.data - before.data), start, end, words = 0;
    if (at > before.length || !text_begins_upper(word) || memchr(before.data + at, ':', before.length - at))
        return false;
    annals_text subject = text_trim(text_slice(before, 0, at));
    if (!subject.length || byte_in(subject.data[subject.length - 1], ",.:-")) return false;
    for (at = 0; text_word(subject, at, &start, &end); at = end) words++;
    return words >= FEWEST;
}

bool is_receipt(const analysis *x, const raw_mention *m) {
    annals_text word = word_before(x, m->start);
    bool receipt = in_context(x->grammar, word, CONTEXT_RECEIPT) && !has_subject(x, m, word);
    return receipt || opens_receipt(x, m);
}

/* "Last updated on", "mis à jour le", ", modified": no subject stands before the word. */
static bool opens_note(const analysis *x, annals_text word) {
    enum { SMALL = 3 /* bytes */, WORDS = 3 };
    for (int words = 0; words < WORDS; words++) {
        size_t at = (size_t)(word.data - x->text.data), before = at;
        while (before && x->text.data[before - 1] == ' ') before--;
        if (text_begins_upper(word) || !before || byte_in(x->text.data[before - 1], "\n,;.|(")) return true;
        word = word_before(x, at);
        if (!word.length || (word.length > SMALL + 1 && !text_begins_upper(word))) return false;
    }
    return false;
}

bool is_revision(const analysis *x, const raw_mention *m) {
    enum { SMALL = 3 /* bytes: "on", "am", "el" */ };
    annals_text word = word_before(x, m->start);
    if (word.length && word.length <= SMALL && !text_begins_upper(word))
        word = word_before(x, (size_t)(word.data - x->text.data));
    return has_role(x->grammar, word, ROLE_REVISED) && opens_note(x, word);
}

bool is_group(const analysis *x, const raw_mention *m) {
    enum { DIGITS = 6 };
    size_t digits = 0;
    while (m->start + digits < m->end && is_digit((unsigned char)x->text.data[m->start + digits])) digits++;
    return digits == DIGITS && m->start + digits < m->end &&
           is_letter((unsigned char)x->text.data[m->start + digits]) && m->expr->hour != UNSET;
}
