import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AssignedDecks } from '@/components/class/assigned-decks'
import { ClassPeople } from '@/components/class/class-people'
import { Confirm } from '@/components/class/confirm'
import { ButtonForm, LineForm } from '@/components/class/forms'
import { Invite } from '@/components/class/invite'
import { Page, Section } from '@/components/ui/page'
import { database } from '@/db/client'
import { readClassSettings } from '@/db/queries/class-settings'
import { env } from '@/lib/env'
import { claimedInstructor, currentLearner, requireLearner } from '@/lib/guards'
import { routes } from '@/lib/routes'
import * as actions from './actions'

type Props = { params: Promise<{ class: string }> }

/** Read once for page and title; nothing for anybody but its instructor. */
const readSettings = cache(async (id: string) => {
  const instructor = await claimedInstructor(id)
  return instructor && (await readClassSettings(await database(), instructor))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const settings = await readSettings((await params).class)
  return { title: settings && `Settings of ${settings.name}` }
}

export default async function ClassSettingsPage({ params }: Props) {
  const { class: id } = await params
  const settings = await readSettings(id)
  const learner = settings ? await currentLearner() : await requireLearner(routes.classSettings(id))
  if (!settings || !learner) notFound()
  const { name, code, archived, timeZone, assigned, available, people } = settings
  const on = { class: id }
  return (
    <Page
      title="Class settings"
      lead={
        <Link href={routes.class(id)} className="link">
          {name}
        </Link>
      }
    >
      <Section id="decks" title="Decks">
        <AssignedDecks
          classId={id}
          timeZone={timeZone}
          assigned={assigned}
          available={available}
          assign={actions.assign}
          unassign={actions.unassign}
        />
      </Section>
      <Section id="invite" title="Invite learners">
        {archived ? (
          <p>The class is archived: nobody can join it.</p>
        ) : (
          <>
            <Invite code={code} link={env().APP_URL + routes.join(code)} />
            <div className="mt-3">
              <Confirm label="New code">
                <p>The link and the code above stop working at once. Whoever is in the class stays.</p>
                <ButtonForm action={actions.makeNewCode} hidden={on} button="Make a new code" />
              </Confirm>
            </div>
          </>
        )}
      </Section>
      <Section id="people" title="People">
        <ClassPeople classId={id} me={learner.id} people={people} actions={actions} />
      </Section>
      <Section id="name" title="Name">
        <LineForm
          action={actions.rename}
          hidden={on}
          name="name"
          label="Class name"
          initial={name}
          maxLength={80}
          autoComplete="off"
          button="Rename"
          variant="quiet"
        />
      </Section>
      <Section id="end" title="End the class">
        <div className="grid justify-items-start gap-4">
          {archived ? (
            <>
              <p className="max-w-measure">
                The class is archived. Its people and figures are as before; opened again, it can be joined.
              </p>
              <ButtonForm action={actions.unarchive} hidden={on} button="Open again" />
            </>
          ) : (
            <>
              <p className="max-w-measure">
                An archived class moves to the end of your list and cannot be joined. Its people and figures
                stay.
              </p>
              <ButtonForm action={actions.archive} hidden={on} button="Archive class" />
            </>
          )}
          <Confirm label="Delete class…">
            <p>
              The class, its list of learners and its assignments are deleted for good. What its learners
              answered stays theirs. To delete it, type its name: <strong>{name}</strong>
            </p>
            <LineForm
              action={actions.destroy}
              hidden={on}
              name="typed"
              label="Class name"
              autoComplete="off"
              maxLength={80}
              button="Delete class"
              variant="danger"
            />
          </Confirm>
        </div>
      </Section>
    </Page>
  )
}
