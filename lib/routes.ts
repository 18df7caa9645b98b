/** Every address of ours, made in one place. Pages and actions write no literal paths. */
export const routes = {
  home: () => '/',
  /** `next` is where to go on afterwards, a path of ours. */
  signIn: (next?: string) => withNext('/sign-in', next),
  signUp: (next?: string) => withNext('/sign-up', next),
  account: () => '/account',
  accountExport: () => '/account/export',
  forgot: () => '/forgot',
  reset: (token: string) => `/reset/${encodeURIComponent(token)}`,
  privacy: () => '/privacy',
}

function withNext(path: string, next: string | undefined): string {
  return next && next !== '/' ? `${path}?${new URLSearchParams({ next })}` : path
}
