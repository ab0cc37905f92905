/* opening.h: what a line opens with that only logs, diaries and chronicles open lines with: a clock, a day, a year. */
#ifndef ENGINE_OPENING_H
#define ENGINE_OPENING_H

#include "annals.h"
#include "grammar.h"

/* Does a line open with a clock, so that three such make a log?  `sure`: no year is written so.  The log as a whole
 * tells whether "1130" is a clock: see is_log. */
bool is_log(const grammar *g, annals_text text);
bool opens_with_clock(const grammar *g, annals_text line);
/* "Noon: lat. 38.12 S.": a moment of the day heads the words behind it. */
bool opens_with_head(const grammar *g, annals_text line);
/* "0512 Closed to a mile": a clock in four digits and a capital open a sentence within a line of a log. */
bool opens_with_watch(annals_text words);
/* "3 May. Fog. 0740 hoisted the flag": one in four digits that no year is written like, within an entry of a day. */
bool opens_with_zero(annals_text words);
/* "3 May. 2.40 a.m. Struck. 3.15. Boat swamped": an hour with a point and a capital, where the entry told one before.
 */
bool opens_with_dotted(annals_text words);

/* "Thursday 15th March  ", "18/03  ", "1974-1978  ", "early August: ": a date opens the line and is parted from what is
 * told of it, by a space so wide that no prose has it, or, if `mark`, by a mark. */
bool opens_with_date(const grammar *g, annals_text line, bool mark);
/* "1962-06-01 The ship left", "1 June 1962 The ship left": a day with its year and a capital behind it. */
bool opens_with_full_day(const grammar *g, annals_text line);
/* A day or a year is all of the line. */
bool is_date_line(const grammar *g, annals_text line);
/* Names and a day are: "Committee, Friday, 11th July 1913". */
bool is_session_line(const grammar *g, annals_text line);
/* A day in figures is: "18/03", "1.7.1923". */
bool is_day_in_figures(annals_text line);
/* Does the date that opens the line need the line's beginning to be one: "10th. Cold", "18/03  Statements", "1911 - "?
 */
bool opens_entry(const grammar *g, annals_text line);
/* Is its first word the number of a year? */
bool opens_with_year(annals_text line);

#endif
