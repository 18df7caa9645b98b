import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readBuiltPages } from '@/lib/headers/inline-scripts'
import { complaintsOf, visit } from './console'

const scriptSource = (headers: Record<string, string>) =>
  /script-src ([^;]*)/.exec(headers['content-security-policy'] ?? '')?.[1] ?? 'no policy'

test('every page made at build time runs under a policy that names its own scripts, without a complaint', async ({
  page,
}) => {
  const { pages } = await readBuiltPages(join('.next', 'server', 'app'))
  expect([...pages.keys()]).toContain('/')
  const complaints = complaintsOf(page)
  for (const [path, hashes] of pages) {
    const answer = await visit(page, path)
    expect(answer?.status(), path).toBe(200)
    const allowed = scriptSource((await answer?.allHeaders()) ?? {})
    expect(allowed, path).toBe(["'self'", ...hashes.map((hash) => `'${hash}'`)].join(' '))
    for (const opener of await page.locator('summary:visible, button[popovertarget]:visible').all()) {
      await opener.click()
      await page.keyboard.press('Escape')
    }
  }
  expect(complaints).toEqual([])
})

test('a page that is missing is answered with 404 and runs under a nonce', async ({ page }) => {
  const complaints = complaintsOf(page)
  for (const path of ['/nowhere', '/decks/no-such-deck']) {
    const answer = await visit(page, path)
    expect(answer?.status(), path).toBe(404)
    expect(scriptSource((await answer?.allHeaders()) ?? {}), path).toMatch(/^'self' 'nonce-[^']+' 'sha256-/)
  }
  expect(complaints).toEqual([])
})

test('no script and no markup gets in as a string', async ({ page }) => {
  await page.goto('/')
  const refused = await page.evaluate(() => {
    const attempts = {
      html: () => {
        document.body.innerHTML = '<p>written</p>'
      },
      source: () => {
        document.createElement('script').src = 'https://elsewhere.example/x.js'
      },
    }
    return Object.entries(attempts).flatMap(([name, attempt]) => {
      try {
        attempt()
        return []
      } catch {
        return [name]
      }
    })
  })
  expect(refused).toEqual(['html', 'source'])
})

test('a client cannot choose the policy it gets', async ({ request }) => {
  const headers = {
    'content-security-policy': "script-src 'nonce-mine'",
    'content-security-policy-report-only': "script-src 'nonce-mine'",
  }
  for (const path of ['/', '/nowhere']) {
    const answer = await request.get(path, { headers })
    expect(JSON.stringify(answer.headers()) + (await answer.text())).not.toContain('mine')
  }
})

test('every answer carries the fixed headers, and none promises https where there is none', async ({
  request,
}) => {
  for (const path of ['/', '/nowhere', '/api/mine']) {
    const headers = (await request.get(path)).headers()
    expect(headers, path).toMatchObject({
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['permissions-policy'], path).toContain('camera=()')
    expect(headers['strict-transport-security'], path).toBeUndefined()
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
})

test('a body that is too large is refused before it is read', async ({ request }) => {
  const answer = await request.post('/', { data: 'x'.repeat(300 * 1024) })
  expect(answer.status()).toBe(413)
})
