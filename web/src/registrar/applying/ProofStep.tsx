import type { Application } from '#contract/registrar/applications.ts'
import type { ProofMethod } from '#contract/registrar/proofs.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Note } from '../../ui/Note.tsx'
import { bindsBy, progressOf } from './applying.rules.ts'
import { Way } from './Way.tsx'
import './proof.css'

/** What is still to be proved, and every way to do it; the same whatever the register says. */
export const ProofStep = ({ application }: { application: Application }) => {
  const { applying } = useRegistrarWords()
  const words = applying.proof
  const { weighed, place, waiting, usualHours } = application
  return (
    <>
      <h1>{words.title}</h1>
      <p className="proof-text">{words.text(application.email)}</p>
      <ul className="proof-needs">
        {(['person', 'record'] as const).map((part) => (
          <li key={part} data-shown={weighed[part] || undefined}>
            <Icon name={weighed[part] ? 'check' : 'clock'} />
            <b>{words[part]}</b>
            <span>{weighed[part] ? words.shown : words.open}</span>
          </li>
        ))}
      </ul>
      {weighed.passes && <Note tone="good" title={words.enough} />}
      <p className="registrar-quiet">
        {place !== null && words.waits(place, waiting)} {usualHours !== null && words.usual(usualHours)}
      </p>
      <h2>{words.ways}</h2>
      <ul className="proof-ways">
        {application.ways.map((method) => (
          <OneWay key={method} method={method} application={application} />
        ))}
      </ul>
    </>
  )
}

const OneWay = ({ method, application }: { method: ProofMethod; application: Application }) => {
  const { applying } = useRegistrarWords()
  const words = applying.proof
  const progress = progressOf(application.proofs, method)
  const says = { passed: words.done, asked: words.asked, failed: words.failed }
  return (
    <li>
      <details>
        <summary>
          <b>{words.methods[method]}</b>
          <small>{words.binds[bindsBy[method]]}</small>
          {progress && (
            <span data-state={progress}>
              <Icon name={progress === 'passed' ? 'check' : progress === 'asked' ? 'clock' : 'warning'} />
              {says[progress]}
            </span>
          )}
        </summary>
        <Way method={method} application={application} />
      </details>
    </li>
  )
}
