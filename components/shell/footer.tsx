import Link from 'next/link'
import { routes } from '@/lib/routes'
import { ThemeSwitch } from './theme-switch'

export function Footer() {
  return (
    <footer className="mt-auto border-rule border-t text-ink-faint text-sm print:hidden">
      <div className="mx-auto flex w-full max-w-wide flex-wrap items-center justify-between gap-x-8 px-5 py-3 sm:px-8">
        <Link href={routes.privacy()} className="inline-flex min-h-11 items-center hover:text-accent">
          What is kept about you
        </Link>
        <ThemeSwitch />
      </div>
    </footer>
  )
}
