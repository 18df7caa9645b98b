import type { Answer, Grade } from '@/lib/rules/answer'
import type { Concept, ItemBody, QuestionBody } from '@/lib/rules/item'
import type { Random } from './random'

/** A person who does not know guesses; how often that hits, with favourites among the wrong options. */
const LUCKY = 0.2

/** What somebody answers who knows the item, or each of its concepts, with probability `sure`. */
export function makeAnswer(random: Random, body: ItemBody, sure: number, favourite: number): Answer {
  if (body.kind === 'card') return { kind: 'card', grade: grade(random, sure) }
  if (body.kind === 'question') return { kind: 'question', chosen: choose(random, body, sure, favourite) }
  return { kind: 'prompt', text: explain(random, body.concepts, sure) }
}

function grade(random: Random, sure: number): Grade {
  if (!random.chance(sure)) return 'forgot'
  if (sure > 0.85 && random.chance(0.35)) return 'easy'
  return random.chance(sure) ? 'good' : 'hard'
}

/**
 * @param favourite from 0 to 1: which wrong option most people fall for, the same for every learner
 */
function choose(
  random: Random,
  { options, several }: QuestionBody,
  sure: number,
  favourite: number,
): string[] {
  const right = options.filter(({ correct }) => correct).map(({ id }) => id)
  const wrong = options.filter(({ correct }) => !correct).map(({ id }) => id)
  if (wrong.length === 0 || random.chance(sure + (1 - sure) * LUCKY)) return right
  const liked = wrong[Math.floor(favourite * wrong.length)] ?? wrong[0]
  const fallen = random.chance(0.6) && liked ? liked : random.pick(wrong)
  return several ? [...right.slice(1), fallen] : [fallen]
}

const OPENINGS = ['', '', 'I think ', 'As I understand it, ', 'In short: ', 'From the lesson: ', 'Mainly ']
const JOINTS = ['; ', ', and ', '. Also ', '. Then ', '; besides, ']
const VAGUE = [
  'I am not sure about the rest.',
  'There was more, but it escapes me.',
  'It matters for larger teams.',
  'I would have to read this again.',
  '',
  '',
]

/** A text that says some of the concepts, each in one of the phrasings that people use for it. */
function explain(random: Random, concepts: readonly Concept[], sure: number): string {
  const said = concepts
    .filter(() => random.chance(sure))
    .map(({ accept, name }) => random.pick(accept.length > 0 ? accept : [name]))
  if (said.length === 0)
    return random.pick(['I do not remember.', 'Something about models, I think.', 'No idea yet.'])
  const joined = random.shuffled(said).reduce((text, next) => text + random.pick(JOINTS) + next)
  return `${random.pick(OPENINGS)}${joined}. ${said.length < concepts.length ? random.pick(VAGUE) : ''}`.trim()
}
