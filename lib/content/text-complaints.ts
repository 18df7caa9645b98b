import type { Nodes } from 'hast'
import type { Path } from './findings'
import { type Parsed, parseMarkdown, renderMarkdown } from './markdown'
import { isTangled } from './markdown-limits'
import type { Complaint } from './schema-findings'

/** The fields of each list that are Markdown; options are a list within. */
const FIELDS = {
  cards: ['front', 'back'],
  questions: ['stem', 'explanation'],
  prompts: ['task', 'hint', 'model'],
  options: ['text', 'feedback'],
} as const

/**
 * What a reader would not see as the author wrote it: formulas that cannot be read, HTML and pictures in the text,
 * links that lead nowhere, text that no parser should be asked to lay out.
 */
export async function textComplaints(deck: unknown): Promise<Complaint[]> {
  const texts = (['cards', 'questions', 'prompts'] as const).flatMap((list) =>
    markdownFields(get(deck, list), [list], FIELDS[list]),
  )
  const found = await Promise.all(
    texts.map(async ({ path, text }) => (await textProblems(text)).map((message) => ({ path, message }))),
  )
  return found.flat()
}

const get = (of: unknown, key: string | number): unknown =>
  typeof of === 'object' && of !== null ? (of as Record<string | number, unknown>)[key] : undefined

function markdownFields(list: unknown, path: Path, names: readonly string[]): { path: Path; text: string }[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((item, at) => [
    ...names.flatMap((name) => {
      const text = get(item, name)
      return typeof text === 'string' ? [{ path: [...path, at, name], text }] : []
    }),
    ...(path.length === 1
      ? markdownFields(get(item, 'options'), [...path, at, 'options'], FIELDS.options)
      : []),
  ])
}

/** What is wrong with one text, each as a sentence. */
export async function textProblems(markdown: string): Promise<string[]> {
  if (isTangled(markdown))
    return ['This is too long or too deeply nested to be laid out. Split it up or write it plainly.']
  return [...sourceProblems(parseMarkdown(markdown)), ...formulaProblems(await renderMarkdown(markdown))]
}

function sourceProblems(node: Parsed): string[] {
  const inside = (node.children ?? []).flatMap(sourceProblems)
  switch (node.type) {
    case 'html':
      return [
        `HTML is left out, and this would be lost: ${node.value ?? ''}. Put it in backticks, or write "\\<".`,
      ]
    case 'image':
    case 'imageReference':
      return ['Pictures are not shown in the text. Name the file under "pictures".', ...inside]
    case 'link':
    case 'definition':
      return /^(https?:|mailto:|[^:]*$|[/?#])/i.test(node.url ?? '')
        ? inside
        : [`The link to "${node.url}" would be dropped. Use an address that starts with https:.`, ...inside]
    default:
      return inside
  }
}

function formulaProblems(node: Nodes): string[] {
  if (node.type === 'element' && String(node.properties.className).includes('katex-error')) {
    const source = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
    return [`The formula "${source}" cannot be read. Mend it; a dollar that means money is written "\\$".`]
  }
  // A command that is not known is drawn as its own name.
  const [only] = node.type === 'element' && node.tagName === 'mtext' ? node.children : []
  if (only?.type === 'text' && /^\\[a-z]+$/i.test(only.value))
    return [`"${only.value}" is no command of formulas. Mend it, or write words as "\\text{…}".`]
  return 'children' in node ? node.children.flatMap(formulaProblems) : []
}
