import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from 'yaml'

/** What is wrong and where: an offset into the text. */
export type Problem = { offset: number; message: string }
type Found = Problem & { unspecific?: boolean }

/** What to do about the slips that happen most, by the parser's code. */
const ADVICE: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'This field is given twice. Keep one of them.',
  TAB_AS_INDENT: 'A tab indents this line. Indent with spaces.',
  BAD_INDENT: 'This line is indented differently from its neighbours. Line it up with them.',
  BLOCK_AS_IMPLICIT_KEY:
    'A colon followed by a space starts a field. Put text that contains one in quotes, or on lines of its own after "|".',
  MISSING_CHAR: 'A quote, bracket or colon is missing here. Add it, or put the whole text in quotes.',
  MULTIPLE_DOCS:
    'A deck is one document. Remove the line "---" and what follows it, or make it a file of its own.',
  BAD_DQ_ESCAPE: 'In double quotes a backslash must be doubled. Double it, or put the text after "|".',
}

/**
 * What the parser has against a file, said for authors and placed where the slip is: a parser notices many of them
 * only lines later. Whatever follows from another slip on the same line or the one above is left out.
 */
export function yamlProblems(
  document: Document,
  text: string,
  lineAt: (offset: number) => number,
): Problem[] {
  const errors = [...document.errors, ...document.warnings]
  const nested = new Set(
    errors.filter(({ code }) => code === 'BLOCK_AS_IMPLICIT_KEY').map(({ pos }) => pos[0]),
  )
  const swallowing = new Set(
    errors.filter(({ code }) => code === 'MULTILINE_IMPLICIT_KEY').map(({ pos }) => pos[0]),
  )
  const found = [
    ...aliases(document),
    ...errors
      .filter(({ code, pos }) => code !== 'BLOCK_AS_IMPLICIT_KEY' || !swallowing.has(pos[0]))
      .map((error) => problem(error, document, text, nested)),
  ]
  return withoutEchoes(found, lineAt)
}

function problem(
  { code, message, pos }: YAMLError,
  document: Document,
  text: string,
  nested: Set<number>,
): Found {
  const [offset] = pos
  if (code === 'MULTILINE_IMPLICIT_KEY') return swallowed(offset, text, nested.has(offset))
  if (message.startsWith('Missing closing'))
    return {
      offset: lastBefore(document, offset, (node) => isScalar(node) && /^QUOTE/.test(node.type ?? '')),
      message: 'A quote opens here and does not close. Close it, or leave it out.',
    }
  if (/^Flow (map|sequence)/.test(message))
    return {
      offset: lastBefore(document, offset, (node) => isCollection(node) && node.flow === true),
      message: 'A bracket opens here and does not close. Close it, or put the text in quotes.',
    }
  if (message.startsWith('Sequence item without')) return { offset, message: ADVICE.BAD_INDENT ?? '' }
  if (code === 'BAD_SCALAR_START')
    return { offset, message: `Text cannot start with "${text.charAt(offset)}". Put it in quotes.` }
  const advice = ADVICE[code]
  if (advice) return { offset, message: advice }
  const behind = /["']\s*$/.test(text.slice(0, offset))
  if (code === 'UNEXPECTED_TOKEN' && behind)
    return {
      offset,
      message: 'Text goes on behind its closing quote. Use the other kind of quotes around it.',
    }
  return { offset, message: `This is not YAML: ${message}. Mend it here or just above.`, unspecific: true }
}

/** Two lines that were read as one name of a field. */
function swallowed(offset: number, text: string, nested: boolean): Found {
  if (!nested) return { offset, message: 'A field is written "name: value". Add the colon and the blank.' }
  const next = text.indexOf('\n', offset) + 1
  const indented = text.slice(next).match(/^\s*/)?.[0].length ?? 0
  return {
    offset: next + indented,
    message:
      'This line is read as more of the text above it. Indent it like its neighbours, or remove the text above.',
  }
}

function aliases(document: Document): Found[] {
  const found: Found[] = []
  visit(document, {
    Alias: (_, alias) => {
      const message = alias.source.startsWith('*')
        ? 'Text cannot start with "*". Put it in quotes, or on lines of its own after "|".'
        : 'Anchors and aliases are not read. Write the value out.'
      found.push({ offset: alias.range?.[0] ?? 0, message })
    },
  })
  return found
}

/** Where the last node of a kind starts that begins before `offset`. */
function lastBefore(document: Document, offset: number, is: (node: unknown) => boolean): number {
  let start: number | undefined
  visit(document, {
    Node: (_, node: Node) => {
      const at = node.range?.[0]
      if (at !== undefined && at < offset && is(node)) start = Math.max(start ?? 0, at)
    },
  })
  return start ?? offset
}

function withoutEchoes(found: readonly Found[], lineAt: (offset: number) => number): Problem[] {
  const placed = found
    .map((one) => ({ ...one, line: lineAt(one.offset) }))
    .sort((a, b) => a.line - b.line || Number(a.unspecific ?? false) - Number(b.unspecific ?? false))
  return placed
    .filter(({ line, message, unspecific }, at) => {
      const before = placed.slice(0, at).filter((other) => line - other.line <= 1)
      return !before.some((other) => other.message === message || (unspecific && other.line === line))
    })
    .map(({ offset, message }) => ({ offset, message }))
}
