/* periods.c: reading the file of --periods.  Empty lines and those that begin with # say nothing. */
#include "periods.h"

#include "message.h"

#include <stdlib.h>
#include <string.h>

/* False after a message. */
static bool read_line(const char *path, annals_text line, size_t number, struct periods *periods) {
    if (line.length && line.data[line.length - 1] == '\r') line.length--;
    if (!line.length || line.data[0] == '#') return true;
    const char *tab = memchr(line.data, '\t', line.length);
    if (!tab) {
        message_error((struct place){input_name(path), number, 1},
                      "no tab stands in this line; write the name, a tab, and the time in EDTF");
        return false;
    }
    size_t name = (size_t)(tab - line.data);
    periods->list[periods->count++] = (annals_period){.name = {line.data, name},
                                                      .edtf = {tab + 1, line.length - name - 1},
                                                      .file = annals_text_of(input_name(path)),
                                                      .line = number};
    return true;
}

bool periods_read(const char *path, struct periods *periods) {
    enum { BYTE_ORDER_MARK = 3 };
    int code = input_read(path, &periods->file);
    periods->path = path;
    if (code) {
        message_not_read(input_name(path), code);
        return false;
    }
    const struct input *file = &periods->file;
    periods->list = calloc(input_lines(file) + 1, sizeof *periods->list);
    if (!periods->list) {
        message_error(whole_file(input_name(path)), "out of memory; give a shorter list");
        return false;
    }
    bool marked = file->length >= BYTE_ORDER_MARK && !memcmp(file->bytes, "\xEF\xBB\xBF", BYTE_ORDER_MARK);
    for (size_t at = marked ? BYTE_ORDER_MARK : 0, number = 1; at < file->length; number++) {
        const char *end = memchr(file->bytes + at, '\n', file->length - at);
        size_t length = end ? (size_t)(end - file->bytes) - at : file->length - at;
        if (!read_line(path, (annals_text){file->bytes + at, length}, number, periods)) return false;
        at += length + 1;
    }
    return true;
}

void periods_free(struct periods *periods) {
    input_free(&periods->file);
    free(periods->list);
    *periods = (struct periods){.list = NULL};
}
