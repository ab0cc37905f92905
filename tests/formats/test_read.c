/* Files of bytes: what is taken as text, what is put right with a notice, and what is refused. */
#include "annals-formats.h"

#include "cmocka_headers.h"

#include <stdlib.h>
#include <string.h>

#define BYTES(literal)                                                                                                 \
    { literal, sizeof(literal) - 1 }
#define WIDE(name) "it was read as " name "; convert the file to UTF-8 if that is wrong"
#define WINDOWS    WIDE("WINDOWS-1252")
#define R          "\xEF\xBF\xBD"

static const char empty_message[] = "the file is empty; check that it is the right one";

/* The engine may have notices of its own. */
static const annals_notice *notice_of(const annals_chronology *c, const char *message) {
    size_t count;
    const annals_notice *notices = annals_notices(c, &count);
    for (size_t i = 0; message && i < count; i++)
        if (!strcmp(notices[i].message.data, message)) return &notices[i];
    return NULL;
}

static void takes_text(void **state) {
    (void)state;
    static const struct {
        annals_text bytes, text;
        const char *notice;
        size_t line, column;
    } rows[] = {
        {BYTES("On 27 October\r\n"), BYTES("On 27 October\r\n"), NULL, 0, 0},
        {BYTES("\xEF\xBB\xBFGrüße"), BYTES("Grüße"), NULL, 0, 0},
        {BYTES("\xEF\xBB\xBF\xEF\xBB\xBF"
               "two marks"),
         BYTES("\xEF\xBB\xBF"
               "two marks"),
         NULL, 0, 0},
        {BYTES("tab\tform\f\x1B[1mbold\x1B[0m"), BYTES("tab\tform\f\x1B[1mbold\x1B[0m"), NULL, 0, 0},
        {BYTES("a\nGr\x81\xDF"
               "e"),
         BYTES("a\nGr" R R "e"), "2 bytes are not UTF-8 and were replaced; convert the file to UTF-8", 2, 3},
        {BYTES("Gr\xFC\xDF"
               "e \x96 \x93Tag\x94"),
         BYTES("Grüße – “Tag”"), WINDOWS, 0, 0},
        {BYTES("<!-- charset=koi8-r --> \xF7 \xED\xCF\xD3\xCB\xD7\xC5"), BYTES("<!-- charset=koi8-r --> В Москве"),
         "it was read as koi8-r; convert the file to UTF-8 if that is wrong", 0, 0},
        {BYTES("# coding: latin1\ncaf\xE9"), BYTES("# coding: latin1\ncafé"), WINDOWS, 0, 0},
        /* What is declared is wrong, or no encoding. */
        {BYTES("# coding: latin1\ncafé"), BYTES("# coding: latin1\ncafé"), NULL, 0, 0},
        {BYTES("# coding: ../../evil\ncaf\xE9s"), BYTES("# coding: ../../evil\ncafés"), WINDOWS, 0, 0},
        /* The end of a file was lost. */
        {BYTES("Um zwölf. Gr\xC3"), BYTES("Um zwölf. Gr" R),
         "1 byte is not UTF-8 and was replaced; convert the file to UTF-8", 1, 13},
        {BYTES("a line Gr\xC3"), BYTES("a line Gr" R),
         "1 byte is not UTF-8 and was replaced; convert the file to UTF-8", 1, 10},
        {BYTES("\xFF\xFE"
               "O\0n\0"),
         BYTES("On"), WIDE("UTF-16LE"), 0, 0},
        {BYTES("\xFE\xFF\0O\0n\xDC\0\0!"), BYTES("On" R "!"),
         "it was read as UTF-16BE, and 1 character was replaced; convert the file to UTF-8", 0, 0},
        {BYTES("\xFF\xFE\0\0O\0\0\0"), BYTES("O"), WIDE("UTF-32LE"), 0, 0},
        {BYTES("\0\0\xFE\xFF\0\0\0O"), BYTES("O"), WIDE("UTF-32BE"), 0, 0},
        {BYTES("O\0n\0 \0t\0h\0e\0 \0d\0a\0y\0"), BYTES("On the day"), WIDE("UTF-16LE"), 0, 0},
        {BYTES("\0O\0n\0 \0t\0h\0e\0 \0d\0a\0y"), BYTES("On the day"), WIDE("UTF-16BE"), 0, 0},
        {BYTES("O\0\0\0n\0\0\0 \0\0\0t\0\0\0"), BYTES("On t"), WIDE("UTF-32LE"), 0, 0},
        {BYTES("\0\0\0O\0\0\0n\0\0\0 \0\0\0t"), BYTES("On t"), WIDE("UTF-32BE"), 0, 0},
        {BYTES("\xEF\xBB\xBF\xFC"), BYTES(R), "1 byte is not UTF-8 and was replaced; convert the file to UTF-8", 1, 1},
        {BYTES(""), BYTES(""), empty_message, 0, 0},
        {BYTES("\xEF\xBB\xBF"), BYTES(""), empty_message, 0, 0},
        {BYTES(" \r\n\t\n"), BYTES(" \r\n\t\n"), empty_message, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        annals_chronology *c = annals_new(NULL, NULL);
        annals_error error = {0};
        assert_int_equal(annals_read(c, "a.txt", rows[i].bytes.data, rows[i].bytes.length, &error), ANNALS_OK);
        size_t documents;
        const annals_document *d = annals_documents(c, &documents);
        assert_int_equal(documents, 1);
        assert_string_equal(d->source.data, "a.txt");
        assert_int_equal(d->text.length, rows[i].text.length);
        if (d->text.length) assert_memory_equal(d->text.data, rows[i].text.data, d->text.length);
        const annals_notice *found = notice_of(c, rows[i].notice);
        assert_int_equal(found != NULL, rows[i].notice != NULL);
        if (found) {
            assert_int_equal(found->line, rows[i].line);
            assert_int_equal(found->column, rows[i].column);
            assert_string_equal(found->file.data, "a.txt");
        }
        annals_free(c);
    }
}

static void refuses_what_is_no_text(void **state) {
    (void)state;
    static const struct {
        annals_text bytes;
        const char *message;
    } rows[] = {
        {BYTES("\xFF\xFE"
               "O\0\0\0"),
         "binary file; give plain text"},
        {BYTES("text and a \0 in it"), "binary file; give plain text"},
        {BYTES("\0"), "binary file; give plain text"},
        {BYTES("\0\0\0\0\0\0\0\0\0\0\0\0"), "binary file; give plain text"},
        {BYTES("\x01\x02\x03\x04 a"), "binary file; give plain text"},
        {BYTES("%PDF-1.5 and so on"), "binary file (PDF); give its plain text"},
        {BYTES("PK\3\4 and so on"), "binary file (a ZIP archive or an office document); give plain text"},
        {BYTES("{\\rtf1 and so on}"), "rich text (RTF); save it as plain text"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        annals_chronology *c = annals_new(NULL, NULL);
        annals_error error = {0};
        assert_int_equal(
            annals_read_as(c, annals_find_reader("text"), "a.bin", rows[i].bytes.data, rows[i].bytes.length, &error),
            ANNALS_INPUT);
        assert_int_equal(error.status, ANNALS_INPUT);
        assert_string_equal(error.message, rows[i].message);
        assert_string_equal(error.file, "a.bin");
        size_t documents;
        annals_documents(c, &documents);
        assert_int_equal(documents, 0);
        annals_free(c);
    }
}

static void wants_a_name_and_bytes(void **state) {
    (void)state;
    annals_chronology *c = annals_new(NULL, NULL);
    annals_error error = {0};
    assert_int_equal(annals_read(c, NULL, "a", 1, &error), ANNALS_ARGUMENT);
    assert_int_equal(annals_read(c, "a.txt", NULL, 1, NULL), ANNALS_ARGUMENT);
    assert_int_equal(annals_read(c, "a.txt", NULL, 0, NULL), ANNALS_OK);
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_text),
        cmocka_unit_test(refuses_what_is_no_text),
        cmocka_unit_test(wants_a_name_and_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
