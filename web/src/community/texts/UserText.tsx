import { pinsNamedIn } from '#atlas/namedPins.ts'
import type { ExplainedTerm as Term } from '#contract/shapes.ts'
import { useWords } from '../../platform/useWords.ts'
import { Explained } from '../../ui/Explained.tsx'
import { blocksOf, type Span, spansOf } from './blocks.rules.ts'
import type { Words } from './useReading.ts'
import './texts.css'

/** Pins that a text may name, and the way to each. */
interface Pins {
  readonly has: (number: number) => boolean
  readonly open: (number: number, opener: HTMLElement) => void
}

/** Words in which the name of a pin is the way to it. */
const WithPins = ({ text, pins }: { text: string; pins: Pins }) => {
  const named = pinsNamedIn(text).flatMap(({ number, ...at }) => (number !== null && pins.has(number) ? { number, ...at } : []))
  return (
    <>
      {named.map(({ start, end, number }, at) => (
        <span key={start}>
          {text.slice(named[at - 1]?.end ?? 0, start)}
          <button type="button" className="pin-link" onClick={({ currentTarget }) => pins.open(number, currentTarget)}>
            {text.slice(start, end)}
          </button>
        </span>
      ))}
      {text.slice(named.at(-1)?.end ?? 0)}
    </>
  )
}

interface How {
  readonly explains: boolean
  readonly pins?: Pins | undefined
}

const Stretch = ({ span, explains, pins }: How & { span: Span }) => {
  const text =
    span.href === null ? (
      pins ? (
        <WithPins text={span.text} pins={pins} />
      ) : (
        span.text
      )
    ) : (
      <a href={span.href} rel="noopener noreferrer" target="_blank">
        {span.text}
      </a>
    )
  if (explains && span.term) return <ExplainedTerm shown={span.text} term={span.term} />
  return span.language === null ? (
    text
  ) : (
    <span className={span.held ? 'held' : undefined} lang={span.language}>
      {text}
    </span>
  )
}

const ExplainedTerm = ({ shown, term: { source, language, reading } }: { shown: string; term: Term }) => {
  const { texts } = useWords()
  const original = `${texts.originalIn(language)}: `
  return (
    <Explained
      description={`${reading === null ? '' : `${reading}. `}${original}${source}`}
      note={
        <>
          <span className="term-note-said">
            <b>{shown}</b>
            {reading !== null && `: ${reading}`}
          </span>
          <span className="term-note-source">
            {original}
            <span lang={language}>{source}</span>
          </span>
        </>
      }
    >
      {shown}
    </Explained>
  )
}

const Line = ({ spans, explains, pins }: How & { spans: readonly Span[] }) =>
  spans.map((span, index) => <Stretch key={index} span={span} explains={explains} pins={pins} />)

interface Props {
  readonly words: Words
  /** Terms tell what they were in the original; not where the text is a link or stands in a list. */
  readonly explains?: boolean
  /** Of the case it is said in. */
  readonly pins?: Pins | undefined
}

/** What a user wrote: paragraphs, line breaks, lists and links, in the language it is in. */
export const UserText = ({ words, explains = false, pins }: Props) => (
  <div className="user-text" lang={words.language}>
    {blocksOf(words).map((block, index) =>
      block.kind === 'list' ? (
        <ul key={index}>
          {block.lines.map((spans, item) => (
            <li key={item}>
              <Line spans={spans} explains={explains} pins={pins} />
            </li>
          ))}
        </ul>
      ) : (
        <p key={index}>
          {block.lines.map((spans, line) => (
            <span key={line}>
              {line > 0 && <br />}
              <Line spans={spans} explains={explains} pins={pins} />
            </span>
          ))}
        </p>
      ),
    )}
  </div>
)

/** A user's text within a line of ours: a question, a diagnosis, the name of a value. */
export const UserLine = ({ words, explains = false }: Omit<Props, 'pins'>) => (
  <span lang={words.language}>
    <Line spans={spansOf(words.body.replace(/\s/g, ' '), words)} explains={explains} />
  </span>
)
