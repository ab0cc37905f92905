/* isotonic.c: regression of wishes less offsets, clipped to the limits. */
#include "isotonic.h"

static double value_of(const isotonic_block *b) {
    return b->sum / b->weight;
}

static double clamp(double value, double low, double high) {
    return value < low ? low : value > high ? high : value;
}

bool isotonic_place(isotonic_item *items, size_t count, double low, double high, isotonic_block *blocks) {
    if (!count) return true;
    double room = high - low - items[count - 1].offset;
    if (room < 0) return false;
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        double weight = items[i].weight;
        blocks[n++] = (isotonic_block){(items[i].wanted - items[i].offset) * weight, weight, i};
        for (; n > 1 && value_of(&blocks[n - 2]) > value_of(&blocks[n - 1]); n--) {
            blocks[n - 2].sum += blocks[n - 1].sum;
            blocks[n - 2].weight += blocks[n - 1].weight;
        }
    }
    for (size_t b = 0; b < n; b++) {
        size_t end = b + 1 < n ? blocks[b + 1].first : count;
        double value = clamp(value_of(&blocks[b]), low, low + room);
        for (size_t i = blocks[b].first; i < end; i++) items[i].place = value + items[i].offset;
    }
    return true;
}
