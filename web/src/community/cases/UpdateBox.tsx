import type { ShownCase } from '#contract/community/cases.ts'
import { eventTime } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { HeldNote, TranslationLine } from '../texts/TranslationLine.tsx'
import { UserText } from '../texts/UserText.tsx'
import { useReading } from '../texts/useReading.ts'
import { Labs, textsOfLab } from './Labs.tsx'
import { between, waitText } from './waiting.rules.ts'
import './UpdateBox.css'

const hour = 3_600_000

/** Something the asker added later, with when it came: the clock's time and the minute of the case. */
export const UpdateBox = ({ update, askedAt, now }: { update: ShownCase['updates'][number]; askedAt: string; now: number }) => {
  const { language, cases } = useWords()
  const reading = useReading([...(update.text ? [update.text] : []), ...update.labs.flatMap(textsOfLab)])
  const time = eventTime(update.at, now, language)
  const since = between(askedAt, update.at)
  return (
    <section className="update-box">
      <h2>{update.labs.length > 0 ? cases.newResult : cases.update}</h2>
      <time dateTime={update.at}>
        {since < hour ? cases.atMinute(time, String(Math.floor(since / 60_000))) : cases.after(time, waitText(since, cases.underAMinute))}
      </time>
      <TranslationLine reading={reading} />
      <HeldNote reading={reading} />
      {update.text && <UserText words={reading.of(update.text)} explains />}
      {update.labs.length > 0 && <Labs labs={update.labs} reading={reading} />}
    </section>
  )
}
