// `npm run dev`: the local database brought up to date, then Next's development server, in this one process.
import { register } from 'tsx/esm/api'

process.env.NODE_ENV = 'development'
const unregister = register()
const { develop } = await import('./server/develop.ts')
await unregister()
await develop()
