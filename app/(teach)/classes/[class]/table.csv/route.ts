import { database } from '@/db/client'
import { readDashboard } from '@/db/queries/class-dashboard'
import { csvResponse, csvRows } from '@/lib/csv'
import { claimedInstructor } from '@/lib/guards'
import { notHere } from '@/lib/not-here'
import { tableRows } from '@/lib/rules/class/csv-rows'

type Params = { params: Promise<{ class: string }> }

/** The table of the dashboard, all learners, for a spreadsheet. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const instructor = await claimedInstructor((await params).class)
  const dashboard = instructor && (await readDashboard(await database(), instructor, Date.now()))
  if (!dashboard) return notHere()
  async function* parts(table: NonNullable<typeof dashboard>) {
    yield csvRows(tableRows(table))
  }
  return csvResponse(dashboard.name, parts(dashboard))
}
