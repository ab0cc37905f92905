#include "feed.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { PIECE = 256 * 1024 /* bytes of lines in a piece, and as many as complete the last */ };

void feed_start(struct feed *feed, const char *const *files, size_t count, bool lines) {
    *feed = (struct feed){.files = files, .count = count, .lines = lines, .file = -1};
}

static void close_file(struct feed *feed) {
    input_close(feed->files[feed->next], feed->file);
    input_free(&feed->begun);
    feed->file = -1;
    feed->next++;
}

void feed_stop(struct feed *feed) {
    if (feed->file >= 0) close_file(feed);
}

/* Where the last whole line ends; 0: none does. */
static size_t whole_lines(const struct input *input, size_t from) {
    size_t end = input->length;
    while (end > from && input->bytes[end - 1] != '\n') end--;
    return end > from ? end : 0;
}

/* Read until there are enough bytes and a line ends.  Only what was just read is looked at for that. */
static int read_lines(struct feed *feed, struct input *input, size_t *whole, bool *ended) {
    size_t room = input->length;
    *whole = *ended = 0;
    while (!*whole && !*ended) {
        size_t from = input->length, wanted = from + PIECE;
        if (wanted > room) room = wanted > 2 * room ? wanted : 2 * room;
        char *larger = realloc(input->bytes, room);
        if (!larger) return ENOMEM;
        input->bytes = larger;
        int code = input_fill(feed->file, input, wanted);
        if (code) return code;
        *ended = input->length < wanted;
        *whole = whole_lines(input, from);
    }
    if (*ended) *whole = input->length;
    return 0;
}

/* What stands behind the last whole line begins the next piece. */
static bool set_aside(struct feed *feed, struct piece *piece, size_t whole) {
    size_t rest = piece->input.length - whole;
    feed->begun = (struct input){0};
    if (rest) {
        feed->begun = (struct input){.bytes = malloc(rest), .length = rest};
        if (!feed->begun.bytes) return false;
        memcpy(feed->begun.bytes, piece->input.bytes + whole, rest);
    }
    piece->input.length = whole;
    return true;
}

static void take_lines(struct feed *feed, struct piece *piece) {
    size_t whole;
    bool ended = true;
    piece->line = feed->line;
    piece->input = feed->begun;
    feed->begun = (struct input){0};
    piece->code = read_lines(feed, &piece->input, &whole, &ended);
    if (!piece->code && !set_aside(feed, piece, whole)) piece->code = ENOMEM;
    feed->line += input_lines(&piece->input);
    if (ended || piece->code) close_file(feed);
}

bool feed_next(struct feed *feed, struct piece *piece) {
    if (feed->next == feed->count) return false;
    *piece = (struct piece){.path = feed->files[feed->next], .lines = feed->lines};
    if (!feed->lines) {
        feed->next++;
        return true;
    }
    if (feed->file < 0) {
        piece->code = input_open(piece->path, &feed->file);
        feed->line = 1;
        if (piece->code) feed->next++;
    }
    if (!piece->code) take_lines(feed, piece);
    return true;
}

bool piece_read(struct piece *piece) {
    if (!piece->lines && !piece->code) piece->code = input_read(piece->path, &piece->input);
    return !piece->code;
}

void piece_free(struct piece *piece) {
    input_free(&piece->input);
}
