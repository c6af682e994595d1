import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const clone = join(import.meta.dirname, '../../..')

/** Where a half's table types stand. */
export const tablesFile = (half: string): string => join(clone, `server/src/platform/schema/${half}.generated.ts`)

/** The types of a migrated database's tables, as TypeScript; counts as numbers and days as text, like `openDatabase` reads them. */
export const generateTables = async (url: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'consilium-tables-'))
  const file = join(folder, 'tables.ts')
  const words = [
    ['--dialect', 'postgres'],
    ['--exclude-pattern', '{pgboss.*,public.migration}'],
    ['--type-mapping', '{"int8":"number"}'],
    ['--date-parser', 'string'],
    ['--out-file', file],
    ['--log-level', 'error'],
  ].flat()
  try {
    await promisify(execFile)(process.execPath, [join(clone, 'node_modules/.bin/kysely-codegen'), ...words], {
      // In the environment, not among the arguments: those are on show in the list of processes.
      env: { ...process.env, DATABASE_URL: url },
      cwd: folder,
    })
    return (await readFile(file, 'utf8')).replaceAll(
      'import type { ColumnType } from "kysely";',
      "import type { ColumnType } from 'kysely'",
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
