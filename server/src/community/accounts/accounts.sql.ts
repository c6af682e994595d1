import { type Kysely, sql, type Transaction } from 'kysely'
import type { Settings } from '#contract/community/accounts.ts'
import type { TextLanguage } from '#contract/shapes.ts'
import type { DB } from '../../platform/schema/community.generated.ts'

type Db = Kysely<DB> | Transaction<DB>

export const addChallenge = (db: Db, row: { id: string; challenge: Buffer; expires_at: Date }) =>
  db.insertInto('challenge').values(row).execute()

/** Takes a challenge away, whatever becomes of its answer, so that none is answered twice. */
export const removeChallenge = (db: Db, id: string, now: Date) =>
  db.deleteFrom('challenge').where('id', '=', id).where('expires_at', '>', now).returning('challenge').executeTakeFirst()

export const dropExpired = async (db: Db, now: Date, epoch: number): Promise<void> => {
  await db.deleteFrom('challenge').where('expires_at', '<=', now).execute()
  await db.deleteFrom('session').where('through_epoch', '<', epoch).execute()
}

/** Marks a root as joined; of any number of requests at once, one gets true. */
export const spendRoot = async (trx: Transaction<DB>, row: { root_hash: Buffer; shuffle: number }): Promise<boolean> =>
  (await trx
    .insertInto('spent_root')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('root_hash')
    .executeTakeFirst()) !== undefined

export const isRootBanned = async (db: Db, rootHash: Buffer): Promise<boolean> =>
  (await db.selectFrom('spent_root').select('banned').where('root_hash', '=', rootHash).executeTakeFirst())?.banned ?? false

export const addAccount = async (
  trx: Transaction<DB>,
  row: { id: string; root_key: Buffer; valid_through: number; label: string; label_period: number; shuffle: number },
  settings: { language: TextLanguage; reads: TextLanguage[]; shuffle: number },
): Promise<void> => {
  await trx.insertInto('account').values(row).execute()
  await trx
    .insertInto('account_settings')
    .values({ ...settings, account_id: row.id, interests: [], byline: 'anonymous' })
    .execute()
}

export const findAccountByRoot = (db: Db, rootKey: Buffer) =>
  db.selectFrom('account').select(['id', 'banned']).where('root_key', '=', rootKey).executeTakeFirst()

export const rootKeyOf = async (db: Db, accountId: string): Promise<Buffer> =>
  (await db.selectFrom('account').select('root_key').where('id', '=', accountId).executeTakeFirstOrThrow()).root_key

/** An account of the demo by its root, with what its renewal depends on. */
export const findDemoAccount = (db: Db, rootKey: Buffer) =>
  db
    .selectFrom('account as a')
    .innerJoin('account_settings as s', 's.account_id', 'a.id')
    .select(['a.id', 'a.label', 'a.label_period as labelPeriod', 'a.valid_through as validThrough', 's.language'])
    .where('a.root_key', '=', rootKey)
    .executeTakeFirst()

/** Extends an account, never back; a label comes with its quarter. */
export const extendAccount = async (
  trx: Transaction<DB>,
  accountId: string,
  { epoch, label }: { epoch: number; label: { code: string; period: number } | null },
): Promise<number> =>
  (
    await trx
      .updateTable('account')
      .set({
        valid_through: sql`greatest(valid_through, ${epoch}::integer)`,
        ...(label ? { label: label.code, label_period: label.period } : {}),
      })
      .where('id', '=', accountId)
      .returning('valid_through')
      .executeTakeFirstOrThrow()
  ).valid_through

/** Adds a device; false when its passkey is somebody's already. */
export const addPasskey = async (
  trx: Transaction<DB>,
  row: { id: string; account_id: string; credential_id: Buffer; public_key: Buffer; wrapped_seed: Buffer; name: string; shuffle: number },
): Promise<boolean> =>
  (await trx
    .insertInto('passkey')
    .values(row)
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined

export const findPasskey = (db: Db, credentialId: Buffer) =>
  db
    .selectFrom('passkey as p')
    .innerJoin('account as a', 'a.id', 'p.account_id')
    .select(['p.id', 'p.account_id as accountId', 'p.public_key as publicKey', 'p.wrapped_seed as wrappedSeed', 'a.banned'])
    .where('p.credential_id', '=', credentialId)
    .executeTakeFirst()

export const passkeysOf = (db: Db, accountId: string) =>
  db.selectFrom('passkey').select(['id', 'name']).where('account_id', '=', accountId).orderBy('name').orderBy('id').execute()

/** The ids of an account's passkeys, held so that two removals cannot each leave the other's. */
export const lockPasskeys = async (trx: Transaction<DB>, accountId: string): Promise<string[]> => {
  await trx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute()
  return (await trx.selectFrom('passkey').select('id').where('account_id', '=', accountId).execute()).map(({ id }) => id)
}

/** Removes a device; the sessions that came with it go with it. */
export const dropPasskey = (trx: Transaction<DB>, id: string) => trx.deleteFrom('passkey').where('id', '=', id).execute()

export const addSession = (
  db: Db,
  row: { token_hash: Buffer; account_id: string; passkey_id: string | null; through_epoch: number; shuffle: number },
) => db.insertInto('session').values(row).execute()

export const dropSession = (db: Db, tokenHash: Buffer) => db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()

/** Leaves the name of a new device for every other browser of the account to say. */
export const announceDevice = (trx: Transaction<DB>, accountId: string, name: string, exceptTokenHash: Buffer) =>
  trx
    .updateTable('session')
    .set({ added_devices: sql`array_append(added_devices, ${name})` })
    .where('account_id', '=', accountId)
    .where('token_hash', '<>', exceptTokenHash)
    .execute()

/** A browser that came in with words alone belongs to the passkey it has made. */
export const tieSession = (trx: Transaction<DB>, tokenHash: Buffer, passkeyId: string) =>
  trx.updateTable('session').set({ passkey_id: passkeyId }).where('token_hash', '=', tokenHash).where('passkey_id', 'is', null).execute()

export const clearAddedDevices = (db: Db, tokenHash: Buffer) =>
  db.updateTable('session').set({ added_devices: [] }).where('token_hash', '=', tokenHash).execute()

/** What a session stands for, if it still does. */
export const findSession = (db: Db, tokenHash: Buffer, epoch: number) =>
  db
    .selectFrom('session as s')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .innerJoin('account_settings as o', 'o.account_id', 'a.id')
    .select([
      'a.id as accountId',
      'a.label',
      'a.label_period as labelPeriod',
      'a.valid_through as validThrough',
      'a.moderator',
      'a.name',
      'a.name_through as nameThrough',
      'o.revision',
      'o.language',
      'o.reads',
      'o.interests',
      'o.byline',
      'o.show_at_most as showAtMost',
      's.passkey_id as passkeyId',
      's.added_devices as addedDevices',
    ])
    .where('s.token_hash', '=', tokenHash)
    .where('s.through_epoch', '>=', epoch)
    .where('a.banned', '=', false)
    .executeTakeFirst()

/** Those of some sessions that still stand for somebody, and what their label and time are now. */
export const findStanding = async (db: Db, tokenHashes: readonly Buffer[], epoch: number) => {
  const { rows } = await sql<{ tokenHash: Buffer; label: string; validThrough: number }>`
    select s.token_hash as "tokenHash", a.label, a.valid_through as "validThrough"
    from session s join account a on a.id = s.account_id
    where s.token_hash = any(${[...tokenHashes]}::bytea[]) and s.through_epoch >= ${epoch} and not a.banned
  `.execute(db)
  return rows
}

export const lockSettings = (trx: Transaction<DB>, accountId: string) =>
  trx
    .selectFrom('account_settings as o')
    .innerJoin('account as a', 'a.id', 'o.account_id')
    .select([
      'o.revision',
      'o.language',
      'o.reads',
      'o.interests',
      'o.byline',
      'o.show_at_most as showAtMost',
      'a.name',
      'a.name_through as nameThrough',
    ])
    .where('o.account_id', '=', accountId)
    .forUpdate('o')
    .executeTakeFirstOrThrow()

export const keepSettings = (
  trx: Transaction<DB>,
  accountId: string,
  { revision, language, reads, interests, byline, showAtMost }: Settings,
) =>
  trx
    .updateTable('account_settings')
    .set({ revision: revision + 1, language, reads: [...reads], interests: [...interests], byline, show_at_most: showAtMost })
    .where('account_id', '=', accountId)
    .execute()

export const keepName = (
  db: Db,
  accountId: string,
  name: { name: string; name_specialty: string; name_country: string; name_through: number; name_signature: Buffer },
) => db.updateTable('account').set(name).where('id', '=', accountId).execute()

export const setModerator = (db: Kysely<DB>, accountId: string, moderator: boolean) =>
  db.updateTable('account').set({ moderator }).where('id', '=', accountId).execute()

/** Closes an account to its R, or opens it: the account while there is one, and the root for good. */
export const setBanned = async (trx: Transaction<DB>, accountId: string, banned: boolean): Promise<void> => {
  await trx.updateTable('account').set({ banned }).where('id', '=', accountId).execute()
  await trx
    .updateTable('spent_root')
    .set({ banned })
    .where('root_hash', '=', sql<Buffer>`(select sha256(root_key) from account where id = ${accountId})`)
    .execute()
}

export const dropSessionsOf = (trx: Transaction<DB>, accountId: string) =>
  trx.deleteFrom('session').where('account_id', '=', accountId).execute()

export const dropAccount = (db: Db, id: string) => db.deleteFrom('account').where('id', '=', id).execute()

/** How many roots have joined, and how many accounts are valid in an epoch. */
export const countAccounts = async (db: Db, epoch: number): Promise<{ joined: number; valid: number }> => {
  const { joined } = await db
    .selectFrom('spent_root')
    .select(({ fn }) => fn.countAll<number>().as('joined'))
    .executeTakeFirstOrThrow()
  const { valid } = await db
    .selectFrom('account')
    .select(({ fn }) => fn.countAll<number>().as('valid'))
    .where('valid_through', '>=', epoch)
    .executeTakeFirstOrThrow()
  return { joined, valid }
}

/** Writes every row that stands for a person anew, then lays the tables out in the order of chance. */
export const shuffleAccounts = async (db: Kysely<DB>): Promise<void> => {
  for (const step of [sql`select shuffle_accounts()`, sql`select lay_out_accounts()`])
    await db.transaction().execute(async (trx) => {
      // Longer than any request may take: the tables may be large.
      await sql`set local statement_timeout = '10min'`.execute(trx)
      await step.execute(trx)
    })
}

/** Adds accounts of the demo in one go, those whose root has not joined yet. */
export const addDemoAccounts = (
  db: Kysely<DB>,
  rows: readonly {
    id: string
    rootKey: Buffer
    rootHash: Buffer
    label: string
    quarter: number
    through: number
    language: TextLanguage
    places: readonly [number, number, number]
  }[],
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    for (let from = 0; from < rows.length; from += 500) {
      const some = rows.slice(from, from + 500)
      const added = await trx
        .insertInto('account')
        .values(
          some.map(({ id, rootKey, through, label, quarter, places }) => ({
            id,
            root_key: rootKey,
            valid_through: through,
            label,
            label_period: quarter,
            shuffle: places[0],
          })),
        )
        .onConflict((conflict) =>
          conflict.column('root_key').doUpdateSet({
            valid_through: (row) => row.ref('excluded.valid_through'),
            label_period: (row) => row.ref('excluded.label_period'),
          }),
        )
        .returning(['id'])
        .execute()
      const fresh = new Set(added.map(({ id }) => id))
      const made = some.filter(({ id }) => fresh.has(id))
      if (made.length === 0) continue
      await trx
        .insertInto('spent_root')
        .values(made.map(({ rootHash, places }) => ({ root_hash: rootHash, shuffle: places[1] })))
        .execute()
      await trx
        .insertInto('account_settings')
        .values(
          made.map(({ id, language, places }) => ({
            account_id: id,
            language,
            reads: [language],
            interests: [],
            byline: 'anonymous',
            shuffle: places[2],
          })),
        )
        .execute()
    }
  })

/** Gives a demo account its signed name. */
export const showNameOfDemo = (
  db: Db,
  rootKey: Buffer,
  {
    name,
    specialty,
    country,
    through,
    signature,
  }: { name: string; specialty: string; country: string; through: number; signature: Buffer },
) =>
  db
    .updateTable('account')
    .set({ name, name_specialty: specialty, name_country: country, name_through: through, name_signature: signature })
    .where('root_key', '=', rootKey)
    .execute()

/** What a member has chosen that a list goes by. */
export const listSettings = (db: Db, accountId: string) =>
  db.selectFrom('account_settings').select(['interests', 'reads']).where('account_id', '=', accountId).executeTakeFirstOrThrow()
