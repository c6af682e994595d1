import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process'
import { access, readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { type ApertiumPipe, apertiumPipe } from './apertiumPipe.ts'
import type { Language, LanguagePair, Translator } from './Translator.ts'

const run = promisify(execFile)

/** Where Apertium stands: `/usr`, or the `usr` of a folder into which Debian's packages were unpacked. */
export type ApertiumPlace = { prefix: string }

const pairs: readonly LanguagePair[] = [
  { from: 'en', to: 'es' },
  { from: 'es', to: 'en' },
]

const modeOf = { 'en-es': 'eng-spa', 'es-en': 'spa-eng' } as Record<string, string>

/** Apertium as one persistent pipeline per direction, each started by its first sentence. */
export function apertium({ prefix, patienceMs = 20_000 }: ApertiumPlace & { patienceMs?: number }): Translator {
  const pipes = new Map<string, ApertiumPipe>()

  function pipe(from: Language, to: Language): ApertiumPipe | null {
    const direction = `${from}-${to}`
    const mode = modeOf[direction]
    if (!mode) return null
    const open = pipes.get(direction) ?? apertiumPipe({ start: () => startPipeline({ prefix }, mode), patienceMs })
    pipes.set(direction, open)
    return open
  }

  return {
    name: 'Apertium',
    pairs: () => pairs,
    async translate(sentences, from, to) {
      const through = pipe(from, to)
      if (!through) return sentences.map(() => ({ error: `Apertium has no pair ${from}-${to}` }))
      return Promise.all(sentences.map((sentence) => through.translate(sentence)))
    },
    async health() {
      const missing = await missingParts({ prefix })
      if (missing.length > 0) return { ok: false, reason: `Apertium lacks ${missing.join(', ')}` }
      const failure = [...pipes.values()].map((open) => open.lastFailure()).find((reason) => reason !== null)
      return failure ? { ok: false, reason: failure } : { ok: true }
    },
    async stop() {
      await Promise.all([...pipes.values()].map((open) => open.stop()))
    },
  }
}

/** The programs and data files both directions need and that are not at this place. */
export async function missingParts({ prefix }: ApertiumPlace): Promise<readonly string[]> {
  const programs = ['apertium-wblank-mode', 'apertium-tagger', 'apertium-transfer', 'lt-proc', 'lrx-proc']
  const modes = Object.values(modeOf)
  const parts = [...programs.map((program) => join(prefix, 'bin', program)), ...modes.map((mode) => modeFile({ prefix }, mode))]
  const present = await Promise.all(parts.map((part) => access(part).then(...([() => true, () => false] as const))))
  return parts.filter((_, i) => !present[i])
}

async function startPipeline(place: ApertiumPlace, mode: string): Promise<ChildProcessWithoutNullStreams> {
  const env = await environment(place)
  // Debian writes a mode as a shell pipeline of absolute paths; this tool makes each program flush at every NUL.
  const { stdout } = await run(join(place.prefix, 'bin', 'apertium-wblank-mode'), ['-z', modeFile(place, mode)], { env })
  const pipeline = stdout
    .trim()
    .replaceAll("'/usr/share/apertium/", `${quoted(join(place.prefix, 'share', 'apertium'))}'/`)
    .replaceAll('$1', '-n')
    .replaceAll('$2', '')
  return spawn('/bin/sh', ['-c', underWatch(pipeline)], { env, detached: true, stdio: 'pipe' })
}

/**
 * In a foreground pipeline the shell itself would hold the last pipe open after a program died.
 * In the background only the programs hold it, so the first death is heard at once.
 */
const underWatch = (pipeline: string) => `exec 3<&0; <&3 ${pipeline} & exec 0</dev/null 1>/dev/null 3<&-; wait`

const modeFile = ({ prefix }: ApertiumPlace, mode: string) => join(prefix, 'share', 'apertium', 'modes', `${mode}.mode`)

const quoted = (path: string) => `'${path.replaceAll("'", "'\\''")}'`

async function environment({ prefix }: ApertiumPlace): Promise<NodeJS.ProcessEnv> {
  const path = [join(prefix, 'bin'), process.env.PATH].filter(Boolean).join(delimiter)
  const libraries = prefix === '/usr' ? [] : await libraryFolders(prefix)
  return { PATH: path, LC_ALL: 'C.UTF-8', ...(libraries.length > 0 && { LD_LIBRARY_PATH: libraries.join(delimiter) }) }
}

/** Debian names library folders by machine, such as `x86_64-linux-gnu`. */
async function libraryFolders(prefix: string): Promise<readonly string[]> {
  const roots = [join(prefix, 'lib'), join(prefix, '..', 'lib')]
  const found = await Promise.all(
    roots.map(async (root) =>
      (await readdir(root).catch(() => [])).filter((name) => name.includes('-linux-')).map((name) => join(root, name)),
    ),
  )
  return found.flat()
}
