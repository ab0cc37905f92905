/* libfuzzer.c: a target for libFuzzer, which the name of the program tells: fuzz-read-csv.  Built with clang and
 * -DANNALS_FUZZ=ON. */
#include "targets.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *count, char ***arguments);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerInitialize(int *count, char ***arguments) {
    (void)count;
    const char *name = strstr((*arguments)[0], "fuzz-");
    for (const char *next; name && (next = strstr(name + 1, "fuzz-"));) name = next;
    if (name && fuzz_aim(name + strlen("fuzz-"))) return 0;
    fprintf(stderr, "%s: there is no such target\n", (*arguments)[0]);
    exit(2);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    fuzz_one((const char *)bytes, length);
    return 0;
}
