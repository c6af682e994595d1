import type { DemoLetter } from '#contract/shapes.ts'
import { useCommonWords } from '../platform/useWords.ts'
import { Button } from './Button.tsx'
import { ProblemNote } from './ProblemNote.tsx'
import { ClockTime } from './Time.tsx'
import './DemoMailbox.css'

/** Every letter the demo would have sent, newest first. */
export const DemoMailbox = ({ letters, error }: { letters: readonly DemoLetter[] | undefined; error: unknown }) => {
  const { ui } = useCommonWords()
  const words = ui.demoMailbox
  return (
    <>
      <h1>{words.title}</h1>
      <p className="mailbox-text">{words.text}</p>
      <div>
        <Button onClick={() => history.back()}>{words.back}</Button>
      </div>
      <ProblemNote error={error} />
      {letters?.length === 0 && <p className="mailbox-text">{words.empty}</p>}
      <ul className="mailbox">
        {letters?.map(({ id, to, subject, body, arrivedAt }) => (
          <li key={id}>
            <h2>{subject}</h2>
            <p className="mailbox-meta">
              {words.to} {to} · <ClockTime at={arrivedAt} />
            </p>
            <Body text={body} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** A letter's paragraphs; an address stands as a link. */
const Body = ({ text }: { text: string }) => (
  <>
    {text
      .trim()
      .split('\n\n')
      .map((line) => (
        <p key={line} className={/^\d{6}$/.test(line) ? 'mailbox-code' : undefined}>
          {/^https?:\/\/\S+$/.test(line) ? <a href={line}>{line}</a> : line}
        </p>
      ))}
  </>
)
