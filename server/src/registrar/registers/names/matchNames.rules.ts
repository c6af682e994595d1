import type { PersonName } from '../RegisterAdapter.ts'
import { jaroWinkler } from './jaroWinkler.rules.ts'
import { nameWords } from './nameWords.rules.ts'
import { fullNamesOf } from './nicknames.ts'

/** How one part of a name fits the other, the surest first. */
export type SurnameFit = 'equal' | 'variant' | 'other-order' | 'first-of-two' | 'last-of-two' | 'similar'
export type GivenFit = 'equal' | 'variant' | 'first-equal' | 'nickname' | 'another' | 'initial' | 'contradicted' | 'similar'

export interface Part<Fit> {
  /** From 0 to 1. */
  readonly score: number
  readonly fit: Fit
}

export type NameDecision = 'accept' | 'review' | 'mismatch'

export interface NameMatch {
  /** From 0 to 1, three decimals. */
  readonly score: number
  readonly decision: NameDecision
  readonly surname: Part<SurnameFit>
  readonly given: Part<GivenFit>
  /** Given name and surname stand in each other's place. */
  readonly swapped: boolean
  /** The name it was compared with, among those given: 0 is the first. */
  readonly which: number
}

const acceptFrom = 0.92
const reviewFrom = 0.8
/** What is only alike may be looked at, and is never accepted by itself. */
const onlyAlike = 0.915

export const nameDecision = (score: number): NameDecision => (score >= acceptFrom ? 'accept' : score >= reviewFrom ? 'review' : 'mismatch')

/**
 * Whether somebody who goes by one name is whom a register calls by any of its names (legal, former, other).
 * A number has picked the record already; the name only confirms it, so a doubt goes to a person.
 */
export const matchNames = (typed: PersonName, registered: readonly PersonName[]): NameMatch =>
  best(registered.flatMap((name, which) => comparisons(typed, name).map((match) => ({ ...match, which }))))

/** The same for a name written in one piece: the fairest of all ways to part it. */
export const matchWrittenName = (typed: string, registered: readonly PersonName[]): NameMatch => {
  const names = partings(typed)
  return best(names.map((name) => matchNames(name, registered)))
}

/** Every way a name in one piece can be parted into given name and surname; `Surname, Given` says it itself. */
export const partings = (written: string): readonly PersonName[] => {
  const [family = '', given = ''] = written.split(',')
  if (nameWords(given).length > 0 && nameWords(`x x, ${given}`).length > 2) return [{ given, family }]
  const words = nameWords(written)
  if (words.length < 2) return [{ given: '', family: words.join(' ') }]
  return words.slice(1).map((_, at) => ({ given: words.slice(0, at + 1).join(' '), family: words.slice(at + 1).join(' ') }))
}

const nothing: NameMatch = {
  score: 0,
  decision: 'mismatch',
  surname: { score: 0, fit: 'similar' },
  given: { score: 0, fit: 'similar' },
  swapped: false,
  which: 0,
}

const best = (matches: readonly NameMatch[]): NameMatch =>
  matches.reduce((one, other) => (other.score > one.score ? other : one), matches[0] ?? nothing)

const comparisons = (one: PersonName, other: PersonName): readonly Omit<NameMatch, 'which'>[] => {
  const [a, b] = [one, other].map(({ given, family }) => ({ given: nameWords(given), family: nameWords(family) }))
  if (!a || !b) return []
  return [
    weighed(matchSurnames(a.family, b.family), matchGivenNames(a.given, b.given), false),
    weighed(matchSurnames(a.given, b.family), matchGivenNames(a.family, b.given), true),
    weighed(matchSurnames(a.family, b.given), matchGivenNames(a.given, b.family), true),
  ]
}

const weighed = (surname: Part<SurnameFit>, given: Part<GivenFit>, swapped: boolean): Omit<NameMatch, 'which'> => {
  const isOnlyAlike = swapped || surname.fit === 'similar' || doubtfulGiven.has(given.fit)
  const weaker = Math.min(surname.score, given.score)
  const ceiling = weaker < 0.55 ? 0.69 : weaker < 0.7 ? 0.79 : isOnlyAlike ? onlyAlike : 1
  const total = 0.6 * surname.score + 0.4 * given.score - (swapped ? 0.06 : 0)
  const score = Math.round(Math.max(0, Math.min(total, ceiling)) * 1_000) / 1_000
  return { score, decision: nameDecision(score), surname, given, swapped }
}

const doubtfulGiven: ReadonlySet<GivenFit> = new Set(['initial', 'contradicted', 'similar'])

type Words = readonly string[]

// Surnames

/** Small words that come and go in surnames. */
const particles = new Set(
  (
    'de del della dello delle degli dei di da das do dos du des la las le les lo los van von vom der den vander vanden ten ter te ' +
    'het zu zum zur op af av y i e bin binti bint ibn ben al el ul ur'
  ).split(' '),
)
/** Small words that are initials when nothing follows. */
const shortParticles = new Set(['d', 'l', 't', 'o'])

const isParticle = (word: string, at: number, words: Words): boolean =>
  particles.has(word) || (shortParticles.has(word) && at < words.length - 1)

/** The words of a surname that carry it; all of them when all are small. */
const carrying = (words: Words): Words => {
  const kept = words.filter((word, at) => !isParticle(word, at, words))
  return kept.length > 0 ? kept : words
}

/** What is usually cut short in surnames. */
const shortened: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  sta: 'santa',
  sto: 'santo',
  fdez: 'fernandez',
  fndez: 'fernandez',
  glez: 'gonzalez',
  gzlez: 'gonzalez',
  glz: 'gonzalez',
  gtez: 'gutierrez',
  gtz: 'gutierrez',
  hdez: 'hernandez',
  hdz: 'hernandez',
  mtez: 'martinez',
  mtnez: 'martinez',
  mtz: 'martinez',
  rdguez: 'rodriguez',
  rguez: 'rodriguez',
  rdz: 'rodriguez',
  dguez: 'dominguez',
  dmguez: 'dominguez',
  jmnez: 'jimenez',
  jnez: 'jimenez',
  lpez: 'lopez',
  vazqz: 'vazquez',
  vzquez: 'vazquez',
  mdez: 'mendez',
  snchz: 'sanchez',
  snchez: 'sanchez',
}

/** Müller is also written Mueller and Muller, Aagaard Agaard; too short a word is let be. */
const withoutSecondVowel = (word: string): string => (word.length < 4 ? word : word.replace(/(?<=[aou])e|(?<=a)a/g, ''))

/** One spelling for the several a surname has, in one piece. */
const spelling = (words: Words): string =>
  withoutSecondVowel(words.map((word) => (shortened[word] ?? word).replace(/^mac(?=\p{L}{3})/u, 'mc')).join('')).replace(
    /^mac(?=\p{L}{3})/u,
    'mc',
  )

/** Every spelling under which a surname may be found; an article standing alone may be either. */
const spellings = (words: Words): readonly string[] => [
  spelling(words),
  spelling(carrying(words)),
  ...(words.length > 1 && words.some((word) => word === 'al' || word === 'el')
    ? ['al', 'el'].map((article) => spelling(words.map((word) => (word === 'al' || word === 'el' ? article : word))))
    : []),
]

const meet = (one: readonly string[], other: readonly string[]): boolean => one.some((word) => other.includes(word))

const matchSurnames = (a: Words, b: Words): Part<SurnameFit> => {
  if (a.length === 0 || b.length === 0) return { score: 0, fit: 'similar' }
  const [one, other] = [carrying(a), carrying(b)]
  if (one.join(' ') === other.join(' ')) return { score: 1, fit: 'equal' }
  const found = spellings(a)
  if (meet(found, spellings(b))) return { score: 0.98, fit: 'variant' }
  if (one.length > 1 && inOneOrder(one) === inOneOrder(other)) return { score: 0.97, fit: 'other-order' }
  if (isFirstOf(a, b) || isFirstOf(b, a)) return { score: 0.93, fit: 'first-of-two' }
  if (isLastOf(a, b) || isLastOf(b, a)) return { score: 0.84, fit: 'last-of-two' }
  const alike = Math.max(jaroWinkler(one.join(''), other.join('')), pairwise(one, other, jaroWinkler))
  return { score: alike, fit: 'similar' }
}

const inOneOrder = (words: Words): string =>
  words
    .map((word) => spelling([word]))
    .sort()
    .join(' ')

/** Where a surname of several words may be parted into two. */
const cuts = (words: Words): readonly { before: Words; after: Words }[] =>
  words
    .slice(1)
    .map((_, at) => ({ before: words.slice(0, at + 1), after: words.slice(at + 1) }))
    .filter(({ before, after }) => [before, after].every((part) => part.some((word, at) => !isParticle(word, at, part))))

/** García, or García L., where the other is García López. */
const isFirstOf = (short: Words, long: Words): boolean => {
  const last = short.at(-1) ?? ''
  const initialOf = short.length > 1 && last.length === 1 ? last : null
  const first = initialOf === null ? short : short.slice(0, -1)
  return cuts(long).some(
    ({ before, after }) =>
      meet(spellings(first), spellings(before)) && (initialOf === null || (carrying(after)[0] ?? '').startsWith(initialOf)),
  )
}

const isLastOf = (short: Words, long: Words): boolean => cuts(long).some(({ after }) => meet(spellings(short), spellings(after)))

/** The mean likeness of words, each with the one it is most like; words left over count as unlike. */
const pairwise = (a: Words, b: Words, likeness: (one: string, other: string) => number): number => {
  const pairs = a.flatMap((one, at) => b.map((other, place) => ({ at, place, score: likeness(one, other) })))
  const [left, right] = [new Set<number>(), new Set<number>()]
  let sum = 0
  for (const { at, place, score } of pairs.sort((one, other) => other.score - one.score)) {
    if (left.has(at) || right.has(place)) continue
    left.add(at)
    right.add(place)
    sum += score
  }
  return sum / Math.max(a.length, b.length)
}

// Given names

/** Small words inside given names: María del Carmen, María de los Ángeles. */
const innerWords = new Set('de del la las los da do dos das di y'.split(' '))

const withoutInner = (words: Words): Words => words.filter((word, at) => at === 0 || at === words.length - 1 || !innerWords.has(word))

/** Anne Marie and Annemarie are one name: the longer writing is drawn together where the shorter one is. */
const drawnTogether = (words: Words, other: Words): Words => {
  const [first = '', second = ''] = words
  return second !== '' && first.length > 1 && other[0] === first + second ? [other[0], ...words.slice(2)] : words
}

const matchGivenNames = (typed: Words, registered: Words): Part<GivenFit> => {
  const [inner, otherInner] = [withoutInner(typed), withoutInner(registered)]
  const [a, b] = [drawnTogether(inner, otherInner), drawnTogether(otherInner, inner)]
  if (a.length === 0 || b.length === 0) return a.length === b.length ? { score: 0.86, fit: 'initial' } : { score: 0, fit: 'similar' }
  const isSpeltOut = a.some((word) => word.length > 1)
  if (a.join('') === b.join('')) return isSpeltOut ? { score: 1, fit: 'equal' } : { score: 0.86, fit: 'initial' }
  if (a.length === b.length && a.every((word, at) => sameWord(word, b[at] ?? ''))) return { score: 0.98, fit: 'variant' }
  const fit = fitOf(a, b)
  if (fit === null) return { score: alikeGiven(a, b), fit: 'similar' }
  return { score: givenScores[fit], fit: contradict(a, b) || (fit === 'another' && isHalfOfOne(a, b)) ? 'contradicted' : fit }
}

const givenScores = { 'first-equal': 0.97, nickname: 0.93, another: 0.9, initial: 0.86 } as const

const fitOf = (a: Words, b: Words): keyof typeof givenScores | null => {
  const [first = '', other = ''] = [a[0], b[0]]
  if (first.length > 1 && sameWord(first, other)) return 'first-equal'
  if (isNickname(a, b)) return 'nickname'
  if (usesAnother(a, b) || usesAnother(b, a)) return 'another'
  if (isInitials(a, b) || isInitials(b, a)) return 'initial'
  if (!isInitial(first, other)) return null
  // J. Luis, where the second name is written out, is one who goes by another name.
  return a.some((word, at) => at > 0 && word.length > 1 && areOneName(word, b[at] ?? '')) ? 'another' : 'initial'
}

const sameWord = (one: string, other: string): boolean => one === other || withoutSecondVowel(one) === withoutSecondVowel(other)

const isInitial = (one: string, other: string): boolean =>
  (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other))

/** JL, or J. L., for José Luis. */
const isInitials = (short: Words, long: Words): boolean =>
  short.length === 1 && long.length > 1 && short[0] === long.map((word) => word[0]).join('')

/** Full names that the beginning of a given name may stand for, of one word or of two. */
const heads = (words: Words): ReadonlySet<string> => {
  const [first = '', second] = words
  return new Set([...fullNamesOf(first), ...(second === undefined ? [] : fullNamesOf(`${first} ${second}`))])
}

const share = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => [...one].some((name) => other.has(name))

const isNickname = (a: Words, b: Words): boolean => share(heads(a), heads(b))

const areOneName = (one: string, other: string): boolean => share(fullNamesOf(one), fullNamesOf(other))

/** Whether the first name of one is a later name of the other. */
const usesAnother = (one: Words, other: Words): boolean => other.slice(1).some((name) => isFullWord(one[0]) && areOneName(one[0], name))

const isFullWord = (word: string | undefined): word is string => word !== undefined && word.length > 1

/** José Soto is not María José Soto, nor María Soto José María: half of such a pair is another's name. */
const isHalfOfOne = (a: Words, b: Words): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length === 1 && long.length > 1 && boundTo(long[0] ?? '').some((name) => areOneName(short[0] ?? '', name))
}

const boundTo = (first: string): readonly string[] => (first === 'maria' ? ['jose', 'jesus'] : ['maria'])

/** Whether both have names that cannot be one person's: María José and María Dolores, John R. and John P. */
const contradict = (a: Words, b: Words): boolean => {
  const [short, long] = a.length < b.length || (a.length === b.length && a.join(' ') <= b.join(' ')) ? [a, b] : [b, a]
  const isWhole = short.length === 1 || long.length === 1
  if (isWhole || standForTwo(short, long)) return false
  const left = [...long]
  return !short.every((word) => {
    const at = left.findIndex((other) => sameWord(word, other) || areOneName(word, other) || isInitial(word, other))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

/** Whether one word here stands for two there, as Juanjo for Juan José. */
const standForTwo = (a: Words, b: Words): boolean =>
  [
    [a, b],
    [b, a],
  ].some(([one, other]) => other !== undefined && other.length > 1 && fullNamesOf(one?.[0] ?? '').has(`${other[0]} ${other[1]}`))

const alikeGiven = (a: Words, b: Words): number => {
  const alike =
    a.length === 1 || b.length === 1
      ? Math.max(jaroWinkler(a.join(''), b.join('')), jaroWinkler(a[0] ?? '', b[0] ?? ''))
      : Math.max(jaroWinkler(a.join(''), b.join('')), pairwise(a, b, jaroWinkler))
  return alike < 0.85 ? alike * 0.8 : alike
}
