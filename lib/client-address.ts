import ipaddr from 'ipaddr.js'
import { env } from './env'

/**
 * The request header by which the server that holds the socket tells the application its peer's address. That
 * server overwrites whatever the client sent under this name.
 */
export const SOCKET_ADDRESS_HEADER = 'x-recall-socket-address'

/** The same on Vercel, where the platform holds the socket and overwrites this header. */
const VERCEL_ADDRESS_HEADER = 'x-vercel-forwarded-for'

type Readable = { get(name: string): string | null }

/** The address that reached us, as told by whoever can know it here. */
function socketAddressIn(headers: Readable, onVercel: boolean): string | null {
  if (!onVercel) return headers.get(SOCKET_ADDRESS_HEADER)
  return headers.get(VERCEL_ADDRESS_HEADER)?.split(',').at(-1) ?? null
}

/**
 * The address of whoever sent the request, for rate limits; 'unknown' when nothing tells. `X-Forwarded-For` counts
 * only as far as TRUSTED_PROXIES vouch for it: it is read from the right, and the first address that is not a
 * trusted proxy is the client, whatever stands further left.
 * IPv4 inside IPv6 is returned as IPv4, so that one client has one name.
 */
export function clientAddress(
  headers: Readable,
  // Written out, for a build on Vercel puts the value in its place.
  socketAddress: string | null | undefined = socketAddressIn(headers, Boolean(process.env.VERCEL)),
  trusted: readonly string[] = env().TRUSTED_PROXIES,
): string {
  let client = read(socketAddress)
  if (!client) return 'unknown'
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').reverse()
  for (const hop of forwarded) {
    if (!isTrusted(client, trusted)) break
    const next = read(hop)
    if (!next) break
    client = next
  }
  return client.toString()
}

type Address = ipaddr.IPv4 | ipaddr.IPv6

function read(text: string | null | undefined): Address | undefined {
  const bare = text?.trim() ?? ''
  // Some proxies write a port: 203.0.113.7:4711 or [2001:db8::7]:4711.
  const host = /^\[(.+)\](:\d+)?$/.exec(bare)?.[1] ?? /^([^:]+):\d+$/.exec(bare)?.[1] ?? bare
  return ipaddr.isValid(host) ? ipaddr.process(host) : undefined
}

function isTrusted(address: Address, trusted: readonly string[]): boolean {
  return trusted.some((entry) => {
    const range: [Address, number] = ipaddr.isValidCIDR(entry)
      ? ipaddr.parseCIDR(entry)
      : single(ipaddr.process(entry))
    return range[0].kind() === address.kind() && address.match(range as [ipaddr.IPv4 & ipaddr.IPv6, number])
  })
}

function single(address: Address): [Address, number] {
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}
