import { FACTS_PER_CALL, type Reply, type SentFact } from '@/lib/rules/review/sent'
import { type OutboxStore, openStore } from './outbox-store'
import { type Posted, postFacts } from './post-facts'

/** What a page says of what is not saved yet. */
export type OutboxState = {
  /** Answers on their way, and facts of any kind. */
  answers: number
  facts: number
  /** Whether the last try to send came to nothing. */
  failing: boolean
  /** Why nothing is sent until the learner does something about it. */
  stopped?: 'signed-out' | 'other-learner'
  /** False when closing the page would lose them. */
  lasting: boolean
}

/** What became of a fact, for whoever shows it. */
export type Heard = (fact: SentFact, reply: Reply) => void

type Surroundings = {
  post?: (facts: readonly SentFact[]) => Promise<Posted>
  store?: () => Promise<OutboxStore>
  /** Lets one tab at a time run `work`. */
  alone?: (work: () => Promise<void>) => Promise<void>
}

const QUIET: OutboxState = { answers: 0, facts: 0, failing: false, lasting: true }
/** A request stays well below what the server reads of one. */
const MOST_CHARACTERS = 60_000
/** Milliseconds before the next try after the first that failed, doubled with each, up to the longest. */
const FIRST_WAIT = 1000
const LONGEST_WAIT = 60_000

/**
 * One learner's outbox: every fact of a session goes through it, in order, and stays until the server has spoken.
 * Facts of other learners who used this browser wait beside it and are never sent from here.
 */
export class Outbox {
  private readonly store: Promise<OutboxStore>
  private readonly post: NonNullable<Surroundings['post']>
  private readonly alone: NonNullable<Surroundings['alone']>
  private readonly listeners = new Set<() => void>()
  private readonly hearing = new Set<Heard>()
  private readonly others =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('outbox')
  private known: OutboxState = QUIET
  /** Puts that are not stored yet: one after the other, so that the order is the order of what happened. */
  private adding: Promise<unknown> = Promise.resolve()
  private sending: Promise<void> | undefined
  /** Whether something came while the last of what was known was being sent. */
  private wanted = false
  private failures = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private closed = false

  constructor(
    readonly learner: string,
    { post = postFacts, store = openStore, alone = oneTabAtATime }: Surroundings = {},
  ) {
    this.store = store()
    this.post = post
    this.alone = alone
    this.others?.addEventListener('message', this.onOther)
    if (typeof window !== 'undefined') {
      addEventListener('online', this.retry)
      document.addEventListener('visibilitychange', this.onSeen)
    }
  }

  /** Keeps a fact and sends it in the background. Returns when it is kept. */
  put(fact: SentFact): Promise<void> {
    const kept = this.adding.then(async () => {
      const store = await this.store
      await store.add(fact)
    })
    this.adding = kept.catch(() => {})
    this.show({ ...this.known, ...counts(this.known, [fact]) })
    void kept.then(() => this.changed()).then(() => this.send())
    return kept
  }

  /** All that has not reached the server, the oldest first. */
  async unsent(): Promise<SentFact[]> {
    await this.adding
    return (await this.store).all(this.learner)
  }

  /** Sends what waits, unless it is being sent; returns when that has come to an end, good or not. */
  send(): Promise<void> {
    clearTimeout(this.timer)
    if (this.sending) this.wanted = true
    this.sending ??= this.alone(() => this.sendAll())
      .catch(() => this.fail())
      .then(() => {
        this.sending = undefined
        if (!this.wanted) return
        this.wanted = false
        return this.send()
      })
    return this.sending
  }

  /** A change of `state`. Returns how to stop. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  state = (): OutboxState => this.known

  /** What becomes of facts, whichever tab sent them. Returns how to stop. */
  onHeard(heard: Heard): () => void {
    this.hearing.add(heard)
    return () => this.hearing.delete(heard)
  }

  close(): void {
    this.closed = true
    clearTimeout(this.timer)
    this.others?.close()
    if (typeof window === 'undefined') return
    removeEventListener('online', this.retry)
    document.removeEventListener('visibilitychange', this.onSeen)
  }

  private async sendAll(): Promise<void> {
    while (!this.closed) {
      const waiting = await this.unsent()
      if (waiting.length === 0) break
      const posted = await this.post(portion(waiting))
      if (posted.came === 'refused') return this.stop(posted.reason)
      if (posted.came === 'lost') return this.fail()
      const settled = await this.settle(waiting, posted.replies)
      const halted = posted.replies.find((reply) => !reply.ok && !isForGood(reply))
      if (halted && !halted.ok && (halted.reason === 'signed-out' || halted.reason === 'other-learner'))
        return this.stop(halted.reason)
      if (halted || settled === 0) return this.fail()
    }
    this.failures = 0
    const { stopped, ...state } = this.known
    this.show({ ...state, failing: false })
    await this.changed()
  }

  /** Drops what the server has spoken of, and tells everybody. Returns how many. */
  private async settle(waiting: readonly SentFact[], replies: readonly Reply[]): Promise<number> {
    const heard = replies.flatMap((reply) => {
      const fact = waiting.find(({ id }) => id === reply.id)
      return fact && (reply.ok || isForGood(reply)) ? [{ fact, reply }] : []
    })
    await (await this.store).remove(heard.map(({ fact }) => fact.id))
    for (const { fact, reply } of heard) this.tell(fact, reply)
    this.others?.postMessage({ learner: this.learner, heard })
    await this.changed()
    return heard.length
  }

  private tell(fact: SentFact, reply: Reply): void {
    for (const heard of this.hearing) heard(fact, reply)
  }

  private onOther = ({ data }: MessageEvent): void => {
    if (data?.learner !== this.learner) return
    for (const { fact, reply } of data.heard) this.tell(fact, reply)
    void this.changed()
  }

  private fail(): void {
    if (this.closed) return
    this.show({ ...this.known, failing: true })
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures)
    this.failures += 1
    // A little at random, so that a class that lost one connection does not come back in one moment.
    this.timer = setTimeout(this.retry, wait * (0.75 + Math.random() / 2))
  }

  private stop(stopped: NonNullable<OutboxState['stopped']>): void {
    this.show({ ...this.known, stopped, failing: true })
  }

  private retry = (): void => {
    if (this.known.facts > 0) void this.send()
  }
  private onSeen = (): void => {
    if (document.visibilityState === 'visible') this.retry()
  }

  private async changed(): Promise<void> {
    const { lasting } = await this.store
    this.show({ ...this.known, ...counts({ answers: 0, facts: 0 }, await this.unsent()), lasting })
  }

  private show(state: OutboxState): void {
    if (JSON.stringify(state) === JSON.stringify(this.known)) return
    this.known = state
    for (const listener of this.listeners) listener()
  }
}

const isForGood = (reply: Reply & { ok: false }) => reply.reason === 'gone' || reply.reason === 'invalid'

const counts = (before: { answers: number; facts: number }, facts: readonly SentFact[]) => ({
  answers: before.answers + facts.filter(({ fact }) => fact === 'attempt').length,
  facts: before.facts + facts.length,
})

/** As many, from the oldest, as one request takes; at least one. */
function portion(facts: readonly SentFact[]): SentFact[] {
  const some: SentFact[] = []
  let characters = 0
  for (const fact of facts) {
    characters += JSON.stringify(fact).length
    if (some.length > 0 && (some.length >= FACTS_PER_CALL || characters > MOST_CHARACTERS)) break
    some.push(fact)
  }
  return some
}

/** Where the browser has no locks, two tabs may send the same: ids make that harmless. */
async function oneTabAtATime(work: () => Promise<void>): Promise<void> {
  if (typeof navigator === 'undefined' || !navigator.locks) return work()
  await navigator.locks.request('outbox', work)
}
