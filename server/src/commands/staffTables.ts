import { CannotStart } from '#server/platform/CannotStart.ts'

const undefinedTable = '42P01'

/** One sentence for a registrar that was never started; any other error as it is. */
export const whyNotOpen = (error: unknown): unknown =>
  (error as { code?: string }).code === undefinedTable
    ? new CannotStart('The registrar has no tables yet: script/consilium migrate makes them.')
    : error
