'use client'

import { type FormEvent, type ReactNode, type RefObject, useState } from 'react'
import { Options } from '@/components/question/options'
import { QuestionVerdict } from '@/components/question/question-verdict'
import { buttonClasses } from '@/components/ui/button-classes'
import { Markdown } from '@/components/ui/markdown'
import type { Answer, Certainty } from '@/lib/rules/answer'
import type { ShownVerdict } from '@/lib/rules/review/sent'
import { shuffled } from '@/lib/rules/review/shuffle'
import type { ReviewItem } from '@/lib/rules/review/wire'
import { AnswerBar, KeyHint } from './answer-bar'
import { HowSure } from './certainty'
import { Asked, tongueOf } from './reading'
import { questionResult } from './results'

type Question = ReviewItem & { kind: 'question' }
export type Check = (
  answer: Answer,
  extras: { certainty?: Certainty | undefined; order?: readonly string[]; hints?: readonly string[] },
) => void

type Props = {
  item: Question
  /** Of this asking: the options' order follows from it. */
  seed: string
  verdict: ShownVerdict | undefined
  answered: boolean
  keys: boolean
  check: Check
  form: RefObject<HTMLFormElement | null>
  aside: ReactNode
}

/** A question before the learner: choose, say how sure, check; then why. */
export function QuestionTurn({ item, seed, verdict, answered, keys, check, form, aside }: Props) {
  const [options] = useState(() => shuffled(item.options, seed))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [certainty, setCertainty] = useState<Certainty>()
  const [empty, setEmpty] = useState(false)
  const result = verdict?.kind === 'question' ? questionResult(item.id, verdict) : undefined
  const shown = options.map(({ id, text }) => ({ id, text: <Markdown inline tree={text} /> }))
  const order = options.map(({ id }) => id)
  const id = `${item.name}_form`

  function choose(option: string): void {
    setEmpty(false)
    setChosen((before) =>
      !item.several
        ? [option]
        : before.includes(option)
          ? before.filter((each) => each !== option)
          : [...before, option],
    )
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault()
    if (answered) return
    const known = order.filter((each) => chosen.includes(each))
    if (known.length === 0) setEmpty(true)
    else check({ kind: 'question', chosen: known }, { certainty, order })
  }

  return (
    <>
      <form ref={form} id={id} noValidate onSubmit={onSubmit} className="pb-6">
        <fieldset disabled={answered && !result} className="min-w-0">
          <Options
            stem={
              <div className="mb-5">
                <Asked item={item} text={item.stem} />
              </div>
            }
            name={item.name}
            options={shown}
            several={item.several}
            chosen={chosen}
            choose={choose}
            keys={keys && !answered}
            result={result}
            tongue={tongueOf(item)}
          />
        </fieldset>
      </form>
      {result && (
        <div className="pb-6">
          <QuestionVerdict result={result} options={shown} tongue={tongueOf(item)} />
        </div>
      )}
      {aside && <div className="pb-6">{aside}</div>}
      {!answered && (
        <AnswerBar>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
            <HowSure certainty={certainty} choose={setCertainty} />
            <div className="flex grow items-center gap-4 sm:grow-0">
              <button type="submit" form={id} className={`${buttonClasses()} max-sm:grow`}>
                Check answer
                <KeyHint show={keys}>Enter</KeyHint>
              </button>
              <span role="status" className="text-ink-soft empty:hidden">
                {empty && 'Choose an option first.'}
              </span>
            </div>
          </div>
        </AnswerBar>
      )}
    </>
  )
}
