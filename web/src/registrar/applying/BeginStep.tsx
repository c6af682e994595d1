import { useState } from 'preact/hooks'
import { type CountryCode, countries } from '#atlas/countries.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Select } from '../../ui/Select.tsx'
import { AddressForm } from '../session/AddressForm.tsx'
import { useTabState } from '../session/useTabState.ts'

/** The country somebody chose in this tab before the registrar knew them. */
export const useCountryChosen = () => useTabState<CountryCode | null>('country', null)

interface FieldProps {
  readonly value: CountryCode | null
  readonly onChange: (country: CountryCode) => void
  readonly tried: boolean
}

const CountryField = ({ value, onChange, tried }: FieldProps) => {
  const { language, applying } = useRegistrarWords()
  const words = applying.begin
  const options = countries
    .map((country) => ({ value: country.code, label: country[language] }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
  return (
    <Select
      label={words.country}
      hint={words.countryHint}
      error={tried && value === null ? words.countryMissing : null}
      value={value}
      onChange={onChange}
      options={options}
      placeholder={words.countryNone}
    />
  )
}

/** The first step of a stranger: where they are registered, and an address a code can go to. */
export const BeginStep = () => {
  const { applying } = useRegistrarWords()
  const words = applying.begin
  const [country, setCountry] = useCountryChosen()
  return (
    <AddressForm after={<p className="registrar-quiet">{words.before}</p>}>
      <h1>{words.title}</h1>
      <p>{words.lede}</p>
      {/* Whoever comes back has chosen before, so it may stay open here and is asked for later. */}
      <CountryField value={country} onChange={setCountry} tried={false} />
    </AddressForm>
  )
}

interface CountryStepProps {
  readonly country: CountryCode | null
  readonly busy: boolean
  readonly error: unknown
  readonly onCountry: (country: CountryCode) => void
}

/** The first step of somebody who is known already. */
export const CountryStep = ({ country: given, busy, error, onCountry }: CountryStepProps) => {
  const { applying } = useRegistrarWords()
  const [country, setCountry] = useState(given)
  const [tried, setTried] = useState(false)
  const goOn = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (country && !busy) onCountry(country)
  }
  return (
    <form className="registrar-form" onSubmit={goOn} noValidate>
      <h1>{applying.begin.countryTitle}</h1>
      <CountryField value={country} onChange={setCountry} tried={tried} />
      <ProblemNote error={error} />
      <div className="registrar-actions">
        <Button kind="filled" type="submit" busy={busy}>
          {busy ? applying.saving : applying.goOn}
        </Button>
      </div>
    </form>
  )
}
