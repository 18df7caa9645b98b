/**
 * The content security policy and the other headers that every answer carries.
 *
 * A page made at build time holds a few inline scripts whose text never changes, so its policy names their hashes.
 * Everything else gets a nonce, made for the one request; documents made at build time can be its answer too (page
 * not found), so their hashes stand beside the nonce. Nothing here knows which server sends the headers.
 */

/** Which inline scripts may run: `'sha256-…'` hashes of their text, and the nonce of this request, if it has one. */
export type Allowed = { hashes: readonly string[]; nonce?: string }

/** Where a form may lead besides this site: origins of the sign-in providers that a form without script goes to. */
export type PolicyOptions = { formTargets?: readonly string[] }

/** The value of `content-security-policy`. No style attribute, no inline handler, no HTML from strings passes it. */
export function contentSecurityPolicy({ hashes, nonce }: Allowed, { formTargets = [] }: PolicyOptions = {}) {
  const scripts = ["'self'", ...(nonce ? [`'nonce-${nonce}'`] : []), ...hashes.map((hash) => `'${hash}'`)]
  return [
    "default-src 'self'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    // Browsers hold redirects after a form against this list too, hence the providers.
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The one policy is made in instrumentation-client.ts.
    'trusted-types default',
  ].join('; ')
}

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

type Providers = { AUTH_GITHUB_ID?: string; AUTH_GOOGLE_ID?: string; AUTH_OIDC_ISSUER?: string }

/** The origins to which the configured sign-in providers send a form. */
export function formTargets(providers: Providers): string[] {
  return [
    ...(providers.AUTH_GITHUB_ID ? ['https://github.com'] : []),
    ...(providers.AUTH_GOOGLE_ID ? ['https://accounts.google.com'] : []),
    ...(providers.AUTH_OIDC_ISSUER ? [new URL(providers.AUTH_OIDC_ISSUER).origin] : []),
  ]
}
