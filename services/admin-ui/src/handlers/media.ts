import type { Schemas } from '~/api/client'

export type Media = NonNullable<Schemas['HandlerFields']['media']>[number]
export type MediaType = Media['type']

export const MEDIA_TYPES: MediaType[] = [
  'photo',
  'video',
  'animation',
  'document',
  'audio',
  'voice',
  'video_note',
  'sticker',
  'location',
  'contact',
  'poll',
]

/** What the form of a new one begins with. */
export function newMedia(type: MediaType): Media {
  switch (type) {
    case 'location':
      return { type, latitude: 0, longitude: 0 }
    case 'contact':
      return { type, phone_number: '', first_name: '' }
    case 'poll':
      return { type, question: '', options: ['', ''] }
    default:
      return { type, source: '' }
  }
}

/** The list with one item at another place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from)
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return [...items]
  return [...rest.slice(0, to), item, ...rest.slice(to)]
}
