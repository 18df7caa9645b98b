import type { ReactNode } from 'react'
import { KeepOffer } from '@/components/deck/keep-offer'
import { keepAnswers } from '../(study)/decks/[deck]/actions'

/** Around the account's pages: whoever signs in to come here is asked here about answers given before. */
export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <KeepOffer action={keepAnswers} />
      {children}
    </>
  )
}
