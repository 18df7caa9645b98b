import type { ItemBody, ItemKind, Picture } from '@/lib/rules/item'
import type { LoadedDeck, LoadedItem } from './deck'
import { contentHash } from './hash'
import type { DeckFile } from './schema'

type Common = Pick<DeckFile['cards'][number], 'id' | 'level' | 'tags' | 'revision'>

/**
 * A checked deck file as the rows it becomes. `pictures` maps a file's name to the picture's digest; every picture
 * that the file names must be there, otherwise it throws (the checks come first). `source` is the file's text.
 */
export function toDeck(
  file: DeckFile,
  topic: string,
  pictures: ReadonlyMap<string, string>,
  source: string,
): LoadedDeck {
  const { language } = file
  const picture = ({ file: name, alt }: { file: string; alt: string }): Picture => {
    const digest = pictures.get(name)
    if (!digest) throw new Error(`The picture ${name} of the deck ${file.id} was not read.`)
    return { source: `${topic}/${name}`, alt, digest }
  }
  const item = (common: Common, position: number, concepts: string[], body: ItemBody): LoadedItem => ({
    name: common.id,
    kind: body.kind,
    position,
    level: common.level,
    tags: common.tags,
    concepts,
    revision: common.revision,
    contentHash: contentHash(body),
    body,
  })
  const base = <K extends ItemKind>(kind: K, from: { pictures: { file: string; alt: string }[] }) => ({
    kind,
    language,
    pictures: from.pictures.map(picture),
  })

  const items = [
    ...file.cards.map((card, position) =>
      item(card, position, card.concepts, { ...base('card', card), front: card.front, back: card.back }),
    ),
    ...file.questions.map((question, position) =>
      item(question, position, question.concepts, {
        ...base('question', question),
        stem: question.stem,
        several: question.select === 'several',
        options: question.options,
        explanation: question.explanation,
      }),
    ),
    ...file.prompts.map((prompt, position) =>
      item(
        prompt,
        position,
        prompt.concepts.map(({ id }) => id),
        {
          ...base('prompt', prompt),
          task: prompt.task,
          hint: prompt.hint,
          model: prompt.model,
          concepts: prompt.concepts,
        },
      ),
    ),
  ]
  const { id, title, summary, direction, licence, sources } = file
  // As addresses of accounts are kept, so that the two can be compared.
  const keepers = [...new Set(file.keepers.map((email) => email.normalize('NFKC').toLowerCase()))]
  return { id, topic, title, summary, language, direction, licence, sources, keepers, items, source }
}
