/* builders.h: the constructors and what they share. */
#ifndef ENGINE_BUILDERS_H
#define ENGINE_BUILDERS_H

#include "build.h"
#include "language.h"
#include "when.h"

expr blank(expr_kind kind);
int32_t value_or(const build_argument *a, int32_t otherwise);
bool said(const build_argument *a);
void set_year(expr *e, const build_argument *year);
/* Say where the two ends of a range stand: the first up to the end of one argument (with the letters glued to it), the
 * second from another one (with its determiner). */
void part_range(const build_context *c, expr *e, const build_argument *first, const build_argument *second);
/* Makes the range of two ends; true. */
bool set_ends(const build_context *c, expr *e, expr from, expr to);
bool is_point(const expr *e);
bool has_clock(const expr *e);
/* Of a word, or of what an earlier level made of it: "la noche". */
annals_day_part part_said(const build_argument *part);
/* The hour counted to 24 of one in a part of the day: 8 in the evening is 20, 3 at night is 3; false if it is in none.
 */
bool hour_in_part(int32_t *hour, int32_t minute, int32_t part);
/* "at 0200 last night", "on the night of 23/24 February": the night began on the day before. */
void small_hours_follow(const expr *night, expr *e);
/* Amid a sentence the expression begins with a capital that it does not need: "they sang Yesterday". */
bool titled(const build_context *c);
/* Behind these words stands a time and nothing else. */
bool behind_sure_word(const build_context *c);
bool behind_dated_deed(const build_context *c);
/* "the meeting of", "the war of" */
bool behind_occasion(const build_context *c);
/* A day or month that says all but its year. */
bool lacks_only_year(const expr *d);
/* Behind these one, or many other things. */
bool behind_weak_word(const build_context *c);
/* The line ends behind the expression. */
bool ends_line(const build_context *c);
/* "for a week from Friday": the length is how long it goes on, and nothing to count by. */
bool is_span(const build_context *c);
/* Nothing follows that the number could count: "the 9th Army", "October 22, 23 men". */
bool stands_alone(const build_context *c);
/* A verb follows: "on October 14, 15 and 17 found them", "of the 14th and 15th showed nothing". */
bool verb_follows(const build_context *c);
/* A year of three digits behind a day counts nobody: "on 5 May 200 were killed". */
bool year_behind_day(const build_context *c);
/* "a tower of the 15th": of the century that was spoken of shortly before, with no date since; false if none was. */
bool century_spoken_of(const build_context *c, int32_t number, expr *e);
/* "postponed from Monday to Friday": two days of their own, and no range. */
bool is_moved(const build_context *c);
/* "last year in May" */
bool build_month_of_relative(const build_context *c, expr *e);
/* "from Monday to Wednesday of last week": the weekday `w` of the week that `d` is of. */
bool in_same_week(const expr *w, const expr *d, expr *e);
bool day_possible(const expr *e);
/* The zone that an argument names: a word's or one that an earlier level made; absent, none. */
void set_zone(const build_context *c, expr *e, const build_argument *zone);

/* outlook.c: the text, of which the builders see nothing but by these. */
annals_text look(const build_context *c, size_t start, size_t end);
annals_text own_words(const build_context *c);
/* Where a text that was looked at begins. */
size_t place_of(const build_context *c, annals_text seen);
/* What begins at `at`, and ends at it; 0 at the ends of the text. */
char byte_at(const build_context *c, size_t at);
char byte_before(const build_context *c, size_t at);
uint32_t sign_at(const build_context *c, size_t at, size_t *next);
/* The last sign before the expression that is no blank, and where it ends. */
uint32_t sign_before(const build_context *c, size_t *at);
/* Where the white space before `at` begins, and that behind it ends. */
size_t before_spaces(const build_context *c, size_t at);
size_t after_spaces(const build_context *c, size_t at);
/* The letters that end at `end`. */
annals_text word_before(const build_context *c, size_t end);
/* The word that begins at or behind `at`; the one that begins right there; that one space behind the expression. */
bool word_from(const build_context *c, size_t at, size_t *start, size_t *end);
annals_text word_at(const build_context *c, size_t at);
annals_text word_behind(const build_context *c);

/* The plural behind the expression is what its number counts: "sent to 1800 miners". */
bool counts_something(const build_context *c);
/* Is it a number in words: "forty"? */
bool counts_things(const grammar *g, annals_text word);
/* Does the number say how many act, behind the "of" that ends at `at`: "since the start of the year 300 have drowned"?
 */
bool counts_actors(const build_context *c, size_t at);
/* Is the year no round number, as a count would be? */
bool year_of_many(const build_context *c);
/* A length in a unit that its halves and quarters are whole numbers of: a year and a half is eighteen months. */
bool whole_parts(const expr *length, expr *e);
/* "For weeks afterwards", "for months after his release": not when, but how long. */
bool lasts_so_long(const build_context *c, const expr *length);
/* "the day" of "the day after 5 May" */
bool names_unit(const expr *e);
/* "three days before the feast": does what stands behind it tell from what it counts? */
bool leads_on(const build_context *c, expr *e);

#define X(name) bool build_##name(const build_context *c, expr *e);
CONSTRUCTORS(X)
#undef X

/* The day before or after: it needs no year but where months of other lengths, or years, meet. */
void move_day(expr *e, int32_t days);

#endif
