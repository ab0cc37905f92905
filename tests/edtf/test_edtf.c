/* test_edtf cases FILE: each line of our own cases, read, bounded and written.
 * test_edtf suite FILE EXCEPTIONS: each line of a suite of others, but for the exceptions, each with its reason. */
#include "annals.h"

#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FIELDS = 8, MOST_EXCEPTIONS = 200, LINE_SIZE = 1024 };

static int failures;

/* ---------------------------------------------------------------- lines of fields */

/* Cut a line at its tabs; the fields that it lacks are empty. */
static int split(char *line, char **fields) {
    int count = 0;
    line[strcspn(line, "\n")] = 0;
    for (char *next = line; count < MOST_FIELDS; count++) {
        fields[count] = next;
        size_t length = strcspn(next, "\t");
        if (!next[length]) break;
        next[length] = 0;
        next += length + 1;
    }
    for (int i = count + 1; i < MOST_FIELDS; i++) fields[i] = line + strlen(line);
    return count + 1;
}

static FILE *open_or_exit(const char *path, int status) {
    FILE *file = fopen(path, "r");
    if (file) return file;
    printf("%s: %s is not there\n", status == 77 ? "SKIPPED" : "FAILED", path);
    exit(status);
}

/* ---------------------------------------------------------------- our own cases */

static const char *bound_word(annals_bound bound, char *buffer) {
    if (bound.state == ANNALS_BOUND_OPEN) return "..";
    return annals_bound_known(bound) ? annals_bound_iso(bound, buffer) : "?";
}

/* "1962-10-01 1962-10-31", or one word when both are the same. */
static void put_bounds(char *to, size_t size, annals_bounds bounds) {
    char a[ANNALS_BOUND_SIZE], b[ANNALS_BOUND_SIZE];
    const char *first = bound_word(bounds.earliest, a), *last = bound_word(bounds.latest, b);
    if (strcmp(first, last) == 0) snprintf(to, size, "%s", first);
    else snprintf(to, size, "%s %s", first, last);
}

static void expect(const char *line, const char *what, const char *is, const char *should_be) {
    if (strcmp(is, should_be) == 0) return;
    failures++;
    printf("FAILED: %s: %s is %s, not %s\n", line, what, is, should_be);
}

/* EXPRESSION ! COLUMN: the expression is wrong, there. */
static void check_wrong(const char *expression, const char *column) {
    annals_error error = {0};
    annals_edtf *value = annals_edtf_parse(annals_text_of(expression), &error);
    char found[32] = "nowhere";
    if (!value) snprintf(found, sizeof found, "%zu", error.column);
    expect(expression, "the wrong column", found, column);
    if (!value && (error.status != ANNALS_DATE || !strchr(error.message, ';')))
        expect(expression, "the message", error.message, "what is wrong; what to do");
    annals_edtf_free(value);
}

/* EXPRESSION LEVEL KIND BEGIN END [SPELLING]: END "=" is BEGIN; without SPELLING it is the expression. */
static void check_right(char **field) {
    annals_error error = {0};
    annals_edtf *value = annals_edtf_parse(annals_text_of(field[0]), &error);
    if (!value) {
        expect(field[0], "the message", error.message, "");
        return;
    }
    char begin[100], end[100], level[12], spelling[200];
    put_bounds(begin, sizeof begin, value->begin);
    put_bounds(end, sizeof end, value->end);
    snprintf(level, sizeof level, "%d", value->level);
    annals_edtf_write(value, spelling, sizeof spelling);
    expect(field[0], "the level", level, field[1]);
    expect(field[0], "the kind", annals_edtf_kind_name(value->kind), field[2]);
    expect(field[0], "the beginning", begin, field[3]);
    expect(field[0], "the end", end, strcmp(field[4], "=") == 0 ? field[3] : field[4]);
    expect(field[0], "the spelling", spelling, *field[5] ? field[5] : field[0]);
    annals_edtf_free(value);
}

static int check_cases(const char *path) {
    FILE *file = open_or_exit(path, 1);
    char line[LINE_SIZE], *fields[MOST_FIELDS];
    int count = 0;
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#' || line[0] == '\n') continue;
        split(line, fields);
        count++;
        if (strcmp(fields[1], "!") == 0) check_wrong(fields[0], fields[2]);
        else check_right(fields);
    }
    fclose(file);
    printf("%d cases, %d failures\n", count, failures);
    return failures || count < 150;
}

/* ---------------------------------------------------------------- the suite of others */

/* PATTERN FIELD REASON: where the suite is not followed.  Each must be needed. */
typedef struct exception {
    char text[LINE_SIZE];
    char *fields[MOST_FIELDS];
    int used;
} exception;

static exception exceptions[MOST_EXCEPTIONS];
static int exception_count;

static void read_exceptions(const char *path) {
    FILE *file = open_or_exit(path, 1);
    while (exception_count < MOST_EXCEPTIONS && fgets(exceptions[exception_count].text, LINE_SIZE, file)) {
        exception *e = &exceptions[exception_count];
        if (e->text[0] == '#' || e->text[0] == '\n') continue;
        if (split(e->text, e->fields) != 3 || strlen(e->fields[2]) < 10)
            expect(e->text, "the exception", "short", "whole");
        exception_count++;
    }
    fclose(file);
}

static void compare(const char *expression, const char *field, const char *is, const char *suite) {
    if (strcmp(is, suite) == 0) return;
    bool found = false;
    for (int i = 0; i < exception_count; i++) {
        exception *e = &exceptions[i];
        if (!strstr(e->fields[1], field) || fnmatch(e->fields[0], expression, 0) != 0) continue;
        e->used++;
        found = true;
    }
    if (!found) expect(expression, field, is, suite);
}

/* As the suite spells instants: in UTC, "-001985-04-12T23:20:30". */
static void put_instant(char *to, size_t size, annals_bound bound, const annals_edtf_date *date, bool last) {
    static const char *const states[] = {[ANNALS_BOUND_UNKNOWN] = "", [ANNALS_BOUND_OPEN] = "Infinity"};
    if (!annals_bound_known(bound)) {
        snprintf(to, size, "%s%s", !last && bound.state == ANNALS_BOUND_OPEN ? "-" : "", states[bound.state]);
        return;
    }
    int64_t second = bound.second, year;
    if (bound.state == ANNALS_BOUND_DAY && last) second = 86399;
    if (bound.state > ANNALS_BOUND_DAY && date->zoned) second -= (int64_t)date->zone_minutes * 60;
    int64_t carry = second < 0 ? -1 : second / 86400;
    int month, day, of_day = (int)(second - carry * 86400);
    annals_civil_of_day(bound.day + carry, &year, &month, &day);
    const char *format =
        year < 0 || year > 9999 ? "%+07lld-%02d-%02dT%02d:%02d:%02d" : "%04lld-%02d-%02dT%02d:%02d:%02d";
    snprintf(to, size, format, (long long)year, month, day, of_day / 3600, of_day / 60 % 60, of_day % 60);
}

/* The suite's word for what we read. */
static const char *type_of(const annals_edtf *value) {
    static const char *const kinds[] = {"Date", "Interval", "Set", "List"};
    const annals_edtf_date *date = &value->items[0].first;
    if (value->kind != ANNALS_EDTF_SINGLE) return kinds[value->kind];
    if (date->season) return "Season";
    if (date->long_year || date->significant_digits) return "Year";
    return date->granularity == ANNALS_CENTURY ? "Century" : date->granularity == ANNALS_DECADE ? "Decade" : "Date";
}

static void compare_instant(char **field, int column, const char *name, const char *is) {
    char suite[64];
    snprintf(suite, sizeof suite, "%s", field[column]);
    suite[strcspn(suite, ".")] = 0;                       /* without the milliseconds */
    if (strcmp(field[5], "ERR") == 0) return;             /* it has no answer */
    if (!*suite && strcmp(field[4], "Year") == 0) return; /* it cannot reckon so far */
    compare(field[0], name, is, suite);
}

/* Written and read again, it is the same. */
static void check_round_trip(const char *expression, const annals_edtf *value) {
    char once[256], again[256] = "";
    annals_edtf_write(value, once, sizeof once);
    annals_edtf *second = annals_edtf_parse(annals_text_of(once), NULL);
    if (second) annals_edtf_write(second, again, sizeof again);
    if (!second || second->level > value->level) expect(expression, "read again", "another", "the same");
    expect(expression, "written again", again, once);
    annals_edtf_free(second);
}

static void compare_value(char **field, const annals_edtf *value) {
    const annals_edtf_item *first = &value->items[0], *last = &value->items[value->item_count - 1];
    const annals_edtf_date *end = last->last.state == ANNALS_EDTF_GIVEN ? &last->last : &last->first;
    char level[12], min[64], max[64];
    snprintf(level, sizeof level, "%d", value->level);
    put_instant(min, sizeof min, value->begin.earliest, &first->first, false);
    put_instant(max, sizeof max, value->end.latest, end, true);
    compare(field[0], "level", level, field[3]);
    compare(field[0], "type", type_of(value), field[4]);
    compare_instant(field, 5, "min", min);
    compare_instant(field, 6, "max", max);
    check_round_trip(field[0], value);
}

static int check_suite(const char *path, const char *exceptions_path) {
    FILE *file = open_or_exit(path, 77);
    char line[LINE_SIZE], *field[MOST_FIELDS];
    int count = 0;
    read_exceptions(exceptions_path);
    if (!fgets(line, sizeof line, file)) failures++; /* its heading */
    while (fgets(line, sizeof line, file)) {
        split(line, field);
        annals_edtf *value = annals_edtf_parse(annals_text_of(field[0]), NULL);
        bool valid = strcmp(field[2], "true") == 0;
        compare(field[0], "valid", value ? "true" : "false", field[2]);
        if (value && valid) compare_value(field, value);
        annals_edtf_free(value);
        count++;
    }
    fclose(file);
    for (int i = 0; i < exception_count; i++) {
        if (!exceptions[i].used) expect(exceptions[i].fields[0], "the exception", "of no use", "needed");
        printf("%4d for %s: %s\n", exceptions[i].used, exceptions[i].fields[0], exceptions[i].fields[2]);
    }
    printf("%d lines, %d exceptions, %d failures\n", count, exception_count, failures);
    return failures || count < 100;
}

int main(int argc, char **argv) {
    if (argc == 3 && strcmp(argv[1], "cases") == 0) return check_cases(argv[2]);
    if (argc == 4 && strcmp(argv[1], "suite") == 0) return check_suite(argv[2], argv[3]);
    puts("usage: test_edtf cases FILE | suite FILE EXCEPTIONS");
    return 2;
}
