import type { AnswerResult } from '@/components/deck/results'
import { Markdown } from '@/components/ui/markdown'
import type { Recorded } from '@/db/queries/attempts'
import { renderMarkdown } from '@/lib/content/markdown'
import { passages } from '@/lib/rules/explain/passages'
import { scoreExplanation } from '@/lib/rules/explain/score'

type Marked = Pick<Recorded, 'id' | 'answer' | 'verdict' | 'body'>

/** What a learner sees of a marked answer: the verdict, and the keys of this one item as rendered nodes. */
export async function present(
  item: string,
  { id, answer, verdict, body }: Marked,
  saved: boolean,
): Promise<AnswerResult> {
  const answered = { ok: true as const, item, attempt: id, saved }
  const text = async (markdown: string) => <Markdown tree={await renderMarkdown(markdown)} />
  if (answer.kind === 'card') return { ...answered, kind: 'card', grade: answer.grade }
  if (answer.kind === 'question' && body.kind === 'question')
    return {
      ...answered,
      kind: 'question',
      chosen: [...answer.chosen],
      correct: verdict.mark === 1,
      right: [...(verdict.right ?? [])],
      feedback: await Promise.all(
        body.options
          .filter((option) => answer.chosen.includes(option.id))
          .map(async (option) => ({ option: option.id, node: await text(option.feedback) })),
      ),
      explanation: await text(body.explanation),
    }
  if (answer.kind === 'prompt' && body.kind === 'prompt') {
    const covered = verdict.covered ?? []
    const scores = scoreExplanation(answer.text, body.concepts, body.language)
    return {
      ...answered,
      kind: 'prompt',
      text: answer.text,
      covered: body.concepts
        .filter((concept) => covered.includes(concept.id))
        .map(({ id, name }) => ({ id, name })),
      total: body.concepts.length,
      passages: passages(answer.text, scores, covered),
      missed: body.concepts
        .filter((concept) => !covered.includes(concept.id))
        .map(({ id, hint }) => ({ id, hint })),
      model: await text(body.model),
    }
  }
  throw new Error(`A ${answer.kind}'s answer was stored with a ${body.kind}.`)
}
