// Loaded before the first paint, so that a chosen theme never flashes. A file of ours rather than an inline script:
// the same policy then fits static and per-request pages.
try {
  const theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is blocked: the system's theme it is.
}
