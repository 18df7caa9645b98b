/** Live: this process answers. Says nothing of the database, so that a supervisor does not restart for its sake. */
export const dynamic = 'force-dynamic'

export function GET(): Response {
  return Response.json({ ok: true }, { headers: { 'cache-control': 'no-store' } })
}
