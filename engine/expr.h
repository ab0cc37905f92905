/* expr.h: what a temporal expression says, before it is resolved. */
#ifndef ENGINE_EXPR_H
#define ENGINE_EXPR_H

#include "annals.h"
#include "arena.h"

enum { UNSET = INT32_MIN, COUNT_UNKNOWN = -1 };

typedef enum time_unit {
    UNIT_NONE,
    UNIT_SECOND,
    UNIT_MINUTE,
    UNIT_HOUR,
    UNIT_DAY,
    UNIT_WEEK,
    UNIT_MONTH,
    UNIT_QUARTER,
    UNIT_SEASON,
    UNIT_YEAR,
    UNIT_DECADE,
    UNIT_CENTURY,
    UNIT_MILLENNIUM
} time_unit;

typedef enum expr_kind {
    EXPR_POINT,    /* a date or a time of day, whole or in part */
    EXPR_RANGE,    /* from `from` to `to` */
    EXPR_DURATION, /* a length; with `direction` one that ends or begins at the anchor */
    EXPR_SET,
    EXPR_PERIOD, /* a name of one's own; its number in `count` */
    EXPR_STATED, /* what the file's format says; its number in `count` */
    EXPR_NUMBER, /* of several words, in `count`; no mention by itself */
    EXPR_ZONE,   /* "GMT", "Moscow time": likewise */
    EXPR_STYLE,  /* "O.S.", "New Style", by `direction`: likewise */
    EXPR_REF     /* PAST_REF, PRESENT_REF, FUTURE_REF by `direction` */
} expr_kind;

/* Which limit the words around it make of a time. */
typedef enum expr_limit { LIMIT_NONE, LIMIT_UNTIL, LIMIT_SINCE, LIMIT_BEFORE, LIMIT_AFTER } expr_limit;

/* The calendar that month and day are counted in, until the year settles the day. */
typedef enum expr_reckoning { RECKON_CIVIL, RECKON_JULIAN, RECKON_REPUBLICAN } expr_reckoning;

/* What a relative expression counts from. */
typedef enum expr_base {
    BASE_NONE,
    BASE_NOW,   /* the day of speaking: yesterday, two weeks ago */
    BASE_SAID,  /* what was said last: the next day, that evening, two weeks later */
    BASE_EVENT, /* what happened: two days after the landing */
    BASE_DATE,  /* the date in `of`: the day after 5 May */
    BASE_STORY  /* either, as the mode decides: last week, next year */
} expr_base;

/* What a set may hold beside single weekdays. */
enum { SUNDAY = 7, WEEKEND_DAYS, WORKING_DAYS };

/* The parts of a day that annals.h has no name for: from midnight until dawn, and the last before midnight. */
enum { PART_SMALL_HOURS = ANNALS_MIDNIGHT + 1, PART_BEFORE_MIDNIGHT };

/* How it is known which of two numbers is the day and which the month. */
typedef enum numeric_order {
    ORDER_PLAIN,       /* no such question */
    ORDER_DAY_FIRST,   /* one of the numbers is no month */
    ORDER_MONTH_FIRST, /* likewise */
    ORDER_BY_OPTION,
    ORDER_BY_WEEKDAY,
    ORDER_BY_HABIT, /* the other dates of the document show it */
    ORDER_DOTTED,   /* full stops stand between them: the day comes first, unless the option says otherwise */
    ORDER_UNSURE
} numeric_order;

/* How it is known which half of the day a clock of twelve hours means. */
typedef enum clock_half {
    HALF_KNOWN,
    HALF_UNSAID,     /* "at six", "half past two" */
    HALF_IN_FIGURES, /* "at 5.30": in the morning, where the document counts to 24 */
    HALF_OF_TEN,     /* "11:30": as one who counts to 24 writes it, and others */
    HALF_COUNTED     /* "16.30", "08.15": by one who counts to 24 */
} clock_half;

/* How a length compares with what is said: "more than two years". */
typedef enum length_quantity {
    QUANTITY_EXACT,
    QUANTITY_MORE,
    QUANTITY_LESS,
    QUANTITY_AT_LEAST,
    QUANTITY_AT_MOST,
    QUANTITY_ABOUT
} length_quantity;

/* Where a length lies that is counted from the date in `of`. */
typedef enum length_place {
    LENGTH_TO_DATE, /* it ends with its last day: "the six months ended 30 June" */
    LENGTH_BESIDE,  /* it begins or ends where the date does: "the two weeks after 3 May" */
    LENGTH_WITHIN   /* the date begins or ends with it: "the last three days of March" */
} length_place;

/* The event that a time is counted from, and the head of its name: places in the text. */
typedef struct event_place {
    size_t start, end, head_start, head_end; /* bytes */
} event_place;

/* Shared by all mentions that say the same: once it is a mention's, none changes. */
typedef struct expr expr;
struct expr {
    expr_kind kind : 8;
    expr_limit limit : 8;
    expr_base base : 8;
    time_unit unit : 8; /* of offset, duration or set */
    annals_day_part part : 8;
    numeric_order order : 8;
    length_quantity quantity : 8;
    expr_reckoning reckoning : 8;
    clock_half half : 8;
    length_place place : 8;       /* of a length with BASE_DATE */
    annals_calendar calendar : 8; /* that the date is written in */
    bool short_year : 1;          /* two digits */
    bool approximate : 1, uncertain : 1;
    bool impossible : 1;
    bool bare_part : 1;   /* "the evening", which needs a day or a preposition to say when */
    bool loose : 1;       /* no mention unless a later level takes it up */
    bool story_only : 1;  /* means a time in histories, and nothing in letters and news */
    bool letter_only : 1; /* ... in letters and news, and nothing in histories */
    bool of_day : 1;      /* a clock where a day is told of, in histories too */
    bool lone : 1;        /* means nothing where no day was said before it */
    bool year_inferred : 1;
    bool daily : 1;      /* a clock of each of the days of a set: "every Monday at ten" */
    bool generic : 1;    /* a part of any day: "at night" */
    bool several : 1;    /* of each of the days that follow: "the nights of" */
    bool rate : 1;       /* of a set: so often in each unit, not once in each */
    bool whole_week : 1; /* the week that the day lies in, */
    bool week_from : 1;  /* ... that it begins, */
    bool week_to : 1;    /* ... or that it ends */
    bool as_spoken : 1;  /* TIMEX3 keeps the day as it is written, though its calendar is another */
    bool fiscal : 1;     /* the year is one of accounts */
    bool same : 1;       /* the day, week or month in `of`, so many units away or in another year: "a year ago today" */
    bool weekend : 1, first_of : 1, last_of : 1; /* of the week; the first or last day of a month or year */
    bool century_unsure : 1;                     /* "the 1900s" */
    bool into : 1;                               /* so long after it began, and a length where nothing dates that */
    bool clause : 1;       /* what happened is told with its date: "a year after he came in 1850" */
    bool from_begin : 1;   /* counted from the first day of what happened: "the third day of the siege" */
    bool reign : 1;        /* the one in `named`, or its year of the number in `count` */
    bool clock_unsure : 1; /* "by 1800": a year, or a time of day */
    bool turn : 1;         /* where the century or the year meets the next */
    bool ancient : 1;      /* "in 81": a year where the text tells of such years, and nothing else (era.c) */
    bool era_carried : 1;  /* the text says the era before it, or behind */
    bool across : 1;       /* a night whose second day is named too: "from Tuesday to Wednesday" */
    int32_t century, decade, year, season, month, week_of_month, day, weekday; /* UNSET where not said */
    int32_t hour, minute, second;
    int32_t iso_week; /* with the ISO week's year in `year` */
    int32_t last_day; /* of "26-27 October"; the last month or year where no day or month is said */
    int32_t quarter, millennium;
    int32_t named; /* a day of named_days whose date the year decides, or a reign */
    int32_t era;   /* -1: BC */
    int third;     /* of the coarsest field said: 1 early, 2 mid, 3 late, 4 first half, 5 second half, 6 whole, 7 to 10
                      quarters */
    int direction; /* -1 past, 0 none, 1 future */
    int32_t count; /* with base: how many units away; of a duration: its length, or COUNT_UNKNOWN */
    int16_t hundredths;   /* of the unit, beside `count`: "two and a half years" */
    int16_t months;       /* whole months before the days of `count`: "two months and three days later" */
    int32_t nth;          /* which `weekday` of the month or year: 1 the first, -1 the last */
    int32_t near;         /* the `weekday` next after the day (1), or before it (-1) */
    int32_t shift;        /* days after the day that the other fields give, or the week's Monday: -1 the eve */
    int32_t roman_month;  /* of Roman days: the month of the Kalends, Nones or Ides that are counted to, */
    int32_t roman_marker; /* which of the three, */
    int32_t roman_count;  /* and 1 for the day itself, 2 for the day before, ... */
    int32_t spoken_year, spoken_month, spoken_day; /* the day as it is written, once it is settled */
    int16_t fiscal_start;                          /* the month that it begins in; 0: as the United States count */
    int16_t least;       /* of a length that is one of two, the smaller: "two or three days"; else 0 */
    int32_t zone_offset; /* minutes east of UTC */
    const char *zone;    /* name of the IANA database, or ?XYZ where the letters stand for several zones */
    const expr *of;      /* "October 30 of this year": where the missing fields come from */
    const expr *from, *to;
    const event_place *event;       /* with BASE_EVENT */
    size_t first_end, second_start; /* of a range, until its mentions are made: where its ends meet what joins them */
};

/* Its upper bits are zero.  Equal expressions are equal bytes, for all are copies of one that is blank. */
uint64_t expr_hash(const expr *e);

/* What the words around a mention say of it; twins.h asks them. */
typedef enum raw_trait {
    TRAIT_TENSE,
    TRAIT_FUTURE,
    TRAIT_LOOKS_BACK,
    TRAIT_HAD,
    TRAIT_PARENTHETIC,
    TRAIT_CITES,
    TRAIT_NAMELESS,
    TRAIT_ORIGIN,
    TRAIT_DOUBT,
    TRAITS
} raw_trait;

/* A mention that is not yet resolved. */
typedef struct raw_mention {
    size_t start, end; /* bytes */
    const expr *expr;
    uint16_t rule;              /* NO_RULE: a name of the list of periods, or a stated date */
    annals_range_end range : 8; /* both mentions of a range hold the whole expression */
    bool lost;                  /* it means nothing here, and is left out */
    uint32_t like;              /* the one of the first twin of its block that keeps the answers, and one; 0: not
                                   looked for */
    uint64_t answers;           /* four bits of each trait: and one; 0: not asked yet */
} raw_mention;

typedef LIST(raw_mention) raw_mention_list;

/* Nothing is said. */
extern const expr blank_expr;

/* A date by words, or a day that the format of the file states. */
static inline bool point_said(const expr *e) {
    return e->kind == EXPR_POINT || (e->kind == EXPR_STATED && e->day != UNSET);
}

#endif
