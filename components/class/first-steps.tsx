import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { routes } from '@/lib/routes'

/** What an instructor does first: decks, then learners. Nothing once there are both. */
export function FirstSteps({
  classId,
  decks,
  learners,
}: {
  classId: string
  decks: number
  learners: number
}) {
  if (decks === 0)
    return (
      <EmptyState
        title="No deck is assigned yet"
        action={<ButtonLink href={routes.classSettings(classId, 'decks')}>Assign a deck</ButtonLink>}
      >
        <p>
          Assign the decks that your learners study. Here you then see what each of them knows, and what the
          class misses most.
        </p>
      </EmptyState>
    )
  if (learners === 0)
    return (
      <EmptyState
        title="Nobody has joined yet"
        action={<ButtonLink href={routes.classSettings(classId, 'invite')}>Invite learners</ButtonLink>}
      >
        <p>Send your learners the link of the class, or show them its code. This page fills as they study.</p>
      </EmptyState>
    )
  return null
}
