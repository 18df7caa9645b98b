type Notice = { kind: 'info' | 'wrong' | 'right'; text: string }

const REASONS: Record<string, Notice> = {
  reset: {
    kind: 'right',
    text: 'Your new password is set, and you are signed out everywhere. Sign in with it.',
  },
  erased: { kind: 'info', text: 'Your account and everything that was kept about you are gone.' },
}

/** What brought somebody to this page, from its address, in a sentence; nothing for a reason that is not known. */
export function notice(search: Record<string, string | string[] | undefined>): Notice | undefined {
  const reason = search.because
  return typeof reason === 'string' && Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined
}
