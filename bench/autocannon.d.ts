/** The little of autocannon that is used here; the package brings no types. */
declare module 'autocannon' {
  type Request = { method?: string; path?: string; headers?: Record<string, string>; body?: Buffer }
  type Options = {
    url: string
    connections: number
    duration: number
    headers?: Record<string, string>
    requests?: (Request & { setupRequest?: (request: Request) => Request })[]
  }
  type Result = { '2xx': number; non2xx: number; errors: number; timeouts: number; duration: number }
  export default function autocannon(options: Options): Promise<Result>
}
