/* pool.c: blocks of growing size, linked. */
#include "pool.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 1 << 14, LARGEST_BLOCK = 1 << 20 };

struct pool_block {
    pool_block *next;
    max_align_t bytes[];
};

static bool add_block(memory_pool *p, size_t need) {
    size_t size = p->size ? p->size * 2 : FIRST_BLOCK;
    if (size > LARGEST_BLOCK) size = LARGEST_BLOCK;
    if (size < need) size = need;
    pool_block *block = malloc(sizeof *block + size);
    if (!block) return false;
    block->next = p->blocks;
    p->blocks = block;
    p->used = 0;
    p->size = size;
    return true;
}

void *pool_take(memory_pool *p, size_t count, size_t size) {
    size_t align = sizeof(max_align_t);
    if (size && count > (SIZE_MAX / 2) / size) return NULL;
    size_t need = (count * size + align) / align * align;
    if ((!p->blocks || p->size - p->used < need) && !add_block(p, need)) return NULL;
    char *piece = (char *)p->blocks->bytes + p->used;
    p->used += need;
    return memset(piece, 0, need);
}

void pool_free(memory_pool *p) {
    for (pool_block *block = p->blocks, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    *p = (memory_pool){0};
}
