/* read_mail.c: mails (RFC 5322, MIME) and mailboxes of them, by GMime.  The head tells when and by whom each was
 * written. */
#include "decode.h"
#include "html.h"
#include "mail_heads.h"

#include <gmime/gmime.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>

static once_flag begun = ONCE_FLAG_INIT;

/* ------------------------------------------------------------------ the text */

/* What a mail consists of, in its order; the parts belong to the mail. */
typedef struct contents {
    GPtrArray *texts, *mails, *others;
} contents;

static bool is_sent_along(GMimeObject *part) {
    const char *disposition = g_mime_object_get_disposition(part);
    return disposition && !g_ascii_strcasecmp(disposition, "attachment");
}

static bool is_of_type(GMimeObject *part, const char *type, const char *subtype) {
    return g_mime_content_type_is_type(g_mime_object_get_content_type(part), type, subtype);
}

static bool is_page(GMimeObject *part) {
    return is_of_type(part, "text", "html");
}

static contents new_contents(void) {
    return (contents){g_ptr_array_new(), g_ptr_array_new(), g_ptr_array_new()};
}

static void free_contents(contents *c) {
    g_ptr_array_free(c->texts, TRUE);
    g_ptr_array_free(c->mails, TRUE);
    g_ptr_array_free(c->others, TRUE);
}

/* The bytes of a part as they were before they were packed for the way; to be freed. */
static GByteArray *bytes_of(GMimeObject *part) {
    GMimeDataWrapper *content = g_mime_part_get_content((GMimePart *)part);
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_stream_mem_set_owner((GMimeStreamMem *)stream, FALSE);
    if (content) g_mime_data_wrapper_write_to_stream(content, stream);
    GByteArray *bytes = g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream);
    g_object_unref(stream);
    return bytes;
}

/* Has it anything but blanks?  Letters to readers may have no more than a page. */
static bool says_something(GMimeObject *part) {
    GByteArray *bytes = bytes_of(part);
    bool found = false;
    for (guint i = 0; i < bytes->len && !found; i++) found = !strchr(" \t\r\n", bytes->data[i]);
    g_byte_array_free(bytes, TRUE);
    return found;
}

static void collect(GMimeObject *object, contents *found, int depth);

static void append(GPtrArray *to, const GPtrArray *from, bool all, bool pages) {
    for (guint i = 0; i < from->len; i++)
        if (all || is_page(from->pdata[i]) == pages) g_ptr_array_add(to, from->pdata[i]);
}

/* Of the ways to say the same the plain one counts, where it says anything. */
static void collect_alternatives(GMimeMultipart *parts, contents *found, int depth) {
    contents all = new_contents();
    bool plain = false;
    for (int i = 0, count = g_mime_multipart_get_count(parts); i < count; i++)
        collect(g_mime_multipart_get_part(parts, i), &all, depth + 1);
    for (guint i = 0; i < all.texts->len && !plain; i++)
        plain = !is_page(all.texts->pdata[i]) && says_something(all.texts->pdata[i]);
    append(found->texts, all.texts, false, !plain);
    append(found->mails, all.mails, true, false);
    append(found->others, all.others, true, false);
    free_contents(&all);
}

static void collect(GMimeObject *object, contents *found, int depth) {
    enum { DEEPEST = 50 };
    bool along = is_sent_along(object), calendar = is_of_type(object, "text", "calendar");
    if (GMIME_IS_MESSAGE_PART(object)) g_ptr_array_add(found->mails, object);
    else if (GMIME_IS_PART(object) && (along || calendar)) g_ptr_array_add(found->others, object);
    else if (GMIME_IS_TEXT_PART(object) && (is_page(object) || is_of_type(object, "text", "plain")))
        g_ptr_array_add(found->texts, object);
    if (!GMIME_IS_MULTIPART(object) || depth == DEEPEST) return;
    GMimeMultipart *parts = (GMimeMultipart *)object;
    if (is_of_type(object, "multipart", "alternative")) collect_alternatives(parts, found, depth);
    else
        for (int i = 0, count = g_mime_multipart_get_count(parts); i < count; i++)
            collect(g_mime_multipart_get_part(parts, i), found, depth + 1);
}

static contents contents_of(GMimeMessage *message) {
    contents found = new_contents();
    GMimeObject *root = g_mime_message_get_mime_part(message);
    if (root) collect(root, &found, 0);
    return found;
}

/* Does what the writer wrote end here?  What follows was written by others, or is a signature. */
static bool ends_own_words(annals_text line) {
    return (line.length == 3 && !memcmp(line.data, "-- ", 3)) || begins_with(line, "-----Original Message-----");
}

/* In a mailbox a line that begins with "From " has a mark before it, or it would begin a mail (RFC 4155). */
static bool is_escaped(annals_text line, bool boxed) {
    return boxed && begins_with(line, ">From ");
}

static bool is_quoted(annals_text line, bool boxed) {
    return line.length && *line.data == '>' && !is_escaped(line, boxed);
}

static bool introduces_quotation(annals_text line, annals_text next, bool boxed) {
    return line.length && line.data[line.length - 1] == ':' && is_quoted(next, boxed);
}

static annals_text line_at(annals_text text, size_t at) {
    const char *end = at < text.length ? memchr(text.data + at, '\n', text.length - at) : NULL;
    size_t length = at < text.length ? (end ? (size_t)(end - text.data) : text.length) - at : 0;
    if (length && text.data[at + length - 1] == '\r') length--;
    return (annals_text){text.data + (at < text.length ? at : text.length), length};
}

static size_t line_end(annals_text text, size_t at) {
    const char *end = at < text.length ? memchr(text.data + at, '\n', text.length - at) : NULL;
    return end ? (size_t)(end - text.data) + 1 : text.length;
}

/* "> From: Bob": what is passed on may be marked as a quotation. */
static annals_text unquoted(annals_text line) {
    const size_t marks = begins_with(line, "> ") ? 2 : begins_with(line, ">") ? 1 : 0;
    return (annals_text){line.data + marks, line.length - marks};
}

/* The lines that are the writer's own, and those of a mail that is passed on. */
static void put_own_words(annals_text text, bool boxed, prose *to) {
    bool passed_on = false;
    for (size_t at = 0; at < text.length; at = line_end(text, at)) {
        annals_text line = line_at(text, at);
        size_t next = line_end(text, at);
        while (next < text.length && !line_at(text, next).length) next = line_end(text, next);
        if (ends_own_words(line)) return;
        if (mail_is_passed_on(line)) {
            passed_on = true;
            continue;
        }
        if (passed_on) line = unquoted(line);
        if (is_quoted(line, boxed) || introduces_quotation(line, line_at(text, next), boxed)) continue;
        if (is_escaped(line, boxed)) line.data++, line.length--;
        if (line.length) prose_verbatim(to, line);
        prose_verbatim(to, annals_text_of("\n"));
    }
}

/* Does it say in which encoding it is, one that is known? */
static bool declares_encoding(GMimeObject *part) {
    const char *name = g_mime_object_get_content_type_parameter(part, "charset");
    if (!name || !g_ascii_strcasecmp(name, "us-ascii")) return false;
    iconv_t from = g_mime_iconv_open("UTF-8", name);
    if (from != (iconv_t)-1) g_mime_iconv_close(from);
    return from != (iconv_t)-1;
}

enum { LONGEST_MARK = 128 /* of the line above a mail in a mailbox */ };

/* Does the file hold mails one after the other? */
static bool is_box(const source_file *file) {
    return begins_with(file->bytes, "From ");
}

/* What the text of a mail is: a page may be one of an answer, by its head (RFC 5322, 3.6.4). */
typedef enum text_form { FORM_PLAIN, FORM_PAGE, FORM_ANSWER } text_form;

static annals_status put_text(annals_chronology *chronology, const source_file *file, annals_text text, text_form form,
                              prose *to, annals_error *error) {
    if (!form) put_own_words(text, is_box(file), to);
    if (!form || html_put_mail(text, form == FORM_ANSWER, to)) return ANNALS_OK;
    return notice_in_file(chronology, file, 0, 0, error,
                          "a page in a mail has tags too deep in one another, as no text needs; it was left out");
}

/* What does not say it is taken as files are.  ANNALS_INPUT when it is no text. */
static annals_status put_undeclared(annals_chronology *chronology, const source_file *file, GMimeObject *part,
                                    text_form form, prose *to, annals_error *error) {
    GByteArray *bytes = bytes_of(part);
    source_file body = *file;
    decoded_text decoded;
    body.bytes = (annals_text){bytes->data ? (const char *)bytes->data : "", bytes->len};
    annals_status status = decode(chronology, &body, &decoded, error);
    if (status == ANNALS_OK) {
        status = put_text(chronology, file, decoded.text, form, to, error);
        free(decoded.owned);
    }
    g_byte_array_free(bytes, TRUE);
    return status;
}

static annals_status put_part(annals_chronology *chronology, const source_file *file, GMimeObject *part, text_form form,
                              prose *to, annals_error *error) {
    annals_error own = {0};
    if (!declares_encoding(part) && put_undeclared(chronology, file, part, form, to, &own) == ANNALS_OK)
        return ANNALS_OK;
    if (own.status == ANNALS_MEMORY) return annals_fail(error, ANNALS_MEMORY, "%s", own.message);
    char *text = g_mime_text_part_get_text((GMimeTextPart *)part);
    annals_status status = text ? put_text(chronology, file, annals_text_of(text), form, to, error) : ANNALS_OK;
    g_free(text);
    return status;
}

/* All of its parts, as a picture may stand between two of them. */
static annals_status put_body(annals_chronology *chronology, const source_file *file, const contents *body, bool answer,
                              prose *to, annals_error *error) {
    annals_status status = ANNALS_OK;
    for (guint i = 0; i < body->texts->len && status == ANNALS_OK; i++) {
        GMimeObject *part = body->texts->pdata[i];
        if (i) prose_block(to);
        status = put_part(chronology, file, part,
                          !is_page(part) ? FORM_PLAIN
                          : answer       ? FORM_ANSWER
                                         : FORM_PAGE,
                          to, error);
    }
    return status;
}

/* ------------------------------------------------------------------ the head */

static bool put_day(GDateTime *date, char *day, size_t size) {
    return snprintf(day, size, "%04d-%02d-%02d", g_date_time_get_year(date), g_date_time_get_month(date),
                    g_date_time_get_day_of_month(date)) > 0;
}

/* "Sat, 5 May 1962 10:00:00 -0500" (RFC 5322, 3.3), and years of two or three digits (4.3). */
static bool read_day(const char *words, char *day, size_t size) {
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const char *comma = strchr(words, ',');
    char number[3], name[4], digits[5];
    if (sscanf(comma ? comma + 1 : words, " %2[0-9] %3[A-Za-z] %4[0-9]", number, name, digits) != 3) return false;
    int month = 0, year = atoi(digits);
    while (months[3 * month] && g_ascii_strncasecmp(months + (size_t)(3 * month), name, 3) != 0) month++;
    if (year < 1000) year += year < 50 ? 2000 : 1900;
    return months[3 * month] && snprintf(day, size, "%04d-%02d-%02d", year, month + 1, atoi(number)) > 0;
}

/* The day, as the writer's clock had it.  GMime reads what others write too, but knows no year before 1969. */
static bool find_day(GMimeMessage *message, char *day, size_t size) {
    GDateTime *date = g_mime_message_get_date(message);
    const char *words = g_mime_object_get_header((GMimeObject *)message, "Date");
    return words && (read_day(words, day, size) || (date && put_day(date, day, size)));
}

/* The day on which the first that passed the mail on had it: it put its mark below those of the others (RFC 5321, 4.4),
 * "Received: from a by b; Mon, 3 Mar 1997 23:30:00 -0500". */
static bool find_day_of_post(GMimeMessage *message, char *day, size_t size) {
    GMimeHeaderList *heads = g_mime_object_get_header_list((GMimeObject *)message);
    const char *mark = NULL;
    for (int i = 0, count = g_mime_header_list_get_count(heads); i < count; i++) {
        GMimeHeader *head = g_mime_header_list_get_header_at(heads, i);
        if (!g_ascii_strcasecmp(g_mime_header_get_name(head), "Received")) mark = g_mime_header_get_value(head);
    }
    const char *date = mark ? strrchr(mark, ';') : NULL;
    GDateTime *time = date ? g_mime_utils_header_decode_date(date + 1) : NULL;
    if (!time) return false;
    bool found = put_day(time, day, size);
    g_date_time_unref(time);
    return found;
}

/* "Mon Mar  3 10:00:00 1997" */
static bool has_time_of_post(const char *mark) {
    char day[3], second[3];
    for (const char *at = mark; at; at = strchr(at + 1, ' '))
        if (sscanf(at, " %*3[A-Za-z] %*3[A-Za-z] %2[0-9] %*2[0-9]:%*2[0-9]:%2[0-9]", day, second) == 2) return true;
    return false;
}

/* That of the line before a mail in a mailbox (RFC 4155), "From a@b Mon Mar  3 10:00:00 1997".  The first second of
 * 1970 is what a program writes that does not know. */
static bool find_day_in_box(const char *mark, char *day, size_t size) {
    char month[4], number[3], hour[3], minute[3];
    const char *year = mark ? strrchr(mark, ' ') : NULL;
    for (const char *at = mark; at; at = strchr(at + 1, ' ')) {
        if (sscanf(at, " %*3[A-Za-z] %3[A-Za-z] %2[0-9] %2[0-9]:%2[0-9]", month, number, hour, minute) != 4) continue;
        if (strspn(year + 1, "0123456789") != 4 || strstr(at, " Jan  1 00:00:00 1970")) return false;
        return snprintf(day, size, "%s %s %.4s", number, month, year + 1) > 0;
    }
    return false;
}

static bool take_day(annals_chronology *chronology, const char *day, annals_when_basis basis, const char *from,
                     annals_document *d) {
    if (annals_read_when(chronology, annals_text_of(day), &d->when, NULL) != ANNALS_OK) return false;
    d->basis = basis;
    d->basis_from = annals_text_of(from);
    return true;
}

/* Where the writer's clock says nothing, the post tells. */
static bool read_date(annals_chronology *chronology, GMimeMessage *message, const char *mark, annals_document *d) {
    char day[32];
    return (find_day(message, day, sizeof day) &&
            take_day(chronology, day, ANNALS_BASIS_STATED, "the head of the mail", d)) ||
           (find_day_of_post(message, day, sizeof day) &&
            take_day(chronology, day, ANNALS_BASIS_STATED, "the mark of the post in the head of the mail", d)) ||
           (find_day_in_box(mark, day, sizeof day) &&
            take_day(chronology, day, ANNALS_BASIS_INFERRED, "the day its mailbox has for it", d));
}

/* A mail of the file itself: the line before it in its mailbox, or null; its bytes, and the line that they begin in. */
typedef struct place_of_mail {
    const char *mark;
    annals_text bytes;
    size_t line;
} place_of_mail;

/* The line of the first "Date:" in its head; 0: it has none. */
static size_t line_of_date(const place_of_mail *place) {
    size_t line = place->line;
    for (size_t at = 0; at < place->bytes.length; at = line_end(place->bytes, at), line++) {
        annals_text head = line_at(place->bytes, at);
        if (!head.length) break;
        if (begins_with(head, "Date:")) return line;
    }
    return 0;
}

/* "Tue, 34 Mar 1995" is no day: who reads is told what the mail is dated by, or that it is by nothing. */
static annals_status tell_wrong_day(annals_chronology *chronology, const source_file *file, GMimeMessage *message,
                                    const place_of_mail *place, annals_error *error) {
    enum { SHOWN = 60 };
    char day[32];
    annals_when when;
    const char *words = g_mime_object_get_header((GMimeObject *)message, "Date");
    if (!words || !*words) return ANNALS_OK;
    if (find_day(message, day, sizeof day) &&
        annals_read_when(chronology, annals_text_of(day), &when, NULL) == ANNALS_OK)
        return ANNALS_OK;
    return notice_in_file(chronology, file, place ? line_of_date(place) : 0, 0, error,
                          "the Date of this mail, '%.*s', is no day, and is left aside; correct it", SHOWN, words);
}

static annals_text keep_line(annals_chronology *chronology, const char *text) {
    builder line = {0};
    if (text) builder_line(&line, annals_text_of(text));
    builder_trim(&line);
    annals_text kept =
        line.length ? annals_keep_text(chronology, (annals_text){line.data, line.length}) : (annals_text){0};
    builder_free(&line);
    return kept;
}

static annals_text addresses(annals_chronology *chronology, InternetAddressList *list) {
    char *text = list ? internet_address_list_to_string(list, NULL, FALSE) : NULL;
    annals_text kept = keep_line(chronology, text);
    g_free(text);
    return kept;
}

static annals_status add_messages(annals_chronology *chronology, const source_file *file, const contents *body,
                                  int depth, annals_error *error);

/* "Re: the ship", as programs write it in several languages. */
static bool is_subject_of_answer(annals_text subject) {
    static const char *const marks[] = {"re:", "re :", "re[", "aw:", "antw:", "sv:", "vs:", "odp:", "r:"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (begins_with(subject, marks[i])) return true;
    return false;
}

static bool answers(GMimeMessage *message, annals_text subject) {
    GMimeObject *head = (GMimeObject *)message;
    return g_mime_object_get_header(head, "In-Reply-To") || g_mime_object_get_header(head, "References") ||
           is_subject_of_answer(subject);
}

/* Files are not texts of the mail; who reads may want to have them read too. */
static annals_status tell_left_out(annals_chronology *chronology, const source_file *file, const contents *body,
                                   const place_of_mail *place, annals_error *error) {
    enum { SHOWN = 60 };
    const char *name = body->others->len ? g_mime_part_get_filename(body->others->pdata[0]) : NULL;
    size_t line = place ? place->line : 0;
    if (!body->texts->len && !body->mails->len && !body->others->len)
        return notice_in_file(
            chronology, file, line, 0, error,
            "this mail has no text that can be read; look whether its Content-Type and boundary are right");
    if (!body->others->len) return ANNALS_OK;
    return notice_in_file(chronology, file, line, 0, error,
                          "%u file%s sent along with this mail, '%.*s'%s left out; save and give what has dates",
                          body->others->len, body->others->len == 1 ? "" : "s", SHOWN, name ? name : "without a name",
                          body->others->len == 1 ? ", is" : " first, are");
}

/* "lundi 4 février 2019 10:12", "4 февраля 2019 г. 10:12": the longest beginning of the words that is a day. */
static bool read_day_of_head(annals_chronology *chronology, annals_text words, annals_document *d) {
    enum { LONGEST = 80 };
    char date[LONGEST], day[32], iso[ANNALS_BOUND_SIZE];
    if (!words.length || words.length >= sizeof date) return false;
    snprintf(date, sizeof date, "%.*s", (int)words.length, words.data);
    static const char from[] = "the head of the mail";
    if (read_day(date, day, sizeof day)) return take_day(chronology, day, ANNALS_BASIS_STATED, from, d);
    for (char *end = date + words.length; end; end = strrchr(date, ' ')) {
        *end = 0;
        if (!take_day(chronology, date, ANNALS_BASIS_STATED, from, d) || d->when.granularity < ANNALS_DAY) continue;
        const annals_bound first = {.state = ANNALS_BOUND_DAY, .day = d->when.begin.earliest.day};
        snprintf(date, sizeof date, "%s%s", annals_bound_iso(first, iso), d->when.uncertain ? "?" : "");
        return take_day(chronology, date, ANNALS_BASIS_STATED, from, d);
    }
    d->when = (annals_when){0};
    d->basis = ANNALS_BASIS_UNKNOWN;
    return false;
}

/* Mails that stand within the text, which it answers or passes on, have their own day. */
static annals_status add_texts(annals_chronology *chronology, const source_file *file, const annals_document *d,
                               prose *text, annals_error *error) {
    mail_head head;
    const annals_text all = {text->text.data, text->text.length};
    if (!mail_find_head(all, 0, &head)) return prose_add(chronology, file, d, text, error);
    prose part = {0};
    prose_verbatim(&part, (annals_text){all.data, head.start});
    annals_status status = prose_add(chronology, file, d, &part, error);
    prose_free(&part);
    for (bool more = true; more && status == ANNALS_OK;) {
        annals_document other = {.title = head.title, .sender = head.sender, .recipient = head.recipient};
        size_t start = head.end;
        read_day_of_head(chronology, head.date, &other);
        part = (prose){0};
        prose_words(&part, head.title);
        prose_block(&part);
        more = mail_find_head(all, start, &head);
        prose_verbatim(&part, (annals_text){all.data + start, (more ? head.start : all.length) - start});
        status = prose_add(chronology, file, &other, &part, error);
        prose_free(&part);
    }
    return status;
}

/* A page of the web that a browser saved with all that it shows, as if it were a mail of the day when it did (RFC
 * 2557): its first page, and nothing of that day. */
static bool is_saved_page(GMimeMessage *message) {
    const char *from = g_mime_object_get_header((GMimeObject *)message, "From");
    return from && strstr(from, "<Saved by ");
}

static annals_status add_saved_page(annals_chronology *chronology, const source_file *file, const contents *body,
                                    annals_error *error) {
    static const char utf8[] = "\xEF\xBB\xBF";
    source_file page = *file;
    builder text = {0};
    guint first = 0;
    while (first < body->texts->len && !is_page(body->texts->pdata[first])) first++;
    if (first == body->texts->len)
        return fail_in_file(file, 0, 0, error, "%s", "no page is in it; save it again as HTML");
    GMimeObject *part = body->texts->pdata[first];
    char *decoded = declares_encoding(part) ? g_mime_text_part_get_text((GMimeTextPart *)part) : NULL;
    GByteArray *bytes = bytes_of(part);
    if (decoded) builder_string(&text, utf8), builder_string(&text, decoded);
    else builder_text(&text, (annals_text){(const char *)bytes->data, bytes->len});
    page.bytes = (annals_text){text.data ? text.data : "", text.length};
    annals_status status = text.failed ? annals_fail(error, ANNALS_MEMORY, "out of memory; give a smaller file")
                                       : read_file(chronology, annals_find_reader("html"), &page, error);
    g_byte_array_free(bytes, TRUE);
    g_free(decoded);
    builder_free(&text);
    return status;
}

/* `place` is null where it was sent along: then it is one of its own, with its day. */
static annals_status add_message(annals_chronology *chronology, const source_file *file, GMimeMessage *message,
                                 const place_of_mail *place, int depth, annals_error *error) {
    prose text = {0};
    annals_document d = {.title = keep_line(chronology, g_mime_message_get_subject(message)),
                         .sender = addresses(chronology, g_mime_message_get_from(message)),
                         .recipient = addresses(chronology, g_mime_message_get_to(message))};
    contents body = contents_of(message);
    if (place && is_saved_page(message)) {
        annals_status saved = add_saved_page(chronology, file, &body, error);
        free_contents(&body);
        return saved;
    }
    read_date(chronology, message, place ? place->mark : NULL, &d);
    prose_words(&text, d.title);
    prose_block(&text);
    annals_status status = tell_wrong_day(chronology, file, message, place, error);
    if (status == ANNALS_OK) status = put_body(chronology, file, &body, answers(message, d.title), &text, error);
    if (status == ANNALS_OK) status = tell_left_out(chronology, file, &body, place, error);
    if (status == ANNALS_OK) status = add_texts(chronology, file, &d, &text, error);
    prose_free(&text);
    if (status == ANNALS_OK) status = add_messages(chronology, file, &body, depth, error);
    free_contents(&body);
    return status;
}

static annals_status add_messages(annals_chronology *chronology, const source_file *file, const contents *body,
                                  int depth, annals_error *error) {
    enum { DEEPEST = 8 };
    annals_status status = ANNALS_OK;
    for (guint i = 0; i < body->mails->len && depth < DEEPEST && status == ANNALS_OK; i++) {
        GMimeMessage *message = g_mime_message_part_get_message(body->mails->pdata[i]);
        if (message) status = add_message(chronology, file, message, NULL, depth + 1, error);
    }
    return status;
}

/* ------------------------------------------------------------------ the file */

/* Does a head such as "Subject:" stand there? */
static bool is_head(annals_text line) {
    size_t name = 0;
    while (name < line.length && (g_ascii_isalnum(line.data[name]) || line.data[name] == '-')) name++;
    return name && name < line.length && line.data[name] == ':';
}

static const char *copy_line(annals_text line, char *buffer, size_t size) {
    snprintf(buffer, size, "%.*s", (int)(line.length < size ? line.length : size - 1), line.data ? line.data : "");
    return buffer;
}

/* "From a@b Mon Mar  3 10:00:00 1997", or any such line behind an empty one and above a head. */
static bool begins_mail(annals_text box, size_t at, bool behind_empty) {
    char mark[LONGEST_MARK];
    annals_text line = line_at(box, at);
    if (!begins_with(line, "From ")) return false;
    return has_time_of_post(copy_line(line, mark, sizeof mark)) ||
           (behind_empty && is_head(line_at(box, line_end(box, at))));
}

/* Where the mail that begins there ends. */
static size_t end_of_mail(annals_text box, size_t at) {
    bool empty = false;
    for (at = line_end(box, at); at < box.length && !begins_mail(box, at, empty); at = line_end(box, at))
        empty = !line_at(box, at).length;
    return at;
}

/* One mail; `*read` becomes true unless it is none. */
static annals_status read_message(annals_chronology *chronology, const source_file *file, const place_of_mail *place,
                                  bool *read, annals_error *error) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(place->bytes.data, place->bytes.length);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    annals_status status = message ? add_message(chronology, file, message, place, 0, error) : ANNALS_OK;
    *read |= message != NULL;
    if (message) g_object_unref(message);
    g_object_unref(parser);
    g_object_unref(stream);
    return status;
}

/* A mail that cannot be read is left out with a notice, and the others are read. */
static annals_status read_box(annals_chronology *chronology, const source_file *file, bool *any, annals_error *error) {
    annals_text box = file->bytes;
    annals_status status = ANNALS_OK;
    size_t line = 1;
    for (size_t at = 0, end; at < box.length && status == ANNALS_OK; at = end) {
        char mark[LONGEST_MARK];
        bool read = false;
        size_t head = line_end(box, at);
        end = end_of_mail(box, at);
        copy_line(line_at(box, at), mark, sizeof mark);
        const place_of_mail place = {mark, {box.data + head, end - head}, line + 1};
        status = read_message(chronology, file, &place, &read, error);
        if (!read && status == ANNALS_OK)
            status = notice_in_file(chronology, file, line, 1, error,
                                    "the mail that begins here cannot be read; mend its head; it was left out");
        *any |= read;
        for (size_t i = at; i < end; i++) line += box.data[i] == '\n';
    }
    return status;
}

static annals_status read_mail(annals_chronology *chronology, const source_file *file, annals_error *error) {
    bool any = false;
    call_once(&begun, g_mime_init);
    const place_of_mail all = {NULL, file->bytes, 1};
    annals_status status =
        is_box(file) ? read_box(chronology, file, &any, error) : read_message(chronology, file, &all, &any, error);
    if (status != ANNALS_OK || any) return status;
    return fail_in_file(file, 0, 0, error, "no mail is in it; check that it is the right file");
}

/* "From a@b Mon Mar  3 10:00:00 1997" above a head: a mailbox, whatever heads its mails have. */
static bool is_mailbox(annals_text bytes) {
    char mark[LONGEST_MARK];
    annals_text first = line_at(bytes, 0);
    return begins_with(first, "From ") && is_head(line_at(bytes, line_end(bytes, 0))) &&
           has_time_of_post(copy_line(first, mark, sizeof mark));
}

/* Heads that only mails have, before the first blank line. */
static bool is_mail(const char *name, annals_text bytes) {
    (void)name;
    if (is_mailbox(bytes)) return true;
    static const char *const heads[] = {"Message-ID:", "MIME-Version:", "Received:", "Return-Path:", "Delivered-To:"};
    enum { MOST_LINES = 200 };
    size_t at = 0;
    for (size_t i = 0; i < MOST_LINES && at < bytes.length; i++, at = line_end(bytes, at)) {
        annals_text line = line_at(bytes, at);
        bool folded = line.length && (*line.data == ' ' || *line.data == '\t');
        bool opens_box = !i && begins_with(line, "From ");
        if (!line.length || (!folded && !opens_box && !memchr(line.data, ':', line.length))) return false;
        for (size_t h = 0; h < sizeof heads / sizeof *heads; h++)
            if (begins_with(line, heads[h])) return true;
    }
    return false;
}

const struct annals_reading mail_reading = {.fits = is_mail, .read = read_mail};
