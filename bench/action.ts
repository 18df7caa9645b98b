import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The id under which a build knows a server action. */
export async function actionId(build: string, name: string): Promise<string> {
  const manifest = JSON.parse(
    await readFile(join(build, 'server', 'server-reference-manifest.json'), 'utf8'),
  ) as { node: Record<string, { exportedName?: string }> }
  const id = Object.keys(manifest.node).find((key) => manifest.node[key]?.exportedName === name)
  if (!id) throw new Error(`The build in ${build} has no action named ${name}.`)
  return id
}

const BOUNDARY = '----measured'

/** A call of `action(undefined, form)` as React sends it from the browser, with a session's cookie. */
export function actionCall(action: string, fields: Record<string, string>, cookie: string) {
  // The order counts: the list of arguments comes last and points at the form's fields, which must be there by then.
  const named = Object.entries(fields).map(([name, value]) => [`_1_${name}`, value])
  const body = [...named, ['0', '["$undefined","$K1"]']]
    .map(
      ([name, value]) =>
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join('')
  return {
    method: 'POST',
    headers: {
      accept: 'text/x-component',
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'next-action': action,
      cookie,
    },
    body: Buffer.from(`${body}--${BOUNDARY}--\r\n`),
  }
}
