import { job } from '../../platform/jobs.ts'

/** The files of an image are to go. */
export const removeFiles = job<{ imageId: string }>('community.remove-image-files')
