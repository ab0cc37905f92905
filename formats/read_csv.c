/* read_csv.c: the events of a table, one a row. */
#include "csv_table.h"
#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ------------------------------------------------------------------ an event */

typedef struct row {
    annals_event event;
    annals_when when;
    annals_text texts[COLUMN_OTHER + 1];
    const cell *cells[COLUMN_OTHER + 1];
    annals_field fields[MOST_COLUMNS];
    size_t zone;      /* the field that may be the zone of its times, from 1; 0: none is */
    annals_text sets; /* what comes again */
    size_t mentions[2 + LISTING_MOST_SETS];
    const cell *wrong; /* a cell that cannot be read; the row is left out with a notice */
    const char *what;
} row;

/* "9:05", "14:30:15", "9:00 PM"; its seconds, or -1: it is none. */
static int32_t clock_of(annals_text text) {
    char word[16];
    int hour, minute, second = 0, read = 0;
    if (text.length >= sizeof word) return -1;
    snprintf(word, sizeof word, "%.*s", (int)text.length, text.data ? text.data : "");
    if (sscanf(word, "%2d:%2d%n", &hour, &minute, &read) != 2 || !read) return -1;
    const char *behind = word + read;
    if (*behind == ':' && sscanf(behind, ":%2d%n", &second, &read) == 1) behind += read;
    behind += strspn(behind, " ");
    bool morning = !strcasecmp(behind, "am"), evening = !strcasecmp(behind, "pm");
    if ((*behind && !morning && !evening) || ((morning || evening) && (hour < 1 || hour > 12))) return -1;
    if (morning || evening) hour = hour % 12 + 12 * evening;
    bool is = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    return is ? (hour * 60 + minute) * 60 + second : -1;
}

/* It stays a field. */
static bool leave_clock(table *t, row *r, enum column clock) {
    const cell *where = r->cells[clock];
    const annals_text said = r->texts[clock];
    if (!said.length) return true;
    r->fields[r->event.field_count++] = (annals_field){t->names[where - t->cells], said};
    return listing_leave_out(&t->list, where->line, where->column,
                             "'%.*s' is no time of day of its date; write it like 14:30 beside a day; the time",
                             (int)(said.length < 60 ? said.length : 60), said.data);
}

/* A day gets the time that another column has, which stays a field where it is none. */
static bool add_clock(table *t, row *r, enum column kind, csv_time *time) {
    enum { LONGEST = 60 /* bytes of a date, and of a time of day */ };
    const enum column clock = kind == COLUMN_DATE ? COLUMN_TIME : COLUMN_END_TIME;
    const annals_text said = r->texts[clock];
    if (!said.length) return true;
    const annals_text day = is_plain_date(time->when.edtf) ? time->when.edtf : r->texts[kind];
    char timed[2 * LONGEST + 2], words[LONGEST] = "";
    const int32_t second = clock_of(said);
    csv_time found;
    if (second >= 0)
        snprintf(words, sizeof words, "%02d:%02d:%02d", (int)second / 3600, (int)second / 60 % 60, (int)second % 60);
    else if (said.length < sizeof words &&
             !memchr(said.data, '-', said.length)) /* of "9:00-10:00" it takes an offset */
        snprintf(words, sizeof words, "%.*s", (int)said.length, said.data);
    snprintf(timed, sizeof timed, "%.*s%s%s", (int)(day.length < LONGEST ? day.length : LONGEST), day.data,
             second >= 0 && day.data == time->when.edtf.data ? "T" : " ", words);
    bool is = *words && time->when.granularity == ANNALS_DAY && csv_read_time(t, annals_text_of(timed), &found) &&
              (found.when.granularity > ANNALS_DAY || found.when.day_part != ANNALS_DAY_PART_NONE);
    if (is) *time = found;
    if (is) return true;
    return leave_clock(t, r, clock);
}

/* Of year, month and day that are no date together, the first that makes it none. */
static const cell *wrong_part(const row *r, enum column year) {
    static const unsigned most[] = {[1] = 12, [2] = 31};
    if (!csv_is_year(r->texts[year])) return r->cells[year];
    for (unsigned i = 1; i <= 2; i++) {
        annals_text text = r->texts[year + i];
        unsigned number = 0;
        for (size_t n = 0; n < text.length && n < 3; n++) {
            bool digit = text.data[n] >= '0' && text.data[n] <= '9';
            number = digit ? number * 10 + (unsigned)(text.data[n] - '0') : most[i] + 1;
        }
        bool word = i == 1 && text.length && (text.data[0] < '0' || text.data[0] > '9');
        if (text.length && !word && (number < 1 || number > most[i])) return r->cells[year + i];
    }
    return r->cells[r->texts[year + 2].length ? year + 2 : r->texts[year + 1].length ? year + 1 : year];
}

/* The column whose cell stands for the whole date. */
static enum column shown_of(const row *r, enum column kind) {
    enum column year = kind == COLUMN_DATE ? COLUMN_YEAR : COLUMN_END_YEAR;
    if (kind == COLUMN_END && r->cells[kind] == r->cells[COLUMN_END_TIME]) return COLUMN_END_TIME;
    return r->cells[year] ? year : kind;
}

/* All of the time, where the row has what its date leaves out, and no other zone than that. */
static bool read_whole(table *t, const row *r, annals_when *when) {
    char buffer[WORDS_SIZE];
    annals_text zone = r->zone ? r->fields[r->zone - 1].value : (annals_text){0}, own;
    if (!read_when_json(&t->whole, t->list.to, r->texts[COLUMN_WHOLE], r->texts[COLUMN_DATE], when, t->list.error))
        return false;
    own = unspelt_zone(when, buffer);
    return !own.length || (own.length == zone.length && !memcmp(own.data, zone.data, own.length));
}

/* EDTF has a year 0, and so -44 is 45 BC: most who write it so would say 44. */
static bool tell_year(table *t, const row *r, enum column kind) {
    annals_text said = r->texts[shown_of(r, kind)];
    bool wanted = csv_is_year(said) && *said.data == '-' && said.length != strlen("-0044");
    if (t->year_told || !wanted) return true;
    t->year_told = true;
    const cell *where = r->cells[shown_of(r, kind)];
    const long long year = strtoll(said.data, NULL, 10);
    return notice_in_file(
               t->list.to, t->list.file, where->line, where->column, t->list.error,
               "years before Christ are read as those of ISO 8601, which has a year 0: %lld is %lld BC; write "
               "%lld BC where that is meant",
               year, 1 - year, -year) == ANNALS_OK;
}

static bool read_time(table *t, row *r, enum column kind, csv_time *time) {
    annals_text words = r->texts[kind];
    *time = (csv_time){0};
    if (kind == COLUMN_DATE && !r->texts[COLUMN_END].length && read_whole(t, r, &time->when)) return true;
    if (t->list.error->status != ANNALS_OK) return false;
    if (words.length && csv_read_time(t, words, time)) return tell_year(t, r, kind) && add_clock(t, r, kind, time);
    enum column shown = shown_of(r, kind);
    r->wrong = shown < COLUMN_YEAR ? r->cells[kind] : wrong_part(r, shown);
    r->what = !words.length        ? "is no date; give one"
              : csv_is_year(words) ? "may be no year; write years like 0033, 900 or Y12000"
                                   : "is no date that can be read; write it like 1962-10-27 or 27 October 1962";
    return false;
}

/* Without the quotation marks, where nothing within is marked. */
static passage words_of(const table *t, const cell *c) {
    const char *data = t->list.text.data;
    size_t end = c->end - c->start;
    bool quoted =
        end > 1 && data[c->start] == '"' && data[c->end - 1] == '"' && !memchr(data + c->start + 1, '"', end - 2);
    passage where = {c->start + quoted, c->end - quoted};
    while (where.start < where.end && strchr(" \t", data[where.end - 1])) where.end--;
    while (where.start < where.end && strchr(" \t", data[where.start])) where.start++;
    return where;
}

static bool put_mention(table *t, row *r, enum column kind, const csv_time *time, annals_range_end range) {
    passage where = words_of(t, r->cells[kind]);
    t->list.other = time->either ? &time->other : NULL;
    t->list.weekday = time->weekday;
    bool put = listing_mention(&t->list, where, r->texts[shown_of(r, kind)], timex_of_when(&time->when), &time->when,
                               range, &r->mentions[r->event.mention_count++]);
    t->list.other = NULL;
    t->list.weekday = (annals_text){0};
    return put;
}

static bool is_open(annals_text text) {
    return csv_is_word(text, "..");
}

/* "..", which is open in EDTF, beside the end that is known. */
static bool read_open(table *t, row *r, enum column known) {
    csv_time time;
    if (!read_time(t, r, known, &time)) return false;
    open_time(t->list.to, known == COLUMN_END, &time.when);
    r->when = time.when;
    return put_mention(t, r, known, &time, ANNALS_RANGE_NONE);
}

/* True when the row's times are read; else `wrong` says why not, or an error does. */
static bool read_times(table *t, row *r) {
    csv_time first, last;
    bool range = r->texts[COLUMN_END].length > 0, endless = is_open(r->texts[COLUMN_END]);
    if (endless && !is_open(r->texts[COLUMN_DATE])) return read_open(t, r, COLUMN_DATE);
    if (range && is_open(r->texts[COLUMN_DATE])) return read_open(t, r, COLUMN_END);
    if (!read_time(t, r, COLUMN_DATE, &first) || (range && !read_time(t, r, COLUMN_END, &last))) return false;
    r->when = first.when;
    if (range && ends_before(&first.when, &last.when)) {
        r->wrong = r->cells[COLUMN_END];
        r->what = "is before the date that it ends; correct one of them";
        return false;
    }
    if (!put_mention(t, r, COLUMN_DATE, &first, range ? ANNALS_RANGE_BEGIN : ANNALS_RANGE_NONE)) return false;
    if (!range) return leave_clock(t, r, COLUMN_END_TIME);
    join_times(t->list.to, &last.when, &r->when);
    return put_mention(t, r, COLUMN_END, &last, ANNALS_RANGE_END);
}

/* A rule goes along as a field, and says when the event comes again where nothing else does. */
static bool put_sets(table *t, row *r) {
    const enum column said = r->sets.length ? COLUMN_SET : COLUMN_RULE;
    if (!r->sets.length && listing_rule(&t->list, r->texts[COLUMN_RULE], &r->when, &t->sets))
        r->sets = (annals_text){t->sets.data, t->sets.length};
    return !r->sets.length || listing_sets(&t->list, words_of(t, r->cells[said]), r->texts[said], r->sets, r->mentions,
                                           &r->event.mention_count);
}

/* A kind or a modality of ours, or sets; other words are no more than a field. */
static bool take_name(row *r, enum column column, annals_text name) {
    if (column == COLUMN_SET && are_listed_sets(name)) r->sets = name;
    if (column == COLUMN_SET) return r->sets.length > 0;
    for (int kind = 0; column == COLUMN_KIND && kind <= ANNALS_CITATION; kind++)
        if (csv_is_word(name, annals_event_kind_name((annals_event_kind)kind))) {
            r->event.kind = (annals_event_kind)kind;
            return true;
        }
    for (int modality = 0; column == COLUMN_MODALITY && modality <= ANNALS_NEGATED; modality++)
        if (csv_is_word(name, annals_modality_name((annals_modality)modality))) {
            r->event.modality = (annals_modality)modality;
            return true;
        }
    return column < COLUMN_KIND || (column >= COLUMN_SPEAKER && column < COLUMN_OTHER && column != COLUMN_RULE);
}

/* "27 October 1962", "1962-10-27", "October 1962" or "1962", as far as the columns say, which begin with `year`. */
static void join_date(table *t, row *r, enum column year, enum column whole, builder *to) {
    annals_text parts[3] = {r->texts[year], r->texts[year + 1], r->texts[year + 2]};
    char number[8];
    bool odd = csv_is_year(parts[0]) && parts[0].length != 4, said = parts[1].length || parts[2].length;
    unsigned named = odd && parts[1].length ? csv_month(t, parts[1]) : 0; /* "March 44" would be one of 1944 */
    snprintf(number, sizeof number, "%u", named);
    if (named) parts[1] = annals_text_of(number);
    if (odd && parts[1].length && !named && !csv_is_year(parts[1])) parts[0] = annals_text_of("-"); /* it is none */
    bool figures = parts[1].length ? *parts[1].data >= '0' && *parts[1].data <= '9' : odd && !said;
    builder_clear(to);
    for (unsigned i = 0; i < 3; i++) {
        unsigned at = figures ? i : 2 - i; /* the year is the first, or the last */
        annals_text part = parts[at];
        if (!part.length) continue;
        if (to->length) builder_string(to, figures ? "-" : " ");
        if (figures && !at && csv_is_year(part)) {
            csv_put_year(part, to);
            continue;
        }
        for (size_t n = part.length; figures && at && n < 2; n++) builder_string(to, "0");
        builder_text(to, part);
    }
    r->texts[whole] = (annals_text){to->data, to->length};
    r->cells[whole] = r->cells[year];
}

/* A time that ends without a day does so on that of its beginning. */
static void end_on_the_day(row *r) {
    if (r->texts[COLUMN_END].length || clock_of(r->texts[COLUMN_END_TIME]) < 0) return;
    r->texts[COLUMN_END] = r->texts[COLUMN_DATE];
    r->cells[COLUMN_END] = r->cells[COLUMN_END_TIME];
}

/* What each of our columns says in the row at hand, and which cell it is; the other columns become fields. */
static void sort_cells(table *t, row *r) {
    for (size_t i = 0; i < t->count; i++) {
        annals_text text = csv_unquote(t, i, &t->fields[i]);
        enum column kind = t->kinds[i];
        r->texts[kind] = text;
        r->cells[kind] = &t->cells[i];
        if (!text.length || take_name(r, kind, text)) continue;
        r->fields[r->event.field_count++] = (annals_field){t->names[i], text};
        if (csv_is_word(t->names[i], "zone")) r->zone = r->event.field_count;
    }
    if (csv_has_column(t, COLUMN_YEAR)) join_date(t, r, COLUMN_YEAR, COLUMN_DATE, &t->date);
    if (csv_has_column(t, COLUMN_END_YEAR)) join_date(t, r, COLUMN_END_YEAR, COLUMN_END, &t->end);
    end_on_the_day(r);
}

/* What the columns say that are none of ours. */
static void join_label(table *t, row *r) {
    builder_clear(&t->label);
    for (size_t i = 0; i < t->count; i++) {
        annals_text text = {t->fields[i].data, t->fields[i].length};
        bool own = t->kinds[i] != COLUMN_OTHER && !(t->kinds[i] == COLUMN_SET && !r->sets.length);
        if (own || !text.length) continue;
        if (t->label.length) builder_text(&t->label, annals_text_of(", "));
        builder_text(&t->label, text);
    }
    r->texts[COLUMN_LABEL] = (annals_text){t->label.data, t->label.length};
    r->cells[COLUMN_LABEL] = &t->cells[0];
}

static bool has_label(table *t, row *r) {
    if (!csv_has_column(t, COLUMN_LABEL)) join_label(t, r);
    if (!csv_has_column(t, COLUMN_LABEL) && !r->texts[COLUMN_LABEL].length && r->texts[COLUMN_TEXT].length) {
        r->texts[COLUMN_LABEL] = r->texts[COLUMN_TEXT];
        r->cells[COLUMN_LABEL] = r->cells[COLUMN_TEXT];
    }
    if (r->texts[COLUMN_LABEL].length) return true;
    r->wrong = r->cells[COLUMN_LABEL];
    r->what = "has no label; say what happened";
    return false;
}

static bool put_event(table *t, row *r) {
    annals_event *e = &r->event;
    e->id = r->texts[COLUMN_ID];
    e->label = r->texts[COLUMN_LABEL];
    e->text = r->texts[COLUMN_TEXT];
    e->speaker = r->texts[COLUMN_SPEAKER];
    e->when = &r->when;
    e->category = r->texts[COLUMN_CATEGORY];
    e->mentions = r->mentions;
    e->fields = r->fields;
    return listing_event(&t->list, e, csv_has_column(t, COLUMN_LABEL),
                         (passage){r->cells[COLUMN_LABEL]->start, r->cells[COLUMN_LABEL]->end});
}

/* One that there is not is told once. */
static bool tell_zone(table *t, const row *r) {
    annals_text zone = r->fields[r->zone - 1].value;
    bool wanted = r->when.granularity > ANNALS_DAY && !r->when.zone.length;
    if (t->zone_told || !wanted || !zone.length) return true;
    t->zone_told = true;
    return notice_in_file(
               t->list.to, t->list.file, r->cells[COLUMN_LABEL]->line, 0, t->list.error,
               "there is no time zone '%.*s', and it goes along as a field; write it like America/Havana or UTC-05:00",
               (int)(zone.length < 60 ? zone.length : 60), zone.data) == ANNALS_OK;
}

/* The JSON of its time said it already. */
static bool is_its_zone(table *t, const row *r) {
    annals_text zone = listing_find_zone(&t->list, r->fields[r->zone - 1].value);
    return zone.length && zone.length == r->when.zone.length && !memcmp(zone.data, r->when.zone.data, zone.length);
}

static void drop_field(row *r, size_t index) {
    size_t behind = --r->event.field_count - index;
    memmove(&r->fields[index], &r->fields[index + 1], behind * sizeof *r->fields);
}

static const char *const moments[] = {"first", "last"};

/* Has it the columns that all tables of annals have, or an id of ours in its first row? */
static bool is_ours(table *t) {
    const table begin = *t;
    bool ours = false;
    if (!csv_has_column(t, COLUMN_ID)) return false;
    for (size_t i = 0; i < t->columns; i++)
        ours |= csv_is_word(t->names[i], moments[0]) || csv_is_word(t->names[i], moments[1]);
    size_t cells = !ours && csv_row(t) == ROW_WHOLE ? t->count : 0;
    for (size_t i = 0; i < cells && i < t->columns; i++)
        ours |= t->kinds[i] == COLUMN_ID && begins_with(csv_unquote(t, i, &t->fields[i]), "e-");
    csv_go_back(t, &begin);
    return ours;
}

static bool is_moment(annals_text text) {
    size_t figures = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (!strchr("0123456789+-:.TZ", text.data[i])) return false;
        figures += text.data[i] >= '0' && text.data[i] <= '9';
    }
    return figures >= strlen("0001");
}

/* The first and the last moment stand in the tables that we write, for those who sort by them; the date says them, and
 * it may have been changed since. */
static void drop_moments(const table *t, row *r) {
    for (size_t i = 0; t->ours && i < sizeof moments / sizeof *moments; i++)
        for (size_t n = r->event.field_count; n > 0; n--)
            if (csv_is_word(r->fields[n - 1].name, moments[i]) && is_moment(r->fields[n - 1].value))
                drop_field(r, n - 1);
}

static bool take_zone(table *t, row *r) {
    if (!r->zone) return true;
    if (!listing_zone(&t->list, r->fields[r->zone - 1].value, &r->when) && !is_its_zone(t, r)) return tell_zone(t, r);
    drop_field(r, r->zone - 1);
    return true;
}

/* A column of that name may have other words, as long as all are. */
static void note_sets(table *t, const row *r) {
    if (!r->texts[COLUMN_SET].length) return;
    t->has_sets |= r->sets.length > 0;
    if (!r->sets.length && !t->odd_set.line) t->odd_set = *r->cells[COLUMN_SET];
}

static bool tell_sets(const table *t) {
    enum { SHOWN = 60 };
    const size_t length = t->odd_set.end - t->odd_set.start;
    if (!t->odd_set.line || (!t->has_sets && !t->ours)) return true;
    return notice_in_file(t->list.to, t->list.file, t->odd_set.line, t->odd_set.column, t->list.error,
                          "'%.*s' is no set, and goes along as a field, as do others like it; write one like "
                          "XXXX-WXX-1T19:00",
                          (int)(length < SHOWN ? length : SHOWN), t->list.text.data + t->odd_set.start) == ANNALS_OK;
}

static bool put_row(table *t) {
    row r = {.event = {.kind = ANNALS_OCCURRENCE, .modality = ANNALS_ASSERTED, .confidence = 1}};
    sort_cells(t, &r);
    note_sets(t, &r);
    if (has_label(t, &r) && read_times(t, &r) && put_sets(t, &r)) {
        if (!take_zone(t, &r)) return false;
        drop_moments(t, &r);
        return put_event(t, &r);
    }
    if (!r.wrong) return false;
    enum { SHOWN = 60 };
    size_t length = r.wrong->end - r.wrong->start;
    return listing_leave_out(&t->list, r.wrong->line, r.wrong->column, "'%.*s' %s; the row",
                             (int)(length < SHOWN ? length : SHOWN), t->list.text.data + r.wrong->start, r.what);
}

/* ------------------------------------------------------------------ the table */

/* Cells that are missing at its end are empty, and so may be more of them. */
static bool has_width(const table *t) {
    for (size_t i = t->columns; i < t->count; i++)
        if (t->cells[i].start < t->cells[i].end) return false;
    return true;
}

static bool leave_out(table *t, const cell *where, const char *what) {
    return listing_leave_out(&t->list, where->line, where->column, "%s; the row", what);
}

static bool take_row(table *t, row_state state) {
    char what[128];
    const cell *where = &t->cells[t->columns];
    if (state != ROW_WHOLE) {
        const cell first = t->cells[0];
        const char *wrong = csv_wrong_row(t, state, &where, what, sizeof what);
        if (!leave_out(t, where, wrong)) return false;
        csv_skip_line(t, &first);
        return true;
    }
    snprintf(what, sizeof what,
             "this row has %zu columns, and the first row names %zu; put quotation marks around commas in a text",
             t->count, t->columns);
    if (!has_width(t)) return leave_out(t, where, what);
    const cell last = t->cells[t->count - 1];
    for (; t->count < t->columns; t->count++)
        t->cells[t->count] = (cell){.start = last.end, .end = last.end, .line = last.line, .column = last.column};
    t->count = t->columns;
    return put_row(t);
}

static bool read_table(table *t) {
    if (!csv_columns(t) || !listing_begin(&t->list, "it is a table of events")) return false;
    t->ours = is_ours(t);
    csv_find_order(t);
    for (row_state state; (state = csv_row(t)) != ROW_NONE;)
        if (!take_row(t, state)) return false;
    if (!tell_sets(t) || !listing_end(&t->list)) return false;
    return !t->list.error || t->list.error->status == ANNALS_OK;
}

static annals_status read_csv(annals_chronology *chronology, const source_file *file, annals_error *error) {
    annals_error own = {0};
    table *t = calloc(1, sizeof *t);
    if (!t) return annals_fail(error, ANNALS_MEMORY, "out of memory; give a smaller file");
    *t = (table){.list = {.to = chronology, .file = file, .text = file->bytes, .error = &own, .rule = "table"},
                 .line = 1};
    t->separator = csv_separator_of(file->bytes);
    bool read = read_table(t);
    if (read && !t->list.events)
        fail_in_file(file, 0, 0, &own, "%s",
                     t->list.told ? "no row of the table could be read; see the warnings, and correct it"
                                  : "no row stands below the names of the columns; check that it is the right file");
    else if (read) annals_tag_events(chronology, t->list.document, &own);
    for (size_t i = 0; i < MOST_COLUMNS; i++) builder_free(&t->fields[i]);
    builder_free(&t->label);
    builder_free(&t->sets);
    builder_free(&t->date);
    builder_free(&t->end);
    when_json_free(&t->whole);
    free(t);
    if (own.status != ANNALS_OK && error && error->status == ANNALS_OK) *error = own;
    return own.status;
}

static bool is_table(const char *name, annals_text bytes) {
    (void)name;
    return csv_is_table(bytes);
}

const struct annals_reading csv_reading = {.fits = is_table, .read = read_csv, .decoded = true};
