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
    ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'open sesame'],
    ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'c2hvcnQ='],
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

  describe('on Vercel', () => {
    const secret = 'x'.repeat(40)
    const production = {
      VERCEL: '1',
      VERCEL_ENV: 'production',
      VERCEL_URL: 'recall-abc.vercel.app',
      VERCEL_PROJECT_PRODUCTION_URL: 'learn.example.org',
      AUTH_SECRET: secret,
      DATABASE_URL: 'libsql://recall.turso.io',
      DATABASE_AUTH_TOKEN: 'production',
    }
    const preview = { ...production, VERCEL_ENV: 'preview' }

    it('is the database of production, at the address of production', () => {
      expect(parseEnv(production)).toMatchObject({
        DATABASE_URL: 'libsql://recall.turso.io',
        APP_URL: 'https://learn.example.org',
      })
    })

    it('gives a preview its own database and address, never production’s', () => {
      const own = { PREVIEW_DATABASE_URL: 'libsql://trial.turso.io', PREVIEW_DATABASE_AUTH_TOKEN: 'trial' }
      expect(parseEnv({ ...preview, ...own })).toMatchObject({
        DATABASE_URL: 'libsql://trial.turso.io',
        DATABASE_AUTH_TOKEN: 'trial',
        APP_URL: 'https://recall-abc.vercel.app',
      })
      expect(refusal(preview)).toMatch(/^PREVIEW_DATABASE_URL should be /m)
      expect(refusal({ ...preview, PREVIEW_DATABASE_URL: preview.DATABASE_URL })).toMatch(
        /^PREVIEW_DATABASE_URL should be another database/m,
      )
    })

    it('lets the build prerender from a file', () => {
      const prerendering = { ...preview, NEXT_PHASE: 'phase-production-build', DATABASE_URL: '/tmp/build.db' }
      expect(parseEnv(prerendering).DATABASE_URL).toBe('/tmp/build.db')
    })
  })
})
