/* readings.c: what words and numbers may mean, as the tables that the engine looks them up in. */
#include "gen.h"

#include <stdlib.h>
#include <string.h>

typedef ARRAY(gen_reading) reading_pool;

/* The readings from `first` on, as a span of all. */
static void emit_span(const reading_pool *pool, size_t first, FILE *out) {
    uint64_t categories = 0;
    for (size_t i = first; i < pool->count; i++) categories |= category_bit((uint16_t)pool->items[i].category);
    fprintf(out, "{UINT64_C(0x%llx), %zu, %zu}", (unsigned long long)categories, first, pool->count - first);
}

/* A word has the readings of all lexemes of its form whose demand for a capital it meets. */
static void emit_word(const gen *g, size_t index, bool capital, reading_pool *pool, FILE *out) {
    size_t first = pool->count;
    const char *form = g->lexemes.items[index].form;
    for (size_t i = index; i < g->lexemes.count; i++) {
        const gen_lexeme *x = &g->lexemes.items[i];
        if (strcmp(x->form, form) != 0 || (x->capital && !capital)) continue;
        for (size_t j = 0; j < x->readings.count; j++) *PUSH(pool) = x->readings.items[j];
    }
    emit_span(pool, first, out);
}

static int next_of_form(const gen *g, size_t index) {
    for (size_t i = index + 1; i < g->lexemes.count; i++)
        if (!strcmp(g->lexemes.items[i].form, g->lexemes.items[index].form)) return (int)i;
    return NO_RULE;
}

static void emit_lexemes(const gen *g, reading_pool *pool, FILE *out) {
    fputs("static const lex_entry lexemes[] = {\n", out);
    for (size_t i = 0; i < g->lexemes.count; i++) {
        const gen_lexeme *x = &g->lexemes.items[i];
        fputs("    {", out);
        put_string(out, x->form);
        emit_key(x->form, out);
        fprintf(out, ", %zu, %d, %d, %d, {", strlen(x->form), x->capital, x->abbreviation, next_of_form(g, i));
        emit_word(g, i, false, pool, out);
        fputs(", ", out);
        emit_word(g, i, true, pool, out);
        fputs("}},\n", out);
    }
    fputs("};\n\n", out);
}

static bool has_digits(const number_shape *s, int digits) {
    return digits >= s->digits_least && digits <= s->digits_most;
}

/* The last number from `least` on that can be all that this one can be. */
static int32_t last_alike(const gen *g, int digits, int64_t least) {
    int32_t last = INT32_MAX;
    for (size_t i = 0; i < g->shapes.count; i++) {
        const number_shape *s = &g->shapes.items[i];
        if (!has_digits(s, digits)) continue;
        if (s->least > least && s->least - 1 < last) last = s->least - 1;
        if (s->most >= least && s->most < last) last = s->most;
    }
    return last;
}

/* Numbers of so many digits, from the least to the greatest; returns how many ranges they fall into. */
static size_t emit_numbers_of(const gen *g, int digits, reading_pool *pool, FILE *out) {
    size_t ranges = 0;
    for (int64_t least = 0; least <= INT32_MAX; ranges++) {
        size_t first = pool->count;
        for (size_t i = 0; i < g->shapes.count; i++) {
            const number_shape *s = &g->shapes.items[i];
            if (has_digits(s, digits) && s->least <= least && s->most >= least)
                *PUSH(pool) = (gen_reading){s->category, 0};
        }
        int32_t last = last_alike(g, digits, least);
        fprintf(out, "    {%d, ", last);
        emit_span(pool, first, out);
        fputs("},\n", out);
        least = (int64_t)last + 1;
    }
    return ranges;
}

static void emit_numbers(const gen *g, reading_pool *pool, FILE *out) {
    size_t rows[DIGIT_ROWS], ranges = 0;
    fputs("static const number_range numbers[] = {\n", out);
    for (int digits = 0; digits < DIGIT_ROWS; digits++) {
        rows[digits] = ranges;
        ranges += emit_numbers_of(g, digits, pool, out);
    }
    fputs("};\n\nstatic const uint16_t number_rows[] = {", out);
    for (int digits = 0; digits < DIGIT_ROWS; digits++) fprintf(out, "%zu, ", rows[digits]);
    fputs("};\n\n", out);
}

void emit_readings(const gen *g, FILE *out) {
    reading_pool pool = {0};
    emit_lexemes(g, &pool, out);
    emit_numbers(g, &pool, out);
    fputs("static const lex_reading readings[] = {\n", out);
    for (size_t i = 0; i < pool.count; i++)
        fprintf(out, "    {%d, %d},\n", pool.items[i].category, pool.items[i].value);
    fputs("    {0, 0},\n};\n\n", out);
    free(pool.items);
}
