import { generateKeyPairSync, sign } from 'node:crypto'
import { writeFile } from 'node:fs/promises'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/**
 * Writes a new public key to `keyFile` for a libSQL server, and makes tokens that it accepts until `seconds` from now;
 * a server allows a minute more, for clocks that differ.
 */
export async function tokensFor(keyFile: string): Promise<(seconds: number) => string> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  await writeFile(keyFile, publicKey.export({ type: 'spki', format: 'pem' }))
  return (seconds) => {
    const exp = Math.floor(Date.now() / 1000) + seconds
    const signed = `${part({ alg: 'EdDSA', typ: 'JWT' })}.${part({ a: 'rw', exp })}`
    return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`
  }
}
