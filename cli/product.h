/* product.h: everything the program can write, whichever library makes it. */
#ifndef CLI_PRODUCT_H
#define CLI_PRODUCT_H

#include "annals-formats.h"
#include "annals-render.h"

/* One of them is set. */
struct product {
    const annals_writer *writer;
    const annals_renderer *renderer;
    const char *stage; /* of --dump */
    bool counts;       /* the summary */
};

/* Find the product of a format's name, "json"; of a file's extension; or of a stage of --dump.  False: there is none.
 */
bool product_of_format(const char *name, struct product *product);
bool product_of_path(const char *path, struct product *product);
bool product_of_stage(const char *stage, struct product *product);

/* Whether it is made of each document by itself, not of one chronology of all. */
bool product_by_document(const struct product *product);

/* Append the names, or the extensions with their dots, as "a, b or c". */
void product_list_formats(char *buffer, size_t size);
void product_list_extensions(char *buffer, size_t size);
void product_list_stages(char *buffer, size_t size);

annals_status product_make(const struct product *product, const annals_chronology *chronology,
                           const annals_write_options *write, const annals_render_options *render, annals_sink sink,
                           annals_error *error);

#endif
