import type { Transaction } from 'kysely'
import type { DB } from '../../platform/schema/community.generated.ts'
import { recallCorrections } from './sentences.sql.ts'
import { deleteTexts, takeWordsOut } from './texts.sql.ts'

/** A text goes with what it was part of: the room that refers to it says when. What it lent to other texts goes too. */
export const dropTexts = async (trx: Transaction<DB>, textIds: readonly string[]): Promise<void> => {
  await recallCorrections(trx, textIds)
  await deleteTexts(trx, textIds)
}

/** Takes every word out of a text, its translations, corrections and earlier wordings; the row stays for what refers to it. */
export const emptyText = async (trx: Transaction<DB>, textId: string): Promise<void> => {
  await recallCorrections(trx, [textId])
  await takeWordsOut(trx, textId)
}
