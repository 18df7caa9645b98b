import type { DeckSource } from '@/lib/rules/item'

/** At the foot of a deck: what its facts were checked against, and under which terms it may be used. */
export function DeckOrigin({
  licence,
  sources,
  tongue,
}: {
  licence?: string | undefined
  sources: readonly DeckSource[]
  tongue: { lang: string; dir: 'ltr' | 'rtl' }
}) {
  if (!licence && sources.length === 0) return null
  return (
    <section aria-labelledby="_origin" className="mt-8 border-rule border-t pt-5 text-ink-soft text-sm">
      <h2 id="_origin" className="font-semibold">
        {sources.length > 0 ? 'Sources' : 'Licence'}
      </h2>
      {sources.length > 0 && (
        <ol className="mt-2 grid max-w-measure list-decimal gap-1 ps-5">
          {sources.map(({ title, url }) => (
            <li key={`${title} ${url}`} className="break-words">
              <bdi lang={tongue.lang}>
                {url ? (
                  <a href={url} rel="noopener noreferrer" className="link">
                    {title}
                  </a>
                ) : (
                  title
                )}
              </bdi>
            </li>
          ))}
        </ol>
      )}
      {licence && (
        <p className="mt-2">
          {sources.length > 0 && 'Licence: '}
          {licence}
        </p>
      )}
    </section>
  )
}
