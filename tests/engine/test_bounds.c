/* Documents that do not say when they were written, and the days between which they were. */
#include "engine_test.h"

typedef struct text_row {
    const char *name, *text;
} text_row;

static annals_chronology *chronology_of_all(const text_row *rows, size_t count) {
    annals_error error = {0};
    annals_chronology *c = annals_new(NULL, &error);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(annals_add_text(c, rows[i].name, annals_text_of(rows[i].text), &error), ANNALS_OK);
    assert_int_equal(annals_finish(c, &error), ANNALS_OK);
    return c;
}

static void expect_when(const annals_chronology *c, size_t index, const char *edtf, const char *why) {
    size_t count;
    const annals_document *d = &annals_documents(c, &count)[index];
    if (!is(d->when.edtf, edtf)) fail_msg("'%.*s', not '%s'", (int)d->when.edtf.length, d->when.edtf.data, edtf);
    if (!is(d->basis_from, why)) fail_msg("'%.*s', not '%s'", (int)d->basis_from.length, d->basis_from.data, why);
    assert_int_equal(d->basis, *why ? ANNALS_BASIS_INFERRED : ANNALS_BASIS_UNKNOWN);
}

#define EXPECT(edtf, why, ...)                                                                                         \
    do {                                                                                                               \
        const text_row rows[] = {__VA_ARGS__};                                                                         \
        annals_chronology *c = chronology_of_all(rows, sizeof rows / sizeof *rows);                                    \
        expect_when(c, 0, edtf, why);                                                                                  \
        annals_free(c);                                                                                                \
    } while (0)

static const char undated[] =
    "To Mistress Quill\n\nI ask your pardon for my hand. They say there is a letter of Captain "
    "Ostrow's about it, of the 3rd of May. I should like to hear it read.\n\nAnn Weller\n";

static void test_one(void **state) {
    (void)state;
    EXPECT("[1958-03-03..]", "after 3 March 1958, which it reports",
           {"a.txt", "Madam,\n\nThe mill burned on 3 March 1958. I shall write again.\n\nAda Weller\n"});
    EXPECT("[1958-03-03..1958-03-09]", "after 3 March 1958, which it reports; before 9 March 1958, which it announces",
           {"a.txt", "Madam,\n\nThe mill burned on 3 March 1958. I shall come on 9 March 1958.\n\nAda Weller\n"});
    EXPECT("", "", {"a.txt", "Madam,\n\nThe mill burned. I shall write again.\n\nAda Weller\n"});
    EXPECT("1858-05-03/1858-05-05", "its entries, from 3 May 1858 to 5 May 1858",
           {"a.txt", "Ada's book\n\n3 May 1858. Rain.\n\n4 May. Fog.\n\n5 May. Sun.\n"});
    /* An editor's notes tell what came before the telegram, and what answers it. */
    EXPECT("[XXXX-03-16..XXXX-03-24]", "after 16 March, which it refers to; before 24 March, when it was answered",
           {"a.txt",
            "47. Telegram From the Legation to the Foreign Office1\n\n8853. Subj: Pilots. Ref: Port 8841.2\n\n1. "
            "(R.)\n\n2. He sent "
            "for me this evening. He is calm.\n\n1. Source: Archives, box 3.\n2. In telegram 8841 from Port, March "
            "16, the Legation reported that mail was refused.\n3. In telegram 8902 from Port, March 24, the Legation "
            "reported that the offer was withdrawn.\n"});
}

/* What has no year is of that of its file; above letters of January, Christmas is of the year before. */
static void test_turn_of_year(void **state) {
    (void)state;
    EXPECT("[1859-12-24..]", "after 24 December 1859, which it reports",
           {"a.txt",
            "Dear Ann,\n\nWe came on Christmas Eve. It snows.\n\nBen\n\nKelby, 4 January 1860\n\nDear "
            "Ben,\n\nThe mill is shut. We wait for you.\n\nAnn\n\nKelby, 9 March 1860\n\nDear Ben,\n\nThe mill "
            "is open.\n\nAnn\n"});
}

/* A volume counts its papers, and each that wires his own telegrams; those who answer name the latter. */
static void test_numbers(void **state) {
    (void)state;
    EXPECT("[1911-05-04..1911-05-09]",
           "after 4 May 1911, when what it answers was written; before 9 May 1911, when it was answered",
           {"a.txt",
            "16. Telegram From the Legation in Port to the Foreign Office\n\nNo. 91. Your telegram No. 51 reached "
            "me late last night. The mill is shut.\n"},
           {"b.txt", "15. Telegram From the Foreign Office to the Legation in Port\n\nORLE, 4 May 1911\n\nNo. 51. Who "
                     "burned the mill?\n"},
           {"c.txt", "17. Telegram From the Foreign Office to the Legation in Port\n\nORLE, 9 May 1911\n\nNo. 54. Your "
                     "No. 91 has been read.\n"},
           {"d.txt",
            "91. Telegram From the Legation in Port to the Foreign Office\n\nPORT, 1 June 1911\n\nNo. 120. It is "
            "rebuilt.\n"});
}

static void test_network(void **state) {
    (void)state;
    static const text_row letter = {
        "b.txt", "Port, 3 May 1787\n\nTo Mistress Quill\n\nMadam,\n\nThe brig is lost.\n\nBen Ostrow\n"};
    EXPECT("", "", {"a.txt", "To Mistress Quill\n\nI know nothing of it.\n\nAnn Weller\n"}, letter);
    EXPECT("[1787-05-03..]", "after 3 May 1787, when what it answers was written", {"a.txt", undated}, letter);
    EXPECT("[..1958-03-09]", "before 9 March 1958, when it was answered",
           {"a.txt", "FM CONSUL PORT\nTO CAPITAL\nNR 71\n\n1. The mill is gone.\n"},
           {"b.txt", "FM CAPITAL\nTO CONSUL PORT\nNR 12\n091640Z MAR 1958\nREF: YOUR 71\n\n1. Find out who did it.\n"});
}

/* What others answer, enclose, receive or speak of is earlier than they. */
/* What is answered may be told by several numbers, or by a day of any month. */
static void test_answers(void **state) {
    (void)state;
    static const char why[] = "before 9 May 1911, when it was answered";
    static const text_row answer = {"g.txt", "Telegram No. 9\n\nFrom the Foreign Office to the Consul at Tessaly\n\n"
                                             "9 May 1911\n\nYours No. 5 and 6 received. We shall reply.\n\nHale\n"};
    EXPECT("[..1911-05-09]", why,
           {"a.txt", "Telegram No. 5\n\nFrom the Consul at Tessaly to the Foreign Office\n\n"
                     "The mill burned last night.\n\nWeller\n"},
           answer);
    EXPECT("[..1911-05-09]", why,
           {"a.txt", "Telegram No. 6\n\nFrom the Consul at Tessaly to the Foreign Office\n\n"
                     "The gate burned last night.\n\nWeller\n"},
           answer);
    EXPECT("", "",
           {"a.txt", "Telegram No. 7\n\nFrom the Consul at Tessaly to the Foreign Office\n\n"
                     "The gate burned last night.\n\nWeller\n"},
           answer);
    static const text_row letter = {"b.txt", "Letter from Mr Hale to Mr Weller\n\nPort Tessaly, 4 May 1911\n\nSir,\n\n"
                                             "The mill burned yesterday.\n\nJ. Hale\n"};
    static const text_row later = {"c.txt", "Letter from Mr Hale to Mr Weller\n\nPort Tessaly, 4 June 1911\n\nSir,\n\n"
                                            "The boats came in.\n\nJ. Hale\n"};
    static const text_row reply = {"a.txt",
                                   "Letter from Mr Weller to Mr Hale\n\nSir,\n\nIn reply to your letter of the "
                                   "4th I have to say that the mill was insured.\n\nA. Weller\n"};
    EXPECT("[1911-05-04..]", "after 4 May 1911, when what it answers was written", reply, letter);
    /* There are two of that day, and it answers one of them. */
    EXPECT("[1911-05-04..]", "after 4 May 1911, when what it answers was written", reply, letter, later);
    EXPECT("[1911-05-04..]", "after 4 May 1911, when what it answers was written", reply, later, letter);
}

/* ---------------------------------------------------------------- a paper more */

static const text_row papers[] = {
    {"quill.txt", "Mr Ben Quill to Mrs Ann Weller\n\nMadam,\n\nThe brig sank on 28 April 1787. I saw it.\n"},
    {"weller.txt", "Mrs Ann Weller to Mr Ben Quill\n\nPort, 3 May 1787\n\nSir,\n\nI thank you for your letter. We "
                   "mourn.\n"},
    {"rudd.txt", "Mrs Ann Weller to Captain Rudd\n\nPort, 9 May 1787\n\nSir,\n\nI have a letter from Mr Quill. Come "
                 "soon.\n"},
    {"quill-later.txt", "Mr Ben Quill to Mrs Ann Weller\n\nMadam,\n\nThe wreck was sold on 2 June 1787. I bought "
                        "it.\n"},
    {"quill-dated.txt", "Mr Ben Quill to Mrs Ann Weller\n\nTarn, 20 June 1787\n\nMadam,\n\nThe hull is mine.\n"},
    {"quill-elsewhere.txt", "Mr Ben Quill to Lord Dorn\n\nMy Lord,\n\nThe mate was examined on 25 June 1787.\n"},
    {"cable.txt", "FM CONSUL PORT\nTO CAPITAL\nNR 71\n\n1. The mill burned on 5 March 1788.\n"},
    {"answer.txt", "FM CAPITAL\nTO CONSUL PORT\nNR 12\n091640Z MAR 1788\nREF: YOUR 71\n\n1. Find out who did it.\n"},
    {"stranger.txt", "FM CONSUL ORRIN\nTO LEGATION\nNR 71\n\n1. The boats are in.\n"},
    {"next-year.txt", "FM CONSUL PORT\nTO CAPITAL\nNR 71\n041200Z FEB 1789\n\n1. The ice is gone.\n"},
    {"petition.txt", "Mr Weller to Mr Hale\n\nSir,\n\nIn reply to your letter of the 4th I say that it was insured.\n"},
    {"hale-1.txt", "Mr Hale to Mr Weller\n\nPort Tessaly, 4 May 1911\n\nSir,\n\nThe mill burned yesterday.\n"},
    {"hale-2.txt", "Mr Hale to Mr Weller\n\nPort Tessaly, 4 June 1911\n\nSir,\n\nThe boats came in.\n"}};

enum { PAPERS = sizeof papers / sizeof *papers };

/* Does the later one say as much as the earlier? */
static bool as_tight(const annals_when *earlier, const annals_when *later) {
    annals_bound e = earlier->begin.earliest, l = later->begin.earliest;
    if (annals_bound_known(e) && (!annals_bound_known(l) || l.day < e.day)) return false;
    e = earlier->end.latest, l = later->end.latest;
    return !annals_bound_known(e) || (annals_bound_known(l) && l.day <= e.day);
}

static void expect_as_tight(const annals_chronology *few, const annals_chronology *more, size_t added) {
    size_t count, all;
    const annals_document *before = annals_documents(few, &count), *after = annals_documents(more, &all);
    assert_int_equal(count + 1, all);
    for (size_t i = 0; i < count; i++)
        if (before[i].when.edtf.length && !as_tight(&before[i].when, &after[i].when))
            fail_msg("%s makes %.*s, %.*s, into %.*s", papers[added].name, (int)before[i].source.length,
                     before[i].source.data, (int)before[i].when.edtf.length, before[i].when.edtf.data,
                     (int)after[i].when.edtf.length, after[i].when.edtf.data);
}

/* The petition answers a letter of the 4th: the later one, as long as nobody knows of the earlier. */
static bool may_be_meant(unsigned set, size_t added) {
    enum { PETITION = 10, EARLIER, LATER };
    return added == EARLIER && set >> PETITION & 1 && set >> LATER & 1;
}

/* Whichever of the papers one has, another one never loosens the bounds of those. */
static void test_one_more(void **state) {
    (void)state;
    for (unsigned set = 0; set < 1u << PAPERS; set += 61) {
        text_row rows[PAPERS + 1];
        size_t count = 0;
        for (size_t i = 0; i < PAPERS; i++)
            if (set >> i & 1) rows[count++] = papers[i];
        annals_chronology *few = chronology_of_all(rows, count);
        for (size_t i = 0; i < PAPERS; i++) {
            if (set >> i & 1 || may_be_meant(set, i)) continue;
            rows[count] = papers[i];
            annals_chronology *more = chronology_of_all(rows, count + 1);
            expect_as_tight(few, more, i);
            annals_free(more);
        }
        annals_free(few);
    }
}

/* Only where it may be the one that is spoken of does another paper leave a bound open, and it is said. */
static void test_doubt(void **state) {
    (void)state;
    const text_row rows[] = {
        papers[0], {"c.txt", "Mr Ben Quill to Captain Rudd\n\nSir,\n\nShe is lost. I saw it.\n"}, papers[2]};
    annals_chronology *c = chronology_of_all(rows, 3);
    size_t count;
    expect_when(c, 0, "[1787-04-28..]", "after 28 April 1787, which it reports");
    const annals_notice *n = annals_notices(c, &count) + 1; /* the first tells that c.txt has no date */
    assert_int_equal(count, 2);
    assert_true(is(n->file, "rudd.txt") && has(n->message, "Mr Ben Quill to Mrs Ann Weller") &&
                has(n->message, "Mr Ben Quill to Captain Rudd"));
    annals_free(c);
}

static void test_later_papers(void **state) {
    (void)state;
    static const char letter[] = "Mr Ben Quill to Mrs Ann Weller\n\nMadam,\n\nThe brig is lost. I saw her sink.\n";
    EXPECT("[..1787-05-03]", "before 3 May 1787, when it was answered", {"a.txt", letter},
           {"b.txt", "Mrs Ann Weller to Mr Ben Quill\n\nPort, 3 May 1787\n\nSir,\n\nI thank you for your letter. We "
                     "mourn.\n"});
    EXPECT("[..1787-05-03]", "before 3 May 1787, when it was spoken of", {"a.txt", letter},
           {"b.txt", "Mrs Ann Weller to Captain Rudd\n\nPort, 3 May 1787\n\nSir,\n\nI have a letter from Mr Quill. The "
                     "brig is lost.\n"});
    EXPECT("[..1787-05-03]", "before 3 May 1787, when it was spoken of", {"a.txt", letter},
           {"b.txt", "Mrs Ann Weller to Captain Rudd\n\nPort, 3 May 1787\n\nSir,\n\nPray thank Mr Quill for his "
                     "letter. The brig is lost.\n"});
    /* There are two of his, and which is meant nobody says; nor does it say that he wrote. */
    EXPECT("", "", {"a.txt", letter}, {"c.txt", "Mr Ben Quill to Captain Rudd\n\nSir,\n\nShe is lost. I saw it.\n"},
           {"b.txt", "Mrs Ann Weller to Captain Rudd\n\nPort, 3 May 1787\n\nSir,\n\nI have a letter from Mr Quill. The "
                     "brig is lost.\n"});
    EXPECT("", "", {"a.txt", letter},
           {"b.txt",
            "Mrs Ann Weller to Captain Rudd\n\nPort, 3 May 1787\n\nSir,\n\nMr Quill saw the brig. She is lost.\n"});
    EXPECT(
        "[..1787-05-09]", "before 9 May 1787, when it was received",
        {"a.txt", "Mr Ben Quill to Mrs Ann Weller\n\nDocketed 9 May 1787\n\nMadam,\n\nThe brig is lost. I saw it.\n"});
}

/* Among others of one file: what goes with another, and days without a year. */
static void test_papers_of_a_file(void **state) {
    (void)state;
    const text_row file[] = {
        {"a.txt",
         "No. 1\n\nMr Quill to Lord Dorn\n\nPort, 3 May 1887\n\nThe brig is lost. I enclose a note.\n\nInclosure in "
         "No. 1\n\nNote of the Pilot\n\nShe sank at once. I saw it.\n\nNo. 2\n\nMinute by Lord Dorn\n\nThe wreck "
         "was found on 9 May. It is hers.\n\nNo. 3\n\nLord Dorn to Mr Quill\n\nCapital, 20 May 1887\n\nYour No. 1 of "
         "the 3rd came late. Sell the wreck.\n"}};
    annals_chronology *of_file = chronology_of_all(file, 1);
    expect_when(of_file, 1, "[..1887-05-03]", "before 3 May 1887, when it was enclosed");
    expect_when(of_file, 2, "[1887-05-09..]", "after 9 May 1887, which it reports");
    annals_free(of_file);
    EXPECT("[1958-03-05..1958-03-09]",
           "after 5 March 1958, which it reports; before 9 March 1958, when it was answered",
           {"a.txt", "FM CONSUL PORT\nTO CAPITAL\nNR 71\n\n1. The mill burned on 5 March.\n"},
           {"b.txt", "FM CAPITAL\nTO CONSUL PORT\nNR 12\n091640Z MAR 1958\nREF: YOUR 71\n\n1. Find out who did it.\n"});
    EXPECT("[1957-12-30..1958-01-02]",
           "after 30 December 1957, which it reports; before 2 January 1958, when it was answered",
           {"a.txt", "FM CONSUL PORT\nTO CAPITAL\nNR 71\n\n1. The mill burned on 30 December.\n"},
           {"b.txt", "FM CAPITAL\nTO CONSUL PORT\nNR 12\n021640Z JAN 1958\nREF: YOUR 71\n\n1. Find out who did it.\n"});
}

/* What is counted from the day of the document is known as far as that is. */
static void test_relative(void **state) {
    (void)state;
    annals_chronology *c = chronology_of("Madam,\n\nThe mill burned on Monday, 3 March 1958. Yesterday it rained. Last "
                                         "month we had wheat. I shall come on 6 "
                                         "March 1958.\n\nAda Weller\n",
                                         NULL);
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 4);
    assert_true(is(m[0].when->edtf, "1958-03-03"));
    assert_true(is(m[1].when->edtf, "[1958-03-02..1958-03-05]"));
    assert_true(is(m[2].when->edtf, "1958-02"));
    assert_true(is(m[3].when->edtf, "1958-03-06"));
    const annals_event *e = event_with(c, "rained");
    assert_non_null(e);
    assert_true(is(e->when->edtf, "[1958-03-02..1958-03-05]"));
    annals_free(c);
}

/* A letter that gives a weekday alone is of the week in which others date what it tells; one happening is too few. */
static void test_kindred(void **state) {
    (void)state;
    static const text_row letter = {
        "a.txt",
        "Quay House, Tessaly\nFriday morning\n\nMy dear Ann,\n\nThe lamp house of Gannet burned last night. "
        "Yesterday afternoon I rowed out with Pell and painted its gallery. The Warden sold the cutter Halcyon on "
        "Tuesday.\n\nYour brother,\nBen Ostrow\n"};
    EXPECT("1931-05-01?", "its weekday, and 2 happenings that others date, such as b.txt", letter,
           {"b.txt",
            "Report of the Harbour Master\n\nTessaly, 9 May 1931\n\nThe lamp house of Gannet burned on the night "
            "of 30 April 1931, and Ostrow was heard. On 28 April 1931 the Warden sold the cutter Halcyon.\n"});
    EXPECT("", "", letter,
           {"b.txt",
            "Report of the Harbour Master\n\nTessaly, 9 May 1931\n\nThe lamp house of Gannet burned on the night "
            "of 30 April 1931, and Ostrow was heard.\n"});
    EXPECT("", "", letter,
           {"b.txt",
            "Report of the Harbour Master\n\nTessaly, 9 May 1931\n\nThe lamp house of Gannet burned on the night "
            "of 30 April 1931, and Ostrow was heard. On 5 May 1931 the Warden sold the cutter Halcyon.\n"});
}

static void test_names_of_files(void **state) {
    (void)state;
    static const char text[] = "Madam,\n\nThe mill burned. It is gone.\n\nAda Weller\n";
    EXPECT("1958-03-03", "the name of its file, \"1958-03-03\"", {"papers 1950/1958-03-03 letter.txt", text});
    EXPECT("1958-03-03", "the name of its file, \"19580303\"", {"letter_19580303.txt", text});
    EXPECT("", "", {"1958-13-03.txt", text});
    EXPECT("", "", {"letter 195803031.txt", text});
    EXPECT("", "", {"1958-03-03/letter.txt", text});
}

/* Both sides are told, and none is taken. */
static void test_contradiction(void **state) {
    (void)state;
    const text_row rows[] = {
        {"a.txt", "FM CONSUL PORT\nTO CAPITAL\nNR 71\n\n1. The mill burned on 20 March 1958.\n"},
        {"b.txt", "FM CAPITAL\nTO CONSUL PORT\nNR 12\n091640Z MAR 1958\nREF: YOUR 71\n\n1. Find out who did it.\n"}};
    annals_chronology *c = chronology_of_all(rows, 2);
    size_t count;
    expect_when(c, 0, "", "");
    const annals_notice *n = annals_notices(c, &count);
    assert_int_equal(count, 1);
    assert_true(has(n->message, "later than 20 March 1958") && has(n->message, "earlier than 9 March 1958"));
    annals_free(c);
    const text_row offices[] = {
        {"c.txt",
         "Telegram from the Consul to the Minister\nNo. 12\n\nThe mill burned on 20 March 1958. It is gone.\n"},
        {"d.txt",
         "Telegram from the Minister to the Consul\n\nPort, 9 March 1958\n\nYour No. 12 has come. Find out who "
         "did it.\n"}};
    c = chronology_of_all(offices, 2);
    n = annals_notices(c, &count);
    assert_int_equal(count, 1);
    assert_true(has(n->message, "later than 20 March 1958") && has(n->message, "earlier than 9 March 1958"));
    annals_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_one),          cmocka_unit_test(test_network),
                                       cmocka_unit_test(test_numbers),      cmocka_unit_test(test_turn_of_year),
                                       cmocka_unit_test(test_answers),      cmocka_unit_test(test_one_more),
                                       cmocka_unit_test(test_doubt),        cmocka_unit_test(test_relative),
                                       cmocka_unit_test(test_later_papers), cmocka_unit_test(test_papers_of_a_file),
                                       cmocka_unit_test(test_kindred),      cmocka_unit_test(test_names_of_files),
                                       cmocka_unit_test(test_contradiction)};
    return cmocka_run_group_tests_name("bounds", tests, NULL, NULL);
}
