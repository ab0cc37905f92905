#include "expr.h"

#include <string.h>

_Static_assert(sizeof(expr) % sizeof(uint64_t) == 0, "an expression is hashed by words");

uint64_t expr_hash(const expr *e) {
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = 0, word;
    for (size_t at = 0; at < sizeof *e; at += sizeof word) {
        memcpy(&word, (const char *)e + at, sizeof word);
        hash = (hash ^ word) * factor >> 1;
    }
    return hash >> 32;
}
