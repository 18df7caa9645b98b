// What a page of `npm run dev` does besides what it is: shows what the check found in its deck, at the item, and comes
// anew when its file was saved. Served by scripts/preview/door.ts alone.

const STYLE = `
.preview-note { margin: 1rem 0; padding: .6rem .9rem; border-inline-start: 4px solid #b58900; background: #b589001f;
  font: 15px/1.5 ui-sans-serif, system-ui, sans-serif; overflow-wrap: anywhere; }
.preview-note[data-error] { border-color: #c4302b; background: #c4302b1f; }
.preview-note code { font-size: 13px; opacity: .8; }
main > .preview-note { margin: 1rem auto; max-width: 43rem; }`

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** React takes a page over as it was sent: nothing may be added before it has. */
async function takenOver() {
  for (let tries = 0; tries < 100; tries += 1) {
    const main = document.querySelector('main')
    if (main && Object.keys(main).some((key) => key.startsWith('__react'))) return
    await pause(50)
  }
}

function noteOf({ file, line, field, message, severity }) {
  const note = document.createElement('aside')
  note.className = 'preview-note'
  if (severity === 'error') note.dataset.error = ''
  const place = document.createElement('code')
  place.textContent = `${file}:${line}${field ? ` ${field}` : ''}`
  const word = document.createElement('strong')
  word.textContent = severity === 'error' ? 'Mend this: ' : 'Look at this: '
  note.append(word, message, ' ', place)
  return note
}

function show(notes) {
  for (const old of document.querySelectorAll('.preview-note')) old.remove()
  const main = document.querySelector('main')
  const onTop = []
  for (const note of notes) {
    const item = note.item && location.pathname !== '/decks' && document.getElementById(note.item)
    if (item) item.append(noteOf(note))
    else onTop.push(noteOf(note))
  }
  main?.prepend(...onTop)
}

async function follow() {
  await takenOver()
  const style = document.createElement('style')
  style.textContent = STYLE
  document.head.append(style)
  let path = ''
  let known = ''
  let content = ''
  for (;;) {
    if (path !== location.pathname) {
      path = location.pathname
      known = ''
      content = ''
    }
    try {
      const response = await fetch(`/_preview/notes?${new URLSearchParams({ path, known })}`)
      const next = await response.json()
      if (next && path === location.pathname && next.stamp !== known) {
        // The browser keeps the place on the page.
        if (content && next.content !== content) return location.reload()
        ;({ stamp: known, content } = next)
        show(next.notes)
      }
    } catch {
      // The server is away, perhaps starting again.
      await pause(1000)
    }
  }
}

follow()
