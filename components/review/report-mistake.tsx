'use client'

import { useEffect, useState } from 'react'
import type { ReviewItem } from '@/lib/rules/review/wire'

type Dialog = typeof import('./report-dialog').ReportDialog

let fetched: Dialog | undefined

/** Fetches the form in which a mistake is reported; nothing when it cannot be had now. */
export const fetchReportDialog = (): Promise<Dialog | undefined> =>
  import('./report-dialog').then(
    ({ ReportDialog }) => {
      fetched = ReportDialog
      return ReportDialog
    },
    () => undefined,
  )

type Props = {
  learner: string
  item: ReviewItem
  send: (text: string) => void
  /** Called when the form cannot be had. */
  missing: () => void
  close: () => void
}

/** Reporting a mistake without leaving the session. The form's code is fetched when it is asked for, at the latest. */
export function ReportMistake({ learner, item, send, missing, close }: Props) {
  const [Form, setForm] = useState<{ is: Dialog } | undefined>(fetched && { is: fetched })

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, whoever listens by then.
  useEffect(() => {
    if (Form) return
    void fetchReportDialog().then((is) => {
      if (is) return setForm({ is })
      missing()
      close()
    })
  }, [])

  return Form && <Form.is of={{ learner, item: item.id, hash: item.hash }} send={send} close={close} />
}
