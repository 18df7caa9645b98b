import type { PromptAnswer, QuestionAnswer, Verdict } from '@/lib/rules/answer'
import { passages } from '@/lib/rules/explain/passages'
import { scoreExplanation } from '@/lib/rules/explain/score'
import type { ItemBody } from '@/lib/rules/item'
import type { ShownVerdict } from '@/lib/rules/review/sent'
import { renderMarkdown } from './markdown'

/**
 * What a learner sees of a marked question or prompt: the verdict, and the keys of this one item, texts as sanitised
 * trees. A card has no keys and no verdict but its learner's own.
 * @param body the version that was seen
 * @throws Error when the answer was not given to an item of this kind
 */
export async function shownVerdict(
  answer: QuestionAnswer | PromptAnswer,
  verdict: Verdict,
  body: ItemBody,
): Promise<ShownVerdict> {
  if (answer.kind === 'question' && body.kind === 'question')
    return {
      kind: 'question',
      chosen: [...answer.chosen],
      correct: verdict.mark === 1,
      right: [...(verdict.right ?? [])],
      feedback: await Promise.all(
        body.options
          .filter((option) => answer.chosen.includes(option.id))
          .map(async (option) => ({ option: option.id, text: await renderMarkdown(option.feedback) })),
      ),
      explanation: await renderMarkdown(body.explanation),
    }
  if (answer.kind === 'prompt' && body.kind === 'prompt') {
    const covered = verdict.covered ?? []
    const scores = scoreExplanation(answer.text, body.concepts, body.language)
    return {
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
      model: await renderMarkdown(body.model),
    }
  }
  throw new Error(`A ${answer.kind}'s answer was stored with a ${body.kind}.`)
}
