/* mail.c: mails that quote mails.  Lines that begin with ">" look to the day of the line above them that says who wrote
 * (RFC 3676, 4.5, for the marks). */
#include "document.h"
#include "resolver.h"
#include "text.h"

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
    if (!x->blocks.items[block_of_raw(x, r->raw)].mail) return;
    int depth = depth_below(x->text, x->raws.items[r->raw].end);
    if (depth > r->mail.depth) r->mail.days[depth] = (mail_day){true, w->begin.earliest.day, mention};
}
