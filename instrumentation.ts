/** On a serverless host there is no start of ours: what its functions say is made into lines here. */
export async function register(): Promise<void> {
  if (process.env.VERCEL && process.env.NEXT_RUNTIME === 'nodejs') {
    const { takeOverConsole } = await import('./lib/log')
    takeOverConsole()
  }
}
