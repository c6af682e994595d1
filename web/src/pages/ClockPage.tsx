import { useState } from 'preact/hooks'
import { Page } from '../app/Page.tsx'
import { ClockView, type Period } from '../community/response-clock/ClockView.tsx'
import { useShowClock } from '../community/response-clock/clock.queries.ts'
import { useWords } from '../platform/useWords.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

/** How long doctors who ask have to wait. */
export const ClockPage = () => {
  const { clock } = useWords()
  const [period, setPeriod] = useState<Period>('28')
  const { data, error, refetch } = useShowClock(Number(period))
  return (
    <Page title={clock.title}>
      {data ? (
        <ClockView clock={data} period={period} choose={setPeriod} />
      ) : error ? (
        <ErrorState error={error} title={clock.failed} retry={() => void refetch()} />
      ) : (
        <Skeleton label={clock.getting} widths={[40, 90, 60, 100, 80]} />
      )}
    </Page>
  )
}
