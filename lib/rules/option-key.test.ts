import { expect, it } from 'vitest'
import { optionOfKey } from './option-key'

it('chooses by digit or letter, and by no other key', () => {
  expect(['1', '9', 'a', 'D', 'i'].map(optionOfKey)).toEqual([0, 8, 0, 3, 8])
  expect(['0', 'j', 'Enter', 'ArrowDown', ' ', '10', ''].map(optionOfKey)).toEqual(Array(7).fill(-1))
})
