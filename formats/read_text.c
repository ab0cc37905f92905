/* read_text.c: the bytes of a plain text file become the valid UTF-8 that the engine takes. */
#include "read_text.h"

#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a file that is no plain text begins with.  The first row that fits holds: UTF-32's mark begins like UTF-16's. */
typedef struct signature {
    const char *bytes;
    size_t length;
    const char *message;
} signature;

#define BYTES(literal) .bytes = (literal), .length = sizeof(literal) - 1
static const char utf32_message[] = "the file is UTF-32; convert it to UTF-8";
static const char utf16_message[] = "the file is UTF-16; convert it to UTF-8";
static const char binary_message[] = "binary file; give plain text";

static const signature signatures[] = {
    {BYTES("\xFF\xFE\0\0"), .message = utf32_message},
    {BYTES("\0\0\xFE\xFF"), .message = utf32_message},
    {BYTES("\xFF\xFE"), .message = utf16_message},
    {BYTES("\xFE\xFF"), .message = utf16_message},
    {BYTES("%PDF-"), .message = "binary file (PDF); give its plain text"},
    {BYTES("PK\3\4"), .message = "binary file (a ZIP archive or an office document); give plain text"},
    {BYTES("{\\rtf"), .message = "rich text (RTF); save it as plain text"},
};

/* As much of a file as tells what it is. */
enum { SAMPLE_LENGTH = 8192 };

static bool is_stray_control(unsigned char byte) {
    return byte == 0x7F || (byte < 0x20 && !strchr("\t\n\v\f\r\x1A\x1B", byte));
}

/* Latin letters in UTF-16 or UTF-32 have a NUL in every second byte, or in three of four.  Null: neither. */
static const char *wide_encoding(annals_text sample) {
    size_t nuls[4] = {0}, quarter = sample.length / 4;
    for (size_t i = 0; i < sample.length; i++) nuls[i % 4] += !sample.data[i];
    if (sample.length < 8) return NULL;
    size_t even = nuls[0] + nuls[2], odd = nuls[1] + nuls[3], total = even + odd;
    if (total >= 3 * quarter - quarter / 8 && (nuls[0] < quarter / 2 || nuls[3] < quarter / 2)) return utf32_message;
    size_t more = even > odd ? even : odd, less = total - more;
    return more >= quarter && less <= quarter / 8 ? utf16_message : NULL;
}

/* Why the bytes are no UTF-8 text, or null. */
static const char *refusal(annals_text bytes) {
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
        const signature *s = &signatures[i];
        if (bytes.length >= s->length && !memcmp(bytes.data, s->bytes, s->length)) return s->message;
    }
    annals_text sample = {bytes.data, bytes.length < SAMPLE_LENGTH ? bytes.length : SAMPLE_LENGTH};
    if (memchr(bytes.data, 0, bytes.length)) {
        const char *wide = wide_encoding(sample);
        return wide ? wide : binary_message;
    }
    size_t controls = 0;
    for (size_t i = 0; i < sample.length; i++) controls += is_stray_control((unsigned char)sample.data[i]);
    return controls > sample.length / 4 ? binary_message : NULL;
}

static annals_status fail_in_file(const char *source, const char *message, annals_error *error) {
    if (error && error->status == ANNALS_OK) snprintf(error->file, sizeof error->file, "%s", source);
    return annals_fail(error, ANNALS_INPUT, "%s", message);
}

annals_text without_mark(annals_text bytes) {
    if (bytes.length < 3 || memcmp(bytes.data, "\xEF\xBB\xBF", 3) != 0) return bytes;
    return (annals_text){bytes.data + 3, bytes.length - 3};
}

static annals_status put_fault_notice(annals_chronology *chronology, const char *source, const utf8_faults *faults,
                                      annals_error *error) {
    char message[128];
    snprintf(message, sizeof message, "%zu %s not UTF-8 and %s replaced; convert the file to UTF-8", faults->bytes,
             faults->bytes == 1 ? "byte is" : "bytes are", faults->bytes == 1 ? "was" : "were");
    annals_notice notice = {.file = annals_text_of(source),
                            .line = faults->line,
                            .column = faults->column,
                            .message = annals_text_of(message)};
    return annals_put_notice(chronology, &notice, error);
}

static annals_status add_repaired(annals_chronology *chronology, const char *source, annals_text text,
                                  const utf8_faults *faults, annals_error *error) {
    annals_text copy = utf8_repaired(text, faults), kept = annals_keep_text(chronology, copy);
    free((char *)copy.data);
    if (!kept.data) return annals_fail(error, ANNALS_MEMORY, "out of memory; give less text at once");
    annals_status status = annals_add_text(chronology, source, kept, error);
    return status == ANNALS_OK ? put_fault_notice(chronology, source, faults, error) : status;
}

static bool is_blank(annals_text text) {
    for (size_t i = 0; i < text.length; i++)
        if (!strchr("\t\n\v\f\r ", text.data[i])) return false;
    return true;
}

static annals_status add_blank(annals_chronology *chronology, const char *source, annals_text text,
                               annals_error *error) {
    annals_status status = annals_add_text(chronology, source, text, error);
    if (status != ANNALS_OK) return status;
    annals_notice notice = {.file = annals_text_of(source),
                            .message = annals_text_of("the file is empty; check that it is the right one")};
    return annals_put_notice(chronology, &notice, error);
}

annals_status read_text(annals_chronology *chronology, const char *source, annals_text bytes, annals_error *error) {
    if (!bytes.length) return add_blank(chronology, source, annals_text_of(""), error);
    const char *message = refusal(bytes);
    if (message) return fail_in_file(source, message, error);
    annals_text text = without_mark(bytes);
    if (is_blank(text)) return add_blank(chronology, source, text, error);
    utf8_faults faults;
    if (utf8_check(text, &faults)) return annals_add_text(chronology, source, text, error);
    return add_repaired(chronology, source, text, &faults, error);
}
