/* read_tei.c: TEI P5, also as the Foreign Relations of the United States are written in it: each <div type="document">
 * is a document.  What <date> and <time> state goes before what their words say. */
#include "tei_events.h"
#include "xml.h"

#include <stdio.h>
#include <string.h>

enum role {
    ROLE_INLINE,
    ROLE_BLOCK,
    ROLE_LINE,
    ROLE_ROW,
    ROLE_ITEM,
    ROLE_CELL,
    ROLE_NOTE,
    ROLE_DATE,
    ROLE_HEADER,
    ROLE_OTHER,
    ROLE_SKIPPED
};

static const struct {
    const char *name;
    enum role role;
} roles[] = {
    {"ab", ROLE_BLOCK},         {"address", ROLE_BLOCK},     {"argument", ROLE_BLOCK},
    {"body", ROLE_BLOCK},       {"byline", ROLE_BLOCK},      {"closer", ROLE_BLOCK},
    {"dateline", ROLE_BLOCK},   {"div", ROLE_BLOCK},         {"div1", ROLE_BLOCK},
    {"div2", ROLE_BLOCK},       {"div3", ROLE_BLOCK},        {"div4", ROLE_BLOCK},
    {"docImprint", ROLE_BLOCK}, {"epigraph", ROLE_BLOCK},    {"floatingText", ROLE_BLOCK},
    {"front", ROLE_BLOCK},      {"back", ROLE_BLOCK},        {"head", ROLE_BLOCK},
    {"lg", ROLE_BLOCK},         {"list", ROLE_BLOCK},        {"listBibl", ROLE_BLOCK},
    {"opener", ROLE_BLOCK},     {"p", ROLE_BLOCK},           {"postscript", ROLE_BLOCK},
    {"quote", ROLE_BLOCK},      {"sp", ROLE_BLOCK},          {"table", ROLE_BLOCK},
    {"text", ROLE_BLOCK},       {"titlePage", ROLE_BLOCK},   {"trailer", ROLE_BLOCK},
    {"bibl", ROLE_BLOCK},       {"addrLine", ROLE_LINE},     {"l", ROLE_LINE},
    {"label", ROLE_LINE},       {"lb", ROLE_LINE},           {"row", ROLE_ROW},
    {"salute", ROLE_LINE},      {"signed", ROLE_LINE},       {"speaker", ROLE_LINE},
    {"titlePart", ROLE_LINE},   {"item", ROLE_ITEM},         {"cell", ROLE_CELL},
    {"note", ROLE_NOTE},        {"date", ROLE_DATE},         {"time", ROLE_DATE},
    {"teiHeader", ROLE_HEADER}, {"fw", ROLE_SKIPPED},        {"figDesc", ROLE_SKIPPED},
    {"sic", ROLE_OTHER},        {"orig", ROLE_OTHER},        {"abbr", ROLE_OTHER},
    {"am", ROLE_OTHER},         {"del", ROLE_SKIPPED},       {"formula", ROLE_SKIPPED},
    {"standOff", ROLE_SKIPPED}, {"facsimile", ROLE_SKIPPED}, {"sourceDoc", ROLE_SKIPPED},
    {"surplus", ROLE_SKIPPED},
};

typedef struct tei {
    annals_chronology *to;
    const source_file *file;
    annals_error *error;
    xml x;
    prose text, notes;                /* of the document at hand */
    size_t note, header, skip;        /* how many of such elements are open */
    size_t documents;                 /* added */
    size_t division;                  /* the depth of the <div type="document"> at hand, or 0 */
    size_t starts[XML_DEEPEST];       /* of the open elements: where their words begin; */
    annals_text dates[XML_DEEPEST];   /* and what they state, */
    tei_calendar counts[XML_DEEPEST]; /* in which calendar */
    bool first_cell, has_head;
    bool told;       /* the text at hand is a document's, or has more than the heads of a volume's parts */
    prose_rows rows; /* of the table at hand */
    builder title, sender, recipient, place; /* of the header */
    annals_text header_date, date;           /* of the header, and of the document at hand */
    const char *date_from;
    bool seen_sent;
    const char *behind_value; /* what parts the value of a date without words from the words behind it, or null */
    tei_calendars calendars;
    tei_sources sources;
    tei_events events;
} tei;

static enum role role_of(const char *name) {
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (!strcmp(roles[i].name, name)) return roles[i].role;
    return ROLE_INLINE;
}

static prose *place(tei *t) {
    return t->note ? &t->notes : &t->text;
}

/* ------------------------------------------------------------------ dates */

static tei_calendar calendar_of(tei *t) {
    return tei_calendar_of(&t->calendars, t->to, t->file, &t->x);
}

/* The first date of a dateline is the document's. */
static void take_document_date(tei *t, annals_text date) {
    bool heads = xml_within(&t->x, "dateline") || xml_within(&t->x, "opener");
    if (t->date.length || t->note || !heads || !date.length) return;
    t->date = date;
    t->date_from = "its dateline";
}

/* ------------------------------------------------------------------ documents */

static void append_notes(tei *t) {
    prose_block(&t->text);
    size_t at = prose_place(&t->text), begin = t->text.stated_count;
    if (!t->notes.text.length) return;
    prose_verbatim(&t->text, (annals_text){t->notes.text.data, t->notes.text.length});
    for (size_t i = 0; i < t->notes.stated_count; i++) {
        prose_state(&t->text, 0, t->notes.stated[i].date);
        if (t->text.stated_count == begin + i) return;
        t->text.stated[begin + i].start = at + t->notes.stated[i].start;
        t->text.stated[begin + i].end = at + t->notes.stated[i].end;
    }
}

static bool read_document_date(tei *t, annals_document *d) {
    annals_text date = t->date.length ? t->date : t->header_date;
    const char *day = date.length > 10 ? memchr(date.data, 'T', date.length) : NULL;
    if (day && !memchr(date.data, '/', date.length)) date.length = (size_t)(day - date.data);
    if (!date.length || annals_read_when(t->to, date, &d->when, NULL) != ANNALS_OK) return false;
    d->basis = ANNALS_BASIS_STATED;
    d->basis_from = annals_text_of(t->date.length ? t->date_from : "the head of the file");
    return true;
}

static annals_text built(const builder *b) {
    return (annals_text){b->data, b->length};
}

/* Add what was read since the last one, if it tells something. */
static bool flush(tei *t, bool forced) {
    append_notes(t);
    annals_status status = ANNALS_OK;
    if ((t->text.text.length && t->told) || forced) {
        annals_document d = {.sender = built(&t->sender), .recipient = built(&t->recipient), .place = built(&t->place)};
        if (!t->has_head) d.title = built(&t->title);
        read_document_date(t, &d);
        status = prose_add(t->to, t->file, &d, &t->text, t->error);
        t->documents++;
    }
    prose_free(&t->text);
    prose_free(&t->notes);
    t->date = (annals_text){0};
    t->has_head = t->told = false;
    return status == ANNALS_OK;
}

/* ------------------------------------------------------------------ the head of the file */

static void begin_header_element(tei *t, const char *name) {
    char type[16];
    xml_attribute(&t->x, "type", type, sizeof type);
    if (!strcmp(name, "correspAction")) t->seen_sent = !strcmp(type, "sent");
    bool writes = xml_within(&t->x, "creation") || (xml_within(&t->x, "correspAction") && t->seen_sent);
    if (!strcmp(name, "calendar")) tei_calendars_begin(&t->calendars, &t->x);
    tei_sources_begin(&t->sources, t->to, &t->x, name);
    if (!strcmp(name, "date") && writes && !t->header_date.length)
        t->header_date = tei_stated_date(t->to, calendar_of(t), &t->x);
}

static void put_header_words(tei *t, annals_text words) {
    bool person = xml_within(&t->x, "persName") || xml_within(&t->x, "orgName") || xml_within(&t->x, "name");
    bool letter = xml_within(&t->x, "correspAction");
    tei_sources_words(&t->sources, words);
    if (xml_within(&t->x, "calendar")) tei_calendars_words(&t->calendars, words);
    else if (xml_within(&t->x, "titleStmt") && xml_within(&t->x, "title") && !t->documents)
        builder_line(&t->title, words);
    else if (letter && person) builder_line(t->seen_sent ? &t->sender : &t->recipient, words);
    else if (letter && t->seen_sent && xml_within(&t->x, "placeName")) builder_line(&t->place, words);
}

/* ------------------------------------------------------------------ the text */

/* The dates that the Office of the Historian gives each document. */
static void take_division_date(tei *t) {
    char first[48], last[48], edtf[32];
    xml_attribute(&t->x, "frus:doc-dateTime-min", first, sizeof first);
    xml_attribute(&t->x, "frus:doc-dateTime-max", last, sizeof last);
    if (!*first) return;
    bool days = *last && strncmp(first, last, 10) != 0;
    snprintf(edtf, sizeof edtf, days ? "%.10s/%.10s" : "%.10s", first, last);
    t->date = annals_keep_text(t->to, annals_text_of(edtf));
    t->date_from = "its frus:doc-dateTime-min";
}

static bool begin_division(tei *t) {
    char type[32];
    if (strcmp(xml_attribute(&t->x, "type", type, sizeof type), "document") != 0 || t->division) return true;
    if (!flush(t, false)) return false;
    t->division = t->x.depth;
    t->told = true;
    take_division_date(t);
    return true;
}

/* What its attributes state, unless that is no date: then its words count, as if they stated none. */
static annals_text stated_date(tei *t, tei_calendar calendar) {
    annals_text date = tei_stated_date(t->to, calendar, &t->x);
    annals_when when;
    char said[120];
    if (!date.length || annals_read_when(t->to, date, &when, NULL) != ANNALS_DATE) return date;
    tei_quote_date(&t->x, said, sizeof said);
    notice_in_file(t->to, t->file, (size_t)xml_line(&t->x), 0, NULL,
                   "what a date states, %s, is none, and its words are read; write it like 1962-10-27", said);
    return (annals_text){0};
}

static void begin_note(tei *t) {
    char number[16], mark[24];
    t->note++;
    if (t->note > 1) return;
    prose_block(&t->notes);
    xml_attribute(&t->x, "n", number, sizeof number);
    snprintf(mark, sizeof mark, "[%s] ", number);
    if (*number) prose_mark(&t->notes, mark);
}

/* <lb break="no"/> stands within a word. */
static bool is_within_word(const tei *t, const char *name) {
    char value[8];
    bool milestone = !strcmp(name, "lb") || !strcmp(name, "pb") || !strcmp(name, "cb");
    return milestone && !strcmp(xml_attribute(&t->x, "break", value, sizeof value), "no");
}

/* <row role="label"> names the columns. */
static void begin_row(tei *t) {
    char value[8];
    t->rows.named |= !t->rows.count && !strcmp(xml_attribute(&t->x, "role", value, sizeof value), "label");
    prose_row(place(t), &t->rows);
    t->first_cell = true;
}

static bool begin_element(tei *t, const char *name) {
    prose *to = place(t);
    if (!strcmp(name, "table")) t->rows = (prose_rows){0};
    if (is_within_word(t, name)) return prose_join(to), true;
    switch (role_of(name)) {
    case ROLE_BLOCK:
        prose_block(to);
        t->has_head |= !strcmp(name, "head");
        return strcmp(name, "div") != 0 || begin_division(t);
    case ROLE_ITEM:
        prose_line(to);
        prose_mark(to, "- ");
        break;
    case ROLE_LINE:
        prose_line(to);
        break;
    case ROLE_ROW:
        begin_row(t);
        break;
    case ROLE_CELL:
        t->behind_value = NULL;
        if (!t->first_cell) prose_cell(to, &t->rows);
        t->first_cell = false;
        break;
    case ROLE_NOTE:
        begin_note(t);
        break;
    case ROLE_DATE:
        t->counts[t->x.depth] = calendar_of(t);
        t->dates[t->x.depth] = stated_date(t, t->counts[t->x.depth]);
        break;
    default:
        break;
    }
    t->starts[t->x.depth] = prose_place(place(t));
    return true;
}

/* Of two readings, such as <abbr> and <expan>, one is the text; alone it is what stands there. */
static bool is_choice(const tei *t) {
    return t->x.depth > 1 && !strcmp(t->x.open[t->x.depth - 1], "choice");
}

static bool begin(void *context, const char *name) {
    tei *t = context;
    enum role role = role_of(name);
    t->dates[t->x.depth] = (annals_text){0};
    t->header += role == ROLE_HEADER;
    t->skip += role == ROLE_SKIPPED || (role == ROLE_OTHER && is_choice(t));
    if (!t->header && tei_events_begin(&t->events, &t->x, name)) return true;
    if (t->header) begin_header_element(t, name);
    return t->header || t->skip || begin_element(t, name);
}

/* <date when="1962-05-07"/>: where no words say it, the reader is shown what it states. */
static void show_value(tei *t, annals_text stated) {
    prose *to = place(t);
    bool words = to->text.length > t->starts[t->x.depth];
    if (words || !stated.length) return;
    bool mark = to->text.length && strchr("([- \n", to->text.data[to->text.length - 1]);
    if (!mark) prose_words(to, annals_text_of(" "));
    size_t start = t->starts[t->x.depth] = prose_place(to);
    prose_words(to, stated);
    bool leads = start < 2 || strchr("\n-", to->text.data[start - (to->text.data[start - 1] == ' ' ? 2 : 1)]);
    t->behind_value = leads ? ": " : " "; /* it heads its line */
}

static void end_date(tei *t) {
    show_value(t, t->dates[t->x.depth]);
    prose *to = place(t);
    size_t start = t->starts[t->x.depth];
    while (start < to->text.length && strchr(" \n", to->text.data[start])) start++;
    tei_calendar calendar = t->counts[t->x.depth];
    annals_text words = {0}, stated = t->dates[t->x.depth];
    if (start < to->text.length) words = (annals_text){to->text.data + start, to->text.length - start};
    annals_text date = tei_date_of_words(t->to, calendar, stated, words);
    if (stated.length || calendar != TEI_FOREIGN) take_document_date(t, date);
    prose_state(to, start, date);
}

static bool end(void *context, const char *name) {
    tei *t = context;
    enum role role = role_of(name);
    bool unseen = t->header || t->skip || t->events.depth;
    if (t->header) tei_sources_end(&t->sources, t->to, &t->x);
    if (!t->header && t->events.depth && !tei_events_end(&t->events, &t->x)) return false;
    t->header -= role == ROLE_HEADER;
    t->skip -= role == ROLE_SKIPPED || (role == ROLE_OTHER && is_choice(t));
    if (unseen) return true;
    if (role == ROLE_DATE) end_date(t);
    if (role == ROLE_BLOCK) prose_block(place(t));
    if (role == ROLE_ITEM || role == ROLE_ROW || (role == ROLE_LINE && !is_within_word(t, name))) prose_line(place(t));
    t->note -= role == ROLE_NOTE;
    if (!t->division || t->x.depth != t->division) return true;
    t->division = 0;
    return flush(t, false);
}

static bool has_words(annals_text text) {
    for (size_t i = 0; i < text.length; i++)
        if (!strchr(" \t\r\n", text.data[i])) return true;
    return false;
}

/* The value of a date without words is a word of its own: "on 1962-05-07 the ship" */
static void put_words(tei *t, annals_text text) {
    while (t->behind_value && text.length && strchr(" \t\r\n", *text.data)) text.data++, text.length--;
    t->told = t->told || (has_words(text) && !xml_within(&t->x, "head"));
    if (t->behind_value && text.length) {
        bool word = !strchr(".,;:!?)]'\"-", *text.data);
        if (word) prose_words(place(t), annals_text_of(t->behind_value));
        t->behind_value = NULL;
    }
    prose_words(place(t), text);
}

static bool words(void *context, annals_text text) {
    tei *t = context;
    if (t->header) put_header_words(t, text);
    else if (t->events.depth) return tei_events_words(&t->events, text);
    else if (!t->skip) put_words(t, text);
    return !t->text.text.failed && !t->notes.text.failed;
}

static annals_status read_tei(annals_chronology *chronology, const source_file *file, annals_error *error) {
    tei t = {.to = chronology, .file = file, .error = error};
    t.events.calendars = &t.calendars;
    t.events.sources = &t.sources;
    t.events.list = (listing){.to = chronology, .file = file, .error = error, .rule = "attributes"};
    t.x = (xml){.begin = begin, .end = end, .words = words, .context = &t, .root = "TEI"};
    annals_status status = xml_read(&t.x, file, error);
    if (status == ANNALS_OK && !listing_end(&t.events.list)) status = error ? error->status : ANNALS_MEMORY;
    if (status == ANNALS_OK && !flush(&t, t.documents == 0 && !t.events.list.events))
        status = error ? error->status : ANNALS_MEMORY;
    prose_free(&t.text);
    prose_free(&t.notes);
    tei_sources_free(&t.sources);
    tei_events_free(&t.events);
    builder *builders[] = {&t.title, &t.sender, &t.recipient, &t.place};
    for (size_t i = 0; i < sizeof builders / sizeof *builders; i++) builder_free(builders[i]);
    return status;
}

static bool is_tei(const char *name, annals_text bytes) {
    (void)name;
    enum { HEAD = 4096 };
    while (bytes.length && memchr(" \t\r\n", *bytes.data, 4)) bytes.data++, bytes.length--;
    if (!begins_with(bytes, "<?xml") && !begins_with(bytes, "<TEI")) return false;
    for (size_t i = 0; i + 4 < bytes.length && i < HEAD; i++)
        if (!memcmp(bytes.data + i, "<TEI", 4) || !memcmp(bytes.data + i, "<tei", 4)) return true;
    return false;
}

const struct annals_reading tei_reading = {.fits = is_tei, .read = read_tei, .decoded = true};
