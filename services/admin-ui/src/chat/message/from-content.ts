import type { KeyboardRows } from '~/keyboards/rows'
import type { Fields } from '~/resources/kinds'
import { readOrKeep } from '../markup/read'
import { EMPTY, isEmpty, type Media, type Message } from './model'

export type Content = Pick<
  Fields<'handlers'>,
  'message' | 'parse_mode' | 'photo_url' | 'media' | 'options'
>

const WITHOUT_CAPTION: readonly Media['type'][] = [
  'video_note',
  'sticker',
  'location',
  'contact',
  'poll',
]

/** A handler's content as the messages that show it, with placeholders as they are written. */
export function fromContent(content: Content, keyboard: KeyboardRows | undefined): Message[] {
  const options = content.options ?? {}
  const media: Media[] = content.photo_url
    ? [{ type: 'photo', source: content.photo_url }]
    : (content.media ?? [])
  const keys = keyboard?.kind === 'inline' ? keyboard.rows : []
  const { url, above = false, disabled = false } = options.link_preview ?? {}
  const sent = { protect: options.protect ?? false, silent: options.silent ?? false }
  const textOnly: Message = {
    ...EMPTY,
    ...sent,
    text: readOrKeep(content.message ?? '', content.parse_mode ?? null),
    linkPreview: url && !disabled ? { url, above } : null,
  }
  const mediaOnly: Message = { ...EMPTY, ...sent, media }
  const isAlbum = media.length > 1
  const hasCaption = isAlbum || (media[0] && !WITHOUT_CAPTION.includes(media[0].type))
  let messages: Message[]
  if (media.length === 0) messages = [textOnly]
  else if (!hasCaption) messages = [textOnly, mediaOnly]
  // An album can't carry a keyboard.
  else if (isAlbum && keyboard) messages = [mediaOnly, textOnly]
  else {
    const textAbove = options.caption_above ?? false
    messages = [{ ...mediaOnly, text: textOnly.text, textAbove }]
  }
  const shown = messages.filter((one) => !isEmpty(one))
  return shown.map((one, at) => (at === shown.length - 1 ? { ...one, keys } : one))
}
