import { apertium } from '#server/community/texts/apertium.ts'
import { openEngines } from '#server/community/texts/openEngines.ts'
import { bundledGlossary } from '#server/community/texts/readGlossary.ts'
import type { Language } from '#server/community/texts/Translator.ts'
import type { Means } from '#server/community/texts/translateText.ts'
import { CannotStart } from '#server/platform/CannotStart.ts'
import type { Config } from '#server/platform/config.ts'
import { openDataFolder } from '#server/platform/dataFolder.ts'
import { readyApertium } from '#server/startUp.ts'
import { UsageError } from './Command.ts'

/** Lends what posts are translated with, and stops it; `bare` is the engine as Debian made it. */
export const withTranslator = async <T>(
  { dataFolder, engines }: Config,
  work: (means: Means) => Promise<T>,
  { bare = false }: { bare?: boolean } = {},
): Promise<T> => {
  await openDataFolder(dataFolder)
  const place = await readyApertium(dataFolder, new Date(), (line) => console.error(line))
  const translator = bare
    ? place && apertium({ prefix: place.prefix })
    : openEngines(engines, { place, glossary: bundledGlossary, now: () => Date.now() })
  if (!translator) throw new CannotStart('There is no translation engine on this machine.')
  try {
    return await work({ translator, glossary: await bundledGlossary() })
  } finally {
    await translator.stop()
  }
}

/** The language an option names. */
export const languageFrom = (option: string, given: string | undefined): Language | null => {
  if (given === undefined) return null
  if (given !== 'en' && given !== 'es') throw new UsageError(`${option} must be en or es, not "${given}".`)
  return given
}
