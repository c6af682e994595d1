import { type TextLanguage, textLanguages } from '#contract/shapes.ts'

const isTextLanguage = (code: string): code is TextLanguage => (textLanguages as readonly string[]).includes(code)

/** What a setting such as `en,es,ca` names, or one sentence that says what is wrong with it. */
export const languagesFrom = (setting: string | undefined): readonly TextLanguage[] | string => {
  const codes = [...new Set((setting || 'en,es').split(',').map((code) => code.trim()))]
  const known = codes.filter(isTextLanguage)
  return known.length === codes.length && known.length >= 2
    ? known
    : `SITE_LANGUAGES must name two or more of ${textLanguages.join(', ')}, parted by commas, not "${setting}".`
}

const named = languagesFrom(process.env['SITE_LANGUAGES'])

/** The languages this community speaks. Read once: what is detected, translated, fetched and indexed follows from it. */
export const siteLanguages: readonly TextLanguage[] = typeof named === 'string' ? ['en', 'es'] : named
