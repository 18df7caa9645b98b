import { SubmitButton } from '@/components/ui/submit-button'
import { Table, TableCell, TableHead, TableRowHead } from '@/components/ui/table'
import { PRICED_DAYS, type Price } from '@/lib/rules/memory/price'
import { about, type Per, percent } from './figures'

/** The price of each retention, and a button that sets it; `set` is the one that stands. Inside a form. */
export function PriceTable({ prices, set, per }: { prices: readonly Price[]; set: number; per: Per }) {
  const met = Math.max(...prices.map((price) => price.met))
  return (
    <Table caption={`What each retention costs over the next ${PRICED_DAYS} days`}>
      <thead>
        <tr>
          <TableHead first>Retention</TableHead>
          {/* A phone shows what matters most of a row; the sentence above names the rest. */}
          <TableHead numeric className="max-sm:hidden">
            Answers
            <br />
            {per.words}
          </TableHead>
          <TableHead numeric>
            Minutes
            <br />
            {per.words}
          </TableHead>
          <TableHead numeric>
            Known of {Math.round(met)}
            <br />
            at the end
          </TableHead>
        </tr>
      </thead>
      <tbody>
        {prices.map(({ retention, answersADay, minutesADay, known }) => (
          <tr key={retention} className={retention === set ? 'font-semibold' : undefined}>
            <TableRowHead className="font-normal">
              {/* It stays a button where it stands already: the focus would be lost with it. */}
              <SubmitButton
                variant={retention === set ? 'primary' : 'quiet'}
                name="retention"
                value={Math.round(retention * 100)}
                aria-pressed={retention === set}
                className="min-w-20 tabular-nums"
              >
                <span className="sr-only">Set </span>
                {percent(retention)}
              </SubmitButton>
            </TableRowHead>
            <TableCell numeric className="pt-4 max-sm:hidden">
              {about(per.days * answersADay)}
            </TableCell>
            <TableCell numeric className="pt-4">
              {about(per.days * minutesADay)}
            </TableCell>
            <TableCell numeric className="pt-4">
              {Math.round(known)}
            </TableCell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
