import { useId } from 'preact/hooks'
import { Choice, ChoiceOption, type ChoiceProps, type Option } from './Choice.tsx'

interface Props<V extends string> extends ChoiceProps {
  readonly options: readonly Option<V>[]
  readonly value: V | null
  readonly onChange: (value: V) => void
}

/** One of two to four, as parts of one bar. */
export const Segments = <V extends string>({ options, value, onChange, ...choice }: Props<V>) => {
  const name = useId()
  return (
    <Choice {...choice}>
      <div className="segments">
        {options.map((option) => (
          <ChoiceOption
            key={option.value}
            type="radio"
            name={name}
            option={option}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
        ))}
      </div>
    </Choice>
  )
}
