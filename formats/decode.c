/* decode.c: what encoding a text file is in, and the way from there to UTF-8. */
#include "decode.h"

#include "cyrillic.h"
#include "utf8.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What a file begins with that tells its encoding, or that it is no plain text.  The first row that fits holds:
 * UTF-32's mark begins like UTF-16's. */
static const struct signature {
    const char *bytes;
    size_t length;
    const char *encoding, *refusal;
} signatures[] = {
#define BYTES(literal) .bytes = (literal), .length = sizeof(literal) - 1
    {BYTES("\xFF\xFE\0\0"), .encoding = "UTF-32LE"},
    {BYTES("\0\0\xFE\xFF"), .encoding = "UTF-32BE"},
    {BYTES("\xFF\xFE"), .encoding = "UTF-16LE"},
    {BYTES("\xFE\xFF"), .encoding = "UTF-16BE"},
    /* XML 1.0, appendix F: "<?" */
    {BYTES("<\0?\0"), .encoding = "UTF-16LE"},
    {BYTES("\0<\0?"), .encoding = "UTF-16BE"},
    {BYTES("%PDF-"), .refusal = "binary file (PDF); give its plain text"},
    {BYTES("PK\3\4"), .refusal = "binary file (a ZIP archive or an office document); give plain text"},
    {BYTES("{\\rtf"), .refusal = "rich text (RTF); save it as plain text"},
    {BYTES("\xD0\xCF\x11\xE0"),
     .refusal = "a file of an older office program (.doc, .xls); save it as .docx, .odt or CSV"},
};
static const char binary_message[] = "binary file; give plain text";
static const char windows[] = "WINDOWS-1252";

enum { SAMPLE_LENGTH = 8192, HEAD_LENGTH = 1024 /* in which an encoding is declared */, NAME_SIZE = 32 };

annals_text without_mark(annals_text bytes) {
    if (bytes.length < 3 || memcmp(bytes.data, "\xEF\xBB\xBF", 3) != 0) return bytes;
    return (annals_text){bytes.data + 3, bytes.length - 3};
}

static annals_text beginning(annals_text bytes, size_t length) {
    return (annals_text){bytes.data, bytes.length < length ? bytes.length : length};
}

/* ------------------------------------------------------------------ which encoding */

static const struct signature *signature_of(annals_text bytes) {
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (bytes.length >= signatures[i].length && !memcmp(bytes.data, signatures[i].bytes, signatures[i].length))
            return &signatures[i];
    return NULL;
}

bool begins_wide(annals_text bytes) {
    const struct signature *s = signature_of(bytes);
    return s && s->encoding;
}

/* Cyrillic letters in UTF-16 have a 4 in every second byte, and the blanks between them a NUL. */
static const char *wide_cyrillic(annals_text sample) {
    size_t high[2] = {0}, nuls[2] = {0}, half = sample.length / 2;
    for (size_t i = 0; i < sample.length; i++) {
        high[i % 2] += sample.data[i] == 4 || !sample.data[i];
        nuls[i % 2] += !sample.data[i];
    }
    size_t first = high[0] > high[1] ? 0 : 1;
    bool wide = sample.length >= 16 && nuls[first] && high[first] >= half - half / 16 && high[1 - first] <= half / 8;
    return !wide ? NULL : first ? "UTF-16LE" : "UTF-16BE";
}

/* Latin letters in UTF-16 or UTF-32 have a NUL in every second byte, or in three of four.  Null: neither. */
static const char *wide_encoding(annals_text sample) {
    size_t nuls[4] = {0}, quarter = sample.length / 4;
    for (size_t i = 0; i < sample.length; i++) nuls[i % 4] += !sample.data[i];
    if (sample.length < 8) return NULL;
    size_t even = nuls[0] + nuls[2], odd = nuls[1] + nuls[3], total = even + odd;
    if (total >= 3 * quarter - quarter / 8 && nuls[0] < quarter / 2) return "UTF-32LE";
    if (total >= 3 * quarter - quarter / 8 && nuls[3] < quarter / 2) return "UTF-32BE";
    if ((even > odd ? even : odd) < quarter || (even > odd ? odd : even) > quarter / 8) return wide_cyrillic(sample);
    return even > odd ? "UTF-16BE" : "UTF-16LE";
}

static bool is_binary(annals_text sample) {
    size_t controls = 0;
    for (size_t i = 0; i < sample.length; i++) {
        unsigned char c = (unsigned char)sample.data[i];
        controls += c == 0x7F || (c < 0x20 && !(c && strchr("\t\n\v\f\r\x1A\x1B", c)));
    }
    return controls > sample.length / 4;
}

static const char *find_word(annals_text text, const char *word) {
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= text.length; i++)
        if (!strncasecmp(text.data + i, word, length)) return text.data + i + length;
    return NULL;
}

/* Encodings that may be declared, by how their names begin, and what browsers take them for. */
static const struct known {
    const char *prefix, *encoding;
} known[] = {
    {"iso-8859-15", NULL},
    {"iso-8859-16", NULL},
    {"iso-8859-1", windows},
    {"us-ascii", windows},
    {"latin1", windows},
    {"iso-8859-", NULL},
    {"windows-", NULL},
    {"cp", NULL},
    {"koi8-", NULL},
    {"macintosh", NULL},
    {"shift_jis", NULL},
    {"euc-", NULL},
    {"iso-2022-jp", NULL},
    {"gb", NULL},
    {"big5", NULL},
    {"ibm", NULL},
    {"x-mac-cyrillic", "MAC-CYRILLIC"},
};

/* The encoding that the head declares: `encoding="..."` of XML, `charset=...` of HTML, `coding: ...` of editors.  False
 * for UTF-8, and for names that are none. */
static bool declared_encoding(annals_text head, char name[NAME_SIZE]) {
    static const char *const words[] = {"<?xml", "charset=", "coding:", "coding="};
    const char *at = NULL, *end = head.data + head.length;
    for (size_t i = 0; !at && i < sizeof words / sizeof *words; i++) at = find_word(head, words[i]);
    if (at && at == find_word(head, "<?xml")) at = find_word((annals_text){at, (size_t)(end - at)}, "encoding=");
    while (at && at < end && strchr("\"' ", *at) && *at) at++;
    size_t length = 0;
    while (at && at + length < end && length < NAME_SIZE - 1 &&
           memchr("-_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", at[length], 64))
        length++;
    for (size_t i = 0; at && length && i < sizeof known / sizeof *known; i++) {
        if (!begins_with((annals_text){at, length}, known[i].prefix)) continue;
        snprintf(name, NAME_SIZE, "%.*s", known[i].encoding ? NAME_SIZE : (int)length,
                 known[i].encoding ? known[i].encoding : at);
        return true;
    }
    return false;
}

/* Letters and signs above ASCII that stand now and then, never as UTF-8 writes them, and none of the five bytes that
 * Windows-1252 does not use.  A lone one at the very end is a character of UTF-8 that was cut. */
static bool looks_windows(annals_text text, const utf8_faults *faults) {
    size_t high = 0, letters = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c && strchr("\x81\x8D\x8F\x90\x9D", c)) return false;
        high += c >= 0x80;
        letters += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }
    bool cut = faults->count == 1 && faults->first + faults->bytes == text.length && faults->first;
    return high == faults->bytes && high <= letters && !(cut && (text.data[faults->first] & 0xC0) == 0xC0);
}

/* ------------------------------------------------------------------ from there to UTF-8 */

typedef struct conversion {
    iconv_t from;
    size_t unit; /* bytes that are passed by where nothing can be read */
    char *out;
    size_t length, room, faults;
} conversion;

static bool has_room(conversion *c, size_t more) {
    if (c->room - c->length > more) return true;
    char *larger = c->room > SIZE_MAX / 4 ? NULL : realloc(c->out, 2 * c->room + more + 1);
    if (!larger) return false;
    c->out = larger;
    c->room = 2 * c->room + more + 1;
    return true;
}

static bool convert(conversion *c, annals_text bytes) {
    char *in = (char *)(uintptr_t)bytes.data;
    for (size_t left = bytes.length; left;) {
        if (!has_room(c, 64)) return false;
        char *out = c->out + c->length;
        size_t room = c->room - c->length - 4, before = room;
        bool whole = iconv(c->from, &in, &left, &out, &room) != (size_t)-1;
        c->length += before - room;
        if (whole || errno == E2BIG) {
            if (!whole && !has_room(c, left)) return false;
            continue;
        }
        memcpy(c->out + c->length, "\xEF\xBF\xBD", 3);
        c->length += 3;
        c->faults++;
        size_t skipped = left < c->unit ? left : c->unit;
        in += skipped;
        left -= skipped;
    }
    return true;
}

static annals_status no_memory(annals_error *error) {
    return annals_fail(error, ANNALS_MEMORY, "out of memory; give less text at once");
}

/* The bytes, which are in that encoding, with one notice. */
static annals_status from_encoding(annals_chronology *chronology, const source_file *file, annals_text bytes,
                                   const char *encoding, decoded_text *out, annals_error *error) {
    conversion c = {.from = iconv_open("UTF-8", encoding), .unit = 1};
    if (c.from == (iconv_t)-1) {
        if (errno == ENOMEM) return no_memory(error);
        return fail_in_file(file, 0, 0, error, "the file is %s, which is not known here; convert it to UTF-8",
                            encoding);
    }
    if (!strncmp(encoding, "UTF-16", 6)) c.unit = 2;
    if (!strncmp(encoding, "UTF-32", 6)) c.unit = 4;
    bool converted = convert(&c, bytes);
    iconv_close(c.from);
    *out = (decoded_text){without_mark((annals_text){c.out, c.length}), c.out};
    if (!converted) return no_memory(error);
    if (c.out && (memchr(c.out, 0, c.length) || is_binary(beginning(out->text, SAMPLE_LENGTH))))
        return fail_in_file(file, 0, 0, error, "%s", binary_message);
    if (!c.faults)
        return notice_in_file(chronology, file, 0, 0, error,
                              "it was read as %s; convert the file to UTF-8 if that is wrong", encoding);
    return notice_in_file(chronology, file, 0, 0, error,
                          "it was read as %s, and %zu %s replaced; convert the file to UTF-8", encoding, c.faults,
                          c.faults == 1 ? "character was" : "characters were");
}

static annals_status repair(annals_chronology *chronology, const source_file *file, annals_text text,
                            const utf8_faults *faults, decoded_text *out, annals_error *error) {
    out->text = utf8_repaired(text, faults);
    out->owned = (char *)(uintptr_t)out->text.data;
    if (!out->owned) return no_memory(error);
    return notice_in_file(chronology, file, faults->line, faults->column, error,
                          "%zu %s not UTF-8 and %s replaced; convert the file to UTF-8", faults->bytes,
                          faults->bytes == 1 ? "byte is" : "bytes are", faults->bytes == 1 ? "was" : "were");
}

static annals_status decode_narrow(annals_chronology *chronology, const source_file *file, const utf8_faults *faults,
                                   decoded_text *out, annals_error *error) {
    char name[NAME_SIZE];
    annals_text text = out->text;
    bool valid = !faults->count, declared = declared_encoding(beginning(text, HEAD_LENGTH), name);
    /* Japanese mail is all ASCII to look at. */
    if (declared && (!valid || begins_with(annals_text_of(name), "iso-2022")))
        return from_encoding(chronology, file, text, name, out, error);
    if (valid) return ANNALS_OK;
    const char *cyrillic = cyrillic_encoding(text, faults->bytes);
    if (cyrillic) return from_encoding(chronology, file, text, cyrillic, out, error);
    if (looks_windows(text, faults)) return from_encoding(chronology, file, text, windows, out, error);
    return repair(chronology, file, text, faults, out, error);
}

static annals_status decode_any(annals_chronology *chronology, const source_file *file, decoded_text *out,
                                annals_error *error) {
    annals_text bytes = file->bytes, sample = beginning(bytes, SAMPLE_LENGTH);
    const struct signature *s = signature_of(bytes);
    if (s && s->refusal) return fail_in_file(file, 0, 0, error, "%s", s->refusal);
    utf8_faults faults;
    utf8_check(without_mark(bytes), &faults);
    const char *wide = s ? s->encoding : faults.zeros ? wide_encoding(sample) : NULL;
    if (wide) return from_encoding(chronology, file, bytes, wide, out, error);
    if (faults.zeros || is_binary(sample)) return fail_in_file(file, 0, 0, error, "%s", binary_message);
    out->text = without_mark(bytes);
    return decode_narrow(chronology, file, &faults, out, error);
}

annals_status decode(annals_chronology *chronology, const source_file *file, decoded_text *out, annals_error *error) {
    *out = (decoded_text){.text = file->bytes};
    if (!file->bytes.length) return ANNALS_OK;
    annals_status status = decode_any(chronology, file, out, error);
    if (status == ANNALS_OK) return status;
    free(out->owned);
    *out = (decoded_text){0};
    return status;
}
