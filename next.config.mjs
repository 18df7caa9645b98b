/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native or dynamic-import-heavy packages stay outside the bundle.
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'nodemailer'],
  experimental: {
    serverActions: { bodySizeLimit: '256kb' },
  },
}

export default config
