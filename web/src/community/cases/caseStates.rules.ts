import type { CaseState } from '#contract/community/cases.ts'

/** Closed with an outcome: comments still come, answers do not. */
export const isClosed = (state: CaseState): boolean => state === 'resolved' || state === 'case-study'

/** Open for answers. */
export const isOpen = (state: CaseState): boolean => state === 'open' || state === 'needs-information' || state === 'working-diagnosis'

/** Said in a word that has room in a phone's bar. */
export const isPlain = (state: CaseState): boolean => state !== 'needs-information' && state !== 'working-diagnosis'

/** What an asker can do with a case in this state. */
export const askersSteps = (state: CaseState) => ({
  update: isOpen(state) || state === 'resolved',
  workingDiagnosis: isOpen(state),
  close: isOpen(state),
  reopen: state === 'resolved',
  withdraw: isOpen(state) || isClosed(state),
})

/** How the state of a case is toned where it stands as a tag. */
export const toneOf = (state: CaseState): 'accent' | 'caution' | 'good' | 'plain' => {
  switch (state) {
    case 'open':
    case 'working-diagnosis':
      return 'accent'
    case 'needs-information':
    case 'hidden':
      return 'caution'
    case 'resolved':
    case 'case-study':
      return 'good'
    case 'withdrawn':
      return 'plain'
  }
}
