/* failing_memory.h: memory that runs out when a test wants it to.  The C library's allocators are replaced for the
 * whole program, which the sanitizers do too: not with them. */
#ifndef ANNALS_TESTS_FAILING_MEMORY_H
#define ANNALS_TESTS_FAILING_MEMORY_H

/* How many allocations can still be had, and how many bytes at a time; below 0: without limit. */
void memory_limit(long allocations, long bytes);

#endif
