import type { Ref } from 'preact'
import { forwardRef } from 'preact/compat'
import { useCommonWords } from '../platform/useWords.ts'
import { Field, type FieldProps } from './Field.tsx'

export interface TextAreaProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Refused beyond this, never cut; the field says how much is left when it gets near. */
  readonly maxLength?: number
  /** Always say how much is left. */
  readonly counted?: boolean
  readonly rows?: number
  readonly placeholder?: string
  readonly lang?: string
  readonly autoComplete?: string
  readonly autoCapitalize?: 'none' | 'sentences' | 'words' | 'characters'
  readonly spellCheck?: boolean
  readonly disabled?: boolean
  /** Set like a headline: for the one question of a page; Enter then does not begin a new line. */
  readonly headline?: boolean
}

const near = 0.8

/** Text of several lines, which grows with what is typed. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(
  (
    { label, labelHidden, hint, error, id, value, onChange, maxLength, counted, rows = 2, headline, ...area }: TextAreaProps,
    ref: Ref<HTMLTextAreaElement>,
  ) => {
    const { ui } = useCommonWords()
    const left = maxLength === undefined ? null : maxLength - [...value].length
    const shown = left !== null && maxLength !== undefined && (counted || left < maxLength * (1 - near))
    return (
      <Field
        label={label}
        labelHidden={labelHidden}
        hint={hint}
        error={error}
        id={id}
        aside={
          shown && <span className={left < 0 ? 'field-left field-over' : 'field-left'}>{left < 0 ? ui.over(-left) : ui.left(left)}</span>
        }
      >
        {(tied) => (
          // What is typed stands a second time behind the field, unseen, and gives it its height.
          <span className={headline ? 'field-box field-grows field-headline' : 'field-box field-grows'} data-typed={`${value}\n`}>
            <textarea
              {...area}
              {...tied}
              ref={ref}
              rows={headline ? 1 : rows}
              value={value}
              onInput={({ currentTarget }) => onChange(headline ? currentTarget.value.replace(/\s*\n\s*/g, ' ') : currentTarget.value)}
              onKeyDown={(event) => {
                if (headline && event.key === 'Enter' && !event.isComposing) event.preventDefault()
              }}
            />
          </span>
        )}
      </Field>
    )
  },
)
