# English: the words that can be part of a date.  CATEGORY VALUE FORM...
# A form with a capital needs one in the text; a form with a final stop may have one there.

@language English

month 1  January Jan. Jany.
month 2  February Feb. Feby. Febry.
month 3  March Mar. Mch.
month 4  April Apr. Apl. Aprl.
month 5  May
month 6  June Jun.
month 7  July Jul.
month 8  August Aug. Augt.
month 9  September Sept. Sep. Septr. Septbr. Sepr. VIIber VIIbre
month 10 October Oct. Octr. Octbr. Octobr. VIIIber VIIIbre
month 11 November Nov. Novr. Novbr. Novemr. IXber IXbre
month 12 December Xber Xbre Dec. Decr. Decbr. Decemr.

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
weekday-short 3  Wed. Weds.
weekday-short 4  Thu. Thur. Thurs.
weekday-short 5  Fri.
weekday-short 6  Sat.
weekday-short 7  Sun.

# Also a verb, a fall, a spring of water: where no year follows build_season_alone looks closer.
season 1  spring
season 2  summer
season 3  autumn
season 4  winter
seasons 2  summers
seasons 4  winters
# Of several years: "the Marches of 1926 and 1927".
months-of 1  Januaries Januarys
months-of 2  Februaries Februarys
months-of 3  Marches
months-of 4  Aprils
months-of 5  Mays
months-of 6  Junes
months-of 7  Julys Julies
months-of 8  Augusts
months-of 9  Septembers
months-of 10 Octobers
months-of 11 Novembers
months-of 12 Decembers
# With the year behind "of" only: springs are wells too.
seasons-of 1 springs
seasons-of 3 autumns falls
season-after-year 3  fall
season-after-year 2  midsummer Midsummer
season-after-year 4  midwinter

# Values are those of annals_day_part.
part 1  dawn daybreak sunrise sunup
part 2  morning forenoon
part 3  noon midday
part 4  afternoon
part 5  evening dusk sunset sundown
part 6  night nighttime
part 7  midnight
moment 3  noon midday noonday noontime
moment 7  midnight

# Those that "at", "by" and "until" need no article before.
part-of-any-day 6  night nighttime
parts-of-any-day 6  nights
parts 2  mornings
parts 4  afternoons
parts 5  evenings
parts 6  nights
bare-part 1  dawn daybreak sunrise sunup daylight cockcrow
bare-part 5  dusk sunset sundown nightfall twilight eventide evening suppertime dinnertime
bare-part 4  teatime lunchtime
bare-part 6  bedtime
# With "time" behind it.
meal 4  tea lunch
meal 5  supper dinner
meal 6  bed

ampm 0   am a.m.
ampm 12  pm p.m.

nth 0  st. nd rd th d.

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
high-ordinal 40 fortieth
high-ordinal 50 fiftieth
high-ordinal 60 sixtieth
high-ordinal 70 seventieth
high-ordinal 80 eightieth
high-ordinal 90 ninetieth
high-ordinal 100 hundredth
# Only behind "one and" and the like.
tenth 20 twentieth
tenth 30 thirtieth

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

# More than one of them.
units 3  hours
units 4  days
units 5  weeks
units 6  months
units 9  years
units 10 decades
units 11 centuries
long-units 4  days
long-units 5  weeks
long-units 6  months
long-units 9  years
long-units 10 decades
long-units 11 centuries
units 2  minutes
short-units 1 seconds
short-units 2 minutes
short-units 3 hours
fortnight 14 fortnight fortnights
few -1 few several many some
few 2  couple
few 12 dozen

unit-whole 3  hour
unit-whole 5  week
unit-whole 6  month
unit-whole 9  year
unit-whole 10 decade
unit-long 10 decade
unit-long 11 century
onward 0 continued continue continues remained remain lasted lingered persisted raged
day-rank 0 first last final bloodiest deadliest worst darkest longest busiest hottest coldest greatest
# What is set against that of the year before.
year-matter 0 period figure figures level levels total totals month half
account-matter 0 profit profits earnings loss losses sales revenue revenues results income figure figures period
season-gear 0 quarters food gear equipment uniforms provisions stores
unit-one 3  hour
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

past-span 0 last past
past-span 1 preceding previous prior
past-unit 0 past
next-span 0 next coming
next-span 1 following ensuing subsequent
lasting 0 for within after over lasted took lasting takes lasts spent nearly almost under least than about over

third 1  early
third 2  mid middle
third 3  late
early-late 1  early
early-late 3  late
third-of 1  beginning start outset
third-of 2  middle
third-of 3  end close
third-of 6  rest remainder course whole
third-rank 1  first
third-rank 2  second middle
third-rank 3  last final third
sooner 6    later earlier
part-word 1  early earlier first opening fore
part-word 2  middle central
part-word 3  late later latter last final closing
# What happens in a season: "fall campaign".
season-noun 0 offensive offensives campaign campaigns semester term election elections season session harvest fighting flood floods
half-of 4  first
half-of 5  second latter

era 1   AD A.D. CE C.E. a.d. c.e.
era -1  BC B.C. BCE B.C.E. b.c. b.c.e.
era-first 1 AD A.D. a.d.

about 0  circa circ. cir. c. ca. cca. approx. approx about around approximately roughly

# Words after which a month's name, or four digits, are a date.
date-cue 0  in since by of from until till during before after through around about circa between to and late early mid throughout
date-cue 0  In Since By From Until During Before After Between Throughout
month-cue 0 last next this

# ---- What is no date: words around a number or a date that make it part of something else.

# Words after which a number names something; of several such things numbers follow in a list.
reference 0  No. no. number page p. vol. volume telegram cable despatch dispatch resolution
reference 0  item annex table figure fig. article section sec. chapter ch. document doc. box folder file entry proclamation order decree
reference 0  paragraph para. clause rule bill act directive regulation patent case claim docket form circular
reference 0  highway route interstate road bus train flight platform gate channel room suite apartment extension
reference 0  bureau series register regiment division battalion squadron battery station unit sector hill lot
reference 0  note footnote version release verse psalm line column plate folio slide negative reel catalogue catalog
reference 0  tel. tels. Deptel Embtel ReEmbtel ReDeptel reEmbtel reDeptel Reembtel Redeptel Contel Contels ext. extn. inv. acc. neg. sygn. sig. delo opis fond bed berth seat ward locker PIN
reference 0  f. fol. col. pt. ser. pl. fn.
reference 0  Add. Harl. Cott. Rawl. Lansd.
reference 0  bar. barometer bar
reference 0  ISSN ISBN BWV RWV hymn invoice account altitude elevation
ranked 0 floor floors storey storeys grade grades row rows symphony concerto ward precinct chapter tee green verse
links 0 birdie birdies birdied bogey bogeys bogeyed eagled putt putts putted holed tee teed fairway inning innings homered
reference 0  firmware software kernel driver build tape cassette disc disk diskette track
reference 0  model type class serial code group prisoner locomotive bottle negative asteroid opus op.
references 0 tels. Deptels Embtels exts. beds seats mss. ff. fols. cols. pts. pls. nos. numbers pages pp. vols. volumes telegrams cables despatches dispatches resolutions
references 0 items annexes tables figures figs. articles sections secs. chapters documents docs. boxes folders files entries proclamations orders decrees
references 0 paragraphs paras. clauses rules bills acts directives regulations patents cases claims forms circulars
references 0 routes buses trains flights rooms regiments divisions battalions squadrons batteries stations units sectors hills lots
references 0 notes footnotes versions releases verses psalms lines columns plates folios slides negatives reels
references 0 models types classes codes groups prisoners locomotives bottles

# What figures in groups stand behind.
phone 0 tel. telephone phone fax telex
# Codices, and the words between them and their numbers.
codex 0 Ms. MS Mss. ms. mss. Cod. cod. Codex codex
fonds 0 lat. gr. fr. germ. hebr. arab. ital. Lat. Gr. Fr. Germ. Add. Addit. Harl. Harley Lansd. Lansdowne Cott. Cotton Sloane Bodl. Rawl. Laud Vat. Pal. Barb. Reg. Egerton Arundel

# What a number of such a list can be: more than a day.
@number list-number 32..99999999 2-8

# "the sum of 1900": what is measured in numbers.
measure 0  sum total number population crowd herd force garrison altitude height depth length width weight speed distance range price cost
measure 0  value salary fine ransom output capacity strength majority crew catch circulation wavelength frequency temperature

# What ends at a number: "rose to 1886".
amount-verb 0  ran run runs running rose rise rises rising risen fell fall falls falling fallen grew grow grows growing grown amounted amounts amounting
amount-verb 0  increased increases decreased declined dropped drops swelled swollen dwindled sank climbed jumped soared reduced raised
yearly 0       levels prices rates standards values figures terms estimates dollars borders frontiers boundaries lines limits

# Before or behind a date these make a name of it: of a paper, a rising, a street, a person.
institution 0  Harbor Harbour Movement Revolution Club Times Party Manifesto Street Avenue Square Brigade Plot Telegraph Post Herald Programme Program
institution 0  Review Mail Worker Mirror Express Journal Gazette Chronicle Observer Standard Tribune Dispatch Magazine Independent
institution 0  Revolt Rebellion Uprising Rising Massacre Massacres Monarchy Republic Days Crisis Fox Inn Limited Insurance Studios Pictures Truce War Wars Coup Conspiracy
institution 0  Agreement Agreements Accords Conference Congress Laws Theses Decrees Declaration Project Group Society Constitution Harvest
institution 0  Close Crescent Terrace Mews Grove Hall
institution 0  Island Islands Mosque Palace Bridge Road Lane Park Hospital Stadium Boulevard Station Olympics Games Live Massacre Group Press Book
formation 0    Overture block Division Divisions Regiment Battalion Brigade Squadron Corps Infantry Artillery
formation 0    Div. Divs. Regt. Bn. Bde. Sqn. Gp.
product 0      rifle rifles pistol pistols revolver revolvers carbine carbines musket muskets mortar howitzer model models vintage port claret wine car cars truck
# Whose name follows.
calling 0      actress actor singer poet writer painter novelist dancer model waitress nurse
epithet 0      Red Black Bloody Velvet
kin 0          aunt uncle cousin sister brother daughter niece nephew grandmother mother wife girlfriend
title 0        Mr. Mrs. Ms. Miss Dr. Sir Lady Lord Aunt Uncle Judge Captain Capt. Colonel Col. Sergeant Sgt. Major General Gen. Saint King Queen
scripture 0    Genesis Exodus Leviticus Deuteronomy Joshua Samuel Kings Job Psalms Proverbs Ecclesiastes Isaiah Jeremiah Ezekiel Daniel
scripture 0    Matthew Mark Luke John Acts Romans Corinthians Galatians Ephesians Hebrews James Peter Revelation
vessel 0       HMS H.M.S. USS U.S.S. SS S.S. HMAS HMCS RMS R.M.S. MV M.V. SMS S.M.S.
vessel 0       ship steamer trawler cruiser yacht film movie play novel band album song code codename
lifetime 0     life career lives youth age days
possessive 0   my your his her its our their

# What numbers count.
counted 0  livres crowns shillings guineas florins ducats gulden applicants students pupils voters slaves horses mules cattle sheep cows
counted 0  cars trucks wagons boats households villages villagers deaths cases patients passengers settlers miners strikers delegates
counted 0  men women people persons troops soldiers sailors officers dead killed wounded casualties prisoners civilians refugees
counted 0  tons tonnes miles kilometers kilometres km metres meters feet percent dollars rubles pounds francs pesos votes copies
counted 0  tanks aircraft planes ships missiles guns rifles rounds bombs pages words members workers families houses others cent
counted 0  cattle sheep fish children crew horsepower yen yuan kg kilograms grams g litres liters acres hectares degrees
counted 0  horse foot ft lb lbs oz cwt yds hp mph paces fathoms inches ounces bushels gallons sacks barrels bales souls head strong sail
counted 0  names units sabres muskets bayonets rooms seats signatures shares stock coins bricks trees sailing
counted 0  orphans widows goats pigs swine lambs calves oxen bulls camels geese hens ducks donkeys ponies hounds monks nuns friars
counted 0  pilgrims peasants weavers convicts emigrants immigrants evacuees inmates internees deserters dragoons hussars lancers
counted 0  riflemen gunners sappers musketeers pikemen archers cavalrymen infantrymen horsemen footmen oarsmen pensioners demonstrators
counted 0  carts waggons bicycles barges canoes muskets oars casks hogsheads crates bushel loaves eggs sandbags blankets
counted 0  roubles kopecks dinars drachmas rupees shekels zlotys kronor kroner guilders thalers talers
counted 0  calories calorie kilowatts megawatts kWh kW MW GWh Mbit Mbps kbit kilobytes megabytes gigabytes joules litre gallons pints quarts
counted 0  m.
counted 0  kHz MHz kilohertz megahertz mm cm volts watts infantry cavalry militia regulars inhabitants rpm yards lire

now 0      now nowadays currently presently
lately -1  recently lately hitherto heretofore
future 1   future
# Of histories only.
story-word 0 current
was-word -1  former recent
time-cue 0 at by during from until since throughout about around before after in of through for over
time-word 0 time times
every 0    every each
often 3    hourly
often 4    daily everyday
often 5    weekly
often 6    monthly
often 7    quarterly
often 9    annually yearly annual
often-twice 5 fortnightly biweekly
often-twice 6 bimonthly
often-twice 9 biennial biennially
often-part 6 nightly
# Hundredths of what is counted.
vulgar 25 ¼
vulgar 50 ½
vulgar 75 ¾
weekdays 1  Mondays
weekdays 2  Tuesdays
weekdays 3  Wednesdays
weekdays 4  Thursdays
weekdays 5  Fridays
weekdays 6  Saturdays
weekdays 7  Sundays
weekend 8 weekend weekends
working-day 9 weekday weekdays
alternate 0 alternate
# A number before "a day" says how many.
rate-cue 0  penny halfpenny twopence threepence fourpence sixpence ninepence dollar shilling pound farthing farthings
rate-cue 1000 thousand
rate-cue 0  percent cent hundred million billion dollars pounds shillings pence guineas florins ducats crowns francs marks rubles tons barrels percent cents times once twice

# What is known by its date.
# What strikes the hours; what timetables say before them.
striker 0  clock clocks bell bells
timetable 0  departs arrives departed arrived sails sailed Departed Arrived Departs Arrives
timetable-noun 0  departure arrival dep. arr. ETA ETD Departure Arrival
# Whose clock or time is told by.
clock-owner 0 ship railway station church town tower hall kitchen school village cathedral parish
hours-cue 0 surgery Surgery clinic Clinic
hours-cue 0 open Open opens opened works work worked working hours Hours visiting Visiting
gauge 0 temperature temperatures thermometer thermometers mercury highs lows
gauge-verb 0 was were is are stood stayed remained hovered rose fell dropped climbed soared
spring-verb 0 snapped rusted uncoiled recoiled jammed
spring-state 0 rusty rusted broken bent stiff loose slack coiled uncoiled worn jammed snapped steel tight oiled replaced
# What has a spring of steel in it.
sprung 0 lid lids latch bolt pump lamp bell courtyard yard cellar garden field meadow orchard churchyard hillside valley grove crypt chapel cave clock clocks watch lock locks door trap mechanism mattress bed sofa chair seat gun rifle pistol pen gate scale toy motor engine brake valve switch hinge carriage saddle piano gramophone
spring-verb 0 flowed flows flowing gushed gushes gushing bubbled bubbles trickled trickles welled
speak-verb 0 spoke speaks speaking talked talks talking listened listens listening wrote writes
# What has a clock of its own: "at 7:42 of the second period".
match-part 0 overtime period half quarter inning innings
# Where people rest is a spring of water, and whither they go.
rest-verb 0 sat sit sits sitting stood stand stands standing lay lie lies lying rested rest resting halted halt halting
rest-verb 0 camped camp camping encamped knelt drank drink drinks drinking bathed washed slept bent stooped
go-verb 0 came come comes coming went go goes going rode ride walked walk ran led drank drink back
# What persons own and months do not.
# What befalls many, and what those are whom it befell.
befalls 0  were are died drowned perished surrendered deserted starved survived escaped fled froze succumbed
befallen 0 killed wounded hurt injured missing captured dead drowned
opening-lead 1 Around About By Until Till Before After Since
earlier-word -1 earlier older
earlier-word 1 later younger
stays 0 wait waited waits stay stayed stays lie lain lay remain remained remains rested sat
own-noun 0 opinion view views eyes eye face hand hands arm arms head heart mouth lips smile voice words shoulder knee hair
own-noun 0 mother father brother sister son daughter wife husband widow uncle aunt nephew niece cousin child children friends
own-noun 0 letter letters diary idea help advice death birthday marriage engagement house room bedroom bed coat dress desk
# What befalls once: three digits behind it are a year.
once-in-life 0  died born founded crowned buried killed deposed elected consecrated slain abdicated baptised baptized begun
once-in-life 0  destroyed sacked conquered defeated converted murdered executed rebuilt built completed established dissolved
reigned 0  r. reigned ruled fl. b. d. reg.
letter 0  letter letters telegram telegrams message messages note notes despatch dispatch cable memorandum
letter 0  favour favor communication statement reply yours wire cablegram postcard enquiry order

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
@number count 1000..9999 5
@number clock-digits 0..2400 4
@number zero-clock 0..959 4
@number clock-run 100..1259 3-4
@number group-digits 10000..312359 6
@number compact-date 10000101..21991231 8
@number compact-clock 0..235959 6
@number day-of-year 1..366 3
@roman month-numeral 1..12 -
@small-roman small-numeral 1..12 -

@roman roman-year 1400..2050 -

@include zones

# ---------------------------------------------------------------- calendars, eras, holidays, weeks
saint 0  St. Saint
saint-feast 0 feast Feast festival Festival
saints 0 Sts. Saints
# Saints by whose days dates were told: month and day of the general Roman calendar until 1960.
saint-name 113  Hilary
saint-name 121  Agnes
saint-name 122  Vincent
saint-name 201  Brigid Bride
saint-name 203  Blaise
saint-name 214  Valentine
saint-name 224  Matthias
saint-name 301  David
saint-name 312  Gregory
saint-name 317  Patrick
saint-name 319  Joseph
saint-name 320  Cuthbert
saint-name 321  Benedict
saint-name 423  George
saint-name 425  Mark
saint-name 519  Dunstan
saint-name 611  Barnabas
saint-name 615  Vitus
saint-name 624  John
saint-name 715  Swithin Swithun
saint-name 720  Margaret
saint-name 725  James
saint-name 726  Anne
saint-name 810  Lawrence Laurence
saint-name 824  Bartholomew
saint-name 901  Giles
saint-name 921  Matthew
saint-name 929  Michael
saint-name 930  Jerome
saint-name 1004 Francis
saint-name 1009 Denis Denys
saint-name 1014 Calixtus Callixtus
saint-name 1018 Luke
saint-name 1025 Crispin
saint-name 1106 Leonard
saint-name 1111 Martin
saint-name 1120 Edmund
saint-name 1122 Cecilia
saint-name 1123 Clement
saint-name 1125 Catherine Katherine Katharine
saint-name 1130 Andrew
saint-name 1206 Nicholas
saint-name 1213 Lucy
saint-name 1221 Thomas
saint-name 1226 Stephen
saint-name 1231 Sylvester Silvester
saint-kind 0 Baptist Apostle Martyr Archangel Abbot Bishop Confessor Virgin
# What makes a thing of a feast.
feast-noun 0 cactus lily lilies wreath wreaths stocking stockings turkey goose cake crackers pantomime bonus season holiday holidays period term term-time Island Islands Rising Offensive tree trees card cards carol carols present presents gift gifts egg eggs bonnet pudding dinner Tree Carol Seals Parish Agreement Parade parade Truce bombings Accords
@number nine 9..9 1
@number eleven 11..11 2
@number old-year 100..999 3
@number late-year 32..99 2
@number one-digit 0..9 1
@number ber-number 7..10 1-2
@number quarter-number 1..4 1
@number half-number 1..2 1
@number week-number 1..53 1-2
@number weekday-number 1..7 1

teen-word 10 ten
teen-word 11 eleven
teen-word 12 twelve
teen-word 13 thirteen
teen-word 14 fourteen
teen-word 15 fifteen
teen-word 16 sixteen
teen-word 17 seventeen
teen-word 18 eighteen
teen-word 19 nineteen
tens-plural 20 twenties
tens-plural 30 thirties
tens-plural 40 forties
tens-plural 50 fifties
tens-plural 60 sixties
tens-plural 70 seventies
tens-plural 80 eighties
tens-plural 90 nineties
ordinal 30 thirtieth

fiscal-word 0 fiscal Fiscal financial Financial tax Tax budget Budget budgetary accounting
# Sovereigns, whose reigns lang/days has; some abbreviations have no number.
king @william William Wm. Will. Gul.
king @henry Henry Hen.
king @stephen Stephen
king @richard Richard Ric. Rich.
king @john John
king @edward Edward Edw.
king @mary Mary
king @elizabeth Elizabeth
king @elizabeth-1 Eliz.
king @james James Jac. Jas.
king @charles Charles Car. Chas.
king @anne Anne
king @george George Geo.
king @victoria Victoria Vict.
royal 0 King Queen king queen
chapter-sign 0 c. ch. cap. chap.
doubt 0 probably possibly perhaps presumably likely maybe

hijri-month 1  Muharram
hijri-month 2  Safar
hijri-month 7  Rajab
hijri-month 8  Shaban Shaaban
hijri-month 9  Ramadan Ramadhan Ramazan
hijri-month 10 Shawwal Shawal
roman-marker 0 Kalends Calends kalends Kalendas Kalendis
roman-marker 1 Nones nones Nonas Nonis
roman-marker 2 Ides ides Idus Idibus
# Behind a count only: "Id." is a word of notes too.
roman-marker-short 0 Kal. kal.
roman-marker-short 1 Non. non.
roman-marker-short 2 Id. id.
roman-month 1  Ian. Ianuarias Ianuariis Ianuarii Januarii
roman-month 2  Febr. Februarias Februarii
roman-month 3  Mart. Martias Martiis Martii
roman-month 4  Apriles Aprilibus Aprilis
roman-month 5  Mai. Maias Maiis Maii
roman-month 6  Iun. Iunias Iuniis Iunii Junii
roman-month 7  Iul. Iulias Iuliis Iulii Julii Quint.
roman-month 8  Augustas Augustis Augusti Sext.
roman-month 9  Septembres Septembribus Septembris
roman-month 10 Octobres Octobribus Octobris
roman-month 11 Novembres Novembribus Novembris
roman-month 12 Decembres Decembribus Decembris
# As scribes wrote them, the last stroke a j.
@small-roman roman-small 1..19 -
roman-small 2  ij
roman-small 3  iij
roman-small 4  iiij iiii
roman-small 7  vij
roman-small 8  viij
roman-small 9  viiij viiii
roman-small 12 xij
roman-small 13 xiij
roman-small 14 xiiij xiiii
roman-small 17 xvij
roman-small 18 xviij
roman-small 19 xviiij
roman 2 II
roman 3 III
roman 4 IV
roman 5 V
roman 6 VI
roman 7 VII
roman 8 VIII
roman 9 IX
roman 10 X
roman 11 XI
roman 12 XII
roman 13 XIII
roman 14 XIV
roman 15 XV
roman 16 XVI
roman 17 XVII
roman 18 XVIII
roman 19 XIX

roman-one 1 I
# Of centuries, as older books print them.
roman-nth 2 IInd
roman-nth 3 IIIrd
roman-nth 4 IVth
roman-nth 5 Vth
roman-nth 6 VIth
roman-nth 7 VIIth
roman-nth 8 VIIIth
roman-nth 9 IXth
roman-nth 10 Xth
roman-nth 11 XIth
roman-nth 12 XIIth
roman-nth 13 XIIIth
roman-nth 14 XIVth
roman-nth 15 XVth
roman-nth 16 XVIth
roman-nth 17 XVIIth
roman-nth 18 XVIIIth
roman-nth 19 XIXth
roman-nth 20 XXth
roman-nth 21 XXIst
century-name 13 Duecento
century-name 14 Trecento
century-name 15 Quattrocento
century-name 16 Cinquecento
century-name 17 Seicento
century-name 18 Settecento

republican-month 1  Vendémiaire Vendemiaire
republican-month 2  Brumaire
republican-month 3  Frimaire
republican-month 4  Nivôse Nivose
republican-month 5  Pluviôse Pluviose
republican-month 6  Ventôse Ventose
republican-month 7  Germinal
republican-month 8  Floréal Floreal
republican-month 9  Prairial
republican-month 10 Messidor
republican-month 11 Thermidor
republican-month 12 Fructidor
# As the French write them: with the year of the Republic only, for some are words of other things.
republican-small 1  vendémiaire vendemiaire vend.
republican-small 2  brumaire brum.
republican-small 3  frimaire frim.
republican-small 4  nivôse nivose niv.
republican-small 5  pluviôse pluviose pluv.
republican-small 6  ventôse ventose vent.
republican-small 7  germinal germ.
republican-small 8  floréal floreal flor.
republican-small 9  prairial prair.
republican-small 10 messidor mess.
republican-small 11 thermidor therm.
republican-small 12 fructidor fruct.
# ---------------------------------------------------------------- what the engine asks of words

# The language is English where these stand; none is a word of another one here.
@context telling the of and to was that with for his they which from were had this have by at but not are is it as be
@context telling their will
@context telling he she they we you i my your our her him its who what when there here then been has into about after before up out said
@context telling in on if a an am no one two three every some any more most man men
@context telling @month @weekday
@context follower were is are has have did will would also before until during while because since into left met went came began
@context follower i you sharp exactly precisely punctually
@context follower and or he she it they we the at but to in on of that when with was had a by from for there as after
@context follower no nobody nothing both half all most many few every each another there here never only still now then again who whom whose which
@context follower i you his her its their our my over under upon within without near about against among along despite according
@context follower instead if so yet nor unless than thousands hundreds dozens too alone respectively inclusive onwards onward an
@context determiner the
@context season-cue in by during until since through throughout early late mid this that last next every each and or their its
@context season-cue before after from of
@context place-cue from at near beside into beyond beneath
@context possessive my your his her its our their
@context owner a an the its his her their our your my this that
@context amount estimated total further additional extra mere remaining record initial combined full whole entire odd nearly almost
@context amount some staggering reported claimed planned authorised authorized original approximate average minimum maximum only
@context amount roughly approximately around over under about other exact required needed missing first last next same
@context amount page pound foot mile ton tonne acre metre meter kilometre kilometer gallon barrel dollar member piece word
@context measure a.m p.m am pm
@context counterpart latter
@context had had
@context season-noun @season-noun
@context name-head coat coats dress dresses clothes clothing suit suits hat hats shoes jacket jackets bank cottage
@context name-head street road lane avenue square water waters well wells rolls roll board mattress tide cleaning onion onions palace
@context name-head of line lines coats family families brothers sisters twins girls boys cousins household hare hares
@context note retrieved accessed declassified reprinted translated drafted typed updated modified uploaded revised added
@context note digitised digitized scanned transcribed compiled copyright source sources ibid cited
@context note revised edited archived reviewed catalogued cataloged microfilmed accessioned proofread
@context provenance presented donated deposited bequeathed acquired given
@context holds includes include contains contain comprises comprise covers cover presents reproduces reproduce holds hold collects lists describes
@context noted collection volume folder dossier series pages
@context noted last this page site website text document article file version transcript translation was is first it fully
@context cites see cf ibid ibidem id vide accord
@context archive archive archives library ibid fond opis nara frus press translated translation declassified pp eds vol
@context source interview gazette times herald tribune chronicle courier mercury post news argus examiner observer guardian telegraph
@context source hansard newspaper magazine
@context joiner and or
@context subordinate that which who whom whose what when where if whether because although though while
@context relative which who whom whose
@context range-lead from between
# Words of any sentence, which tell nothing of what happened.
@context small the and for with from that it this was were been has have had his her him she they them their its our your you not but all any are who whom
@context small which what when where while than then there here into upon out off down over under about after before between until since because will would shall
@context small should may might can could must did does done one two three four five six seven eight nine ten first last next same other another some such more most
@context small very also only both each every day days week weeks month year years morning evening night afternoon noon today yesterday tomorrow o'clock still just
@context small through during against yet ever again now being himself herself itself themselves
@context calendar-word @month @weekday @weekday-short @weekdays century centuries inst ult prox instant ultimo proximo
@context day-part @part
@context uncounted rain snow hail fog frost thunder news word fighting firing shelling bombing rioting looting panic peace war
@context specifier the his her its their our my your this these those
@context subject he she it they we i you thou there
@context genitive of
@context inflection -s -es -ed -e -y -ing -ings -er -ers -ered -al -als -ion -ions -sion -sions -tion -tions -ation -ations -ment -ments
@context regular -s -es -ed -d -ing -ings -ies -ied
@context inflection -ure -age -ance -ence -ded -ied
@context sure in since during early late mid circa year years spring summer autumn fall winter ca c until till
@context sure throughout last next this into dated b d fl r born died
@context weak approximately roughly by of from before after to through and between about around or for the as
@context plural -s men women children people folk police
@context not-plural -ss -wards was is has as its his this does saw thus perhaps always census crisis synopsis thesis chorus caucus circus campus corpus
@context not-plural series
@context lasting @lasting
@context counts-from before after following since until till followed preceded
@context past was were had has have did said came went left met wrote told began took gave saw fell rose sent made held
@context past became broke brought spoke followed preceded fled died lost won put read
@context participle -ed
@context done been gone taken retaken given written fallen begun seen done grown known thrown broken chosen driven shown
@context done beaten bitten blown eaten forbidden forgiven forsaken hidden hit hurt led lain mistaken overcome overrun overtaken
@context done overthrown shaken shut slain struck swum trodden undone upset withdrawn woven fed dug sold found caught shot hung bound
@context done sung sunk drunk sworn torn worn born borne ridden risen forgotten frozen stolen spoken woken laid flown drawn
@context present is are be being am -'m -’m -'re -’re she's he's it's that's she’s he’s it’s that’s
@context expected to expected due scheduled forecast
@context purpose need needs
@context purpose adjourned adjd adjourn agreed agree plan plans hope hopes expect expects intend intends want wants aim aims propose proposes promise promises vow vows
@context purpose threaten threatens prepare prepares
@context intent vow vows vowed pledge pledges pledged vote votes voted opt opts opted seek seeks sought
@context conveyance train post mail boat coach ferry tide bus express packet paper papers edition bulletin
@context reckoned put puts estimated reckoned valued stands stood priced sold numbered rated fixed
@context foretold would
@context going going about supposed was were
@context infinitive to
@context occurred occurred occurrence incident accident offence offense happened
@context timetable comes goes opens reopens begins starts resumes closes ends leaves departs sails arrives returns meets passes expires lapses sits runs votes decides speaks plays reports retires hears
@context timetable holds hosts faces visits travels joins hands unveils releases publishes celebrates
@context timetable kicks tips tees gets lands matures falls docks embarks convenes premieres launches
@context timetable leave sail depart arrive dine dines takes enters convenes reconvenes resume reconvene
@context future will shall expires scheduled -'ll -’ll
@context modal could would might should must
@context allowed can cannot may might
@context owed has have need needs ought
@context doing -ing
@context arranged go leaving arriving coming going meeting returning sailing flying starting opening closing visiting moving marrying
@context arranged travel face host visit entertain play
@context arranged open close begin start end return meet reopen resume vote reconvene
@context arranged payable redeemable repayable returnable
@context arranged departing travelling traveling staying dining having giving playing speaking holding beginning seeing taking
@context request please let's let’s forward
@context bidding don't don’t reply answer send come meet bring call write ring phone return pay see join expect be take give let tell post
@context bidding deliver submit register apply vote book remember ask visit remind contact
@context title v mr mrs ms dr st gen col maj lt capt cdr adm sgt cpl pvt amb sen rep gov pres prof rev hon fr msgr mgr vs
@context title cf viz ca p pp vol vols ch sec art fig ed eds trans op e.g i.e mt ft messrs mme mlle dept subj ref refs
@context title bro cllr cllrs tel desp fol dec jan feb mar apr jun jul aug sep sept oct nov approx bros assoc inst natl par para encl
@context title jany feby febry mch apl aprl augt septr septbr sepr octr octbr octobr novr novbr novemr decr decbr decemr
@context title secy brig c fl b d r mart kal non id prid ian febr iun iul mai
@context abbreviation agst adjd recd acct regt dept genl govr thos wm jas jos chas geo robt saml benj edw edwd jno richd danl fredk alexr nathl elizth margt
@context abbreviation cent etc inc co corp ltd jr sr a.m p.m u.s u.k u.n u.s.s.r b.c a.d d.c ibid cit esq ph.d
@context opener the a an he she it they we i you in on at but and this that these those his her their its there when
@context opener while after before as if by for no both all some such then however meanwhile our my what who
@context opener nobody everybody somebody everyone someone nothing everything nor neither here now so yesterday today tomorrow tonight later next last once during until since after from with without only even yet still also where why how each every several many most
@context numbered mss bar no nos ff fols pt pts ser cols pl pls fn bk mon tue tues wed thu thur thurs fri sat sun
@context numbered tel tels ext extn inv acc cat neg sygn sig lat gr germ hebr arab ital addit harl lansd cott bodl rawl cod
@context receipt docketed endorsed received recd rec'd rcvd arrived tor
@context date-field date dated sent written published posted issued presented held holden given done signed delivered prepared compiled read
@context date-field dtg handed dispatched despatched filed transmitted telegraphed
@context yours your yours thy
@context paper telegram telegrams cable cablegram letter memorandum memo note despatch dispatch minutes report message airgram
@context paper statement deposition testimony declaration aide-memoire communique affidavit judgment
@context paper e-mail email wire radiogram
@context paper indictment verdict examination confession inquisition presentment
@context piece document exhibit tab item annex appendix enclosure inclosure attachment piece
@context sender from fm
@context recipient to
@context clock-word am pm a.m p.m noon midnight hrs
@context entry-lead anno the
@context author by
@context attendance present attendance apologies absent
@context number-field nr no number ref reference serial tel telno
@context subject-field subject subj re title
@context addressee captain colonel major general lieutenant doctor professor mister mistress monsieur madame miss
@context salutation dear sir sirs madam gentlemen honourable honoured reverend excellency lord
@context salutation deare hond honrd honored esteemed dearest
@context closing loving affectionate devoted
@context closing yours sincerely respectfully faithfully cordially truly regards signed servant obedient affectionately
@context work diary journal log logbook memoir memoirs relation notebook annals register summary finding
@context work minute entry proposal
@context post ambassador envoy minister representative delegate delegation mission consul secretary
@context post vice-consul consul-general commissioner chargé
@context office ministry office police department embassy legation consulate council court committee commission bureau
@context office agency intelligence government cabinet secretariat directorate headquarters society company board archives museum
@context office mercury gazette times herald tribune chronicle courier
# Words of nearly every sentence: alone they are no reason to look for a date.
@common the of and to in a that on by as for from at with this an or no s one first two now so some three
@common before until after during between about around through early late last many next second several end close

# What a clause says of what it tells.
@context verb stood lay struck sank ran drew drove flew kept paid rode sat sold shot spent stole swam swore taught thought threw set
@context verb understood woke wore wrote heard knew grew hung hid bought caught built bound cut hit hurt let shut spread split cast
@context verb felt found fought forgot forgave got left lent meant broke sang sent shook shone spoke sprang stuck swung tore slew
@context verb bade begot bore chose clung crept dealt dug drank ate fed froze gave ground laid led lit overcame rang sought slept
@context verb withdrew undertook became becomes comes goes takes says makes falls rises begins ends leaves arrives meets returns opens
@context verb closes stands lies remains turns sets holds burns dies sails reigns does do did had has have was were would could might should must will
@context verb shall may can cannot says stop stopped
@context copula is are am was were be been being
@context perfect have has
@context negation not never cannot neither -n't -n’t
@context none no nobody none nor nothing
@context degree far long all every everybody everyone even quite later more less fewer only least sooner merely just until till
@context undone cancelled canceled averted
@context failing fail fails failed failing unable neglected omitted forgot
@context hearsay reportedly allegedly apparently seemingly supposedly purportedly rumoured rumored
@context condition if provided unless
@context unsettled whether lest
@context perhaps perhaps maybe possibly conceivably presumably may might
@context unreal would could might should
@context possible could might
@context complement that how why
@context report say says said state states stated report reports reported tell tells told claim claims claimed write writes wrote
@context report note notes noted announce announces announced declare declares declared believe believes believed insist insists
@context report insisted warn warns warned confirm confirms confirmed inform informs informed think thinks thought recall recalls
@context report recalled add adds added answer answers answered reply replies replied suggest suggests suggested assert asserts
@context report asserted allege alleges alleged deny denies denied admit admits admitted testify testifies testified depose deposes
@context report deposed indicate indicates indicated remember remembers remembered relate relates related swear swears swore
@context report maintain maintains maintained hear heard learn learns learned learnt explain explains explained argue argues argued
@context report mention mentions mentioned estimate estimates estimated conclude concludes concluded
@context report remark remarks remarked observe observes observed comment comments commented acknowledge acknowledges acknowledged
@context report concede concedes conceded contend contends contended complain complains complained predict predicts predicted
@context report boast boasts boasted assure assures assured stress stresses stressed emphasise emphasised emphasize emphasized
@context report confess confesses confessed confesseth avow avows avowed profess professes professed dispute disputes disputed rumoured rumored
@context report saith sayeth deposeth sweareth declareth
@context denial deny denies denied denying dispute disputes disputed false untrue fiction
@context opinion true truth evidence proof think thinks thought believe believes believed expect expects suppose supposes imagine imagines
@context according according per
@context intent agree agrees agreed promise promises promised decide decides decided resolve resolves resolved order orders ordered
@context intent propose proposes proposed plan plans intend intends intended hope hopes hoped want wants wanted wish wishes wished
@context intent ask asks asked invite invites invited demand demands demanded urge urges urged recommend recommends recommended
@context intent arrange arranges arranged undertake undertakes undertook threaten threatens threatened prepare prepares prepared
@context intent expect expects mean means meant like request requests requested instruct instructs instructed permit permitted
@context intent notice adjourn adjourned adjd postponed postpone deferred defer
@context intent command commanded direct directs directed allow allows allowed authorise authorised authorize authorized require
@context intent requires required oblige obliged bind binds bound forbid forbade sentence sentenced ready going about want
@context past got meant stood lay burnt struck sank ran drew drove flew kept paid rode sat sold shot spent stole swam swore taught thought threw
@context past heard understood woke wore knew grew hung hid bought caught built felt found fought forgot lent meant sang shook
@context past shone swung tore slew bore chose clung crept dealt drank ate froze lit overcame rang sought slept withdrew
@context past undertook stopped
@context past arose awoke bent bit bled blew bred burnt dreamt dwelt flung forbade foresaw forsook knelt leapt learnt mistook
@context past overheard overslept overtook partook shrank slid slung smote sped spat spilt spoilt spun stank strode strove strung
@context past stung swept trod underwent wept wove wrung withheld withstood hove spelt beheld besought betook undid unwound
@context past laid dug sprang stuck overran overthrew upheld forgave retook outran burst beat
@context fixed-for delivery shipment settlement fixed set arranged appointed booked timed listed adjourned adjd postponed called
@context foreseen promised supposed planned scheduled due intended expected foreseen envisaged projected hoped slated forecast
@context pronoun he she
@context adverse but yet
@context first-person i we
@context second-person you thou ye
@context deponent deponent witness petitioner undersigned declarant complainant examinant
@context writing letter letters telegram telegrams cable cables message messages statement statements note notes memorandum memo
@context writing report reports dispatch dispatches despatch despatches speech address declaration communique communiqué reply
@context writing proclamation decree appeal proposal proposals instructions announcement broadcast interview minutes document
@context writing documents communication wire yours mine favour affidavit deposition depositions plea judgment policy contract
@context writing charter petition resolution certificate receipt copy order warrant protocol despatch telegraph answer circular
@context writing invitation apology ultimatum
@context written-on of from dated
@context dated dated
@context published appeared appears printed published reprinted translated released issued edited cited quoted
@context page p pp pg page pages fol folio folios col cols
@context lasts stayed stay stays lasted lasts continued continues remained remains went kept sat held stood lay worked ran reigned ruled waited lived served slept
@context lasts raged fought battled reigned starved suffered rained snowed froze grew rose declined increased decreased doubled trebled
@context lasts quadrupled built rebuilt constructed dug deepened widened occupied besieged governed studied taught travelled traveled
@context lasts toured negotiated
@context verb went
@context up-to until till to
@context whereupon when whereupon
@context honorific mr mrs ms miss mme madame sir lady lord dr prof professor president premier chancellor minister secretary senator
@context honorific governor mayor ambassador envoy consul general colonel major captain capt lieutenant lt sergeant corporal private
@context honorific admiral rear-admiral commodore commander marshal king queen prince princess duke duchess count countess baron
@context honorific emperor tsar pope bishop archbishop cardinal father brother sister saint judge justice chairman director inspector
@context honorific superintendent constable pc comrade monsieur don herr frau deputy chief gen col maj adm cdr sgt hon rev mistress
@context honorific earl marquess viscount baroness
@context given-name john james william thomas george robert henry charles edward richard david peter paul michael joseph daniel samuel
@context given-name andrew martin alexander francis frank walter albert arthur harold ernest anthony philip stephen simon mark matthew
@context given-name anna anne ann mary elizabeth margaret jane sarah catherine katherine emily emilie alice helen ruth martha edith
@context given-name clara rose dorothy eleanor julia maria laura eva ingrid nils jonas edvard otto karl carl hans fritz wilhelm
@context given-name friedrich heinrich johann matthias stefan ivan boris sergei nikita vladimir alexei nikolai dmitri fidel raul juan
@context given-name jose carlos pedro luis miguel jean pierre jacques louis marie claude henri francois emil ruben oscar hugo noor
@context given-name nathaniel josiah hester tilde amory ottar gervase benjamin jacob isaac abraham elias tobias adam christopher
@context particle van von der den de del della di da du la le y bin al ibn zu af av mac ten ter
@context place-lead in at near from off outside towards toward between around across
@context organisation ministry committee council company regiment battalion brigade division bank university college party army navy
@context organisation fleet office department court society board agency bureau commission corporation union league association
@context organisation institute federation police parliament assembly congress senate embassy legation consulate club church
@context organisation foundation laboratory works plc ltd inc group government guard guards fund trust academy museum
@context comparison than
@include en.alike

# What a noun names and verbs tell, which endings do not show: "three days after his death" counts from the day he died.
@deed its began begun begins started opened founded established launched formed
@deed reign crowned acceded ascended succeeded throne
@deed war broke
@deed D landing landings landed invasion invaded assault
@deed death died dies dying
@deed birth born
@deed fall fell fallen surrendered taken captured
@deed flight fled fleeing flew flown
@deed strike struck
@deed beginning began begun begin begins started commenced
@deed start began begun
@deed outbreak broke began begun started
@deed end ended ends ceased
@deed loss lost
@deed sinking sank sunk
@deed departure left
@deed wedding married marries wedded
@deed coronation crowned
@deed accession acceded ascended succeeded throne
@deed succession succeeded
@deed execution beheaded hanged guillotined
@deed funeral buried
@deed victory won
@deed conquest conquered
@deed siege besieged
@deed battle fought
@deed fight fought
@deed theft stole stolen
@deed shooting shot
@deed meeting met
@deed speech spoke
@deed sale sold
@deed purchase bought
@deed choice chose chosen
@deed rise rose risen
@deed uprising rose risen
@deed trial tried
@deed hearing heard
@deed overthrow overthrew overthrown
@deed withdrawal withdrew withdrawn
@deed destruction destroyed
@deed demolition demolished
@deed abolition abolished
@deed dissolution dissolved
@deed expulsion expelled
@deed deposition deposed
@deed proclamation proclaimed
@deed ordination ordained
@deed detention detained
@deed seizure seized
@deed capture took taken seized fell
@deed surrender yielded capitulated
@deed capitulation surrendered
@deed decease died
@deed demise died
@deed passing died
@deed interment buried
@deed burial interred
@deed murder killed shot stabbed slain
@deed assassination shot killed murdered
@deed killing shot stabbed murdered
@deed escape fled
@deed arrival came reached landed
@deed explosion blew
@deed blast exploded blew
@deed fire burned burnt
@deed blaze burned burnt
@deed wreck sank sunk struck
@deed shipwreck sank sunk wrecked struck
@deed collision struck collided
@deed verdict convicted acquitted found
@deed acquittal acquitted cleared
@deed release freed
@deed liberation freed
@deed discovery found
@deed closure shut
@deed robbery robbed stolen
@deed rescue saved
@deed hanging hanged
@deed attack struck
@deed duel fought
@deed revolt rose rebelled
@deed rebellion rose rebelled
@deed mutiny rose
@deed rising rose
@deed insurrection rose
@deed storming stormed taken
@deed dismissal sacked
@deed wounding wounded
@deed drowning drowned
@deed quarrel quarrelled
@deed earthquake struck shook
@deed quake struck shook
@deed eruption erupted
@deed bankruptcy failed
@deed bereavement died
@deed abduction seized kidnapped
@deed kidnapping seized abducted

# How times are said.
@say months "January|February|March|April|May|June|July|August|September|October|November|December"
@say months-alone ""
@say months-brief "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
@say weekdays "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
@say seasons "winter|spring|summer|autumn"
@say day-parts "dawn|morning|noon|afternoon|evening|night|midnight"
@say morning "early morning|mid-morning|late morning"
@say afternoon "early afternoon|mid-afternoon|late afternoon"
@say evening "early evening|mid-evening|late evening"
@say small-hours "small hours"
@say day-mark ""
@say first-day ""
@say month-link " "
@say year-link " "
@say about "about |about |about "
@say from "from |from |from "
@say until "until |until |until "
@say between "between | and |between | and "
@say night-of "night of "
@say part-of " of "
@say portions "early |mid-|late |first half of |second half of "
@say decade "|s"
@say century "| century"
@say millennium "| millennium"
@say numerals ""
@say ordinals "th|st|nd|rd"
@say before-christ " BC"
@say anno "AD |"
@say no-date "date not known"
@say no-day ", day not known"
@say no-year ", year not known"
@say headings "Chronology|Timeline|Overview|Entries|Sources|Signs|Index|Without a certain year|Without a date|other"
@say kinds "event|document|planned|citation"
@say signs "event|document of that date|planned or announced|citation|about, or uncertain|at some time within|lasting|begin or end not certain|goes on|began before|several events|the scale changes|the sources differ"
@say events "event|events"
@say sources "source|sources"
@say more "… and|more|that day"
@say or "or"
@say limits "since|before|after"
@say leads "on|on the|in|in the|at|during|during the|on or|dated|of|to"
@say bounds "by|by the|before|before the|prior to|earlier than|after|after the|later than|since|until|till|up to|up to and including|no later than|not later than|no earlier than|not earlier than|not before|on or before|on or after|on or prior to"
@say onward "from"
@say within "between|some time between|sometime between"
@say claim "another says:|Another source says:"
@say basis "Of|as it says itself|given by the user|inferred|Its date is not known."
@say grounds "its field|its dateline|its heading|its opening words|its signature|its imprint|the name of its file|the day given as an option|its entries|its weekday|the day its page was published|the day its file was made|the head of the mail|the date before its text|the head of the file"
@say continued "continued"
@say julian "1752"
@say empty "No event has a known date.|No events."
@say controls "Skip to the entries|Search and filters|Search|Kind|Source|Name|all|Show all|Entries shown|Zoom|Larger|Smaller|Whole|Timeline; plus and minus zoom, arrows move|Category"

# Headlines, and the names of papers.
@role doubt probability likelihood
@role doubt probably possibly perhaps presumably likely maybe conceivably
@role tie on at in by until till since from during of for the around about dated before after over within through between
@role tie towards toward throughout as early late circa not later than shortly soon just
@role lead towards toward in on at by during after before since from until for as early late within throughout between around about circa
@role verb-tie as at on in by until till since from during for over through
@role inverted came went began arose stood lay fell died appeared arrived followed ended opened closed burst broke rose ran
@role inverted sat hung blew passed returned occurred happened started entered marched rode stepped emerged
@role share most much part half rest all remainder
@role spoken-day tonight today yesterday tomorrow now recently currently
@role near-day last this next that
@role link and but while whereas that which especially also then so however yet or moreover furthermore addition too
@role postscript ps pps postscript
@role next-clause and but while whereas although so
@role opening open closed daily
@role archival copy copies original originals draft release microfilm duplicate library papers registry
@role reporter say says said report reports reported state states stated note notes noted announce announced declare declared
@role reporter believe believes believed tell told learn learned claim claimed insist insisted warn warned confirm confirmed
@role reporter informed write writes wrote thinks thought recalled added indicated show shows showed answered agreed replied
@role reporter suggests suggested saith sayeth deposeth deposed swears swore sworn testified
@role left-open a an the to with than who whose whom into upon have has had was were is are be been he she they we his her
@role left-open its their my our if when where of from and or but at which that
@role same-time towards toward shortly soon just on at in the of and or
@role within-name to from of by the a an his her my our your their its for comrade president chairman minister ambassador and
@role within-name in number no meeting sitting session
@role name-lead the a an his her my our your their its last first second this that another comrade president new final
@role ranked last first
@role container folder folders box boxes file files carton bundle reel fol ff
@role letter letter letters telegram telegrams cable message messages note dispatch despatch reply communication wire
@role statement statement speech address declaration announcement broadcast
@role lady mrs mme madame miss lady queen
@role coming would scheduled expected must due planned
@role moved postponed deferred rescheduled adjourned adjd prorogued delayed remanded
@role shifted moved changed altered shifted transferred extended advanced
@role put moved put brought held carried stood pushed set laid
@role aside off back forward forwards over up
@role likely likely unlikely doubtful improbable probable expected foreseen
@role ahead will shall plans plan intends intend
@role gathering committee committees subcommittee sub-committee council board vestry convention chapter congregation synod
@role gathering trustees governors directors court tribunal bench
@role next next deadline due back
@role next coming upcoming forthcoming impending
@role street-kind ave avenue blvd boulevard st street rd road dr drive ln lane hwy highway pkwy terrace crescent
@role feast ash palm good whit easter christmas passion trinity shrove holy maundy candlemas michaelmas martinmas lammas
@role feast epiphany ascension eve
@role revised updated modified revised corrected amended changed
@role reference ref refs reftel refer reference my your yours our urtel mytel
@role session hearing hearings term terms assizes session sessions sitting sittings meeting meetings conference congress assembly
@role last-time last
@role earlier before
@role division chapter part book canto tape reel volume section scene act
@role record memorandum memo minutes minute note notes record report summary register
@role of-whom half most many all everyone everybody nobody thousands hundreds dozens several few both more nearly almost
@role payable payable repayable redeemable returnable
@role put-off recessed suspended off has have sidelined banned barred grounded extended prolonged renewed
@role outset beginning starting commencing effective
@role since since
@role term latest earliest
@role futures futures future delivery
@role tally figures sales data results earnings exports imports payrolls inflation turnout takings accounts output
@role points-back that
@role ended ended finished ceased concluded closed
@role did did
@role upcoming coming upcoming forthcoming impending approaching
@role become be get stay remain keep become stand lie feel look have see
@role bid expected tell tells told persuade persuades persuaded advise advises advised warn warns warned beg begs begged remind reminds reminded
@role hearer tell tells told inform informs informed assure assures assured warn warns warned remind reminds reminded
@role hearer advise advises advised notify notifies notified persuade persuades persuaded convince convinces convinced
@role writers my our me us
@role speaker i we you they who which
@role doer he she it who which
@role no-verb work works live lives know knows see sees hear hears understand understands find finds feel feels fear fears guess suppose supposes gather gathers
@role behind after following since
@role publishes report reports reported reporting publish publishes published release releases released announce announces announced
@role publishes post posts posted unveil unveils unveiled reveal reveals revealed issue issues issued
@role over over during throughout within
@role numbered-paper case invoice file docket receipt claim item isbn code part
@role sited below above beside behind beneath feeding bubbling
@role spent spend spends spent spending enjoy enjoyed
@role doors doors gates turnstiles
@role band band trio quartet quintet sextet duo ensemble choir orchestra chorus team side club squad troupe company family couple pair
@role band crew cast group staff police government army navy public press
@role staged play perform sing present bring face host meet visit return celebrate tour headline open close launch stage welcome
@role staged entertain travel appear take begin gather unveil compete kick tackle marry wed
@role unchanged forecast cut set put hit hurt let shut cast cost burst bet bid quit shed split spread thrust
@role no-verb forecast cut set put hit hurt let shut cast cost burst bet bid beat quit rid shed slit split spread thrust upset wed wet read lit led left
@role no-verb today yesterday tomorrow soon often always again also still then now here there both all each once ever just even perhaps
@role no-verb how why where men two three four five six seven eight nine ten remember remembers recall recalls recollect mean means
@role hoped hoped expected promised wanted demanded requested asked needed ordered
@role suits suits suit works fits
@role object me us him her them it
@role also-noun will
@role sworn sworn taken subscribed affirmed deposed
@role open open
@role hours hours times
@role except but except excluding excepting save
@role prospect possible likely unlikely probable expected due scheduled forecast awaited
@role moment went go goes came come comes left leave leaves arrived arrive arrives started start starts began begin begins ended
@role moment rose woke dined supped breakfasted marched march marches sailed sail sails anchored halted stopped died fell exploded
@role moment duty
@role moment returned return returns retired departed depart departs advanced withdrew surrendered paraded up bed home ashore back
@role moment-at open opens reopen reopens close closes
@role moment-at met meet meets landed land lands fired fire struck rang ring sounded reached called attacked attack attacks
@role moment-at seen saw sighted found discovered heard noticed arrested captured shot hit wounded rescued released admitted
@role moment-at telephoned phoned collided sank sunk boarded brought carried removed buried hanged executed married born
@role moment-at adjourned adjd resumed reassembled caught locked picked
@role moment-at crossed relieved embarked disembarked weighed burst ceased opened stand stood held held-off killed
@role duty parade church breakfast dinner supper tea lunch luncheon reveille service mass drill train bed lights-out roll-call matins
@role duty evensong vespers rounds muster kickoff
@role assembly kickoff meeting meetings concert lecture theatre theater banquet ball procession
@role supper lunch luncheon
@role supper dines dine dining supping
@role supper dinner supper dined supped bed theatre theater nightfall
@role noon-meal lunch luncheon lunched tea
@role breakfast breakfast breakfasted reveille sunrise daybreak matins
@role year-lead in
@role dated-deed built rebuilt erected constructed founded refounded established published printed reprinted issued reissued revised
@role dated-deed surveyed painted engraved drawn etched composed written cast carved minted signed completed finished restored demolished
@role dated-deed closed opened dissolved incorporated born baptised baptized christened died buried married wed elected ordained knighted
@role dated-deed crowned copyrighted burnt destroyed enlarged extended altered consecrated launched commissioned acquired purchased
@role occasion meeting meetings session sessions conference sitting debate debates interview conversation talks hearing raid raids attack attacks
@role occasion battle action engagement storm gale fire flood riot riots disturbances explosion events decision vote elections ceremony demonstration
@role occasion war wars famine crisis campaign rising revolt mutiny strike plague epidemic drought siege rebellion ministry government
@role occasion crash blast shooting stabbing murder death robbery collision derailment burglary
@role happening fair fairs market markets show shows sale sales auction auctions census strike strikes riot riots revolt rising mutiny plague
@role happening disease famine fever trial trials act bill law tax crisis scandal affair exhibition race races rebellion convention parade
@role happening flood floods storm storms earthquake hurricane tournament championship championships festival summit drought heatwave derailment
@role happening protest protests exodus exchange uprising massacre vote
@role with with
@role periodical review journal proceedings transactions annals bulletin quarterly archive archives studies letters science nature acta
@role periodical magazine
@role same-work ibid ibidem cit
@role given-as as
@role numbering wired cabled forwarded repeated relayed transmitted retransmitted numbered sent passed
@role first-name augustus mary elizabeth margaret jane sarah catherine katherine emily alice helen martha edith clara dorothy eleanor julia
@role first-name anne susan agnes harriet hannah esther joe jim jack tom bob bill fred harry nathaniel josiah ebenezer cornelius edgar
@role first-name rupert cecil cyril horace
@role ruler king queen prince princess emperor empress tsar pope duke duchess saint st sister brother father mother lady lord sir
# Before a clock in figures: "H-hour will be 0530".
@role hour-kind h zero
@role hour-name hour
@role wire-tie of on since
@role wire-ahead by until arriving leaving sailing returning coming starting arrive leave sail return start
@role wire-next stop stp received
@role reign reign reigns reigned ruled
# What is said of the sales of a quarter: "Q3 was weak".
@role trading weak strong weaker stronger better worse flat soft softer slow slower poor robust solid brisk record profitable
@role trading rose fell grew sales revenue revenues results earnings profit profits orders income turnover
@role score won lost beat beaten drew drawn tied scored voted
@role answering reply response answer rejoinder
@role his his her
@role content what whatever
@role once once
@role repeat again once more anew afresh
@role anew again anew afresh
@role little little bit
@role personal diary journal memoir memoirs memoranda notebook recollections reminiscences
@role epithet old young poor little dear good brave honest
@role formerly once originally initially first formerly previously
@role birth DOB D.O.B. dob born baptised baptized christened
@role origin founded built erected established chartered incorporated naturalized naturalised enacted consecrated
@role statute law laws act acts statute statutes treaty code constitution ordinance bylaw by-law convention concordat edict
@role for for
@role taken-up resumed resumes resume reopened restarted recommenced reconvened relaunched refounded rebuilt
@role observed kept held celebrated observed marked commemorated remembered honoured honored
@role routine called sounded rung served locked doused distributed collected delivered mustered
@role observes keeps celebrates observes commemorates
@role as-said as
@role may-come be still yet
@role may-come begin start restart resume reopen recommence happen occur follow arrive rise fall reach face become last end cost mean
@role having having
@role edited published republished printed reprinted released declassified issued reissued edited translated unearthed rediscovered opened
@role denier no none nothing nobody not never neither
@role refers ref refs reference references reftel reftels
@role talked talk talks talked talking speak speaks spoke spoken speaking think thinks thought thinking write writes wrote written writing
@role talked ask asks asked asking hear hears heard know knows knew tell tells told telling argue argued dream dreamed dreamt forget forgot
@role achieved forced obliged compelled constrained managed able glad sorry surprised pleased helped failed had
@role filed complaint complaints petition application summons writ claim warrant subpoena lease contract invoice plea
@role filed agreement accord bond permit mortgage deed licence license
@role called-off full booked exhausted oversubscribed off cancelled canceled postponed scrapped abandoned sold expected likely unlikely due free doubtful
@role meant-for for
# What would have something so every week or day.
@role proposal plan plans proposal proposals scheme bill measure ordinance draft amendment referendum timetable schedule programme program
@role put-aside postponed deferred rescheduled delayed
# What is counted by the years and months of business: "2024 earnings", "June sales", "2024 capital spending".
@role business earnings revenue revenues profit profits income turnover sales orders losses results output growth production inflation
@role business spending expenditure guidance forecast forecasts outlook budget targets dividend payout capex exports imports shipments
@role business deliveries borrowing demand estimates data payrolls gdp ebitda eps unemployment
@role business-of full first-half net operating pretax pre-tax core gross group underlying capital consumer producer wholesale retail
@role business-of export import trade budget tax car factory industrial profit sales earnings revenue inflation jobs crude oil home house
# What is so on that day of every week: "the Sunday trading laws"; with "hours" or a law behind it "opening", too.
@role standing trading observance supplement crossword
@role set-hours opening closing licensing
@role forecast forecast forecasts guidance outlook target targets expectations estimate estimates
@role news-noun news intelligence advices papers accounts
