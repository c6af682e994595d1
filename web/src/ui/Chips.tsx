import { useId } from 'preact/hooks'
import { Choice, ChoiceOption, type ChoiceProps, type Option } from './Choice.tsx'

interface OneOf<V extends string> extends ChoiceProps {
  readonly options: readonly Option<V>[]
  readonly value: V | null
  readonly onChange: (value: V) => void
  /** A long row is pushed sideways on a phone. */
  readonly scroll?: boolean
}

/** One of a few, each in a frame of its own. */
export const Chips = <V extends string>({ options, value, onChange, scroll, ...choice }: OneOf<V>) => {
  const name = useId()
  return (
    <Choice {...choice}>
      <div className={scroll ? 'chips chips-scroll' : 'chips'}>
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

interface SomeOf<V extends string> extends ChoiceProps {
  readonly options: readonly Option<V>[]
  readonly values: readonly V[]
  readonly onChange: (values: readonly V[]) => void
  /** When one more than this is chosen, the first chosen gives way. */
  readonly most?: number
  readonly scroll?: boolean
}

/** Some of a few. */
export const ManyChips = <V extends string>({ options, values, onChange, most = options.length, scroll, ...choice }: SomeOf<V>) => {
  const name = useId()
  return (
    <Choice {...choice}>
      <div className={scroll ? 'chips chips-scroll' : 'chips'}>
        {options.map((option) => (
          <ChoiceOption
            key={option.value}
            type="checkbox"
            name={name}
            option={option}
            checked={values.includes(option.value)}
            onChange={(checked) =>
              onChange(checked ? [...values, option.value].slice(-most) : values.filter((value) => value !== option.value))
            }
          />
        ))}
      </div>
    </Choice>
  )
}
