import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Staff } from '#server/access.ts'
import { CannotStart } from '#server/platform/CannotStart.ts'
import { openDatabase } from '#server/platform/database.ts'
import { systemIds } from '#server/platform/ids.ts'
import { openJobs } from '#server/platform/jobs.ts'
import { openLog } from '#server/platform/log.ts'
import { smtpMailer } from '#server/platform/mail.ts'
import { Refusal } from '#server/platform/refuse.ts'
import type { DB } from '#server/platform/schema/registrar.generated.ts'
import { openSecrets } from '#server/platform/secrets.ts'
import { systemClock } from '#server/platform/time.ts'
import { inviteStaff } from '#server/registrar/staff/invite-staff.ts'
import { type Command, UsageError } from './Command.ts'
import { whyNotOpen } from './staffTables.ts'
import { withDatabases } from './withDatabases.ts'

export const command: Command = {
  usage: 'EMAIL --role verifier|lead|operator [--language en|es]',
  summary: 'Invites somebody to work for the registrar.',
  help: [
    'Prints the link and mails it where mail can be sent. The link works for seven days, once: whoever opens it confirms the address with a',
    'code and makes a passkey. An invitation for an address that is known changes its role when it is taken up.',
  ],
  run: async ({ config, words, say }) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { role: { type: 'string' }, language: { type: 'string', default: 'en' } },
      allowPositionals: true,
    })
    const [email] = positionals
    if (email === undefined || positionals.length > 1) throw new UsageError('staff invite takes one address.')
    const role = roleFrom(values.role)
    const { language } = values
    if (language !== 'en' && language !== 'es') throw new UsageError(`--language must be en or es, not "${language}".`)
    if (!config.services.includes('registrar')) throw new CannotStart('Staff work for the registrar, which does not run here.')
    return withDatabases(config, ['registrar'], async ({ registrar: { url } }) => {
      const log = openLog('registrar')
      const { db, close } = openDatabase<DB>(url, { max: 2 })
      const jobs = await openJobs(url, log, { workers: false })
      try {
        const secrets = await openSecrets('registrar', { folder: join(config.dataFolder, 'secrets'), env: process.env })
        const mail = config.mail && smtpMailer(config.mail)
        const deps = { db, clock: systemClock, ids: systemIds, jobs, secrets, mail, demo: config.demo, origin: config.origins.registrar }
        const { link, mailed } = await inviteStaff(deps, { email, role, language, by: 'command line' })
        say(link)
        say(
          mailed
            ? 'The running registrar mails the link too.'
            : 'There is no mail server, so nothing was mailed: hand the link over yourself.',
        )
        return 0
      } catch (error) {
        if (error instanceof Refusal && error.code === 'application.email-invalid') throw new UsageError(`${email} is no e-mail address.`)
        throw whyNotOpen(error)
      } finally {
        await jobs.stop()
        await close()
      }
    })
  },
}

const roleFrom = (given: string | undefined): Staff['role'] => {
  if (given === 'verifier' || given === 'lead' || given === 'operator') return given
  throw new UsageError(given === undefined ? '--role is missing.' : `--role must be verifier, lead or operator, not "${given}".`)
}
