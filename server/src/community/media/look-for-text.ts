import type { Deps } from '../deps.ts'
import { fileOf } from './media.rules.ts'
import { findReview, keepLooked } from './media.sql.ts'
import type { FoundText } from './TextFinder.ts'

/** Looks for text in an image nobody has looked at. One that cannot be decoded cannot be shown; asked again, nothing more happens. */
export const lookForText = async (deps: Pick<Deps, 'db' | 'files' | 'log' | 'textFinder'>, imageId: string): Promise<void> => {
  const image = await findReview(deps.db, imageId)
  if (image?.textLooked !== 'waiting') return
  const file = await deps.files.get(fileOf(imageId, 'full'))
  if (!file) return
  try {
    const found = await deps.textFinder.find(file)
    if (found.looked !== 'whole') deps.log.warn({ looked: found.looked }, 'an image was not wholly looked at for text')
    await keepFound(deps, imageId, found)
  } catch (error) {
    deps.log.warn({ err: error }, 'an image that is kept cannot be decoded')
    await keepLooked(deps.db, imageId, 'failed', [])
  }
}

/** Notes where text stands in an image, and how much of it was looked at. */
export const keepFound = (deps: Pick<Deps, 'db'>, imageId: string, { looked, boxes }: FoundText): Promise<unknown> =>
  keepLooked(
    deps.db,
    imageId,
    looked,
    boxes.map(({ x, y, width, height }) => ({ x, y, width, height, kept: false })),
  )
