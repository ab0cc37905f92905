/* mutate.c: mutations of a corpus, always the same ones: fuzz-mutate RUNS CORPUS [TARGET]...
 *
 * CORPUS has a folder for each target, and `text` for those that have none; or it holds the files itself.  Where
 * libFuzzer searches for minutes, this looks for a moment whether nothing broke. */
#include "targets.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_FILES = 64, LARGEST = 8192, PATH = 512, PATIENCE = 60 /* seconds that a run may take */ };

typedef struct corpus {
    char *files[MOST_FILES];
    size_t lengths[MOST_FILES], count;
} corpus;

/* A fixed sequence (Numerical Recipes' linear congruential generator), so that a failure comes again. */
static uint32_t below(uint32_t *seed, size_t limit) {
    *seed = *seed * 1664525 + 1013904223;
    return limit ? (uint32_t)((uint64_t)*seed * limit >> 32) : 0;
}

/* ------------------------------------------------------------------ the corpus */

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_file(corpus *c, const char *path) {
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(LARGEST);
    if (!file || !bytes) exit(2);
    c->files[c->count] = bytes;
    c->lengths[c->count++] = fread(bytes, 1, LARGEST, file);
    fclose(file);
}

static bool read_folder(corpus *c, const char *folder) {
    char *names[MOST_FILES];
    size_t count = 0;
    DIR *directory = opendir(folder);
    if (!directory) return false;
    for (struct dirent *entry; (entry = readdir(directory)) && count < MOST_FILES;) {
        if (*entry->d_name == '.') continue;
        size_t size = strlen(folder) + strlen(entry->d_name) + 2;
        names[count] = malloc(size);
        if (!names[count]) exit(2);
        snprintf(names[count++], size, "%s/%s", folder, entry->d_name);
    }
    closedir(directory);
    qsort(names, count, sizeof *names, by_name);
    for (size_t i = 0; i < count; i++) {
        add_file(c, names[i]);
        free(names[i]);
    }
    return count > 0;
}

/* ------------------------------------------------------------------ mutations */

typedef struct text {
    char bytes[2 * LARGEST];
    size_t length;
} text;

static void take_part(text *t, const char *from, size_t length, uint32_t *seed) {
    size_t start = below(seed, 4) ? 0 : below(seed, length), left = length - start;
    t->length = below(seed, 4) ? left : below(seed, left + 1);
    memcpy(t->bytes, from + start, t->length);
}

static void cut(text *t, uint32_t *seed) {
    size_t at = below(seed, t->length), length = below(seed, below(seed, 2) ? 8 : t->length - at + 1);
    if (length > t->length - at) length = t->length - at;
    memmove(t->bytes + at, t->bytes + at + length, t->length - at - length);
    t->length -= length;
}

static void put_in(text *t, const char *bytes, size_t length, uint32_t *seed) {
    size_t at = below(seed, t->length + 1);
    if (length > sizeof t->bytes - t->length) return;
    memmove(t->bytes + at + length, t->bytes + at, t->length - at);
    memmove(t->bytes + at, bytes, length);
    t->length += length;
}

/* Pieces that formats and dates have trouble with. */
static void put_piece(text *t, uint32_t *seed) {
    static const char *const pieces[] = {"<div>",
                                         "</div>",
                                         "<table>",
                                         "<!--",
                                         "]]>",
                                         "&#x0;",
                                         "&lt;",
                                         "<TEI>",
                                         "\"",
                                         "\"\"",
                                         ",",
                                         ";",
                                         "\t",
                                         "\r\n",
                                         "\n\n",
                                         "BEGIN:VEVENT\r\n",
                                         "END:VEVENT\r\n",
                                         "DTSTART:00000101\r\n",
                                         "DTEND:99991231T235959Z\r\n",
                                         "RRULE:FREQ=DAILY;COUNT=9\r\n",
                                         "99999999999",
                                         "-1",
                                         "0",
                                         "1e999",
                                         "null",
                                         "[",
                                         "{",
                                         "}",
                                         "\\u0000",
                                         "\\",
                                         "\xFF",
                                         "\xC3",
                                         "\xED\xA0\x80",
                                         "\xEF\xBB\xBF",
                                         "\xFF\xFE",
                                         "27 October 1962",
                                         "31 November",
                                         "the night of 26-27 October",
                                         "44 BC",
                                         "10000",
                                         "the next day",
                                         "XXXX-11-16",
                                         "every Monday in ",
                                         "1962-10-27T02:00Z",
                                         "from 3 to ",
                                         "* * *",
                                         "```",
                                         "> ",
                                         "| a | b |\n|---|---|\n",
                                         "From a@b\n",
                                         "Date: ",
                                         "Content-Type: multipart/mixed; boundary=b\n\n--b\n"};
    const char *piece = pieces[below(seed, sizeof pieces / sizeof *pieces)];
    for (uint32_t times = below(seed, 8) ? 1 : below(seed, 200); times; times--) put_in(t, piece, strlen(piece), seed);
}

static void mutate(text *t, const corpus *c, uint32_t *seed) {
    for (uint32_t left = 1 + below(seed, 6); left; left--) {
        size_t other = below(seed, c->count), half = t->length / 2;
        switch (below(seed, 5)) {
        case 0:
            if (t->length) t->bytes[below(seed, t->length)] = (char)below(seed, 256);
            break;
        case 1:
            cut(t, seed);
            break;
        case 2:
            put_in(t, t->bytes + below(seed, half), below(seed, half), seed);
            break;
        case 3:
            put_in(t, c->files[other], below(seed, c->lengths[other]), seed);
            break;
        default:
            put_piece(t, seed);
        }
    }
}

/* ------------------------------------------------------------------ the runs */

/* From memory that ends where they do, so that the sanitizers see who reads beyond. */
static void run_bytes(const char *bytes, size_t length) {
    char *exact = malloc(length ? length : 1);
    if (!exact) exit(2);
    memcpy(exact, bytes, length);
    alarm(PATIENCE);
    fuzz_one(exact, length);
    free(exact);
}

static void run_target(const char *target, const char *folder, unsigned long runs) {
    static text t;
    corpus c = {.count = 0};
    char path[PATH];
    uint32_t seed = 1;
    snprintf(path, sizeof path, "%s/%s", folder, target);
    bool found = read_folder(&c, path);
    if (!found) snprintf(path, sizeof path, "%s/text", folder), found = read_folder(&c, path);
    if (!found) read_folder(&c, folder);
    if (!c.count || !fuzz_aim(target)) return;
    for (size_t i = 0; i < c.count; i++) run_bytes(c.files[i], c.lengths[i]);
    for (unsigned long i = 0; i < runs; i++) {
        size_t file = below(&seed, c.count);
        take_part(&t, c.files[file], c.lengths[file], &seed);
        mutate(&t, &c, &seed);
        run_bytes(t.bytes, t.length);
    }
    printf("%s: %lu mutations of %zu files\n", target, runs, c.count);
    fflush(stdout);
    for (size_t i = 0; i < c.count; i++) free(c.files[i]);
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: fuzz-mutate RUNS CORPUS [TARGET]...\n");
        return 2;
    }
    unsigned long runs = strtoul(argv[1], NULL, 10);
    for (int i = 3; i < argc; i++) run_target(argv[i], argv[2], runs);
    for (size_t i = 0; argc == 3 && fuzz_target(i); i++) run_target(fuzz_target(i), argv[2], runs);
    return 0;
}
