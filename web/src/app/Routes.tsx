import type { ComponentType } from 'preact'
import { Suspense } from 'preact/compat'
import { useLocation } from 'wouter'
import { useCommonWords } from '../platform/useWords.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Failure } from './Failure.tsx'
import type { LazyPage } from './lazyPage.tsx'
import { NotFound } from './NotFound.tsx'
import { paramsAt } from './routes.rules.ts'

export interface Route {
  /** `/cases/:caseId`; what stands for `:caseId` is given to the page under that name. */
  readonly path: string
  // biome-ignore lint/suspicious/noExplicitAny: a page takes what its own address holds
  readonly page: LazyPage<any>
}

/** Shows the page of this address, its code fetched on the way, failures kept within. */
export const Routes = <R extends Route>({ routes, instead }: { routes: readonly R[]; instead?: (route: R) => LazyPage | null }) => {
  const [path] = useLocation()
  for (const route of routes) {
    const params = paramsAt(route.path, path)
    if (!params) continue
    const other = instead?.(route)
    const Shown = (other ?? route.page).Page as ComponentType<Record<string, string | undefined>>
    return (
      <Failure key={path}>
        <Suspense fallback={<Waiting />}>{other ? <Shown /> : <Shown {...params} />}</Suspense>
      </Failure>
    )
  }
  return <NotFound />
}

/** Fetches the code of the page at an address ahead of its first showing. */
export const preloadRoute = async (routes: readonly Route[], path: string): Promise<void> => {
  await routes.find((route) => paramsAt(route.path, path))?.page.preload()
}

const Waiting = () => {
  const { ui } = useCommonWords()
  return (
    <main id="content" className="page-main page-content">
      <Skeleton label={ui.wait} widths={[30, 92, 64, 50, 100, 88]} />
    </main>
  )
}
