/* output.c: files that are complete or absent. */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool outfile_is_standard(const char *path) {
    return strcmp(path, "-") == 0;
}

const char *outfile_name(const char *path) {
    return outfile_is_standard(path) ? "standard output" : path;
}

/* ------------------------------------------------------------------ interruption */

/* The one mutable global of the program: a signal handler can reach nothing else. */
static const char *volatile unfinished;

static const int interruptions[] = {SIGINT, SIGTERM, SIGHUP};
enum { INTERRUPTIONS = sizeof interruptions / sizeof *interruptions };

static void remove_unfinished(int number) {
    if (unfinished) unlink(unfinished);
    /* SA_RESETHAND has put the default action back: die of the signal, as the caller expects. */
    raise(number);
}

static void block_interruptions(sigset_t *before) {
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < INTERRUPTIONS; i++) sigaddset(&set, interruptions[i]);
    pthread_sigmask(SIG_BLOCK, &set, before);
}

static void watch_interruptions(void) {
    struct sigaction action = {.sa_handler = remove_unfinished, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < INTERRUPTIONS; i++) {
        struct sigaction before;
        bool ignored = sigaction(interruptions[i], NULL, &before) == 0 && before.sa_handler == SIG_IGN;
        if (!ignored) sigaction(interruptions[i], &action, NULL);
    }
    /* A file over the limit of its size is then a failed write, not a sudden end. */
    signal(SIGXFSZ, SIG_IGN);
}

/* ------------------------------------------------------------------ names */

/* The length of the folder part of a path, with its slash; 0 for the folder we are in. */
static size_t folder_length(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

static bool stat_folder(const char *path, struct stat *status) {
    size_t length = folder_length(path);
    if (!length) return stat(".", status) == 0;
    char *folder = strndup(path, length);
    bool found = folder && stat(folder, status) == 0;
    free(folder);
    return found;
}

static bool same_node(const struct stat *a, const struct stat *b) {
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

bool outfile_same_file(const char *a, const char *b) {
    struct stat first, second;
    if (strcmp(a, b) == 0) return true;
    bool first_there = outfile_is_standard(a) ? fstat(STDIN_FILENO, &first) == 0 : stat(a, &first) == 0;
    if (outfile_is_standard(b) || first_there != (stat(b, &second) == 0)) return false;
    if (first_there) return S_ISREG(first.st_mode) && same_node(&first, &second);
    return stat_folder(a, &first) && stat_folder(b, &second) && same_node(&first, &second) &&
           strcmp(a + folder_length(a), b + folder_length(b)) == 0;
}

/* ------------------------------------------------------------------ writing */

/* Keep the numbers of the standard streams free: messages must not end up in a file. */
static int above_standard(int file) {
    if (file < 0 || file > STDERR_FILENO) return file;
    int higher = fcntl(file, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    int code = errno;
    close(file);
    errno = code;
    return higher;
}

static int open_directly(struct outfile *output, const char *path) {
    output->file = above_standard(open(path, O_WRONLY | O_CLOEXEC));
    return output->file < 0 ? errno : 0;
}

static char *temporary_name(const char *path, unsigned attempt) {
    size_t size = folder_length(path) + 64;
    char *name = malloc(size);
    if (name) snprintf(name, size, "%.*s.annals-%ld-%u.tmp", (int)folder_length(path), path, (long)getpid(), attempt);
    return name;
}

static int open_aside(struct outfile *output) {
    enum { ATTEMPTS = 100 };
    for (unsigned attempt = 0; attempt < ATTEMPTS; attempt++) {
        free(output->temporary);
        output->temporary = temporary_name(output->path, attempt);
        if (!output->temporary) return ENOMEM;
        sigset_t before;
        block_interruptions(&before);
        output->file = above_standard(open(output->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
        int code = output->file < 0 ? errno : 0;
        if (!code) unfinished = output->temporary;
        pthread_sigmask(SIG_SETMASK, &before, NULL);
        if (code != EEXIST) return code;
    }
    return EEXIST;
}

static void forget(struct outfile *output) {
    unfinished = NULL;
    free(output->temporary);
    free(output->path);
    output->temporary = output->path = NULL;
}

/* The name that a link holds, from the folder the link is in; null with errno when `path` is no link. */
static char *link_target(const char *path) {
    char target[PATH_MAX];
    ssize_t length = readlink(path, target, sizeof target);
    if (length < 0) return NULL;
    size_t folder = *target == '/' ? 0 : folder_length(path);
    char *name = malloc(folder + (size_t)length + 1);
    if (!name) return NULL;
    memcpy(name, path, folder);
    memcpy(name + folder, target, (size_t)length);
    name[folder + (size_t)length] = '\0';
    return name;
}

/* Where a file that is not there yet is to stand: where links lead, one after the other, or the name itself. */
static char *path_to_be(const char *path) {
    enum { MOST_LINKS = 40 };
    char *name = strdup(path);
    for (int i = 0; name && i < MOST_LINKS; i++) {
        char *next = link_target(name);
        if (!next && errno != ENOMEM) return name;
        free(name);
        name = next;
    }
    if (name) errno = ELOOP;
    free(name);
    return NULL;
}

/* A link is followed, so that the file it leads to is replaced and not the link. */
static int begin_aside(struct outfile *output, const char *path) {
    output->path = realpath(path, NULL);
    if (!output->path && errno == ENOENT) output->path = path_to_be(path);
    if (!output->path) return errno;
    watch_interruptions();
    int code = open_aside(output);
    if (code) forget(output);
    return code;
}

int outfile_begin(struct outfile *output, const char *path) {
    output->file = -1;
    output->code = 0;
    output->length = 0;
    output->path = output->temporary = NULL;
    if (outfile_is_standard(path)) {
        output->file = STDOUT_FILENO;
        return 0;
    }
    struct stat status;
    if (stat(path, &status) != 0) return begin_aside(output, path);
    if (S_ISDIR(status.st_mode)) return EISDIR;
    if (!S_ISREG(status.st_mode)) return open_directly(output, path);
    /* Renaming would replace even a file that is write-protected. */
    if (access(path, W_OK) != 0) return errno;
    return begin_aside(output, path);
}

static void write_out(struct outfile *output, const char *data, size_t length) {
    while (length && !output->code) {
        ssize_t count = write(output->file, data, length);
        if (count < 0 && errno != EINTR) output->code = errno;
        if (count < 0) continue;
        data += count;
        length -= (size_t)count;
    }
}

static void flush(struct outfile *output) {
    write_out(output, output->room, output->length);
    output->length = 0;
}

static annals_status write_sink(void *context, const char *data, size_t length) {
    struct outfile *output = context;
    if (length > OUTFILE_ROOM - output->length) flush(output);
    if (length > OUTFILE_ROOM) write_out(output, data, length);
    else if (length) {
        memcpy(output->room + output->length, data, length);
        output->length += length;
    }
    return output->code ? ANNALS_OUTPUT : ANNALS_OK;
}

annals_sink outfile_sink(struct outfile *output) {
    return (annals_sink){.write = write_sink, .context = output};
}

/* Some file systems tell only at the close that the disk was full. */
static void close_file(struct outfile *output) {
    int file = output->file == STDOUT_FILENO ? dup(STDOUT_FILENO) : output->file;
    if ((file < 0 || close(file) != 0) && !output->code) output->code = errno;
    output->file = -1;
}

int outfile_finish(struct outfile *output) {
    flush(output);
    close_file(output);
    if (!output->path) return output->code;
    sigset_t before;
    block_interruptions(&before);
    if (!output->code && rename(output->temporary, output->path) != 0) output->code = errno;
    if (output->code) unlink(output->temporary);
    forget(output);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return output->code;
}

void outfile_abandon(struct outfile *output) {
    output->length = 0;
    if (!output->code) output->code = ECANCELED;
    outfile_finish(output);
}
