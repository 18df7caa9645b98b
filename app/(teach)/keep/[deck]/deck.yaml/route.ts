import { database } from '@/db/client'
import { findKeptFile } from '@/db/queries/keepers'
import { currentLearner } from '@/lib/guards'
import { notHere } from '@/lib/not-here'

type Params = { params: Promise<{ deck: string }> }

/** The deck's file as it is served, for who keeps the deck. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { deck } = await params
  const learner = await currentLearner()
  const source = learner && (await findKeptFile(await database(), learner, deck))
  if (source === undefined) return notHere()
  return new Response(source, {
    headers: {
      // Nobody keeps a deck whose id is anything but small letters, digits and hyphens.
      'content-disposition': `attachment; filename="${deck}.yaml"`,
      'content-type': 'application/yaml; charset=utf-8',
      'cache-control': 'private, no-store',
    },
  })
}
