import type { Options } from 'rehype-sanitize'

/** MathML as KaTeX writes it, presentation only. */
const MATH = [
  ...['math', 'semantics', 'annotation', 'mrow', 'mi', 'mn', 'mo', 'ms', 'mtext', 'mspace', 'mfrac', 'msqrt'],
  ...['mroot', 'mstyle', 'mpadded', 'mphantom', 'menclose', 'msub', 'msup', 'msubsup', 'munder', 'mover'],
  ...['munderover', 'mmultiscripts', 'mprescripts', 'none', 'mtable', 'mtr', 'mtd', 'merror'],
]

const MATH_ATTRIBUTES = [
  ...['accent', 'accentunder', 'columnalign', 'columnlines', 'columnspacing', 'columnspan', 'depth'],
  ...[
    'display',
    'displaystyle',
    'encoding',
    'fence',
    'form',
    'height',
    'largeop',
    'linebreak',
    'linethickness',
  ],
  ...['lspace', 'mathsize', 'mathvariant', 'maxsize', 'minsize', 'movablelimits', 'notation', 'rowlines'],
  ...[
    'rowspacing',
    'rspace',
    'scriptlevel',
    'separator',
    'stretchy',
    'symmetric',
    'voffset',
    'width',
    'xmlns',
  ],
]

/**
 * All that an item's text may become. There is no `style`, no `id`, no image and no handler in it: the page's policy
 * forbids the first, the second could take an anchor of the page, pictures come by the item's own list.
 */
export const sanitizeSchema: Options = {
  tagNames: [
    ...['p', 'br', 'hr', 'strong', 'em', 'del', 'sub', 'sup', 'blockquote', 'ul', 'ol', 'li', 'a'],
    ...['code', 'pre', 'span', 'div', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...MATH,
  ],
  attributes: {
    a: ['href', ['rel', 'noopener']],
    code: [
      ['className', /^language-[\w+#-]{1,20}$/],
      ['dir', 'ltr'],
      ['translate', 'no'],
    ],
    pre: [['dir', 'ltr'], ['translate', 'no'], 'tabIndex'],
    ol: ['start'],
    th: [['align', 'left', 'center', 'right']],
    td: [['align', 'left', 'center', 'right']],
    span: [['className', /^code-[a-z]+$/, 'katex', 'katex-error']],
    div: [['className', 'scroll', 'formula'], 'tabIndex'],
    ...Object.fromEntries(MATH.map((tag) => [tag, MATH_ATTRIBUTES])),
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
  ancestors: {
    ...Object.fromEntries(MATH.filter((tag) => tag !== 'math').map((tag) => [tag, ['math']])),
    ...Object.fromEntries(['thead', 'tbody', 'tr', 'th', 'td'].map((tag) => [tag, ['table']])),
    li: ['ol', 'ul'],
  },
  allowComments: false,
  allowDoctypes: false,
}
