import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import type { TranslatedSentence } from './Translator.ts'

/** A running pipeline that answers sentences in the order it was given them. */
export type ApertiumPipe = {
  translate(sentence: string): Promise<TranslatedSentence>
  lastFailure(): string | null
  stop(): Promise<void>
}

type Job = { number: number; sentence: string; tries: number; answer: (result: TranslatedSentence) => void }

/** Enough to keep every program of the pipeline busy, few enough that a crash costs little. */
const inFlightAtMost = 32
const triesPerSentence = 2
/** So many starts without one answer mean that the engine is broken, not that a sentence is. */
const fruitlessStartsAtMost = 5

/**
 * Keeps one Apertium pipeline running and asks it one sentence per message.
 *
 * The pipeline is started by the first sentence and again whenever it dies, hangs or answers out of turn; what was under way is then
 * asked once more, alone, so that only the sentence at fault fails. `start` runs it as the leader of its own process group.
 */
export function apertiumPipe({
  start,
  patienceMs,
}: {
  start: () => Promise<ChildProcessWithoutNullStreams>
  patienceMs: number
}): ApertiumPipe {
  let waiting: Job[] = []
  let asked: Job[] = []
  let running: ChildProcessWithoutNullStreams | null = null
  let starting = false
  let stopped = false
  let asksSoFar = 0
  let fruitlessStarts = 0
  let failure: string | null = null
  let patience: NodeJS.Timeout | undefined

  function ask() {
    if (stopped || (waiting.length === 0 && asked.length === 0)) return
    if (!running) {
      void open()
      return
    }
    while (waiting[0] && asked.length < roomFor(waiting[0])) {
      const job = waiting.shift()!
      asked.push(job)
      running.stdin.write(`${escaped(job.sentence)}.[#${job.number}]\0`)
    }
    watchHead()
  }

  function roomFor(job: Job) {
    const someoneIsSuspect = job.tries > 0 || asked.some(({ tries }) => tries > 0)
    return someoneIsSuspect ? 1 : inFlightAtMost
  }

  /** The clock runs for the sentence whose turn it is, never for those that queue behind it. */
  function watchHead() {
    clearTimeout(patience)
    if (asked.length > 0) patience = setTimeout(() => lose(`no answer within ${patienceMs} ms`), patienceMs)
  }

  async function open() {
    if (starting) return
    starting = true
    try {
      const pipeline = await start()
      if (stopped) return kill(pipeline)
      running = pipeline
      listenTo(pipeline)
    } catch (error) {
      giveUp(error instanceof Error ? error.message : String(error))
    } finally {
      starting = false
    }
    ask()
  }

  function listenTo(pipeline: ChildProcessWithoutNullStreams) {
    let unread = ''
    let complaint = ''
    pipeline.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      if (pipeline !== running) return
      const answers = (unread + chunk).split('\0')
      unread = answers.pop()!
      for (const answer of answers) if (pipeline === running) hear(answer)
      if (pipeline === running) ask()
    })
    pipeline.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaint = (complaint + chunk).slice(-500)
    })
    const end = () => pipeline === running && lose(complaint.trim() || 'the pipeline ended')
    pipeline.stdout.on('end', end)
    pipeline.on('error', end)
    // A write into a pipeline that has just died; its end is heard on stdout.
    pipeline.stdin.on('error', () => {})
  }

  function hear(answer: string) {
    const job = asked[0]
    const close = job && `.[#${job.number}]`
    if (!job || !close || !answer.endsWith(close)) return lose('an answer out of turn')
    asked.shift()
    fruitlessStarts = 0
    failure = null
    job.answer({ text: unescaped(answer.slice(0, -close.length)) })
  }

  function lose(reason: string) {
    clearTimeout(patience)
    if (running) kill(running)
    running = null
    failure = reason
    fruitlessStarts += 1
    const again: Job[] = []
    for (const job of asked) {
      job.tries += 1
      if (job.tries < triesPerSentence) again.push(job)
      else job.answer({ error: reason })
    }
    asked = []
    waiting = [...again, ...waiting]
    if (fruitlessStarts >= fruitlessStartsAtMost) giveUp(reason)
    else ask()
  }

  function giveUp(reason: string) {
    failure = reason
    fruitlessStarts = 0
    const abandoned = [...asked, ...waiting]
    asked = []
    waiting = []
    for (const job of abandoned) job.answer({ error: reason })
  }

  return {
    translate(sentence) {
      if (stopped) return Promise.resolve({ error: 'the translator has stopped' })
      return new Promise((answer) => {
        asksSoFar += 1
        waiting.push({ number: asksSoFar, sentence, tries: 0, answer })
        ask()
      })
    },
    lastFailure: () => failure,
    async stop() {
      stopped = true
      clearTimeout(patience)
      const pipeline = running
      running = null
      giveUp('the translator has stopped')
      if (!pipeline || pipeline.exitCode !== null || pipeline.signalCode !== null) return
      const gone = new Promise((done) => pipeline.once('exit', done))
      kill(pipeline)
      await gone
    },
  }
}

/** The programs keep nothing worth saving, and any one of them may hang: the whole group ends at once. */
function kill({ pid }: ChildProcessWithoutNullStreams) {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Plain text to Apertium's stream format; a placeholder becomes a blank that no rule looks into. */
function escaped(sentence: string): string {
  return sentence
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/[\\[\]{}^$@/<>]/g, '\\$&')
    .replace(/[\uE000-\uF8FF]/g, '[$&]')
}

function unescaped(answer: string): string {
  return answer.replace(/\[([\uE000-\uF8FF])\]/g, '$1').replace(/\\(.)/gsu, '$1')
}
