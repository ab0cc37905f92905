/* product.c: everything the program can write, whichever library makes it. */
#include "product.h"

#include "message.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* A stage that belongs to the drawing, not to the engine. */
static const char layout_stage[] = "layout";

enum { MOST_NAMES = 64 };

/* What was found, counted: no chronology holds it. */
static const char summary_format[] = "summary";

struct format {
    const char *name, *extension;
    struct product product;
};

/* An extension without the dot that a table may or may not write. */
static const char *bare(const char *extension) {
    return extension && *extension == '.' ? extension + 1 : extension;
}

/* Row `index` of the renderers and the writers, taken as one table. */
static bool format_at(size_t index, struct format *format) {
    size_t renderer_count, writer_count;
    const annals_renderer *renderers = annals_renderers(&renderer_count);
    const annals_writer *writers = annals_writers(&writer_count);
    if (index < renderer_count) {
        const annals_renderer *row = &renderers[index];
        *format = (struct format){row->name, bare(row->extension), {.renderer = row}};
        return true;
    }
    index -= renderer_count;
    if (index > writer_count) return false;
    if (index == writer_count) {
        *format = (struct format){summary_format, NULL, {.counts = true}};
        return true;
    }
    *format = (struct format){writers[index].name, bare(writers[index].extension), {.writer = &writers[index]}};
    return true;
}

bool product_of_format(const char *name, struct product *product) {
    struct format format;
    for (size_t i = 0; format_at(i, &format); i++) {
        if (strcmp(format.name, name) != 0) continue;
        *product = format.product;
        return true;
    }
    return false;
}

/* Does the name end so, behind a dot? */
static bool has_extension(const char *name, const char *extension) {
    size_t length = strlen(name), end = extension ? strlen(extension) : 0;
    return end && length > end && name[length - end - 1] == '.' && strcasecmp(name + length - end, extension) == 0;
}

/* The longest ending tells: "x.timeline.json" is no plain JSON. */
bool product_of_path(const char *path, struct product *product) {
    const char *slash = strrchr(path, '/');
    struct format format;
    size_t longest = 0;
    for (size_t i = 0; format_at(i, &format); i++) {
        if (!has_extension(slash ? slash + 1 : path, format.extension) || strlen(format.extension) <= longest) continue;
        *product = format.product;
        longest = strlen(format.extension);
    }
    return longest > 0;
}

static size_t stage_names(const char **names) {
    size_t count = 0;
    for (const char *const *stage = annals_dump_stages(); *stage && count < MOST_NAMES - 2; stage++)
        names[count++] = *stage;
    names[count++] = layout_stage;
    names[count] = NULL;
    return count;
}

bool product_of_stage(const char *stage, struct product *product) {
    const char *names[MOST_NAMES];
    size_t count = stage_names(names);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], stage) != 0) continue;
        *product = (struct product){.stage = names[i]};
        return true;
    }
    return false;
}

void product_list_stages(char *buffer, size_t size) {
    const char *names[MOST_NAMES];
    stage_names(names);
    message_list(buffer, size, names);
}

void product_list_formats(char *buffer, size_t size) {
    const char *names[MOST_NAMES];
    size_t count = 0;
    struct format format;
    while (count < MOST_NAMES - 1 && format_at(count, &format)) names[count++] = format.name;
    names[count] = NULL;
    message_list(buffer, size, names);
}

void product_list_extensions(char *buffer, size_t size) {
    enum { EXTENSION_SIZE = 16 };
    char extensions[MOST_NAMES][EXTENSION_SIZE];
    const char *names[MOST_NAMES];
    size_t count = 0;
    struct format format;
    for (size_t i = 0; count < MOST_NAMES - 1 && format_at(i, &format); i++) {
        if (!format.extension) continue;
        snprintf(extensions[count], EXTENSION_SIZE, ".%s", format.extension);
        names[count] = extensions[count];
        count++;
    }
    names[count] = NULL;
    message_list(buffer, size, names);
}

bool product_by_document(const struct product *product) {
    return product->counts || (product->writer && product->writer->by_document);
}

annals_status product_make(const struct product *product, const annals_chronology *chronology,
                           const annals_write_options *write, const annals_render_options *render, annals_sink sink,
                           annals_error *error) {
    if (product->writer) return product->writer->write(chronology, write, sink, error);
    if (product->renderer) return product->renderer->render(chronology, render, sink, error);
    if (product->stage == layout_stage) return annals_render_layout(chronology, render, sink, error);
    return annals_dump(chronology, product->stage, sink, error);
}
