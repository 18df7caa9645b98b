import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, fixedHeaders } from './policy'

const directive = (policy: string, name: string) =>
  policy.split('; ').find((entry) => entry.startsWith(`${name} `))

describe('the content security policy', () => {
  it('lets a page made at build time run the scripts it was built with, and no others', () => {
    const policy = contentSecurityPolicy({ hashes: ['sha256-abc=', 'sha256-def='] })
    expect(directive(policy, 'script-src')).toBe("script-src 'self' 'sha256-abc=' 'sha256-def='")
  })

  it('adds the nonce of a request', () => {
    const policy = contentSecurityPolicy({ hashes: ['sha256-abc='], nonce: 'bm9uY2U=' })
    expect(directive(policy, 'script-src')).toBe("script-src 'self' 'nonce-bm9uY2U=' 'sha256-abc='")
  })

  it('never allows inline or evaluated code, foreign frames or HTML from strings', () => {
    const policy = contentSecurityPolicy({ hashes: [] })
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(directive(policy, 'style-src')).toBe("style-src 'self'")
    expect(directive(policy, 'form-action')).toBe("form-action 'self'")
    expect(directive(policy, 'frame-ancestors')).toBe("frame-ancestors 'none'")
    expect(directive(policy, 'require-trusted-types-for')).toBe("require-trusted-types-for 'script'")
    expect(directive(policy, 'trusted-types')).toBe('trusted-types default')
  })
})

describe('the fixed headers', () => {
  it('promise https only where people come by https', () => {
    const names = (https: boolean) => fixedHeaders({ https }).map(([name]) => name)
    expect(names(true)).toContain('strict-transport-security')
    expect(names(false)).not.toContain('strict-transport-security')
  })
})
