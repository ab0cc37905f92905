/* sample.h: a chronology with a time of every kind, and what the tests need around it. */
#ifndef ANNALS_TESTS_FORMATS_SAMPLE_H
#define ANNALS_TESTS_FORMATS_SAMPLE_H

#include "annals-formats.h"

/* Two documents, their mentions and events; free it with annals_free.  Null when it cannot be made. */
annals_chronology *sample_chronology(void);

/* A time on one day, for events made by hand. */
annals_when sample_day(int64_t year, int month, int day);

/* What was written to a sink, ended by a NUL byte; free `data`. */
typedef struct capture {
    char *data;
    size_t length;
    size_t fail_at; /* writing fails from this length on; 0: never */
} capture;

annals_sink capture_sink(capture *to);

/* The output of the writer `name`; free it.  Null after an error. */
char *sample_written(const annals_chronology *chronology, const char *name, const annals_write_options *options);

#endif
