// `npm run dev`: the local database brought up to date, then Next's development server, in this one process.
import { register } from 'tsx/esm/api'

// Nothing here reports to anybody unless the operator says so.
process.env.NEXT_TELEMETRY_DISABLED ??= '1'
process.env.NODE_ENV = 'development'
const unregister = register()
const { develop } = await import('./server/develop.ts')
await develop()
// Only now: the work of a start loads some of its TypeScript when it needs it.
await unregister()
