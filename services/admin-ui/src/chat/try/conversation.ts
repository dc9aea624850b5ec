import { fromCall } from '../message/from-call'
import type { Message, ReplyKeyboard } from '../message/model'
import type { Explanation, Said } from './asking'

/** What a person did, and what the bot made of it. */
export interface Turn {
  id: number
  said: Said
  /** The message whose button was pressed. */
  pressed: string | null
  told: Explanation | null
  error: unknown
}

export type Note =
  | { name: 'toast' | 'alert'; text: string }
  | { name: 'typing' | 'deleted' | 'approved' | 'declined' | 'silent' }
  | { name: 'forwarded' | 'notified'; chat: string }
  | { name: 'called'; method: string }

export type Entry =
  | { id: string; is: 'said'; said: Said }
  | { id: string; is: 'message'; message: Message }
  | { id: string; is: 'note'; note: Note }

export interface Shown {
  turn: Turn
  entries: Entry[]
}

export interface Chat {
  turns: Shown[]
  keyboard: ReplyKeyboard | null
}

/** The chat as it is after all turns: edits change what was there, and deletions take it away. */
export function chatAfter(turns: readonly Turn[]): Chat {
  const chat: Chat = { turns: [], keyboard: null }
  for (const turn of turns) {
    const shown: Shown = { turn, entries: [{ id: `${turn.id}`, is: 'said', said: turn.said }] }
    chat.turns.push(shown)
    if (chat.keyboard?.oneTime && !('button' in turn.said)) chat.keyboard = null
    if (turn.told) act(chat, shown, turn.told)
  }
  return chat
}

function act(chat: Chat, shown: Shown, told: Explanation): void {
  const { turn, entries } = shown
  const note = (one: Note) => entries.push({ id: idOf(shown), is: 'note', note: one })
  const notified = told.steps.flatMap(({ step }) =>
    step.type === 'notify' ? [String(step.chat)] : [],
  )
  for (const call of told.messages) {
    const effect = fromCall(call)
    switch (effect.does) {
      case 'send':
        if (notified.includes(effect.chat)) note({ name: 'notified', chat: effect.chat })
        entries.push({ id: idOf(shown), is: 'message', message: effect.message })
        if (effect.keyboard !== undefined) chat.keyboard = effect.keyboard
        break
      case 'edit':
        changeMessage(chat, turn.pressed, () => effect.message)
        break
      case 'editKeys':
        changeMessage(chat, turn.pressed, (message) => ({ ...message, keys: effect.keys }))
        break
      case 'delete':
        remove(chat, turn.pressed ?? `${turn.id}`)
        break
      case 'toast':
      case 'alert':
        note({ name: effect.does, text: effect.text })
        break
      case 'typing':
        note({ name: 'typing' })
        break
      case 'forward':
        note({ name: 'forwarded', chat: effect.chat })
        break
      case 'approve':
      case 'decline':
        note({ name: effect.does === 'approve' ? 'approved' : 'declined' })
        break
      case 'other':
        note({ name: 'called', method: effect.method })
        break
    }
  }
  if (told.messages.length === 0) note({ name: 'silent' })
}

function idOf(shown: Shown): string {
  return `${shown.turn.id}.${shown.entries.length}`
}

function changeMessage(chat: Chat, id: string | null, change: (message: Message) => Message): void {
  for (const { entries } of chat.turns) {
    const at = entries.findIndex((entry) => entry.id === id)
    const entry = entries[at]
    if (entry?.is === 'message') entries[at] = { ...entry, message: change(entry.message) }
  }
}

function remove(chat: Chat, id: string): void {
  for (const shown of chat.turns) {
    const at = shown.entries.findIndex((entry) => entry.id === id)
    const entry = shown.entries[at]
    // What the bot was told of stays to be seen, where it was no message.
    if (entry?.is === 'message' || (entry?.is === 'said' && 'text' in entry.said)) {
      shown.entries[at] = { id, is: 'note', note: { name: 'deleted' } }
    }
  }
}

/** What the bot waits for an answer to, if anything. */
export function waitingQuestion(turns: readonly Turn[]): string | null {
  return turns.findLast((turn) => turn.told)?.told?.question ?? null
}
