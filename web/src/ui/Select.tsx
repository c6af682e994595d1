import { Field, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'

export interface SelectOption<V extends string = string> {
  readonly value: V
  readonly label: string
}

interface Props<V extends string> extends FieldProps {
  /** Null when nothing is chosen: the label then stands in the field. */
  readonly value: V | '' | null
  readonly onChange: (value: V) => void
  readonly options: readonly SelectOption<V>[]
  readonly disabled?: boolean
  readonly placeholder?: string
}

/** One of many, in the list the system draws. */
export const Select = <V extends string>({
  label,
  labelHidden,
  hint,
  error,
  id,
  value,
  onChange,
  options,
  disabled,
  placeholder,
}: Props<V>) => (
  <Field label={label} labelHidden={labelHidden} hint={hint} error={error} id={id}>
    {(tied) => (
      <span className="field-box field-select">
        <select {...tied} value={value ?? ''} disabled={disabled} onChange={({ currentTarget }) => onChange(currentTarget.value as V)}>
          {value === null && (
            <option value="" disabled hidden>
              {placeholder ?? '–'}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    )}
  </Field>
)
