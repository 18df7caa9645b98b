// `npm start`: builds when there is no build of this source, then serves it, all in this one process.
import { register } from 'tsx/esm/api'

process.env.NODE_ENV = 'production'
const unregister = register()
const { start } = await import('./server/start.ts')
await start()
// Only now: the work of a start loads some of its TypeScript when it needs it. The built application is JavaScript.
await unregister()
