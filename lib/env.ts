import ipaddr from 'ipaddr.js'
import { z } from 'zod'

/**
 * Everything the application takes from its surroundings. `.env.example` explains each variable to the operator and
 * shows its default; a test holds the two lists together.
 */
const whole = (should: string) => z.string({ error: should })
const optional = (should: string, test: (value: string) => boolean = () => true) =>
  whole(should).refine(test, should).optional()

const port = 'a whole number from 1 to 65535'
const database = 'a file path, or a file:, libsql:, https: or http: address'
const secret = 'a random text of at least 32 characters (openssl rand -base64 33)'
const actionsKey = '16, 24 or 32 random bytes in base64 (openssl rand -base64 32)'
const appUrl = 'the address people type, such as https://learn.example.org, without a path'
const proxies = 'addresses or ranges separated by commas, such as 127.0.0.1,10.0.0.0/8'
const smtp = 'a mail server as smtp://user:password@host:587 or smtps://…'
const sender = 'an address such as "Recall & Review <learn@example.org>"'
const log = 'json (a line for every request) or off'
const issuer = 'the address of an OpenID Connect issuer, such as https://id.example.org'

const schema = z.object({
  PORT: z.coerce.number({ error: port }).int(port).min(1, port).max(65535, port).default(3000),
  HOST: whole('a host name or address to listen on').default('127.0.0.1'),
  DATABASE_URL: whole(database).refine(isDatabase, database).default('data/recall.db'),
  DATABASE_AUTH_TOKEN: optional('the token of the libSQL database at DATABASE_URL'),
  PREVIEW_DATABASE_URL: optional(database, isDatabase),
  PREVIEW_DATABASE_AUTH_TOKEN: optional('the token of the libSQL database at PREVIEW_DATABASE_URL'),
  CONTENT_DIR: whole('a folder of deck files').default('content'),
  AUTH_SECRET: optional(secret, (value) => value.length >= 32),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: optional(actionsKey, isAesKey),
  APP_URL: optional(appUrl, isOrigin),
  TRUSTED_PROXIES: whole(proxies)
    .default('')
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .refine((list) => list.every(isAddressOrRange), proxies),
  SMTP_URL: optional(smtp, (value) => hasProtocol(value, ['smtp:', 'smtps:'])),
  MAIL_FROM: optional(sender, (value) => /^[^<>@\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(value)),
  AUTH_GITHUB_ID: optional('the client id of a GitHub OAuth app'),
  AUTH_GITHUB_SECRET: optional('the client secret of a GitHub OAuth app'),
  AUTH_GOOGLE_ID: optional('the client id of a Google OAuth app'),
  AUTH_GOOGLE_SECRET: optional('the client secret of a Google OAuth app'),
  AUTH_OIDC_ISSUER: optional(issuer, (value) => hasProtocol(value, ['https:', 'http:'])),
  AUTH_OIDC_ID: optional('the client id at AUTH_OIDC_ISSUER'),
  AUTH_OIDC_SECRET: optional('the client secret at AUTH_OIDC_ISSUER'),
  AUTH_OIDC_NAME: whole('what the sign-in button says').default('Single sign-on'),
  LOG: z.enum(['json', 'off'], { error: log }).optional(),
  OPERATOR_NAME: optional('who runs this copy'),
  OPERATOR_CONTACT: optional('how to reach whoever runs this copy'),
  CHROMIUM_PATH: optional('the path of a Chrome or Chromium for the journeys of npm test'),
})

/** Variables that mean something only together. */
const COMPANIONS = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['AUTH_GITHUB_ID', 'AUTH_GITHUB_SECRET'],
  ['AUTH_GOOGLE_ID', 'AUTH_GOOGLE_SECRET'],
  ['AUTH_OIDC_ISSUER', 'AUTH_OIDC_ID', 'AUTH_OIDC_SECRET'],
] as const

export type Env = Omit<z.output<typeof schema>, 'APP_URL'> & { APP_URL: string }
export const ENV_NAMES = Object.keys(schema.shape) as (keyof Env)[]

/** Says, one line per variable, which ones are wrong and what each should be. It never repeats a value. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

type Source = Record<string, string | undefined>

/**
 * Checks `source`; an empty value counts as absent. APP_URL falls back to the address that Vercel tells, elsewhere to
 * localhost on PORT, and has no slash at its end. A preview on Vercel gets its own database as DATABASE_URL, never the
 * one that production is set to. Throws one EnvironmentError that names all wrong variables.
 */
export function parseEnv(given: Source): Env {
  const source = isPreview(given) ? previewed(given) : given
  const present = Object.fromEntries(
    ENV_NAMES.map((name) => [name, source[name]?.trim() || undefined] as const),
  )
  const parsed = schema.safeParse(present)
  const wrong = new Map<string, string>()
  for (const issue of parsed.error?.issues ?? [])
    wrong.set(String(issue.path[0]), `should be ${issue.message}`)
  for (const group of COMPANIONS) {
    const set = group.filter((name) => present[name])
    for (const name of group)
      if (set.length && !present[name]) wrong.set(name, `is needed because ${set.join(' and ')} is set`)
  }
  if (parsed.success) for (const [name, what] of unfitting(parsed.data, given)) wrong.set(name, what)
  if (!parsed.success || wrong.size)
    throw new EnvironmentError([...wrong].map(([name, what]) => `${name} ${what}.`).join('\n'))
  const { APP_URL = vercelUrl(source) ?? `http://localhost:${parsed.data.PORT}`, ...rest } = parsed.data
  return { ...rest, APP_URL: APP_URL.replace(/\/$/, '') }
}

/** Not while Next prerenders: that is on the build's own machine, from a throw-away file. */
const isServerless = ({ NEXT_PHASE, VERCEL, AWS_LAMBDA_FUNCTION_NAME }: Source) =>
  NEXT_PHASE !== 'phase-production-build' && Boolean(VERCEL || AWS_LAMBDA_FUNCTION_NAME)

const isPreview = (source: Source) =>
  isServerless(source) && Boolean(source.VERCEL) && source.VERCEL_ENV !== 'production'

/** A variable set for all of a project's environments must not lead a preview to production's database. */
const previewed = (source: Source): Source => ({
  ...source,
  DATABASE_URL: source.PREVIEW_DATABASE_URL,
  DATABASE_AUTH_TOKEN: source.PREVIEW_DATABASE_AUTH_TOKEN,
})

function vercelUrl(source: Source): string | undefined {
  if (!source.VERCEL) return
  const preview = source.VERCEL_BRANCH_URL || source.VERCEL_URL
  const host = isPreview(source) ? preview : source.VERCEL_PROJECT_PRODUCTION_URL
  return host && `https://${host}`
}

/** What is right by itself, but not here. */
function unfitting(
  { DATABASE_URL, AUTH_SECRET }: z.output<typeof schema>,
  source: Source,
): [string, string][] {
  const wrong: [string, string][] = []
  if (isFile(DATABASE_URL) && isServerless(source))
    wrong.push([
      isPreview(source) ? 'PREVIEW_DATABASE_URL' : 'DATABASE_URL',
      'should be the libsql: address of a database that all copies share: a file here would be lost with every request',
    ])
  if (isPreview(source) && source.PREVIEW_DATABASE_URL === source.DATABASE_URL)
    wrong.push([
      'PREVIEW_DATABASE_URL',
      'should be another database than DATABASE_URL, which is production’s',
    ])
  if (!isFile(DATABASE_URL) && !AUTH_SECRET)
    wrong.push(['AUTH_SECRET', `is needed because copies that share a database must share it: ${secret}`])
  return wrong
}

let cached: Env | undefined

/** The checked environment of this process, read on the first call. Throws EnvironmentError. */
export function env(): Env {
  // These two are written out, for a build on Vercel puts their values in their place.
  const { VERCEL, VERCEL_ENV } = { VERCEL: process.env.VERCEL, VERCEL_ENV: process.env.VERCEL_ENV }
  cached ??= parseEnv({ ...process.env, VERCEL, VERCEL_ENV })
  return cached
}

function isDatabase(value: string): boolean {
  return isFile(value) || /^(libsql|https?):\/\/[^/]/i.test(value)
}

function isFile(value: string): boolean {
  return value.startsWith('file:') || !/^[a-z][a-z0-9+.-]+:/i.test(value)
}

function hasProtocol(value: string, protocols: string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol)
}

/** Next takes it as it stands, so what it could not use is refused here. */
function isAesKey(value: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(value) && [16, 24, 32].includes(Buffer.from(value, 'base64').length)
}

function isOrigin(value: string): boolean {
  return hasProtocol(value, ['https:', 'http:']) && new URL(value).origin === value.replace(/\/$/, '')
}

function isAddressOrRange(value: string): boolean {
  return ipaddr.isValidCIDR(value) || ipaddr.isValid(value)
}
