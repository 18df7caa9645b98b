import { openDatabase } from '@/db/client'
import { seed } from '@/db/seed'
import { pictureType } from '@/lib/content/pictures'
import { previewDoor } from './door'
import { notesFor, previewOf, type Shown } from './shown'
import { watchFolder } from './watch'

type Where = { databaseUrl: string; folder: string }

/**
 * Shows decks while they are written: whatever is saved below `folder` is checked and seeded at once, and pages that
 * are open come anew or show what was found. For development alone, and for the embedded database alone: one on a
 * server is shared, and half-written decks are nobody else's business.
 */
export function startPreview({ databaseUrl, folder }: Where) {
  const preview = previewOf(folder)
  let shown: Shown | undefined
  const door = previewDoor((path) => shown && notesFor(path, shown))

  async function show(changed: boolean): Promise<void> {
    const next = await preview.read()
    shown = changed ? await seeded(next, databaseUrl, folder) : next
    door.changed()
  }

  // The files that a start has just seeded: only what is to be said of them is missing.
  const first = show(false).catch((error: Error) => console.error(error.message))
  const stop = watchFolder(folder, async (names) => {
    await first
    if (names.some((name) => pictureType(name) !== undefined)) preview.forget()
    await show(true)
  })
  return { around: door.around, stop }
}

/** What cannot be seeded, such as an item that became another kind, is one more finding. */
async function seeded(shown: Shown, databaseUrl: string, folder: string): Promise<Shown> {
  const db = await openDatabase(databaseUrl)
  try {
    await seed(db, shown.decks, Date.now())
    return shown
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const finding = { file: folder, line: 1, field: '', message, severity: 'error' as const }
    const ids = shown.decks.map(({ id }) => id).filter((id) => message.includes(`"${id}/`))
    const findings = new Map(shown.findings)
    for (const id of ids) findings.set(id, [finding, ...(findings.get(id) ?? [])])
    return { ...shown, findings, elsewhere: [...shown.elsewhere, ...(ids.length > 0 ? [] : [finding])] }
  } finally {
    db.close()
  }
}
