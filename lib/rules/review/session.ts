import type { Grade } from '../answer'
import type { MemoryNow, ShownVerdict } from './sent'
import type { ReviewItem, ReviewPage } from './wire'

/** Something done in this session that the learner may want to step back over. */
export type Step =
  | { kind: 'graded'; item: ReviewItem; attempt: string; recalled: boolean }
  /** A question's or prompt's answer: it stays, because its key was shown or will be. */
  | { kind: 'answered'; item: ReviewItem; attempt: string; recalled?: boolean; seen: boolean }
  | { kind: 'put-away'; item: ReviewItem }

/**
 * How far the item before the learner is. `checking`: on its way to be marked; `kept`: it waits for a connection;
 * `marked`: its verdict is there; `refused`: no item takes it.
 */
export type Phase = 'asked' | 'shown' | 'checking' | 'kept' | 'marked' | 'refused'

/** A verdict that came when its item had given way to others. */
export type Late = { item: ReviewItem; attempt: string; verdict: ShownVerdict; memory?: MemoryNow }

/** An item that keeps being forgotten, and what its answer has shown of it. */
export type Leech = { item: ReviewItem; verdict?: ShownVerdict }

export type Session = {
  /** The one before the learner, then those that follow. */
  hand: readonly ReviewItem[]
  /** Counts what is put before the learner: a key for whatever is drawn of it. */
  turn: number
  phase: Phase
  /** Of a question or prompt under way: its attempt, and what came of it. */
  attempt?: string
  verdict?: ShownVerdict
  memory?: MemoryNow
  claimed: boolean
  /** Why it was refused. */
  refusal?: string
  steps: readonly Step[]
  /** Set aside by the server because they keep being forgotten; offered between two items. */
  leeches: readonly Leech[]
  /** Whether the first of them is before the learner. */
  offering: boolean
  late: readonly Late[]
  /** How many more are asked for today, those in hand included. */
  left: number
  /** When the next learning step comes, epoch milliseconds. */
  nextAt?: number
  /** Whether a page of the queue has come yet. */
  ready: boolean
}

export const EMPTY: Session = {
  hand: [],
  turn: 0,
  phase: 'asked',
  claimed: false,
  steps: [],
  leeches: [],
  offering: false,
  late: [],
  left: 0,
  ready: false,
}

export type Event =
  /**
   * The queue as it is now. `steps`: how many had been made when it was asked for; `waiting`: ids of items whose
   * answers have not reached the server; `first`: the one to begin with, when it is among them.
   */
  | { is: 'came'; page: ReviewPage; steps: number; waiting: readonly string[]; first?: string | undefined }
  | { is: 'shown' }
  | { is: 'graded'; attempt: string; grade: Grade }
  | { is: 'checked'; attempt: string }
  /** What the server made of an attempt, by a reply to it or to a judgement of it. */
  | { is: 'replied'; attempt: string; verdict?: ShownVerdict | undefined; memory?: MemoryNow | undefined }
  | { is: 'refused'; attempt: string; message: string }
  /** No reply for now. */
  | { is: 'kept' }
  | { is: 'next' }
  | { is: 'undone' }
  | { is: 'put-away' }
  | { is: 'claimed' }
  /** The server did not take a claim: the verdict stands, and can be claimed again. */
  | { is: 'claim-refused'; attempt: string }
  | { is: 'bookmarked'; bookmarked: boolean }
  | { is: 'noted'; item: string; text: string }
  | { is: 'offer-taken' }

export const current = ({ hand }: Session): ReviewItem | undefined => hand[0]

/** What an undo would take back: the last step that can be. Answers whose key was shown are stepped over. */
export const undoable = ({ steps }: Session): Step | undefined =>
  steps.findLast(({ kind }) => kind !== 'answered')

/** Whether an undo would step over an answer that stays. */
export const stepsOver = ({ steps }: Session): boolean => {
  const at = steps.findLastIndex(({ kind }) => kind !== 'answered')
  return steps.length > at + 1
}

/** The session after one event. Pure: facts are sent, and moments read, by whoever calls it. */
export function moved(session: Session, event: Event): Session {
  switch (event.is) {
    case 'came':
      return came(session, event)
    case 'shown':
      return session.phase === 'asked' ? { ...session, phase: 'shown' } : session
    case 'graded':
      return graded(session, event.attempt, event.grade)
    case 'checked':
      return checked(session, event.attempt)
    case 'replied':
      return replied(session, event)
    case 'refused':
      return session.attempt === event.attempt
        ? { ...session, phase: 'refused', refusal: event.message }
        : session
    case 'kept':
      return session.phase === 'checking' ? { ...session, phase: 'kept' } : session
    case 'next':
      return isAnswered(session) ? advanced(session) : session
    case 'undone':
      return undone(session)
    case 'put-away':
      return putAway(session)
    case 'claimed':
      return session.phase === 'marked' ? { ...session, claimed: true } : session
    case 'claim-refused':
      return session.attempt === event.attempt ? { ...session, claimed: false } : session
    case 'bookmarked':
      return ofCurrent(session, (item) => ({ ...item, bookmarked: event.bookmarked }))
    case 'noted':
      return everywhere(session, event.item, (item) => ({ ...item, note: event.text }))
    case 'offer-taken':
      return { ...session, leeches: session.leeches.slice(1), offering: session.leeches.length > 1 }
  }
}

/** Whether the item before the learner is answered, so that the next may follow. */
export const isAnswered = ({ phase }: Session): boolean =>
  phase === 'kept' || phase === 'marked' || phase === 'refused'

/**
 * All that follows the item before the learner is replaced: the server knows the order best, and what was answered
 * on another device. What was answered here since it was asked is not asked again.
 */
function came(session: Session, { page, steps, waiting, first }: Event & { is: 'came' }): Session {
  const held = current(session)
  const since = session.steps.slice(steps).map(({ item }) => item.id)
  const known = new Set([...waiting, ...since, ...(held ? [held.id] : [])])
  const fresh = page.items.filter(({ id }) => !known.has(id))
  if (!held && first) fresh.sort((a, b) => Number(b.id === first) - Number(a.id === first))
  const hand = held ? [held, ...fresh] : fresh
  const unheard = new Set([...waiting, ...since]).size
  const { due, learning, fresh: unseen } = page.left
  return offeredAtTheEnd({
    ...session,
    hand,
    turn: held || fresh.length === 0 ? session.turn : session.turn + 1,
    left: Math.max(hand.length, due + learning + unseen - unheard),
    nextAt: page.nextAt,
    ready: true,
  })
}

/** Where nothing is before the learner no item is interrupted, and none may follow that an offer could wait for. */
const offeredAtTheEnd = (session: Session): Session => ({
  ...session,
  offering: session.leeches.length > 0 && (session.offering || session.hand.length === 0),
})

function graded(session: Session, attempt: string, grade: Grade): Session {
  const item = current(session)
  if (item?.kind !== 'card' || session.phase !== 'shown') return session
  const step: Step = { kind: 'graded', item, attempt, recalled: grade !== 'forgot' }
  return advanced({ ...session, steps: [...session.steps, step] })
}

function checked(session: Session, attempt: string): Session {
  const item = current(session)
  if (!item || item.kind === 'card' || session.phase !== 'asked') return session
  const step: Step = { kind: 'answered', item, attempt, seen: false }
  return { ...session, phase: 'checking', attempt, steps: [...session.steps, step] }
}

/** The next item is put before the learner, or first an offer about one that was set aside. */
function advanced({ attempt, verdict, memory, refusal, ...session }: Session): Session {
  return {
    ...session,
    hand: session.hand.slice(1),
    left: Math.max(0, session.left - 1),
    turn: session.turn + 1,
    phase: 'asked',
    claimed: false,
    offering: session.leeches.length > 0,
  }
}

function replied(session: Session, { attempt, verdict, memory }: Event & { is: 'replied' }): Session {
  const step = session.steps.find((each) => each.kind !== 'put-away' && each.attempt === attempt)
  if (!step) return session
  const told = nowLeech(session, step.item, verdict, memory)
  const steps = session.steps.map((each) => (each === step ? { ...step, ...outcome(step, verdict) } : each))
  const nextAt = soonest(session.nextAt, memory)
  const next = offeredAtTheEnd({ ...session, ...told, steps, ...(nextAt !== undefined && { nextAt }) })
  if (session.attempt === attempt)
    return { ...next, memory, ...(verdict && { verdict, phase: 'marked' as const }) }
  if (!verdict || (step.kind === 'answered' && step.seen)) return next
  return {
    ...next,
    late: [...session.late, { item: step.item, attempt, verdict, ...(memory && { memory }) }],
  }
}

const outcome = (step: Step, verdict: ShownVerdict | undefined) =>
  step.kind === 'answered' && verdict ? { recalled: isRight(verdict), seen: true } : {}

/** Whether a verdict says that the item was recalled: as the rating has it, half of a prompt's concepts are enough. */
export const isRight = (verdict: ShownVerdict): boolean =>
  verdict.kind === 'question' ? verdict.correct : verdict.covered.length * 2 >= verdict.total

/** An item that has just become a leech waits for its offer; one that no longer is does not. */
function nowLeech(
  { leeches }: Session,
  item: ReviewItem,
  verdict: ShownVerdict | undefined,
  memory: MemoryNow | undefined,
) {
  const others = leeches.filter((leech) => leech.item.id !== item.id)
  return { leeches: memory?.leech ? [...others, { item, ...(verdict && { verdict }) }] : others }
}

const soonest = (nextAt: number | undefined, memory: MemoryNow | undefined) =>
  memory?.intervalDays === 0 ? Math.min(nextAt ?? Number.POSITIVE_INFINITY, memory.dueAt) : nextAt

/**
 * Whether undoing a step brings its item back before the learner. What was put away after its question or prompt was
 * answered here is only taken up by the queue again: its key was shown.
 */
export const reopens = ({ steps }: Session, step: Step): boolean =>
  step.kind !== 'put-away' || !steps.some(({ kind, item }) => kind === 'answered' && item.id === step.item.id)

/** The item of the last step that can be taken back stands before the learner again; an answer under way stays given. */
function undone(session: Session): Session {
  const step = undoable(session)
  if (!step) return session
  const steps = session.steps.filter((each) => each !== step)
  if (!reopens(session, step)) return { ...session, steps }
  const rest = session.phase === 'asked' || session.phase === 'shown' ? session.hand : session.hand.slice(1)
  const { attempt, verdict, memory, refusal, ...kept } = session
  return {
    ...kept,
    hand: [step.item, ...rest.filter(({ id }) => id !== step.item.id)],
    turn: session.turn + 1,
    phase: 'asked',
    claimed: false,
    steps,
    leeches: session.leeches.filter(({ item }) => item.id !== step.item.id),
    offering: false,
    left: session.left + 1,
  }
}

function putAway(session: Session): Session {
  const item = current(session)
  if (!item) return session
  return advanced({ ...session, steps: [...session.steps, { kind: 'put-away', item }] })
}

const ofCurrent = (session: Session, change: (item: ReviewItem) => ReviewItem): Session => {
  const item = current(session)
  return item ? everywhere(session, item.id, change) : session
}

/** Changes an item wherever the session holds it. */
function everywhere(session: Session, id: string, change: (item: ReviewItem) => ReviewItem): Session {
  const one = (item: ReviewItem) => (item.id === id ? change(item) : item)
  return {
    ...session,
    hand: session.hand.map(one),
    leeches: session.leeches.map((leech) => ({ ...leech, item: one(leech.item) })),
    steps: session.steps.map((step) => ({ ...step, item: one(step.item) })),
  }
}
