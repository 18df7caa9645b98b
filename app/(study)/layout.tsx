import type { ReactNode } from 'react'
import { KeepOffer } from '@/components/deck/keep-offer'
import { keepAnswers } from './decks/[deck]/actions'

/** Around every page of studying. It reads neither cookies nor headers, so that the pages can be static. */
export default function StudyLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <KeepOffer action={keepAnswers} />
      {children}
    </>
  )
}
