import type { Kysely, Transaction } from 'kysely'
import type { LabelCode } from '#tickets/labels.ts'
import type { FileStore } from '../platform/FileStore.ts'
import type { Ids } from '../platform/ids.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Log } from '../platform/log.ts'
import type { Mailer } from '../platform/mail.ts'
import type { DB } from '../platform/schema/registrar.generated.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Clock } from '../platform/time.ts'
import type { Authority } from './certificates/Authority.ts'
import type { Login } from './proving/Login.ts'
import type { RegisterAdapter } from './registers/RegisterAdapter.ts'

export type RegistrarDb = Kysely<DB>
export type Trx = Transaction<DB>
/** Inside a transaction or not. */
export type Db = RegistrarDb | Trx

/** What every command and query of the registrar may use: rows, time, chance, work to be done, files, keys, mail. */
export interface Deps {
  readonly db: RegistrarDb
  readonly clock: Clock
  readonly ids: Ids
  readonly jobs: Jobs
  readonly log: Log
  readonly files: FileStore
  readonly secrets: Secrets<'registrar'>
  /** Null without a mail server: the demo's letters go to its mailbox, anybody else's cannot be sent. */
  readonly mail: Mailer | null
  readonly origin: string
  readonly communityOrigin: string
  readonly demo: boolean
  /** A label shows only while at least so many doctors carry it. */
  readonly crowdMinimum: number
  /** Those who wait enter together once they are so many. */
  readonly groupMinimum: number
  /** Whether a doctor may enter alone, at once. */
  readonly enterNow: boolean
  /** Whether doctors in training, and those who no longer practise, may enter. */
  readonly trainees: boolean
  readonly retired: boolean
  /** The share, 0 to 1, of doctors the program let in whom a person looks at again. */
  readonly lookedAtAgain: number
  /** Where a vendor compares documents with faces, and where interviews are held; null where this instance has none. */
  readonly idCheck: { readonly url: string; readonly key: string } | null
  readonly interviewUrl: string | null
  /** Providers whose login says which licence is whose, as the operator agreed with them. */
  readonly logins: readonly Login[]
  /** Authorities whose certificates the operator trusts to say who somebody is. */
  readonly authorities: readonly Authority[]
  /** The demo's doctors behind each label, who have no record here; nobody anywhere else. */
  readonly props: ReadonlyMap<LabelCode, number>
  /** Every way to ask a register of doctors. */
  readonly registers: readonly RegisterAdapter[]
}
