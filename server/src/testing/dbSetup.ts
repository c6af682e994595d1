import type { TestProject } from 'vitest/node'
import type { Service } from '#server/platform/config.ts'
import { type Addresses, startClusters } from './startClusters.ts'

declare module 'vitest' {
  interface ProvidedContext {
    clusters: Record<Service, Addresses>
  }
}

/** Starts both halves' servers once for all database tests; returns what stops them. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const { addresses, stop } = await startClusters()
  const plain = ({ ownerUrl, url, superuserUrl }: Addresses): Addresses => ({ ownerUrl, url, superuserUrl })
  provide('clusters', { registrar: plain(addresses.registrar), community: plain(addresses.community) })
  return stop
}
