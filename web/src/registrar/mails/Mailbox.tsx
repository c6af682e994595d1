import { useQuery } from '@tanstack/react-query'
import { listMailbox } from '#contract/registrar/mails.ts'
import { call } from '../../platform/call.ts'
import { DemoMailbox } from '../../ui/DemoMailbox.tsx'

const everyTwoSeconds = 2_000

/** The letters of the demo's registrar. */
export const Mailbox = () => {
  const { data, error } = useQuery({
    queryKey: ['mailbox'],
    queryFn: ({ signal }) => call(listMailbox, { query: {}, signal }),
    refetchInterval: everyTwoSeconds,
  })
  return <DemoMailbox letters={data?.items} error={error} />
}
