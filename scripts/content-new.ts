import { parseArgs } from 'node:util'
import { command } from './command'
import { atTerminal } from './content/ask'
import { makeNew } from './content/new'
import { environmentOrExit } from './server/environment'

const USAGE = `Usage: npm run content:new [-- deck|course] [--topic physics] [--title "Kettles"] [--summary "…"] [--language en]
  deck:   [--id kettles]
  course: [--audience "…"] [--decks "a, b:a, c:a+b"]
What is left out is asked for at a terminal.`

const text = { type: 'string' } as const
const options = {
  topic: text,
  title: text,
  summary: text,
  language: text,
  id: text,
  audience: text,
  decks: text,
}

/** `npm run content:new`: a deck or a course to begin with, guided or from flags. */
await command(async () => {
  const { values, positionals } = parseArgs({
    options: { ...options, help: { type: 'boolean' } },
    allowPositionals: true,
  })
  const { help, ...given } = values
  if (help) return console.log(USAGE)
  const terminal = process.stdin.isTTY ? atTerminal(process.stdin, process.stdout) : undefined
  try {
    const [first = (await terminal?.ask('A deck or a course? [deck] ')) || 'deck', ...more] = positionals
    if ((first !== 'deck' && first !== 'course') || more.length > 0) throw new Error(USAGE)
    const lines = await makeNew(first, given, environmentOrExit().CONTENT_DIR, terminal?.ask)
    for (const line of lines) console.log(line)
  } finally {
    terminal?.close()
  }
})
