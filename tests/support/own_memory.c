/* own_memory.c: as failing_memory.c, but only what annals itself asks for fails: the linker leads the allocations of
 * the objects that it joins here (--wrap), and leaves those within shared libraries alone. */
#include "failing_memory.h"

#include <stdbool.h>
#include <stddef.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);

static long allocations_left = -1;

static bool may_take(void) {
    if (allocations_left == 0) return false;
    if (allocations_left > 0) allocations_left--;
    return true;
}

void *__wrap_malloc(size_t size) {
    return may_take() ? __real_malloc(size) : NULL;
}

void *__wrap_calloc(size_t count, size_t size) {
    return may_take() ? __real_calloc(count, size) : NULL;
}

void *__wrap_realloc(void *block, size_t size) {
    return may_take() ? __real_realloc(block, size) : NULL;
}

void memory_limit(long allocations, long bytes) {
    (void)bytes;
    allocations_left = allocations;
}
