'use client'

import { useEffect, useState } from 'react'
import { type Command, commandOf, type Place } from '@/lib/rules/review/keys'

/** Carries out what keys ask for. Returns whether a key was pressed yet: before that no key is hinted at. */
export function useKeys(
  enabled: boolean,
  on: Place['on'],
  twoButtons: boolean,
  carryOut: (command: Command) => void,
): boolean {
  const [used, setUsed] = useState(false)
  useEffect(() => {
    if (!enabled) return
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.repeat) return
      const target = event.target instanceof Element ? event.target : document.body
      const typing = target.closest(
        'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])',
      )
      const control = target.closest('button, a[href], summary')
      if (!typing && !/^(Shift|Control|Alt|Meta)$/.test(event.key)) setUsed(true)
      const place = { on, twoButtons, typing: typing !== null, control: control !== null }
      const command = commandOf(event, place)
      if (!command) return
      event.preventDefault()
      carryOut(command)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  })
  return used && enabled
}
