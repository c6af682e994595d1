import { useCommonWords } from '../platform/useWords.ts'
import { Icon } from './Icon.tsx'
import './Steps.css'

/** Where one is on a way of a few steps, counted from 0; one beyond the last when all are done. */
export const Steps = ({ names, at }: { names: readonly string[]; at: number }) => {
  const { ui } = useCommonWords()
  return (
    <ol className="steps" aria-label={ui.stepOf(Math.min(at + 1, names.length), names.length)}>
      {names.map((name, index) => (
        <li key={name} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
          <b aria-hidden="true">{index < at ? <Icon name="check" /> : index + 1}</b>
          <span>{name}</span>
          {index < at && <span className="visually-hidden">{ui.stepDone}</span>}
        </li>
      ))}
    </ol>
  )
}
