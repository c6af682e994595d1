// Reads the house and says what is wrong with it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { complaintsAbout } from './house.ts'

const clone = join(import.meta.dirname, '../..')
const folders = ['atlas', 'tickets', 'deidentify', 'contract', 'phrases', 'demo', 'server', 'web', 'e2e', 'bench', 'script']

const pathsUnder = (folder: string): string[] => {
  try {
    return readdirSync(join(clone, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|sql)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(clone.length + 1))
      .filter((path) => !path.startsWith('web/dist/'))
  } catch {
    return []
  }
}

const house = new Map(
  folders
    .flatMap(pathsUnder)
    .sort()
    .map((path) => [path, readFileSync(join(clone, path), 'utf8')]),
)
const complaints = complaintsAbout(house)
for (const complaint of complaints) console.log(complaint)
console.log(complaints.length === 0 ? `The house is in order: ${house.size} files.` : `${complaints.length} complaints.`)
process.exit(complaints.length === 0 ? 0 : 1)
