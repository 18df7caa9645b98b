/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native or dynamic-import-heavy packages stay outside the bundle.
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'nodemailer'],
  // It stands before the first paint of every page, so no page waits to ask whether it changed.
  headers: async () => [
    {
      source: '/theme.js',
      headers: [{ key: 'cache-control', value: 'public, max-age=86400, stale-while-revalidate=604800' }],
    },
  ],
  experimental: {
    serverActions: { bodySizeLimit: '256kb' },
  },
}

/**
 * What is different on Vercel, where no server of ours stands around Next: headers come from here and from
 * proxy.vercel.ts, which only such a build takes for Next's proxy. `npm start` has neither.
 */
async function vercelConfig() {
  const { tsImport } = await import('tsx/esm/api')
  const { staticHeaders } = await tsImport('./lib/headers/vercel.ts', import.meta.url)
  const { VERCEL = '', VERCEL_ENV = '' } = process.env
  return {
    ...config,
    pageExtensions: ['vercel.ts', 'tsx', 'ts'],
    headers: async () => staticHeaders(),
    // The build says where it will run, whatever a project exposes to its functions.
    env: { VERCEL, VERCEL_ENV },
    // The native driver of the embedded file has no place in a function: DATABASE_URL is a libSQL server there.
    outputFileTracingExcludes: {
      '/**': [
        'node_modules/better-sqlite3/**',
        'node_modules/bindings/**',
        'node_modules/file-uri-to-path/**',
        '.next/node_modules/better-sqlite3-*',
      ],
    },
  }
}

export default process.env.VERCEL ? await vercelConfig() : config
