import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/lib/headers/policy'

/** What PER_REQUEST in lib/headers/vercel.ts lists. Next reads it without running it, so it is written out. */
export const config = {
  matcher: [
    '/(account|api|classes|forgot|join|keep|privacy|progress|report|reports|reset|review|search|sign-in|sign-up|verify)/:path*',
  ],
}

const POLICY = 'content-security-policy'

/** Gives every answer made per request the policy that scripts/server/headers.ts gives it on a server of ours. */
export default function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy({ hashes: [], nonce })
  const headers = new Headers(request.headers)
  headers.delete(`${POLICY}-report-only`)
  // Next takes the nonce for the scripts it writes from the request.
  headers.set(POLICY, policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set(POLICY, policy)
  return response
}
