import { markedParts } from '@/lib/rules/search/marked'

/** A text from the index with what was matched in `<mark>`. Its signs become elements; nothing of it is read as HTML. */
export function Marked({ text }: { text: string }) {
  let at = 0
  return markedParts(text).map((part) => {
    const key = at
    at += part.text.length
    return part.match ? (
      <mark key={key} className="rounded-sm bg-due-wash box-decoration-clone px-0.5 text-ink">
        {part.text}
      </mark>
    ) : (
      <span key={key}>{part.text}</span>
    )
  })
}
