import { spawn } from 'node:child_process'
import { afterEach, describe, expect, it } from 'vitest'
import { type ApertiumPipe, apertiumPipe } from './apertiumPipe.ts'

/** Answers each message with itself, and breaks in the way a message asks for. */
const parrot = `
  let unread = '', silent = false
  process.stdin.on('data', (chunk) => {
    const messages = (unread + chunk).split('\\0')
    unread = messages.pop()
    for (const message of messages) {
      if (message.includes('dies')) process.exit(1)
      if (message.includes('hangs')) silent = true
      if (message.includes('confuses')) process.stdout.write('something else.[#0]\\0')
      if (!silent) process.stdout.write(message + '\\0')
    }
  })
  process.stdin.on('end', () => process.exit())`

let pipe: ApertiumPipe
let starts = 0
let last: ReturnType<typeof spawn>

/** On a busy machine a process takes a while to start: only a test of a silent engine is impatient. */
function open(program = parrot, patienceMs = 20_000) {
  starts = 0
  pipe = apertiumPipe({
    patienceMs,
    start: async () => {
      starts += 1
      const child = spawn(process.execPath, ['-e', program], { detached: true, stdio: 'pipe' })
      last = child
      return child
    },
  })
  return pipe
}

afterEach(() => pipe.stop())

const numbered = (count: number) => Array.from({ length: count }, (_, i) => `sentence ${i}`)
const ask = (sentences: readonly string[]) => Promise.all(sentences.map((sentence) => pipe.translate(sentence)))
const said = (sentences: readonly string[]) => sentences.map((text) => ({ text }))

describe('a pipe of sentences', () => {
  it('is started by its first sentence, once, and answers in order', async () => {
    open()
    expect(starts).toBe(0)
    expect(await ask(numbered(200))).toEqual(said(numbered(200)))
    expect(starts).toBe(1)
  })

  it('carries every sign that means something to Apertium', async () => {
    open()
    const hard = ['a [b] {c} ^d$ @e /f\\ <g> .[] \\[', '\uE000 and \uE001', '', '¿Ñandú? 😀']
    expect(await ask(hard)).toEqual(said(hard))
  })

  it('loses nothing when it is killed at work', async () => {
    open()
    await pipe.translate('first')
    const answers = ask(numbered(500))
    process.kill(-last.pid!, 'SIGKILL')
    expect(await answers).toEqual(said(numbered(500)))
    expect(starts).toBe(2)
  })

  it.each(['dies', 'hangs', 'confuses'])('fails only the sentence at which the engine %s', async (fault) => {
    open(parrot, 2_000)
    const [before, bad, ...after] = await ask(['one', `it ${fault}`, 'two', 'three'])
    expect([before, ...after]).toEqual(said(['one', 'two', 'three']))
    expect(bad).toHaveProperty('error')
    expect(await pipe.translate('four')).toEqual({ text: 'four' })
  })

  it('gives up, with a reason, on an engine that never answers', async () => {
    open('process.stderr.write("no library"); process.exitCode = 1')
    expect(await ask(numbered(100))).toEqual(numbered(100).map(() => ({ error: 'no library' })))
    expect(starts).toBeLessThan(10)
    expect(pipe.lastFailure()).toBe('no library')
  })

  it('answers what waits, and whatever comes later, when it is stopped', async () => {
    open()
    const answers = ask(['it hangs', 'waits'])
    await pipe.stop()
    expect((await answers).every((answer) => 'error' in answer)).toBe(true)
    expect(await pipe.translate('late')).toHaveProperty('error')
  })
})
