type Notice = { kind: 'info' | 'wrong' | 'right'; text: string }

const REASONS: Record<string, Notice> = {
  reset: {
    kind: 'right',
    text: 'Your new password is set, and you are signed out everywhere. Sign in with it.',
  },
  verified: { kind: 'right', text: 'Your address is verified. Sign in, and everything is as before.' },
  erased: { kind: 'info', text: 'Your account and everything that was kept about you are gone.' },
  'signed-out': { kind: 'info', text: 'You are not signed in any more. Sign in, then try again.' },
  closed: { kind: 'wrong', text: 'This account was closed by whoever runs this copy. Ask them.' },
  'known-email': {
    kind: 'wrong',
    text: 'Your email address already has an account here. Sign in to it, then add the other service under Account.',
  },
  unclear: {
    kind: 'wrong',
    text: 'The other service did not say who you are, or it took too long. Try again.',
  },
}

/** What brought somebody to this page, from its address, in a sentence; nothing for a reason that is not known. */
export function notice(search: Record<string, string | string[] | undefined>): Notice | undefined {
  // next-auth says `error` when the other service refused or its answer could not be checked.
  const reason = search.because ?? (search.error && 'unclear')
  return typeof reason === 'string' && Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined
}
