import type { ComponentChildren } from 'preact'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { AddressForm } from './AddressForm.tsx'
import { useRegistrarSession } from './session.queries.ts'

/** Shows what is for somebody the registrar knows; anybody else proves their address first. */
export const OnlyRegistrants = ({ children }: { children: ComponentChildren }) => {
  const { ui, entering } = useRegistrarWords()
  const session = useRegistrarSession()
  if (session.isPending) return <Skeleton label={ui.wait} />
  if (session.data?.caller?.kind === 'registrant') return <>{children}</>
  return (
    <AddressForm>
      <h1>{entering.whoTitle}</h1>
      <p>{entering.whoText}</p>
    </AddressForm>
  )
}
