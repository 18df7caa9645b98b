import localFont from 'next/font/local'

/**
 * Two families, shipped in npm packages so that a build needs no network. Only what nearly every page needs is
 * preloaded: Latin, upright. Italics come when a text has them; other scripts come by unicode-range (fonts.css).
 */
const literata = localFont({
  src: '../node_modules/@fontsource-variable/literata/files/literata-latin-opsz-normal.woff2',
  weight: '200 900',
  style: 'normal',
  display: 'swap',
  variable: '--font-literata',
  adjustFontFallback: 'Times New Roman',
})

const literataItalic = localFont({
  src: '../node_modules/@fontsource-variable/literata/files/literata-latin-opsz-italic.woff2',
  weight: '200 900',
  style: 'italic',
  display: 'swap',
  preload: false,
  variable: '--font-literata-italic',
  adjustFontFallback: 'Times New Roman',
})

const sourceSans = localFont({
  src: '../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  weight: '200 900',
  style: 'normal',
  display: 'swap',
  variable: '--font-source-sans',
  adjustFontFallback: 'Arial',
})

export const fonts = `${literata.variable} ${literataItalic.variable} ${sourceSans.variable}`
