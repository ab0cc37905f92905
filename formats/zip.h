/* zip.h: what a ZIP archive says of itself, in its directory (PKWARE's APPNOTE, 4.3.12 and 4.3.16). */
#ifndef ANNALS_FORMATS_ZIP_H
#define ANNALS_FORMATS_ZIP_H

#include "annals-formats.h"

bool zip_begins(annals_text bytes);
/* Its first file has that name, and what begins so. */
bool zip_begins_with(annals_text bytes, const char *name, const char *content);
/* A file in it has a name that begins so; what lies in those files counts for nothing. */
bool zip_lists(annals_text bytes, const char *name);
/* It has no directory of all its files: it was cut, or joined of several.  That of an archive within it is none. */
bool zip_breaks_off(annals_text bytes);

#endif
