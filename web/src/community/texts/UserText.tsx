import { blocksOf, type Span, spansOf } from './blocks.rules.ts'
import type { Words } from './useReading.ts'
import './texts.css'

const Stretch = ({ span }: { span: Span }) => {
  const text =
    span.href === null ? (
      span.text
    ) : (
      <a href={span.href} rel="noopener noreferrer" target="_blank">
        {span.text}
      </a>
    )
  return span.language === null ? (
    text
  ) : (
    <span className={span.held ? 'held' : undefined} lang={span.language}>
      {text}
    </span>
  )
}

const Line = ({ spans }: { spans: readonly Span[] }) => spans.map((span, index) => <Stretch key={index} span={span} />)

/** What a user wrote: paragraphs, line breaks, lists and links, in the language it is in. */
export const UserText = ({ words }: { words: Words }) => (
  <div className="user-text" lang={words.language}>
    {blocksOf(words).map((block, index) =>
      block.kind === 'list' ? (
        <ul key={index}>
          {block.lines.map((spans, item) => (
            <li key={item}>
              <Line spans={spans} />
            </li>
          ))}
        </ul>
      ) : (
        <p key={index}>
          {block.lines.map((spans, line) => (
            <span key={line}>
              {line > 0 && <br />}
              <Line spans={spans} />
            </span>
          ))}
        </p>
      ),
    )}
  </div>
)

/** A user's text within a line of ours: a question, a diagnosis, the name of a value. */
export const UserLine = ({ words }: { words: Words }) => (
  <span lang={words.language}>
    <Line spans={spansOf(words.body.replace(/\s/g, ' '), words)} />
  </span>
)
