import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { routes } from '@/lib/routes'

export default function NoSuchCode() {
  return (
    <Page
      title="This code leads to no class"
      lead="It may be mistyped, or your instructor has made a new one since. Ask them for the link or the code of today."
    >
      <ButtonLink href={routes.classes()} variant="quiet">
        Type another code
      </ButtonLink>
    </Page>
  )
}
