import type { InferSelectModel } from 'drizzle-orm'
import type * as schema from './schema'

export type Attempt = InferSelectModel<typeof schema.attempts>
export type Snapshot = InferSelectModel<typeof schema.snapshots>
export type Rollup = InferSelectModel<typeof schema.rollups>
