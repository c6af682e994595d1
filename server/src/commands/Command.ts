import type { Config } from '#server/platform/config.ts'

/** What a command is given: the instance's settings, the words after its name, and where it says what happened. */
export interface Call {
  readonly config: Config
  readonly words: readonly string[]
  readonly say: (line: string) => void
}

/** One thing the operator can have done. */
export interface Command {
  /** What follows `script/consilium <name>`, for example `FILE.jsonl [--dry-run]`; empty for nothing. */
  readonly usage: string
  /** One sentence. */
  readonly summary: string
  /** Further lines for its own --help. */
  readonly help?: readonly string[]
  /** Returns the exit status. Throws `UsageError` when the words make no sense, `CannotStart` when the instance does not. */
  readonly run: (call: Call) => Promise<number>
}

/** The words after a command's name make no sense; shown with its usage. */
export class UsageError extends Error {
  override name = 'UsageError'
}
