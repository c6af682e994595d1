import { useState } from 'preact/hooks'
import { findSpecialty, specialties } from '#atlas/specialties.ts'
import type { TermChange, TermPair } from '#contract/community/glossary.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { PickedChips } from '../../ui/PickedChips.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { useProposeTerm } from './glossary.queries.ts'
import '../cases/steps.css'
import './corrections.css'

const empty: TermPair = { class: 'noun', en: '', es: '', gender: 'm', plural: {}, onlyFrom: null, specialties: [], isDrug: false }
const classes = ['noun', 'adjective', 'verb', 'adverb', 'preposition', 'abbreviation'] as const

/** Proposes a term, a change of one, or that one goes; what is offered stands in the form to begin with. */
export const TermForm = ({ offered, close }: { offered: TermChange; close: () => void }) => {
  const { language, corrections } = useWords()
  const words = corrections.glossary
  const [term, setTerm] = useState<TermPair>(offered.term ?? empty)
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const [removalKey] = useState(() => crypto.randomUUID())
  const propose = useProposeTerm()
  const toast = useToast()
  const change = (part: Partial<TermPair>) => setTerm({ ...term, ...part })
  const { replaces } = offered
  const hasGender = term.class === 'noun' || term.class === 'abbreviation'
  const done = () => {
    toast.show(words.sent)
    close()
  }
  const send = (event: Event) => {
    event.preventDefault()
    const proposed = {
      ...term,
      gender: hasGender ? (term.gender ?? 'm') : null,
      specialties: term.class === 'abbreviation' ? term.specialties : [],
    }
    propose.mutate({ term: proposed, replaces, idempotencyKey }, { onSuccess: done })
  }
  const more = specialties
    .filter(({ code }) => !term.specialties.includes(code))
    .map((specialty) => ({ value: specialty.code, label: specialty[language] }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
  return (
    <Dialog title={replaces ? words.changeTitle : words.proposeTitle} onClose={close}>
      <form className="correction-form" onSubmit={send}>
        <TextField label={words.en} value={term.en} onChange={(en) => change({ en })} lang="en" maxLength={120} autoComplete="off" />
        <TextField label={words.es} value={term.es} onChange={(es) => change({ es })} lang="es" maxLength={120} autoComplete="off" />
        <div className="term-choices">
          <Select
            label={words.class}
            value={term.class}
            options={classes.map((value) => ({ value, label: words.classes[value] }))}
            onChange={(value) => change({ class: value })}
          />
          {hasGender && (
            <Select
              label={words.gender}
              value={term.gender ?? 'm'}
              options={(['m', 'f', 'mf'] as const).map((value) => ({ value, label: words.genders[value] }))}
              onChange={(gender) => change({ gender })}
            />
          )}
          <Select
            label={words.onlyFrom}
            value={term.onlyFrom ?? 'both'}
            options={(['both', 'en', 'es'] as const).map((value) => ({ value, label: words.directions[value] }))}
            onChange={(value) => change({ onlyFrom: value === 'both' ? null : value })}
          />
        </div>
        {term.class === 'abbreviation' && (
          <>
            <PickedChips
              label={words.specialties}
              hint={words.specialtiesHint}
              picked={term.specialties.map((code) => ({ value: code, label: findSpecialty(code)?.[language] ?? code }))}
              onRemove={(code) => change({ specialties: term.specialties.filter((other) => other !== code) })}
            />
            <Select
              label={words.addSpecialty}
              labelHidden
              placeholder={words.addSpecialty}
              value={null}
              options={more}
              onChange={(code) => change({ specialties: [...term.specialties, code] })}
            />
          </>
        )}
        <label className="term-drug">
          <input type="checkbox" checked={term.isDrug} onChange={({ currentTarget }) => change({ isDrug: currentTarget.checked })} />
          <span>{words.drug}</span>
        </label>
        <ProblemNote error={propose.error} />
        <div className="form-foot">
          {replaces && (
            <Button
              kind="text"
              busy={propose.isPending}
              onClick={() => propose.mutate({ term: null, replaces, idempotencyKey: removalKey }, { onSuccess: done })}
            >
              {words.remove}
            </Button>
          )}
          <Button kind="filled" type="submit" busy={propose.isPending} disabled={term.en.trim() === '' || term.es.trim() === ''}>
            {propose.isPending ? words.sending : words.send}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
