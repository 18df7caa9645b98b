/** A number with its noun: 1 card, 3 cards. */
export const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
