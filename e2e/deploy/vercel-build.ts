import { execFile, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Not a dependency: it brings several hundred packages. Newer ones ask for a newer Node. */
const CLI = 'vercel@60.1.3'

/** A copy of the project as a clone would have it, with its packages, in a folder of its own. */
export async function copyOfProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recall-vercel-'))
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
  for (const file of stdout.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await cp(file, join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      // A file that was deleted and not yet committed.
      if (error.code !== 'ENOENT') throw error
    })
  }
  // Linked where that is possible: it is only read.
  const modules = join(folder, 'node_modules')
  await run('cp', ['-al', 'node_modules', modules]).catch(async () =>
    run('cp', ['-a', 'node_modules', modules]),
  )
  return folder
}

/** What `vercel pull` would write, and no address of anybody's account. */
async function linkToProject(folder: string): Promise<void> {
  const settings = { framework: 'nextjs', nodeVersion: '24.x', installCommand: 'true' }
  const project = { projectId: 'prj_local', orgId: 'team_local', settings }
  await mkdir(join(folder, '.vercel'), { recursive: true })
  await writeFile(join(folder, '.vercel', 'project.json'), JSON.stringify(project))
}

/** Runs `vercel build` for production in `folder`, with `env` as the project's variables. Throws what it printed. */
export async function vercelBuild(folder: string, env: Record<string, string>): Promise<void> {
  await linkToProject(folder)
  const child = spawn('npx', ['--yes', CLI, 'build', '--prod', '--yes', '--token', 'none'], {
    cwd: folder,
    env: { ...bare(), ...env, VERCEL_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      output += data
    })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`vercel build ended with ${code}:\n${output}`)
}

/** The environment of a build machine: nothing of the developer's own settings. */
export function bare(): NodeJS.ProcessEnv {
  const { PATH, HOME, npm_config_cache, npm_config_registry } = process.env
  const ours = { PATH, HOME, npm_config_cache, npm_config_registry }
  return {
    ...ours,
    NODE_ENV: 'production',
    CI: '1',
    VERCEL_TELEMETRY_DISABLED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
