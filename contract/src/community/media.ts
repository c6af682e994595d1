import { type Static, Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { id, orNull, stack } from '../shapes.ts'
import { after, uploadLimits } from './uploads.ts'

export const limits = { megabytes: 25, pixels: 50_000_000 } as const

/** A DICOM file, and the stack its files make: frames, and pixels of one and of all of them. */
export const stackLimits = {
  megabytes: uploadLimits.megabytes,
  files: 500,
  frames: 500,
  framePixels: 24_000_000,
  pixels: 140_000_000,
} as const

/** Longest side in pixels of each variant that is kept; the original is not. */
export const variants = { thumb: 240, page: 1080, full: 4096 } as const

const imageId = Type.Object({ imageId: id }, { additionalProperties: false })

const taken = Type.Object(
  {
    id,
    width: Type.Integer(),
    height: Type.Integer(),
    /** Frames of a DICOM stack that have come so far; null for a photo. */
    frames: orNull(Type.Integer()),
  },
  { additionalProperties: false },
)

/** Where pieces of the file have arrived under the same key, what is sent now is the rest of it. */
const rest = Type.Object({ after: Type.Optional(after) }, { additionalProperties: false })

const dicomErrors = [
  'image.dicom-unreadable',
  'image.dicom-no-picture',
  'image.dicom-compression',
  'image.stack-mixed',
  'image.stack-too-large',
] as const

export const uploadImage = endpoint({
  method: 'POST',
  path: '/api/community/images',
  who: 'member',
  summary:
    'Takes one photo or DICOM file (multipart field `file`), known by its content: decoded and made anew, metadata and original gone.',
  query: rest,
  upload: true,
  reply: taken,
  status: 201,
  limit: 30,
  errors: ['image.unreadable', 'image.too-large', 'image.too-many-pixels', 'image.kind-refused', 'upload.piece-elsewhere', ...dicomErrors],
})

export const uploadStackFile = endpoint({
  method: 'POST',
  path: '/api/community/image-stacks/{stack}/files',
  who: 'member',
  summary: 'Takes one DICOM file of a stack, whose key I made: all that are sent under it become one image, once it is complete.',
  params: Type.Object({ stack: id }, { additionalProperties: false }),
  query: rest,
  upload: true,
  reply: taken,
  status: 201,
  /** A series is some hundreds of files. */
  limit: 600,
  errors: ['image.unreadable', 'image.too-large', 'upload.piece-elsewhere', ...dicomErrors, 'image.stack-complete'],
})

export const completeStack = endpoint({
  method: 'POST',
  path: '/api/community/images/{imageId}/stack',
  who: 'member',
  summary: 'All files of a stack of mine have come: they are put in order, and the stack goes on as any image does.',
  params: imageId,
  body: Type.Object({ files: Type.Integer({ minimum: 1, maximum: stackLimits.files }) }, { additionalProperties: false }),
  reply: taken,
  status: 201,
  limit: 60,
  errors: ['image.not-found', 'image.stack-incomplete'],
})

export const showImage = endpoint({
  method: 'GET',
  path: '/api/community/images/{imageId}/{variant}',
  who: 'member-or-lapsed',
  summary: 'One variant of an image this member may see; private and revalidated at every view.',
  params: Type.Object({ imageId: id, variant: Type.Enum(['thumb', 'page', 'full']) }, { additionalProperties: false }),
  /** Not read by the server: another address for other pixels, because a page does not ask again for what it shows. */
  query: Type.Object({ revision: Type.Optional(Type.Integer({ minimum: 1 })) }, { additionalProperties: false }),
  produces: 'image/webp',
  status: 200,
  limit: 600,
  errors: ['image.not-found', 'image.gone'],
})

export const showFrame = endpoint({
  method: 'GET',
  path: '/api/community/images/{imageId}/frames/{frame}',
  who: 'member',
  summary: 'The values of one frame of a stack this member may see, as its `stack` describes them; private and revalidated at every view.',
  params: Type.Object({ imageId: id, frame: Type.Integer({ minimum: 0, maximum: stackLimits.frames }) }, { additionalProperties: false }),
  /** Not read by the server, as for an image. */
  query: Type.Object({ revision: Type.Optional(Type.Integer({ minimum: 1 })) }, { additionalProperties: false }),
  produces: 'application/octet-stream',
  status: 200,
  limit: 3_000,
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

const pixel = Type.Integer({ minimum: -8_192, maximum: 8_192 })
const side = Type.Integer({ minimum: 1, maximum: 8_192 })

/** A rectangle of the full size, in its pixels. */
export const imageBox = Type.Object({ x: pixel, y: pixel, width: side, height: side }, { additionalProperties: false })

/** What is painted over: a rectangle, or the stroke of a round brush. */
export const coverShape = Type.Union([
  Type.Object({ kind: Type.Literal('box'), ...imageBox.properties }, { additionalProperties: false }),
  Type.Object(
    {
      kind: Type.Literal('brush'),
      width: Type.Integer({ minimum: 1, maximum: 2_000 }),
      points: Type.Array(Type.Tuple([pixel, pixel]), { minItems: 1, maxItems: 2_000 }),
    },
    { additionalProperties: false },
  ),
])
export type CoverShape = Static<typeof coverShape>

/** How far an image of mine has come: found text and faces, and what I said of it. Null while I have not looked at it. */
export const imageReview = Type.Object(
  {
    id,
    width: Type.Integer(),
    height: Type.Integer(),
    revision: Type.Integer(),
    /**
     * How far the search for text and faces came. After `partly` and `not` the image can be shown like any other, and whoever says that they have looked at it
     * is told that they looked where nobody else did. After `failed`, when it cannot be decoded, it cannot be shown.
     */
    searched: Type.Enum(['waiting', 'whole', 'partly', 'not', 'failed']),
    /** Where text or a face was found; `kept` where I have said that it may stay. That none was found says nothing: see the tick. */
    boxes: Type.Array(
      Type.Object({ ...imageBox.properties, kind: Type.Enum(['text', 'face']), kept: Type.Boolean() }, { additionalProperties: false }),
    ),
    shows: orNull(Type.Enum(['nobody', 'patient'])),
    stack: orNull(stack),
  },
  { additionalProperties: false },
)
export type ImageReview = Static<typeof imageReview>

export const showImageReview = endpoint({
  method: 'GET',
  path: '/api/community/images/{imageId}/review',
  who: 'member',
  summary:
    'An image of mine that no case shows yet: how far text and faces were looked for and where they were found, and whether I have looked at it.',
  params: imageId,
  reply: imageReview,
  status: 200,
  errors: ['image.not-found', 'image.in-use'],
})

export const reviewImage = endpoint({
  method: 'POST',
  path: '/api/community/images/{imageId}/review',
  who: 'member',
  summary:
    'I have looked at all of an image at full size: what is to be painted over for good, what may stay, whether the patient can be recognised.',
  params: imageId,
  body: Type.Object(
    {
      revision: Type.Integer({ minimum: 1 }),
      /** For each box that was found, in their order. */
      boxes: Type.Array(Type.Enum(['cover', 'keep']), { maxItems: 400 }),
      shapes: Type.Array(coverShape, { maxItems: 400 }),
      lookedAtFullSize: Type.Literal(true),
      shows: Type.Enum(['nobody', 'patient']),
    },
    { additionalProperties: false },
  ),
  reply: imageReview,
  status: 201,
  limit: 60,
  errors: ['image.not-found', 'image.in-use', 'image.being-read', 'image.cannot-be-read', 'image.boxes-open', 'image.review-stale'],
})
