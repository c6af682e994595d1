import { createInterface } from 'node:readline'
import { matchNames, type NameMatch, partings } from '#server/registrar/registers/names/matchNames.rules.ts'
import { type Command, UsageError } from './Command.ts'

export const command: Command = {
  usage: '< FILE.tsv',
  summary: 'Says how well names fit those on a register.',
  help: [
    'A line of the input is: typed given name, typed surname, given name on the register, surname on the register, other names, with tabs between.',
    'Other names are former and further names on the register: `GIVEN SURNAME`, or `SURNAME, GIVEN`, or a surname alone, with `;` between',
    'several; the column may be empty or missing. A first line that names the columns is passed over.',
    'Prints for each line the score, a tab, and accept (0.92 and more), review (0.80 and more) or mismatch. A line that cannot be read is',
    'reported with its number, prints `-` and `unreadable`, and the others go on.',
  ],
  run: async ({ words, say }) => {
    if (words.length > 0) throw new UsageError('match-names takes nothing; the names come on the input.')
    let number = 0
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1
      if (line.trim() === '' || (number === 1 && /^\uFEFF?(typed|claim)[-_ ]given\t/i.test(line))) continue
      const found = matchLine(number === 1 ? line.replace(/^\uFEFF/, '') : line)
      if (typeof found === 'string') {
        console.error(`Line ${number} ${found}.`)
        say('-\tunreadable')
      } else {
        say(`${found.score.toFixed(3)}\t${found.decision}`)
      }
    }
    return 0
  },
}

/** How one line fits, or why it cannot be read. */
export const matchLine = (line: string): NameMatch | string => {
  const cells = line.split('\t')
  if (cells.length < 4 || cells.length > 5) return `has ${cells.length} columns instead of 4 or 5`
  const [given = '', family = '', registerGiven = '', registerFamily = '', others = ''] = cells
  if (given.trim() === '' && family.trim() === '') return 'has no typed name'
  if (registerGiven.trim() === '' && registerFamily.trim() === '') return 'has no name on the register'
  const otherNames = others
    .split(';')
    .filter((name) => name.trim() !== '')
    .flatMap(partings)
    .map((name) => (name.given === '' ? { ...name, given: registerGiven } : name))
  return matchNames({ given, family }, [{ given: registerGiven, family: registerFamily }, ...otherNames])
}
