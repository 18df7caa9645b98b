/** Thirty-two signs that nobody mistakes for one another: no 0 or O, no 1 or I. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 8

/** Random bytes that a code needs. */
export const CODE_BYTES = LENGTH

/** The join code that random bytes make, each sign equally likely: 32⁸, about 10¹², codes. */
export function codeOf(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join('')
}

/** A code as it was typed or followed, in any case and with blanks or hyphens; absent when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : undefined
}

/** A code as it is shown, in two halves that are easy to read out. */
export const showCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
