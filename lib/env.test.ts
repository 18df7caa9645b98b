import { readFileSync } from 'node:fs'
import { parseEnv as parseDotenv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { ENV_NAMES, EnvironmentError, parseEnv } from './env'

function refusal(source: Record<string, string>): string {
  try {
    parseEnv(source)
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message
    throw error
  }
  return 'accepted'
}

describe('the environment', () => {
  const example = parseDotenv(readFileSync('.env.example', 'utf8')) as Record<string, string>

  it('is explained in .env.example, every variable and no other', () => {
    expect(Object.keys(example).sort()).toEqual([...ENV_NAMES].sort())
  })

  it('has the defaults that .env.example shows', () => {
    expect(parseEnv(example)).toEqual(parseEnv({}))
  })

  it('needs nothing', () => {
    expect(parseEnv({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATABASE_URL: 'data/recall.db',
      APP_URL: 'http://localhost:3000',
      TRUSTED_PROXIES: [],
    })
  })

  it('takes an empty value for an absent one', () => {
    expect(parseEnv({ PORT: '', AUTH_SECRET: ' ', SMTP_URL: '' })).toEqual(parseEnv({}))
  })

  it('links to the port it serves unless told an address, and drops the slash at its end', () => {
    expect(parseEnv({ PORT: '8080' }).APP_URL).toBe('http://localhost:8080')
    expect(parseEnv({ APP_URL: 'https://learn.example.org/' }).APP_URL).toBe('https://learn.example.org')
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'postgres://localhost/recall'],
    ['AUTH_SECRET', 'short'],
    ['APP_URL', 'learn.acme.test'],
    ['APP_URL', 'https://learn.acme.test/app'],
    ['TRUSTED_PROXIES', '10.0.0.0/8, everybody'],
    ['SMTP_URL', 'https://mail.example.org'],
    ['MAIL_FROM', 'nobody'],
    ['AUTH_OIDC_ISSUER', 'id.acme.test'],
  ])('refuses a wrong %s (%s) by its name and never repeats it', (name, value) => {
    const message = refusal({ [name]: value })
    expect(message).toMatch(new RegExp(`^${name} should be `, 'm'))
    expect(message).not.toContain(value)
  })

  it('names all wrong variables at once', () => {
    const message = refusal({ PORT: 'x', APP_URL: 'y', AUTH_GITHUB_ID: 'abc' })
    expect(message.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'PORT',
      'APP_URL',
      'AUTH_GITHUB_SECRET',
    ])
  })

  it('wants a sender as soon as there is a mail server', () => {
    expect(refusal({ SMTP_URL: 'smtp://localhost:2525' })).toMatch(/^MAIL_FROM is needed/)
    expect(
      refusal({ SMTP_URL: 'smtp://localhost:2525', MAIL_FROM: 'Recall & Review <learn@example.org>' }),
    ).toBe('accepted')
  })

  it('reads proxies as a list', () => {
    expect(parseEnv({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8 fd00::/8' }).TRUSTED_PROXIES).toEqual([
      '127.0.0.1',
      '10.0.0.0/8',
      'fd00::/8',
    ])
  })
})
