import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import { askAgain } from './askAgain.ts'

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
afterEach(() => client.clear())

/** Something a page shows: each answer is what the server knew when it was asked, and comes when the test lets it. */
const shown = (key: string) => {
  const server = { knows: 'old' }
  const asked: (() => void)[] = []
  const observer = new QueryObserver(client, {
    queryKey: [key],
    queryFn: () => {
      const answer = server.knows
      return new Promise<string>((resolve) => asked.push(() => resolve(answer)))
    },
  })
  observer.subscribe(() => {})
  return { server, asked, says: () => observer.getCurrentResult().data }
}
const all = () => true
const soon = () => new Promise((resolve) => setTimeout(resolve, 0))

test('a change told while the first answer is on its way is not missed', async () => {
  const page = shown('ring')
  expect(page.asked).toHaveLength(1)
  page.server.knows = 'new'
  const done = askAgain(client, all)
  page.asked[0]?.()
  await expect.poll(() => page.asked.length).toBe(2)
  page.asked[1]?.()
  await done
  expect(page.says()).toBe('new')
})

test('what has been answered before is asked for once, and what is not concerned is left alone', async () => {
  const [page, other] = [shown('ring'), shown('other')]
  for (const { asked } of [page, other]) asked[0]?.()
  await soon()
  page.server.knows = 'new'
  const done = askAgain(client, ({ queryKey }) => queryKey[0] === 'ring')
  page.asked[1]?.()
  await done
  expect([page.says(), page.asked.length, other.asked.length]).toEqual(['new', 2, 1])
})
