import { NextResponse } from 'next/server'
import { leaveFor } from '@/lib/auth-services'
import { env } from '@/lib/env'
import { currentLearner } from '@/lib/guards'
import { returnPath } from '@/lib/return-path'
import { routes } from '@/lib/routes'
import { addingToken, offeredService } from '@/lib/services'

type Context = { params: Promise<{ service: string }> }

/**
 * Leads to another service to sign in there. A link and not a form, because the policy of our pages lets forms lead
 * to ourselves only. With `add`, the service is added to the account that is signed in.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const service = offeredService((await params).service)
  if (!service) return new Response('Not found', { status: 404 })
  const search = new URL(request.url).searchParams
  const add = search.get('add')
  const learner = add ? await currentLearner() : undefined
  if (add && (!learner || add !== addingToken(learner, service.id)))
    return NextResponse.redirect(new URL(routes.signIn(routes.account()), env().APP_URL))
  const errand = {
    next: returnPath(search.get('next')),
    timeZone: (search.get('zone') ?? '').slice(0, 64),
    addTo: learner,
  }
  const response = NextResponse.redirect(await leaveFor(service.id, errand))
  response.headers.set('cache-control', 'no-store')
  return response
}
