import type { Transaction } from 'kysely'
import type { DB } from '../../platform/schema/community.generated.ts'
import { recallCorrections } from './sentences.sql.ts'
import { setLends } from './texts.sql.ts'

/** Whether what the sentences of a text became may serve other texts; when not, what they took over goes from them. */
export const lendSentences = async (trx: Transaction<DB>, textId: string, lends: boolean): Promise<void> => {
  await setLends(trx, textId, lends)
  if (!lends) await recallCorrections(trx, [textId])
}
