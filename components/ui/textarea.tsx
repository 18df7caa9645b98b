import type { ComponentProps } from 'react'
import { controlClasses } from './input'

export function Textarea({ className = '', rows = 5, ...props }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} className={`${controlClasses} field-sizing-content ${className}`} {...props} />
}
