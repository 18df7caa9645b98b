'use client'

import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import { Textarea } from '@/components/ui/textarea'
import { LONGEST_NOTE } from '@/lib/rules/review/sent'

/** The learner's own words on an item, as they wrote them. */
export function Note({ text, edit }: { text: string; edit: () => void }) {
  return (
    <section aria-label="Your note" className="mt-6 max-w-measure border-accent border-s-2 ps-4">
      <div className="flex items-center gap-x-4">
        <p className="font-semibold text-ink-soft text-sm">Your note</p>
        <button type="button" onClick={edit} className={`${buttonClasses({ variant: 'plain' })} text-sm`}>
          Edit
        </button>
      </div>
      <p dir="auto" className="whitespace-pre-wrap">
        {text}
      </p>
    </section>
  )
}

/** Where a note is written. Escape leaves it as it was. */
export function NoteEditor({
  text,
  save,
  cancel,
}: {
  text: string
  save: (text: string) => void
  cancel: () => void
}) {
  const [written, setWritten] = useState(text)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    save(written.trim())
  }
  return (
    <form onSubmit={onSubmit} className="unfold mt-6 mb-6 grid max-w-measure gap-1.5">
      <label htmlFor={id} className="font-semibold">
        Your note
      </label>
      <Textarea
        ref={field}
        id={id}
        dir="auto"
        rows={3}
        maxLength={LONGEST_NOTE}
        value={written}
        onChange={({ target }) => setWritten(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') cancel()
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(written.trim())
        }}
      />
      <p className="mt-1 flex gap-x-5">
        <button type="submit" className={buttonClasses({ variant: 'quiet' })}>
          Keep note
        </button>
        <button type="button" onClick={cancel} className={buttonClasses({ variant: 'plain' })}>
          Cancel
        </button>
      </p>
    </form>
  )
}
