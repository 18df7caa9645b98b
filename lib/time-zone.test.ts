import { expect, it } from 'vitest'
import { isTimeZone, timeZones } from './time-zone'

it('knows zones by name and refuses what is none', () => {
  for (const zone of ['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires'])
    expect(isTimeZone(zone)).toBe(true)
  for (const zone of ['', 'Mars/Olympus', '+01:00', 'Europe/Berlin ', '../etc'])
    expect(isTimeZone(zone)).toBe(false)
})

it('offers UTC first, and the zone that is kept even where it goes by another name', () => {
  const offered = timeZones('Asia/Old_Name')
  expect(offered[0]).toBe('UTC')
  expect(offered).toContain('Asia/Old_Name')
  expect(offered.filter((zone) => zone === 'UTC')).toHaveLength(1)
})
