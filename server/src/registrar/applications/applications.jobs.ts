import { job } from '../../platform/jobs.ts'

/** Deletes the file of a document that is gone. */
export const removeDocument = job<{ evidenceId: string }>('registrar.remove-document')

/** Somebody was just verified, and will come to enter. */
export const doctorVerified = job<{ applicationId: string }>('registrar.doctor-verified')

/** A licence was taken from somebody who may have vouched for others. */
export const licenceRevoked = job<{ personId: string }>('registrar.licence-revoked')

/** Reads the register for a case that waits for it. */
export const readRegister = job<{ applicationId: string }>('registrar.read-register')

/** A doctor whose words or devices were stolen has proved the licence anew, and two people agreed. */
export const rootStolen = job<{ personId: string }>('registrar.root-stolen')
