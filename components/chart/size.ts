/**
 * A picture is drawn for a phone and for a wider page, and the page shows the one that fits: so its words are at
 * reading size on both, without a script. Lengths are those of the drawing, about one pixel each.
 */
export type Size = { width: number; text: number }

export const NARROW: Size = { width: 320, text: 14 }
export const WIDE: Size = { width: 640, text: 13 }

/** About the width of words: the sans's figures and letters are half as wide as high. */
export const widthOf = (words: string, { text }: Size): number => 0.54 * text * words.length
