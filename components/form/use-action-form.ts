'use client'

import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from 'next/navigation'
import { type FormEvent, startTransition, useActionState, useEffect, useLayoutEffect, useRef } from 'react'
import type { Refusal } from '@/lib/result'

/** What a form's action returns: a refusal, or what was done, in a sentence. Nothing when it leads to another page. */
export type FormResult = Refusal | { ok: true; message?: string } | undefined
export type FormAction = (previous: unknown, form: FormData) => Promise<FormResult>

/** What came of sending a form. `unheard`: no action of ours answered, so that nothing of what was typed is done with. */
type Sent = { result: FormResult; unheard?: true }

type Options = {
  /** Called once the action has done its work and leads to another page. */
  onLeave?: () => void
  /** Called with what was done, for a form that goes when it did what it does. Never without scripts. */
  onDone?: (message: string) => void
}

/**
 * A form that sends its action with or without scripts, and comes back with what was typed. `field(name)` gives a
 * text field its name, what it holds and what is wrong with it. Without scripts the browser posts the action; with
 * them the form calls it itself, because a lost connection must not lose what was typed.
 */
export function useActionForm(
  action: FormAction,
  initial: Record<string, string | undefined> = {},
  { onLeave, onDone }: Options = {},
) {
  const [unscripted, post] = useActionState<FormResult, FormData>(action, undefined)
  const [sent, send, pending] = useActionState<Sent | undefined, FormData>(async (before, data) => {
    try {
      const result = await action(before?.result, data)
      if (result?.ok) startTransition(() => onDone?.(result.message ?? ''))
      return { result }
    } catch (error) {
      if (isRedirect(error)) onLeave?.()
      const message = unheardWords(error)
      if (!message) throw error
      const values = before?.result && !before.result.ok ? before.result.values : undefined
      return { result: { ok: false, message, values }, unheard: true }
    }
  }, undefined)
  const form = useRef<HTMLFormElement>(null)
  const result = sent ? sent.result : unscripted
  const refused = result && !result.ok ? result : undefined

  // As React does after an action of a form: its fields come back to what they hold by now, a password to nothing.
  useLayoutEffect(() => {
    if (sent && !sent.unheard) form.current?.reset()
  }, [sent])

  // What has to be changed is where the person goes on; a refusal of the whole form is said by its live message.
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [refused])

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    if (event.isDefaultPrevented()) return
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const data = new FormData(event.currentTarget, submitter)
    startTransition(() => send(data))
  }

  const field = (name: string) => ({
    name,
    defaultValue: refused?.values?.[name] ?? initial[name],
    error: refused?.fields?.[name],
  })
  return { form: { ref: form, action: post, onSubmit }, field, result, refused, pending }
}

/** Whatever the framework or the server threw on purpose carries a digest. */
const digestOf = (error: unknown) =>
  error instanceof Error && 'digest' in error ? String(error.digest) : undefined

const isRedirect = (error: unknown) => digestOf(error)?.startsWith('NEXT_REDIRECT') ?? false

/** Why a form was not heard, and what to do; undefined when it was, and the fault is the server's. */
function unheardWords(error: unknown): string | undefined {
  if (isUnrecognizedAction(error))
    return 'This page was updated since you opened it. Nothing was done: load the page anew, then do this again.'
  if (digestOf(error)) return undefined
  return 'There was no reply. What you typed is still here: try again.'
}
