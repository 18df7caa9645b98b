/**
 * The same call, given up after `ms` milliseconds, whatever it was waiting for: a client asks a server a few things at a
 * time, and the others wait in its queue, where no limit of one request reaches them. What was given up may still happen:
 * every write of ours can be sent again.
 */
export const within =
  <Args extends unknown[], Result>(ms: number, call: (...args: Args) => Promise<Result>) =>
  async (...args: Args): Promise<Result> => {
    let timer: NodeJS.Timeout | undefined
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The call was aborted due to timeout.')), ms)
    })
    try {
      return await Promise.race([call(...args), limit])
    } finally {
      clearTimeout(timer)
    }
  }
