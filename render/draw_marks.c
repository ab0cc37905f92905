/* draw_marks.c: the marks of events and their parts. */
#include "draw_marks.h"

#include "draw.h"
#include "words.h"

#include <math.h>

bool same_look(event_look a, event_look b) {
    return a.kind == b.kind && a.series == b.series;
}

kind_colours kind_colours_of(event_look look) {
    static const kind_colours rows[] = {
        [ANNALS_OCCURRENCE] = {COLOUR_OCCURRENCE, COLOUR_OCCURRENCE_TINT},
        [ANNALS_DOCUMENT] = {COLOUR_DOCUMENT, COLOUR_DOCUMENT_TINT},
        [ANNALS_PLAN] = {COLOUR_PLAN, COLOUR_PLAN_TINT},
        [ANNALS_CITATION] = {COLOUR_CITATION, COLOUR_CITATION_TINT},
    };
    if (look.series == NO_SERIES) return (kind_colours){COLOUR_MUTED, COLOUR_RULE};
    if (!look.series) return rows[look.kind];
    colour solid = (colour)(COLOUR_SERIES + 2 * (look.series - 1));
    return (kind_colours){solid, (colour)(solid + 1)};
}

/* ------------------------------------------------------------------ motifs */

/* What tells series apart where all is grey: strokes, for a dot or a ring would look like a hollow mark. */
typedef enum motif {
    MOTIF_NONE,
    MOTIF_LEVEL,
    MOTIF_UPRIGHT,
    MOTIF_RISING,
    MOTIF_CROSS,
    MOTIF_FALLING,
    MOTIF_SALTIRE,
    MOTIF_TWO_LEVELS,
    MOTIF_COUNT
} motif;
_Static_assert(MOTIF_COUNT == (motif)MOST_SERIES, "a motif for each series");

static motif motif_of(event_look look) {
    return !look.series || look.series == NO_SERIES ? MOTIF_NONE : (motif)(look.series - 1);
}

static void draw_stroke(canvas *c, point middle, double x, double y, colour ink) {
    const point ends[] = {{middle.x - x, middle.y - y}, {middle.x + x, middle.y + y}};
    c->class->polygon(c, ends, 2, false, &(paint){.stroke = ink, .width = 0.34});
}

/* In the middle of a mark or of a part of a bar, `r` being half their height. */
static void draw_motif(canvas *c, motif m, point at, double r, colour ink) {
    double side = r * 0.8, slant = r * 0.6, apart = r * 0.4;
    if (m == MOTIF_LEVEL || m == MOTIF_CROSS) draw_stroke(c, at, side, 0, ink);
    if (m == MOTIF_UPRIGHT || m == MOTIF_CROSS) draw_stroke(c, at, 0, side, ink);
    if (m == MOTIF_RISING || m == MOTIF_SALTIRE) draw_stroke(c, at, slant, -slant, ink);
    if (m == MOTIF_FALLING || m == MOTIF_SALTIRE) draw_stroke(c, at, slant, slant, ink);
    for (int i = -1; m == MOTIF_TWO_LEVELS && i <= 1; i += 2)
        draw_stroke(c, (point){at.x, at.y + i * apart}, side, 0, ink);
}

void draw_motifs(canvas *c, event_look look, point from, point to, colour ink) {
    enum { MOST = 12 };
    static const double step = 2.6, half = 0.85;
    motif m = motif_of(look);
    double length = fmax(to.x - from.x, to.y - from.y);
    if (m == MOTIF_NONE || length <= 0) return;
    size_t count = (size_t)fmax(1, fmin(MOST, floor(length / step)));
    for (size_t i = 0; i < count; i++) {
        double share = ((double)i + 0.5) / (double)count;
        draw_motif(c, m, (point){from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share}, half, ink);
    }
}

/* ------------------------------------------------------------------ marks */

void draw_mark(canvas *c, event_look look, point at, bool hollow) {
    double r = MARK_RADIUS;
    colour solid = kind_colours_of(look).solid;
    paint p = hollow ? (paint){COLOUR_PAPER, solid, 0.45, false} : (paint){solid, COLOUR_PAPER, 0.2, false};
    if (hollow) r -= 0.15;
    switch (look.kind) {
    case ANNALS_OCCURRENCE:
        c->class->circle(c, at, r, &p);
        break;
    case ANNALS_DOCUMENT:
        c->class->rectangle(c, (point){at.x - r * 0.8, at.y - r}, r * 1.6, r * 2, &p);
        break;
    case ANNALS_PLAN: {
        double d = r * 1.25;
        const point corners[] = {{at.x, at.y - d}, {at.x + d, at.y}, {at.x, at.y + d}, {at.x - d, at.y}};
        c->class->polygon(c, corners, 4, true, &p);
        break;
    }
    case ANNALS_CITATION:
        p = (paint){.stroke = solid, .width = 0.4};
        c->class->polygon(c, (const point[]){{at.x - r, at.y - r}, {at.x + r, at.y + r}}, 2, false, &p);
        c->class->polygon(c, (const point[]){{at.x - r, at.y + r}, {at.x + r, at.y - r}}, 2, false, &p);
        return;
    }
    draw_motif(c, motif_of(look), at, hollow ? r * 0.6 : r, hollow ? solid : COLOUR_PAPER);
}

void draw_glow(canvas *c, event_look look, double left, double right, double y, double height) {
    c->class->fade(c, (point){left, y}, right - left, height,
                   &(fade_look){COLOUR_PAPER, kind_colours_of(look).tint, true, false});
}

void draw_stretch(canvas *c, event_look look, double left, double right, double y, double height) {
    const double edges[] = {y, y + height};
    paint dashes = {.stroke = kind_colours_of(look).solid, .width = 0.2, .dashed = true};
    draw_glow(c, look, left, right, y, height);
    c->class->strokes(c, &(stroke_row){edges, 2, right, right - left, true}, &dashes);
}

void draw_within(canvas *c, event_look look, double left, double right, double y, double height) {
    draw_glow(c, look, left, right, y, height);
    paint dashes = {.stroke = kind_colours_of(look).solid, .width = 0.25, .dashed = true};
    c->class->polygon(c, (const point[]){{left, y + height / 2}, {right, y + height / 2}}, 2, false, &dashes);
}

/* "(3 sources; another says: 28 October 1962)", where several were put together; absent when memory runs out. */
static annals_text source_words(const wording *say, const annals_event *event) {
    bool joined = event->source_count > 1 && event->sources[0].label.length;
    if (!joined && !event->conflict_count) return annals_text_of("");
    annals_text words = words_count(say, event->source_count, "sources"), says = words_said(say, "claim", 0);
    if (!says.data) return says;
    for (size_t i = 0; words.data && i < event->conflict_count; i++) {
        annals_text claim = text_clean(say->pool, event->conflicts[i].claim);
        if (!claim.data) return claim;
        words = words_join(say->pool, (const char *const[]){words.data, "; ", says.data, " ", claim.data, NULL});
    }
    return words.data ? words_join(say->pool, (const char *const[]){"(", words.data, ")", NULL}) : words;
}

bool draw_begin_event(canvas *c, const wording *say, drawn_event drawn, bool links) {
    const annals_event *event = drawn.event;
    annals_text when = words_when(say, event->when, (common_year){0}), label = text_clean(say->pool, event->label);
    annals_text sources = source_words(say, event);
    if (!when.data || !label.data || !sources.data) return false;
    annals_text title = label; /* a further part needs to tell no more */
    if (drawn.id.data) {
        const bool told = text_same(drawn.said, when);
        title = words_join(say->pool, (const char *const[]){told ? "" : when.data, told ? "" : ": ", label.data,
                                                            sources.length ? " " : "", sources.data, NULL});
    }
    const char *link = links ? draw_anchor_name(say->pool, 'e', drawn.rank) : NULL;
    if (!title.data || (links && !link)) return false;
    c->class->begin(c, &(part){.role = PART_EVENT,
                               .id = drawn.id,
                               .event = event,
                               .ranks = drawn.ranks,
                               .rank_count = drawn.rank_count,
                               .title = title,
                               .link = link});
    return true;
}

bool draw_label(canvas *c, const wording *say, size_t rank, bool links, const text_block *blocks[3],
                const point at[3]) {
    part label = {.role = PART_LABEL, .link = links ? draw_anchor_name(say->pool, 'e', rank) : NULL};
    if (links && !label.link) return false;
    c->class->begin(c, &label);
    for (size_t i = 0; i < 3; i++)
        if (blocks[i]) canvas_block(c, blocks[i], at[i].x, at[i].y);
    c->class->end(c, &label);
    return true;
}

void draw_end_event(canvas *c) {
    c->class->end(c, &(part){.role = PART_EVENT});
}
