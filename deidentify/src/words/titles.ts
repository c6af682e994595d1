import type { Language } from '../Identifier.ts'

/** What is put before a person's name, folded and without a full stop. */
export const titles: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'mr mrs ms miss mx master dr drs prof professor doctor sir dame nurse matron rev reverend father fr sgt capt lt colonel messrs'.split(
      ' ',
    ),
  ),
  es: new Set(
    'sr sra srta srs sres sras senor senora senorita senores don dona d da dña dna dr dra drs dres dras doctor doctora doctores prof profa profesor profesora fray sor'.split(
      ' ',
    ),
  ),
}

/** Titles written in small letters count too, but not those that are words of medicine or relation. */
export const smallTitles: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set('mr mrs ms miss dr prof'.split(' ')),
  es: new Set('sr sra srta srs senor senora senorita senores don dona doctor doctora dr dra'.split(' ')),
}

/** People who belong to a patient; a name may follow. */
export const relations: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    `wife husband partner son daughter mother father mum mom dad brother sister twin aunt uncle cousin nephew niece grandmother grandfather grandson granddaughter granny gran nan grandma grandpa friend neighbour neighbor fiance fiancee girlfriend boyfriend carer caregiver roommate stepson
    stepdaughter stepmother stepfather godmother godfather colleague boss teacher employer landlord widow widower guardian spouse classmate flatmate lodger coach tutor
    surgeon radiologist pathologist midwife physiotherapist anaesthetist anesthesiologist cardiologist registrar obstetrician paediatrician pediatrician psychiatrist psychologist pharmacist interpreter nurse dtr gdaughter gdtr gson hubby bro sis mam`.split(
      /\s+/,
    ),
  ),
  es: new Set(
    `esposa esposo marido mujer pareja hijo hija madre padre mama papa hermano hermana gemelo gemela melliza mellizo tia tio primo prima sobrino sobrina abuela abuelo nieto nieta amigo amiga vecino vecina novio novia cuidador cuidadora companera companero suegra suegro nuera yerno cunado
    cunada madrina padrino ahijado ahijada hijastro hijastra viuda viudo tutor tutora jefe jefa profesora profesor maestra maestro conyuge companero companera casero casera
    enfermera enfermero cirujana cirujano radiologa radiologo patologa patologo fisioterapeuta matrona comadrona farmaceutica farmaceutico anestesista pediatra psicologa psicologo psiquiatra cardiologa cardiologo celador auxiliar traductora interprete alumna alumno`.split(
      /\s+/,
    ),
  ),
}

/** Words that say that a name follows. */
export const introductions: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'named',
    'called',
    'name is',
    'name was',
    'known as',
    'nicknamed',
    'aka',
    'surname',
    'by the name of',
    'goes by',
    'patient',
    'pt',
    'signed by',
    'signed',
    'referred by',
    'reviewed by',
    'seen by',
  ],
  es: [
    'llamado',
    'llamada',
    'se llama',
    'se llamaba',
    'conocido como',
    'conocida como',
    'de nombre',
    'apodado',
    'apodada',
    'apellidado',
    'apellidada',
    'nombre es',
    'firmado',
    'firma',
    'fdo',
    'remitido por',
    'remitida por',
    'paciente',
    'pte',
    'pcte',
    'atendido por',
    'atendida por',
    'alias',
  ],
}

/** What only a person does; a capitalised unknown pair before it is a name. */
export const personVerbs: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    `was is has had presented presents came comes said says reports reported complains complained lives lived works worked died denies denied who called phoned asked told returned attended arrived went takes took started stopped refused consented signed brought drives smokes drinks feels felt wants weighs lost underwent received agreed
    remains declined describes described wakes woke fell noticed developed will can lives'd and`.split(/\s+/),
  ),
  es: new Set(
    `acudio acude refiere referia presento presenta presentaba vino viene vive vivia trabaja trabajaba fallecio niega nego ingreso ingresa consulto consulta llamo llamaba dijo dice cuenta conto comenta comento fue es era tiene tenia esta estaba toma tomaba fuma bebe regreso volvio firmo acepto rechazo pidio solicito inicio noto sufrio padece llego se quien que nacio
    residente conduce recibio evoluciono no y ha habia`.split(/\s+/),
  ),
}

/** What only a person does, whoever it is: enough to make a name of one unknown word. */
export const humanVerbs: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    `said says told tells asked asks denies denied reports reported complains complained lives lived works worked drinks smokes smoked drives drove refused consented agreed declined phoned called rang wrote thinks thought believes wants wanted prefers remembers recalls recalled describes described admits admitted wakes woke feels felt
    noticed retired married divorced emigrated attended arrived came went cried recovered died collapsed`.split(/\s+/),
  ),
  es: new Set(
    `dijo dice refiere referia niega negaba comenta comento cuenta contaba conto vive vivia trabaja trabajaba fuma fumaba bebe bebia conduce acudio acude consulta consulto vino llamo pidio solicito acepto rechazo firmo nacio fallecio murio emigro recuerda piensa cree quiere queria prefiere explica explico describe nota noto padece sufrio
    ingreso llego regreso volvio reconoce admite relata`.split(/\s+/),
  ),
}

/** After a name: "Amara, 8, swallowed a coin". */
export const agedBeside = /^, (?:de )?\d{1,3}(?:,| ?yo?\b| ?y\/o| years? old| a[ñn]os)/i

/** What somebody is, in brackets after the name. */
export const roleInBrackets =
  /^ \((?:the |her |his |su )?(?:carer|caregiver|consultant|surgeon|registrar|nurse|physio|daughter|son|wife|husband|mother|father|sister|brother|partner|friend|neighbour|colleague|gp|\p{L}+ist\b|\p{L}+ian\b|cuidador|cirujan|m[ée]dic|enfermer|residente|hij|espos|mujer|marido|madre|padre|herman|pareja|amig|vecin|\p{L}+log[oa]\b|\p{L}+ista\b|\d{1,3} ?(?:y|m|f|a))/iu

/** Small words inside a name. */
export const particles: ReadonlySet<string> = new Set(
  'de del la las los y i e da das do dos van von der den ter ten di al el bin ibn san santa le du'.split(' '),
)
