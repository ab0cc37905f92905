/* main.c: the annals command. */
#include "commands.h"
#include "message.h"
#include "output.h"

#include <string.h>

static const char version[] = "annals " ANNALS_VERSION "\n"
                              "License MIT: free software; you may change and pass it on; there is no warranty.\n";

static annals_status write_version(const struct settings *settings, annals_sink sink) {
    (void)settings;
    return sink.write(sink.context, version, strlen(version));
}

static annals_status write_schema(const struct settings *settings, annals_sink sink) {
    const char *schema = settings->command == ACTION_EDITS   ? annals_edits_schema()
                         : settings->command == ACTION_DIFF  ? annals_changes_schema()
                         : settings->command == ACTION_CHECK ? annals_findings_schema()
                                                             : annals_json_schema();
    return sink.write(sink.context, schema, strlen(schema));
}

static annals_status write_help(const struct settings *settings, annals_sink sink) {
    return options_help(settings->command, sink);
}

/* Print one of the texts that need no input. */
static int print_text(const struct settings *settings, annals_status (*write)(const struct settings *, annals_sink)) {
    struct outfile output;
    outfile_begin(&output, "-");
    write(settings, outfile_sink(&output));
    int code = outfile_finish(&output);
    if (code) message_not_written(outfile_name("-"), code);
    return code ? EXIT_TROUBLE : EXIT_DONE;
}

static int print_help(const struct settings *settings) {
    return print_text(settings, write_help);
}

static int print_version(const struct settings *settings) {
    return print_text(settings, write_version);
}

static int print_schema(const struct settings *settings) {
    return print_text(settings, write_schema);
}

static int (*const commands[])(const struct settings *) = {
    [ACTION_CHRONICLE] = run_chronicle, [ACTION_EXPLAIN] = run_explain,   [ACTION_EDTF] = run_edtf,
    [ACTION_DIFF] = run_diff,           [ACTION_CHECK] = run_check,       [ACTION_EDITS] = run_edits,
    [ACTION_HELP] = print_help,         [ACTION_VERSION] = print_version, [ACTION_SCHEMA] = print_schema,
    [ACTION_FORMATS] = run_formats,     [ACTION_MERGE] = run_chronicle,
};

int main(int argc, char **argv) {
    struct settings settings;
    int status = EXIT_USAGE;
    if (options_read(argc, argv, &settings)) status = commands[settings.action](&settings);
    options_free(&settings);
    return status;
}
