/* canvas_svg.c: SVG with live text.  Ids begin with a hash of the drawing, so that two drawings can stand in one page;
 * styles are bound to the drawing's own id for the same reason. */
#include "canvas_svg.h"

#include <math.h>
#include <string.h>

#define PREFIX "\x01"

/* Bytes of a text that no other font can make too wide, such as a day or a month on the axis. */
enum { SHORT_TEXT = 5 };
/* How much wider another font may set a line. */
static const double widest_font = 1.15;

/* The class of each text style. */
static const char style_letters[] = "abcdefghijklmnoqrstuvwxyz";
_Static_assert(sizeof style_letters > STYLE_COUNT, "a letter for each style");

static svg_canvas *svg_of(canvas *c) {
    return (svg_canvas *)c;
}

/* ------------------------------------------------------------------ small pieces */

/* The drawing's own unit: a twentieth of a millimetre, so that whole numbers are as fine as a printer of text. */
static const double units_per_mm = 20;

static int64_t units(double mm) {
    return (int64_t)floor(mm * units_per_mm + 0.5);
}

static void put_units(buffer *b, int64_t value) {
    buffer_integer(b, value);
}

/* A place or length of zero need not be said. */
static void put_unit_attribute(buffer *b, const char *name, int64_t value) {
    if (!value) return;
    buffer_string(b, " ");
    buffer_string(b, name);
    buffer_string(b, "=\"");
    put_units(b, value);
    buffer_string(b, "\"");
}

static void put_attribute(buffer *b, const char *name, double mm) {
    put_unit_attribute(b, name, units(mm));
}

static void put_unit_pair(buffer *b, const char *before, int64_t x, int64_t y) {
    buffer_string(b, before);
    put_units(b, x);
    buffer_string(b, y < 0 ? "" : " ");
    put_units(b, y);
}

static void put_pair(buffer *b, const char *before, double x, double y) {
    put_unit_pair(b, before, units(x), units(y));
}

static bool same_paint(const paint *a, const paint *b) {
    return a->fill == b->fill && a->stroke == b->stroke && a->width == b->width && a->dashed == b->dashed;
}

/* Lines of one style that follow each other stand in a group, which has the class, and begins where the first does. */
static void close_run(svg_canvas *s) {
    if (s->run) buffer_string(&s->out, "</g>\n");
    s->run = 0;
}

static void open_run(svg_canvas *s, char style, double left) {
    if (s->run == style) return;
    close_run(s);
    buffer_string(&s->out, "<g class=\"");
    buffer_bytes(&s->out, &style, 1);
    s->run = style;
    s->run_left = units(left);
    if (s->run_left) {
        buffer_string(&s->out, "\" transform=\"translate(");
        put_units(&s->out, s->run_left);
        buffer_string(&s->out, ")");
    }
    buffer_string(&s->out, "\">\n");
}

static void start_shape(svg_canvas *s, const char *tag) {
    close_run(s);
    buffer_string(&s->out, tag);
}

/* The class of a paint; there are far fewer paints in the drawing code than room for them. */
static size_t paint_number(svg_canvas *s, const paint *p) {
    size_t i = 0;
    while (i < s->paint_count && !same_paint(&s->paints[i], p)) i++;
    if (i == s->paint_count && i < MOST_PAINTS) s->paints[s->paint_count++] = *p;
    return i < MOST_PAINTS ? i : MOST_PAINTS - 1;
}

/* An event is one line. */
static void end_line(svg_canvas *s) {
    if (!s->in_event) buffer_string(&s->out, "\n");
}

/* The end of a shape's tag: its class, a letter and a number. */
static void put_class(svg_canvas *s, const char *letter, size_t number) {
    buffer_string(&s->out, " class=\"");
    buffer_string(&s->out, letter);
    buffer_integer(&s->out, (int64_t)number);
    buffer_string(&s->out, "\"/>");
    end_line(s);
}

static void put_paint(svg_canvas *s, const paint *p) {
    put_class(s, "p", paint_number(s, p));
}

static void put_rectangle(svg_canvas *s, point corner, double width, double height) {
    int64_t x = units(corner.x), y = units(corner.y);
    start_shape(s, "<path d=\"M");
    put_unit_pair(&s->out, "", x, y);
    int64_t right = units(corner.x + width) - x, down = units(corner.y + height) - y;
    const int64_t sides[] = {right, down, -right};
    for (size_t i = 0; i < 3; i++) {
        buffer_string(&s->out, i == 1 ? "v" : "h");
        put_units(&s->out, sides[i]);
    }
    buffer_string(&s->out, "Z\"");
}

/* ------------------------------------------------------------------ operations */

/* Letters, digits, '-', '_' and '.' stay; any other byte becomes its hexadecimal value. */
static void put_id(buffer *b, annals_text id) {
    for (size_t i = 0; i < id.length; i++) {
        unsigned char c = (unsigned char)id.data[i];
        bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || strchr("-.", c);
        if (plain && c) buffer_bytes(b, (const char *)&c, 1);
        else buffer_string(b, "_"), buffer_hex(b, c, 2);
    }
}

/* An address as a link has it: RFC 3986, 2.3, and slashes. */
static void put_address(buffer *b, const char *address) {
    for (; *address; address++) {
        unsigned char c = (unsigned char)*address;
        bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || strchr("-._~/", c);
        if (plain) buffer_bytes(b, address, 1);
        else buffer_string(b, "%"), buffer_hex(b, c, 2);
    }
}

/* Of the document of a source, unless the source before it is of the same. */
static const char *address_of(const svg_canvas *s, const annals_event *event, size_t source) {
    if (!s->addresses || source >= event->source_count) return NULL;
    size_t document = event->sources[source].document;
    return source && document == event->sources[source - 1].document ? NULL : s->addresses[document];
}

static void begin_sheet(svg_canvas *s, point origin) {
    start_shape(s, "<g");
    put_pair(&s->out, " transform=\"translate(", origin.x, origin.y);
    buffer_string(&s->out, ")\">\n");
}

/* A clean text between two strings. */
static void put_clean(svg_canvas *s, const char *before, annals_text text, const char *after) {
    annals_text clean = text_clean(s->pool, text);
    s->out.failed |= !clean.data;
    buffer_string(&s->out, before);
    if (clean.data) buffer_escaped(&s->out, clean);
    buffer_string(&s->out, after);
}

static annals_text name_of(const annals_document *d) {
    return d->title.length ? d->title : text_file_name(d->source);
}

/* What the sources of an event are called, where there are several documents, and what they say beyond its headline. */
static void put_accounts(svg_canvas *s, const annals_event *event) {
    const char *before = "<desc>";
    for (size_t i = 0; i < event->source_count; i++) {
        const annals_source *source = &event->sources[i];
        const annals_document *d = &s->documents[source->document];
        bool repeats = !source->text.length || text_repeats(source->text, event->label);
        bool named = s->document_count > 1 && (!i || source->document != source[-1].document);
        if (named) put_clean(s, before, name_of(d), repeats ? "" : ": ");
        if (!repeats) put_clean(s, named ? "" : before, source->text, "");
        if (named || !repeats) before = " · ";
    }
    bool alone = !event->source_count && event->text.length && !text_repeats(event->text, event->label);
    if (alone) put_clean(s, before, event->text, "");
    if (alone || before[0] == ' ') buffer_string(&s->out, "</desc>");
}

/* The entries of the page that a part stands for. */
static void put_ranks(svg_canvas *s, const part *p) {
    for (size_t i = 0; i < p->rank_count; i++) {
        buffer_string(&s->out, i ? " e" : " data-with=\"e");
        buffer_integer(&s->out, (int64_t)p->ranks[i]);
    }
    if (p->rank_count) buffer_string(&s->out, "\"");
}

static void begin_rest(svg_canvas *s, const part *p) {
    start_shape(s, "<g");
    put_ranks(s, p);
    buffer_string(&s->out, ">\n");
}

static void open_link(svg_canvas *s, const char *address) {
    buffer_string(&s->out, "<a href=\"");
    put_address(&s->out, address);
    buffer_string(&s->out, "\">");
}

static size_t addresses_of(const svg_canvas *s, const annals_event *event) {
    size_t count = 0;
    for (size_t i = 0; i < event->source_count; i++) count += address_of(s, event, i) != NULL;
    return count;
}

/* Where several documents tell of an event, unseen fields side by side over the first line of its words: each has the
 * name of one and leads to it.  Links cannot stand within each other, and not all programs know them within a text. */
static void put_fields(svg_canvas *s, const annals_event *event) {
    static const paint unseen = {.fill = COLOUR_NONE, .stroke = COLOUR_NONE};
    size_t count = addresses_of(s, event), field = 0;
    double top = s->words.at.y - face_ascent(s->words.style), step = s->words.width / (double)(count ? count : 1);
    for (size_t i = 0; i < event->source_count && count > 1; i++) {
        const char *address = address_of(s, event, i);
        if (!address) continue;
        open_link(s, address);
        put_clean(s, "<title>", name_of(&s->documents[event->sources[i].document]), "</title>");
        put_rectangle(s, (point){s->words.at.x + (double)field++ * step, top}, step, face_of(s->words.style)->leading);
        put_paint(s, &unseen);
        buffer_string(&s->out, "</a>");
    }
}

static void begin(canvas *c, const part *p) {
    svg_canvas *s = svg_of(c);
    buffer *b = &s->out;
    if (p->role == PART_SHEET) begin_sheet(s, p->origin);
    if (p->role == PART_REST && s->inlined) begin_rest(s, p);
    if (p->role != PART_EVENT) return;
    s->in_event = true;
    s->event = p->event;
    start_shape(s, s->inlined ? "<a href=\"#" : "<g");
    if (s->inlined) buffer_string(b, p->link), buffer_string(b, "\""), put_ranks(s, p);
    if (p->id.data) {
        buffer_string(b, " id=\"" PREFIX "-");
        put_id(b, p->id);
        buffer_string(b, "\"");
    }
    buffer_string(b, "><title>");
    buffer_escaped(b, p->title);
    buffer_string(b, "</title>");
    if (s->pool) put_accounts(s, p->event);
    const char *address = s->inlined ? NULL : address_of(s, p->event, 0);
    s->linked = address;
    s->words = (svg_words){0};
    if (address) open_link(s, address);
}

static void end(canvas *c, const part *p) {
    svg_canvas *s = svg_of(c);
    if (p->role == PART_SHEET || (p->role == PART_REST && s->inlined)) start_shape(s, "</g>\n");
    if (p->role != PART_EVENT) return;
    if (s->linked) buffer_string(&s->out, "</a>");
    if (s->linked && s->words.width > 0) put_fields(s, s->event);
    s->in_event = false;
    buffer_string(&s->out, s->inlined ? "</a>\n" : "</g>\n");
}

static void anchor(canvas *c, const char *name, point at) {
    (void)c, (void)name, (void)at;
}

/* The end of a shape; the looks of the first leader, and of the first circle, are those of all that have no class. */
static void put_plain(svg_canvas *s, plain_shape shape, const paint *look) {
    if (!s->has_plain[shape]) s->plain[shape] = *look;
    s->has_plain[shape] = true;
    if (!same_paint(look, &s->plain[shape])) {
        put_paint(s, look);
        return;
    }
    buffer_string(&s->out, "/>");
    end_line(s);
}

/* To a place relative to where it begins: a bow to the middle, and its image; `upright`: as its ends stand. */
static void put_curve(buffer *b, int64_t dx, int64_t dy, bool upright) {
    int64_t x = dx / 2, y = dy / 2;
    put_unit_pair(b, "q", upright ? 0 : x / 2, upright ? y / 2 : 0);
    put_unit_pair(b, x < 0 ? "" : " ", x, y);
    put_unit_pair(b, "t", dx - x, dy - y);
}

static void leader(canvas *c, point mark, double bend_y, point foot, double top, const paint *look) {
    svg_canvas *s = svg_of(c);
    int64_t x = units(mark.x), y = units(bend_y), dx = units(foot.x) - x, dy = units(foot.y) - y;
    start_shape(s, "<path d=\"M");
    put_unit_pair(&s->out, "", x, units(mark.y));
    if (dx && y != units(mark.y)) buffer_string(&s->out, "V"), put_units(&s->out, y);
    if (dx) put_curve(&s->out, dx, dy, true);
    buffer_string(&s->out, "V");
    put_units(&s->out, units(top));
    buffer_string(&s->out, "\"");
    put_plain(s, PLAIN_LEADER, look);
}

static void bend(canvas *c, point from, point to, const paint *look) {
    svg_canvas *s = svg_of(c);
    int64_t x = units(from.x), y = units(from.y), dx = units(to.x) - x, dy = units(to.y) - y;
    start_shape(s, "<path d=\"M");
    put_unit_pair(&s->out, "", x, y);
    if (dy) put_curve(&s->out, dx, dy, false);
    else buffer_string(&s->out, "h"), put_units(&s->out, dx);
    buffer_string(&s->out, "\"");
    put_plain(s, PLAIN_LEADER, look);
}

static void polygon(canvas *c, const point *points, size_t count, bool closed, const paint *look) {
    svg_canvas *s = svg_of(c);
    start_shape(s, "<path d=\"");
    int64_t x = 0, y = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t dx = units(points[i].x) - x, dy = units(points[i].y) - y;
        put_unit_pair(&s->out, !i ? "M" : i == 1 ? "l" : dx < 0 ? "" : " ", dx, dy);
        x += dx;
        y += dy;
    }
    buffer_string(&s->out, closed ? "Z\"" : "\"");
    put_paint(s, look);
}

static void circle(canvas *c, point centre, double radius, const paint *look) {
    svg_canvas *s = svg_of(c);
    start_shape(s, "<circle");
    put_attribute(&s->out, "cx", centre.x);
    put_attribute(&s->out, "cy", centre.y);
    put_attribute(&s->out, "r", radius);
    put_plain(s, PLAIN_CIRCLE, look);
}

static void rectangle(canvas *c, point corner, double width, double height, const paint *look) {
    put_rectangle(svg_of(c), corner, width, height);
    put_paint(svg_of(c), look);
}

static bool same_fade(const fade_look *a, const fade_look *b) {
    return a->from == b->from && a->to == b->to && a->mirrored == b->mirrored && a->upright == b->upright;
}

static size_t fade_number(svg_canvas *s, const fade_look *look) {
    size_t i = 0;
    while (i < s->fade_count && !same_fade(&s->fades[i], look)) i++;
    size_t room = sizeof s->fades / sizeof *s->fades;
    if (i == s->fade_count && i < room) s->fades[s->fade_count++] = *look;
    return i < room ? i : room - 1;
}

static void fade(canvas *c, point corner, double width, double height, const fade_look *look) {
    svg_canvas *s = svg_of(c);
    put_rectangle(s, corner, width, height);
    put_class(s, "f", fade_number(s, look));
}

/* To and fro, so that each stroke begins beside the end of the last one; dashes all begin at the foot. */
static void strokes(canvas *c, const stroke_row *row, const paint *look) {
    svg_canvas *s = svg_of(c);
    if (!row->count) return;
    int64_t foot = units(row->foot), length = -units(row->length), at = units(row->at[0]);
    start_shape(s, "<path d=\"");
    put_unit_pair(&s->out, "M", row->level ? foot : at, row->level ? at : foot);
    for (size_t i = 0; i < row->count; i++) {
        int64_t step = units(row->at[i]) - at, back = look->dashed ? -length : 0;
        if (i) put_unit_pair(&s->out, "m", row->level ? back : step, row->level ? step : back);
        buffer_string(&s->out, row->level ? "h" : "v");
        put_units(&s->out, i % 2 && !back ? -length : length);
        at += step;
    }
    buffer_string(&s->out, "\"");
    put_paint(s, look);
}

static void put_text_class(svg_canvas *s, text_style style) {
    buffer_string(&s->out, " class=\"");
    buffer_bytes(&s->out, &style_letters[style], 1);
    buffer_string(&s->out, "\"");
}

/* Shapes of letters are drawn in hundredths of a point. */
static const double outline_units = 100;

/* The points of a piece of a path, relative to the last one. */
static void put_outline_points(buffer *b, const cairo_path_data_t *points, int count, int64_t last[2]) {
    int64_t from[2] = {last[0], last[1]};
    for (int i = 0; i < count; i++) {
        last[0] = llround(points[i].point.x * outline_units);
        last[1] = llround(points[i].point.y * outline_units);
        for (int k = 0; k < 2; k++) {
            int64_t d = last[k] - from[k];
            buffer_string(b, (i || k) && d >= 0 ? " " : "");
            put_units(b, d);
        }
    }
}

static void put_path(buffer *b, const cairo_path_t *path) {
    static const char letters[] = {[CAIRO_PATH_MOVE_TO] = 'm',
                                   [CAIRO_PATH_LINE_TO] = 'l',
                                   [CAIRO_PATH_CURVE_TO] = 'c',
                                   [CAIRO_PATH_CLOSE_PATH] = 'z'};
    int64_t last[2] = {0, 0}, start[2] = {0, 0};
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t *piece = &path->data[i];
        buffer_bytes(b, &letters[piece->header.type], 1);
        put_outline_points(b, piece + 1, piece->header.length - 1, last);
        if (piece->header.type == CAIRO_PATH_MOVE_TO) memcpy(start, last, sizeof start);
        if (piece->header.type == CAIRO_PATH_CLOSE_PATH) memcpy(last, start, sizeof last);
    }
}

static void put_outlines(svg_canvas *s, const text_block *block, size_t number, point at) {
    buffer *b = &s->out;
    cairo_path_t *path = text_setter_outline(s->outlines, block, number);
    start_shape(s, "<path");
    put_text_class(s, block->style);
    put_pair(b, " transform=\"translate(", at.x, at.y);
    buffer_string(b, ")scale(");
    buffer_number(b, MM_PER_POINT * units_per_mm / outline_units, 6);
    buffer_string(b, ")\" d=\"");
    if (path) put_path(b, path);
    b->failed |= !path;
    if (path) cairo_path_destroy(path);
    buffer_string(b, "\"/>");
    end_line(s);
}

static void start_text(svg_canvas *s, text_style style, point at) {
    bool classed = style != STYLE_LABEL;
    if (classed && !s->in_event) open_run(s, style_letters[style], at.x);
    else close_run(s);
    buffer_string(&s->out, "<text");
    if (classed && s->in_event) put_text_class(s, style);
    put_unit_attribute(&s->out, "x", units(at.x) - (s->run ? s->run_left : 0));
    put_attribute(&s->out, "y", at.y);
}

static void line(canvas *c, const text_block *block, size_t number, point at) {
    svg_canvas *s = svg_of(c);
    const text_line *l = &block->lines[number];
    annals_text text = {block->text.data + l->offset, l->length};
    while (text.length && text.data[text.length - 1] == ' ') text.length--;
    if (!text.length) return;
    s->used[block->style] = true;
    if (!(s->words.width > 0) || (s->words.style != STYLE_LABEL && block->style == STYLE_LABEL))
        s->words = (svg_words){block->style, at, l->width};
    if (s->outlines) {
        put_outlines(s, block, number, at);
        return;
    }
    start_text(s, block->style, at);
    /* Letters that run to the left are joined, or Inkscape sets them apart: their width is that of the font. */
    if (block->runs_left) buffer_string(&s->out, " direction=\"rtl\" text-anchor=\"end\"");
    else if ((text.length > SHORT_TEXT || block->flush_right) && l->width * widest_font > block->room)
        put_attribute(&s->out, "textLength", l->width);
    buffer_string(&s->out, ">");
    buffer_escaped(&s->out, text);
    buffer_string(&s->out, "</text>");
    end_line(s);
}

static const canvas_class svg_class = {begin,     end,  anchor,  leader, bend, polygon, circle,
                                       rectangle, fade, strokes, line,   NULL, NULL};

void svg_canvas_start(svg_canvas *s, const theme *look, const char *language, double margin, double zoom) {
    *s = (svg_canvas){.base = {&svg_class}, .theme = look, .language = language, .margin = margin, .zoom = zoom};
}

void svg_canvas_free(svg_canvas *s) {
    buffer_free(&s->out);
}

/* ------------------------------------------------------------------ the whole file */

static void put_colour(const theme *look, buffer *b, const char *property, colour c) {
    buffer_string(b, property);
    if (c != COLOUR_NONE) buffer_string(b, "#"), buffer_hex(b, look->colours[c], 6);
    else buffer_string(b, "none");
}

/* "#id " and the name of a class of shapes, a letter and a number. */
static void put_selector(buffer *b, const char *letter, size_t number) {
    buffer_string(b, "#" PREFIX " .");
    buffer_string(b, letter);
    buffer_integer(b, (int64_t)number);
}

/* The class is that of a text, or of a group of them.  All texts are labels that have none. */
static void put_text_selector(const svg_canvas *s, buffer *b, text_style style) {
    const char letter[] = {style_letters[style], 0};
    if (style == STYLE_LABEL && !s->outlines) {
        buffer_string(b, "#" PREFIX " text");
        return;
    }
    buffer_string(b, "#" PREFIX " .");
    buffer_string(b, letter);
    if (s->outlines) return;
    buffer_string(b, ",#" PREFIX " .");
    buffer_string(b, letter);
    buffer_string(b, " text");
}

/* Labels are the most of the text, so theirs is the style of all text; the others say in what they differ. */
static void put_text_style(const svg_canvas *s, buffer *b, text_style style) {
    const face *f = face_of(style), *label = style == STYLE_LABEL ? NULL : face_of(STYLE_LABEL);
    put_text_selector(s, b, style);
    buffer_string(b, "{font-size:");
    buffer_number(b, f->size * MM_PER_POINT * units_per_mm, 2);
    buffer_string(b, "px");
    if (!label || f->family != label->family) {
        buffer_string(b, ";font-family:");
        buffer_string(b, s->theme->families[f->family]);
    }
    if (!label || f->bold != label->bold) buffer_string(b, f->bold ? ";font-weight:700" : ";font-weight:400");
    if (f->italic) buffer_string(b, ";font-style:italic");
    buffer_string(b, "}\n");
}

static void put_width(buffer *b, const paint *p) {
    if (p->stroke == COLOUR_NONE) return;
    buffer_string(b, ";stroke-width:");
    buffer_number(b, p->width * units_per_mm, 1);
    if (p->dashed) buffer_string(b, ";stroke-dasharray:14 12");
}

/* `whole`: with what does not change from theme to theme. */
static void put_paint_style(buffer *b, const theme *look, const paint *p, bool whole) {
    put_colour(look, b, "{fill:", p->fill);
    put_colour(look, b, ";stroke:", p->stroke);
    if (whole) put_width(b, p);
    if (whole && p->fill == COLOUR_NONE && p->stroke == COLOUR_NONE) buffer_string(b, ";pointer-events:all");
    buffer_string(b, "}\n");
}

static void put_paint_styles(const svg_canvas *s, buffer *b, const theme *look, bool whole) {
    static const char *const shapes[] = {[PLAIN_LEADER] = "#" PREFIX " path", [PLAIN_CIRCLE] = "#" PREFIX " circle"};
    for (plain_shape i = 0; i < PLAIN_COUNT; i++) {
        if (!s->has_plain[i]) continue;
        buffer_string(b, shapes[i]);
        put_paint_style(b, look, &s->plain[i], whole);
    }
    for (size_t i = 0; i < s->paint_count; i++) {
        put_selector(b, "p", i);
        put_paint_style(b, look, &s->paints[i], whole);
    }
}

/* The colours of text; the shapes of letters have no outline. */
static void put_text_colours(const svg_canvas *s, buffer *b, const theme *look) {
    for (text_style style = 0; style < STYLE_COUNT; style++) {
        bool label = style == STYLE_LABEL && !s->outlines;
        if (!s->used[style] && !label) continue;
        if (!label && !s->outlines && face_of(style)->colour == face_of(STYLE_LABEL)->colour) continue;
        put_text_selector(s, b, style);
        put_colour(look, b, "{fill:", face_of(style)->colour);
        buffer_string(b, s->outlines ? ";stroke:none}\n" : "}\n");
    }
}

/* What a reader sees who prefers dark pages. */
static void put_dark_styles(const svg_canvas *s, buffer *b) {
    buffer_string(b, "@media(prefers-color-scheme:dark){\n");
    put_paint_styles(s, b, s->dark, false);
    put_text_colours(s, b, s->dark);
    buffer_string(b, "#" PREFIX ">rect");
    put_colour(s->dark, b, "{fill:", COLOUR_PAPER);
    buffer_string(b, "}\n");
    for (size_t i = 0; i < s->fade_count; i++)
        for (int last = 0; last < 2; last++) {
            buffer_string(b, "#" PREFIX "-f");
            buffer_integer(b, (int64_t)i);
            buffer_string(b, last ? " :last-child" : " :first-child");
            put_colour(s->dark, b, "{stop-color:", last ? s->fades[i].to : s->fades[i].from);
            buffer_string(b, "}\n");
        }
    buffer_string(b, "}\n");
}

static void put_styles(const svg_canvas *s, buffer *b) {
    buffer_string(b, "<style>\n");
    for (text_style style = 0; style < STYLE_COUNT && !s->outlines; style++)
        if (s->used[style] || style == STYLE_LABEL) put_text_style(s, b, style);
    put_paint_styles(s, b, s->theme, true);
    put_text_colours(s, b, s->theme);
    for (size_t i = 0; i < s->fade_count; i++) {
        put_selector(b, "f", i);
        buffer_string(b, "{stroke:none;fill:url(#" PREFIX "-f");
        buffer_integer(b, (int64_t)i);
        buffer_string(b, ")}\n");
    }
    if (s->dark) put_dark_styles(s, b);
    buffer_string(b, "</style>\n");
}

static void put_stop(const svg_canvas *s, buffer *b, const char *offset, colour c) {
    buffer_string(b, "<stop offset=\"");
    buffer_string(b, offset);
    buffer_string(b, "\" stop-color=\"#");
    buffer_hex(b, s->theme->colours[c], 6);
    buffer_string(b, "\"/>");
}

static void put_fades(const svg_canvas *s, buffer *b) {
    for (size_t i = 0; i < s->fade_count; i++) {
        buffer_string(b, i ? "<linearGradient id=\"" PREFIX "-f" : "<defs>\n<linearGradient id=\"" PREFIX "-f");
        buffer_integer(b, (int64_t)i);
        const fade_look *f = &s->fades[i];
        if (f->upright) buffer_string(b, f->mirrored ? "\" x2=\"0\" y2=\".5" : "\" x2=\"0\" y2=\"1");
        else if (f->mirrored) buffer_string(b, "\" x2=\".5");
        buffer_string(b, f->mirrored ? "\" spreadMethod=\"reflect\">" : "\">");
        put_stop(s, b, "0", f->from);
        put_stop(s, b, "1", f->to);
        buffer_string(b, "</linearGradient>\n");
    }
    if (s->fade_count) buffer_string(b, "</defs>\n");
}

static void put_head(const svg_canvas *s, buffer *b, double width, double height, annals_text title,
                     annals_text description) {
    if (!s->inlined) buffer_string(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    buffer_string(b, "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"" PREFIX "\" width=\"");
    buffer_number(b, width * s->zoom, 2);
    buffer_string(b, "mm\" height=\"");
    buffer_number(b, height * s->zoom, 2);
    buffer_string(b, "mm\" viewBox=\"");
    const double view[] = {-s->margin, -s->margin, width, height};
    for (size_t i = 0; i < 4; i++) {
        buffer_string(b, i ? " " : "");
        buffer_number(b, view[i] * units_per_mm, 1);
    }
    buffer_string(b, "\" role=\"graphics-document\" lang=\"");
    buffer_string(b, s->language);
    buffer_string(b, "\" aria-labelledby=\"" PREFIX "-title\" aria-describedby=\"" PREFIX
                     "-desc\">\n<title id=\"" PREFIX "-title\">");
    buffer_escaped(b, title);
    buffer_string(b, "</title>\n<desc id=\"" PREFIX "-desc\">");
    buffer_escaped(b, description);
    buffer_string(b, "</desc>\n");
    put_styles(s, b);
    put_fades(s, b);
    buffer_string(b, "<rect");
    put_attribute(b, "x", -s->margin);
    put_attribute(b, "y", -s->margin);
    buffer_string(b, " width=\"100%\" height=\"100%\" fill=\"#");
    buffer_hex(b, s->theme->colours[COLOUR_PAPER], 6);
    buffer_string(b, "\"/>\n");
}

/* Copy with each prefix byte replaced. */
static void put_prefixed(const buffer *from, uint32_t hash, buffer *to) {
    const char *at = from->data, *end = at + from->length;
    while (at < end) {
        const char *mark = memchr(at, PREFIX[0], (size_t)(end - at));
        buffer_bytes(to, at, (size_t)((mark ? mark : end) - at));
        if (!mark) return;
        buffer_string(to, "a");
        buffer_hex(to, hash >> 12, 5);
        at = mark + 1;
    }
}

annals_status svg_canvas_finish(svg_canvas *s, double width, double height, annals_text title, annals_text description,
                                annals_sink sink, annals_error *error) {
    buffer all = {0}, finished = {0};
    close_run(s);
    put_head(s, &all, width, height, title, description);
    buffer_bytes(&all, s->out.data, s->out.length);
    buffer_string(&all, "</svg>\n");
    if (!all.failed) put_prefixed(&all, text_digest(0, (annals_text){all.data, all.length}), &finished);
    finished.failed |= all.failed || s->out.failed;
    annals_status status = buffer_flush(&finished, sink, error);
    buffer_free(&all);
    buffer_free(&finished);
    return status;
}
