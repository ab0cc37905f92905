#include "failing_memory.h"

#include <malloc.h>
#include <stdbool.h>
#include <stdlib.h>

/* glibc's own names for what is replaced here. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void __libc_free(void *block);

/* How many allocations can still be had, and how many bytes at a time; below 0: without limit. */
static long allocations_left = -1, byte_limit = -1;
static long bytes_held;

static bool may_take(size_t size) {
    if (allocations_left == 0 || (byte_limit >= 0 && bytes_held + (long)size > byte_limit)) return false;
    if (allocations_left > 0) allocations_left--;
    return true;
}

static void *held(void *block) {
    if (byte_limit >= 0 && block) bytes_held += (long)malloc_usable_size(block);
    return block;
}

static void let_go(void *block) {
    if (byte_limit >= 0 && block) bytes_held -= (long)malloc_usable_size(block);
}

#define REPLACEMENT __attribute__((visibility("default")))

REPLACEMENT void *malloc(size_t size) {
    return may_take(size) ? held(__libc_malloc(size)) : NULL;
}

REPLACEMENT void *calloc(size_t count, size_t size) {
    return may_take(count * size) ? held(__libc_calloc(count, size)) : NULL;
}

REPLACEMENT void *realloc(void *block, size_t size) {
    if (!may_take(size)) return NULL;
    let_go(block);
    return held(__libc_realloc(block, size));
}

REPLACEMENT void free(void *block) {
    let_go(block);
    __libc_free(block);
}

void memory_limit(long allocations, long bytes) {
    bytes_held = 0;
    allocations_left = allocations;
    byte_limit = bytes;
}
