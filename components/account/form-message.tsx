import { Message } from '@/components/ui/message'
import type { FormResult } from './use-action-form'

/**
 * What came of a form as a whole. A fault that is said beside its only field is not said twice to the eye, but the
 * live region says it.
 */
export function FormMessage({ result }: { result: FormResult }) {
  const refused = result && !result.ok ? result : undefined
  const marked = Object.keys(refused?.fields ?? {}).length
  return (
    <>
      <div className={marked === 1 ? 'sr-only' : 'empty:hidden'}>
        <Message kind="wrong">{refused?.message}</Message>
      </div>
      <Message kind="right">{result?.ok ? result.message : undefined}</Message>
    </>
  )
}
