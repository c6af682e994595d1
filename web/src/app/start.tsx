import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ComponentType, render } from 'preact'
import { Router } from 'wouter'
import type { Language } from '#contract/shapes.ts'
import { problemOf } from '../platform/call.ts'
import { Toaster } from '../ui/Toast.tsx'
import { aroundNavigation, startReturning } from './arriving.ts'
import { preloadRoute, type Route } from './Routes.tsx'
import { type LoadWords, Speaking } from './Speaking.tsx'

interface Half {
  readonly language: Language
  readonly load: LoadWords
  readonly routes: readonly Route[]
  readonly App: ComponentType
}

/** A refusal stays a refusal; only a server that failed is asked again. */
const worthRetrying = (failures: number, error: unknown): boolean => failures < 2 && (problemOf(error)?.status ?? 0) >= 500

/** Draws one half of the product as soon as its words and its first page's code are here. */
export const start = async ({ language, load, routes, App }: Half): Promise<void> => {
  document.documentElement.lang = language
  // Asked together; a page that cannot be fetched says so itself once it is shown.
  const [words] = await Promise.all([load(language), preloadRoute(routes, location.pathname).catch(() => null)])
  const client = new QueryClient({
    defaultOptions: {
      // Without a network a call fails at once and its page says so, instead of waiting in silence.
      queries: { retry: worthRetrying, staleTime: 10_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
  startReturning()
  const root = document.getElementById('app')
  if (!root) throw new Error('The page has no place for the app')
  render(
    <QueryClientProvider client={client}>
      <Speaking load={load} first={{ language, words }}>
        <Toaster>
          <Router aroundNav={aroundNavigation}>
            <App />
          </Router>
        </Toaster>
      </Speaking>
    </QueryClientProvider>,
    root,
  )
}
