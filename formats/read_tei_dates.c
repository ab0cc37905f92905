/* read_tei_dates.c: what TEI states of dates: by attributes, which count as we do (TEI P5, att.datable.w3c and
 * att.datable.iso), or in other calendars (att.datable.custom); else by words, of which @calendar says how they count.
 */
#include "tei_dates.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* Words of the names that calendars go by. */
static const struct {
    const char *word;
    tei_calendar calendar;
} known[] = {{"julian", TEI_JULIAN},    {"old style", TEI_JULIAN}, {"oldstyle", TEI_JULIAN}, {"old-style", TEI_JULIAN},
             {"gregorian", TEI_PLAIN},  {"new style", TEI_PLAIN},  {"newstyle", TEI_PLAIN},  {"new-style", TEI_PLAIN},
             {"republican", TEI_PLAIN}, {"revolution", TEI_PLAIN}};
static const char old_style[] = " O.S.";

/* ------------------------------------------------------------------ calendars */

static bool holds(annals_text text, const char *word) {
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= text.length; i++)
        if (!strncasecmp(text.data + i, word, length)) return true;
    return false;
}

static tei_calendar calendar_named(annals_text name) {
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (holds(name, known[i].word)) return known[i].calendar;
    return TEI_FOREIGN;
}

static void add(tei_calendars *c, annals_text id, tei_calendar calendar) {
    if (c->count == TEI_CALENDARS) return;
    snprintf(c->list[c->count].id, sizeof c->list->id, "%.*s", (int)(id.length < 31 ? id.length : 31), id.data);
    c->list[c->count++].calendar = calendar;
}

void tei_calendars_begin(tei_calendars *calendars, const xml *x) {
    char id[32];
    annals_text name = annals_text_of(xml_attribute(x, "xml:id", id, sizeof id));
    add(calendars, name, calendar_named(name));
}

void tei_calendars_words(tei_calendars *calendars, annals_text words) {
    tei_calendar calendar = calendar_named(words);
    if (calendars->count && calendar != TEI_FOREIGN) calendars->list[calendars->count - 1].calendar = calendar;
}

/* False where neither its name nor the head tells what it is. */
static bool find(const tei_calendars *c, annals_text id, tei_calendar *calendar) {
    for (size_t i = 0; i < c->count; i++) {
        *calendar = c->list[i].calendar;
        if (strlen(c->list[i].id) == id.length && !memcmp(c->list[i].id, id.data, id.length)) return true;
    }
    *calendar = calendar_named(id);
    return *calendar != TEI_FOREIGN;
}

/* A list of pointers, "#julian #gregorian": of both, the words tell which is which. */
tei_calendar tei_calendar_of(tei_calendars *calendars, annals_chronology *to, const source_file *file, const xml *x) {
    char pointers[128];
    tei_calendar found = TEI_PLAIN, one;
    if (!*xml_attribute(x, "calendar", pointers, sizeof pointers))
        xml_attribute(x, "datingMethod", pointers, sizeof pointers);
    if (strchr(pointers, ':')) return TEI_PLAIN; /* of the whole web: a method, such as EDTF */
    for (const char *at = pointers + strspn(pointers, " #"); *at; at += strspn(at, " #")) {
        annals_text id = {at, strcspn(at, " #")};
        at += id.length;
        if (!find(calendars, id, &one)) {
            add(calendars, id, TEI_FOREIGN);
            notice_in_file(to, file, (size_t)xml_line(x), 0, NULL,
                           "the calendar '%.*s' is not known: its dates are open where they have no @when; add it",
                           (int)id.length, id.data);
        }
        if (one == TEI_PLAIN) return one;
        found = one;
    }
    return found;
}

/* ------------------------------------------------------------------ attributes */

/* A day of the Julian calendar becomes one of ours; a year or a month has but another beginning. */
static void convert(annals_chronology *to, char *date, size_t size) {
    char said[64], iso[ANNALS_BOUND_SIZE];
    annals_when when;
    snprintf(said, sizeof said, "%.40s%s", date, old_style);
    if (annals_read_when(to, annals_text_of(said), &when, NULL) != ANNALS_OK || when.granularity != ANNALS_DAY) return;
    snprintf(date, size, "%s", annals_bound_iso(when.begin.earliest, iso));
}

/* The first of "when", "when-iso", "when-custom"; empty where there is none. */
static void stated_by(annals_chronology *to, tei_calendar calendar, const xml *x, const char *name, char *buffer,
                      size_t size) {
    char other[24];
    snprintf(other, sizeof other, "%s-iso", name);
    if (*xml_attribute(x, name, buffer, size) || *xml_attribute(x, other, buffer, size)) return;
    snprintf(other, sizeof other, "%s-custom", name);
    if (calendar == TEI_JULIAN && *xml_attribute(x, other, buffer, size)) convert(to, buffer, size);
}

/* A zone of whole days ("1962-05-07+01:00", XML Schema 1.1, 3.3.9) shifts none of ours. */
static void drop_zone(char *date) {
    size_t length = strlen(date);
    if (strchr(date, 'T')) return;
    if (length && date[length - 1] == 'Z') date[length - 1] = 0;
    if (length <= strlen("+01:00") || date[length - 3] != ':') return;
    char *zone = date + length - strlen("+01:00");
    if (*zone == '+' || *zone == '-') *zone = 0;
}

/* "--05-07", "--05", "---07": of a year, and a month, that nothing says. */
static void spell_yearless(char *date, size_t size) {
    char rest[16];
    if (strncmp(date, "--", 2) || strlen(date) >= sizeof rest) return;
    snprintf(rest, sizeof rest, "%s", date + 1);
    size_t length = strlen(rest);
    if (length == strlen("-05--") && !strcmp(rest + 3, "--")) rest[3] = 0; /* as XML Schema had it first */
    snprintf(date, size, rest[1] == '-' ? "XXXX-XX%s" : "XXXX%s", rest + (rest[1] == '-'));
}

/* Dates of one precision can be the limits of a choice; of others their first and their last day. */
static void even_limits(annals_chronology *to, char *first, char *last, size_t size) {
    annals_when begin, end;
    char iso[ANNALS_BOUND_SIZE];
    if (!*first || !*last || strlen(first) == strlen(last)) return;
    if (annals_read_when(to, annals_text_of(first), &begin, NULL) != ANNALS_OK ||
        annals_read_when(to, annals_text_of(last), &end, NULL) != ANNALS_OK)
        return;
    snprintf(first, size, "%s", annals_bound_iso(begin.begin.earliest, iso));
    snprintf(last, size, "%s", annals_bound_iso(end.end.latest, iso));
}

static const char *const names[] = {"when", "from", "to", "notBefore", "notAfter"};

void tei_quote_date(const xml *x, char *buffer, size_t size) {
    static const char *const endings[] = {"", "-iso", "-custom"};
    char name[24], value[48];
    size_t length = 0;
    *buffer = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (size_t e = 0; e < sizeof endings / sizeof *endings && length < size; e++) {
            snprintf(name, sizeof name, "%s%s", names[i], endings[e]);
            if (!*xml_attribute(x, name, value, sizeof value)) continue;
            length += (size_t)snprintf(buffer + length, size - length, "%s%s=\"%s\"", length ? " " : "", name, value);
        }
}

annals_text tei_stated_date(annals_chronology *to, tei_calendar calendar, const xml *x) {
    enum { SIZE = 48, DAY = 10 };
    char v[5][SIZE], cert[16], edtf[2 * SIZE + 8];
    for (size_t i = 0; i < 5; i++) {
        stated_by(to, calendar, x, names[i], v[i], SIZE);
        if (strcspn(v[i], ":") == 2) v[i][0] = 0; /* a time of any day */
        drop_zone(v[i]);
        spell_yearless(v[i], SIZE);
    }
    const char *mark = !strcmp(xml_attribute(x, "cert", cert, sizeof cert), "low") ? "?" : "";
    if (!*mark && !strcmp(xml_attribute(x, "precision", cert, sizeof cert), "low")) mark = "~";
    if (*v[0]) snprintf(edtf, sizeof edtf, "%s%s", v[0], strchr(v[0], 'T') ? "" : mark);
    else if (*v[1] && !*v[2] && *v[4]) snprintf(edtf, sizeof edtf, "%s/%.*s?", v[1], DAY, v[4]); /* at the latest */
    else if (*v[2] && !*v[1] && *v[3]) snprintf(edtf, sizeof edtf, "%.*s?/%s", DAY, v[3], v[2]); /* at the earliest */
    else if (*v[1] || *v[2]) snprintf(edtf, sizeof edtf, "%s/%s", *v[1] ? v[1] : "..", *v[2] ? v[2] : "..");
    else if (*v[3] && !strncmp(v[3], v[4], DAY)) snprintf(edtf, sizeof edtf, "%.*s%s", DAY, v[3], mark);
    else if (even_limits(to, v[3], v[4], SIZE), *v[3] || *v[4])
        snprintf(edtf, sizeof edtf, "[%.*s..%.*s]", DAY, v[3], DAY, v[4]);
    else return (annals_text){0};
    return annals_keep_text(to, annals_text_of(edtf));
}

/* ------------------------------------------------------------------ words */

/* Words that say the day which the attributes state say its calendar besides. */
annals_text tei_date_of_words(annals_chronology *to, tei_calendar calendar, annals_text stated, annals_text words) {
    enum { LONGEST = 80 };
    char said[LONGEST + sizeof old_style];
    annals_when by_words, by_attributes;
    if (calendar == TEI_FOREIGN && !stated.length) return annals_text_of("XXXX-XX-XX");
    if (calendar != TEI_JULIAN || !words.length || words.length > LONGEST) return stated;
    snprintf(said, sizeof said, "%.*s%s", (int)words.length, words.data, old_style);
    bool read = annals_read_when(to, annals_text_of(said), &by_words, NULL) == ANNALS_OK;
    if (!read || !annals_bound_known(by_words.begin.earliest)) return stated;
    bool agrees = !stated.length || (annals_read_when(to, stated, &by_attributes, NULL) == ANNALS_OK &&
                                     by_attributes.begin.earliest.day == by_words.begin.earliest.day &&
                                     by_attributes.granularity == by_words.granularity);
    return agrees ? annals_keep_text(to, annals_text_of(said)) : stated;
}
