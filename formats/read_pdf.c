/* read_pdf.c: PDF, by the programs pdftotext and pdfinfo (poppler-utils) where they are installed. */
#define _XOPEN_SOURCE 700
#include "builder.h"
#include "decode.h"
#include "pdf_pages.h"

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

static char *const to_text[] = {
    (char[]){"pdftotext"}, (char[]){"-q"}, (char[]){"-enc"}, (char[]){"UTF-8"}, (char[]){"-"}, (char[]){"-"}, NULL};
static char *const to_properties[] = {(char[]){"pdfinfo"}, (char[]){"-isodates"}, (char[]){"-enc"},
                                      (char[]){"UTF-8"},   (char[]){"-"},         NULL};

/* The file, for programs to read; -1 with errno set. */
static int stored(annals_text bytes, FILE **file) {
    *file = tmpfile();
    if (!*file) return -1;
    bool written = fwrite(bytes.data, 1, bytes.length, *file) == bytes.length && fflush(*file) == 0;
    return written ? fileno(*file) : -1;
}

/* Start it with the file as its input and the pipe as its output.  Returns 0 or an errno. */
static int start(char *const *program, int input, const int output[2], pid_t *child) {
    posix_spawn_file_actions_t actions;
    if (lseek(input, 0, SEEK_SET) != 0) return errno;
    if (posix_spawn_file_actions_init(&actions) != 0) return ENOMEM;
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclose(&actions, output[0]);
    int code = posix_spawnp(child, *program, &actions, NULL, program, environ);
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
static const char *run(char *const *program, int input, size_t budget, builder *text) {
    int output[2], status = 0;
    pid_t child;
    if (pipe(output) != 0) return "no pipe could be made; close some files";
    int code = start(program, input, output, &child);
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

/* The value of a line of pdfinfo, "Title:           Minutes"; absent where there is none. */
static annals_text property(const builder *lines, const char *name) {
    size_t length = strlen(name);
    for (const char *at = lines->data; at && *at; at += strcspn(at, "\n"), at += *at == '\n') {
        if (strncmp(at, name, length) != 0) continue;
        at += length + strspn(at + length, " ");
        return (annals_text){at, strcspn(at, "\n")};
    }
    return (annals_text){0};
}

/* What stands on most pages is none of the text, and who reads it is told. */
static annals_status join_pages(annals_chronology *chronology, const source_file *text, builder *joined,
                                annals_error *error) {
    enum { LONGEST = 60 /* bytes */ };
    annals_text shown;
    if (!pdf_join_pages(text->bytes, joined, &shown))
        return annals_fail(error, ANNALS_MEMORY, "out of memory; give a smaller file");
    if (!shown.length) return ANNALS_OK;
    return notice_in_file(chronology, text, 0, 0, error,
                          "'%.*s' and what else stands alike at the head or foot of most pages was left out",
                          (int)(shown.length < LONGEST ? shown.length : LONGEST), shown.data);
}

/* The text, and what the properties hint at. */
static annals_status add_text(annals_chronology *chronology, const source_file *text, const builder *properties,
                              annals_error *error) {
    annals_document d = {.source = annals_text_of(text->name), .title = property(properties, "Title:")};
    decoded_text decoded;
    builder joined = {0};
    annals_status status = decode(chronology, text, &decoded, error);
    if (status != ANNALS_OK) return status;
    source_file whole = *text;
    whole.bytes = decoded.text;
    status = join_pages(chronology, &whole, &joined, error);
    if (status == ANNALS_OK)
        d.text = annals_keep_text(chronology, (annals_text){joined.data ? joined.data : "", joined.length});
    builder_free(&joined);
    free(decoded.owned);
    if (status != ANNALS_OK) return status;
    if (!d.text.data) return annals_fail(error, ANNALS_MEMORY, "out of memory; give a smaller file");
    hint_day(chronology, property(properties, "CreationDate:"), "the day its file was made", &d);
    status = annals_add_document(chronology, &d, NULL, 0, error);
    if (status != ANNALS_OK || strspn(d.text.data, " \t\r\n\f") < d.text.length) return status;
    return notice_in_file(chronology, text, 0, 0, error,
                          "no text is in it; if it holds pictures of pages, have their text recognised first");
}

static annals_status read_pdf(annals_chronology *chronology, const source_file *file, annals_error *error) {
    builder text = {0}, properties = {0};
    FILE *input = NULL;
    int number = stored(file->bytes, &input);
    const char *failure = number < 0 ? "no temporary file could be written for it; make room in the folder for them"
                                     : run(to_text, number, *file->budget, &text);
    if (!failure && run(to_properties, number, *file->budget, &properties)) builder_clear(&properties);
    if (input) fclose(input);
    source_file made = *file;
    made.bytes = (annals_text){text.data ? text.data : "", text.length};
    annals_status status = failure ? fail_in_file(file, 0, 0, error, "%s", failure)
                           : text.failed || properties.failed
                               ? annals_fail(error, ANNALS_MEMORY, "out of memory; give a smaller file")
                               : add_text(chronology, &made, &properties, error);
    builder_free(&text);
    builder_free(&properties);
    return status;
}

static bool is_pdf(const char *name, annals_text bytes) {
    (void)name;
    return begins_with(bytes, "%PDF-");
}

const struct annals_reading pdf_reading = {.fits = is_pdf, .read = read_pdf};
