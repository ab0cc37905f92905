/* mail.c: mails that quote mails.  Lines that begin with ">" look to the day of the line above them that says who wrote
 * (RFC 3676, 4.5, for the marks); those below the head of a mail that is quoted whole look to its day. */
#include "document.h"
#include "language.h"
#include "resolver.h"
#include "text.h"

#include <string.h>

/* How many marks a line begins with, and what stands behind them. */
static int marks_of(annals_text line, annals_text *words) {
    int marks;
    *words = text_trim(text_slice(line, text_behind_marks(line, 0, &marks), line.length));
    return marks < DEEPEST_MAIL ? marks : DEEPEST_MAIL;
}

/* Of the line that a place stands in; long lines are no mail's. */
static int depth_at(annals_text text, size_t at) {
    enum { LONGEST = 1000 /* bytes: RFC 5322, 2.1.1 */ };
    size_t start = at;
    annals_text words;
    while (start && at - start < LONGEST && text.data[start - 1] != '\n') start--;
    return start && text.data[start - 1] != '\n' ? 0 : marks_of(text_slice(text, start, at), &words);
}

/* "On 2 November 1962 Ann wrote:": how deep the mail stands that is quoted below the line; 0: none is. */
static int depth_below(annals_text text, size_t at) {
    enum { REACH = 200 /* bytes */, LINES = 3 };
    size_t end = at + REACH < text.length ? at + REACH : text.length, next;
    while (at < end && !(text.data[at] == ':' && at + 1 < text.length && byte_in(text.data[at + 1], "\r\n"))) at++;
    if (at == end) return 0;
    line_at(text, at, &next);
    for (int lines = 0; lines < LINES && next < text.length; lines++) {
        annals_text words;
        int marks = marks_of(line_at(text, next, &next), &words);
        if (words.length) return marks;
    }
    return 0;
}

/* The line that ends before `at`, and where it begins; absent at the beginning of the text. */
static annals_text line_before(annals_text text, size_t *at) {
    enum { LONGEST = 200 /* bytes */ };
    size_t end = *at ? *at - 1 : 0, start = end;
    if (!*at) return (annals_text){0};
    while (start && end - start < LONGEST && text.data[start - 1] != '\n') start--;
    *at = start;
    return text_trim(text_slice(text, start, end));
}

/* "Sent: Monday, 11 March 2019 9:10", below "From: Lee" and above "To: Ann": does the line stand in the head of a mail
 * that is quoted whole, below the words of another?  Above it stands a sentence, or a line of dashes. */
static bool heads_original(const analysis *x, size_t date) {
    enum { MOST = 6 /* lines of a head */, BLANK = 2, DASHES = 3, NEAR = 40 /* bytes: "Sent: Monday," */ };
    size_t at = date + 1, start, end, labels = 0, blank = 0, near = date < NEAR ? date : NEAR;
    if (!memchr(x->text.data + date - near, ':', near)) return false;
    annals_text own = line_before(x->text, &at), line;
    size_t label = label_length(own);
    if (!label || !text_word(own, 0, &start, &end) || end > label) return false;
    if (!in_context(x->grammar, text_slice(own, start, end), CONTEXT_DATE_FIELD)) return false;
    while ((line = line_before(x->text, &at)).length && label_length(line) && labels < MOST) labels++;
    for (; at && !line.length && blank < BLANK; blank++) line = line_before(x->text, &at);
    size_t dashes = 0;
    while (dashes < line.length && byte_in(line.data[dashes], "-_")) dashes++;
    return labels && line.length && (dashes >= DASHES || byte_in(line.data[line.length - 1], ".!?:,"));
}

/* What stands below the head of such a mail is of its day, to the end or the next such head. */
static void note_original(resolver *r, const annals_when *w, size_t mention) {
    const raw_mention *m = &r->x->raws.items[r->raw];
    bool may = r->mode == ANNALS_MODE_DOCUMENT && m->expr->year != UNSET && !r->in_quotation && !r->mail.depth;
    if (!may || w->begin.earliest.day == r->now || !heads_original(r->x, m->start)) return;
    r->has_now = true;
    r->now = w->begin.earliest.day;
    r->entry = mention;
    r->last = r->story = r->thread = r->day = (said){0};
}

void enter_mail(resolver *r, size_t raw) {
    const analysis *x = r->x;
    if (!x->blocks.items[block_of_raw(x, raw)].mail && !r->mail.depth) return;
    int depth = depth_at(x->text, x->raws.items[raw].start);
    if (depth == r->mail.depth) return;
    if (!r->mail.depth) r->mail.outside = voice_of(r);
    speak_as(r, &r->mail.outside);
    r->mail.depth = depth;
    if (!depth) return;
    r->mode = ANNALS_MODE_DOCUMENT;
    r->has_now = r->mail.days[depth].known;
    r->now = r->mail.days[depth].day;
    r->entry = r->has_now ? r->mail.days[depth].mention : SIZE_MAX;
    r->last = r->story = r->thread = (said){0};
}

void note_mail(resolver *r, const annals_when *w, size_t mention) {
    const analysis *x = r->x;
    if (w->granularity < ANNALS_DAY || !annals_bound_known(w->begin.earliest)) return;
    note_original(r, w, mention);
    if (!x->blocks.items[block_of_raw(x, r->raw)].mail) return;
    int depth = depth_below(x->text, x->raws.items[r->raw].end);
    if (depth > r->mail.depth) r->mail.days[depth] = (mail_day){true, w->begin.earliest.day, mention};
}
