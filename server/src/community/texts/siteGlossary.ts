import type { Deps } from '../deps.ts'
import { glossaryEdition } from '../glossary/editions.ts'
import { glossarySignal } from '../glossary/glossary.events.ts'
import { termOf } from '../glossary/glossary.rules.ts'
import { standingChanges } from '../glossary/standing-changes.ts'
import { readGlossary } from './readGlossary.ts'
import type { Glossary } from './Translator.ts'

/** The product's glossary with what the desk and imported lists changed of it: read once, and anew after every change. */
export const siteGlossary = ({ db, signals }: Pick<Deps, 'db' | 'signals'>): (() => Promise<Glossary>) => {
  let known: Promise<Glossary> | null = null
  const forget = () => {
    known = null
  }
  signals.hear(glossarySignal, forget)
  return () => {
    known ??= readSiteGlossary({ db }).catch((error: unknown) => {
      forget()
      throw error
    })
    return known
  }
}

/** The same once, for work that ends before the desk changes much. */
export const readSiteGlossary = async ({ db }: Pick<Deps, 'db'>): Promise<Glossary> => {
  // Before the changes: one that comes in between makes the edition too old, never the terms.
  const edition = await glossaryEdition({ db })
  const { terms, replaced } = await standingChanges({ db })
  return readGlossary(terms.map(termOf), replaced, edition)
}
