import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const clone = import.meta.dirname
const contract = join(clone, 'contract/src')

type Exports = Readonly<Record<string, unknown>>

const isPromise = (value: unknown): value is { method: string; path: string; upload?: true } =>
  typeof value === 'object' && value !== null && 'who' in value && 'method' in value

const isSchema = (value: unknown): boolean => typeof value === 'object' && value !== null && '~kind' in value

/** What a browser needs of an export of the contract: of a promise its name and address, of other data all of it, of a schema nothing. */
const forBrowser = (name: string, value: unknown): unknown => {
  if (isPromise(value)) return { name, method: value.method, path: value.path, ...(value.upload && { upload: true }) }
  if (Array.isArray(value) && value.every((item) => isPromise(item?.endpoint)))
    return value.map((item) => ({ name: item.name, endpoint: forBrowser(item.name, item.endpoint) }))
  return isSchema(value) || typeof value === 'function' ? undefined : value
}

/** Keeps the schemas and the schema library out of the browser: the server checks, the web app only calls. */
const contractWithoutSchemas = (): Plugin => ({
  name: 'contract-without-schemas',
  enforce: 'pre',
  async load(id) {
    const [file = ''] = id.split('?')
    if (!file.startsWith(contract)) return null
    const { mtimeMs } = await stat(file)
    const exports: Exports = await import(`${pathToFileURL(file).href}?${mtimeMs}`)
    return Object.entries(exports)
      .map(([name, value]) => [name, JSON.stringify(forBrowser(name, value))] as const)
      .flatMap(([name, json]) => (json === undefined ? [] : [`export const ${name} = ${json}`]))
      .join('\n')
  },
})

/** The source files that a language or the first part of an address needs besides the app itself. */
const aheadOf: Record<'community' | 'registrar', Readonly<Record<string, string>>> = {
  community: {
    en: 'phrases/src/community/all.en.ts',
    es: 'phrases/src/community/all.es.ts',
    '/': 'web/src/pages/HomePage.tsx',
    '/cases': 'web/src/pages/CasePage.tsx',
  },
  registrar: { en: 'phrases/src/registrar/all.en.ts', es: 'phrases/src/registrar/all.es.ts' },
}

/** The built files of a source file, with all it imports. */
const filesOf = (source: string, bundle: Rolldown.OutputBundle): ReadonlySet<string> => {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const found = new Set<string>()
  const follow = (name: string) => {
    const chunk = chunks.find(({ fileName }) => fileName === name)
    if (!chunk || found.has(name)) return
    found.add(name)
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style)
    for (const imported of chunk.imports) follow(imported)
  }
  const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId === join(clone, source))
  if (!chunk) throw new Error(`No file was built from ${source}`)
  follow(chunk.fileName)
  return found
}

const styleLink = / *<link rel="stylesheet"[^>]*\/all-[^>]*>\n/

/** Puts the style sheet that names the order of layers first, and tells public/early.js what to ask for ahead. */
const orderHead = (): Plugin => ({
  name: 'order-head',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle, path }) => {
      if (!bundle) return html
      const layers = styleLink.exec(html)?.[0] ?? ''
      const half = path.includes('registrar') ? 'registrar' : 'community'
      const ahead = Object.entries(aheadOf[half]).map(([when, source]) => {
        const files = [...filesOf(source, bundle)].filter((file) => !html.includes(file))
        return [when, files.map((file) => `/${file}`)]
      })
      return html
        .replace(layers, '')
        .replace(/ *<script type="module"/, (script) => `${layers}${script}`)
        .replace('src="/early.js"', `src="/early.js" data-ahead='${JSON.stringify(Object.fromEntries(ahead))}'`)
    },
  },
})

/** While developing, every address shows its half's page, as the server does. */
const pagesAtEveryAddress = (): Plugin => ({
  name: 'pages-at-every-address',
  apply: 'serve',
  configureServer: (server) => {
    server.middlewares.use((request, _response, next) => {
      const asked = request.url ?? '/'
      const isPage = request.headers.accept?.includes('text/html') && !/\.\w+($|\?)/.test(asked) && !asked.startsWith('/api/')
      if (isPage) request.url = request.headers.host?.startsWith('registrar.') ? '/registrar.html' : '/community.html'
      next()
    })
  },
})

const tints = { light: '#fbfcfc', dark: '#0d1417' }

export default defineConfig(({ command }) => ({
  root: join(clone, 'web'),
  plugins: [
    contractWithoutSchemas(),
    preact({ reactAliasesEnabled: true, devToolsEnabled: command === 'serve' }),
    orderHead(),
    pagesAtEveryAddress(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app',
      filename: 'serviceWorker.ts',
      injectRegister: false,
      manifest: {
        id: '/',
        name: 'Consilium',
        short_name: 'Consilium',
        description: 'Physicians ask physicians.',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: tints.light,
        theme_color: tints.light,
        icons: [
          { src: '/icons/consilium.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icons/consilium-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/consilium-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/consilium-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      injectManifest: {
        buildPlugins: { vite: [contractWithoutSchemas()] },
        globPatterns: ['assets/*.{js,css,woff2}', 'early.js'],
        // The shell only: what the page itself names. Pages and languages are kept when they are first used.
        manifestTransforms: [
          async (entries) => {
            const page = await readFile(join(clone, 'web/dist/community.html'), 'utf8')
            return { manifest: entries.filter(({ url }) => page.includes(`/${url}`)), warnings: [] }
          },
        ],
      },
    }),
  ],
  publicDir: join(clone, 'web/public'),
  server: { proxy: { '/api': { target: 'http://localhost:8420', changeOrigin: false } } },
  build: {
    outDir: join(clone, 'web/dist'),
    emptyOutDir: true,
    target: 'es2022',
    assetsDir: 'assets',
    // Everything is a file of its own, so that the content policy needs no exception for data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { community: join(clone, 'web/community.html'), registrar: join(clone, 'web/registrar.html') },
      output: {
        // Few files instead of many small ones: over a slow network each one costs a turn.
        codeSplitting: {
          groups: [
            {
              name: 'shell',
              test: /web\/src\/(app|platform|ui)\/|node_modules\/(preact|wouter|regexparam|@tanstack|idb-keyval)\/|phrases\/src\/counted/,
            },
            {
              name: 'reading',
              test: /web\/src\/community\/(bylines|cases|feed|me|media|texts)\/|\/atlas\/|\/contract\//,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
}))
