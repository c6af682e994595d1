import { blankCase, type CaseForm } from '#contract/community/cases.ts'

/** A case as short as one may be posted. */
export const aForm = (more: Partial<CaseForm> = {}): CaseForm => ({
  ...blankCase,
  language: 'es',
  question: '¿Qué es esta masa ramificada que expulsó al toser un chico de 14 años?',
  questionTypes: ['what-is-it'],
  specialties: ['pediatric-cardiology'],
  urgency: 'minutes',
  patient: { ageBand: '10-14', sex: 'male', pregnant: null },
  ...more,
})
