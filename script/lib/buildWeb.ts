// Builds web/dist when a source of it changed since the last build; otherwise costs a fraction of a second.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const clone = join(import.meta.dirname, '../..')
const sources = ['web', 'phrases', 'contract', 'atlas', 'tickets', 'deidentify', 'vite.config.ts', 'package-lock.json', 'tsconfig.json']
const stamp = join(clone, 'web/dist/.hash')

const filesUnder = (path: string): string[] => {
  const full = join(clone, path)
  if (!existsSync(full)) return []
  const isFile = /\.\w+$/.test(path)
  if (isFile) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(clone.length + 1))
    .filter((name) => !name.startsWith('web/dist/'))
}

const hash = createHash('sha256')
for (const file of sources.flatMap(filesUnder).sort())
  hash
    .update(file)
    .update('\0')
    .update(readFileSync(join(clone, file)))
    .update('\0')
const now = hash.digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
  console.error('Building the web app …')
  const built = spawnSync(process.execPath, [join(clone, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: clone,
    stdio: ['ignore', 2, 2],
  })
  if (built.status !== 0) {
    console.error('The web app did not build: see the message above.')
    process.exit(1)
  }
  writeFileSync(stamp, now)
}
