'use client'

import { useEffect, useRef, useState } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import { Markdown } from '@/components/ui/markdown'
import type { ShownVerdict } from '@/lib/rules/review/sent'
import type { Leech } from '@/lib/rules/review/session'
import type { ReviewItem } from '@/lib/rules/review/wire'
import { NoteEditor } from './note'
import { Asked, tongueOf } from './reading'

type Props = {
  leech: Leech
  note: (text: string) => void
  take: (shelving?: 'suspended' | 'resumed') => void
}

/** An item that was set aside because it keeps being forgotten: what may help, and what to do with it. */
export function LeechOffer({ leech: { item, verdict }, note, take }: Props) {
  const [open, setOpen] = useState(false)
  const [editing, setEditing] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  const answer = answerOf(item, verdict)
  return (
    <section aria-labelledby="_leech">
      <h2 id="_leech" ref={title} tabIndex={-1} className="font-semibold text-xl">
        Set aside for now
      </h2>
      <p className="mt-2 mb-6 max-w-measure text-ink-soft">
        You keep forgetting this one, so it is not asked for any more. Something about it may need another
        look: a note in words of your own helps most.
      </p>
      <div className="border-rule border-y py-6">
        <Asked item={item} text={askedOf(item)} />
        {open && (
          <div {...tongueOf(item)} className="reading unfold mt-5 max-w-measure">
            {answer && <Markdown tree={answer} />}
          </div>
        )}
        {item.note && !editing && (
          <p dir="auto" className="mt-5 max-w-measure whitespace-pre-wrap border-accent border-s-2 ps-4">
            {item.note}
          </p>
        )}
        {editing && (
          <NoteEditor
            text={item.note ?? ''}
            cancel={() => setEditing(false)}
            save={(text) => {
              note(text)
              setEditing(false)
            }}
          />
        )}
        <div className="mt-4 flex flex-wrap gap-x-5">
          {answer && !open && (
            <button
              type="button"
              onClick={() => setOpen(true)}
              className={buttonClasses({ variant: 'plain' })}
            >
              {item.kind === 'card' ? 'See the answer' : 'See the explanation'}
            </button>
          )}
          {!editing && (
            <button
              type="button"
              onClick={() => setEditing(true)}
              className={buttonClasses({ variant: 'plain' })}
            >
              {item.note ? 'Edit your note' : 'Write a note'}
            </button>
          )}
        </div>
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        <button type="button" onClick={() => take('resumed')} className={buttonClasses()}>
          Take it up again
        </button>
        <button
          type="button"
          onClick={() => take('suspended')}
          className={buttonClasses({ variant: 'quiet' })}
        >
          Suspend
        </button>
        <button type="button" onClick={() => take()} className={buttonClasses({ variant: 'quiet' })}>
          Leave it aside
        </button>
      </div>
    </section>
  )
}

const askedOf = (item: ReviewItem) =>
  item.kind === 'card' ? item.front : item.kind === 'question' ? item.stem : item.task

/** A card's back, or what an answer to a question or prompt has shown of it. */
function answerOf(item: ReviewItem, verdict: ShownVerdict | undefined) {
  if (item.kind === 'card') return item.back
  return verdict?.kind === 'question' ? verdict.explanation : verdict?.model
}
