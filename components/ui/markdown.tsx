import type { Root } from 'hast'
import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'

/**
 * A sanitised tree as elements, never as an HTML string. Made on the server: it costs the browser no code.
 * `inline` is for a place inside a line, like an option's label.
 */
export function Markdown({ tree, inline = false, lang }: { tree: Root; inline?: boolean; lang?: string }) {
  const content = toJsxRuntime(tree, {
    Fragment,
    jsx,
    jsxs,
    // A style attribute would be blocked by the policy of our pages; the `align` attribute says the same.
    tableCellAlignToStyle: false,
  })
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
