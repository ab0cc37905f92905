/* build_reign.c: years of reigns. */
#include "builders.h"
#include "days.h"
#include "reckon.h"
#include "text.h"
#include "when.h"

#include <stdio.h>
#include <string.h>

/* The reign of a name and a number: "henry-8", "anne". */
static int32_t reign_called(const char *name, int32_t number) {
    char called[48];
    if (number) snprintf(called, sizeof called, "%s-%d", name, (int)number);
    else snprintf(called, sizeof called, "%s", name);
    for (size_t i = 0; i < named_day_count; i++)
        if (!strcmp(named_days[i].name, called) && day_rules[named_days[i].first].kind == DAY_RULE_reign)
            return (int32_t)i;
    return UNSET;
}

/* (sovereign, number, year of the reign, its tens): "the third year of Elizabeth I", "12 Charles II"; without a year
 * the whole reign. */
bool build_regnal_year(const build_context *c, expr *e) {
    const build_argument *a = c->arguments;
    int64_t first, last;
    e->reign = true;
    e->named = reign_called(c->grammar->names[a[0].value], value_or(&a[1], 0));
    e->count = value_or(&a[2], 0) + value_or(&a[3], 0);
    if (e->named == UNSET || (a[2].present && e->count < 1) || !reckon_days(e, &first, &last)) return false;
    int month, day;
    int64_t year;
    annals_civil_of_day(first, &year, &month, &day);
    e->year = (int32_t)year;
    return true;
}

/* (a time of years that has a name): "before the First World War" */
bool build_named_period(const build_context *c, expr *e) {
    int64_t first, last, year;
    int month, day;
    e->reign = true;
    e->named = c->arguments[0].value;
    e->count = 0;
    if (!reckon_days(e, &first, &last)) return false;
    annals_civil_of_day(first, &year, &month, &day);
    e->year = (int32_t)year;
    return !text_begins_upper(word_behind(c));
}
