/* message.c: one line on standard error for each thing a person should know. */
#include "message.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LINE_SIZE = 4096 };

struct line {
    char text[LINE_SIZE];
    size_t length;
};

static void append_list(struct line *line, const char *format, va_list args) {
    size_t room = sizeof line->text - line->length;
    int length = vsnprintf(line->text + line->length, room, format, args);
    if (length > 0) line->length += (size_t)length < room ? (size_t)length : room - 1;
}

static void append(struct line *line, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void append(struct line *line, const char *format, ...) {
    va_list args;
    va_start(args, format);
    append_list(line, format, args);
    va_end(args);
}

/* Control characters in a file's name or a text must not reach the terminal. */
static void print_line(struct line *line) {
    for (size_t i = 0; i < line->length; i++)
        if ((unsigned char)line->text[i] < ' ' || line->text[i] == 0x7f) line->text[i] = '?';
    fprintf(stderr, "%s\n", line->text);
}

static void append_place(struct line *line, struct place place) {
    if (!place.file || !*place.file) return;
    append(line, "%s", place.file);
    if (place.line) append(line, ":%zu", place.line);
    if (place.line && place.column) append(line, ":%zu", place.column);
    append(line, ": ");
}

static void print(struct place place, const char *kind, const char *format, va_list args) {
    struct line line = {0};
    append(&line, "annals: ");
    append_place(&line, place);
    append(&line, "%s", kind);
    append_list(&line, format, args);
    print_line(&line);
}

struct place whole_file(const char *file) {
    return (struct place){.file = file};
}

void message_error(struct place place, const char *format, ...) {
    va_list args;
    va_start(args, format);
    print(place, "", format, args);
    va_end(args);
}

void message_warning(struct place place, const char *format, ...) {
    va_list args;
    va_start(args, format);
    print(place, "warning: ", format, args);
    va_end(args);
}

int message_usage(const char *format, ...) {
    va_list args;
    va_start(args, format);
    print(whole_file(NULL), "", format, args);
    va_end(args);
    fputs("try 'annals --help'\n", stderr);
    return EXIT_USAGE;
}

struct cause {
    int code;
    const char *text;
};

static const struct cause not_read[] = {
    {ENOENT, "there is no such file; check the name"},
    {ENOTDIR, "there is no such file; check the name"},
    {EISDIR, "no file in this folder has a name that tells its form; name the files, or say --from-format"},
    {EACCES, "no permission to read it; change its permissions or ask its owner"},
    {EBADF, "it is not open for reading; name a file"},
    {ENOMEM, "out of memory; give fewer or smaller files"},
    {0, NULL},
};

static const struct cause not_written[] = {
    {ENOENT, "its folder does not exist; make the folder first"},
    {ENOTDIR, "its folder does not exist; make the folder first"},
    {EISDIR, "this is a folder; name a file in it"},
    {EACCES, "no permission to write there; choose another folder or change its permissions"},
    {EROFS, "nothing can be written there; choose another folder"},
    {ENOSPC, "the disk is full; make room or choose another folder"},
    {EDQUOT, "the disk quota is used up; make room or choose another folder"},
    {EFBIG, "the file would grow over the limit for files; raise the limit"},
    {EBADF, "it is not open for writing; give -o FILE"},
    {ELOOP, "it is a link that leads to itself; remove the link"},
    {ENAMETOOLONG, "the name is too long; choose a shorter one"},
    {ENOMEM, "out of memory; give fewer or smaller files"},
    {0, NULL},
};

static const char *cause_of(const struct cause *causes, int code) {
    for (; causes->text; causes++)
        if (causes->code == code) return causes->text;
    return NULL;
}

const char *message_cause(int code) {
    const char *cause = cause_of(not_read, code);
    return cause ? cause : "it could not be read; check the file";
}

void message_not_read(const char *file, int code) {
    const char *cause = cause_of(not_read, code);
    if (cause) message_error(whole_file(file), "%s", cause);
    else message_error(whole_file(file), "it could not be read (%s); check the file", strerror(code));
}

void message_not_written(const char *file, int code) {
    /* Whoever closed the pipe has read enough and wants to hear no more. */
    if (code == EPIPE) return;
    const char *cause = cause_of(not_written, code);
    if (cause) message_error(whole_file(file), "%s", cause);
    else message_error(whole_file(file), "it could not be written (%s); check the folder and the disk", strerror(code));
}

void message_library_error(const char *file, const annals_error *error) {
    struct place place = {error->file[0] ? error->file : file, error->line, error->column};
    message_error(place, "%s", error->message[0] ? error->message : "it failed without a reason; please report this");
}

void message_list(char *buffer, size_t size, const char *const *names) {
    size_t length = strlen(buffer);
    for (size_t i = 0; names[i] && length < size; i++) {
        const char *between = i == 0 ? "" : names[i + 1] ? ", " : " or ";
        int more = snprintf(buffer + length, size - length, "%s%s", between, names[i]);
        length += more > 0 ? (size_t)more : 0;
    }
}
