'use client'

import { useId, useSyncExternalStore } from 'react'
import { chooseTheme, chosenTheme, onTheme, THEMES, type Theme } from '@/lib/browser/theme'

const names: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' }

/** Light, dark, or as the system has it; kept in this browser. Without scripts the system decides. */
export function ThemeSwitch() {
  const group = useId()
  const chosen = useSyncExternalStore(onTheme, chosenTheme, () => 'system')
  return (
    <fieldset className="needs-script -me-2 flex flex-wrap items-center gap-x-1">
      <legend className="float-start me-2 flex min-h-11 items-center">Theme</legend>
      {THEMES.map((theme) => (
        <label
          key={theme}
          className="relative flex min-h-11 items-center rounded-md px-2 text-ink-faint hover:text-accent has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={group}
            className="absolute inset-0 cursor-pointer opacity-0"
            checked={chosen === theme}
            onChange={() => chooseTheme(theme)}
          />
          <span className="border-transparent border-b-2 [:checked+&]:border-accent">{names[theme]}</span>
        </label>
      ))}
    </fieldset>
  )
}
