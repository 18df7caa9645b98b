import type { Element, ElementContent, Root, RootContent } from 'hast'
import { LRUCache } from 'lru-cache'
import rehypeKatex from 'rehype-katex'
import rehypeSanitize from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype, { type Options as ToHast } from 'remark-rehype'
import { unified } from 'unified'
import { highlight } from './highlight'
import { isTangled } from './markdown-limits'
import { sanitizeSchema } from './sanitize-schema'

export type MarkdownOptions = {
  /** For a place inside a line, like an option's label: a single paragraph loses its frame. */
  inline?: boolean
}

type Handlers = NonNullable<ToHast['handlers']>

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

const handlers: Handlers = {
  // The page owns its headings; inside an item a heading is a line of strong text.
  heading: (state, node) => element('p', {}, [element('strong', {}, state.all(node))]),
  // Pictures come by the item's own list, with their alternative text; one in the text leaves its words.
  image: (_, node) => ({ type: 'text', value: node.alt ?? '' }),
  imageReference: (_, node) => ({ type: 'text', value: node.alt ?? '' }),
  // Notes at the foot need ids, and two items on one page would share them: they stay where they were written.
  footnoteReference: (_, node) => ({ type: 'text', value: `[${node.label ?? node.identifier}]` }),
  footnoteDefinition: (state, node) => state.all(node),
  html: () => undefined,
}

/** What the parser makes of Markdown, as far as anybody here looks at it. */
export type Parsed = {
  type: string
  value?: string
  url?: string
  data?: object
  children?: Parsed[]
  position?: { start: { offset?: number } }
}

/**
 * A paragraph that is nothing but `$$…$$` on one line is a displayed formula, as authors know it from elsewhere; the
 * parser alone wants the dollars on lines of their own.
 */
const displayFormulas = (tree: Parsed, file: { value: unknown }): void => {
  for (const node of tree.children ?? []) {
    const [only, ...more] = node.children ?? []
    const offset = only?.position?.start.offset
    const doubled = offset !== undefined && String(file.value).startsWith('$$', offset)
    if (node.type === 'paragraph' && only?.type === 'inlineMath' && more.length === 0 && doubled)
      node.data = {
        hName: 'span',
        hProperties: { className: ['math-display'] },
        hChildren: [{ type: 'text', value: only.value ?? '' }],
      }
  }
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(() => displayFormulas)
  .use(remarkRehype, { handlers })
  .use(rehypeKatex, { output: 'mathml', strict: 'ignore', maxExpand: 200, maxSize: 20 })
  .use(() => dress)
  // Last, so that whatever stands before it cannot let anything through.
  .use(rehypeSanitize, sanitizeSchema)

/** Trees are kept by their text: feedback is rendered while somebody waits for it. In characters of Markdown. */
const cache = new LRUCache<string, Promise<Root>>({
  maxSize: 2_000_000,
  sizeCalculation: (_, key) => key.length,
})

/**
 * Markdown (with tables, code and formulas) as a sanitised tree for `<Markdown>`. Never throws: raw HTML is left out,
 * a formula that cannot be read shows its source, and text made to exhaust the parser comes out as it was written.
 * The tree is shared with other callers: do not change it.
 */
export function renderMarkdown(markdown: string, { inline = false }: MarkdownOptions = {}): Promise<Root> {
  const key = `${inline ? 'i' : 'b'}${markdown}`
  const kept = cache.get(key)
  if (kept) return kept
  const made = render(markdown).then((tree) => (inline ? unwrapped(tree) : tree))
  cache.set(key, made)
  return made
}

/** As `cache`: the habits of an editor read each text several times, and a deck again at each save. */
const parsed = new LRUCache<string, Parsed>({
  maxSize: 1_000_000,
  sizeCalculation: (_, key) => Math.max(1, key.length),
})

/** The text as parsed, before anything is left out: for checks. The tree is shared with other callers. */
export function parseMarkdown(markdown: string): Parsed {
  const kept = parsed.get(markdown)
  if (kept) return kept
  const made: Parsed = processor.parse(markdown)
  parsed.set(markdown, made)
  return made
}

async function render(markdown: string): Promise<Root> {
  if (isTangled(markdown)) return asWritten(markdown)
  try {
    return (await processor.run(processor.parse(markdown), markdown)) as Root
  } catch {
    return asWritten(markdown)
  }
}

const asWritten = (markdown: string): Root => ({
  type: 'root',
  children: [element('p', {}, [{ type: 'text', value: markdown }])],
})

function unwrapped(tree: Root): Root {
  const blocks = tree.children.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  const [only] = blocks
  const single = blocks.length === 1 && only?.type === 'element' && only.tagName === 'p'
  return single ? { type: 'root', children: only.children } : tree
}

/** What our pages add to a tree: colours in code, scrolling inside code, formulas and tables, safe links. */
async function dress(tree: Root): Promise<void> {
  tree.children = (await Promise.all(tree.children.map(dressed))) as RootContent[]
}

async function dressed<N extends RootContent>(node: N): Promise<RootContent> {
  if (node.type !== 'element') return node
  if (node.tagName === 'pre') return codeBlock(node)
  if (node.tagName === 'span' && hasClass(node, 'katex')) return formula(node)
  const children = (await Promise.all(node.children.map(dressed))) as ElementContent[]
  switch (node.tagName) {
    case 'a':
      return element('a', link(node.properties.href), children)
    case 'code':
      return element('code', { dir: 'ltr', translate: 'no' }, children)
    case 'input':
      return { type: 'text', value: node.properties.checked ? '☑' : '☐' }
    case 'table':
      return element('div', { className: ['scroll'], tabIndex: 0 }, [{ ...node, children }])
    default:
      return { ...node, children }
  }
}

function link(href: unknown): Element['properties'] {
  const leads = typeof href === 'string' ? href : ''
  return /^(https?:)?\/\//i.test(leads) ? { href: leads, rel: ['noopener'] } : { href: leads }
}

/** About as many characters as a line of code has on a narrow phone; whatever is longer scrolls, by keyboard too. */
const NARROW = 34

async function codeBlock(pre: Element): Promise<Element> {
  const code = pre.children.find((child) => child.type === 'element')
  if (code?.type !== 'element') return pre
  const source = code.children
    .map((child) => (child.type === 'text' ? child.value : ''))
    .join('')
    .replace(/\n$/, '')
  const language = classes(code)
    .find((name) => name.startsWith('language-'))
    ?.slice('language-'.length)
  const tokens = language ? await highlight(source, language.toLowerCase()) : undefined
  const wide = source.split('\n').some((line) => line.length > NARROW)
  const properties = { dir: 'ltr', translate: 'no', ...(wide && { tabIndex: 0 }) }
  return element('pre', properties, [
    element(
      'code',
      language ? { className: [`language-${language}`] } : {},
      tokens ?? [{ type: 'text', value: source }],
    ),
  ])
}

/** A displayed formula scrolls inside itself when it is wide. */
function formula(span: Element): Element {
  const math = span.children.find((child) => child.type === 'element' && child.tagName === 'math')
  if (math?.type !== 'element' || math.properties.display !== 'block') return span
  return element('div', { className: ['formula'], tabIndex: 0 }, [span])
}

const classes = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : []
const hasClass = (node: Element, name: string): boolean => classes(node).includes(name)
