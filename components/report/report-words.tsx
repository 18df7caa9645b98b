import { type ReportState, STATE_WORDS } from '@/lib/rules/report'

type Props = {
  report: { text: string; state: ReportState; answer?: string | undefined }
  /** Who made the report, as this page may say it. */
  who: string
  madeAgo: string
  answeredAgo?: string | 0 | undefined
}

/** What was reported and answered, as it was typed: never laid out. */
export function ReportWords({ report: { text, state, answer }, who, madeAgo, answeredAgo }: Props) {
  return (
    <>
      <p className="mt-1 text-ink-faint text-sm">
        {who}, {madeAgo}
      </p>
      <p dir="auto" className="mt-1 max-w-measure whitespace-pre-wrap break-words">
        {text}
      </p>
      <p className="mt-3 text-ink-soft text-sm">
        <span className="font-semibold">{STATE_WORDS[state]}</span>
        {state === 'open' ? ': not answered yet' : answeredAgo && `, answered ${answeredAgo}`}
      </p>
      {answer && (
        <p
          dir="auto"
          className="mt-1 max-w-measure whitespace-pre-wrap break-words border-accent border-s-2 ps-4"
        >
          {answer}
        </p>
      )}
    </>
  )
}
