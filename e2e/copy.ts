import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const PARTS = ['app', 'components', 'db', 'lib', 'public', 'scripts', 'e2e/sqld', 'e2e/free-port.ts']
const CONFIGURATION = /^(package|tsconfig)\.json$|^(next|postcss)\.config\.|^(proxy|instrumentation)/

/**
 * Makes a copy of the application in `folder`, with `decks` (path below `content/` to text) as its only content, and
 * builds it, with `env` besides this process's own. The folder lies inside the project, because the bundler follows no
 * link that leads out of it.
 */
export async function buildCopy(
  folder: string,
  decks: Record<string, string>,
  env: Record<string, string> = {},
): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  const configuration = (await readdir('.')).filter((name) => CONFIGURATION.test(name))
  for (const part of [...PARTS, ...configuration])
    await cp(part, join(folder, part), { recursive: true, filter: (path) => !path.includes('node_modules') })
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))
  for (const [path, text] of Object.entries(decks)) {
    const file = join(folder, 'content', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  const build = ['--import', 'tsx', join('scripts', 'build.ts')]
  await promisify(execFile)(process.execPath, build, {
    cwd: resolve(folder),
    env: { ...process.env, ...env },
  })
}
