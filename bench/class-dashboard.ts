// The dashboard of a class of thirty learners, with 100,000 attempts in the database and with 1,000,000: time spent in
// the database, as a ratio. It reads rollups and snapshots, so it should not grow with what was answered.
import { join } from 'node:path'
import { readDashboard } from '@/db/queries/class-dashboard'
import { classWorld } from './class-world'
import { smallAndLarge } from './database-time'

export const measureClassDashboard = () =>
  smallAndLarge(
    async (folder) => [
      await classWorld(join(folder, 'few.db'), 100_000),
      await classWorld(join(folder, 'many.db'), 1_000_000),
    ],
    async ({ db, instructor }) => void (await readDashboard(db, instructor, Date.now())),
  )
