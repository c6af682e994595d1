import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { siteLanguages } from '../../platform/siteLanguages.ts'
import { type ApertiumPlace, apertium } from './apertium.ts'
import { apertiumFolder } from './findApertium.ts'
import type { Language } from './Translator.ts'

const run = promisify(execFile)

// The -dev packages hold the compilers that put our words into the engine.
const programs = ['apertium', 'apertium-lex-tools', 'apertium-lex-tools-dev', 'lttoolbox', 'lttoolbox-dev']

/** Debian's packages for each pair of languages, with the programs that only its pipeline runs. */
const pairPackages: readonly (readonly [one: Language, other: Language, ...names: string[]])[] = [
  ['en', 'es', 'apertium-eng-spa'],
  ['es', 'ca', 'apertium-spa-cat', 'cg3'],
  ['en', 'ca', 'apertium-eng-cat', 'cg3', 'apertium-anaphora', 'apertium-separable'],
]
const pairsWanted = [
  ...new Set(pairPackages.flatMap(([one, other, ...names]) => (siteLanguages.includes(one) && siteLanguages.includes(other) ? names : []))),
]
const wanted = [...programs, ...pairsWanted]

const byHand = `Install it with: apt-get install --no-install-recommends ${pairsWanted.join(' ')}`

/**
 * Fetches Debian's Apertium packages and unpacks them into the data folder, without root and without touching the system.
 *
 * Answers where it stands, or one sentence that says why it could not be had.
 */
export async function unpackApertium({
  dataDir,
  log,
}: {
  dataDir: string
  log: (line: string) => void
}): Promise<ApertiumPlace | { reason: string }> {
  if (!(await answers('apt-get', ['--version'])) || !(await answers('dpkg', ['--version']))) {
    return { reason: 'This machine has no apt-get and dpkg, so Apertium cannot be fetched; translation needs it installed by other means.' }
  }
  await mkdir(dataDir, { recursive: true })
  const work = await mkdtemp(join(resolve(dataDir), 'apertium-'))
  try {
    log('Fetching Apertium, the local translation engine, from Debian')
    const root = await fetched(work).catch(async () => {
      log("The machine's package lists are missing or old: reading them anew")
      return fetched(work, await freshLists(work))
    })
    await trySpeaking({ prefix: join(root, 'usr') })
    const folder = apertiumFolder(resolve(dataDir))
    await rm(folder, { recursive: true, force: true })
    await rename(root, folder)
    log('Apertium is ready')
    return { prefix: join(folder, 'usr') }
  } catch (error) {
    return { reason: `Apertium could not be fetched from Debian (${lastLine(error)}). ${byHand}` }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function fetched(work: string, options: readonly string[] = []): Promise<string> {
  const packages = await packagesToFetch(options)
  const downloads = await mkdtemp(join(work, 'packages-'))
  const root = await mkdtemp(join(work, 'root-'))
  await run('apt-get', [...options, ...briefly, 'download', ...packages], { cwd: downloads })
  for (const name of await readdir(downloads)) await run('dpkg', ['-x', join(downloads, name), root])
  return root
}

/** A machine without a network shall hear of it in seconds, not in apt's minutes. */
const briefly = ['-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::https::Timeout=15', '-o', 'Acquire::Retries=1']

/** What Apertium's programs need to run: themselves and every shared library that is not installed here. */
async function packagesToFetch(options: readonly string[]): Promise<readonly string[]> {
  const chosen = new Set(wanted)
  let unseen = [...wanted]
  while (unseen.length > 0) {
    const libraries = (await dependencies(unseen, options)).filter((name) => name.startsWith('lib') && !chosen.has(name))
    unseen = await notInstalled([...new Set(libraries)])
    for (const name of unseen) chosen.add(name)
  }
  return [...chosen]
}

async function dependencies(packages: readonly string[], options: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await run('apt-cache', [...options, 'depends', '--important', ...packages])
  return [...stdout.matchAll(/^\s+(?:Pre)?Depends: ([^<\s]+)$/gm)].map(([, name]) => name!)
}

/** `libxml2-utils` and its kind hold programs that translation does not use. */
async function notInstalled(packages: readonly string[]): Promise<string[]> {
  const libraries = packages.filter((name) => !name.endsWith('-utils') && !name.endsWith('-dev'))
  const installed = await Promise.all(libraries.map(isInstalled))
  return libraries.filter((_, i) => !installed[i])
}

async function isInstalled(name: string): Promise<boolean> {
  const answer = await run('dpkg-query', ['--status', name]).catch(() => ({ stdout: '' }))
  return /^Status: .* installed$/m.test(answer.stdout)
}

/** Package lists of our own, for a user who may not refresh the system's. */
async function freshLists(work: string): Promise<readonly string[]> {
  const state = join(work, 'apt-state')
  const cache = join(work, 'apt-cache')
  await mkdir(join(state, 'lists', 'partial'), { recursive: true })
  await mkdir(join(cache, 'archives', 'partial'), { recursive: true })
  const options = [
    '-o',
    `Dir::State=${state}`,
    '-o',
    `Dir::Cache=${cache}`,
    '-o',
    'Dir::State::status=/var/lib/dpkg/status',
    '-o',
    'APT::Sandbox::User=',
  ]
  await run('apt-get', [...options, ...briefly, '-q', 'update'])
  return options
}

const aSentence: Readonly<Record<Language, string>> = {
  en: 'The patient has fever.',
  es: 'El paciente tiene fiebre.',
  ca: 'El pacient té febre.',
}

/** Files in place prove little; a sentence in each direction proves that every library was found. */
async function trySpeaking(place: ApertiumPlace): Promise<void> {
  const engine = apertium(place)
  try {
    const tries = await Promise.all(
      engine.pairs().map(({ from, to }) => engine.translate([{ text: aSentence[from], spans: [] }], from, to)),
    )
    for (const answer of tries.flat()) if ('error' in answer) throw new Error(answer.error)
  } finally {
    await engine.stop()
  }
}

const answers = (program: string, args: readonly string[]) =>
  run(program, args).then(
    () => true,
    () => false,
  )

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string }
  return (stderr?.trim() || message).split('\n').at(-1)!.trim()
}
