/* read_archive.c: archives and compressed files: each file in them is read as it would be by itself. */
#include "unpack.h"
#include "zip.h"

#include <stdio.h>
#include <string.h>

enum { DEEPEST = 4 /* archives in one another */ };

typedef struct members {
    annals_chronology *to;
    const source_file *file;
    annals_error *error;
    size_t read;
    bool broken; /* some of it could not be unpacked, which was told */
    bool cut;    /* it breaks off behind a file */
} members;

/* Hidden files and what systems add for themselves; what has no ending may be a text. */
static bool is_wanted(const char *name) {
    const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name;
    if (*base == '.' || !strncmp(name, "__MACOSX/", 9)) return false;
    return !strchr(base, '.') || annals_reader_of_name(base);
}

/* One that cannot be read is told, and the others are read. */
static annals_status read_member(void *context, const char *name, annals_text bytes) {
    members *m = context;
    char path[1024];
    annals_error error = {0};
    snprintf(path, sizeof path, "%.500s/%s", m->file->name, name);
    source_file member = {path, bytes, m->file->depth + 1, m->file->budget, true};
    annals_status status = read_file(m->to, NULL, &member, &error);
    m->read += status == ANNALS_OK;
    if (status == ANNALS_OK) return ANNALS_OK;
    if (status == ANNALS_MEMORY) return annals_fail(m->error, status, "%s", error.message);
    return notice_in_file(m->to, &member, error.line, error.column, m->error, "it was left out: %s", error.message);
}

/* The files behind it are read, where they can be. */
static annals_status tell_broken(void *context, const char *name, const char *why) {
    members *m = context;
    char path[1024];
    m->cut |= !name && !why;
    if (m->cut) return ANNALS_OK;
    m->broken = true;
    snprintf(path, sizeof path, "%.500s%s%s", m->file->name, name ? "/" : "", name ? name : "");
    source_file member = *m->file;
    member.name = path;
    return notice_in_file(m->to, &member, 0, 0, m->error,
                          "%s left out: it cannot be unpacked (%.150s); unpack it "
                          "yourself, or check that it is whole",
                          name ? "it was" : "what follows was", why);
}

static annals_status read_archive(annals_chronology *chronology, const source_file *file, annals_error *error) {
    members m = {.to = chronology, .file = file, .error = error};
    if (file->depth >= DEEPEST)
        return fail_in_file(file, 0, 0, error, "archives lie more than %d deep in one another; unpack them", DEEPEST);
    annals_status status = unpack(file, is_wanted, read_member, tell_broken, &m, error);
    m.cut |= !m.broken && zip_breaks_off(file->bytes);
    if (status == ANNALS_OK && m.read && m.cut)
        return notice_in_file(chronology, file, 0, 0, error,
                              "it has no end that lists or closes its files, as it was cut or joined of several, and "
                              "files may be missing; get the whole archive");
    if (status != ANNALS_OK || m.read) return status;
    return fail_in_file(file, 0, 0, error, "no file in it could be read; unpack it and look");
}

static bool is_archive(const char *name, annals_text bytes) {
    (void)name;
    static const struct {
        const char *bytes;
        size_t length, at;
    } signatures[] = {{"PK\3\4", 4, 0},
                      {"\x1F\x8B", 2, 0},
                      {"BZh", 3, 0},
                      {"\xFD"
                       "7zXZ\0",
                       6, 0},
                      {"\x28\xB5\x2F\xFD", 4, 0},
                      {"7z\xBC\xAF\x27\x1C", 6, 0},
                      {"ustar", 5, 257}};
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (bytes.length >= signatures[i].at + signatures[i].length &&
            !memcmp(bytes.data + signatures[i].at, signatures[i].bytes, signatures[i].length))
            return true;
    return false;
}

const struct annals_reading archive_reading = {.fits = is_archive, .read = read_archive};
