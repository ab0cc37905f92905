/* order.c: which of two numbers is the day, in dates such as 5/3/1962 that leave it open.
 *
 * What is no month settles it (27/10/1962: build_figures.c); between full stops (5.3.1962) the day comes first but
 * where the option asks for the month.  Otherwise, in this order: the order given as an option; the weekday that stands
 * with the date; the order that all the settled dates of the document have; else the month comes first, the date is
 * uncertain, and resolve.c keeps the other reading too. */
#include "civil.h"
#include "stages.h"

typedef struct habit {
    size_t day_first, month_first;
} habit;

static void count_order(const expr *e, habit *h) {
    if (!e) return;
    h->day_first += e->order == ORDER_DAY_FIRST;
    h->month_first += e->order == ORDER_MONTH_FIRST;
    count_order(e->from, h);
    count_order(e->to, h);
}

static bool unsure(const expr *e) {
    return e && (e->order == ORDER_UNSURE || e->order == ORDER_DOTTED || unsure(e->from) || unsure(e->to));
}

static bool falls_on(const expr *e, int month, int day) {
    int64_t year = e->short_year ? 1900 + (int64_t)e->year : e->year;
    return annals_weekday_of_day(annals_day_of_civil(year, month, day)) == e->weekday;
}

static void change_places(expr *e) {
    int32_t month = e->month;
    e->month = e->day;
    e->day = month;
}

static void order_as(expr *e, bool day_first, numeric_order reason) {
    e->order = reason;
    if (day_first) change_places(e); /* as it is built the month comes first */
}

/* As it is built the day comes first. */
static void settle_dotted(annals_order option, expr *e) {
    bool asked = option == ANNALS_ORDER_MDY;
    e->order = asked ? ORDER_BY_OPTION : ORDER_PLAIN;
    if (asked) change_places(e);
}

static void settle(annals_order option, const habit *h, expr *e) {
    bool known_day = e->weekday != UNSET && e->year != UNSET;
    bool month_fits = known_day && falls_on(e, e->month, e->day), day_fits = known_day && falls_on(e, e->day, e->month);
    if (option != ANNALS_ORDER_AUTO) order_as(e, option == ANNALS_ORDER_DMY, ORDER_BY_OPTION);
    else if (month_fits != day_fits) order_as(e, day_fits, ORDER_BY_WEEKDAY);
    else if (!h->day_first != !h->month_first) order_as(e, h->day_first > 0, ORDER_BY_HABIT);
    else e->uncertain = true;
}

/* A copy whose orders are settled, or null when memory runs out.  Ranges nest once. */
static const expr *settled(annals_chronology *c, const habit *h, const expr *e) {
    if (!unsure(e)) return e;
    expr *copy = arena_copy(&c->arena, e, 1, sizeof *e);
    if (!copy) return NULL;
    if (copy->order == ORDER_UNSURE) settle(c->options.order, h, copy);
    if (copy->order == ORDER_DOTTED) settle_dotted(c->options.order, copy);
    if (copy->from) copy->from = settled(c, h, copy->from);
    if (copy->to) copy->to = settled(c, h, copy->to);
    return (e->from && !copy->from) || (e->to && !copy->to) ? NULL : copy;
}

bool settle_orders(annals_chronology *c, analysis *x) {
    habit h = {0};
    bool any = false;
    for (size_t i = 0; i < x->raws.count; i++) {
        await_mention(x, i + PASS_AHEAD);
        count_order(x->raws.items[i].expr, &h);
        any |= unsure(x->raws.items[i].expr);
    }
    if (!any) return true;
    const expr *last = NULL, *last_settled = NULL; /* the two mentions of a range share their expression */
    for (size_t i = 0; i < x->raws.count; i++) {
        raw_mention *raw = &x->raws.items[i];
        if (raw->expr != last) {
            last = raw->expr;
            last_settled = settled(c, &h, last);
            if (!last_settled) return false;
        }
        raw->expr = last_settled;
    }
    return true;
}
