import { ago, clockTime, eventTime } from '../platform/format.ts'
import { useCommonWords } from '../platform/useWords.ts'

/** When something was, as long ago. */
export const RelativeTime = ({ at, now }: { at: string; now: number }) => {
  const { language } = useCommonWords()
  return (
    <time dateTime={at} title={eventTime(at, now, language)}>
      {ago(at, now, language)}
    </time>
  )
}

/** When something was, on the clock. */
export const ClockTime = ({ at }: { at: string }) => {
  const { language } = useCommonWords()
  return <time dateTime={at}>{clockTime(at, language)}</time>
}
