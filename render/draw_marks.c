/* draw_marks.c: the marks of events and their parts. */
#include "draw_marks.h"

#include "draw.h"
#include "words.h"

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
        break;
    }
}

void draw_glow(canvas *c, event_look look, double left, double right, double y, double height) {
    c->class->fade(c, (point){left, y}, right - left, height,
                   &(fade_look){COLOUR_PAPER, kind_colours_of(look).tint, true, false});
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

bool draw_begin_event(canvas *c, const wording *say, const annals_event *event, annals_text id, size_t rank,
                      bool links) {
    annals_text when = words_when(say, event->when, (common_year){0}), label = text_clean(say->pool, event->label);
    annals_text sources = source_words(say, event);
    if (!when.data || !label.data || !sources.data) return false;
    const char *gap = sources.length ? " " : "";
    annals_text title =
        words_join(say->pool, (const char *const[]){when.data, ": ", label.data, gap, sources.data, NULL});
    const char *link = links ? draw_anchor_name(say->pool, 'e', rank) : NULL;
    if (!title.data || (links && !link)) return false;
    c->class->begin(c, &(part){.role = PART_EVENT, .id = id, .event = event, .title = title, .link = link});
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
