'use client'

import { type ReactNode, useId } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import { LevelMark } from '@/components/ui/level-mark'
import { Menu, menuItemClasses } from '@/components/ui/menu'
import { KIND_WORDS } from '@/lib/rules/item-title'
import type { ReviewItem, Why } from '@/lib/rules/review/wire'
import { KeyHint } from './answer-bar'

const WHY_WORDS: Partial<Record<Why, string>> = {
  new: 'new',
  learning: 'once more',
  revised: 'changed by its author',
}

type Props = {
  item: ReviewItem
  keys: boolean
  canUndo: boolean
  undo: () => void
  bookmark: () => void
  note: () => void
  report: () => void
  putAway: (shelving: 'buried' | 'suspended') => void
}

/** What is before the learner, from where and why; and what else can be done with it. */
export function ItemHead({ item, keys, canUndo, undo, bookmark, note, report, putAway }: Props) {
  const id = useId()
  const why = WHY_WORDS[item.why]
  return (
    <header className="mb-4 flex items-start justify-between gap-x-3">
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 py-2.5">
        <h2 id={id} className="font-semibold text-ink-soft text-sm">
          {KIND_WORDS[item.kind]}
        </h2>
        <LevelMark level={item.level} />
        {why && <span className="text-ink-faint text-sm">{why}</span>}
        {item.bookmarked && <span className="text-accent text-sm">bookmarked</span>}
        <p
          lang={item.deck.language}
          dir={item.deck.direction}
          className="basis-full truncate text-ink-faint text-sm"
        >
          {item.deck.title}
        </p>
      </div>
      <div className="-me-2 flex shrink-0 items-center gap-x-3">
        {canUndo && (
          <button type="button" onClick={undo} className={`${buttonClasses({ variant: 'plain' })} text-sm`}>
            Undo
            <KeyHint show={keys}>u</KeyHint>
          </button>
        )}
        <Menu label={<span className="text-sm">More</span>}>
          <ul>
            <MenuButton act={bookmark}>{item.bookmarked ? 'Take the bookmark away' : 'Bookmark'}</MenuButton>
            <MenuButton act={note} hint={keys ? 'e' : undefined}>
              {item.note ? 'Edit your note' : 'Add a note'}
            </MenuButton>
            <MenuButton act={() => putAway('buried')} hint={keys ? '-' : undefined}>
              Bury until tomorrow
            </MenuButton>
            <MenuButton act={() => putAway('suspended')} hint={keys ? '!' : undefined}>
              Suspend
            </MenuButton>
            <MenuButton act={report}>Report a mistake</MenuButton>
          </ul>
        </Menu>
      </div>
    </header>
  )
}

function MenuButton({
  act,
  hint,
  children,
}: {
  act: () => void
  hint?: string | undefined
  children: ReactNode
}) {
  return (
    <li>
      <button
        type="button"
        className={`${menuItemClasses} justify-between gap-x-6`}
        onClick={(event) => {
          const menu = event.currentTarget.closest('details')
          if (menu) menu.open = false
          act()
        }}
      >
        {children}
        <KeyHint show={hint !== undefined}>{hint ?? ''}</KeyHint>
      </button>
    </li>
  )
}
