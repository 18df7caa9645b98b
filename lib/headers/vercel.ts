import { contentSecurityPolicy, fixedHeaders, PICTURE_POLICY } from './policy'

/** The first segments of paths whose every answer is made per request. A test holds them against the build. */
export const PER_REQUEST = [
  'account',
  'api',
  'classes',
  'forgot',
  'join',
  'keep',
  'privacy',
  'progress',
  'report',
  'reports',
  'reset',
  'review',
  'search',
  'sign-in',
  'sign-up',
  'verify',
]

type Header = { source: string; headers: { key: string; value: string }[] }

/**
 * The headers of `next.config` on Vercel: the fixed ones everywhere, and a policy for everything that is not made per
 * request, which is served there before any code runs. The hashes of its inline scripts are not known when this is
 * read, so inline scripts are allowed; the text of those documents is ours, sanitised when they were built.
 */
export function staticHeaders(): Header[] {
  const policy = contentSecurityPolicy({ hashes: [], anyInline: true })
  const fixed = fixedHeaders({ https: true }).map(([key, value]) => ({ key, value }))
  return [
    { source: '/:path*', headers: fixed },
    {
      source: `/:path((?!(?:${PER_REQUEST.join('|')}|content)(?:/|$)).*)`,
      headers: [{ key: 'content-security-policy', value: policy }],
    },
    { source: '/content/:path*', headers: [{ key: 'content-security-policy', value: PICTURE_POLICY }] },
  ]
}
