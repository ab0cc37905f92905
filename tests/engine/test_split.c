/* Files of several documents, and those that are one. */
#include "engine_test.h"

/* The text is parted before each of the given words; the first may be null: before nothing. */
static void expect_parts(const char *text, size_t wanted, const char *const *openings) {
    annals_chronology *c = chronology_of(text, NULL);
    size_t count, start = 0;
    const annals_document *d = annals_documents(c, &count);
    if (count != wanted) fail_msg("%zu documents, not %zu, in: %.60s", count, wanted, text);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(d[i].start, start);
        size_t n = strlen(openings[i]);
        if (d[i].text.length < n || memcmp(d[i].text.data, openings[i], n))
            fail_msg("document %zu begins '%.30s'", i, d[i].text.data);
        start += d[i].length;
    }
    annals_free(c);
}

#define PARTS(text, ...)                                                                                               \
    expect_parts(text, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), (const char *const[]){__VA_ARGS__})
#define ONE(text) expect_parts(text, 1, (const char *const[]){""})

static void test_cables(void **state) {
    (void)state;
    PARTS("FM CONSUL PORT\nTO FOREIGN CAPITAL\nNR 12\n051640Z SEP 64\n\n1. The mill burned today.\n\nWELLER\n\nNNNN\n\n"
          "SECRET\nO 061200Z SEP 64\nFM FOREIGN CAPITAL\nTO CONSUL PORT\n\n1. Your 12. Find out who did it.\n",
          "FM CONSUL PORT", "SECRET\nO 06");
    PARTS("TELEGRAM NO. 14\nPORT TESSALY, 3 MAY 1931\n\nTHE CUSTOMS HOUSE BURNED LAST NIGHT.\n\nWELLER\n\n"
          "TELEGRAM NO. 15\nPORT TESSALY, 4 MAY 1931\n\nTHE GOVERNOR CALLED ON ME THIS MORNING.\n\nWELLER\n",
          "TELEGRAM NO. 14", "TELEGRAM NO. 15");
    PARTS("From: Ada Weller <ada@example.org>\nTo: Ben Ostrow\nDate: 3 March 1998\nSubject: The mill\n\nIt burned "
          "yesterday.\n\n-----\n\nFrom: Ben Ostrow\nTo: Ada Weller\nDate: 4 March 1998\n\nWho did it?\n",
          "From: Ada", "From: Ben");
    PARTS("From: Ada Weller\nTo: Ben Ostrow\n\nWho did it?\n\n-----Original Message-----\nFrom: Ben Ostrow\nTo: Ada "
          "Weller\n\nIt burned yesterday. It is gone.\n",
          "From: Ada", "-----Original");
    PARTS("FM CONSUL PORT\nTO CAPITAL\nNR 12\n\nREF: YOUR 7 OF 2 MARCH\n\nThe Mayor, sir, is well.\n\nWELLER\n\nFM "
          "CAPITAL\nTO "
          "CONSUL PORT\n\nREF: YOUR 12 OF 3 MARCH\n\nDear Weller,\n\nWell done. It is enough.\n",
          "FM CONSUL", "FM CAPITAL");
    /* The day below a cable is its own, where none stands above. */
    PARTS(
        "CABLE FROM PORT\n\nThe mill burned at three this morning. All are saved.\n\nWeller, 1 June 1911\n\nCABLE FROM "
        "PORT\n\nThe Mayor refused this afternoon to open the gate.\n\nWeller, 2 June 1911\n",
        "CABLE FROM PORT\n\nThe mill", "CABLE FROM PORT\n\nThe Mayor");
    PARTS("1 June 1911\n\nCABLE FROM PORT\n\nThe mill burned at three this morning.\n\n2 June 1911\n\nCABLE FROM "
          "PORT\n\nThe "
          "Mayor refused this afternoon to open the gate.\n",
          "1 June", "2 June");
    ONE("FROM: A. Weller\nTO: B. Ostrow\nDATE: 3 March 1958\n\nHe wrote to me from Port to say no. It is gone.\n");
}

static void test_volumes(void **state) {
    (void)state;
    PARTS("PAPERS\n\nNo. 1\nFrom the Mayor, Aske, to the Governor, Dorn\n3 March 1858, 9 a.m.\nTower down. Send "
          "masons.\n\nNo. 2\nFrom the Governor to the Mayor of Aske\n\n3 March 1858\n\nThey will come.\n",
          "PAPERS", "No. 2");
    ONE("Mail leaves twice a day.\nFrom the Mayor's house to the Dorn Gate\nit is a mile. On 3 March 1858 it was "
        "robbed.\n");
    PARTS("Papers on the Mill\n\nVolume 2\n\n12. Telegram From the Legation in Port to the Foreign Office1\n\nPort, "
          "March 3, 1958.\n\nThe mill burned.\n\n1. Source: Archives, box 3.\n\n13. Letter From the Miller to the "
          "Mayor\n\nPort, March 4, 1958.\n\nI did not do it.\n",
          "Papers on", "13. Letter");
    PARTS(
        "A word before. These papers were found in a loft.\n\n12. Telegram From the Legation to the Office\n\nThe mill "
        "burned.\n\n13. Memorandum of Conversation\n\nIt was said to have been the miller.\n",
        "A word", "12. Telegram", "13. Memo");
    /* A list of contents has nothing below its lines. */
    PARTS("12. Telegram From the Legation to the Office\n\n13. Memorandum of Conversation\n\n12. Telegram From the "
          "Legation to the Office\n\nThe mill burned.\n\n13. Memorandum of Conversation\n\nIt was the miller.\n",
          "12. Telegram", "13. Memorandum of Conversation\n\nIt");
    PARTS("Minutes of the Board\n\n3 March 1958\n\nThe mill was spoken of.\n\nMinutes of the Board\n\n10 March "
          "1958\n\nIt was spoken of again.\n",
          "Minutes of the Board\n\n3", "Minutes of the Board\n\n10");
    PARTS("MILL BOARD\n\nMinutes of the meeting held on Friday, 7 March 1958, at 3 p.m.\n\nPresent: Mr. Aske.\n\n"
          "1. The mill was spoken of.\n\nThe meeting closed at 5 p.m.\n\nMILL BOARD\n\nMinutes of the meeting held "
          "on Friday, 14 March 1958, at 3 p.m.\n\nPresent: Mr. Aske.\n\n1. It burned on Tuesday.\n",
          "MILL BOARD\n\nMinutes of the meeting held on Friday, 7",
          "MILL BOARD\n\nMinutes of the meeting held on "
          "Friday, 14");
}

/* Heads of printed collections: number, kind of paper, from whom and to whom, where and when, in any order. */
static void test_collections(void **state) {
    (void)state;
    PARTS(
        "No. 1.\n\nMr. Aske to Lord Dorn.-(Received May 4.)\n\nMy Lord,   Port, May 1, 1858.\n\nThe mill burned. It is "
        "gone.\n\nInclosure in No. 1.\n\nThe Miller to Mr. Aske.\n\nSir,\n\nIt was not I. I slept.\n\nNo. "
        "2.\n\nMinute by Lord Dorn.\n\nHe lies. So does Aske.\n",
        "No. 1.", "Inclosure in", "No. 2.");
    PARTS("711.41/86: Telegram\n\nThe Consul at Port (Aske) to the Secretary of State\n\nPort, May 1, 1931-4 "
          "p.m.\n\n12. The mill burned.\n\nAske\n\n711.41/90\n\nMemorandum by the Chief Clerk (Dorn)\n\n[Capital,] May "
          "6-7, "
          "1931.\n\nIt was the miller. He was seen.\n",
          "711.41/86", "711.41/90");
    PARTS("DOCUMENT 4\n\nDiary Entry by the Mayor\n\n[3 May 1931?]\n\nThe mill burned. It is gone.\n\nDOCUMENT "
          "5\n\nNote on "
          "millers\n\nThey sleep too well. All of them.\n",
          "DOCUMENT 4", "DOCUMENT 5");
    PARTS(
        "[1]\n\nTo Captain Rudd, at the Anchor\n\nPort, 2d May 1771\n\nThe mill burned. We are well.\n\n[2]\n\nTo the "
        "same\n\nSir,\n\nIt was the miller. He is gone.\n",
        "[1]", "[2]");
    PARTS("Letter, A. Aske to B. Dorn, 3 May 1931\n\nThe mill burned. It is gone.\n\nLetter, B. Dorn to A. Aske, 9 May "
          "1931\n\nWho did it? Find out.\n",
          "Letter, A.", "Letter, B.");
    PARTS("DUNHOLT 89\nMay 6, 1931\n\nThe mill burned. It is gone.\n\nDUNHOLT 90\nMay 7, 1931\n\nThe miller fled. He "
          "swam.\n",
          "DUNHOLT 89", "DUNHOLT 90");
    PARTS("Nr. 1\n\nDer Gesandte in Dunholt an das Auswärtige Amt\n\nDunholt, den 3. Mai 1911\n\nDie Mühle ist gestern "
          "abgebrannt. Der Müller ist fort.\n\nAnlage zu Nr. 1\n\nSchreiben des Müllers\n\nIch war es nicht. Ich habe "
          "geschlafen.\n",
          "Nr. 1", "Anlage zu");
}

/* Exhibits and annexes of one series each are a paper, dated or not. */
static void test_series(void **state) {
    (void)state;
    PARTS("Crown v. Dorn\n\nFiled: 4 June 1931\n\nDorn burned the mill on 3 May. He fled.\n\nExhibit A. Letter from "
          "Dorn to Aske, 2 May 1931\n\nBe at the mill tomorrow. Bring oil.\n\nExhibit B. Statement of the "
          "miller\n\nI heard a noise on the night of 3 May. I ran.\n\nExhibit C. The door of the mill\n\nIt was "
          "burned from within. The lock is gone.\n",
          "Crown", "Exhibit A", "Exhibit B", "Exhibit C");
    PARTS(
        "Papers of the mill\n\nEnclosure 1. Letter from the Mayor to Mr Dorn, 3 May 1911\n\nCome at once. The mill "
        "burned.\n\nEnclosure 2. Statement of the miller\n\nI was asleep. I heard a noise.\n\nEnclosure 3. Bill of the "
        "mason\n\nPaid on 6 May. The wall stands.\n",
        "Papers", "Enclosure 2", "Enclosure 3");
    ONE("Minutes of 3 May 1911\n\nItem 1. Letter from Mr Ostrow\n\nIt was read. He asks for a wheel.\n\nItem 2. Report "
        "of the Treasurer\n\nThe balance was three pounds. It was accepted.\n");
    ONE("Dear Sir,\n\nI saw the mill on 3 May 1911. It was whole.\n\nExhibit A. Letter from Dorn to Aske is not true. "
        "I "
        "say so.\n\nIt burned on 4 May 1911.\n");
}

static void test_minutes(void **state) {
    (void)state;
    PARTS("MINUTE BOOK\n\nAt a Meeting of the Board held at the Anchor on the 4th of May 1824. Present: Mr. Aske, Mr. "
          "Dorn.\n\nThe mill was let. It is old.\n\nAt a Meeting of the Board held at the Anchor on the 1st of June "
          "1824. "
          "Present: Mr. Dorn.\n\nThe mill burned. It is gone.\n",
          "MINUTE BOOK", "At a Meeting of the Board held at the Anchor on the 1st");
    PARTS(
        "MINUTES of the Mill Board of Port\nMeeting of Monday, 3 May 1824\nPresent: Mr. Aske (chair), Mr. "
        "Dorn.\n\n1. The mill was let.\n2. It is old.\n\nMeeting of Monday, 7 June 1824\nPresent: Mr. Dorn.\n\n1. The "
        "mill had burned on 4 June.\n",
        "MINUTES", "Meeting of Monday, 7");
    PARTS("MILL BOARD OF PORT\n\nOrdinary meeting, 3 May 1824\n\nIn attendance: Mr. Aske. Apologies: Mr. Dorn.\n\n1. "
          "The mill was let.\n\nExtraordinary meeting, 9 May 1824\n\nIn attendance: Mr. Dorn.\n\n1. The mill had "
          "burned on 4 May.\n",
          "MILL BOARD", "Extraordinary");
    ONE("Meeting of Monday, 3 May 1824\nPresent: Mr. Aske.\n\nThe mill was let. Next meeting on 7 June "
        "1824.\n\nMonday, 7 June 1824\n\nThe mill was shut.\n");
    ONE("At a meeting of the Board held on 4 May 1824 the mill was let. It was old.\n\nAt a meeting of the Board held "
        "on 1 "
        "June 1824 it was told that the mill had burned. It was gone.\n");
}

/* A newspaper's reports have place and day, and a headline in capitals. */
static void test_reports(void **state) {
    (void)state;
    PARTS(
        "THE PORT MERCURY\n\nPort, 3 May 1931\n\nMILL BURNT DOWN\n\nThe mill burned yesterday. It is gone.\n\nPort, 9 "
        "May 1931\n\nTHE MILLER TAKEN\n\nThe miller was caught last night. He was wet.\n",
        "THE PORT", "Port, 9 May");
    ONE("Port, 3 May 1931\n\nThe Mill\n\nThe mill burned yesterday. It is gone.\n\nPort, 9 May 1931\n\nThe "
        "Miller\n\nHe "
        "was caught last night. He was wet.\n");
    ONE("3 May 1931\n\nMILL BURNT DOWN\n\nThe mill burned. It is gone.\n\n9 May 1931\n\nTHE MILLER TAKEN\n\nHe was "
        "caught. He was wet.\n");
}

/* The same name above full days: so begin the issues of a newspaper, whatever it is called. */
static void test_issues(void **state) {
    (void)state;
    PARTS("THE ORLE EVENING STAR\nTuesday, May 4, 1926\n\nNo trams\n\nThe trams stopped yesterday. It rained.\n\nTHE "
          "ORLE "
          "EVENING STAR\nFriday, May 7, 1926\n\n£9m lost\n\nThe trams ran again on Thursday. It was fine.\n",
          "THE ORLE EVENING STAR\nTue", "THE ORLE EVENING STAR\nFri");
    PARTS("Kelby Sentinel\nVol. IV, No. 12\n4 May 1926\nThe trams stopped yesterday. It rained.\n\nKelby "
          "Sentinel\nVol. IV, "
          "No. 13\n7 May 1926\nThe trams ran again on Thursday. It was fine.\n",
          "Kelby Sentinel\nVol. IV, No. 12", "Kelby Sentinel\nVol. IV, No. 13");
    PARTS("The Kelby Sentinel, 4 May 1926\n\nThe trams stopped yesterday. It rained.\n\nThe Orle Star, 6 May "
          "1926\n\nThe trams are stopped. They stand.\n\nThe Kelby Sentinel, 7 May 1926, page 3\n\nThe trams ran again "
          "on Thursday. It was fine.\n",
          "The Kelby Sentinel, 4", "The Orle Star", "The Kelby Sentinel, 7");
    PARTS("From the Orle Gazette of 3 May 1831\n\nThe frames were broken on Sunday. It rained.\n\nFrom the Orle "
          "Gazette of "
          "10 May 1831\n\nOn Friday last the dragoons came. It was fine.\n",
          "From the Orle Gazette of 3", "From the Orle Gazette of 10");
    PARTS(
        "KELBY & ORLE TIMES - Monday, 3 May 1926\n\nSTRIKE BEGINS\nThe trams stopped. It rained.\n\nKELBY & ORLE TIMES "
        "- Thursday, 6 May 1926\n\nBUS STONED\nA bus was stoned on Tuesday. It was full.\n",
        "KELBY & ORLE TIMES - Mon", "KELBY & ORLE TIMES - Thu");
    PARTS(
        "KELBY POLICE - INCIDENTS - 14 JULY 1994\n\n18:05  Fight reported\n18:11  Sergeant on scene\n23:50  Suspect "
        "held\n\nKELBY POLICE - INCIDENTS - 15 JULY 1994\n\n09:00  Suspect before magistrates\n09:40  Case adjourned\n",
        "KELBY POLICE - INCIDENTS - 14", "KELBY POLICE - INCIDENTS - 15");
    /* A name at the head of pages is no issue's, nor is the place where a diary was kept. */
    ONE("A YEAR AT ORLE\n4 May 1926\n\nNo trams. It rained.\n\n5 May 1926\n\nNo trams still. Walked.\n\n6 May "
        "1926\n\nRain. Read.\n\nA YEAR AT ORLE\n7 May 1926\n\nThe trams ran. It was fine.\n");
    ONE("Orle, 4 May 1926\n\nNo trams. It rained.\n\nOrle, 7 May 1926\n\nThe trams ran. It was fine.\n");
}

/* Whose a paper is and when it was sworn, in the words that open it. */
static void test_depositions(void **state) {
    (void)state;
    PARTS(
        "The examination of Ada Weller, widow, taken before me this 4th day of May 1762\n\nWho saith that the mill "
        "burned on Monday. She saw it.\n\nThe information of Ben Ostrow, taken upon oath before me the 6th day of May "
        "1762\n\nWho saith that he was at Kelby. He came home yesterday.\n",
        "The examination", "The information");
    PARTS(
        "The information of John Harker, of Thornby, taken the 4th day of May 1811 before me.\n\nWho saith that he ran "
        "out.\n\nThe information of Mary Weir, widow, taken the 6th day of May 1811 before me.\n\nWho saith that he "
        "did "
        "not return.\n",
        "The information of John", "The information of Mary");
    ONE("The deposition of Ada Weller, taken on 4 May 1762, was read in court. She wept.\n\nThe castle of Orle, taken "
        "by "
        "the French on 9 May 1762, was blown up. It is gone.\n");
}

/* Each post of a page has its title, and says when it was posted. */
static void test_posts(void **state) {
    (void)state;
    PARTS("Day three\nPosted on 12 May 2014 by Ada\n\nWe reached the hut last night. It rained.\n\n3 comments\n\nDay "
          "one\nPosted on 10 May 2014 by Ada\n\nWe set off at six. It was fine.\n",
          "Day three", "Day one");
    PARTS("Ada's pages\n\nMy trip\n\nPosted on March 12, 2019 by ada\n\nYesterday it rained. It stopped.\n\nA second "
          "trip\n\nPosted on February 2, 2019 by ada\n\nYesterday it snowed. It was cold.\n",
          "Ada's pages", "A second trip");
    ONE("The hut\nPosted on 12 May 2014 by Ada\n\nWe reached it last night. It rained.\n\n3 comments\n");
}

/* Days of a hearing, and the pages of a log, are of one paper. */
static void test_days(void **state) {
    (void)state;
    ONE("INQUIRY INTO THE LOSS OF THE HERON\n\nThird Day, 12th February 1882\n\nThe court sat. Captain Rudd was "
        "heard.\n\nFourth Day, 13th February 1882\n\nThe mate was heard. He wept.\n");
    ONE("Log of the barque HERON, Orle to Kelby\nMonday, 3rd June 1867\n\nTook in royals. It blew.\n\nLog of the "
        "barque "
        "HERON, Orle to Kelby\nTuesday, 4th June 1867\n\nCalm. The boy was ill.\n");
}

/* Below each stands where it was printed. */
static void test_clippings(void **state) {
    (void)state;
    PARTS("MILL BURNED\n\nThe mill at Kelby burned on Monday. It is gone.\n\nOrle Mercury, 14 May 1903\n\nINQUEST AT "
          "KELBY\n\nThe inquest was opened yesterday. It sits on Friday.\n\nThe Northern Echo, 16 May 1903, page 2\n",
          "MILL BURNED", "INQUEST AT");
    ONE("Orle, 14 May 1903\n\nThe mill burned on Monday. It is gone.\n\nKelby, 16 May 1903\n\nThe inquest was opened "
        "yesterday. It sits on Friday.\n");
    ONE("Proceedings of the Diet\n\nTuesday, 14 June 1921\n\nThe Diet met at two. It rained.\n\nSir A. DORN: I had a "
        "report yesterday. It is bad.\n\nWednesday, 15 June 1921\n\nThe Diet met at two.\n\nSir A. DORN: The men went "
        "back today. It is over.\n");
}

/* What is numbered, or called a paper, and heads none. */
static void test_no_heads(void **state) {
    (void)state;
    ONE("1. The Letter\n\nIn May 1931 the mayor wrote to Dorn. It was a long letter.\n\n2. The Report\n\nThe report "
        "came on "
        "9 May 1931. It was short.\n\n3. The Road to Dunholt\n\nIt was closed on 12 May 1931. Nobody passed.\n");
    ONE("Chapter 1\n\nPort, 3 May 1931\n\nIt rained. The mill burned.\n\nChapter 2\n\nPort, 9 May 1931\n\nIt rained "
        "again. The miller fled.\n");
    ONE("LIST OF EXHIBITS\n\nExhibit A. Letter from Aske to Dorn, 3 May 1931\n\nExhibit B. Statement of the "
        "miller\n\nThe court rose at four. It will sit again.\n");
    ONE("Appendix A. Where to stay\n\nThe Anchor was built in 1831. It is cheap.\n\nAppendix B. Where to "
        "eat\n\nThe Bell burned in 1840. It was built again.\n");
    ONE("LIST OF EXHIBITS\n\nEXHIBIT A\tLetter, Aske to Dorn, 3 May 1931\nEXHIBIT B\tLetter, Dorn to Aske, 9 May "
        "1931\nEXHIBIT C\tReport of the miller, 12 May 1931\n\nThe court rose at four. It will sit again.\n");
    ONE("The mill burned on 3 May 1931. It was told in many letters.\n\n1. Letter from Aske to Dorn, 4 May 1931.\n2. "
        "Ibid., "
        "p. 4.\n3. Telegram from Dorn to Aske, 5 May 1931.\n4. Smith, The Mill (1950), p. 7.\n");
    ONE("Enclosures\n\nThe fields were fenced on 3 May 1831. It hurt the poor.\n\nEnclosures and Riots\n\nThe fences "
        "were "
        "burned on 9 May 1831. Nobody was caught.\n");
    ONE("Minutes of the Board\n\nheld at Port on 3 March 1958\n\n1. Minutes of the last meeting\n\nThey were read. "
        "Nothing was "
        "added.\n\n2. Report of the Treasurer\n\nThe balance was three pounds. It was accepted.\n\n3. Letter from Mr "
        "Ostrow\n\nHe asked for a wheel. It was refused.\n");
    ONE("12\n\nThe mill burned on 3 May 1931. It is gone.\n\n13\n\nOn 9 May 1931 the miller fled. He swam.\n\n14\n\nHe "
        "was "
        "seen on 12 May 1931. He was wet.\n");
}

static void test_letters(void **state) {
    (void)state;
    PARTS(
        "Port, 3 March 1858\n\nDear Sister,\n\nThe mill burned. We are well.\n\nYour Ada\n\nPort, 9 March 1858\n\nDear "
        "Sister,\n\nIt was the miller. He is gone.\n\nYour Ada\n",
        "Port, 3", "Port, 9");
    PARTS("Quay House\nThursday evening\n\nMy dear Ann,\n\nThe mill burned. We are well.\n\nYour Ben\n\nQuay "
          "House\nFriday\n\nMy "
          "dear Ann,\n\nIt was the miller. He is gone.\n\nYour Ben\n",
          "Quay House\nThu", "Quay House\nFri");
    PARTS("Port, 3 May 1858\n\nDear Ann,\n\nThe mill burned. We are well.\n\nYour brother,\nBen\n\nKelby, Whit "
          "Monday\n\nDear Ben,\n\nYour letter of 3 May came only today. Was it the miller?\n\nAnn\n\nPort, 28 May "
          "1858\n\nDear Ann,\n\nIt was. He is gone.\n\nBen\n",
          "Port, 3", "Kelby, Whit", "Port, 28");
    PARTS("PORT MILL COMPANY\n3 March 1958\n\nThe mill burned. We shall build it again.\n\nPORT MILL COMPANY\n9 March "
          "1958\n\nThe bricks have come. They are red.\n",
          "PORT MILL COMPANY\n3", "PORT MILL COMPANY\n9");
    PARTS("Dear Sir,\n\nThe mill burned on 3 March 1958.\n\nA. Weller\n\fDear Sir,\n\nIt burned again on 9 March "
          "1958.\n\nA. Weller\n",
          "Dear Sir,\n\nThe", "Dear Sir,\n\nIt");
}

/* A feast has a day of its own in the year of the letters above. */
static void test_feast(void **state) {
    (void)state;
    annals_chronology *c = chronology_of(
        "Port, 3 May 1858\n\nDear Ann,\n\nThe mill burned. We are well.\n\nYour brother,\nBen\n\nKelby, Whit "
        "Monday\n\nDear Ben,\n\nYour letter of 3 May came only today.\n\nYour sister,\nAnn\n",
        NULL);
    size_t count;
    const annals_document *d = annals_documents(c, &count);
    assert_int_equal(count, 2);
    assert_true(is(d[0].title, ""));
    assert_true(is(d[1].title, ""));
    assert_true(is(d[1].sender, "Ann"));
    assert_true(is(d[1].place, "Kelby"));
    assert_true(is(d[1].when.edtf, "1858-05-24"));
    assert_int_equal(d[1].basis, ANNALS_BASIS_STATED);
    annals_free(c);
}

static void test_single_documents(void **state) {
    (void)state;
    /* Pages and sections of prose, a diary, a log, lists and tables. */
    ONE("The Mill\n\nIt burned on 3 March 1958.\n\fPage 2\n\nIt burned again on 9 March 1958.\n\n* * *\n\nIn May 1959 "
        "it "
        "was built anew.\n");
    ONE("3 March 1958\n\nThe mill burned.\n\n-----\n\nPort, 4 March 1958\n\nWe cleaned up.\n\n-----\n\n5 March "
        "1958\n\nRain.\n");
    ONE("LOG OF THE ADA\n\n3 March 1958\n0400 Rain.\n0800 More of it.\n\nLOG OF THE ADA\n\n4 March 1958\n0430 Wind.\n");
    ONE("12. Telegram From the Legation to the Office\n\nThe mill burned on 3 March 1958. It is gone.\n");
    ONE("Papers\n\n1. Letter of 3 March 1958 about the mill.\n2. Telegram of 4 March 1958, from the Mayor.\n3. "
        "Memorandum of 9 March 1958.\n");
    ONE("Date\tFrom\tTo\n3 March 1958\tPort\tCapital\n4 March 1958\tCapital\tPort\n");
    ONE("She kept his letter. It began so:\n\nPort, 3 March 1958\n\nDear Ada,\n\nand there it ended. Years went by.\n");
}

/* Neither who signs a cable nor what it tells is its title, though all is in capitals; nor where it is from. */
static void test_cable_titles(void **state) {
    (void)state;
    static const char *const cables[] = {
        "031500Z MAY 31\nFM LEGATION PORT TESSALY\nTO MINISTRY\n\n1. THE CUSTOMS HOUSE BURNED LAST NIGHT.\n2. THE "
        "GOVERNOR CALLED ON ME THIS MORNING.\n\nWELLER\n",
        "TELEGRAM NO. 14\nPORT TESSALY, 3 MAY 1931\n\nTHE CUSTOMS HOUSE WAS BURNED LAST NIGHT.\n\nWELLER\n",
        "TELEGRAM NO. 15\n\nPORT TESSALY, MAY 4, 1931, 9 P.M.\nSECRETARY OF STATE, ASKE.\n\nThe customs house was "
        "burned.\n\nWELLER\n",
        "Port Tessaly, undated\n\nDear Ada,\n\nThe customs house burned.\n\nWELLER\n",
    };
    for (size_t i = 0; i < sizeof cables / sizeof *cables; i++) {
        annals_chronology *c = chronology_of(cables[i], NULL);
        size_t count;
        const annals_document *d = annals_documents(c, &count);
        if (count != 1 || has(d->title, "WELLER") || has(d->title, "CUSTOMS") || has(d->title, "STATE") ||
            has(d->title, "undated"))
            fail_msg("the title is '%.*s'", (int)d->title.length, d->title.data);
        annals_free(c);
    }
}

/* Place and day open each; a day without a year is of the heading's, or of that of the document before. */
static void test_dispatches(void **state) {
    (void)state;
    PARTS("PORT TELEGRAPH AGENCY\nReports, 1924\n\nASKE, 5 May. The mill burned on Saturday.\n\nAll are saved.\n\n"
          "PORT MERROW, 9 May. The Mayor was received yesterday.\n",
          "PORT TELEGRAPH", "PORT MERROW, 9");
    ONE("THE PORT MERCURY\n9 May 1924\n\nASKE, 5 May. The mill burned on Saturday.\n\nDORN, 8 May. The Mayor was "
        "received yesterday.\n");
    ONE("On 5 May. The mill burned, and\n\nASKE, 5 May. The Mayor fled on Saturday.\n");
    /* the place may have small letters, where the day has no year as in a list of days */
    PARTS("THE PORT MERCURY\nCountry News, 1766\n\nAske, Sept. 5. The mill burned on Tuesday.\n\nPort Merrow, Jan. 9, "
          "1767. The Mayor was received yesterday.\n\nDorn, Jan. 11. He died this morning.\n",
          "THE PORT MERCURY", "Port Merrow", "Dorn");
    ONE("Aske, 5 May 1924. The mill burned.\n\nDorn, 9 May 1924. The Mayor fled.\n");
    ONE("ASKE, May 20 (Agency) - The council met.\n\nMr Dorn, who is 60, resigned on Monday. He left on Thursday.\n");
    static const struct {
        const char *text, *first, *second;
    } files[] = {
        {"PORT AGENCY\nReports, 1924\n\nASKE, 5 May. The mill burned.\n\nDORN, 9 May. The Mayor fled.\n", "1924-05-05",
         "1924-05-09"},
        {"PORT AGENCY\n\nASKE, 30 December 1924. The mill burned.\n\nDORN, 2 January. The Mayor fled.\n", "1924-12-30",
         "1925-01-02"},
        {"No. 1\nConsul Weller to the Mayor\n\nPort, May 4, 1924\n\nThe mill burned.\n\nNo. 2\nConsul Weller to the "
         "Mayor\n(Telegraphic.)\n\nPort, May 8\n\nThe bridge fell.\n",
         "1924-05-04", "1924-05-08"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        annals_chronology *c = chronology_of(files[i].text, NULL);
        size_t count;
        const annals_document *d = annals_documents(c, &count);
        assert_int_equal(count, 2);
        assert_true(has(d[0].when.edtf, files[i].first));
        assert_true(has(d[1].when.edtf, files[i].second));
        if (!d[1].title.length) assert_non_null(event_with(c, "DORN, "));
        annals_free(c);
    }
}

/* Where something is said counts from the document's own beginning; its line, in the file. */
static void test_places(void **state) {
    (void)state;
    annals_chronology *c =
        chronology_of("Port, 3 March 1858\n\nDear Ada,\n\nThe mill burned.\n\nPort, 9 March 1858\n\nDear "
                      "Ada,\n\nIt burned on the 31st of April.\n",
                      NULL);
    size_t count;
    const annals_notice *n = annals_notices(c, &count);
    assert_int_equal(count, 1);
    assert_int_equal(n->line, 11);
    assert_int_equal(n->column, 14);
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(m[count - 1].document, 1);
    size_t documents;
    const annals_document *d = annals_documents(c, &documents);
    assert_int_equal(m[count - 1].start, d[1].start + 44); /* places count in the file's text */
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cables),
                                       cmocka_unit_test(test_cable_titles),
                                       cmocka_unit_test(test_volumes),
                                       cmocka_unit_test(test_collections),
                                       cmocka_unit_test(test_reports),
                                       cmocka_unit_test(test_no_heads),
                                       cmocka_unit_test(test_minutes),
                                       cmocka_unit_test(test_series),
                                       cmocka_unit_test(test_letters),
                                       cmocka_unit_test(test_feast),
                                       cmocka_unit_test(test_single_documents),
                                       cmocka_unit_test(test_places),
                                       cmocka_unit_test(test_dispatches),
                                       cmocka_unit_test(test_issues),
                                       cmocka_unit_test(test_depositions),
                                       cmocka_unit_test(test_clippings),
                                       cmocka_unit_test(test_days),
                                       cmocka_unit_test(test_posts)};
    return cmocka_run_group_tests_name("split", tests, NULL, NULL);
}
