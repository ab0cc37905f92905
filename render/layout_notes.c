/* layout_notes.c: notes in the margin that name the source of what stands beside them.  The list of sources at the end
 * numbers them and names them in full; a note has the number and as much of the name as finds room. */
#include "layout_pages_parts.h"

#include "buffer.h"

#include <string.h>

enum { NOTE_LINES = 2 };

static const double note_gap = 0.8;

const char *flow_source_anchor(flow *f, size_t document) {
    const char *name = draw_anchor_name(f->pool, 's', document + 1);
    f->failed |= !name;
    return name;
}

annals_text flow_source_number(flow *f, size_t document) {
    if (!flow_has_notes(f)) return (annals_text){"", 0};
    buffer b = {0};
    buffer_string(&b, "[");
    buffer_integer(&b, (int64_t)document + 1);
    buffer_string(&b, "]");
    annals_text number = text_clean(f->pool, (annals_text){b.data, b.length});
    f->failed |= b.failed || !number.data;
    buffer_free(&b);
    return number;
}

static const text_block *set_note(flow *f, annals_text words) {
    text_block *note = POOL_ARRAY(f->pool, text_block, 1);
    f->failed |= !note || !words.data ||
                 !text_wrap_cut(f->measure, f->pool, STYLE_SOURCE, words, flow_source_width(f), NOTE_LINES, note);
    return note;
}

/* What a note says: number and name; the number alone where the note before it, or the entry itself, has the name. */
static annals_text note_words(flow *f, const annals_document *d, size_t document, annals_text label) {
    annals_text number = flow_source_number(f, document), name = text_clean(f->pool, d->title);
    if (f->failed || !name.data) return (annals_text){0};
    bool itself = name.length == label.length && name.length && !memcmp(name.data, label.data, name.length);
    if (!name.length) name = text_clean(f->pool, text_file_name(d->source));
    if (itself || f->note_source == document + 1) name = (annals_text){"", 0};
    if (!name.data) return name;
    return words_join(
        f->pool, (const char *const[]){number.data, number.length && name.length ? "\u00a0" : "", name.data, NULL});
}

void flow_note(flow *f, size_t document, annals_text label, size_t row) {
    size_t count;
    const annals_document *documents = annals_documents(f->chronology, &count);
    if (f->failed || document >= count || !flow_has_notes(f)) return;
    const text_block *note = set_note(f, note_words(f, &documents[document], document, label));
    f->note_source = document + 1;
    if (f->failed || !note->count) return;
    flow_clear_note(f, row, note_gap);
    double drop = face_ascent(STYLE_BODY) - face_ascent(STYLE_SOURCE);
    f->note_row = row;
    f->note_height = f->rows[row].reach = drop + text_block_height(note);
    flow_piece(f, PIECE_SOURCE, row, flow_source_left(f), drop, note)->link = flow_source_anchor(f, document);
}

/* Notes run on beside what follows them; only where the next one, or a heading, would touch is there room to make, and
 * rows that stood closer would. */
void flow_clear_note(flow *f, size_t row, double gap) {
    if (!(f->note_height > 0) || f->failed) return;
    double below = f->note_height + gap, given = 0;
    for (size_t i = f->note_row; i < row; i++) {
        below -= f->rows[i].height + f->rows[i + 1].before;
        given += f->rows[i + 1].give;
    }
    if (below > 0) f->rows[row].before += below;
    for (size_t i = f->note_row; i < row && below + given > 0; i++) f->rows[i + 1].give = 0;
    f->note_height = 0;
}
