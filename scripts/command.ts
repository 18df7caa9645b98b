import { refusesToken, writeFault } from '@/db/errors'

/** What is said to an operator whose token does not open the database. */
export const TOKEN_REFUSED =
  'The libSQL server refuses DATABASE_AUTH_TOKEN: it is missing, wrong, or has expired. Set a new one.'

/** Runs a command to its end: what it throws is one sentence for the operator, and exit code 1. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(said(error))
    process.exitCode = 1
  }
}

function said(error: unknown): unknown {
  if (refusesToken(error)) return TOKEN_REFUSED
  if (writeFault(error) === 'away') return 'The libSQL server does not answer at the address given.'
  return error instanceof Error ? error.message : error
}

export const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`
