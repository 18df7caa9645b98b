import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

/**
 * What everything is measured against: a Next application of the same version with nothing in it but one static
 * page, and one page whose server action does nothing. It lies inside the project, so that it finds the packages.
 */
const FILES = {
  'package.json': '{ "private": true, "type": "module" }',
  'app/layout.js':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }',
  'app/page.js': 'export default function Page() { return <h1>Bare</h1> }',
  'app/act/page.js': `
import { nothing } from './actions'
import { Form } from './form'
export default function Page() { return <Form action={nothing} /> }`,
  'app/act/form.js': `
'use client'
import { useActionState } from 'react'
export function Form({ action }) {
  const [state, submit] = useActionState(action, undefined)
  return <form action={submit}><button>{state ? 'Again' : 'Act'}</button></form>
}`,
  'app/act/actions.js': `
'use server'
export async function nothing(previous, form) { return { ok: true } }`,
  'serve.js': `
import { createServer } from 'node:http'
import next from 'next'
const app = next({ dev: false })
await app.prepare()
const server = createServer(app.getRequestHandler()).listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => { server.close(); server.closeAllConnections(); process.exit(0) })`,
}

export const BARE = resolve('bench', '.work', 'bare')

/** Makes and builds it anew. */
export async function buildBareApp(): Promise<void> {
  await rm(BARE, { recursive: true, force: true })
  for (const [name, text] of Object.entries(FILES)) {
    const file = join(BARE, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  await promisify(execFile)(process.execPath, [next, 'build'], { cwd: BARE, env })
}
