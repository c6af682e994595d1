import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
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

const styleLink = / *<link rel="stylesheet"[^>]*\/all-[^>]*>\n/

/** Asks for the two fonts with the page; puts the style sheet that names the order of layers before all others. */
const orderHead = (): Plugin => ({
  name: 'order-head',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) => {
      const first = styleLink.exec(html)?.[0] ?? ''
      const fonts = Object.keys(bundle ?? {}).filter((file) => /latin-(wght|500)-normal-.*\.woff2$/.test(file))
      return {
        html: html.replace(first, '').replace(/ *<script type="module"/, (script) => `${first}${script}`),
        tags: fonts.map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
          injectTo: 'head' as const,
        })),
      }
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
        globPatterns: ['assets/*.{js,css,woff2}', 'theme.js'],
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
            { name: 'shell', test: /web\/src\/(app|platform|ui)\/|node_modules\/(preact|wouter|regexparam|@tanstack|idb-keyval)\// },
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
