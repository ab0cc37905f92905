/* build_number.c: four digits that are no year by the row, the work, the street or the brackets that they stand in. */
#include "builders.h"
#include "text.h"

static bool digit_before(const build_context *c, size_t at) {
    return is_digit((unsigned char)byte_before(c, at));
}

static bool digit_at(const build_context *c, size_t at) {
    return is_digit((unsigned char)byte_at(c, at));
}

/* Where the figures that end at `at` begin. */
static size_t before_figures(const build_context *c, size_t at) {
    enum { LONGEST = 8 };
    for (int i = 0; i < LONGEST && digit_before(c, at); i++) at--;
    return at;
}

static size_t after_figures(const build_context *c, size_t at) {
    enum { LONGEST = 8 };
    for (int i = 0; i < LONGEST && digit_at(c, at); i++) at++;
    return at;
}

/* ---------------------------------------------------------------- rows of what is counted */

/* A plural that is no measure of time and no verb; figures count it. */
static bool is_counted(const build_context *c, annals_text word) {
    const context_set none = CONTEXT_NOT_PLURAL | CONTEXT_CALENDAR_WORD | CONTEXT_WEAK | CONTEXT_SURE;
    if (is_of_category(c->grammar, word, "counted")) return true;
    if (word.length < 3 || text_begins_upper(word) || is_of_category(c->grammar, word, "unit")) return false;
    return contexts_of(c->grammar, word) & CONTEXT_PLURAL && !in_context(c->grammar, word, none);
}

/* Four figures behind a word that leads to a year: "in 1911". */
static bool leads_to_year(const build_context *c, size_t end) {
    size_t start = before_figures(c, end);
    annals_text lead = word_before(c, before_spaces(c, start));
    return end - start == 4 && in_context(c->grammar, lead, CONTEXT_SURE);
}

/* Ends at `at` what was counted before: "1938 sheep", "1,200 head of cattle", "40 brass guns"? */
static bool count_ends(const build_context *c, size_t at) {
    enum { LONGEST = 3 /* words */ };
    const context_set verbs = CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL | CONTEXT_COPULA | CONTEXT_CALENDAR_WORD;
    bool counted = false;
    for (int words = 0; words <= LONGEST; words++) {
        size_t end = before_spaces(c, at);
        if (digit_before(c, end)) return counted && end < at && !leads_to_year(c, end);
        annals_text word = word_before(c, end);
        if (!word.length || (words && end == at) || in_context(c->grammar, word, verbs)) return false;
        counted = counted || is_counted(c, word);
        at = end - word.length;
    }
    return false;
}

/* "300 horses, 1863 dragoons and 1911 pikes": what is counted stands before and behind. */
static bool goes_on_counting(const build_context *c) {
    size_t at = before_spaces(c, c->start);
    annals_text link = word_before(c, at);
    if (!is_counted(c, word_behind(c))) return false;
    if (link.length && !in_context(c->grammar, link, CONTEXT_JOINER)) return false;
    at = before_spaces(c, at - link.length);
    if (byte_before(c, at) == ',') at--;
    else if (!link.length) return false;
    return count_ends(c, at);
}

/* "1863 dragoons, 300 horses": more is counted behind it, and no word before leads to a year or to what is of one. */
static bool begins_to_count(const build_context *c) {
    size_t at;
    annals_text noun = word_behind(c);
    if (!is_counted(c, noun)) return false;
    const context_set leads = CONTEXT_SURE | CONTEXT_WEAK | CONTEXT_DETERMINER | CONTEXT_OWNER | CONTEXT_SPECIFIER;
    if (is_letter(sign_before(c, &at)) && in_context(c->grammar, word_before(c, at), leads)) return false;
    at = place_of(c, noun) + noun.length;
    if (byte_at(c, at) == ',') at++;
    at = after_spaces(c, at);
    annals_text link = digit_at(c, at) ? (annals_text){0} : word_at(c, at);
    if (in_context(c->grammar, link, CONTEXT_JOINER)) at = after_spaces(c, at + link.length);
    else if (link.length || byte_before(c, at) != ' ') return false;
    size_t end = after_figures(c, at);
    return end > at && byte_at(c, end) == ' ' && is_counted(c, word_at(c, end + 1));
}

/* "2010 people in 1812 shops", "1945 runs in 2012 balls" */
static bool counts_in_count(const build_context *c) {
    size_t at = before_spaces(c, c->start);
    annals_text in = word_before(c, at);
    return has_role(c->grammar, in, ROLE_YEAR_LEAD) && is_counted(c, word_behind(c)) && count_ends(c, at - in.length);
}

/* "with 1863 and 40 wagons": figures behind "with" count, alone or two of them one thing. */
static bool stands_behind_with(const build_context *c) {
    size_t at;
    sign_before(c, &at);
    if (!has_role(c->grammar, word_before(c, at), ROLE_WITH)) return false;
    annals_text noun = word_behind(c);
    if (in_context(c->grammar, noun, CONTEXT_JOINER)) {
        at = after_spaces(c, place_of(c, noun) + noun.length);
        size_t end = after_figures(c, at);
        if (end == at || byte_at(c, end) != ' ') return false;
        noun = word_at(c, end + 1);
        return noun.length > 2 && !is_of_category(c->grammar, noun, "unit") &&
               !in_context(c->grammar, noun, CONTEXT_CALENDAR_WORD);
    }
    return is_counted(c, noun);
}

/* ---------------------------------------------------------------- pages of a work */

typedef struct pages {
    size_t start, end; /* of the first and the last figure */
    bool range;        /* "1701-1722" */
    bool ends;         /* nothing of the sentence goes on behind them */
    bool dated;        /* but a year in brackets: "(1954)" */
} pages;

static size_t dash_length(const build_context *c, size_t end) {
    enum { LONG = 3 /* bytes */ };
    size_t next;
    if (byte_before(c, end) == '-') return 1;
    return end >= LONG && is_dash(sign_at(c, end - LONG, &next)) && next == end ? LONG : 0;
}

static pages pages_around(const build_context *c) {
    pages p = {.start = c->start, .end = c->end};
    size_t dash = dash_length(c, p.start), next;
    if (dash && digit_before(c, p.start - dash)) {
        p.start = before_figures(c, p.start - dash);
        p.range = true;
    } else if (is_dash(sign_at(c, p.end, &next)) && digit_at(c, next)) {
        p.end = after_figures(c, next);
        p.range = true;
    }
    if (text_find(look(c, c->start, c->end), "-", 0) != SIZE_MAX || c->end - c->start > 4) p.range = true;
    size_t at = after_spaces(c, p.end), year = at + 1;
    p.dated = byte_at(c, at) == '(' && after_figures(c, year) == year + 4 && byte_at(c, year + 4) == ')';
    char sign = byte_at(c, p.end);
    p.ends = p.dated || !sign || byte_in(sign, ".,;)]\n");
    return p;
}

/* "Tolm Acad.", "Phys. Rev.", and no "Add. Ms." */
static bool behind_capital(const build_context *c, size_t at) {
    at = before_spaces(c, at);
    annals_text word = word_before(c, at - (byte_before(c, at) == '.'));
    return text_begins_upper(word) && !is_of_category(c->grammar, word, "fonds");
}

/* The capitalised word of a title, or a name, that figures stand behind, and whether it is cut short and not the first:
 * "Tolm Acad. 73", but "Fasc. 73" holds papers of its years. */
static annals_text title_before(const build_context *c, size_t figures, bool *cut) {
    size_t at = before_spaces(c, figures);
    *cut = byte_before(c, at) == '.';
    annals_text word = word_before(c, at - *cut);
    const context_set others = CONTEXT_CALENDAR_WORD | CONTEXT_SURE | CONTEXT_WEAK | CONTEXT_PAGE;
    if (*cut && (in_context(c->grammar, word, CONTEXT_NUMBERED) || !behind_capital(c, at - 1 - word.length)))
        return (annals_text){0};
    bool title = word.length > 1 && text_begins_upper(word) && !in_context(c->grammar, word, others) &&
                 !is_of_category(c->grammar, word, "reference") && !is_of_category(c->grammar, word, "month");
    return title ? word : (annals_text){0};
}

/* "Review 12, no. 4 (1956): 1204-1211", "Lit. 45 (3): 1701-1722": `close` is behind the bracket. */
static bool behind_issue(const build_context *c, size_t close, const pages *p) {
    enum { LONGEST = 24 };
    size_t at = close - 1;
    bool figures = false;
    for (int i = 0; i < LONGEST && !byte_in(byte_before(c, at), "(\n") && byte_before(c, at); i++, at--)
        figures = figures || digit_before(c, at);
    if (byte_before(c, at) != '(' || !figures || !p->ends) return false;
    return p->range || digit_before(c, before_spaces(c, at - 1));
}

/* "Brandt 1911: 1204-1211", "Brandt 1911, 1204-1211", where no years run on: `end` is behind the year. */
static bool behind_author(const build_context *c, size_t end, bool colon, const pages *p) {
    annals_text year = look(c, end - 4, end), first = look(c, p->start, p->start + 4);
    return p->range && p->ends && (colon || text_compare(first, year) <= 0);
}

/* "Acad. 73, 1911-1938", "Nature 173, 1938-1956 (1954)": pages behind a volume, or behind a work and its year. */
static bool behind_work(const build_context *c, size_t end, bool colon, const pages *p) {
    bool cut;
    size_t start = before_figures(c, end);
    annals_text title = title_before(c, start, &cut);
    if (!title.length || start == end || end - start > 4) return false;
    if (end - start == 4) return !cut && behind_author(c, end, colon, p);
    bool work = cut || has_role(c->grammar, title, ROLE_PERIODICAL);
    return p->range && p->ends && (work || p->dated);
}

/* "ibid., 1789", "Chem. Acta 73: 1911-1938" */
static bool numbers_pages(const build_context *c) {
    const pages p = pages_around(c);
    size_t at = before_spaces(c, p.start);
    char mark = byte_before(c, at);
    if ((mark != ':' && mark != ',') || byte_at(c, at) != ' ') return false;
    at--;
    if (mark == ':' && byte_before(c, at) == ')') return behind_issue(c, at, &p);
    if (digit_before(c, at)) return behind_work(c, at, mark == ':', &p);
    if (byte_before(c, at) == '.') at--;
    return has_role(c->grammar, word_before(c, at), ROLE_SAME_WORK);
}

/* ---------------------------------------------------------------- other numbers */

/* "2 Q.B. 177", "A.C. 562": a number or none, letters that stand for a name, and the number of a page */
static bool report_at(const build_context *c, size_t at) {
    enum { LONGEST = 16 };
    size_t next, letters = 0, capitals = 0;
    for (int i = 0; i < 4 && is_digit((unsigned char)byte_at(c, at)); i++) at++;
    if (byte_at(c, at) == ' ') at++;
    for (; letters < LONGEST && !is_digit((unsigned char)byte_at(c, at)); letters++, at++) {
        uint32_t sign = sign_at(c, at, &next);
        if (!is_letter(sign) && sign != '.' && sign != ' ') return false;
        capitals += is_upper(sign) || sign == '.';
    }
    return capitals > 1 && letters < LONGEST && byte_before(c, at) == ' ';
}

/* "[1954] 2 Q.B. 177": the year of a volume of law reports */
static bool cites_case(const build_context *c) {
    return byte_before(c, c->start) == '[' && byte_at(c, c->end) == ']' && byte_at(c, c->end + 1) == ' ' &&
           report_at(c, c->end + 2);
}

/* "sshd[1938]:" */
static bool numbers_process(const build_context *c) {
    size_t next;
    bool glued =
        byte_before(c, c->start) == '[' && c->start > 1 && is_letter((unsigned char)byte_before(c, c->start - 1));
    return glued && byte_at(c, c->end) == ']' && !is_letter(sign_at(c, c->end + 1, &next)) &&
           byte_at(c, c->end + 1) == ':';
}

/* "sent to Brenn as 1973": the word before is what a number is given by, and the verb of it stands a few words off. */
static bool given_as_number(const build_context *c) {
    enum { REACH = 5 };
    size_t at = before_spaces(c, c->start);
    annals_text word = word_before(c, at);
    if (!has_role(c->grammar, word, ROLE_GIVEN_AS) || !byte_in(byte_at(c, c->end), ".,;)\n")) return false;
    for (int i = 0; i < REACH && word.length; i++) {
        at = before_spaces(c, at - word.length);
        word = word_before(c, at);
        if (has_role(c->grammar, word, ROLE_NUMBERING)) return true;
    }
    return false;
}

/* "Lindenstraße": the word, or what it ends in */
static bool names_street(const build_context *c, annals_text word) {
    enum { SHORTEST = 4, LONGEST = 8 };
    if (has_role(c->grammar, word, ROLE_STREET)) return true;
    for (size_t tail = SHORTEST; tail <= LONGEST && tail < word.length; tail++)
        if (has_role(c->grammar, text_slice(word, word.length - tail, word.length), ROLE_STREET)) return true;
    return false;
}

/* Where the name of the street begins that ends at `at`: "calle del Carmen"; SIZE_MAX where none does. */
static size_t street_start(const build_context *c, size_t at) {
    enum { LONGEST = 5 /* words */ };
    for (int i = 0; i < LONGEST; i++) {
        size_t end = before_spaces(c, at);
        annals_text word = word_before(c, end);
        size_t start = word.length ? end - word.length : before_figures(c, end);
        if (start == end) return SIZE_MAX;
        if (names_street(c, word)) return start;
        at = start;
    }
    return SIZE_MAX;
}

/* "wohnt in der Lindenstraße 1863.", "en la calle del Carmen, 1863;": a house, where it is no line of its own, as under
 * a picture, and the number ends what is said.  Without a comma the street is one of a list, or somebody's who lives
 * there. */
static bool numbers_house_of_street(const build_context *c) {
    enum { REACH = 5 };
    size_t at = before_spaces(c, c->start);
    bool comma = byte_before(c, at) == ',';
    if (!byte_in(byte_at(c, c->end), ".,;)\n") && byte_at(c, c->end)) return false;
    at = street_start(c, at - comma);
    if (at == SIZE_MAX || !at || byte_before(c, at) == '\n') return false;
    at = before_spaces(c, at);
    if (comma || byte_in(byte_before(c, at), ",;:(")) return byte_before(c, at) != 0;
    for (int i = 0; i < REACH; i++) {
        annals_text word = word_before(c, at);
        if (!word.length) return false;
        if (has_role(c->grammar, word, ROLE_DWELLING)) return true;
        at = before_spaces(c, at - word.length);
    }
    return false;
}

/* (number): what could be a year counts, numbers or names something. */
bool build_no_year(const build_context *c, expr *e) {
    (void)e;
    return cites_case(c) || counts_in_count(c) || goes_on_counting(c) || begins_to_count(c) || stands_behind_with(c) ||
           numbers_pages(c) || numbers_process(c) || given_as_number(c) || numbers_house_of_street(c);
}

/* (number): "Resolution 1911;", and not "die Resolution 1911 aufgehoben", where years need no word that leads to them
 */
bool build_ends_item(const build_context *c, expr *e) {
    (void)e;
    char sign = byte_at(c, c->end);
    return !sign || byte_in(sign, ".,;)\n");
}

/* "inv. 1863; cat. 1938", and not "the cat. 1938 was" */
bool build_behind_mark(const build_context *c, expr *e) {
    (void)e;
    size_t at;
    return !is_letter(sign_before(c, &at));
}

/* And no letter of a name: "Domingo A. Ruiz" */
static bool all_capitals(annals_text word) {
    return word.length > 1 && text_in_capitals(word);
}

/* "in FO 1011/1953, at", and not "AD 1699/1700", "ACCOUNTS FOR 1911/12 ARE": behind the letters of an archive, which
 * are capitals among small ones. */
bool build_behind_code(const build_context *c, expr *e) {
    enum { LONGEST = 4 };
    (void)e;
    size_t at;
    annals_text code = is_letter(sign_before(c, &at)) ? word_before(c, at) : (annals_text){0};
    if (code.length < 2 || code.length > LONGEST || !all_capitals(code)) return false;
    const context_set words = CONTEXT_SURE | CONTEXT_WEAK | CONTEXT_CALENDAR_WORD;
    if (in_context(c->grammar, code, words) || is_of_category(c->grammar, code, "era")) return false;
    return !all_capitals(word_before(c, before_spaces(c, at - code.length))) && !all_capitals(word_behind(c));
}

/* ---------------------------------------------------------------- persons */

/* (whether amid a sentence only): "Domingo Ruiz", a first name with the other behind it, where days and months are
 * written small; but "el Domingo Santo", and a row of months. */
bool build_given_name(const build_context *c, expr *e) {
    (void)e;
    size_t at;
    annals_text own = own_words(c), other = word_behind(c);
    if (!text_begins_upper(own) || all_capitals(own) || !text_begins_upper(other) || all_capitals(other)) return false;
    uint32_t sign = sign_before(c, &at);
    annals_text before = word_before(c, at);
    const context_set leads = CONTEXT_DETERMINER | CONTEXT_SURE | CONTEXT_CALENDAR_WORD | CONTEXT_SPECIFIER;
    bool joined = in_context(c->grammar, before, CONTEXT_JOINER);
    if ((!joined && in_context(c->grammar, before, leads)) || digit_before(c, at)) return false;
    if (c->arguments[0].present && !is_letter(sign)) return false;
    size_t end = place_of(c, other) + other.length;
    return !digit_at(c, end + 1) && !in_context(c->grammar, word_at(c, end + 1), CONTEXT_CALENDAR_WORD);
}

/* "Judge Augustus Friday", "Miss A. May": behind a title and a first name, or its letter. */
bool build_surname(const build_context *c, expr *e) {
    (void)e;
    size_t at = before_spaces(c, c->start);
    bool stop = byte_before(c, at) == '.';
    annals_text given = word_before(c, at - stop);
    if (!text_begins_upper(given) || (stop ? given.length > 1 : !has_role(c->grammar, given, ROLE_FIRST_NAME)))
        return false;
    at = before_spaces(c, at - stop - given.length);
    annals_text title = word_before(c, at - (byte_before(c, at) == '.'));
    return in_context(c->grammar, title, CONTEXT_HONORIFIC) && !has_role(c->grammar, title, ROLE_RULER);
}

/* "said that June was ill", and not "left that June", "that June was hot": somebody says what follows, with its verb.
 */
bool build_person_told_of(const build_context *c, expr *e) {
    (void)e;
    enum { SHORT = 4 /* bytes: "told him that" */ };
    annals_text verb = word_before(c, before_spaces(c, c->start));
    if (verb.length && verb.length <= SHORT && !in_context(c->grammar, verb, CONTEXT_REPORT))
        verb = word_before(c, before_spaces(c, place_of(c, verb)));
    return in_context(c->grammar, verb, CONTEXT_REPORT) &&
           in_context(c->grammar, word_behind(c), CONTEXT_PAST | CONTEXT_PRESENT | CONTEXT_MODAL);
}

/* "a letter from May, who", and not "since May, who" */
bool build_of_whom(const build_context *c, expr *e) {
    (void)e;
    return !behind_sure_word(c);
}
