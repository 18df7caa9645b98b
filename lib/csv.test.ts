import { describe, expect, it } from 'vitest'
import { csvResponse, csvRows } from './csv'

describe('a CSV file', () => {
  it('ends its lines as spreadsheets expect and quotes what needs it', () =>
    expect(
      csvRows([
        ['a', 1, undefined],
        ['b, "c"', 0.5, 'line\nline'],
      ]),
    ).toBe('"a",1,\r\n"b, ""c""",0.5,"line\nline"\r\n'))

  it.each([
    '=HYPERLINK("http://x")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    '\u200b=1',
    '＝1',
    '＋1',
  ])('cannot run %j', (text) =>
    expect(
      csvRows([[text]])
        .replaceAll('"', '')
        .startsWith("'"),
    ).toBe(true),
  )

  it('leaves numbers and harmless text as they are', () =>
    expect(csvRows([[-1, 'a=b', '3 - 2', 'ada@example.org', '2026-12-03']])).toBe(
      '-1,"a=b","3 - 2","ada@example.org","2026-12-03"\r\n',
    ))

  it('is sent part by part behind its byte order mark, under a tame name', async () => {
    async function* parts() {
      yield csvRows([['Ä']])
      yield csvRows([['b']])
    }
    const response = csvResponse('Kurs "Ä"/../\r\nX: y', parts())
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="kurs-a-x-y.csv"')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes.subarray(3))).toBe('"Ä"\r\n"b"\r\n')
  })

  it('stops reading when the download is broken off', async () => {
    let ended = false
    async function* parts() {
      try {
        for (;;) yield 'a\r\n'
      } finally {
        ended = true
      }
    }
    const reader = csvResponse('x', parts()).body?.getReader()
    await reader?.read()
    await reader?.read()
    await reader?.cancel()
    expect(ended).toBe(true)
  })
})
