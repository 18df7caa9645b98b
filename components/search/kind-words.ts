import type { FoundKind } from '@/lib/rules/search/view'

export const KIND_WORDS: Record<FoundKind, string> = {
  deck: 'Deck',
  card: 'Card',
  question: 'Question',
  prompt: 'Prompt',
}
