import type { Language } from '#contract/shapes.ts'

/*
 * A judge of translations that shares no rule with the gate: it reads the reference a person wrote, and asks whether what readers are shown says
 * the same figures, units, drugs, denials, orders and sides, or stands in the original.
 */

export interface ClinicalSentence {
  readonly about: string
  readonly en: string
  readonly es: string
  readonly drugs: readonly { readonly en: string; readonly es: string }[]
}

export const aspects = ['numbers', 'units', 'drugs', 'negations', 'orders', 'sides'] as const
export type Aspect = (typeof aspects)[number]

/** Of one sentence: what was there to be kept, and what of it was not. */
export type Verdict = Readonly<Partial<Record<Aspect, { readonly kept: boolean; readonly expected: string; readonly found: string }>>>

export const sentencesIn = (tsv: string): readonly ClinicalSentence[] =>
  tsv
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [about = '', en = '', es = '', drugs = ''] = line.split('\t')
      const pairs = drugs.split('|').filter((pair) => pair !== '')
      return { about, en, es, drugs: pairs.map((pair) => ({ en: pair.split('=')[0]!, es: pair.split('=')[1]! })) }
    })

const thousands: Record<Language, RegExp> = {
  en: /(?<=\d),(?=\d{3}(?!\d))/g,
  es: /(?<=(?<![\d,])[1-9]\d{0,2}(?:\.\d{3})*)\.(?=\d{3}(?:\D|$|\.\d{3}))|(?<=\d)[\u00a0\u202f](?=\d{3})/g,
}

const numbersIn = (text: string, language: Language): readonly string[] =>
  (text.replace(thousands[language], '').match(/(?<![\p{L}\d])[.,]?\d+(?:[.,]\d+)*/gu) ?? [])
    .map((numeral) => String(Number(numeral.replace(',', '.').replace(/^\./, '0.'))))
    .toSorted()

const units =
  'mcg/kg/min|mL/kg|mg/kg|mg/min|copies/mL|µg/mL|pg/mL|ng/L|mg/dL|mg/L|g/dL|g/L|mmol/L|µmol/L|mIU/L|U/L|mL/h|L/min|/mm³|/µL|mmHg|cmH2O|bpm|kg|mg|mcg|µg|mL|ms|mm|cm|min|IU|°C|g|U|h|L|%'
const everyUnit = new RegExp(String.raw`(?<=\d\s?)(?:${units})(?![\p{L}\d/³])`, 'gu')
const unitsIn = (text: string): readonly string[] =>
  (
    text
      .replace(/UI/g, 'IU')
      .replace(/lpm/g, 'bpm')
      .replace(/copias/g, 'copies')
      .replace(/×/g, 'x')
      .match(everyUnit) ?? []
  ).toSorted()

const words = (alternatives: string) => new RegExp(String.raw`(?<![\p{L}])(?:${alternatives})(?![\p{L}])`, 'giu')
const denials: Record<Language, RegExp> = {
  en: words("no|not|none|never|without|nobody|nothing|neither|cannot|\\p{L}+n['’]t|denies|denied|don't"),
  es: words('no|sin|nunca|ning[uú]n[oa]?s?|nadie|ni|tampoco|niega|negó'),
}
const stops: Record<Language, RegExp> = {
  en: words('stop\\p{L}*|hold|withhold|discontinue|suspend\\p{L}*|do not administer|interrupt|detain'),
  es: words('suspend\\p{L}*|det[eé]n\\p{L}*|interrump\\p{L}*|par(?:e|ar|ó|amos|aría)|no administre|retir\\p{L}*'),
}
const goesOn: Record<Language, RegExp> = {
  en: words('continue|keep|maintain|start|restart|resume|begin|initiate'),
  es: words('contin[uú]\\p{L}*|mant[eéi]\\p{L}*|inici\\p{L}*|reinici\\p{L}*|reanud\\p{L}*|retom\\p{L}*|empiec\\p{L}*'),
}
const more: Record<Language, RegExp> = { en: words('increase|raise'), es: words('aument\\p{L}*|increment\\p{L}*') }
const less: Record<Language, RegExp> = {
  en: words('reduce|lower|taper|decrease|diminish'),
  es: words('redu[cz]\\p{L}*|baj[aeo]\\p{L}*|disminu\\p{L}*'),
}
const sides: Record<Language, readonly [left: RegExp, right: RegExp]> = {
  en: [words('left(?:-sided)?'), words('right(?:-sided)?')],
  es: [words('izquierd[oa]s?'), words('derech[oa]s?')],
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/(?!\u0303)\p{M}/gu, '')
    .toLowerCase()

/** Other names a colleague may write for the same drug. */
const synonyms: readonly (readonly string[])[] = [
  ['norepinefrina', 'noradrenalina'],
  ['acido acetilsalicilico', 'aspirina'],
  ['epinephrine', 'adrenaline'],
  ['norepinephrine', 'noradrenaline'],
  ['aspirin', 'acetylsalicylic acid'],
  ['magnesium sulfate', 'magnesium sulphate'],
]
const isNamed = (drug: string, text: string): boolean => {
  const names = synonyms.find((same) => same.includes(plain(drug))) ?? [plain(drug)]
  return names.some((name) => plain(text).includes(name))
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** What readers of the other language are shown of a sentence, beside its reference. */
export const judge = (sentence: ClinicalSentence, shown: string, from: Language): Verdict => {
  const to: Language = from === 'en' ? 'es' : 'en'
  const [source, reference] = [sentence[from], sentence[to]]
  const isOriginal = shown === source
  const verdict = (expected: readonly (string | number)[], found: readonly (string | number)[]) => ({
    kept: isOriginal || expected.join(' ') === found.join(' '),
    expected: expected.join(' '),
    found: found.join(' '),
  })
  const [expectedNumbers, expectedUnits] = [numbersIn(reference, to), unitsIn(reference)]
  const isDenied = count(source, denials[from]) > 0 && count(reference, denials[to]) > 0
  const isAffirmed = count(source, denials[from]) === 0 && count(reference, denials[to]) === 0
  const [left, right] = sides[to]
  const sidesOf = (text: string) => [count(text, left), count(text, right)]
  const order = [stops, goesOn, more, less].find((verb) => count(source, verb[from]) > 0 && count(reference, verb[to]) > 0)
  return {
    ...(expectedNumbers.length > 0 && { numbers: verdict(expectedNumbers, numbersIn(shown, to)) }),
    ...(expectedUnits.length > 0 && { units: verdict(expectedUnits, unitsIn(shown)) }),
    ...(sentence.drugs.length > 0 && {
      drugs: verdict(
        sentence.drugs.map((drug) => drug[to]),
        sentence.drugs.filter((drug) => isNamed(drug[to], shown)).map((drug) => drug[to]),
      ),
    }),
    ...((isDenied || isAffirmed) && {
      negations: verdict([isDenied ? 'denied' : 'affirmed'], [count(shown, denials[to]) > 0 ? 'denied' : 'affirmed']),
    }),
    ...(order && sentence.about === 'order' && { orders: verdict(['said'], [count(shown, order[to]) > 0 ? 'said' : 'lost']) }),
    ...(sidesOf(reference).some((n) => n > 0) && { sides: verdict(sidesOf(reference), sidesOf(shown)) }),
  }
}

/** Wrong translations made out of a right one: what a careless or a poisoned engine might say. */
export const spoiled = (sentence: ClinicalSentence, to: Language): readonly { readonly how: Aspect; readonly text: string }[] => {
  const right = sentence[to]
  const everyPlace = (pattern: RegExp, wrong: (found: string) => readonly string[]) =>
    [...right.matchAll(pattern)].flatMap(({ 0: found, index }) =>
      wrong(found).map((said) => (right.slice(0, index) + said + right.slice(index + found.length)).replace(/ {2,}/g, ' ').trim()),
    )
  const mark = to === 'en' ? '.' : ','
  const number = (found: string) => [
    '',
    found.includes(mark) ? found.replace(mark, '') : `${found}0`,
    ...(found.includes(mark) ? [] : [`0${mark}${found}`]),
    found.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
  ]
  const unit = (found: string) => [
    { mg: 'g', g: 'mg', mcg: 'mg', µg: 'mg', mL: 'L', mm: 'cm', cm: 'mm', 'mmol/L': 'mg/dL', 'mg/dL': 'g/dL', '%': '' }[found] ?? '',
  ]
  const other = sentence.drugs.flatMap((drug) =>
    everyPlace(new RegExp(drug[to].replace(/[.*+?^$()[\]{}|\\]/g, '\\$&'), 'giu'), () => ['', to === 'en' ? 'thiamine' : 'tiamina']),
  )
  const swapped = {
    left: 'right',
    right: 'left',
    izquierdo: 'derecho',
    izquierda: 'derecha',
    derecho: 'izquierdo',
    derecha: 'izquierda',
  } as Record<string, string>
  const oneDenial = count(right, denials[to]) === 1
  return [
    ...everyPlace(/(?<![\p{L}\d.,])\d+(?:[.,]\d+)?(?![\p{L}\d]|[.,]\d)/gu, number).map((text) => ({ how: 'numbers' as const, text })),
    ...everyPlace(everyUnit, unit).map((text) => ({ how: 'units' as const, text })),
    ...other.map((text) => ({ how: 'drugs' as const, text })),
    ...(oneDenial ? everyPlace(denials[to], (found) => [/^sin$/i.test(found) ? 'con' : /^without$/i.test(found) ? 'with' : '']) : []).map(
      (text) => ({ how: 'negations' as const, text }),
    ),
    ...(sentence.about === 'order' ? everyPlace(stops[to], () => [to === 'en' ? 'Continue' : 'Continúe']) : []).map((text) => ({
      how: 'orders' as const,
      text,
    })),
    ...everyPlace(words(Object.keys(swapped).join('|')), (found) => [swapped[found.toLowerCase()]!, '']).map((text) => ({
      how: 'sides' as const,
      text,
    })),
  ].filter(({ text }) => text !== right)
}
