/* What a sentence says of what it tells: denied, on a condition, planned, reported, and by whom. */
#include "engine_test.h"

typedef struct row {
    const char *text, *words; /* in the label of the event that is meant */
    annals_event_kind kind;
    annals_modality modality;
    const char *speaker;
} row;

static size_t check(const row *r) {
    annals_chronology *c = chronology_of(r->text, "1958-03-20");
    size_t count, wrong = 1;
    const annals_event *events = annals_events(c, &count);
    for (size_t i = 0; i < count && wrong; i++) {
        const annals_event *e = &events[i];
        if (e->kind == ANNALS_DOCUMENT || !has(e->label, r->words)) continue;
        wrong = e->kind != r->kind || e->modality != r->modality || !is(e->speaker, r->speaker);
        if (wrong)
            print_error("'%s': %s, %s, '%.*s', not %s, %s, '%s'\n", r->text, annals_event_kind_name(e->kind),
                        annals_modality_name(e->modality), (int)e->speaker.length,
                        e->speaker.data ? e->speaker.data : "", annals_event_kind_name(r->kind),
                        annals_modality_name(r->modality), r->speaker);
    }
    if (wrong && !event_with(c, r->words)) print_error("'%s': no such event\n", r->text);
    annals_free(c);
    return wrong;
}

#define OCC  ANNALS_OCCURRENCE
#define PLAN ANNALS_PLAN

static const row rows[] = {
    /* plain */
    {"The guards left the mill on 3 March.", "guards left", OCC, ANNALS_ASSERTED, ""},
    {"On 3 March, after two hours of rain, the bridge fell.", "bridge fell", OCC, ANNALS_ASSERTED, ""},
    {"He wrote to the consul on 3 March that all was well.", "wrote to the consul", OCC, ANNALS_ASSERTED, ""},
    {"They agreed on 3 March to open the port.", "They agreed", OCC, ANNALS_ASSERTED, ""},
    {"The Council decided on 3 March to close the road.", "Council decided", OCC, ANNALS_ASSERTED, ""},
    {"No later than 3 March the guards had left the mill.", "guards had left", OCC, ANNALS_ASSERTED, ""},
    {"Our step of 3 March is intended precisely to stop the raid.", "Our step", OCC, ANNALS_ASSERTED, ""},
    {"The bridge was opened on 3 March 1931 and is not used any more.", "bridge was opened", OCC, ANNALS_ASSERTED, ""},
    {"The painter died in 1902, and it was he who would become famous.", "painter died", OCC, ANNALS_ASSERTED, ""},
    {"No. 2 furnace was lit on 3 March.", "furnace was lit", OCC, ANNALS_ASSERTED, ""},
    {"Two carts of a kind not described crossed the bridge on 3 March.", "carts", OCC, ANNALS_ASSERTED, ""},
    {"I was told of the fire on 3 March and not before.", "told of the fire", OCC, ANNALS_ASSERTED, ""},
    {"They dug, no water in four days, and left on 3 March.", "left", OCC, ANNALS_ASSERTED, ""},
    {"Forty per cent fell on 3 March.", "per cent fell", OCC, ANNALS_ASSERTED, ""},
    {"The toll rose to two pence per head on 3 March.", "toll rose", OCC, ANNALS_ASSERTED, ""},
    {"The sale was approved by five votes to two on 3 March.", "sale was approved", OCC, ANNALS_ASSERTED, ""},
    /* negated */
    {"It was not before the 3rd that the gates were opened.", "The gates were opened", OCC, ANNALS_ASSERTED, ""},
    {"It was not on 3 March that the gates were opened.", "The gates were opened", OCC, ANNALS_NEGATED, ""},
    {"It was only on 3 March that the gates were opened.", "The gates were opened", OCC, ANNALS_ASSERTED, ""},
    {"Hale brought bread for the crew on 3 March, and nothing for the boys.", "brought bread", OCC, ANNALS_ASSERTED,
     ""},
    {"The ship did not sail on 3 March.", "ship did not sail", OCC, ANNALS_NEGATED, ""},
    {"On 3 March nobody came to the meeting.", "came to the meeting", OCC, ANNALS_NEGATED, ""},
    {"No shots were fired on 3 March.", "shots were fired", OCC, ANNALS_NEGATED, ""},
    {"The parade of 3 March was cancelled.", "parade", OCC, ANNALS_NEGATED, ""},
    {"The mayor never signed the order of the day on 3 March.", "never signed", OCC, ANNALS_NEGATED, ""},
    {"The Corporal couldn't be found on 3 March.", "be found", OCC, ANNALS_NEGATED, ""},
    {"The convoy was to have left on 3 March, but the road was blocked.", "convoy was to have left", OCC,
     ANNALS_NEGATED, ""},
    {"Hart denied that he had seen the bailiff on 3 March.", "seen the bailiff", OCC, ANNALS_NEGATED, "Hart"},
    {"I do not believe that the mill will open on 1 April.", "mill will open", PLAN, ANNALS_NEGATED, ""},
    {"He will make no speech on 1 April.", "make no speech", PLAN, ANNALS_NEGATED, ""},
    {"The bridge was not opened on 3 March but on 5 March.", "bridge was not opened", OCC, ANNALS_NEGATED, ""},
    {"The school will not open on 1 April.", "will not open", PLAN, ANNALS_NEGATED, ""},
    {"The Council failed to meet on 3 March.", "Council failed to meet", OCC, ANNALS_NEGATED, ""},
    {"It is not true that the dam broke on 3 March.", "dam broke", OCC, ANNALS_NEGATED, ""},
    {"It is false that she left on 3 March.", "she left", OCC, ANNALS_NEGATED, ""},
    {"There is no evidence that the mayor met the envoy on 3 March.", "mayor met", OCC, ANNALS_NEGATED, ""},
    {"It is true that the dam broke on 3 March.", "dam broke", OCC, ANNALS_ASSERTED, ""},
    {"8 PM, 3 March. Sounded, no ground with 90 fathoms.", "Sounded", OCC, ANNALS_ASSERTED, ""},
    {"The Company had paid no heed to the warning of 3 March.", "the warning", OCC, ANNALS_ASSERTED, ""},
    {"Moss has still not answered my enquiry of 3 March.", "my enquiry", OCC, ANNALS_ASSERTED, ""},
    {"There were no survivors of the wreck of 3 March.", "the wreck", OCC, ANNALS_ASSERTED, ""},
    {"The talks failed on 3 March.", "talks failed", OCC, ANNALS_ASSERTED, ""},
    {"It fell on 3 March, and there wasn't a soul in the hall.", "It fell", OCC, ANNALS_ASSERTED, ""},
    {"Hart was found not guilty on 3 March.", "found not guilty", OCC, ANNALS_ASSERTED, ""},
    {"On 3 March forty men bound themselves not to leave the hall.", "orty men bound", OCC, ANNALS_ASSERTED, ""},
    {"Not content with this, they broke the mill on 3 March.", "they broke the mill", OCC, ANNALS_ASSERTED, ""},
    {"The water on 3 March was no deeper than my knee.", "no deeper than my knee", OCC, ANNALS_ASSERTED, ""},
    {"The councillors voted by 41 to 33 on 3 March to shut the school.", "voted by 41", OCC, ANNALS_ASSERTED, ""},
    {"Peace had come on 3 March, but not prosperity.", "Peace had come", OCC, ANNALS_ASSERTED, ""},
    {"She confesses that she burned the mill on 3 March.", "burned the mill", OCC, ANNALS_REPORTED, ""},
    {"They were unable to cross the river on 3 March.", "unable to cross", OCC, ANNALS_NEGATED, ""},
    /* conditional */
    {"Should the talks fail, the strike will begin on 1 April.", "strike will begin", PLAN, ANNALS_CONDITIONAL, ""},
    {"If the river falls, the ferry will run on 1 April.", "ferry will run", PLAN, ANNALS_CONDITIONAL, ""},
    {"The ferry will run on 1 April if the river falls.", "ferry will run", PLAN, ANNALS_CONDITIONAL, ""},
    {"If the guard had slept on 3 March, the mill would have burned.", "guard had slept", OCC, ANNALS_CONDITIONAL, ""},
    {"Had the rain stopped on 3 March, we should have sailed.", "rain stopped", OCC, ANNALS_CONDITIONAL, ""},
    {"The mill might have been saved on 3 March.", "might have been saved", OCC, ANNALS_CONDITIONAL, ""},
    {"Perhaps the dam broke on 3 March.", "dam broke", OCC, ANNALS_CONDITIONAL, ""},
    {"The ship possibly sailed on 3 March.", "ship possibly", OCC, ANNALS_CONDITIONAL, ""},
    {"The mayor may have resigned on 3 March.", "may have resigned", OCC, ANNALS_CONDITIONAL, ""},
    {"On 3 March perhaps 300 men left the mill.", "300 men left", OCC, ANNALS_ASSERTED, ""},
    {"Work could begin in May.", "Work could begin", PLAN, ANNALS_CONDITIONAL, ""},
    {"The lease ends, unless the Council renews it before 1 May.", "Council renews", PLAN, ANNALS_CONDITIONAL, ""},
    /* planned */
    {"A boat would look for the wreck on 1 April.", "boat would look", PLAN, ANNALS_PLANNED, ""},
    {"Hart asked whether the fair would be held on 1 April.", "fair would be held", PLAN, ANNALS_PLANNED, ""},
    {"The survey is fixed for 1 April.", "survey is fixed", PLAN, ANNALS_PLANNED, ""},
    {"It was decided: that the gate would be shut on 1 April; that if it rained the fair would close.", "gate would",
     PLAN, ANNALS_PLANNED, ""},
    {"The minister was supposed to open the bridge on 3 March.", "open the bridge", PLAN, ANNALS_PLANNED, ""},
    {"The rebels threatened to burn the mill on 3 March.", "burn the mill", PLAN, ANNALS_PLANNED, ""},
    {"You should call on the mayor tomorrow and say that the fair is lost unless the rain stops.", "call on the mayor",
     PLAN, ANNALS_PLANNED, ""},
    {"The Chairman gave notice that he would leave the chair on 1 April.", "would leave", PLAN, ANNALS_PLANNED,
     "The Chairman"},
    {"We have a meeting tomorrow.", "have a meeting", PLAN, ANNALS_PLANNED, ""},
    {"The Council will meet on 1 April.", "Council will meet", PLAN, ANNALS_PLANNED, ""},
    {"The court is to sit on 1 April.", "court is to sit", PLAN, ANNALS_PLANNED, ""},
    {"They agreed to meet next Thursday.", "agreed to meet", PLAN, ANNALS_PLANNED, ""},
    {"The Minister hopes to open the bridge in 1960.", "open the bridge", PLAN, ANNALS_PLANNED, ""},
    {"It was agreed that the talks would open on 28 March.", "talks would open", PLAN, ANNALS_PLANNED, ""},
    {"The fair is intended for 1 April.", "fair is intended", PLAN, ANNALS_PLANNED, ""},
    {"The launch is scheduled for 2 April.", "launch is scheduled", PLAN, ANNALS_PLANNED, ""},
    {"The attack was planned for 3 March.", "attack was planned", PLAN, ANNALS_PLANNED, ""},
    {"General Hart ordered the fort to be held until 1 April.", "fort to be held", PLAN, ANNALS_PLANNED, ""},
    {"The envoy promised an answer by 1 April.", "promised an answer", PLAN, ANNALS_PLANNED, ""},
    {"The delegates expect the treaty to be signed on 1 April.", "treaty to be signed", PLAN, ANNALS_PLANNED, ""},
    {"It was resolved that a petition be sent on 1 April.", "petition be sent", PLAN, ANNALS_PLANNED, ""},
    {"The hearing was adjourned to 1 April.", "hearing was adjourned", PLAN, ANNALS_PLANNED, ""},
    /* reported */
    {"I beg to report that the mill burned on 3 March.", "mill burned", OCC, ANNALS_ASSERTED, ""},
    {"It is my painful duty to inform you that Captain Ross was drowned on 3 March.", "Captain Ross was drowned", OCC,
     ANNALS_ASSERTED, ""},
    {"I have the honour to inform you that the treaty was signed on 3 March.", "treaty was signed", OCC,
     ANNALS_ASSERTED, ""},
    {"Regret to report that two boats were lost on 3 March.", "boats were lost", OCC, ANNALS_ASSERTED, ""},
    {"The Consul hastens to report that the mill burned on 3 March.", "mill burned", OCC, ANNALS_REPORTED,
     "The Consul"},
    {"Weller asked Ostrow to say that the ship sailed on 3 March.", "ship sailed", OCC, ANNALS_REPORTED, "Ostrow"},
    {"The Captain was ordered to report that the ship was lost on 3 March.", "ship was lost", OCC, ANNALS_REPORTED,
     "The Captain"},
    {"Captain Ross on the bridge reported that the light failed on 3 March.", "light failed", OCC, ANNALS_REPORTED,
     "Captain Ross"},
    {"Captain Ross, head of the mission, said that the talks ended on 3 March.", "talks ended", OCC, ANNALS_REPORTED,
     "Captain Ross"},
    {"The head of the mission said that the talks ended on 3 March.", "talks ended", OCC, ANNALS_REPORTED,
     "The head of the mission"},
    {"Mr Hale, who had left the town, told our man at Carrow that the mill burned on 3 March.", "mill burned", OCC,
     ANNALS_REPORTED, "Mr Hale"},
    {"According to the harbour master she was alongside on 3 March.", "was alongside", OCC, ANNALS_REPORTED,
     "the harbour master"},
    {"The deponent saith, that the mill burned on 3 March.", "mill burned", OCC, ANNALS_REPORTED, "The deponent"},
    {"The bridge was reportedly blown up on 3 March.", "blown up", OCC, ANNALS_REPORTED, ""},
    {"Consul Hart said that the mill burned on 3 March.", "mill burned", OCC, ANNALS_REPORTED, "Consul Hart"},
    {"Tell father that the mare threw a shoe on 3 March.", "threw a shoe", OCC, ANNALS_ASSERTED, ""},
    {"The clerk is supposed to have left on 3 March.", "supposed to have left", OCC, ANNALS_REPORTED, ""},
    {"It was rumoured that the clerk left on 3 March.", "clerk left", OCC, ANNALS_REPORTED, ""},
    {"Apparently the clerk left on 3 March.", "clerk left", OCC, ANNALS_REPORTED, ""},
    {"The Premier told the Chamber this morning that both sides will meet on 1 April.", "told the Chamber", OCC,
     ANNALS_ASSERTED, ""},
    {"According to the mayor, two barns burned on 3 March.", "two barns burned", OCC, ANNALS_REPORTED, "the mayor"},
    {"Two barns burned on 3 March, according to Captain Moss.", "Two barns burned", OCC, ANNALS_REPORTED,
     "Captain Moss"},
    {"The miller, Hart says, fled on 3 March.", "fled", OCC, ANNALS_REPORTED, "Hart"},
    {"\"The guards left us on 3 March,\" said Anna Moss.", "guards left us", OCC, ANNALS_REPORTED, "Anna Moss"},
    {"Hart told the Council that the guards had left on 3 March and that the mill had burned on 4 March.",
     "mill had burned", OCC, ANNALS_REPORTED, "Hart"},
    {"The mayor of the town reported on 5 March that the road had been cut on 3 March.", "road had been cut", OCC,
     ANNALS_REPORTED, "The mayor of the town"},
    {"It is said that the bell rang on 3 March.", "bell rang", OCC, ANNALS_REPORTED, ""},
    {"Hart denied the story. He claimed that the guards had left on 3 March.", "guards had left", OCC, ANNALS_REPORTED,
     ""},
    {"Hart said in the morning of 5 March that the road was bad. He added that the bridge fell on 3 March.",
     "bridge fell", OCC, ANNALS_REPORTED, "Hart"},
    {"Hart said that no shot was fired on 3 March.", "shot was fired", OCC, ANNALS_NEGATED, "Hart"},
    {"Hart announced that the port would be closed on 1 April.", "port would be closed", PLAN, ANNALS_PLANNED, "Hart"},
    /* in other languages */
    {"Der Rat der Stadt wird am 1. April nicht tagen, und das ist gut.", "Der Rat", PLAN, ANNALS_NEGATED, ""},
    {"Der Bürgermeister sagte, dass die Mühle am 3. März gebrannt habe, und das ist wahr.", "Mühle", OCC,
     ANNALS_REPORTED, "Der Bürgermeister"},
    {"Laut dem Pfarrer brannte die Mühle am 3. März, und das Tor ist von der Glut schwarz.", "Mühle", OCC,
     ANNALS_REPORTED, "dem Pfarrer"},
    {"Le conseil se réunira le 1er avril dans la grande salle.", "conseil", PLAN, ANNALS_PLANNED, ""},
    {"Le maire dit que le moulin brûla le 3 mars et que le pont est tombé.", "moulin", OCC, ANNALS_REPORTED,
     "Le maire"},
    {"El alcalde dijo que el molino ardió el 3 de marzo y que el puente no cayó.", "molino", OCC, ANNALS_REPORTED,
     "El alcalde"},
    {"El barco no salió el 3 de marzo, como se dice en la ciudad.", "barco", OCC, ANNALS_NEGATED, ""},
    {"Совет не собрался 3 марта, и это было плохо.", "Совет", OCC, ANNALS_NEGATED, ""},
    {"Je n'ai pas quitté la maison le 11 mars, et les autres sont restés dans la rue.", "quitté", OCC, ANNALS_NEGATED,
     ""},
    {"Les habitants auraient fui le 5 mars s'ils avaient pu sortir de la ville.", "habitants", OCC, ANNALS_CONDITIONAL,
     ""},
    {"Am 11. März verließ keiner das Haus, und das Tor war zu.", "Haus", OCC, ANNALS_NEGATED, ""},
    {"Der Angriff war für den 9. April geplant, und das Tor ist offen.", "Angriff", PLAN, ANNALS_PLANNED, ""},
    {"No se ha visto a nadie en la calle desde el 3 de marzo de este año.", "No se ha visto", OCC, ANNALS_NEGATED, ""},
    {"Мэр сказал, что мельница сгорела 3 марта.", "мельница", OCC, ANNALS_REPORTED, "Мэр"},
};

static void test_rows(void **state) {
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) wrong += check(&rows[i]);
    assert_int_equal(wrong, 0);
}

/* The tags of the only event, as "kind name, kind name". */
static void expect_tags(const char *text, const char *tags) {
    annals_chronology *c = chronology_of(text, "1958-03-20");
    size_t count, length = 0;
    const annals_event *e = annals_events(c, &count);
    char found[256] = "";
    for (; count && e->kind == ANNALS_DOCUMENT; e++) count--;
    for (size_t i = 0; count && i < e->tag_count; i++)
        length +=
            (size_t)snprintf(found + length, sizeof found - length, "%s%s %.*s", i ? ", " : "",
                             annals_tag_kind_name(e->tags[i].kind), (int)e->tags[i].name.length, e->tags[i].name.data);
    if (strcmp(found, tags)) fail_msg("'%s': '%s', not '%s'", text, found, tags);
    annals_free(c);
}

static void test_tags(void **state) {
    (void)state;
    expect_tags("On 3 March Captain Moss met Anna van der Meer at Port Halmeer.",
                "person Moss, person Anna van der Meer, place Port Halmeer");
    expect_tags("On Monday, 3 March, the Ministry of Public Works wrote to the Harbour Council.",
                "organisation Ministry of Public Works, organisation Harbour Council");
    expect_tags("On 3 March Anna P. Hale left the U.K. for Halmeer.", "person Anna P. Hale, name U.K., name Halmeer");
    expect_tags("Rain fell on 3 March.", "");
    expect_tags("On 3 March the Marigold struck Hale's rock.", "name Marigold, name Hale");
    expect_tags("On 3 March the Minister of Marine spoke, and the President's men laughed (see BRN20618).", "");
    expect_tags("Marr said that the bank closed on 3 March.", "name Marr");
    expect_tags("Moss left on 3 March. Nobody knows why they killed Moss.", "name Moss");
    expect_tags("Bread was dear on 3 March. Nobody had bread.", "");
    expect_tags("Called Dent on 3 March.", "name Dent");
    expect_tags("Rang Dent mine on 3 March.", "name Dent");
    expect_tags("Second Marigold of the fleet lost on 3 March.", "name Marigold");
    expect_tags("3 March 1958 Intake closed and town dry.", "");
    expect_tags("3 March 1958. Calm. Sea like glass off Port Halmeer.", "place Port Halmeer");
    expect_tags("See Hale, Annals of Orrin (3 March 1922), p. 31.", "");
    expect_tags("Am 3. März kam der Bote mit dem Brief nach Brenn und zu dem Oberst Hart.", "place Brenn, person Hart");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows), cmocka_unit_test(test_tags)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
