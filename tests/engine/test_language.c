/* Which language a text is in: told by its words, or insisted on. */
#include "engine_test.h"

#include "language.h"

static const struct paragraph {
    const char *language, *text;
} paragraphs[] = {
    {"es", "El tren llegó con tres horas de retraso y nadie esperaba en el andén."},
    {"es", "Mi abuela guardaba las cartas en una caja de lata, debajo de la cama."},
    {"es", "La fábrica cerró en mayo de 1961; desde entonces el barrio está vacío."},
    {"es", "El alcalde dijo que no había dinero para el puente, pero sí para la fiesta."},
    {"es", "Cuando empezó a llover, los pescadores ya estaban en el puerto."},
    {"es", "Se vende casa con huerto, pozo y dos higueras; razón en la tienda."},
    {"es", "Querida hermana: te escribo desde el hospital, donde me tratan muy bien."},
    {"es", "En la plaza no quedaba más que un perro y el eco de la banda."},
    {"es", "27 de octubre de 1962"},
    {"es", "Los dos barcos salieron al amanecer, según el libro del capitán."},
    {"fr", "Le train arriva avec trois heures de retard et personne n'attendait sur le quai."},
    {"fr", "Ma grand-mère gardait les lettres dans une boîte, sous son lit."},
    {"fr", "L'usine ferma en mai 1961 ; depuis, le quartier est vide."},
    {"fr", "Le maire dit qu'il n'y avait pas d'argent pour le pont, mais assez pour la fête."},
    {"fr", "Quand la pluie commença, les pêcheurs étaient déjà au port."},
    {"fr", "Maison à vendre avec jardin et puits ; s'adresser au café du village."},
    {"fr", "Chère sœur, je t'écris de l'hôpital où les médecins sont très bons pour nous."},
    {"fr", "Il ne restait sur la place qu'un chien et l'écho de la fanfare."},
    {"fr", "le 27 octobre 1962"},
    {"fr", "Les deux bateaux partirent à l'aube, comme le veut le livre du capitaine."},
    {"de", "Der Zug kam mit drei Stunden Verspätung, und niemand wartete auf dem Bahnsteig."},
    {"de", "Meine Großmutter bewahrte die Briefe in einer Dose auf, unter dem Bett."},
    {"de", "Die Fabrik schloss im Mai 1961; seitdem ist das Viertel leer."},
    {"de", "Der Bürgermeister sagte, es sei kein Geld für die Brücke da, aber genug für das Fest."},
    {"de", "Als der Regen begann, waren die Fischer schon im Hafen."},
    {"de", "Haus mit Garten und Brunnen zu verkaufen; Auskunft im Laden."},
    {"de", "Liebe Schwester, ich schreibe dir aus dem Krankenhaus, wo man sehr gut zu mir ist."},
    {"de", "Auf dem Platz blieb nichts als ein Hund und das Echo der Kapelle."},
    {"de", "am 27. Oktober 1962, Dienstag"},
    {"de", "Die beiden Schiffe liefen im Morgengrauen aus, wie das Buch des Kapitäns sagt."},
    {"ru", "Поезд пришёл с опозданием на три часа, и на платформе никого не было."},
    {"ru", "Бабушка хранила письма в жестяной коробке под кроватью и никому их не показывала."},
    {"ru", "Фабрика закрылась в мае 1961 года; с тех пор квартал пуст."},
    {"ru", "Мэр сказал, что денег на мост нет, а на праздник есть."},
    {"ru", "Когда начался дождь, рыбаки уже были в порту."},
    {"ru", "Продаётся дом с садом и колодцем; справки в лавке на углу."},
    {"ru", "Дорогая сестра, пишу тебе из больницы, где ко мне очень добры."},
    {"ru", "На площади не осталось никого, кроме собаки, и эхо оркестра."},
    {"ru", "27 октября 1962 года"},
    {"ru", "Оба корабля вышли на рассвете, как сказано в журнале капитана."},
    {"ru", "Позавчера"},
    {"ru", "Таможня (customs) закрыта 12.04.1961"},
    {"fr", "L'abbaye brûla en 1306."},
    {"fr", "Le 9e bataillon passa l’hiver à Dijon."},
    {"de", "Morgen früh legt das Postschiff ab."},
    {"de", "Zweitausend Mann lagen am Fluss."},
    {"es", "Anoche llovió en Cádiz."},
    {"en", "An office in Kiev (Київ) and one in Lvov (Львів)"},
    {"en", "La Rochelle was a free port."},
    {"en", "A man of no means."},
    {"en", "The train came three hours late, and nobody was waiting on the platform."},
    {"en", "My grandmother kept the letters in a tin, under the bed."},
    {"en", "The mayor said there was no money for the bridge: \"No hay dinero para el puente\", he said, and left."},
    {"en", "Over the door stood \"Liberté, égalité, fraternité\", and under it a small brass plate with his name."},
    {"en", "She called it the \"Sturm und Drang\" of the house, and it was not meant as praise."},
    {"en", "They sang \"Ой, мороз, мороз\" at the table until the lamp went out."},
    {"en", "Captain de la Cruz and Señora del Valle were at the Hotel de la Paix with their son."},
    {"en", "Rio de Janeiro, 5 May 1962"},
    {"en", "La Paz"},
    {"en", ""},
    {"en", "1962-10-27"},
};

static void test_words_tell(void **state) {
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof paragraphs / sizeof *paragraphs; i++) {
        const struct paragraph *p = &paragraphs[i];
        const char *found = language_of_text(annals_text_of(p->text))->language;
        if (!strcmp(found, p->language)) continue;
        print_message("%s, not %s: %s\n", found, p->language, p->text);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

/* The beginning decides; a text that goes on in another language keeps it. */
static void test_beginning_tells(void **state) {
    (void)state;
    enum { LONG = 20000 };
    static char text[LONG + 1];
    static const char spanish[] = "el barco que llegó con la carta ", english[] = "the ship that came with his letter ";
    size_t length = 0;
    while (length < LONG / 2) length += (size_t)snprintf(text + length, sizeof text - length, "%s", spanish);
    while (length + sizeof english < LONG)
        length += (size_t)snprintf(text + length, sizeof text - length, "%s", english);
    assert_string_equal(language_of_text(annals_text_of(text))->language, "es");
}

static void expect_first(const char *language, const char *text, const char *value) {
    annals_options options = {.date = annals_text_of("1962-11-02"), .language = annals_text_of(language)};
    annals_error error = {0};
    annals_chronology *c = annals_new(&options, &error);
    assert_non_null(c);
    assert_int_equal(annals_add_text(c, "text", annals_text_of(text), &error), ANNALS_OK);
    size_t count;
    assert_true(is(annals_documents(c, &count)->language, language));
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 1);
    if (!is(m->timex->value, value))
        fail_msg("%s in %s: %.*s", text, language, (int)m->timex->value.length, m->timex->value.data);
    annals_free(c);
}

static void test_insisted(void **state) {
    (void)state;
    expect_first("en", "It was on 3/5/1961 there.", "1961-03-05");
    expect_first("de", "Es war am 3.5.1961 dort.", "1961-05-03");
    expect_first("de", "August 1961", "1961-08");
    expect_first("fr", "It was on 3/5/1961 there.", "1961-05-03");
}

static void test_unknown(void **state) {
    (void)state;
    annals_error error = {0};
    annals_options options = {.language = annals_text_of("xx")};
    assert_null(annals_new(&options, &error));
    assert_int_equal(error.status, ANNALS_ARGUMENT);
    assert_non_null(strstr(error.message, "'xx'"));
    for (const char *const *code = annals_languages(); *code; code++) assert_non_null(strstr(error.message, *code));
}

/* One chronology may hold documents in several languages. */
static void test_several(void **state) {
    (void)state;
    annals_error error = {0};
    annals_chronology *c = annals_new(NULL, &error);
    static const char *const texts[] = {
        "The ship left on 27 October 1962 with the letters.", "El barco salió el 27 de octubre de 1962 con las cartas.",
        "Le bateau partit le 27 octobre 1962 avec les lettres.",
        "Das Schiff lief am 27. Oktober 1962 mit den Briefen aus.", "Корабль вышел 27 октября 1962 года с письмами."};
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(annals_add_text(c, "text", annals_text_of(texts[i]), &error), ANNALS_OK);
    size_t count;
    const annals_mention *m = annals_mentions(c, &count);
    assert_int_equal(count, 5);
    for (size_t i = 0; i < count; i++) assert_true(is(m[i].timex->value, "1962-10-27"));
    annals_free(c);
}

/* ------------------------------------------------------------------ what drawings say */

static size_t words_in(const char *language, const char *name) {
    annals_text last = annals_said(language, name, 100);
    size_t count = 1;
    for (annals_text word; word = annals_said(language, name, (int)count - 1), word.data != last.data;) count++;
    return count;
}

/* A word that one language leaves out would be another word. */
static void test_words_of_drawings(void **state) {
    (void)state;
    static const char *const names[] = {"headings", "kinds", "signs", "more", "claim", "basis", "empty", "controls"};
    const char *const *languages = annals_languages();
    for (size_t l = 0; languages[l]; l++)
        for (size_t n = 0; n < sizeof names / sizeof *names; n++)
            assert_int_equal(words_in(languages[l], names[n]), words_in("en", names[n]));
    assert_int_equal(annals_said("en", "no such name", 0).length, 0);
}

static void assert_counted(const char *language, size_t count, const char *expected) {
    annals_text word = annals_said_of(language, "sources", count);
    assert_int_equal(word.length, strlen(expected));
    assert_memory_equal(word.data, expected, word.length);
}

static void test_counts(void **state) {
    (void)state;
    assert_counted("en", 1, "source");
    assert_counted("en", 21, "sources");
    assert_counted(NULL, 0, "sources");
    assert_counted("de", 1, "Quelle");
    assert_counted("ru", 1, "источник");
    assert_counted("ru", 21, "источник");
    assert_counted("ru", 3, "источника");
    assert_counted("ru", 24, "источника");
    assert_counted("ru", 11, "источников");
    assert_counted("ru", 13, "источников");
    assert_counted("ru", 112, "источников");
    assert_counted("ru", 0, "источников");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_words_tell), cmocka_unit_test(test_beginning_tells),
                                       cmocka_unit_test(test_insisted),   cmocka_unit_test(test_unknown),
                                       cmocka_unit_test(test_several),    cmocka_unit_test(test_words_of_drawings),
                                       cmocka_unit_test(test_counts)};
    return cmocka_run_group_tests_name("language", tests, NULL, NULL);
}
