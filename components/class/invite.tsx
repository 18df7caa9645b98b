import { CopyButton } from '@/components/ui/copy-button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { showCode } from '@/lib/rules/class/code'

/** How learners get in: a link to send, and a code to write on the board. */
export function Invite({ code, link }: { code: string; link: string }) {
  return (
    <div className="grid gap-5">
      <Field label="Link to send">
        {(control) => (
          <div className="flex flex-wrap items-center gap-3">
            <div className="min-w-0 max-w-[30rem] flex-[1_1_16rem]">
              <Input readOnly value={link} {...control} />
            </div>
            <CopyButton text={link} label="Copy link" />
          </div>
        )}
      </Field>
      <div>
        <p className="font-semibold">Code to show or read out</p>
        <div className="mt-1 flex flex-wrap items-center gap-x-5 gap-y-2">
          <p className="font-mono text-2xl tracking-[0.06em]">{showCode(code)}</p>
          <CopyButton text={code} label="Copy code" />
        </div>
        <p className="mt-1 text-ink-soft text-sm">
          Learners type it on the page Classes. Capitals and blanks do not matter.
        </p>
      </div>
    </div>
  )
}
