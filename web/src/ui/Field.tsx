import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Icon } from './Icon.tsx'
import './Field.css'

export interface FieldProps {
  readonly label: ComponentChildren
  /** The label is for screen readers; what the field is stands elsewhere for the eye. */
  readonly labelHidden?: boolean | undefined
  readonly hint?: ComponentChildren
  /** What is wrong and what to do about it; nothing when it is right. */
  readonly error?: string | null | undefined
  readonly id?: string | undefined
}

/** What ties a control to its label, hint and error. */
export interface Tied {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

interface Props extends FieldProps {
  /** Beside the label: how much room is left. */
  readonly aside?: ComponentChildren
  readonly children: (tied: Tied) => ComponentChildren
}

/** A label above a control, and below it a hint or what is wrong. */
export const Field = ({ label, labelHidden, hint, error, id, aside, children }: Props) => {
  const own = useId()
  const control = id ?? own
  const wrong = error !== null && error !== undefined && error !== ''
  const says = wrong || (hint !== undefined && hint !== null)
  return (
    <div className={wrong ? 'field field-wrong' : 'field'}>
      <div className={labelHidden ? 'visually-hidden' : 'field-head'}>
        <label htmlFor={control}>{label}</label>
        {aside}
      </div>
      {children({ id: control, 'aria-describedby': says ? `${control}-says` : undefined, 'aria-invalid': wrong || undefined })}
      {says && (
        <p className="field-says" id={`${control}-says`}>
          {wrong && <Icon name="warning" />}
          {wrong ? error : hint}
        </p>
      )}
    </div>
  )
}
