import { scoreExplanation } from '@/lib/rules/explain/score'
import { type Habit, warning } from './habit'
import { oneLine } from './prose'

/**
 * A prompt held against its own scorer: a task or hint that earns a concept is worth repeating instead of explaining,
 * and a model answer that misses one would tell learners that the best answer there is was not enough.
 */
export const ownWords: Habit = ({ prompts, language }) =>
  prompts.flatMap(({ task, hint, model, concepts }, at) => {
    const covered = (text: string, wanted: boolean) =>
      scoreExplanation(oneLine(text), concepts, language).flatMap((score, place) =>
        score.covered === wanted ? [{ place, name: concepts[place]?.name ?? score.id }] : [],
      )
    return [
      ...(['task', 'hint'] as const).flatMap((field) =>
        covered(field === 'task' ? task : hint, true).map(({ name }) =>
          warning(
            ['prompts', at, field],
            `The ${field} says "${name}" already: repeating it earns the concept. Ask without giving it away.`,
          ),
        ),
      ),
      ...covered(model, false).map(({ place, name }) =>
        warning(
          ['prompts', at, 'concepts', place, 'accept'],
          `The model answer does not earn "${name}". Add the phrasing it uses, or say it in the model answer.`,
        ),
      ),
    ]
  })
