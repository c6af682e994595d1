import type { ComponentChildren } from 'preact'
import { useCommonWords } from '../platform/useWords.ts'
import { Choice, type ChoiceProps } from './Choice.tsx'
import { Icon } from './Icon.tsx'
import './PickedChips.css'

interface Props<V extends string> extends ChoiceProps {
  readonly picked: readonly { readonly value: V; readonly label: string }[]
  readonly onRemove: (value: V) => void
  /** What stands after them: to add one, or to say that there is none. */
  readonly children?: ComponentChildren
}

/** What was picked from a long list; each can be taken out again. */
export const PickedChips = <V extends string>({ picked, onRemove, children, ...choice }: Props<V>) => {
  const { ui } = useCommonWords()
  return (
    <Choice {...choice}>
      <div className="chips">
        {picked.map(({ value, label }) => (
          <button key={value} type="button" className="picked" aria-label={ui.remove(label)} onClick={() => onRemove(value)}>
            {label}
            <Icon name="close" />
          </button>
        ))}
        {children}
      </div>
    </Choice>
  )
}
