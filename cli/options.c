/* options.c: the table of options, and what reads the command line by it. */
#include "options.h"

#include "command_line.h"
#include "message.h"
#include "output.h"
#include "product.h"

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------ values of options */

/* Where `value` stands in a list of names; -1 after a message when it does not. */
static int choose(const char *option, const char *value, const char *const *names) {
    for (int i = 0; names[i]; i++)
        if (strcmp(names[i], value) == 0) return i;
    char list[512] = "";
    message_list(list, sizeof list, names);
    message_usage("--%s: '%s' is not known; choose %s", option, value, list);
    return -1;
}

static bool set_output(struct settings *settings, const char *value) {
    settings->outputs[settings->output_count++] = value;
    if (*value) return true;
    message_usage("--output: the name is empty; name a file, or - for standard output");
    return false;
}

static bool set_format(struct settings *settings, const char *value) {
    struct product product;
    settings->format = value;
    if (product_of_format(value, &product)) return true;
    char list[512] = "";
    product_list_formats(list, sizeof list);
    message_usage("--to: '%s' is not a format; choose %s", value, list);
    return false;
}

static bool set_stage(struct settings *settings, const char *value) {
    struct product product;
    settings->stage = value;
    if (product_of_stage(value, &product)) return true;
    char list[512] = "";
    product_list_stages(list, sizeof list);
    message_usage("--dump: '%s' is not a stage; choose %s", value, list);
    return false;
}

static bool set_date(struct settings *settings, const char *value) {
    settings->engine.date = annals_text_of(value);
    if (*value) return true;
    message_usage("--date: the day is empty; give a day such as 1962-10-27");
    return false;
}

/* "jsonl", a document a line, is no reader: it feeds them. */
static const char lines_format[] = "jsonl";

static void list_readers(char *buffer, size_t size) {
    enum { MOST = 64 };
    const char *names[MOST] = {0};
    size_t count;
    const annals_reader *readers = annals_readers(&count);
    for (size_t i = 0; i < count && i < MOST - 2; i++) names[i] = readers[i].name;
    names[count < MOST - 2 ? count : MOST - 2] = lines_format;
    message_list(buffer, size, names);
}

static bool set_from_format(struct settings *settings, const char *value) {
    settings->from_lines = strcmp(value, lines_format) == 0;
    settings->reader = annals_find_reader(value);
    if (settings->from_lines || settings->reader) return true;
    char list[512] = "";
    list_readers(list, sizeof list);
    message_usage("--from-format: '%s' is not known; choose %s", value, list);
    return false;
}

static bool set_jobs(struct settings *settings, const char *value) {
    enum { MOST_JOBS = 1024 };
    size_t digits = strspn(value, "0123456789");
    if (digits && digits < 5 && !value[digits]) settings->jobs = strtoul(value, NULL, 10);
    if (settings->jobs && settings->jobs <= MOST_JOBS) return true;
    message_usage("--jobs: '%s' is no number of threads; give 1 to %d", value, MOST_JOBS);
    return false;
}

static const char *const modes[] = {
    [ANNALS_MODE_AUTO] = "auto", [ANNALS_MODE_DOCUMENT] = "document", [ANNALS_MODE_NARRATIVE] = "narrative", NULL};

static bool set_mode(struct settings *settings, const char *value) {
    int mode = choose("mode", value, modes);
    if (mode >= 0) settings->engine.mode = (annals_mode)mode;
    return mode >= 0;
}

static const char *const orders[] = {
    [ANNALS_ORDER_AUTO] = "auto", [ANNALS_ORDER_DMY] = "dmy", [ANNALS_ORDER_MDY] = "mdy", NULL};

static bool set_order(struct settings *settings, const char *value) {
    int order = choose("order", value, orders);
    if (order >= 0) settings->engine.order = (annals_order)order;
    return order >= 0;
}

/* The months of annals_options.fiscal_start, by their numbers. */
static const char *const fiscal_starts[] = {"us",   "january", "february",  "march",   "april",    "may",      "june",
                                            "july", "august",  "september", "october", "november", "december", NULL};

static bool set_fiscal_year(struct settings *settings, const char *value) {
    int month = choose("fiscal-year", value, fiscal_starts);
    if (month >= 0) settings->engine.fiscal_start = month;
    return month >= 0;
}

static bool set_periods(struct settings *settings, const char *value) {
    periods_free(&settings->periods);
    if (!periods_read(value, &settings->periods)) return false;
    settings->engine.periods = settings->periods.list;
    settings->engine.period_count = settings->periods.count;
    return true;
}

static bool set_language(struct settings *settings, const char *value) {
    settings->engine.language = annals_text_of(value);
    return choose("lang", value, annals_languages()) >= 0;
}

static bool set_title(struct settings *settings, const char *value) {
    settings->engine.title = *value ? annals_text_of(value) : (annals_text){0};
    return true;
}

static const struct unit {
    const char *name;
    double mm;
} units[] = {{"", 1}, {"mm", 1}, {"cm", 10}, {"in", 25.4}, {"pt", 25.4 / 72}};

/* Digits with at most one point, a blank perhaps, and a unit.  strtod would take "0x10", "inf" and "nan" too. */
static bool read_length(const char *text, double *mm) {
    size_t digits = strspn(text, "0123456789");
    size_t length = digits;
    if (text[length] == '.') length += 1 + strspn(text + length + 1, "0123456789");
    if (!digits || length > 16) return false;
    const char *unit = text + length + strspn(text + length, " ");
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strcmp(units[i].name, unit) != 0) continue;
        *mm = strtod(text, NULL) * units[i].mm;
        return true;
    }
    return false;
}

/* A length between two others, as annals-render.h takes it. */
static bool set_length(const char *option, const char *value, double least, double most, const char *unit,
                       double *length) {
    if (!read_length(value, length)) {
        message_usage("--%s: '%s' is not a length; give one such as 174mm, 18cm, 7in or 500pt", option, value);
        return false;
    }
    if (*length >= least && *length <= most) return true;
    message_usage("--%s: %s is too %s; give %g to %g %s", option, value, *length < least ? "little" : "much", least,
                  most, unit);
    return false;
}

static bool set_width(struct settings *settings, const char *value) {
    return set_length("width", value, 60, 2000, "mm", &settings->render.width_mm);
}

static bool set_height(struct settings *settings, const char *value) {
    return set_length("height", value, 40, 2000, "mm", &settings->render.height_mm);
}

static bool set_margin(struct settings *settings, const char *value) {
    return set_length("margin", value, 10, 100, "mm", &settings->render.margin_mm);
}

/* Points, with or without their name. */
static bool set_font_size(struct settings *settings, const char *value) {
    static const double point = 25.4 / 72;
    size_t digits = strspn(value, "0123456789.");
    double *size = &settings->render.font_size;
    if (!read_length(value, size)) return set_length("font-size", value, 0, 0, "", size);
    if (value[digits]) *size /= point;
    if (*size >= 9.5 && *size <= 72) return true;
    message_usage("--font-size: %s is too %s; give 9.5 to 72 points", value, *size < 9.5 ? "small" : "large");
    return false;
}

static bool set_font(struct settings *settings, const char *value) {
    settings->render.font = value;
    if (*value) return true;
    message_usage("--font: the name is empty; give that of an installed font");
    return false;
}

static bool set_dates(struct settings *settings, const char *value) {
    settings->render.dates = value;
    return choose("date-style", value, annals_render_dates()) >= 0;
}

/* The languages, and the one that all documents are in. */
static bool set_words(struct settings *settings, const char *value) {
    settings->render.words = value;
    return strcmp(value, "auto") == 0 || choose("date-lang", value, annals_languages()) >= 0;
}

static bool set_layout(struct settings *settings, const char *value) {
    settings->render.layout = value;
    return choose("layout", value, annals_render_layouts()) >= 0;
}

static bool set_scale(struct settings *settings, const char *value) {
    settings->render.scale = value;
    return choose("scale", value, annals_render_scales()) >= 0;
}

static bool set_paper(struct settings *settings, const char *value) {
    double width, height;
    settings->render.paper = value;
    return annals_render_paper_size(value, &width, &height) || choose("paper", value, annals_render_papers()) >= 0;
}

static bool set_dpi(struct settings *settings, const char *value) {
    size_t digits = strspn(value, "0123456789");
    if (digits && digits < 5 && !value[digits]) settings->render.dpi = (double)strtoul(value, NULL, 10);
    if (settings->render.dpi >= 20 && settings->render.dpi <= 2400) return true;
    message_usage("--dpi: '%s' is no resolution of a PNG; give 20 to 2400", value);
    return false;
}

static bool set_svg_text(struct settings *settings, const char *value) {
    static const char *const names[] = {"live", "outline", NULL};
    int text = choose("svg-text", value, names);
    settings->render.outlines = text == 1;
    return text >= 0;
}

static bool set_colours(struct settings *settings, const char *value) {
    settings->render.colours = value;
    return choose("colour-by", value, annals_render_colours()) >= 0;
}

static bool set_theme(struct settings *settings, const char *value) {
    settings->render.theme = value;
    return choose("theme", value, annals_render_themes()) >= 0;
}

static bool set_from(struct settings *settings, const char *value) {
    settings->filter.from = annals_text_of(value);
    return true;
}

static bool set_until(struct settings *settings, const char *value) {
    settings->filter.until = annals_text_of(value);
    return true;
}

static const char *const kinds[] = {[ANNALS_OCCURRENCE] = "occurrence",
                                    [ANNALS_DOCUMENT] = "document",
                                    [ANNALS_PLAN] = "plan",
                                    [ANNALS_CITATION] = "citation",
                                    NULL};

/* Whoever asks for citations wants to see them. */
static bool set_kind(struct settings *settings, const char *value) {
    int kind = choose("kind", value, kinds);
    if (kind < 0) return false;
    settings->filter.kinds |= 1u << kind;
    settings->render.citations |= kind == ANNALS_CITATION;
    return true;
}

/* A list of the filter with one more; each has room for all that the command line can give. */
static bool add_words(const char *option, const annals_text *list, size_t *count, const char *value) {
    ((annals_text *)list)[(*count)++] = annals_text_of(value);
    if (*value) return true;
    message_usage("--%s: nothing is given to look for; give a word", option);
    return false;
}

static bool set_match(struct settings *settings, const char *value) {
    return add_words("match", settings->filter.matches, &settings->filter.match_count, value);
}

static bool set_tag(struct settings *settings, const char *value) {
    return add_words("tag", settings->filter.tags, &settings->filter.tag_count, value);
}

static bool set_source(struct settings *settings, const char *value) {
    return add_words("source", settings->filter.sources, &settings->filter.source_count, value);
}

static bool set_edits(struct settings *settings, const char *value) {
    settings->edits = value;
    return true;
}

static bool set_report(struct settings *settings, const char *value) {
    settings->report = value;
    if (*value && !outfile_is_standard(value)) return true;
    message_usage("--report: '%s' is no file; name one", value);
    return false;
}

static bool set_zone(struct settings *settings, const char *value) {
    settings->zone = annals_text_of(value);
    if (annals_zone_exists(settings->zone)) return true;
    message_usage("--zone: there is no time zone '%s'; give one such as America/Havana or UTC-05:00", value);
    return false;
}

static bool set_previous(struct settings *settings, const char *value) {
    settings->previous = value;
    return true;
}

static bool set_floating(struct settings *settings, const char *value) {
    (void)value;
    return settings->floating = true;
}

static const char *const groupings[] = {"day", "month", "year", "source", "tag", "none", NULL};

/* "none" puts nothing together, nor by category in lanes. */
static bool set_group(struct settings *settings, const char *value) {
    int grouping = choose("group", value, groupings);
    settings->render.one_lane = grouping >= 0 && !strcmp(value, "none");
    if (grouping >= 0)
        settings->grouping = settings->render.one_lane ? ANNALS_UNGROUPED : (annals_grouping)(ANNALS_BY_DAY + grouping);
    return grouping >= 0;
}

static bool set_citations(struct settings *settings, const char *value) {
    (void)value;
    settings->render.citations = true;
    return true;
}

static bool set_colour(struct settings *settings, const char *value) {
    static const char *const names[] = {
        [COLOUR_AUTO] = "auto", [COLOUR_ALWAYS] = "always", [COLOUR_NEVER] = "never", NULL};
    int colour = choose("color", value, names);
    if (colour >= 0) settings->colour = (enum colour)colour;
    return colour >= 0;
}

static bool set_quiet(struct settings *settings, const char *value) {
    (void)value;
    return settings->quiet = true;
}

/* ------------------------------------------------------------------ the table */

static void list_modes(char *buffer, size_t size) {
    message_list(buffer, size, modes);
}

static void list_languages(char *buffer, size_t size) {
    message_list(buffer, size, annals_languages());
}

static void list_kinds(char *buffer, size_t size) {
    message_list(buffer, size, kinds);
}

static void list_groupings(char *buffer, size_t size) {
    message_list(buffer, size, groupings);
}

static void list_orders(char *buffer, size_t size) {
    message_list(buffer, size, orders);
}

static void list_layouts(char *buffer, size_t size) {
    message_list(buffer, size, annals_render_layouts());
}

static void list_scales(char *buffer, size_t size) {
    message_list(buffer, size, annals_render_scales());
}

static void list_themes(char *buffer, size_t size) {
    message_list(buffer, size, annals_render_themes());
}

/* Commands that an option is of use to: those that read documents, that ask for events, and that report. */
enum {
    EXPLAIN = 1 << ACTION_EXPLAIN,
    REPORT = 1 << ACTION_DIFF | 1 << ACTION_CHECK,
    EDITS = 1 << ACTION_EDITS,
    READ = EXPLAIN | REPORT | EDITS
};

static const struct option_row rows[] = {
    {.name = "output",
     .letter = 'o',
     .argument = "FILE",
     .help = "write FILE, as its ending says: see annals formats",
     .set = set_output},
    {.name = "to",
     .also = REPORT,
     .argument = "FORMAT",
     .help = "print json, csv or another format, or the summary",
     .set = set_format},
    {.name = "from-format",
     .reads = true,
     .argument = "FORM",
     .help = "what the files are, whatever they look like",
     .set = set_from_format},
    {.name = "jobs",
     .reads = true,
     .letter = 'j',
     .argument = "N",
     .help = "work on N documents at once (jsonl and summary)",
     .set = set_jobs},
    {.name = "date",
     .reads = true,
     .argument = "DAY",
     .help = "the day of documents that do not give their own",
     .also = READ,
     .set = set_date},
    {.name = "mode",
     .reads = true,
     .argument = "MODE",
     .help = "of dates without a year: ",
     .choices = list_modes,
     .also = READ,
     .set = set_mode},
    {.name = "order",
     .reads = true,
     .argument = "ORDER",
     .help = "of day and month in 5/3/1962: ",
     .choices = list_orders,
     .also = READ,
     .set = set_order},
    {.name = "lang",
     .reads = true,
     .argument = "CODE",
     .help = "of the documents: ",
     .choices = list_languages,
     .also = READ,
     .set = set_language},
    {.name = "periods",
     .reads = true,
     .argument = "FILE",
     .help = "names of your own for times: name, tab, EDTF a line",
     .also = READ,
     .set = set_periods},
    {.name = "fiscal-year",
     .reads = true,
     .argument = "MONTH",
     .help = "that begins fiscal years, or us, as is the default",
     .also = READ,
     .set = set_fiscal_year},
    {.name = "from",
     .also = REPORT,
     .argument = "DAY",
     .shown = "    --from, --until DAY",
     .help = "only what happened between them",
     .set = set_from},
    {.name = "until", .also = REPORT, .argument = "DAY", .set = set_until},
    {.name = "kind", .also = REPORT, .argument = "KIND", .help = "only ", .choices = list_kinds, .set = set_kind},
    {.name = "match",
     .also = REPORT,
     .argument = "WORDS",
     .help = "only events that tell of all of WORDS",
     .set = set_match},
    {.name = "tag",
     .also = REPORT,
     .argument = "NAME",
     .shown = "    --tag, --source",
     .help = "only those of a person or place; of a source",
     .set = set_tag},
    {.name = "source", .also = REPORT, .argument = "NAME", .set = set_source},
    {.name = "edits",
     .argument = "FILE",
     .also = REPORT,
     .help = "with changes made by hand: see annals edits",
     .set = set_edits},
    {.name = "group", .argument = "BY", .help = "put together by ", .choices = list_groupings, .set = set_group},
    {.name = "zone",
     .argument = "NAME",
     .shown = "    --zone, --floating",
     .help = "of clock times in calendars: America/Havana, or none",
     .set = set_zone},
    {.name = "floating", .set = set_floating},
    {.name = "previous",
     .argument = "FILE",
     .help = "the calendar before this: what changed counts up",
     .set = set_previous},
    {.name = "report", .argument = "FILE", .help = "list in FILE what a format cannot hold", .set = set_report},
    {.name = "title", .argument = "TEXT", .help = "the chronology's title", .set = set_title},
    {.name = "width",
     .argument = "LENGTH",
     .shown = "    --width, --height",
     .help = "of a timeline: 174mm, 18cm, 7in, 500pt",
     .set = set_width},
    {.name = "height", .argument = "LENGTH", .set = set_height},
    {.name = "layout", .argument = "NAME", .help = "of a timeline: ", .choices = list_layouts, .set = set_layout},
    {.name = "scale",
     .argument = "NAME",
     .help = "of time where bursts are: ",
     .choices = list_scales,
     .set = set_scale},
    {.name = "paper", .argument = "SIZE", .help = "of a PDF: a4, a0 to a5, letter or 300x400 (mm)", .set = set_paper},
    {.name = "margin",
     .argument = "LENGTH",
     .shown = "    --margin, --font, --font-size, --date-style, --date-lang, --colour-by",
     .help = "",
     .set = set_margin},
    {.name = "font", .argument = "NAME", .set = set_font},
    {.name = "font-size", .argument = "POINTS", .set = set_font_size},
    {.name = "date-style", .argument = "STYLE", .set = set_dates},
    {.name = "date-lang", .argument = "CODE", .set = set_words},
    {.name = "colour-by", .argument = "WHAT", .set = set_colours},
    {.name = "svg-text",
     .argument = "HOW",
     .shown = "    --svg-text, --dpi",
     .help = "live or outline; dots an inch of a PNG",
     .set = set_svg_text},
    {.name = "dpi", .argument = "NUMBER", .set = set_dpi},
    {.name = "theme", .argument = "NAME", .help = "", .choices = list_themes, .set = set_theme},
    {.name = "citations", .help = "keep archive notes and publication dates too", .set = set_citations},
    {.name = "color", .argument = "WHEN", .help = "auto, always or never", .set = set_colour},
    {.name = "dump", .argument = "STAGE", .help = "print a stage of the work, such as events", .set = set_stage},
    {.name = "quiet", .letter = 'q', .help = "no warnings, no progress", .also = READ, .set = set_quiet},
    {.name = "schema", .also = EDITS | REPORT, .action = ACTION_SCHEMA},
    {.name = "help",
     .shown = "    --help, --version",
     .help = "print help, also of a command; --schema: of JSON",
     .also = READ,
     .action = ACTION_HELP},
    {.name = "version", .also = READ, .action = ACTION_VERSION},
};
enum { ROWS = sizeof rows / sizeof *rows, ROW_CODE = 256 };

/* ------------------------------------------------------------------ reading the command line */

/* What getopt_long wants, made from the rows.  A leading '-' hands over operands in their places, so that what stands
 * after "--" is known; ':' leaves the messages to us. */
struct spelling {
    char letters[3 + 2 * ROWS];
    struct option names[ROWS + 1];
};

static void spell(struct spelling *spelling) {
    char *letter = spelling->letters;
    *letter++ = '-';
    *letter++ = ':';
    for (int i = 0; i < ROWS; i++) {
        int has_argument = rows[i].argument ? required_argument : no_argument;
        spelling->names[i] = (struct option){rows[i].name, has_argument, NULL, ROW_CODE + i};
        if (rows[i].letter) *letter++ = rows[i].letter;
        if (rows[i].letter && rows[i].argument) *letter++ = ':';
    }
    *letter = '\0';
    spelling->names[ROWS] = (struct option){0};
}

/* The row of a code that getopt_long gave; -1: there is none. */
static int row_of(int code) {
    if (code >= ROW_CODE && code < ROW_CODE + ROWS) return code - ROW_CODE;
    for (int i = 0; i < ROWS; i++)
        if (rows[i].letter && rows[i].letter == code) return i;
    return -1;
}

/* getopt_long tells neither which options an ambiguous abbreviation may mean, nor that it is one. */
static void complain_of_name(const char *given) {
    const char *names[ROWS + 1], *start = given + strspn(given, "-");
    size_t count = 0, length = strcspn(start, "=");
    int whole = (int)(start - given) + (int)length;
    char list[256] = "";
    for (int i = 0; i < ROWS; i++)
        if (strncmp(rows[i].name, start, length) == 0) names[count++] = rows[i].name;
    names[count] = NULL;
    message_list(list, sizeof list, names);
    if (count > 1) message_usage("option '%.*s' may mean %s; write it in full", whole, given, list);
    else message_usage("unknown option '%.*s'; check its spelling", whole, given);
}

static void complain(int code, const char *given) {
    int row = row_of(optopt);
    if (code == ':') message_usage("option '%s' lacks its value; give %s %s", given, given, rows[row].argument);
    else if (row >= 0) message_usage("option '--%s' takes no value; leave out what follows the =", rows[row].name);
    else if (optopt) message_usage("unknown option '-%c'; check its spelling", optopt);
    else complain_of_name(given);
}

static bool is_command(const struct settings *settings, const char *operand, enum action command) {
    return settings->operand_count == 0 && settings->action == ACTION_CHRONICLE &&
           strcmp(operand, command_of(command)->name) == 0;
}

static void take_operand(struct settings *settings, const char *operand) {
    for (enum action command = ACTION_EXPLAIN; command < ACTION_HELP; command++) {
        if (!is_command(settings, operand, command)) continue;
        settings->action = settings->command = command;
        return;
    }
    settings->operands[settings->operand_count++] = operand;
}

/* Years before 0 look like options: "-0489". */
static void take_years(int argc, char **argv, struct settings *settings) {
    while (optind < argc && argv[optind][0] == '-' && strchr("0123456789X", argv[optind][1]) && argv[optind][1])
        take_operand(settings, argv[optind++]);
}

static bool take_option(struct settings *settings, int row) {
    if (rows[row].set) return rows[row].set(settings, optarg);
    settings->action = rows[row].action;
    return true;
}

const struct option_row *option_row_at(size_t index) {
    return index < ROWS ? &rows[index] : NULL;
}

/* What is merged was read before; else it is written like any chronology. */
bool option_is_of_use(const struct option_row *row, enum action action) {
    return action == ACTION_MERGE ? !row->reads : (row->also & 1u << action) != 0;
}

static bool useful(const struct settings *settings, const bool *given) {
    for (int i = 0; i < ROWS && settings->action != ACTION_CHRONICLE; i++) {
        if (!given[i] || option_is_of_use(&rows[i], settings->action)) continue;
        message_usage("option '--%s' is of no use to 'annals %s'; leave it out", rows[i].name,
                      command_of(settings->action)->name);
        return false;
    }
    return true;
}

static bool read_line(int argc, char **argv, struct settings *settings) {
    enum { OPERAND = 1 };
    struct spelling spelling;
    bool given[ROWS] = {false};
    spell(&spelling);
    for (int code; (code = getopt_long(argc, argv, spelling.letters, spelling.names, NULL)) != -1;) {
        if (code == OPERAND) {
            take_operand(settings, optarg);
            if (settings->action == ACTION_EDTF) take_years(argc, argv, settings);
            continue;
        }
        int row = row_of(code);
        if (row < 0) complain(code, argv[optind - 1]);
        if (row < 0 || !take_option(settings, row)) return false;
        if (settings->action >= ACTION_HELP) return true; /* as GNU programs: --help at once, whatever follows */
        given[row] = true;
    }
    while (optind < argc) settings->operands[settings->operand_count++] = argv[optind++];
    return useful(settings, given);
}

/* The time stamp of what is written; https://reproducible-builds.org/specs/source-date-epoch. */
static bool read_epoch(struct settings *settings) {
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (!epoch || !*epoch) return true;
    size_t length = strspn(epoch, "0123456789");
    /* 12 digits reach beyond the year 9999, the last that the file formats can spell. */
    if (!epoch[length] && length <= 12) settings->render.created = strtoll(epoch, NULL, 10);
    if (!epoch[length] && length <= 12 && settings->render.created <= INT64_C(253402300799)) return true;
    message_usage("SOURCE_DATE_EPOCH is '%s'; give seconds after 1970-01-01 in digits, or unset it", epoch);
    return false;
}

bool options_read(int argc, char **argv, struct settings *settings) {
    *settings = (struct settings){0};
    settings->outputs = calloc((size_t)argc + 1, sizeof *settings->outputs);
    settings->operands = calloc((size_t)argc + 1, sizeof *settings->operands);
    settings->filter.matches = calloc((size_t)argc + 1, sizeof(annals_text));
    settings->filter.tags = calloc((size_t)argc + 1, sizeof(annals_text));
    settings->filter.sources = calloc((size_t)argc + 1, sizeof(annals_text));
    bool lists = settings->filter.matches && settings->filter.tags && settings->filter.sources;
    if (settings->outputs && settings->operands && lists)
        return read_line(argc, argv, settings) &&
               ((settings->action != ACTION_CHRONICLE && settings->action != ACTION_MERGE) || read_epoch(settings));
    message_error(whole_file(NULL), "out of memory; give fewer files at once");
    return false;
}

void options_free(struct settings *settings) {
    free(settings->outputs);
    free(settings->operands);
    free((void *)settings->filter.matches);
    free((void *)settings->filter.tags);
    free((void *)settings->filter.sources);
    periods_free(&settings->periods);
}
