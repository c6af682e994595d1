import type { Deps } from '../deps.ts'
import { fileOf } from './media.rules.ts'
import { findReview, keepReading } from './media.sql.ts'
import type { Box } from './TextFinder.ts'

/** Looks for text in an image nobody has looked at. What cannot be read cannot be shown; asked again, nothing more happens. */
export const lookForText = async (deps: Pick<Deps, 'db' | 'files' | 'log' | 'textFinder'>, imageId: string): Promise<void> => {
  const image = await findReview(deps.db, imageId)
  if (image?.reading !== 'waiting') return
  const file = await deps.files.get(fileOf(imageId, 'full'))
  if (!file) return
  try {
    await keepFound(deps, imageId, await deps.textFinder.find(file))
  } catch (error) {
    deps.log.warn({ err: error }, 'no text could be looked for in an image')
    await keepReading(deps.db, imageId, 'failed', [])
  }
}

/** Notes where text stands in an image. */
export const keepFound = (deps: Pick<Deps, 'db'>, imageId: string, boxes: readonly Box[]): Promise<unknown> =>
  keepReading(
    deps.db,
    imageId,
    'read',
    boxes.map(({ x, y, width, height }) => ({ x, y, width, height, kept: false })),
  )
