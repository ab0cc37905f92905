/* spoken.c: documents that people call by each other's names: "Weller's letter", "the note from Ostrow". */
#include "account.h"
#include "language.h"
#include "stem.h"
#include "text.h"

#include <string.h>

uint64_t name_hash(annals_text word) {
    uint64_t h = TEXT_HASH_SEED;
    size_t n = word.length;
    if (text_ends(word, "'s")) n -= 2;
    else if (text_ends(word, "’s")) n -= strlen("’s");
    size_t dot = n;
    while (dot && word.data[dot - 1] != '.') dot--;
    for (size_t i = dot; i < n; i++) {
        char c = word.data[i];
        if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
        if (is_letter((unsigned char)c) || (unsigned char)c >= 0x80) h = text_hash(h, (annals_text){&c, 1});
    }
    return h;
}

static int noun_class(const grammar *g, annals_text word) {
    if (has_role(g, word, ROLE_LETTER)) return DOCUMENT_LETTER;
    return has_role(g, word, ROLE_STATEMENT) ? DOCUMENT_STATEMENT : 0;
}

/* The owner ("Weller's letter") or sender ("message from A.B. Ostrow to ...", "Ostrow to Weller, message") that a label
 * names. */
document_spoken_of find_spoken_of(const grammar *g, annals_text label) {
    document_spoken_of d = {0};
    bool from = false, to = false, lady = false;
    annals_text sender = {0}, owner = {0}, before = {0};
    bool ladys = false; /* not her husband's */
    size_t s, e;
    for (size_t at = 0; text_word(label, at, &s, &e); at = e) {
        annals_text word = text_slice(label, s, e);
        bool capital = is_upper((unsigned char)word.data[0]);
        if (!d.class) d.class = noun_class(g, word);
        d.yours |= !d.class && in_context(g, word, CONTEXT_YOURS);
        if (!d.class && capital && (text_ends(word, "'s") || text_ends(word, "’s"))) owner = word, ladys = lady;
        if (from && capital) sender = word;
        if (to && capital) d.recipient = name_hash(word);
        bool article = in_context(g, word, CONTEXT_DETERMINER), leads_to = in_context(g, word, CONTEXT_RECIPIENT);
        if (leads_to && !sender.length) sender = before;
        from = in_context(g, word, CONTEXT_SENDER) || (from && (capital || article));
        to = (leads_to && (d.class || before.length)) || (to && (capital || article)); /* not "wrote to" */
        before = capital ? word : (annals_text){0};
        lady = has_role(g, word, ROLE_LADY) || (lady && capital);
    }
    d.author_name = owner.length ? owner : sender;
    if (d.author_name.length) d.author = name_hash(d.author_name) + (owner.length && ladys);
    return d;
}

document_spoken_of document_of_event(const grammar *g, const annals_event *e) {
    document_spoken_of d = find_spoken_of(g, e->label);
    if (!d.class) d.class = find_spoken_of(g, e->text).class;
    return d;
}

/* Of whoever has a name or an office, whichever that is. */
static bool is_name(const grammar *g, annals_text word) {
    return !in_context(g, word, CONTEXT_TITLE | CONTEXT_SMALL | CONTEXT_WEAK | CONTEXT_PRONOUN | CONTEXT_CALENDAR_WORD);
}

annals_text find_correspondent(const grammar *g, annals_text label) {
    annals_text owner = {0};
    bool wrote = false, letter = false, led = false;
    size_t s, e;
    for (size_t at = 0; text_word(label, at, &s, &e); at = e) {
        annals_text word = text_slice(label, s, e);
        if (led && is_name(g, word)) return word;
        led = led && in_context(g, word, CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_TITLE);
        wrote |= has_role(g, word, ROLE_TALKED) && in_context(g, word, CONTEXT_REPORT); /* and no "spoke" */
        letter |= has_role(g, word, ROLE_LETTER);
        if (letter && owner.length) return owner;
        led |= wrote ? in_context(g, word, CONTEXT_RECIPIENT) : letter && in_context(g, word, CONTEXT_SENDER);
        annals_text name = text_slice(word, 0, is_genitive(word) ? word.length - strlen("'s") : 0);
        owner = name.length && is_name(g, name) ? name : (annals_text){0};
    }
    return (annals_text){0};
}
