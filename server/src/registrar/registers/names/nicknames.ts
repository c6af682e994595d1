// Which given names are one person's: the full name, then what its bearers are called and how it is also spelt.
// A name in several lines stands for each of them. A full name of two words is one that people draw together.

const lines = `
abigail: abbie abby abbey gail
abraham: abe bram abram avraham
adelaide: addie
adrian: ade
agnes: aggie nessie
aidan: aiden aodhan ayden
alan: al allan allen
albert: al bert bertie
alexander: al alex alec aleksander aleksandr aleksandar alexandros oleksandr lex sandy sasha sacha sander xander zander
alexandra: alex alexa aleksandra oleksandra ali lexi lexie sacha sandy sasha
alfred: al alf alfie fred freddie
alice: ali allie
alison: ali allie alyson allison
amanda: mandy mandi
amelia: amy millie milly
andrew: andy drew
angela: angie ange
angelina: angie lina
ann: anne annie nan
annabel: annabelle bella belle
anthony: tony ant antony toni
antonia: toni tonia
archibald: archie
arthur: art artie
augustine: gus augustin
barbara: babs barb barbie bobbie barbra
barnaby: barney
bartholomew: bart
beatrice: bea bee trixie
benedict: ben benny
benjamin: ben benji benny benj binyamin
bernadette: bernie detta
bernard: bernie
bradley: brad
brian: bryan brien
bridget: biddy bridie brid brigid breda
bronwyn: bron
cameron: cam
carl: karl
caroline: carol carrie caz
cassandra: cass cassie
catherine: cat cate cath cathy catharine cathryn kate katharine katherine kathryn kathy katie kay kit kitty caitriona
cecilia: cece celia
charles: charlie charley chas chaz chuck
charlotte: charlie char lottie lotte
christian: chris cristian kristian christiaan
christina: chris chrissie cristina kristina tina
christine: chris chrissie kristine tina
christopher: chris kit topher kris
clara: klara
claire: clare
clifford: cliff
colin: col
constance: connie
cornelius: con corrie neil
cynthia: cindy cyndi
daniel: dan danny danl
danielle: dani
david: dave davey davie davy dai dafydd
deborah: deb debbie debby debra
dennis: den denny denis
dermot: diarmuid diarmaid
derek: derrick del
desmond: des
diana: di
diane: di dianne dyan
dmitry: dima dmitri dmitrii dmitriy dimitri dmytro mitya
dominic: dom dominick dominik
donald: don donnie donny
dorothy: dot dottie dolly
douglas: doug dougie
duncan: dunc
edith: edie
edmund: ed eddie ned ted edmond
edward: ed eddie eddy ned ted teddy edw
edwin: ed eddie ned
eileen: aileen eibhlin
eleanor: ellie elinor nell nellie nora
elizabeth: bess bessie beth betsy betty elisabeth eliza elsie elspeth libby lilibet lisa lisbeth liz liza lizzie lizzy
ellen: nell nellie
emily: em emmy millie
emma: em emmie
emmanuel: manny immanuel emanuel manu
eric: erik erich rick ricky
ernest: ernie ern
esther: ester essie
ethel: effie
eugene: gene
evelyn: evie lyn eveline
felicity: fliss flick
fiona: fi
florence: flo florrie flossie
frances: fran francie frankie fanny
francis: fran frank frankie
franklin: frank frankie
frederick: fred freddie freddy frederic frederik fredrick
gabriel: gabe
gabrielle: gabby gabi
gareth: gaz
gary: gaz garry
geoffrey: geoff jeff jeffrey jeffery
george: georgie geo seoirse
georgina: georgie gina
gerald: ger gerry jerry
gerard: ger gerry gearoid
gertrude: gertie trudy
gilbert: gil
gillian: gill jill jillian jilly
glenn: glen
gordon: gord gordie
grace: gracie
graham: graeme grahame
gregory: greg gregg gregor
gwendolyn: gwen gwendoline wendy
hannah: hana hanna
harold: hal harry
harriet: hattie harrie
heather: hev
helen: nell nellie
henrietta: etta hattie hettie
henry: hal hank harry
herbert: bert herb herbie
hilary: hillary hil
howard: howie
hubert: bert
hugh: huw hughie aodh
humphrey: humph
ian: iain
ingrid: inga
isaac: ike zac zak yitzhak
isabel: bel bella belle isobel izzy ysabel
isabella: bel bella belle izzy
isidore: izzy
jacob: jake jakob jakub yaakov
jacqueline: jackie jacqui jaqueline jacquelyn jacki
james: jim jimmy jamie jas jem seamus shamus hamish
jane: janie jayne
janet: jan janette
janice: jan
jason: jay jase
jasmine: jaz yasmin yasmine jazmin
jean: jeannie
jennifer: jen jenn jenni jennie jenny
jeremiah: jerry jem
jeremy: jem jez
jerome: jerry
jessica: jess jessie
joan: joanie
joanna: jo jojo
joanne: jo
jocelyn: joss
john: jack johnny jon jonny johnnie jno sean
jonathan: jon jonny johnny jonathon johnathan yonatan
joseph: joe joey jo jos seosamh
josephine: jo josie
joshua: josh
judith: jude judi judie judy
julia: jules
julian: jules
juliet: jules juliette
karen: kaz caren
katrina: trina kat
kenneth: ken kenny
kevin: kev caoimhin
kieran: ciaran kieron
kimberly: kim kimberley kimmy
kirsten: kirstin kirsty
lawrence: larry laurie lawrie laurence
laura: laurie lori
leah: lea
leonard: len lenny leo
leslie: les lesley
lewis: lew lou louis
lillian: lil lily lilian
linda: lin lindy lynda
lindsay: linsey lindsey lyndsey
louis: lou louie
louise: lou lulu
lucas: luke lukas lukasz
lucille: lucy
lucy: lucie lu
lynn: lin lynne lyn
madeleine: maddy maddie madeline madelyn
magdalena: magda lena malena
malcolm: mal
margaret: daisy maggie mairead maisie marge meg meggie mags madge peg peggy rita greta
marilyn: lyn
mark: marc
martha: marty mattie patty
martin: marty martyn mairtin
mary: maire mairi mamie mair molly polly mitzi
matilda: mattie tilda tilly
matthew: matt matty mathew
maurice: mo
maximilian: max maksymilian
maxwell: max
megan: meg meghan meagan
melanie: mel
melissa: mel missy lissa
michael: mick mickey micky mike mikey mitch micheal
michelle: mich shell shelly michele
mildred: millie
miranda: mandy
miriam: mim mimi
mitchell: mitch
montgomery: monty
natalie: nat
natasha: tasha nat
nathan: nat nate
nathaniel: nat nate nathan nathanael
neil: neal niall neill
nicholas: nick nicky nico nicolas
nicola: nick nicky nikki nic
nicole: nicky nikki
nigel: nige
norah: nora honora
norman: norm
oliver: ol ollie olly
olivia: liv livvy ollie
oscar: oskar
oswald: oz ozzie
pamela: pam pammy
patricia: pat patsy patti patty tricia trish trisha
patrick: pat paddy padraig padraic padrig
penelope: pen penny
percival: percy
peter: pete peadar
philip: phil pip phillip pilib
philippa: pippa pip phillipa
prudence: pru prue
rachel: rach rachael rae
ralph: rafe
randall: randy
raymond: ray reamonn
raphael: rafe rafael rafi
rebecca: becca beck becky reba rebekah bex
reginald: reg reggie
rhiannon: rhi
richard: dick dickie rich richie rick ricky rik risteard
robert: bob bobbie bobby rob robbie robby robin robt
roberta: bobbie robbie
roderick: rod roddy
rodney: rod
roger: rodge
ronald: ron ronnie ronny
rosalind: ros roz
rosamund: ros roz
rose: rosie
rosemary: rose rosie
rudolph: rudy rudolf
russell: russ rusty
ruth: ruthie
samantha: sam sammy sammie
samuel: sam sammy saml shmuel
sandra: sandy sandie
sarah: sally sadie sara sal
sean: shaun shawn
sebastian: seb bas bastian
seamus: seumas
sharon: shaz
sheila: sheelagh sile shelagh
sidney: sid sydney syd
simon: si
solomon: sol solly
sophia: sofia soph
sophie: soph
spencer: spence
stanley: stan
stephanie: steph stephie stefanie
stephen: steve stevie steven
stuart: stu stewart
susan: sue susie suzie suzy
susanna: sue susie suzie suzy susannah susana
sylvia: silvia
tabitha: tabby
tamara: tam tammy
tatiana: tania tanya tatyana tetiana
terence: terry terrence tel
teresa: terry tess tessa theresa
thaddeus: tad ted
theodora: dora thea theo
theodore: ted teddy theo theodor
thomas: tom tommy thos tomos
timothy: tim timmy
tobias: toby
tracy: trace tracey
trevor: trev
valerie: val
vanessa: ness
veronica: ronnie roni
victor: vic viktor
victoria: vic vicky vicki vikki tori viktoria
vincent: vin vince vinnie
violet: vi
virginia: ginny ginger
vivian: viv vivienne
vladimir: volodymyr vova volodya vlad
walter: wally walt
wilfred: wilf
wilhelmina: mina willa
william: bill billie billy will willie willy wm liam gwilym uilliam
winifred: win winnie freda
yvonne: von
zachary: zac zach zack zak
zoe: zoey

aaron: aron harun haroun
aisling: ashling aislinn
brendan: breandan
brigid: bridget brid breda
caoimhe: keeva
cormac: cormack
declan: deaglan
eamon: eamonn
eoghan: eugene
grainne: grania
maeve: medb meabh
niamh: nieve
oisin: osheen
orla: orlaith orlagh
ronan: ronnan
ruairi: rory ruaidhri ruairidh
sadhbh: sive
saoirse: searsha
tadhg: teague tim timothy
una: oonagh oona

alberto: beto tito
alejandra: ale alex jandra
alejandro: ale alex jandro
alfonso: poncho alfon fonsi
alfredo: fredo fredi
alicia: licha ali
ana: anita anna any
andrea: andy
andres: andy
angel: gelo angelito
angeles: angelines geles
antonia: tona toni tonia toñi
antonio: toni tony antoni anto toño antxon antton tonet
araceli: ara celi
asuncion: asun chon susa assumpta
aurora: rora
bartolome: bartolo bartomeu
beatriz: bea betty
belen: bel
bernardo: berni bernat
camila: cami mila
candelaria: candela
caridad: cachita cari
carlos: carlitos charly carles karlos charlie
carmen: carmina menchu carmela carmencita mamen carme karmele carmelo
carolina: caro lina
catalina: cata lina caterina
cecilia: ceci chila
cesar: cesarin
concepcion: concha conchi conchita concepta conxita
consuelo: chelo consu
cristina: cris tina kris
cristobal: cristo tobal cristofol
daniel: dani
daniela: dani
david: davi
diego: dieguito didac
dolores: lola loli lolita dolors lol
eduardo: edu lalo eduard
elena: nena lena helena
emilio: milo emili
encarnacion: encarna encarni encar
enrique: quique kike enric quico endika
ernesto: neto tito
esperanza: espe
esteban: esteve estevan
eugenia: uge maru
eva: evita
fatima: fati
federico: fede lico frederic kiko
felipe: pipe feli felip
fernanda: fer nanda
fernando: fer nando ferran fdo ferdinand
francisca: paca paqui fran quica frasquita paquita fca francesca
francisco: paco fran kiko pancho curro quico pacho fco cisco frasco francesc patxi xisco paquito frank
gabriel: gabi
gabriela: gabi gaby
gema: gemma
gerardo: gerar guerau
gonzalo: gonza gonzo gonçal
graciela: chela
gregorio: goyo gregori
guadalupe: lupe lupita gpe
guillermo: guille memo willy gmo guillem guilherme
gustavo: gus tavo
hector: tito etor
hugo: huguito
ignacio: nacho iñaki ignasi natxo inaki iñigo
inmaculada: inma macu imma
irene: ire
isabel: isa chabela isabela bel sabela elisabet chavela isabelita
israel: isra
jaime: jaume jimmy xaume
javier: javi xavier xavi xabier xabi
jesus: chucho chus chuy jesusin suso txus
jesusa: chusa susa
joaquin: quino joaco quim joaquim ximo kino
jorge: coque jordi xurxo koke gorka
jose: pepe pepito josep xose joxe cheche jos josele
josefa: pepa pepi pepita fina josefina
josefina: fina pepa pepi josefa
juan: juanito joan xoan jon juancho juanin
juana: juanita joana
julia: juli
julian: juli
julio: juli juliol
laura: lau
leonardo: leo
leticia: leti
lorenzo: loren llorenç
lourdes: lurdes
lucia: luci luz
luis: lucho luisito lluis koldo luisma
luisa: lu lluisa
luz: lucha
manuel: manu manolo manolito manel lolo manny manoel
manuela: manoli manola manuelita
marcelo: chelo
marcos: marc
margarita: marga margot rita margalida
maria: mari ma mariquita maruja maruchi marichu maruxa
mariana: mari
mario: mayito
marta: martuca
martin: marti
mateo: mateu
matias: mati
mauricio: mau
maximiliano: max maxi
mercedes: merche meche merce merchi mertxe
miguel: migue mikel miquel miki mike miguelito
milagros: mila mili milagritos
monica: moni
montserrat: montse rat
natalia: nata nati
natividad: nati
nicolas: nico nicolau
nieves: neus
oscar: osqui
pablo: pau pablito
patricia: patri pato patty
patricio: pato
pedro: perico pere peru pedrito peio
pilar: pili piluca pilarin piedad
purificacion: puri
rafael: rafa rafel falo
rafaela: rafa fali
ramon: moncho mon monchi
raquel: raque
raul: rulo
remedios: reme
ricardo: richi rica ricard cayo
roberto: beto rober tito
rocio: chio ro
rodrigo: rodri roy
rogelio: roge
rosa: rosita rosi roser
rosario: charo chari saro
salvador: salva chava
samuel: samu
sandra: sandri
santiago: santi chago yago tiago
sebastian: sebas chano basti
sergio: sergi checo
silvia: silvi
sofia: sofi
soledad: sole chole marisol
susana: susi
teresa: tere teresita maite tete
tomas: tomi
trinidad: trini
valentina: vale
valeria: vale
veronica: vero
vicenta: tica
vicente: vicent chente bixente
victor: vic vito
victoria: vicky toya mariví
virginia: virgi vicky
visitacion: visi
viviana: vivi
xavier: javier xavi xabi
yolanda: yoli iolanda
agustin: agus tino agusti
alvaro: alvarito
amparo: ampi empar
begoña: bego
carlota: carla lota
ainhoa: ainho
iker: ikercho
jacinto: jacint
joana: juana
laia: eulalia
eulalia: lali laia olaya
macarena: maca
nuria: nuri
oriol: uri
saturnino: satur nino
ascension: ascen chon
adolfo: fito dolfo
rodolfo: fito rodo
arturo: turo
humberto: beto tito
norberto: beto
edgardo: edgar
maria jose: majo marijose pepa mariajo cote
maria teresa: maite mayte marite maritere
maria isabel: maribel mabel marisa
maria luisa: marisa malu marilu maisa
maria elena: malena marilena
maria eugenia: maru maruge
maria carmen: maricarmen mamen menchu maika
maria angeles: mariangeles marian angelines geles
maria victoria: marivi mariví
maria soledad: marisol
maria mercedes: merche
maria pilar: maripili mapi
maria dolores: loles lola mariloli
maria paz: maripaz
maria rosa: marirosa
maria jesus: chus machus mariajesus
maria concepcion: conchi concha
maria fernanda: mafer marifer
maria antonia: marian toñi
maria rosario: charo
maria cristina: macris maricris
maria nieves: marinieves
maria cruz: maricruz
maria sol: marisol
juan jose: juanjo juanxo
juan manuel: juanma
juan carlos: juanca juancar
juan antonio: juanan
juan pablo: juampa juanpa
juan francisco: juanfran
juan luis: juanlu
juan miguel: juanmi
juan ramon: juanra
juan ignacio: juani
juan pedro: juanpe
juan diego: juandi
jose maria: chema josema txema chemari josemari
jose manuel: josema pepe
jose antonio: josean joseangel toño
jose angel: josean
jose luis: joselu pepelu
jose miguel: josemi
jose ramon: joserra josera
jose carlos: joseca
jose ignacio: joseina nacho
jose francisco: josefran
jose juan: pepejuan
jose vicente: josevi
miguel angel: migue miguelangel
francisco javier: fran javi franja
francisco jose: franjo
luis miguel: luismi
luis manuel: luisma
luis alberto: luisal
luis enrique: luisen
pedro jose: pedrojo
ana maria: anamari anamaria
ana isabel: anabel
ana belen: anabelen
rosa maria: rosamari rosamaria
rosa ana: rosana
eva maria: evamari

ahmed: ahmad ahmet achmed
abdul: abd abdel
abdulaziz: abdelaziz abdul-aziz aziz
abdulkarim: abdelkarim abdulkareem
abdullah: abdallah abdulla abdoullah abdoulaye
abdulrahman: abdelrahman abdurrahman abdurahman abderrahmane abdulrehman
adil: adel
aisha: aysha ayesha aicha aishah ayse
ali: aly
amal: amel
amin: ameen
amina: aminah ameena amna aminata
amir: ameer emir
anas: anass
ayman: aiman
aziz: azeez
bilal: belal
dawud: daoud dawood daud davud
faisal: faysal feisal faysel
farid: fareed ferid
fatima: fatimah fatma fatemeh fatema fatoumata
farouk: faruk farooq farouq
habib: habeeb
hadi: hady
halima: halimah haleema
hamid: hameed
hamza: hamzah
hassan: hasan
hisham: hesham hicham
huda: houda hoda
hussein: husain hussain husein hosein hossein houssein hoseyn
ibrahim: ebrahim brahim ibraheem
idris: idrees driss
ilyas: ilias
iman: eman
imran: emran
ismail: esmail ismael ismaeel
jabir: jaber gaber
jafar: jaafar gaafar
jalal: galal
jamal: gamal djamel
jamil: jameel gamil djamil
jamila: jameela gamila
kamal: kamel
karim: kareem
karima: kareema
khadija: khadijah khadeeja hatice khadidja
khalid: khaled
latif: lateef
leila: laila layla leyla laylah
mahmoud: mahmud mehmood mahmood
majid: majeed maged
malik: malek
mansour: mansur mansoor
marwa: marwah
maryam: mariam meryem miriam maryem myriam
mehdi: mahdi
mohammed: mohamed mohammad muhammad muhammed mohamad muhamad mohd mohammod mehmet mamadou mohamud
muna: mona mouna
munir: mounir moneer muneer
musa: moussa mousa moosa
mustafa: mostafa moustafa mustapha
nadia: nadya nadiya
najib: nagib najeeb
nasir: nasser naser naseer
nasreen: nasrin nesrin nisreen
nour: noor nur nura noura
omar: umar omer
osman: othman uthman usman ousmane
qasim: kasim kassem qassem kacem
rahim: raheem
rania: raniya
rashid: rasheed rachid
rashida: rasheeda rachida
sadiq: sadik sadeq
said: saeed sayeed saïd
salah: saleh salih
salim: saleem selim
salma: selma
samir: sameer
samira: sameera
sayed: sayyid sayyed syed
shahid: shaheed chahid
sharif: shareef cherif sherif
suleiman: sulaiman soliman sulayman suleyman slimane
sumaya: sumayyah soumaya
tahir: taher
tariq: tarek tareq tarik
wahid: waheed
walid: waleed
yahya: yehia yahia
yasin: yassin yaseen yassine
yasir: yasser yaser
younes: yunus yunis younis yonis
yusuf: yousef youssef yusef yousuf yusif
zahra: zohra zahrah
zainab: zaynab zeinab zeynep zineb
zakaria: zakariya zakariyya zachariah

aleksei: alexei alexey aleksey oleksii alyosha
anastasia: nastya anastasiya tasia
dariusz: darek
ekaterina: katerina yekaterina katya katia
elena: yelena olena alyona
yevgeny: evgeny evgeni evgenii yevhen zhenya
evgenia: yevgenia evgeniya yevheniia
igor: ihor
irina: iryna ira
ivan: ioan vanya
jaroslav: yaroslav jaroslaw
joanna: asia
katarzyna: kasia
ksenia: xenia oksana
maksim: maxim maksym max
malgorzata: gosia
mikhail: misha
nadezhda: nadia nadiya
natalya: natalia nataliya
oleg: oleh
olga: olha
nikolai: mykola nikolay nicolai kolya
pavel: pavlo pasha
sergei: sergey serhii serguei
svetlana: svitlana sveta
tatyana: tetiana tanya tatiana
vasily: vasyl vasiliy
viktoria: victoria viktoriya vika
yulia: yuliya iuliia
yuri: yury iurii yurii
zoltan: zoli

cornelis: kees cor
hendrik: henk rik hein
johannes: hans jan joop johan
maria: marijke riet mieke ria
petrus: piet peter
wilhelmus: wim willem
willem: wim pim
elisabeth: els lies liesbeth
catharina: toos trijn ineke
adrianus: ad adriaan arie
gerardus: gerard geert
jacobus: jaap koos jacob ko
theodorus: theo dirk
antonius: ton anton toon
bernardus: ben bernard
nicolaas: klaas nico
lambertus: bert
margaretha: greet griet
pieter: piet
andries: dries
matthijs: thijs
sebastiaan: bas

fransisco: francisco
antonio: toninho
joao: joaozinho
francisco: chico xico
jose: ze zeca zezinho
luis: luiz lula
manuel: manoel maneco
carlos: caca
eduardo: dudu edu
fernanda: nanda
helena: lena leninha
isabel: isabelle bebel
joaquim: quim quinzinho
margarida: guida
pedro: pedrinho
roberto: beto
sebastiao: sebastian tiao
tiago: thiago
`

const table = (() => {
  const whole = new Map<string, Set<string>>()
  for (const line of lines.split('\n')) {
    const [full, called] = line.normalize('NFKD').replace(/\p{M}/gu, '').split(': ')
    if (!full || !called) continue
    for (const name of called.split(' ')) whole.set(name, (whole.get(name) ?? new Set()).add(full))
  }
  return whole
})()

/**
 * Every full name somebody may have who goes by this given name, itself among them.
 * `given` is one word, or two that are one name, in small letters without marks.
 */
export const fullNamesOf = (given: string): ReadonlySet<string> =>
  new Set([given, ...(table.get(given) ?? []), ...withoutDiminutive(given)])

/** Juanito is Juan, Anita is Ana, Carmencita is Carmen. */
const withoutDiminutive = (given: string): readonly string[] => {
  const stem = /^(\p{L}{2,}?)c?it[oa]$/u.exec(given)?.[1]
  return stem === undefined ? [] : [stem, `${stem}o`, `${stem}a`]
}
