// Names that medicine uses for signs, diseases, tests, tools and places of the body. Alone they name nobody; after a title they do.
const list = `
echo doppler central
candida stephania serena kala azar castaneda stent ruiz gene sonkin rosa bengala
abrikossoff abderhalden achard adams addison adie adson albers albright alcock alport alzheimer amsler anderson andersen angelman apgar apley argyll arnold asherman
aschoff asperger auer auspitz austin austrian babinski baker bankart bannayan barany barlow barre barrett barr bart bartholin bartter basedow battle bazin beau beck becker
beckwith behcet bell bence bennett berger bernard bernstein betz bichat biermer billroth binet birt bishop bitot blalock blau bloom blount blumberg blumer boas bochdalek
boerhaave bohler bonnet bosniak bouchard bourneville bouveret bowen bowman braak braden bragard breslow bright broca brodie brodifacoum broders brown brucella bruce brudzinski brugada
brunner bruton budd buerger burch burkitt burnett burow byler caffey cajal calot campbell camper cantlie caplan carlens caroli carpenter castleman cavanaugh chaddock chagas charcot
charlson chediak cherney cheyne chiari child chopart christmas churg chvostek claude clark clarke clerambault coats cobb cockayne cockcroft codman cogan colles conn conradi coombs cooley
cooper cope cori cormack corrigan costen costello cotard courvoisier couvelaire cowden cowper cozen credé creutzfeldt crigler crohn cronkhite crouzon crowe cruveilhier cullen curling curschmann cushing
dance dandy darier dawn de debakey dejerine denny dercum descemet devic diamond dieulafoy digeorge doppler doose dott douglas down dravet dressler drummond dubin duchenne
duckett duke dukes duncan dupuytren durand duroziez ebstein edinger edward edwards ehlers eisenmenger ellis epley epstein epworth erb erdheim evans ewing fabry fallot fanconi
farber felty ferguson ferriman finkelstein fisher fitz fitzhugh foley fontan forrest fothergill fouchet fournier fox framingham frankenstein freiberg frey friedlander friedreich froment fuchs fuhrman
gaenslen gallbladder galeazzi galen gallavardin ganser gardner gartner gaucher gehrig geller gerota gerstmann gianotti giemsa gilbert gilles gitelman glanzmann glasgow gleason glisson goldblatt goldenhar
goldmann golgi goltz gomori goodell goodpasture gorham gorlin gottron gowers gradenigo graefe graham gram grawitz graves gray grey grocott grynfelt gubler guillain gunn guyon hageman hailey hakim
hallpike hamman hampton hand hansen harris hartmann hartnup hashimoto hasselbalch hassall hawkins heberden heimlich heller henderson henle henoch herlyn hering hermansky hesselbach hickman hill hinchey hippel
hirschsprung hirschberg hodgkin hoehn hoffa hoffman hoffmann holmes holter homans homer hopkins horner horton houston howell howship hunt hunter huntington huntingtons hurler hutchinson ishihara isaacs jackson jacksonian jaccoud
jacobson jadassohn jakob janeway jansky jeghers jendrassik jervell jobe jod johnson jones joseph judd kabuki kallmann kaplan kaposi karnofsky kartagener kasabach kasai katz kawasaki kayser kearns
kehr kell kellgren kelly kelvin kennedy kerley kernig kernohan kiel kienbock kiesselbach kikuchi killian killip kimura kimmelstiel klatskin klebsiella klinefelter klippel klumpke koch kocher kohler koebner koplik
korotkoff korsakoff krabbe krukenberg kugelberg kupffer kuntscher kurland kussmaul lachman laennec lafora lambert landau langer langerhans langhans laron lasegue lauren laurence lawrence le leber lee legg leiden leigh lemierre lennox leriche
lesch leser leydig levine lewis lewy leyden lhermitte libman liddle lieberkuhn lisfranc lister littre ljungan loeffler loffler lou lowe ludwig lugol lund lyell lyme lynch maccallum maddox madelung maffucci malassez
malgaigne mallory malpighi mallampati mantoux marburg marcus marfan marie marshall masaoka martin mayer maze may mcardle mcburney mccune mcdonald mcgill mcgrath mcmurray meckel meigs melnick mendel mendelson menetrier meniere menkes merkel
meyer michaelis miescher milian milligan mikulicz mirizzi minor mobitz moebius mohs monod mondor monge monteggia montgomery morgagni morison morquio morton moschcowitz mowat moya muir muller munchausen munro murphy
nelson nernst neer newcastle niemann nikolsky nissen nissl noonan norwood nothnagel ober obrien ogilvie ollier ondine opitz ormond ortner ortolani osgood osler osserman paget pancoast pap papanicolaou parinaud parkes parkinson parkland parks parona
parry patau patrick pautrier pearson pel pelger pendred perthes peutz peyer peyronie pfannenstiel phalen pick pickwick pierre pisa plummer poland pompe pott potter potts prader prehn pringle prinzmetal proteus purkinje
queckenstedt quervain quincke quinsy ramsay ranke ranson rathke raynaud reed refsum reidel reinke reiter rendu rett reye reynolds rhesus richter riddoch riedel riley ringer rinne ritter robertson robin robinson roemheld rokitansky romano romberg romana rorschach
rosai rosenthal rosenbach ross roth rothmund rotor roux rovsing rubin rubinstein russell rutherford sachs salter samter sandifer sanger santorini sapho sarnat saturn savage saint scarpa schamberg schatz scheie scheuermann schilder schiller schirmer schmorl schober schonlein
schwann schwannoma schwartz seldinger semont sengstaken sertoli sever sezary shaumann sheehan shy shwachman sicard silver simmonds sims sipple sister sistrunk sjogren skene snellen snyder sotos spetzler sprengel spurling stanford starling starr steele stein steinert stellwag stensen
stevens stewart stickler still stokes strachan stroop sturge sturm sudeck susac sweet swan swanson sydenham symonds syme takayasu takotsubo tamm tanner tarui taussig tay tenckhoff terry thibierge thiersch thomas thompson thomsen thorn tietze tinel todd
tolosa tommaselli torres tourette towne treacher treitz trendelenburg trotter trousseau turcot turner tzanck unna usher valsalva vater venturi verner verocay vincent virchow vogt volkmann von waardenburg wagner waldenstrom waldeyer wallenberg waller warburg wartenberg
warthin waterhouse watson weaver weber wegener weil weingarten weir wells wenckebach werdnig wermer werner wernicke west westermark wharton whipple whitmore widal wiedemann wigand willebrand willi williams willis wilms wilson winslow winter winterbottom wirsung wiskott wolf wolff wolfram wolman wood
woringer wright yahr zellweger ziehl zieve zinn zollinger zuckerkandl bland altman kruskal mann whitney fisher student kaplan meier cox bonferroni tukey wilcoxon shapiro wilk pearson spearman cronbach likert barthel katz lawton norton waterlow beck hamilton zarit yesavage
cockcroft gault child pugh maddrey balthazar ranson glasgow marshall fine light duke wells geneva caprini hasbled rutherford fontaine salter gustilo garden frykman schatzker denis weber lauge garden herring kellgren lawrence wagner forrest savary miller rockall blatchford oakland johnson paris montreal
mayo truelove witts spaulding tanner bishop friedman nugent amsel ballard dubowitz capurro silverman downes bell papile volpe levene sarnat virginia prague los angeles chicago milan banff oxford vienna sydney rome tokyo atlanta lugano bethesda paris binet rai durie salmon ann arbor jackson
ferriman gallwey hirsch zubrod ecog addenbrooke folstein mini goldman lown ladd allen perlia ommaya jackson pratt redon penrose kehr blake hemovac levin sengstaken minnesota guedel macintosh magill yankauer bougie cournand tuohy quincke whitacre veress hasson kirschner steinmann ilizarov thomas bryant
finochietto balfour deaver richardson senn kelly kocher allis babcock mayo metzenbaum bovie bird bennett macconkey sabouraud lowenstein scopinaro cowdry carnoy pezzer kanavel kischner kadish stenon mulliken gibert kinyoun capgras birbeck schwalbe schlemm mittendorf bergmeister tenon lassar nicolau neelson griscelli pfizer moderna astrazeneca janssen novavax sinovac lille banff ghent gante amsterdam rotterdam bologna kyoto puritan drager draeger siemens philips medtronic hologic olympus dornier zeiss goldmann humphrey tono haag streit heidelberg nidek topcon tomey sonoran`
/** Folded. */
export const eponyms: ReadonlySet<string> = new Set(list.trim().split(/\s+/))

/** A name right before one of these is the name of a thing. */
export const eponymNouns: ReadonlySet<string> = new Set(
  `disease diseases syndrome syndromes sign signs catheter catheters tube tubes nodule nodules node nodes test tests score scores scale scales index classification classifications criteria criterion stage stages staging grade grades grading phenomenon reflex reflexes maneuver manoeuvre position
  procedure operation technique method repair incision fracture fractures contracture palsy paralysis chorea ataxia anaemia anemia lymphoma tumor tumour tumors tumours sarcoma carcinoma oesophagus esophagus ulcer hernia pouch space ligament line lines body bodies cell cells gland duct ducts canal fascia membrane
  triad tetrad pentad law rule formula equation stain staining culture agar solution lactate virus fever arteritis thyroiditis nephritis neuropathy dystrophy encephalopathy psychosis aphasia area gyrus hallucinations rash spots spot papules lesion lesions point pain joint foot hand gait breathing respiration murmur
  pulse valve shunt anastomosis stent filter balloon clamp forceps retractor needle wire pin nail plate splint cast collar brace bandage drain drains tubes bag circuit blade laryngoscope monitor camera lens chart lamp light rods rod granules inclusions crystals corpuscles casts anomaly malformation deformity phenomenon
  trial study questionnaire inventory register protocol regimen diet protein antigen antibody factor disorder reaction exanthema gangrene angina mesothelioma pneumonia medium broth pads fat patch fibres fibers ganglion plexus nucleus zone island crypts follicle layer ring rings tubercle cyst cysts cords leukaemia leukemia
  curve plot analysis estimator survival correction coefficient report society foundation guideline guidelines consensus system algorithm nomogram type types variant subtype class level levels
  enfermedad sindrome signo maniobra escala test prueba sonda tubo cateter enfermedades catheterization clip mesh flap graft stitch suture knot lead electrodes electrode pump inhaler pen trocar`.split(
    /\s+/,
  ),
)

/** Spanish words after which "de X" names a thing. */
export const eponymHeads: ReadonlySet<string> = new Set(
  `enfermedad enfermedades sindrome sindromes signo signos sonda sondas maniobra maniobras escala escalas test tests prueba pruebas indice clasificacion clasificaciones criterio criterios estadio grado grados fenomeno reflejo reflejos triada tetralogia pentalogia trilogia nodulo nodulos ganglio ganglios esofago ulcera hernia saco fondo
  espacio ligamento linea lineas cuerpo cuerpos celula celulas glandula glandulas conducto canal fascia membrana tecnica intervencion operacion procedimiento cirugia incision fractura contractura paralisis corea ataxia anemia linfoma tumor sarcoma carcinoma tiroiditis arteritis angina gangrena bacilo bacilos virus fiebre tincion cultivo medio
  agar solucion cateter tubo valvula drenaje drenajes placa placas aguja agujas clavo clavos corse collarin ferula fistula anastomosis derivacion shunt articulacion pie mano marcha respiracion soplo pulso punto dolor divertisculo diverticulo mancha manchas papulas lesion lesiones proteina antigeno factor dieta ecuacion formula regla ley estudio cuestionario
  inventario rejilla camara lente lampara anillo anillos anomalia malformacion deformidad atrofia distrofia neuropatia retinopatia vitreorretinopatia degeneracion distrofias queratopatia purpura mal demencia afasia area nucleo nucleos poligono trigono angulo asa asas ansa capsula corpusculos fibras haz nodo celdas cresta eminencia acueducto agujero hiato trompa trompas
  bolsa camara ampolla esfinter papila plexo conductos quiste quistes cirugia metodo tratamiento protocolo esquema score puntuacion escore curva curvas modelo analisis coeficiente estadistico u t modificada nervio arteria vena musculo tendon tabique valvulas mecanismo tipo sistema pinza pinzas separador tijeras posicion tapon balon pulsera`.split(
    /\s+/,
  ),
)
