#include "arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK_SIZE = 64 * 1024, ALIGNMENT = 16 };

struct arena_chunk {
    arena_chunk *next;
    size_t used, size;
    _Alignas(ALIGNMENT) unsigned char bytes[];
};

static arena_chunk *add_chunk(arena *a, size_t need) {
    size_t size = need > CHUNK_SIZE ? need : CHUNK_SIZE;
    if (size > SIZE_MAX - sizeof(arena_chunk)) return NULL;
    arena_chunk *chunk = malloc(sizeof *chunk + size);
    if (!chunk) return NULL;
    chunk->used = 0;
    chunk->size = size;
    /* An oversized chunk goes behind the current one, so that the room left in that is still used. */
    if (a->chunks && need > CHUNK_SIZE) {
        chunk->next = a->chunks->next;
        a->chunks->next = chunk;
    } else {
        chunk->next = a->chunks;
        a->chunks = chunk;
    }
    return chunk;
}

void *arena_alloc(arena *a, size_t size) {
    if (size > SIZE_MAX - ALIGNMENT) return NULL;
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    arena_chunk *chunk = a->chunks;
    if (!chunk || chunk->size - chunk->used < size) chunk = add_chunk(a, size);
    if (!chunk) return NULL;
    void *p = chunk->bytes + chunk->used;
    chunk->used += size;
    return memset(p, 0, size);
}

void arena_free(arena *a) {
    for (arena_chunk *chunk = a->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        free(chunk);
    }
    a->chunks = NULL;
}

annals_text arena_text(arena *a, annals_text text) {
    if (!text.data) return (annals_text){0};
    char *p = text.length < SIZE_MAX ? arena_alloc(a, text.length + 1) : NULL;
    if (!p) return (annals_text){0};
    memcpy(p, text.data, text.length);
    return (annals_text){p, text.length};
}

annals_text arena_printf(arena *a, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *p = length < 0 ? NULL : arena_alloc(a, (size_t)length + 1);
    if (!p) return (annals_text){0};
    va_start(args, format);
    vsnprintf(p, (size_t)length + 1, format, args);
    va_end(args);
    return (annals_text){p, (size_t)length};
}

void *arena_copy(arena *a, const void *items, size_t count, size_t size) {
    if (!count || count > SIZE_MAX / size) return NULL;
    void *p = arena_alloc(a, count * size);
    return p ? memcpy(p, items, count * size) : NULL;
}

bool arena_room(arena *a, void **items, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) return true;
    size_t wanted = *capacity ? *capacity * 2 : 8;
    if (wanted > SIZE_MAX / size) return false;
    void *p = arena_alloc(a, wanted * size);
    if (!p) return false;
    if (count) memcpy(p, *items, count * size);
    *items = p;
    *capacity = wanted;
    return true;
}
