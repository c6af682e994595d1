import { columnsOf, type FileFormat, type Reading } from '../importing/FileFormat.ts'
import type { Wording } from '../RegisterAdapter.ts'
import { nzWordings } from './wordings.ts'

/** The Council sends its field list with the approval; a column under another name gets that name here. */
const wanted = {
  number: ['Registration Number', 'Registration No', 'Reg No', 'MCNZ Number', 'Council Identifier'],
  family: ['Surname', 'Family Name', 'Last Name'],
  given: ['Given Names', 'Given Name', 'First Name', 'First Names'],
  status: ['Registration Status', 'Status'],
  scope: ['Scope', 'Scopes', 'Scope of Practice', 'Vocational Scope'],
  until: ['Practising Certificate End Date', 'APC End Date', 'PC Expiry', 'Practising Certificate Expiry'],
} as const
const perhaps = {
  former: ['Previous Surname', 'Former Name', 'Other Names', 'Also Known As'],
  address: ['Registered Address', 'Address'],
} as const

/** The register of the Medical Council of New Zealand, as approved users get it. */
export const mcnzFormat: FileFormat = {
  register: 'nz-mcnz',
  hasDelta: false,
  packed: /\.csv$/i,
  open: (header) => {
    const at = columnsOf(header, wanted)
    if ('missing' in at) return `has no column "${at.missing}": it must be the register file of the Medical Council`
    const [former, address] = [columnsOf(header, { former: perhaps.former }), columnsOf(header, { address: perhaps.address })]
    return (row): Reading => {
      const number = row.text(at.number).trim()
      if (!/^\d{4,6}$/.test(number)) return { broken: 'has no registration number of 4 to 6 digits' }
      const family = row.text(at.family).trim()
      if (family === '') return { broken: 'has no surname' }
      const until = dayOf(row.text(at.until).trim())
      if (until === undefined) return { broken: 'has an end date that is no date' }
      const given = row.text(at.given).trim()
      const { raw, standing, eligible } = wordingOf(row.text(at.status).trim())
      const earlier = 'missing' in former ? '' : row.text(former.former).trim()
      const postal = 'missing' in address ? '' : row.text(address.address).trim()
      return {
        keep: {
          number,
          name: { family, given },
          otherNames: earlier === '' ? [] : [{ family: earlier, given }],
          credential: '',
          standing,
          eligible,
          rawStatus: raw,
          flags: [],
          specialties: row
            .text(at.scope)
            .split(/[;|]/)
            .map((scope) => scope.trim())
            .filter(Boolean),
          licences: [],
          validUntil: until,
          contact: postal === '' ? null : { postal },
        },
      }
    }
  },
}

/** A calendar day from `2026-11-30` or `30/11/2026`; null where none stands, undefined where it is none. */
const dayOf = (text: string): string | null | undefined => {
  if (text === '') return null
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : new Date(Number.NaN)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : undefined
}

const byWording: ReadonlyMap<string, Wording> = new Map(nzWordings.map((wording) => [wording.raw, wording]))

/** A wording that is not known yet is for a person to read. */
const wordingOf = (status: string): Wording =>
  byWording.get(status.toLowerCase()) ?? { raw: status, standing: 'unknown', eligible: 'review' }
