import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { KeepOffer } from '@/components/deck/keep-offer'
import { Footer } from '@/components/shell/footer'
import { Header } from '@/components/shell/header'
import { signOut } from './(account)/account/actions'
import { keepAnswers } from './(study)/decks/[deck]/actions'
import { fonts } from './fonts'
import './globals.css'

const description =
  'Recall it, recognise it, explain it: decks that answer back, and a memory of every answer you gave.'

export const metadata: Metadata = {
  title: { default: 'Recall & Review', template: '%s · Recall & Review' },
  description,
  applicationName: 'Recall & Review',
  openGraph: { type: 'website', siteName: 'Recall & Review', title: 'Recall & Review', description },
  formatDetection: { telephone: false, email: false, address: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#14161d' },
  ],
}

/**
 * The frame of every page, the same for everybody: it reads neither cookies nor headers, so that pages below it can
 * be static. The attribute that theme.js may set on <html> is not React's to judge.
 */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fonts} suppressHydrationWarning>
      <head>
        {/* Not deferred: it must have run before the first paint. */}
        <script src="/theme.js" />
      </head>
      <body>
        <a
          href="#_content"
          className="absolute start-2 top-2 z-50 -translate-y-16 rounded-md bg-accent px-4 py-2.5 font-semibold text-on-accent focus:translate-y-0"
        >
          Skip to the content
        </a>
        <Header signOut={signOut} />
        <main id="_content" tabIndex={-1} className="flex-1">
          {/* Wherever somebody lands after signing in. */}
          <KeepOffer action={keepAnswers} />
          {children}
        </main>
        <Footer />
      </body>
    </html>
  )
}
