# English: the words that can be part of a date.  CATEGORY VALUE FORM...
# A form with a capital needs one in the text; a form with a final stop may have one there.

@language English

month 1  January Jan.
month 2  February Feb.
month 3  March Mar.
month 4  April Apr.
month 5  May
month 6  June Jun.
month 7  July Jul.
month 8  August Aug.
month 9  September Sept. Sep.
month 10 October Oct.
month 11 November Nov.
month 12 December Dec.

# Months that are nothing else, not even a name; they need no word before them.
sure-month 1  January
sure-month 2  February
sure-month 7  July
sure-month 9  September
sure-month 10 October
sure-month 11 November
sure-month 12 December

weekday 1  Monday
weekday 2  Tuesday
weekday 3  Wednesday
weekday 4  Thursday
weekday 5  Friday
weekday 6  Saturday
weekday 7  Sunday
weekday-short 1  Mon.
weekday-short 2  Tue. Tues.
weekday-short 3  Wed.
weekday-short 4  Thu. Thur. Thurs.
weekday-short 5  Fri.
weekday-short 6  Sat.
weekday-short 7  Sun.

season 1  spring
season 2  summer
season 3  autumn
season 4  winter
season-after-year 3  fall

# Values are those of annals_day_part.
part 1  dawn daybreak sunrise
part 2  morning
part 3  noon midday
part 4  afternoon
part 5  evening dusk sunset
part 6  night
part 7  midnight
moment 3  noon midday
moment 7  midnight

ampm 0   am a.m.
ampm 12  pm p.m.

nth 0  st nd rd th d

ordinal 1  first
ordinal 2  second
ordinal 3  third
ordinal 4  fourth
ordinal 5  fifth
ordinal 6  sixth
ordinal 7  seventh
ordinal 8  eighth
ordinal 9  ninth
ordinal 10 tenth
ordinal 11 eleventh
ordinal 12 twelfth
ordinal 13 thirteenth
ordinal 14 fourteenth
ordinal 15 fifteenth
ordinal 16 sixteenth
ordinal 17 seventeenth
ordinal 18 eighteenth
ordinal 19 nineteenth
ordinal 20 twentieth

count 1   one
count 2   two
count 3   three
count 4   four
count 5   five
count 6   six
count 7   seven
count 8   eight
count 9   nine
count 10  ten
count 11  eleven
count 12  twelve
count 13  thirteen
count 14  fourteen
count 15  fifteen
count 16  sixteen
count 17  seventeen
count 18  eighteen
count 19  nineteen
count 20  twenty
count 30  thirty
count 40  forty
count 50  fifty
count 60  sixty
count 90  ninety
count 100 hundred
count -1  several few many some
count 70  seventy
count 80  eighty
digit 1   one
digit 2   two
digit 3   three
digit 4   four
digit 5   five
digit 6   six
digit 7   seven
digit 8   eight
digit 9   nine
tens 20   twenty
tens 30   thirty
tens 40   forty
tens 50   fifty
tens 60   sixty
tens 70   seventy
tens 80   eighty
tens 90   ninety
article 1 a an

# Values are those of time_unit.
unit 1  seconds
unit 2  minute minutes
unit 3  hour hours
unit 4  day days
unit 5  week weeks
unit 6  month months
unit 9  year years
unit 10 decade decades
unit 11 century centuries

unit-one 4  day
unit-one 5  week
unit-one 6  month
unit-one 9  year
unit-one 10 decade
unit-one 11 century

# What old letters call last month, this one and the next.
old-month -1 ult. ultimo
old-month 0  inst. instant
old-month 1  prox. proximo

# The day of speaking.
day-word -1 yesterday
day-word 0  today
day-word 1  tomorrow

last 0  last past preceding
next 0  next coming

third 1  early
third 2  mid middle
third 3  late
third-of 1  beginning start outset
third-of 2  middle
third-of 3  end close
half-of 4  first
half-of 5  second latter

era 1   ad a.d ce c.e
era -1  bc b.c bce b.c.e

about 0  circa c. ca. about around approximately roughly

# Words after which a month's name, or four digits, are a date.
date-cue 0  in since by of from until till during before after through around about circa between to and late early mid throughout
date-cue 0  In Since By From Until During Before After Between Throughout
month-cue 0 last next this

# Words after which a number names something.
reference 0  No. nos. number numbers page pages p. pp. volume vol. telegram telegrams cable cables despatch dispatch resolution
reference 0  item items annex table figure article section chapter document doc. box folder file entry proclamation order decree paragraph para. highway route
reference 0  flight room bureau series register regiment division battalion squadron note version release verse

# Behind a date these make a name of it.
institution 0  Movement Revolution Club Times Party Manifesto Street Avenue Square Brigade Plot Telegraph Post Herald Programme Program

# What numbers count.
counted 0  men women people persons troops soldiers sailors officers dead killed wounded casualties prisoners civilians refugees
counted 0  tons tonnes miles kilometers kilometres km metres meters feet percent dollars rubles pounds francs pesos votes copies
counted 0  tanks aircraft planes ships missiles guns rifles rounds bombs pages words members workers families houses others cent

now 0      now nowadays currently presently
lately 0   recently lately
every 0    every each
often 1    hourly
often 4    daily
often 5    weekly
often 6    monthly
often 9    annually yearly

# What a number can be.
@number day 1..31 1-2
@number month-number 1..12 1-2
@number hour 0..24 1-2
@number sixty 0..59 2
@number year 1000..2199 4
@number far-year 2200..9999 4
@number short-year 0..99 2
@number number 0..99999999 1-8
@number count 1..9999 1-4
@number clock-digits 0..2400 4

# ---------------------------------------------------------------- what the engine asks of words

# The language is English where these stand; none is a word of another one here.
@context telling the of and to was that with for his they which from were had this have by at but not are is it as be
@context telling their will
@context telling @month @weekday
@context follower and or he she it they we the at but to in on of that when with was had a by from for there as after
@context determiner the
@context joiner and or
@context sure in since during early late mid circa year years spring summer autumn fall winter ca c until till
@context sure throughout last next this into
@context weak by of from before after to through and between about around or for the as
@context plural -s
@context not-plural -ss was is has as its his this does saw thus perhaps always
@context counts-from before
@context past was were had has have did said came went left met wrote told began took gave saw fell rose sent made held
@context past became broke brought spoke fled died lost won put read
@context participle -ed
@context present is are be being am
@context expected to expected due scheduled
@context future will shall expires scheduled -'ll -’ll
@context modal could would might should must
@context title mr mrs ms dr st gen col maj lt capt cdr adm sgt cpl pvt amb sen rep gov pres prof rev hon fr msgr mgr vs
@context title cf viz ca p pp vol vols ch sec art fig ed eds trans op e.g i.e mt ft messrs mme mlle dept subj ref refs
@context title tel desp fol dec jan feb mar apr jun jul aug sep sept oct nov approx bros assoc inst natl par para encl
@context title secy brig
@context abbreviation etc inc co corp ltd jr sr a.m p.m u.s u.k u.n u.s.s.r b.c a.d d.c ibid cit esq ph.d
@context opener the a an he she it they we i you in on at but and this that these those his her their its there when
@context opener while after before as if by for no both all some such then however meanwhile our my what who
@context numbered no nos
@context date-field date dated sent written published posted issued
@context common the of in to and a an on at by from for as this that or with no one two three first second many some several
@context common until during after before between about around through early late last next end close
