import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({ extend: { theme: { text: ['item'] } } })

/**
 * Joins class names; of two utilities that set the same thing the later wins. For server components: an island
 * writes its classes plainly, because the merging table would weigh more than the island.
 */
export const cn = (...values: ClassValue[]): string => merge(clsx(values))
