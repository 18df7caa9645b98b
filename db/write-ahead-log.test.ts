import { describe, expect, it } from 'vitest'
import { writeAheadLog } from './write-ahead-log'

/** A disk whose syncs end when the test says so. */
function disk() {
  const ends: ((error: Error | null) => void)[] = []
  let broke = 0
  const { synced, whenIdle } = writeAheadLog(
    (callback) => void ends.push(callback),
    () => {
      broke += 1
    },
  )
  const end = async (error: Error | null = null) => {
    ends.shift()?.(error)
    await new Promise(setImmediate)
  }
  return {
    synced: () => synced(true),
    known: () => synced(false),
    whenIdle,
    underWay: () => ends.length,
    broke: () => broke,
    end,
  }
}

describe('commits on their way to the disk', () => {
  it('are acknowledged by the sync that began after them, and not by one that was under way', async () => {
    const log = disk()
    const seen: string[] = []
    void log.synced().then(() => seen.push('first'))
    void log.synced().then(() => seen.push('second'))
    await log.end()
    expect(seen).toEqual(['first'])
    await log.end()
    expect(seen).toEqual(['first', 'second'])
  })

  it('share one sync when they came while another was under way', async () => {
    const log = disk()
    const all = [1, 2, 3, 4].map(() => log.synced())
    expect(log.underWay()).toBe(1)
    await log.end()
    expect(log.underWay()).toBe(1)
    await log.end()
    await Promise.all(all)
    expect(log.underWay()).toBe(0)
  })

  it('are refused when the sync fails, and so is everything after it', async () => {
    const log = disk()
    const refused = expect(log.synced()).rejects.toThrow('disk I/O error')
    const later = expect(log.synced()).rejects.toThrow('disk I/O error')
    await log.end(new Error('EIO'))
    await log.end()
    await Promise.all([refused, later])
    expect(log.broke()).toBe(1)
  })

  it('are waited for by whoever reads them meanwhile, and by nobody when all is on the disk', async () => {
    const log = disk()
    await log.known()
    expect(log.underWay()).toBe(0)
    void log.synced()
    let known = false
    const reading = log.known().then(() => {
      known = true
    })
    await log.end()
    expect(known).toBe(false)
    await log.end()
    await reading
  })

  it('are waited for before the log is let go of', async () => {
    const log = disk()
    let idle = false
    const written = log.synced()
    log.whenIdle(() => {
      idle = true
    })
    expect(idle).toBe(false)
    await log.end()
    await written
    await log.end()
    expect(idle).toBe(true)
  })
})
