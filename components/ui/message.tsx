import type { ReactNode } from 'react'
import { type Meaning, meaningInk, Sign } from './sign'

const looks: Record<Meaning, string> = {
  right: 'bg-right-wash',
  wrong: 'bg-wrong-wash',
  due: 'bg-due-wash',
  info: 'bg-info-wash',
}

/**
 * A message with its sign and its word, never by colour alone. Leave it in the page without children until there is
 * something to say: the live region must stand before its words come.
 */
export function Message({ kind, word, children }: { kind: Meaning; word?: string; children?: ReactNode }) {
  const said = children !== undefined && children !== null && children !== false && children !== ''
  return (
    <div role={kind === 'wrong' ? 'alert' : 'status'}>
      {said && (
        <div className={`flex items-start gap-2.5 rounded-md px-4 py-3 ${looks[kind]}`}>
          <Sign kind={kind} className={`mt-[0.35em] ${meaningInk[kind]}`} />
          <div className="min-w-0">
            {word && <strong className={`me-2 font-semibold ${meaningInk[kind]}`}>{word}</strong>}
            {children}
          </div>
        </div>
      )}
    </div>
  )
}
