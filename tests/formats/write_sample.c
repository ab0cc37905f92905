/* Writes the sample: formats-write-sample FORMAT [WIDTH|colour|floating|zone=NAME]...; "schema" prints the JSON Schema.
 * What was left out goes to the standard error. */
#include "sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static annals_status write_to_stdout(void *context, const char *data, size_t length) {
    return fwrite(data, 1, length, context) == length ? ANNALS_OK : ANNALS_OUTPUT;
}

static void say_left_out(void *context, const char *message) {
    fprintf(context, "%s\n", message);
}

static int write_in(const annals_writer *writer, const annals_write_options *options) {
    annals_chronology *c = sample_chronology();
    if (!c) return EXIT_FAILURE;
    annals_error error = {0};
    annals_status status = writer->write(c, options, (annals_sink){write_to_stdout, stdout}, &error);
    if (status != ANNALS_OK) fprintf(stderr, "%s\n", error.message);
    annals_free(c);
    return status == ANNALS_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argc, char **argv) {
    if (argc > 1 && !strcmp(argv[1], "schema")) return fputs(annals_json_schema(), stdout) < 0;
    const annals_writer *writer = argc > 1 ? annals_find_writer(argv[1]) : NULL;
    if (!writer) return EXIT_FAILURE;
    annals_write_options options = {.stamp = 1000000000, .left_out = say_left_out, .context = stderr};
    for (int i = 2; i < argc; i++) {
        if (!strcmp(argv[i], "colour")) options.colour = true;
        else if (!strcmp(argv[i], "floating")) options.floating = true;
        else if (!strncmp(argv[i], "zone=", 5)) options.zone = annals_text_of(argv[i] + 5);
        else options.columns = strtoul(argv[i], NULL, 10);
    }
    return write_in(writer, &options);
}
