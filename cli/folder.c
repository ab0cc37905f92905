/* folder.c: the files of folders. */
#include "folder.h"

#include "input.h"
#include "message.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DEEPEST = 64 /* folders in one another */ };

static bool add(struct file_list *files, const char *name) {
    if (files->count == files->room) {
        size_t room = files->room ? 2 * files->room : 64;
        const char **larger = realloc(files->names, room * sizeof *larger);
        if (!larger) return false;
        files->names = larger;
        files->room = room;
    }
    files->names[files->count++] = name;
    return true;
}

/* "letters" and "1962.txt" make "letters/1962.txt". */
static char *make_name(struct file_list *files, const char *folder, const char *name) {
    if (files->made_count == files->made_room) {
        size_t room = files->made_room ? 2 * files->made_room : 64;
        char **larger = realloc(files->made, room * sizeof *larger);
        if (!larger) return NULL;
        files->made = larger;
        files->made_room = room;
    }
    size_t length = strlen(folder), size = length + strlen(name) + 2;
    char *made = malloc(size);
    if (!made) return NULL;
    snprintf(made, size, "%s%s%s", folder, length && folder[length - 1] == '/' ? "" : "/", name);
    return files->made[files->made_count++] = made;
}

static bool is_folder(const char *path, bool through_links) {
    struct stat status;
    return (through_links ? stat : lstat)(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int visible(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

/* Byte by byte: the same order everywhere. */
static int by_name(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* A mailbox has no ending as a rule.  What is packed says nothing of what is in it. */
static bool shows_form(const char *path) {
    char head[4096];
    FILE *file = fopen(path, "rb");
    size_t length = file ? fread(head, 1, sizeof head, file) : 0;
    if (file) fclose(file);
    const annals_reader *reader = annals_reader_of_bytes(head, length);
    return reader && strcmp(reader->name, "archive") != 0;
}

static bool add_folder(struct file_list *files, const char *folder, bool all, int depth);

static bool add_entry(struct file_list *files, const char *folder, const char *name, bool all, int depth) {
    char *path = make_name(files, folder, name);
    if (!path) return false;
    if (is_folder(path, false)) return depth >= DEEPEST || add_folder(files, path, all, depth + 1);
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode)) return true;
    if (all || annals_reader_of_name(path) || (!strchr(name, '.') && shows_form(path))) return add(files, path);
    if (!strchr(name, '.') && !files->unknown++) files->first_unknown = path;
    return true;
}

static bool add_folder(struct file_list *files, const char *folder, bool all, int depth) {
    struct dirent **entries;
    int count = scandir(folder, &entries, visible, by_name);
    if (count < 0) return add(files, folder);
    bool added = true;
    for (int i = 0; i < count; i++) {
        added = added && add_entry(files, folder, entries[i]->d_name, all, depth);
        free(entries[i]);
    }
    free(entries);
    return added;
}

static bool add_operand(struct file_list *files, const char *operand, bool all) {
    size_t before = files->count;
    if (input_is_standard(operand) || !is_folder(operand, true)) return add(files, operand);
    return add_folder(files, operand, all, 0) && (files->count > before || add(files, operand));
}

/* Once for each folder. */
static void tell_unknown(struct file_list *files, const char *folder, bool warns) {
    if (warns)
        message_warning(
            whole_file(folder),
            "%zu %s whose name has no ending and which begins like no form but plain text %s passed by, the "
            "first is %s; name what is a text, or say --from-format",
            files->unknown, files->unknown == 1 ? "file" : "files", files->unknown == 1 ? "was" : "were",
            files->first_unknown);
    files->unknown = 0;
}

bool files_find(const char *const *operands, size_t count, const struct settings *settings, struct file_list *files) {
    *files = (struct file_list){0};
    bool all = settings->reader || settings->from_lines, warns = !settings->quiet;
    for (size_t i = 0; i < count; i++) {
        size_t unknown = files->unknown;
        if (add_operand(files, operands[i], all)) {
            if (files->unknown > unknown) tell_unknown(files, operands[i], warns);
            continue;
        }
        message_error(whole_file(NULL), "out of memory; give fewer files at once");
        return false;
    }
    return true;
}

void files_free(struct file_list *files) {
    for (size_t i = 0; i < files->made_count; i++) free(files->made[i]);
    free(files->made);
    free(files->names);
}
