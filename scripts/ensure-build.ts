// Makes the production build unless `.next` is one of this very source already.
import { buildIfNeeded } from './server/built'
import { environmentOrExit } from './server/environment'

process.exit((await buildIfNeeded(environmentOrExit().CONTENT_DIR)) ? 0 : 1)
