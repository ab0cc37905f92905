/* prospect.h: what was or is yet to come by the words before its day.  `text` are the words around it, from `at` on. */
#ifndef ENGINE_PROSPECT_H
#define ENGINE_PROSPECT_H

#include "analysis.h"

/* A number, in figures or a word: "voted 6 to 3", "by five votes to two" */
bool is_count(const analysis *x, annals_text word);
/* "It would be tried on Saturday" */
bool was_ahead(const analysis *x, annals_text text, size_t at, size_t date);
/* "I have asked them to name one by Wednesday" */
bool was_asked(const analysis *x, annals_text text, size_t at, size_t date);
/* "The result, expected on Wednesday, is" */
bool is_expected_aside(const analysis *x, size_t raw);
/* "Bridge closed until autumn", in a headline */
bool is_headline_ahead(const analysis *x, size_t raw, annals_text text, size_t from);
/* "He said he'd come on Saturday" */
bool is_foretelling(const analysis *x, annals_text text, size_t at, size_t date);
/* "Prometió pagar el viernes" */
bool was_promised(const analysis *x, annals_text text, size_t at, size_t date);
/* "They want it finished by Christmas", "she plans a sale in May" */
bool is_wanted(const analysis *x, size_t raw, annals_text text, size_t at, size_t date);
/* "He has been ruled out", "fees have been waived through 31 December": an end that lies ahead of what is so now. */
bool holds_through(const analysis *x, size_t raw, annals_text text, size_t at);
/* "I meant to write on Sunday" */
bool was_own_intent(const analysis *x, annals_text text, size_t at, size_t date);
/* "They hoped for an answer by Saturday" */
bool was_hoped_for(const analysis *x, size_t raw, annals_text text, size_t at);
/* Does a sentence that opens with the word from `start` to `end` tell somebody to do something: "Try me again"? */
bool commands(const analysis *x, annals_text text, size_t start, size_t end);
/* "I had ordered the valves to be opened on Monday" */
bool had_asked(const analysis *x, annals_text text, size_t at, size_t date);
/* "The burial is on the 9th" */
bool is_set_for(const analysis *x, size_t raw);
/* "must", "should" */
bool obliges(const grammar *g, annals_text word);
bool is_question(const analysis *x, size_t raw);
/* "The hearing is postponed to the 9th", behind such a lead; "moved from Saturday to Sunday" */
bool may_befall(const analysis *x, size_t raw);
bool is_moved_to(const analysis *x, size_t raw, context_set leads);
bool is_moved_on(const analysis *x, size_t raw);
/* "More rain expected on Saturday" */
bool is_in_prospect(const analysis *x, size_t raw, annals_text text, size_t at);
/* "wurde auf den 15. Juni festgesetzt" */
bool is_set_behind(const analysis *x, size_t raw, annals_text text);
/* "Meet me on Monday", "He expects no change until May" */
bool is_awaited(const analysis *x, size_t raw, annals_text text, size_t at);
/* "I have a dentist on Tuesday" */
bool is_engaged(const analysis *x, size_t raw, annals_text text, size_t at);
/* "put the vote off until Thursday" */
bool is_put_off(const analysis *x, size_t raw, annals_text text, size_t at);
/* "They declared a truce beginning Friday" */
bool sets_in(const analysis *x, size_t raw, annals_text text, size_t at);
/* "a dividend payable on the 9th" */
bool falls_due(const analysis *x, size_t raw);
/* "Sunday at the latest" */
bool is_term(const analysis *x, size_t raw);

/* "She was due to sail on 18 February", "he had been expected on the 2nd": what was planned then may be over by now. */
bool was_planned_then(const analysis *x, size_t raw);
/* "he was to have come on Friday": planned, and not done. */
bool was_to_have(const analysis *x, size_t raw);
/* "he had to leave on the 1st": it lay ahead then, and may still. */
bool had_to(const analysis *x, size_t raw);
/* "they hoped for an answer by Saturday": it lay ahead then, and may still. */
bool was_hoped(const analysis *x, size_t raw);

#endif
