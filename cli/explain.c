/* explain.c: annals explain, which tells what the dates of a text mean and why. */
#include "commands.h"
#include "input.h"
#include "message.h"
#include "output.h"
#include "reading.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Put the words together with blanks between them, as a shell took them apart. */
static int join(const struct settings *settings, struct input *text) {
    size_t size = 1;
    for (size_t i = 0; i < settings->operand_count; i++) size += strlen(settings->operands[i]) + 1;
    text->bytes = malloc(size);
    if (!text->bytes) return EXIT_TROUBLE;
    char *end = text->bytes;
    for (size_t i = 0; i < settings->operand_count; i++) {
        size_t length = strlen(settings->operands[i]);
        if (i) *end++ = ' ';
        memcpy(end, settings->operands[i], length);
        end += length;
    }
    text->length = (size_t)(end - text->bytes);
    return EXIT_DONE;
}

static int read_words(const struct settings *settings, struct input *text, const char **name) {
    bool one = settings->operand_count == 1 && input_is_standard(settings->operands[0]);
    if (settings->operand_count && !one) {
        if (join(settings, text) == EXIT_DONE) return EXIT_DONE;
        message_error(whole_file(NULL), "out of memory; give less text at once");
        return EXIT_TROUBLE;
    }
    if (!one && isatty(STDIN_FILENO))
        return message_usage("no text is given to explain; write it after 'explain', or - for standard input");
    *name = input_name("-");
    int code = input_read("-", text);
    if (code) message_not_read(*name, code);
    return code ? EXIT_TROUBLE : EXIT_DONE;
}

static int print_reasons(const annals_chronology *chronology) {
    struct outfile output;
    annals_error error = {0};
    outfile_begin(&output, "-");
    annals_status status = annals_explain(chronology, outfile_sink(&output), &error);
    int code = outfile_finish(&output);
    if (code) message_not_written(outfile_name("-"), code);
    else if (status != ANNALS_OK) message_library_error(NULL, &error);
    return code || status != ANNALS_OK ? EXIT_TROUBLE : EXIT_DONE;
}

static int explain_text(const struct settings *settings, annals_chronology *chronology, const struct input *text,
                        const char *name) {
    annals_error error = {0};
    annals_status status = annals_read(chronology, name, text->bytes, text->length, &error);
    if (status == ANNALS_OK) status = annals_finish(chronology, &error);
    if (status != ANNALS_OK) {
        message_library_error(name, &error);
        return EXIT_TROUBLE;
    }
    if (!settings->quiet) print_notices(chronology, NULL);
    return print_reasons(chronology);
}

int run_explain(const struct settings *settings) {
    int status = EXIT_DONE;
    annals_chronology *chronology = begin_chronology(settings, &status);
    struct input text = {0};
    const char *name = "text";
    if (chronology) status = read_words(settings, &text, &name);
    if (chronology && status == EXIT_DONE) status = explain_text(settings, chronology, &text, name);
    input_free(&text);
    annals_free(chronology);
    return status;
}
