'use client'

import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { AnswerFields } from '@/components/deck/answer-fields'
import { AnswerProblem } from '@/components/deck/answer-problem'
import { type Answerable, useAnswer } from '@/components/deck/use-answer'
import { buttonClasses } from '@/components/ui/button-classes'
import { GRADE_WORDS, GRADES, type Grade } from '@/lib/rules/answer'
import { gradeClasses } from './grades'

/** The fold of a card: Reveal answer, the answer, and the learner's own grade, which shows at once. */
export function CardAnswer({ children, ...answerable }: Answerable & { children: ReactNode }) {
  const { area, formAction, submit, retry, given, outcome, result, draft } = useAnswer(answerable)
  const details = useRef<HTMLDetailsElement>(null)
  const back = useRef<HTMLDivElement>(null)
  const asked = useRef(false)

  const grade = given?.kind === 'card' ? given.grade : result?.kind === 'card' ? result.grade : undefined
  const saved = result?.kind === 'card' && result.grade === grade
  useEffect(() => {
    if (draft && details.current) details.current.open = true
  }, [draft])

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const pressed = GRADES.find((each) => submitter instanceof HTMLButtonElement && submitter.value === each)
    if (pressed && !(saved && pressed === grade)) void submit({ kind: 'card', grade: pressed })
  }

  return (
    <div ref={area}>
      <details
        ref={details}
        data-answer
        open={result !== undefined || undefined}
        className="group"
        onToggle={() => {
          // Only the press of this summary moves the focus; "Reveal all" and printing do not.
          if (asked.current && details.current?.open) back.current?.focus({ preventScroll: true })
          asked.current = false
        }}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button. */}
        <summary
          className={`${buttonClasses({ variant: 'quiet' })} list-none group-open:border-transparent group-open:px-0 group-open:font-medium group-open:text-ink-faint group-open:hover:border-transparent group-open:hover:text-accent [&::-webkit-details-marker]:hidden`}
          onClick={() => {
            asked.current = true
          }}
        >
          <span className="group-open:hidden">Reveal answer</span>
          <span className="hidden group-open:inline">Hide answer</span>
        </summary>
        <div className="unfold mt-2">
          <div ref={back} tabIndex={-1}>
            {children}
          </div>
          <form action={formAction} onSubmit={onSubmit} className="mt-6 print:hidden">
            <AnswerFields item={answerable.item} hash={answerable.hash} />
            <fieldset className="min-w-0">
              <legend className="mb-2 text-ink-faint text-sm">How well did you recall it?</legend>
              <div className="grid grid-cols-4 gap-2 sm:max-w-md">
                {GRADES.map((each) => (
                  <GradeButton key={each} grade={each} chosen={grade === each} />
                ))}
              </div>
            </fieldset>
            <p role="status" className="sr-only">
              {saved && grade && `Graded ${GRADE_WORDS[grade]}.`}
            </p>
          </form>
          <div className="mt-3">
            <AnswerProblem outcome={outcome} retry={retry} />
          </div>
        </div>
      </details>
    </div>
  )
}

function GradeButton({ grade, chosen }: { grade: Grade; chosen: boolean }) {
  return (
    <button type="submit" name="grade" value={grade} aria-pressed={chosen} className={gradeClasses}>
      {GRADE_WORDS[grade]}
    </button>
  )
}
