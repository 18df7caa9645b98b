import { readFile } from 'node:fs/promises'

/** How many tests went which way. */
export type Count = { passed: number; failed: number }

export const NONE: Count = { passed: 0, failed: 0 }

export function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed }
}

export function summary({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`
}

/** A tool that is one test as a whole. */
export function fromExit(exit: number): Count {
  return exit === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * A runner that ended badly without a failed test to show (a crash, a file that does not load), or that ran nothing,
 * is a failure of its own.
 */
function honest(exit: number, count: Count): Count {
  const silent = count.failed === 0 && (exit !== 0 || count.passed === 0)
  return silent ? { ...count, failed: 1 } : count
}

/** From Vitest's JSON report. A missing report is a failure. */
export async function fromVitest(exit: number, report: string): Promise<Count> {
  const { numPassedTests = 0, numFailedTests = 0 } = await read(report)
  return honest(exit, { passed: numPassedTests, failed: numFailedTests })
}

/** From Playwright's JSON report. A test that passed on a second try did not pass. */
export async function fromPlaywright(exit: number, report: string): Promise<Count> {
  const { stats: { expected = 0, unexpected = 0, flaky = 0 } = {} } = await read(report)
  return honest(exit, { passed: expected, failed: unexpected + flaky })
}

type Report = {
  numPassedTests?: number
  numFailedTests?: number
  stats?: { expected?: number; unexpected?: number; flaky?: number }
}

async function read(report: string): Promise<Report> {
  try {
    return JSON.parse(await readFile(report, 'utf8')) as Report
  } catch {
    return {}
  }
}
