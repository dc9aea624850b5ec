import type { Button, Handler } from '~/resources/kinds'
import type { Node } from '../markup/nodes'

export type Media = Handler['media'][number]
export type Key = Pick<Button, 'label' | 'kind' | 'data' | 'url' | 'style'>

/** What a message in a chat shows, whatever it was made of. */
export interface Message {
  text: Node[]
  media: Media[]
  textAbove: boolean
  /** Buttons under the message. */
  keys: Key[][]
  linkPreview: { url: string; above: boolean } | null
  protect: boolean
  silent: boolean
}

/** Buttons in place of the person's keyboard. */
export interface ReplyKeyboard {
  rows: Key[][]
  placeholder: string | null
  /** It is put away once it was used. */
  oneTime: boolean
}

export const EMPTY: Message = {
  text: [],
  media: [],
  textAbove: false,
  keys: [],
  linkPreview: null,
  protect: false,
  silent: false,
}

export function isEmpty(message: Message): boolean {
  return message.text.length === 0 && message.media.length === 0
}
