import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml'
import type { Path } from './findings'
import { yamlProblems } from './yaml-problems'

export type Place = { line: number; column: number }

/** A YAML file as plain values, and where in the text each of them stands. */
export type Source = {
  value: unknown
  /** The field at `path`, or the nearest field around it when it is absent. */
  place: (path: Path) => Place
  /** The key of a field, for a complaint about the key itself. */
  placeOfKey: (path: Path, key: string) => Place
  problems: (Place & { message: string })[]
}

/** Reads YAML 1.2 without anchors and aliases. Never throws: what cannot be read is in `problems`. */
export function readYaml(text: string): Source {
  const lines = new LineCounter()
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.max(0, offset))
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const line = tooDeepAt(text)
  if (line) {
    const problems = [{ line, column: 1, message: 'This is nested too deeply to be a deck. Flatten it.' }]
    return { value: undefined, place: () => at(0), placeOfKey: () => at(0), problems }
  }
  const document: Document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core' })
  const problems = yamlProblems(document, text, (offset) => at(offset).line).map(({ offset, message }) => ({
    ...at(offset),
    message,
  }))
  return {
    value: problems.length === 0 ? document.toJS({ maxAliasCount: 0 }) : undefined,
    place: (path) => at(offsetOf(document, path)),
    placeOfKey: (path, key) => at(offsetOf(document, [...path, key])),
    problems,
  }
}

/** A deck nests six deep. */
const DEEPEST = 24

/**
 * The line on which collections nest deeper than any deck does. The parser calls itself for each level, and a file
 * of nothing but brackets would take the process down with it; its lexer does not.
 */
function tooDeepAt(text: string): number | undefined {
  let line = 1
  let brackets = 0
  let indicators = 0
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') brackets += 1
    else if (token === ']' || token === '}') brackets -= 1
    else if (token === '-' || token === '?' || token === ':') indicators += 1
    const breaks = token.split('\n').length - 1
    if (breaks > 0) indicators = 0
    // Block nesting shows as indentation: two columns a level at least in any file written for people.
    const indented = token.startsWith(' ') && !token.includes('\n') ? token.length / 8 : 0
    if (brackets > DEEPEST || indicators > DEEPEST || indented > DEEPEST) return line
    line += breaks
  }
  return undefined
}

const start = (node: Node | null | undefined): number => node?.range?.[0] ?? 0

/** Where the field's key stands, for a list's member where the member starts; as deep as the path leads. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents
  let offset = start(document.contents)
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step)
      if (!pair) break
      offset = start(pair.key as Node)
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      const member = node.items[step] as Node | undefined
      if (!member || isAlias(member)) break
      offset = start(member)
      node = member
    } else break
  }
  return offset
}
