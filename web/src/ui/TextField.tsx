import type { ComponentChildren, Ref } from 'preact'
import { forwardRef } from 'preact/compat'
import { Field, type FieldProps } from './Field.tsx'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'email' | 'search' | 'tel' | 'time' | 'date' | 'datetime-local'
  readonly maxLength?: number
  readonly placeholder?: string
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | 'search'
  readonly autoComplete?: string
  readonly autoCapitalize?: 'none' | 'sentences' | 'words' | 'characters'
  readonly spellCheck?: boolean
  readonly lang?: string
  readonly name?: string
  readonly required?: boolean
  readonly disabled?: boolean
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly onPaste?: (event: ClipboardEvent) => void
  /** Within the field, after what is typed: a unit. */
  readonly unit?: ComponentChildren
}

/** One line of text. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(
  ({ label, labelHidden, hint, error, id, unit, onChange, type = 'text', ...input }: TextFieldProps, ref: Ref<HTMLInputElement>) => (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} id={id}>
      {(tied) => (
        <span className="field-box">
          <input {...input} {...tied} ref={ref} type={type as 'text'} onInput={({ currentTarget }) => onChange(currentTarget.value)} />
          {unit !== undefined && <span className="field-unit">{unit}</span>}
        </span>
      )}
    </Field>
  ),
)
