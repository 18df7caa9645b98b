import { reportText } from '@/lib/rules/report'

/** A report that is being written, or was refused. It survives a reload of its tab, and no longer. */
type Of = { learner: string; item: string; hash: string }

const key = ({ learner, item, hash }: Of) => `report ${learner} ${item} ${hash}`

export function readReportDraft(of: Of): string {
  try {
    return sessionStorage.getItem(key(of)) ?? ''
  } catch {
    return ''
  }
}

/** Keeps the draft, replacing an earlier one. Where storage is blocked it does nothing. */
export function writeReportDraft(of: Of, text: string): void {
  try {
    sessionStorage.setItem(key(of), text)
  } catch {
    // Blocked or full: the words stay in the form for as long as it is open.
  }
}

/** Drops the draft that became this report; one that was changed since stays. */
export function dropReportDraft(of: Of, sent: string): void {
  try {
    if (reportText(readReportDraft(of)) === sent) sessionStorage.removeItem(key(of))
  } catch {
    // Blocked: then there is none.
  }
}
