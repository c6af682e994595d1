import { useState } from 'preact/hooks'
import type { Me, Settings } from '#contract/community/accounts.ts'
import { type TextLanguage, wordsFor } from '#contract/shapes.ts'
import { widerThan } from '#tickets/labels.ts'
import { epochStart } from '#tickets/tickets.rules.ts'
import { problemOf } from '../../platform/call.ts'
import { useTheme } from '../../platform/theme.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ManyChips } from '../../ui/Chips.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { labelParts } from '../bylines/byline.rules.ts'
import { labelText } from '../join/labelText.ts'
import { AddedDevicesNote } from './AddedDevicesNote.tsx'
import { useChangeSettings, useSession } from './accounts.queries.ts'
import { DownloadMine } from './DownloadMine.tsx'
import { Interests } from './Interests.tsx'
import { Lapsed } from './Lapsed.tsx'
import { SignOutDialog } from './SignOutDialog.tsx'
import '../join/join.css'
import './me.css'

/** Each language by its own name. */
const ownNames: Readonly<Record<TextLanguage, string>> = { en: 'English', es: 'Español', ca: 'Català' }

/** The member's own page: how they appear, what they chose, their devices, the way out. */
export const MyAccount = () => {
  const { accounts } = useWords()
  const session = useSession()
  if (session.error) return <ErrorState error={session.error} title={accounts.me.title} retry={() => void session.refetch()} />
  if (!session.data?.me) return null
  return session.data.me.lapsed ? <Lapsed /> : <Account me={session.data.me} />
}

const Account = ({ me }: { me: Me }) => {
  const { language, accounts, bylines, cases, clock, corrections, notifications } = useWords()
  const words = accounts.me
  const changing = useChangeSettings()
  const [theme, setTheme] = useTheme()
  const [leaving, setLeaving] = useState(false)
  const languages = (useSession().data?.languages ?? []).map((value) => ({ value, label: ownNames[value] }))
  const rungs = [me.label.carried.code, ...widerThan(me.label.carried.code)]
  const { specialty, place } = labelParts(me.label.shown, language, bylines)
  // What was chosen shows at once, and falls back to what the server has when it was refused.
  const [chosen, setChosen] = useState<Partial<Settings>>({})
  const settings = { ...me.settings, ...chosen }
  const change = (part: Partial<Settings>) => {
    setChosen({ ...chosen, ...part })
    changing.mutate(part, { onError: () => setChosen({}) })
  }
  const until = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'es', { day: 'numeric', month: 'long' })
  return (
    <div className="account-page">
      <h1>{words.title}</h1>
      <AddedDevicesNote me={me} />
      <section className="me-label">
        <h2>{words.label}</h2>
        <p>
          <strong>
            {specialty} · {place}
          </strong>
        </p>
        <p>{me.label.crowd === null ? words.crowdUnknown : words.crowd(me.label.crowd)}</p>
        {me.label.carried.code !== me.label.shown.code && (
          <p>
            {(settings.showAtMost === me.label.shown.code ? words.shownLess : words.widened)(
              labelText(me.label.carried.code, language, bylines),
            )}
          </p>
        )}
        {me.name !== null && <p>{words.nameShown(me.name)}</p>}
        <p>
          {words.validThrough(until.format(new Date(epochStart(me.validThrough + 1).getTime() - 1)))} <a href="/renew">{words.renewNow}</a>
        </p>
      </section>
      {rungs.length > 1 && (
        <Select
          label={words.showAtMost}
          hint={words.showAtMostHint}
          value={settings.showAtMost ?? me.label.carried.code}
          onChange={(code) => change({ showAtMost: code === me.label.carried.code ? null : code })}
          options={rungs.map((code) => ({ value: code, label: labelText(code, language, bylines) }))}
        />
      )}
      <Segments label={words.language} options={languages} value={settings.language} onChange={(value) => change({ language: value })} />
      {wordsFor[settings.language] !== settings.language && <p>{words.nearestWords}</p>}
      <Segments
        label={words.theme}
        options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: words.themes[value] }))}
        value={theme}
        onChange={setTheme}
      />
      <ManyChips label={words.reads} options={languages} values={settings.reads} onChange={(reads) => change({ reads: [...reads] })} />
      <Interests chosen={settings.interests} change={(interests) => change({ interests })} />
      {me.name !== null && (
        <Segments
          label={words.byline}
          hint={words.bylineHint}
          options={(['anonymous', 'name'] as const).map((value) => ({ value, label: words.bylines[value] }))}
          value={settings.byline}
          onChange={(byline) => change({ byline })}
        />
      )}
      {problemOf(changing.error)?.code === 'account.revision-stale' ? (
        <p role="alert">{words.changedElsewhere}</p>
      ) : (
        <ProblemNote error={changing.error} />
      )}
      <p role="status">{changing.isPending ? words.saving : changing.isSuccess && words.saved}</p>
      <ul className="account-lines">
        <li>
          <a href="/me/devices">
            {words.devices} <Icon name="chevron" />
          </a>
        </li>
        <li>
          <a href="/keys">
            {accounts.keys.title} <Icon name="chevron" />
          </a>
        </li>
        <li>
          <a href="/notifications/settings">
            {notifications.set.title} <Icon name="chevron" />
          </a>
        </li>
        <li>
          <a href="/translations">
            {corrections.title} <Icon name="chevron" />
          </a>
        </li>
        <li>
          <a href="/clock">
            {clock.title} <Icon name="chevron" />
          </a>
        </li>
        {me.moderator && (
          <li>
            <a href="/reported-images">
              {cases.reportedImages.title} <Icon name="chevron" />
            </a>
          </li>
        )}
        {me.name === null && (
          <li>
            <a href="/me/name">
              {words.showName} <Icon name="chevron" />
            </a>
          </li>
        )}
        <DownloadMine />
      </ul>
      <div className="join-actions">
        <Button kind="outlined" onClick={() => setLeaving(true)}>
          {words.signOut}
        </Button>
        <LinkButton kind="text" href="/me/erase">
          {accounts.erase.title}
        </LinkButton>
      </div>
      {leaving && <SignOutDialog close={() => setLeaving(false)} />}
    </div>
  )
}
