/* targets.h: what is fuzzed: every reader, the engine, and every writer. */
#ifndef TESTS_FUZZ_TARGETS_H
#define TESTS_FUZZ_TARGETS_H

#include <stdbool.h>
#include <stddef.h>

/* "read-csv", "engine", "write-ics", ...: aim at it; false when there is none such, or it was built without. */
bool fuzz_aim(const char *target);
/* Take the bytes in, whatever they are.  What should not be ends the program. */
void fuzz_one(const char *bytes, size_t length);
/* The names, one after the other, from 0 on; null behind the last. */
const char *fuzz_target(size_t index);

#endif
