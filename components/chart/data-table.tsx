import type { ReactNode } from 'react'
import { Table, TableCell, TableHead, TableRowHead } from '@/components/ui/table'

/** The figures behind a picture, folded away: the first column names its row, the others are numbers. */
export function DataTable({
  caption,
  head,
  rows,
}: {
  caption: string
  head: readonly string[]
  rows: readonly (readonly ReactNode[])[]
}) {
  return (
    <details className="group mt-3">
      <summary className="inline-flex min-h-11 items-center text-accent text-sm underline decoration-1 underline-offset-[0.2em] hover:text-accent-deep print:hidden">
        <span className="group-open:hidden">Show the figures</span>
        <span className="hidden group-open:inline">Hide the figures</span>
        <span className="sr-only">: {caption}</span>
      </summary>
      <Table caption={caption} className="mt-1 text-sm">
        <thead>
          <tr>
            {head.map((name, place) => (
              <TableHead key={name} first={place === 0} numeric={place > 0}>
                {name}
              </TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...figures], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their order.
            <tr key={row}>
              <TableRowHead className="font-normal">{name}</TableRowHead>
              {figures.map((figure, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep theirs.
                <TableCell key={place} numeric>
                  {figure}
                </TableCell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  )
}
