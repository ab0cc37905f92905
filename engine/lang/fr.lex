# French: the words that can be part of a date.  CATEGORY VALUE FORM...
# A form with a capital needs one in the text; a form with a final stop may have one there.

@language French

month 1  janvier janv.
month 2  février févr. fév.
month 3  mars
month 4  avril avr.
month 5  mai
month 6  juin
month 7  juillet juil.
month 8  août aout
month 9  septembre sept.
month 10 octobre oct.
month 11 novembre nov.
month 12 décembre déc.

# Months that need no word before them; March is a planet and a god too.
sure-month 1  janvier
sure-month 2  février
sure-month 4  avril
sure-month 6  juin
sure-month 7  juillet
sure-month 8  août
sure-month 9  septembre
sure-month 10 octobre
sure-month 11 novembre
sure-month 12 décembre

@roman roman-month 1..12 -
@small-roman small-numeral 1..12 -

weekday 1  lundi
weekday 2  mardi
weekday 3  mercredi
weekday 4  jeudi
weekday 5  vendredi
weekday 6  samedi
weekday 7  dimanche
weekdays 1  lundis
weekdays 2  mardis
weekdays 3  mercredis
weekdays 4  jeudis
weekdays 5  vendredis
weekdays 6  samedis
weekdays 7  dimanches

season 1  printemps
season 2  été
season 3  automne
season 4  hiver

# Values are those of annals_day_part; the afternoon is two words.
part 1  aube aurore
part 2  matin matinée
part 3  midi
part 5  soir soirée crépuscule
part 6  nuit
part 7  minuit
moment 3  midi
moment 7  minuit

nth 0  er ᵉʳ e ᵉ ème

day-name 1  premier

quarter-name 1  premier 1er
quarter-name 2  deuxième second
quarter-name 3  troisième
quarter-name 4  quatrième dernier

# Of the weekdays of a month.
weekday-rank 1  premier 1er
weekday-rank 2  deuxième second
weekday-rank 3  troisième
weekday-rank 4  quatrième
weekday-rank 5  cinquième
weekday-rank -1 dernier

ordinal 1  première 1re
ordinal 2  deuxième seconde
ordinal 3  troisième
ordinal 4  quatrième
ordinal 5  dernière

count 1   un une
count 2   deux
count 3   trois
count 4   quatre
count 5   cinq
count 6   six
count 7   sept
count 8   huit
count 9   neuf
count 10  dix
count 11  onze
count 12  douze
count 13  treize
count 14  quatorze
count 15  quinze
count 16  seize
count 20  vingt
count 30  trente
count 40  quarante
count 50  cinquante
count 60  soixante
count 100 cent
count -1  quelques plusieurs
digit 1   un
digit 2   deux
digit 3   trois
digit 4   quatre
digit 5   cinq
digit 6   six
digit 7   sept
digit 8   huit
digit 9   neuf
tens 10   dix
tens 20   vingt
tens 30   trente
tens 40   quarante
tens 50   cinquante
tens 60   soixante
teen 10   dix
teen 11   onze
teen 12   douze
teen 13   treize
teen 14   quatorze
teen 15   quinze
teen 16   seize
collective 8   huitaine
collective 10  dizaine
collective 12  douzaine
collective 15  quinzaine
collective 20  vingtaine
collective 30  trentaine
collective 40  quarantaine
collective 50  cinquantaine
collective 100 centaine

# Values are those of time_unit.
unit 1  secondes
unit 2  minute minutes
unit 3  heure heures
unit 4  jour jours
unit 5  semaine semaines
unit 6  mois
unit 9  an ans année années
unit 10 décennie décennies
unit 11 siècle siècles

unit-one 3  heure
unit-one 4  jour journée
unit-one 5  semaine
unit-one 6  mois
unit-one 9  année an
unit-one 10 décennie
unit-one 11 siècle

ten 20  vingt
ten 30  trente
ten 40  quarante
ten 50  cinquante
ten 60  soixante

@roman century 1..21 e ᵉ ème er
century-name 1  premier
century-name 2  deuxième second
century-name 3  troisième
century-name 4  quatrième
century-name 5  cinquième
century-name 6  sixième
century-name 7  septième
century-name 8  huitième
century-name 9  neuvième
century-name 10 dixième
century-name 11 onzième
century-name 12 douzième
century-name 13 treizième
century-name 14 quatorzième
century-name 15 quinzième
century-name 16 seizième
century-name 20 vingtième
century-unit 1  unième
century-unit 7  septième
century-unit 8  huitième
century-unit 9  neuvième
century-tens 10 dix
century-tens 20 vingt

# The day of speaking; others are two words.
day-word -1 hier
day-word 1  demain

day-after -1 veille
day-after 1  lendemain
day-after 2  surlendemain

this 0     ce cet cette
last 0     dernier dernière passé passée
next 0     prochain prochaine
lasts 0    derniers dernières
nexts 0    prochains prochaines
following 0  suivant suivante
previous 0   précédent précédente

third 1    début
third 3    fin
early-late 1  tôt
early-late 3  tard
third-rank 1  premier
third-rank 2  deuxième second
third-rank 3  dernier troisième
half-of 4  première
half-of 5  seconde deuxième

about 0  vers circa ca. env. environ

# Words after which a month's name is one.
month-cue 0  en de du mois dès depuis jusqu durant pendant avant après d fin début et à prochain dernier En Dès Depuis Fin Début

# Words after which a number names something.
reference 0  page pages p. pp. numéro numéros n° nº tome vol. volume article art. chapitre chap. folio fol. résolution décret loi
reference 0  télégramme télégrammes dépêche dépêches dossier carton pièce annexe tableau figure version paragraphe section chambre
reference 0  inv. cote cat. nég. ms. note poste lit siège lot folios fol. ff. résolutions décrets lois articles cartons dossiers bus train
@number list-number 32..99999999 2-8
phone 0 tél. téléphone fax
reference 0  kilomètre vol bataillon régiment division décision arrêté

# Before a day these make a name of it.
named 0  rue Rue place Place avenue Avenue boulevard Boulevard Mouvement mouvement square Square lycée Lycée stade Stade

street 0  rue Rue avenue Avenue boulevard Boulevard place Place quai Quai chemin Chemin faubourg

# Before a month these make a person of it.
person-title 0  Monsieur Madame Mademoiselle M. Mme Mlle monsieur madame

# What numbers count.
counted 0  hommes femmes personnes soldats marins officiers morts tués blessés prisonniers civils réfugiés ouvriers mineurs
counted 0  tonnes milles kilomètres km mètres pieds dollars roubles francs livres voix exemplaires chars avions navires canons
counted 0  orphelins veuves chevaux mulets moutons brebis chèvres vaches bœufs boeufs porcs chameaux esclaves pèlerins moines paysans cavaliers
counted 0  habitants kilos kilogrammes grammes litres quintaux hectares écus deniers ducats florins euros marks couronnes calories kilowatts
counted 0  fusils bombes pages mots membres travailleurs familles maisons

now 0      maintenant actuellement désormais présentement
lately 0   récemment dernièrement jadis autrefois naguère
often 4    quotidiennement quotidien quotidienne quotidiens quotidiennes
often 5    hebdomadairement hebdomadaire hebdomadaires
often 6    mensuellement mensuel mensuelle mensuels mensuelles
often 7    trimestriellement trimestriel trimestrielle trimestriels
often 9    annuellement annuel annuelle annuels annuelles

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

old-month 0  courant
old-month -1 écoulé
# Shortened, with the year only: some are words of other things.
republican-small 1  vend.
republican-small 2  brum.
republican-small 3  frim.
republican-small 4  niv.
republican-small 5  pluv.
republican-small 6  vent.
republican-small 7  germ.
republican-small 8  flor.
republican-small 9  prair.
republican-small 10 mess.
republican-small 11 therm.
republican-small 12 fruct.
republican-month 1  vendémiaire Vendémiaire
republican-month 2  brumaire Brumaire
republican-month 3  frimaire Frimaire
republican-month 4  nivôse Nivôse
republican-month 5  pluviôse Pluviôse
republican-month 6  ventôse Ventôse
republican-month 7  germinal Germinal
republican-month 8  floréal Floréal
republican-month 9  prairial Prairial
republican-month 10 messidor Messidor
republican-month 11 thermidor Thermidor
republican-month 12 fructidor Fructidor
# Values are month and day.
saint-name 117  Antoine
saint-name 122  Vincent
saint-name 214  Valentin
saint-name 319  Joseph
saint-name 423  Georges
saint-name 425  Marc
saint-name 608  Médard
saint-name 624  Jean
saint-name 629  Pierre
saint-name 725  Jacques
saint-name 726  Anne
saint-name 810  Laurent
saint-name 824  Barthélemy
saint-name 825  Louis
saint-name 929  Michel
saint-name 1001 Rémi Remi Rémy Remy
saint-name 1009 Denis
saint-name 1018 Luc
saint-name 1111 Martin
saint-name 1125 Catherine
saint-name 1130 André
saint-name 1204 Barbe
saint-name 1206 Nicolas
saint-name 1213 Lucie
saint-name 1226 Étienne
saint-name 1231 Sylvestre

roman 1 I
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

@context calendar-word @month @weekday
# Words of any sentence, which tell nothing of what happened.
@context small le la les des une que qui dans pour par sur avec aux ses son leur leurs nous vous ils elle elles été était étaient ont est sont pas plus mais comme
@context small cette ces ceux dont puis entre jusque depuis après avant sous sans tout tous toute même jour jours nuit soir matin midi heure heures année mois semaine deux trois
@context small quatre cinq six sept huit neuf dix premier première avait avaient fut
@context telling le la les des du et est un une dans par pour qui au aux sur avec ce cette ces il elle ils se sa son ses ne pas
@context telling été était étaient fut furent avait avaient ont mais ou où comme plus depuis après avant chez leur leurs année
@context telling ans jour jours hier demain vers siècle heures ils nous vous elle qu
@context telling l' l’ d' d’ j' j’ n' n’ qu' qu’ s' s’ c' c’ jusqu' jusqu’ lorsqu' il elles je tu te lui en sous sans entre tout tous toute toutes très peu deux trois quatre cinq huit neuf vingt mille même
@context telling premier première dernier dernière prochain prochaine mois semaine matin soir nuit début fin milieu hiver été automne printemps lendemain
@context telling veille alors aussi jusqu jusque lorsque quand dont ainsi donc puis car cela votre notre vos mes mon ma sera serait ait eut naquit mourut
@context telling vint né née aujourd'hui encore contre vers pendant durant -èrent -aient -aux
@context telling à de si dès après-midi avant-hier après-demain surlendemain Noël Pâques moins jadis y tous deux partit arriva -eaux -eux
@context telling @month @weekday
@context follower -a -èrent -irent -it -int
@context follower et ou le la les il elle ils on se en à au avec que qui quand fut était arriva par pour dans depuis ne mais
@context determiner le la les
@context range-lead de du entre depuis des
@context note consulté consultée actualisé actualisée modifié modifiée révisé révisée traduit source sources
@context noted page texte cette ce dernière dernièrement a été
@context cites voir cf ibid
@context archive archives fonds bibliothèque
@context source interview entretien gazette journal courrier moniteur figaro temps
@context joiner et ou
@context sure en En année années an dès Dès depuis Depuis vers Vers durant pendant jusqu c ca circa printemps été automne hiver
@context sure début fin mi courant prochain dernier
@context weak de du d des à au avant Avant après Après et ou entre par pour selon le Le l
@context plural -s -x
@context not-plural dans après sans sous dès plus mais puis alors les des ses ces nous vous pas aux très toujours ils depuis vers jusque lorsque
@context counts-from avant
@context past fut était furent étaient avait avaient a ont eut dit vint alla fit mourut naquit arriva partit quitta -èrent -irent -inrent -urent -aient -ait -int revint prit mit fallut
@context had avait avaient avais -'avait -’avait -'avais -’avais -'avaient -’avaient
@context past ai -'ai -’ai -'a -’a -'ont -’ont
@context relative qui que dont lequel laquelle
@context bidding viens venez passe passez apporte écris envoie réponds attends rends téléphone appelle prends donne dis fais laisse
@context bidding reviens retourne rappelle laissez pensez dites faites versez -yez -vez -nez -dez -tez -lez -quez -uez
@context bidding -e-moi -s-moi -z-moi -e-le -s-le -z-le -e-la -z-la -e-les -z-les -s-nous -z-nous -e-lui -s-lui -z-lui
@context foretold viendrait viendraient partirait partiraient paierait paieraient payerait serait arriverait arriveraient reviendrait reviendraient rentrerait ouvrirait fermerait
@context foretold commencerait finirait quitterait ferait irait enverrait signerait tiendrait répondrait rendrait livrerait
@context foretold devait devaient allait allaient
@context past arrivé arrivée arrivés arrivées venu venue venus parti partie partis mort morte morts né née allé allée tombé tombée
@context past -s'est -s’est intervenu intervenue intervenus intervenues survenu survenue survenus survenues parvenu parvenue parvenus parvenues devenu devenue devenus devenues décédé décédée décédés décédées
@context past retourné retournée retournés retournées rentré rentrée rentrés apparu apparue apparus apparues reparti repartie repartis reparties allées tombés tombées entrées montés restés restées descendus accouru accourus
@context past entré entrée entrés sorti sortie monté montée descendu descendue resté restée revenu revenue
@context request veuillez prière
@context future pourrait pourraient devrait devraient
@context future doit doivent dois devons devez faut peut peuvent
@context future sera seront aura fera viendra arrivera partira -ront
@context future -partira -sortira -sentira -viendra -tiendra -prendra -tendra -pendra -vendra -fendra -perdra -mordra -cevra -pourra -courra
@context future -erai -irai -drai -rrai -eras -iras -era -lira -nira -rira -gira -dira -uira -erons -erez -drez sera ira enverra
@context future partira sortira recevra devra verra pourra mettra suivra vivra permettra saisira choisira réussira franchira bâtira
@context future irai iras irez iront dirai dira reviendra deviendra tiendra obtiendra prendra reprendra apprendra rendra vendra attendra entendra descendra répondra
@context future perdra joindra faudra voudra vaudra paraîtra serai aurai serons aurons ferons irons partirons viendrons reviendrons
@context future verrons pourrons devrons recevrons mettrons partirez viendrez serez aurez ferez verrez
@context present est sont
@context done promis arrivé arrivée arrivés arrivées venu venue venus parti partie partis mort morte morts né née allé allée tombé tombée
@context done intervenu intervenue intervenus intervenues survenu survenue survenus survenues parvenu parvenue parvenus parvenues devenu devenue devenus devenues décédé décédée décédés décédées
@context done retourné retournée retournés retournées rentré rentrée rentrés apparu apparue apparus apparues reparti repartie repartis reparties allées tombés tombées entrées montés restés restées descendus accouru accourus
@context done entré entrée entrés sorti sortie monté montée descendu descendue resté restée revenu revenue
@context timetable expire expirent échoit marie marient part partent repart arrive arrivent revient reviennent vient viennent rentre rentrent ouvre ouvrent ferment commence
@context timetable rouvre rouvrent
@context timetable commencent reprend reprennent débute débutent quitte quittent sort sortent embarque embarquent appareille réunit réunissent
@context title m mm mme mmes mlle dr me mgr gal gén col cdt cap lt st ste prof p pp vol vols art chap fig cf ca c éd av apr j env
@context title janv févr fév avr juil sept oct nov déc no nos fol t
@context abbreviation etc cie s.a j.-c n.d.l.r
@context opener le la les un une en et mais il elle ils elles on ce cette ces cet se ne pas son sa ses leur leurs au aux par pour dans
@context opener avec quand comme alors puis ensuite après avant hier demain selon nous vous je lui tout tous l
@context numbered tél nég inv cat ms n° nº h
@context calendar-word @month @weekday
@context date-field date daté datée envoyé écrit publié publiée déposé déposée expédié
@context yours votre vos
@context receipt reçu reçue arrivé arrivée
@context paper télégramme lettre note dépêche procès-verbal rapport message mémorandum
@context piece document pièce annexe
@context sender de du
@context recipient à au
@context clock-word heures midi minuit
@context entry-lead anno le
@context author par
@context number-field n° nº numéro
@context subject-field objet titre
@context salutation cher chère chers monsieur madame messieurs excellence
@context closing serviteur respectueusement cordialement salutations dévoué
@context work journal mémoires chronique résumé
@context post ambassadeur envoyé
@context office ministère bureau police ambassade légation consulat conseil tribunal commission gouvernement préfecture sous-préfecture

# Ce qu'une phrase dit de ce qu'elle raconte.
@context verb prit prirent mit mirent vint vinrent tint tinrent rendit perdit tomba fut furent est sont
@context copula est sont était étaient fut furent été soit
@context perfect avoir être
@context negation ne n non jamais
@context none personne aucun aucune rien ni
@context degree plus moins seulement que
@context undone annulé annulée annula annulèrent
@context hearsay prétendument soi-disant
@context condition si
@context unreal -rait -raient eût fût
@context possible pourrait pourraient
@role as-said comme
@role may-come être
@context complement que qu
@context report dit disent disait dirent écrit écrivit écrivirent rapporte rapporta rapportèrent déclare déclara déclarèrent affirme
@context report affirma affirmèrent annonce annonça assure assura raconte raconta croit crut prétend prétendit répondit
@context report indiqué indique indiqua annoncé annoncèrent annoncent déclaré affirmé précisé précise précisa ajouté ajoute ajouta
@context report expliqué explique expliqua souligné souligne souligna rapporté confirmé confirme confirma assuré estimé estime estima
@context report prévenu averti raconté
@context report nie nia nièrent dément démentit démentirent
@context denial nie nia nièrent dément démentit démentirent
@context opinion crois croit croyait pense pensait
@context according selon suivant
@context intent promis décidé promit promirent décida décidèrent ordonna ordonnèrent proposa veut voulait espère espérait convinrent convint
@context foreseen prévu prévue prévus prévues projeté projetée promis promise
@context pronoun il elle
@context adverse mais
@context first-person je nous j
@context second-person tu vous
@context deponent témoin déposant soussigné
@context writing lettre lettres télégramme dépêche note rapport décret ordre arrêté déclaration procès-verbal acte contrat message
@context written-on de du
@context dated datée daté
@context published imprimé imprimée publié publiée
@context page p pp
@context lasts resta restèrent dura durèrent demeura continua régna régnèrent combattit combattirent vécut servit travailla construit construite bâti bâtie
@context up-to jusqu jusque
@context whereupon quand lorsque
@context honorific monsieur madame m mme président ministre général colonel capitaine roi reine maire évêque amiral préfet maître
@context given-name jean pierre jacques louis charles henri françois marie paul claude
@context particle de du des la le
@context place-lead à vers
@context organisation ministère conseil comité compagnie régiment banque université parti société cour assemblée
@context perfect aurait auraient eût
@context condition s'il s'ils s’il s’ils
@include fr.alike

# Words that tell what a noun names: "J+3" counts from the day of the landing.
@deed J débarquement débarquements débarqua débarquèrent débarqué débarquée

# How times are said.
@say months "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
@say months-brief "janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc."
@say weekdays "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
@say seasons "hiver|printemps|été|automne"
@say day-parts "aube|matin|midi|après-midi|soir|nuit|minuit"
@say morning "tôt le matin|milieu de la matinée|fin de la matinée"
@say afternoon "début de l’après-midi|milieu de l’après-midi|fin de l’après-midi"
@say evening "début de la soirée|milieu de la soirée|fin de la soirée"
@say small-hours "petites heures"
@say first-day "1er"
@say about "vers |vers le |vers "
@say from "à partir de |à partir du |à partir de "
@say until "jusqu’en |jusqu’au |jusqu’à "
@say between "entre le | et le |entre | et "
@say night-of "nuit du "
@say part-of ", "
@say portions "début |mi-|fin |première moitié de |seconde moitié de "
@say decade "années |"
@say century "| siècle"
@say millennium "| millénaire"
@say numerals "roman"
@say ordinals "e|er|e|e"
@say before-christ " av. J.-C."
@say anno "| apr. J.-C."
@say no-date "date inconnue"
@say no-day ", jour inconnu"
@say no-year ", année inconnue"
@say headings "Chronologie|Frise|Aperçu|Entrées|Sources|Signes|Index|Année incertaine|Sans date|autres"
@say kinds "événement|document|prévu|citation"
@say signs "événement|document de cette date|prévu ou annoncé|citation|environ, ou incertain|à un moment de cette période|dure|début ou fin incertains|se poursuit|avait commencé|plusieurs événements|l’échelle change|les sources divergent"
@say events "événement|événements"
@say sources "source|sources"
@say more "… et|de plus|ce jour-là"
@say or "ou"
@say limits "depuis|avant|après"
@say leads "le|en|au|à|dans|du"
@say bounds "avant|avant le|après|après le|depuis|depuis le|dès|dès le|jusqu'au|jusqu’au|jusqu'en|jusqu’en|à partir du|à partir de"
@say within "entre|entre le"
@say claim "une autre dit :|Une autre source dit :"
@say basis "Date :|d’après le document|indiquée par l’utilisateur|déduite|Sa date n’est pas connue."
@say grounds "son champ de date|sa ligne de date|son titre|ses premiers mots|sa signature|son achevé d’imprimer|le nom de son fichier|le jour donné en option|ses entrées|son jour de la semaine|le jour où sa page a paru|le jour où son fichier a été fait|l’en-tête du courriel|la date devant son texte|l’en-tête du fichier"
@say continued "suite"
@say julian ""
@say empty "Aucun événement n’a de date connue.|Aucun événement."
@say controls "Aller aux entrées|Recherche et filtres|Recherche|Genre|Source|Nom|tous|Tout montrer|Entrées montrées|Zoom|Plus grand|Plus petit|Entier|Frise ; plus et moins pour zoomer, flèches pour déplacer|Catégorie"

# Headlines, and the names of papers.
@role each le
@role doubt probablement peut-être vraisemblablement possiblement
@role tie le la les l' en à au aux de du des d' depuis jusque jusqu'au jusqu'à jusqu'en dès vers pendant durant avant après entre
@role tie environ dans daté datée début fin mi dite même
@role day-article le
@role year-lead en dès depuis
@role with avec
@role periodical revue annales bulletin actes archives cahiers
@role same-work ibid ibidem cit
@role lead en à au depuis vers pendant durant avant après dès dans
@role verb-tie à en au aux de du depuis vers pendant
@role share plupart moitié partie reste
@role spoken-day aujourd'hui hier demain maintenant récemment
@role near-day ce cet cette
@role link et mais tandis que qui donc alors ainsi cependant ou puis aussi toutefois
@role postscript ps
@role next-clause et mais tandis alors donc
@role left-open le la les l' un une des du de d' à au aux avec que qui dont pour par sur et ou mais a avait est était sont étaient
@role left-open il elle ils elles nous son sa ses leur leurs mon ma notre si quand où
@role same-time le à en la de du vers et ou
@role within-name à de du des d' le la les l' au aux un une mon ma son sa notre votre leur pour en numéro no et
@role name-lead le la les l' un une mon ma son sa notre votre leur dernier dernière premier première second seconde cette ce
@role ranked dernier dernière premier première
@role container dossier carton liasse chemise boîte
@role letter lettre lettres télégramme dépêche note message réponse
@role statement déclaration discours allocution
@role lady mme madame mademoiselle reine
@role coming devait devaient prévu prévue attendu
@role since depuis
@role ahead va vont doit doivent
@role gathering comité commission conseil bureau
@role session séance seance séances réunion assemblée session
@role writers écris
@role sworn reçue reçu recueillie assermentée
@role suits convient va marche
@role next prochaine prochain
@role feast cendres rameaux saint pâques noël toussaint pentecôte ascension
@role revised modifié modifiée actualisé actualisée jour
@role open ouvert ouverte ouverts ouvertes
@role hours horaires heures
@role except sauf excepté hormis
@role payable payable payables remboursable remboursables exigible exigibles
@role put-off prolongé prolongée prolongés prolongées prolonge prolongea
@role prospect possible probable attendu attendue attendus attendues prévu prévue prévus prévues
@role formerly initialement originellement primitivement
@role birth né née nés baptisé baptisée
@role origin fondé fondée construit construite érigé érigée établi établie promulgué promulguée
@role for pendant durant
@role taken-up repris reprit reprise reprirent rouvert rouvrit rouverte
@role observed fêté fêtée célébré célébrée fêtés
@role observes fête célèbre
@role filed plainte requête assignation mandat bail contrat facture accord pourvoi
@role gathering tribunal cour
@role session audience
@role statute loi lois traité code constitution ordonnance convention édit
@role meant-for pour
