import { describe, expect, it } from 'vitest'
import { returnPath } from './return-path'

describe('the way back after signing in', () => {
  it.each([
    '/decks',
    '/decks/what-is-mlops#drift',
    '/classes/1?sort=name&q=a%20b',
    '/search?q=a%2F%2Fb',
    '/é',
  ])('follows our own path %s', (path) => expect(decodeURI(returnPath(path))).toBe(decodeURI(path)))

  it.each([
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/%09/evil.example',
    '/%2f/evil.example',
    '/%2F%2Fevil.example',
    '/%5Cevil.example',
    '/./%2fevil.example/..//x',
    '/..//evil.example',
    '/%E0%A4%A',
    'javascript:alert(1)',
    'decks',
    '',
    undefined,
    ['/decks'],
    `/${'a'.repeat(3000)}`,
    '/sign-in?next=/sign-in',
    '/api/auth/signout',
  ])('does not follow %j', (path) => expect(returnPath(path, '/here')).toBe('/here'))

  it('takes a page whose name merely begins like ours', () =>
    expect(returnPath('/sign-installed')).toBe('/sign-installed'))
})
