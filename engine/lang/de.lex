# German: the words that can be part of a date.  CATEGORY VALUE FORM...
# A form with a capital needs one in the text; a form with a final stop may have one there.

@language German

month 1  Januar Jänner Jan.
month 2  Februar Feber Feb. Febr.
month 3  März Mrz.
month 4  April Apr.
month 5  Mai
month 6  Juni Jun.
month 7  Juli Jul.
month 8  August Aug.
month 9  September Sept. Sep.
month 10 Oktober Okt.
month 11 November Nov.
month 12 Dezember Dez.

# Months that need no word before them; August and April are names too.
sure-month 1  Januar Jänner
sure-month 2  Februar
sure-month 3  März
sure-month 6  Juni
sure-month 7  Juli
sure-month 9  September
sure-month 10 Oktober
sure-month 11 November
sure-month 12 Dezember

@roman roman-month 1..12 -
@small-roman small-numeral 1..12 -

weekday 1  Montag
weekday 2  Dienstag
weekday 3  Mittwoch
weekday 4  Donnerstag
weekday 5  Freitag
weekday 6  Samstag Sonnabend
weekday 7  Sonntag
weekday-short 1  Mo.
weekday-short 2  Di.
weekday-short 3  Mi.
weekday-short 4  Do.
weekday-short 5  Fr.
weekday-short 6  Sa.
weekday-short 7  So.
weekdays 1  montags
weekdays 2  dienstags
weekdays 3  mittwochs
weekdays 4  donnerstags
weekdays 5  freitags
weekdays 6  samstags sonnabends
weekdays 7  sonntags

# A weekday and a part of it in one word: the number is the part's.
weekday-2 1  Montagmorgen Montagvormittag
weekday-2 2  Dienstagmorgen Dienstagvormittag
weekday-2 3  Mittwochmorgen Mittwochvormittag
weekday-2 4  Donnerstagmorgen Donnerstagvormittag
weekday-2 5  Freitagmorgen Freitagvormittag
weekday-2 6  Samstagmorgen Samstagvormittag
weekday-2 7  Sonntagmorgen Sonntagvormittag
weekday-4 1  Montagnachmittag
weekday-4 2  Dienstagnachmittag
weekday-4 3  Mittwochnachmittag
weekday-4 4  Donnerstagnachmittag
weekday-4 5  Freitagnachmittag
weekday-4 6  Samstagnachmittag
weekday-4 7  Sonntagnachmittag
weekday-5 1  Montagabend
weekday-5 2  Dienstagabend
weekday-5 3  Mittwochabend
weekday-5 4  Donnerstagabend
weekday-5 5  Freitagabend
weekday-5 6  Samstagabend
weekday-5 7  Sonntagabend
weekday-6 1  Montagnacht
weekday-6 2  Dienstagnacht
weekday-6 3  Mittwochnacht
weekday-6 4  Donnerstagnacht
weekday-6 5  Freitagnacht
weekday-6 6  Samstagnacht
weekday-6 7  Sonntagnacht

season 1  Frühling Frühjahr Frühlings Frühjahrs Vorfrühling
season 2  Sommer Sommers Frühsommer Hochsommer Spätsommer
season 3  Herbst Herbstes Herbsts Frühherbst Spätherbst
season 4  Winter Winters Spätwinter

# Values are those of annals_day_part.
part 1  Morgengrauen Tagesanbruch Sonnenaufgang
part 2  Morgen Vormittag
part 3  Mittag
part 4  Nachmittag
part 5  Abend Abends Sonnenuntergang
part 6  Nacht
part 7  Mitternacht
part-small 2  morgen vormittag früh
part-small 3  mittag
part-small 4  nachmittag
part-small 5  abend
part-small 6  nacht
at-part 2  morgens vormittags früh
at-part 4  nachmittags
at-part 5  abends
at-part 6  nachts
moment 7  Mitternacht

day-name 1  erste erster ersten
day-name 2  zweite zweiter zweiten
day-name 3  dritte dritter dritten
day-name 4  vierte vierter vierten
day-name 5  fünfte fünfter fünften
day-name 6  sechste sechster sechsten
day-name 7  siebte siebter siebten
day-name 8  achte achter achten
day-name 9  neunte neunter neunten
day-name 10 zehnte zehnter zehnten
day-name 11 elfte elfter elften
day-name 12 zwölfte zwölfter zwölften
day-name 13 dreizehnte dreizehnter dreizehnten
day-name 14 vierzehnte vierzehnter vierzehnten
day-name 15 fünfzehnte fünfzehnter fünfzehnten
day-name 16 sechzehnte sechzehnter sechzehnten
day-name 17 siebzehnte siebzehnter siebzehnten
day-name 18 achtzehnte achtzehnter achtzehnten
day-name 19 neunzehnte neunzehnter neunzehnten
day-name 20 zwanzigste zwanzigster zwanzigsten
day-name 21 einundzwanzigste einundzwanzigster einundzwanzigsten
day-name 22 zweiundzwanzigste zweiundzwanzigster zweiundzwanzigsten
day-name 23 dreiundzwanzigste dreiundzwanzigster dreiundzwanzigsten
day-name 24 vierundzwanzigste vierundzwanzigster vierundzwanzigsten
day-name 25 fünfundzwanzigste fünfundzwanzigster fünfundzwanzigsten
day-name 26 sechsundzwanzigste sechsundzwanzigster sechsundzwanzigsten
day-name 27 siebenundzwanzigste siebenundzwanzigster siebenundzwanzigsten
day-name 28 achtundzwanzigste achtundzwanzigster achtundzwanzigsten
day-name 29 neunundzwanzigste neunundzwanzigster neunundzwanzigsten
day-name 30 dreißigste dreißigster dreißigsten
day-name 31 einunddreißigste einunddreißigster einunddreißigsten

# As nouns, of the month that is spoken of: "ab dem Ersten".
day-noun 1  Ersten
day-noun 2  Zweiten
day-noun 3  Dritten
day-noun 4  Vierten
day-noun 5  Fünften
day-noun 6  Sechsten
day-noun 7  Siebten
day-noun 8  Achten
day-noun 9  Neunten
day-noun 10 Zehnten
day-noun 11 Elften
day-noun 12 Zwölften
day-noun 13 Dreizehnten
day-noun 14 Vierzehnten
day-noun 15 Fünfzehnten
day-noun 16 Sechzehnten
day-noun 17 Siebzehnten
day-noun 18 Achtzehnten
day-noun 19 Neunzehnten
day-noun 20 Zwanzigsten
day-noun 21 Einundzwanzigsten
day-noun 22 Zweiundzwanzigsten
day-noun 23 Dreiundzwanzigsten
day-noun 24 Vierundzwanzigsten
day-noun 25 Fünfundzwanzigsten
day-noun 26 Sechsundzwanzigsten
day-noun 27 Siebenundzwanzigsten
day-noun 28 Achtundzwanzigsten
day-noun 29 Neunundzwanzigsten
day-noun 30 Dreißigsten
day-noun 31 Einunddreißigsten

quarter-name 1 erste ersten erstes
quarter-name 2 zweite zweiten zweites
quarter-name 3 dritte dritten drittes
quarter-name 4 vierte vierten viertes letzten

# Of the weekdays of a month.
weekday-rank 1  erste ersten erster
weekday-rank 2  zweite zweiten zweiter
weekday-rank 3  dritte dritten dritter
weekday-rank 4  vierte vierten vierter
weekday-rank 5  fünfte fünften fünfter
weekday-rank -1 letzte letzten letzter

ordinal 1  erste ersten
ordinal 2  zweite zweiten
ordinal 3  dritte dritten
ordinal 4  vierte vierten
ordinal 5  letzte letzten

count 1   ein eine einem einen einer eins
count 2   zwei
count 3   drei
count 4   vier
count 5   fünf
count 6   sechs
count 7   sieben
count 8   acht
count 9   neun
count 10  zehn
count 11  elf
count 12  zwölf
count 13  dreizehn
count 14  vierzehn
count 15  fünfzehn
count 16  sechzehn
count 17  siebzehn
count 18  achtzehn
count 19  neunzehn
count 20  zwanzig
count 21  einundzwanzig
count 22  zweiundzwanzig
count 23  dreiundzwanzig
count 24  vierundzwanzig
count 25  fünfundzwanzig
count 26  sechsundzwanzig
count 27  siebenundzwanzig
count 28  achtundzwanzig
count 29  neunundzwanzig
count 30  dreißig
count 40  vierzig
count 50  fünfzig
count 60  sechzig
count 70  siebzig
count 80  achtzig
count 90  neunzig
count 100 hundert
half-count 2 zweieinhalb
half-count 3 dreieinhalb
half-count 4 viereinhalb
half-count 5 fünfeinhalb
half-count 6 sechseinhalb
half-count 7 siebeneinhalb
half-count 8 achteinhalb
half-count 9 neuneinhalb
unit-stem 1  ein
unit-stem 2  zwei
unit-stem 3  drei
unit-stem 4  vier
unit-stem 5  fünf
unit-stem 6  sechs
unit-stem 7  sieben
unit-stem 8  acht
unit-stem 9  neun
ten-stem 20  zwanzig
ten-stem 30  dreißig
ten-stem 40  vierzig
ten-stem 50  fünfzig
ten-stem 60  sechzig
ten-stem 70  siebzig
ten-stem 80  achtzig
ten-stem 90  neunzig
@compound count unit-stem und ten-stem
hundred-stem 1100 elfhundert
hundred-stem 1200 zwölfhundert
hundred-stem 1300 dreizehnhundert
hundred-stem 1400 vierzehnhundert
hundred-stem 1500 fünfzehnhundert
hundred-stem 1600 sechzehnhundert
hundred-stem 1700 siebzehnhundert
hundred-stem 1800 achtzehnhundert
hundred-stem 1900 neunzehnhundert
hundred-stem 2000 zweitausend
@compound spelled-year hundred-stem - count
@compound spelled-year hundred-stem und count
hundreds 200 zweihundert
hundreds 300 dreihundert
hundreds 400 vierhundert
hundreds 500 fünfhundert
hundreds 600 sechshundert
hundreds 700 siebenhundert
hundreds 800 achthundert
hundreds 900 neunhundert
count -1  einige einigen mehrere mehreren wenige wenigen viele vielen

# What stands behind a day's number: "den 5ten".
nth 0  te ten ter tes tem sten ste ster stes

# "dieses Monats", "vorigen Jahres" in letters.
of-this 0   d. ds. dss. dieses laufenden lfd. curr.
of-last 0   v. vor. vorigen vergangenen verflossenen
month-sign 0  M. Mts. Monats
year-sign 0  J. Js. Jahres

# Values are those of time_unit.
unit 1  Sekunden
unit 2  Minute Minuten
unit 3  Stunde Stunden
unit 4  Tag Tage Tagen
unit 5  Woche Wochen
unit 6  Monat Monate Monaten
unit 9  Jahr Jahre Jahren
unit 10 Jahrzehnt Jahrzehnte Jahrzehnten
unit 11 Jahrhundert Jahrhunderte Jahrhunderten

unit-lang 2  minutenlang
unit-lang 3  stundenlang
unit-lang 4  tagelang
unit-lang 5  wochenlang
unit-lang 6  monatelang
unit-lang 9  jahrelang
unit-lang 10 jahrzehntelang
unit-lang 11 jahrhundertelang
month-half 1 Januarhälfte
month-half 2 Februarhälfte
month-half 3 Märzhälfte
month-half 4 Aprilhälfte
month-half 5 Maihälfte
month-half 6 Junihälfte
month-half 7 Julihälfte
month-half 8 Augusthälfte
month-half 9 Septemberhälfte
month-half 10 Oktoberhälfte
month-half 11 Novemberhälfte
month-half 12 Dezemberhälfte
years-long 1 einjährig einjährige einjährigen einjähriger einjähriges einjährigem
years-long 2 zweijährig zweijährige zweijährigen zweijähriger zweijähriges zweijährigem
years-long 3 dreijährig dreijährige dreijährigen dreijähriger dreijähriges dreijährigem
years-long 4 vierjährig vierjährige vierjährigen vierjähriger vierjähriges vierjährigem
years-long 5 fünfjährig fünfjährige fünfjährigen fünfjähriger fünfjähriges fünfjährigem
years-long 6 sechsjährig sechsjährige sechsjährigen sechsjähriger sechsjähriges sechsjährigem
years-long 7 siebenjährig siebenjährige siebenjährigen siebenjähriger siebenjähriges siebenjährigem
years-long 8 achtjährig achtjährige achtjährigen achtjähriger achtjähriges achtjährigem
years-long 9 neunjährig neunjährige neunjährigen neunjähriger neunjähriges neunjährigem
years-long 10 zehnjährig zehnjährige zehnjährigen zehnjähriger zehnjähriges zehnjährigem
years-long 11 elfjährig elfjährige elfjährigen elfjähriger elfjähriges elfjährigem
years-long 12 zwölfjährig zwölfjährige zwölfjährigen zwölfjähriger zwölfjähriges zwölfjährigem
years-long 14 vierzehnjährig vierzehnjährige vierzehnjährigen vierzehnjähriger vierzehnjähriges vierzehnjährigem
years-long 15 fünfzehnjährig fünfzehnjährige fünfzehnjährigen fünfzehnjähriger fünfzehnjähriges fünfzehnjährigem
years-long 20 zwanzigjährig zwanzigjährige zwanzigjährigen zwanzigjähriger zwanzigjähriges zwanzigjährigem
years-long 24 vierundzwanzigjährig vierundzwanzigjährige vierundzwanzigjährigen vierundzwanzigjähriger vierundzwanzigjähriges vierundzwanzigjährigem
years-long 25 fünfundzwanzigjährig fünfundzwanzigjährige fünfundzwanzigjährigen fünfundzwanzigjähriger fünfundzwanzigjähriges fünfundzwanzigjährigem
years-long 30 dreißigjährig dreißigjährige dreißigjährigen dreißigjähriger dreißigjähriges dreißigjährigem
years-long 40 vierzigjährig vierzigjährige vierzigjährigen vierzigjähriger vierzigjähriges vierzigjährigem
years-long 48 achtundvierzigjährig achtundvierzigjährige achtundvierzigjährigen achtundvierzigjähriger achtundvierzigjähriges achtundvierzigjährigem
years-long 50 fünfzigjährig fünfzigjährige fünfzigjährigen fünfzigjähriger fünfzigjähriges fünfzigjährigem
months-long 1 einmonatig einmonatige einmonatigen einmonatiger einmonatiges einmonatigem
months-long 2 zweimonatig zweimonatige zweimonatigen zweimonatiger zweimonatiges zweimonatigem
months-long 3 dreimonatig dreimonatige dreimonatigen dreimonatiger dreimonatiges dreimonatigem
months-long 4 viermonatig viermonatige viermonatigen viermonatiger viermonatiges viermonatigem
months-long 5 fünfmonatig fünfmonatige fünfmonatigen fünfmonatiger fünfmonatiges fünfmonatigem
months-long 6 sechsmonatig sechsmonatige sechsmonatigen sechsmonatiger sechsmonatiges sechsmonatigem
months-long 7 siebenmonatig siebenmonatige siebenmonatigen siebenmonatiger siebenmonatiges siebenmonatigem
months-long 8 achtmonatig achtmonatige achtmonatigen achtmonatiger achtmonatiges achtmonatigem
months-long 9 neunmonatig neunmonatige neunmonatigen neunmonatiger neunmonatiges neunmonatigem
months-long 10 zehnmonatig zehnmonatige zehnmonatigen zehnmonatiger zehnmonatiges zehnmonatigem
months-long 11 elfmonatig elfmonatige elfmonatigen elfmonatiger elfmonatiges elfmonatigem
months-long 12 zwölfmonatig zwölfmonatige zwölfmonatigen zwölfmonatiger zwölfmonatiges zwölfmonatigem
months-long 14 vierzehnmonatig vierzehnmonatige vierzehnmonatigen vierzehnmonatiger vierzehnmonatiges vierzehnmonatigem
months-long 15 fünfzehnmonatig fünfzehnmonatige fünfzehnmonatigen fünfzehnmonatiger fünfzehnmonatiges fünfzehnmonatigem
months-long 20 zwanzigmonatig zwanzigmonatige zwanzigmonatigen zwanzigmonatiger zwanzigmonatiges zwanzigmonatigem
weeks-long 1 einwöchig einwöchige einwöchigen einwöchiger einwöchiges einwöchigem
weeks-long 2 zweiwöchig zweiwöchige zweiwöchigen zweiwöchiger zweiwöchiges zweiwöchigem
weeks-long 3 dreiwöchig dreiwöchige dreiwöchigen dreiwöchiger dreiwöchiges dreiwöchigem
weeks-long 4 vierwöchig vierwöchige vierwöchigen vierwöchiger vierwöchiges vierwöchigem
weeks-long 5 fünfwöchig fünfwöchige fünfwöchigen fünfwöchiger fünfwöchiges fünfwöchigem
weeks-long 6 sechswöchig sechswöchige sechswöchigen sechswöchiger sechswöchiges sechswöchigem
weeks-long 7 siebenwöchig siebenwöchige siebenwöchigen siebenwöchiger siebenwöchiges siebenwöchigem
weeks-long 8 achtwöchig achtwöchige achtwöchigen achtwöchiger achtwöchiges achtwöchigem
weeks-long 9 neunwöchig neunwöchige neunwöchigen neunwöchiger neunwöchiges neunwöchigem
weeks-long 10 zehnwöchig zehnwöchige zehnwöchigen zehnwöchiger zehnwöchiges zehnwöchigem
weeks-long 11 elfwöchig elfwöchige elfwöchigen elfwöchiger elfwöchiges elfwöchigem
weeks-long 12 zwölfwöchig zwölfwöchige zwölfwöchigen zwölfwöchiger zwölfwöchiges zwölfwöchigem
days-long 1 eintägig eintägige eintägigen eintägiger eintägiges eintägigem
days-long 2 zweitägig zweitägige zweitägigen zweitägiger zweitägiges zweitägigem
days-long 3 dreitägig dreitägige dreitägigen dreitägiger dreitägiges dreitägigem
days-long 4 viertägig viertägige viertägigen viertägiger viertägiges viertägigem
days-long 5 fünftägig fünftägige fünftägigen fünftägiger fünftägiges fünftägigem
days-long 6 sechstägig sechstägige sechstägigen sechstägiger sechstägiges sechstägigem
days-long 7 siebentägig siebentägige siebentägigen siebentägiger siebentägiges siebentägigem
days-long 8 achttägig achttägige achttägigen achttägiger achttägiges achttägigem
days-long 9 neuntägig neuntägige neuntägigen neuntägiger neuntägiges neuntägigem
days-long 10 zehntägig zehntägige zehntägigen zehntägiger zehntägiges zehntägigem
days-long 11 elftägig elftägige elftägigen elftägiger elftägiges elftägigem
days-long 12 zwölftägig zwölftägige zwölftägigen zwölftägiger zwölftägiges zwölftägigem
days-long 14 vierzehntägig vierzehntägige vierzehntägigen vierzehntägiger vierzehntägiges vierzehntägigem
days-long 15 fünfzehntägig fünfzehntägige fünfzehntägigen fünfzehntägiger fünfzehntägiges fünfzehntägigem
days-long 20 zwanzigtägig zwanzigtägige zwanzigtägigen zwanzigtägiger zwanzigtägiges zwanzigtägigem
days-long 24 vierundzwanzigtägig vierundzwanzigtägige vierundzwanzigtägigen vierundzwanzigtägiger vierundzwanzigtägiges vierundzwanzigtägigem
days-long 25 fünfundzwanzigtägig fünfundzwanzigtägige fünfundzwanzigtägigen fünfundzwanzigtägiger fünfundzwanzigtägiges fünfundzwanzigtägigem
days-long 30 dreißigtägig dreißigtägige dreißigtägigen dreißigtägiger dreißigtägiges dreißigtägigem
days-long 40 vierzigtägig vierzigtägige vierzigtägigen vierzigtägiger vierzigtägiges vierzigtägigem
days-long 48 achtundvierzigtägig achtundvierzigtägige achtundvierzigtägigen achtundvierzigtägiger achtundvierzigtägiges achtundvierzigtägigem
days-long 50 fünfzigtägig fünfzigtägige fünfzigtägigen fünfzigtägiger fünfzigtägiges fünfzigtägigem
hours-long 1 einstündig einstündige einstündigen einstündiger einstündiges einstündigem
hours-long 2 zweistündig zweistündige zweistündigen zweistündiger zweistündiges zweistündigem
hours-long 3 dreistündig dreistündige dreistündigen dreistündiger dreistündiges dreistündigem
hours-long 4 vierstündig vierstündige vierstündigen vierstündiger vierstündiges vierstündigem
hours-long 5 fünfstündig fünfstündige fünfstündigen fünfstündiger fünfstündiges fünfstündigem
hours-long 6 sechsstündig sechsstündige sechsstündigen sechsstündiger sechsstündiges sechsstündigem
hours-long 7 siebenstündig siebenstündige siebenstündigen siebenstündiger siebenstündiges siebenstündigem
hours-long 8 achtstündig achtstündige achtstündigen achtstündiger achtstündiges achtstündigem
hours-long 9 neunstündig neunstündige neunstündigen neunstündiger neunstündiges neunstündigem
hours-long 10 zehnstündig zehnstündige zehnstündigen zehnstündiger zehnstündiges zehnstündigem
hours-long 11 elfstündig elfstündige elfstündigen elfstündiger elfstündiges elfstündigem
hours-long 12 zwölfstündig zwölfstündige zwölfstündigen zwölfstündiger zwölfstündiges zwölfstündigem
hours-long 14 vierzehnstündig vierzehnstündige vierzehnstündigen vierzehnstündiger vierzehnstündiges vierzehnstündigem
hours-long 15 fünfzehnstündig fünfzehnstündige fünfzehnstündigen fünfzehnstündiger fünfzehnstündiges fünfzehnstündigem
hours-long 20 zwanzigstündig zwanzigstündige zwanzigstündigen zwanzigstündiger zwanzigstündiges zwanzigstündigem
hours-long 24 vierundzwanzigstündig vierundzwanzigstündige vierundzwanzigstündigen vierundzwanzigstündiger vierundzwanzigstündiges vierundzwanzigstündigem
hours-long 25 fünfundzwanzigstündig fünfundzwanzigstündige fünfundzwanzigstündigen fünfundzwanzigstündiger fünfundzwanzigstündiges fünfundzwanzigstündigem
hours-long 30 dreißigstündig dreißigstündige dreißigstündigen dreißigstündiger dreißigstündiges dreißigstündigem
hours-long 40 vierzigstündig vierzigstündige vierzigstündigen vierzigstündiger vierzigstündiges vierzigstündigem
hours-long 48 achtundvierzigstündig achtundvierzigstündige achtundvierzigstündigen achtundvierzigstündiger achtundvierzigstündiges achtundvierzigstündigem
minutes-long 1 einminütig einminütige einminütigen einminütiger einminütiges einminütigem
minutes-long 2 zweiminütig zweiminütige zweiminütigen zweiminütiger zweiminütiges zweiminütigem
minutes-long 3 dreiminütig dreiminütige dreiminütigen dreiminütiger dreiminütiges dreiminütigem
minutes-long 4 vierminütig vierminütige vierminütigen vierminütiger vierminütiges vierminütigem
minutes-long 5 fünfminütig fünfminütige fünfminütigen fünfminütiger fünfminütiges fünfminütigem
minutes-long 6 sechsminütig sechsminütige sechsminütigen sechsminütiger sechsminütiges sechsminütigem
minutes-long 7 siebenminütig siebenminütige siebenminütigen siebenminütiger siebenminütiges siebenminütigem
minutes-long 8 achtminütig achtminütige achtminütigen achtminütiger achtminütiges achtminütigem
minutes-long 9 neunminütig neunminütige neunminütigen neunminütiger neunminütiges neunminütigem
minutes-long 10 zehnminütig zehnminütige zehnminütigen zehnminütiger zehnminütiges zehnminütigem
minutes-long 11 elfminütig elfminütige elfminütigen elfminütiger elfminütiges elfminütigem
minutes-long 12 zwölfminütig zwölfminütige zwölfminütigen zwölfminütiger zwölfminütiges zwölfminütigem
minutes-long 14 vierzehnminütig vierzehnminütige vierzehnminütigen vierzehnminütiger vierzehnminütiges vierzehnminütigem
minutes-long 15 fünfzehnminütig fünfzehnminütige fünfzehnminütigen fünfzehnminütiger fünfzehnminütiges fünfzehnminütigem
minutes-long 20 zwanzigminütig zwanzigminütige zwanzigminütigen zwanzigminütiger zwanzigminütiges zwanzigminütigem
minutes-long 24 vierundzwanzigminütig vierundzwanzigminütige vierundzwanzigminütigen vierundzwanzigminütiger vierundzwanzigminütiges vierundzwanzigminütigem
minutes-long 25 fünfundzwanzigminütig fünfundzwanzigminütige fünfundzwanzigminütigen fünfundzwanzigminütiger fünfundzwanzigminütiges fünfundzwanzigminütigem
minutes-long 30 dreißigminütig dreißigminütige dreißigminütigen dreißigminütiger dreißigminütiges dreißigminütigem
minutes-long 40 vierzigminütig vierzigminütige vierzigminütigen vierzigminütiger vierzigminütiges vierzigminütigem
minutes-long 48 achtundvierzigminütig achtundvierzigminütige achtundvierzigminütigen achtundvierzigminütiger achtundvierzigminütiges achtundvierzigminütigem
minutes-long 50 fünfzigminütig fünfzigminütige fünfzigminütigen fünfzigminütiger fünfzigminütiges fünfzigminütigem
unit-long 9 jährig jährige jährigen jähriger jähriges jährigem
unit-long 6 monatig monatige monatigen monatiger monatiges monatigem
unit-long 5 wöchig wöchige wöchigen wöchiger wöchiges wöchigem
unit-long 4 tägig tägige tägigen tägiger tägiges tägigem
unit-long 3 stündig stündige stündigen stündiger stündiges stündigem
unit-long 2 minütig minütige minütigen minütiger minütiges minütigem
unit-one 3  Stunde
unit-one 4  Tag Tage Tages
unit-one 5  Woche
unit-one 6  Monat Monats
unit-one 9  Jahr Jahre Jahres
unit-one 10 Jahrzehnt Jahrzehnts
unit-one 11 Jahrhundert Jahrhunderts

ten 20  zwanziger Zwanzigerjahre
ten 30  dreißiger Dreißigerjahre
ten 40  vierziger Vierzigerjahre
ten 50  fünfziger Fünfzigerjahre
ten 60  sechziger Sechzigerjahre
ten 70  siebziger Siebzigerjahre
ten 80  achtziger Achtzigerjahre
ten 90  neunziger Neunzigerjahre

@roman century 1..21 -

# The day of speaking.
day-word -2 vorgestern
day-word -1 gestern
day-word 0  heute
day-word 1  morgen
day-word 2  übermorgen

direction -1 letzten vorigen vergangenen letztem vorigem vergangenem
direction 0  diesen diesem
direction 1  nächsten kommenden
this 0     diese diesen diesem dieser dieses
last 0     letzte letzten letzter letztes letztem verflossene verflossenen verflossenes vorige vorigen voriges voriger vergangene vergangenen vergangener vergangenes
next 0     nächste nächsten nächster nächstes nächstem kommende kommenden kommendes kommender
following 0  folgenden folgende darauffolgenden nächsten
previous 0   vorhergehenden vorangegangenen
same 0     selben gleichen desselben demselben derselben
article 0  der die das den dem des

third 1    Anfang Beginn
third 2    Mitte
third 3    Ende
year-edge 1  Jahresbeginn Jahresanfang
year-edge 2  Jahresmitte
year-edge 3  Jahresende Jahresschluss Jahresausgang
month-edge 1  Monatsbeginn Monatsanfang
month-edge 2  Monatsmitte
month-edge 3  Monatsende
early-late 1  frühe frühen frühes beginnenden
early-late 3  späte späten spätes ausgehenden
third-rank 1  erste ersten erstes
third-rank 2  zweite zweiten zweites mittlere mittleren
third-rank 3  letzte letzten letztes dritte dritten drittes
half-of 4  erste ersten
half-of 5  zweite zweiten

about 0  gegen etwa circa ca. ungefähr

# Words after which a month's name is one.
month-cue 0  im Im vom bis Bis seit Seit ab Ab vor Vor nach Nach Anfang Mitte Ende am zum und den dem des Monat letzten nächsten diesen

# Words after which a number names something.
reference 0  Seite Seiten S. Nummer Nr. Nrn. Band Bd. Artikel Art. Kapitel Kap. Blatt Bl. Beschluss Erlass Gesetz Telegramm Telegramme
reference 0  Anm. Anmerkung Fußnote Inv. Sign. Signatur Kat. Hs. Ms. Cod. Fol. Artikeln
reference 0  Fach Schrank Kasten Karton Kiste Regal Schachtel Telegrammen Durchwahl App. PIN Postfach
# Behind which a year may stand as well.
reference-ended 0 Resolution Verordnung Bett Bus
references 0 Seiten Nrn. Telegramme Telegrammen Erlasse Erlassen Resolutionen Verordnungen Gesetze Beschlüsse Artikel Akten
@number list-number 32..99999999 2-8
phone 0 Tel. Telefon Fernruf Fax Ruf
reference 0  Akte Mappe Anlage Tabelle Abbildung Abb. Fassung Version Absatz Abs. Abschnitt Zimmer Flug Bataillon Regiment Division Paragraph

# Behind a day these make a name of it.
institution 0  Straße Platz Allee Bewegung Revolution Verein Preis

# Before a month these make a person of it.
person-title 0  Herr Herrn Frau Familie

# What numbers count.
counted 0  Mann Männer Männern Frauen Personen Menschen Soldaten Matrosen Offiziere Offizieren Tote Toten Verletzte Verwundete
counted 0  Gefangene Gefangenen Flüchtlinge Flüchtlingen Arbeiter Arbeitern Bergleute Tonnen Meilen Kilometer km Meter Metern Fuß Dollar
counted 0  Rubel Mark Franken Pfund Kronen Stimmen Exemplare Panzer Panzern Flugzeuge Flugzeugen Schiffe Schiffen Raketen Geschütze
counted 0  Euro Cent Taler Gulden Groschen Pfennig
counted 0  Blatt Stück Briefe Hefte Urkunden Gewehre Bomben Seiten Wörter Mitglieder Familien Häuser Prozent

now 0      jetzt nun derzeit gegenwärtig heutzutage
lately 0   kürzlich neulich jüngst unlängst ehemals
every 0    jeden jede jedes jedem
@number week-number 1..53 1-2
often 4    täglich tägliche täglichen
often 5    wöchentlich wöchentliche wöchentlichen
often 6    monatlich monatliche monatlichen
often 7    vierteljährlich vierteljährliche vierteljährlichen
often 9    jährlich jährliche jährlichen alljährlich

# What a number can be.
@number day 1..31 1-2
@number month-number 1..12 1-2
@number hour 0..24 1-2
@number sixty 0..59 2
@number year 1000..2199 4
@number far-year 2200..9999 4
@number old-year 100..999 3
@number short-year 0..99 2
@number one-digit 0..9 1
@number compact-date 10000101..21991231 8
@number number 0..99999999 1-8
@number count 1..9999 1-4

# ---------------------------------------------------------------- what the engine asks of words

@context calendar-word @month @weekday
# Words of any sentence, which tell nothing of what happened.
@context small der die das den dem des ein eine einen einem einer eines und mit von vom zum zur bei auf aus nach vor über unter für als wie war waren wurde wurden
@context small wird werden ist sind hat hatte haben sie ihr ihre ihren ihm ihn nicht auch sich bis noch nur aber oder daß dass wenn weil sein seine seinen seiner dort hier
@context small tag tage jahr jahre woche monat morgen abend nacht uhr ersten letzten drei vier fünf sechs sieben acht neun zehn im am an um in zu es er wir ich
@context telling der das und ist nicht mit dem ein eine einer einen einem von zu sich auf für im des auch nach wurde wurden wird
@context telling werden bei aus dass daß als oder sein seine seiner waren zum zur vom über vor durch sie wir ich aber noch um Uhr
@context telling Jahr Jahre Jahren Tage Tagen gestern heute bis seit gegen
@context telling er ihn ihm ihnen ihre ihren ihrem ihrer uns unser unsere mich mir dich dir im beim ins man sei sind bin habe haben hatte hatten
@context telling dieser diese dieses diesem diesen jeder jede jedes jeden jenem kein keine keinen welche wenn weil wie wo dort hier da schon nur wieder jetzt
@context telling dann damals doch immer alle allen viele vielen mehr ohne unter zwischen während wegen soll sollen sollte kann konnte konnten muss musste
@context telling wäre würde kam kamen kommt ging fiel begann starb zwei drei vier fünf sechs sieben zehn zwölf erste ersten letzte letzten letztes letzter
@context telling nächste nächsten vorigen vergangenen Anfang Mitte Ende Herbst Frühling Frühjahr Morgen Mittag Abend Nacht Vormittag Nachmittag Woche Wochen
@context telling Monat Monate Monaten Monats Stunde Stunden Jahres Jahrhundert Jahrhunderts morgen vorgestern übermorgen abends morgens siehe Seite Seiten
@context telling Ostersonntag Ostermontag Ostern Pfingsten Pfingstsonntag Pfingstmontag Weihnachten Heiligabend Silvester Neujahr Karfreitag
@context telling Gründonnerstag Palmsonntag Aschermittwoch Himmelfahrt Fronleichnam Allerheiligen Allerseelen Lichtmess Michaelis Johanni
@context telling Mitternacht hörte sah nahm brachte fand zog ließ hielt schrieb sagte lebte stieg blieb wollte musste konnte sollte
@context telling her hin unterwegs zurück bereits wohl sogar kaum erst fast gar nach gegenüber vom
@context telling die in an am den des es n nichts niemand niemals ganz gibt fuhr fuhren blieb blieben stand halb halbe halben hundert tausend Mann Soldaten Brief -ungen -keit -lich -schaft
@context telling @month @weekday
@context follower -te -ten fuhr fuhren ging gingen fand fanden traf starb wurde wurden schrieb begann lief nahm dann da dort so
@context follower und oder er sie es wir der die das den dem in im am an auf mit von zu nach aus bei war wurde kam ging für bis seit als
@context determiner der die das den dem des
@context range-lead von vom zwischen ab
@context note aktualisiert abgerufen überarbeitet ergänzt übersetzt Quelle Quellen Stand
@context noted zuletzt letzte letzter Seite Text Fassung diese dieser wurde
@context cites siehe vgl vergleiche ebd ebenda
@context archive Archiv Archive Bestand Bibliothek Bd
@context source Interview Gespräch Zeitung Anzeiger Tagblatt Tageblatt Nachrichten Rundschau Kurier Bote
@context joiner und oder
@context sure vor Vor nach Nach Jahr Jahre Jahres Anfang Mitte Ende Sommer Winter Herbst Frühling Frühjahr seit Seit bis Bis ca c circa
@context weak von vor nach um ab zwischen und oder gegen in In bis
@context capital-plural -en -er -e -n -s -ten Mann Fuß
@context past war waren wurde wurden hatte hatten hat haben sagte kam ging schrieb starb traf begann nahm gab sah fiel stieg fuhr
@context participle -te -ten
@context bidding ruf komm kommt schreib schick bring hol nimm gib warte melde sende sag vergiss denk lass triff besuch zahl
@context bidding ruft schreibt schickt bringt holt nehmt gebt wartet sendet vergesst lasst trefft zahlt
@context bidding rufen kommen schreiben schicken bringen holen nehmen geben warten melden senden sagen treffen besuchen zahlen
@context foretold werde würde würden sollte sollten
@context request bitte
@role become sein
@role gone gestorben gekommen angekommen gegangen gefahren abgefahren gereist abgereist geflogen geflohen gefallen gewesen geblieben
@role gone verschwunden ertrunken entkommen eingetroffen zurückgekehrt geflüchtet gelandet umgekommen
@context future könnte könnten
@context future rechnen erwarten befürchten
@context future wird werden soll sollen
@context future will wollen muss muß müssen darf dürfen kann können dürfte dürften
@context timetable heiratet heiraten erwarten komme fahre reise gehe bringen holen spielt spielen wählt wählen ziehen besuchen berät beraten
@context present ist sind bleibt bleiben dauert
@context timetable verkündet verkünden entscheidet entscheiden kommt kommen fährt fahren reist reisen geht gehen beginnt beginnen endet enden öffnet öffnen schließt schließen tritt
@context timetable findet finden trifft treffen kehrt kehren läuft legt fliegt fliegen startet starten tagt tagen eröffnet
@context past bekanntgab bekanntgaben hieß
@context past gekommen angekommen gefahren gegangen abgereist gestorben gefallen eingetroffen zurückgekehrt erschienen geblieben
@context title hr hrn fr frl dr prof st gen obst hptm lt ing dipl s bd bde nr nrn art abs abb kap bl vgl ca v n u z d i o a b h geb gest
@context title jan feb febr apr jun jul aug sept sep okt nov dez chr jh jhd mio mrd mo di mi do sa so
@context abbreviation usw etc bzw ff f u.a z.b d.h n.chr v.chr co
@context opener der die das den dem ein eine einer und aber er sie es wir ich ihr man im in am an auf bei mit nach vor seit als wenn
@context opener weil da doch dann so noch nur auch schon dieser diese dieses gestern heute morgen während für zu von über unter aus durch
@context numbered anm tel hs inv sign kat ms cod app nr nrn @roman-month @century
@context measure Uhr Mark Pfennig Franken Rubel Dollar Meter
@context ordinal-head @month @roman-month Advent Jahrhundert Jahrhunderts Jh Jhd Kalenderwoche
@context calendar-word @month @weekday
@context date-field datum datiert gesendet geschrieben veröffentlicht vollendet gegeben gehalten aufgegeben
@context yours Ihr Ihre Ihren Ihrem Ihres dein deinen deinem deines
@context receipt eingegangen angekommen eingang
@context paper telegramm brief schreiben bericht protokoll vermerk note depesche aufzeichnung niederschrift
@context paper erlass erlaß entwurf weisung fernschreiben
@context piece dokument aktenstück anlage beilage
@context sender von vom
@context recipient an
@context clock-word uhr mittag mitternacht
@context entry-lead anno den
@context author von
@context number-field nr nummer aktenzeichen az
@context subject-field betreff betr titel
@context salutation lieber liebe geehrter geehrte verehrter verehrte herr
@context closing hochachtungsvoll grüßen ergebenster ergebener dein deine ihr ihre gezeichnet gez
@context work tagebuch chronik erinnerungen logbuch zusammenfassung
@context post botschafter gesandter gesandten
@context office ministerium amt polizei botschaft gesandtschaft konsulat rat gericht kommission regierung kanzlei

# Was ein Satz von dem sagt, was er erzählt.
@context verb lag lagen stand standen ging gingen zog zogen fiel fielen ritt ritten schlug schlugen trug trugen rief riefen lief
@context verb fand fanden brach brachen stieß stießen brannte brannten verlor verloren blieb blieben ließ ließen hielt hielten
@context verb bat baten bekam bekamen erschien erschienen flog flogen wuchs zog zwang sprach sprachen hieß nannte brachte brachten
@context copula ist sind war waren bin sei seien wäre wären gewesen
@context perfect haben sein
@context negation nicht nie niemals
@context none kein keine keiner keinen keinem keines niemand nichts weder noch
@context degree später mehr weniger nur zuletzt
@context undone abgesagt abgewendet
@context hearsay angeblich vermeintlich
@context condition wenn falls sofern
@context unsettled ob
@context unreal würde würden könnte könnten hätte hätten wäre wären sollte sollten möchte
@context possible könnte könnten möchte
@context complement dass daß
@context report sagt sagte sagten schreibt schrieb schrieben meldet meldete meldeten berichtet berichtete berichteten erklärt erklärte
@context report erklärten behauptet behauptete behaupteten erzählt erzählte erzählten meint meinte meinten glaubt glaubte heißt hieß
@context report teilte teilten antwortete bestätigte gab bekannt vermutet
@context report mitteilte mitteilten ankündigte ankündigten kündigte kündigten bekanntgab bekanntgaben erläuterte erläuterten betonte
@context report betonten bestätigten versicherte versicherten
@role as-said wie
@context report leugnet leugnete leugneten bestreitet bestritt bestritten
@context denial leugnet leugnete leugneten bestreitet bestritt bestritten
@context opinion glaube glaubt glaubte denke denkt dachte meine meint meinte
@context according laut zufolge gemäß
@context done versprochen beschlossen
@context intent versprochen beschlossen verspricht versprach versprachen beschließt beschloss beschloß beschlossen plant plante planten will wollte wollten hofft
@context intent hoffte hofften vereinbart vereinbarten befahl befiehlt schlug gedenkt beabsichtigt
@context foreseen geplant vorgesehen beabsichtigt erwartet angesetzt
@context pronoun er
@context adverse aber sondern doch
@context first-person ich wir
@context second-person du ihr
@context deponent Zeuge Zeugin Unterzeichnete Unterzeichneter Bittsteller
@context writing Brief Briefe Briefes Schreiben Telegramm Bericht Berichte Note Depesche Erlass Erlaß Urkunde Vertrag Protokoll
@context writing Befehl Bittschrift Aufzeichnung Rede Erklärung Antwort Mitteilung Meldung
@context written-on vom von
@context dated datiert
@context published gedruckt veröffentlicht herausgegeben
@context page s seite seiten
@context lasts blieb blieben dauerte dauerten währte währten ging gingen tobte tobten kämpfte kämpften herrschte herrschten regnete wuchs wuchsen stieg
@context lasts arbeitete lebte diente gebaut erbaut errichtet
@context up-to bis
@context whereupon als da
@context honorific Herr Herrn Frau Dr Prof Präsident Kanzler Minister General Oberst Major Hauptmann Leutnant König Königin Kaiser
@context honorific Fürst Graf Herzog Bischof Bürgermeister Pfarrer Admiral Kapitän Baron Freiherr
@context honorific Gesandte Gesandter Gesandten Botschafter Konsul Staatssekretär Unterstaatssekretär Reichskanzler
@context given-name Johann Hans Karl Otto Wilhelm Friedrich Heinrich Georg Peter Paul Anna Maria Martin Matthias Michael Jakob
@context particle von van der zu
@context place-lead in bei nach aus
@context organisation Ministerium Rat Kommission Gesellschaft Regiment Partei Amt Gericht Universität Bank Bund Verein Landtag
@context perfect hätte hätten wäre wären
@include de.alike

# How times are said.
@say months "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
@say months-brief "Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez"
@say weekdays "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag"
@say seasons "Winter|Frühling|Sommer|Herbst"
@say day-parts "Morgengrauen|Morgen|Mittag|Nachmittag|Abend|Nacht|Mitternacht"
@say morning "früher Morgen|Vormittag|später Vormittag"
@say afternoon "früher Nachmittag|mittlerer Nachmittag|später Nachmittag"
@say evening "früher Abend|mittlerer Abend|später Abend"
@say small-hours "frühe Morgenstunden"
@say day-mark "."
@say about "um |um den |gegen "
@say from "ab |ab |ab "
@say until "bis |bis |bis "
@say between "zwischen | und |zwischen | und "
@say night-of "Nacht "
@say part-of " des "
@say portions "Anfang |Mitte |Ende |erste Hälfte |zweite Hälfte "
@say decade "|er Jahre"
@say century "| Jahrhundert"
@say millennium "| Jahrtausend"
@say ordinals ".|.|.|."
@say before-christ " v. Chr."
@say anno "| n. Chr."
@say no-date "Datum unbekannt"
@say no-day ", Tag unbekannt"
@say no-year ", Jahr unbekannt"
@say headings "Chronologie|Zeitleiste|Überblick|Einträge|Quellen|Zeichen|Register|Ohne sicheres Jahr|Ohne Datum|andere"
@say kinds "Ereignis|Dokument|geplant|Zitat"
@say signs "Ereignis|Dokument dieses Datums|geplant oder angekündigt|Zitat|ungefähr oder unsicher|irgendwann innerhalb|dauert an|Beginn oder Ende unsicher|geht weiter|begann früher|mehrere Ereignisse|der Maßstab wechselt|die Quellen widersprechen sich"
@say events "Ereignis|Ereignisse"
@say sources "Quelle|Quellen"
@say more "… und|weitere|am selben Tag"
@say or "oder"
@say limits "seit|vor|nach"
@say leads "am|im|in|um|vom|von|zum"
@say bounds "bis|bis zum|vor|vor dem|nach|nach dem|seit|seit dem|ab|ab dem"
@say within "zwischen|zwischen dem"
@say claim "eine andere sagt:|Eine andere Quelle sagt:"
@say basis "Vom|nach eigener Angabe|vom Benutzer angegeben|erschlossen|Sein Datum ist nicht bekannt."
@say grounds "Datumsfeld|Datumszeile|Überschrift|erste Worte|Unterschrift|Impressum|Name der Datei|Tag, der als Option gegeben ist|Einträge|Wochentag|Tag, an dem die Seite erschien|Tag, an dem die Datei entstand|Kopf der Mail|Datum vor dem Text|Kopf der Datei"
@say continued "Fortsetzung"
@say julian ""
@say empty "Kein Ereignis hat ein bekanntes Datum.|Keine Ereignisse."
@say controls "Zu den Einträgen|Suche und Filter|Suche|Art|Quelle|Name|alle|Alle zeigen|Gezeigte Einträge|Zoom|Größer|Kleiner|Ganz|Zeitleiste; Plus und Minus zoomen, Pfeile bewegen|Kategorie"

# Headlines, and the names of papers.
@role doubt wahrscheinlich vermutlich vielleicht wohl möglicherweise vermutlich
@role tie am an im in um vom von bis seit ab circa ca etwa gegen kurz nach vor zu zum zur während der die das den dem des ungefähr
@role tie mitte anfang ende erst datiert auf
@role with mit
@role periodical Zeitschrift Jahrbuch Annalen Archiv Blätter Mitteilungen Beiträge Forschungen
@role same-work ebd ebenda ibid
@role street straße strasse gasse allee chaussee
@role dwelling wohnt wohnen wohnte wohnten wohnhaft
@role lead am im in um vom seit bis nach vor während gegen zum zur
@role verb-tie am an im in um vom von bis seit ab auf
@role share mehrheit hälfte teil rest
@role spoken-day heute gestern morgen vorgestern übermorgen jetzt
@role near-day letzten letzte letzter diese dieser diesen vorigen vorige nächsten nächste
@role link und aber während doch so jedoch oder dass daß auch dann sondern ferner außerdem welche welcher welches
@role postscript ps nachschrift
@role next-clause und aber während doch so sondern obwohl
@role left-open der die das den dem des ein eine einen einem einer eines zu mit als wer und oder aber von vom bei auf aus im am zur zum
@role left-open hat hatte war waren ist sind wird wurde wurden er sie wir sein seine ihr ihre mein unser wenn wo dass daß
@role same-time gegen am um im in der des und oder einem einer
@role within-name an von aus der die das dem den des ein eine sein seine ihr ihre mein meine unser für in nr nummer sitzung und
@role name-lead der die das den dem des ein eine sein seine ihr ihre mein meine unser unsere letzter letzte letzten erster erste ersten zweite
@role ranked letzter letzte letzten erster erste ersten
@role container mappe akte akten karton bündel faszikel
@role letter brief briefe schreiben telegramm telegramme depesche note nachricht antwort
@role statement erklärung rede ansprache
@role lady frau fräulein königin
@role coming sollte sollten würde würden vorgesehen geplant
@role since seit
@role for für lang
@role term spätestens frühestens
@role payable zahlbar fällig
@role put-off verlängert verlängerte verlängerten
@role ahead wird werden soll sollen will wollen plant
@role gathering ausschuss ausschuß vorstand gemeinderat stadtrat
@role session sitzung sitzungen versammlung vollversammlung generalversammlung vorstandssitzung ratssitzung ausschusssitzung
@role session konferenz beratung
@role writers schreibe
@role sworn beeidet beschworen aufgenommen
@role suits passt klappt geht
@role next nächste nächster nächstes
@role feast ostern pfingsten weihnachten heiligabend silvester aschermittwoch karfreitag neujahr himmelfahrt fronleichnam
@role revised aktualisiert geändert überarbeitet
@role open geöffnet offen
@role hours öffnungszeiten sprechzeiten besuchszeiten
@role except außer ausgenommen
@role set-for auf für den
@role moved festgesetzt angesetzt anberaumt verschoben vertagt verlegt bestimmt terminiert festgelegt
@role formerly ursprünglich zunächst anfangs zuerst
@role birth geboren getauft
@role origin gegründet erbaut gebaut errichtet erlassen gestiftet
@role taken-up wiederaufgenommen wiedereröffnet
@role observed gefeiert begangen gehalten
@role observes feiert begeht
@role filed klage klageschrift antrag antrags gesuch ladung haftbefehl rechnung abkommen abkommens vereinbarung mietvertrag kaufvertrag
@role gathering gericht gerichtshof senat kammer
@role session verhandlung hauptverhandlung anhörung
@role statute Gesetz Gesetze Gesetzes Vertrag Verfassung Verordnung Konvention Edikt
@role meant-for für auf
