import type { EngineSetting } from '../../platform/config.ts'
import { type ApertiumPlace, apertium } from './apertium.ts'
import { deepL } from './deepL.ts'
import { inOrder, type Turn } from './inOrder.ts'
import { languageModel } from './languageModel.ts'
import { libreTranslate } from './libreTranslate.ts'
import type { Glossary, Translator } from './Translator.ts'

/** The engines the operator named, in their order; null when none of them is to be had. */
export function openEngines(
  settings: readonly EngineSetting[],
  { place, glossary, now }: { place: ApertiumPlace | null; glossary: () => Promise<Glossary>; now: () => number },
): Translator | null {
  const turns = settings.flatMap((setting) => turnOf(setting, { place, glossary }))
  return turns.length === 1 && turns[0]!.charactersADay === undefined ? turns[0]!.engine : turns.length === 0 ? null : inOrder(turns, now)
}

function turnOf(
  setting: EngineSetting,
  { place, glossary }: { place: ApertiumPlace | null; glossary: () => Promise<Glossary> },
): readonly Turn[] {
  if (setting.kind === 'apertium') return place ? [{ engine: apertium(place) }] : []
  const { charactersADay } = setting
  if (setting.kind === 'libretranslate') return [{ engine: libreTranslate(setting), charactersADay }]
  if (setting.kind === 'model') return [{ engine: languageModel(setting), charactersADay }]
  return [{ engine: deepL({ key: setting.key, glossary, ...(setting.url && { url: setting.url }) }), charactersADay }]
}
