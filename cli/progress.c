/* progress.c: what the program is busy with.  The libraries call nobody back while they work, so a thread of its own
 * looks at the clock; it touches nothing but its record and standard error. */
#include "progress.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATIENCE_MS = 1000, PERIOD_MS = 200 };

static struct timespec now(void) {
    struct timespec time = {0};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time;
}

static long elapsed_ms(const struct progress *progress) {
    struct timespec time = now();
    return (long)(time.tv_sec - progress->start.tv_sec) * 1000 + (time.tv_nsec - progress->start.tv_nsec) / 1000000;
}

static void show(struct progress *progress) {
    long elapsed = elapsed_ms(progress);
    if (elapsed < PATIENCE_MS || !progress->step[0]) return;
    fprintf(stderr, "\r\033[K%s (%ld s)", progress->step, elapsed / 1000);
    progress->shown = true;
}

static void hide(struct progress *progress) {
    if (progress->shown) fputs("\r\033[K", stderr);
    progress->shown = false;
}

static void *watch(void *context) {
    struct progress *progress = context;
    pthread_mutex_lock(&progress->mutex);
    while (!progress->ended) {
        struct timespec until = now();
        until.tv_nsec += PERIOD_MS * 1000000L;
        until.tv_sec += until.tv_nsec / 1000000000L;
        until.tv_nsec %= 1000000000L;
        pthread_cond_timedwait(&progress->woken, &progress->mutex, &until);
        if (!progress->ended) show(progress);
    }
    pthread_mutex_unlock(&progress->mutex);
    return NULL;
}

static bool is_terminal(void) {
    const char *kind = getenv("TERM");
    return isatty(STDERR_FILENO) && kind && *kind && strcmp(kind, "dumb") != 0;
}

/* Signals are for the main thread: the watcher inherits a mask that blocks them all. */
static bool start_thread(struct progress *progress) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(&progress->thread, NULL, watch, progress) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

void progress_start(struct progress *progress, bool wanted) {
    *progress = (struct progress){.start = now()};
    pthread_condattr_t attributes;
    if (!wanted || !is_terminal() || pthread_condattr_init(&attributes) != 0) return;
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_mutex_init(&progress->mutex, NULL);
    pthread_cond_init(&progress->woken, &attributes);
    pthread_condattr_destroy(&attributes);
    progress->running = start_thread(progress);
}

/* As much of the end of a name as a line of 80 columns has room for, from the start of a character on. */
static const char *end_of_name(const char *name) {
    enum { NAME_ROOM = 40 };
    size_t length = strlen(name);
    if (length <= NAME_ROOM) return name;
    name += length - NAME_ROOM;
    while (((unsigned char)*name & 0xC0) == 0x80) name++;
    return name;
}

void progress_step(struct progress *progress, const char *verb, const char *name, size_t number, size_t count) {
    if (!progress->running) return;
    pthread_mutex_lock(&progress->mutex);
    const char *end = end_of_name(name);
    const char *cut = end == name ? "" : "...";
    size_t size = sizeof progress->step;
    if (count > 1) snprintf(progress->step, size, "%s %s%s, %zu of %zu", verb, cut, end, number, count);
    else snprintf(progress->step, size, "%s %s%s", verb, cut, end);
    for (char *c = progress->step; *c; c++)
        if ((unsigned char)*c < ' ' || *c == 0x7f) *c = '?';
    pthread_mutex_unlock(&progress->mutex);
}

void progress_pause(struct progress *progress) {
    if (!progress->running) return;
    pthread_mutex_lock(&progress->mutex);
    progress->step[0] = '\0';
    hide(progress);
    pthread_mutex_unlock(&progress->mutex);
}

void progress_stop(struct progress *progress) {
    if (!progress->running) return;
    pthread_mutex_lock(&progress->mutex);
    progress->ended = true;
    hide(progress);
    pthread_cond_signal(&progress->woken);
    pthread_mutex_unlock(&progress->mutex);
    pthread_join(progress->thread, NULL);
    pthread_cond_destroy(&progress->woken);
    pthread_mutex_destroy(&progress->mutex);
    progress->running = false;
}
