import { afterEach, describe, expect, it, vi } from 'vitest'
import { clientAddress, SOCKET_ADDRESS_HEADER } from './client-address'

const proxies = ['127.0.0.1', '10.0.0.0/8', 'fd00::/8']
const from = (socket: string | undefined, forwarded?: string, trusted = proxies) =>
  clientAddress(new Headers(forwarded ? { 'x-forwarded-for': forwarded } : {}), socket, trusted)

describe('the client’s address', () => {
  it('is the socket’s when the peer is not a trusted proxy, whatever it claims', () => {
    expect(from('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
    expect(from('127.0.0.1', '198.51.100.1', [])).toBe('127.0.0.1')
  })

  it('is what the trusted proxy saw, not what the client wrote further left', () => {
    expect(from('127.0.0.1', '1.2.3.4, 203.0.113.7')).toBe('203.0.113.7')
  })

  it('is found behind several trusted proxies', () => {
    expect(from('fd00::2', '1.2.3.4, 203.0.113.7, 10.1.2.3, 10.9.9.9')).toBe('203.0.113.7')
  })

  it('is the last readable hop when a proxy forwards nonsense', () => {
    expect(from('127.0.0.1', '203.0.113.7, not-an-address')).toBe('127.0.0.1')
    expect(from('127.0.0.1', '')).toBe('127.0.0.1')
  })

  it('has one name for one client', () => {
    expect(from('::ffff:203.0.113.7')).toBe('203.0.113.7')
    expect(from('::ffff:127.0.0.1', '203.0.113.7:4711')).toBe('203.0.113.7')
    expect(from('127.0.0.1', '[2001:db8::7]:4711')).toBe('2001:db8::7')
  })

  it('comes from the server’s own header unless handed in', () => {
    const headers = new Headers({ [SOCKET_ADDRESS_HEADER]: '203.0.113.9' })
    expect(clientAddress(headers, undefined, [])).toBe('203.0.113.9')
    expect(clientAddress(new Headers(), undefined, [])).toBe('unknown')
  })

  describe('on Vercel', () => {
    afterEach(() => vi.unstubAllEnvs())

    it('is what the platform saw, whatever the client writes into other headers', () => {
      vi.stubEnv('VERCEL', '1')
      const claims = { [SOCKET_ADDRESS_HEADER]: '198.51.100.1', 'x-forwarded-for': '198.51.100.2' }
      const headers = new Headers({ ...claims, 'x-vercel-forwarded-for': '203.0.113.7' })
      expect(clientAddress(headers, undefined, [])).toBe('203.0.113.7')
      expect(clientAddress(new Headers(claims), undefined, [])).toBe('unknown')
    })

    it('does not believe the platform’s header anywhere else', () => {
      vi.stubEnv('VERCEL', '')
      const headers = new Headers({ 'x-vercel-forwarded-for': '203.0.113.7' })
      expect(clientAddress(headers, undefined, [])).toBe('unknown')
    })
  })
})
