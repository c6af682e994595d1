import { createServer } from 'node:http'
import { join } from 'node:path'
import { build } from 'vite'

export interface ServedPage {
  readonly address: string
  readonly close: () => Promise<void>
}

/** A page that runs one file of this folder, bundled as the web app is, workers in files of their own. At localhost, which browsers count as secure. */
export const servePage = async (file: string): Promise<ServedPage> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    worker: { format: 'es' },
    build: { write: false, target: 'es2022', rolldownOptions: { input: join(import.meta.dirname, file) } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('Nothing was built')
  const scripts = new Map(output.output.map((made) => [`/${made.fileName}`, made.type === 'chunk' ? made.code : made.source]))
  const entry = output.output.find((made) => made.type === 'chunk' && made.isEntry)
  const server = createServer((request, response) => {
    const script = scripts.get(request.url ?? '')
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript')
    response.end(script ?? `<!doctype html><script type="module" src="/${entry?.fileName}"></script>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : null
  return {
    address: `http://localhost:${port}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
