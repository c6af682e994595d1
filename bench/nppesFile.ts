import type { Chance } from './chance.ts'

/** The columns of `npidata_pfile`, version 2, by the rule of its readme. */
export const nppesHeader = ((): readonly string[] => {
  const address = (place: string, of: string): string[] => [
    `Provider First Line Business ${of} Address`,
    `Provider Second Line Business ${of} Address`,
    `Provider Business ${place} City Name`,
    `Provider Business ${place} State Name`,
    `Provider Business ${place} Postal Code`,
    `Provider Business ${place} Country Code (If outside U.S.)`,
    `Provider Business ${place} Telephone Number`,
    `Provider Business ${place} Fax Number`,
  ]
  const numbered = (count: number, of: (number: number) => string[]): string[] =>
    Array.from({ length: count }, (_, at) => of(at + 1)).flat()
  return [
    ...[
      'NPI',
      'Entity Type Code',
      'Replacement NPI',
      'Employer Identification Number (EIN)',
      'Provider Organization Name (Legal Business Name)',
    ],
    ...[
      'Provider Last Name (Legal Name)',
      'Provider First Name',
      'Provider Middle Name',
      'Provider Name Prefix Text',
      'Provider Name Suffix Text',
    ],
    ...[
      'Provider Credential Text',
      'Provider Other Organization Name',
      'Provider Other Organization Name Type Code',
      'Provider Other Last Name',
    ],
    ...['Provider Other First Name', 'Provider Other Middle Name', 'Provider Other Name Prefix Text', 'Provider Other Name Suffix Text'],
    ...['Provider Other Credential Text', 'Provider Other Last Name Type Code'],
    ...address('Mailing Address', 'Mailing'),
    ...address('Practice Location Address', 'Practice Location'),
    ...['Provider Enumeration Date', 'Last Update Date', 'NPI Deactivation Reason Code', 'NPI Deactivation Date', 'NPI Reactivation Date'],
    ...['Provider Sex Code', 'Authorized Official Last Name', 'Authorized Official First Name', 'Authorized Official Middle Name'],
    ...['Authorized Official Title or Position', 'Authorized Official Telephone Number'],
    ...numbered(15, (at) => [
      `Healthcare Provider Taxonomy Code_${at}`,
      `Provider License Number_${at}`,
      `Provider License Number State Code_${at}`,
      `Healthcare Provider Primary Taxonomy Switch_${at}`,
    ]),
    ...numbered(50, (at) => [
      `Other Provider Identifier_${at}`,
      `Other Provider Identifier Type Code_${at}`,
      `Other Provider Identifier State_${at}`,
      `Other Provider Identifier Issuer_${at}`,
    ]),
    ...[
      'Is Sole Proprietor',
      'Is Organization Subpart',
      'Parent Organization LBN',
      'Parent Organization TIN',
      'Authorized Official Name Prefix Text',
    ],
    ...['Authorized Official Name Suffix Text', 'Authorized Official Credential Text'],
    ...numbered(15, (at) => [`Healthcare Provider Taxonomy Group_${at}`]),
    'Certification Date',
  ]
})()

/** The NPI of a place in the file: it begins with 2, as none that was ever given out does. */
export const npiAt = (place: number): string => {
  const nine = `2${String(place).padStart(8, '0')}`
  const sum = [...nine].reduceRight((total, digit, at) => {
    const value = (nine.length - 1 - at) % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (value > 9 ? value - 9 : value)
  }, 24)
  return `${nine}${(10 - (sum % 10)) % 10}`
}

const syllables = 'BEL CAR DAN FER GOR HAL JEN KIR LOM MAR NOR PEL QUI RAS SON TER VAL WEN YAR ZIM'.split(' ')
const firstNames =
  'ALEX BENITA CARLA DMITRI ELENA FRANK GRACE HASSAN IRIS JOSE KWAME LAURA MARIA NADIA OMAR PRIYA RUTH SAMUEL TERESA WEI'.split(' ')
const physicians = '207R00000X 207Q00000X 208000000X 207RC0000X 2084P0800X 207V00000X 2086S0129X 207L00000X'.split(' ')
const others = '363LF0000X 363A00000X 122300000X 103T00000X 225100000X 163W00000X'.split(' ')
const states = 'CA TX NY FL OH WA IL GA'.split(' ')

const ends = {
  taxonomy: nppesHeader.indexOf('Healthcare Provider Taxonomy Code_1'),
  deactivated: nppesHeader.indexOf('NPI Deactivation Date'),
}

/** One row of invented people: of a hundred, 70 physicians, 12 of other professions, 15 organisations, 3 deactivated. */
const rowAt = (place: number, chance: Chance): string => {
  const cells = new Array<string>(nppesHeader.length).fill('')
  const kind = chance.below(100)
  cells[0] = npiAt(place)
  if (kind < 3) {
    cells[ends.deactivated] = '02/03/2025'
    return lineOf(cells)
  }
  cells[1] = kind < 18 ? '2' : '1'
  const state = chance.pick(states)
  const street = `${1 + chance.below(9_999)} ${chance.pick(syllables)}${chance.pick(syllables)} ST`
  for (const start of [20, 28])
    cells.splice(start, 8, street, '', `${chance.pick(syllables)}VILLE`, state, '000010001', 'US', '5555550100', '')
  cells[36] = '01/15/2010'
  cells[37] = '03/02/2026'
  if (kind < 18) {
    cells[4] = `${chance.pick(syllables)} MEDICAL GROUP LLC`
    return lineOf(cells)
  }
  cells[5] = chance.pick(syllables) + chance.pick(syllables) + (chance.below(3) === 0 ? chance.pick(syllables) : '')
  cells[6] = chance.pick(firstNames)
  if (chance.below(2) === 0) cells[7] = chance.pick(firstNames)
  cells[10] = kind < 30 ? 'NP' : 'M.D.'
  if (chance.below(10) === 0) cells.splice(13, 2, chance.pick(syllables) + chance.pick(syllables), cells[6])
  cells[41] = chance.pick(['F', 'M'])
  for (let one = 0; one <= chance.below(3); one += 1)
    cells.splice(
      ends.taxonomy + one * 4,
      4,
      chance.pick(kind < 30 ? others : physicians),
      `${state}${chance.below(99_999)}`,
      state,
      one === 0 ? 'Y' : 'N',
    )
  for (let one = 0; one < chance.below(4); one += 1) cells.splice(107 + one * 4, 4, String(chance.below(9_999_999)), '05', state, '')
  cells[307] = 'N'
  return lineOf(cells)
}

const lineOf = (cells: readonly string[]): string => `"${cells.join('","')}"\n`

/** The file in pieces: the header, and so many rows, the same from the same chance. */
export function* nppesFile(rows: number, chance: Chance): Generator<string> {
  yield lineOf(nppesHeader)
  for (let place = 0; place < rows; place += 500) {
    let piece = ''
    for (let at = place; at < Math.min(rows, place + 500); at += 1) piece += rowAt(at, chance)
    yield piece
  }
}
