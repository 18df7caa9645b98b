'use client'

import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import { Textarea } from '@/components/ui/textarea'
import { readReportDraft, writeReportDraft } from '@/lib/browser/report-drafts'
import { LONGEST_REPORT, reportText } from '@/lib/rules/report'

type Props = {
  /** Whose words, on which version of which item. */
  of: { learner: string; item: string; hash: string }
  send: (text: string) => void
  close: () => void
}

/** What is wrong with the item before the learner. Escape closes it, and what was typed is there when it opens again. */
export function ReportDialog({ of, send, close }: Props) {
  const [text, setText] = useState(() => readReportDraft(of))
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  function onSubmit(event: FormEvent): void {
    event.preventDefault()
    const said = reportText(text)
    // Blanks alone are nothing: on the next press the browser says that the field is needed.
    setText(said)
    if (!said) return
    send(said)
    dialog.current?.close()
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      onClose={close}
      className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-md border border-rule bg-paper p-5 text-ink shadow-float backdrop:bg-[oklch(0%_0_0/0.5)] sm:p-6"
    >
      <form onSubmit={onSubmit} className="grid gap-4">
        <h2 id={`${id}-title`} className="font-semibold text-lg">
          Report a mistake
        </h2>
        <div className="grid gap-1.5">
          <label htmlFor={id} className="font-semibold">
            What is wrong?
          </label>
          <p id={`${id}-hint`} className="text-ink-faint text-sm">
            Whoever keeps this deck reads it, without your name.
          </p>
          <Textarea
            id={id}
            aria-describedby={`${id}-hint`}
            dir="auto"
            rows={4}
            required
            maxLength={LONGEST_REPORT}
            value={text}
            onChange={({ target }) => {
              setText(target.value)
              writeReportDraft(of, target.value)
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
                event.currentTarget.form?.requestSubmit()
            }}
          />
        </div>
        <p className="flex flex-wrap gap-x-5 gap-y-2">
          <button type="submit" className={buttonClasses()}>
            Send report
          </button>
          <button
            type="button"
            onClick={() => dialog.current?.close()}
            className={buttonClasses({ variant: 'plain' })}
          >
            Cancel
          </button>
        </p>
      </form>
    </dialog>
  )
}
