/* pool.h: memory that is taken piece by piece and given back at once. */
#ifndef RENDER_POOL_H
#define RENDER_POOL_H

#include <stdbool.h>
#include <stddef.h>

typedef struct pool_block pool_block;

/* All zero is an empty pool. */
typedef struct memory_pool {
    pool_block *blocks;
    size_t used, size; /* of the newest block */
} memory_pool;

/* `count` zeroed items of `size` bytes, never null for a count of 0; null when memory runs out. */
void *pool_take(memory_pool *p, size_t count, size_t size);
void pool_free(memory_pool *p);

#define POOL_ARRAY(pool, type, count) ((type *)pool_take((pool), (count), sizeof(type)))

#endif
