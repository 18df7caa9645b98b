import { createCssVariablesTheme, createHighlighterCoreSync, type LanguageRegistration } from '@shikijs/core'
import { createJavaScriptRegexEngine } from '@shikijs/engine-javascript'
import type { ElementContent } from 'hast'

/** Grammars that are loaded when a deck first uses them. Any other language is shown without colours. */
const LANGUAGES: Record<string, () => Promise<{ default: LanguageRegistration[] }>> = {
  bash: () => import('@shikijs/langs/bash'),
  c: () => import('@shikijs/langs/c'),
  cpp: () => import('@shikijs/langs/cpp'),
  csharp: () => import('@shikijs/langs/csharp'),
  css: () => import('@shikijs/langs/css'),
  diff: () => import('@shikijs/langs/diff'),
  dockerfile: () => import('@shikijs/langs/dockerfile'),
  go: () => import('@shikijs/langs/go'),
  haskell: () => import('@shikijs/langs/haskell'),
  html: () => import('@shikijs/langs/html'),
  ini: () => import('@shikijs/langs/ini'),
  java: () => import('@shikijs/langs/java'),
  javascript: () => import('@shikijs/langs/javascript'),
  json: () => import('@shikijs/langs/json'),
  julia: () => import('@shikijs/langs/julia'),
  kotlin: () => import('@shikijs/langs/kotlin'),
  php: () => import('@shikijs/langs/php'),
  python: () => import('@shikijs/langs/python'),
  r: () => import('@shikijs/langs/r'),
  ruby: () => import('@shikijs/langs/ruby'),
  rust: () => import('@shikijs/langs/rust'),
  sql: () => import('@shikijs/langs/sql'),
  swift: () => import('@shikijs/langs/swift'),
  toml: () => import('@shikijs/langs/toml'),
  typescript: () => import('@shikijs/langs/typescript'),
  yaml: () => import('@shikijs/langs/yaml'),
}

const ALIASES: Record<string, string> = {
  docker: 'dockerfile',
  js: 'javascript',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  shell: 'bash',
  ts: 'typescript',
  yml: 'yaml',
}

const theme = createCssVariablesTheme({ name: 'classes', variablePrefix: '--' })

/** The theme's variables as our classes, which app/prose.css colours; whatever is absent keeps the colour of text. */
const CLASSES: Record<string, string> = {
  'var(--token-comment)': 'code-comment',
  'var(--token-constant)': 'code-constant',
  'var(--token-deleted)': 'code-deleted',
  'var(--token-function)': 'code-function',
  'var(--token-inserted)': 'code-inserted',
  'var(--token-keyword)': 'code-keyword',
  'var(--token-string)': 'code-string',
  'var(--token-string-expression)': 'code-string',
}

// The JavaScript engine needs no WebAssembly, which a strict content security policy would have to allow.
const highlighter = createHighlighterCoreSync({
  themes: [theme],
  langs: [],
  engine: createJavaScriptRegexEngine({ forgiving: true }),
})

/**
 * Code as text and spans whose classes say what each token is (`code-keyword` and its like):
 * classes, because the policy of our pages forbids style attributes. Undefined for a language without a grammar.
 */
export async function highlight(code: string, language: string): Promise<ElementContent[] | undefined> {
  const name = ALIASES[language] ?? language
  const load = Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name] : undefined
  if (!load) return undefined
  if (!highlighter.getLoadedLanguages().includes(name)) await highlighter.loadLanguage((await load()).default)
  const { tokens: lines } = highlighter.codeToTokens(code, {
    lang: name,
    theme: 'classes',
    // Characters: a line made to trap a grammar stays plain. There is no limit of time: on a busy machine it would
    // colour the same code differently from one build to the next.
    tokenizeTimeLimit: 0,
    tokenizeMaxLineLength: 500,
  })
  return lines.flatMap((tokens, at) => [
    ...(at > 0 ? [text('\n')] : []),
    ...tokens.map(({ content, color }) => {
      const className = CLASSES[color ?? '']
      return className ? span(className, content) : text(content)
    }),
  ])
}

const text = (value: string): ElementContent => ({ type: 'text', value })
const span = (className: string, value: string): ElementContent => ({
  type: 'element',
  tagName: 'span',
  properties: { className: [className] },
  children: [text(value)],
})
