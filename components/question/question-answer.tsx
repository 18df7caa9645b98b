'use client'

import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { AnswerFields } from '@/components/deck/answer-fields'
import { AnswerProblem } from '@/components/deck/answer-problem'
import { type Answerable, useAnswer } from '@/components/deck/use-answer'
import { buttonClasses } from '@/components/ui/button-classes'
import { optionOfKey } from '@/lib/rules/option-key'
import { Options } from './options'
import { QuestionVerdict } from './question-verdict'

export type ShownOption = { id: string; text: ReactNode }

/** The answering of a question: choose, check, see why; then again, if one likes. */
export function QuestionAnswer({
  several,
  options,
  stem,
  ...answerable
}: Answerable & { several: boolean; options: ShownOption[]; stem: ReactNode }) {
  const { area, formAction, submit, retry, again, sending, outcome, draft, ...rest } = useAnswer(answerable)
  const result = rest.result?.kind === 'question' ? rest.result : undefined
  const [chosen, setChosen] = useState<readonly string[]>(result?.chosen ?? [])
  const [keys, setKeys] = useState(false)
  const [empty, setEmpty] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const order = options.map((option) => option.id)

  useEffect(() => {
    if (draft?.answer.kind === 'question') setChosen(draft.answer.chosen)
  }, [draft])

  function choose(id: string): void {
    setEmpty(false)
    setChosen((before) =>
      !several ? [id] : before.includes(id) ? before.filter((each) => each !== id) : [...before, id],
    )
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (result) return
    const known = order.filter((id) => chosen.includes(id))
    if (known.length === 0) setEmpty(true)
    else void submit({ kind: 'question', chosen: known }, { order })
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>): void {
    if (result || event.ctrlKey || event.metaKey || event.altKey) return
    setKeys(true)
    const id = order[optionOfKey(event.key)]
    if (!id) return
    event.preventDefault()
    choose(id)
    form.current?.querySelector<HTMLInputElement>(`input[value="${id}"]`)?.focus()
  }

  return (
    <div ref={area}>
      <form ref={form} action={formAction} onSubmit={onSubmit} onKeyDown={onKeyDown}>
        <AnswerFields item={answerable.item} hash={answerable.hash} order={order} />
        <Options
          stem={stem}
          name={answerable.name}
          options={options}
          several={several}
          chosen={chosen}
          choose={choose}
          keys={keys}
          result={result}
          tongue={answerable.tongue}
        />
        {!result && (
          <div className="mt-5 flex flex-wrap items-center gap-4">
            <button type="submit" aria-busy={sending ? true : undefined} className={buttonClasses()}>
              Check answer
            </button>
            <span role="status" className="text-ink-soft">
              {empty && 'Choose an option first.'}
            </span>
          </div>
        )}
      </form>
      <div className="mt-5 empty:mt-0">
        {result ? (
          <QuestionVerdict
            result={result}
            options={options}
            tongue={answerable.tongue}
            again={() => {
              // The options must be open again before one of them can take the focus.
              flushSync(() => {
                setChosen([])
                again()
              })
              form.current
                ?.querySelector<HTMLInputElement>('input[name=chosen]')
                ?.focus({ preventScroll: true })
            }}
          />
        ) : (
          <AnswerProblem outcome={outcome} retry={retry} />
        )}
      </div>
    </div>
  )
}
