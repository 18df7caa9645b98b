import { describe, expect, it } from 'vitest'
import { redacted } from './log'

describe('what could say who somebody is', () => {
  it.each([
    ['Failed query: select 1\nparams: ada@example.org,secret', 'Failed query: select 1\nparams: […]'],
    ['Failed: params: Ada,\nLovelace\n    at run (file.js:1)', 'Failed: params: […]\n    at run (file.js:1)'],
    ['no mail to <ada.l+x@example.org>', 'no mail to <[e-mail]>'],
    ['POST /reset/Zm9vYmFy failed', 'POST /reset/[…] failed'],
    ['POST /verify/Zm9vYmFy failed', 'POST /verify/[…] failed'],
    ['nothing to hide', 'nothing to hide'],
  ])('%j becomes %j', (message, expected) => expect(redacted(message)).toBe(expected))
})
