/**
 * The content security policy and the other headers that every answer carries.
 *
 * A page made at build time holds a few inline scripts whose text never changes, so its policy names their hashes.
 * Everything else gets a nonce, made for the one request; documents made at build time can be its answer too (page
 * not found), so their hashes stand beside the nonce. Nothing here knows which server sends the headers.
 */

/**
 * Which inline scripts may run: `'sha256-…'` hashes of their text, and the nonce of this request, if it has one.
 * `anyInline` lets all of them, for a host that serves documents before anybody can know their hashes.
 */
export type Allowed = { hashes: readonly string[]; nonce?: string; anyInline?: boolean }

/** The value of `content-security-policy`. No style attribute, no inline handler, no HTML from strings passes it. */
export function contentSecurityPolicy({ hashes, nonce, anyInline }: Allowed): string {
  const scripts = [
    "'self'",
    ...(anyInline ? ["'unsafe-inline'"] : []),
    ...(nonce ? [`'nonce-${nonce}'`] : []),
    ...hashes.map((hash) => `'${hash}'`),
  ]
  return [
    "default-src 'self'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    // Sign-in services are reached by links; no form leaves this site.
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The one policy is made in instrumentation-client.ts.
    'trusted-types default',
  ].join('; ')
}

/** The policy of a picture: an SVG that is opened by its own address may draw, and nothing else. */
export const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** The headers that are the same on every answer. `https` is whether people reach this copy by https alone. */
export function fixedHeaders({ https }: { https: boolean }): [name: string, value: string][] {
  return [
    // A reset link's token must not travel to another site, not even as a referrer.
    ['referrer-policy', 'same-origin'],
    [
      'permissions-policy',
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    ],
    ['x-content-type-options', 'nosniff'],
    ['cross-origin-opener-policy', 'same-origin'],
    ...(https ? [['strict-transport-security', 'max-age=31536000'] as [string, string]] : []),
  ]
}
