import nextEnv from '@next/env'
import { type Env, EnvironmentError, parseEnv } from '@/lib/env'

/**
 * The checked environment, `.env` files included, read the way Next reads them. A wrong one ends the process with
 * every wrong variable named.
 */
export function environmentOrExit({ dev = false } = {}): Env {
  nextEnv.loadEnvConfig(process.cwd(), dev)
  try {
    return parseEnv(process.env)
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    console.error(`These settings are wrong (.env.example explains them):\n${error.message}`)
    process.exit(1)
  }
}
