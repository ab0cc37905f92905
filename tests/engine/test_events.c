/* Events: labels, kinds, times; accounts of the same thing are one event. */
#include "engine_test.h"

static void expect_event(const char *text, const char *label, const char *edtf, annals_event_kind kind) {
    annals_chronology *c = chronology_of(text, "1958-03-20");
    const annals_event *e = event_with(c, label);
    if (!e || !has(e->label, label)) {
        size_t count;
        const annals_event *all = annals_events(c, &count);
        for (size_t i = 0; i < count; i++)
            print_message("found: '%.*s'\n", (int)all[i].label.length, all[i].label.data);
        fail_msg("no event '%s'", label);
    }
    if (!is(e->when->edtf, edtf))
        fail_msg("'%s' is of '%.*s', not '%s'", label, (int)e->when->edtf.length, e->when->edtf.data, edtf);
    assert_string_equal(annals_event_kind_name(e->kind), annals_event_kind_name(kind));
    annals_free(c);
}

/* "Fri. 8th and Sat. 9th. Light airs.": what an entry of two days tells was on one of them, or on both. */
static void test_entries_of_two_days(void **state) {
    (void)state;
    const char *log = "LOG OF THE KETCH TAMARISK\n\nThurs. 7th July 1904. Sailed from Orrin at six.\nFri. 8th and Sat. "
                      "9th. Light airs.\nSun. 10th. Divine service on deck.\nMon. 11th and Tues. 12th. Hove to off "
                      "Garron.\n";
    expect_event(log, "Light airs", "1904-07-08/1904-07-09", ANNALS_OCCURRENCE);
    expect_event(log, "Hove to off Garron", "1904-07-11/1904-07-12", ANNALS_OCCURRENCE);
    expect_event(log, "Divine service on deck", "1904-07-10", ANNALS_OCCURRENCE);
}

/* What a line of a log tells behind its first sentence was of that hour, and what was done before a denial was done. */
static void test_rest_of_a_line(void **state) {
    (void)state;
    const char *log =
        "OCCURRENCE BOOK, CENTRAL STATION\n\n14.5.1929\n0500  Gate of the Garden taken, 40 men under Capt. "
        "Orme.\n1120  Ambulance to the Mill. Carter Hale, John, fallen from the loft.\n1300  Sluice "
        "reopened.\n";
    expect_event(log, "Carter Hale, John, fallen from the loft", "1929-05-14T11:20:00", ANNALS_OCCURRENCE);
    const char *diary = "A Diary\n\n1809\n\nSun. 12 March. We lay on the floor. The guards grounded their muskets and "
                        "would not lift them. It did not help. The bridge was blown up.\n";
    expect_event(diary, "The guards grounded their muskets", "1809-03-12", ANNALS_OCCURRENCE);
    expect_event(diary, "The bridge was blown up", "1809-03-12", ANNALS_OCCURRENCE);
    annals_chronology *c = chronology_of(diary, NULL);
    assert_null(event_with(c, "It did not"));
    annals_free(c);
}

/* Of a log that names nobody the hour is spared; who acts behind his verb needs it. */
static void test_nobody_acts(void **state) {
    (void)state;
    const char *log = "LOG OF THE KETCH TAMARISK\n\nThurs. 7th July 1904. At noon sighted land to the north. Towards "
                      "evening lost the wind. At 6 p.m. came the pilot.\n";
    annals_chronology *c = chronology_of(log, NULL);
    assert_true(is(event_with(c, "ighted land")->label, "Sighted land to the north"));
    assert_true(is(event_with(c, "ost the wind")->label, "Lost the wind"));
    assert_true(has(event_with(c, "came the pilot")->label, "came the pilot"));
    annals_free(c);
}

/* A cause is no plan, and a journey's entries name the place before the day. */
static void test_causes_and_places(void **state) {
    (void)state;
    expect_event("The fire of 16 February was due to the carelessness of a watchman.\n", "The fire was due",
                 "1958-02-16", ANNALS_OCCURRENCE);
    const char *tour = "Diary of Harriet Vane\n\n1871\n\nOrrin, 4 March. We drove to the inn. The mail was "
                       "late.\n\nOrrin, 5 March. Papa called on the consul.\n\nTamar, 9 March. The road was cut. We "
                       "crossed on a raft.\n";
    expect_event(tour, "Papa called on the consul", "1871-03-05", ANNALS_OCCURRENCE);
    expect_event(tour, "We crossed on a raft", "1871-03-09", ANNALS_OCCURRENCE);
}

/* Each item of a page of news is of the day of its dateline, up to the next heading. */
static void test_items(void **state) {
    (void)state;
    annals_chronology *c = chronology_of(
        "THE PORT MERCURY\nSaturday, May 9, 1931\n\nGENERAL FLEES\n\nASKE, May 6.-General Weller left the palace "
        "yesterday. "
        "\n\nCrowds filled the square on Monday.\n\nFIRE\n\nDUNVIK, Thursday. - A barn burned "
        "yesterday.\n\nMILL\n\nKELSBY, "
        "May 8 (NP). - The Weir mill was sold today.\n\nCHURCH\n\nThe bishop preached at St. Anne's yesterday.\n",
        NULL);
    static const char *const rows[][2] = {{"General Weller left the palace", "1931-05-05"},
                                          {"Crowds filled the square", "1931-05-04"},
                                          {"A barn burned", "1931-05-06"},
                                          {"The Weir mill was sold", "1931-05-08"},
                                          {"The bishop preached at St. Anne's", "1931-05-08"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const annals_event *e = event_with(c, rows[i][0]);
        if (!e || !is(e->when->edtf, rows[i][1])) fail_msg("'%s' is not of %s", rows[i][0], rows[i][1]);
        assert_true(is(e->label, rows[i][0]));
    }
    annals_free(c);
}

static const annals_event *event_labelled(const annals_chronology *c, const char *words) {
    size_t count;
    const annals_event *all = annals_events(c, &count);
    for (size_t i = 0; i < count; i++)
        if (has(all[i].label, words)) return &all[i];
    return NULL;
}

static void expect_untold(const char *text, const char *words) {
    annals_chronology *c = chronology_of(text, "1958-03-20");
    if (event_labelled(c, words)) fail_msg("an event '%s'", words);
    annals_free(c);
}

/* A chronology may tell in the present tense; every sentence of an entry is of its day. */
static void test_chronology_of_now(void **state) {
    (void)state;
    const char *press =
        "CHRONOLOGY OF THE ORRIN RISING\n\nMay 3, 1931 - Miners occupy the Marl pit. Government declares "
        "martial law. Troops enter the capital. Two shots heard at night.\nMay 4 - The mayor resigns. "
        "His deputy takes the oath. Telephone lines to Orrin are cut. Ten degrees of frost.\nMay 5 - "
        "Trial of Dent begins. The court sentences him to ten years. Dent may appeal.\n";
    static const char *const rows[][2] = {{"Miners occupy the Marl pit", "1931-05-03"},
                                          {"Government declares martial law", "1931-05-03"},
                                          {"Troops enter the capital", "1931-05-03"},
                                          {"Two shots heard at night", "1931-05-03"},
                                          {"The mayor resigns", "1931-05-04"},
                                          {"His deputy takes the oath", "1931-05-04"},
                                          {"Telephone lines to Orrin are cut", "1931-05-04"},
                                          {"The court sentences him", "1931-05-05"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_event(press, rows[i][0], rows[i][1], ANNALS_OCCURRENCE);
    expect_untold(press, "degrees of frost");
    expect_untold(press, "may appeal");
    const char *fired = "THE STRIKE DAY BY DAY\n\n16 March 1931: The guard fires on the crowd at twenty minutes past "
                        "ten. Three men are killed.\n17 March: A curfew is proclaimed.\n";
    expect_event(fired, "The guard fires on the crowd", "1931-03-16T10:20:00", ANNALS_OCCURRENCE);
    expect_event(fired, "Three men are killed", "1931-03-16", ANNALS_OCCURRENCE);
}

/* A day above entries that lie before it, of which nothing is told, says when all was written. */
static void test_dates_above_entries(void **state) {
    (void)state;
    const char *bulletin = "BULLETIN OF THE HARBOUR, No. 31\n\n30 June 1949\n\nTHE EVENTS OF THE TERM\n\n5 April. The "
                           "Board raises the fees.\n7 April. The men assemble in the yard.\n12 May. Fire in the map "
                           "room.\n14 June. The Master resigns.\n";
    expect_event(bulletin, "The Board raises the fees", "1949-04-05", ANNALS_OCCURRENCE);
    expect_event(bulletin, "The Master resigns", "1949-06-14", ANNALS_OCCURRENCE);
    const char *over = "THE EVENTS OF THE WINTER\n\n20 January 1950\n\n5 November. The Board raises the fees.\n28 "
                       "December. The men assemble.\n3 January. Fire in the map room.\n";
    expect_event(over, "The Board raises the fees", "1949-11-05", ANNALS_OCCURRENCE);
    expect_event(over, "Fire in the map room", "1950-01-03", ANNALS_OCCURRENCE);
    const char *log = "LOG OF THE KETCH TAMARISK\n\n30 June 1949\n\n2 July. Sailed from Orrin.\n5 May. Hove "
                      "to.\n";
    expect_event(log, "Sailed from Orrin", "1949-07-02", ANNALS_OCCURRENCE);
}

/* "Police in the Garden at first light.  Ida fell": a short sentence with a date of its own goes with no other. */
static void test_sentences_behind_short_ones(void **state) {
    (void)state;
    const char *diary =
        "DIARY OF ANN QUILL\n\nWed. 14 May 1947. Police in the Garden at first light. Ida fell from the "
        "balcony and broke both legs.\n\nThurs. 15 May. Mill full. Nine of us were chosen by lot. In the "
        "evening Hask on the radio, like a man reading his own will.\n";
    expect_event(diary, "Ida fell from the balcony", "1947-05-14", ANNALS_OCCURRENCE);
    expect_event(diary, "Nine of us were chosen", "1947-05-15", ANNALS_OCCURRENCE);
    annals_chronology *c = chronology_of(diary, "1958-03-20");
    const annals_event *radio = event_labelled(c, "Hask on the radio");
    assert_true(radio && radio->kind == ANNALS_OCCURRENCE);
    annals_free(c);
}

/* What is said now of something of that day is of now; but what was said then, or what came of it, is not. */
static void test_dated_subjects(void **state) {
    (void)state;
    static const char *const rows[][3] = {
        {"We would like to say that our raid of 5 March is intended only to stop the smugglers.",
         "Our raid is intended only to stop the smugglers", "1958-03-05"}, /* whose raid, and which? */
        {"It is clear that our raid upon the smugglers of 5 March is a success.", "Our raid upon the smugglers",
         "1958-03-05"},
        {"The blockade of 2 March has cost us ten ships.", "The blockade", "1958-03-02"},
        {"The fire of 1 March at Aske is a warning.", "The fire at Aske", "1958-03-01"},
        {"The fire of 1 March was put out by noon.", "The fire was put out by noon", "1958-03-01"},
        {"The meeting of 25 March is put off.", "The meeting is put off", "1958-03-25"},
        {"On 3 March the town is still dark.", "The town is still dark", "1958-03-03"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        annals_chronology *c = chronology_of(rows[i][0], "1958-03-20");
        const annals_event *e = event_with(c, rows[i][1]);
        if (!e || !is(e->label, rows[i][1]) || !is(e->when->edtf, rows[i][2])) fail_msg("no event '%s'", rows[i][1]);
        annals_free(c);
    }
}

/* "It would be good if he did": a wish, and of two days one; what he wrote before is told by itself. */
static void test_wishes(void **state) {
    (void)state;
    const char *wish = "It would be good if the Mayor repeated in public, today or tomorrow, what he wrote to me on "
                       "2 March of this year.";
    annals_chronology *c = chronology_of(wish, "1958-03-20");
    size_t count;
    const annals_event *good = event_labelled(c, "It would be good if the Mayor repeated"),
                       *wrote = event_labelled(c, "He wrote to me");
    assert_true(good && wrote);
    assert_true(is(good->when->edtf, "[1958-03-20,1958-03-21]") && good->kind == ANNALS_PLAN);
    assert_true(is(wrote->when->edtf, "1958-03-02") && wrote->kind == ANNALS_OCCURRENCE);
    annals_events(c, &count);
    assert_int_equal(count, 2);
    annals_free(c);
}

/* Between two days one deed was on one of them, and what went on, or what many did, on all. */
static void test_between(void **state) {
    (void)state;
    static const char *const rows[][3] = {
        {"A spy was caught between 3 and 9 August 1957.", "A spy was caught", "[1957-08-03..1957-08-09]"},
        {"Between the 3rd and the 9th of August 1957 a spy was caught.", "A spy was caught",
         "[1957-08-03..1957-08-09]"},
        {"The miller vanished between 3 May 1957 and 9 August 1957.", "The miller vanished",
         "[1957-05-03..1957-08-09]"},
        {"The miller vanished between March and June 1957.", "The miller vanished", "[1957-03..1957-06]"},
        {"The painter died between 1340 and 1345.", "The painter died", "[1340..1345]"},
        {"Zwischen dem 3. und dem 9. August 1957 wurde im Hafen ein Spion gefasst.", "Spion",
         "[1957-08-03..1957-08-09]"},
        {"War raged between 1914 and 1918.", "War raged", "1914/1918"},
        {"The war was fought between 1914 and 1918.", "The war was fought", "1914/1918"},
        {"Between 3 and 9 August 1957 the guns fired.", "The guns fired", "1957-08-03/1957-08-09"},
        {"Between 3 and 9 August 1957 300 men were lost.", "300 men were lost", "1957-08-03/1957-08-09"},
        {"He examined thirty bodies between 3 and 9 August 1957.", "He examined thirty", "1957-08-03/1957-08-09"},
        {"No bus ran between 3 and 9 August 1957.", "No bus ran", "1957-08-03/1957-08-09"},
        {"The net was silent between 3 and 9 August 1957.", "The net was silent", "1957-08-03/1957-08-09"},
        {"The miller was digging between 3 and 9 August 1957.", "The miller was digging", "1957-08-03/1957-08-09"},
        {"Digs at the mill between 3 and 9 August 1957.", "Digs at the mill", "1957-08-03/1957-08-09"},
        {"From 3 to 9 August 1957 a spy was hunted.", "A spy was hunted", "1957-08-03/1957-08-09"},
        {"He was seen between 3 and 9 August 1957.", "He was seen", "[1957-08-03..1957-08-09]"},
        {"It rained some time between 3 and 9 August 1957.", "It rained some time", "[1957-08-03..1957-08-09]"},
        {"A spy was shot between 9 and 10 p.m. on 3 August 1957.", "A spy was shot", "1957-08-03"},
        {"A spy was shot between 11 p.m. on 3 August 1957 and 2 a.m. on 4 August 1957.", "A spy was shot",
         "[1957-08-03..1957-08-04]"},
        {"The guard slept between 9 and 10 p.m. on 3 August 1957.", "The guard slept",
         "1957-08-03T21:00:00/1957-08-03T22:00:00"},
        {"Talks were held between 9 and 10 p.m. on 3 August 1957.", "Talks were held",
         "1957-08-03T21:00:00/1957-08-03T22:00:00"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_event(rows[i][0], rows[i][1], rows[i][2], ANNALS_OCCURRENCE);
}

static void test_labels(void **state) {
    (void)state;
    expect_event("HARBOUR BOARD\n\n3 June 1936\n\nThe minutes of the meeting of 1 May were confirmed.\n",
                 "The minutes of the meeting were confirmed", "1936-05-01", ANNALS_DOCUMENT);
    expect_event("The Evening Post, Monday 18 May 1936, page 7\n\nA GOVERNMENT AT LAST\n\nFrom our correspondent, Port "
                 "Tessaly, May 17\n\nThe ministers were sworn in today.\n",
                 "The ministers were sworn in", "1936-05-17", ANNALS_OCCURRENCE);
    expect_event("On 12 March, at 2 a.m. Weller called the consul.", "Weller called the consul", "1958-03-12T02:00:00",
                 ANNALS_OCCURRENCE);
    expect_event("2 June 1911 \xE2\x80\x94 Dockers struck.", "Dockers struck", "1911-06-02", ANNALS_OCCURRENCE);
    expect_event("June 5, 1911 -- Talks at the mill.", "Talks at the mill", "1911-06-05", ANNALS_OCCURRENCE);
    const char *rows = "| Item | Date | From | To |\n|---|---|---|---|\n| L1.pdf | 3 May 1931 | Reed | Holm |\n"
                       "| L2.pdf | 3 May 1931 | Reed | Holm |\n";
    expect_event(rows, "L1.pdf, from Reed to Holm", "1931-05-03", ANNALS_DOCUMENT);
    expect_event(rows, "L2.pdf, from Reed to Holm", "1931-05-03", ANNALS_DOCUMENT);
    expect_event("The riots which followed the murder of the miller on 12 March 1957 went on.",
                 "The murder of the miller", "1957-03-12", ANNALS_OCCURRENCE);
    expect_event("On 12 March 1957 too a miller was seized.", "A miller was seized", "1957-03-12", ANNALS_OCCURRENCE);
    expect_event("3 June 1936\n\n11. Mill\nIt was noted that\n(a) the Council met on 3 May;\n(b) Ada left on 4 May.",
                 "The Council met", "1936-05-03", ANNALS_OCCURRENCE);
    expect_event("9 June 1936\n\nOn Tuesday's train came Ada.", "On Tuesday's train came Ada", "1936-06-09",
                 ANNALS_OCCURRENCE);
    expect_event("9 June 1936\n\nI heard it from Dr Orme, who had been at the mill on 3 May.",
                 "Dr Orme had been at the mill", "1936-05-03", ANNALS_OCCURRENCE);
    expect_event("3 June 1936\n\nNobody believes today that the fleet sailed on 2 May.",
                 "Nobody believes today that the fleet sailed", "1936-05-02", ANNALS_OCCURRENCE);
    expect_event("3 June 1936\n\nNobody believes that the fleet sailed on 2 May.",
                 "Nobody believes that the fleet sailed", "1936-05-02", ANNALS_OCCURRENCE);
    expect_event("3 June 1936\n\nNo one says that Ada left on 4 May.", "No one says that Ada left", "1936-05-04",
                 ANNALS_OCCURRENCE);
    expect_event("In cable 95 of May 12, 1936 Weller reported that the mill was lost.",
                 "In cable 95 Weller reported that the mill was lost", "1936-05-12", ANNALS_OCCURRENCE);
    rows = "Date        Unit            From        To         Men\n9 May 1911  2nd Company     Aske        Thorn      "
           "632\n"
           "10 May 1911 3rd Company     Aske        Thorn      611\n";
    expect_event(rows, "2nd Company, from Aske to Thorn, 632", "1911-05-09", ANNALS_OCCURRENCE);
    expect_event("The guards seized the mill on March 12.", "The guards seized the mill", "1958-03-12",
                 ANNALS_OCCURRENCE);
    expect_event("In telegram 8841 from Port, March 12, the legation reported that the mill was lost.",
                 "The legation reported that the mill was lost", "1958-03-12", ANNALS_OCCURRENCE);
    expect_event("A report noted that by March 12, the guards had left the mill.", "The guards had left the mill",
                 "../1958-03-12", ANNALS_OCCURRENCE);
    expect_event("He spoke of the mill, and especially of his visit to the consul on the night of 12-13 March.",
                 "Of his visit to the consul", "1958-03-12/1958-03-13", ANNALS_OCCURRENCE);
    expect_event("“The road is bad… the next ten days will bring rain,” he warned.",
                 "The next ten days will bring rain, he warned", "1958-03-20/1958-03-30", ANNALS_PLAN);
    expect_event(
        "A report from the northern mill noted that by March 12, the guards of the old weir at the mouth of the "
        "river had released no more than eleven of all their prisoners.",
        "The guards of the old weir", "../1958-03-12", ANNALS_OCCURRENCE);
    expect_event("The siege began on 10 March[1] and ended on 12 March.[2]", "The siege ended", "1958-03-12",
                 ANNALS_OCCURRENCE);
    expect_event("See below, I left the mill on 12 March.", "I left the mill", "1958-03-12", ANNALS_OCCURRENCE);
    expect_event("- 12 March 1951 - Rain\n- 13 March 1951 - Snow\n", "Rain", "1951-03-12", ANNALS_OCCURRENCE);
    expect_event("12 March: The mill burns down.", "The mill burns down", "1958-03-12", ANNALS_OCCURRENCE);
    expect_event("The printing tomorrow of the full text will calm them.",
                 "The printing of the full text will calm them", "1958-03-21", ANNALS_PLAN);
}

/* The clause of the date, where the sentence is too long; a verb without its own subject has that of the sentence. */
static void test_long_sentences(void **state) {
    (void)state;
    expect_event(
        "The old miller of the lower town opened the gates of the weir on 10 March in spite of the order of the "
        "Council and left for the hills with his sons on 12 March.",
        "The old miller of the lower town left for the hills with his sons", "1958-03-12", ANNALS_OCCURRENCE);
    expect_event("The guards of the northern gate had slept for most of that long and windy night in the tower of the "
                 "keep, but the watchman signed in at 6 a.m. on 12 March.",
                 "The watchman signed in", "1958-03-12T06:00:00", ANNALS_OCCURRENCE);
    expect_event(
        "The old miller of the lower town stood at the gates of the weir above the bridge, and on 12 March he reported "
        "that the guards of the northern gate had left it.",
        "He reported that the guards of the northern gate had left it", "1958-03-12", ANNALS_OCCURRENCE);
}

/* What was done behind an aside, what the same did next, and no word that leads to what is left out. */
static void test_whole_clauses(void **state) {
    (void)state;
    expect_event("On the night of 12 March a crowd of two hundred, led by the weaver Hale, burned the mill of Mr. "
                 "Weller at the lower bridge to the ground.",
                 "A crowd of two hundred burned the mill of Mr. Weller at the lower bridge to the ground",
                 "1958-03-12/1958-03-13", ANNALS_OCCURRENCE);
    expect_event("Not content with this, they marched to Orsay on 12 March and pulled down the mill, throwing all of "
                 "its stones into the stream below the bridge.",
                 "Not content with this, they marched to Orsay and pulled down the mill", "1958-03-12",
                 ANNALS_OCCURRENCE);
    expect_event("An attempt was made on 12 March to set the prisoners of the keep free, upon which the guards of the "
                 "northern gate were obliged to fire, and three fell.",
                 "An attempt was made to set the prisoners of the keep free", "1958-03-12", ANNALS_OCCURRENCE);
    expect_event("Ten pounds were paid by the Council of the lower town to William Hale, constable, who on 12 March "
                 "seized the weaver at the sign of the Plough.",
                 "William Hale, constable, seized the weaver at the sign of the Plough", "1958-03-12",
                 ANNALS_OCCURRENCE);
    expect_event("A paper with a cross was found in the keep on the Monday, in which ten crowns are asked for the two "
                 "captives of the upper mill, to be handed over before 30 March.",
                 "Ten crowns to be handed over", "../1958-03-29", ANNALS_PLAN);
    expect_event("The mill burned on 12 March, I am told.", "The mill burned", "1958-03-12", ANNALS_OCCURRENCE);
    expect_event("On Wednesday, 12 March, a week later, the men came out.", "The men came out", "1958-03-12",
                 ANNALS_OCCURRENCE);
    expect_event("I am under the disagreeable necessity of informing your Lordship that the mob have been masters of "
                 "the lower town ever since 12 March.",
                 "The mob have been masters of the lower town", "1958-03-12/..", ANNALS_OCCURRENCE);
}

/* Each date of a sentence has the headline of its own clause, with who acts in it. */
static void test_own_clauses(void **state) {
    (void)state;
    static const char mill[] = "The mill was shut on 3 March and sold on 12 March. The ferry Ilse, which left Dunvik "
                               "on 4 March, was lost on 6 "
                               "March. The weir, repaired on 1 March, was opened on 13 March. The Orsay consul, Gil "
                               "Reed, dined at the mill on 7 "
                               "March and wrote home on 8 March. The Weir Company, whose bills fell due on 9 March, "
                               "closed its doors on 10 March.\n";
    static const char *const rows[][2] = {
        {"The mill was shut", "1958-03-03"},
        {"The mill sold", "1958-03-12"},
        {"The ferry Ilse left Dunvik", "1958-03-04"},
        {"The ferry Ilse was lost", "1958-03-06"},
        {"The weir repaired", "1958-03-01"},
        {"The weir was opened", "1958-03-13"},
        {"The Orsay consul, Gil Reed, dined at the mill", "1958-03-07"},
        {"The Orsay consul, Gil Reed, wrote home", "1958-03-08"},
        {"The Weir Company's bills fell due", "1958-03-09"},
    };
    annals_chronology *c = chronology_of(mill, "1958-03-20");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const annals_event *e = event_with(c, rows[i][0]);
        if (!e || !is(e->when->edtf, rows[i][1]) || !is(e->label, rows[i][0]))
            fail_msg("'%s' is not of %s", rows[i][0], rows[i][1]);
    }
    annals_free(c);
    expect_event("They knew that the keep, having lost its well on 2 March, was besieged from 5 March.",
                 "The keep was besieged", "1958-03-05", ANNALS_OCCURRENCE);
    expect_event("I have not been able to reach Holm, who left on 7 March and is not here since 9 March.", "Holm left",
                 "1958-03-07", ANNALS_OCCURRENCE);
    expect_event("On 5 March we were called at three and marched on 6 March.", "We marched", "1958-03-06",
                 ANNALS_OCCURRENCE);
    /* a lead, a time within the other, and what goes on until then are no clauses of their own */
    expect_event("Of the forty men seized on 5 March, nine were freed on 7 March.",
                 "Of the forty men seized, nine were freed", "1958-03-05", ANNALS_OCCURRENCE);
    expect_event("The guard came on 5 March at two and stayed until four.", "The guard came and stayed until four",
                 "1958-03-05T02:00:00/1958-03-05T04:00:00", ANNALS_OCCURRENCE);
}

/* Lines that open with a day and its year, and a capital: an entry each, without marks between. */
static void test_listed_days(void **state) {
    (void)state;
    static const char *const lists[] = {"Log\n\n1962-06-01 The ship left\nfor Dunvik\n1962-06-03 Rain fell\n",
                                        "Log\n\n1 June 1962 The ship left\nfor Dunvik\nJune 3, 1962 Rain fell\n"};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        annals_chronology *c = chronology_of(lists[i], NULL);
        size_t count;
        const annals_event *e = annals_events(c, &count);
        assert_int_equal(count, 2);
        assert_true(is(e[0].when->edtf, "1962-06-01") && is(e[0].label, "The ship left for Dunvik"));
        assert_true(is(e[1].when->edtf, "1962-06-03") && is(e[1].label, "Rain fell"));
        annals_free(c);
    }
    expect_event("27 May 1958 Orme wrote to the harbour master, who on\n28 May 1958 Moscow time answered him.",
                 "Orme wrote to the harbour master", "1958-05-27", ANNALS_OCCURRENCE);
    expect_event("3 мая 1958 года пароход налетел на скалу.", "Пароход налетел на скалу", "1958-05-03",
                 ANNALS_OCCURRENCE);
    expect_event("1962-06-01 was when the mill burned.", "1962-06-01 was when the mill burned", "1962-06-01",
                 ANNALS_OCCURRENCE);
}

/* The night of an entry's day is no second event beside it. */
static void test_night_of_entry(void **state) {
    (void)state;
    annals_chronology *c = chronology_of("Diary of Ada Weller\n\n3 May 1931. The mill burned in the night.\n"
                                         "5 May 1931. Captain Orme came.\n",
                                         NULL);
    size_t count;
    const annals_event *e = annals_events(c, &count);
    assert_int_equal(count, 2);
    assert_true(is(e[0].when->edtf, "1931-05-03/1931-05-04"));
    annals_free(c);
}

/* What an editor would not print: half a clause, what is left where a date stood, the mark of a list. */
static void test_headlines(void **state) {
    (void)state;
    static const struct {
        const char *text, *label, *edtf;
    } rows[] = {
        /* the date is that of the clause about it */
        {"The delegate read out his instructions, which had been signed on 3 March.",
         "His instructions had been signed", "1958-03-03"},
        {"We ask for an answer to the appeal of Captain Orme, which was handed over on 12 March.",
         "The appeal of Captain Orme was handed over", "1958-03-12"},
        {"The baker who was arrested on 3 March and released two days later has sued the town.",
         "The baker was arrested", "1958-03-03"},
        {"On 16 March the Dean gave us an account of the riot of the previous evening, in which the weir was invaded "
         "and Weller hurt.",
         "The weir was invaded and Weller hurt", "1958-03-15"},
        /* who did it stands before */
        {"A ladder was stolen from the yard on 3 March, and was found on 5 March behind the mill.",
         "A ladder was found behind the mill", "1958-03-05"},
        {"The picture was sold on 3 March, was carried to Orsay in the night, and has been on view since 5 March.",
         "The picture has been on view", "1958-03-05/.."},
        {"On 4 March 1958 three constables came to the house of the printer at 4 a.m. and searched it until 7 a.m.",
         "Three constables came to the house of the printer at 4 a.m. and searched it until 7 a.m.",
         "1958-03-04T04:00:00/1958-03-04T07:00:00"},
        /* one clause of two that are said, one time of two */
        {"We have learned that the Dean met his canons on 3 March and that two of them voted to go.",
         "The Dean met his canons", "1958-03-03"},
        {"Police cleared the gates on 3 March and again on 7 March.", "Police cleared the gates", "1958-03-03"},
        {"Police cleared the gates on 3 March and again on 7 March.", "Police cleared the gates again", "1958-03-07"},
        {"The siege began on 3 March, when the railway was cut.", "The siege began when the railway was cut",
         "1958-03-03"},
        {"The Bishop died on 3 March, of hunger.", "The Bishop died of hunger", "1958-03-03"},
        {"The order, signed by the Dean and dated 3 March, gives no reason.",
         "The order, signed by the Dean, gives no reason", "1958-03-03"},
        /* the main clause before the one that only says when */
        {"People of every kind will be much quieter, in the Dean's opinion, once the newspapers have printed his whole "
         "offer on 28 March.",
         "People of every kind will be much quieter, in the Dean's opinion, once the newspapers…", "1958-03-28"},
        /* a mark of a list, and the heading before it */
        {"GROUND FORCES\n(a) Three classes were called up on 3 March.", "Three classes were called up", "1958-03-03"},
        {"It was resolved:\n\n(a) that the bridge be shut on 3 March;\n(b) that the Dean be told.",
         "The bridge be shut", "1958-03-03"},
        /* what was not done until then was done then */
        {"The alarm was not given until 3 March.", "The alarm was not given until 3 March", "1958-03-03"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        annals_chronology *c = chronology_of(rows[i].text, "1958-03-20");
        size_t count;
        const annals_event *all = annals_events(c, &count);
        bool found = false;
        for (size_t j = 0; j < count; j++)
            found |= is(all[j].label, rows[i].label) && is(all[j].when->edtf, rows[i].edtf);
        for (size_t j = 0; !found && j < count; j++)
            print_message("found: %.*s %.*s\n", (int)all[j].when->edtf.length, all[j].when->edtf.data,
                          (int)all[j].label.length, all[j].label.data);
        if (!found) fail_msg("no '%s' of %s", rows[i].label, rows[i].edtf);
        annals_free(c);
    }
}

/* Marks within numbers part nothing, and what asks needs no blank. */
static void test_numbers_in_labels(void **state) {
    (void)state;
    expect_event("Bonds for £31,000 lay in the safe on 3 March and were gone on 7 March.",
                 "Bonds for £31,000 were gone", "1958-03-07", ANNALS_OCCURRENCE);
    expect_event("A dividend of 4s. 2d. was paid on 5 March.", "A dividend of 4s. 2d. was paid", "1958-03-05",
                 ANNALS_OCCURRENCE);
    expect_event("The bills were returned on the 4th inst. On Friday a rumour ran through the mill.",
                 "A rumour ran through the mill", "1958-03-14", ANNALS_OCCURRENCE);
    expect_event("Can you let us have forty thousand by 28 March?", "Can you let us have forty thousand?",
                 "../1958-03-28", ANNALS_PLAN);
    expect_event("This deponent saith, that on 5 March he went on board.", "He went on board", "1958-03-05",
                 ANNALS_OCCURRENCE);
}

/* A date in a relative clause: what that is about, and what it tells. */
static void test_relative_clauses(void **state) {
    (void)state;
    static const char text[] =
        "Two boats came in on 14 March with all the souls out of a brig of the lower town, the Corisande, which was "
        "broken upon the rocks of the weir on 12 March. The council gave twenty crowns to the widow of the old keeper "
        "of "
        "the northern gate, who was killed by the fall of the tower on 11 March.";
    expect_event(text, "The Corisande was broken upon the rocks of the weir", "1958-03-12", ANNALS_OCCURRENCE);
    expect_event(text, "he old keeper of the northern gate was killed by the fall of the tower", "1958-03-11",
                 ANNALS_OCCURRENCE);
    expect_event("In No. 12 the raid on the mill was dated 12 March.", "In No. 12 the raid on the mill was dated",
                 "1958-03-12", ANNALS_OCCURRENCE);
}

/* A word or two are no headline: the sentence behind goes with them. */
static void test_brief_sentences(void **state) {
    (void)state;
    expect_event("226 BC   Earthquake. The moles of the harbour fall.", "Earthquake. The moles of the harbour fall",
                 "-0225", ANNALS_OCCURRENCE);
    expect_event("REPORT OF THE OWNERS, 12 March 1958\n\nThe mill burned on 4 March.\n", "The mill burned",
                 "1958-03-04", ANNALS_OCCURRENCE);
    annals_chronology *c = chronology_of("THE PORT MERCURY, Saturday, 15 March 1958, page 5\n\nThe sun rose on 12 "
                                         "March, two days earlier than was told.\n",
                                         "1958-03-20");
    size_t count, told = 0;
    const annals_event *events = annals_events(c, &count);
    for (size_t i = 0; i < count; i++) told += events[i].kind == ANNALS_OCCURRENCE;
    assert_int_equal(told, 1);
    annals_free(c);
}

/* Dates of one clause are one event, from the one to the other where "until" goes on. */
static void test_joined_times(void **state) {
    (void)state;
    expect_event("The talks opened on 3 March and went on until 9 March.", "The talks opened", "1958-03-03/1958-03-09",
                 ANNALS_OCCURRENCE);
    expect_event("He came to the mill at 2 a.m. on 12 March and stayed until 7 a.m.", "He came to the mill",
                 "1958-03-12T02:00:00/1958-03-12T07:00:00", ANNALS_OCCURRENCE);
    expect_event("At 2 a.m. on 12 March they sat down and talked until 7 a.m.", "They sat down and talked until 7 a.m.",
                 "1958-03-12T02:00:00/1958-03-12T07:00:00", ANNALS_OCCURRENCE);
    expect_event("The attack began at 2 a.m. on 12 March and did not stop until 7 a.m.", "The attack began",
                 "1958-03-12T02:00:00/1958-03-12T07:00:00", ANNALS_OCCURRENCE);
    expect_event("On 12 March the pump gave out before nine in the morning.", "The pump gave out before nine",
                 "1958-03-12", ANNALS_OCCURRENCE);
    expect_event("The mill was built in 1759 or 1760.", "The mill was built", "[1759,1760]", ANNALS_OCCURRENCE);
    expect_event("The weir broke on 3 or 4 May 1648.", "The weir broke", "[1648-05-03,1648-05-04]", ANNALS_OCCURRENCE);
    expect_event("The fair was moved in May or in June 1648.", "The fair was moved", "[1648-05,1648-06]",
                 ANNALS_OCCURRENCE);
    expect_event("In March the guards left the mill on the 12th.", "The guards left the mill on the 12th", "1958-03-12",
                 ANNALS_OCCURRENCE);
    expect_event("A week later, on 12 March, the mill burned.", "The mill burned", "1958-03-12", ANNALS_OCCURRENCE);
    annals_chronology *c = chronology_of("The guards came on 3 March and the mill burned on 12 March.", "1958-03-20");
    size_t count;
    annals_events(c, &count);
    assert_int_equal(count, 2);
    annals_free(c);
}

static void expect_count(const char *text, size_t expected) {
    annals_chronology *c = chronology_of(text, "1958-03-20");
    size_t count, happened = 0;
    const annals_event *events = annals_events(c, &count);
    for (size_t i = 0; i < count; i++) happened += events[i].kind != ANNALS_DOCUMENT;
    assert_int_equal(happened, expected);
    annals_free(c);
}

/* An hour in an entry sharpens the day that the entry has; another hour tells of something else. */
static void test_entries(void **state) {
    (void)state;
    static const char bridge[] = "Days at the mill\n\n12 March 1958: The bridge is closed from six in the morning.\n13 "
                                 "March: The ferry sinks before dawn.\n";
    expect_event(bridge, "The bridge is closed", "1958-03-12T06:00:00", ANNALS_OCCURRENCE);
    expect_event(bridge, "The ferry sinks", "1958-03-13", ANNALS_OCCURRENCE);
    expect_count(bridge, 2);
    static const char hut[] = "12 March 1958. The hut, at seven in the evening. They asked where he was.\n";
    expect_event(hut, "The hut. They asked where he was", "1958-03-12T19:00:00", ANNALS_OCCURRENCE);
    expect_count(hut, 1);
    static const char ward[] = "12 March 1958. The miller died last night.\n";
    expect_event(ward, "The miller died", "1958-03-11/1958-03-12", ANNALS_OCCURRENCE);
    expect_count(ward, 1);
    static const char log[] = "Log\n\n12 March 1958\n\n05.40 Slipped the mast.\n14.05 Dropped the mail.\n"
                              "18.30 Moored at Dunvik.\n";
    expect_event(log, "Dropped the mail", "1958-03-12T14:05:00", ANNALS_OCCURRENCE);
    expect_count("12 March 1958: The mill opens; at noon the guards close it.\n", 2);
}

/* What happened at the time that ends what went on. */
static void test_turns(void **state) {
    (void)state;
    expect_event("The pit was idle until 1931, when the mine opened.", "The mine opened", "1931", ANNALS_OCCURRENCE);
    expect_event("The mayor lingered until 12 March, when he died.", "He died", "1958-03-12", ANNALS_OCCURRENCE);
    expect_event("The mayor was ill until 12 March, but he voted.", "The mayor was ill", "../1958-03-12",
                 ANNALS_OCCURRENCE);
}

/* A time that the subject stands behind is told by the day already; what counts of something is not. */
static void test_times_before_subjects(void **state) {
    (void)state;
    expect_event("The mill burned on 4 March 1958. The next day we crossed the river.", "We crossed the river",
                 "1958-03-05", ANNALS_OCCURRENCE);
    expect_event("The mill burned on 4 March 1958. Two days later the men came.", "The men came", "1958-03-06",
                 ANNALS_OCCURRENCE);
    expect_event("The mill burned on 4 March 1958. That same evening Hale rang.", "Hale rang", "1958-03-04",
                 ANNALS_OCCURRENCE);
    expect_event(
        "The mill burned on 12 March 1958. The dyers lent us pumps the next day, and in the small hours of the 14th "
        "we found the safe.",
        "The dyers lent us pumps the next day", "1958-03-13", ANNALS_OCCURRENCE);
    const char *since = "The army has fed the mill since 12 March 1958, when six cooks set up a field kitchen.";
    expect_event(since, "The army has fed the mill", "1958-03-12/..", ANNALS_OCCURRENCE);
    expect_event(since, "Six cooks set up a field kitchen", "1958-03-12", ANNALS_OCCURRENCE);
    expect_event("Christmas Eve Mass was read to them.", "Christmas Eve Mass was read", "1957-12-24",
                 ANNALS_OCCURRENCE);
    expect_event("The mill was dry on 12 March after two weeks of rain.", "The mill was dry after two weeks of rain",
                 "1958-03-12", ANNALS_OCCURRENCE);
}

/* "It was then that" is no headline. */
static void test_clefts(void **state) {
    (void)state;
    expect_event("It was on 12 March that the crane fell.", "The crane fell", "1958-03-12", ANNALS_OCCURRENCE);
    expect_event("It was perhaps 12 March that he died.", "He died", "1958-03-12?", ANNALS_OCCURRENCE);
    expect_event("It was decided on 12 March that the crane be sold.", "It was decided that the crane", "1958-03-12",
                 ANNALS_OCCURRENCE);
}

/* The headline of the only event. */
static void expect_headline(const char *text, const char *label) {
    annals_chronology *c = chronology_of(text, "1958-03-20");
    size_t count;
    const annals_event *e = annals_events(c, &count);
    assert_int_equal(count, 1);
    if (!is(e->label, label)) fail_msg("the headline is '%.*s'", (int)e->label.length, e->label.data);
    annals_free(c);
}

/* "last night" says when without a tie, and goes; so does an hour beside the day. */
static void test_times_left_out(void **state) {
    (void)state;
    expect_headline("The crane was brought down last night by a mob.", "The crane was brought down by a mob");
    expect_headline("The Mayor looked in this morning.", "The Mayor looked in");
    expect_headline("This morning was cold and wet.", "This morning was cold and wet");
    expect_headline("On 12 March, towards 9 p.m., the mob burned the mill.", "The mob burned the mill");
    expect_headline("It began on 12 March, when the mob burned the mill.", "The mob burned the mill");
    expect_headline("On 12 March died, at her house, Mrs. Dorothy Penn.", "Died, at her house, Mrs. Dorothy Penn");
    expect_headline("Two boys who were fishing found the anchor on 12 March.",
                    "Two boys who were fishing found the anchor");
    expect_headline("On 12 March the accused Carl Weller, with others, broke the gate of the mill, "
                    "climbed in, and took from it the chest of the owners.",
                    "The accused Carl Weller, with others, broke the gate of the mill, climbed in");
}

/* Two dates of one sentence, whose headlines say the same. */
static void test_tellings(void **state) {
    (void)state;
    expect_count("We know that on the night of 12-13 March our own watchmen saw them cross the weir between 2 and 3 in "
                 "the morning.\n",
                 1);
    expect_count("The owners met on 12 March at 3 p.m. and again at 17:30.\n", 2);
}

static void test_references(void **state) {
    (void)state;
    expect_event("He read Weller's letter to Ostrow of 12 March with care.", "Weller's letter to Ostrow", "1958-03-12",
                 ANNALS_DOCUMENT);
    expect_event("Your despatch No. 27 of 12 March was received yesterday.", "Your despatch No. 27", "1958-03-12",
                 ANNALS_DOCUMENT);
    expect_event("It was about Weller's bitter 12 March letter to Ostrow, he said.", "Weller's bitter letter to Ostrow",
                 "1958-03-12", ANNALS_DOCUMENT);
    expect_event("Five points of Carl Weller's [12 March 1958] statement were read.", "Carl Weller's statement",
                 "1958-03-12", ANNALS_DOCUMENT);
    expect_event("The message from A.B. Ostrow to Consul Hart of March 12 was long.",
                 "The message from A.B. Ostrow to Consul Hart", "1958-03-12", ANNALS_DOCUMENT);
    /* Whose letter it is that another one answers, the words before it tell. */
    expect_event("The clerk copied Hale's cable to Ostrow in answer to his note of 12 March.", "Ostrow's note",
                 "1958-03-12", ANNALS_DOCUMENT);
    expect_event("He found Dent's letter to Mrs Ann Quill in reply to her letter of 12 March.",
                 "Mrs Ann Quill's letter", "1958-03-12", ANNALS_DOCUMENT);
    expect_event("Marr read out the telegram to J. Weller in response to his letter of 12 March.", "J. Weller's letter",
                 "1958-03-12", ANNALS_DOCUMENT);
    expect_event("They know the answer of the Board to his letter of 12 March.", "His letter", "1958-03-12",
                 ANNALS_DOCUMENT);
    expect_event("Dent spoke to Mrs Quill in reply to her letter of 12 March.", "Her letter", "1958-03-12",
                 ANNALS_DOCUMENT);
}

static void test_citations(void **state) {
    (void)state;
    expect_event("It was printed in the Port Gazette in May 1981, see A. Clerk, The Mill (Port: Quay, 1983), 48-52.",
                 "It was printed in the Port Gazette, see A. Clerk, The Mill (Port: Quay, 1983), 48-52", "1981-05",
                 ANNALS_CITATION);
    expect_event("The stone was found in 1887 and published by Orsk, Bulletin 4 (1891), 33-40.", "The stone was found",
                 "1887", ANNALS_OCCURRENCE);
    expect_event("The stone was found in 1887 and published by Orsk, Bulletin 4 (1891), 33-40.",
                 "The stone was found in 1887 and published by Orsk", "1891", ANNALS_CITATION);
    expect_event("See Hart, The Mill and its People, 1954, for the story.", "See Hart", "1954", ANNALS_CITATION);
    expect_event("This volume contains letters of 5 May 1954 on the mill.", "This volume contains letters",
                 "1954-05-05", ANNALS_CITATION);
    expect_event("Port Orlan, March 4, 1958\n\nYour 77, March 1, 6 p.m. The port was closed yesterday.\n", "Your 77",
                 "1958-03-01T18:00:00", ANNALS_CITATION);
    expect_event("Port Orlan, March 4, 1958\n\nYour 77 men left on March 1. The port was closed yesterday.\n",
                 "Your 77 men left", "1958-03-01", ANNALS_OCCURRENCE);
    static const char *const notes[][2] = {
        {"Rain fell all day. Catalogued by J. Hart, 5 May 1974.", "Catalogued"},
        {"Rain fell all day. Presented by the widow of Captain Hart, 5 May 1974.", "Presented"},
        {"Rain fell all day. \"The Mill\", accessed 5 May 1974.", "The Mill"},
        {"Rain fell all day. Last edited on 5 May 1974.", "Last edited"},
    };
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        annals_chronology *c = chronology_of(notes[i][0], "1980-01-01");
        assert_int_equal(event_with(c, notes[i][1])->kind, ANNALS_CITATION);
        annals_free(c);
    }
    expect_event("The bell was presented by the widow of Captain Hart on 5 May 1974.",
                 "The bell was presented by the widow of Captain Hart", "1974-05-05", ANNALS_OCCURRENCE);
}

/* Where one reads it: lists of notes, pages and shelf marks.  Logs and what notes themselves tell stay. */
static void test_notes_of_sources(void **state) {
    (void)state;
    static const char article[] =
        "The Mill Question: a History, 1911\n\nThe mill was shut on 4 May 1911.[1] Ten men broke in on 5 May 1911.^2^ "
        "Two "
        "of them were shot on 6 May 1911;[3] the miller fled on 7 May 1911.\n\nIt was a long summer.\n\nNotes\n\n1. "
        "Weller to "
        "Ostrow, 8 May 1911, ibid.\n2. Port Herald, 9 May 1911; Ostrow to the author, 10 May 1951.\n3. One pistol was "
        "found by divers on 11 May 1951.\n\nBibliography\n\n- Hart, A. (12 May 1958). \"The Mill\".\n";
    static const struct {
        const char *label;
        annals_event_kind kind;
    } rows[] = {{"Ten men broke in", ANNALS_OCCURRENCE},    {"Two of them were shot", ANNALS_OCCURRENCE},
                {"The miller fled", ANNALS_OCCURRENCE},     {"Weller to Ostrow", ANNALS_CITATION},
                {"Port Herald", ANNALS_CITATION},           {"Ostrow to the author", ANNALS_CITATION},
                {"One pistol was found", ANNALS_OCCURRENCE}};
    annals_chronology *c = chronology_of(article, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const annals_event *e = event_with(c, rows[i].label);
        if (!e || e->kind != rows[i].kind) fail_msg("'%s' is missing or of another kind", rows[i].label);
    }
    assert_null(event_with(c, "The Mill Question"));
    annals_free(c);
    expect_event("Weller to Ostrow, 12 March 1911, FO 371/1044.", "Weller to Ostrow", "1911-03-12", ANNALS_CITATION);
    expect_event("The Port Herald, March 12, 1911, p. 1.", "The Port Herald", "1911-03-12", ANNALS_CITATION);
    expect_event("Minutes of the Board, 4 May 1911, fol. 12.", "Minutes of the Board", "1911-05-04", ANNALS_CITATION);
    expect_event("Wind SW 3/4 W on 12 March 1911.", "Wind SW 3/4 W", "1911-03-12", ANNALS_OCCURRENCE);
    expect_event("He tore p. 12 from the book on 12 March 1911.", "He tore p. 12 from the book", "1911-03-12",
                 ANNALS_OCCURRENCE);
}

static void test_documents_by_number(void **state) {
    (void)state;
    const char *line = "Reference: # 81 (outgoing # 5) from 2 May 1954, a note on pilots, and # 92 from 6 May 1954.";
    expect_event(line, "# 81 (outgoing # 5) from 2 May 1954", "1954-05-02", ANNALS_DOCUMENT);
    expect_event(line, "# 92 from 6 May 1954", "1954-05-06", ANNALS_DOCUMENT);
    expect_event("Reftels: 112 of 4 May 1954 and 118 of 6 May 1954.", "118 of 6 May 1954", "1954-05-06",
                 ANNALS_DOCUMENT);
    expect_event("They lost 118 of the 300 on 6 May 1954.", "They lost 118 of the 300", "1954-05-06",
                 ANNALS_OCCURRENCE);
}

static void expect_none(const annals_chronology *c, const char *words) {
    size_t count;
    const annals_event *all = annals_events(c, &count);
    for (size_t i = 0; i < count; i++)
        if (has(all[i].label, words)) fail_msg("'%.*s' is no event", (int)all[i].label.length, all[i].label.data);
}

/* What "when" leads to, what somebody is told, and what was before: headlines of their own. */
static void test_clauses_that_tell(void **state) {
    (void)state;
    expect_event("The request of 2 March was still on the desk when the mill was seized on 12 March.",
                 "The mill was seized", "1958-03-12", ANNALS_OCCURRENCE);
    expect_event("It is my painful duty to inform you that Captain Rudd of the northern gate was struck by a falling "
                 "beam on 12 March.",
                 "Captain Rudd of the northern gate was struck", "1958-03-12", ANNALS_OCCURRENCE);
    expect_event("On 12 March he said that he had not been let in after the murder at the gate two days before.",
                 "The murder at the gate", "1958-03-10", ANNALS_OCCURRENCE);
    expect_event("Orsk was sentenced to twenty years in 1931.", "Orsk was sentenced to twenty years", "1931",
                 ANNALS_OCCURRENCE);
    expect_event("Port, 3 May 1787\n\nTo Mistress Quill\n\nMadam,\n\nThe brig is lost.\n\nBen Ostrow\n",
                 "Ben Ostrow to Mistress Quill", "1787-05-03", ANNALS_DOCUMENT);
}

/* Bylines, opening hours, what became of copies, and what is left of a day that no month has, are no events. */
static void test_no_events(void **state) {
    (void)state;
    annals_chronology *c = chronology_of(
        "THE MILL\n\nThe mill burned on 4 March 1958. The bridge fell on 32 May 1957. It rained on May 34, "
        "1957.\n\nThe "
        "weir stood.\n\nOpen daily from 1 April to 31 October, 10 a.m. to 4 p.m. Closed on 25 December.\n\nOpening "
        "hours: Monday to Friday, 9-16.\n\nBy G. Hask, 1948\n\nDistribution: 1 - Director. Copy No. 2 destroyed 4 "
        "January "
        "1972. Approved for release 30 June 1998.\n",
        NULL);
    static const char *const none[] = {"bridge", "rained", "Open", "Closed", "Hask", "Monday"};
    expect_none(c, "The mill stood");
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) expect_none(c, none[i]);
    assert_non_null(event_with(c, "The mill burned"));
    assert_int_equal(event_with(c, "Copy No. 2")->kind, ANNALS_CITATION);
    assert_int_equal(event_with(c, "Approved")->kind, ANNALS_CITATION);
    annals_free(c);
    expect_event("He closed the gate on 4 March.", "He closed the gate", "1958-03-04", ANNALS_OCCURRENCE);
    expect_event("The copy of the key was found on 4 March.", "The copy of the key was found", "1958-03-04",
                 ANNALS_OCCURRENCE);
}

/* The line that heads an entry is none itself, and what stands below it is of its day. */
static void test_entry_heads(void **state) {
    (void)state;
    const char *minutes = "Minute Book of the Ferris Lodge\n\nCommittee, Thursday, 12th June 1913\nPickets were set at "
                          "Ferris.\n\nCommittee, Friday, 11th July 1913\nSir George met us here last night.\n\n"
                          "Special Meeting, 2nd August 1913\nThe terms were read.\n";
    expect_event(minutes, "Pickets were set", "1913-06-12", ANNALS_OCCURRENCE);
    expect_event(minutes, "Sir George met us", "1913-07-10/1913-07-11", ANNALS_OCCURRENCE);
    expect_event(minutes, "The terms were read", "1913-08-02", ANNALS_OCCURRENCE);
    const char *diary = "Sat. 31 Jan. 1953. Wind.\nAsh Wednesday, 18 Feb. They closed the gap last Saturday.\nSat. 21 "
                        "Feb. Snow.\n";
    expect_event(diary, "They closed the gap", "1953-02-14", ANNALS_OCCURRENCE);
    const char *log =
        "Tuesday, March 4th, 1834\nLight airs.\n\nFriday, March 14th\nAt 2 A.M. the watch came aft. Captain "
        "Rudd was killed at the companion.\n";
    expect_event(log, "Captain Rudd was killed", "1834-03-14", ANNALS_OCCURRENCE);
    annals_chronology *c = chronology_of(minutes, NULL);
    expect_none(c, "Committee");
    expect_none(c, "Special Meeting");
    annals_free(c);
}

static void expect_events(const char *text, size_t wanted) {
    size_t count;
    annals_chronology *c = chronology_of(text, NULL);
    annals_events(c, &count);
    assert_int_equal(count, wanted);
    annals_free(c);
}

/* Place and day, figures, what an entry tells of an earlier day, the heads of reports: each tells once, or nothing. */
static void test_openings_of_entries(void **state) {
    (void)state;
    const char *notes = "NOTES OF A PLANT HUNTER\n\nLake Yarrin, 3 May 1878. We pitched the tents.\n\nLake Yarrin, 6 "
                        "May. The mule died yesterday.\n\nOrcina, 9 May. I crossed on Tuesday and found the poppy.\n";
    expect_event(notes, "We pitched the tents", "1878-05-03", ANNALS_OCCURRENCE);
    expect_event(notes, "I crossed and found the poppy", "1878-05-07", ANNALS_OCCURRENCE);
    expect_events(notes, 3);
    const char *diary = "3.11. We came.\n4.11. We stayed.\n6.11.1956 The bridge fell.\n19.11. Rain fell.\n";
    expect_event(diary, "We stayed", "1956-11-04", ANNALS_OCCURRENCE);
    expect_event(diary, "The bridge fell", "1956-11-06", ANNALS_OCCURRENCE);
    expect_events(diary, 4);
    const char *paper = "THE WESTERN HERALD, Saturday, July 12, 1902\n\nTHE FIRE\n\nDunroe, Friday night.\n\nThe mill "
                        "burnt down yesterday.\n";
    expect_event(paper, "The mill burnt down", "1902-07-10", ANNALS_OCCURRENCE);
    annals_chronology *c = chronology_of(paper, NULL);
    expect_none(c, "Dunroe");
    annals_free(c);
}

/* Below a line with a later day, which nothing shows to head an entry, the document's own day is doubted. */
static void test_later_heads(void **state) {
    (void)state;
    size_t count, doubted = 0;
    annals_chronology *c = chronology_of("Proceedings of the Trustees\n\nHolme, 10 June 1913\n\nThe bridge was mended "
                                         "yesterday.\n\nAs to the business adjourned by consent, on 3 July 1913\n\nThe "
                                         "toll-house was burnt last night.\n",
                                         NULL);
    const annals_event *all = annals_events(c, &count);
    for (size_t i = 0; i < count; i++) {
        bool burnt = has(all[i].label, "toll-house"), mended = has(all[i].label, "bridge");
        if (burnt || mended) assert_int_equal(all[i].when->uncertain, burnt);
        doubted += burnt;
    }
    assert_int_equal(doubted, 1);
    annals_free(c);
}

/* What is told behind the day of an entry begins there, and what was yesterday is not of that day as well. */
static void test_entry_days(void **state) {
    (void)state;
    annals_chronology *c =
        chronology_of("14 Nov. 1891. Snow. The carrier came through.\n\n15 Nov. Two ewes found dead at "
                      "the ford.\n\n17 Nov. The vet came at six yesterday.\n\n19 Nov. A bill from the "
                      "chandler, made out on the 4th.\n\n21 Nov. They say the carrier drowned yesterday.\n",
                      NULL);
    size_t count;
    const annals_event *e = annals_events(c, &count);
    static const char *const rows[][2] = {{"1891-11-04", "A bill from the chandler, made out"},
                                          {"1891-11-14", "Snow. The carrier came through"},
                                          {"1891-11-15", "Two ewes found dead at the ford"},
                                          {"1891-11-16", "The vet came at six"},
                                          {"1891-11-19", "A bill from the chandler, made out on the 4th"},
                                          {"1891-11-20", "They say the carrier drowned"}};
    assert_int_equal(count, sizeof rows / sizeof *rows);
    for (size_t i = 0; i < count; i++)
        if (!is(e[i].when->edtf, rows[i][0]) || !is(e[i].label, rows[i][1]))
            fail_msg("'%.*s' of %.*s", (int)e[i].label.length, e[i].label.data, (int)e[i].when->edtf.length,
                     e[i].when->edtf.data);
    annals_free(c);
}

/* What ties a date to the rest is a matter of the language; what a verb follows stays. */
static void test_headlines_of_languages(void **state) {
    (void)state;
    static const char *const rows[][3] = {
        {"Der Bürgermeister starb am 9. März 1634 in der Stadt, und das war allen leid.",
         "Der Bürgermeister starb in der Stadt", "1634-03-09"},
        {"In der Nacht vom 3. auf den 4. März 1634 brannte die Mühle, und der Rat war nicht da.",
         "In der Nacht vom 3. auf den 4. März 1634 brannte die Mühle", "1634-03-03/1634-03-04"},
        {"La dépêche est arrivée le 4 décembre 1851 à la mairie de la ville.",
         "La dépêche est arrivée à la mairie de la ville", "1851-12-04"},
        {"El capitán murió el 3 de agosto de 1741 en la playa de la isla.", "El capitán murió en la playa de la isla",
         "1741-08-03"},
        {"В мае 1705 года царь прибыл в столицу, и это было хорошо.", "Царь прибыл в столицу", "1705-05"},
        {"7 May 1851, the prefect arrived at the mill. The road was dry then.", "The prefect arrived at the mill",
         "1851-05-07"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_event(rows[i][0], rows[i][1], rows[i][2], ANNALS_OCCURRENCE);
}

static void test_lines_that_date_others(void **state) {
    (void)state;
    expect_event("Port, 4 November 1962\n\nTo our # 7. Reference: # 6 from 1 November 1962.\n\nThe Minister left this "
                 "morning.\n",
                 "The Minister left", "1962-11-04", ANNALS_OCCURRENCE);
    expect_event("A chronicle\n\nIt has two days and no more than that.\n\n12 March 1957\n\nThe mill burns "
                 "down.\n\nThe guards flee.\n",
                 "The guards flee", "1957-03-12", ANNALS_OCCURRENCE);
    expect_event("Words of his.\n\nReference: # 1710 (entry # 50) from 12 March 1957\n\nConsul Hart sent on the answer "
                 "to the letter of March 2 of this year.\n",
                 "Consul Hart sent on the answer to the letter of March 2 of this year", "1957-03-12",
                 ANNALS_OCCURRENCE);
    expect_event("The Mill Board\n\nThey met at the weir each week.\n\n12 March 1957\n\nPresent: Mr. Weller and Mrs. "
                 "Quill. The guards were paid.\n",
                 "The guards were paid", "1957-03-12", ANNALS_OCCURRENCE);
}

/* What minutes and diaries tell behind the first sentence was of that day too, if it is a deed and nothing dates it
 * otherwise; who was present did nothing. */
static void test_further_sentences(void **state) {
    (void)state;
    const char *minutes =
        "MINUTES OF THE MILL BOARD\n\n12 March 1957\n\nPresent: Mrs. Quill, Mr. Weller and the Clerk.\n\n"
        "The Board approved the new sluice. Mr. Weller moved that the weir be raised. It was cold.\n\n"
        "The Board then rose.\n";
    expect_event(minutes, "The Board approved the new sluice", "1957-03-12", ANNALS_OCCURRENCE);
    expect_event(minutes, "Mr. Weller moved that the weir be raised", "1957-03-12", ANNALS_OCCURRENCE);
    expect_event(minutes, "The Board then rose", "1957-03-12", ANNALS_OCCURRENCE);
    annals_chronology *c = chronology_of(minutes, "1957-03-12");
    assert_null(event_with(c, "It was cold"));
    assert_null(event_with(c, "Present"));
    annals_free(c);
    const char *diary = "DIARY OF ANN QUILL\n\n12 March 1957\n\nWalked to the mill with Tom. His father showed us the "
                        "wheel.\n\n13 March 1957\n\nThe doctor came to the mill. Tom has a fever.\n";
    expect_event(diary, "His father showed us the wheel", "1957-03-12", ANNALS_OCCURRENCE);
    c = chronology_of(diary, "1957-03-14");
    assert_null(event_with(c, "has a fever"));
    annals_free(c);
    expect_event("The great bell, which hangs there still, was cast on 24 May 1936 from what the miners had left us of "
                 "the old one when they went away.",
                 "The great bell was cast from what the miners had left us of the old one", "1936-05-24",
                 ANNALS_OCCURRENCE);
    c = chronology_of("On 12 March 1957 she left by the nine o'clock train that evening.", "1957-03-14");
    size_t count;
    annals_events(c, &count);
    assert_int_equal(count, 1);
    annals_free(c);
}

/* What stands behind the sentence that the day of an entry opens is of that day too, however the day is marked off. */
static void test_rest_of_entries(void **state) {
    (void)state;
    static const char *const marks[] = {" - ", ": ", ". "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        char diary[512];
        snprintf(
            diary, sizeof diary,
            "Chronicle of Orrin\n\n12 March 1957%sThe mayor fled to Saltness. The council met at once. It was cold."
            "\n\n13 March 1957%sThe mill was burned. Martial law lifted.\n\n14 March 1957%sTrial of Dent. Ten "
            "years.\n",
            marks[i], marks[i], marks[i]);
        expect_event(diary, "The mayor fled to Saltness", "1957-03-12", ANNALS_OCCURRENCE);
        expect_event(diary, "The council met at once", "1957-03-12", ANNALS_OCCURRENCE);
        expect_event(diary, "Martial law lifted", "1957-03-13", ANNALS_OCCURRENCE);
        annals_chronology *c = chronology_of(diary, "1957-03-14");
        assert_null(event_with(c, "It was cold"));
        assert_null(event_with(c, "Ten years"));
        annals_free(c);
    }
}

/* The clock that opens a sentence of an entry is no part of what it tells. */
static void test_clocks_of_entries(void **state) {
    (void)state;
    const char *log = "WAR DIARY\n\n12 March 1916. Coaled all day. 1120 hauled off to the buoy. 1340 sighted the light "
                      "vessel. 2210 Captain Hale came on board.\n\n13 March 1916. 1545 moored in the roads.\n";
    expect_event(log, "Hauled off to the buoy", "1916-03-12T11:20:00", ANNALS_OCCURRENCE);
    expect_event(log, "Captain Hale came on board", "1916-03-12T22:10:00", ANNALS_OCCURRENCE);
    expect_event(log, "Moored in the roads", "1916-03-13T15:45:00", ANNALS_OCCURRENCE);
}

/* In minutes dates of what is spoken of lead nothing away from the day of the meeting. */
static void test_minutes(void **state) {
    (void)state;
    const char *minutes =
        "From the Minute Book of the Orrin Water Board\n\n4 November 1878\n\nPresent: Sir John Hale, Messrs. Dent and "
        "Rook. The Secretary read a letter from the keeper, dated 14 October, concerning the wall. Mr. Dent was "
        "elected "
        "to the chair.\n\n18 November 1878\n\nPresent: the same. It was agreed that the sluice be shut, and that the "
        "cellars be cleaned on 2 December. Mr. Rook resigned.\n\n9 December 1878\n\nMr. Hale was thanked.\n";
    expect_event(minutes, "The Secretary read a letter from the keeper, dated", "1878-11-04", ANNALS_OCCURRENCE);
    expect_event(minutes, "Mr. Dent was elected to the chair", "1878-11-04", ANNALS_OCCURRENCE);
    expect_event(minutes, "It was agreed that the sluice be shut", "1878-11-18", ANNALS_OCCURRENCE);
    expect_event(minutes, "Mr. Rook resigned", "1878-11-18", ANNALS_OCCURRENCE);
    const char *items =
        "MINUTES OF THE WATER BOARD\n\nMeeting held on Monday 13 September 1976\nPresent: Dr Hale, Mr Dent\n\n"
        "1. The death of Mr A. Rook on 10 September was reported.\n2. Mr Dent informed the Board that on "
        "the previous day he had found the sluice open.\n";
    expect_event(items, "he had found the sluice open", "1976-09-12", ANNALS_OCCURRENCE);
}

/* Behind an hour of the entry: what went on, and what a log says without naming who did it. */
static void test_deeds_behind_clocks(void **state) {
    (void)state;
    const char *diary = "Diary of Orrin Dent\n\n12 March 1957. Woken at three by smoke. The mill was burning.\n\n"
                        "13 March 1957. At 2 P.M. let go the anchor. Sent the wounded to the hospital.\n\n"
                        "14 March 1957. Rain.\n";
    expect_event(diary, "The mill was burning", "1957-03-12", ANNALS_OCCURRENCE);
    expect_event(diary, "Sent the wounded to the hospital", "1957-03-13", ANNALS_OCCURRENCE);
}

/* Who is named by a letter is the one whose name begins so; of two that do, it is nobody's. */
static void test_namesakes(void **state) {
    (void)state;
    annals_chronology *c =
        chronology_of("On 3 May 1931 they met Fidel Castro at Aske. On 4 May 1931 they wrote to F. Castro. "
                      "On 5 May 1931 they met Ben Hale and Boris Hale. On 6 May 1931 they wrote to B. Hale.",
                      NULL);
    assert_true(is(event_with(c, "wrote to F. Castro")->tags[0].name, "Fidel Castro"));
    assert_true(is(event_with(c, "wrote to B. Hale")->tags[0].name, "B. Hale"));
    annals_free(c);
}

/* Letters of one day to different people are different letters; one nobody's letter joins only where it can be no
 * other. */
static void test_parties(void **state) {
    (void)state;
    annals_chronology *c = chronology_of(
        "In his letter of 12 March to Lange, Soto asked for aid. Soto's letter of 12 March was read. "
        "Soto's message of 12 March to the Council is another matter. Mrs. Soto's letter of 12 March is private.",
        "1958-03-20");
    assert_int_equal(event_with(c, "Soto's letter")->mention_count, 2);
    assert_int_equal(event_with(c, "Soto's message to the Council")->mention_count, 1);
    assert_int_equal(event_with(c, "Mrs. Soto's letter")->mention_count, 1);
    annals_free(c);
}

/* One happening told with several times is one event, of the finest. */
static void test_nested_times(void **state) {
    (void)state;
    annals_chronology *c = chronology_of(
        "He left on 13 March. Two days earlier, on Tuesday, 11 March, at 4 a.m., the mill burned.", "1958-03-20");
    size_t count;
    annals_events(c, &count);
    assert_int_equal(count, 2);
    annals_free(c);
    expect_event("The mill burned on 12 March. The mill burned on 12 March.", "The mill burned", "1958-03-12",
                 ANNALS_OCCURRENCE);
}

static void test_kinds(void **state) {
    (void)state;
    expect_event("It was agreed that the talks would open on 28 March.", "The talks would open", "1958-03-28",
                 ANNALS_PLAN);
    expect_event("Letter of the master to the owners, 12 March.", "Letter of the master to the owners", "1958-03-12",
                 ANNALS_DOCUMENT);
    expect_event("A decree of the town, dated 12 March, thanks him for the grain.", "A decree of the town",
                 "1958-03-12", ANNALS_DOCUMENT);
    expect_event("455. Ref: Wire 398, March 14; others.", "Wire 398, March 14", "1958-03-14", ANNALS_DOCUMENT);
    expect_event("The mill burned on 31 November.", "The mill burned", "", ANNALS_OCCURRENCE);
    expect_event("The mayor spoke.\n\nNext meeting: 27 March.", "Next meeting", "1958-03-27", ANNALS_PLAN);
    expect_event("PERSONAL FILE\n\nName: Josiah Trench\nBorn: 6 May 1753, Harrowmouth\n\nHe was a sailor.",
                 "Born: Harrowmouth", "1753-05-06", ANNALS_OCCURRENCE);
    expect_event("PERSONAL FILE\n\nDied: at Aldwick, 4 July 1801\n\nHe was a sailor.", "Died: at Aldwick, 4 July 1801",
                 "1801-07-04", ANNALS_OCCURRENCE);
    expect_event("Inquire and reply before 27 March.", "Inquire and reply", "../1958-03-26", ANNALS_PLAN);
    expect_event("Weller was released on 13 March.", "Weller was released", "1958-03-13", ANNALS_OCCURRENCE);
    expect_event("Released on 13 March, Weller went home.", "Released, Weller went home", "1958-03-13",
                 ANNALS_OCCURRENCE);
    expect_event("Sources at the mill said on 13 March that all was well.",
                 "Sources at the mill said that all was well", "1958-03-13", ANNALS_OCCURRENCE);
    expect_event("The mill burned (the press told of it on 13 March).", "The mill burned (the press told of it)",
                 "1958-03-13", ANNALS_OCCURRENCE);
    expect_event("This page was last changed by hand and modified on 4 May 2019.",
                 "This page was last changed by hand and modified", "2019-05-04", ANNALS_OCCURRENCE);
    expect_event("The mill burned down.\n\nPage last updated on 4 May 2019.", "Page last updated", "2019-05-04",
                 ANNALS_CITATION);
    expect_event("The album (added May 2019) is new.", "The album (added May 2019) is new", "2019-05", ANNALS_CITATION);
    expect_event("Retrieved 4 May 2019 from the archive.", "Retrieved 4 May 2019 from the archive", "2019-05-04",
                 ANNALS_CITATION);
}

/* The dateline that opens a text is no time of its first sentence. */
static void test_opening(void **state) {
    (void)state;
    annals_chronology *c = chronology_of("DUNHOLT, May 5, 1959 (NorthPress) - Two ministers left on Tuesday.\n\n"
                                         "More is said below.\n",
                                         NULL);
    const annals_event *e = event_with(c, "Two ministers left");
    assert_non_null(e);
    assert_true(is(e->label, "Two ministers left"));
    assert_true(is(e->when->edtf, "1959-05-05"));
    annals_free(c);
    c = chronology_of("DUNHOLT, May 5 - Two ministers left yesterday.\n\nMore is said below.\n", NULL);
    size_t count;
    annals_events(c, &count);
    assert_int_equal(count, 1);
    assert_true(is(event_with(c, "Two ministers left")->label, "Two ministers left"));
    annals_free(c);
}

/* What is looked back to moves no story on; points of a statement go on with its day. */
static void test_statement(void **state) {
    (void)state;
    annals_chronology *c = chronology_of("STATEMENT\n\nDated: 17 March 1958\n\n"
                                         "1. On Friday, 7 March, I went to the mill.\n"
                                         "2. At 10.45 p.m. I saw two men. I had met one of them the Tuesday before.\n"
                                         "3. The next morning at half past seven a constable came.\n"
                                         "4. On the following Monday I was shown some pictures.\n",
                                         NULL);
    assert_true(is(event_with(c, "saw two men")->when->edtf, "1958-03-07T22:45:00"));
    assert_true(is(event_with(c, "met one of them")->when->edtf, "1958-03-04"));
    assert_true(is(event_with(c, "a constable came")->when->edtf, "1958-03-08T07:30:00"));
    assert_true(is(event_with(c, "shown some pictures")->when->edtf, "1958-03-10"));
    annals_free(c);
}

/* "1918?" opens a row, and is in doubt. */
static void test_rows(void **state) {
    (void)state;
    annals_chronology *c = chronology_of("| Date | Ship |\n|------|------|\n| 1918? | Anna |\n| [1923] | Ella |\n"
                                         "| 1204 | Dora |\n",
                                         NULL);
    assert_true(is(event_with(c, "Anna")->when->edtf, "1918?"));
    assert_true(is(event_with(c, "Ella")->label, "Ella"));
    assert_true(is(event_with(c, "Dora")->when->edtf, "1204"));
    annals_free(c);
    static const char posts[] = "| From | To | Post |\n|---|---|---|\n| 3 May 1921 | 7 June 1922 | Dunvik |\n"
                                "| 8 June 1922 | 1 March 1924 | Aske |\n";
    expect_event(posts, "Dunvik", "1921-05-03/1922-06-07", ANNALS_OCCURRENCE);
    expect_count(posts, 2);
}

/* A list of dates, one a line, with a year above them or without. */
static const char list_of_lines[] = "The Carters' Strike: a chronology\n\n1911\n"
                                    "January 3   The union is founded.\n"
                                    "March       Wages are cut by a tenth.\n"
                                    "June 29-30  All carters stop work.\n"
                                    "July 4, 3 p.m.  Police charge the crowd.\n"
                                    "early August  Food runs short.\n"
                                    "August 9    Agreement made at the Town Hall.\n\n"
                                    "1912\n- 5 January: Reed is elected.\n- Summer: the union buys the ruin.\n";

static const char course_of_life[] = "COURSE OF LIFE\n\nMartha Quill\n\n"
                                     "1956        Born in Dunholt\n"
                                     "1974-1978   Studied history\n"
                                     "Sept. 1984 - June 1990   Lecturer, Estrova\n"
                                     "since 1990  Professor\n";

static const char year_in_title[] = "DIARY 1847\n\nJan. 3. Snow all day.\n4th. Church again.\n"
                                    "Thursday 7. Got up.\nFeb. 1. Tom came home.\n";

static void test_lines_of_dates(void **state) {
    (void)state;
    static const struct line {
        const char *text, *label, *edtf;
    } lines[] = {
        {list_of_lines, "union is founded", "1911-01-03"},
        {list_of_lines, "Wages are cut", "1911-03"},
        {list_of_lines, "All carters stop", "1911-06-29/1911-06-30"},
        {list_of_lines, "Police charge", "1911-07-04T15:00:00"},
        {list_of_lines, "Agreement made", "1911-08-09"},
        {list_of_lines, "Reed is elected", "1912-01-05"},
        {list_of_lines, "buys the ruin", "1912-22"},
        {course_of_life, "Born in Dunholt", "1956"},
        {course_of_life, "Studied history", "1974/1978"},
        {course_of_life, "Lecturer", "1984-09/1990-06"},
        {course_of_life, "Professor", "1990/.."},
        {year_in_title, "Snow all day", "1847-01-03"},
        {year_in_title, "Church again", "1847-01-04"},
        {year_in_title, "Got up", "1847-01-07"},
        {year_in_title, "Tom came home", "1847-02-01"},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        annals_chronology *c = chronology_of(lines[i].text, NULL);
        const annals_event *e = event_with(c, lines[i].label);
        if (!e || !is(e->when->edtf, lines[i].edtf))
            fail_msg("'%s' is of '%.*s', not '%s'", lines[i].label, e ? (int)e->when->edtf.length : 0,
                     e ? e->when->edtf.data : "", lines[i].edtf);
        annals_free(c);
    }
}

static void test_merging(void **state) {
    (void)state;
    annals_chronology *c =
        chronology_of("He spoke of Weller's letter of 12 March. They sent the telegram of 12 March to all. "
                      "Ostrow's letter of 12 March is another.",
                      "1958-03-20");
    const annals_event *e = event_with(c, "Weller's letter");
    assert_non_null(e);
    assert_int_equal(e->mention_count, 2);
    assert_int_equal(e->source_count, 2);
    assert_int_equal(event_with(c, "Ostrow's letter")->mention_count, 1);
    annals_free(c);
}

/* The same document twice adds mentions but no event; two documents in the other order make the same chronology. */
static void add(annals_chronology *c, const char *name, const char *text) {
    annals_error error = {0};
    assert_int_equal(annals_add_text(c, name, annals_text_of(text), &error), ANNALS_OK);
}

static const char one[] = "3 March 1958\n\nFirst Letter\n\nThe mill burned on 1 March. The guards fled on 2 March, at "
                          "3 a.m., to the hills.\n";
static const char two[] = "5 March 1958\n\nSecond Letter\n\nThe bridge fell on 4 March. The guards fled on 2 March, at "
                          "3 a.m., to the hills.\n";

static void test_twice(void **state) {
    (void)state;
    annals_error error = {0};
    annals_chronology *once = annals_new(NULL, &error), *twice = annals_new(NULL, &error);
    add(once, "one", one), add(twice, "one", one), add(twice, "one", one);
    annals_finish(once, &error), annals_finish(twice, &error);
    size_t a, b;
    const annals_event *x = annals_events(once, &a), *y = annals_events(twice, &b);
    assert_int_equal(a, 3);
    assert_int_equal(a, b);
    for (size_t i = 0; i < a; i++) assert_true(is(x[i].id, y[i].id.data));
    annals_free(once), annals_free(twice);
}

static void test_order_of_files(void **state) {
    (void)state;
    annals_error error = {0};
    annals_chronology *there = annals_new(NULL, &error), *back = annals_new(NULL, &error);
    add(there, "one", one), add(there, "two", two), add(back, "two", two), add(back, "one", one);
    annals_finish(there, &error), annals_finish(back, &error);
    size_t a, b;
    const annals_event *x = annals_events(there, &a), *y = annals_events(back, &b);
    assert_int_equal(a, 5);
    assert_int_equal(a, b);
    for (size_t i = 0; i < a; i++) {
        assert_true(is(x[i].id, y[i].id.data));
        assert_true(is(x[i].label, y[i].label.data));
    }
    annals_free(there), annals_free(back);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_between),
                                       cmocka_unit_test(test_chronology_of_now),
                                       cmocka_unit_test(test_dated_subjects),
                                       cmocka_unit_test(test_dates_above_entries),
                                       cmocka_unit_test(test_sentences_behind_short_ones),
                                       cmocka_unit_test(test_wishes),
                                       cmocka_unit_test(test_labels),
                                       cmocka_unit_test(test_own_clauses),
                                       cmocka_unit_test(test_headlines),
                                       cmocka_unit_test(test_listed_days),
                                       cmocka_unit_test(test_night_of_entry),
                                       cmocka_unit_test(test_numbers_in_labels),
                                       cmocka_unit_test(test_clauses_that_tell),
                                       cmocka_unit_test(test_no_events),
                                       cmocka_unit_test(test_long_sentences),
                                       cmocka_unit_test(test_brief_sentences),
                                       cmocka_unit_test(test_joined_times),
                                       cmocka_unit_test(test_relative_clauses),
                                       cmocka_unit_test(test_entries),
                                       cmocka_unit_test(test_turns),
                                       cmocka_unit_test(test_clefts),
                                       cmocka_unit_test(test_times_left_out),
                                       cmocka_unit_test(test_tellings),
                                       cmocka_unit_test(test_references),
                                       cmocka_unit_test(test_citations),
                                       cmocka_unit_test(test_notes_of_sources),
                                       cmocka_unit_test(test_rest_of_a_line),
                                       cmocka_unit_test(test_nobody_acts),
                                       cmocka_unit_test(test_causes_and_places),
                                       cmocka_unit_test(test_documents_by_number),
                                       cmocka_unit_test(test_entry_days),
                                       cmocka_unit_test(test_entry_heads),
                                       cmocka_unit_test(test_later_heads),
                                       cmocka_unit_test(test_openings_of_entries),
                                       cmocka_unit_test(test_headlines_of_languages),
                                       cmocka_unit_test(test_times_before_subjects),
                                       cmocka_unit_test(test_lines_that_date_others),
                                       cmocka_unit_test(test_opening),
                                       cmocka_unit_test(test_rows),
                                       cmocka_unit_test(test_items),
                                       cmocka_unit_test(test_statement),
                                       cmocka_unit_test(test_lines_of_dates),
                                       cmocka_unit_test(test_merging),
                                       cmocka_unit_test(test_whole_clauses),
                                       cmocka_unit_test(test_rest_of_entries),
                                       cmocka_unit_test(test_clocks_of_entries),
                                       cmocka_unit_test(test_minutes),
                                       cmocka_unit_test(test_deeds_behind_clocks),
                                       cmocka_unit_test(test_parties),
                                       cmocka_unit_test(test_namesakes),
                                       cmocka_unit_test(test_nested_times),
                                       cmocka_unit_test(test_kinds),
                                       cmocka_unit_test(test_twice),
                                       cmocka_unit_test(test_entries_of_two_days),
                                       cmocka_unit_test(test_further_sentences),
                                       cmocka_unit_test(test_order_of_files)};
    return cmocka_run_group_tests_name("events", tests, NULL, NULL);
}
