/* read_pdf.c: PDF, by the program pdftotext (poppler-utils) where it is installed. */
#define _XOPEN_SOURCE 700
#include "builder.h"
#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* The file, for a program to read from its beginning; -1 with errno set. */
static int stored(annals_text bytes, FILE **file) {
    *file = tmpfile();
    if (!*file) return -1;
    bool written = fwrite(bytes.data, 1, bytes.length, *file) == bytes.length && fflush(*file) == 0;
    return written && lseek(fileno(*file), 0, SEEK_SET) == 0 ? fileno(*file) : -1;
}

/* Start it with the file as its input and the pipe as its output.  Returns 0 or an errno. */
static int start(int input, const int output[2], pid_t *child) {
    char *const arguments[] = {
        (char[]){"pdftotext"}, (char[]){"-q"}, (char[]){"-enc"}, (char[]){"UTF-8"}, (char[]){"-"}, (char[]){"-"}, NULL};
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions) != 0) return ENOMEM;
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclose(&actions, output[0]);
    int code = posix_spawnp(child, arguments[0], &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    return code;
}

/* What it writes, until it ends; null, or why it was stopped. */
static const char *read_output(int output, size_t budget, builder *text) {
    enum { PATIENCE = 60000 /* milliseconds without a word */ };
    char piece[64 * 1024];
    for (;;) {
        struct pollfd ready = {.fd = output, .events = POLLIN};
        int code = poll(&ready, 1, PATIENCE);
        if (code == 0) return "pdftotext said nothing for a minute, and was stopped; give its plain text";
        ssize_t count = code > 0 ? read(output, piece, sizeof piece) : -1;
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return NULL;
        builder_text(text, (annals_text){piece, (size_t)count});
        if (text->length > budget) return "it has more text than a file of its size should; give its plain text";
    }
}

/* Null, or what went wrong. */
static const char *run(int input, size_t budget, builder *text) {
    int output[2], status = 0;
    pid_t child;
    if (pipe(output) != 0) return "no pipe could be made; close some files";
    int code = start(input, output, &child);
    close(output[1]);
    const char *failure = code == ENOENT ? "PDF is read by the program pdftotext, which is not installed; install "
                                           "poppler-utils, or give its plain text"
                          : code         ? "the program pdftotext could not be started; give its plain text"
                                         : read_output(output[0], budget, text);
    close(output[0]);
    if (code) return failure;
    if (failure) kill(child, SIGKILL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (failure) return failure;
    bool read = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
        return "PDF is read by the program pdftotext, which is not installed; install poppler-utils, or give its plain "
               "text";
    return read ? NULL : "pdftotext cannot read it; check that the file is whole, and needs no password";
}

static annals_status read_pdf(annals_chronology *chronology, const source_file *file, annals_error *error) {
    builder text = {0};
    FILE *input = NULL;
    int number = stored(file->bytes, &input);
    const char *failure = number < 0 ? "no temporary file could be written for it; make room in the folder for them"
                                     : run(number, *file->budget, &text);
    if (input) fclose(input);
    source_file made = *file;
    made.bytes = (annals_text){text.data ? text.data : "", text.length};
    annals_status status = failure       ? fail_in_file(file, 0, 0, error, "%s", failure)
                           : text.failed ? annals_fail(error, ANNALS_MEMORY, "out of memory; give a smaller file")
                                         : read_file(chronology, annals_find_reader("text"), &made, error);
    builder_free(&text);
    return status;
}

static bool is_pdf(const char *name, annals_text bytes) {
    (void)name;
    return begins_with(bytes, "%PDF-");
}

const struct annals_reading pdf_reading = {.fits = is_pdf, .read = read_pdf};
