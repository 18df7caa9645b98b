import { database } from '@/db/client'
import { readDashboard } from '@/db/queries/class-dashboard'
import { claimedInstructor } from '@/lib/guards'
import { notHere } from '@/lib/not-here'

type Params = { params: Promise<{ class: string }> }

/** The dashboard as it stands now, for a page that keeps itself up to date. Its instructor's alone. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const instructor = await claimedInstructor((await params).class)
  const dashboard = instructor && (await readDashboard(await database(), instructor, Date.now()))
  if (!dashboard) return notHere()
  return Response.json(dashboard, { headers: { 'cache-control': 'private, no-store' } })
}
