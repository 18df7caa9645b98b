import Link from 'next/link'
import type { FormAction } from '@/components/form/use-action-form'
import { routes } from '@/lib/routes'
import { Confirm } from './confirm'
import { PeopleForms, RowForm } from './row-forms'

type Person = { id: string; name: string; role: 'learner' | 'instructor'; agreed: boolean }
type Actions = { makeInstructor: FormAction; stepDown: FormAction; remove: FormAction; giveAway: FormAction }

/** Who is in the class, and what an instructor can do about each of them. */
export function ClassPeople({
  classId,
  me,
  people,
  actions,
}: {
  classId: string
  me: string
  people: readonly Person[]
  actions: Actions
}) {
  const instructors = people.filter(({ role }) => role === 'instructor')
  const learners = people.filter(({ role }) => role === 'learner')
  const on = (person: Person) => ({ class: classId, member: person.id })
  return (
    <PeopleForms actions={actions}>
      <div className="grid gap-8">
        <div>
          <h3 className="mb-2 font-semibold">Instructors</h3>
          <ul className="border-rule border-t">
            {instructors.map((person) => (
              <Row key={person.id} name={person.id === me ? `${person.name} (you)` : person.name}>
                {instructors.length > 1 && (
                  <Confirm label={person.id === me ? 'Step down' : 'Take the role away'}>
                    <p>{afterwards(person, me)}</p>
                    <RowForm
                      name="stepDown"
                      hidden={on(person)}
                      button={person.id === me ? 'Step down' : `Make ${person.name} no instructor`}
                    />
                  </Confirm>
                )}
              </Row>
            ))}
          </ul>
          <p className="mt-3 max-w-measure text-ink-soft text-sm">
            {instructors.length > 1
              ? 'All instructors see and may change the same.'
              : 'A second instructor joins by the code like a learner; then give them the role below.'}
          </p>
        </div>
        <div>
          <h3 className="mb-2 font-semibold">Learners</h3>
          {learners.length === 0 && <p className="text-ink-soft">Nobody has joined yet.</p>}
          <ul className="border-rule border-t empty:hidden">
            {learners.map((person) => (
              <Row
                key={person.id}
                name={
                  <Link href={routes.classLearner(classId, person.id)} className="hover:text-accent">
                    {person.name}
                  </Link>
                }
              >
                <Confirm label="Make instructor">
                  <p>
                    {person.name} then sees and may change all that you do, and is no learner of the class any
                    more.
                  </p>
                  <div className="flex flex-wrap gap-3">
                    <RowForm name="makeInstructor" hidden={on(person)} button="Make instructor" />
                    <RowForm name="giveAway" hidden={on(person)} button="Hand the class over and leave" />
                  </div>
                </Confirm>
                <Confirm label="Remove">
                  <p>
                    You see nothing of {person.name} from then on; their work stays theirs. With the code they
                    can join again: make a new one to prevent that.
                  </p>
                  <RowForm
                    name="remove"
                    hidden={on(person)}
                    button="Remove from the class"
                    variant="danger"
                  />
                </Confirm>
              </Row>
            ))}
          </ul>
        </div>
      </div>
    </PeopleForms>
  )
}

const Row = ({ name, children }: { name: React.ReactNode; children: React.ReactNode }) => (
  <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-rule border-b py-2">
    <span className="min-w-0 flex-[1_1_14rem] break-words font-medium">{name}</span>
    <div className="flex flex-wrap gap-x-4">{children}</div>
  </li>
)

/** Who joined by the code agreed to show their work, so they may be a learner again; who did not leaves. */
function afterwards({ id, name, agreed }: Person, me: string): string {
  if (id === me)
    return agreed
      ? 'You stay in the class as a learner, and its instructors see your work on the assigned decks.'
      : 'You leave the class. You can join again by its code, as a learner.'
  return agreed ? `${name} stays in the class as a learner.` : `${name} leaves the class.`
}
