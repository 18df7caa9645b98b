'use client'

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { Message } from '@/components/ui/message'
import { SubmitButton } from '@/components/ui/submit-button'

/** Says what was done, from a form that goes when it did what it does. */
const Said = createContext<(message: string) => void>(() => {})
export const useSaid = () => useContext(Said)

/** Around a list of reports: what came of a form in it is said above, in sight, and has the focus, since the form goes. */
export function Desk({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<{ message: string }>()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (said) place.current?.focus({ preventScroll: true })
  }, [said])
  return (
    <Said value={(message) => setSaid({ message })}>
      <div ref={place} tabIndex={-1} className="sticky top-2 z-10 has-[>*>*]:mb-5">
        <Message kind="right">{said?.message}</Message>
      </div>
      {children}
    </Said>
  )
}

/** A form that is one button, in such a list. */
export function DeskForm({
  action,
  name,
  value,
  button,
}: {
  action: FormAction
  name: string
  value: string
  button: ReactNode
}) {
  const { form, refused } = useActionForm(action, {}, { onDone: useSaid() })
  return (
    <form {...form}>
      <input type="hidden" name={name} value={value} />
      <SubmitButton variant="plain">{button}</SubmitButton>
      <FormMessage result={refused} />
    </form>
  )
}
