/** What stands around a match in a text from the index. No text that was indexed has either. */
export const MARK_START = '\u0002'
export const MARK_END = '\u0003'

export type MarkedPart = { text: string; match: boolean }

/** A text from the index as parts that were matched and parts that were not, in order; without the signs. */
export function markedParts(marked: string): MarkedPart[] {
  const parts: MarkedPart[] = []
  for (const [at, piece] of marked.split(MARK_START).entries()) {
    const [inside = '', ...rest] = piece.split(MARK_END)
    const match = at > 0 && rest.length > 0
    if (inside) parts.push({ text: inside, match })
    const after = rest.join('')
    if (after) parts.push({ text: after, match: false })
  }
  return parts
}

/** Whether anything in the text was matched. */
export const hasMatch = (marked: string): boolean => markedParts(marked).some(({ match }) => match)
