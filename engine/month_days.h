/* month_days.h: registers and diaries whose lines open with the day of the month that stands alone above them: "July",
 * and below it "2. Thomas Aske", "9. A stranger". */
#ifndef ENGINE_MONTH_DAYS_H
#define ENGINE_MONTH_DAYS_H

#include "document.h"
#include "grammar.h"

/* "July", "JULY 1665", and no more. */
bool heads_month(const grammar *g, annals_text line);
/* "2. Thomas Aske", "2nd Thomas Aske", "2   Thomas Aske": the number; 0: the line opens with none that a day has. */
int opens_with_number(annals_text line);
/* Do all lines that open with such numbers stand below months, in the order of time, and do they leave out days, as the
 * items of a list leave out none? */
bool is_month_book(const grammar *g, annals_text text);

#endif
