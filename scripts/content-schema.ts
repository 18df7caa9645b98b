import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jsonSchemas } from '@/lib/content/json-schema'

/** `npm run content:schema`: writes what editors complete by, after a schema in `lib/content` was changed. */
for (const [name, text] of Object.entries(jsonSchemas())) {
  const place = join('content', name)
  await writeFile(place, text)
  console.log(`Wrote ${place}.`)
}
