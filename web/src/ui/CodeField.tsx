import { useState } from 'preact/hooks'
import { TextField } from './TextField.tsx'

/** What is typed of a code of six digits: `give` hands it on, or says in the field that it is none yet. */
export const useCode = (onCode: (code: string) => void) => {
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const code = typed.replace(/\s/g, '')
  const right = /^\d{6}$/.test(code)
  const give = () => {
    setTried(true)
    if (right) onCode(code)
  }
  return { typed, setTyped, wrong: tried && !right, give }
}

interface Props {
  readonly code: ReturnType<typeof useCode>
  readonly label: string
  /** Said where what was given is no code. */
  readonly wrong: string
}

/** Six digits that were mailed; a browser that knows them offers them. */
export const CodeField = ({ code, label, wrong }: Props) => (
  <TextField
    label={label}
    error={code.wrong ? wrong : null}
    value={code.typed}
    onChange={code.setTyped}
    inputMode="numeric"
    autoComplete="one-time-code"
    maxLength={9}
    spellCheck={false}
  />
)
