import { handleCallback } from '@/lib/auth-services'
import { offeredService } from '@/lib/services'

type Context = { params: Promise<{ service: string }> }

/** Where another service sends somebody back to. The only address of next-auth's that is open. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { service } = await params
  if (!offeredService(service)) return new Response('Not found', { status: 404 })
  return handleCallback(request)
}
