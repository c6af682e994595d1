import { findHourZone, hourZones, zoneLike } from '#atlas/hourZones.ts'
import type { NotificationSettings } from '#contract/community/notifications.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useChangeNotificationSettings, useNotificationSettings } from './notifications.queries.ts'
import '../join/join.css'
import './notifications.css'

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`
const hoursFrom = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ value: String(from + index), label: clock(from + index) }))

/** When and how often I let myself be told, each change kept as it is made. */
export const NotificationSettingsForm = () => {
  const { notifications } = useWords()
  const settings = useNotificationSettings()
  if (settings.error) return <ErrorState error={settings.error} title={notifications.set.title} retry={() => void settings.refetch()} />
  return settings.data ? <Form settings={settings.data} /> : <Skeleton label={notifications.set.title} widths={[40, 90, 60]} />
}

const Form = ({ settings }: { settings: NotificationSettings }) => {
  const { language, notifications } = useWords()
  const words = notifications.set
  const changing = useChangeNotificationSettings()
  const change = (part: Partial<NotificationSettings>) => changing.mutate(part)
  const device = zoneLike(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date().getFullYear())
  const times = (most: number) =>
    Array.from({ length: most + 1 }, (_, times_) => ({ value: String(times_), label: times_ === 0 ? words.never : String(times_) }))
  return (
    <section className="account-page">
      <h1>{words.title}</h1>
      <Select
        label={words.zone}
        hint={settings.zone === null ? words.zoneNone : words.zoneHint}
        value={settings.zone}
        placeholder={words.zoneUnsaid}
        options={hourZones.map((zone) => ({ value: zone.code, label: zone[language] }))}
        onChange={(zone) => change({ zone })}
      />
      {device !== null && device !== settings.zone && (
        <Note tone="accent">
          <p>
            {words.zoneSuggested(findHourZone(device)?.[language] ?? device)}{' '}
            <Button kind="text" onClick={() => change({ zone: device })}>
              {words.useIt}
            </Button>
          </p>
        </Note>
      )}
      <div className="notification-hours">
        <Select
          label={words.from}
          value={String(settings.wakesAt)}
          options={hoursFrom(0, settings.restsAt - 1)}
          onChange={(hour) => change({ wakesAt: Number(hour) })}
        />
        <Select
          label={words.to}
          value={String(settings.restsAt)}
          options={hoursFrom(settings.wakesAt + 1, 24)}
          onChange={(hour) => change({ restsAt: Number(hour) })}
        />
        <Select
          label={words.perDay}
          value={String(settings.perDay)}
          options={times(20)}
          onChange={(perDay) => change({ perDay: Number(perDay), perWeek: Math.max(settings.perWeek, Number(perDay)) })}
        />
        <Select
          label={words.perWeek}
          value={String(settings.perWeek)}
          options={times(20)}
          onChange={(perWeek) => change({ perWeek: Number(perWeek), perDay: Math.min(settings.perDay, Number(perWeek)) })}
        />
      </div>
      <p>{words.always}</p>
      {(['comment', 'reply', 'outcome', 'outcomeWanted'] as const).map((kind) => (
        <Segments
          key={kind}
          label={words.kinds[kind]}
          options={(['at-once', 'digest', 'off'] as const).map((value) => ({ value, label: words.choices[value] }))}
          value={settings[kind]}
          onChange={(value) => change({ [kind]: value })}
        />
      ))}
      <ProblemNote error={changing.error} />
      <p role="status">{changing.isPending ? words.saving : changing.isSuccess && words.saved}</p>
    </section>
  )
}
