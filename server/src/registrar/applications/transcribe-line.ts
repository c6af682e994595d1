import { findCountry } from '#atlas/countries.ts'
import type { Transcription } from '#contract/registrar/proofs.ts'
import { refuse } from '../../platform/refuse.ts'
import { note } from '../audit/note.ts'
import type { Db, Deps, Trx } from '../deps.ts'
import { findHolder } from '../persons/know-person.ts'
import { manualDeskOf } from '../registers/manualDesks.ts'
import { differingFields, recordFrom, wrongIn } from '../registers/transcription.rules.ts'
import { openText, sealText } from '../sealing/fields.ts'
import { addTranscription, dropTranscriptions, everyReader, isBuried, lockCase, transcriptionsOf } from './applications.sql.ts'
import { formOf, openCase } from './case-file.ts'
import { type MoveDeps, moveCase } from './move-case.ts'
import { keptLine, matchOf } from './read-register.ts'
import { isReadByHand } from './verification.rules.ts'

/**
 * Keeps what one person read off a register without seeing what another read. Two who agree are one reading, good as long as the
 * country's manual desk says; two who differ leave the case to a third.
 */
export const transcribeLine = async (
  trx: Trx,
  deps: MoveDeps & Pick<Deps, 'trainees' | 'retired'>,
  staffId: string,
  applicationId: string,
  line: Transcription,
): Promise<void> => {
  const row = (await lockCase(trx, applicationId)) ?? refuse('application.not-found')
  const { file } = await openCase(trx, row)
  const { country, number, legalName, formerNames } = formOf(deps, row)
  const scheme = country && findCountry(country)?.scheme
  if (!scheme || !number || !legalName || !row.numberHash || !isReadByHand(file, deps.clock.now().toISOString().slice(0, 10)))
    return refuse('case.not-now')
  const desk = manualDeskOf(country)
  if (line !== null && wrongIn(desk, line).length > 0) return refuse('case.reading-incomplete')
  await addTranscription(trx, {
    application_id: applicationId,
    staff_id: staffId,
    line: sealText(deps, 'transcription', JSON.stringify(line)),
  })
  await note(trx, deps, { actor: staffId, action: 'read-by-hand', subject: applicationId, detail: { found: line !== null } })
  const readings = (await transcriptionsOf(trx, applicationId)).map((one) => ({
    staffId: one.staffId,
    line: JSON.parse(openText(deps, 'transcription', one.line)) as Transcription,
  }))
  const alike = (other: Transcription): boolean =>
    line === null || other === null ? line === other : differingFields(desk, line, other).length === 0
  // Two people, whoever they are: a reading typed anew replaces one's own.
  if (!readings.some((reading) => reading.staffId !== staffId && alike(reading.line))) return
  const agreed = line
  await dropTranscriptions(trx, applicationId)
  const asOf = deps.clock.now()
  const holder = await findHolder(trx, row.numberHash)
  const about = {
    type: 'look-up' as const,
    boundToAnother: holder !== null && holder !== row.personId,
    tombstoned: await isBuried(trx, row.numberHash, asOf.toISOString().slice(0, 10)),
  }
  if (agreed === null) {
    await moveCase(trx, deps, applicationId, {
      event: { ...about, finding: { outcome: 'miss', authoritative: false } },
      actor: { staffId },
    })
    return
  }
  const record = recordFrom(desk, number, agreed)
  const names = [legalName, ...formerNames]
  const { match, score } = matchOf(deps, { record, asOf, freshForHours: desk.freshForHours, by: 'two-people', namesakes: null }, names)
  await moveCase(trx, deps, applicationId, {
    event: { ...about, finding: { outcome: 'hit', match } },
    actor: { staffId },
    line: { ...keptLine(record, asOf), score, birthDateMatched: false },
  })
}

/** Who has read the register by hand for which case. */
export const readersOfMany = async (db: Db): Promise<ReadonlyMap<string, readonly string[]>> => {
  const readers = new Map<string, string[]>()
  for (const { applicationId, staffId } of await everyReader(db))
    readers.set(applicationId, [...(readers.get(applicationId) ?? []), staffId])
  return readers
}
