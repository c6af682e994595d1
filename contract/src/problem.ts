import { type Static, Type } from 'typebox'

/** An RFC 9457 problem document; `title` is English, `detail` is in the caller's language. */
export const problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    detail: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    /** Where in the request it is wrong: JSON pointer and why; with offsets (UTF-16) where it is a part of a text. */
    fields: Type.Optional(
      Type.Array(
        Type.Object({
          path: Type.String(),
          reason: Type.String(),
          start: Type.Optional(Type.Integer()),
          end: Type.Optional(Type.Integer()),
        }),
      ),
    ),
    /** The current state a stale write ran into. */
    current: Type.Optional(Type.Unknown()),
    requestId: Type.String(),
  },
  { $id: 'Problem' },
)
export type Problem = Static<typeof problem>
