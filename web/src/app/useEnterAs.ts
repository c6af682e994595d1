import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'preact/hooks'
import { enterAs } from '#contract/demo.ts'
import { call } from '../platform/call.ts'

/** Comes in as a person of the demo, when the address asks for it: `/#as=verifier`, also where they come over from the other half. */
export const useEnterAs = () => {
  const enter = useMutation({
    mutationFn: (slug: string) => call(enterAs, { body: { as: slug } }),
    onSuccess: ({ home }) => location.replace(home),
  })
  useEffect(() => {
    const slug = /^#as=([a-z-]{1,60})$/.exec(location.hash)?.[1]
    if (!slug) return
    history.replaceState(history.state, '', location.pathname)
    enter.mutate(slug)
    // Once, as the page opens.
  }, [])
  return enter
}
