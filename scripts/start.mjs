// `npm start`: builds when there is no build of this source, then serves it, all in this one process.
import { register } from 'tsx/esm/api'

process.env.NODE_ENV = 'production'
const unregister = register()
const { start } = await import('./server/start.ts')
// The built application is JavaScript: it need not pass through the TypeScript loader.
await unregister()
await start()
