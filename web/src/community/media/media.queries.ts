import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { type ImageReview, reviewImage, showImageReview } from '#contract/community/media.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import { call } from '../../platform/call.ts'

const keyOf = (imageId: string) => ['image-review', imageId]

/** How far each of my images has come; asked again while text is being looked for. */
export const useImageReviews = (imageIds: readonly string[]): ReadonlyMap<string, ImageReview> => {
  const results = useQueries({
    queries: imageIds.map((imageId) => ({
      queryKey: keyOf(imageId),
      queryFn: ({ signal }: { signal: AbortSignal }) => call(showImageReview, { params: { imageId }, signal }),
      refetchInterval: ({ state }: { state: { data?: ImageReview | undefined } }) =>
        state.data?.searched === 'waiting' ? 1_500 : (false as const),
    })),
  })
  return new Map(results.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])))
}

/** Says of an image that I have looked at it, and what is to be covered. */
export const useReviewImage = (imageId: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, key }: { body: BodyOf<typeof reviewImage>; key: string }) => call(reviewImage, { params: { imageId }, body, key }),
    onSuccess: (review) => client.setQueryData(keyOf(imageId), review),
    onError: () => client.invalidateQueries({ queryKey: keyOf(imageId) }),
  })
}
