import type { TermPair } from '#contract/community/glossary.ts'
import type { Deps } from '../deps.ts'
import { glossarySignal } from '../glossary/glossary.events.ts'
import { standingChanges } from '../glossary/standing-changes.ts'
import { readGlossary } from './readGlossary.ts'
import type { Glossary, Term } from './Translator.ts'

/** The product's glossary with what the desk and imported lists changed of it: read once, and anew after every change. */
export const siteGlossary = ({ db, signals }: Pick<Deps, 'db' | 'signals'>): (() => Promise<Glossary>) => {
  let known: Promise<Glossary> | null = null
  const forget = () => {
    known = null
  }
  signals.hear(glossarySignal, forget)
  return () => {
    known ??= read(db).catch((error: unknown) => {
      forget()
      throw error
    })
    return known
  }
}

const read = async (db: Deps['db']): Promise<Glossary> => {
  const { terms, replaced } = await standingChanges({ db })
  return readGlossary(terms.map(termOf), replaced)
}

/** A term of the desk as an engine takes it. */
export const termOf = ({ class: kind, en, es, gender, plural, onlyFrom, specialties, isDrug }: TermPair): Term => ({
  class: kind,
  en,
  es,
  gender,
  plural,
  oneWay: onlyFrom,
  specialties,
  isDrug,
})
