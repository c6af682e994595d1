import type { Deps } from '../deps.ts'
import { countWaiting as countWaitingTexts } from './texts.sql.ts'

/** How many of these texts are not readable in every language yet. */
export const countWaiting = ({ db }: Pick<Deps, 'db'>, textIds: readonly string[]): Promise<number> => countWaitingTexts(db, textIds)
