import type { KeptRow } from './FileFormat.ts'

const special = /[\\\t\n\r]/
const specials = /[\\\t\n\r]/g
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
// What PostgreSQL's text cannot hold is left out.
const escaped = (text: string): string => {
  const whole = text.includes('\0') ? text.replaceAll('\0', '') : text
  return special.test(whole) ? whole.replace(specials, (letter) => escapes[letter] ?? letter) : whole
}

const array = (values: readonly string[]): string =>
  values.length === 0 ? '{}' : `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`

/** A row as `COPY` reads it, in the order of `rowColumns`. */
export const copyLine = (register: string, row: KeptRow): string => {
  const cells = [
    register,
    row.number,
    escaped(row.name.family),
    escaped(row.name.given),
    row.otherNames.length === 0 ? '[]' : escaped(JSON.stringify(row.otherNames)),
    escaped(row.credential),
    escaped(row.rawStatus),
    row.standing,
    row.eligible,
    array(row.flags),
    escaped(array(row.specialties)),
    escaped(array(row.licences)),
    row.validUntil ?? '\\N',
    row.contact === null ? '\\N' : escaped(JSON.stringify(row.contact)),
  ]
  return cells.join('\t')
}
