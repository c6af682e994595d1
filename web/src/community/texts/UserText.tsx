import { blocksOf, type Span, spansOf } from './blocks.rules.ts'
import type { Words } from './useReading.ts'
import './texts.css'

const Stretch = ({ span, heldLanguage }: { span: Span; heldLanguage: Words['heldLanguage'] }) => {
  const text =
    span.href === null ? (
      span.text
    ) : (
      <a href={span.href} rel="noopener noreferrer" target="_blank">
        {span.text}
      </a>
    )
  return span.held && heldLanguage ? (
    <span className="held" lang={heldLanguage}>
      {text}
    </span>
  ) : (
    text
  )
}

const Line = ({ spans, heldLanguage }: { spans: readonly Span[]; heldLanguage: Words['heldLanguage'] }) =>
  spans.map((span, index) => <Stretch key={index} span={span} heldLanguage={heldLanguage} />)

/** What a user wrote: paragraphs, line breaks, lists and links, in the language it is in. */
export const UserText = ({ words }: { words: Words }) => (
  <div className="user-text" lang={words.language}>
    {blocksOf(words.body, words.held).map((block, index) =>
      block.kind === 'list' ? (
        <ul key={index}>
          {block.lines.map((spans, item) => (
            <li key={item}>
              <Line spans={spans} heldLanguage={words.heldLanguage} />
            </li>
          ))}
        </ul>
      ) : (
        <p key={index}>
          {block.lines.map((spans, line) => (
            <span key={line}>
              {line > 0 && <br />}
              <Line spans={spans} heldLanguage={words.heldLanguage} />
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
    <Line spans={spansOf(words.body.replace(/\s+/g, ' '), words.held)} heldLanguage={words.heldLanguage} />
  </span>
)
