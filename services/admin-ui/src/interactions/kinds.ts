import type { Schemas } from '~/api/client'

/** What a person can do, as interactions name it. */
export type Kind = Schemas['TimelineEntry']['event']

export const KINDS: readonly Kind[] = [
  'start',
  'command',
  'message',
  'answer',
  'button_click',
  'stale_button',
  'unmatched',
  'new_member',
  'left_member',
  'join_request',
  'blocked',
  'unblocked',
]

/** Of a chart's part, so that a kind has the same colour everywhere. */
export const COLOURS: Record<Kind, string> = {
  start: 'teal.7',
  command: 'violet.6',
  message: 'blue.6',
  answer: 'cyan.7',
  button_click: 'indigo.4',
  stale_button: 'gray.6',
  unmatched: 'orange.6',
  new_member: 'lime.8',
  left_member: 'yellow.8',
  join_request: 'grape.6',
  blocked: 'red.7',
  unblocked: 'green.7',
}
