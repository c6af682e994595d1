const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '')

const decoded = (part: string): string | null => {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** What an address holds under the names of a route such as `/cases/:caseId`; null when it is another route's. */
export const paramsAt = (route: string, path: string): Readonly<Record<string, string>> | null => {
  const wanted = partsOf(route)
  const given = partsOf(path).map(decoded)
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, name] of wanted.entries()) {
    const part = given[index]
    if (part === null || part === undefined) return null
    if (name.startsWith(':')) params[name.slice(1)] = part
    else if (name !== part) return null
  }
  return params
}
