// Runs before anything is drawn. What it needs of the build stands on its own element.
try {
  // A page chosen dark never flashes white.
  const theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme

  // The words of the reader's language and the code of this page are asked for together with the app, not after it.
  const ahead = JSON.parse(document.currentScript.dataset.ahead ?? '{}')
  const wanted = [localStorage.getItem('language'), ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase())
  const language = wanted.find((tag) => tag === 'en' || tag === 'es') ?? 'en'
  const [section] = location.pathname.split('/').slice(1)
  for (const file of [...(ahead[language] ?? []), ...(ahead[`/${section}`] ?? [])]) {
    const link = document.createElement('link')
    link.href = file
    link.crossOrigin = ''
    link.rel = file.endsWith('.css') ? 'preload' : 'modulepreload'
    if (file.endsWith('.css')) link.as = 'style'
    document.head.append(link)
  }
} catch {
  // Without storage the system's choice stands, and everything is asked for in its turn.
}
