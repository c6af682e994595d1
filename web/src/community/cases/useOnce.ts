import { useState } from 'preact/hooks'
import { useToast } from '../../ui/Toast.tsx'

interface Step {
  readonly mutate: (asked: { key: string }, options: { onSuccess: () => void }) => void
}

/** Takes a step under one key, however often it is pressed; says so when it is done and closes. */
export const useOnce = (step: Step, sent: string, close: () => void): (() => void) => {
  const [key] = useState(() => crypto.randomUUID())
  const toast = useToast()
  return () =>
    step.mutate(
      { key },
      {
        onSuccess: () => {
          toast.show(sent)
          close()
        },
      },
    )
}
