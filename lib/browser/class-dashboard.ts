import { queryOptions } from '@tanstack/react-query'
import { routes } from '@/lib/routes'
import type { Dashboard } from '@/lib/rules/class/dashboard'

/** How often an open dashboard asks whether there is something new. */
const EVERY_MS = 5000

/** The server does not show this class to us any more: asking again would not help. */
export class NotHere extends Error {
  override name = 'NotHere'
}

/** A class's dashboard, read again every few seconds while its page is seen, and when it is looked at again. */
export const classDashboard = (classId: string) =>
  queryOptions({
    queryKey: ['class', classId, 'dashboard'],
    queryFn: async ({ signal }): Promise<Dashboard> => {
      const response = await fetch(routes.classDashboard(classId), {
        headers: { accept: 'application/json' },
        cache: 'no-store',
        signal,
      })
      if (response.status === 404) throw new NotHere()
      if (!response.ok) throw new Error(`The server answered ${response.status}.`)
      return response.json()
    },
    // The page shows what is known while it asks again, so one question that fails is not asked twice at once.
    retry: false,
    refetchOnWindowFocus: 'always',
    refetchInterval: ({ state }) => (state.error instanceof NotHere ? false : EVERY_MS),
  })
