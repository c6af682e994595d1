import { useEffect, useState } from 'preact/hooks'
import { findSpecialty, type SpecialtyCode } from '#atlas/specialties.ts'
import type { Seed } from '#tickets/seed.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { nameStatement } from '../keys/ceremonies.ts'
import { FindSeed } from '../keys/FindSeed.tsx'
import { readName, showNameAt } from '../keys/fragments.ts'
import { useSession, useShowName } from './accounts.queries.ts'
import '../join/join.css'

/** Shows one's name: warned, asked by the registrar, signed with R, signed by the registrar, kept. Nothing happens without a tap. */
export const ShowName = () => {
  const { accounts } = useWords()
  const words = accounts.name
  const session = useSession()
  const [arrival] = useState(() => readName(location.hash))
  const [seed, setSeed] = useState<Seed | null>(null)
  const show = useShowName()
  const registrarOrigin = session.data?.registrarOrigin
  const known = arrival?.step === 'signed' && findSpecialty(arrival.specialty) ? arrival : null

  useEffect(() => {
    if (!known) return
    const { name, specialty, country, through, signature } = known
    show.mutate({ name, specialty: specialty as SpecialtyCode, country, through, signature })
    history.replaceState(history.state, '', location.pathname)
    // The registrar's word is kept once, when it arrives.
  }, [known])

  if (known)
    return (
      <div className="account-page">
        <h1>{words.title}</h1>
        {show.isSuccess && <p>{words.done(known.name)}</p>}
        {show.isPending && <p role="status">{words.keeping}</p>}
        <ProblemNote error={show.error} />
        <div>
          <LinkButton href="/me">{words.back}</LinkButton>
        </div>
      </div>
    )
  return (
    <div className="account-page">
      <h1>{arrival ? words.signTitle : words.title}</h1>
      <Note tone="caution" title={words.warning} />
      <p>{arrival ? words.signText : words.text}</p>
      {arrival?.step === 'asked' && !seed ? (
        <FindSeed onSeed={setSeed} />
      ) : (
        registrarOrigin && (
          <div className="join-actions">
            <LinkButton href="/me">{words.notNow}</LinkButton>
            {arrival?.step === 'asked' && seed ? (
              <Button
                kind="filled"
                onClick={() => location.assign(showNameAt(registrarOrigin, nameStatement(seed, { registrarOrigin, ...arrival })))}
              >
                {words.sign}
              </Button>
            ) : (
              <LinkButton kind="filled" href={showNameAt(registrarOrigin)}>
                {words.ask}
              </LinkButton>
            )}
          </div>
        )
      )}
      <ProblemNote error={session.error} />
    </div>
  )
}
