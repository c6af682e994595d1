import { withClient } from './withClient.ts'

/**
 * Ends what a server of this program's own still holds of its write-ahead log, which tells the order in which every row was written. The segments are
 * removed and not kept for reuse (`wal_recycle`), so that nothing of the day lies on the disk when the rows have been shuffled.
 */
export const forgetWriteAheadLog = (superuserUrl: string): Promise<void> =>
  withClient(superuserUrl, async (client) => {
    await client.query('select pg_switch_wal()')
    await client.query('checkpoint')
  })
