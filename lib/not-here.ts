/** The answer of a route to whoever may not see what it holds, the same as where there is nothing. */
export const notHere = (): Response =>
  Response.json(
    { ok: false, message: 'Nothing is at this address.' },
    { status: 404, headers: { 'cache-control': 'no-store' } },
  )
