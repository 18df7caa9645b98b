/**
 * Runs before the application does, in the browser. The content security policy lets nothing turn a string into
 * HTML or code (`require-trusted-types-for 'script'`); this is the one exception it names, `trusted-types default`:
 * the bundler loads the pieces of a page by address, and only from where the build put them.
 */
type ScriptAddresses = {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): unknown
}

const { trustedTypes } = window as { trustedTypes?: ScriptAddresses }

trustedTypes?.createPolicy('default', {
  createScriptURL(url) {
    const { origin, pathname } = new URL(url, location.href)
    if (origin === location.origin && pathname.startsWith('/_next/static/')) return url
    throw new TypeError(`No script may be loaded from ${url}.`)
  },
})

export {}
