import type { APIRequestContext, APIResponse } from '@playwright/test'
import { DECK } from './deck'

/** What a deck's page has in the form of one item: its hidden fields, the action among them. */
export type ItemForm = { name: string; value: string }[]

/** Reads the form of an item out of a deck's page, as a browser without scripts has it. */
export async function itemForm(request: APIRequestContext, itemId: string, path = DECK): Promise<ItemForm> {
  const html = await (await request.get(path)).text()
  const form = html.split('<form').find((part) => part.includes(`name="item" value="${itemId}"`))
  if (!form) throw new Error(`${path} has no form for ${itemId}.`)
  const fields = form.slice(0, form.indexOf('</form>')).matchAll(/<input type="hidden"([^>]*)>/g)
  return [...fields].map(([, attributes = '']) => ({
    name: attribute(attributes, 'name'),
    value: attribute(attributes, 'value'),
  }))
}

function attribute(attributes: string, name: string): string {
  const value = new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}

/**
 * Posts the form of an item as a browser without scripts does, with `fields` besides its own; a field that it has
 * already is replaced. Returns the page that comes back.
 */
export function postForm(
  request: APIRequestContext,
  form: ItemForm,
  fields: Record<string, string | string[]>,
  path = DECK,
): Promise<APIResponse> {
  const multipart = new FormData()
  for (const { name, value } of form) if (!(name in fields)) multipart.append(name, value)
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) multipart.append(name, each)
  return request.post(path, { multipart })
}
