/* input.c: reading files and standard input whole, of any size and from pipes. */
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_ROOM = 64 * 1024 };

bool input_is_standard(const char *path) {
    return strcmp(path, "-") == 0;
}

const char *input_name(const char *path) {
    return input_is_standard(path) ? "standard input" : path;
}

/* A large file is lent by the system, which has it in memory anyway: to copy it took a tenth of all time.  False when
 * it cannot be, or should not. */
static bool map_file(int file, const struct stat *status, struct input *input) {
    enum { LEAST = 1024 * 1024 };
    bool large = S_ISREG(status->st_mode) && status->st_size >= LEAST && (uintmax_t)status->st_size < SIZE_MAX;
    if (!large || lseek(file, 0, SEEK_CUR) != 0) return false;
    void *bytes = mmap(NULL, (size_t)status->st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED) return false;
    *input = (struct input){bytes, (size_t)status->st_size, true};
    return true;
}

void input_free(struct input *input) {
    if (input->mapped) munmap(input->bytes, input->length);
    else free(input->bytes);
    *input = (struct input){0};
}

/* Room for a file of known size and one byte more, so that its end is seen without growing. */
static size_t first_room(const struct stat *status) {
    bool known = S_ISREG(status->st_mode) && status->st_size > 0 && (uintmax_t)status->st_size < SIZE_MAX;
    return known ? (size_t)status->st_size + 1 : FIRST_ROOM;
}

static bool grow(struct input *input, size_t *room) {
    if (*room > SIZE_MAX / 2) return false;
    char *larger = realloc(input->bytes, *room * 2);
    if (!larger) return false;
    input->bytes = larger;
    *room *= 2;
    return true;
}

int input_fill(int file, struct input *input, size_t wanted) {
    while (input->length < wanted) {
        ssize_t count = read(file, input->bytes + input->length, wanted - input->length);
        if (count == 0) return 0;
        if (count > 0) input->length += (size_t)count;
        else if (errno != EINTR) return errno;
    }
    return 0;
}

static int read_to_end(int file, size_t room, struct input *input) {
    input->bytes = malloc(room);
    if (!input->bytes) return ENOMEM;
    for (;;) {
        if (input->length == room && !grow(input, &room)) return ENOMEM;
        int code = input_fill(file, input, room);
        if (code || input->length < room) return code;
    }
}

int input_open(const char *path, int *file) {
    struct stat status;
    *file = input_is_standard(path) ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (*file < 0) return errno;
    int code = fstat(*file, &status) != 0 ? errno : S_ISDIR(status.st_mode) ? EISDIR : 0;
    if (!code) return 0;
    input_close(path, *file);
    *file = -1;
    return code;
}

void input_close(const char *path, int file) {
    if (!input_is_standard(path)) close(file);
}

int input_read(const char *path, struct input *input) {
    *input = (struct input){0};
    int file;
    int code = input_open(path, &file);
    if (code) return code;
    struct stat status;
    code = fstat(file, &status) != 0 ? errno : 0;
    if (!code && !map_file(file, &status, input)) code = read_to_end(file, first_room(&status), input);
    input_close(path, file);
    return code;
}

size_t input_lines(const struct input *input) {
    size_t count = 0;
    const char *at = input->bytes, *end = at + input->length;
    for (; at < end && (at = memchr(at, '\n', (size_t)(end - at))); at++) count++;
    return count;
}
