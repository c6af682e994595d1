import { job } from '../../platform/jobs.ts'

/** The files of an image are to go. */
export const removeFiles = job<{ imageId: string }>('community.remove-image-files')

/** Text and faces are to be looked for in the pixels of an image. One at a time: a photo takes seconds, and many would outlast the queue's patience. */
export const findPlaces = job<{ imageId: string }>('community.find-text-in-image', { oneByOne: true })
