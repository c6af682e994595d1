import type { ComponentType } from 'preact'
import { lazy } from 'preact/compat'

export interface LazyPage<P extends object = object> {
  readonly Page: ComponentType<P>
  /** Fetches the page's code ahead of need. */
  readonly preload: () => Promise<unknown>
}

/** A page whose code is fetched when it is first shown: `lazyPage(() => import('../pages/CasePage.tsx'), 'CasePage')`. */
export const lazyPage = <Name extends string, P extends object>(
  load: () => Promise<Record<Name, ComponentType<P>>>,
  name: Name,
): LazyPage<P> => ({
  Page: lazy(async () => ({ default: (await load())[name] })) as unknown as ComponentType<P>,
  preload: load,
})
