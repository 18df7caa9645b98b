import { Message } from '@/components/ui/message'
import type { FormResult } from './use-action-form'

/**
 * What came of a form as a whole. A fault that is said beside its only field is not said twice to the eye, but the
 * live region says it.
 */
export function FormMessage({ result }: { result: FormResult }) {
  const refused = result && !result.ok ? result : undefined
  const isBeside = Object.keys(refused?.fields ?? {}).length === 1
  return (
    <>
      <div className={isBeside ? 'sr-only' : 'has-[>*>*]:mb-5'}>
        <Message kind="wrong">{refused?.message}</Message>
      </div>
      <div className="has-[>*>*]:mb-5">
        <Message kind="right">{result?.ok ? result.message : undefined}</Message>
      </div>
    </>
  )
}
