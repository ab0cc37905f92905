/* own_memory.c FILE...: each file is read again and again, and each of annals' own allocations fails in turn.  GLib and
 * libarchive end the program when they find no memory themselves; theirs are left alone. */
#include "../support/failing_memory.h"
#include "annals-formats.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LARGEST = 1 << 16 };

static annals_status read_once(const char *name, const char *bytes, size_t length, annals_error *error) {
    annals_chronology *c = annals_new(NULL, error);
    if (!c) return error->status;
    annals_status status = annals_read(c, name, bytes, length, error);
    if (status == ANNALS_OK) status = annals_finish(c, error);
    annals_free(c);
    return status;
}

/* False when a failure was not told as one, or the file cannot be read at all. */
static bool survives(const char *path) {
    static char bytes[LARGEST];
    FILE *file = fopen(path, "rb");
    size_t length = file ? fread(bytes, 1, sizeof bytes, file) : 0;
    if (file) fclose(file);
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    const annals_reader *reader = annals_reader_of_name(name);
    if (reader && reader->missing) return true;
    for (long failures = 0;; failures++) {
        annals_error error = {0};
        memory_limit(failures, -1);
        annals_status status = read_once(name, bytes, length, &error);
        memory_limit(-1, -1);
        if (status != error.status) return false;
        if (status == ANNALS_OK) {
            printf("%s: failed %ld times\n", name, failures);
            return failures > 5;
        }
        /* libxml2 and libarchive do not always say that it was for want of memory that a caller failed. */
        if (status != ANNALS_MEMORY && status != ANNALS_INPUT) return false;
        if (failures > 1000000) return false;
    }
}

int main(int argc, char **argv) {
    int failed = argc < 2;
    for (int i = 1; i < argc; i++) {
        bool well = survives(argv[i]);
        if (!well) fprintf(stderr, "FAILED: %s\n", argv[i]);
        failed |= !well;
    }
    return failed;
}
