import { createElement } from 'react'
import type { PromptResult, QuestionResult } from '@/components/deck/results'
import { Markdown } from '@/components/ui/markdown'
import type { ShownVerdict } from '@/lib/rules/review/sent'

/** A question's verdict as its parts show it, the trees made elements. */
export const questionResult = (
  item: string,
  { explanation, feedback, ...shown }: ShownVerdict & { kind: 'question' },
): QuestionResult => ({
  ...shown,
  ok: true,
  item,
  attempt: '',
  saved: true,
  feedback: feedback.map(({ option, text }) => ({ option, node: createElement(Markdown, { tree: text }) })),
  explanation: createElement(Markdown, { tree: explanation }),
})

/** The same of a prompt's. */
export const promptResult = (
  item: string,
  { model, ...shown }: ShownVerdict & { kind: 'prompt' },
): PromptResult => ({
  ...shown,
  ok: true,
  item,
  attempt: '',
  saved: true,
  model: createElement(Markdown, { tree: model }),
})
