import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import installSqld from '@/e2e/sqld/install'
import { startSqld } from '@/e2e/sqld/server'
import { startPlatform } from './platform'
import { copyOfProject, vercelBuild } from './vercel-build'

/** Builds a copy of the project for Vercel against a libSQL server, serves it, and returns how to end it all. */
export default async function setup() {
  await installSqld()
  const database = await startSqld()
  const project = await copyOfProject()
  const work = await mkdtemp(join(tmpdir(), 'recall-functions-'))
  const clear = async () => {
    await database.cleanup()
    for (const folder of [project, work]) await rm(folder, { recursive: true, force: true })
  }
  const port = Number(process.env.DEPLOY_PORT)
  const variables = {
    DATABASE_URL: database.url,
    AUTH_SECRET: 'only-for-the-tests-of-a-deployment-0123456789',
  }
  try {
    const began = performance.now()
    await vercelBuild(project, { ...variables, VERCEL_PROJECT_PRODUCTION_URL: 'learn.example.org' })
    console.log(`vercel build took ${Math.round((performance.now() - began) / 1000)} s.`)
    // People come by http here, so cookies need no https, and a redirect after an action is looked up the same way.
    const origin = `http://localhost:${port}`
    const env = { ...variables, APP_URL: origin, __NEXT_PRIVATE_ORIGIN: origin }
    const stop = await startPlatform(project, { port, work, env })
    process.env.DEPLOY_PROJECT = project
    process.env.DEPLOY_DATABASE = database.url
    return async () => {
      stop()
      await clear()
    }
  } catch (error) {
    await clear()
    throw error
  }
}
