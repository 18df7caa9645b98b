import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { notFound } from 'next/navigation'
import { database } from '@/db/client'
import { listPictures } from '@/db/queries/decks'
import { pictureType } from '@/lib/content/pictures'
import { env } from '@/lib/env'

/** Pictures of live decks, each made into a file of the build; anything else below /content is not found. */
export const dynamic = 'force-static'
export const dynamicParams = false

export async function generateStaticParams(): Promise<{ path: string[] }[]> {
  const sources = await listPictures(await database())
  return sources.map((source) => ({ path: source.split('/') }))
}

export async function GET(_: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const { path } = await params
  const type = pictureType(path.at(-1) ?? '')
  if (!type) notFound()
  const bytes = await readFile(resolve(/* turbopackIgnore: true */ env().CONTENT_DIR, ...path))
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
}
