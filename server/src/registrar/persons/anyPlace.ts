import type { Ids } from '../../platform/ids.ts'

/** Where a row lies among the others until the next shuffle. */
export const anyPlace = (ids: Ids): number => ids.bytes(4).readUInt32BE() / 2 ** 32
