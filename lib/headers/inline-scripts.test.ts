import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inlineScriptHashes, readBuiltPages } from './inline-scripts'

const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

describe('inline scripts', () => {
  it('are hashed byte for byte, each once, and scripts with a source are left out', () => {
    const html =
      '<script src="/_next/static/a.js" async=""></script><script>\n a(1) </script><script id="x">b</script><script>b</script>'
    expect(inlineScriptHashes(html)).toEqual([hash('\n a(1) '), hash('b')])
  })

  it('are found for each page by its path; documents that answer anywhere are kept apart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'recall-pages-'))
    try {
      await mkdir(join(folder, 'decks'))
      await writeFile(join(folder, 'index.html'), '<script>home</script>')
      await writeFile(join(folder, 'decks/one.html'), '<script>deck</script>')
      await writeFile(join(folder, 'decks/one.rsc'), '<script>no document</script>')
      await writeFile(join(folder, '_not-found.html'), '<script>missing</script>')
      const { pages, anywhere } = await readBuiltPages(folder)
      expect(Object.fromEntries(pages)).toEqual({ '/': [hash('home')], '/decks/one': [hash('deck')] })
      expect(anywhere).toEqual([hash('missing')])
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
