import { stringify } from 'csv-stringify/sync'
import type { Cell } from '@/lib/rules/class/csv-rows'

/**
 * Rows as CSV that a spreadsheet opens as it is: lines end as RFC 4180 says, and a text that a spreadsheet would run
 * as a formula gets an apostrophe in front, which it reads as "this is text". Numbers stay numbers.
 */
export function csvRows(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell))),
    // Every text is quoted: a line end inside one is part of it, whichever sign it is.
    { record_delimiter: 'windows', quoted_string: true },
  )
}

/** How a spreadsheet recognises UTF-8. Once, at the start of a file. */
const BYTE_ORDER_MARK = '\uFEFF'

/** What begins a formula in Excel, Calc or Sheets, in full width too; white space in front does not make it safe. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** A CSV file to download, sent part by part as it is read. */
export function csvResponse(name: string, parts: AsyncIterable<string>): Response {
  const encoder = new TextEncoder()
  const iterator = parts[Symbol.asyncIterator]()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(BYTE_ORDER_MARK)),
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await iterator.return?.()),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName(name)}.csv"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** A name that every file system takes. */
const fileName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase() || 'class'
