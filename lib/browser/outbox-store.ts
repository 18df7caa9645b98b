import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { SentFact } from '@/lib/rules/review/sent'

/** Where facts wait until the server has them, in the order in which they happened. */
export type OutboxStore = {
  /** False when closing the page would lose what waits: the browser keeps nothing for us. */
  lasting: boolean
  add: (fact: SentFact) => Promise<void>
  /** All that waits of this learner, the oldest first. */
  all: (learner: string) => Promise<SentFact[]>
  remove: (ids: readonly string[]) => Promise<void>
  /** Drops all that is this learner's. */
  forget: (learner: string) => Promise<void>
}

interface Schema extends DBSchema {
  facts: { key: number; value: SentFact; indexes: { learner: string; id: string } }
}

/** Opens the store in IndexedDB; in the page's own memory where that cannot be had. */
export async function openStore(): Promise<OutboxStore> {
  try {
    const db = lastingStore(
      await openDB<Schema>('outbox', 1, {
        upgrade(db) {
          const facts = db.createObjectStore('facts', { autoIncrement: true })
          facts.createIndex('learner', 'learner')
          facts.createIndex('id', 'id', { unique: true })
        },
      }),
    )
    return withSpare(db, memoryStore())
  } catch {
    return memoryStore()
  }
}

/** What the first store cannot take, its disk being full, the page itself holds. */
function withSpare(first: OutboxStore, spare: OutboxStore): OutboxStore {
  const store: OutboxStore = {
    lasting: true,
    add: async (fact) => {
      try {
        await first.add(fact)
      } catch {
        store.lasting = false
        await spare.add(fact)
      }
    },
    all: async (learner) => [...(await first.all(learner)), ...(await spare.all(learner))],
    remove: async (ids) => {
      await spare.remove(ids)
      await first.remove(ids)
    },
    forget: async (learner) => {
      await spare.forget(learner)
      await first.forget(learner)
    },
  }
  return store
}

function lastingStore(db: IDBPDatabase<Schema>): OutboxStore {
  const dropBy = async (index: 'learner' | 'id', values: readonly string[]) => {
    const { store, done } = db.transaction('facts', 'readwrite')
    for (const value of values)
      for (const key of await store.index(index).getAllKeys(value)) await store.delete(key)
    await done
  }
  return {
    lasting: true,
    add: async (fact) => {
      await db.add('facts', fact)
    },
    all: (learner) => db.getAllFromIndex('facts', 'learner', learner),
    remove: (ids) => dropBy('id', ids),
    forget: (learner) => dropBy('learner', [learner]),
  }
}

function memoryStore(): OutboxStore {
  let facts: SentFact[] = []
  return {
    lasting: false,
    add: async (fact) => {
      facts = [...facts, fact]
    },
    all: async (learner) => facts.filter((fact) => fact.learner === learner),
    remove: async (ids) => {
      const gone = new Set(ids)
      facts = facts.filter(({ id }) => !gone.has(id))
    },
    forget: async (learner) => {
      facts = facts.filter((fact) => fact.learner !== learner)
    },
  }
}
