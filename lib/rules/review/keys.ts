import { GRADES, type Grade } from '../answer'
import { optionOfKey } from '../option-key'

/** What a key asks for. `choose` carries the place of an option. */
export type Command =
  | { do: 'show' | 'next' | 'check' | 'undo' | 'note' | 'bury' | 'suspend' }
  | { do: 'grade'; grade: Grade }
  | { do: 'choose'; option: number }

/** Where the session stands, as far as keys go. */
export type Place = {
  on: 'card' | 'card-shown' | 'options' | 'writing' | 'answered' | 'nothing'
  /** Whether a text is being typed: then keys are letters. */
  typing: boolean
  /** Whether a button or a link has the focus: Space and Enter are its own. */
  control: boolean
  twoButtons: boolean
}

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

const ANYWHERE: Record<string, Command> = {
  '=': { do: 'bury' },
  '-': { do: 'bury' },
  '!': { do: 'suspend' },
  '@': { do: 'suspend' },
}
const LETTERS: Record<string, Command> = { u: { do: 'undo' }, e: { do: 'note' } }
const TWO: readonly (Grade | undefined)[] = ['forgot', 'good', 'good']

/**
 * What a key means here; absent when it means nothing of ours. Space or Enter shows, then grades Good; 1 to 4 grade
 * (with two buttons 1 is Forgot, and both 2 and 3 Good); u undoes, e edits the note, = or - buries, ! or @ suspends.
 * While options are open 1–9 and A–I choose, so no letter is a command there; Enter checks, then goes on. Ctrl+Z or
 * Cmd+Z undoes anywhere.
 */
export function commandOf({ key, ctrlKey, metaKey, altKey }: Key, place: Place): Command | undefined {
  if (altKey || place.typing) return undefined
  if (ctrlKey || metaKey) return key === 'z' ? { do: 'undo' } : undefined
  const press = key === 'Enter' || key === ' '
  if (press) return place.control ? undefined : pressed(key, place)
  if (place.on === 'options') {
    const option = optionOfKey(key)
    if (option >= 0) return { do: 'choose', option }
    return ANYWHERE[key]
  }
  if (place.on === 'card-shown' && /^[1-4]$/.test(key)) {
    const grade = (place.twoButtons ? TWO : GRADES)[Number(key) - 1]
    return grade && { do: 'grade', grade }
  }
  const command = LETTERS[key.toLowerCase()]
  if (command) return place.on === 'nothing' && command.do === 'note' ? undefined : command
  return place.on === 'nothing' ? undefined : ANYWHERE[key]
}

function pressed(key: string, { on }: Place): Command | undefined {
  if (on === 'card') return { do: 'show' }
  if (on === 'card-shown') return { do: 'grade', grade: 'good' }
  if (on === 'answered') return { do: 'next' }
  // Space belongs to the option that has the focus.
  return on === 'options' && key === 'Enter' ? { do: 'check' } : undefined
}
