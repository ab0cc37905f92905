/* build_year.c: numbers that are years, and names that are months, by what stands around them; and those that are not.
 */
#include "builders.h"
#include "text.h"

#include <string.h>

/* "half of 1913 levels": a count of so many would be round, or have a comma. */
bool year_of_many(const build_context *c) {
    enum { ROUND = 50, FIRST = 1500, LAST = 2040 };
    int32_t year = c->arguments[0].value;
    return year % ROUND && year >= FIRST && year <= LAST;
}

/* "since the start of the year 300 have drowned", "at the end of the year 1200 workers left": who acts is so many,
 * where what a part of the year is of stands behind a preposition. */
bool counts_actors(const build_context *c, size_t at) {
    enum { WORDS = 4 /* "by the very end of" */ };
    annals_text word = word_before(c, at);
    if (!in_context(c->grammar, word, CONTEXT_GENITIVE) || year_of_many(c)) return false;
    if (!counts_something(c) && !verb_follows(c)) return false;
    for (int i = 0; i < WORDS && word.length; i++) {
        at = before_spaces(c, at - word.length);
        word = word_before(c, at);
        context_set contexts = contexts_of(c->grammar, word);
        if (contexts & (CONTEXT_SURE | CONTEXT_WEAK | CONTEXT_PLACE_LEAD) && !(contexts & CONTEXT_DETERMINER))
            return true;
    }
    return false;
}

/* Does who acts in what is told stand at `at`, or behind a comma there: "the", "they", a name? */
static bool subject_at(const build_context *c, size_t at) {
    const context_set subjects = CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_SPECIFIER | CONTEXT_SUBJECT;
    annals_text word = word_at(c, after_spaces(c, at + (byte_at(c, at) == ',')));
    return !word.length || text_begins_upper(word) || in_context(c->grammar, word, subjects);
}

static bool of_our_era(const build_argument *year) {
    enum { FIRST = 1000, LAST = 2100 };
    return year->digits == 4 && year->value >= FIRST && year->value <= LAST;
}

/* "After 1945 refugees filled the barracks", and not "After 1945 refugees had filled" */
static bool acts_behind(const build_context *c) {
    context_set deed = contexts_of(c->grammar, word_behind(c));
    return deed & (CONTEXT_PAST | CONTEXT_PARTICIPLE) && !(deed & (CONTEXT_HAD | CONTEXT_COPULA));
}

/* "In 1918 men died", "From 1939 to 1945 men slept", and not "In 1500 cases the judge": who acts stands right behind
 * the year.  Amid a sentence the verb must follow: "he held that in 1918 men died". */
static bool year_of_doer(const build_context *c) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_HAD;
    const build_argument *year = &c->arguments[0];
    size_t at;
    if (!of_our_era(year)) return false;
    sign_before(c, &at);
    annals_text lead = word_before(c, at);
    bool opens = text_begins_upper(lead);
    bool range = c->arguments[1].present && year_of_many(c) && year[1].value > year->value;
    bool by = opens && text_same_word(lead, "by"); /* "By 1914 women made up half" */
    bool counts_from = in_context(c->grammar, lead, CONTEXT_COUNTS_FROM);
    bool in = has_role(c->grammar, lead, ROLE_YEAR_LEAD) || counts_from;
    if (opens && counts_from && acts_behind(c)) return year_of_many(c);
    if (c->arguments[1].present ? !range : !by && !(in && behind_sure_word(c))) return false;
    if (opens) return !subject_at(c, c->end);
    return in_context(c->grammar, word_behind(c), verbs);
}

/* "1953", or the "33" of "1932-33" */
static bool may_be_year(const build_context *c) {
    const build_argument *year = &c->arguments[0];
    size_t at;
    if (year->digits != 2) return of_our_era(year);
    return is_dash(sign_before(c, &at)) && is_digit((unsigned char)byte_before(c, c->start - 1));
}

/* "The flood of 1953 killed a hundred", and not "a loss of 1953 killed": whom it killed stands behind. */
static bool year_of_deed(const build_context *c) {
    const context_set whom = CONTEXT_AMOUNT | CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_SPECIFIER;
    const context_set others = CONTEXT_FOLLOWER | CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_PAST | CONTEXT_PRESENT;
    size_t at;
    if (!may_be_year(c)) return false;
    bool led =
        is_letter(sign_before(c, &at)) && in_context(c->grammar, word_before(c, at), CONTEXT_SURE | CONTEXT_WEAK);
    if (!led && c->arguments[0].digits == 4) return false;
    annals_text deed = word_before(c, c->end), behind = word_behind(c);
    if (!in_context(c->grammar, deed, CONTEXT_PARTICIPLE)) return false;
    if (!behind.length) return byte_at(c, c->end) == ' ' && is_digit((unsigned char)byte_at(c, c->end + 1));
    context_set contexts = contexts_of(c->grammar, behind);
    return contexts & whom || !(contexts & others) || has_role(c->grammar, behind, ROLE_OF_WHOM);
}

/* "the 1926 sheep fair", "a 1926 miners' strike": the year is of what happened, with those that it could count. */
static bool names_happening(const build_context *c) {
    size_t at, end = c->end, next;
    const context_set owners = CONTEXT_DETERMINER | CONTEXT_OWNER;
    if (!of_our_era(&c->arguments[0]) || !is_letter(sign_before(c, &at))) return false;
    if (!in_context(c->grammar, word_before(c, at), owners)) return false;
    if (!is_space(sign_at(c, end, &next))) end = next; /* the apostrophe */
    return byte_at(c, end) == ' ' && has_role(c->grammar, word_at(c, end + 1), ROLE_HAPPENING);
}

/* (number): what is counted stands behind it. */
bool build_counted(const build_context *c, expr *e) {
    (void)e;
    annals_text unit = word_before(c, c->end - (byte_before(c, c->end) == '.'));
    if (byte_at(c, c->start) == '0' && c->arguments[0].digits == 4) return false; /* "by 0730 tanks were ashore" */
    if (unit.length == 1 && text_begins_upper(unit)) return false;                /* "in 1805 M. Dupont" */
    return !year_of_doer(c) && !year_of_deed(c) && !names_happening(c);
}

/* "Between 1900 and 2000 were turned away": they are told of, as nothing else stands before. */
static bool opens_as_subject(const build_context *c) {
    size_t at, before;
    if (!is_letter(sign_before(c, &at)) || !in_context(c->grammar, word_behind(c), CONTEXT_COPULA)) return false;
    before = before_spaces(c, at - word_before(c, at).length);
    return !byte_before(c, before) || byte_in(byte_before(c, before), ".;:");
}

/* (number): "between 1600 and 1700 sacks" */
bool build_round_amount(const build_context *c, expr *e) {
    (void)e;
    return !year_of_many(c) && (counts_something(c) || opens_as_subject(c));
}

/* "a failed", "its bloody": a word that tells of what quality something is, and not how much, behind one that tells
 * whose. */
static bool owned_quality(const build_context *c, annals_text word, size_t at) {
    size_t next;
    const context_set no_noun = CONTEXT_AMOUNT | CONTEXT_PAST | CONTEXT_PARTICIPLE | CONTEXT_PRESENT | CONTEXT_MODAL;
    if (contexts_of(c->grammar, word_behind(c)) & no_noun || word.length < 4 || !is_lower(text_decode(word, 0, &next)))
        return false;
    at = before_spaces(c, at - word.length);
    bool amount = contexts_of(c->grammar, word) & (CONTEXT_AMOUNT | CONTEXT_WEAK | CONTEXT_FOLLOWER);
    return !amount && in_context(c->grammar, word_before(c, at), CONTEXT_OWNER);
}

/* Is the word the "s" of "Dunne's"? */
static bool ends_possessive(const build_context *c, annals_text word) {
    static const char curly = '\x99'; /* the last byte of one */
    char sign = word.length == 1 ? byte_before(c, place_of(c, word)) : 0;
    return text_same_word(word, "s") && (sign == '\'' || sign == curly);
}

/* "a 1908 interview", "Dunne's 1908 interview", "its 2006 highs", "the failed 1905 revolution" */
static bool year_of_event(const build_context *c) {
    size_t at, next;
    annals_text behind = word_behind(c);
    if (!is_letter(sign_before(c, &at))) return false;
    annals_text before = word_before(c, at);
    bool owned = in_context(c->grammar, before, CONTEXT_OWNER) || ends_possessive(c, before), many = year_of_many(c);
    bool noun = behind.length > 3 && is_lower(text_decode(behind, 0, &next));
    if (!noun || (counts_something(c) && !many)) return false;
    return owned || (many && !counts_something(c) && owned_quality(c, before, at));
}

/* "1500 copies and 1936 maps": what stands before the "and" is no number. */
static bool joins_words(const build_context *c) {
    size_t at = before_spaces(c, c->start);
    annals_text word = word_before(c, at);
    return in_context(c->grammar, word, CONTEXT_JOINER) &&
           !is_digit((unsigned char)byte_before(c, before_spaces(c, at - word.length)));
}

/* "The survey of 1850 shows forty houses", "The law of 1850 bans it": a verb, for whom or what stands behind it; and
 * not "a fleet of 1200 ships the king had built". */
static bool year_of_teller(const build_context *c) {
    size_t at = before_spaces(c, c->start), start, end;
    annals_text of = word_before(c, at), verb = word_behind(c);
    if (!of_our_era(&c->arguments[0]) || !in_context(c->grammar, of, CONTEXT_GENITIVE)) return false;
    at = before_spaces(c, at - of.length);
    at = before_spaces(c, at - word_before(c, at).length);
    if (!in_context(c->grammar, word_before(c, at), CONTEXT_DETERMINER)) return false;
    size_t behind = place_of(c, verb) + verb.length;
    if (byte_at(c, behind) != ' ' || !word_from(c, behind, &start, &end)) return false;
    annals_text word = look(c, start, end);
    context_set contexts = contexts_of(c->grammar, word);                                  /* "1200 ships this year" */
    bool figures = is_digit((unsigned char)*word.data) || counts_things(c->grammar, word); /* "shows forty houses" */
    return figures || (contexts & CONTEXT_OWNER && !(contexts & CONTEXT_SURE)) ||
           has_role(c->grammar, word, ROLE_OBJECT);
}

/* "In 1200 parishes no priest was left", "in 1200 parishes, they say" */
static bool counts_places(const build_context *c) {
    annals_text noun = word_behind(c);
    return counts_something(c) && !year_of_many(c) && subject_at(c, place_of(c, noun) + noun.length);
}

/* "at the end of the year 1200 weavers": two words stand between "of" and the number. */
static bool counts_behind_part(const build_context *c) {
    size_t at = before_spaces(c, c->start);
    for (int words = 0; words < 2; words++) at = before_spaces(c, at - word_before(c, at).length);
    return counts_actors(c, at);
}

/* "to 1600 Burnt Mill Road", "to 1901 W. Palm Ave." */
static bool numbers_house(const build_context *c) {
    enum { LONGEST = 3 /* words */ };
    size_t start, end = c->end;
    for (int i = 0; i <= LONGEST && byte_at(c, end) == ' ' && word_from(c, end, &start, &end); i++) {
        annals_text word = look(c, start, end);
        if (!text_begins_upper(word)) return false;
        if (i && (in_context(c->grammar, word, CONTEXT_NAME_HEAD) || has_role(c->grammar, word, ROLE_STREET_KIND)))
            return true;
        end += byte_at(c, end) == '.' && word.length == 1; /* "W. Palm Ave" */
    }
    return false;
}

/* "the actress Tuesday Weld": a name goes on behind it; but not in "DUE DAILY AT NOON", which is all in capitals. */
bool build_before_name(const build_context *c, expr *e) {
    (void)e;
    annals_text behind = word_behind(c);
    bool shouted = is_upper((unsigned char)byte_before(c, c->end)) && in_context(c->grammar, behind, CONTEXT_FOLLOWER);
    return text_begins_upper(behind) && !shouted;
}

/* "the Sunday Courier", "the Winter Gardens", and not "the Sunday I met him", "the Sunday Mr. Marr came" */
bool build_before_title(const build_context *c, expr *e) {
    (void)e;
    size_t next;
    annals_text behind = word_behind(c);
    return behind.length > 1 && text_begins_upper(behind) && !in_context(c->grammar, behind, CONTEXT_TITLE) &&
           is_lower(text_decode(behind, behind.length - 1, &next));
}

/* "my aunt April", and not "I saw my aunt April 5" */
bool build_before_no_number(const build_context *c, expr *e) {
    (void)e;
    size_t next;
    uint32_t sign = sign_at(c, after_spaces(c, c->end), &next);
    return sign > 0x7f || !is_digit((unsigned char)sign);
}

/* "18 Sep. Bridge reached": the sign of what is left out ends no name. */
bool build_named_thing(const build_context *c, expr *e) {
    (void)e;
    annals_text words = own_words(c);
    return text_find(words, ". ", 0) == SIZE_MAX;
}

/* "Group 1800", and not "O Group 1800 hrs", "закон 1911 года": (number) */
bool build_reference(const build_context *c, expr *e) {
    (void)e;
    annals_text behind = word_behind(c);
    return !in_context(c->grammar, behind, CONTEXT_CLOCK_WORD) && !has_role(c->grammar, behind, ROLE_YEAR_WORD);
}

/* "and 1914 were killed", "Of the crew, 1911 drowned"; but "in 1913 and 1914 were", "in May, 1914 were": those of a
 * clause that begins with how many they are. */
bool build_counted_subject(const build_context *c, expr *e) {
    (void)e;
    size_t at;
    uint32_t sign = sign_before(c, &at);
    annals_text before = word_before(c, at);
    if (sign == ',')
        return !is_digit((unsigned char)byte_before(c, at)) && !in_context(c->grammar, before, CONTEXT_CALENDAR_WORD);
    return !sign || sign == ';' || (is_letter(sign) && joins_words(c));
}

/* "About 1300 were taken prisoner", "about 1350 paid", but not "about 1300 was the date" */
bool build_counted_actors(const build_context *c, expr *e) {
    (void)e;
    context_set contexts = contexts_of(c->grammar, word_behind(c));
    return contexts & (CONTEXT_PAST | CONTEXT_PRESENT) && !(contexts & CONTEXT_COPULA);
}

/* "He learned to date his letters", but not "it is to date the largest" */
bool build_dates_things(const build_context *c, expr *e) {
    (void)e;
    size_t at;
    bool leads = is_letter(sign_before(c, &at));
    return leads && !in_context(c->grammar, word_before(c, at), CONTEXT_COPULA | CONTEXT_PERFECT | CONTEXT_HAD);
}

/* "Reference your 1571, October 19", "to our 1812 of May 3", and not "your 1911 report": the number of a telegram */
bool build_own_number(const build_context *c, expr *e) {
    (void)e;
    annals_text behind = word_behind(c);
    return byte_in(byte_at(c, c->end), ",;.)") ||
           in_context(c->grammar, behind, CONTEXT_GENITIVE | CONTEXT_JOINER | CONTEXT_DATED | CONTEXT_REPORT);
}

/* "(* 1901, † 1977)"; a star alone has many meanings. */
static bool behind_life_sign(const build_context *c, uint32_t sign, size_t at) {
    bool star = sign == '*' && byte_in(byte_before(c, before_spaces(c, at - 1)), "(,;");
    return (star || sign == 0x2020) && !counts_something(c);
}

/* "Cork to Hull. 1871.", "Boston, Mass. 1871.": behind a place and between full stops. */
static bool year_of_place(const build_context *c) {
    size_t at, next;
    if (byte_at(c, c->end) != '.' || !year_of_many(c) || sign_before(c, &at) != '.' || !at) return false;
    annals_text place = word_before(c, at - 1);
    if (!text_begins_upper(place) || place.length < 2 || !is_lower(text_decode(place, place.length - 1, &next)))
        return false;
    at = before_spaces(c, at - 1 - place.length);
    annals_text lead = word_before(c, at);
    return byte_before(c, at) == ',' || in_context(c->grammar, lead, CONTEXT_PLACE_LEAD | CONTEXT_WEAK);
}

/* "2024 earnings", "June sales", "2024 capital spending", and not "May Sales" */
static bool names_business(const build_context *c) {
    annals_text word = word_behind(c);
    if (has_role(c->grammar, word, ROLE_BUSINESS_OF) && !has_role(c->grammar, word, ROLE_BUSINESS))
        word = word_at(c, after_spaces(c, place_of(c, word) + word.length));
    size_t next;
    bool name = word.length > 1 && text_begins_upper(word) && is_lower(text_decode(word, word.length - 1, &next));
    return !name && has_role(c->grammar, word, ROLE_BUSINESS);
}

/* Four digits are a year after a word that leads to one, at the start of a sentence, or after a comma or bracket; after
 * a word that leads to many things, only when nothing follows that they could count. */
static bool year_expected(const build_context *c) {
    size_t at;
    uint32_t sign = sign_before(c, &at);
    if ((behind_sure_word(c) && !counts_places(c) && !counts_behind_part(c)) || year_of_event(c) ||
        in_context(c->grammar, word_before(c, at), CONTEXT_WORK))
        return true;
    size_t next;
    uint32_t following = sign_at(c, c->end, &next);
    annals_text behind = word_behind(c), before = word_before(c, sign == '.' && at ? at - 1 : at);
    /* "They had not forgotten 1931, when": nothing stands behind it that it could count. */
    bool counts = !is_letter(sign) || text_begins_upper(before) || text_same_word(before, "at") ||
                  in_context(c->grammar, before, CONTEXT_RECKONED);
    if (!counts && (following == ',' || following == ';') && year_of_many(c)) return true;
    if (is_space(following) && year_of_many(c) && names_business(c)) return true;
    bool ends = !following || (following < 0x80 && byte_in((char)following, ".,;)\n")) ||
                (following == ' ' && byte_at(c, next) == '(') || in_context(c->grammar, behind, CONTEXT_WEAK);
    if (ends && year_of_many(c) && behind_dated_deed(c)) return true;
    /* "(1430 EST)", "Fig. 1900", "2000 Convoy reformed" */
    if ((sign == '(' || sign == '[') && is_space(following)) return false;
    if (year_of_place(c)) return true;
    if (is_dash(sign) && is_upper((unsigned char)byte_before(c, c->start - 1))) return false; /* "CH-1211" */
    bool letter = before.length == 1 && !in_context(c->grammar, before, CONTEXT_SURE);        /* "p.m. 1020" */
    if (sign == '.' && (letter || (before.length < 5 && text_begins_upper(before)))) return false;
    if ((!sign || sign == '.') && text_begins_upper(behind)) return false;
    if (behind_life_sign(c, sign, at)) return true;
    bool opens = !sign || sign == '(' || sign == '[' || sign == ',' || sign == ';' || sign == '.' || is_dash(sign);
    bool house = (!opens || sign == ',') && numbers_house(c);
    if (house || (!opens && !in_context(c->grammar, before, CONTEXT_WEAK))) return false;
    if (joins_words(c)) return year_of_many(c) && !counts_something(c);
    return !counts_something(c) || year_of_many(c) || year_of_teller(c);
}

/* Behind "and" a month needs another that is one for sure: "in May and June", not "he met May and June". */
static bool joins_nothing(const build_context *c) {
    size_t at = before_spaces(c, c->start);
    if (!in_context(c->grammar, word_before(c, at), CONTEXT_JOINER)) return false;
    at = before_spaces(c, at - word_before(c, at).length);
    if (is_digit((unsigned char)byte_before(c, at))) return false;
    annals_text other = word_before(c, at);
    if (!in_context(c->grammar, other, CONTEXT_CALENDAR_WORD)) return true;
    at = before_spaces(c, at - other.length);
    return !(contexts_of(c->grammar, word_before(c, at)) & (CONTEXT_SURE | CONTEXT_WEAK));
}

/* "sold to May Summers": a person, where the word before leads to persons too. */
bool build_month_alone(const build_context *c, expr *e) {
    e->month = c->arguments[0].value;
    annals_text word = word_behind(c);
    return (!text_begins_upper(word) || behind_sure_word(c)) && !joins_nothing(c);
}

/* Where months begin with a small letter: "octobre fut froid", and not "la rue Octobre". */
bool build_small_month_alone(const build_context *c, expr *e) {
    return !titled(c) && build_month_alone(c, e);
}

/* "its March operation": before the small word for what happened, and not "the March on Rome". */
bool build_month_of_event(const build_context *c, expr *e) {
    const context_set others = CONTEXT_FOLLOWER | CONTEXT_WEAK | CONTEXT_SURE | CONTEXT_PAST | CONTEXT_PRESENT |
                               CONTEXT_NAME_HEAD; /* "the May sisters" */
    annals_text word = word_behind(c);
    size_t next;
    e->month = c->arguments[0].value;
    return word.length > 3 && is_lower(text_decode(word, 0, &next)) && !(contexts_of(c->grammar, word) & others);
}

/* "as recently as August", "as late as May" */
static bool led_by_as(const build_context *c) {
    size_t at = before_spaces(c, c->start);
    annals_text as = word_before(c, at);
    if (!text_same_word(as, "as")) return false;
    at = before_spaces(c, at - as.length);
    at = before_spaces(c, at - word_before(c, at).length);
    return text_same_word(word_before(c, at), "as");
}

/* "the costly August battles"; "March   Wages are cut" opens an entry. */
bool build_month_by_itself(const build_context *c, expr *e) {
    size_t at;
    e->month = c->arguments[0].value;
    if (c->opens & OPENS_ENTRY || led_by_as(c) || names_business(c)) return true;
    e->story_only = true;
    return is_letter(sign_before(c, &at)) && owned_quality(c, word_before(c, at), at) && build_month_of_event(c, e);
}

/* The four digits behind a word that leads to many things ("to"); an absent text when there are none. */
static annals_text year_behind(const build_context *c) {
    annals_text word = word_behind(c);
    if (in_context(c->grammar, word, CONTEXT_JOINER) || !in_context(c->grammar, word, CONTEXT_WEAK))
        return (annals_text){0};
    size_t space = place_of(c, word) + word.length, end = space + 1;
    while (is_digit((unsigned char)byte_at(c, end))) end++;
    bool year = byte_at(c, space) == ' ' && end == space + 5;
    return year ? look(c, end - 4, end) : (annals_text){0};
}

/* "The vote was 1204 to 1187", "it fell from 1980 to 1940": no years run backwards. */
static bool runs_backwards(const build_context *c) {
    const char *own = own_words(c).data;
    annals_text next = year_behind(c);
    if (next.length && memcmp(own, next.data, 4) > 0) return true;
    size_t at = before_spaces(c, c->start);
    annals_text word = word_before(c, at);
    size_t end = before_spaces(c, at - word.length), start = end;
    while (is_digit((unsigned char)byte_before(c, start))) start--;
    bool digits = word.length && end == start + 4 && in_context(c->grammar, word, CONTEXT_WEAK);
    return digits && memcmp(look(c, start, end).data, own, 4) > 0 && !in_context(c->grammar, word, CONTEXT_JOINER);
}

/* A line of its own: "1635" heads what stands under it.  Without a blank line above a round number may be a sum. */
static bool heads_lines(const build_context *c) {
    size_t at = c->start;
    int breaks = 0;
    while (breaks < 2 && is_space_byte(byte_before(c, at))) breaks += byte_before(c, at--) == '\n';
    bool parted = breaks == 2 || !byte_before(c, at) || (breaks == 1 && year_of_many(c));
    return parted && ends_line(c);
}

/* "1911 | Mill built": the first cell of a row */
static bool opens_row(const build_context *c) {
    char before = byte_before(c, c->start);
    size_t at = c->end;
    while (byte_at(c, at) == ' ') at++;
    return (!before || before == '\n') && (byte_at(c, at) == '|' || byte_at(c, at) == '\t');
}

/* "It was 1936 before they met again", "it is older than 1340": nothing stands behind that it counts. */
bool build_year_it_was(const build_context *c, expr *e) {
    set_year(e, &c->arguments[0]);
    return stands_alone(c);
}

/* (year, side, or 0 where it is the first of those to the present): "ante 1512", "1892 to date" */
bool build_year_limited(const build_context *c, expr *e) {
    int32_t side = c->arguments[1].value;
    set_year(e, &c->arguments[0]);
    e->limit = side < 0 ? LIMIT_BEFORE : side ? LIMIT_AFTER : LIMIT_SINCE;
    return !side || !counts_something(c);
}

/* "Minutes, 1892–.", "Hollis (1930–)": nothing follows the dash. */
static bool is_left_open(const build_context *c) {
    size_t next, behind;
    uint32_t dash = sign_at(c, c->end, &next);
    if (!is_dash(dash) || dash == '-' || is_dash(sign_before(c, &behind))) return false;
    uint32_t sign = sign_at(c, next, &behind);
    return !sign || (sign < 0x80 && byte_in((char)sign, ").,;]\n"));
}

/* "?1848", "(?1848)": as catalogues doubt a year */
static bool is_queried(const build_context *c) {
    if (!c->start || byte_before(c, c->start) != '?') return false;
    char before = byte_before(c, c->start - 1);
    return !before || byte_in(before, " ([\n");
}

/* "[184-]", "184-?", "18--": as catalogues leave out what is not known of a year */
bool build_catalogue_years(const build_context *c, expr *e) {
    enum { FIRST = 10, LAST = 20, OF_DECADE = 3, OF_CENTURY = 2 };
    int32_t number = c->arguments[0].value, century = c->arguments[0].digits == OF_DECADE ? number / 10 : number;
    annals_text behind = look(c, c->end, c->end + 3);
    size_t blanks = c->arguments[0].digits == OF_CENTURY ? 2 : 1;
    bool dashes = text_starts(behind, blanks == 2 ? "--" : "-"), decade = c->arguments[0].digits == OF_DECADE;
    if (!dashes || !(decade || blanks == 2) || century < FIRST || century > LAST) return false;
    char end = byte_at(c, c->end + blanks);
    bool bracketed = byte_before(c, c->start) == '[' && byte_in(end, "]?"), ends = !end || byte_in(end, " ,.;:)]\n");
    if (decade) e->decade = number;
    else e->century = number + 1;
    e->uncertain = end == '?';
    annals_text lead = word_before(c, before_spaces(c, c->start));
    bool led = behind_sure_word(c) || in_context(c->grammar, lead, CONTEXT_GENITIVE);
    return bracketed || end == '?' || (!decade && ends && led);
}

/* Do the figures show a time of day, as orders give one? */
static bool shows_clock(const build_argument *year) {
    return year->value / 100 <= 24 && year->value % 100 < 60 && year->value % 5 == 0;
}

/* ... and no year that may still be to come */
static bool shows_no_year(const build_argument *year) {
    enum { NEAR_FIRST = 1950, NEAR_LAST = 2099 };
    return shows_clock(year) && (year->value < NEAR_FIRST || year->value > NEAR_LAST);
}

/* "before 1900 today", and not "before 1900 today's mills" */
static bool day_stands_behind(const build_context *c) {
    annals_text day = word_behind(c);
    if (!is_of_category(c->grammar, day, "day-word") && !text_same_word(day, "tonight")) return false;
    size_t next;
    uint32_t sign = sign_at(c, place_of(c, day) + day.length, &next);
    return sign != '\'' && sign != 0x2019 && behind_weak_word(c);
}

/* "All ships must be clear by": the clause says what is to be, and not what must have been, or would be. */
static bool is_demanded(const build_context *c) {
    enum { MOST_WORDS = 12 };
    const context_set none = CONTEXT_PERFECT | CONTEXT_HAD | CONTEXT_PAST | CONTEXT_SURE | CONTEXT_RANGE_LEAD,
                      may_be = CONTEXT_FORETOLD | CONTEXT_POSSIBLE | CONTEXT_ALLOWED;
    size_t at = before_spaces(c, c->start);
    for (int i = 0; i < MOST_WORDS; i++) {
        while (is_digit((unsigned char)byte_before(c, at))) at--; /* "by 1800 and planes by 2130" */
        annals_text word = word_before(c, at = before_spaces(c, at));
        if (!word.length || in_context(c->grammar, word, none)) return false;
        if (in_context(c->grammar, word, CONTEXT_FUTURE)) return true;
        if (in_context(c->grammar, word, CONTEXT_MODAL)) return !in_context(c->grammar, word, may_be);
        at = before_spaces(c, at - word.length);
    }
    return false;
}

/* (year): "must be clear by 1800", which resolve.c takes for a time of day where the year is over */
bool build_year_or_clock(const build_context *c, expr *e) {
    char behind = byte_at(c, c->end);
    bool ends = !behind || byte_in(behind, ".,;)!\n") || in_context(c->grammar, word_behind(c), CONTEXT_JOINER);
    set_year(e, &c->arguments[0]);
    e->clock_unsure = true;
    return ends && shows_no_year(&c->arguments[0]) && is_demanded(c);
}

/* "the 1984 received were kept": what is done to them stands behind, and then what they did. */
bool build_counted_which(const build_context *c, expr *e) {
    const context_set verbs = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_COPULA | CONTEXT_HAD;
    (void)e;
    annals_text done = word_behind(c);
    if (!in_context(c->grammar, done, CONTEXT_PARTICIPLE | CONTEXT_DONE)) return false;
    annals_text verb = word_at(c, place_of(c, done) + done.length + 1);
    return contexts_of(c->grammar, verb) & verbs && !in_context(c->grammar, verb, CONTEXT_PARTICIPLE);
}

/* "He spent 1921 in Berlin" */
static bool is_spent(const build_context *c) {
    annals_text behind = word_behind(c);
    return has_role(c->grammar, word_before(c, before_spaces(c, c->start)), ROLE_SPENT) &&
           has_role(c->grammar, behind, ROLE_TIE) && in_context(c->grammar, behind, CONTEXT_FOLLOWER);
}

/* (year, whether the language needs no word that leads to it): "Er kam 1962 zurück" */
bool build_bare_year(const build_context *c, expr *e) {
    set_year(e, &c->arguments[0]);
    if (is_queried(c)) {
        e->uncertain = true;
        return true;
    }
    if (is_left_open(c)) e->limit = LIMIT_SINCE;
    if (heads_lines(c) || opens_row(c)) return true;
    if (shows_clock(&c->arguments[0]) && day_stands_behind(c)) return false;
    if (runs_backwards(c)) return false;
    if (c->opens & OPENS_ENTRY || is_spent(c)) return true;
    return c->arguments[1].present ? !counts_something(c) : year_expected(c);
}

bool behind_weak_word(const build_context *c) {
    size_t at;
    return is_letter(sign_before(c, &at)) && in_context(c->grammar, word_before(c, at), CONTEXT_WEAK);
}

/* "the '48 rising", "a '29 crash" */
bool build_apostrophe_of_event(const build_context *c, expr *e) {
    size_t next;
    annals_text behind = word_behind(c);
    set_year(e, &c->arguments[0]);
    return behind.length > 3 && is_lower(text_decode(behind, 0, &next)) &&
           !in_context(c->grammar, behind, CONTEXT_FOLLOWER | CONTEXT_WEAK | CONTEXT_SURE);
}

/* Ranges of years need no expressions of their own: the first and the last year say all. */
