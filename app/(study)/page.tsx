import { Page } from '@/components/ui/page'

export default function Home() {
  return <Page title="Recall & Review" />
}
