import type { TFunction } from 'i18next'
import type { Key } from '../message/model'

/** What Telegram itself does where this is pressed; null: nothing, it only tells the bot. */
export function asideOf(key: Key, t: TFunction<'chat'>): string | null {
  switch (key.kind) {
    case 'url':
    case 'web_app':
    case 'copy_text':
    case 'switch_inline':
    case 'switch_inline_current':
      return t(`tryIt.asides.${key.kind}`, { what: key.url ?? key.data ?? '' })
    case 'request_contact':
    case 'request_location':
    case 'request_poll':
      return t(`tryIt.asides.${key.kind}`)
    default:
      return null
  }
}
