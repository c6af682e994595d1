import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { jaroWinkler } from './jaroWinkler.rules.ts'
import { matchNames, matchWrittenName, partings } from './matchNames.rules.ts'
import { nameWords } from './nameWords.rules.ts'

const match = (typed: string, registered: string, former = '') => {
  const [name, ...others] = [typed, registered].map((written) => {
    const [given = '', family = ''] = written.split(' / ')
    return { given, family }
  })
  if (!name) throw new Error('no name')
  return matchNames(name, [...others, ...(former === '' ? [] : partings(former))])
}

const vectors = readFileSync(join(import.meta.dirname, '../vectors/name_match_vectors.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))

test.each(vectors)(
  '%s %s is %s %s (%s): %s, %s, %s, %s',
  (given, family, otherGiven, otherFamily, former, surname, first, total, decision) => {
    const found = match(`${given} / ${family}`, `${otherGiven} / ${otherFamily}`, former)
    expect(found.decision).toBe(decision)
    expect(found.score).toBeCloseTo(Number(total), 2)
    expect(found.surname.score).toBeCloseTo(Number(surname), 2)
    expect(found.given.score).toBeCloseTo(Number(first), 2)
  },
)

describe('a name, given and surname', () => {
  it.each([
    ['Carlos / Ramírez', 'CARLOS / RAMIREZ ORTEGA', ''],
    ['Carlos / Ramírez Ortega', 'CARLOS / RAMIREZ', ''],
    ['Johannes / van der Merwe', 'JOHANNES / VANDERMERWE', ''],
    ['Johannes / Merwe', 'JOHANNES / VAN DER MERWE', ''],
    ['Pieter / van den Berg', 'PIETER / BERG, VAN DEN', ''],
    ['Pieter / Van Den Berg', 'PIETER / VANDENBERG', ''],
    ['João / da Silva Santos', 'JOAO / SILVA SANTOS', ''],
    ['João / dos Santos', 'JOAO / SANTOS', ''],
    ['Ahmed / Al-Hassan', 'AHMAD / ALHASSAN', ''],
    ['Ahmed / El Hassan', 'AHMED / AL HASSAN', ''],
    ['Khaled / bin Saleh', 'KHALID / SALEH', ''],
    ['Youssef / Ben Ali', 'YUSUF / BENALI', ''],
    ['Beth / Carter', 'ELIZABETH ANNE / CARTER', ''],
    ['Peggy / Carter', 'MARGARET / CARTER', ''],
    ["Jim / O'Neill", 'JAMES / O NEILL', ''],
    ["Jim / O'Neill", 'JAMES / ONEILL', ''],
    ['Paco / Gómez Ruiz', 'FRANCISCO / GOMEZ RUIZ', ''],
    ['Chema / Ruiz', 'JOSE MARIA / RUIZ LEON', ''],
    ['Nacho / Vidal', 'IGNACIO / VIDAL', ''],
    ['Maite / Soto', 'MARIA TERESA / SOTO', ''],
    ['Lola / Soto', 'MARIA DOLORES / SOTO', ''],
    ['Pili / Soto', 'MARIA DEL PILAR / SOTO', ''],
    ['Carmen / Soto', 'MARIA DEL CARMEN / SOTO', ''],
    ['Mª Carmen / Soto', 'MARIA DEL CARMEN / SOTO', ''],
    ['M. José / Soto', 'MARIA JOSE / SOTO', ''],
    ['J. Luis / Soto Vera', 'JOSE LUIS / SOTO VERA', ''],
    ['John R. / Baker', 'JOHN RICHARD / BAKER', ''],
    ['John / Baker', 'JOHN RICHARD / BAKER', ''],
    ['John Richard / Baker', 'JOHN / BAKER', ''],
    ['Prof. Sir John / Baker, FRCP, MBBS', 'JOHN / BAKER', ''],
    ['Dr Anna / Baker MD PhD', 'ANNA / BAKER', ''],
    ['Anna / Baker, M.D.', 'ANNA / BAKER', ''],
    ['Robert / Brown Jr.', 'ROBERT / BROWN', ''],
    ['Robert / Brown III', 'ROBERT / BROWN', ''],
    ['Mary / MacKenzie', 'MARY / MCKENZIE', ''],
    ['Mary / Mc Kenzie', 'MARY / MCKENZIE', ''],
    ['Mary / Mac Donald', 'MARY / MCDONALD', ''],
    ['Ciarán / Ó Briain', "CIARAN / O'BRIAIN", ''],
    ['Björn / Sjöström', 'BJOERN / SJOESTROEM', ''],
    ['Jörg / Schäfer', 'JOERG / SCHAEFER', ''],
    ['Jörg / Schäfer', 'JORG / SCHAFER', ''],
    ['Jörg / Groß', 'JORG / GROSS', ''],
    ['Sarah / Taylor', 'SARAH / WILLIAMS', 'SARAH TAYLOR'],
    ['Sarah / Taylor Williams', 'SARAH / WILLIAMS', 'SARAH TAYLOR-WILLIAMS'],
    ['Sarah / Williams', 'SARAH / WILLIAMS-TAYLOR', ''],
    ['Sarah / Taylor-Williams', 'SARAH / WILLIAMS-TAYLOR', ''],
    ['Xiao Ming / Li', 'XIAOMING / LI', ''],
    ['Anne-Marie / Roche', 'ANNE MARIE / ROCHE', ''],
    ['Jean-Pierre / Roche', 'JEANPIERRE / ROCHE', ''],
    ['Anne / Roche', 'ANNE MARIE / ROCHE', ''],
    ['Marie / Roche', 'ANNE MARIE / ROCHE', ''],
    ['Seán / Daly', 'JOHN / DALY', ''],
    ['Liam / Daly', 'WILLIAM / DALY', ''],
    ["Kate / D'Angelo", 'CATHERINE / DANGELO', ''],
    ["Kate / D'Angelo", 'CATHERINE / D ANGELO', ''],
    ['Kate / De la Cruz', 'KATE / DELACRUZ', ''],
    ['Kate / De la Cruz García', 'KATE / DELACRUZ', ''],
    ['Kate / St. John', 'KATE / SAINT JOHN', ''],
    ['Ana / Fdez. López', 'ANA / FERNANDEZ LOPEZ', ''],
    ['Ana / García L.', 'ANA / GARCIA LOPEZ', ''],
    ['Fco. Javier / Gil', 'FRANCISCO JAVIER / GIL', ''],
    ['Xavi / Gil', 'FRANCISCO JAVIER / GIL', ''],
    ['Juanjo / Gil', 'JUAN JOSE / GIL', ''],
    ['Jordi / Puig', 'JORGE / PUIG', ''],
    ['Kike / Puig', 'ENRIQUE / PUIG', ''],
    ['Lupe / Puig', 'MARIA GUADALUPE / PUIG', ''],
    ['Mohd / Khan', 'MUHAMMAD / KHAN', ''],
    ['Abdul Rahman / Khan', 'ABDULRAHMAN / KHAN', ''],
    ['Abdel-Rahman / Khan', 'ABDUL RAHMAN / KHAN', ''],
    ['Dave / Ng', 'DAVID / NG', ''],
    ['Linh / Do', 'LINH / DO', ''],
    ['Linh / Do, MD', 'LINH / DO', ''],
    ['Bao / Ma', 'BAO / MA', ''],
    ['Don / Harris', 'DONALD / HARRIS', ''],
    ['Don Carlos / Ruiz', 'CARLOS / RUIZ', ''],
    ['Beatriz / Sousa e Silva', 'BEATRIZ / SOUSA SILVA', ''],
    ["Piet / 't Hooft", 'PIETER / THOOFT', ''],
    ['Amélie / Lefèvre', 'AMELIE / LEFEVRE', ''],
    ['Elizabeth (Beth) / Lefèvre', 'ELIZABETH / LEFEVRE', ''],
    ['Maria / García de la Torre', 'MARIA / GARCIA TORRE', ''],
    ['Nguyen Van / An', 'NGUYEN VAN / AN', ''],
    ['Dra. Inmaculada / Mtnez. Soria', 'INMACULADA / MARTINEZ SORIA', ''],
    ['Inma / Martínez', 'INMACULADA / MARTINEZ SORIA', ''],
    ['Ann / Lee', 'ANNE / LEE', ''],
    ['Katie / Murphy', 'KATHRYN / MURPHY', ''],
    ['Dmitry / Ivanov', 'DMITRII / IVANOV', ''],
    ['Fitz Gerald / Smith', 'FITZGERALD / SMITH', ''],
    ['Tom / Fitzgerald', 'THOMAS / FITZ GERALD', ''],
  ])('of %s and %s (%s): accepts', (typed, registered, former) => {
    expect(match(typed, registered, former).decision).toBe('accept')
  })

  it.each([
    ['Carlos / Ortega', 'CARLOS / RAMIREZ ORTEGA', ''],
    ['João / Silva', 'JOAO / PEREIRA DA SILVA', ''],
    ['Yusuf / Hussain', 'YUSUF / HUSSEIN', ''],
    ['J. L. / Soto Vera', 'JOSE LUIS / SOTO VERA', ''],
    ['JL / Soto Vera', 'JOSE LUIS / SOTO VERA', ''],
    ['José / Soto', 'MARIA JOSE / SOTO', ''],
    ['María / Soto', 'JOSE MARIA / SOTO', ''],
    ['María José / Soto', 'MARIA DOLORES / SOTO', ''],
    ['José Luis / Soto Vera', 'JOSE ANTONIO / SOTO VERA', ''],
    ['John R. / Baker', 'JOHN P / BAKER', ''],
    ['Sarah / Taylor', 'SARAH / WILLIAMS-TAYLOR', ''],
    ['Ana / López García', 'ANA / LOPEZ PEREZ', ''],
    ['Juan / Pérez Gómez', 'JUAN / GOMEZ LARA', ''],
    ['Michael / Johnson', 'MICHELLE / JOHNSON', ''],
    ['Paul / Lee', 'PAULA / LEE', ''],
    ['Daniel / Lee', 'DANIELLE / LEE', ''],
    ['Mario / Rossi', 'MARIA / ROSSI', ''],
    ['Jane / Smith', 'JOAN / SMITH', ''],
    ['Wei / Zhang', 'ZHANG / WEI', ''],
    ['Jon / Smyth', 'JONATHAN / SMITH', ''],
    ['Laura / Gonzales', 'LAURA / GONZALEZ', ''],
    ['Sara / Jimenez', 'SARA / GIMENEZ', ''],
    ['A. / Lefèvre', 'AMELIE / LEFEVRE', ''],
    ["Ian / M'Donald", 'IAN / MCDONALD', ''],
  ])('of %s and %s (%s): sends to a person', (typed, registered, former) => {
    expect(match(typed, registered, former).decision).toBe('review')
  })

  it.each([
    ['Sarah / Taylor', 'SARAH / WILLIAMS', ''],
    ['Peter / Williams', 'SARAH / WILLIAMS', ''],
    ['María / García', 'LUCIA / GARCIA LOPEZ', ''],
    ['Christina / Lee', 'CHRISTOPHER / LEE', ''],
    ['B. / Lefèvre', 'AMELIE / LEFEVRE', ''],
    ['Roberto / Díaz', 'ROBERTO / DUARTE', ''],
    ['Hassan / Ali', 'HUSSEIN / ALI', ''],
  ])('of %s and %s (%s): does not take for the same', (typed, registered, former) => {
    expect(match(typed, registered, former).decision).toBe('mismatch')
  })

  it('that is missing in part confirms nothing by itself', () => {
    expect(match(' / Suharto', ' / SUHARTO').decision).toBe('review')
    expect(match(' / ', ' / ').decision).toBe('mismatch')
    expect(match('Ana / Ruiz', ' / RUIZ').decision).toBe('mismatch')
    expect(matchNames({ given: 'Ana', family: 'Ruiz' }, [])).toMatchObject({ score: 0, decision: 'mismatch' })
  })
})

describe('a name in one piece', () => {
  it.each([
    ['Dr. María José García López, FRCP', 'MARIA JOSE', 'GARCIA LOPEZ'],
    ['Johannes van der Merwe', 'JOHANNES', 'VAN DER MERWE'],
    ['Bill Harrington', 'WILLIAM', 'HARRINGTON'],
    ['García López, María José', 'MARIA JOSE', 'GARCIA LOPEZ'],
  ])('%s is parted as the register has it', (typed, given, family) => {
    expect(matchWrittenName(typed, [{ given, family }]).decision).toBe('accept')
  })

  it('of another person is parted in vain', () => {
    expect(matchWrittenName('Ana Ruiz', [{ given: 'ANA', family: 'VIDAL' }]).decision).toBe('mismatch')
    expect(matchWrittenName('', [{ given: 'ANA', family: 'VIDAL' }]).decision).toBe('mismatch')
  })
})

describe('words of a name', () => {
  it.each([
    ['  Dr. Prof. JOSÉ-LUIS  ', ['jose', 'luis']],
    ['O’Neill', ['oneill']],
    ["D'Angelo, M.D., Ph.D.", ['dangelo']],
    ['Straße', ['strasse']],
    ['Mª Ángeles', ['ma', 'angeles']],
    ['Smith Jr.', ['smith']],
    ['Do', ['do']],
    ['Ma', ['ma']],
    ['J.R.', ['j', 'r']],
    ['', []],
  ])('%s', (written, words) => expect(nameWords(written)).toEqual(words))
})

test.each([
  ['martha', 'marhta', 0.961],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.813],
  ['', '', 0],
])('Jaro and Winkler: %s and %s are %d alike', (one, other, alike) => expect(jaroWinkler(one, other)).toBeCloseTo(alike, 3))

const word = fc.constantFrom(
  ...'maria josé ana juan j. bill william luis grace o’brien macdonald mcdonald de la van müller mueller garcía lópez smith-jones al rashid søren li m.'.split(
    ' ',
  ),
)
const part = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '))
const name = fc.record({ given: part, family: part })

describe('the law of names', () => {
  it('the order of the two does not matter', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(matchNames(one, [other]).score).toBe(matchNames(other, [one]).score)
      }),
      { numRuns: 2_000 },
    )
  })

  it('neither case, marks, spaces nor the kind of apostrophe and hyphen matter', () => {
    const shout = (text: string) =>
      ` ${text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace(/’/g, "'").replace(/[- ]/g, '  ')} `
    fc.assert(
      fc.property(name, name, (one, other) => {
        const shouted = { given: shout(one.given), family: shout(one.family) }
        expect(matchNames(shouted, [other]).score).toBe(matchNames(one, [other]).score)
      }),
      { numRuns: 1_000 },
    )
  })

  it('what is only alike, an initial, contradicted or swapped is never accepted, and a part that does not fit sinks the whole', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        const { score, surname, given, swapped } = matchNames(one, [other])
        if (swapped || surname.fit === 'similar' || ['similar', 'initial', 'contradicted'].includes(given.fit))
          expect(score).toBeLessThanOrEqual(0.915)
        if (Math.min(surname.score, given.score) < 0.7) expect(score).toBeLessThanOrEqual(0.79)
        if (Math.min(surname.score, given.score) < 0.55) expect(score).toBeLessThanOrEqual(0.69)
      }),
      { numRuns: 2_000 },
    )
  })

  it('a further name on the register never makes the match worse', () => {
    fc.assert(
      fc.property(name, name, name, (one, other, former) => {
        expect(matchNames(one, [other, former]).score).toBeGreaterThanOrEqual(matchNames(one, [other]).score)
      }),
    )
  })

  it('a name that is written out is its own', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Maria José', 'Juan', 'Grace Ada'),
        fc.constantFrom('Smith-Jones', 'de la Fuente', 'Al Rashid'),
        (given, family) => {
          expect(matchNames({ given, family }, [{ given, family }])).toMatchObject({ score: 1, decision: 'accept' })
        },
      ),
    )
  })
})
