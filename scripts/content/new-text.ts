import { stringify } from 'yaml'
import type { Known } from './ask'
import { readSteps } from './wanted'

/** A value as YAML writes it on one line, quoted where it must be. */
const line = (text: string): string => stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN' }).trim()

/** A deck with one item of each kind to write over, in order as it stands. */
export const deckText = ({ id = '', title = '', summary = '', language = '' }: Known): string =>
  `# yaml-language-server: $schema=../deck.schema.json
id: ${id}
title: ${line(title)}
summary: ${line(summary)}
language: ${language}
# What you checked your facts against, for the foot of the page:
# sources:
#   - title: Author, title, year
#     url: https://example.org

cards:
  - id: first-card
    level: beginner
    front: Ask for one thing here.
    back: Answer in a sentence or two.

questions:
  - id: first-question
    level: intermediate
    stem: Ask something that needs understanding.
    options:
      - id: mistake
        text: What somebody believes who mixes two things up
        correct: false
        feedback: Say what is mixed up, and how to tell the two apart.
      - id: right
        text: What is true, in no more words than the others
        correct: true
        feedback: Say why it holds.
      - id: half
        text: What would be true in another case
        correct: false
        feedback: Say in which case it would be, and why not here.
    explanation: Say what one should keep in mind.

prompts:
  - id: first-prompt
    level: advanced
    task: Ask for an explanation that takes some sentences.
    hint: Nudge, without naming what is looked for.
    model: Write the answer you would like to read. It has an alpha notion and a beta notion.
    concepts:
      - id: first-idea
        name: The first idea
        accept: [alpha notion]
        hint: Lead back to the first idea without naming it.
      - id: second-idea
        name: The second idea
        accept: [beta notion]
        hint: Lead back to the second idea without naming it.
`

export const courseText = ({ title = '', summary = '', audience = '', language = '', decks = '' }: Known) =>
  `title: ${line(title)}
summary: ${line(summary)}
audience: ${line(audience)}
language: ${language}
decks:
${readSteps(decks).map(stepText).join('\n')}
`

const stepText = ({ id, buildsOn }: { id: string; buildsOn: string[] }): string =>
  [`  - id: ${id}`, ...(buildsOn.length > 0 ? [`    buildsOn: [${buildsOn.join(', ')}]`] : [])].join('\n')
