/* Titles, document dates and sentences. */
#include "engine_test.h"

#include "document.h"
#include "language.h"

static void expect_document(const char *text, const char *title, const char *date, const char *basis) {
    annals_chronology *c = chronology_of(text, NULL);
    size_t count;
    const annals_document *d = annals_documents(c, &count);
    if (!is(d->title, title)) fail_msg("title '%.*s', not '%s'", (int)d->title.length, d->title.data, title);
    if (!is(d->when.edtf, date)) fail_msg("date '%.*s', not '%s'", (int)d->when.edtf.length, d->when.edtf.data, date);
    assert_string_equal(annals_when_basis_name(d->basis), basis);
    annals_free(c);
}

static void test_document_dates(void **state) {
    (void)state;
    expect_document("March 3, 1958\n\nLetter from the Consul\n\nThe ship left on 1 March.\n", "Letter from the Consul",
                    "1958-03-03", "stated");
    expect_document(
        "Skip to content\n\nThe Fall of the Bridge\n\nHarbour Town, 3 March 1958\n\nNothing moved. It rained.\n",
        "The Fall of the Bridge", "1958-03-03", "stated");
    expect_document("MEMORANDUM\nFrom: A. Writer\nDate: 3 March 1958\nSubject: Grain\n\nThe stores are full.\n",
                    "Grain", "1958-03-03", "stated");
    expect_document("12. Report From the Legation2\n\nThe stores were full. They were emptied at night.\n\nMore was "
                    "said about it.\n\n"
                    "3 March 1958 Weller\n",
                    "Report From the Legation", "1958-03-03", "stated");
    expect_document("Port, July 16, 1958, 2 p.m.\n\nThe mill burned this morning.\n", "", "1958-07-16", "stated");
    expect_document("Mill Burns\n\nPORT, April 3, 1947 -- The mill burned last night.\n", "Mill Burns", "1947-04-03",
                    "stated");
    expect_document("H.M.S. Otter, off Port, 3d March, 1858.\n\nSir,\n\nThe mill burned on the 1st.\n\nA. Weller\n", "",
                    "1858-03-03", "stated");
    expect_document("Inquest on Thomas Reed\n\nAt the Swan, Port, on Monday the 3d of March 1858, before Mr. Wills.\n\n"
                    "Ann Reed: He left the house on Tuesday. I saw him again at noon.\n",
                    "Inquest on Thomas Reed", "1858-03-03", "stated");
    expect_document("Port, 3 March 1958\n\nDear Sir,\n\nThe mill burned. It is gone.\n\nYours faithfully\nA. Weller\n",
                    "", "1958-03-03", "stated");
    expect_document(
        "Skip to content Search\nHome > Papers > 1958\n\nSECRET\n\nThe Mill\n\nIt burned on 3 March 1958.\n",
        "The Mill", "[1958-03-03..]", "inferred");
    expect_document("FROM: A. Weller\nDATE: 3 March 1958\nSUBJECT: The mill at Port\n\nIt burned. It is gone.\n",
                    "The mill at Port", "1958-03-03", "stated");
    expect_document("**A starred\nheading**\n\nOn 3 March 1958 the stores were emptied.\n", "A starred heading",
                    "[1958-03-03..]", "inferred");
    /* The number of a chapter, a name with its year and a paper's own name are no titles; a length of time may be. */
    expect_document("Ada Weller\nThe Burning Mill\nChapter 4\n\nIt burned on 3 March 1958. It is gone.\n",
                    "The Burning Mill", "[1958-03-03..]", "inferred");
    expect_document("FORTY DAYS\nMajor A. Weller, 1961\n\nOn 3 March 1958 the stores were emptied.\n", "FORTY DAYS",
                    "1961", "stated");
    expect_document("The Port Argus\n\n3 March 1958\n\nTHE MILL BURNT DOWN\n\nIt burned yesterday. It is gone.\n",
                    "THE MILL BURNT DOWN", "1958-03-03", "stated");
    expect_document("The Port Argus\n\n3 March 1958\n\nThe Mill\n\nIt burned yesterday. It is gone.\n",
                    "The Port Argus", "1958-03-03", "stated");
    /* The day, and what leads to it, may stand on a line of its own. */
    expect_document("Minutes of the meeting of the Council\nof 3 March 1958\n\nIt sat for an hour. It rained.\n",
                    "Minutes of the meeting of the Council", "1958-03-03", "stated");
    /* When a telegram came is not when it was sent; a group dates its message. */
    expect_document("Port, November 2, 1958—8 p.m.\n[Received November 3—4:20 p. m.]\n\nThe mill burned. It is gone.\n",
                    "", "1958-11-02", "stated");
    expect_document("Port, November 2, 1958—8 p.m. [Received November 3, 1958—4:20 p. m.]\n\nThe mill burned.\n", "",
                    "1958-11-02", "stated");
    expect_document("[Received 3 November 1958]\n\nThe mill burned. It is gone.\n", "", "[..1958-11-03]", "inferred");
    expect_document("P 112130Z AUG 1964\nFM CONSUL PORT\nTOR 120015Z\n\nThe mill burned. It is gone.\n", "",
                    "1964-08-11", "stated");
    expect_document(
        "Report\n\nCitation:\n\n\"Report\", May 2001, Some Archive, 3 March 1958.\n\nThe stores were full.\n", "Report",
        "", "unknown");
}

typedef struct head_row {
    const char *text, *title, *sender, *recipient, *place, *number, *date;
} head_row;

static void expect_field(const head_row *row, const char *name, annals_text found, const char *wanted) {
    if (!is(found, wanted))
        fail_msg("%s '%.*s', not '%s': %.40s", name, (int)found.length, found.data, wanted, row->text);
}

/* Below a letter of a book the next chapter begins, and nobody of that name has signed it. */
static void test_chapters_of_letters(void **state) {
    (void)state;
    annals_chronology *c = chronology_of(
        "THE LETTERS OF ADA WELLER\n\nCHAPTER I\n\nTO HER BROTHER\n\nPort, 3 May 1811.\n\nMy dear Tom, we arrived "
        "here on Monday. Uncle Hart died last night.\n\nTO MRS. HALE\n\nPort, 9 May 1811.\n\nDear Madam, my uncle was "
        "buried on Monday.\n\nCHAPTER II\n\nTO HER BROTHER\n\nAske, 2 June 1811.\n\nMy dear Tom, we left Port on "
        "Thursday.\n",
        NULL);
    size_t count;
    const annals_document *d = annals_documents(c, &count);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++)
        if (d[i].sender.length) fail_msg("sender '%.*s'", (int)d[i].sender.length, d[i].sender.data);
    annals_free(c);
}

/* Who writes to whom stands above all of the letters. */
static void test_volumes_of_letters(void **state) {
    (void)state;
    annals_chronology *c =
        chronology_of("LETTERS OF MISS ADA WELLER TO HER AUNT, MRS. HALE\n\nPort, 3 May 1811\n\nMy dear "
                      "Aunt,\n\nWe arrived here on Monday.\n\nA. W.\n\nAske, 9 June 1811\n\nMy dear "
                      "Aunt,\n\nUncle Hart died last night.\n\nA. W.\n",
                      NULL);
    size_t count;
    const annals_document *d = annals_documents(c, &count);
    assert_int_equal(count, 2);
    for (size_t i = 0; i < count; i++) {
        assert_true(is(d[i].sender, "MISS ADA WELLER"));
        assert_true(is(d[i].recipient, "MRS. HALE"));
    }
    annals_free(c);
}

static void test_heads(void **state) {
    (void)state;
    static const head_row rows[] = {
        {"12. Telegram From the Legation in Port to the Foreign Office1\n\nPort Orlan, March 3, 1958, 5 p.m.\n\n2210. "
         "The "
         "mill burned this morning. It is gone.\n",
         "Telegram From the Legation in Port to the Foreign Office", "the Legation in Port", "the Foreign Office",
         "Port Orlan", "12", "1958-03-03"},
        {"III. Dr. Caspar Hale to the Abbot\nAske, 3 March 1958\n\nGracious lord, I came on Tuesday.\n",
         "Dr. Caspar Hale to the Abbot", "Dr. Caspar Hale", "the Abbot", "Aske", "III", "1958-03-03"},
        {"2 Mill Street, Aske\nMonday, 3 March 1958\n\nDear Margaret,\n\nThe mill burned yesterday.\n\nJean\n", "",
         "Jean", "Margaret", "Mill Street, Aske", "", "1958-03-03"},
        {"Reference: # 1710 from 1 November 1932\n\nThe guards left on 29 October.\n", "", "", "", "", "1710",
         "[1932-11-01..]"},
        {"FM CONSUL PORT ORLAN\nTO FOREIGN CAPITAL\nNR 71\n031640Z MAR 58\nSECRET\n\nSUBJ: THE MILL\n\n1. It burned "
         "today.\n\nWELLER\n",
         "THE MILL", "CONSUL PORT ORLAN", "FOREIGN CAPITAL", "PORT ORLAN", "71", "1958-03-03"},
        {"Letter from Envoy to Norland A.B. Weller to the Chancellery\n\n3 March 1958\n\nIt burned. It is gone.\n",
         "Letter from Envoy to Norland A.B. Weller to the Chancellery", "Envoy to Norland A.B. Weller",
         "the Chancellery", "", "", "1958-03-03"},
        {"Port, the 3d of March 1858\n\nTo Mrs. Ada Weller, at the Anchor\n\nMadam,\n\nThe mill burned. It is "
         "gone.\n\nI am, Madam, your obedient servant,\n\nBen Ostrow\n",
         "", "Ben Ostrow", "Mrs. Ada Weller", "Port", "", "1858-03-03"},
        {"Sir Ben Ostrow to Mr Weller\n\nPort, 3 March 1658\n\nThe mill burned. It is gone.\n",
         "Sir Ben Ostrow to Mr Weller", "Sir Ben Ostrow", "Mr Weller", "Port", "", "1658-03-03"},
        {"PORT POLICE\nFIRE REPORT      Ref: F/58/7\n\nFire: 2 March 1958\nReport date: 3 March 1958\n\nIt burned. It "
         "is gone.\n",
         "FIRE REPORT", "PORT POLICE", "", "", "F/58/7", "1958-03-03"},
        {"The Mill Burns\n\nBy Ada Weller\nMonday, March 3, 1958 | Updated 6 p.m.\n\nPORT — The mill burned on Sunday. "
         "It "
         "is gone.\n",
         "The Mill Burns", "Ada Weller", "", "PORT", "", "1958-03-03"},
        {"The Mill of Port\n\nIt was built in 1858. It burned in 1957. It was never built again.\n\n© 1958-1964 The "
         "Mill "
         "Press. All rights reserved.\n",
         "The Mill of Port", "The Mill Press", "", "", "", "[1957-01-01..]"},
        {"LOG OF THE S.S. ADA, Capt. B. Rudd, Port to Kelby\n\nFri 3 May 1858\n0600  Left Port. Wind NW.\n2315  Fog. "
         "Half speed.\n",
         "LOG OF THE S.S. ADA, Capt. B. Rudd, Port to Kelby", "", "", "", "", "1858-05-03"},
        {"Annex B: Statement of Ada Weller, 3 May 1858\n\nI woke at two. I ran out.\n", "Statement of Ada Weller",
         "Ada Weller", "", "", "B", "1858-05-03"},
        {"Meeting of Monday, 3 May 1858\nPresent: Mr. Aske.\n\n1. The mill was let.\n", "Meeting of Monday, 3 May 1858",
         "", "", "", "", "1858-05-03"},
        {"A History of the Mill\n\nIt was built in 1858. It burned in 1957.\n\n© 1958 The Mill Press, Port.\n",
         "A History of the Mill", "The Mill Press", "", "Port", "", "1958"},
        {"The Mill: A Table\ncompiled by the Mill Club, December 1958\n\nIt was built in 1858. It burned in 1957.\n",
         "The Mill: A Table", "the Mill Club", "", "", "", "1958-12"},
        {"LOG of the brig Ada. Anno 1787.\n\n3 March\n6 AM  Sailed.\nNoon  Rain.\n8 PM  Wind.\n\n4 March\nFog.\n\nThis "
         "log was written out at Port the 5th of March.          B. Ostrow, Master\n",
         "LOG of the brig Ada. Anno 1787.", "B. Ostrow, Master", "", "Port", "", "1787-03-05"},
        {"ADA WELLER\nDiary of a summer\n\n3 March 1958. Rain. The mill burned.\n\n4 March. Sun.\n\n5 March. Fog.\n",
         "Diary of a summer", "ADA WELLER", "", "", "", "1958-03-03/1958-03-05"},
        {"Minutes of the 7th meeting of the Board, held on 3 March 1958\n\nThe mill was spoken of. It is gone.\n",
         "Minutes of the 7th meeting of the Board", "", "", "", "7", "1958-03-03"},
        {"GOVERNMENT OF NORLAND\nCABINET OFFICE\n\nSECRET\n\nMinutes of the 7th meeting\nheld at Port on Friday, 3 "
         "March "
         "1958, at 2.30 p.m.\n\n1. The mill. It was said that it had burned.\n",
         "Minutes of the 7th meeting", "CABINET OFFICE", "", "Port", "7", "1958-03-03"},
        {"TOP SECRET - WINTER SUN\n\nMILL INTELLIGENCE\nPort Orlan\n\nWEEKLY SUMMARY No. 38\n\n3 March 1958\n\n1. The "
         "mill "
         "burned on Sunday. It is gone.\n",
         "WEEKLY SUMMARY No. 38", "MILL INTELLIGENCE", "", "Port Orlan", "38", "1958-03-03"},
        {"Mill Museum Port\nVisit | Exhibitions | Shop\n\nThe Fire: Port and its mill\n\nPosted on 14 March 2019 by "
         "the "
         "archivist\n\nIn 1958 the mill burned. It was never built again.\n",
         "The Fire: Port and its mill", "Mill Museum Port", "", "", "", "2019-03-14"},
        {"Ada's pages\n\nMy trip\n\nPosted on March 12, 2019 by ada\n\nYesterday it rained. It stopped.\n",
         "Ada's pages", "", "", "", "", "2019-03-12"},
        {"1. 3 May 1912\n2. 5 June 1914\n", "", "", "", "", "", "[1914-06-05..]"},
        {"711.41/86: Telegram\n\nThe Consul at Port (Weller) to the Secretary of State\n\n[Port,] March 3, "
         "1958.\n[Received March "
         "4.]\n\nThe mill burned. It is gone.\n\nWeller\n",
         "The Consul at Port (Weller) to the Secretary of State", "The Consul at Port", "the Secretary of State",
         "Port", "711.41/86", "1958-03-03"},
        {"DOCUMENT 4\n\nDiary Entry by the Chief Clerk (Weller)\n\n[3 March 1958?]\n\nThe mill burned. It is gone.\n",
         "Diary Entry by the Chief Clerk (Weller)", "the Chief Clerk", "", "", "4", "1958-03-03?"},
        {"Memorandum by Ada Weller\n\nPort, March 3-4, 1958.\n\nThe mill burned. It is gone.\n",
         "Memorandum by Ada Weller", "Ada Weller", "", "Port", "", "1958-03-03/1958-03-04"},
        {"Letter, A. Weller to B. Ostrow, 3 March 1958\n\nThe mill burned. It is gone.\n",
         "Letter, A. Weller to B. Ostrow", "A. Weller", "B. Ostrow", "", "", "1958-03-03"},
        {"Inclosure 2 in No. 5.\n\nM. Weller to Mr. Ostrow.\n\nPort, March 3, 1858.\n\nThe mill burned. It is gone.\n",
         "M. Weller to Mr. Ostrow", "M. Weller", "Mr. Ostrow", "Port", "", "1858-03-03"},
        {"N° 1\n\nM. Weller, Ministre de France à Port,\nà M. Ostrow, Ministre des Affaires étrangères.\n\nPort, le 3 "
         "mars "
         "1858.\n\nLe moulin a brûlé hier. Il est perdu.\n",
         "M. Weller, Ministre de France à Port, à M. Ostrow, Ministre des Affaires étrangères", "M. Weller",
         "M. Ostrow", "Port", "1", "1858-03-03"},
        {"Letter From Ada Weller to Ben Ostrow\n\nPort, undated.\n\nThe mill burned. It is gone.\n",
         "Letter From Ada Weller to Ben Ostrow", "Ada Weller", "Ben Ostrow", "Port", "", ""},
        {"DUNHOLT 89\nMarch 3, 1958\n\nThe mill burned. It is gone.\n", "", "", "", "DUNHOLT", "89", "1958-03-03"},
        {"Affidavit of Ada Weller\n\nSworn at Port, 3 March 1858\n\nThe mill burned. It is gone.\n",
         "Affidavit of Ada Weller", "Ada Weller", "", "Port", "", "1858-03-03"},
        {"THE PORT MERCURY\nSaturday, March 8, 1958\n\nGENERAL FLEES MILL\n\nPORT, March 6. - General Weller left the "
         "mill last "
         "night. It is gone.\n\nFIRE\n\nASKE, March 7. - A barn burned yesterday. It is gone.\n",
         "THE PORT MERCURY", "THE PORT MERCURY", "", "", "", "1958-03-08"},
        {"From the diary of Miss Ada Weller\n\n3 March 1958. Rain. The mill burned.\n\n4 March. Sun.\n\n5 March. "
         "Fog.\n",
         "From the diary of Miss Ada Weller", "Miss Ada Weller", "", "", "", "1958-03-03/1958-03-05"},
        {"Log of the brig Ada Weller\n\n3 March 1958. Rain. The mill burned.\n\n4 March. Sun.\n\n5 March. Fog.\n",
         "Log of the brig Ada Weller", "", "", "", "", "1958-03-03/1958-03-05"},
        {"Sea View, Port\nMonday, 3 March 1958\n\nDear Tom,\n\nThe mill burned. It is gone.\n\nYours,\nAda\n", "",
         "Ada", "Tom", "Sea View, Port", "", "1958-03-03"},
        {"12, Hotel Orlan, Port, 3 March 1958\n\nDear Tom,\n\nThe mill burned. It is gone.\n\nYours,\nAda\n", "", "Ada",
         "Tom", "Hotel Orlan, Port", "", "1958-03-03"},
        {"COUNTY OF ASKE\n\nREPORT\nof the Inquiry into the Mill\n\n3 March 1958\n\nThe mill burned. It is gone.\n",
         "REPORT of the Inquiry into the Mill", "", "", "", "", "1958-03-03"},
        {"Minutes of a meeting held in the Blue Room, Port, on Monday, 3 March 1958\n\nThe mill was spoken of. It is "
         "gone.\n",
         "Minutes of a meeting held in the Blue Room, Port", "", "", "Blue Room, Port", "", "1958-03-03"},
        {"COMMUNIQUE No. 3\n\n3 March 1958\n\nThe mill burned. It is gone.\n", "COMMUNIQUE No. 3", "", "", "", "3",
         "1958-03-03"},
        {"THE PORT MERCURY.\nMONDAY, MARCH 3, 1958.\n\nSTOPPAGE OF THE MILL.\n\nThe mill burned on Sunday. It is "
         "gone.\n",
         "STOPPAGE OF THE MILL.", "THE PORT MERCURY", "", "", "", "1958-03-03"},
        {"Ada Weller\n\nThe Ashes\n\nI was there when the mill burned, on 3 March 1958. It was dark.\n", "The Ashes",
         "Ada Weller", "", "", "", "[1958-03-03..]"},
        {"PORT, March 3, 1958 - The mill burned on Sunday. It is gone.\n\nMr Hale resigned on Monday.\n", "", "", "",
         "PORT", "", "1958-03-03"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        annals_chronology *c = chronology_of(rows[i].text, NULL);
        size_t count;
        const annals_document *d = annals_documents(c, &count);
        assert_int_equal(count, 1);
        expect_field(&rows[i], "title", d->title, rows[i].title);
        expect_field(&rows[i], "sender", d->sender, rows[i].sender);
        expect_field(&rows[i], "recipient", d->recipient, rows[i].recipient);
        expect_field(&rows[i], "place", d->place, rows[i].place);
        expect_field(&rows[i], "number", d->number, rows[i].number);
        expect_field(&rows[i], "date", d->when.edtf, rows[i].date);
        annals_free(c);
    }
}

static void expect_sentences(const char *text, const char *const *wanted) {
    arena a = {0};
    annals_text t = annals_text_of(text);
    const grammar *english = language_of_code(annals_text_of("en"));
    block_list blocks = {0};
    sentence_list sentences = {0};
    assert_true(find_blocks(english, t, 1, NULL, &a, &blocks));
    byte_map map = {0};
    assert_true(map_bytes(t, 0, t.length, &a, &map));
    for (size_t i = 0; i < blocks.count; i++)
        assert_true(find_sentences(english, t, blocks.items, i, &map, &a, &sentences));
    size_t n = 0;
    for (; wanted[n]; n++) {
        annals_text found = n < sentences.count ? (annals_text){text + sentences.items[n].start,
                                                                sentences.items[n].end - sentences.items[n].start}
                                                : (annals_text){0};
        if (!is(found, wanted[n]))
            fail_msg("sentence %zu is '%.*s', not '%s'", n, (int)found.length, found.data, wanted[n]);
    }
    assert_int_equal(sentences.count, n);
    arena_free(&a);
}

#define SENTENCES(text, ...) expect_sentences(text, (const char *const[]){__VA_ARGS__, NULL})

static void test_sentences(void **state) {
    (void)state;
    SENTENCES("The U.S. Consul met A. B. Weller. He left.", "The U.S. Consul met A. B. Weller.", "He left.");
    SENTENCES("See No. 5 of Nov. 4. No. They were late.", "See No. 5 of Nov. 4.", "No.", "They were late.");
    SENTENCES("He came at 2 a.m. Weller called. At 3 p.m. He slept.", "He came at 2 a.m.", "Weller called.",
              "At 3 p.m. He slept.");
    SENTENCES("On 5 May at 2 a.m. Weller called. He left at 7 a.m. Monday.", "On 5 May at 2 a.m. Weller called.",
              "He left at 7 a.m. Monday.");
    SENTENCES("She was born on 5 May (17 May N.S.) 1850.", "She was born on 5 May (17 May N.S.) 1850.");
    SENTENCES("\"We shall see.\" He said no more.", "\"We shall see.\"", "He said no more.");
    SENTENCES("It was called “a matter of days.” (City Library, box 3) In May it ended.",
              "It was called “a matter of days.”", "(City Library, box 3)", "In May it ended.");
    SENTENCES("They were told.3 Nothing more (see p. 4) was said.", "They were told.3",
              "Nothing more (see p. 4) was said.");
    SENTENCES("2. The second point. It is short.", "The second point.", "It is short.");
    SENTENCES("What now? Go! They went.", "What now?", "Go!", "They went.");
    SENTENCES("Mr. Weller, Gen. Ostrow and Col. Hart of Weller & Co. met in St. Anne.",
              "Mr. Weller, Gen. Ostrow and Col. Hart of Weller & Co. met in St. Anne.");
    SENTENCES("", NULL);
}

static void test_tables(void **state) {
    (void)state;
    annals_chronology *c = chronology_of(
        "3 March 1958\n\nCables of a Day\n\nThey are listed below, one by one.\n\nItem Date From To Number\n"
        "a7.pdf 2-Mar-58 PORT CAPITAL 71\na8.pdf 3-Mar-58 PORT CAPITAL 72\n",
        NULL);
    const annals_event *e = event_with(c, "a7.pdf");
    assert_non_null(e);
    assert_true(is(e->label, "a7.pdf, from PORT to CAPITAL, no. 71"));
    assert_true(is(e->when->edtf, "1958-03-02"));
    assert_int_equal(e->kind, ANNALS_DOCUMENT);
    annals_free(c);
}

static void test_parted_tables(void **state) {
    (void)state;
    annals_chronology *c =
        chronology_of("Days of the port\n\nDate | What happened\n---|---\n5 October 1962 | The fleet sails\n", NULL);
    const annals_event *e = event_with(c, "fleet");
    assert_non_null(e);
    assert_true(is(e->label, "The fleet sails"));
    assert_int_equal(e->kind, ANNALS_OCCURRENCE);
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_document_dates),      cmocka_unit_test(test_heads),
        cmocka_unit_test(test_chapters_of_letters), cmocka_unit_test(test_volumes_of_letters),
        cmocka_unit_test(test_sentences),           cmocka_unit_test(test_tables),
        cmocka_unit_test(test_parted_tables)};
    return cmocka_run_group_tests_name("document", tests, NULL, NULL);
}
