import type { Course } from '@/lib/rules/course/course'
import { courseComplaints, type KnownDecks } from './course-complaints'
import { courseSchema } from './course-schema'
import { type Finding, hasErrors } from './findings'
import { readSource, toFinding } from './read-source'
import { complaintsBy } from './schema-findings'

const schemaComplaints = complaintsBy(courseSchema)

export type CheckedCourse = {
  findings: Finding[]
  /** The course, when nothing but warnings was found. */
  course?: Course
}

/**
 * Checks a topic's `course.yaml` against the decks that there are, and finds everything at once.
 * @param known every deck file’s id with its topic, whether or not the deck is in order
 */
export function checkCourse(
  bytes: Uint8Array,
  { name, topic }: { name: string; topic: string },
  known: KnownDecks,
): CheckedCourse {
  const read = readSource(bytes, name)
  if (!read.ok) return { findings: read.findings }
  const { source } = read
  const complaints = [...schemaComplaints(source.value), ...courseComplaints(source.value, topic, known)]
  const findings = complaints.map(toFinding(source, name))
  const parsed = courseSchema.safeParse(source.value)
  if (!parsed.success || hasErrors(findings)) return { findings }
  return { findings, course: { id: topic, ...parsed.data } }
}
