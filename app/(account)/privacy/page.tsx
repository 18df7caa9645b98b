import type { Metadata } from 'next'
import Link from 'next/link'
import { Page, Section } from '@/components/ui/page'
import { env } from '@/lib/env'
import { RESET_MINUTES } from '@/lib/reset-link'
import { routes } from '@/lib/routes'
import { VERIFY_HOURS } from '@/lib/verify-link'

export const metadata: Metadata = { title: 'What is kept about you' }

/** Who runs this copy is said by its surroundings when it runs, not when it is built. */
export const dynamic = 'force-dynamic'

export default function PrivacyPage() {
  const { OPERATOR_NAME, OPERATOR_CONTACT } = env()
  return (
    <Page
      title="What is kept about you"
      lead="No advertising, no tracking, nothing from other sites. Here is everything that is kept, who sees it and for how long."
    >
      <div className="grid max-w-measure gap-y-4 [&_ul]:grid [&_ul]:list-disc [&_ul]:gap-2 [&_ul]:ps-5">
        <Section id="signed-out" title="While you are signed out">
          <p>
            Your answers stay in this browser, for a day at most. The server marks them and forgets them at
            once. When you sign in, you are asked whether to keep them.
          </p>
        </Section>
        <Section id="account" title="With an account">
          <ul>
            <li>Your name, your email address, your time zone, and when you made the account.</li>
            <li>
              Your password as a hash, from which it cannot be read back. If you sign in with another service,
              its number for you; if your account was made that way, also the name it has for you and your
              email address, where the service has verified it. Nothing else of what it knows. When your
              address was verified.
            </li>
            <li>
              Every answer you give: to what and in which version, when, on which day of yours, how long it
              took, in which sitting, how sure you said you were, the order in which you saw the options,
              which hints you opened, and how it was marked. What you know, and what you did on each day, is
              computed from that.
            </li>
            <li>
              What you say of an answer or an item: a grade you took back, an answer you hold to be right, an
              item you put off, set aside or marked, each with its moment; and your own notes on an item.
            </li>
            <li>
              How you want to study: the retention, the longest interval, when your day starts, new items and
              reviews a day, the buttons and keys, and when you changed what your dates depend on. For a deck,
              new items a day and the day of your exam.
            </li>
            <li>
              What you report as a mistake: your words, on which item and in which version, when, and what was
              answered. What you are told on the first page, and when you put it away.
            </li>
            <li>The classes you are in, whether you teach them, and when you joined.</li>
            <li>
              If a deck’s file names your email address among those who keep the deck: that address, for as
              long as the file does, account or not.
            </li>
          </ul>
        </Section>
        <Section id="who" title="Who sees it">
          <ul>
            <li>You, all of it.</li>
            <li>
              The instructors of a class you join: your name and your work on the decks assigned to that
              class, each answer with its moment, your day and how long it took, also from before you joined,
              until you leave it. Your notes, plans and settings they never see. Other learners see none of
              it.
            </li>
            <li>
              Whoever keeps a deck, by an email address in its file: the words of your reports on it and when
              you wrote them, without your name or address.
            </li>
            <li>If you teach a class, its members and whoever has its code see your name.</li>
            <li>Whoever runs this copy, since it is their database.</li>
          </ul>
        </Section>
        <Section id="how-long" title="For how long">
          <ul>
            <li>
              Your account and your answers: until you delete them under{' '}
              <Link className="link" href={routes.account()}>
                Account
              </Link>
              , where you can also export everything. Then they are erased at once, for good; copies that
              whoever runs this server made for safety last as long as they keep those.
            </li>
            <li>A session: 30 days after you last came, or until you sign out.</li>
            <li>
              Your reports: as long as your account, answered or not, or until you take an open one back.
            </li>
            <li>
              A link to set a new password: {RESET_MINUTES} minutes; one to verify your address:{' '}
              {VERIFY_HOURS} hours.
            </li>
            <li>
              Failed sign-ins are counted for an hour at most, under a code that does not tell the email
              address or the network it stands for.
            </li>
          </ul>
        </Section>
        <Section id="browser" title="In your browser">
          <p>
            A cookie that keeps you signed in, answers and reports that are not saved on the server yet or not
            finished, a number for the sitting, and the theme you chose. Signing out removes all but the
            theme. While you sign in with another service, a second cookie remembers for 15 minutes at most
            where you came from and what time zone your browser is in.
          </p>
        </Section>
        <Section id="operator" title="Who runs this copy">
          <p>
            {OPERATOR_NAME ?? 'Whoever runs this copy has not said their name here.'}
            {OPERATOR_CONTACT && (
              <>
                {OPERATOR_NAME ? ': ' : ' Reach them at '}
                <OperatorContact contact={OPERATOR_CONTACT} />
              </>
            )}
          </p>
        </Section>
      </div>
    </Page>
  )
}

/** An email address or a web address as a link; anything else as it stands. */
function OperatorContact({ contact }: { contact: string }) {
  const href = /^https?:\/\//.test(contact)
    ? contact
    : /^[^\s@]+@[^\s@]+$/.test(contact)
      ? `mailto:${contact}`
      : undefined
  return href ? (
    <a className="link" href={href}>
      {contact}
    </a>
  ) : (
    contact
  )
}
