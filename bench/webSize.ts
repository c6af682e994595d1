import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

export interface WebSize {
  readonly files: readonly string[]
  /** Of all of them together, each compressed by itself as it is sent. */
  readonly bytes: { readonly plain: number; readonly gzip: number; readonly brotli: number }
}

const [compressGzip, compressBrotli] = [promisify(gzip), promisify(brotliCompress)]

/** The JavaScript a browser fetches at its first visit to a case: what the page names, the page's own part, and all they import; null when the web app is not built. */
export const webSizeOf = async (dist: string): Promise<WebSize | null> => {
  const html = await readFile(join(dist, 'community.html'), 'utf8').catch(() => null)
  if (html === null) return null
  const assets = (await readdir(join(dist, 'assets'))).filter((name) => name.endsWith('.js'))
  const named = [...html.matchAll(/(?:src|href)="[^"]*\/([^"/]+\.js)"/g)].map(([, name]) => name ?? '')
  const found = new Map<string, Buffer>()
  const follow = async (name: string): Promise<void> => {
    if (found.has(name) || !assets.includes(name)) return
    const code = await readFile(join(dist, 'assets', name))
    found.set(name, code)
    for (const [, path] of code.toString().matchAll(/\b(?:from|import)\s*["']([^"']+\.js)["']/g)) await follow(basename(path ?? ''))
  }
  for (const name of [...named, ...assets.filter((asset) => asset.startsWith('CasePage'))]) await follow(name)
  const sizes = await Promise.all(
    [...found.values()].map(async (code) => [code.length, (await compressGzip(code)).length, (await compressBrotli(code)).length] as const),
  )
  const sum = (which: 0 | 1 | 2): number => sizes.reduce((total, size) => total + size[which], 0)
  return { files: [...found.keys()], bytes: { plain: sum(0), gzip: sum(1), brotli: sum(2) } }
}
