/* layout_sheets.h: what stands on the sheets of a figure whose time runs down. */
#ifndef RENDER_LAYOUT_SHEETS_H
#define RENDER_LAYOUT_SHEETS_H

#include "layout_figure.h"

#define SHEET_GAP_MM   8.0
#define SHEET_GLOW_MM  2.4 /* a longer stretch that a point lies in is shown */
#define SHEET_TICKS_MM 1.8 /* from the names of ticks to the end of the ticks */
#define SHEET_TICK_MM  0.9 /* that a leader begins left of the axis */
#define SHEET_SIGN_MM  3.6 /* from the end of a leader to the words; the mark stands between */

/* The left end of a label of the axis. */
double sheet_label_left(const figure *f, const tick_label *label);

#endif
