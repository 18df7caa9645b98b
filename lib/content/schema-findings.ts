import { z } from 'zod'
import type { Path } from './findings'
import { nearest, suggestion } from './nearest'

/** `key` is set when the complaint is about a key that should not be there. */
export type Complaint = { path: Path; key?: string; message: string; severity?: 'warning' }

type Shape = {
  properties?: Record<string, Shape>
  items?: Shape
  description?: string
}

function shapeAt(shape: Shape, path: Path): Shape | undefined {
  return path.reduce<Shape | undefined>(
    (at, step) => (typeof step === 'number' ? at?.items : at?.properties?.[step]),
    shape,
  )
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) => (at as Record<string | number, unknown> | undefined)?.[step],
    value,
  )
}

/** What a schema has against a value, each as a sentence that says what to do. */
export function complaintsBy(schema: z.ZodType): (value: unknown) => Complaint[] {
  const shape = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', reused: 'inline' }) as Shape
  return (value) => {
    const { error } = schema.safeParse(value)
    return (error?.issues ?? []).flatMap((issue): Complaint[] => {
      const path = issue.path as Path
      if (issue.code === 'unrecognized_keys') {
        const known = Object.keys(shapeAt(shape, path)?.properties ?? {})
        return issue.keys.map((key) => ({
          path,
          key,
          message: `"${key}" is no field here.${suggestion(key, known, 'Fields here')}`,
        }))
      }
      const described = shapeAt(shape, path)?.description
      return [{ path, message: sentence(issue, path, valueAt(value, path), described) }]
    })
  }
}

function sentence(
  issue: z.core.$ZodIssue,
  path: Path,
  value: unknown,
  described: string | undefined,
): string {
  const field = String(path.at(-1) ?? 'The file')
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined || value === null
        ? missing(field, described)
        : wrongType(issue.expected, value)
    case 'invalid_value': {
      if (value === undefined || value === null) return missing(field, described)
      const known = issue.values.map(String)
      const near = nearest(String(value), known)
      return `"${String(value)}" is not known here.${near ? ` Did you mean "${near}"?` : ''} Write one of: ${known.join(', ')}.`
    }
    case 'too_big': {
      const size = Array.isArray(value) ? `${value.length} entries` : `${String(value).length} characters`
      return `${size} are too many: ${issue.maximum} fit. Shorten it or split it up.`
    }
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? `${capital(issue.message)}.`
        : `${String(value)} is too small. Write ${issue.minimum} or more.`
    case 'invalid_format':
      return `"${String(value)}" does not do: ${issue.message}.`
    default:
      return `${capital(issue.message)}.`
  }
}

function missing(field: string, described: string | undefined): string {
  return `"${field}" is missing or empty. Add it${described ? `: ${small(described)}` : '.'}`
}

function wrongType(expected: string, value: unknown): string {
  const want: Record<string, string> = {
    string: 'text; put it in quotes',
    boolean: 'true or false, without quotes',
    number: 'a number, without quotes',
    int: 'a whole number, without quotes',
    array: 'a list: one line per entry, each after "- "',
    object: 'fields: lines like "name: value"',
  }
  const is = Array.isArray(value)
    ? 'a list'
    : typeof value === 'object'
      ? 'a group of fields'
      : JSON.stringify(value)
  return `This is ${is}. Write ${want[expected] ?? expected}.`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const small = (text: string): string =>
  `${text.charAt(0).toLowerCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`
