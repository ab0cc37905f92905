# Spanish: the words that can be part of a date.  CATEGORY VALUE FORM...
# A form with a capital needs one in the text; a form with a final stop may have one there.

@language Spanish

month 1  enero ene.
month 2  febrero feb. febr.
month 3  marzo
month 4  abril abr.
month 5  mayo
month 6  junio jun.
month 7  julio jul.
month 8  agosto agto.
month 9  septiembre setiembre sept. sep.
month 10 octubre oct.
month 11 noviembre nov.
month 12 diciembre dic.

# Behind a day and before a year only: "mar" is the sea.
month-short 3  mar.
month-short 5  may.
month-short 8  ago.
month-short 9  set.

# Months that need no word before them; the others are names too.
sure-month 1  enero
sure-month 2  febrero
sure-month 6  junio
sure-month 7  julio
sure-month 9  septiembre setiembre
sure-month 10 octubre
sure-month 11 noviembre
sure-month 12 diciembre

@roman roman-month 1..12 -
@small-roman small-numeral 1..12 -

weekday 1  lunes
weekday 2  martes
weekday 3  miércoles
weekday 4  jueves
weekday 5  viernes
weekday 6  sábado
weekday 7  domingo

season 1  primavera
season 2  verano
season 3  otoño
season 4  invierno

# Values are month and day.
saint-name 117  Antón
saint-name 120  Sebastián
saint-name 203  Blas
saint-name 319  José
saint-name 423  Jorge
saint-name 425  Marcos
saint-name 515  Isidro
saint-name 613  Antonio
saint-name 624  Juan
saint-name 629  Pedro
saint-name 707  Fermín
saint-name 810  Lorenzo
saint-name 824  Bartolomé
saint-name 921  Mateo
saint-name 929  Miguel
saint-name 1018 Lucas
saint-name 1111 Martín
saint-name 1130 Andrés
saint-name 1231 Silvestre
# Whose night is the one before.
saint-eve 624   Juan

# Values are those of annals_day_part.
part 1  madrugada alba amanecer
sure-part 1  madrugada alba amanecer
sure-part 5  atardecer anochecer
part 2  mañana
part 3  mediodía
part 4  tarde
part 5  atardecer anochecer
part 6  noche
part 7  medianoche
moment 3  mediodía
moment 7  medianoche

ampm 0   am a.m.
ampm 12  pm p.m.

weekdays 1  lunes
weekdays 2  martes
weekdays 3  miércoles
weekdays 4  jueves
weekdays 5  viernes
weekdays 6  sábados
weekdays 7  domingos

nth 0  º ° er o ro

day-name 1  primero uno
day-name 2  dos
day-name 3  tres
day-name 4  cuatro
day-name 5  cinco
day-name 6  seis
day-name 7  siete
day-name 8  ocho
day-name 9  nueve
day-name 10 diez
day-name 11 once
day-name 12 doce
day-name 13 trece
day-name 14 catorce
day-name 15 quince
day-name 16 dieciséis
day-name 17 diecisiete
day-name 18 dieciocho
day-name 19 diecinueve
day-name 20 veinte
day-name 21 veintiuno
day-name 22 veintidós
day-name 23 veintitrés
day-name 24 veinticuatro
day-name 25 veinticinco
day-name 26 veintiséis
day-name 27 veintisiete
day-name 28 veintiocho
day-name 29 veintinueve
day-name 30 treinta

quarter-name 2  segundo
quarter-name 4  cuarto último

# Of the weekdays of a month, and of the halves of a year.
weekday-rank 1  primer
weekday-rank 2  segundo
weekday-rank 3  tercer
weekday-rank 4  cuarto
weekday-rank 5  quinto
weekday-rank -1 último

ordinal 1  primera primer
ordinal 2  segunda
ordinal 3  tercera tercer
ordinal 4  cuarta
ordinal 5  última

count 1   un una uno
count 2   dos
count 3   tres
count 4   cuatro
count 5   cinco
count 6   seis
count 7   siete
count 8   ocho
count 9   nueve
count 10  diez
count 11  once
count 12  doce
count 13  trece
count 14  catorce
count 15  quince
count 16  dieciséis
count 17  diecisiete
count 18  dieciocho
count 19  diecinueve
count 21  veintiún veintiuno veintiuna
count 22  veintidós
count 23  veintitrés
count 24  veinticuatro
count 25  veinticinco
count 26  veintiséis
count 27  veintisiete
count 28  veintiocho
count 29  veintinueve
count 20  veinte
count 30  treinta
count 40  cuarenta
count 50  cincuenta
count 60  sesenta
count 70  setenta
count 80  ochenta
count 90  noventa
count 100 cien
hundreds 1  ciento
hundreds 2  doscientos
hundreds 3  trescientos
hundreds 4  cuatrocientos
hundreds 5  quinientos
hundreds 6  seiscientos
hundreds 7  setecientos
hundreds 8  ochocientos
hundreds 9  novecientos
tens 30   treinta
tens 40   cuarenta
tens 50   cincuenta
tens 60   sesenta
tens 70   setenta
tens 80   ochenta
tens 90   noventa
digit 1   un uno una
digit 2   dos
digit 3   tres
digit 4   cuatro
digit 5   cinco
digit 6   seis
digit 7   siete
digit 8   ocho
digit 9   nueve
count -1  varios varias algunos algunas unos unas pocos pocas muchos muchas

# Values are those of time_unit.
unit 1  segundos
unit 2  minuto minutos
unit 3  hora horas
unit 4  día días
unit 5  semana semanas
unit 6  mes meses
unit 9  año años
unit 10 década décadas
unit 11 siglo siglos

unit-one 3  hora
unit-one 4  día
unit-one 5  semana
unit-one 6  mes
unit-one 9  año
unit-one 10 década
unit-one 11 siglo

ten 20  veinte
ten 30  treinta
ten 40  cuarenta
ten 50  cincuenta
ten 60  sesenta
ten 70  setenta
ten 80  ochenta
ten 90  noventa

@roman century 1..21 -
century-name 1  primero
century-name 2  segundo
century-name 3  tercero
century-name 4  cuarto
century-name 5  quinto
century-name 6  sexto
century-name 7  séptimo
century-name 8  octavo
century-name 9  noveno
century-name 10 décimo diez
century-name 11 undécimo once
century-name 12 duodécimo doce
century-name 13 decimotercero trece
century-name 14 decimocuarto catorce
century-name 15 decimoquinto quince
century-name 16 decimosexto dieciséis
century-name 17 decimoséptimo diecisiete
century-name 18 decimoctavo dieciocho
century-name 19 decimonoveno decimonono diecinueve
century-name 20 vigésimo veinte
century-name 21 veintiuno
century-rank 1  primer
century-rank 3  tercer

minute-word 15  cuarto
minute-word 30  media

# The day of speaking.
day-word -2 anteayer antier
day-word -1 ayer
day-word 0  hoy
day-word 1  mañana

this 0     este esta
that 0     ese esa aquel aquella
last 0     pasado pasada último última
next 0     próximo próxima
lasts 0    últimos últimas pasados pasadas
nexts 0    próximos próximas
following 0  siguiente
previous 0   anterior previo previa

third 1    principios comienzos inicios
third 2    mediados
third 3    finales fines
third-of 1 principio comienzo inicio
third-of 3 final fin
third-rank 1  primer
third-rank 2  segundo
third-rank 3  último tercer
half-of 4  primera
half-of 5  segunda

era -1  a.C. a.n.e. AC
era 1   d.C. d.n.e. DC

about 0  hacia circa c. ca. aproximadamente

# Words after which a month's name is one.
month-cue 0  en de del desde hasta durante antes después tras para por hacia a y entre este próximo pasado En De Desde Hasta Durante

# Words after which a number names something.
reference 0  página páginas pág. págs. p. pp. número números núm. nº n° tomo vol. volumen artículo art. capítulo cap. folio fol.
reference 0  resolución decreto ley expediente telegrama telegramas cable cables oficio caja carpeta legajo anexo tabla figura versión
reference 0  inv. sign. signatura cat. neg. ms. nota ext. extensión cama asiento lote folios fols. ff. resoluciones decretos leyes artículos
reference 0  cajas legajos expedientes líneas versos autobús tren
@number list-number 32..99999999 2-8
phone 0 tel. teléfono tfno. fax
reference 0  párrafo sección habitación kilómetro vuelo batallón regimiento división

# Before a day these make a name of it.
named 0  Movimiento movimiento Plaza plaza Calle calle Avenida avenida Brigada brigada Batallón Frente Organización Barrio Estadio Hospital

# Before a month these make a person of it.
person-title 0  señor señora don doña general coronel capitán teniente

# What numbers count.
counted 0  hombres mujeres personas soldados marineros oficiales muertos heridos bajas prisioneros civiles refugiados obreros
counted 0  toneladas millas kilómetros km metros pies dólares rublos pesetas pesos libras francos votos ejemplares tanques aviones
counted 0  huérfanos viudas caballos mulas mulos ovejas cabras vacas bueyes cerdos camellos esclavos peregrinos monjes campesinos jinetes
counted 0  habitantes vecinos kilos kilogramos gramos litros quintales arrobas fanegas reales maravedíes ducados escudos doblones duros euros marcos
counted 0  florines coronas chelines peniques calorías kilovatios megavatios
counted 0  barcos buques cañones fusiles bombas páginas palabras miembros trabajadores familias casas mineros

now 0      ahora actualmente
lately 0   recientemente últimamente antaño antiguamente
every 0    cada
often 4    diariamente diario diaria diarios diarias
often 5    semanalmente semanal semanales
often 6    mensualmente mensual mensuales
often 7    trimestralmente trimestral trimestrales
often 9    anualmente anual anuales

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

old-month 0  corriente corrientes actual
old-month -1 pasado

@context calendar-word @month @weekday
# Words of any sentence, which tell nothing of what happened.
@context small el la los las una uno unos unas del que con por para como mas más pero sin sus nos les fue fueron era eran ser está había han hay este esta
@context small esto ese esa aquel también cuando donde muy ya entre hasta desde sobre después antes día días noche tarde mañana año años mes semana hora horas dos tres
@context small cuatro cinco seis siete ocho nueve diez primer primera todo todos toda
@context telling el la los las un una de del en que y por con para su sus se lo al es no fue había como más pero sin sobre
@context telling este esta entre desde hasta cuando muy también ya fueron era estaba años año día días ayer hoy hacia según
@context telling ella ellos él mi mis te tu ni si donde quien tras durante mientras antes después ante contra cada todo toda todos todas otro otra mismo
@context telling misma primer primero primera último última tres cuatro cinco seis siete ocho nueve diez veinte mil hace hay han ha será están murió nació
@context telling siglo mes semana semanas mañana tarde noche madrugada principios mediados finales verano invierno otoño primavera próximo pasado pasada
@context telling aquel aquella esa ese eso esto estos estas unos unas nos les le -ción -aron -ieron -ó anteayer antier pasada vino vinieron vimos fui fuimos estuvo hizo dijo
@context telling nada nadie a y dos dentro horas minutos década Navidad nunca anoche aquí allí hubo casi salió al -ría
@context telling @month @weekday
@context follower -ó -aron -ieron se le les @month
@context follower y o el la los las él ella se en a con que cuando fue llegó por para desde hasta al su no ya
@context determiner el la los las
@context range-lead de del desde entre
@context note consultado consultada actualizado actualizada modificado modificada revisado revisada traducido fuente fuentes
@context noted página texto esta este última fue
@context cites véase véanse cf ibíd
@context archive archivo archivos biblioteca legajo
@context source entrevista gaceta periódico correo heraldo
@context joiner y e o u
@context sure en En año años desde Desde hacia durante Durante c ca circa primavera verano otoño invierno principios mediados
@context sure finales fines comienzos inicios pasado próximo
@context weak de del De Del a al hasta Hasta antes tras y o entre por para según el El
@context plural -s
@context not-plural -és -ás -ís después entonces más tras sus los las nos les pues además apenas antes
@context past fue era fueron eran había habían estaba estaban hubo ha han hizo dijo vino llegó murió nació -aron -ieron -aba -aban -ó -ían
@context had había habían
@context relative que quien cuyo cuya
@context bidding ven venid venga vengan pasa pasad pase llama llamad llame escribe escribid escriba trae traed traiga manda mandad
@context bidding mande envía enviad envíe espera esperad espere avisa avisad avise paga pagad pague responde responded responda
@context bidding dame dime dile dígame llámame llámeme llámanos escríbeme escríbame tráeme tráigame mándame mándeme envíame
@context bidding envíeme avísame avíseme espérame espéreme respóndeme recuerda recordad
@context foretold pagaría pagarían vendría vendrían saldría saldrían llegaría llegarían volvería volverían iría irían sería haría haría daría
@context foretold partiría abriría cerraría empezaría comenzaría terminaría celebraría reuniría firmaría entregaría regresaría
@context foretold debía debían iba iban
@context request favor
@context future confía confían
@context future podría podrían debería deberían prevé prevén
@context future debe deben debo debemos puede pueden
@context future será serán habrá hará vendrá llegará -rá -rán
@context future iremos iré -aremos -iremos -dremos -aré -iré -dré seremos volveremos veremos comeremos seré volveré veré haré haremos leeré
@context present es está son están
@context timetable reabre reabren vence vencen caduca caducan vuelve vuelven regresa regresan sale salen llega llegan parte parten viene vienen va van abre abren cierra cierran
@context timetable empieza empiezan comienza comienzan termina terminan zarpa zarpan reúne reúnen celebra celebran inicia inician
@context title a d sr sra srta dr dra gral gen cnel cmdte tte ing lic prof pbro mons fr pág págs p pp vol vols núm núms art cap fig
@context title ej cf ca c ed eds trad av avda dpto tel ene feb febr mar abr may jun jul ago agto sept sep set oct nov dic
@context abbreviation etc a.c d.c ee.uu cía ltda s.a ud uds vd vds
@context opener el la los las un una en y pero no se lo su sus al por para con cuando como este esta estos estas aquel aquella
@context opener entonces después luego antes ayer hoy mañana según él ella ellos
@context numbered tel tfno inv sign cat neg ms ext nº núm
@context calendar-word @month @weekday
@context date-field fecha fechado fechada enviado escrito publicado publicada depositado depositada expedido
@context yours vuestra vuestro
@context receipt recibido recibida
@context paper oficio bando telegrama carta memorándum nota despacho acta informe mensaje
@context piece documento anexo
@context sender de
@context recipient a al para
@context clock-word horas mediodía medianoche
@context entry-lead anno año el
@context author por
@context number-field nº núm número
@context subject-field asunto título
@context salutation estimado estimada querido querida señor señora excelentísimo muy
@context closing atentamente saludos servidor guarde
@context work diario memorias crónica resumen
@context post embajador enviado
@context office ministerio oficina policía embajada legación consulado consejo tribunal comisión gobierno secretaría

# Lo que una frase dice de lo que cuenta.
@context verb salió entró murió cayó tomó perdió dio puso quedó hizo fue era
@context copula es son está están fue fueron era eran sido estaba estaban
@context perfect haber habido
@context negation no nunca jamás tampoco
@context none nadie ningún ninguno ninguna nada
@context degree más menos solo sólo
@context undone canceló cancelaron cancelado cancelada suspendió suspendieron
@context hearsay supuestamente presuntamente
@context condition si
@context unreal -ría -rían hubiera hubiese hubieran hubiesen
@context possible podría podrían
@context complement que
@context report dice dicen dijo dijeron escribe escribió escribieron informa informó informaron declara declaró declararon afirma
@context report afirmó afirmaron asegura aseguró cuenta contó contaron refiere refirió cree creyó anuncia anunció avisa avisó
@context report informaron anunciaron señala señaló señalaron indica indicó indicaron explica explicó explicaron confirma confirmó
@context report confirmaron precisa precisó añade añadió comunica comunicó comunicaron advierte advirtió reconoce reconoció manifestó
@context report subraya subrayó
@role as-said como
@context report informado anunciado señalado indicado explicado confirmado dicho afirmado asegurado declarado comunicado precisado
@context report niega negó negaron desmiente desmintió desmintieron
@context denial niega negó negaron desmiente desmintió desmintieron
@context opinion creo cree creía pienso piensa pensaba
@context according según
@context intent prometió prometieron acordó acordaron decidió decidieron ordenó ordenaron propuso quiere quería piensa espera esperaba
@context foreseen previsto prevista previstos planeado prometido prometida
@context pronoun él ella
@context adverse pero sino mas
@context first-person yo nosotros
@context second-person tú usted ustedes vuestra
@context deponent testigo declarante suscrito
@context writing carta cartas telegrama nota informe despacho decreto orden bando declaración oficio memoria acta contrato
@context written-on de del
@context dated fechada fechado
@context published impreso impresa publicado publicada
@context page p pp pág págs
@context lasts duró duraron permaneció permanecieron quedó siguió reinó reinaron gobernó luchó lucharon vivió sirvió trabajó creció construido construida construyó
@context up-to hasta
@context whereupon cuando
@context honorific señor señora don doña sr sra dr presidente ministro general coronel capitán rey reina gobernador alcalde obispo
@context honorific virrey almirante
@context given-name juan josé pedro luis carlos miguel francisco antonio manuel fernando maría ana isabel diego
@context particle de del la las los y
@context place-lead en desde hacia
@context organisation ministerio consejo comité compañía regimiento banco universidad partido cabildo audiencia junta real
@context perfect habría habrían hubiera hubieran
@include es.alike

# How times are said.
@say months "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
@say months-brief "ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic"
@say weekdays "lunes|martes|miércoles|jueves|viernes|sábado|domingo"
@say seasons "invierno|primavera|verano|otoño"
@say day-parts "alba|mañana|mediodía|tarde|atardecer|noche|medianoche"
@say morning "primeras horas de la mañana|media mañana|últimas horas de la mañana"
@say afternoon "primeras horas de la tarde|media tarde|últimas horas de la tarde"
@say evening "comienzo de la noche|media noche|últimas horas del día"
@say small-hours "madrugada"
@say month-link " de "
@say year-link " de "
@say about "hacia |hacia el |hacia las "
@say from "desde |desde el |desde las "
@say until "hasta |hasta el |hasta las "
@say between "entre el | y el |entre | y "
@say night-of "noche del "
@say part-of " del "
@say portions "principios de |mediados de |finales de |primera mitad de |segunda mitad de "
@say decade "años |"
@say century "siglo |"
@say millennium "| milenio"
@say numerals "roman"
@say ordinals "|||"
@say before-christ " a. C."
@say anno "| d. C."
@say no-date "fecha desconocida"
@say no-day ", día desconocido"
@say no-year ", año desconocido"
@say headings "Cronología|Línea de tiempo|Resumen|Entradas|Fuentes|Signos|Índice|Sin año seguro|Sin fecha|otros"
@say kinds "suceso|documento|previsto|cita"
@say signs "suceso|documento de esa fecha|previsto o anunciado|cita|aproximado o incierto|en algún momento dentro|dura|principio o fin inciertos|continúa|empezó antes|varios sucesos|la escala cambia|las fuentes difieren"
@say events "suceso|sucesos"
@say sources "fuente|fuentes"
@say more "… y|más|ese día"
@say or "o"
@say limits "desde|antes|después"
@say leads "el|en|a|del"
@say bounds "hasta|hasta el|antes de|antes del|después de|después del|tras|tras el|desde|desde el|a partir de|a partir del"
@say within "entre|entre el"
@say claim "otra dice:|Otra fuente dice:"
@say basis "Fecha:|según el documento|dada por el usuario|deducida|Su fecha no se conoce."
@say grounds "su campo de fecha|su línea de fecha|su título|sus primeras palabras|su firma|su pie de imprenta|el nombre de su archivo|el día dado como opción|sus entradas|su día de la semana|el día en que se publicó su página|el día en que se hizo su archivo|la cabecera del correo|la fecha delante de su texto|la cabecera del archivo"
@say continued "continuación"
@say julian ""
@say empty "Ningún suceso tiene una fecha conocida.|No hay sucesos."
@say controls "Ir a las entradas|Búsqueda y filtros|Buscar|Clase|Fuente|Nombre|todos|Mostrar todo|Entradas mostradas|Zoom|Ampliar|Reducir|Entero|Línea de tiempo; más y menos amplían y reducen, las flechas desplazan|Categoría"

# Headlines, and the names of papers.
@role doubt probablemente posiblemente quizá quizás acaso seguramente
@role tie el la los las en a al de del desde hasta hacia durante antes después entre por sobre fechado fechada principios mediados
@role tie finales fines mismo misma
@role day-article el
@role year-lead en desde
@role with con
@role periodical revista boletín anales actas archivo
@role same-work ibíd ibid ibidem cit
@role street calle avenida plaza paseo callejón
@role lead en a al desde hasta hacia durante antes después por
@role verb-tie a en al de desde hasta durante
@role share mayor mayoría mitad parte resto
@role spoken-day hoy ayer mañana anteayer ahora recientemente
@role near-day este esta
@role link y e pero mientras que así entonces o u luego también además embargo
@role postscript pd ps posdata postdata
@role next-clause y e pero mientras aunque así
@role left-open el la los las un una unos unas de del a al con que quien por para y e o pero ha había fue era es son está estaba
@role left-open él ella nosotros su sus mi nuestro si cuando donde
@role same-time hacia el a las la en de del y o
@role within-name a de del al el la los las un una mi su nuestro vuestra para en número y
@role name-lead el la los las un una mi su sus nuestro nuestra última último primera primero segunda segundo esta este
@role ranked última último primera primero
@role container legajo carpeta caja expediente
@role letter carta cartas telegrama cable nota mensaje respuesta oficio
@role statement declaración discurso alocución
@role lady señora doña reina
@role coming debía debían previsto prevista
@role term tardar
@role payable pagadero pagadera pagaderos pagaderas
@role put-off prorrogado prorrogada prorrogó prorrogaron aplazado aplazada aplazó
@role ahead va van debe deben
@role gathering junta comité comision comisión cabildo ayuntamiento consejo
@role session sesión sesion sesiones reunión reunion asamblea
@role writers escribo
@role sworn jurada tomada prestada
@role suits viene va conviene
@role next próxima próximo
@role feast ceniza ramos santo pascua navidad nochebuena corpus pentecostés
@role revised actualizado actualizada modificado modificada
@role open abierto abierta abiertos abiertas
@role hours horario horarios
@role except salvo excepto menos
@role from-since desde
@role prospect posible probable previsto prevista previstos previstas esperado esperada
@role formerly inicialmente originalmente primitivamente antes
@role birth nacido nacida nació bautizado bautizada
@role origin fundado fundada construido construida erigido erigida establecido establecida promulgado promulgada
@role for durante
@role taken-up reanudó reanudaron reanudado reanudada reabrió reabrieron
@role observed celebrado conmemorado
@role observes celebra conmemora
@role filed demanda denuncia petición solicitud citación contrato factura acuerdo recurso
@role gathering tribunal juzgado
@role session audiencia vista
@role statute ley leyes tratado código constitución ordenanza convenio edicto
@role meant-for para
