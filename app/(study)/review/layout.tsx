import type { ReactNode } from 'react'
import { QueryProvider } from '@/components/query/query-provider'

/** The review asks for more of itself while it is open: what it has asked for is kept here. */
export default function ReviewLayout({ children }: { children: ReactNode }) {
  return <QueryProvider>{children}</QueryProvider>
}
