import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '@/db/client'
import { migrate } from '@/db/migrate'
import { findDeck } from '@/db/queries/decks'
import { SAMPLE_YAML } from '@/lib/content/testing'
import { migrateAndSeed } from '../server/prepare'
import { BUILT_FROM } from '../server/source-hash'
import { ROOM } from './door'
import { startPreview } from './preview'
import type { PageNotes } from './shown'

let folder: string
let databaseUrl: string
let server: Server
let stop: () => void
let at: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recall-preview-'))
  databaseUrl = `file:${join(folder, 'test.db')}`
  await write(SAMPLE_YAML)
  await migrate(databaseUrl)
  await migrateAndSeed({ url: databaseUrl }, content())
  const preview = startPreview({ databaseUrl, folder: content() })
  stop = preview.stop
  server = createServer(
    preview.around((req, res) => {
      res.setHeader('content-type', req.url === '/data' ? 'application/json' : 'text/html')
      res.write('<main>')
      res.end(req.url)
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, resolve))
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  stop()
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true, force: true })
})

const content = () => join(folder, 'content')
async function write(deck: string, name = 'kettles') {
  await mkdir(join(content(), 'physics'), { recursive: true })
  await writeFile(join(content(), `physics/${name}.yaml`), deck)
}

/** What a page is told next, when it has `known`. */
async function notes(known = '', path = '/decks/kettles'): Promise<PageNotes> {
  for (;;) {
    const response = await fetch(`${at}${ROOM}/notes?${new URLSearchParams({ path, known })}`)
    const next = (await response.json()) as PageNotes | null
    if (next && next.stamp !== known) return next
  }
}

async function front(): Promise<string | undefined> {
  const db = await openDatabase(databaseUrl)
  const deck = await findDeck(db, 'kettles')
  db.close()
  const [item] = deck?.items ?? []
  return item?.kind === 'card' ? item.front : undefined
}

describe('while a deck is written', () => {
  it('a save is shown', async () => {
    const first = await notes()
    await write(SAMPLE_YAML.replace('at sea level', 'on a beach'))
    const next = await notes(first.stamp)
    expect(next.content).not.toBe(first.content)
    expect(await front()).toBe('At what temperature does water boil on a beach?')
  })

  it('what breaks it stands at its item and line, over the deck as it was last in order', async () => {
    const first = await notes()
    await write(SAMPLE_YAML.replace('level: intermediate', 'level: expert'))
    const broken = await notes(first.stamp)
    expect(broken.content).toBe(first.content)
    expect(broken.notes).toMatchObject([{ item: 'whistle', line: 12, severity: 'error' }])
    await write(SAMPLE_YAML.replace('title: Kettles', 'title: Kettles: all'))
    const unread = await notes(broken.stamp)
    expect(unread.notes).toMatchObject([{ line: 2, severity: 'error' }])
    expect(unread.notes[0]?.item).toBeUndefined()
    expect(await front()).toBe('At what temperature does water boil at sea level?')
  })

  it('the others go on, and a new one appears', async () => {
    const list = await notes('', '/decks')
    await write('id: pots', 'pots')
    const broken = await notes(list.stamp, '/decks')
    expect(broken.notes.map(({ field }) => field)).toContain('title')
    await write(SAMPLE_YAML.replace('at sea level', 'on a beach'))
    await notes(broken.stamp, '/decks')
    expect(await front()).toBe('At what temperature does water boil on a beach?')
  })

  it('an item that becomes another kind under its id is refused where its author looks', async () => {
    const first = await notes()
    const [before = '', after = ''] = SAMPLE_YAML.split(/ {2}- id: boiling[\s\S]*?(?=questions:)/)
    const kept = '  - id: faster\n    level: beginner\n    front: What is it?\n    back: Steam.\n'
    await write(`${before}${kept}${after.replace('- id: faster', '- id: sooner')}`)
    expect((await notes(first.stamp)).notes[0]?.message).toMatch(
      /"kettles\/faster" was a question and is a card now/,
    )
  })
})

it('pages get its script, and nothing else does', async () => {
  const get = async (path: string, headers = {}) => (await fetch(`${at}${path}`, { headers })).text()
  const script = `<script src="${ROOM}/page.js" defer></script>`
  expect(await get('/decks', { accept: 'text/html' })).toBe(`<main>/decks${script}`)
  expect(await get('/decks', { accept: 'text/html', rsc: '1' })).toBe('<main>/decks')
  expect(await get('/data', { accept: 'text/html' })).toBe('<main>/data')
  expect(await get(`${ROOM}/page.js`)).toContain('preview-note')
})

it('nothing that a build is made from knows of it', () => {
  const files = BUILT_FROM.flatMap((room) =>
    readdirSync(room, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|css|m?js)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  expect(files.length).toBeGreaterThan(200)
  const knows = (text: string) => text.includes(ROOM) || /scripts\/(preview|server)/.test(text)
  expect(files.filter((file) => knows(readFileSync(file, 'utf8')))).toEqual([])
})
