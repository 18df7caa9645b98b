import { describe, expect, it } from 'vitest'
import { commandOf, type Place } from './keys'

const place = (on: Place['on'], more: Partial<Place> = {}): Place => ({
  on,
  typing: false,
  control: false,
  twoButtons: false,
  ...more,
})
const key = (name: string, more = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})

describe('what a key means', () => {
  it.each([
    ['card', ' ', { do: 'show' }],
    ['card', 'Enter', { do: 'show' }],
    // Nothing can be graded that was not shown.
    ['card', '3', undefined],
    ['card-shown', ' ', { do: 'grade', grade: 'good' }],
    ['card-shown', 'Enter', { do: 'grade', grade: 'good' }],
    ['card-shown', '1', { do: 'grade', grade: 'forgot' }],
    ['card-shown', '2', { do: 'grade', grade: 'hard' }],
    ['card-shown', '3', { do: 'grade', grade: 'good' }],
    ['card-shown', '4', { do: 'grade', grade: 'easy' }],
    ['card-shown', '5', undefined],
    ['card', 'u', { do: 'undo' }],
    ['card', 'e', { do: 'note' }],
    ['card', '=', { do: 'bury' }],
    ['card', '-', { do: 'bury' }],
    ['card', '!', { do: 'suspend' }],
    ['card', '@', { do: 'suspend' }],
    ['options', '2', { do: 'choose', option: 1 }],
    ['options', 'e', { do: 'choose', option: 4 }],
    ['options', 'I', { do: 'choose', option: 8 }],
    ['options', 'u', undefined],
    ['options', 'j', undefined],
    ['options', '-', { do: 'bury' }],
    ['options', 'Enter', { do: 'check' }],
    ['options', ' ', undefined],
    ['answered', 'Enter', { do: 'next' }],
    ['answered', ' ', { do: 'next' }],
    ['answered', 'e', { do: 'note' }],
    ['answered', '3', undefined],
    ['writing', 'Enter', undefined],
    ['nothing', 'u', { do: 'undo' }],
    ['nothing', 'e', undefined],
    ['nothing', '-', undefined],
  ] as const)('on %s, %s', (on, name, command) => expect(commandOf(key(name), place(on))).toEqual(command))

  it('grades with two buttons by their places, and Good by its usual key', () => {
    const two = place('card-shown', { twoButtons: true })
    const grades = ['1', '2', '3', '4'].map((name) => commandOf(key(name), two))
    expect(grades.map((command) => (command?.do === 'grade' ? command.grade : undefined))).toEqual([
      'forgot',
      'good',
      'good',
      undefined,
    ])
  })

  it('undoes by the key of every other program, also while options are open, and not while a text is typed', () => {
    for (const on of ['card', 'options', 'writing', 'answered', 'nothing'] as const) {
      expect(commandOf(key('z', { ctrlKey: true }), place(on))).toEqual({ do: 'undo' })
      expect(commandOf(key('z', { metaKey: true }), place(on))).toEqual({ do: 'undo' })
      expect(commandOf(key('z', { ctrlKey: true }), place(on, { typing: true }))).toBeUndefined()
    }
  })

  it('is nothing while a text is typed or a shortcut of the browser is pressed', () => {
    for (const name of [' ', 'Enter', '1', 'u', 'e', '-', '!', 'a'])
      for (const on of ['card', 'card-shown', 'options', 'answered'] as const) {
        expect(commandOf(key(name), place(on, { typing: true }))).toBeUndefined()
        expect(commandOf(key(name, { ctrlKey: true }), place(on))).toBeUndefined()
        expect(commandOf(key(name, { metaKey: true }), place(on))).toBeUndefined()
        expect(commandOf(key(name, { altKey: true }), place(on))).toBeUndefined()
      }
  })

  it('leaves Space and Enter to the button that has the focus', () => {
    for (const name of [' ', 'Enter'])
      expect(commandOf(key(name), place('card-shown', { control: true }))).toBeUndefined()
    expect(commandOf(key('1'), place('card-shown', { control: true }))).toEqual({
      do: 'grade',
      grade: 'forgot',
    })
  })
})
