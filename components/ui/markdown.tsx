import type { Root } from 'hast'
import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import type { ReactNode } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'

/**
 * A sanitised tree as elements, never as an HTML string. Made on the server: it costs the browser no code.
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
  const elements = toJsxRuntime(tree, {
    Fragment,
    jsx,
    jsxs,
    // A style attribute would be blocked by the policy of our pages; the `align` attribute says the same.
    tableCellAlignToStyle: false,
  })
  made.set(tree, elements)
  return elements
}
