'use client'

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { AgainButton } from '@/components/deck/again-button'
import { AnswerFields } from '@/components/deck/answer-fields'
import { AnswerProblem } from '@/components/deck/answer-problem'
import { type Answerable, useAnswer } from '@/components/deck/use-answer'
import { buttonClasses } from '@/components/ui/button-classes'
import { Textarea } from '@/components/ui/textarea'
import { writeDraft } from '@/lib/browser/drafts'
import { LONGEST_EXPLANATION } from '@/lib/rules/answer'
import { counted } from '@/lib/rules/counted'
import { Hint } from './hint'
import { PromptVerdict } from './prompt-verdict'

/** The answering of a prompt: explain, check, read what was covered; better it, or see the model answer. */
export function PromptAnswer({ hint, ...answerable }: Answerable & { hint: ReactNode }) {
  const { area, formAction, submit, retry, again, sending, outcome, draft, ...rest } = useAnswer(answerable)
  const result = rest.result?.kind === 'prompt' ? rest.result : undefined
  const [text, setText] = useState(result?.text ?? '')
  const [closed, setClosed] = useState(false)
  const hints = useRef(new Set<string>())
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    if (draft?.answer.kind === 'prompt') setText(draft.answer.text)
  }, [draft])

  // The hints of what was missed stand under an answer, so the next one was given with them.
  useEffect(() => {
    for (const missed of result?.missed ?? []) hints.current.add(missed.id)
  }, [result])

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (closed || (result && text === result.text)) return
    void submit({ kind: 'prompt', text }, { hints: [...hints.current] })
  }

  const left = LONGEST_EXPLANATION - text.length
  const id = `${answerable.name}_text`
  return (
    <div ref={area} className="grid grid-cols-1 gap-5">
      <Hint tongue={answerable.tongue} opened={() => hints.current.add('hint')}>
        {hint}
      </Hint>
      <form action={formAction} onSubmit={onSubmit} className="grid grid-cols-1 gap-4">
        <AnswerFields item={answerable.item} hash={answerable.hash} />
        <div className="grid gap-1.5">
          <label htmlFor={id} className="font-semibold">
            Your explanation
          </label>
          <Textarea
            ref={field}
            id={id}
            name="text"
            required
            {...answerable.tongue}
            maxLength={LONGEST_EXPLANATION}
            readOnly={closed}
            value={text}
            aria-describedby={left < 400 ? `${id}_left` : undefined}
            onChange={(event) => {
              setText(event.target.value)
              writeDraft(answerable.item, {
                answer: { kind: 'prompt', text: event.target.value },
                hash: answerable.hash,
              })
            }}
            className="reading min-h-36 read-only:bg-sheet"
          />
          {left < 400 && (
            <p id={`${id}_left`} className="text-ink-faint text-sm tabular-nums">
              {counted(left, 'character')} left
            </p>
          )}
        </div>
        {!closed && (
          <div>
            <button type="submit" aria-busy={sending ? true : undefined} className={buttonClasses()}>
              Check answer
            </button>
          </div>
        )}
      </form>
      {result ? (
        <>
          <PromptVerdict
            key={result.attempt}
            result={result}
            tongue={answerable.tongue}
            modelOpened={() => setClosed(true)}
          />
          {closed && (
            <AgainButton
              again={() => {
                // Whoever has read the model answer needs no other hint.
                hints.current = new Set(['model'])
                setText('')
                setClosed(false)
                again()
                field.current?.focus()
              }}
            />
          )}
        </>
      ) : (
        <AnswerProblem outcome={outcome} retry={retry} />
      )}
    </div>
  )
}
