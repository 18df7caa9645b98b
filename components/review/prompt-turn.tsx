'use client'

import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Hint } from '@/components/prompt/hint'
import { PromptVerdict } from '@/components/prompt/prompt-verdict'
import { buttonClasses } from '@/components/ui/button-classes'
import { Markdown } from '@/components/ui/markdown'
import { Textarea } from '@/components/ui/textarea'
import { dropDraft, readDraft, writeDraft } from '@/lib/browser/drafts'
import { type Certainty, LONGEST_EXPLANATION } from '@/lib/rules/answer'
import { counted } from '@/lib/rules/counted'
import type { ShownVerdict } from '@/lib/rules/review/sent'
import type { ReviewItem } from '@/lib/rules/review/wire'
import { AnswerBar } from './answer-bar'
import { HowSure } from './certainty'
import type { Check } from './question-turn'
import { Asked, tongueOf } from './reading'
import { promptResult } from './results'

type Prompt = ReviewItem & { kind: 'prompt' }

type Props = {
  item: Prompt
  verdict: ShownVerdict | undefined
  answered: boolean
  check: Check
  form: RefObject<HTMLFormElement | null>
  aside: ReactNode
}

/** A prompt before the learner: explain, say how sure, check; then what was covered. */
export function PromptTurn({ item, verdict, answered, check, form, aside }: Props) {
  const [text, setText] = useState('')
  const [certainty, setCertainty] = useState<Certainty>()
  const hints = useRef(new Set<string>())
  const tongue = tongueOf(item)
  const result = verdict?.kind === 'prompt' ? promptResult(item.id, verdict) : undefined
  const id = `${item.name}_text`
  const left = LONGEST_EXPLANATION - text.length

  // What was typed before a reload of this tab.
  useEffect(() => {
    const draft = readDraft(item.id)
    if (draft?.answer.kind === 'prompt' && !draft.sent) setText(draft.answer.text)
  }, [item.id])

  function onSubmit(event: FormEvent): void {
    event.preventDefault()
    if (answered || text.trim() === '') return
    check({ kind: 'prompt', text }, { certainty, hints: [...hints.current] })
    dropDraft(item.id)
  }

  return (
    <>
      <Asked item={item} text={item.task} />
      {!answered && (
        <div className="mt-5">
          <Hint tongue={tongue} opened={() => hints.current.add('hint')}>
            <Markdown tree={item.hint} />
          </Hint>
        </div>
      )}
      {!result && (
        <form ref={form} id={`${id}_form`} onSubmit={onSubmit} className="mt-4 grid gap-1.5 pb-6">
          <label htmlFor={id} className="font-semibold">
            Your explanation
          </label>
          <Textarea
            id={id}
            required
            {...tongue}
            maxLength={LONGEST_EXPLANATION}
            readOnly={answered}
            value={text}
            aria-describedby={left < 400 ? `${id}_left` : undefined}
            onChange={({ target: { value } }) => {
              setText(value)
              writeDraft(item.id, { answer: { kind: 'prompt', text: value }, hash: item.hash })
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
            }}
            className="reading min-h-36 read-only:bg-sheet"
          />
          {left < 400 && (
            <p id={`${id}_left`} className="text-ink-faint text-sm tabular-nums">
              {counted(left, 'character')} left
            </p>
          )}
        </form>
      )}
      {result && (
        <div className="mt-6 pb-6">
          <PromptVerdict result={result} tongue={tongue} modelOpened={() => {}} />
        </div>
      )}
      {aside && <div className="pb-6">{aside}</div>}
      {!answered && (
        <AnswerBar>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
            <HowSure certainty={certainty} choose={setCertainty} />
            <button type="submit" form={`${id}_form`} className={`${buttonClasses()} max-sm:grow`}>
              Check answer
            </button>
          </div>
        </AnswerBar>
      )}
    </>
  )
}
