import type { ElementContent, Root, RootContent } from 'hast'
import { createElement, Fragment, type ReactNode } from 'react'

/**
 * A sanitised tree as elements, never as an HTML string; on the server, and in the browser where a tree came as JSON.
 * `inline` is for a place inside a line, like an option's label.
 */
export function Markdown({ tree, inline = false, lang }: { tree: Root; inline?: boolean; lang?: string }) {
  const content = elementsOf(tree)
  return inline ? (
    <span className="prose" lang={lang}>
      {content}
    </span>
  ) : (
    <div className="prose" lang={lang}>
      {content}
    </div>
  )
}

/** The same tree is shown again and again, after every answer to its item: its elements are made once. */
const made = new WeakMap<Root, ReactNode>()

function elementsOf(tree: Root): ReactNode {
  const kept = made.get(tree)
  if (kept) return kept
  const elements = createElement(Fragment, null, ...tree.children.map(toNode))
  made.set(tree, elements)
  return elements
}

/** Space between the parts of a table is no content, and React says so. */
const ROWS = /^(table|thead|tbody|tr)$/

/** The sanitiser has left elements and text alone, and of their properties those that React knows by the same names. */
function toNode(node: RootContent | ElementContent): ReactNode {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return null
  const properties: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(node.properties))
    if (value !== null && value !== undefined)
      properties[name] = Array.isArray(value) ? value.join(' ') : value
  const children = ROWS.test(node.tagName)
    ? node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
    : node.children
  return createElement(node.tagName, properties, ...children.map(toNode))
}
