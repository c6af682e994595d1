import { ageBands } from '#atlas/ageBands.ts'
import type { CaseForm } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Chips } from '../../ui/Chips.tsx'
import { Select } from '../../ui/Select.tsx'
import { asksPregnancy, withPatient } from './draft.rules.ts'

interface Props {
  readonly patient: CaseForm['patient']
  readonly change: (patient: CaseForm['patient']) => void
}

type Sex = NonNullable<CaseForm['patient']['sex']>

/** Who the patient is, as far as a case says it: an age band, sex, and pregnancy where it can be. */
export const AskPatient = ({ patient, change }: Props) => {
  const { ask } = useWords()
  const bandName = (band: string) =>
    band.startsWith('d') ? ask.days(Number(band.slice(1))) : band.startsWith('m') ? ask.months(Number(band.slice(1))) : ask.years(band)
  const put = (part: Partial<CaseForm['patient']>) => change(withPatient(patient, part))
  return (
    <div className="ask-part">
      <Select
        label={ask.age}
        value={patient.ageBand ?? ''}
        options={[{ value: '', label: ask.notSaid }, ...ageBands.map((value) => ({ value, label: bandName(value) }))]}
        onChange={(ageBand) => put({ ageBand: ageBand === '' ? null : ageBand })}
      />
      <Chips<Sex | 'not-said'>
        label={ask.sex}
        options={[
          ...(['female', 'male', 'other'] as const).map((value) => ({ value, label: ask.sexes[value] })),
          { value: 'not-said', label: ask.notSaid },
        ]}
        value={patient.sex ?? 'not-said'}
        onChange={(sex) => put({ sex: sex === 'not-said' ? null : sex })}
      />
      {asksPregnancy(patient) && (
        <Chips<'yes' | 'no' | 'unknown'>
          label={ask.pregnant}
          options={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: ask.pregnancies[value] }))}
          value={patient.pregnant === null ? 'unknown' : patient.pregnant ? 'yes' : 'no'}
          onChange={(answer) => put({ pregnant: answer === 'unknown' ? null : answer === 'yes' })}
        />
      )}
    </div>
  )
}
