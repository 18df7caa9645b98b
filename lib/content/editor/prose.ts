import { type Parsed, parseMarkdown } from '@/lib/content/markdown'
import { isTangled } from '@/lib/content/markdown-limits'

/** Stands for a formula or a piece of code within a sentence: it is read as one word, and says nothing by its letters. */
export const THING = '\u{FFFC}'

/** The blocks of a text as plain sentences: paragraphs, list members and cells, without code and formulas of their own. */
export function prose(markdown: string): string[] {
  return isTangled(markdown)
    ? []
    : blocks(parseMarkdown(markdown)).map((block) => block.replace(/\s+/g, ' ').trim())
}

/** All of a text in one line. */
export const oneLine = (markdown: string): string => prose(markdown).join(' ')

function blocks(node: Parsed): string[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return [words(node)]
    default:
      return (node.children ?? []).flatMap(blocks)
  }
}

function words(node: Parsed): string {
  switch (node.type) {
    case 'text':
      return node.value ?? ''
    case 'inlineCode':
    case 'inlineMath':
      return THING
    case 'break':
      return ' '
    default:
      return (node.children ?? []).map(words).join('')
  }
}

/** Code and formulas of a text, wherever they stand. */
export function things(markdown: string): string[] {
  const found = (node: Parsed): string[] =>
    ['inlineCode', 'inlineMath', 'code', 'math'].includes(node.type)
      ? [node.value ?? '']
      : (node.children ?? []).flatMap(found)
  return isTangled(markdown) ? [] : found(parseMarkdown(markdown))
}
