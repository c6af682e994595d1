import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Icon } from './Icon.tsx'
import './Choice.css'

export interface Option<V extends string> {
  readonly value: V
  readonly label: ComponentChildren
  readonly disabled?: boolean
}

export interface ChoiceProps {
  readonly label: ComponentChildren
  readonly labelHidden?: boolean
  readonly hint?: ComponentChildren
  readonly error?: string | null | undefined
}

interface GroupProps extends ChoiceProps {
  readonly children: ComponentChildren
}

/** Some options under one name, and below them a hint or what is wrong. */
export const Choice = ({ label, labelHidden, hint, error, children }: GroupProps) => {
  const id = useId()
  const wrong = error !== null && error !== undefined && error !== ''
  const says = wrong || (hint !== undefined && hint !== null)
  return (
    <fieldset className={wrong ? 'choice choice-wrong' : 'choice'} aria-describedby={says ? `${id}-says` : undefined}>
      <legend>
        <span className={labelHidden ? 'visually-hidden' : 'choice-label'}>{label}</span>
      </legend>
      {children}
      {says && (
        <p className="choice-hint" id={`${id}-says`}>
          {wrong && <Icon name="warning" />}
          {wrong ? error : hint}
        </p>
      )}
    </fieldset>
  )
}

interface OneProps<V extends string> {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly option: Option<V>
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** One thing to choose, as large as a thumb. */
export const ChoiceOption = <V extends string>({ type, name, option, checked, onChange }: OneProps<V>) => (
  <label className="option">
    <input
      type={type}
      name={name}
      value={option.value}
      checked={checked}
      disabled={option.disabled}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
    {option.label}
  </label>
)
