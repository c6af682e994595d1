import { Link } from 'wouter'
import type { CaseInList, showHome } from '#contract/community/cases.ts'
import type { ReplyOf } from '#contract/endpoint.ts'
import { useWords } from '../../platform/useWords.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { useNow } from '../cases/useNow.ts'
import { between, waitText } from '../cases/waiting.rules.ts'
import { UserLine } from '../texts/UserText.tsx'
import { useReading } from '../texts/useReading.ts'
import '../cases/CaseSide.css'
import './feed.css'

const MyCase = ({ shown, now }: { shown: CaseInList; now: number }) => {
  const { cases, feed } = useWords()
  const reading = useReading([shown.question])
  return (
    <div className="my-case">
      <h3>
        <UserLine words={reading.of(shown.question)} />
      </h3>
      <p>
        <strong>{feed.answers(shown.answers)}</strong> · {cases.waitingFor(waitText(between(shown.clock.askedAt, now), cases.underAMinute))}
        {shown.state !== 'open' && ` · ${cases.states[shown.state]}`}
      </p>
      <LinkButton href={`/cases/${shown.id}`}>{feed.open}</LinkButton>
    </div>
  )
}

/** Beside the lists: my own open cases and what I have begun. */
export const HomeSide = ({ home }: { home: ReplyOf<typeof showHome> }) => {
  const { feed } = useWords()
  const now = useNow()
  return (
    <>
      {home.mine.length > 0 && (
        <section className="side-part">
          <h2>{home.mine.length === 1 ? feed.mine : feed.mineMany}</h2>
          {home.mine.map((shown) => (
            <MyCase key={shown.id} shown={shown} now={now} />
          ))}
        </section>
      )}
      {home.drafts > 0 && (
        <section className="side-part">
          <h2>{feed.drafts(home.drafts)}</h2>
          <p>{feed.draftsKept}</p>
          {home.lastDraft && home.lastDraft.question.trim() !== '' && (
            <p className="side-draft" lang={home.lastDraft.language}>
              {home.lastDraft.question}
            </p>
          )}
          <Link href={home.lastDraft ? `/ask?draft=${home.lastDraft.id}` : '/ask'}>{feed.continueDraft}</Link>
        </section>
      )}
    </>
  )
}
