import { describe, expect, it } from 'vitest'
import { config } from '@/proxy.vercel'
import { PICTURE_POLICY } from './policy'
import { PER_REQUEST, staticHeaders } from './vercel'

describe('headers on Vercel', () => {
  it('come from the proxy for exactly the paths that the static policy leaves out', () => {
    expect(config.matcher).toEqual([`/(${PER_REQUEST.join('|')})/:path*`])
  })

  it('give documents made at build time their policy, and pictures their own', () => {
    const [, documents, pictures] = staticHeaders()
    expect(documents?.headers[0]?.value).toContain("script-src 'self' 'unsafe-inline';")
    expect(pictures).toMatchObject({ source: '/content/:path*', headers: [{ value: PICTURE_POLICY }] })
  })

  it('promise https everywhere', () => {
    const [everywhere] = staticHeaders()
    expect(everywhere?.source).toBe('/:path*')
    expect(everywhere?.headers.map(({ key }) => key)).toContain('strict-transport-security')
  })
})
