import { useState } from 'preact/hooks'
import { type CountryCode, findCountry } from '#atlas/countries.ts'
import type { SpecialtyCode } from '#atlas/specialties.ts'
import type { ApplicationForm } from '#contract/registrar/applications.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useTabState } from '../session/useTabState.ts'
import { specialtyOptions, whyNotNumber } from './applying.rules.ts'

interface Props {
  readonly country: CountryCode
  readonly form: ApplicationForm
  readonly busy: boolean
  readonly error: unknown
  readonly onBack: () => void
  readonly onForm: (form: ApplicationForm) => void
}

const mostFormerNames = 5

/** Number, names and specialty, in the words of the country's register. */
export const LicenceStep = ({ country, form, busy, error, onBack, onForm }: Props) => {
  const { language, applying } = useRegistrarWords()
  const words = applying.licence
  const scheme = findCountry(country)?.scheme
  const [typed, setTyped] = useTabState(`licence-${country}`, {
    number: form.country === country ? (form.number ?? '') : '',
    legalName: form.legalName ?? '',
    formerNames: form.formerNames,
    specialty: form.specialty,
  })
  const [tried, setTried] = useState(false)
  // A pattern catches a slip; whoever insists goes on, and a person looks after the third time.
  const [shown, setShown] = useState<string | null>(null)
  const change = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  if (!scheme) return null

  const hint = scheme.hint[language]
  const problem = whyNotNumber(country, typed.number)
  const numberSays = {
    missing: words.numberMissing,
    format: `${words.numberWrong(scheme.label[language], hint)} ${words.asItIs}`,
    'check-digit': `${words.checkDigit} ${words.asItIs}`,
  }
  const goOn = (event: Event) => {
    event.preventDefault()
    setTried(true)
    const insists = problem !== null && problem !== 'missing' && shown === typed.number
    setShown(typed.number)
    if ((problem && !insists) || typed.legalName.trim() === '' || !typed.specialty || busy) return
    onForm({ ...typed, country, formerNames: typed.formerNames.filter((name) => name.trim() !== '') })
  }
  return (
    <form className="registrar-form" onSubmit={goOn} noValidate>
      <h1>{words.title}</h1>
      <p>{words.text(scheme.register[language])}</p>
      <TextField
        label={scheme.label[language]}
        hint={words.hint(hint, scheme.example)}
        error={tried && problem ? numberSays[problem] : null}
        value={typed.number}
        onChange={(number) => change({ number })}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <TextField
        label={words.name}
        error={tried && typed.legalName.trim() === '' ? words.nameMissing : null}
        value={typed.legalName}
        onChange={(legalName) => change({ legalName })}
        maxLength={200}
        autoComplete="name"
        spellCheck={false}
      />
      {typed.formerNames.map((name, at) => (
        <TextField
          key={at}
          label={words.former(at + 1)}
          value={name}
          onChange={(next) => change({ formerNames: typed.formerNames.with(at, next) })}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
      ))}
      {typed.formerNames.length < mostFormerNames && (
        <p className="applying-former">
          {words.formerHint}{' '}
          <button type="button" className="applying-link" onClick={() => change({ formerNames: [...typed.formerNames, ''] })}>
            {words.addFormer}
          </button>
        </p>
      )}
      <Select
        label={words.specialty}
        error={tried && !typed.specialty ? words.specialtyMissing : null}
        value={typed.specialty}
        onChange={(specialty: SpecialtyCode) => change({ specialty })}
        options={specialtyOptions(language)}
        placeholder={words.specialtyNone}
      />
      <Note tone="plain">{words.promise}</Note>
      <ProblemNote error={error} />
      <div className="applying-way">
        <Button onClick={onBack}>{applying.back}</Button>
        <Button kind="filled" type="submit" busy={busy}>
          {busy ? applying.handingIn : applying.handIn}
        </Button>
      </div>
    </form>
  )
}
