import type { ComponentProps } from 'react'
import { controlClasses } from './input'

/** The browser's own select: it opens as people know it on every device. */
export function Select({ className = '', ...props }: ComponentProps<'select'>) {
  return <select className={`${controlClasses} pe-8 ${className}`} {...props} />
}
