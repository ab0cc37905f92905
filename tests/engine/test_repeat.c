/* What a text says again is read as it would be without looking back. */
#include "document.h"
#include "engine_test.h"
#include "language.h"
#include "text.h"

#include <string.h>

/* Paragraphs that leave something for those below, and some that do not. */
static const char *const paragraphs[] = {
    "REFERENCES\n\n",
    "1. The harbour master reported to the council that the dredger had broken its chain on 3 March 1911.\n\n",
    "The council of Port Weller met again on 7 April 1911, and nobody who had been there in March had anything to "
    "add.\n"
    "\n",
    "Date  Ship  Tons\n4 May 1911  Heron  210\n5 May 1911  Plover  95\n\n",
    "From the Consul at Kelsby to the Secretary of the Board of Trade\n9 May 1911\nThe ships have sailed for the "
    "north.\n"
    "\n",
    "> On 10 May 1911 Ada Weller wrote:\n> we have not slept since the fire in the lower town, and nor has anybody "
    "else.\n\n",
    "-----\n\n",
    "Sources:\n\n",
    "0430 Sighted the Heron off the point, and stood to the north until she was lost to sight in the rain at dusk.\n\n",
    "2. The minutes of the last meeting were read, and it was agreed that they were right in all but the date of "
    "it.\n\n",
    "Notes\n\n",
    "A short line\nand a long one below it that goes on until it is clear to whoever reads it that nobody has broken "
    "it "
    "anywhere, since it is one paragraph.\n\n",
};

enum { TEXTS = 60, SIZE = 1 << 18 };

static void put(draft *d, const char *from, size_t length) {
    if (length > SIZE - d->length) length = SIZE - d->length;
    memmove(d->text + d->length, from, length);
    d->length += length;
}

static void put_paragraphs(draft *d, uint32_t count) {
    for (; count; count--) {
        const char *paragraph = paragraphs[draw(d, sizeof paragraphs / sizeof *paragraphs)];
        put(d, paragraph, strlen(paragraph));
    }
}

/* Stretches, some of which stood further up. */
static annals_text make_text(draft *d, uint32_t seed) {
    d->length = 0;
    d->random = seed;
    put_paragraphs(d, 300 + draw(d, 300));
    for (uint32_t stretches = 1 + draw(d, 6); stretches; stretches--) {
        uint32_t from = draw(d, (uint32_t)d->length);
        put(d, d->text + from, draw(d, (uint32_t)d->length - from));
        put_paragraphs(d, draw(d, 3));
    }
    return (annals_text){d->text, d->length};
}

static bool same_block(const block *a, const block *b) {
    return a->start == b->start && a->end == b->end && a->body == b->body && a->line == b->line &&
           a->header == b->header && a->kind == b->kind && a->enumerated == b->enumerated && a->log == b->log &&
           a->joined == b->joined && a->dated == b->dated && a->page == b->page && a->mail == b->mail &&
           a->note == b->note;
}

static void test_blocks(void **state) {
    (void)state;
    const grammar *english = language_of_code(annals_text_of("en"));
    static char memory[SIZE];
    draft d = {.text = memory};
    size_t copied = 0;
    for (uint32_t seed = 1; seed <= TEXTS; seed++) {
        arena a = {0};
        repeat_list repeats = {0};
        block_list with = {0}, without = {0};
        annals_text text = make_text(&d, seed);
        assert_true(find_repeats(text, &a, &repeats));
        assert_true(find_blocks(english, text, 1, &repeats, &a, &with));
        assert_true(find_blocks(english, text, 1, NULL, &a, &without));
        assert_int_equal(with.count, without.count);
        for (size_t i = 0; i < with.count; i++) {
            if (!same_block(&with.items[i], &without.items[i])) fail_msg("seed %u: block %zu differs", seed, i);
            copied += with.items[i].copied;
        }
        arena_free(&a);
    }
    assert_true(copied > 1000); /* or nothing was tested */
    print_message("%zu blocks copied\n", copied);
}

static void test_stretches(void **state) {
    (void)state;
    static char memory[SIZE];
    draft d = {.text = memory};
    for (uint32_t seed = 1; seed <= TEXTS; seed++) {
        arena a = {0};
        repeat_list repeats = {0};
        annals_text text = make_text(&d, seed);
        assert_true(find_repeats(text, &a, &repeats));
        for (size_t i = 0; i < repeats.count; i++) {
            const repeat *r = &repeats.items[i];
            assert_true(r->by > 0 && r->by <= r->start && r->start < r->end && r->end + REPEAT_AHEAD <= text.length);
            assert_true(!i || r[-1].end <= r->start);
            assert_memory_equal(text.data + r->start, text.data + r->start - r->by, r->end + REPEAT_AHEAD - r->start);
        }
        arena_free(&a);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_blocks), cmocka_unit_test(test_stretches)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
