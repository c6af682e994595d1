import { EngineRefused } from './outsideEngine.ts'
import type { ProtectedSentence, TranslatedSentence, Translator } from './Translator.ts'

/** An engine in its turn; `charactersADay` is what the operator lets it be sent. */
export interface Turn {
  readonly engine: Translator
  readonly charactersADay?: number | null
}

const failuresAtMost = 3
const restAfterFailures = 60_000
const restAfterQuota = 60 * 60_000
const day = 24 * 60 * 60_000

/**
 * Several engines as one: what the first cannot do, the next is asked for.
 *
 * An engine that failed three times in a row rests for a minute, one whose quota is used up for an hour, and one whose budget is spent until the
 * next day (UTC). `now` answers milliseconds.
 */
export function inOrder(turns: readonly Turn[], now: () => number): Translator {
  const states = turns.map(() => ({ failures: 0, restsUntil: 0, day: -1, characters: 0 }))

  async function ask(
    i: number,
    sentences: readonly ProtectedSentence[],
    from: Parameters<Translator['translate']>[1],
    to: Parameters<Translator['translate']>[2],
  ) {
    const { engine, charactersADay = null } = turns[i]!
    const state = states[i]!
    const at = now()
    if (!engine.pairs().some((pair) => pair.from === from && pair.to === to))
      return failed(sentences, `${engine.name} has no pair ${from}-${to}`)
    if (at < state.restsUntil) return failed(sentences, `${engine.name} rests`)
    const today = Math.floor(at / day)
    if (state.day !== today) Object.assign(state, { day: today, characters: 0 })
    const length = sentences.reduce((sum, { text }) => sum + text.length, 0)
    if (charactersADay !== null && state.characters + length > charactersADay)
      return failed(sentences, `${engine.name} has spent its day's budget`)
    state.characters += length
    try {
      const answers = await engine.translate(sentences, from, to)
      if (answers.length !== sentences.length) throw new EngineRefused('down', 'an answer that does not fit the question')
      state.failures = answers.every((answer) => 'error' in answer) ? state.failures + 1 : 0
      if (state.failures >= failuresAtMost) state.restsUntil = now() + restAfterFailures
      return answers
    } catch (error) {
      state.failures += 1
      if (error instanceof EngineRefused && error.refusal === 'quota') state.restsUntil = now() + restAfterQuota
      else if (state.failures >= failuresAtMost || (error instanceof EngineRefused && error.refusal === 'busy'))
        state.restsUntil = now() + restAfterFailures
      return failed(sentences, `${engine.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  return {
    name: turns.map(({ engine }) => engine.name).join(', '),
    pairs: () => turns.flatMap(({ engine }) => engine.pairs()),
    async translate(sentences, from, to) {
      const done: TranslatedSentence[] = sentences.map(() => ({ error: 'no engine' }))
      let open = sentences.map((_, n) => n)
      for (let i = 0; i < turns.length && open.length > 0; i += 1) {
        const answers = await ask(
          i,
          open.map((n) => sentences[n]!),
          from,
          to,
        )
        answers.forEach((answer, k) => {
          done[open[k]!] = 'error' in answer ? answer : { by: turns[i]!.engine.name, ...answer }
        })
        open = open.filter((n) => 'error' in done[n]!)
      }
      return done
    },
    async health() {
      const all = await Promise.all(turns.map(({ engine }) => engine.health()))
      return all.find(({ ok }) => ok) ?? all[0] ?? { ok: false, reason: 'there is no engine' }
    },
    async stop() {
      await Promise.all(turns.map(({ engine }) => engine.stop()))
    },
  }
}

const failed = (sentences: readonly ProtectedSentence[], error: string): readonly TranslatedSentence[] => sentences.map(() => ({ error }))
