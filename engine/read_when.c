/* read_when.c: one date that somebody asks for, in EDTF or in words. */
#include "analysis.h"
#include "edtf.h"
#include "joint.h"
#include "language.h"
#include "text.h"
#include "when.h"

/* EDTF's mark behind a date in words, or ours. */
static annals_text take_qualifier(annals_text text, unsigned *qualifier) {
    enum { MARK = 3 };
    if (text.length > MARK && text_equal(text_slice(text, text.length - MARK, text.length), annals_text_of("(?)"))) {
        *qualifier = ANNALS_EDTF_UNCERTAIN;
        return text_trim(text_slice(text, 0, text.length - MARK));
    }
    char last = text.length ? text.data[text.length - 1] : 0;
    *qualifier = (last == '?' || last == '%' ? ANNALS_EDTF_UNCERTAIN : 0u) |
                 (last == '~' || last == '%' ? ANNALS_EDTF_APPROXIMATE : 0u);
    return *qualifier ? text_trim(text_slice(text, 0, text.length - 1)) : text;
}

/* What the words before a date that stands alone make of it. */
typedef enum lead { LEAD_NONE, LEAD_WITHIN, LEAD_ONWARD, LEAD_UNKNOWN } lead;

static lead lead_of(const analysis *x, bool range) {
    const raw_mention *raw = x->raws.items;
    annals_text words = text_trim(text_slice(x->text, 0, raw->start));
    bool limited = raw->expr->limit != LIMIT_NONE;
    if (!words.length || place_said(x->grammar, SAY_LEADS, words) != SIZE_MAX) return LEAD_NONE;
    if (limited && place_said(x->grammar, SAY_BOUNDS, words) != SIZE_MAX) return LEAD_NONE;
    if (range && place_said(x->grammar, SAY_WITHIN, words) != SIZE_MAX) return LEAD_WITHIN;
    if (place_said(x->grammar, SAY_ONWARD, words) == SIZE_MAX) return LEAD_UNKNOWN;
    return range || limited ? LEAD_NONE : LEAD_ONWARD;
}

/* "3 August 1962, between 21:00 and 22:00": the word stands behind the day, and is one of the mention's own. */
static bool says_within(const analysis *x) {
    const annals_text words = text_slice(x->text, x->raws.items->start, x->raws.items->end);
    size_t start, end;
    for (size_t at = 0; text_word(words, at, &start, &end); at = end)
        if (place_said(x->grammar, SAY_WITHIN, text_slice(words, start, end)) != SIZE_MAX) return true;
    return false;
}

/* A date, and what its words say of the weekday that it was not. */
typedef struct found_date {
    annals_when when;
    annals_text weekday;
} found_date;

static annals_text wrong_weekday(const annals_mention *m) {
    for (size_t i = 0; m->wrong_weekday && i < m->resolution->step_count; i++)
        if (text_starts(m->resolution->steps[i], "that day was")) return m->resolution->steps[i];
    return (annals_text){0};
}

/* The time of a text that is one date, or one range, and nothing else but what leads to it. */
static bool sole_time(annals_chronology *c, annals_when *when) {
    const analysis *x = c->analyses.items[0];
    const annals_mention *m = c->mentions.items;
    const raw_mention *raw = x->raws.items;
    size_t count = x->raws.count;
    bool range = count == 2 && raw->range == ANNALS_RANGE_BEGIN;
    bool either = count == 2 && !range && says_either(x, 0, m->when, m[1].when);
    if ((count != 1 && !range && !either) || m->impossible || raw[count - 1].end < text_trim(x->text).length)
        return false;
    lead before = lead_of(x, range);
    *when = *m->when;
    if (before == LEAD_UNKNOWN || (either && before != LEAD_NONE)) return false;
    if (either) return when_either(&c->arena, m->when, m[1].when, when);
    if (before == LEAD_WITHIN || (range && says_within(x))) return when_within(&c->arena, m->when, m[1].when, when);
    if (before == LEAD_ONWARD) return when_limit(&c->arena, LIMIT_SINCE, when);
    return !range || when_range(&c->arena, m->when, m[1].when, when);
}

/* A date in words, as a document of that language has it; ANNALS_DATE, without a word, when it is none. */
static annals_status read_words_in(annals_chronology *c, annals_text language, annals_text text, found_date *date,
                                   annals_error *error) {
    annals_chronology *scratch = annals_new(&(annals_options){.language = language, .order = c->options.order}, error);
    if (!scratch) return ANNALS_MEMORY;
    annals_status status = annals_add_text(scratch, "", text, error);
    annals_when found;
    if (status == ANNALS_OK && !sole_time(scratch, &found)) status = ANNALS_DATE;
    if (status == ANNALS_OK) status = chronology_own_when(c, &found, &date->when, error);
    if (status == ANNALS_OK) date->weekday = arena_text(&c->arena, wrong_weekday(scratch->mentions.items));
    annals_free(scratch);
    return status;
}

/* A few words tell no language for sure: those that read it must agree. */
static annals_status read_words_of_any(annals_chronology *c, annals_text text, found_date *date, annals_error *error) {
    found_date found;
    bool read = false;
    for (const char *const *language = annals_languages(); *language; language++) {
        annals_status status = read_words_in(c, annals_text_of(*language), text, &found, error);
        if (status == ANNALS_DATE) continue;
        if (status != ANNALS_OK || (read && !whens_equal(&date->when, &found.when)))
            return status == ANNALS_OK ? ANNALS_DATE : status;
        *date = found;
        read = true;
    }
    return read ? ANNALS_OK : ANNALS_DATE;
}

static annals_status read_words(annals_chronology *c, annals_text text, found_date *date, annals_error *error) {
    enum { LONGEST = 80 };
    annals_status status = read_words_in(c, c->options.language, text, date, error);
    bool any = status == ANNALS_DATE && !c->options.language.length && text.length <= LONGEST && text_has_digit(text);
    if (any) status = read_words_of_any(c, text, date, error);
    if (status != ANNALS_DATE) return status;
    return annals_fail(error, ANNALS_DATE, "'%.*s' is not a date; write it like 1962-10-27 or 27 October 1962",
                       (int)(text.length < LONGEST ? text.length : LONGEST), text.data ? text.data : "");
}

/* "(27 October 1962)" without what it stands in. */
static annals_text without_brackets(annals_text text) {
    bool within = text.length > 2 && text.data[0] == '(' && text.data[text.length - 1] == ')';
    return within ? text_trim(text_slice(text, 1, text.length - 1)) : text;
}

/* The last word, which brackets or a comma may part from the rest. */
static annals_text take_last_word(annals_text text, annals_text *rest) {
    size_t start = text.length;
    while (start && text.data[start - 1] != ' ') start--;
    *rest = text_trim(text_slice(text, 0, start));
    if (rest->length && rest->data[rest->length - 1] == ',') rest->length--;
    return without_brackets(text_slice(text, start, text.length));
}

/* A weekday may stand behind its date, too: then it says the same before it.  What else may stand there makes another
 * date of it, or none. */
static annals_status read_weekday_behind(annals_chronology *c, annals_text text, found_date *date) {
    annals_text rest, word = take_last_word(text, &rest);
    text_buffer turned = {0};
    found_date alone = {0};
    if (!rest.length || text_has_digit(word)) return ANNALS_DATE;
    text_printf(&turned, "%.*s %.*s", (int)word.length, word.data, (int)rest.length, rest.data);
    annals_status status =
        turned.failed ? ANNALS_MEMORY : read_words(c, (annals_text){turned.data, turned.length}, date, NULL);
    if (status == ANNALS_OK) status = read_words(c, rest, &alone, NULL);
    text_free(&turned);
    return status == ANNALS_OK && !whens_equal(&date->when, &alone.when) ? ANNALS_DATE : status;
}

/* A bare "18" or "196" is a century or a decade in EDTF, but hardly to whoever wrote it as a date. */
static bool is_bare_number(annals_text text) {
    enum { DIGITS_OF_DECADE = 3 };
    return text.length <= DIGITS_OF_DECADE + (text_starts(text, "-") ? 1u : 0u);
}

annals_status annals_read_date(annals_chronology *c, annals_text text, annals_when *when, annals_text *weekday,
                               annals_error *error) {
    annals_edtf value;
    unsigned qualifier;
    found_date date = {0};
    *weekday = date.weekday;
    text = without_brackets(text_trim(text));
    if (!is_bare_number(text) && edtf_read(&c->arena, text, &value, NULL))
        return edtf_when(&c->arena, &value, when) ? ANNALS_OK : no_memory(error);
    annals_text words = take_qualifier(text, &qualifier);
    annals_status status = read_words(c, words, &date, error);
    annals_status turned = status == ANNALS_DATE ? read_weekday_behind(c, words, &date) : ANNALS_DATE;
    if (turned == ANNALS_MEMORY) return no_memory(error);
    if (status != ANNALS_OK && turned != ANNALS_OK) return status;
    *when = date.when;
    *weekday = date.weekday;
    if (!qualifier) return ANNALS_OK;
    when->uncertain |= (qualifier & ANNALS_EDTF_UNCERTAIN) != 0;
    when->approximate |= (qualifier & ANNALS_EDTF_APPROXIMATE) != 0;
    if (!when->edtf.length) return ANNALS_OK;
    when->edtf = edtf_qualified(&c->arena, when->edtf, qualifier);
    return when->edtf.data ? ANNALS_OK : no_memory(error);
}

annals_status annals_read_when(annals_chronology *c, annals_text text, annals_when *when, annals_error *error) {
    annals_text weekday;
    return annals_read_date(c, text, when, &weekday, error);
}
