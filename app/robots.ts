import type { MetadataRoute } from 'next'

/** What is public may be found; what is personal answers nobody anyway. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: [
        '/api/',
        '/account',
        '/classes',
        '/join/',
        '/keep',
        '/report',
        '/reset/',
        '/search',
        '/verify/',
      ],
    },
  }
}
