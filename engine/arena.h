/* arena.h: memory that is freed all at once, and texts in it. */
#ifndef ENGINE_ARENA_H
#define ENGINE_ARENA_H

#include "annals.h"

typedef struct arena_chunk arena_chunk;

/* Zero-initialised is empty and ready. */
typedef struct arena {
    arena_chunk *chunks;
} arena;

/* `size` zeroed bytes aligned for any type, or null when memory runs out. */
void *arena_alloc(arena *a, size_t size);
void arena_free(arena *a);
/* Forget all that is in it, and keep a chunk to fill again. */
void arena_reset(arena *a);

/* Copies; an absent text or a failed allocation gives a null `data`. */
annals_text arena_text(arena *a, annals_text text);
annals_text arena_printf(arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* "m12" */
annals_text arena_number(arena *a, const char *prefix, size_t number);
/* A copy of `count` items of `size` bytes; null for none or no memory. */
void *arena_copy(arena *a, const void *items, size_t count, size_t size);

/* Make room for one more item in an array that lives in the arena; the array's address may change.  Returns false when
 * memory runs out, and then the array is as it was. */
bool arena_room(arena *a, void **items, size_t count, size_t *capacity, size_t size);
#define ARENA_ROOM(a, list)                                                                                            \
    ((list)->count < (list)->capacity ||                                                                               \
     arena_room((a), (void **)&(list)->items, (list)->count, &(list)->capacity, sizeof *(list)->items))

/* The same for `more` items, when it is known how many will come. */
bool arena_reserve(arena *a, void **items, size_t count, size_t *capacity, size_t size, size_t more);
#define ARENA_RESERVE(a, list, more)                                                                                   \
    arena_reserve((a), (void **)&(list)->items, (list)->count, &(list)->capacity, sizeof *(list)->items, (more))

/* Give back the memory of an array that nobody needs any more, if it is large. */
void arena_drop(arena *a, void *items, size_t size);
#define ARENA_DROP(a, list)                                                                                            \
    (arena_drop((a), (list)->items, (list)->capacity * sizeof *(list)->items),                                         \
     (void)((list)->items = NULL, (list)->count = (list)->capacity = 0))

/* A growing array: LIST(annals_text) words; */
#define LIST(type)                                                                                                     \
    struct {                                                                                                           \
        type *items;                                                                                                   \
        size_t count, capacity;                                                                                        \
    }

#endif
