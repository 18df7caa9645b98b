import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { freePort } from '@/e2e/free-port'
import { command, readDockerfile, type Stage, variables } from './dockerfile'
import { bare } from './vercel-build'

const run = promisify(execFile)
const MINUTE = 60_000

it('the Dockerfile has nothing that its linter minds', { timeout: 3 * MINUTE }, async () => {
  const linter = ['--yes', '-p', 'dockerfile-utils@0.16.3', 'dockerfile-utils']
  const { stdout } = await run('npx', [...linter, 'lint', 'Dockerfile'])
  expect(stdout.trim()).toBe('')
})

it('the compose file has nothing that its linter minds', { timeout: 3 * MINUTE }, async () => {
  await run('npx', ['--yes', 'dclint@3.1.0', '--max-warnings', '0', 'compose.yaml'])
})

/** No container engine is needed: the same commands in clean folders, and another user where that can be had. */
it('the steps of the Dockerfile make a server that starts, is healthy and stops', {
  timeout: 10 * MINUTE,
}, async () => {
  const [build, final] = await readDockerfile()
  if (!build || !final) throw new Error('The Dockerfile has two stages.')
  const context = await contextFolder()
  const built = await folder()
  await follow(build, built, context)
  const image = await folder()
  await follow(final, image, built)

  const port = await freePort()
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: '/nonexistent',
    ...Object.fromEntries(
      Object.entries(variables(final)).map(([name, value]) => [name, value.replace('/app', image)]),
    ),
    NODE_ENV: 'production',
    PORT: String(port),
  }
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const [program = '', ...args] = command(final, 'CMD')
  const server = spawn(program, args, { cwd: image, env, ...asNobody, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (data) => {
      said += data
    })
  const ended = once(server, 'exit')
  const [probe = '', ...probed] = command(final, 'HEALTHCHECK')
  const healthy = async () =>
    run(probe, probed, { env }).then(
      () => true,
      () => false,
    )
  let tries = 0
  while (!(await healthy())) {
    tries += 1
    if (tries > 60 || server.exitCode !== null) throw new Error(`It does not get healthy:\n${said}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  for (const path of ['/api/ready', '/', '/decks', '/sign-in'])
    expect((await fetch(`http://127.0.0.1:${port}${path}`)).status, path).toBe(200)
  expect(said).not.toContain('no build of this source')
  server.kill('SIGTERM')
  expect((await ended)[0], said).toBe(0)
  const { stdout: size } = await run('du', ['-sm', image])
  console.log(`On top of Node's image there are ${size.split('\t')[0]} MB.`)
})

const NOBODY = 65_534
const made: string[] = []
afterAll(async () => {
  for (const one of made) await rm(one, { recursive: true, force: true })
})

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'recall-image-'))
  made.push(path)
  // The server's user has to get at it.
  await chmod(path, 0o755)
  return path
}

/** What a builder is sent: the files of a clone without those in .dockerignore. */
async function contextFolder(): Promise<string> {
  const ignored = (await readFile('.dockerignore', 'utf8'))
    .split('\n')
    .filter((line) => /^[.\w/]+$/.test(line))
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
  const target = await folder()
  for (const file of stdout.split('\0').filter(Boolean)) {
    if (ignored.some((path) => file === path || file.startsWith(`${path}/`))) continue
    await mkdir(dirname(join(target, file)), { recursive: true })
    await cp(file, join(target, file))
  }
  return target
}

/** Does what the stage's COPY and RUN say; `from` is the builder's context, or the stage before. */
async function follow(stage: Stage, inside: string, from: string): Promise<void> {
  for (const { word, rest } of stage.steps) {
    if (word === 'COPY') {
      const paths = rest
        .replace(/^--from=\w+ \/app/, '.')
        .split(/\s+/)
        .slice(0, -1)
      for (const path of paths) await run('cp', ['-a', path === '.' ? `${from}/.` : join(from, path), inside])
    }
    // A compiler is on the machines that the tests run on.
    if (word === 'RUN' && !rest.startsWith('apt-get')) {
      const owned =
        process.getuid?.() === 0
          ? rest.replace('node:node', `${NOBODY}:${NOBODY}`)
          : rest.replace(/ && chown .*/, '')
      const env = { ...bare(), NODE_ENV: undefined, ...variables(stage) } as unknown as NodeJS.ProcessEnv
      await run('sh', ['-c', owned], { cwd: inside, env, maxBuffer: 64 * 1024 * 1024 })
    }
  }
}
