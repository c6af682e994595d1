import { duration, eventTime } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { Note } from '../../ui/Note.tsx'
import { leavingOf } from './leaving.rules.ts'

/** How long the patient is still there, for whoever answers. */
export const PatientLeaves = ({ at, now }: { at: string; now: number }) => {
  const { language, cases } = useWords()
  const time = eventTime(at, now, language)
  const { left, gone } = leavingOf(at, now)
  if (gone) return <Note tone="plain" icon="clock" title={cases.patientLeft(time)} />
  return (
    <Note tone="caution" icon="clock" title={left === 0 ? cases.patientLeavesNow(time) : cases.patientLeavesIn(duration(left), time)} />
  )
}
