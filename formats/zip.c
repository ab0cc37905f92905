#include "zip.h"

#include "reader.h"

#include <string.h>

bool zip_begins(annals_text bytes) {
    return bytes.length >= 4 && !memcmp(bytes.data, "PK\3\4", 4);
}

static size_t number_at(annals_text bytes, size_t at, size_t width) {
    size_t number = 0;
    for (size_t i = width; i--;) number = number << 8 | (unsigned char)bytes.data[at + i];
    return number;
}

bool zip_begins_with(annals_text bytes, const char *name, const char *content) {
    enum { HEAD = 30, NAME = 26, MORE = 28 };
    if (bytes.length <= HEAD) return false;
    size_t named = number_at(bytes, NAME, 2), at = HEAD + named + number_at(bytes, MORE, 2);
    return named == strlen(name) && at < bytes.length && !memcmp(bytes.data + HEAD, name, named) &&
           begins_with((annals_text){bytes.data + at, bytes.length - at}, content);
}

/* The record that ends the archive, or the end of the bytes. */
static size_t find_end(annals_text bytes) {
    enum { END = 22, COMMENT = 65535 };
    size_t least = bytes.length > END + COMMENT ? bytes.length - END - COMMENT : 0;
    for (size_t at = bytes.length; at-- > least;)
        if (bytes.length - at >= END && !memcmp(bytes.data + at, "PK\5\6", 4)) return at;
    return bytes.length;
}

/* Where its directory begins, which stands before that record. */
static size_t find_directory(annals_text bytes) {
    enum { LENGTH = 12 };
    size_t end = find_end(bytes), length = end < bytes.length ? number_at(bytes, end + LENGTH, 4) : 0;
    return end < bytes.length && length <= end ? end - length : bytes.length;
}

bool zip_lists(annals_text bytes, const char *name) {
    enum { HEAD = 46 };
    for (size_t at = find_directory(bytes); at + HEAD < bytes.length && !memcmp(bytes.data + at, "PK\1\2", 4);) {
        if (begins_with((annals_text){bytes.data + at + HEAD, bytes.length - at - HEAD}, name)) return true;
        at += HEAD + number_at(bytes, at + 28, 2) + number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
    }
    return false;
}

/* The record says where the directory begins; an archive of over 4 GB says so elsewhere (4.4.24). */
bool zip_breaks_off(annals_text bytes) {
    enum { PLACE = 16 };
    const size_t elsewhere = 0xFFFFFFFF;
    size_t end = find_end(bytes);
    if (!zip_begins(bytes)) return false;
    if (end == bytes.length) return true;
    size_t place = number_at(bytes, end + PLACE, 4);
    return place != elsewhere && place != find_directory(bytes);
}
