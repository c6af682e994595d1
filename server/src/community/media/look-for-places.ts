import type { Deps } from '../deps.ts'
import { fileOf } from './media.rules.ts'
import { findReview, keepLooked } from './media.sql.ts'
import type { FoundPlaces } from './PlaceFinder.ts'

/** Looks for text and faces in an image nobody has looked at. One that cannot be decoded cannot be shown; asked again, nothing more happens. */
export const lookForPlaces = async (deps: Pick<Deps, 'db' | 'files' | 'log' | 'placeFinder'>, imageId: string): Promise<void> => {
  const image = await findReview(deps.db, imageId)
  if (image?.searched !== 'waiting') return
  const file = await deps.files.get(fileOf(imageId, 'full'))
  if (!file) return
  try {
    const found = await deps.placeFinder.find(file, { faces: true })
    if (found.looked !== 'whole') deps.log.warn({ looked: found.looked }, 'an image was not wholly searched')
    await keepFound(deps, imageId, found)
  } catch (error) {
    deps.log.warn({ err: error }, 'an image that is kept cannot be decoded')
    await keepLooked(deps.db, imageId, 'failed', [])
  }
}

/** Notes where text and faces stand in an image, and how much of it was looked at. */
export const keepFound = (deps: Pick<Deps, 'db'>, imageId: string, { looked, boxes }: FoundPlaces): Promise<unknown> =>
  keepLooked(
    deps.db,
    imageId,
    looked,
    boxes.map(({ x, y, width, height, kind }) => ({ x, y, width, height, kind, kept: false })),
  )
