import { once } from 'node:events'
import { createServer } from 'node:http'
import Provider from 'oidc-provider'
import { freePort } from './free-port'

export type Vouched = { name: string; email: string; email_verified: boolean }

/**
 * An OpenID Connect issuer of the tests' own, with its own pages for signing in. `people` are those it knows, by
 * what they type as their login. It lets the application at `app` ask.
 */
export async function startIssuer(app: string, people: Record<string, Vouched>) {
  const port = await freePort()
  const issuer = `http://localhost:${port}`
  const client = { client_id: 'recall', client_secret: 'the secret of the client' }
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${app}/api/auth/callback/oidc`] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ['a key of the tests'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...people[sub] }) }),
  })
  const server = createServer(provider.callback()).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    env: {
      AUTH_OIDC_ISSUER: issuer,
      AUTH_OIDC_ID: client.client_id,
      AUTH_OIDC_SECRET: client.client_secret,
      AUTH_OIDC_NAME: 'Campus',
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
