'use client'

import { PromptVerdict } from '@/components/prompt/prompt-verdict'
import { QuestionVerdict } from '@/components/question/question-verdict'
import { Chevron } from '@/components/ui/chevron'
import { Markdown } from '@/components/ui/markdown'
import { isRight, type Late } from '@/lib/rules/review/session'
import { Asked, tongueOf } from './reading'
import { promptResult, questionResult } from './results'

/** Answers that were kept without a connection and have been marked since, each to be looked at. */
export function LateVerdicts({ late }: { late: readonly Late[] }) {
  if (late.length === 0) return null
  return (
    <section aria-labelledby="_late" className="mt-6 text-ink">
      <h3 id="_late" className="mb-2 font-semibold">
        Marked since you were back
      </h3>
      {late.map((each) => (
        <details key={each.attempt} className="group border-rule border-t last:border-b">
          <summary className="flex min-h-11 list-none items-center gap-3 py-2 [&::-webkit-details-marker]:hidden">
            <span
              className={`font-semibold text-sm ${isRight(each.verdict) ? 'text-right-ink' : 'text-wrong-ink'}`}
            >
              {wordOf(each)}
            </span>
            <span {...tongueOf(each.item)} className="reading min-w-0 flex-1 truncate [&_p]:inline">
              <Markdown tree={askedOf(each)} inline />
            </span>
            <Chevron size={12} />
          </summary>
          <div className="py-4">
            <OneVerdict late={each} />
          </div>
        </details>
      ))}
    </section>
  )
}

const askedOf = ({ item }: Late) =>
  item.kind === 'question' ? item.stem : item.kind === 'prompt' ? item.task : item.front

const wordOf = ({ verdict }: Late) =>
  verdict.kind === 'question'
    ? verdict.correct
      ? 'Correct'
      : 'Incorrect'
    : `${verdict.covered.length}/${verdict.total} concepts`

function OneVerdict({ late: { item, verdict } }: { late: Late }) {
  const tongue = tongueOf(item)
  if (verdict.kind === 'prompt')
    return (
      <PromptVerdict result={promptResult(item.id, verdict)} tongue={tongue} modelOpened={() => {}} quiet />
    )
  if (item.kind !== 'question') return null
  const options = item.options.map(({ id, text }) => ({ id, text: <Markdown inline tree={text} /> }))
  return (
    <>
      <Asked item={item} text={item.stem} />
      <ul className="reading my-4 grid gap-1">
        {options.map(({ id, text }) => (
          <li key={id} className={verdict.right.includes(id) ? 'text-right-ink' : 'text-ink-soft'}>
            {text}
            <span className="font-sans text-sm">
              {verdict.right.includes(id) && ' (right)'}
              {verdict.chosen.includes(id) && ' (your choice)'}
            </span>
          </li>
        ))}
      </ul>
      <QuestionVerdict result={questionResult(item.id, verdict)} options={options} tongue={tongue} quiet />
    </>
  )
}
