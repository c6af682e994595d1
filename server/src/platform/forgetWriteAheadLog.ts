import pg from 'pg'

/**
 * Ends what a server of this program's own still holds of its write-ahead log, which tells the order in which every row was written. The segments are
 * removed and not kept for reuse (`wal_recycle`), so that nothing of the day lies on the disk when the rows have been shuffled.
 */
export const forgetWriteAheadLog = async (superuserUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query('select pg_switch_wal()')
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}
