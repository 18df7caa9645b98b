'use client'

import { useEffect, useState } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import { routes } from '@/lib/routes'

type Props = { services: readonly { id: string; name: string }[]; next: string }

/** Other services to sign in with. The browser's time zone goes along, for who makes an account that way. */
export function ServiceLinks({ services, next }: Props) {
  const [zone, setZone] = useState<string>()
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  if (services.length === 0) return null
  return (
    <div className="mt-8 grid gap-3 border-rule border-t pt-8">
      {services.map((service) => (
        // Not a <Link>: it leads out of the application, and must not be fetched ahead.
        <a
          key={service.id}
          href={routes.signInWith(service.id, zone ? { next, zone } : { next })}
          className={buttonClasses({ variant: 'quiet', wide: true })}
        >
          Continue with {service.name}
        </a>
      ))}
    </div>
  )
}
