import { warning } from '@/lib/content/editor/habit'
import {
  type Ask,
  askForLinks,
  askOverTheNetwork,
  MOST_LINKS,
  outsideLinks,
  withoutAnchor,
} from '@/lib/content/editor/outside-links'
import type { Finding } from '@/lib/content/findings'
import type { WrittenDeck } from '@/lib/content/load'

/** Asks for every page outside that decks link to: a warning at each link to one that is gone, and a line of counts. */
export async function checkLinks(
  written: readonly WrittenDeck[],
  ask: Ask = askOverTheNetwork,
): Promise<{ findings: Finding[]; summary: string }> {
  const links = written.flatMap(({ deck, finding }) =>
    outsideLinks(deck).map((link) => ({ ...link, finding })),
  )
  const all = new Set(links.map(({ url }) => withoutAnchor(url)))
  const answers = await askForLinks([...all], ask)
  const count = (answer: string) => [...answers.values()].filter((each) => each === answer).length
  const unasked = all.size - answers.size
  return {
    findings: links
      .filter(({ url }) => answers.get(withoutAnchor(url)) === 'gone')
      .map(({ path, url, finding }) =>
        finding(
          warning(path, `${url} is not there any more. Link to where it is now, or leave the link out.`),
        ),
      ),
    summary: `${answers.size} pages outside asked: ${count('there')} there, ${count('gone')} gone, ${count('unclear')} that gave no clear answer${unasked > 0 ? ` (${unasked} more than ${MOST_LINKS} not asked)` : ''}.`,
  }
}
