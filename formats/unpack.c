#define _POSIX_C_SOURCE 200809L /* newlocale */
#include "unpack.h"

#include "builder.h"
#include "utf8.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ENTRIES = 100000 };

/* Who hears of what an archive has. */
typedef struct listener {
    wanted_function *wanted;
    unpacked_function *unpacked;
    broken_function *broken;
    void *context;
} listener;

/* A file in it, or all that follows where no name is given. */
static annals_status tell_broken(struct archive *a, const source_file *file, const listener *to, const char *name,
                                 annals_error *error) {
    const char *why = archive_error_string(a);
    if (!why) why = "it breaks off";
    if (to->broken) return to->broken(to->context, name, why);
    return fail_in_file(file, 0, 0, error,
                        "it cannot be unpacked (%.150s); unpack it yourself, or check that it is whole", why);
}

/* The forms that texts come in; the others that libarchive has are a wide field for broken files. */
static struct archive *open_archive(const source_file *file) {
    struct archive *a = archive_read_new();
    if (!a) return NULL;
    archive_read_support_filter_gzip(a);
    archive_read_support_filter_bzip2(a);
    archive_read_support_filter_xz(a);
    archive_read_support_filter_lzma(a);
    archive_read_support_filter_zstd(a);
    archive_read_support_format_zip(a);
    archive_read_support_format_tar(a);
    archive_read_support_format_7zip(a);
    archive_read_support_format_raw(a);
    archive_read_open_memory(a, file->bytes.data, file->bytes.length);
    return a;
}

/* The whole of the file at hand; `*code` is then what the archive says of it. */
static annals_status read_entry(struct archive *a, const source_file *file, builder *to, int *code,
                                annals_error *error) {
    char piece[64 * 1024];
    builder_clear(to);
    for (;;) {
        la_ssize_t count = archive_read_data(a, piece, sizeof piece);
        *code = count < 0 ? (int)count : ARCHIVE_OK;
        if (count <= 0) return ANNALS_OK;
        if ((size_t)count > *file->budget)
            return fail_in_file(
                file, 0, 0, error,
                "unpacked it is more than a hundred times as large, as no texts are, or more than 1 GB; unpack it "
                "yourself, and give its files a few at a time");
        *file->budget -= (size_t)count;
        builder_text(to, (annals_text){piece, (size_t)count});
        if (to->failed) return annals_fail(error, ANNALS_MEMORY, "out of memory; give a smaller file");
    }
}

/* The name as UTF-8, whatever the locale, where the archive says how it is written; or else its bytes. */
static const char *given_name(struct archive_entry *entry) {
    const char *name = archive_entry_pathname_utf8(entry);
    if (!name) name = archive_entry_pathname(entry);
    return name ? name : "nameless";
}

/* A name that is valid UTF-8 on one line; what is only compressed has none, and takes the outer one without its last
 * ending. */
static void read_name(struct archive *a, struct archive_entry *entry, const source_file *file, char *name,
                      size_t size) {
    if (archive_format(a) == ARCHIVE_FORMAT_RAW) {
        const char *slash = strrchr(file->name, '/'), *base = slash ? slash + 1 : file->name, *dot = strrchr(base, '.');
        snprintf(name, size, "%.*s", dot ? (int)(dot - base) : 400, base);
        return;
    }
    builder line = {0};
    builder_line(&line, annals_text_of(given_name(entry)));
    snprintf(name, size, "%s", line.data ? line.data : "nameless");
    builder_free(&line);
}

/* The file at hand, if it is wanted; `*over` when nothing behind it can be read. */
static annals_status unpack_entry(struct archive *a, struct archive_entry *entry, const source_file *file,
                                  const listener *to, builder *bytes, bool *over, annals_error *error) {
    char name[512];
    int code;
    read_name(a, entry, file, name, sizeof name);
    bool is_file = archive_entry_filetype(entry) == AE_IFREG || archive_format(a) == ARCHIVE_FORMAT_RAW;
    if (!is_file || (to->wanted && !to->wanted(name))) return ANNALS_OK;
    annals_status status = read_entry(a, file, bytes, &code, error);
    if (status != ANNALS_OK) return status;
    *over = code == ARCHIVE_FATAL;
    if (code != ARCHIVE_OK) return tell_broken(a, file, to, name, error);
    return to->unpacked(to->context, name, (annals_text){bytes->data ? bytes->data : "", bytes->length});
}

/* A tar ends with blocks of zeros, of which one has been read by now (POSIX, pax); cut behind a file it has none. Other
 * archives that are cut so are told of without a reason. */
static bool is_cut(struct archive *a, int code) {
    bool tar = (archive_format(a) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_TAR;
    if (code != ARCHIVE_EOF) return code < ARCHIVE_WARN && !archive_error_string(a);
    return tar && archive_filter_bytes(a, 0) == archive_read_header_position(a);
}

static annals_status unpack_entries(struct archive *a, const source_file *file, const listener *to,
                                    annals_error *error) {
    builder bytes = {0};
    annals_status status = ANNALS_OK;
    struct archive_entry *entry;
    bool over = false;
    for (size_t count = 0; status == ANNALS_OK && !over; count++) {
        int code = archive_read_next_header(a, &entry);
        bool cut = to->broken && is_cut(a, code);
        if (cut) status = to->broken(to->context, NULL, NULL);
        if (cut || code == ARCHIVE_EOF) break;
        over = code < ARCHIVE_WARN || count > MOST_ENTRIES;
        status = over ? tell_broken(a, file, to, NULL, error) : unpack_entry(a, entry, file, to, &bytes, &over, error);
    }
    builder_free(&bytes);
    return status;
}

annals_status unpack(const source_file *file, wanted_function *wanted, unpacked_function *unpacked,
                     broken_function *broken, void *context, annals_error *error) {
    const listener to = {wanted, unpacked, broken, context};
    /* libarchive turns names that are written in UTF-8 into the letters of the locale, and loses what that has not. */
    locale_t letters = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    locale_t before = letters ? uselocale(letters) : (locale_t)0;
    struct archive *a = open_archive(file);
    annals_status status = a ? unpack_entries(a, file, &to, error)
                             : annals_fail(error, ANNALS_MEMORY, "out of memory; give a smaller file");
    archive_read_free(a);
    if (letters) uselocale(before);
    if (letters) freelocale(letters);
    return status;
}
