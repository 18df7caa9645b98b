import { AsyncLocalStorage } from 'node:async_hooks'
import { format } from 'node:util'

export type Write = (line: string) => void
type Entry = { level: 'info' | 'warn' | 'error' } & Record<string, unknown>

let lines = ''

/** Whatever is said in one turn of the event loop goes out in one piece: a write costs as much as a query. */
const toStdout: Write = (line) => {
  if (lines === '') setImmediate(writeLines)
  lines += line
}

function writeLines(): void {
  if (lines !== '') process.stdout.write(lines)
  lines = ''
}

// What is said last is said as well.
process.on('exit', writeLines)
// Whoever reads the lines may go before the server does. Saying so would be a line more that nobody reads, and so on.
process.stdout.on('error', () => {})

/** One entry as one line of JSON, so that whatever collects logs need not guess. */
export function logLine(entry: Entry, write: Write = toStdout): void {
  const request = currentRequest.getStore()
  write(`${JSON.stringify({ time: new Date().toISOString(), ...(request && { request }), ...entry })}\n`)
}

/** The id of the request that is being answered, wherever the code is that says something. */
export const currentRequest = new AsyncLocalStorage<string>()

/**
 * What is left of a message when everything that could say who somebody is has been taken out: the parameters of a
 * query, addresses of mail, and tokens in paths.
 */
export function redacted(message: string): string {
  return message
    .replace(/\bparams: [\s\S]*?(?=\n\s+at |\n\s*\[?cause|$)/g, 'params: […]')
    .replace(/[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+/g, '[e-mail]')
    .replace(/\/(reset|join|verify)\/[^\s/?"']+/g, '/$1/[…]')
}

/** From now on whatever is said through `console`, the framework's own errors above all, is a line like the others. */
export function takeOverConsole(write?: Write): void {
  const say =
    (level: Entry['level']) =>
    (...words: unknown[]) =>
      logLine({ level, message: redacted(format(...words)) }, write)
  Object.assign(console, { log: say('info'), info: say('info'), warn: say('warn'), error: say('error') })
}
