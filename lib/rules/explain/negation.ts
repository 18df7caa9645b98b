import type { Lexicon } from './lexicon'
import type { Word } from './words'

/** How many words a negation reaches at most: longer clauses are rare, and it keeps the cost linear. */
const REACH = 25
const BACK = 12

/**
 * Marks the words that a negation reaches, in clause scope, by flipping `negated`: "not unusual" style stacks cancel.
 * The rules are shallow on purpose; where they are unsure they leave the claim standing.
 */
export function markNegation(words: readonly Word[], lexicon: Lexicon): void {
  if (lexicon.negators.size === 0) return
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (!word) continue
    if (lexicon.diminishers.has(word.folded)) diminish(words, at, lexicon)
    else if (negates(words, at, lexicon)) {
      flip(words, at + 1, scopeEnd(words, at, lexicon))
      flip(words, subjectStart(words, at, lexicon), at)
    }
  }
  markRejections(words, lexicon)
}

const OFTEN: ReadonlySet<string> = new Set(['often', 'frequently', 'oft', 'haufig'])

/** "fewer failures" speaks of the word after; "fails less" and "breaks less often" of the one before. */
function diminish(words: readonly Word[], at: number, lexicon: Lexicon): void {
  const segment = words[at]?.segment
  const next = words[at + 1]
  if (next?.content && next.segment === segment && !OFTEN.has(next.folded))
    flip(words, at + 1, Math.min(scopeEnd(words, at, lexicon), at + 3))
  else if (words[at - 1]?.segment === segment) flip(words, at - 1, at)
}

function flip(words: readonly Word[], from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const word = words[at]
    if (word) word.negated = !word.negated
  }
}

/** The word so many places on in the same sentence, or nothing. */
function beside(words: readonly Word[], at: number, step: number): string {
  const word = words[at + step]
  return word && word.sentence === words[at]?.sentence ? word.folded : ''
}

/** Whether the word at this place denies what follows; "not only", "no doubt" and a lone "instead" do not. */
function negates(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  const word = beside(words, at, 0)
  if (!lexicon.negators.has(word)) return false
  const next = beside(words, at, 1)
  if (lexicon.neutralisers.has(next) && words[at + 1]?.sentence === words[at]?.sentence) return false
  // "no doubt": the doubt is gone, and "no" with it.
  if (lexicon.neutralisers.has(word) && lexicon.negators.has(beside(words, at, -1))) return false
  if (word === 'instead') return next === 'of'
  if (word === 'rather') return next === 'than'
  if (word === 'lose' || word === 'loses') return next === 'track'
  if (word === 'fails' || word === 'failing') return next === 'to'
  // "noch" alone means "still"; it denies only after "weder".
  if (word === 'noch')
    return words.slice(Math.max(0, at - 10), at).some((before) => before.folded === 'weder')
  // "Without it, nobody notices": two denials in two parts of one sentence say that it is so.
  return !contrary(words, at, lexicon)
}

function contrary(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  const here = words[at]
  if (!here || beside(words, at, 0) === 'without' || beside(words, at, 0) === 'ohne') return false
  let first = at
  while (first > 0 && at - first < REACH && words[first - 1]?.sentence === here.sentence) first -= 1
  const opening = words[first]
  if (!opening || opening.segment === here.segment) return false
  return (
    (opening.folded === 'without' || opening.folded === 'ohne') &&
    here.segment === opening.segment + 1 &&
    lexicon.negators.has(opening.folded)
  )
}

/** Where the reach of the negation at this place ends (exclusive). */
function scopeEnd(words: readonly Word[], at: number, lexicon: Lexicon): number {
  const start = words[at]
  if (!start) return at
  const unknowing = [0, 1, 2].some((step) => lexicon.knowing.has(beside(words, at, step)))
  const limit = Math.min(words.length, at + 1 + REACH)
  for (let next = at + 1; next < limit; next += 1) {
    const word = words[next]
    if (!word || word.sentence !== start.sentence) return next
    const pause = word.segment !== words[next - 1]?.segment
    if (unknowing) {
      if (word.clause !== start.clause && !lexicon.whether.has(word.folded)) return next
      if (pause && !lexicon.whether.has(word.folded)) return next
      continue
    }
    if (word.clause !== start.clause) return next
    if (pause && !listGoesOn(words, next, lexicon)) return next
    if (lexicon.and.has(word.folded) && opensClaim(words, next + 1, lexicon)) return next
    if (lexicon.or.has(word.folded) && denies(words, next, next + 4, lexicon)) return next
    if (next > at + 1 && stopsNegation(word.folded, lexicon)) return next
    if (start.folded === 'without' && lexicon.pronouns.has(word.folded) && next > at + 1) return next
  }
  return limit
}

/** "because", "so", "weil": what follows gives a reason. "that" and "to" carry a negation on. */
const stopsNegation = (word: string, lexicon: Lexicon): boolean =>
  lexicon.subordinators.has(word) && !CARRIERS.has(word)
const CARRIERS: ReadonlySet<string> = new Set(['that', 'to', 'which', 'who', 'where', 'dass'])

const denies = (words: readonly Word[], from: number, to: number, lexicon: Lexicon): boolean =>
  words
    .slice(from, to)
    .some((word) => word.sentence === words[from]?.sentence && lexicon.negators.has(word.folded))

/** "and it …", "and deployments are …", "and never …": a claim with a verb of its own. */
function opensClaim(words: readonly Word[], from: number, lexicon: Lexicon): boolean {
  const segment = words[from]?.segment
  for (let at = from; at < from + 4; at += 1) {
    const word = words[at]
    if (!word || word.segment !== segment) return false
    if (lexicon.auxiliaries.has(word.folded) || lexicon.negators.has(word.folded)) return true
    if (at === from && lexicon.pronouns.has(word.folded)) return true
  }
  return false
}

/** "does not track data, retrain models, or watch drift": commas do not end it while an "or" is still to come. */
function listGoesOn(words: readonly Word[], from: number, lexicon: Lexicon): boolean {
  const sentence = words[from]?.sentence
  for (let at = from; at < from + BACK; at += 1) {
    const word = words[at]
    if (!word || word.sentence !== sentence) return false
    if (lexicon.or.has(word.folded)) return true
    if (lexicon.pronouns.has(word.folded) || lexicon.auxiliaries.has(word.folded)) return false
  }
  return false
}

/** Where a denied subject begins ("monitoring is not part of it"), or `at` where nothing before is denied. */
function subjectStart(words: readonly Word[], at: number, lexicon: Lexicon): number {
  const here = words[at]
  if (!here) return at
  const word = here.folded
  const contracted = lexicon.auxiliaries.has(word)
  const helped = lexicon.auxiliaries.has(beside(words, at, -1)) && words[at - 1]?.clause === here.clause
  const next = beside(words, at, 1)
  const last = words[at + 1]?.segment !== here.segment
  const germanEnd = word === 'nicht' && last
  const denied =
    germanEnd ||
    lexicon.belonging.has(next) ||
    (word === 'nicht' && lexicon.belonging.has(beside(words, at, -1))) ||
    (contracted && (lexicon.being.has(word) || lexicon.being.has(next))) ||
    (helped && NOT.has(word) && lexicon.being.has(beside(words, at, -1)))
  if (!denied) return at
  const verb =
    contracted || germanEnd ? at : helped || lexicon.belonging.has(beside(words, at, -1)) ? at - 1 : at
  if (!germanEnd && lexicon.pronouns.has(beside(words, verb, -1))) return at
  let first = verb
  while (first > 0 && verb - first < BACK) {
    const before = words[first - 1]
    if (!before || before.segment !== here.segment) break
    if (!germanEnd && lexicon.subordinators.has(before.folded)) break
    if (!germanEnd && first < verb && lexicon.auxiliaries.has(before.folded)) break
    // In "nobody watches and results cannot …" the first claim has a denial of its own.
    if (lexicon.and.has(before.folded) && deniesBefore(words, first - 1, lexicon)) break
    first -= 1
  }
  return first
}

function deniesBefore(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  const segment = words[at]?.segment
  return words
    .slice(Math.max(0, at - BACK), at)
    .some((word) => word.segment === segment && lexicon.negators.has(word.folded))
}

const NOT: ReadonlySet<string> = new Set(['not', 'never', 'nicht', 'nie', 'niemals', 'no'])

/** "…, which is wrong" takes the sentence back; "it is a myth that …" takes back what follows. */
function markRejections(words: readonly Word[], lexicon: Lexicon): void {
  let done = -1
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at]
    if (!word || word.sentence === done) continue
    const rejects = lexicon.rejectors.has(word.folded)
    if (!rejects && !(word.negated && lexicon.affirmers.has(word.folded))) continue
    const pointer = [at - 1, at - 2, at - 3].find(
      (near) => words[near]?.sentence === word.sentence && POINTERS.has(beside(words, near, 0)),
    )
    if (pointer === undefined) continue
    done = word.sentence
    if (FOLLOWERS.has(beside(words, at, 1))) {
      // "it is not true that …": the "not" has reached that far already.
      if (!rejects) continue
      let end = at + 1
      while (end < words.length && words[end]?.clause === word.clause) end += 1
      flip(words, at + 1, end)
    } else if (pointsBack(words, pointer, lexicon)) {
      // A sentence of its own ("That is wrong.") speaks of the one before.
      const rejected = words[pointer - 1]?.sentence
      let first = pointer
      while (first > 0 && words[first - 1]?.sentence === rejected) first -= 1
      flip(words, first, pointer)
    }
  }
}

/** ", which …" and "but that …" speak of a whole claim; "predictions that …" and "it …" of one thing. */
function pointsBack(words: readonly Word[], pointer: number, lexicon: Lexicon): boolean {
  const word = words[pointer]
  const opens =
    words[pointer - 1]?.segment !== word?.segment || lexicon.contrasts.has(beside(words, pointer, -1))
  return opens && !THINGS.has(word?.folded ?? '')
}
const THINGS: ReadonlySet<string> = new Set(['it', 'its', 'es'])
const POINTERS: ReadonlySet<string> = new Set([
  'which',
  'that',
  'this',
  'thats',
  'it',
  'its',
  'das',
  'was',
  'es',
])
const FOLLOWERS: ReadonlySet<string> = new Set(['that', 'to', 'dass'])
