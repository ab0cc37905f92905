/* head.c: what the head and the foot of a document say of it: sender, recipient, place and number. */
#include "head.h"

#include "around.h"
#include "caption.h"
#include "dateline.h"
#include "events.h"
#include "language.h"
#include "stages.h"
#include "stem.h"
#include "text.h"

#include <string.h>

/* Up to the first of some marks that ends a name; initials and titles keep their full stops. */
static annals_text name_in(const grammar *g, annals_text text) {
    text = text_trim(text);
    for (size_t at = 0; at < text.length; at++) {
        char c = text.data[at];
        if (byte_in(c, ",;:(\n|")) return text_trim(text_slice(text, 0, at));
        if (c != '.') continue;
        size_t start = at;
        while (start && !is_space_byte(text.data[start - 1])) start--;
        annals_text word = text_slice(text, start, at);
        bool abbreviated = word.length < 3 || memchr(word.data, '.', word.length) ||
                           in_context(g, word, CONTEXT_TITLE | CONTEXT_ABBREVIATION);
        if (!abbreviated) return text_trim(text_slice(text, 0, at));
    }
    while (text.length > 2 && is_digit((unsigned char)text.data[text.length - 1]) &&
           is_letter((unsigned char)text.data[text.length - 2]))
        text.length--; /* the number of a note */
    return text;
}

bool is_name(const document_head *h, annals_text line) {
    enum { MOST_WORDS = 8, SMALL = 4 };
    size_t start, end, words = 0, capitals = 0;
    if (line.length > 80 || !text_begins_upper(line)) return false;
    for (size_t at = 0; text_word(line, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(line, start, end);
        if (is_digit((unsigned char)*word.data)) return false;
        bool capital = text_begins_upper(word);
        capitals += capital;
        bool office = capitals && memchr(line.data, ',', start);
        if (!capital && word.length >= SMALL && !office) return false;
    }
    return words && words <= MOST_WORDS && capitals && !has_context(h->grammar, line, 1, CONTEXT_CLOSING);
}

/* ---------------------------------------------------------------- from whom and to whom */

/* Where the first word of a context stands that has a name behind it; SIZE_MAX: nowhere. */
static size_t find_cue(const document_head *h, annals_text text, size_t from, context_set cue, size_t *behind) {
    size_t start, end, s, e;
    for (size_t at = from; text_word(text, at, &start, &end); at = end) {
        if (!in_context(h->grammar, text_slice(text, start, end), cue)) continue;
        if (!text_word(text, end, &s, &e)) continue;
        annals_text next = text_slice(text, s, e);
        bool named = text_begins_upper(next);
        if (in_context(h->grammar, next, CONTEXT_DETERMINER) && text_word(text, e, &s, &e))
            named = text_begins_upper(text_slice(text, s, e));
        *behind = end;
        if (named) return start;
    }
    return SIZE_MAX;
}

/* "the Rev. Hugh Hale": without the article. */
static size_t behind_article(const document_head *h, annals_text title, size_t at) {
    size_t start, end;
    bool article =
        text_word(title, at, &start, &end) && in_context(h->grammar, text_slice(title, start, end), CONTEXT_DETERMINER);
    return article ? end : at;
}

/* "Affidavit of Ada Weller", "From the diary of Miss Ada Weller": where the name begins; SIZE_MAX where no person's
 * stands there. */
static size_t person_behind_paper(const document_head *h, annals_text title) {
    enum { WORDS = 4 };
    size_t start, end, words = 0;
    bool paper = false;
    for (size_t at = 0; words < WORDS && text_word(title, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(title, start, end);
        size_t name = behind_article(h, title, end);
        bool of = paper && in_context(h->grammar, word, CONTEXT_GENITIVE);
        if (of && is_person(h, name_in(h->grammar, text_slice(title, name, title.length)))) return name;
        paper = in_context(h->grammar, word, CONTEXT_PAPER) && !has_role(h->grammar, word, ROLE_RECORD);
        paper |= has_role(h->grammar, word, ROLE_PERSONAL);
    }
    return SIZE_MAX;
}

/* "Private Memoranda of Josiah Hale" */
static bool is_personal(const document_head *h, annals_text title) {
    enum { WORDS = 4 };
    size_t start, end, words = 0;
    for (size_t at = 0; words < WORDS && text_word(title, at, &start, &end); at = end, words++)
        if (has_role(h->grammar, text_slice(title, start, end), ROLE_PERSONAL)) return true;
    return false;
}

/* Where the name of who sent it begins, before `to`: behind "from", or in "Letter of Ada Weller to the Mayor" and
 * "Letter, Ada Weller to the Mayor"; SIZE_MAX where it does not say. */
static size_t sender_start(const document_head *h, annals_text title, size_t to) {
    enum { WORDS = 4 };
    size_t start, end, words = 0, behind;
    size_t from = find_cue(h, title, 0, CONTEXT_SENDER, &behind);
    if (is_personal(h, title)) return person_behind_paper(h, title);
    bool paper = has_context(h->grammar, title, WORDS, CONTEXT_PAPER);
    if (from < to && (paper || !text_trim(text_slice(title, 0, from)).length)) return behind;
    if (to == SIZE_MAX) return person_behind_paper(h, title);
    for (size_t at = 0; paper && words < WORDS && text_word(title, at, &start, &end); at = end, words++)
        if (title.data[end] == ',' && in_context(h->grammar, text_slice(title, start, end), CONTEXT_PAPER))
            return end + 1;
    if (!paper) return 0; /* "Mr Finch to the Earl of Brandon" */
    return find_cue(h, title, 0, CONTEXT_GENITIVE, &behind) < to ? behind : SIZE_MAX;
}

/* "II. Dr. Pistor to the Abbot", "I. To Mrs. Loomis": what a collection numbers so, and no initial; where it goes on.
 */
static annals_text without_numeral(const document_head *h, annals_text line, annals_text *numeral) {
    enum { LONGEST = 6 };
    const context_set others = CONTEXT_TITLE | CONTEXT_RECIPIENT | CONTEXT_SENDER | CONTEXT_PAPER | CONTEXT_DETERMINER;
    size_t length = 0;
    while (length < line.length && length <= LONGEST && byte_in(line.data[length], "IVXLC")) length++;
    if (!length || length + 2 >= line.length || line.data[length] != '.' || line.data[length + 1] != ' ') return line;
    annals_text rest = text_slice(line, length + 2, line.length);
    if (length == 1 && !in_context(h->grammar, first_word(rest), others)) return line;
    *numeral = text_slice(line, 0, length);
    return rest;
}

/* "LOG OF THE ADA, Capt. Rudd, Port to Kelby": the two names of a book are places, if nothing next to them tells that
 * they are people. */
static bool tells_voyage(const document_head *h, annals_text title, size_t to, size_t behind) {
    enum { FIRST = 2 /* words */ };
    const context_set people =
        CONTEXT_TITLE | CONTEXT_HONORIFIC | CONTEXT_ADDRESSEE | CONTEXT_POST | CONTEXT_OFFICE | CONTEXT_GIVEN_NAME;
    if (to == SIZE_MAX || !has_context(h->grammar, title, FIRST, CONTEXT_WORK)) return false;
    size_t from = to;
    while (from && title.data[from - 1] != ',') from--;
    annals_text left = text_slice(title, from, to), right = text_slice(title, behind, title.length);
    return from && !has_context(h->grammar, left, NAME_WORDS, people) &&
           !has_context(h->grammar, right, NAME_WORDS, people | CONTEXT_DETERMINER | CONTEXT_POSSESSIVE);
}

/* "Telegram From the Legation to the Foreign Office", "Report to the Board", "Mr Finch to the Earl of Brandon" */
static void parties_of_title(document_head *h, annals_text title) {
    size_t behind = 0;
    bool parties = false, route = is_route(h->grammar, title, &parties) && parties;
    title = without_remark(h->grammar, title);
    if (!has_context(h->grammar, title, 4, CONTEXT_PAPER) && !route && !is_personal(h, title)) return;
    size_t to = route_joint(h->grammar, title, 0, &behind);
    if (tells_voyage(h, title, to, behind)) to = SIZE_MAX;
    size_t from = sender_start(h, title, to);
    if (from != SIZE_MAX) take(&h->document->sender, name_in(h->grammar, text_slice(title, from, to)));
    if (to == SIZE_MAX) return;
    annals_text name = name_in(h->grammar, text_slice(title, behind, title.length));
    take(&h->document->recipient, text_trim(text_slice(name, 0, date_in(h->x, name))));
}

/* "Sir Ben Ostrow to Mr Weller", "The Mayor of Port to the Board of Trade": a line of two names, at the head. */
static void parties_of_line(document_head *h, annals_text line) {
    enum { MOST_WORDS = 16, LONG = 4 /* bytes */ };
    size_t behind, start, end, words = 0, small = 0, to = find_cue(h, line, 0, CONTEXT_RECIPIENT, &behind);
    if (to == SIZE_MAX || !to || !text_begins_upper(line) || h->document->sender.length) return;
    annals_text left = text_slice(line, 0, to), right = text_slice(line, behind, line.length);
    const context_set people = CONTEXT_TITLE | CONTEXT_SALUTATION | CONTEXT_ADDRESSEE;
    bool persons = has_context(h->grammar, left, 1, people) || has_context(h->grammar, right, 1, people);
    bool bodies =
        has_context(h->grammar, left, 1, CONTEXT_DETERMINER) && has_context(h->grammar, right, 1, CONTEXT_DETERMINER);
    for (size_t at = 0; text_word(line, at, &start, &end); at = end, words++)
        small += end - start >= LONG && !text_begins_upper(text_slice(line, start, end));
    if (words > MOST_WORDS || small || !(persons || bodies)) return;
    take(&h->document->sender, text_trim(left));
    take(&h->document->recipient, name_in(h->grammar, right));
}

/* "DEFENCE OFFICE, PORT", "Press Office, Port Orlan, for internal use": the place behind an office's name. */
static void place_of_office(document_head *h, annals_text line) {
    const char *comma = memchr(line.data, ',', line.length);
    if (!comma) return;
    annals_text place = name_in(h->grammar, text_slice(line, (size_t)(comma - line.data) + 1, line.length));
    bool named = count_words(place) <= NAME_WORDS && is_name(h, place);
    if (named && date_in(h->x, place) == place.length) take(&h->document->place, place);
}

/* ... or below it in a line of its own. */
static void place_below(document_head *h, annals_text text, size_t at) {
    size_t next;
    annals_text line = text_trim(line_at(text, at, &next));
    bool named = count_words(line) <= NAME_WORDS && is_name(h, line) && title_rank(h, line) == BY_AUTHOR;
    if (named && !is_furnished(line)) take(&h->document->place, line);
}

/* "By Ada Weller", "Prepared by Weller & Ostrow", "compiled by the Press Office" */
static void author_of_line(document_head *h, annals_text line) {
    size_t behind, at = find_cue(h, line, 0, CONTEXT_AUTHOR, &behind), s, e;
    if (at == SIZE_MAX || h->document->sender.length) return;
    annals_text before = {0};
    for (size_t from = 0; text_word(line, from, &s, &e) && s < at; from = e) {
        if (in_context(h->grammar, before, CONTEXT_COPULA | CONTEXT_SUBJECT)) return; /* "We were appointed by" */
        before = text_slice(line, s, e);
    }
    bool made = !before.length ||
                in_context(h->grammar, before,
                           CONTEXT_PARTICIPLE | CONTEXT_DATE_FIELD | CONTEXT_PAST | CONTEXT_PAPER | CONTEXT_WORK);
    if (!made) return;
    annals_text rest = text_slice(line, behind, line.length), name = name_in(h->grammar, rest);
    take(&h->document->sender, text_slice(name, 0, date_in(h->x, name)));
    if (has_context(h->grammar, name, 4, CONTEXT_OFFICE)) place_of_office(h, rest);
}

/* The post is the rest of what a mission is called: "CONSUL PORT ORLAN". */
static annals_text post_of(annals_text sender) {
    size_t start, end;
    if (!text_word(sender, 0, &start, &end) || end >= sender.length) return (annals_text){0};
    for (size_t i = 0; i < sender.length; i++)
        if (is_lower((unsigned char)sender.data[i])) return (annals_text){0};
    return text_trim(text_slice(sender, end, sender.length));
}

/* "# 1710 from 1 November 1932": the number ends where words begin. */
static annals_text number_alone(annals_text value) {
    value = text_trim(text_slice(value, *value.data == '#', value.length));
    for (size_t i = 0; i + 1 < value.length; i++)
        if (value.data[i] == ' ' && is_lower((unsigned char)value.data[i + 1])) return text_slice(value, 0, i);
    return value;
}

static void number_of_line(document_head *h, annals_text line) {
    size_t start, end;
    annals_text value, lead;
    if (line_has_field(h->grammar, line, CONTEXT_NUMBER_FIELD, &value)) {
        bool own = value.length && byte_in(*value.data, "0123456789#");
        bool code = text_has_digit(value) && !memchr(value.data, ' ', value.length);
        if (own || code) take(&h->document->number, number_alone(value));
        return;
    }
    line = text_trim(text_slice(line, behind_marks(line), line.length));
    unsigned captions = captions_of(h->grammar, line);
    if (captions & CAPTION_ENCLOSURE) return; /* its number is that of the paper it belongs to */
    if (captions & CAPTION_SERIES && number_in(line, &lead, &value)) {
        take(&h->document->number, value);
        const context_set signs = CONTEXT_NUMBERED | CONTEXT_NUMBER_FIELD | CONTEXT_PAPER | CONTEXT_PIECE;
        bool place = is_name(h, lead) && !has_context(h->grammar, lead, NAME_WORDS, signs); /* "DUNHOLT 89" */
        if (place) take(&h->document->place, lead);
        return;
    }
    /* "Weekly Summary No. 38", "OCCURRENCE REPORT    Ref: 12/58" */
    for (size_t at = 0; text_word(line, at, &start, &end); at = end) {
        annals_text word = text_slice(line, start, end);
        bool calendar = in_context(h->grammar, word, CONTEXT_CALENDAR_WORD);
        if (calendar || !in_context(h->grammar, word, CONTEXT_NUMBERED | CONTEXT_NUMBER_FIELD)) continue;
        size_t from = end, to;
        while (from < line.length && byte_in(line.data[from], ".: #")) from++;
        for (to = from; to < line.length && !byte_in(line.data[to], " ,;)");) to++;
        annals_text code = text_slice(line, from, to);
        if (text_ends(code, ".")) code.length--;
        if (from > end && text_has_digit(code)) take(&h->document->number, code);
    }
}

static void read_field(document_head *h, annals_text line) {
    annals_text value;
    if (line_has_field(h->grammar, line, CONTEXT_SENDER, &value)) {
        take(&h->document->sender, value);
        if (line.data[first_word(line).length] != ':') take(&h->document->place, post_of(value));
    } else if (line_has_field(h->grammar, line, CONTEXT_RECIPIENT, &value)) {
        take(&h->document->recipient, value);
    }
    number_of_line(h, line);
}

/* "GENERAL STRIKE BEGINS" is no general. */
static bool tells_act(const document_head *h, annals_text line, annals_text title) {
    size_t start, end, behind = (size_t)(title.data - line.data) + title.length;
    if (!text_word(line, behind, &start, &end) || text_find_any(line, 0, line.length, ",") < line.length) return false;
    const word_family *family = family_of_word(h->grammar, text_slice(line, start, end));
    return family && family->sense == FAMILY_ACT && text_word(line, end, &start, &end);
}

/* "To Mrs. Hester Weller, at the Anchor", "Captain Ostrow, at Port.", "Al Señor Marqués" alone on a line */
static void addressee_of_line(document_head *h, annals_text line) {
    enum { LONGEST = 120 };
    annals_text word = first_word(line);
    if (line.length > LONGEST || !word.length || h->document->recipient.length) return;
    if (h->x->items ||
        captions_of(h->grammar, line) & (CAPTION_NUMBER | CAPTION_ENCLOSURE | CAPTION_DATE | CAPTION_KIND))
        return;
    if (addresses_post(h, line)) {
        h->document->recipient = name_in(h->grammar, line);
    } else if (in_context(h->grammar, word, CONTEXT_RECIPIENT)) {
        size_t behind = (size_t)(word.data - line.data) + word.length;
        annals_text name = name_in(h->grammar, text_slice(line, behind, line.length));
        size_t length = first_word(name).length;
        bool article = in_context(h->grammar, text_slice(name, 0, length), CONTEXT_DETERMINER) &&
                       text_begins_upper(text_trim(text_slice(name, length, name.length)));
        if (text_begins_upper(name) || article) h->document->recipient = name;
    } else if (word.length > 1 && in_context(h->grammar, word, CONTEXT_TITLE | CONTEXT_ADDRESSEE) &&
               text_begins_upper(line) && without_year(line).length == line.length && !tells_act(h, line, word) &&
               !line_tells(h->grammar, line)) {
        h->document->recipient = name_in(h->grammar, line);
    }
}

/* "Dear Ada,", "Madam,", "Ma chère Louise," */
static void salutation_of_line(document_head *h, annals_text line) {
    annals_text greeting = greeting_of(h->grammar, line);
    if (!greeting.length) return;
    h->letter = true;
    size_t start, end, last = 0;
    for (size_t at = 0; text_word(greeting, at, &start, &end); at = end)
        if (in_context(h->grammar, text_slice(greeting, start, end), CONTEXT_SALUTATION)) last = end;
    annals_text name = text_trim(text_slice(greeting, last, greeting.length));
    take(&h->document->recipient, text_begins_upper(name) ? name : greeting);
}

/* ---------------------------------------------------------------- place */

/* "Hotel Continental, Port Orlan", "12, Mill Street": a house is of a place too. */
static annals_text house_and_town(const document_head *h, annals_text text) {
    size_t number = 0;
    while (number < text.length && is_digit((unsigned char)text.data[number])) number++;
    if (number && number < text.length && text.data[number] == ',')
        text = text_trim(text_slice(text, number + 1, text.length));
    annals_text place = name_in(h->grammar, text);
    size_t comma = (size_t)(place.data - text.data) + place.length;
    if (!place.length || comma >= text.length || text.data[comma] != ',') return place;
    annals_text town = name_in(h->grammar, text_slice(text, comma + 1, text.length));
    const context_set others =
        CONTEXT_OFFICE | CONTEXT_DATE_FIELD | CONTEXT_CALENDAR_WORD | CONTEXT_PAPER | CONTEXT_TITLE;
    bool named = count_words(town) && count_words(town) <= NAME_WORDS && is_name(h, town);
    if (!named || has_context(h->grammar, town, NAME_WORDS, others)) return place;
    return text_slice(text, 0, (size_t)(town.data - text.data) + town.length);
}

/* What stands before the date in a dateline: "Port Orlan, the", "HALDERN,". */
static annals_text place_before(const document_head *h, size_t raw) {
    enum { MOST_WORDS = 5 };
    const analysis *x = h->x;
    const raw_mention *m = &x->raws.items[raw];
    size_t from = m->start, start, end, words = 0, behind = 0;
    while (from && m->start - from < 80 && x->text.data[from - 1] != '\n') from--;
    annals_text text = text_trim(text_slice(x->text, from, m->start)), place;
    text = text_slice(text, behind_number(h->grammar, text), text.length); /* "Annex B: Statement of Ada Weller," */
    if (text.length && *text.data == '[') text = text_slice(text, 1, text.length); /* "[Port,] 3 March" */
    place = house_and_town(h, text);
    for (size_t at = 0; text_word(place, at, &start, &end); at = end, words++) {
        annals_text word = text_slice(place, start, end);
        bool small = word.length < 4 && words;
        bool author = !words && in_context(h->grammar, word, CONTEXT_AUTHOR); /* "By Ada Weller, 3 March 1958" */
        if (author || has_role(h->grammar, word, ROLE_SESSION) || is_digit((unsigned char)*word.data))
            return (annals_text){0};
        if (small && in_context(h->grammar, word, CONTEXT_PLACE_CUE)) behind = end; /* "Sworn at Port" */
        if (!text_begins_upper(word) && !small) return (annals_text){0};
    }
    place = text_trim(text_slice(place, behind, place.length));
    bool office =
        has_context(h->grammar, place, MOST_WORDS,
                    CONTEXT_OFFICE | CONTEXT_DATE_FIELD | CONTEXT_CALENDAR_WORD | CONTEXT_PAPER | CONTEXT_NOTED);
    office |= words == 1 && in_context(h->grammar, place, CONTEXT_PARTICIPLE); /* "Returned March 10, 1821." */
    return words && words <= MOST_WORDS && !office ? place : (annals_text){0};
}

/* "Given at Port, the 3rd of March", "written at Port Orlan on ..." */
static annals_text place_behind_at(const document_head *h, size_t raw) {
    const analysis *x = h->x;
    const sentence *s = &x->sentences.items[x->sentence_of.items[raw]];
    size_t start, end, from = SIZE_MAX, to = 0, until = x->raws.items[raw].start;
    if (until - s->start > 200) return (annals_text){0};
    bool preposition = false, held = false; /* "held in the Blue Room" */
    for (size_t at = s->start; text_word(x->text, at, &start, &end) && start < until; at = end) {
        annals_text word = text_slice(x->text, start, end);
        bool capital = text_begins_upper(word), comma = from != SIZE_MAX && x->text.data[to] == ',';
        bool goes_on = from != SIZE_MAX && to + 1 + comma == start; /* "the Corn Hall, Port" */
        if (capital && preposition) from = start, to = end;
        else if (capital && goes_on && !in_context(x->grammar, word, CONTEXT_CALENDAR_WORD)) to = end;
        bool article = preposition && in_context(x->grammar, word, CONTEXT_DETERMINER);
        held |= in_context(x->grammar, word, CONTEXT_DATE_FIELD);
        const context_set cues = CONTEXT_PLACE_CUE | (held ? CONTEXT_PLACE_LEAD : 0);
        preposition = article || in_context(x->grammar, word, cues);
    }
    return from == SIZE_MAX ? (annals_text){0} : text_slice(x->text, from, to);
}

/* "CAWLE — A mill burned": the first paragraph opens with a place in capitals. */
static void place_of_opening(document_head *h) {
    const analysis *x = h->x;
    for (size_t i = h->first; i < x->blocks.count && i < h->first + HEAD_BLOCKS; i++) {
        annals_text text = words_of(x, i);
        size_t at = 0, next;
        while (at < text.length && at < 40 && (is_upper(text_decode(text, at, &next)) || text.data[at] == ' '))
            at = next;
        if (at < 4 || at >= text.length || text.data[at - 1] != ' ' || !is_dash(text_decode(text, at, &next))) continue;
        if (x->blocks.items[i].kind != BLOCK_PARAGRAPH) continue;
        take(&h->document->place, text_trim(text_slice(text, 0, at)));
        return;
    }
}

/* "Port, undated." */
static void place_of_undated(document_head *h, annals_text line) {
    annals_text place = name_in(h->grammar, line);
    if (date_in(h->x, line) == line.length && is_name(h, place) && place.length < line.length)
        take(&h->document->place, place);
}

/* "Sea View, Port" above the date of a letter. */
static void place_above_date(document_head *h) {
    enum { MOST_WORDS = 5 };
    const analysis *x = h->x;
    const block *first = &x->blocks.items[h->first];
    size_t next, date = x->raws.items[x->date_raw].start;
    annals_text line = text_trim(line_at(words_of(x, h->first), 0, &next));
    size_t behind = first->body + next, house = 0; /* the date stands in the line below */
    while (house < line.length && is_digit((unsigned char)line.data[house])) house++;
    if (house && house < line.length && byte_in(line.data[house], " ,")) /* "2 Chapel Row, Ashgarth" */
        line = text_trim(text_slice(line, house + 1, line.length));
    while (behind < date && is_space_byte(x->text.data[behind])) behind++;
    bool below = behind <= date && !memchr(x->text.data + behind, '\n', date - behind);
    bool name = is_name(h, line) && count_words(line) <= MOST_WORDS && title_rank(h, line) >= BY_AUTHOR;
    if (h->letter && below && name && date_in(x, line) == line.length && !is_furnished(line) &&
        title_rank(h, line) != BY_KIND && !greeting_of(h->grammar, line).length)
        take(&h->document->place, line);
}

/* "Port, 1934": a name of one word, and a year. */
static void place_before_year(document_head *h) {
    for (size_t i = h->first; i <= h->end && i < h->x->blocks.count; i++) {
        annals_text line = words_of(h->x, i);
        const char *comma = memchr(line.data, ',', line.length);
        size_t start, end;
        if (!comma || line.length > LONGEST_TITLE || memchr(line.data, '\n', line.length)) continue;
        annals_text name = text_slice(line, 0, (size_t)(comma - line.data)),
                    rest = text_trim(text_slice(line, name.length + 1, line.length));
        bool year =
            rest.length == 4 && text_word(rest, 0, &start, &end) && end == 4 && is_digit((unsigned char)*rest.data);
        if (year && count_words(name) == 1 && is_name(h, name)) take(&h->document->place, name);
    }
}

static void find_place(document_head *h) {
    const analysis *x = h->x;
    if (x->date_raw != SIZE_MAX) {
        take(&h->document->place, place_before(h, x->date_raw));
        take(&h->document->place, place_behind_at(h, x->date_raw));
        place_above_date(h);
    }
    place_of_opening(h);
    place_before_year(h);
    if (has_context(h->grammar, h->document->title, 8, CONTEXT_OFFICE)) place_of_office(h, h->document->title);
}

/* ---------------------------------------------------------------- foot */

/* What stands behind the last wide space: a name at the end of a line that is filled up. */
static annals_text last_column(annals_text line) {
    for (size_t at = line.length; at > 4; at--)
        if (!memcmp(line.data + at - 4, "    ", 4)) return text_slice(line, at, line.length);
    return line;
}

/* "Your obedient servant, Ada Weller": the name behind the words that close a letter. */
static annals_text behind_closing(const document_head *h, annals_text line) {
    const char *comma = memchr(line.data, ',', line.length);
    size_t at = comma ? (size_t)(comma - line.data) : 0;
    bool closes = at && at + 1 < line.length && has_context(h->grammar, text_slice(line, 0, at), 8, CONTEXT_CLOSING);
    return closes ? text_trim(text_slice(line, at + 1, line.length)) : line;
}

/* The last line that is a name, below the last paragraph, or behind the words that close a letter. */
static void find_signature(document_head *h) {
    enum { BLOCKS = 6, LONGEST = 300 };
    const analysis *x = h->x;
    for (size_t i = x->blocks.count, seen = 0; i-- > h->first + 1 && seen < BLOCKS; seen++) {
        const block *b = &x->blocks.items[i];
        annals_text text = words_of(x, i);
        if (b->kind == BLOCK_FOOTNOTE || b->kind == BLOCK_CITATION || b->kind == BLOCK_FURNITURE) continue;
        if (b->kind == BLOCK_HEADING && counts_division(text)) continue; /* the next chapter of a book of letters */
        if (b->kind == BLOCK_TABLE_ROW || b->kind == BLOCK_TABLE_HEADER || text.length > LONGEST) return;
        size_t at = text.length;
        while (at && text.data[at - 1] != '\n') at--;
        size_t next;
        if (at && b->kind != BLOCK_PARAGRAPH && is_dated_line(h->grammar, text_slice(text, at, text.length)))
            text = text_slice(text, 0, line_at(text, 0, &next).length), at = 0; /* names above a date: the first */
        annals_text last = text_trim(text_slice(text, at, text.length)), column = last_column(last);
        h->letter |= has_context(h->grammar, text, 12, CONTEXT_CLOSING);
        annals_text line = column.length < last.length ? column : behind_closing(h, last);
        bool message = at && h->document->recipient.length && !has_lower(last);
        bool may = h->letter || message || b->kind != BLOCK_PARAGRAPH || line.length < last.length;
        if (may && is_name(h, line) && !greeting_of(h->grammar, last).length) {
            take(&h->document->sender, line);
            return;
        }
        bool prose = b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_LIST_ITEM;
        if (prose && !h->letter && !label_length(text)) return; /* "Distribution: Registry" stands below */
    }
}

/* ---------------------------------------------------------------- the whole */

static void read_line(document_head *h, annals_text line, bool heading) {
    read_field(h, line);
    author_of_line(h, line);
    addressee_of_line(h, line);
    salutation_of_line(h, line);
    parties_of_line(h, line);
    if (heading) parties_of_title(h, line);
}

/* The head ends with the first paragraph that is no greeting. */
static void read_lines(document_head *h) {
    enum { LONGEST = 200 /* bytes */, FEW = 6 /* words */, LINE = 50 };
    const analysis *x = h->x;
    size_t lines = 0;
    for (h->end = h->first; h->end < x->blocks.count && h->end < h->first + HEAD_BLOCKS; h->end++) {
        const block *b = &x->blocks.items[h->end];
        annals_text text = words_of(x, h->end);
        if (b->entry || b->kind == BLOCK_CITATION || b->kind == BLOCK_TABLE_HEADER) break;
        size_t behind;
        bool full = line_at(text, 0, &behind).length > LINE || behind == text.length; /* a byline is short */
        bool told = full && text.length && byte_in(text.data[text.length - 1], ".!?") && count_words(text) > FEW;
        if (b->kind == BLOCK_LIST_ITEM && b->enumerated) break; /* "2. Mr Dorn was heard" is an item of minutes */
        bool prose = b->kind == BLOCK_PARAGRAPH && (text.length > LONGEST || (told && h->end > h->first));
        for (size_t at = 0, next; at < text.length && lines < HEAD_LINES && !(prose && at); at = next, lines++) {
            annals_text numeral = {0}, line = without_numeral(h, text_trim(line_at(text, at, &next)), &numeral);
            take(&h->document->number, numeral);
            unsigned captions = captions_at(x->grammar, text, at, &next);
            annals_text several = text_trim(text_slice(text, at, next));
            if (captions & CAPTION_DATE) place_of_undated(h, line);
            if (captions & CAPTION_PARTIES) parties_of_title(h, without_numeral(h, several, &numeral));
            else line_at(text, at, &next);
            if (prose) salutation_of_line(h, line);
            else read_line(h, line, b->kind == BLOCK_HEADING);
        }
        if (prose) break;
    }
}

/* "I was there": does the first paragraph speak of who writes? */
static bool speaks_of_self(const document_head *h) {
    enum { WORDS = 60 };
    for (size_t i = h->first; i < h->x->blocks.count && i < h->first + HEAD_BLOCKS; i++)
        if (h->x->blocks.items[i].kind == BLOCK_PARAGRAPH)
            return has_context(h->grammar, words_of(h->x, i), WORDS, CONTEXT_FIRST_PERSON);
    return false;
}

/* Who writes stands above the title: an office ("PORT POLICE"), the last of several the nearest; or a name over what is
 * called a diary or memoir, or is told by who was there. */
static void find_office(document_head *h) {
    const analysis *x = h->x;
    bool own = h->title.length && (has_context(h->grammar, h->title, 2, CONTEXT_WORK) || speaks_of_self(h));
    annals_text found = {0};
    for (size_t i = h->first; i < h->end && x->blocks.items[i].kind != BLOCK_ENTRY; i++) {
        annals_text text = words_of(x, i);
        block_kind kind = x->blocks.items[i].kind;
        bool heading = kind == BLOCK_HEADING || (kind == BLOCK_DATELINE && i == h->first); /* "THE PORT MERCURY." */
        for (size_t at = 0, next; heading && at < text.length; at = next) {
            annals_text line = text_trim(line_at(text, at, &next));
            bool above = !h->title.length || line.data < h->title.data;
            bool below = h->title.length && line.data >= h->title.data + h->title.length;
            bool office = title_rank(h, line) == BY_OFFICE && !below && text_begins_upper(line);
            if (office) found = name_in(h->grammar, line), place_of_office(h, line);
            if (office && next < text.length) place_below(h, text, next);
            else if (own && above && !found.length && is_person(h, line)) found = name_in(h->grammar, line);
        }
    }
    take(&h->document->sender, found);
}

/* "Minutes of the 61st meeting" */
static void number_of_title(document_head *h) {
    size_t start, end;
    for (size_t at = 0; text_word(h->title, at, &start, &end); at = end) {
        size_t digits = start;
        while (digits < end && is_digit((unsigned char)h->title.data[digits])) digits++;
        bool ordinal = digits > start && end - digits == 2 && is_letter((unsigned char)h->title.data[digits]);
        if (ordinal && title_rank(h, h->title) == BY_KIND)
            take(&h->document->number, text_slice(h->title, start, digits));
    }
}

static void own_numbers(document_head *h) {
    const analysis *x = h->x;
    size_t start, end;
    const block *b = &x->blocks.items[h->first];
    annals_text words = words_of(x, h->first), foot = words_of(x, x->blocks.count - 1), lead, number;
    /* "[12]", below all */
    if (*foot.data == '[' && text_ends(foot, "]") && is_number(h->grammar, foot) && number_in(foot, &lead, &number))
        take(&h->document->number, number);
    bool parties = b->enumerated && captions_of(h->grammar, words) & CAPTION_PARTIES;
    if (!b->enumerated || (!parties && !has_context(h->grammar, words, 3, CONTEXT_PAPER))) return;
    if (text_word(x->text, b->start, &start, &end)) take(&h->document->number, text_slice(x->text, start, end));
}

/* "© 1958 The Port Press, Port", "© 1958-1964 The Port Press": who publishes it, and where. */
static void find_imprint(document_head *h) {
    annals_text line = imprint_of(h->x), value = {0};
    size_t year = text_find_digit(line);
    if (year + 4 >= line.length) return;
    size_t behind = year + 4, next;
    while (behind < line.length &&
           (byte_in(line.data[behind], " ,0123456789") || is_dash(text_decode(line, behind, &next))))
        behind += is_dash(text_decode(line, behind, &next)) ? next - behind : 1;
    value = text_trim(text_slice(line, behind, line.length));
    take(&h->document->sender, name_in(h->grammar, value));
    const char *comma = memchr(value.data, ',', value.length);
    if (comma)
        take(&h->document->place,
             name_in(h->grammar, text_slice(value, (size_t)(comma - value.data) + 1, value.length)));
}

/* A page of news is called what stands above it; the heading of an item calls no more than that. */
static annals_text masthead(const document_head *h) {
    size_t next;
    annals_text line = text_trim(line_at(words_of(h->x, h->first), 0, &next));
    return is_heading(line) && date_in(h->x, line) == line.length ? line : (annals_text){0};
}

/* "H. V." under letters of Honoria Vane */
static bool are_initials(annals_text letters, annals_text name) {
    size_t s, e, t, f, at = 0, count = 0;
    for (size_t i = 0; text_word(letters, i, &s, &e); i = e, count++) {
        bool found = false;
        if (e - s != 1) return false;
        for (; !found && text_word(name, at, &t, &f); at = f) found = name.data[t] == letters.data[s];
        if (!found) return false;
    }
    return count > 1;
}

/* "LETTERS OF MISS VANE TO HER AUNT, MRS. PELHAM" above all of a file: what a letter leaves out, "My dear Aunt" and
 * "H. V.". */
static void parties_of_volume(document_head *h) {
    enum { LONGEST = 160 /* bytes */ };
    annals_document *d = h->document;
    size_t next, of, to;
    annals_text line = text_trim(line_at(h->x->file, 0, &next));
    if (line.length > LONGEST || !has_role(h->grammar, first_word(line), ROLE_LETTER)) return;
    size_t before_to = find_cue(h, line, 0, CONTEXT_RECIPIENT, &to);
    bool addressed = before_to != SIZE_MAX;
    if (find_cue(h, line, 0, CONTEXT_GENITIVE | CONTEXT_SENDER, &of) > before_to) return;
    annals_text from = name_in(h->grammar, text_slice(line, of, addressed ? before_to : line.length));
    annals_text whole = text_trim(addressed ? text_slice(line, to, line.length) : (annals_text){0});
    annals_text name = name_in(h->grammar, whole);
    const char *comma = memchr(line.data, ',', line.length);
    if (comma && comma > whole.data && in_context(h->grammar, first_word(whole), CONTEXT_POSSESSIVE))
        name = name_in(h->grammar, text_slice(line, (size_t)(comma - line.data) + 1, line.length));
    bool titled = text_equal(first_word(d->sender), first_word(line)); /* "LETTERS OF MISS VANE" */
    if (name.length && (titled || count_words(d->recipient) < 2)) d->recipient = name;
    if (from.length && (titled || !d->sender.length || are_initials(d->sender, from))) d->sender = from;
}

bool find_head(annals_chronology *c, const analysis *x) {
    annals_document *d = &c->documents.items[x->document];
    document_head h = {.x = x, .grammar = x->grammar, .document = d, .first = x->head};
    if (x->head >= x->blocks.count) return true;
    if (x->items) h.title = masthead(&h);
    if (!h.title.length) h.title = title_words(&h);
    annals_text title = h.title.length || !x->hint ? h.title : x->hint->title;
    if (!says_words(title, 1)) title.length = 0; /* the rule below a table's header */
    if (!d->title.length) d->title = clean_title(&c->arena, title);
    own_numbers(&h);
    annals_text numeral = {0};
    d->title = without_numeral(&h, d->title, &numeral);
    take(&d->number, numeral);
    parties_of_title(&h, d->title);
    read_lines(&h);
    number_of_title(&h);
    find_signature(&h);
    find_place(&h);
    if (x->items) take(&d->sender, masthead(&h));
    find_office(&h);
    find_imprint(&h);
    parties_of_volume(&h);
    return !title.length || d->title.data;
}
