import { useEffect } from 'preact/hooks'
import { Link, useLocation } from 'wouter'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useLeaveRegistrar, useRegistrarSession } from '../session/session.queries.ts'
import { PasskeyNotUsed, useSignInStaff } from './staff.queries.ts'
import '../session/session.css'

export const canUsePasskeys = (): boolean => 'PublicKeyCredential' in window

/** How somebody who works here comes in. */
export const StaffSignIn = () => {
  const { desk } = useRegistrarWords()
  const words = desk.signIn
  const session = useRegistrarSession()
  const signIn = useSignInStaff()
  const leave = useLeaveRegistrar()
  const [, navigate] = useLocation()
  const role = session.data?.caller?.role
  useEffect(() => {
    if (role === 'verifier' || role === 'lead') navigate('/desk', { replace: true })
  }, [role, navigate])
  const notUsed = signIn.error instanceof PasskeyNotUsed
  return (
    <div className="registrar-form">
      <h1>{words.title}</h1>
      {role === 'operator' ? (
        <Note tone="plain" title={words.operator}>
          <Button kind="text" onClick={() => leave.mutate()}>
            {desk.signOut}
          </Button>
        </Note>
      ) : (
        <>
          <p>{words.text}</p>
          {notUsed && <p role="alert">{words.refused}</p>}
          <ProblemNote error={notUsed ? null : signIn.error} />
          {canUsePasskeys() ? (
            <div className="registrar-actions">
              <Button kind="filled" busy={signIn.isPending} onClick={() => signIn.mutate()}>
                {signIn.isPending ? words.waiting : words.withPasskey}
              </Button>
            </div>
          ) : (
            <Note tone="caution" title={words.none} />
          )}
        </>
      )}
      <p className="registrar-quiet">
        <Link href="/">{words.applyInstead}</Link>
      </p>
    </div>
  )
}
