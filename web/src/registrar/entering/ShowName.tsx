import { findCountry } from '#atlas/countries.ts'
import { findSpecialty } from '#atlas/specialties.ts'
import { quarterStart } from '#tickets/tickets.rules.ts'
import { dayOf } from '../../platform/format.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { OnlyRegistrants } from '../session/OnlyRegistrants.tsx'
import { useRegistrarSession } from '../session/session.queries.ts'
import { useAttestName, useNameOffer } from './entering.queries.ts'
import { askAccountAddress, type NameProof, readNameProof, signedNameAddress } from './fragments.rules.ts'
import { useFragment } from './useFragment.ts'
import '../session/session.css'
import './entering.css'

const lastDay = 86_400_000

/** Shows a name: warned first, then the account proves itself, and only then, with another tap, the registrar signs. */
export const ShowName = () => {
  const [proof, forget] = useFragment('name-proof', readNameProof)
  return (
    <OnlyRegistrants>
      <Showing proof={proof} forget={forget} />
    </OnlyRegistrants>
  )
}

const Showing = ({ proof, forget }: { proof: NameProof | null; forget: () => void }) => {
  const { ui, language, entering } = useRegistrarWords()
  const words = entering.name
  const session = useRegistrarSession()
  const { data: offer, error, isPending } = useNameOffer()
  const attest = useAttestName()
  const communityOrigin = session.data?.communityOrigin
  if (isPending) return <Skeleton label={ui.wait} />

  const sign = () => {
    if (!proof || !communityOrigin) return
    attest.mutate(proof, {
      onSuccess: (signed) => {
        forget()
        location.replace(signedNameAddress(communityOrigin, signed))
      },
    })
  }
  const busy = attest.isPending || attest.isSuccess
  return (
    <div className="registrar-form">
      <h1>{words.title}</h1>
      <Note tone="caution" title={words.warning} />
      {offer && (
        <>
          <p className="entering-name">
            {words.text(
              offer.name,
              findSpecialty(offer.specialty)?.[language].toLocaleLowerCase(language) ?? offer.specialty,
              findCountry(offer.country)?.[language] ?? offer.country,
            )}
          </p>
          <p>
            {words.through(dayOf(quarterStart(offer.through + 1).getTime() - lastDay, Date.now(), language))} {words.crowd}
          </p>
          {proof && <p>{words.nothingText}</p>}
        </>
      )}
      <ProblemNote error={error ?? attest.error} />
      {communityOrigin && (
        <div className="registrar-actions">
          <LinkButton href={`${communityOrigin}/me`}>{words.notNow}</LinkButton>
          {offer && proof && (
            <Button kind="filled" busy={busy} onClick={sign}>
              {busy ? words.signing : words.sign}
            </Button>
          )}
          {offer && !proof && (
            <Button kind="filled" onClick={() => location.assign(askAccountAddress(communityOrigin, offer))}>
              {words.goOn}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
