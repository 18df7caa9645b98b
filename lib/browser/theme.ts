export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'theme'
const CHANGED = 'themechange'

/** The theme chosen in this browser; `system` when none was, or when storage is blocked. */
export function chosenTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY)
    return THEMES.find((theme) => theme === kept) ?? 'system'
  } catch {
    return 'system'
  }
}

/** Chooses a theme for this browser. It holds for the open page even where it cannot be kept. */
export function chooseTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Blocked or full: the page still changes below.
  }
  show(theme)
  dispatchEvent(new Event(CHANGED))
}

/** Tells when the theme was chosen, here or in another tab. Returns how to stop. */
export function onTheme(changed: () => void): () => void {
  const elsewhere = (event: StorageEvent) => {
    if (event.key !== KEY) return
    show(chosenTheme())
    changed()
  }
  addEventListener('storage', elsewhere)
  addEventListener(CHANGED, changed)
  return () => {
    removeEventListener('storage', elsewhere)
    removeEventListener(CHANGED, changed)
  }
}

/** What public/theme.js does before the first paint. */
function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
