import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, cp, link, mkdir, readFile, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'

type Config = { filePathMap: Record<string, string>; useWebApi?: boolean }

/** What a function is made of: its path inside the function, and where the build has it. */
export async function configOf(folder: string): Promise<Config> {
  return JSON.parse(await readFile(join(folder, '.vc-config.json'), 'utf8')) as Config
}

/**
 * The functions of a build in `project`, each in a folder of its own below `work` that holds its files and no others,
 * started when first asked for with `env` and nothing of this process's own environment.
 */
export class Functions {
  readonly #started = new Map<string, Promise<number>>()
  readonly #children: ChildProcess[] = []

  constructor(
    readonly project: string,
    readonly work: string,
    readonly env: Record<string, string>,
  ) {}

  /** The port of the function whose `.func` folder this is; many of them are links to one. */
  async port(folder: string): Promise<number> {
    const real = await realpath(folder)
    const running = this.#started.get(real) ?? this.#start(real)
    this.#started.set(real, running)
    return running
  }

  stop(): void {
    for (const child of this.#children) child.kill()
  }

  async #start(folder: string): Promise<number> {
    const { filePathMap, useWebApi } = await configOf(folder)
    const home = join(this.work, String(this.#started.size))
    await cp(folder, home, { recursive: true })
    for (const [inside, source] of Object.entries(filePathMap)) {
      const target = join(home, inside)
      await mkdir(dirname(target), { recursive: true })
      const from = join(this.project, source)
      await link(from, target).catch(() => copyFile(from, target))
    }
    const child = fork(join('e2e', 'deploy', 'function.cjs'), [home, ...(useWebApi ? ['proxy'] : [])], {
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...this.env },
      execArgv: [],
    })
    this.#children.push(child)
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The function of ${folder} ended with ${code}.`)
    })
    const [port] = await Promise.race([once(child, 'message'), ended])
    return port as number
  }
}
