/**
 * Runs before the application does, in the browser. The content security policy lets nothing turn a string into
 * HTML or code (`require-trusted-types-for 'script'`); these are the exceptions it names, `trusted-types default`.
 */
type Rules = { createScriptURL(url: string): string; createHTML(html: string): string }
type TrustedTypes = { createPolicy(name: 'default', rules: Rules): unknown }

const { trustedTypes } = window as { trustedTypes?: TrustedTypes }

/** How React makes a script element that does not run, when it has to build the frame of the page anew. */
const EMPTY_SCRIPT = '<script></script>'

trustedTypes?.createPolicy('default', {
  /** The bundler loads the pieces of a page by address: only from where the build put them. */
  createScriptURL(url) {
    const { origin, pathname } = new URL(url, location.href)
    if (origin === location.origin && (pathname.startsWith('/_next/static/') || pathname === '/theme.js'))
      return url
    throw new TypeError(`No script may be loaded from ${url}.`)
  },
  createHTML(html) {
    if (html === EMPTY_SCRIPT) return html
    throw new TypeError('No string may become HTML.')
  },
})

export {}
