/* plan.c: what is written where, settled before any work is done. */
#include "plan.h"

#include "message.h"
#include "output.h"

#include <stdlib.h>
#include <string.h>

static const char readable_format[] = "txt";

static int complain_of_ending(const char *path) {
    char list[512] = "";
    product_list_extensions(list, sizeof list);
    return message_usage("%s: the ending tells no format; end the name in %s, or add --to FORMAT", path, list);
}

/* The format of standard output is that of --to, else the readable one.  A file whose name does not tell its format
 * (such as /dev/stdout) takes that of --to. */
static int product_for(const struct settings *settings, const char *path, struct product *product) {
    bool standard = outfile_is_standard(path);
    if (!standard && product_of_path(path, product)) return EXIT_DONE;
    if (!standard && !settings->format) return complain_of_ending(path);
    product_of_format(settings->format ? settings->format : readable_format, product);
    return EXIT_DONE;
}

static int check_not_read(const struct settings *settings, const char *path) {
    const char *const others[] = {settings->edits, settings->periods.path};
    bool read = false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) read |= others[i] && outfile_same_file(others[i], path);
    for (size_t i = 0; i < settings->operand_count && !outfile_is_standard(path); i++)
        read |= outfile_same_file(settings->operands[i], path);
    if (!read) return EXIT_DONE;
    return message_usage("%s: this file is read, and would be overwritten; write to another", path);
}

static int check_name(const struct settings *settings, const struct plan *plan, const char *path) {
    for (size_t i = 0; i < plan->count; i++)
        if (outfile_same_file(plan->targets[i].path, path))
            return message_usage("%s: this file is to be written twice; name it once", outfile_name(path));
    if (settings->report && outfile_same_file(settings->report, path))
        return message_usage("%s: this file is to be written twice; name it once", path);
    return check_not_read(settings, path);
}

/* The calendar before may be written anew, but not with what was left out. */
static int check_report(const struct settings *settings) {
    if (!settings->report) return EXIT_DONE;
    if (settings->previous && outfile_same_file(settings->previous, settings->report))
        return message_usage("%s: this file is read, and would be overwritten; write to another", settings->report);
    return check_not_read(settings, settings->report);
}

static int add_outputs(const struct settings *settings, struct plan *plan) {
    for (size_t i = 0; i < settings->output_count; i++) {
        struct target target = {.path = settings->outputs[i]};
        int status = product_for(settings, target.path, &target.product);
        if (status == EXIT_DONE) status = check_name(settings, plan, target.path);
        if (status != EXIT_DONE) return status;
        plan->targets[plan->count++] = target;
    }
    return EXIT_DONE;
}

static bool writes_standard(const struct plan *plan) {
    for (size_t i = 0; i < plan->count; i++)
        if (outfile_is_standard(plan->targets[i].path)) return true;
    return false;
}

/* Whether a file named by -o is written in the format of --to: then it is not printed besides. */
static bool writes_format(const struct plan *plan, const char *format) {
    struct product wanted;
    product_of_format(format, &wanted);
    for (size_t i = 0; i < plan->count; i++) {
        const struct product *product = &plan->targets[i].product;
        if (product->writer == wanted.writer && product->renderer == wanted.renderer) return true;
    }
    return false;
}

/* What goes to standard output without being named by -o. */
static int add_standard(const struct settings *settings, struct plan *plan) {
    struct target target = {.path = "-"};
    bool prints_format = settings->format && !writes_format(plan, settings->format);
    if (settings->stage && (prints_format || writes_standard(plan)))
        return message_usage("--dump and the chronology would both go to standard output; leave out one");
    if (settings->stage) product_of_stage(settings->stage, &target.product);
    else if (prints_format) product_of_format(settings->format, &target.product);
    else if (plan->count == 0) product_of_format(readable_format, &target.product);
    else return EXIT_DONE;
    if (check_name(settings, plan, target.path) != EXIT_DONE) return EXIT_USAGE;
    plan->targets[plan->count++] = target;
    return EXIT_DONE;
}

int plan_make(const struct settings *settings, struct plan *plan) {
    *plan = (struct plan){.targets = calloc(settings->output_count + 1, sizeof *plan->targets)};
    if (!plan->targets) {
        message_error(whole_file(NULL), "out of memory; write fewer files at once");
        return EXIT_TROUBLE;
    }
    int status = add_outputs(settings, plan);
    if (status == EXIT_DONE) status = add_standard(settings, plan);
    return status == EXIT_DONE ? check_report(settings) : status;
}

void plan_free(struct plan *plan) {
    free(plan->targets);
}
