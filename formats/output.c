#include "output.h"

void output_begin(output *out, annals_sink sink) {
    out->sink = sink;
    out->status = ANNALS_OK;
    out->used = out->flushes = 0;
}

static void flush(output *out) {
    if (out->used && out->status == ANNALS_OK) out->status = out->sink.write(out->sink.context, out->buffer, out->used);
    out->used = 0;
    out->flushes++;
}

char *output_room(output *out, size_t length) {
    if (length > sizeof out->buffer) return NULL;
    if (length > sizeof out->buffer - out->used) flush(out);
    return out->buffer + out->used;
}

void output_beyond(output *out, const char *data, size_t length) {
    flush(out);
    if (length <= sizeof out->buffer) output_bytes(out, data, length);
    else if (out->status == ANNALS_OK) out->status = out->sink.write(out->sink.context, data, length);
}

void output_text(output *out, annals_text text) {
    if (text.length) output_bytes(out, text.data, text.length);
}

void output_blanks(output *out, size_t count) {
    static const char blanks[] = "                                ";
    for (size_t part; count; count -= part) {
        part = count < sizeof blanks - 1 ? count : sizeof blanks - 1;
        output_bytes(out, blanks, part);
    }
}

annals_status output_no_memory(annals_error *error) {
    return annals_fail(error, ANNALS_MEMORY, "out of memory; give less text at once");
}

annals_status output_end(output *out, annals_error *error) {
    flush(out);
    if (out->status == ANNALS_OK) return ANNALS_OK;
    if (out->status == ANNALS_MEMORY) return output_no_memory(error);
    return annals_fail(error, out->status, "the output could not be written; check the place it goes to");
}
