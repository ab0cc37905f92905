/* pdf_file.c: objects, streams and their table. */
#include "pdf_file.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { MOST_PACKED = 256, COMPRESSION = 6 };

void pdf_file_start(pdf_file *f) {
    buffer_string(&f->out, "%PDF-1.5\n%\xb5\xed\xae\xfb\n");
    pdf_file_take(f, 1); /* no object has the number 0 */
}

void pdf_file_free(pdf_file *f) {
    free(f->locations);
    buffer_free(&f->heads);
    buffer_free(&f->packed);
    f->locations = NULL;
}

/* ------------------------------------------------------------------ numbers */

size_t pdf_file_take(pdf_file *f, size_t count) {
    size_t first = f->size;
    if (count > f->room - f->size) {
        size_t room = f->size + count + f->room / 2 + 64;
        pdf_location *grown = realloc(f->locations, room * sizeof *grown);
        f->out.failed |= !grown;
        if (!grown) return 0;
        memset(grown + f->room, 0, (room - f->room) * sizeof *grown);
        f->locations = grown;
        f->room = room;
    }
    f->size += count;
    return first;
}

static void place(pdf_file *f, size_t number, pdf_location at) {
    if (number < f->size) f->locations[number] = at;
    else f->out.failed = true;
}

void pdf_file_locate(pdf_file *f, size_t number) {
    place(f, number, (pdf_location){0, f->out.length});
}

/* ------------------------------------------------------------------ streams */

void pdf_file_stream(pdf_file *f, size_t number, const char *dictionary, const buffer *data) {
    uLongf length = compressBound(data->length);
    char *room = malloc(length ? length : 1);
    f->out.failed |= !room || data->failed;
    if (!f->out.failed)
        f->out.failed = compress2((Bytef *)room, &length, (const Bytef *)(data->data ? data->data : ""), data->length,
                                  COMPRESSION) != Z_OK;
    pdf_file_locate(f, number);
    buffer_integer(&f->out, (int64_t)number);
    buffer_string(&f->out, " 0 obj\n<< ");
    buffer_string(&f->out, dictionary);
    buffer_string(&f->out, "\n   /Filter /FlateDecode\n   /Length ");
    buffer_integer(&f->out, (int64_t)length);
    buffer_string(&f->out, "\n>>\nstream\n");
    if (!f->out.failed) buffer_bytes(&f->out, room, length);
    buffer_string(&f->out, "\nendstream\nendobj\n");
    free(room);
}

/* Write the objects packed so far. */
static void put_packed(pdf_file *f) {
    buffer dictionary = {0};
    if (!f->packed_count) return;
    size_t first = f->heads.length;
    buffer_string(&dictionary, "/Type /ObjStm\n   /N ");
    buffer_integer(&dictionary, (int64_t)f->packed_count);
    buffer_string(&dictionary, "\n   /First ");
    buffer_integer(&dictionary, (int64_t)first);
    buffer_bytes(&dictionary, "", 1);
    buffer_bytes(&f->heads, f->packed.data, f->packed.length);
    f->out.failed |= f->heads.failed || f->packed.failed || dictionary.failed;
    if (!f->out.failed) pdf_file_stream(f, f->packed_number, dictionary.data, &f->heads);
    buffer_free(&dictionary);
    f->heads.length = f->packed.length = f->packed_count = 0;
}

void pdf_file_object(pdf_file *f, size_t number, const char *body, size_t length) {
    if (!f->packed_count) f->packed_number = pdf_file_take(f, 1);
    place(f, number, (pdf_location){f->packed_number, f->packed_count++});
    buffer_integer(&f->heads, (int64_t)number);
    buffer_string(&f->heads, " ");
    buffer_integer(&f->heads, (int64_t)f->packed.length);
    buffer_string(&f->heads, "\n");
    buffer_bytes(&f->packed, body, length);
    buffer_string(&f->packed, "\n");
    if (f->packed_count == MOST_PACKED) put_packed(f);
}

/* ------------------------------------------------------------------ the table */

/* For each object a kind, an offset or a stream, and an index. */
static void put_rows(const pdf_file *f, buffer *rows) {
    enum { WIDTH = 8 };
    for (size_t i = 0; i < f->size; i++) {
        const pdf_location *l = &f->locations[i];
        size_t at = l->packed ? l->packed : l->at, index = l->packed ? l->at : 0;
        unsigned char row[WIDTH] = {l->packed ? 2 : l->at ? 1 : 0};
        for (int k = 0; k < 5; k++) row[1 + k] = (unsigned char)(at >> (8 * (4 - k)));
        row[6] = (unsigned char)(index >> 8);
        row[7] = (unsigned char)index;
        buffer_bytes(rows, (const char *)row, sizeof row);
    }
}

/* The table is a stream, too. */
void pdf_file_finish(pdf_file *f, size_t root, size_t info) {
    buffer rows = {0}, dictionary = {0};
    put_packed(f);
    size_t number = pdf_file_take(f, 1), start = f->out.length;
    pdf_file_locate(f, number);
    put_rows(f, &rows);
    buffer_string(&dictionary, "/Type /XRef\n   /W [ 1 5 2 ]\n   /Size ");
    buffer_integer(&dictionary, (int64_t)f->size);
    buffer_string(&dictionary, "\n   /Root ");
    pdf_put_reference(&dictionary, root);
    buffer_string(&dictionary, "\n   /Info ");
    pdf_put_reference(&dictionary, info);
    buffer_bytes(&dictionary, "", 1);
    f->out.failed |= rows.failed || dictionary.failed;
    if (!f->out.failed) pdf_file_stream(f, number, dictionary.data, &rows);
    buffer_free(&rows);
    buffer_free(&dictionary);
    buffer_string(&f->out, "startxref\n");
    buffer_integer(&f->out, (int64_t)start);
    buffer_string(&f->out, "\n%%EOF\n");
}

/* ------------------------------------------------------------------ values */

void pdf_put_reference(buffer *b, size_t number) {
    buffer_integer(b, (int64_t)number);
    buffer_string(b, " 0 R");
}

void pdf_put_text(buffer *b, annals_text text) {
    buffer_string(b, "<feff");
    for (size_t i = 0; i < text.length;) {
        unsigned char c = (unsigned char)text.data[i];
        size_t length = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
        uint32_t point = length == 1 ? c : c & (0x7fu >> length);
        for (size_t k = 1; k < length && i + k < text.length; k++)
            point = point << 6 | ((unsigned char)text.data[i + k] & 0x3fu);
        if (point >= 0x10000) {
            buffer_hex(b, 0xd800 + ((point - 0x10000) >> 10), 4);
            point = 0xdc00 + ((point - 0x10000) & 0x3ff);
        }
        buffer_hex(b, point, 4);
        i += length;
    }
    buffer_string(b, ">");
}

static void two_digits(char *out, int value) {
    out[0] = (char)('0' + value / 10 % 10);
    out[1] = (char)('0' + value % 10);
}

void pdf_date(int64_t seconds, char out[21]) {
    int64_t day = seconds / 86400 - (seconds % 86400 < 0), rest = seconds - day * 86400, year;
    int month, number;
    annals_civil_of_day(day, &year, &month, &number);
    if (year < 1 || year > 9999) year = 1970;
    memcpy(out, "0000-00-00T00:00:00Z", 21);
    two_digits(out, (int)(year / 100));
    two_digits(out + 2, (int)(year % 100));
    two_digits(out + 5, month);
    two_digits(out + 8, number);
    two_digits(out + 11, (int)(rest / 3600));
    two_digits(out + 14, (int)(rest / 60 % 60));
    two_digits(out + 17, (int)(rest % 60));
}
