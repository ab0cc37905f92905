/* link.c: the way from one file to another. */
#include "link.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is farther off is not likely to travel with the drawing, and its path is nobody else's business. */
enum { MOST_UP = 2 };

void link_start(struct link *link, const char *path) {
    char folder[PATH_MAX];
    const char *slash = strrchr(path, '/');
    size_t length = slash ? (size_t)(slash - path) + 1 : 0;
    *link->folder = '\0';
    if (length >= sizeof folder) return;
    snprintf(folder, sizeof folder, "%.*s.", (int)length, path);
    if (!realpath(folder, link->folder)) *link->folder = '\0';
    length = strlen(link->folder);
    if (length > 1 && length + 1 < sizeof link->folder) memcpy(link->folder + length, "/", 2);
}

/* How many bytes of whole folders the two have in common. */
static size_t common_folders(const char *a, const char *b) {
    size_t common = 0;
    for (size_t i = 0; a[i] && a[i] == b[i]; i++)
        if (a[i] == '/') common = i + 1;
    return common;
}

const char *link_to(struct link *link, const char *name, size_t length) {
    char path[PATH_MAX], real[PATH_MAX];
    if (!*link->folder || !length || length >= sizeof path) return NULL;
    memcpy(path, name, length);
    path[length] = '\0';
    if (!realpath(path, real)) return NULL;
    size_t common = common_folders(link->folder, real), used = 0, up = 0;
    for (const char *c = link->folder + common; *c; c++) up += *c == '/';
    if (common <= 1 || up > MOST_UP) return NULL;
    for (; up; up--) used += (size_t)snprintf(link->address + used, 4, "../");
    snprintf(link->address + used, sizeof link->address - used, "%s", real + common);
    return link->address;
}
