import { expect, it } from 'vitest'
import { fromOwnPage } from './own-page'

const OURS = 'https://learn.example.org'
const asked = (more: Record<string, string | undefined>) => {
  const headers = { 'content-type': 'application/json', host: 'learn.example.org', origin: OURS, ...more }
  return fromOwnPage(
    new Headers(Object.entries(headers).filter((entry): entry is [string, string] => !!entry[1])),
    OURS,
  )
}

it.each([
  ['a page of ours', {}],
  ['a page of ours, its letters named', { 'content-type': 'Application/JSON; charset=utf-8' }],
  ['a page of ours behind a proxy that has a name of its own', { host: 'app:3000' }],
  ['a page of ours under another name', { host: 'localhost:3000', origin: 'http://localhost:3000' }],
])('takes what comes from %s', (_, headers) => expect(asked(headers)).toBe(true))

it.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a site whose name begins like ours', { origin: 'https://learn.example.org.evil.example' }],
  ['another port', { origin: 'https://learn.example.org:8443' }],
  ['nowhere', { origin: undefined }],
  ['a sandboxed frame', { origin: 'null' }],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['a form that looks like text', { 'content-type': 'text/plain' }],
  ['a form that names its type only further on', { 'content-type': 'text/plain; application/json' }],
  ['something without a type', { 'content-type': undefined }],
])('refuses what comes from %s', (_, headers) => expect(asked(headers)).toBe(false))
