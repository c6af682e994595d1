/** Has the service worker keep the product's files, and those this page already uses. */
export const keepShell = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  await navigator.serviceWorker.register('/serviceWorker.js', { updateViaCache: 'none' })
  const { active } = await navigator.serviceWorker.ready
  const used = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
  active?.postMessage([...new Set(used.filter((path) => path.startsWith('/assets/')))])
}
