'use client'

import type { ReactNode } from 'react'
import type { QuestionResult } from '@/components/deck/results'
import type { Tongue } from '@/components/deck/use-answer'
import { Sign } from '@/components/ui/sign'
import type { ShownOption } from './question-answer'

/** The options of a question under its stem: to choose from, and, once checked, marked with what was right. */
export function Options({
  stem,
  name,
  options,
  several,
  chosen,
  choose,
  keys,
  result,
  tongue,
}: {
  stem: ReactNode
  name: string
  options: readonly ShownOption[]
  several: boolean
  chosen: readonly string[]
  choose: (id: string) => void
  keys: boolean
  result: QuestionResult | undefined
  tongue: Tongue
}) {
  return (
    // Named by what is asked, which may hold paragraphs and pictures: more than a legend can.
    <fieldset {...tongue} aria-labelledby={`${name}_asked`} className="min-w-0">
      <div id={`${name}_asked`} className="mb-1">
        {stem}
        {several && (
          <p lang="en" className="-mt-2 mb-3 text-ink-soft text-sm">
            Choose all that are right.
          </p>
        )}
      </div>
      <div className="-mx-3 grid grid-cols-1 gap-1">
        {options.map((option, index) => (
          <label key={option.id} className={`${row} ${lookOf(option.id, chosen, result)}`}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name="chosen"
              value={option.id}
              required={!several}
              checked={chosen.includes(option.id)}
              disabled={result !== undefined}
              aria-describedby={result && `${name}_${option.id}_mark`}
              onChange={() => choose(option.id)}
              className={`${choice} ${several ? 'rounded-sm before:[clip-path:polygon(14%_44%,0_62%,40%_100%,100%_18%,84%_2%,38%_66%)]' : 'rounded-full before:rounded-full'}`}
            />
            <span className="reading min-w-0 flex-1">{option.text}</span>
            {keys && !result && (
              <span aria-hidden="true" className="self-start font-sans text-ink-faint text-sm">
                {index + 1}
              </span>
            )}
            {result && <Mark id={`${name}_${option.id}_mark`} option={option.id} result={result} />}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Drawn by ourselves, because a disabled one must still show what was chosen. */
const choice =
  'mt-[0.3em] grid size-[1.125rem] shrink-0 appearance-none place-content-center border-2 border-edge bg-paper before:size-2.5 before:scale-0 before:bg-accent checked:border-accent checked:before:scale-100 forced-colors:appearance-auto'

const row =
  'flex min-h-11 flex-wrap items-start gap-x-3 rounded-md sm:flex-nowrap px-3 py-2 has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 [&_input]:outline-none'

function lookOf(id: string, chosen: readonly string[], result: QuestionResult | undefined): string {
  if (result?.right.includes(id)) return 'bg-right-wash'
  if (result?.chosen.includes(id)) return 'bg-wrong-wash'
  if (result) return 'text-ink-soft'
  return chosen.includes(id) ? 'bg-accent-wash' : 'hover:bg-sheet'
}

/** In words and by sign, whether an option is right and whether it was chosen. */
function Mark({ id, option, result }: { id: string; option: string; result: QuestionResult }) {
  const right = result.right.includes(option)
  const chosen = result.chosen.includes(option)
  if (!right && !chosen) return <span id={id} />
  return (
    <span
      id={id}
      lang="en"
      className={`flex basis-full items-center gap-1.5 ps-[1.875rem] font-semibold text-sm sm:mt-[0.15em] sm:basis-auto sm:ps-0 ${right ? 'text-right-ink' : 'text-wrong-ink'}`}
    >
      <Sign kind={right ? 'right' : 'wrong'} />
      {right ? 'Right' : 'Wrong'}
      {chosen && <span className="sr-only">, your choice</span>}
    </span>
  )
}
