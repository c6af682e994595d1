import { job } from '../../platform/jobs.ts'

/** Deletes the file of a document that is gone. */
export const removeDocument = job<{ evidenceId: string }>('registrar.remove-document')
