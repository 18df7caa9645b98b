import { KIND_WORDS } from '@/lib/rules/item-title'
import type { FoundKind } from '@/lib/rules/search/view'

export const FOUND_WORDS: Record<FoundKind, string> = { deck: 'Deck', ...KIND_WORDS }
