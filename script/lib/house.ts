import { posix } from 'node:path'
import { floors, roomsWithAccounts, tablesWithAccounts, unorderedTables } from './floors.ts'

/** Every file that is checked: its path from the clone, and its text. */
export type House = ReadonlyMap<string, string>

/** What is wrong with the house, one sentence each; nothing when all is well. */
export const complaintsAbout = (house: House): string[] => {
  const imports = importsOf(house)
  return [
    ...importsGoDown(house, imports),
    ...noCircle(imports),
    ...halvesApart(imports),
    ...privateFiles(imports),
    ...purePackages(imports),
    ...testingStaysInTests(imports),
    ...sqlInItsPlace(house),
    ...roomsWriteTheirOwn(house),
    ...rulesArePure(house),
    ...timeFromOutside(house),
    ...accountsStayHidden(house),
    ...tablesAreInOrder(house),
    ...phrasesInPairs(house),
  ]
}

type Imports = ReadonlyMap<string, readonly string[]>

const isSource = (path: string): boolean => /\.tsx?$/.test(path)
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('server/src/testing/')

/** The text without its comments. */
const codeOf = (text: string): string => text.replace(/(^|\s)\/\*[\s\S]*?\*\//g, '$1').replace(/(^|\s)\/\/.*$/gm, '$1')
const sqlOf = (text: string): string => text.replace(/--.*$/gm, '').toLowerCase()

const importPattern = /\b(?:import|export)\b[^'"`;=()]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g

const importsOf = (house: House): Imports =>
  new Map(
    [...house]
      .filter(([path]) => isSource(path))
      .map(([path, text]) => [path, [...codeOf(text).matchAll(importPattern)].map(([, from, bare]) => resolved(path, from ?? bare ?? ''))]),
  )

const resolved = (path: string, name: string): string => {
  const own = /^#(\w+)\/(.*)$/.exec(name)
  if (own) return `${own[1]}/src/${own[2]}`
  return name.startsWith('.') ? posix.join(posix.dirname(path), name) : name
}

interface Place {
  floor: number
  room: string
}

const places = floors.flatMap((rooms, floor) => rooms.map((room): Place => ({ floor, room })))

/** The room a file stands in: the longest name that fits. */
const placeOf = (path: string): Place | null => {
  const webRoom = /^web\/src\/(?:community|registrar)\/[^/]+(?=\/)/.exec(path)?.[0]
  if (webRoom !== undefined) return { floor: floors.findIndex(([room]) => room === 'web/src/community/*'), room: webRoom }
  const [found] = places
    .filter(({ room }) => path === room || path.startsWith(`${room}/`))
    .toSorted((one, other) => other.room.length - one.room.length)
  return found ?? null
}

/** A room's own name, without the half it lies in. */
const roomNameOf = (path: string): string | undefined => /^server\/src\/(?:registrar|community)\/([^/]+)\//.exec(path)?.[1]

const halfOf = (path: string): string | undefined => /^server\/src\/(registrar|community)\//.exec(path)?.[1]

const houseFloor = /^(atlas|tickets|deidentify|contract|phrases|demo|server|web)\/src\//

const importsGoDown = (house: House, imports: Imports): string[] =>
  [...imports].flatMap(([path, targets]) => {
    if (!houseFloor.test(path) || isTest(path)) return []
    const from = placeOf(path)
    if (!from) return /^web\/src\/[^/]+$/.test(path) ? [] : [`${path} stands on no floor: give its room a line in script/lib/floors.ts.`]
    return targets
      .filter((target) => houseFloor.test(target))
      .flatMap((target) => {
        const to = placeOf(target)
        if (!house.has(target) && isSource(target)) return [`${path} imports ${target}, which is not there.`]
        if (!to || to.room === from.room) return []
        if (path.startsWith('web/') && target.startsWith('server/'))
          return [`${path} imports ${target}: the web knows the server by its contract only.`]
        if (path.startsWith('server/') && target.startsWith('web/')) return [`${path} imports ${target}: the server does not know the web.`]
        if (to.floor === from.floor && from.room.startsWith('web/')) return []
        if (to.floor === from.floor) return [`${path} imports ${target}: rooms on one floor do not know each other.`]
        return to.floor > from.floor ? [`${path} imports ${target}, which lies on a higher floor: tell it by an event instead.`] : []
      })
  })

const noCircle = (imports: Imports): string[] => {
  const done = new Set<string>()
  const complaints: string[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    const before = trail.indexOf(path)
    if (before >= 0) {
      complaints.push(`Imports go in a circle: ${[...trail.slice(before), path].join(' -> ')}.`)
      return
    }
    if (done.has(path)) return
    for (const target of imports.get(path) ?? []) walk(target, [...trail, path])
    done.add(path)
  }
  for (const path of imports.keys()) walk(path, [])
  return complaints
}

const halvesApart = (imports: Imports): string[] =>
  everyImport(imports, (path, target) => {
    const [from, to] = [halfOf(path), halfOf(target)]
    return from && to && from !== to && !isTest(path)
      ? `${path} imports ${target}: the halves share no code but the packages and the platform.`
      : null
  })

const privateFiles = (imports: Imports): string[] =>
  everyImport(imports, (path, target) => {
    const kind = /\.(sql|routes)\.ts$/.exec(target)?.[1]
    if (!kind || isTest(path) || posix.dirname(path) === posix.dirname(target)) return null
    if (kind === 'routes' && /^server\/src\/(features|app|registrar\/features)\.ts$/.test(path)) return null
    return `${path} imports ${target}: a room's ${kind === 'sql' ? 'queries' : 'routes'} are its own.`
  })

const purePackages = (imports: Imports): string[] =>
  everyImport(imports, (path, target) => {
    if (isTest(path)) return null
    const inside = houseFloor.test(target)
    if (path.startsWith('atlas/src/') && !target.startsWith('atlas/src/')) return `${path} imports ${target}: the atlas imports nothing.`
    if (path.startsWith('contract/src/') && !inside && target !== 'typebox')
      return `${path} imports ${target}: a contract imports only the schema library.`
    return null
  })

const testingStaysInTests = (imports: Imports): string[] =>
  everyImport(imports, (path, target) =>
    houseFloor.test(path) && !isTest(path) && target.startsWith('server/src/testing/')
      ? `${path} imports ${target}: what stands in testing/ is for tests.`
      : null,
  )

const everyImport = (imports: Imports, complain: (path: string, target: string) => string | null): string[] =>
  [...imports].flatMap(([path, targets]) => targets.map((target) => complain(path, target)).filter((sentence) => sentence !== null))

const query = /\bsql(?:<[^`]*?>)?`|\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/
const withoutQueries = /^server\/src\/(?!platform\/|testing\/|commands\/)/

const sqlInItsPlace = (house: House): string[] =>
  [...house]
    .filter(
      ([path, text]) =>
        withoutQueries.test(path) && isSource(path) && !isTest(path) && !path.endsWith('.sql.ts') && query.test(codeOf(text)),
    )
    .map(([path]) => `${path} has a query: SQL stands in *.sql.ts.`)

const writing =
  /\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"](\w+)|\b(?:insert\s+into|delete\s+from)\s+(\w+)|\bupdate\s+(\w+)\s+(?:as\s+\w+\s+)?set\b/gi

const roomsWriteTheirOwn = (house: House): string[] => {
  const writers = new Map<string, Set<string>>()
  for (const [path, text] of house) {
    if (!path.endsWith('.sql.ts') || roomNameOf(path) === undefined) continue
    for (const [, built, raw, updated] of codeOf(text).matchAll(writing)) {
      const table = `${halfOf(path)}'s table ${(built ?? raw ?? updated ?? '').toLowerCase()}`
      writers.set(table, (writers.get(table) ?? new Set()).add(posix.dirname(path)))
    }
  }
  return [...writers]
    .filter(([, rooms]) => rooms.size > 1)
    .map(([table, rooms]) => `The ${table} is written by ${[...rooms].join(' and ')}: a room writes only its own tables.`)
}

const impure =
  /\basync\b|\bawait\b|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b|\bperformance\.now\b|\bprocess\./

const rulesArePure = (house: House): string[] =>
  [...house].flatMap(([path, text]) => {
    const found = path.endsWith('.rules.ts') ? impure.exec(codeOf(text))?.[0] : undefined
    return found === undefined ? [] : [`${path} uses ${found}: a rule has no async, clock or randomness.`]
  })

const sqlClock =
  /(?<![.\w])(?:now|clock_timestamp|statement_timestamp|transaction_timestamp)\s*\(\s*\)|\b(?:current_timestamp|current_date|current_time|localtimestamp)\b/i

const timeFromOutside = (house: House): string[] =>
  [...house].flatMap(([path, text]) => {
    const isMigration = path.startsWith('server/migrations/')
    if (!isMigration && !path.endsWith('.sql.ts')) return []
    const found = sqlClock.exec(isMigration ? sqlOf(text) : codeOf(text))?.[0]
    return found === undefined ? [] : [`${path} uses ${found}: time enters as a parameter.`]
  })

const accountsStayHidden = (house: House): string[] =>
  [...house].flatMap(([path, text]) => {
    if (isTest(path) || !isSource(path)) return []
    const room = roomNameOf(path)
    if (path.startsWith('contract/src/') && /account_?id/i.test(codeOf(text)))
      return [`${path} names an account's id: it leaves the server nowhere.`]
    if (halfOf(path) === 'community' && room && !roomsWithAccounts.includes(room) && /\baccount_id\b/.test(codeOf(text)))
      return [`${path} reads account_id: only ${roomsWithAccounts.join(', ')} may.`]
    return []
  })

interface Table {
  path: string
  half: 'registrar' | 'community'
  name: string
  columns: string
}

const tablesOf = (house: House): Table[] =>
  [...house].flatMap(([path, text]) => {
    const half = /^server\/migrations\/(registrar|community)\//.exec(path)?.[1] as Table['half'] | undefined
    if (!half) return []
    return [...sqlOf(text).matchAll(/create table (?:if not exists )?(\w+)\s*\(([\s\S]*?)\n\)/g)].map(([, name = '', columns = '']) => ({
      path,
      half,
      name,
      columns,
    }))
  })

const tablesAreInOrder = (house: House): string[] => {
  const written = (half: string): string =>
    [...house]
      .filter(([path]) => path.startsWith(`server/migrations/${half}/`))
      .map(([, text]) => sqlOf(text))
      .join('\n')
  const all = { registrar: written('registrar'), community: written('community') }
  return tablesOf(house).flatMap(({ path, half, name, columns }) => {
    const says = (words: string): boolean => new RegExp(words).test(all[half])
    const complaints: string[] = []
    if (!says(`comment on table ${name} is`)) complaints.push('has no comment that says what one row is')
    if (/\baccount_id\b/.test(columns) && !tablesWithAccounts.test(name)) complaints.push('has account_id: things refer to a byline')
    if (/\b(big|small)?serial\b|\bas identity\b|\bnextval\b/.test(columns))
      complaints.push('counts its rows: ids are random or come from the program')
    if (unorderedTables[half].test(name) || /\bshuffle\b/.test(columns)) {
      if (/\btimestamp(tz)?\b|\btime\b|\buuidv7\b/.test(columns))
        complaints.push('keeps an instant: a table whose rows stand for persons has none')
      if (!says(`update ${name} set shuffle`) || !says(`cluster ${name} using`)) complaints.push('is not in the nightly shuffle')
    }
    return complaints.map((complaint) => `${path}: table ${name} ${complaint}.`)
  })
}

const phrasesInPairs = (house: House): string[] =>
  [...house.keys()].flatMap((path) => {
    const language = /^phrases\/src\/.*\.(en|es)\.ts$/.exec(path)?.[1]
    if (!language) return []
    const twin = path.replace(/\.(en|es)\.ts$/, language === 'en' ? '.es.ts' : '.en.ts')
    return house.has(twin) ? [] : [`${path} has no ${posix.basename(twin)} beside it: both languages or no build.`]
  })
