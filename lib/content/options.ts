import { distance } from 'fastest-levenshtein'

/**
 * Text as a reader compares it: case, spacing and a closing full stop make no other option. Code and formulas keep
 * their case, where `True` and `true` are two things.
 */
export function folded(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;!]$/, '')
  return /[`$]/.test(plain) ? plain : plain.toLowerCase()
}

/** How alike two options are: `same` for a reader, `close` when a slip of the pen could be all that divides them. */
export function likeness(a: string, b: string): 'same' | 'close' | 'different' {
  const [one, other] = [folded(a), folded(b)]
  if (one === other) return 'same'
  // Code, formulas and numbers differ on purpose by a single sign.
  if (/[`$]/.test(one + other) || digits(one) !== digits(other)) return 'different'
  const [bareOne, bareOther] = [letters(one), letters(other)]
  if (bareOne === '' || bareOther === '') return 'different'
  if (bareOne === bareOther) return 'close'
  const shorter = Math.min(bareOne.length, bareOther.length)
  return shorter >= 24 && distance(bareOne, bareOther) <= 2 ? 'close' : 'different'
}

const digits = (text: string): string => text.replace(/\D/g, '')
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
