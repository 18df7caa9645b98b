import type { Root, RootContent } from 'hast'
import { renderMarkdown } from './markdown'

const BLOCKS = new Set([
  'p',
  'div',
  'pre',
  'li',
  'ul',
  'ol',
  'blockquote',
  'table',
  'tr',
  'td',
  'th',
  'br',
  'hr',
])

/** Markdown as one line of plain text, for a cell, a file or a title: no signs of markup, and blanks between blocks. */
export async function plainText(markdown: string): Promise<string> {
  return textOf(await renderMarkdown(markdown))
    .replace(/\s+/g, ' ')
    .trim()
}

function textOf(node: Root | RootContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'root' && node.type !== 'element') return ''
  // A formula carries its source besides what is drawn: once is enough.
  if (node.type === 'element' && node.tagName === 'annotation') return ''
  const inside = node.children.map(textOf).join('')
  return node.type === 'element' && BLOCKS.has(node.tagName) ? ` ${inside} ` : inside
}
