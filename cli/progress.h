/* progress.h: what the program is busy with, on a terminal, once the work has lasted a second. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct progress {
    bool running; /* nothing below is used otherwise */
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t woken;
    struct timespec start;
    char step[160]; /* empty: between two steps, show nothing */
    bool shown, ended;
};

/* Starts watching when `wanted`; without a terminal or a thread all calls do nothing. */
void progress_start(struct progress *progress, bool wanted);
/* The step that begins: "reading", a name, and which of how many (0 of 0: not counted). */
void progress_step(struct progress *progress, const char *verb, const char *name, size_t number, size_t count);
/* Clear the line: a message follows, or output to the terminal. */
void progress_pause(struct progress *progress);
void progress_stop(struct progress *progress);

#endif
