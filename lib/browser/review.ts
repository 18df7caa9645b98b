import { queryOptions } from '@tanstack/react-query'
import { routes } from '@/lib/routes'
import type { ReviewPage } from '@/lib/rules/review/wire'

/** A page of the queue, with what had been done here when it was asked for. */
export type Asked = {
  page: ReviewPage
  /** How many steps the session had. */
  steps: number
  /** Ids of items whose answers had not reached the server. */
  waiting: readonly string[]
}

type Given = {
  learner: string
  /** Extra practice, as the address names it; absent for the day's review. */
  of: string | undefined
  /** What is known here at the moment of asking: ids of items that need not come, and of the one that is asked last. */
  now: () => Promise<{
    holding: readonly string[]
    after: string | undefined
    waiting: readonly string[]
    steps: number
  }>
}

/** The server knows nobody here any more: asking again would not help. */
export class SessionOver extends Error {
  override name = 'SessionOver'
}

/** How often a page that could not be had is asked for again, milliseconds. */
const AGAIN_MS = 15_000

/** The next items of one learner, asked for whenever the session wants more. */
export const reviewQueue = ({ learner, of, now }: Given) =>
  queryOptions({
    queryKey: ['review', learner, of ?? 'today'],
    queryFn: async ({ signal }): Promise<Asked> => {
      const { holding, after, waiting, steps } = await now()
      const response = await fetch(routes.reviewQueue({ of, holding, after }), {
        headers: { accept: 'application/json' },
        cache: 'no-store',
        signal,
      })
      if (response.status === 401) throw new SessionOver()
      if (!response.ok) throw new Error(`The server answered ${response.status}.`)
      const page: ReviewPage = await response.json()
      if (page.learner.id !== learner) throw new Error('Somebody else is signed in by now.')
      return { page, waiting, steps }
    },
    // Kept, it would be taken for what is asked now.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    // The same items that come again have come again: the session takes them in.
    structuralSharing: false,
    // Somebody who comes back to the page may have gone on elsewhere.
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
    retry: (failures, error) => !(error instanceof SessionOver) && failures < 3,
    refetchInterval: ({ state }) => (state.error && !(state.error instanceof SessionOver) ? AGAIN_MS : false),
    retryDelay: (failures) => Math.min(30_000, 1000 * 2 ** failures),
  })
