import type { Route } from '../app/Routes.tsx'

/** Every address of the registrar and its page, fetched when it is first shown. */
export const routes: readonly Route[] = []
