'use client'

import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import { FormMessage } from '@/components/form/form-message'
import { type FormAction, type FormResult, useActionForm } from '@/components/form/use-action-form'
import type { ButtonLook } from '@/components/ui/button-classes'
import { SubmitButton } from '@/components/ui/submit-button'
import { HiddenFields } from './forms'

/** How the forms of rows are sent, by name of the action: with scripts and without. */
type Send = Pick<ComponentProps<'form'>, 'action' | 'onSubmit'>
const Sends = createContext<Record<string, Send>>({})

const sendOf = ({ form: { action, onSubmit } }: ReturnType<typeof useActionForm>): Send => ({
  action,
  onSubmit,
})

/**
 * A form that is one button in a row which goes when the form did what it does. What came of it is therefore said
 * above the rows, by the component around them that holds the action.
 */
export function RowForm({
  name,
  hidden,
  button,
  variant = 'quiet',
}: {
  name: string
  hidden: Record<string, string>
  button: ReactNode
  variant?: ButtonLook['variant']
}) {
  return (
    <form {...useContext(Sends)[name]}>
      <HiddenFields hidden={hidden} />
      <SubmitButton variant={variant}>{button}</SubmitButton>
    </form>
  )
}

/** Around the rows of a class's people. */
export function PeopleForms({
  actions,
  children,
}: {
  actions: Record<'makeInstructor' | 'stepDown' | 'remove' | 'giveAway', FormAction>
  children: ReactNode
}) {
  const makeInstructor = useActionForm(actions.makeInstructor)
  const stepDown = useActionForm(actions.stepDown)
  const remove = useActionForm(actions.remove)
  const giveAway = useActionForm(actions.giveAway)
  const result = useLatest([makeInstructor.result, stepDown.result, remove.result, giveAway.result])
  const sends = {
    makeInstructor: sendOf(makeInstructor),
    stepDown: sendOf(stepDown),
    remove: sendOf(remove),
    giveAway: sendOf(giveAway),
  }
  return (
    <Sends value={sends}>
      <Outcome result={result} />
      {children}
    </Sends>
  )
}

/** Around the rows of a class's decks. */
export function DeckForms({ unassign, children }: { unassign: FormAction; children: ReactNode }) {
  const sent = useActionForm(unassign)
  return (
    <Sends value={{ unassign: sendOf(sent) }}>
      <Outcome result={sent.result} />
      {children}
    </Sends>
  )
}

/** Says what came of a row, in sight wherever in the list the row was, and takes the focus that went with it. */
function Outcome({ result }: { result: FormResult }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const isLost = !document.activeElement || document.activeElement === document.body
    if (result && isLost) place.current?.focus({ preventScroll: true })
  }, [result])
  return (
    <div ref={place} tabIndex={-1} className="sticky top-2 z-10">
      <FormMessage result={result} />
    </div>
  )
}

/** Of several forms' results the one that came last. */
function useLatest(results: readonly FormResult[]): FormResult {
  const [seen, setSeen] = useState({ results, latest: results.find(Boolean) })
  const latest = results.find((result, place) => result !== seen.results[place])
  if (!latest) return seen.latest
  setSeen({ results, latest })
  return latest
}
