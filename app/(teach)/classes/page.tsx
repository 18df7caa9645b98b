import type { Metadata } from 'next'
import { ClassList } from '@/components/class/class-list'
import { LineForm } from '@/components/class/forms'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, Section } from '@/components/ui/page'
import { database } from '@/db/client'
import { listClasses } from '@/db/queries/classes'
import { requireLearner } from '@/lib/guards'
import { routes } from '@/lib/routes'
import { makeClass, openInvitation } from './actions'

export const metadata: Metadata = { title: 'Classes' }

export default async function ClassesPage() {
  const learner = await requireLearner(routes.classes())
  const classes = await listClasses(await database(), learner)
  const open = classes.filter(({ archived }) => !archived)
  const taught = open.filter(({ role }) => role === 'instructor')
  const joined = open.filter(({ role }) => role === 'learner')
  const archived = classes.filter((one) => one.archived)
  return (
    <Page title="Classes" lead="Study assigned decks together, or see how the people you teach are doing.">
      {open.length === 0 && (
        <EmptyState title={archived.length > 0 ? 'No class is open' : 'You are in no class yet'}>
          <p>
            Join one with the code or the link that your instructor gave you. If you teach, create a class:
            you get a code for your learners and see how they do on the decks you assign.
          </p>
        </EmptyState>
      )}
      {joined.length > 0 && (
        <Section id="joined" title="Classes you are in">
          <ClassList classes={joined} />
        </Section>
      )}
      {taught.length > 0 && (
        <Section id="taught" title="Classes you teach">
          <ClassList classes={taught} />
        </Section>
      )}
      {archived.length > 0 && (
        <Section id="archived" title="Archived">
          <ClassList classes={archived} />
        </Section>
      )}
      <div className="mt-12 grid gap-12 md:grid-cols-2 [&>section]:mt-0">
        <Section id="join" title="Join with a code">
          <LineForm
            action={openInvitation}
            name="code"
            label="Code"
            button="Look at the class"
            variant="quiet"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
          />
        </Section>
        <Section id="create" title="Create a class">
          <LineForm
            action={makeClass}
            name="name"
            label="Class name"
            button="Create class"
            variant="quiet"
            autoComplete="off"
            maxLength={80}
          />
        </Section>
      </div>
    </Page>
  )
}
