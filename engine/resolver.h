/* resolver.h: a mention's context while it is resolved, shared by resolve.c and infer.c. */
#ifndef ENGINE_RESOLVER_H
#define ENGINE_RESOLVER_H

#include "analysis.h"
#include "quote.h"
#include "reading.h"
#include "tense.h"

enum { MAX_REASONS = 8, KEPT_SAID = 5 };
#define NONE_AHEAD UINT32_MAX
#define NO_MENTION SIZE_MAX

/* The last time that was said, for what is said relative to it. */
typedef struct said {
    bool known, day_known, clock_known;
    bool ahead;                /* of the telling */
    bool julian;               /* its day is one of the Julian calendar */
    bool as_spoken;            /* ... and its value as it is written */
    bool back;                 /* told of as having been before */
    bool until;                /* it says how long something lasted, and the story may stand before it */
    int64_t first, last;       /* days */
    int64_t year;              /* of the first */
    annals_bound begin, clock; /* its first and its last moment */
    size_t mention, block, sentence;
} said;

/* A day of a year that nothing says. */
typedef struct yearless_day {
    bool known, late; /* in the evening */
    bool stated;      /* by the file, or counted from such a day: what hangs on it is of that year, whatever is known */
    int32_t month, day;   /* or UNSET */
    int32_t hour, minute; /* or UNSET, */
    size_t sentence;      /* of this sentence */
    size_t mention;
} yearless_day;

/* What one end of a range comes to. */
typedef struct range_end {
    expr expr;
    const reading *reading;
} range_end;

/* Whose words they are: the document's, or those of someone it quotes. */
typedef struct voice {
    annals_mode mode;
    bool has_now; /* the day the document, or its entry, was written is known; or that of the speech */
    int64_t now;
    size_t entry; /* the mention that heads the entry of a diary or chronicle, or dates the speech, or SIZE_MAX */
    said last, story, thread;
} voice;

/* When a quoted mail was written, as the line above it says. */
typedef struct mail_day {
    bool known;
    int64_t day;
    size_t mention;
} mail_day;

enum { DEEPEST_MAIL = 8 };

/* Mails that quote mails. */
typedef struct quoted_mail {
    int depth;     /* of the one that is read; 0: the text itself, */
    voice outside; /* ... that is left while another is read */
    mail_day days[DEEPEST_MAIL + 1];
} quoted_mail;

/* The entry of a diary, log or chronicle that is read. */
typedef struct entry_place {
    size_t mention;  /* that heads it */
    int32_t year;    /* of an entry that a year heads, or UNSET */
    int32_t chapter; /* the year that heads all entries below it, or UNSET, */
    size_t chapter_mention;
    size_t chapter_end; /* the block that they end with, exclusive */
    bool chapter_last;  /* no other year heads entries behind it, */
    bool turned;        /* ... and they went on into the next */
    bool listed;        /* it stands in a list, line below line */
    bool dated;         /* the day of the one before is known, with its year, */
    bool doubted;       /* ... of which only two digits are said */
    bool behind;        /* the one at hand takes its year from a later one, */
    bool yearless;      /* ... or none says it */
    int64_t day;
} entry_place;

/* The last line of a log that opened with a clock. */
typedef struct watch {
    bool known;
    int64_t day;
    int32_t second;
    size_t block, mention;
    size_t entry; /* that it stood in, as the resolver's */
} watch;

typedef struct resolver {
    annals_chronology *c;
    analysis *x;
    annals_document *document;
    bool explains;                                    /* reasons are asked for */
    size_t says_today, says_yesterday, says_tomorrow; /* how often, in such words: its weekdays mean others */
    int counts_to_24;                                 /* its clocks do: 1 as it seems, 2 and more for sure */
    bool counts_julian;                               /* a weekday showed its dates to be of the Julian calendar, */
    int64_t julian_day;                               /* ... or not, last this one, as it is written */
    entry_place entries;
    quoted_mail mail;
    reading_table readings;
    const annals_resolution **plain; /* of each rule, once it has one: the reasons of what says so itself */
    annals_mode mode;                /* these seven are those of a voice */
    bool has_now;
    int64_t now;
    size_t entry;
    size_t item;       /* the raw mention of the dateline of an item of news, or SIZE_MAX */
    bool headed_later; /* the last head was of a day later than the document's, which may not be that of all of it */
    watch watch;
    said last;        /* what was said last */
    said earlier;     /* ... and before that */
    said just;        /* ... last of all, be it an aside */
    said paper;       /* the day of a paper that the sentence at hand speaks of */
    said aside;       /* ... of what had been before, which its sentence goes on from */
    said told;        /* ... by the field of a report that says when it was */
    said spoken;      /* ... in the quotation that was left last */
    said day;         /* ... to the day, and not ahead of the document */
    said coming;      /* ... to the day, and ahead of it */
    said clock;       /* ... to the hour */
    said quarter;     /* ... of a year's quarters */
    said story;       /* ... by the story itself: not an aside to another year */
    said thread;      /* ... by its paragraph, with month and year */
    said before;      /* ... by the story before its paragraph went back to earlier years, */
    size_t flashback; /* of this block */
    said left;        /* ... by the story where it was left for the years to come, */
    size_t leap;      /* with this mention, of this block */
    size_t leap_block;
    said kept[KEPT_SAID];         /* last, day, clock, story and thread, while a note has its own */
    bool note_in_quotation;       /* it stands in one */
    yearless_day yearless;        /* the last one, */
    yearless_day yearless_before; /* and the one before it */
    unsigned char *doubts;        /* of each raw mention: what of its time is in doubt (doubt.c) */
    const uint32_t *dated_ahead;  /* of each raw mention: the next one behind it that gives a year, or NONE_AHEAD */
    struct {
        bool known;
        int64_t day;
    } landing; /* the D-Day of the text's own operation */
    bool in_note;
    LIST(size_t) of_events;    /* raw mentions that count from what happened, in their order */
    quotation_list quotations; /* of the paragraph */
    size_t quotation;          /* the one at hand or the next one */
    size_t quoted_block;       /* that they are of */
    bool in_quotation;
    bool spoken_behind; /* the day of the speech stands behind it */
    voice outside;      /* of the quotation */
    size_t block;
    int64_t block_year; /* a year that this paragraph gives itself, or UNSET */
    size_t block_year_mention;
    int64_t sentence_year; /* one that a month or season gives to the rest of the sentence */
    bool year_alone;  /* ... or a year, which only a season takes: "not forgotten 1931, when for most of the winter" */
    int year_counted; /* ... and counted from the day of writing, at its head: "Next year's fair is on 3 April": how far
                       */
    bool year_opens;  /* ... and stands at its head, as in "In 1941 it began on 3 April": then days take it too */
    size_t sentence_year_mention, year_sentence;
    struct {
        size_t at, line, column;
    } place; /* of the last notice */
    /* Of the mention at hand: */
    size_t raw;
    verb_tense tense; /* tense_of gives it: seldom does it matter */
    bool tense_known;
    annals_text steps[MAX_REASONS];
    size_t step_count;
    annals_text anchor;
    size_t anchored; /* the raw mention that it was counted from, or NO_MENTION */
    bool failed;
    range_end end; /* of the range whose first mention was resolved last */
    bool end_impossible;
    bool as_spoken;               /* ... and its value keeps the day as it is written: a dual year */
    bool julian;                  /* its day is stated to be of the Julian calendar, or follows one that is */
    bool reversed, wrong_weekday; /* of the mention at hand; of a range, of both */
    bool begun;                   /* its end is counted from its beginning: */
    int64_t beginning;
} resolver;

/* Add a step to the reasons of the mention at hand.  Where nobody asks for reasons the arguments are not even worked
 * out. */
#define because(r, ...) ((r)->explains ? add_reason((r), __VA_ARGS__) : (void)0)
void add_reason(resolver *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The tense around the mention at hand.  Notes have none: they are written later, of what came after too. */
verb_tense tense_of(resolver *r);
/* The voice that speaks, and to let another speak. */
voice voice_of(const resolver *r);
void speak_as(resolver *r, const voice *v);
/* Before a mention is resolved: take up the voice of its quotation, if it stands in one, or that of the document. */
void leave_quotation(resolver *r, size_t raw);
bool enter_quotation(resolver *r, size_t raw, size_t block);
/* Make the document's day, or its entry's, what the mention at hand is resolved against; or another mention. */
void anchor_now(resolver *r);
void anchor_mention(resolver *r, size_t mention);
/* "27 October 1962" */
const char *day_phrase(int64_t day, char *buffer, size_t size);
/* Is the time said last, of the sentence at hand, told beside it: "The mine, closed on 13 May, opened at six"? */
bool said_in_passing(const resolver *r);
/* The day to count from, with its reason; false when none is known. */
bool base_day(resolver *r, expr_base base, time_unit unit, int64_t *day);
/* Give the mention what the expression says.  False when memory runs out. */
bool set_reading(resolver *r, const expr *e, annals_mention *m);
/* A time of its own, a copy of the one it shares, to be changed; null when memory runs out. */
annals_when *own_when(resolver *r, annals_mention *m);
/* Give it the day, month, year or hour meant.  False when memory runs out. */
bool resolve_point(resolver *r, const expr *in, annals_mention *m);

/* resolve_length.c: a length that begins or ends, by its direction, on a known day. */
void place_length(resolver *r, const expr *e, int64_t base, annals_mention *m);
/* Give the mention how long it is, and where it lies.  False when memory runs out. */
bool resolve_duration(resolver *r, const expr *e, annals_mention *m);
/* "over the next decade": is it that long from what was said, and no decade of the calendar? */
bool lasts_over(resolver *r, const expr *e, expr *length);

/* "was probably born in 1512": a day or year that is told as likely is uncertain (doubt.c). */
void doubt_likely(resolver *r, expr *e);
/* "They met on 5/3/1962.  The next day": as uncertain as what it counts from (doubt.c). */
void inherit_doubt(resolver *r, const expr *in, expr *e);
/* Why the mention at hand resolved as it did; null when memory runs out. */
const annals_resolution *reasons_of(resolver *r, annals_text rule);
/* The time so many units away from an event's day. */
void count_from_event(resolver *r, expr *e, int64_t day);
/* When all is resolved: what counts from an event takes the date that the document gives it.  False when memory runs
 * out. */
bool anchor_events(resolver *r);
/* "two days after the landing" */
bool counts_from_event(const raw_mention *raw);
/* The astronomical year of the next date with one behind a raw mention, or UNSET. */
int32_t year_ahead(const resolver *r, size_t raw);
/* "The mill was built in 1850 and burnt in 1901.  The museum will open in March": what a history foresees, after it has
 * told of the past, is counted from its own day. */
bool foresees(resolver *r);
/* Goes the mention at hand on from its paragraph's thread: was that said in its sentence or in the one before? */
static inline bool in_thread(const resolver *r) {
    size_t here = r->x->sentence_of.items[r->raw];
    return r->thread.known && r->thread.block == r->block && here - r->thread.sentence <= 1;
}
/* Take note of a time that was said, and of where it leaves the story (story.c). */
void remember(resolver *r, const expr *e, const annals_when *w, size_t mention);
/* ---------------------------------------------------------------- aside.c */

/* Notes, citations and captions have a context of their own: what they say is no anchor for the text. */
bool stands_aside(const resolver *r, size_t raw);
/* "In 1890 they had met before", "the tax had been raised in 1890" */
bool looks_back(const analysis *x, size_t raw);
/* "He had been banned on 29 January": before the date, and in its clause */
bool had_done_by(const analysis *x, size_t raw);
/* "In December they had asked for bread": it is the clause's own verb that looks back. */
bool had_happened(const analysis *x, size_t raw);
/* "later (1902) its chief engineer", "the tower, which was finished in 1902" */
bool is_parenthetic(const analysis *x, size_t raw);
/* ... or "the treaty, signed on 3 May 1902, has lapsed": who reads on is not there. */
bool is_passing(const analysis *x, size_t raw);
/* "A book published in 1992 claims that": of what tells of the story, which is not there. */
bool is_of_edition(const analysis *x, size_t raw);
/* "born in Lysk on 4 May 1911": the story of a life goes on years later. */
bool is_of_birth(const analysis *x, size_t raw);
/* ... or "the law of 9 March 1863": only named beside what a letter or news tells of. */
bool is_of_origin(const analysis *x, size_t raw);
/* "and not on the 6th"; "in his report of the 8th" */
bool is_denied(const analysis *x, size_t raw);
/* "rose in January from December" */
bool is_compared(const analysis *x, size_t raw);
bool is_of_paper(const analysis *x, size_t raw);
/* Is one of such words close before a date, with no mark between? */
bool stands_behind(const analysis *x, size_t raw, role_set roles);
/* "your parcel of the 3rd": it only says which one. */
bool is_of_own(const analysis *x, size_t raw);
/* "His letter of the 12th explained": which the sentence opens with, and not "My letter of the 12th". */
bool opens_with_paper(const analysis *x, size_t raw);

/* The clock that opens a line of a log is of its entry's day, or goes on from the line before, whatever dates stand in
 * what that tells. */
bool day_of_watch(resolver *r, expr *e);
void note_watch(resolver *r, const expr *e, const annals_when *w, size_t mention);
/* Where a line with a later day stands above, no entry and no document of its own, what is said from the document's day
 * is doubted: it may be of that one. */
void note_later_head(resolver *r, const expr *e, const annals_when *w);
void doubt_below_head(resolver *r, const expr *in, expr *e);
/* "6th and 7th. The mines went up at three": on one of the days of its entry. */
void doubt_in_span(resolver *r, const expr *in, expr *e);
/* "Your loving husband, T. F." and then "Monday morning.": a day later than the letter, and the one it now looks to. */
bool opens_postscript(const resolver *r);
void note_postscript(resolver *r, const annals_when *w, size_t mention);

/* Fill in what the expression leaves out, as far as its context has it. */
void complete(resolver *r, const expr *in, expr *e);

/* Says it a time, and of no one day: "September 1891", "last week"? */
bool is_coarse(const expr *e);
/* Does it, or its last end, give its year itself? */
bool says_year(const expr *e);

/* ---------------------------------------------------------------- half.c */

/* Does nothing tell which half of the day its clock means? */
bool half_open(const resolver *r, const expr *e);
/* Of the half that follows the time said last; of the evening that was said before; or, as dinners and meetings are,
 * or breakfasts, of the one that what is done tells. */
void half_follows(resolver *r, expr *e);
void half_of_evening(resolver *r, expr *e);
void half_of_deed(resolver *r, expr *e);
/* ... and "lunch at one", whatever hour was said before. */
void half_of_meal(resolver *r, expr *e);
/* "at 7.15, 8.30 and 9.45 p.m.": the last of a list says it of all. */
void half_of_list(resolver *r, expr *e);
/* "On the 10th, 21st and 29th": nothing but commas and such words part a mention from the one before it. */
bool goes_on_list(const analysis *x, size_t raw);
/* "Meeting of 16 May, 7.30 p.m. ... It closed at nine": of the half that it began in. */
bool take_session(resolver *r, expr *e);
bool is_of_session(const analysis *x);

/* ---------------------------------------------------------------- infer_entry.c */

/* Is the mention at hand the day that an entry begins with? */
bool heads_entry(const resolver *r);
/* The month or year that such a day leaves out; a year from the heading of its entry.  False: nothing says. */
bool infer_entry(resolver *r, expr *e);
bool year_of_entry(resolver *r, expr *e);
/* "7 June 1849.  Spoke the Hector.  Friday and Saturday calm.": the weekday that follows the day of the entry. */
bool weekday_of_entry(const resolver *r, const expr *e, int64_t *day);
/* "Today" is the document's day; in a paragraph behind a list of entries it is so again. */
void look_to_document(resolver *r);
void leave_entry(resolver *r);
/* Reads on from a block to a raw mention: the items of a page of news that begin there, or end. */
void enter_item(resolver *r, size_t from, size_t raw);
/* Once it is resolved: what "today" means until the next entry. */
void note_entry(resolver *r, const expr *e, const annals_when *w, size_t mention);

/* ---------------------------------------------------------------- infer_month.c */

void infer_month(resolver *r, expr *e);
bool day_of_julian_month(resolver *r, expr *e);
/* Is the story back at the day of its entry, behind a sentence that spoke of another time? */
bool is_back(const resolver *r);
void doubt_back(resolver *r, expr *e);

/* ---------------------------------------------------------------- infer_year.c, relative.c, relative_base.c */

/* Fill in a year that is not given; and how much farther off than in the past a day ahead is taken to lie. */
void infer_year(resolver *r, expr *e);
/* "in May and June of the following year": the year of what closes an enumeration is that of the others. */
bool closes_enumeration(resolver *r, expr *e);
/* "the 15th of March, June and September" */
void take_listed_day(const resolver *r, expr *e);
int64_t ahead_weight(verb_tense tense);
/* The time said before that units are counted from, when one was said. */
const said *said_for(resolver *r, time_unit unit);
/* "On 10 November it fell.  It had been begun on 3 May.  The next day": the day said last, or the one before what had
 * been, which is over with its sentence. */
const said *last_told(const resolver *r);
/* How finely a time that was said is known. */
annals_granularity granularity_said(const resolver *r, const said *s);
/* The unit that is looked for in what was said. */
time_unit counted_unit(const expr *e);
/* Was a bare year said last, from which no day is counted? */
bool behind_bare_year(const resolver *r);
/* Is it a term that what is not told as past has? */
bool is_due(resolver *r, const expr *e);
/* Does it count from the document's own day, though another was said? */
bool from_own_day(resolver *r, const expr *e);
/* The day that a time is counted from; false when nothing says. */
bool base_of(resolver *r, const expr *e, int64_t *base);
void put_off_a_year(resolver *r, expr *e, int64_t base);
/* "Three years after her marriage she moved; ten years after that": from what counts from an event, and has no date
 * until all is read. */
bool counts_from_event_before(const resolver *r, size_t raw);
/* Is it counted from the day of who writes, though a story is told? */
bool is_of_writer(resolver *r, const expr *e);
/* "In the second quarter it earned $9, and $5 a year earlier": that quarter of the year before. */
bool compares_year_before(resolver *r, expr *e);
/* The time that the expression counts to. */
void resolve_relative(resolver *r, expr *e);
/* A weekday counted from days that nothing tells the calendar of is doubted where the Julian may have been kept. */
void doubt_weekday(resolver *r, const expr *in, expr *e);
/* "so it is October 1962" */
void say_result(resolver *r, const expr *e);
/* weekday.c: the day of a weekday that counts from what was said; false: none does. */
bool weekday_of_story(resolver *r, expr *e);
/* Does hardly more than a comma part the mention at hand from the one before? */
bool behind_comma(const resolver *r);

/* ---------------------------------------------------------------- custom.c */

/* Is it so every day, week or year: "open from Monday to Friday"?  Then no day, week or year is looked for. */
bool take_custom(resolver *r, expr *e);
/* ... or perhaps so, or in one year */
bool may_be_custom(const resolver *r);
/* Does a story that has told of the past go on in the present? */
bool tells_of_now(resolver *r);

/* ---------------------------------------------------------------- ends.c */

/* Both ends of a range, or of an expression that spans days, months or years.  `impossible`: it ends before it begins,
 * or an end is no day of any calendar.  False when memory runs out. */
bool resolve_range(resolver *r, const expr *range, range_end *from, range_end *to, bool *impossible);

/* ---------------------------------------------------------------- mail.c */

/* Whose lines does the mention stand in?  Those of a quoted mail look to its own day. */
void enter_mail(resolver *r, size_t raw);
/* Once it is resolved: is it the day of the mail quoted below? */
void note_mail(resolver *r, const annals_when *w, size_t mention);

/* ---------------------------------------------------------------- fiscal.c */

/* The month that the year of accounts at hand begins in; 0: as the United States count. */
int fiscal_start(const resolver *r);
/* "fiscal 1997, ended June 30": the year of its last day. */
bool year_of_accounts(resolver *r, expr *e);

/* ---------------------------------------------------------------- landing.c */

/* Of "D-Day" and "D plus 3": the day of the operation that the text tells of. */
void find_landing(resolver *r, expr *e);

/* ---------------------------------------------------------------- yearless.c */

/* Where no year is known: what counts from a day without one, or goes on from it, is a day without one too. */
bool infer_yearless(resolver *r, expr *e);
/* Once it is resolved: is the mention at hand such a day? */
void note_yearless(resolver *r, const expr *e);

/* ---------------------------------------------------------------- settle.c */

/* Fill in the century of a year of which two digits are given. */
void full_year(resolver *r, expr *e);
/* Before a year is looked for: what decades, Roman days and named days leave out in ways of their own. */
void prepare(resolver *r, expr *e);
/* A day that only lacks its year, and is not the day of one event. */
bool year_settles(const expr *e);
/* The weekend that is spoken of, and the year in which centuries meet. */
void infer_weekend(resolver *r, expr *e);
void turn_of_century(resolver *r, expr *e, int64_t base);
/* Make a plain date of a day that only its year could settle. */
void settle(resolver *r, expr *e);
/* Warn of a weekday that its date does not have, in neither calendar. */
void check_weekday(resolver *r, const expr *in, const expr *e);
/* Has its day, in the year, the weekday that it says, in one of the calendars? */
bool falls_on(const resolver *r, const expr *e, int32_t year);
/* The last year that may be of the Julian calendar where nothing says so: that of the country whose language it is. */
int64_t last_julian_year(const grammar *g);
/* The weekday of a day as it is written: near dates that were shown to be of the Julian calendar it is so too. */
int weekday_of(const resolver *r, int64_t day);

#endif
