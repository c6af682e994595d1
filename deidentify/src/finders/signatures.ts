import { isMedical } from '../dictionaries.ts'
import type { Hit } from '../Identifier.ts'
import type { Word } from '../Word.ts'
import { isCountry } from '../words/countries.ts'
import { titles } from '../words/titles.ts'
import type { Reading } from './Reading.ts'

/** Where a letter says who sends it: what follows on the line is name, house and address, whatever it looks like. */
const opening =
  /^[ \t]*(?:remitid[oa] por|responsables? cl[ií]nicos?|m[ée]dico responsable|(?:direcci[óo]n|autor[a]?) (?:para|de) (?:la )?correspondencia|correspondencia|referred by|sent by|clinician responsible|(?:address for )?correspondence(?: to)?|corresponding author|from)[ \t]*:/gimu

/** Words in such a line that say what a piece of it is, or where in a house somebody works. */
const labels = new Set(
  `tel tels telf telefono telefonos tfno tfn tlf tlfno fax movil mobile phone telephone mail email e correo correos electronico electronicos electronica web autor autora author contacto contact cp codigo postal postcode zip nif
  direccion para correspondencia address for correspondence informacion articulo nota clinica information dr dra don dona d sr sra prof profesor profesora doctor doctora mr mrs ms medico medica medicos adjunto adjunta residente especialista facultativo jefe jefa director directora coordinador coordinadora consultant registrar specialist
  physician surgeon fellow attending resident head director por remitido remitida responsable clinico`.split(/\s+/),
)
const departments = new Set(
  `servicio servicios servei secretaria dpto dep dept uci ucip uvi seccion unidad unitat unidades departamento departament department grupo group area division catedra section unit service equipo team`.split(
    /\s+/,
  ),
)
const specialties = new Set(
  `cirugia medicina interna intensiva general digestivo aparato pediatrica pediatria plastica reparadora estetica maxilofacial oral vascular toracica cardiaca cardiovascular anatomia patologica patologia oncologia urologia nefrologia trasplante trasplantes renal nutricion dietetica endocrinologia farmacia cuidados criticos anestesia reanimacion
  terapeutica dolor oftalmologia dermatologia ginecologia obstetricia traumatologia ortopedica ortopedia radiologia radiodiagnostico psiquiatria psicologia reumatologia hematologia hemoterapia neumologia neurologia neurocirugia cardiologia alergia alergologia microbiologia enfermeria urgencias rehabilitacion otorrinolaringologia quemados grandes
  gestion clinica familia familiar comunitaria preventiva laboral nuclear laboratorio analisis clinicos bioquimica genetica infecciosas enfermedades sistema nervioso
  surgery medicine internal emergency intensive care critical anaesthesia anesthesia oncology haematology pathology radiology paediatrics pediatrics`.split(
    /\s+/,
  ),
)
/** With these a name begins that is spelled with words of every day. */
const houses =
  /^(?:hospital|hopital|hospitalari[oa]|complejo|complexo|centro|center|centre|clinic|clinica|policlinica|policlinico|fundacion|fundacio|foundation|facultad|facultat|faculty|universidad|universitat|university|instituto|institut|institute|asociacion|association|sociedad|residencia|consorcio|consorci|corporacio|corporacion|xarxa|mutua|escuela|colegio|college|school|academia|agencia|infirmary|trust|iml|cap|cs|calle|carrer|avenida|paseo|plaza|rua|via|camino|carretera|ronda|urbanizacion|poligono|partida|paraje|lugar|zona|barrio|street|road|avenue)$/

interface Piece {
  readonly start: number
  readonly end: number
  readonly word: Word | null
}

/** What no other finder took of the line that says who sends a letter: towns nobody lists, streets without "street". */
export const findInSignatures = ({ text, words, know }: Reading, found: readonly Hit[]): Hit[] => {
  const hits: Hit[] = []
  const lines = [...text.matchAll(opening)]
  const byStart = new Map(lines.length === 0 ? [] : words.map((word) => [word.start, word]))
  for (const match of lines) {
    const from = match.index + match[0].length
    const lineEnd = text.indexOf('\n', from)
    const to = lineEnd < 0 ? text.length : lineEnd
    const pieces: Piece[] = [...text.slice(from, to).matchAll(/[\p{L}\p{M}]+|\d[\d\p{L}ºª°]*/gu)].map((piece) => {
      const start = from + piece.index
      return { start, end: start + piece[0].length, word: byStart.get(start) ?? null }
    })
    let inDepartment = false
    let inHouse = false
    let open: { start: number; end: number } | null = null
    const close = (): void => {
      if (open)
        hits.push({
          ...open,
          kind: /\d/.test(text.slice(open.start, open.end)) ? 'address' : 'place',
          reason: 'signature',
          confidence: 0.5,
        })
      open = null
    }
    pieces.forEach(({ start, end, word }, index) => {
      const before = text.slice(pieces[index - 1]?.end ?? from, start)
      const isApart = /[,;:()"]|\.(?:[^ ]| .)| - /.test(before)
      if (isApart || /\. /.test(before)) [inDepartment, inHouse] = [false, false]
      const isFound = found.some((hit) => hit.start < end && start < hit.end)
      const folded = word?.folded ?? ''
      if (isFound) inDepartment = false
      if (departments.has(folded)) [inDepartment, inHouse] = [true, false]
      if (houses.test(folded)) [inDepartment, inHouse] = [false, true]
      const isLabel =
        word !== null &&
        !(inHouse && /^(?:para|por)$/.test(folded)) &&
        (labels.has(folded) ||
          departments.has(folded) ||
          titles.es.has(folded) ||
          titles.en.has(folded) ||
          /^-? ?mail/i.test(text.slice(end, end + 6)))
      const { isGiven, isSurname, isEveryday } = know(folded)
      const isPlain = word !== null && (specialties.has(folded) || (isMedical(folded) && !isGiven && !isSurname))
      const isLower = word?.shape === 'lower'
      const keeps =
        !isFound &&
        !isLabel &&
        !(inDepartment && word !== null) &&
        !isCountry(folded) &&
        (word === null || (isLower ? open !== null || !isEveryday : inHouse || !isPlain))
      if (keeps && open && !isApart) open = { start: open.start, end }
      else {
        close()
        if (keeps) open = { start, end }
      }
    })
    close()
  }
  return hits
    .map((hit) => trimmed(hit, text))
    .filter(({ start, end }) => !/^(?:y|e|i|o|de|del|la|el|los|las|en|a|of|and|the)?$/.test(text.slice(start, end)))
}

/** Small words at the ends of a piece belong to what stands around it. */
const trimmed = (hit: Hit, text: string): Hit => {
  const piece = text.slice(hit.start, hit.end)
  const lead = /^(?:(?:de|del|y|en|of|and) )+/.exec(piece)?.[0].length ?? 0
  const tail = /(?: (?:de|del|y|en|of|and))+$/.exec(piece)?.[0].length ?? 0
  return { ...hit, start: hit.start + lead, end: hit.end - tail }
}
