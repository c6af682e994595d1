import type { Deps } from '../deps.ts'
import { standing } from './glossary.rules.ts'
import { acceptedChanges } from './glossary.sql.ts'

/** What stands of the desk's and of imported terms, and which of the product's own they replace. */
export const standingChanges = async ({ db }: Pick<Deps, 'db'>) => standing(await acceptedChanges(db))
