/* folder.h: folders among the files that are named. */
#ifndef CLI_FOLDER_H
#define CLI_FOLDER_H

#include "options.h"

/* The files to read: those that were named, and in the place of a folder the files in it and below whose names tell a
 * form that is read, or, where they have no ending, what they begin with, in the order of their names.  Hidden ones,
 * and links to folders, are passed by. */
struct file_list {
    const char **names; /* the list and the names made for it are owned: files_free */
    size_t count, room;
    char **made;
    size_t made_count, made_room;
    size_t unknown;            /* files without an ending that were passed by, */
    const char *first_unknown; /* and the first of them */
};

/* False after a message.  A folder without any such file stays in the list, so that it is told like what cannot be
 * read. */
bool files_find(const char *const *operands, size_t count, const struct settings *settings, struct file_list *files);
void files_free(struct file_list *files);

#endif
