import type { Kysely } from 'kysely'
import type { FileStore } from '../platform/FileStore.ts'
import type { Ids } from '../platform/ids.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Log } from '../platform/log.ts'
import type { Mailer } from '../platform/mail.ts'
import type { Pusher } from '../platform/push.ts'
import type { DB } from '../platform/schema/community.generated.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Signals } from '../platform/signals.ts'
import type { Clock } from '../platform/time.ts'
import type { ManifestSource } from './accounts/manifestSource.ts'
import type { PlaceFinder } from './media/PlaceFinder.ts'
import type { Glossary, Translator } from './texts/Translator.ts'

export type CommunityDb = Kysely<DB>

/** What every command and query of the community may use: rows, time, chance, work to be done, files, keys, mail. */
export interface Deps {
  readonly db: CommunityDb
  readonly clock: Clock
  readonly ids: Ids
  readonly jobs: Jobs
  readonly log: Log
  readonly signals: Signals
  readonly files: FileStore
  readonly secrets: Secrets<'community'>
  /** Null without a mail server: the demo's letters go to its mailbox, and nobody else can give an address. */
  readonly mail: Mailer | null
  /** Null where the operator wants no device to be told anything. */
  readonly push: Pusher | null
  /** Null where no engine is to be had: originals are shown and translated later. */
  readonly translator: Translator | null
  readonly placeFinder: PlaceFinder
  /** The site's terms in both languages, as they are now. */
  readonly glossary: () => Promise<Glossary>
  /** The registrar's published keys and crowds. */
  readonly manifest: ManifestSource
  readonly origin: string
  readonly registrarOrigin: string
  readonly demo: boolean
}
