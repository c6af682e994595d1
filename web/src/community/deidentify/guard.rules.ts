import type { CaseForm, LabAsked } from '#contract/community/cases.ts'
import type { NotIdentifier } from '#contract/community/privacy.ts'
import type { Field, FoundInField } from '#deidentify/findInFields.ts'
import { generaliseAll } from '#deidentify/generalise.ts'
import { type Language, mustBeResolved } from '#deidentify/Identifier.ts'

/** The same words found once or several times: they are resolved together. */
export interface FoundWords {
  readonly words: string
  readonly found: readonly [FoundInField, ...FoundInField[]]
  /** Whether it stops what is written from being sent; a hint only warns. */
  readonly stops: boolean
}

/** What still has to be decided on: findings whose words still stand where they were found and that nobody has judged. */
export const undecided = (
  found: readonly FoundInField[],
  fields: readonly Field[],
  judged: readonly NotIdentifier[],
): readonly FoundWords[] => {
  const texts = new Map(fields.map(({ path, text }) => [path, text]))
  const groups = new Map<string, FoundInField[]>()
  for (const item of found) {
    if (texts.get(item.path)?.slice(item.start, item.end) !== item.words) continue
    if (judged.some(({ words }) => words === item.words)) continue
    groups.set(item.words, [...(groups.get(item.words) ?? []), item])
  }
  return [...groups].map(([words, items]) => ({
    words,
    found: items as [FoundInField, ...FoundInField[]],
    stops: items.some(mustBeResolved),
  }))
}

/** The fields that change when these words are generalised, or left out, wherever they were found. */
export const resolved = (
  fields: readonly Field[],
  { found }: FoundWords,
  how: 'generalise' | 'leave-out',
  language: Language,
): readonly Field[] =>
  fields.flatMap(({ path, text }) => {
    const here = found.filter((item) => item.path === path)
    if (here.length === 0) return []
    const items = how === 'generalise' ? here : here.map((item) => ({ ...item, suggestion: null }))
    return [{ path, text: generaliseAll(text, items, language) }]
  })

/** What is typed of laboratory values. */
export const fieldsOfLabs = (labs: CaseForm['labs'] | readonly LabAsked[]): readonly Field[] =>
  labs.flatMap(({ name, value, unit, range }, index) => [
    { path: `labs/${index}/name`, text: name },
    { path: `labs/${index}/value`, text: value },
    { path: `labs/${index}/unit`, text: unit },
    { path: `labs/${index}/range`, text: range ?? '' },
  ])

/** What is typed of a case. */
export const fieldsOfCase = (form: CaseForm): readonly Field[] => [
  { path: 'question', text: form.question },
  ...Object.entries(form.sections).map(([name, text]) => ({ path: `sections/${name}`, text: text ?? '' })),
  ...form.images.map(({ caption }, index) => ({ path: `images/${index}/caption`, text: caption })),
  ...fieldsOfLabs(form.labs),
  ...form.suspicions.map((text, index) => ({ path: `suspicions/${index}`, text })),
]

/** A form with another text at a path such as `images/0/caption`. */
export const withTextAt = <F>(form: F, path: string, text: string): F => {
  const [head = '', ...rest] = path.split('/')
  const inner = (form as Record<string, unknown>)[head]
  const value = rest.length === 0 ? text : withTextAt(inner, rest.join('/'), text)
  if (Array.isArray(form)) return form.map((item, index) => (index === Number(head) ? value : item)) as F
  return { ...form, [head]: value }
}
