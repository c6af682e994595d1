import { columnsOf, type FileFormat, type Reading } from '../importing/FileFormat.ts'
import type { Wording } from '../RegisterAdapter.ts'
import { gbWordings } from './wordings.ts'

const wanted = {
  number: ['GMC Ref No'],
  family: ['Surname'],
  given: ['Given Name'],
  others: ['Other Names'],
  qualification: ['Qualification'],
  specialist: ['Specialist Register Date'],
  generalist: ['GP Register Date'],
  status: ['Registration Status'],
} as const

/** The List of Registered Medical Practitioners and its daily changes: a change is the whole row anew. */
export const lrmpFormat: FileFormat = {
  register: 'gb-lrmp',
  hasDelta: true,
  packed: /\.csv$/i,
  open: (header) => {
    const at = columnsOf(header, wanted)
    if ('missing' in at) return `has no column "${at.missing}": it must be the LRMP download of the GMC`
    return (row): Reading => {
      const number = row.text(at.number).trim()
      if (!/^\d{7}$/.test(number)) return { broken: 'has no GMC number of seven digits' }
      const family = row.text(at.family).trim()
      if (family === '') return { broken: 'has no surname' }
      const status = row.text(at.status).trim()
      const { raw, standing, eligible } = wordingOf(status)
      return {
        keep: {
          number,
          name: {
            family,
            given: [row.text(at.given), row.text(at.others)]
              .map((name) => name.trim())
              .filter(Boolean)
              .join(' '),
          },
          otherNames: [],
          credential: row.text(at.qualification),
          standing,
          eligible,
          rawStatus: raw,
          flags: [],
          specialties: [
            ...(row.isEmpty(at.specialist) ? [] : ['Specialist Register']),
            ...(row.isEmpty(at.generalist) ? [] : ['GP Register']),
          ],
          licences: [],
          validUntil: null,
          contact: null,
        },
      }
    }
  },
}

const plain = (status: string): string =>
  status
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
const byWording: ReadonlyMap<string, Wording> = new Map(gbWordings.map((wording) => [plain(wording.raw), wording]))

/** A wording that is not known yet is for a person to read. */
const wordingOf = (status: string): Wording => byWording.get(plain(status)) ?? { raw: status, standing: 'unknown', eligible: 'review' }
