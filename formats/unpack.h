/* unpack.h: files that hold others, compressed or not (libarchive). */
#ifndef ANNALS_FORMATS_UNPACK_H
#define ANNALS_FORMATS_UNPACK_H

#include "reader.h"

/* Told of each file in it, whose name is as the archive has it; another status than ANNALS_OK ends the walk. */
typedef annals_status unpacked_function(void *context, const char *name, annals_text bytes);
/* Told of one that cannot be unpacked, and why; without a name, of all that follows; without either, that the archive
 * breaks off behind a file. */
typedef annals_status broken_function(void *context, const char *name, const char *why);
/* Which of the files are wanted; null: all. */
typedef bool wanted_function(const char *name);

/* ANNALS_INPUT when it cannot be unpacked, unless `broken` is given to hear of it, or when that would take more than
 * the file's budget. */
annals_status unpack(const source_file *file, wanted_function *wanted, unpacked_function *unpacked,
                     broken_function *broken, void *context, annals_error *error);

#endif
