import { writeFile } from 'node:fs/promises'
import { deckJsonSchema } from '@/lib/content/json-schema'

/** `npm run content:schema`: writes what editors complete by, after `lib/content/schema.ts` was changed. */
const place = 'content/deck.schema.json'
await writeFile(place, deckJsonSchema())
console.log(`Wrote ${place}.`)
