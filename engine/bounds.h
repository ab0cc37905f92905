/* bounds.h: between which days a document was written that does not say so. */
#ifndef ENGINE_BOUNDS_H
#define ENGINE_BOUNDS_H

#include "chronology.h"

/* Bounds the documents that have no date of their own, when all are read: by what they report, and by each other. */
annals_status bound_documents(annals_chronology *c, annals_error *error);
/* The one day that a document is known to be of; false when it is not known to the day. */
bool document_day(const annals_document *d, int64_t *day);

#endif
