/** A step an asker can take with their case, each in a dialog of its own. */
export type Step = 'update' | 'workingDiagnosis' | 'close' | 'reopen' | 'withdraw' | 'withdrawConsent' | 'more'
