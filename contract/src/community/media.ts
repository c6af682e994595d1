import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'

export const limits = { megabytes: 25, pixels: 50_000_000 } as const

/** Longest side in pixels of each variant that is kept; the original is not. */
export const variants = { thumb: 240, page: 1080, full: 4096 } as const

export const uploadImage = endpoint({
  method: 'POST',
  path: '/api/community/images',
  who: 'member',
  summary: 'Takes one photo (multipart field `file`): decoded and encoded anew, metadata and original gone.',
  upload: true,
  reply: Type.Object({ id, width: Type.Integer(), height: Type.Integer() }, { additionalProperties: false }),
  status: 201,
  limit: 30,
  errors: ['image.unreadable', 'image.too-large', 'image.too-many-pixels', 'image.kind-refused'],
})

export const showImage = endpoint({
  method: 'GET',
  path: '/api/community/images/{imageId}/{variant}',
  who: 'member',
  summary: 'One variant of an image this member may see; private and revalidated at every view.',
  params: Type.Object({ imageId: id, variant: Type.Enum(['thumb', 'page', 'full']) }, { additionalProperties: false }),
  produces: 'image/webp',
  status: 200,
  limit: 600,
  errors: ['image.not-found', 'image.gone'],
})

export const discardImage = endpoint({
  method: 'DELETE',
  path: '/api/community/images/{imageId}',
  who: 'member',
  summary: 'Throws away an image of mine that no case shows yet.',
  params: Type.Object({ imageId: id }, { additionalProperties: false }),
  status: 204,
  errors: ['image.not-found', 'image.in-use'],
})
