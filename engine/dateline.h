/* dateline.h: what lines that date a document or a print are known by. */
#ifndef ENGINE_DATELINE_H
#define ENGINE_DATELINE_H

#include "analysis.h"

/* "[Received November 3—4:20 p. m.]": the time that a telegram came is another than its own. */
bool is_receipt(const analysis *x, const raw_mention *m);
/* "Updated 4 May 1958": when it was last changed is not when it was written, if that is said, too. */
bool is_revision(const analysis *x, const raw_mention *m);
/* "112130Z AUG 64": the group that dates a message. */
bool is_group(const analysis *x, const raw_mention *m);
/* sections.c: marks the blocks that date the reports of a newspaper, "Dunroe, Friday night."; `own`: the raw mention
 * that dates the paper itself, or SIZE_MAX.  Has it any? */
bool find_reports(analysis *x, size_t own);
/* ... and those that go on with a letter: "P.S. 29th April." */
void find_sequels(analysis *x, size_t own);
/* The line at its end that says since when it is whose: "© 1958 The Port Press"; absent if none does. */
annals_text imprint_of(const analysis *x);
/* What is said nowhere else: by its imprint, by the month above a letter's greeting, by who named its file, by the
 * properties of the file. */
annals_status find_imprint_date(annals_chronology *c, const analysis *x, annals_document *d, annals_error *error);
annals_status find_month_of_letter(annals_chronology *c, analysis *x, annals_document *d, annals_error *error);
/* Where a story says nothing better: the year in its head, "by Ada Weller, 1958", later than what it tells; or below it
 * "Last updated 3 May 2019". */
annals_status find_date_of_story(annals_chronology *c, analysis *x, annals_error *error);
annals_status find_name_date(annals_chronology *c, annals_document *d, annals_error *error);
annals_status take_hint(annals_chronology *c, const analysis *x, annals_document *d, annals_error *error);
/* A day and its month, with or without a year; and does such a one open the text of its block, "LIMA, May 6. -"? */
bool day_of_year(const expr *e);
bool opens_text(const analysis *x, const block *b, const raw_mention *m);
/* A month or a year, and no more: "June 1958". */
bool month_or_year(const expr *e);
/* opening_date.c: marks the date that opens the text and the items of a page of news; `own`: as above, of a document
 * that is `dated`. */
void find_opening(analysis *x, bool dated, size_t own);
/* Where the words begin behind the date that opens a text or an item. */
size_t behind_dateline(const analysis *x, size_t raw);

/* "I write to you on 5 November 1916 from the ridge", but not "I write to say that he died on 5 November 1916", "I
 * write of the letter of 5 November 1916": the writing itself is of that day. */
bool is_written_on(const analysis *x, size_t raw);
/* "Given at Port, the 3rd day of March 1958", "This log was written out at Port on 3 March": what ends a text says of
 * itself where and when it was written; but "the parade was held at Port on 3 March" names no paper. */
bool is_subscription(const analysis *x, const raw_mention *m, size_t raw);
/* "this 3rd day of February 1691": who writes so writes on that day. */
bool points_at_itself(const analysis *x, const raw_mention *m);

/* ---------------------------------------------------------------- head_year.c */

/* The year that was given last before a mention, or UNSET. */
int32_t year_before(const analysis *x, size_t raw);
/* "REPORTS FROM PORT, 1924", above "PORT, 3 March": the year that a heading gives, or else the document before. */
int32_t year_above(const analysis *x, size_t raw);
/* "Whit Monday", whose year is known: its month and day. */
void count_feast(expr *day);

#endif
