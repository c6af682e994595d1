import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { webSizeOf } from './webSize.ts'

const built = async (files: Record<string, string>): Promise<string> => {
  const dist = await mkdtemp(join(tmpdir(), 'consilium-dist-'))
  onTestFinished(() => rm(dist, { recursive: true, force: true }))
  await mkdir(join(dist, 'assets'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(dist, name), text)
  return dist
}

test('counts what the page names, the page of a case, and what they import, each once; nothing else', async () => {
  const files = {
    'community.html': '<script type="module" src="/assets/index-a1.js"></script><link rel="modulepreload" href="/assets/vendor-b2.js">',
    'assets/index-a1.js': 'import{h}from"./vendor-b2.js";const page=()=>import("./AskPage-c3.js")',
    'assets/vendor-b2.js': 'export const h=1',
    'assets/CasePage-d4.js': 'import{h}from"./vendor-b2.js";import"./viewer-e5.js";',
    'assets/viewer-e5.js': 'export{}',
    'assets/AskPage-c3.js': 'export{}',
  }
  const size = await webSizeOf(await built(files))
  expect([...(size?.files ?? [])].sort()).toEqual(['CasePage-d4.js', 'index-a1.js', 'vendor-b2.js', 'viewer-e5.js'])
  const lengths = Object.entries(files).map(([name, text]) => (name.endsWith('.js') && !name.includes('AskPage') ? text.length : 0))
  expect(size?.bytes.plain).toBe(lengths.reduce((sum, length) => sum + length))
})

test('a web app that is not built has no size', async () => {
  expect(await webSizeOf('/nowhere/at/all')).toBeNull()
})
