#define _DEFAULT_SOURCE /* madvise */
#include "arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Chunks double in size, so that a small document takes little and a large one few of them. */
enum { FIRST_CHUNK = 64 * 1024, LARGEST_CHUNK = 8 * 1024 * 1024, ALIGNMENT = 16 };

struct arena_chunk {
    arena_chunk *next, *before;
    size_t used, size;
    _Alignas(ALIGNMENT) unsigned char bytes[];
};

/* Large memory comes in large pages where the system has them: to get it in small ones took a tenth of all time.  From
 * its first page on, for the system moves as one only what is all of one kind, and what it does not is copied. */
static void ask_for_large_pages(void *memory, size_t size) {
#ifdef MADV_HUGEPAGE
    enum { LEAST = 2 * 1024 * 1024, PAGE = 4096 };
    if (size < LEAST) return;
    uintptr_t start = (uintptr_t)memory / PAGE * PAGE, end = ((uintptr_t)memory + size + PAGE - 1) / PAGE * PAGE;
    madvise((void *)start, end - start, MADV_HUGEPAGE);
#else
    (void)memory;
    (void)size;
#endif
}

/* An array's own chunk goes behind the current one, so that the room left in that is still used. */
static arena_chunk *add_chunk(arena *a, size_t size, bool behind) {
    if (size > SIZE_MAX - sizeof(arena_chunk)) return NULL;
    arena_chunk *chunk = malloc(sizeof *chunk + size), *current = a->chunks;
    if (!chunk) return NULL;
    ask_for_large_pages(chunk, size);
    behind &= current != NULL;
    *chunk = (arena_chunk){.next = behind ? current->next : current, .before = behind ? current : NULL, .size = size};
    if (chunk->next) chunk->next->before = chunk;
    if (behind) current->next = chunk;
    else a->chunks = chunk;
    return chunk;
}

static size_t next_size(const arena *a) {
    size_t last = a->chunks ? a->chunks->size : 0;
    if (last < FIRST_CHUNK) return FIRST_CHUNK;
    return last < LARGEST_CHUNK / 2 ? 2 * last : LARGEST_CHUNK;
}

/* `size` bytes that hold anything, at a multiple of `alignment`. */
static void *take(arena *a, size_t size, size_t alignment) {
    arena_chunk *chunk = a->chunks;
    size_t at = chunk ? (chunk->used + alignment - 1) / alignment * alignment : 0;
    if (!chunk || at > chunk->size || chunk->size - at < size) {
        size_t next = next_size(a);
        bool oversized = size > next / 2;
        chunk = add_chunk(a, oversized ? size : next, oversized);
        at = 0;
    }
    if (!chunk) return NULL;
    chunk->used = at + size;
    return chunk->bytes + at;
}

/* An array of more than a first chunk has a chunk to itself. */
static void *take_array(arena *a, size_t size) {
    if (size <= FIRST_CHUNK) return take(a, size, ALIGNMENT);
    arena_chunk *chunk = add_chunk(a, size, true);
    if (!chunk) return NULL;
    chunk->used = size;
    return chunk->bytes;
}

void *arena_alloc(arena *a, size_t size) {
    void *p = take(a, size, ALIGNMENT);
    return p ? memset(p, 0, size) : NULL;
}

void arena_free(arena *a) {
    for (arena_chunk *chunk = a->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        free(chunk);
    }
    a->chunks = NULL;
}

void arena_reset(arena *a) {
    arena_chunk *kept = a->chunks;
    if (!kept) return;
    a->chunks = kept->next;
    arena_free(a);
    *kept = (arena_chunk){.size = kept->size};
    a->chunks = kept;
}

/* ---------------------------------------------------------------- texts */

annals_text arena_text(arena *a, annals_text text) {
    if (!text.data) return (annals_text){0};
    char *p = text.length < SIZE_MAX ? take(a, text.length + 1, 1) : NULL;
    if (!p) return (annals_text){0};
    memcpy(p, text.data, text.length);
    p[text.length] = 0;
    return (annals_text){p, text.length};
}

annals_text arena_printf(arena *a, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *p = length < 0 ? NULL : take(a, (size_t)length + 1, 1);
    if (!p) return (annals_text){0};
    va_start(args, format);
    vsnprintf(p, (size_t)length + 1, format, args);
    va_end(args);
    return (annals_text){p, (size_t)length};
}

annals_text arena_number(arena *a, const char *prefix, size_t number) {
    size_t before = strlen(prefix), length = before + 1;
    for (size_t rest = number; rest /= 10;) length++;
    char *id = take(a, length + 1, 1);
    if (!id) return (annals_text){0};
    memcpy(id, prefix, before);
    id[length] = 0;
    for (size_t at = length; at-- > before; number /= 10) id[at] = (char)('0' + number % 10);
    return (annals_text){id, length};
}

/* ---------------------------------------------------------------- arrays */

void *arena_copy(arena *a, const void *items, size_t count, size_t size) {
    if (!count || count > SIZE_MAX / size) return NULL;
    void *p = take(a, count * size, ALIGNMENT);
    return p ? memcpy(p, items, count * size) : NULL;
}

static arena_chunk *chunk_of(void *items) {
    return (arena_chunk *)(void *)((unsigned char *)items - offsetof(arena_chunk, bytes));
}

void arena_drop(arena *a, void *items, size_t size) {
    if (size <= FIRST_CHUNK) return;
    arena_chunk *chunk = chunk_of(items);
    if (chunk->next) chunk->next->before = chunk->before;
    if (chunk->before) chunk->before->next = chunk->next;
    else a->chunks = chunk->next;
    free(chunk);
}

/* An array that has a chunk to itself grows with that, so that no old copy stays behind. */
static void *grow_chunk(arena *a, void *items, size_t size) {
    arena_chunk *old = chunk_of(items);
    bool first = a->chunks == old;
    arena_chunk *chunk = size > SIZE_MAX - sizeof *old ? NULL : realloc(old, sizeof *old + size);
    if (!chunk) return NULL;
    chunk->used = chunk->size = size;
    ask_for_large_pages(chunk, size);
    if (first) a->chunks = chunk;
    if (chunk->before) chunk->before->next = chunk;
    if (chunk->next) chunk->next->before = chunk;
    return chunk->bytes;
}

static bool grow(arena *a, void **items, size_t count, size_t *capacity, size_t size, size_t wanted) {
    if (wanted > SIZE_MAX / size) return false;
    bool own_chunk = *capacity * size > FIRST_CHUNK;
    void *p = own_chunk ? grow_chunk(a, *items, wanted * size) : take_array(a, wanted * size);
    if (!p) return false;
    if (count && !own_chunk) memcpy(p, *items, count * size);
    *items = p;
    *capacity = wanted;
    return true;
}

bool arena_room(arena *a, void **items, size_t count, size_t *capacity, size_t size) {
    return count < *capacity || grow(a, items, count, capacity, size, *capacity ? *capacity * 2 : 8);
}

bool arena_reserve(arena *a, void **items, size_t count, size_t *capacity, size_t size, size_t more) {
    size_t wanted = *capacity * 2 > count + more ? *capacity * 2 : count + more;
    return more <= *capacity - count || grow(a, items, count, capacity, size, wanted);
}
