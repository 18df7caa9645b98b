import type { AnswerResult } from '@/components/deck/results'
import { Markdown } from '@/components/ui/markdown'
import type { Recorded } from '@/db/queries/attempts'
import { shownVerdict } from '@/lib/content/shown-verdict'

type Marked = Pick<Recorded, 'id' | 'answer' | 'verdict' | 'body'>

/** What a learner sees of a marked answer: the verdict, and the keys of this one item as rendered nodes. */
export async function present(
  item: string,
  { id, answer, verdict, body }: Marked,
  saved: boolean,
): Promise<AnswerResult> {
  const answered = { ok: true as const, item, attempt: id, saved }
  if (answer.kind === 'card') return { ...answered, kind: 'card', grade: answer.grade }
  const shown = await shownVerdict(answer, verdict, body)
  if (shown.kind === 'prompt') return { ...answered, ...shown, model: <Markdown tree={shown.model} /> }
  return {
    ...answered,
    ...shown,
    feedback: shown.feedback.map(({ option, text }) => ({ option, node: <Markdown tree={text} /> })),
    explanation: <Markdown tree={shown.explanation} />,
  }
}
