import { isNpi } from '#atlas/licenceNumber.rules.ts'
import type { CsvRow } from '../importing/csvScanner.ts'
import { columnsOf, type FileFormat, type Reading } from '../importing/FileFormat.ts'
import { isDeactivated, readTaxonomies } from './physicians.rules.ts'
import { usNppesWordings } from './wordings.ts'

const wanted = {
  npi: ['NPI'],
  entity: ['Entity Type Code'],
  family: ['Provider Last Name (Legal Name)'],
  given: ['Provider First Name'],
  middle: ['Provider Middle Name'],
  suffix: ['Provider Name Suffix Text'],
  credential: ['Provider Credential Text'],
  otherFamily: ['Provider Other Last Name'],
  otherGiven: ['Provider Other First Name'],
  otherMiddle: ['Provider Other Middle Name'],
  street: ['Provider First Line Business Mailing Address'],
  street2: ['Provider Second Line Business Mailing Address'],
  city: ['Provider Business Mailing Address City Name'],
  state: ['Provider Business Mailing Address State Name'],
  postalCode: ['Provider Business Mailing Address Postal Code'],
  country: ['Provider Business Mailing Address Country Code (If outside U.S.)'],
  phone: ['Provider Business Practice Location Address Telephone Number'],
  deactivated: ['NPI Deactivation Date'],
  reactivated: ['NPI Reactivation Date'],
  taxonomy: ['Healthcare Provider Taxonomy Code_1'],
} as const

const taxonomies = 15
/** Code, licence number, licence state, primary switch. */
const columnsOfOne = 4

const [listed, removed] = usNppesWordings

/** The monthly and weekly files of the National Plan and Provider Enumeration System, version 1 or 2. */
export const nppesFormat: FileFormat = {
  register: 'us-nppes',
  hasDelta: true,
  // Beside it lie the header alone, other names, places and endpoints.
  packed: /^npidata_pfile_\d{8}-\d{8}(_v2)?\.csv$/i,
  open: (header) => {
    const at = columnsOf(header, wanted)
    if ('missing' in at) return `has no column "${at.missing}": it must be npidata_pfile_….csv`
    if (header.length !== 330) return `has ${header.length} columns instead of 330: it must be npidata_pfile_….csv`

    return (row): Reading => {
      const number = row.text(at.npi)
      if (!isNpi(number)) return { broken: 'has no NPI with a right check digit' }
      const unnamed = { number, otherNames: [], credential: '', flags: [], licences: [], specialties: [], validUntil: null, contact: null }
      if (!row.isEmpty(at.deactivated) && isDeactivated(row.text(at.deactivated), row.text(at.reactivated)))
        // The file tells nothing else of them: not even whether they are physicians.
        return {
          keep: {
            ...unnamed,
            name: { given: '', family: '' },
            standing: removed.standing,
            eligible: removed.eligible,
            rawStatus: removed.raw,
          },
        }
      if (!row.begins(at.entity, '1')) return row.begins(at.entity, '2') ? { leaveOut: number } : { broken: 'has no entity type' }
      const codes: string[] = []
      const licences: string[] = []
      for (let one = 0; one < taxonomies; one += 1) {
        const place = at.taxonomy + one * columnsOfOne
        if (row.isEmpty(place)) continue
        codes.push(row.text(place))
        if (!row.isEmpty(place + 1)) licences.push(`${row.text(place + 2)} ${row.text(place + 1)}`.trim())
      }
      if (!codes.some((code) => code.startsWith('20') || code.startsWith('3902'))) return { leaveOut: number }
      const credential = row.text(at.credential)
      const verdict = readTaxonomies(codes, credential)
      if (!verdict.isPhysician) return { leaveOut: number }
      const family = row.text(at.family)
      if (family === '') return { broken: 'has no surname' }
      return {
        keep: {
          number,
          name: { family, given: joined(row, at.given, at.middle) },
          otherNames: row.isEmpty(at.otherFamily)
            ? []
            : [{ family: row.text(at.otherFamily), given: joined(row, at.otherGiven, at.otherMiddle) || row.text(at.given) }],
          credential,
          standing: verdict.isTrainee ? 'training' : listed.standing,
          eligible: verdict.isTrainee ? 'yes-trainee' : verdict.flags.length > 0 ? 'review' : listed.eligible,
          rawStatus: listed.raw,
          flags: verdict.flags,
          specialties: codes,
          licences: [...new Set(licences)],
          validUntil: null,
          contact: {
            ...(row.isEmpty(at.phone) ? {} : { phone: row.text(at.phone) }),
            ...(row.isEmpty(at.street) ? {} : { postal: addressOf(row, at) }),
          },
        },
      }
    }
  },
}

const joined = (row: CsvRow, first: number, second: number): string =>
  row.isEmpty(second) ? row.text(first) : `${row.text(first)} ${row.text(second)}`.trim()

const addressOf = (row: CsvRow, at: Readonly<Record<keyof typeof wanted, number>>): string => {
  let address = ''
  for (const place of [at.street, at.street2, at.city, at.state, at.postalCode, at.country])
    if (!row.isEmpty(place)) address += address === '' ? row.text(place) : `, ${row.text(place)}`
  return address
}
