import Link from 'next/link'

/** One page back, one page on, and where one is. `href` makes the address of a page, counted from 1. */
export function Pagination({
  page,
  pages,
  href,
}: {
  page: number
  pages: number
  href: (page: number) => string
}) {
  if (pages <= 1) return null
  return (
    <nav aria-label="Pages" className="flex items-center gap-4 tabular-nums">
      {page > 1 && (
        <Link rel="prev" href={href(page - 1)} className="link inline-flex min-h-11 items-center">
          Previous
        </Link>
      )}
      <span className="text-ink-soft">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <Link rel="next" href={href(page + 1)} className="link inline-flex min-h-11 items-center">
          Next
        </Link>
      )}
    </nav>
  )
}
