import { routes } from '@/lib/routes'
import type { Picture } from '@/lib/rules/item'

/**
 * The pictures of an item, each with what it shows in words. They are drawn for white paper, dark strokes on nothing,
 * so they get some in either theme.
 */
export function Pictures({ pictures }: { pictures: readonly Omit<Picture, 'digest'>[] }) {
  return pictures.map(({ source, alt }) => (
    // biome-ignore lint/performance/noImgElement: the framework's own writes a style attribute, which the policy blocks.
    <img
      key={source}
      src={routes.picture(source)}
      alt={alt}
      loading="lazy"
      decoding="async"
      className="mt-4 h-auto max-h-[70vh] max-w-full rounded-sm bg-white p-2"
    />
  ))
}
