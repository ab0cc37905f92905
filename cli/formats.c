/* formats.c: annals formats, which lists what is read and what is written. */
#include "commands.h"
#include "message.h"
#include "output.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void __attribute__((format(printf, 2, 3))) put(annals_sink sink, const char *format, ...) {
    char line[512];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    sink.write(sink.context, line, strlen(line));
}

/* ".md .markdown" */
static void put_extensions(annals_sink sink, const char *list) {
    put(sink, " ");
    for (const char *at = list; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        put(sink, " .%.*s", (int)length, at);
        at += length;
    }
    put(sink, "\n");
}

static void put_readers(annals_sink sink) {
    size_t count;
    const annals_reader *readers = annals_readers(&count);
    put(sink, "Read (--from-format):\n");
    for (size_t i = 0; i < count; i++) {
        const annals_reader *r = &readers[i];
        put(sink, "  %-10s %s", r->name, r->description);
        put_extensions(sink, r->extensions);
        put(sink, "  %-10s loses: %s\n", "", r->loses);
        if (r->missing) put(sink, "  %-10s not read by this annals, which was built without %s\n", "", r->missing);
    }
    put(sink, "  %-10s a document a line: {\"id\", \"text\", \"date\"}, for --to jsonl and summary\n", "jsonl");
}

static void put_writers(annals_sink sink) {
    size_t renderer_count, writer_count;
    const annals_renderer *renderers = annals_renderers(&renderer_count);
    const annals_writer *writers = annals_writers(&writer_count);
    put(sink, "\nWritten (--to, and -o by the ending of the name):\n");
    for (size_t i = 0; i < renderer_count; i++) put(sink, "  %-10s %s\n", renderers[i].name, renderers[i].description);
    for (size_t i = 0; i < writer_count; i++) {
        put(sink, "  %-10s %s  .%s\n", writers[i].name, writers[i].description, writers[i].extension);
        put(sink, "  %-10s loses: %s\n", "", writers[i].loses);
    }
}

int run_formats(const struct settings *settings) {
    struct outfile output;
    if (settings->operand_count) return message_usage("annals formats reads no files; leave out what follows it");
    outfile_begin(&output, "-");
    put_readers(outfile_sink(&output));
    put_writers(outfile_sink(&output));
    int code = outfile_finish(&output);
    if (code) message_not_written(outfile_name("-"), code);
    return code ? EXIT_TROUBLE : EXIT_DONE;
}
