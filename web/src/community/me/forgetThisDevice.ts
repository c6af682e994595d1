import { leavePush } from '../notifications/push.ts'

/** Removes everything kept in this browser for this host: drafts, keys, pages read, settings. What one store refuses does not keep the others. */
export const forgetThisDevice = async (): Promise<void> => {
  localStorage.clear()
  sessionStorage.clear()
  const databases = (await indexedDB.databases?.().catch(() => [])) ?? []
  await Promise.allSettled([...databases.flatMap(({ name }) => (name ? [dropDatabase(name)] : [])), dropCaches(), leavePush()])
}

const dropCaches = async (): Promise<void> => {
  const names = await caches.keys()
  await Promise.all(names.map((name) => caches.delete(name)))
}

const dropDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
    // Another tab still reads it: it goes as soon as that tab lets go.
    request.onblocked = () => resolve()
  })
