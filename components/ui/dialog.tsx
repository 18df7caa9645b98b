'use client'

import { type ReactNode, useId, useRef } from 'react'
import { type ButtonLook, buttonClasses } from './button-classes'

/**
 * A button and the dialog it opens, on the browser's own <dialog>: it keeps the focus inside, closes by Escape and
 * gives the focus back. Put a form in it; its way out is the button that says `close`.
 */
export function Dialog({
  open: label,
  variant = 'quiet',
  title,
  close = 'Cancel',
  children,
}: {
  open: ReactNode
  variant?: ButtonLook['variant']
  title: string
  close?: string
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className={buttonClasses({ variant })}
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={id}
        className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-md border border-rule bg-paper p-6 text-ink shadow-float backdrop:bg-black/40"
      >
        <h2 id={id} className="font-semibold text-lg">
          {title}
        </h2>
        <div className="mt-3 grid gap-4">{children}</div>
        <form method="dialog" className="mt-4">
          <button type="submit" className={buttonClasses({ variant: 'quiet' })}>
            {close}
          </button>
        </form>
      </dialog>
    </>
  )
}
