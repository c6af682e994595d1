import { useQuery } from '@tanstack/react-query'
import { listMailbox } from '#contract/registrar/mails.ts'
import { call } from '../../platform/call.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { ClockTime } from '../../ui/Time.tsx'
import './mailbox.css'

const everyTwoSeconds = 2_000

/** Every letter the demo would have sent, newest first. */
export const Mailbox = () => {
  const { desk } = useRegistrarWords()
  const words = desk.mailbox
  const { data, error } = useQuery({
    queryKey: ['mailbox'],
    queryFn: ({ signal }) => call(listMailbox, { query: {}, signal }),
    refetchInterval: everyTwoSeconds,
  })
  return (
    <>
      <h1>{words.title}</h1>
      <p className="mailbox-text">{words.text}</p>
      <div>
        <Button onClick={() => history.back()}>{words.back}</Button>
      </div>
      <ProblemNote error={error} />
      {data?.items.length === 0 && <p className="mailbox-text">{words.empty}</p>}
      <ul className="mailbox">
        {data?.items.map(({ id, to, subject, body, arrivedAt }) => (
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
