/** The place of the option that a key chooses: 1 to 9 or A to I; -1 for any other key. */
export function optionOfKey(key: string): number {
  if (/^[1-9]$/.test(key)) return Number(key) - 1
  return /^[a-i]$/i.test(key) ? key.toLowerCase().charCodeAt(0) - 97 : -1
}
