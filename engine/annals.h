/* annals.h: text goes in, every date in it is found and resolved, and the events become one chronology.
 *
 * The simplest use:
 *
 *     annals_error error = {0};
 *     annals_chronology *c = annals_new(NULL, &error);
 *     annals_add_text(c, "havana.txt", annals_text_of("On 27 October 1962 a plane was shot down."), &error);
 *     annals_finish(c, &error);
 *     size_t count;
 *     const annals_event *events = annals_events(c, &count);
 *     ...
 *     annals_free(c);
 *
 * Ownership: a chronology owns everything that is reached through it (documents, mentions, events, strings) until
 * annals_free; nothing else needs to be freed.  Whatever a caller passes in is copied.  Texts are UTF-8 given as
 * pointer and length; texts made by the library also end in a NUL byte that is not counted.
 *
 * Errors: a function that can fail returns an annals_status and fills the caller's annals_error, if one is given.
 * The library never prints and never exits.  It reads no clock, no locale and no environment, and has no mutable
 * globals: two threads may use two chronologies.
 *
 * Time: days are counted in the proleptic Gregorian calendar from 1970-01-01 (day 0); years are astronomical (1 BC is
 * year 0).  Times of day are local times of the place spoken of, in seconds after midnight. */
#ifndef ANNALS_H
#define ANNALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ANNALS_VERSION        "0.1.0"
#define ANNALS_SCHEMA_VERSION 1

#if defined __GNUC__
#define ANNALS_API __attribute__((visibility("default")))
#else
#define ANNALS_API
#endif

/* ------------------------------------------------------------------ texts */

/* A run of UTF-8 bytes.  Absent texts have a null `data` and length 0. */
typedef struct annals_text {
    const char *data;
    size_t length;
} annals_text;

/* The text of a NUL-terminated string; the string is borrowed. */
ANNALS_API annals_text annals_text_of(const char *string);

/* ------------------------------------------------------------------ errors */

#define ANNALS_STATUSES(X)                                                                                             \
    X(OK, "done")                                                                                                      \
    X(MEMORY, "out of memory")                                                                                         \
    X(ARGUMENT, "wrong argument")                                                                                      \
    X(INPUT, "could not be read")                                                                                      \
    X(OUTPUT, "could not be written")                                                                                  \
    X(DATE, "not a date")

typedef enum annals_status {
#define X(name, meaning) ANNALS_##name,
    ANNALS_STATUSES(X)
#undef X
} annals_status;

/* What went wrong and where.  Owned by the caller; the first error is kept, later ones do not overwrite it.  `file` is
 * empty and `line` 0 where there is none; lines and columns count from 1, columns in code points.  `message` says what
 * is wrong and, after a semicolon, what to do. */
typedef struct annals_error {
    annals_status status;
    char file[256];
    size_t line, column;
    char message[256];
} annals_error;

/* Fill `error` (may be null) unless it already holds one; `format` as for printf.  Returns `status`. */
ANNALS_API annals_status annals_fail(annals_error *error, annals_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Where output goes.  `write` returns ANNALS_OK or ANNALS_OUTPUT. */
typedef struct annals_sink {
    annals_status (*write)(void *context, const char *data, size_t length);
    void *context;
} annals_sink;

/* ------------------------------------------------------------------ times */

typedef enum annals_granularity {
    ANNALS_GRANULARITY_UNKNOWN,
    ANNALS_MILLENNIUM,
    ANNALS_CENTURY,
    ANNALS_DECADE,
    ANNALS_YEAR,
    ANNALS_SEASON,
    ANNALS_QUARTER,
    ANNALS_MONTH,
    ANNALS_WEEK,
    ANNALS_DAY,
    ANNALS_PART_OF_DAY,
    ANNALS_HOUR,
    ANNALS_MINUTE,
    ANNALS_SECOND
} annals_granularity;

typedef enum annals_day_part {
    ANNALS_DAY_PART_NONE,
    ANNALS_DAWN,
    ANNALS_MORNING,
    ANNALS_NOON,
    ANNALS_AFTERNOON,
    ANNALS_EVENING,
    ANNALS_NIGHT,
    ANNALS_MIDNIGHT
} annals_day_part;

/* The calendar that a date was written in. */
typedef enum annals_calendar { ANNALS_GREGORIAN, ANNALS_JULIAN, ANNALS_FRENCH_REPUBLICAN } annals_calendar;

typedef enum annals_zone_basis {
    ANNALS_ZONE_NONE, /* floating: no zone is known */
    ANNALS_ZONE_STATED,
    ANNALS_ZONE_INFERRED,
    ANNALS_ZONE_ASSUMED
} annals_zone_basis;

/* What a bound holds, from least to most precise. */
typedef enum annals_bound_state {
    ANNALS_BOUND_UNKNOWN, /* nothing is known */
    ANNALS_BOUND_OPEN,    /* known to have no limit: "until 7 November" has no beginning */
    ANNALS_BOUND_DAY,     /* `day` */
    ANNALS_BOUND_MINUTE,  /* `day` and `second`, a multiple of 60 */
    ANNALS_BOUND_SECOND   /* `day` and `second` */
} annals_bound_state;

/* A moment, inclusive, at the precision it is known to. */
typedef struct annals_bound {
    int64_t day;    /* days after 1970-01-01, proleptic Gregorian */
    int32_t second; /* seconds after local midnight, 0 to 86399 */
    annals_bound_state state;
} annals_bound;

/* The earliest and the latest moment at which something began, or ended. */
typedef struct annals_bounds {
    annals_bound earliest, latest;
} annals_bounds;

/* A resolved time.  The four bounds are those of CIDOC-CRM: begin.earliest P82a, begin.latest P81a, end.earliest P81b,
 * end.latest P82b.  `edtf` is ISO 8601-2:2019 (EDTF) up to level 2; empty where EDTF has no spelling for it. */
typedef struct annals_when {
    annals_text edtf;
    annals_bounds begin, end;
    annals_granularity granularity;
    annals_day_part day_part;
    bool approximate; /* circa */
    bool uncertain;   /* ? */
    annals_calendar calendar;
    annals_text as_written; /* absent unless `calendar` is not Gregorian */
    annals_text zone;       /* IANA name or offset; absent when floating */
    annals_zone_basis zone_basis;
    annals_text duration; /* ISO 8601 duration: "P2W"; absent unless the words say a length */
    annals_text set;      /* recurrence, as a TIMEX3 value; absent unless the words say one */
} annals_when;

/* The calendar date of a day number, and back.  `month` 1 to 12, `day` 1 to 31.  Any int64 year within ±10^12. */
ANNALS_API void annals_civil_of_day(int64_t day_number, int64_t *year, int *month, int *day);
ANNALS_API int64_t annals_day_of_civil(int64_t year, int month, int day);
/* ISO weekday of a day number: 1 Monday to 7 Sunday. */
ANNALS_API int annals_weekday_of_day(int64_t day_number);

/* True when `bound` is a moment, not open or unknown. */
ANNALS_API bool annals_bound_known(annals_bound bound);
/* Order of two moments, earlier first; a day counts as its first second.  Both must be known. */
ANNALS_API int annals_bound_compare(annals_bound a, annals_bound b);
/* ISO 8601 spelling: "1962-10-27", "1962-10-27T02:00"; "" when not known.  `buffer` holds ANNALS_BOUND_SIZE bytes. */
#define ANNALS_BOUND_SIZE 40
ANNALS_API const char *annals_bound_iso(annals_bound bound, char *buffer);

/* What EDTF's qualifiers say of a date: '~', '?', and both with '%'. */
typedef struct annals_qualifiers {
    bool approximate, uncertain;
} annals_qualifiers;

/* Those of the two ends of a time: of a range perhaps of one only, as its EDTF has it; else those of the whole. */
ANNALS_API void annals_when_qualifiers(const annals_when *when, annals_qualifiers *begin, annals_qualifiers *end);

/* A time in words for people, in English: "27 October 1962, 02:00", "night of 26–27 October 1962", "early November
 * 1962", "16 November, year not known".  Writes at most `size` bytes with the final NUL; returns the length. */
ANNALS_API size_t annals_when_phrase(const annals_when *when, char *buffer, size_t size);
/* The same without the day when the day is said in a heading: "02:00", "night", "" for the whole day. */
ANNALS_API size_t annals_when_clock_phrase(const annals_when *when, char *buffer, size_t size);

/* "27 October 1962", "October 27, 1962", "1962-10-27" (ISO 8601). */
typedef enum annals_date_style { ANNALS_DATE_DMY, ANNALS_DATE_MDY, ANNALS_DATE_ISO } annals_date_style;

/* How times are put in words; all zero: in English, day before month. */
typedef struct annals_phrasing {
    annals_date_style style;
    const char *language;    /* one of annals_languages; null or unknown: "en".  Borrowed while phrases are made */
    bool year_known;         /* the reader knows the year: days of it go without, but not in ISO style */
    int64_t year;            /* astronomical: 0 is 1 BC */
    bool unknown_year_known; /* the reader knows that the year is not known: "16 November" */
    bool eras;               /* years 1 to 999 say that they are after Christ: "AD 14" */
} annals_phrasing;

/* The two functions above in other words.  Null `phrasing`: all zero. */
ANNALS_API size_t annals_when_phrase_as(const annals_when *when, const annals_phrasing *phrasing, char *buffer,
                                        size_t size);
ANNALS_API size_t annals_when_clock_phrase_as(const annals_when *when, const annals_phrasing *phrasing, char *buffer,
                                              size_t size);
/* The name of a month, 1 to 12, as it stands alone, or short as on an axis; of a weekday, 1 Monday to 7 Sunday.  Not
 * ended by a NUL; static. */
ANNALS_API annals_text annals_month_name(const char *language, int month, bool brief);
ANNALS_API annals_text annals_weekday_name(const char *language, int weekday);
/* A word that pictures and pages have beside times: the n-th, from 0, of those that the language has under `name`, such
 * as "signs" (after @say in engine/lang/en.lex; English where it has none); and the form of such a noun that goes with
 * a count, by the plural rules of Unicode CLDR.  Empty for a name that there is not.  Not ended by a NUL; static. */
ANNALS_API annals_text annals_said(const char *language, const char *name, int n);
ANNALS_API annals_text annals_said_of(const char *language, const char *name, size_t count);

/* Names as the JSON and the dumps spell them: "part-of-day", "night", "gregorian", "stated". */
ANNALS_API const char *annals_granularity_name(annals_granularity granularity);
ANNALS_API const char *annals_day_part_name(annals_day_part part);
ANNALS_API const char *annals_calendar_name(annals_calendar calendar);
ANNALS_API const char *annals_zone_basis_name(annals_zone_basis basis);

/* ------------------------------------------------------------------ EDTF */

/* The Extended Date/Time Format, levels 0, 1 and 2: ISO 8601-2:2019, in the profile of the Library of Congress (2019).
 *
 *     annals_edtf *value = annals_edtf_parse(annals_text_of("2004-06-~11/.."), &error);
 *     ... value->level, value->begin.earliest ...
 *     annals_edtf_free(value); */

typedef enum annals_edtf_kind {
    ANNALS_EDTF_SINGLE,   /* one date or time: `items[0].first` */
    ANNALS_EDTF_INTERVAL, /* from `items[0].first` to `items[0].last` */
    ANNALS_EDTF_ONE_OF,   /* [...]: one of the items, each a date or all dates from `first` to `last` */
    ANNALS_EDTF_ALL_OF    /* {...}: all of them */
} annals_edtf_kind;

/* What stands at one end of an interval or of a range in a set. */
typedef enum annals_edtf_state {
    ANNALS_EDTF_ABSENT,  /* nothing: a single date has no `last` */
    ANNALS_EDTF_UNKNOWN, /* an interval's end left empty: there is one, and nobody knows which */
    ANNALS_EDTF_OPEN,    /* "..": there is none */
    ANNALS_EDTF_GIVEN    /* the date */
} annals_edtf_state;

/* Qualifiers are sums of these: "?", "~" and with both "%". */
enum { ANNALS_EDTF_UNCERTAIN = 1, ANNALS_EDTF_APPROXIMATE = 2 };
/* The parts of a date that can be unspecified or qualified by themselves. */
enum { ANNALS_EDTF_YEAR, ANNALS_EDTF_MONTH, ANNALS_EDTF_DAY, ANNALS_EDTF_PARTS };

typedef struct annals_edtf_date {
    annals_edtf_state state;
    int level;                      /* 0 to 2 */
    annals_granularity granularity; /* the form: century ("19"), decade ("196"), year, month, season (any sub-year
                                       grouping), day, minute or second */
    int64_t year;                   /* astronomical; the first year of a century or decade; digits X count as 0 */
    bool negative;                  /* the year is written with a minus: "-0XXX" */
    bool long_year;                 /* written with Y */
    int exponent;                   /* the year times ten to this power: Y17E7 */
    int significant_digits;         /* 0: all */
    int month, day;                 /* 0 where not written */
    int season;                     /* the sub-year grouping, 21 to 41; 0 for none */
    unsigned unspecified[ANNALS_EDTF_PARTS]; /* bit i: the digit i from the right is X */
    unsigned qualifier[ANNALS_EDTF_PARTS];
    int hour, minute, second; /* hour 24: the end of the day; second 60: a leap second */
    int nanosecond;
    bool zoned;
    int zone_minutes;              /* ahead of UTC */
    annals_bound earliest, latest; /* in the date's own zone; unknown for a year beyond 10^11 */
} annals_edtf_date;

typedef struct annals_edtf_item {
    annals_edtf_date first, last;
} annals_edtf_item;

typedef struct annals_edtf {
    annals_edtf_kind kind;
    int level;
    annals_bounds begin, end; /* as in annals_when */
    annals_granularity granularity;
    const annals_edtf_item *items;
    size_t item_count;
} annals_edtf;

/* Read an expression.  Null when it is wrong (ANNALS_DATE, with the column) or memory runs out.  The season 21 is March
 * to May, 22 June to August, 23 September to November, 24 December to February of the next year; 25 to 28 are the same
 * in the north, 29 to 32 half a year later in the south. */
ANNALS_API annals_edtf *annals_edtf_parse(annals_text expression, annals_error *error);
ANNALS_API void annals_edtf_free(annals_edtf *value);
/* The canonical spelling: no blanks, complete times, as few qualifiers as say the same.  Writes at most `size` bytes
 * with the final NUL; returns the length of the whole. */
ANNALS_API size_t annals_edtf_write(const annals_edtf *value, char *buffer, size_t size);
ANNALS_API const char *annals_edtf_kind_name(annals_edtf_kind kind); /* "one of" */

/* ------------------------------------------------------------------ what a chronology is made of */

typedef enum annals_timex_type {
    ANNALS_TIMEX_DATE,
    ANNALS_TIMEX_TIME,
    ANNALS_TIMEX_DURATION,
    ANNALS_TIMEX_SET
} annals_timex_type;

/* TIMEX3 (ISO-TimeML): `value` "1962-10-26TNI", "P2W", "XXXX-11-16"; `mod` "START", "APPROX" or absent. */
typedef struct annals_timex {
    annals_timex_type type;
    annals_text value, mod;
} annals_timex;

/* Why a mention resolved as it did.  `rule` is the name of the grammar's rule; `anchor` the id of the document or the
 * mention it was resolved against, "option" for --date, or absent; `steps` sentences for people. */
typedef struct annals_resolution {
    annals_text rule, anchor;
    const annals_text *steps;
    size_t step_count;
} annals_resolution;

/* "from 3 to 5 May" is two mentions, as in TIMEX3: the one that begins the range and, right behind it, the one that
 * ends it.  An event of both has the time from the one to the other. */
typedef enum annals_range_end { ANNALS_RANGE_NONE, ANNALS_RANGE_BEGIN, ANNALS_RANGE_END } annals_range_end;

/* A place in a document where a date is said.  `start` and `end` count Unicode code points of the text of the
 * document's source, which may hold several documents, `end` exclusive (W3C TextPositionSelector); `exact` are the
 * words.  A file that keeps its documents apart, such as a mailbox, gives each a text of its own.  `timex`, `when` and
 * `resolution` are never null in a chronology; mentions that mean the same share them. */
typedef struct annals_mention {
    annals_text id;
    size_t document; /* index into annals_documents */
    size_t start, end;
    annals_text exact;
    const annals_timex *timex;
    const annals_when *when;
    const annals_resolution *resolution; /* empty with options.times_only */
    annals_range_end range;
    bool impossible;    /* a date that no calendar has, such as 31 November, or a range that is reversed */
    bool reversed;      /* its range ends before it begins */
    bool wrong_weekday; /* the date fell on another day of the week than the words say */
    /* What else the words may mean, where they are ambiguous: 5/3/1962 is of May or of March, "at six" in the morning
     * or in the evening.  `when` is the likeliest, and uncertain. */
    const annals_when *alternatives;
    size_t alternative_count;
} annals_mention;

typedef enum annals_when_basis {
    ANNALS_BASIS_UNKNOWN,
    ANNALS_BASIS_STATED,
    ANNALS_BASIS_OPTION,
    ANNALS_BASIS_INFERRED
} annals_when_basis;

/* Which way relative and partial dates look: to the document's date or to the story told. */
typedef enum annals_mode { ANNALS_MODE_AUTO, ANNALS_MODE_DOCUMENT, ANNALS_MODE_NARRATIVE } annals_mode;

/* In which order dates such as 5/3/1962 name day and month where the numbers leave it open. */
typedef enum annals_order {
    ANNALS_ORDER_AUTO, /* as the other dates of the document have it; else the month first, uncertain, both readings
                          kept */
    ANNALS_ORDER_DMY,
    ANNALS_ORDER_MDY
} annals_order;

typedef struct annals_document {
    annals_text id, source; /* source: a file's name as the user gave it */
    annals_text title;
    annals_text sender, recipient, place, number; /* as its head states them; absent where it does not */
    annals_when when;                             /* when it was written */
    annals_when_basis basis;
    annals_text basis_from; /* what the date was taken from, in words */
    annals_mode mode;       /* never auto in a finished document */
    annals_text mode_reason;
    annals_text language; /* ISO 639-1 code of the language its dates were read in; absent in one put by hand */
    annals_text text;     /* plain */
    size_t length;        /* of the text, in code points; 0 with options.times_only */
    size_t start;         /* where it begins in the text of its source, in which places count; code points */
    bool read;            /* its events were made of its text, which is one of annals_inputs */
} annals_document;

typedef enum annals_event_kind { ANNALS_OCCURRENCE, ANNALS_DOCUMENT, ANNALS_PLAN, ANNALS_CITATION } annals_event_kind;

/* How the words stand to what they tell.  An announced event is a plan by its kind; one that was planned and is known
 * not to have happened is an occurrence that was planned. */
typedef enum annals_modality {
    ANNALS_ASSERTED,
    ANNALS_REPORTED, /* somebody is said to have said it */
    ANNALS_PLANNED,
    ANNALS_CONDITIONAL,
    ANNALS_NEGATED
} annals_modality;

/* A passage that tells of an event: code points of the text of the document's source, and the words.  `id`, `when` and
 * `label` are what this source's own event would have, where several were merged; else absent and null. */
typedef struct annals_source {
    annals_text id;
    size_t document; /* index into annals_documents */
    size_t start, end;
    annals_text text;
    const annals_when *when;
    annals_text label;
} annals_source;

/* Who and what an event is about, by a plain heuristic: capitals and titles. */
typedef enum annals_tag_kind { ANNALS_PERSON, ANNALS_PLACE, ANNALS_ORGANISATION, ANNALS_NAME } annals_tag_kind;

typedef struct annals_tag {
    annals_tag_kind kind; /* ANNALS_NAME: a proper name, and no telling of what */
    annals_text name;
} annals_tag;

/* A column of the table that an event is a row of. */
typedef struct annals_field {
    annals_text name, value;
} annals_field;

/* A source that gives another time than the event's own. */
typedef struct annals_conflict {
    size_t mention; /* index into annals_mentions */
    annals_text claim;
} annals_conflict;

/* One line of a chronology.  `id` is stable: same input, same id.  `label` is a headline of 1 to 90 code points, or the
 * one that a file states, whole; `text` what the sources say, one account a line. */
typedef struct annals_event {
    annals_text id;
    annals_event_kind kind;
    annals_modality modality;
    annals_text speaker; /* whose words a reported event is; absent: nobody is named */
    annals_text label, text;
    const annals_when *when; /* never null in a chronology; most share it with their mention */
    const size_t *mentions;  /* indexes into annals_mentions */
    size_t mention_count;
    const annals_source *sources;
    size_t source_count;
    annals_text category; /* absent: none */
    double confidence;    /* 0 to 1 */
    const annals_conflict *conflicts;
    size_t conflict_count;
    const annals_tag *tags;
    size_t tag_count;
    const annals_field *fields;
    size_t field_count;
} annals_event;

/* Something the reader should know that is not an error: an open year, replaced bytes, an impossible date. */
typedef struct annals_notice {
    annals_text file;
    size_t line, column; /* 0: not at one place */
    annals_text message; /* what is wrong; what to do */
} annals_notice;

ANNALS_API const char *annals_timex_type_name(annals_timex_type type);  /* "DATE" */
ANNALS_API const char *annals_range_end_name(annals_range_end range);   /* "begin" */
ANNALS_API const char *annals_when_basis_name(annals_when_basis basis); /* "stated" */
ANNALS_API const char *annals_mode_name(annals_mode mode);              /* "document" */
ANNALS_API const char *annals_order_name(annals_order order);           /* "dmy" */
ANNALS_API const char *annals_event_kind_name(annals_event_kind kind);  /* "occurrence" */
ANNALS_API const char *annals_modality_name(annals_modality modality);  /* "reported" */
ANNALS_API const char *annals_tag_kind_name(annals_tag_kind kind);      /* "person" */

/* ------------------------------------------------------------------ making a chronology */

/* A name of one's own for a time: "the Crisis" is 1962-10-14/1962-10-28.  `file` and `line` say where it was given, for
 * the reasons of what it dates; they may be absent and 0. */
typedef struct annals_period {
    annals_text name;
    annals_text edtf; /* any date the engine reads, or two parted by a slash */
    annals_text file;
    size_t line;
} annals_period;

/* All fields may be zero. */
typedef struct annals_options {
    annals_text title; /* of the chronology; absent: made from the documents */
    annals_text date;  /* the day on which documents that do not say so were written; any date the engine reads */
    annals_mode mode;
    annals_order order;           /* of day and month in dates of numbers, where they leave it open */
    const annals_period *periods; /* found in the texts word by word, letter by letter, the longest first */
    size_t period_count;
    int fiscal_start; /* the month, 1 to 12, that years of accounts begin in; 0: as the United States count theirs */
    annals_text language; /* ISO 639-1 code of all documents; absent: the words of each document tell */
    bool times_only;      /* find and resolve the dates, and stop: no events are made, and no names, places or
                           reasons kept of mentions */
    bool results_only;    /* what annals_dump shows of the way to the events is forgotten by annals_finish */
    bool borrow_text;     /* the texts of documents are not copied: the caller keeps them until annals_free */
} annals_options;

/* The codes of the languages that dates are read in, ended by a null pointer. */
ANNALS_API const char *const *annals_languages(void);

typedef struct annals_chronology annals_chronology;

/* An empty chronology; null when memory runs out or an option is wrong (ANNALS_DATE: not a day; ANNALS_ARGUMENT: no
 * such language, no such month, or a period that is wrong, with its file and line).  Null `options`: all zero. */
ANNALS_API annals_chronology *annals_new(const annals_options *options, annals_error *error);
ANNALS_API void annals_free(annals_chronology *chronology);

/* Add a document and find the dates in it.  `text` must be valid UTF-8 (annals-formats reads anything else). */
ANNALS_API annals_status annals_add_text(annals_chronology *chronology, const char *source, annals_text text,
                                         annals_error *error);
/* A date that the format of a file states for words of a document: bytes of its text, and any date the engine reads. */
typedef struct annals_stated {
    size_t start, end;
    annals_text date;
} annals_stated;

/* The same with what else is known of the document, which goes before what its text tells: source and text, and what of
 * title, sender, recipient, place, number, language and when there is.  One whose basis is ANNALS_BASIS_INFERRED is no
 * more than a hint, such as the properties of a file give: its title counts where the text has none, its `when` where
 * neither the text nor an option nor the file's name says when it was written and the text speaks of no other year, and
 * then with a notice.  The stated dates, in the order of the text, take the place of what the words would mean. */
ANNALS_API annals_status annals_add_document(annals_chronology *chronology, const annals_document *document,
                                             const annals_stated *dates, size_t count, annals_error *error);
/* A text as it was given, with what was known of it and how it was to be read: the same makes the same again. */
typedef struct annals_input {
    annals_document given; /* of these, what annals_add_document takes */
    const annals_stated *dates;
    size_t date_count;
    annals_options options; /* of these, what reading a text depends on */
    size_t turn;            /* among those of the same source, from 0 */
} annals_input;

/* What the chronology was made of; nothing once events of it were selected or edited. */
ANNALS_API const annals_input *annals_inputs(const annals_chronology *chronology, size_t *count);
/* Read a text that another chronology was made of, as it was read there. */
ANNALS_API annals_status annals_add_input(annals_chronology *chronology, const annals_input *input,
                                          annals_error *error);
/* A copy of a text that lives as long as the chronology, for a caller that lends texts and cannot keep this one; its
 * `data` is null when memory runs out. */
ANNALS_API annals_text annals_keep_text(annals_chronology *chronology, annals_text text);
/* Make, merge and sort the events of everything added.  Call once, after the last document. */
ANNALS_API annals_status annals_finish(annals_chronology *chronology, annals_error *error);

/* Build a chronology by hand, as readers of finished chronologies do: each call copies the record and all it points to
 * (an absent `id` is made, that of an event of what it says).  Indexes in mentions and events refer to the order of the
 * calls.  annals_finish sorts the events of such a chronology, and merges none.  A title yields to that of the options.
 */
ANNALS_API annals_status annals_put_document(annals_chronology *chronology, const annals_document *document,
                                             annals_error *error);
ANNALS_API annals_status annals_put_mention(annals_chronology *chronology, const annals_mention *mention,
                                            annals_error *error);
ANNALS_API annals_status annals_put_event(annals_chronology *chronology, const annals_event *event,
                                          annals_error *error);
/* Find the names in the labels of the events of a document that were put without tags, as those of a table are. */
ANNALS_API annals_status annals_tag_events(annals_chronology *chronology, size_t document, annals_error *error);
/* What a finished chronology was made of: a text, and an event that was put, as it was before others were joined with
 * it. */
ANNALS_API annals_status annals_put_input(annals_chronology *chronology, const annals_input *input,
                                          annals_error *error);
ANNALS_API annals_status annals_put_apart(annals_chronology *chronology, const annals_event *event,
                                          annals_error *error);
ANNALS_API annals_status annals_put_title(annals_chronology *chronology, annals_text title, annals_error *error);
ANNALS_API annals_status annals_put_notice(annals_chronology *chronology, const annals_notice *notice,
                                           annals_error *error);

/* Read one date ("27 October 1962", "night of 26-27 October 1962", "1962-10-27T02:00", or any EDTF expression but a
 * bare century or decade) into `when`, whose texts belong to the chronology.  ANNALS_DATE when `text` is not just one
 * date. */
ANNALS_API annals_status annals_read_when(annals_chronology *chronology, annals_text text, annals_when *when,
                                          annals_error *error);
/* The same; `*weekday`, which belongs to the chronology, then says how a weekday in the words differs from the date's:
 * "that day was a Friday, not a Saturday; …".  Empty when it does not. */
ANNALS_API annals_status annals_read_date(annals_chronology *chronology, annals_text text, annals_when *when,
                                          annals_text *weekday, annals_error *error);

/* ------------------------------------------------------------------ working with a chronology */

/* Which events are asked for.  A field that is absent or 0 asks for nothing; of a list any one will do; whatever is
 * given must hold.  Words are found at the beginning of words, letter case aside, all of them in any order. */
typedef struct annals_filter {
    annals_text from, until;    /* any date the engine reads: events that are over before the first, or begin after the
                                   last, are left out; so are those without a time */
    unsigned kinds;             /* the sum of 1 << annals_event_kind */
    const annals_text *matches; /* words of the label, the text and the speaker */
    const annals_text *tags;    /* words of one of the tags */
    const annals_text *sources; /* a document's id, its file, be it without folders or ending, or words of its title */
    size_t match_count, tag_count, source_count;
} annals_filter;

/* Keep the events that are asked for, after annals_finish, and of the documents those that tell of them.  ANNALS_DATE
 * when `from` or `until` is no date with a beginning and an end; an empty chronology tells that too. */
ANNALS_API annals_status annals_select(annals_chronology *chronology, const annals_filter *filter, annals_error *error);

/* What the events are put together by. */
typedef enum annals_grouping {
    ANNALS_UNGROUPED,
    ANNALS_BY_DAY,
    ANNALS_BY_MONTH,
    ANNALS_BY_YEAR,
    ANNALS_BY_SOURCE,
    ANNALS_BY_TAG
} annals_grouping;

/* `events` are indexes into annals_events, in their order. */
typedef struct annals_group {
    annals_text name; /* "October 1962", "Dispatch from Havana" */
    const size_t *events;
    size_t count;
} annals_group;

/* Group the events, as the last thing: days, months and years by when an event begins, and what is not known so well
 * under a name of its own ("1962", "early October 1962"); an event stands in the group of each of its sources, or tags,
 * and of those without any there is a last one. */
ANNALS_API annals_status annals_group_events(annals_chronology *chronology, annals_grouping grouping,
                                             annals_error *error);
ANNALS_API const annals_group *annals_groups(const annals_chronology *chronology, size_t *count);
ANNALS_API const char *annals_grouping_name(annals_grouping grouping); /* "month" */

/* What of an event can be changed; sets of them are sums of 1 << field. */
typedef enum annals_event_field {
    ANNALS_FIELD_WHEN,
    ANNALS_FIELD_LABEL,
    ANNALS_FIELD_TEXT,
    ANNALS_FIELD_KIND,
    ANNALS_FIELD_MODALITY,
    ANNALS_FIELD_SPEAKER,
    ANNALS_FIELD_CATEGORY,
    ANNALS_FIELD_CONFIDENCE,
    ANNALS_FIELD_TAGS,
    ANNALS_FIELD_FIELDS,    /* columns of a table */
    ANNALS_FIELD_CONFLICTS, /* in an edit: they are settled, whatever the values say */
    ANNALS_FIELD_SOURCES    /* with the mentions; no edit changes these */
} annals_event_field;
enum { ANNALS_EVENT_FIELDS = ANNALS_FIELD_SOURCES + 1 };
ANNALS_API const char *annals_event_field_name(annals_event_field field); /* "label" */

/* The fields in which two events differ, though they be of different chronologies. */
ANNALS_API unsigned annals_compare_events(const annals_event *a, const annals_event *b);

/* An event that is not the same in two chronologies: indexes into the events of both; SIZE_MAX: it is not there.  One
 * that is in both differs in `fields`: it was moved (ANNALS_FIELD_WHEN), reworded (ANNALS_FIELD_LABEL) or changed
 * otherwise.  Without fields it was merged: `after` has its sources now, and is another one's pair. */
typedef struct annals_change {
    size_t before, after;
    unsigned fields;
} annals_change;

/* Find the changes from one chronology to another, which keeps them, in the order of its events.  Events are the same
 * that have the same id, else those that have most in common: their words, their time. */
ANNALS_API annals_status annals_compare(const annals_chronology *before, annals_chronology *after, annals_error *error);
ANNALS_API const annals_change *annals_changes(const annals_chronology *after, size_t *count);

/* A change by hand, to be made to the event with the id whenever the chronology is made anew.  The id of an event that
 * was joined with others since leads to what it is part of now. */
typedef struct annals_edit {
    annals_text id;
    annals_text remembers; /* the label that the event had, for people; may be absent */
    bool drop;             /* leave the event out */
    bool add;              /* make an event with this id and the values, of which label and when must be given */
    annals_text merge;     /* the id of the event that it becomes an account of; absent: none */
    unsigned fields;       /* take these of the values */
    annals_event values;
} annals_edit;

/* Make the changes, one after the other, after annals_finish.  What cannot be made, as its event is gone, is told in a
 * notice each (`source` is the name of the file that the edits are from) and counted in `lost`. */
ANNALS_API annals_status annals_edit_events(annals_chronology *chronology, const char *source, const annals_edit *edits,
                                            size_t count, size_t *lost, annals_error *error);

/* What a careful person should look at. */
typedef enum annals_doubt {
    ANNALS_DOUBT_IMPOSSIBLE, /* a date that no calendar has */
    ANNALS_DOUBT_REVERSED,   /* a range that ends before it begins */
    ANNALS_DOUBT_WEEKDAY,    /* a weekday that its date does not have */
    ANNALS_DOUBT_AMBIGUOUS,  /* a date that may mean another */
    ANNALS_DOUBT_OPEN_YEAR,
    ANNALS_DOUBT_CONFLICT, /* sources that disagree */
    ANNALS_DOUBT_UNSURE,   /* an event whose time is uncertain */
    ANNALS_DOUBT_NOTICE    /* one of annals_notices that is none of these */
} annals_doubt;
ANNALS_API const char *annals_doubt_name(annals_doubt doubt); /* "open-year" */

typedef struct annals_finding {
    annals_doubt doubt;
    annals_text file;
    size_t line, column; /* 0: not known, as in a chronology that was read back */
    annals_text exact;   /* the words; absent: it is about no words */
    annals_text message; /* what is the matter; what to do */
    size_t mention;      /* index into annals_mentions, or SIZE_MAX */
} annals_finding;

/* Find them, after annals_finish; the chronology keeps them, in the order of its documents. */
ANNALS_API annals_status annals_check(annals_chronology *chronology, annals_error *error);
ANNALS_API const annals_finding *annals_findings(const annals_chronology *chronology, size_t *count);

/* ------------------------------------------------------------------ reading a chronology */

ANNALS_API annals_text annals_title(const annals_chronology *chronology);
ANNALS_API const annals_document *annals_documents(const annals_chronology *chronology, size_t *count);
ANNALS_API const annals_mention *annals_mentions(const annals_chronology *chronology, size_t *count);
/* Beside texts: the events that were put, in the order of the calls, as they were before others were joined with them.
 */
ANNALS_API const annals_event *annals_events_apart(const annals_chronology *chronology, size_t *count);
/* Do they tell the same?  Order, ids of documents and mentions, and notices aside. */
ANNALS_API annals_status annals_same(const annals_chronology *a, const annals_chronology *b, bool *same,
                                     annals_error *error);
/* Sorted by time after annals_finish; events without a known time stand last. */
ANNALS_API const annals_event *annals_events(const annals_chronology *chronology, size_t *count);
ANNALS_API const annals_notice *annals_notices(const annals_chronology *chronology, size_t *count);

/* Print a stage as text: "text", "tokens", "blocks", "mentions", "times", "events".  ANNALS_ARGUMENT for another name.
 */
ANNALS_API annals_status annals_dump(const annals_chronology *chronology, const char *stage, annals_sink sink,
                                     annals_error *error);
/* The names that annals_dump takes, ended by a null pointer. */
ANNALS_API const char *const *annals_dump_stages(void);

/* Print each date of the chronology's documents with what it resolves to and why, step by step. */
ANNALS_API annals_status annals_explain(const annals_chronology *chronology, annals_sink sink, annals_error *error);

#ifdef __cplusplus
}
#endif

#endif
