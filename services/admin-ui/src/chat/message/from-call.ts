import type { Schemas } from '~/api/client'
import type { ParseMode } from '../markup/nodes'
import { readOrKeep } from '../markup/read'
import { inlineKeys, isRaw, replyKeyboard } from './from-markup'
import { EMPTY, type Key, type Media, type Message, type ReplyKeyboard } from './model'

export type Call = Schemas['Sent']
type Params = Record<string, unknown>

/** What a call of the Bot API does to a chat. */
export type Effect =
  | {
      does: 'send'
      message: Message
      chat: string
      /** Undefined leaves the person's keyboard as it is. */
      keyboard: ReplyKeyboard | null | undefined
    }
  | { does: 'edit'; message: Message }
  | { does: 'editKeys'; keys: Key[][] }
  | { does: 'delete' }
  | { does: 'toast' | 'alert'; text: string }
  | { does: 'nothing' }
  | { does: 'typing' }
  | { does: 'forward'; chat: string }
  | { does: 'approve' | 'decline' }
  | { does: 'other'; method: string }

const FILES: Record<string, Media['type']> = {
  sendPhoto: 'photo',
  sendVideo: 'video',
  sendAnimation: 'animation',
  sendDocument: 'document',
  sendAudio: 'audio',
  sendVoice: 'voice',
  sendVideoNote: 'video_note',
  sendSticker: 'sticker',
}

export function fromCall({ method, params }: Call): Effect {
  const media = mediaOf(method, params)
  if (media) return sent(params, { ...captioned(params), media: [media] })
  switch (method) {
    case 'sendMessage':
      return sent(params, written(params))
    case 'sendMediaGroup': {
      const items = Array.isArray(params.media) ? params.media.filter(isRaw) : []
      return sent(params, { ...captioned(items[0] ?? {}), media: items.map(inputMedia) })
    }
    case 'editMessageText':
      return { does: 'edit', message: written(params) }
    case 'editMessageMedia': {
      const item = isRaw(params.media) ? params.media : {}
      const keys = inlineKeys(params.reply_markup)
      return { does: 'edit', message: { ...captioned(item), media: [inputMedia(item)], keys } }
    }
    case 'editMessageReplyMarkup':
      return { does: 'editKeys', keys: inlineKeys(params.reply_markup) }
    case 'deleteMessage':
      return { does: 'delete' }
    case 'answerCallbackQuery':
      if (typeof params.text !== 'string' || params.text === '') return { does: 'nothing' }
      return { does: params.show_alert === true ? 'alert' : 'toast', text: params.text }
    case 'sendChatAction':
      return { does: 'typing' }
    case 'forwardMessage':
    case 'copyMessage':
      return { does: 'forward', chat: String(params.chat_id) }
    case 'approveChatJoinRequest':
      return { does: 'approve' }
    case 'declineChatJoinRequest':
      return { does: 'decline' }
    default:
      return { does: 'other', method }
  }
}

function sent(params: Params, message: Message): Effect {
  return {
    does: 'send',
    chat: String(params.chat_id),
    message: {
      ...message,
      keys: inlineKeys(params.reply_markup),
      protect: params.protect_content === true,
      silent: params.disable_notification === true,
    },
    keyboard: replyKeyboard(params.reply_markup),
  }
}

function written(params: Params): Message {
  const preview = isRaw(params.link_preview_options) ? params.link_preview_options : {}
  const { url, is_disabled: isDisabled, show_above_text: above } = preview
  return {
    ...EMPTY,
    text: readOrKeep(asText(params.text), (params.parse_mode ?? null) as ParseMode),
    keys: inlineKeys(params.reply_markup),
    linkPreview: typeof url === 'string' && !isDisabled ? { url, above: above === true } : null,
  }
}

function captioned(params: Params): Message {
  return {
    ...EMPTY,
    text: readOrKeep(asText(params.caption), (params.parse_mode ?? null) as ParseMode),
    textAbove: params.show_caption_above_media === true,
  }
}

function mediaOf(method: string, params: Params): Media | null {
  const type = FILES[method]
  if (type) return file(type, params[type], params)
  switch (method) {
    case 'sendLocation':
      return { type: 'location', ...placeOf(params) }
    case 'sendVenue': {
      const named = { title: asText(params.title), address: asText(params.address) }
      return { type: 'location', ...placeOf(params), ...named }
    }
    case 'sendContact':
      return {
        type: 'contact',
        phone_number: asText(params.phone_number),
        first_name: asText(params.first_name),
        last_name: asText(params.last_name) || null,
      }
    case 'sendPoll':
      return poll(params)
    default:
      return null
  }
}

function placeOf(params: Params): { latitude: number; longitude: number } {
  return { latitude: Number(params.latitude), longitude: Number(params.longitude) }
}

function poll(params: Params): Media {
  const options = Array.isArray(params.options) ? params.options : []
  const right = Array.isArray(params.correct_option_ids) ? params.correct_option_ids[0] : null
  return {
    type: 'poll',
    question: asText(params.question),
    options: options.map((one) => asText(isRaw(one) ? one.text : one)),
    anonymous: params.is_anonymous !== false,
    multiple: params.allows_multiple_answers === true,
    correct_option: typeof right === 'number' ? right : null,
  }
}

function inputMedia(item: Params): Media {
  return file(asText(item.type) as Media['type'], item.media, item)
}

function file(type: Media['type'], source: unknown, params: Params): Media {
  const spoiler = params.has_spoiler === true ? { spoiler: true } : {}
  return { type, source: asText(source), ...spoiler } as Media
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
