import { randomBytes, randomUUID } from 'node:crypto'
import { v7 } from 'uuid'

/** Where chance comes from: ids and random bytes. */
export interface Ids {
  /** For a thing: ordered by the instant it is made at. */
  readonly timed: (at: Date) => string
  /** For what stands for a person: says nothing about when. */
  readonly random: () => string
  readonly bytes: (length: number) => Buffer
}

export const systemIds: Ids = {
  timed: (at) => v7({ msecs: at.getTime() }),
  random: () => randomUUID(),
  bytes: (length) => randomBytes(length),
}
