import { useState } from 'preact/hooks'

export type Theme = 'system' | 'light' | 'dark'

// public/early.js reads the same name before the page is drawn.
const name = 'theme'

const chosen = (): Theme => {
  const kept = localStorage.getItem(name)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

const setTheme = (theme: Theme): void => {
  if (theme === 'system') localStorage.removeItem(name)
  else localStorage.setItem(name, theme)
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** Light, dark or what the system says, kept on this device. */
export const useTheme = (): [Theme, (theme: Theme) => void] => {
  const [theme, setShown] = useState(chosen)
  const set = (next: Theme) => {
    setTheme(next)
    setShown(next)
  }
  return [theme, set]
}
