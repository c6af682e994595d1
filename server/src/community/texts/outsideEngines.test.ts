import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { deepL } from './deepL.ts'
import { inOrder } from './inOrder.ts'
import { languageModel } from './languageModel.ts'
import { libreTranslate } from './libreTranslate.ts'
import { EngineRefused } from './outsideEngine.ts'
import { protect } from './protect.ts'
import { bundledGlossary } from './readGlossary.ts'
import type { Translator } from './Translator.ts'
import { translateText } from './translateText.ts'

type Asked = { path: string; headers: IncomingMessage['headers']; body: Record<string, unknown> }
type Reply = { status?: number; json?: unknown; hangs?: boolean }

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server on this machine that answers as told and remembers what it was asked. */
async function server(reply: (asked: Asked) => Reply): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = []
  const listening = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const one = { path: request.url!, headers: request.headers, body: JSON.parse(text) as Record<string, unknown> }
    asked.push(one)
    const { status = 200, json = {}, hangs = false } = reply(one)
    if (!hangs) response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
  })
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done))
  closing.push(
    () => listening.close(),
    () => listening.closeAllConnections(),
  )
  return { url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`, asked }
}

const glossary = await bundledGlossary()
const body = 'Give 0.5 mg of lorazepam for the seizure.'
const shown = (translator: Translator) => translateText({ translator, glossary }, body, 'en', 'es')
const inSpanish = (english: string) => english.replace('Give', 'Dar').replace(' of ', ' de ').replace(' for the ', ' por la ')

describe('LibreTranslate', () => {
  it('gets terms and figures as signs, and its answer has our words', async () => {
    const { url, asked } = await server(({ body: { q } }) => ({ json: { translatedText: (q as string[]).map(inSpanish) } }))
    const { body: text } = await shown(libreTranslate({ url, key: 'k' }))
    expect(text).toBe('Dé 0,5 mg de lorazepam por la convulsión.')
    expect(asked[0]).toMatchObject({ path: '/translate', body: { source: 'en', target: 'es', format: 'text', api_key: 'k' } })
    expect(JSON.stringify(asked[0]!.body)).not.toContain('0.5 mg')
  })
})

describe('DeepL', () => {
  it('gets figures as tags and our terms as a glossary made once', async () => {
    const { url, asked } = await server(({ path, body: { text } }) =>
      path === '/v3/glossaries'
        ? { status: 201, json: { glossary_id: 'g1' } }
        : {
            json: {
              translations: (text as string[]).map((one) => ({
                detected_source_language: 'EN',
                text: inSpanish(one).replace('seizure', 'convulsión'),
              })),
            },
          },
    )
    const engine = deepL({ key: 'secret', url, glossary: async () => glossary })
    expect((await shown(engine)).body).toBe('Dar 0,5 mg de lorazepam por la convulsión.')
    await shown(engine)
    expect(asked.map(({ path }) => path)).toEqual(['/v3/glossaries', '/v2/translate', '/v2/translate'])
    expect(asked[1]).toMatchObject({
      headers: { authorization: 'DeepL-Auth-Key secret' },
      body: {
        text: ['Give <x id="3"/> of lorazepam for the seizure.'],
        source_lang: 'EN',
        target_lang: 'ES',
        glossary_id: 'g1',
        ignore_tags: ['x'],
      },
    })
    expect((asked[0]!.body['dictionaries'] as { entries: string }[])[0]!.entries).toContain('lorazepam\tlorazepam')
  })
})

describe('a language model', () => {
  const answering = (say: (sentences: string[]) => unknown) =>
    server(({ body: { messages } }) => {
      const { sentences } = JSON.parse((messages as { content: string }[])[1]!.content) as { sentences: string[] }
      return { json: { choices: [{ message: { role: 'assistant', content: JSON.stringify({ translations: say(sentences) }) } }] } }
    })

  it('gets the text as data with the terms that occur, and answers in order', async () => {
    const { url, asked } = await answering((sentences) => sentences.map((one) => inSpanish(one).replace('seizure', 'convulsión')))
    expect((await shown(languageModel({ url: `${url}/v1`, model: 'm', key: 'k' }))).body).toBe('Dar 0,5 mg de lorazepam por la convulsión.')
    expect(asked[0]).toMatchObject({ path: '/v1/chat/completions', headers: { authorization: 'Bearer k' }, body: { model: 'm' } })
    expect(JSON.stringify(asked[0]!.body['messages'])).toContain('convulsión')
  })

  it('that drops a figure or makes up a denial is held back by the gate', async () => {
    const { url } = await answering(() => ['No dar lorazepam por la convulsión.'])
    const { body: text, segments } = await shown(languageModel({ url, model: 'm' }))
    expect(text).toBe(body)
    expect(segments[0]!.held).not.toBeNull()
  })

  it('that answers too few sentences has failed', async () => {
    const { url } = await answering(() => [])
    expect(await shown(languageModel({ url, model: 'm' }))).toMatchObject({ state: 'failed', body })
  })
})

describe('an engine elsewhere that says no', () => {
  it.each([
    [403, 'quota', libreTranslate],
    [429, 'busy', libreTranslate],
    [500, 'down', libreTranslate],
    [400, 'refused', libreTranslate],
    [456, 'quota', ({ url }: { url: string }) => deepL({ key: 'k', url, glossary: async () => ({ ...glossary, terms: [] }) })],
    [529, 'down', ({ url }: { url: string }) => deepL({ key: 'k', url, glossary: async () => ({ ...glossary, terms: [] }) })],
  ] as const)('with %s is known as %s', async (status, refusal, open) => {
    const { url } = await server(() => ({ status, json: { error: 'no' } }))
    const asking = open({ url }).translate([protect('Fever.', { from: 'en', to: 'es' })], 'en', 'es')
    await expect(asking).rejects.toMatchObject({ name: 'EngineRefused', refusal })
  })

  it('or never answers is given up on in time', async () => {
    const { url } = await server(() => ({ hangs: true }))
    await expect(libreTranslate({ url, patienceMs: 50 }).translate([], 'en', 'es')).rejects.toThrow('no answer within 50 ms')
  })
})

describe('several engines in order', () => {
  const engine = (name: string, translate: () => string | Error): Translator & { calls: number } => {
    const self = {
      name,
      calls: 0,
      pairs: () => [{ from: 'en', to: 'es' } as const],
      translate: async (sentences: readonly unknown[]) => {
        self.calls += 1
        const said = translate()
        if (said instanceof Error) throw said
        return sentences.map(() => ({ text: said }))
      },
      health: async () => ({ ok: true }) as const,
      stop: async () => {},
    }
    return self
  }
  const ask = (translator: Translator) => translator.translate([{ text: 'Fever.', spans: [] }], 'en', 'es')
  let now = 0

  it('ask the next for what the first cannot do, and let a broken one rest', async () => {
    const broken = engine('broken', () => new EngineRefused('down', 'no'))
    const floor = engine('floor', () => 'Fiebre.')
    const both = inOrder([{ engine: broken }, { engine: floor }], () => now)
    for (let i = 0; i < 5; i += 1) expect(await ask(both)).toEqual([{ text: 'Fiebre.', by: 'floor' }])
    expect(broken.calls).toBe(3)
    now += 61_000
    await ask(both)
    expect(broken.calls).toBe(4)
  })

  it('leave one whose quota is used up alone for an hour', async () => {
    const full = engine('full', () => new EngineRefused('quota', 'status 456'))
    const both = inOrder([{ engine: full }, { engine: engine('floor', () => 'Fiebre.') }], () => now)
    await ask(both)
    await ask(both)
    now += 59 * 60_000
    await ask(both)
    expect(full.calls).toBe(1)
    now += 2 * 60_000
    await ask(both)
    expect(full.calls).toBe(2)
  })

  it('send one no more characters a day than it may be sent', async () => {
    const paid = engine('paid', () => 'Fiebre.')
    const both = inOrder([{ engine: paid, charactersADay: 10 }, { engine: engine('floor', () => 'Calentura.') }], () => now)
    expect((await ask(both))[0]).toMatchObject({ by: 'paid' })
    expect((await ask(both))[0]).toMatchObject({ by: 'floor' })
    now += 24 * 60 * 60_000
    expect((await ask(both))[0]).toMatchObject({ by: 'paid' })
  })

  it('answer with a reason when none of them can', async () => {
    expect(await ask(inOrder([{ engine: engine('broken', () => new Error('gone')) }], () => now))).toEqual([{ error: 'broken: gone' }])
  })
})
