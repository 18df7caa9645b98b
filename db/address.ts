/** Where the database is: a file on this machine, or a libSQL server that speaks HTTP. */
export type Address = { kind: 'file'; file: string } | { kind: 'libsql'; url: string }

/**
 * What DATABASE_URL means, decided by its scheme alone. Throws a sentence for an address that nothing here can open.
 */
export function databaseAddress(url: string): Address {
  if (url.startsWith('file:'))
    return { kind: 'file', file: url.slice('file:'.length).replace(/^\/\/(?=\/)/, '') }
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]?.toLowerCase()
  if (!scheme) return { kind: 'file', file: url }
  if (scheme === 'libsql' || scheme === 'https' || scheme === 'http') return { kind: 'libsql', url }
  throw new Error(
    `DATABASE_URL starts with "${scheme}:", which is no database known here. Set a file path, or a file:, libsql:, https: or http: address.`,
  )
}

/** The same for what only a file can do. Throws a sentence for any other address. */
export function databaseFile(url: string): string {
  const address = databaseAddress(url)
  if (address.kind === 'file') return address.file
  throw new Error('DATABASE_URL names a libSQL server; this needs a database file.')
}
