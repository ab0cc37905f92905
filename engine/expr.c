#include "expr.h"

#include <string.h>

_Static_assert(sizeof(expr) % 16 == 8, "an expression is hashed by pairs of words behind the first");

uint64_t expr_hash(const expr *e) {
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash, pair[2];
    memcpy(&hash, e, sizeof hash);
    for (size_t at = sizeof hash; at < sizeof *e; at += sizeof pair) {
        memcpy(pair, (const char *)e + at, sizeof pair);
        hash = (hash ^ pair[0] ^ (pair[1] << 29 | pair[1] >> 35)) * factor;
        hash ^= hash >> 32; /* what is multiplied moves up only: lest the upper fields be lost */
    }
    return hash & UINT32_MAX;
}
