import { CardAnswer } from '@/components/card/card-answer'
import { ItemFrame } from '@/components/deck/item-frame'
import { Pictures } from '@/components/deck/pictures'
import type { AnswerAction } from '@/components/deck/results'
import type { Tongue } from '@/components/deck/use-answer'
import { PromptAnswer } from '@/components/prompt/prompt-answer'
import { QuestionAnswer } from '@/components/question/question-answer'
import { Markdown } from '@/components/ui/markdown'
import { renderMarkdown } from '@/lib/content/markdown'
import type { PublicItem } from '@/lib/content/public-item'

type Props = { item: PublicItem; number: number; tongue: Tongue; action: AnswerAction }

/** One item with its texts rendered, handed to the island of its kind. */
export async function DeckItem({ item, number, tongue, action }: Props) {
  const { id, name, kind, hash, level } = item
  const answerable = { item: id, name, hash, action, tongue }
  return (
    <ItemFrame
      id={id}
      hash={hash}
      name={name}
      kind={kind}
      number={number}
      level={level}
      total={item.kind === 'prompt' ? item.total : undefined}
    >
      {item.kind === 'card' && (
        <>
          <Asked tongue={tongue} item={item} text={item.front} />
          <CardAnswer {...answerable}>
            <Reading tongue={tongue} text={item.back} />
          </CardAnswer>
        </>
      )}
      {item.kind === 'question' && (
        <QuestionAnswer
          {...answerable}
          several={item.several}
          stem={<Asked tongue={tongue} item={item} text={item.stem} />}
          options={
            await Promise.all(
              item.options.map(async (option) => ({
                id: option.id,
                text: <Markdown inline tree={await renderMarkdown(option.text, { inline: true })} />,
              })),
            )
          }
        />
      )}
      {item.kind === 'prompt' && (
        <>
          <Asked tongue={tongue} item={item} text={item.task} />
          <PromptAnswer {...answerable} hint={<Markdown tree={await renderMarkdown(item.hint)} />} />
        </>
      )}
    </ItemFrame>
  )
}

/** What is asked, at the size of an item, with its pictures. */
async function Asked({ item, tongue, text }: { item: PublicItem; tongue: Tongue; text: string }) {
  return (
    <div {...tongue} className="reading mb-5 text-item">
      <Markdown tree={await renderMarkdown(text)} />
      <Pictures pictures={item.pictures} />
    </div>
  )
}

async function Reading({ tongue, text }: { tongue: Tongue; text: string }) {
  return (
    <div {...tongue} className="reading max-w-measure">
      <Markdown tree={await renderMarkdown(text)} />
    </div>
  )
}
