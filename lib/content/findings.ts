/** Something an author should mend: where it is, and what to do about it. Lines and columns count from 1. */
export type Finding = {
  file: string
  line: number
  column?: number
  /** The path of the field, like `questions[2].options[0].id`; empty for the file as a whole. */
  field: string
  /** The id of the item that the field belongs to, when it has one. */
  item?: string
  message: string
  severity: 'error' | 'warning'
}

export type Path = readonly (string | number)[]

/** `['cards', 0, 'level']` as `cards[0].level`. */
export function fieldName(path: Path): string {
  return path.reduce<string>(
    (name, step) => (typeof step === 'number' ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`),
    '',
  )
}

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error')

/** By file, then from top to bottom; the same thing said twice is said once. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return [...findings]
    .sort(
      (a, b) =>
        Number(a.file > b.file) - Number(a.file < b.file) ||
        a.line - b.line ||
        (a.column ?? 0) - (b.column ?? 0),
    )
    .filter(({ file, line, field, message }) => {
      const key = `${file}\n${line}\n${field}\n${message}`
      return !seen.has(key) && seen.add(key)
    })
}

/** `content/x/y.yaml:12 cards[0].level  Write …`, as editors and terminals link it. */
export function formatFinding({ file, line, field, message, severity }: Finding): string {
  return `${file}:${line} ${field ? `${field}  ` : ''}${severity === 'warning' ? '(warning) ' : ''}${message}`
}
