import { useState } from 'preact/hooks'
import { useLocation } from 'wouter'
import { type CountryCode, countries } from '#atlas/countries.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useFindVerified, useOfferTime } from './desk.queries.ts'

/** Offers a time for a video call. */
export const OfferTime = () => {
  const { desk } = useRegistrarWords()
  const words = desk.interviews
  const offer = useOfferTime()
  const [at, setAt] = useState('')
  const send = (event: Event) => {
    event.preventDefault()
    if (at !== '' && !offer.isPending) offer.mutate(new Date(at).toISOString())
  }
  return (
    <form className="desk-tool" onSubmit={send} noValidate>
      <h2>{words.offer}</h2>
      <TextField label={words.at} type="datetime-local" value={at} onChange={setAt} />
      <ProblemNote error={offer.error} />
      <Button type="submit" busy={offer.isPending}>
        {words.add}
      </Button>
      {offer.isSuccess && <p role="status">{words.added}</p>}
    </form>
  )
}

/** Opens the case of a verified doctor for a lead. */
export const FindVerified = () => {
  const { language, desk } = useRegistrarWords()
  const words = desk.lead
  const [, navigate] = useLocation()
  const find = useFindVerified()
  const [country, setCountry] = useState<CountryCode>('GB')
  const [number, setNumber] = useState('')
  const send = (event: Event) => {
    event.preventDefault()
    if (number.trim() !== '' && !find.isPending)
      find.mutate({ country, number }, { onSuccess: ({ applicationId }) => navigate(`/desk/${applicationId}`) })
  }
  return (
    <form className="desk-tool" onSubmit={send} noValidate>
      <h2>{words.search}</h2>
      <Select
        label={desk.filterCountry}
        value={country}
        onChange={setCountry}
        options={countries.map(({ code, ...names }) => ({ value: code, label: names[language] }))}
      />
      <TextField label={words.number} value={number} onChange={setNumber} maxLength={40} autoComplete="off" />
      <ProblemNote error={find.error} />
      <Button type="submit" busy={find.isPending}>
        {words.open}
      </Button>
    </form>
  )
}
