'use client'

import { useActionState, useEffect, useRef } from 'react'
import type { Refusal } from '@/lib/result'

/** What a form's action returns: a refusal, or what was done, in a sentence. Nothing when it leads to another page. */
export type FormResult = Refusal | { ok: true; message?: string } | undefined
export type FormAction = (previous: unknown, form: FormData) => Promise<FormResult>

/**
 * A form that sends its action with or without scripts, and comes back with what was typed. `field(name)` gives a
 * text field its name, what it holds and what is wrong with it.
 */
export function useActionForm(action: FormAction, initial: Record<string, string | undefined> = {}) {
  const [result, send, pending] = useActionState<FormResult, FormData>(action, undefined)
  const form = useRef<HTMLFormElement>(null)
  const refused = result && !result.ok ? result : undefined

  // What has to be changed is where the person goes on; a refusal of the whole form is said by its live message.
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [refused])

  const field = (name: string) => ({
    name,
    defaultValue: refused?.values?.[name] ?? initial[name],
    error: refused?.fields?.[name],
  })
  return { form: { ref: form, action: send }, field, result, refused, pending }
}
