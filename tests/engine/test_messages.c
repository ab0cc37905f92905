/* When messages, letters and reports were written, which of the times in their heads that is, and where one ends. */
#include "engine_test.h"

/* The dates of all documents of a text, parted by blanks. */
static void dates_of(const annals_chronology *c, char *out, size_t size) {
    size_t count, length = 0;
    const annals_document *d = annals_documents(c, &count);
    for (size_t i = 0; i < count; i++)
        length += (size_t)snprintf(out + length, size - length, "%s%.*s", i ? " " : "", (int)d[i].when.edtf.length,
                                   d[i].when.edtf.length ? d[i].when.edtf.data : "");
}

/* The documents' dates; what is told, and when; words that no event has. */
typedef struct message_row {
    const char *text, *dates, *told, *when, *silent;
} message_row;

static void expect_rows(const message_row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char dates[256] = "";
        annals_chronology *c = chronology_of(rows[i].text, NULL);
        dates_of(c, dates, sizeof dates);
        if (strcmp(dates, rows[i].dates)) fail_msg("dates '%s', not '%s': %.40s", dates, rows[i].dates, rows[i].text);
        const annals_event *e = rows[i].told ? event_with(c, rows[i].told) : NULL;
        if (rows[i].told && !e) fail_msg("'%s' is not told: %.40s", rows[i].told, rows[i].text);
        if (e && !is(e->when->edtf, rows[i].when))
            fail_msg("'%s' at '%.*s', not '%s'", rows[i].told, (int)e->when->edtf.length, e->when->edtf.data,
                     rows[i].when);
        if (rows[i].silent && event_with(c, rows[i].silent))
            fail_msg("'%s' is an event: %.40s", rows[i].silent, rows[i].text);
        annals_free(c);
    }
}

#define EXPECT(rows) expect_rows(rows, sizeof(rows) / sizeof *(rows))

static void test_heads(void **state) {
    (void)state;
    static const message_row rows[] = {
        {"FROM: MISSION NORVA\nTO: WAR OFFICE\nDTG: 041230Z MAR 43\n\nCONVOY REACHED NORVA LAST NIGHT.\n\nDALE\n",
         "1943-03-04", "CONVOY", "1943-03-03/1943-03-04", "DTG"},
        {"FROM: MISSION NORVA\nTO: WAR OFFICE\nREFTEL: 031100Z MAR 43\nDTG: 041230Z MAR 43\n\nCONVOY REACHED NORVA "
         "LAST NIGHT.\n\nDALE\n",
         "1943-03-04", "CONVOY", "1943-03-03/1943-03-04", "DTG"},
        /* What another message is known by, and a group amid words, date nothing. */
        {"FROM: MISSION NORVA\nTO: WAR OFFICE\nREFTEL: 031100Z MAR 43\n\nCONVOY REACHED NORVA LAST NIGHT.\n", "", NULL,
         NULL, NULL},
        {"Handed in at Kelby 4 March 1911, 9.20 a.m. Received here at 9.58 a.m.\nTO: Secretary, Board of Trade, "
         "London\nSteamer Alda went ashore last night.\nHARBOUR MASTER\n",
         "1911-03-04", "Steamer Alda went ashore", "1911-03-03/1911-03-04", "Received"},
        {"GREAT NORMARK RAILWAY\nOffice of origin Dorne. Handed in 6.14 p.m. 3rd August 1888. Received 6.31 "
         "p.m.\nSuperintendent, Ostby.\n\nGoods ran into the rear of the mail last night.\n",
         "1888-08-03", "Goods ran", "1888-08-02/1888-08-03", "Received"},
        {"TELEX\nDESPATCHED 14 MARCH 1975 1625 GMT\nTO: NORMARK SHIPPING\nFROM: AGENT SELVE\n\nMV ALDA ARRIVED "
         "YESTERDAY.\n",
         "1975-03-14", "MV ALDA ARRIVED", "1975-03-13", "DESPATCHED"},
        {"RADIOGRAM\nFiled 2315 hrs 8 Aug 1952\nBase to Survey Party\n\nThe storm passed last night.\n", "1952-08-08",
         "storm", "1952-08-07/1952-08-08", "Filed"},
        /* The text begins in the line below a field. */
        {"SENT: 29 June 1913, 11.30 a.m.\nTwo companies will leave Dorne tomorrow. The mayor was told yesterday.\n",
         "1913-06-29", "mayor was told", "1913-06-28", "SENT"},
        {"TO: Harbour Master, Kelby\nSENT: 29 June 1913, 11.30 a.m.\nThe surveyor left yesterday.\nSECRETARY\n",
         "1913-06-29", "surveyor left", "1913-06-28", "SENT"},
        /* When it came bounds it. */
        {"TELEGRAM from Governor Sir A. Horne to the Colonial Office\n(Received 5.30 p.m. May 10, 1885)\n\nThe column "
         "reached Velde.\n",
         "[..1885-05-10]", NULL, NULL, "Received"},
        /* What arrived or was handed over is told. */
        {"Kelby, 4 March 1911\n\nDear Ann,\n\nThe ship arrived on 2 March. The keys were handed to me on 3 March.\n",
         "1911-03-04", "ship arrived", "1911-03-02", NULL},
        /* Groups are of the twentieth century; other years of two digits may be of any. */
        {"031640Z MAR 58\n\nIt burned today.\n", "1958-03-03", "It burned", "1958-03-03", NULL},
        {"Kelby, 3.3.58\n\nDear Ann,\n\nIt burned today.\n", "1958-03-03?", NULL, NULL, NULL},
    };
    EXPECT(rows);
}

static void test_titles(void **state) {
    (void)state;
    static const message_row rows[] = {
        /* What a title tells of happened before; who signs says when. */
        {"REPORT\nof the Committee on the Explosion at Kelby Mill\non the night of 3rd November-4th November, "
         "1926\n\nTo the Minister of Labour\n\n1. We sat at Kelby on the 7th and 8th January.\n\n2. The wall was "
         "rebuilt on 2nd February.\n\nJOHN MARL, Chairman\nP. VOSS\n14th April, 1927\n",
         "1927-04-14", "wall was rebuilt", "1927-02-02", NULL},
        {"Report on the fire at Kelby on 3 May 1901\n\nThe mill burned down in an hour. The Board met on 9 May 1901.\n",
         "[1901-05-09..]", NULL, NULL, NULL},
        {"Minutes of the meeting of the Board on 3 May 1901\n\nThe mill burned down yesterday. It is gone.\n",
         "1901-05-03", "mill burned", "1901-05-02", NULL},
        /* What was changed later was written before. */
        {"The Bridge\n\nBy Ann Reed, 4 March 2011, 07:15. Updated 5 March 2011, 11:00\n\nThirty years ago today the "
         "bridge fell.\n",
         "2011-03-04", "bridge fell", "1981-03-04", "Updated"},
        {"By Ann Reed\nUpdated 5 March 2011 at 9.12 a.m.\n\nThirty years ago today the bridge fell. It was old.\n\nIt "
         "stood "
         "for a century.\n",
         "2011-03-05", "bridge fell", "1981-03-05", "Updated"},
        {"The Bridge\n\nUpdated 5 March 2011\n\nThirty years ago today the bridge fell. It was old.\n", "2011-03-05",
         "bridge fell", "1981-03-05", "Updated"},
        {"Kelby, 4 March 1911\n\nDear Ann,\n\nThe chart was corrected on 2 March.\n", "1911-03-04",
         "chart was corrected", "1911-03-02", NULL},
        /* When what is reported happened is no date of the report. */
        {"INCIDENT REPORT\nPlace: Kelby Yard\nDate of incident: 3 May 1998\nDate of report: 5 May 1998\n\nThe crane "
         "was checked yesterday.\n",
         "1998-05-05", "crane was checked", "1998-05-04", NULL},
        {"COURT OF KING'S BENCH\n\nHilary Term, 1834\n\nThe King against Marl\n\nThe jury retired on Monday, February "
         "10th.\n",
         "1834", "jury retired", "1834-02-10", NULL},
    };
    EXPECT(rows);
}

static void test_parts(void **state) {
    (void)state;
    static const message_row rows[] = {
        {"BOARD OF TRADE\n\n(1)\nHanded in at Kelby 4 March 1911, 9.20 a.m. Received here at 9.58 a.m.\nTO: Secretary, "
         "Board of Trade, London\nSteamer Alda went ashore last night.\nHARBOUR MASTER\n\n(2)\nSent from London 4 "
         "March "
         "1911, 11.5 a.m.\nTO: Harbour Master, Kelby\nYour telegram of this morning. The surveyor will leave "
         "tonight.\nSECRETARY\n\n(3)\nHanded in at Kelby 6 March 1911, 5 p.m.\nTO: Secretary, Board of Trade, "
         "London\nThe vessel broke up yesterday.\nHARBOUR MASTER\n",
         "1911-03-04 1911-03-04 1911-03-06", "vessel broke up", "1911-03-05", "Handed"},
        {"TOP SECRET\nFROM: MISSION NORVA\nTO: MINISTRY\nDTG: 041230Z MAR 63\n\nLAWYER CALLED THIS "
         "MORNING.\n\nDALE\n-----\nTOP SECRET FLASH\nFROM: MINISTRY\nTO: MISSION NORVA\nDTG: 051010Z MAR 63\n\nWE "
         "AGREED YESTERDAY.\n-----\nTOP SECRET\nFROM: MISSION NORVA\nTO: MINISTRY\nDTG: 061200Z MAR 63\n\nLAWYER "
         "TELEPHONED.\n",
         "1963-03-04 1963-03-05 1963-03-06", "AGREED", "1963-03-04", "DTG"},
        {"MEMORANDUM\nTo: The Director\nFrom: R. Hale\nDate: 3 March 1958\nSubject: Grain\n\nThe stores were emptied "
         "yesterday.\n\nMEMORANDUM\nTo: R. Hale\nFrom: The Director\nDate: 5 March 1958\nSubject: Grain\n\nThe "
         "clerk fled yesterday.\n",
         "1958-03-03 1958-03-05", "clerk fled", "1958-03-04", NULL},
        /* A line of dashes below a title parts nothing. */
        {"REPORT OF THE MILL\n------------------\nKelby, 4 March 1911\n\nThe mill burned yesterday. It is gone.\n",
         "1911-03-04", "mill burned", "1911-03-03", NULL},
        {"Two Letters from the Hall\n\nI. Margery Hale to her brother\n\nSelby, 4th of March 1671\n\nDeare "
         "Brother,\nYours came to hand last night.\n\nII. Captain John Hale to his mother\n\nCamp before Norva, Septr. "
         "12th 1759\n\nDear Madam,\nWe landed last night. The enemy marched off on the 9th.\n",
         "1671-03-04 1759-09-12", "enemy marched off", "1759-09-09", "Camp"},
        {"ASSIZES AT KELBY\n\nMarch Term, 1821\n\nDEPOSITION OF ANN REED, SERVANT\nTaken at Kelby the 4th day of "
         "January, 1821, before James Orr, Esquire.\n\nShe saith that the chest was gone.\n\nDEPOSITION OF TOBIAS "
         "FINCH, CARRIER\nTaken at Dorne the 6th day of January, 1821, before the same.\n\nHe saith that he met the "
         "prisoners yesterday.\n\nVERDICT\nThe jury retired on Monday, March 12th, 1821. On the 14th the Court "
         "sentenced both.\n",
         "1821-01-04 1821-01-06 [1821-03-14..]", "met the prisoners", "1821-01-05", "Term"},
        {"Kelby, 5th November 1890.\n\nMy dear Dale,\n\nThe drafts came back yesterday.\n\nYours ever,\nA. "
         "Marl\n\n[12]\n\nOstby, 7th November 1890.\n\nDear Marl,\n\nThe partners met last night.\n\nYours truly,\nB. "
         "Dale\n\n[13]\n",
         "1890-11-05 1890-11-07", "partners met", "1890-11-06/1890-11-07", NULL},
    };
    EXPECT(rows);
}

/* Title, sender, recipient, place, number. */
typedef struct field_row {
    const char *text, *fields;
} field_row;

static void test_fields(void **state) {
    (void)state;
    static const field_row rows[] = {
        {"MEMORANDUM FOR THE RECORD\n\n20 May 1961\n\nSUBJECT: Talks with Captain Voss\n\n1. The undersigned met Voss "
         "on "
         "3 January 1961.\n\n                    R. L. STANE\n\nDistribution: 1 - Director; 2 - Registry.\n",
         "Talks with Captain Voss|R. L. STANE|||"},
        {"O 181955Z APR 79\nFM EMBNOR SELVE\nTO FORMIN\nS E C R E T SELVE 0881\nSUBJECT: SITREP NO. 3\n1. MINISTER "
         "SIGNED THIS MORNING.\n",
         "SITREP NO. 3|EMBNOR SELVE|FORMIN|SELVE|0881"},
        {"31. Memorandum of Telephone Conversation\n\nNorva, June 12, 1971, 10:15 a.m.-11:05 a.m.\n\nThe Minister had "
         "seen the King yesterday.\n",
         "Memorandum of Telephone Conversation|||Norva|31"},
        {"The Bridge\n\nBy Ann Reed, 4 March 2011, 07:15\n\nThe bridge fell. It was old.\n", "The Bridge|Ann Reed|||"},
        {"DEPOSITION OF ANN REED, SECOND MATE OF THE ALDA\nTaken at Kelby the 4th day of January, 1821.\n\nShe saith "
         "that the chest was gone.\n",
         "DEPOSITION OF ANN REED, SECOND MATE OF THE ALDA|ANN REED||Kelby|"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char found[512];
        size_t count;
        annals_chronology *c = chronology_of(rows[i].text, NULL);
        const annals_document *d = annals_documents(c, &count);
#define FIELD(name) (int)d->name.length, d->name.length ? d->name.data : ""
        snprintf(found, sizeof found, "%.*s|%.*s|%.*s|%.*s|%.*s", FIELD(title), FIELD(sender), FIELD(recipient),
                 FIELD(place), FIELD(number));
        assert_string_equal(found, rows[i].fields);
        annals_free(c);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_heads), cmocka_unit_test(test_titles),
                                       cmocka_unit_test(test_parts), cmocka_unit_test(test_fields)};
    return cmocka_run_group_tests_name("messages", tests, NULL, NULL);
}
