/* days.h: days with a name of their own (feasts, holidays, events) and reigns, as the table that the program in gen/
 * makes of lang/days. */
#ifndef ENGINE_DAYS_H
#define ENGINE_DAYS_H

#include <stddef.h>
#include <stdint.h>

/* How a rule finds its day, and what its numbers are. */
#define DAY_RULES(X)                                                                                                   \
    X(fixed, 2)    /* month, day */                                                                                    \
    X(national, 2) /* the same, of a name that other nations give to days of their own */                              \
    X(nth, 4)      /* month, weekday, which of them (-1 the last), days after it */                                    \
    X(before, 4)   /* month, day, weekday, how many of them before that day */                                         \
    X(easter, 1)   /* days after Easter Sunday */                                                                      \
    X(orthodox, 1) /* days after Easter Sunday of the eastern churches */                                              \
    X(hashanah, 1) /* days after the first of Tishri, the Jewish New Year, that falls into the civil year */           \
    X(julian, 2)   /* month and day of the Julian calendar */                                                          \
    X(on, 3)       /* year, month, day: it was once */                                                                 \
    X(landing, 3)  /* the same, of a name that other operations have for a day of their own */                         \
    X(since, 3)    /* the same, of a name that is the date itself: before that it meant no more */                     \
    X(republic,                                                                                                        \
      3)        /* month and day of the calendar of the French Republic, and the year that a day without one means */  \
    X(reign, 6) /* year, month, day: from when its years are counted, and the last day of the last */

enum day_rule_kind {
#define X(name, numbers) DAY_RULE_##name,
    DAY_RULES(X)
#undef X
};

enum { DAY_RULE_NUMBERS = 6 };

/* One rule, and the first and last year of its force. */
typedef struct day_rule {
    int32_t since, until;
    uint8_t kind;
    int16_t numbers[DAY_RULE_NUMBERS];
} day_rule;

/* A name and its rules, each for years of its own. */
typedef struct named_day {
    const char *name;
    uint16_t first, count; /* in day_rules */
} named_day;

extern const day_rule day_rules[];
extern const named_day named_days[];
extern const size_t named_day_count;

#endif
