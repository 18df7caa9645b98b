// `npm start`: builds when there is no build of this source, then serves it, all in this one process.
import { register } from 'tsx/esm/api'

// Nothing here reports to anybody unless the operator says so.
process.env.NEXT_TELEMETRY_DISABLED ??= '1'
process.env.NODE_ENV = 'production'
const unregister = register()
const { start } = await import('./server/start.ts')
await start()
// Only now: the work of a start loads some of its TypeScript when it needs it. The built application is JavaScript.
await unregister()
