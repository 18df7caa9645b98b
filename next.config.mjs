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

export default config
