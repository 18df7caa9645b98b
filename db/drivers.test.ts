import { it } from 'vitest'
import { ASKED, DRIVERS } from './testing'

for (const driver of ASKED)
  it.skipIf(!DRIVERS.includes(driver))(
    `the contract suite runs on ${driver} (the libSQL server ships for Linux x64 alone)`,
    ({ expect }) => expect(DRIVERS).toContain(driver),
  )
