import { migrate, migrationsOf } from '#server/platform/migrate.ts'
import type { Command } from './Command.ts'
import { withDatabases } from './withDatabases.ts'

export const command: Command = {
  usage: '',
  summary: 'Brings both databases to what this version expects.',
  help: ['script/start does the same before it listens. Runs as REGISTRAR_DATABASE_OWNER_URL and COMMUNITY_DATABASE_OWNER_URL where set.'],
  run: ({ config, say }) =>
    withDatabases(
      config,
      config.services,
      async (addresses) => {
        for (const half of config.services) {
          const { url, ownerUrl } = addresses[half]
          const folder = migrationsOf(half)
          const applied = await migrate({ ownerUrl, folder, appRole: decodeURIComponent(new URL(url).username) })
          say(applied.length === 0 ? `${half}: nothing to do` : `${half}: applied ${applied.join(', ')}`)
        }
        return 0
      },
      { migrated: false },
    ),
}
