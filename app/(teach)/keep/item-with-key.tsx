import type { ReactNode } from 'react'
import { Pictures } from '@/components/deck/pictures'
import { Markdown } from '@/components/ui/markdown'
import { Sign } from '@/components/ui/sign'
import { renderMarkdown } from '@/lib/content/markdown'
import type { ItemBody } from '@/lib/rules/item'

type Tongue = { lang: string; dir: 'ltr' | 'rtl' }

/** One version of an item, whole: what is asked, and all that a learner sees after answering. For keepers alone. */
export function ItemWithKey({ body, tongue }: { body: ItemBody; tongue: Tongue }) {
  return (
    <div className="mt-2 grid max-w-measure gap-4 border-rule border-s-2 ps-4">
      {body.kind === 'card' && (
        <>
          <Part title="Front" {...tongue} text={body.front} />
          <Pictures pictures={body.pictures} />
          <Part title="Back" {...tongue} text={body.back} />
        </>
      )}
      {body.kind === 'question' && (
        <>
          <Part title="Question" {...tongue} text={body.stem} />
          <Pictures pictures={body.pictures} />
          <ul className="grid gap-3">
            {body.options.map(({ id, text, correct, feedback }) => (
              <li key={id} className="flex items-start gap-2.5">
                <Sign
                  kind={correct ? 'right' : 'wrong'}
                  className={`mt-1.5 ${correct ? 'text-right-ink' : 'text-wrong-ink'}`}
                />
                <div className="min-w-0">
                  <Part title={correct ? 'Right' : 'Wrong'} {...tongue} text={text} />
                  <Part title="Feedback" {...tongue} text={feedback} />
                </div>
              </li>
            ))}
          </ul>
          <Part title="Explanation" {...tongue} text={body.explanation} />
        </>
      )}
      {body.kind === 'prompt' && (
        <>
          <Part title="Task" {...tongue} text={body.task} />
          <Pictures pictures={body.pictures} />
          <Part title="Hint" {...tongue} text={body.hint} />
          <Part title="Model answer" {...tongue} text={body.model} />
          {body.concepts.map(({ id, name, accept, hint }) => (
            <Named key={id} title={`Concept ${id}`}>
              <p {...tongue}>
                {name}: {accept.join('; ')}. {hint}
              </p>
            </Named>
          ))}
        </>
      )}
    </div>
  )
}

async function Part({ title, text, ...tongue }: Tongue & { title: string; text: string }) {
  return (
    <Named title={title}>
      <div {...tongue} className="reading">
        <Markdown tree={await renderMarkdown(text)} />
      </div>
    </Named>
  )
}

const Named = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <p className="text-ink-faint text-sm">{title}</p>
    {children}
  </div>
)
