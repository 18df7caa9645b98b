/** Every address of ours, made in one place. Pages and actions write no literal paths. */
export const routes = {
  home: () => '/',
  /** What is the learner's own; on a deck's page also where they stand on its items, on the first what is due today. */
  mine: (deck?: string, today?: boolean) =>
    withQuery('/api/mine', { ...(deck && { deck }), ...(today && { today: '' }) }),
  /** The daily review, or extra practice `of` something. */
  review: (of?: string) => withQuery('/review', of ? { of } : {}),
  /** The next items of a review: those in `holding` are left out, `after` was asked last. */
  reviewQueue: ({
    of,
    holding,
    after,
  }: {
    of?: string | undefined
    holding: readonly string[]
    after?: string | undefined
  }) =>
    `/api/review?${new URLSearchParams([
      ...(of ? [['of', of]] : []),
      ...(after ? [['after', after]] : []),
      ...holding.map((id) => ['holding', id]),
    ])}`,
  /** Where a session of study sends what was answered and done. */
  attempts: () => '/api/attempts',
  decks: () => '/decks',
  deck: (deck: string) => `/decks/${deck}`,
  /** A topic whose decks have an order; `course` is the topic. */
  course: (course: string) => `/courses/${course}`,
  /** `view` is what is looked for; see lib/rules/search/view. */
  search: (view: Record<string, string> = {}) => withQuery('/search', view),
  /** An item on its deck's page; `name` is the author's id of it. */
  item: (deck: string, name: string) => `/decks/${deck}#${name}`,
  /** A picture of a deck by its path below `content/`. */
  picture: (source: string) => `/content/${source}`,
  /** `view` is a range and a deck; see lib/rules/progress/view. */
  progress: (view: Record<string, string> = {}) => withQuery('/progress', view),
  classes: () => '/classes',
  class: (id: string, view: Record<string, string> = {}) => withQuery(`/classes/${id}`, view),
  classSettings: (id: string, part = '') => `/classes/${id}/settings${part && `#${part}`}`,
  classLearner: (id: string, learner: string, page = 1) =>
    withQuery(`/classes/${id}/learners/${learner}`, page > 1 ? { page: String(page) } : {}),
  classTableFile: (id: string) => `/classes/${id}/table.csv`,
  classAnswersFile: (id: string) => `/classes/${id}/answers.csv`,
  classDashboard: (id: string) => `/api/classes/${id}/dashboard`,
  join: (code: string) => `/join/${code}`,
  /** `next` is where to go on afterwards, a path of ours. */
  signIn: (next?: string) => withNext('/sign-in', next),
  /** The sign-in page, saying why somebody was brought there; see its notices. */
  signInBecause: (reason: string) => `/sign-in?${new URLSearchParams({ because: reason })}`,
  /** Leads to another service. `add` is the token that adds it to the account signed in. */
  signInWith: (service: string, more: { next?: string; zone?: string; add?: string }) =>
    `/sign-in/with/${service}?${new URLSearchParams(more)}`,
  signUp: (next?: string) => withNext('/sign-up', next),
  account: () => '/account',
  /** How one studies: the dials. */
  accountStudy: () => '/account/study',
  /** What one wants of one deck: an exam's date, and the plan until then. */
  deckPlan: (deck: string) => `/account/study/${deck}`,
  accountAfterAdding: (outcome: 'added' | 'there' | 'of-another') => `/account?service=${outcome}#ways-in`,
  /** Where an address is verified or changed. */
  accountAddress: () => '/account#address',
  accountAfterVerifying: () => '/account?address=verified#address',
  accountExport: () => '/account/export',
  forgot: () => '/forgot',
  reset: (token: string) => `/reset/${encodeURIComponent(token)}`,
  /** The link by which an address is verified. */
  verify: (token: string) => `/verify/${encodeURIComponent(token)}`,
  privacy: () => '/privacy',
  /** Where a mistake in one version of an item is reported; `item` is `<deck>/<name>`. */
  report: (item: string, hash: string) => withQuery('/report', { item, hash }),
  /** What one reported, and what came of it; `id` is the report to be read. */
  reports: (id = '') => `/reports${id && `#${id}`}`,
  /** Where a deck's keepers answer reports. */
  keep: () => '/keep',
  keptFile: (deck: string) => `/keep/${deck}/deck.yaml`,
}

function withQuery(path: string, params: Record<string, string>): string {
  const query = new URLSearchParams(params).toString()
  return query ? `${path}?${query}` : path
}

function withNext(path: string, next: string | undefined): string {
  return next && next !== '/' ? `${path}?${new URLSearchParams({ next })}` : path
}

/** The deck a path shows, if it shows one. */
export function deckOfPath(path: string): string | undefined {
  return /^\/decks\/([a-z0-9-]+)\/?$/.exec(path)?.[1]
}
