import { answered, api, type Schemas } from '~/api/client'
import type { Place } from '~/place/place'
import type { Key, Message } from '../message/model'

export type Question = Schemas['ExplainRequest']
export type Explanation = Schemas['Explanation']
export type Change = NonNullable<Question['changes']>[number]
export type Kind = NonNullable<Question['kind']>
export type Occurrence = NonNullable<Question['event']>

/** What a person does in the chat. */
export type Said =
  | { text: string }
  | { button: string; label: string; under: Message }
  | { kind: Kind }
  | { event: Occurrence }

/** Whom the bot answers. */
export interface Person {
  firstName: string
  lastName: string
  username: string
  language: string
  premium: boolean
  chat: NonNullable<Question['chat_type']>
  variables: Record<string, string>
  subscriptions: Record<string, boolean>
}

export const ANNA: Omit<Person, 'firstName' | 'language'> = {
  lastName: '',
  username: '',
  premium: false,
  chat: 'private',
  variables: {},
  subscriptions: {},
}

/** `waiting` is what the bot has asked the person before. */
export function questionOf(
  said: Said,
  person: Person,
  waiting: string | null,
  changes: readonly Change[],
): Question {
  return {
    ...happened(said),
    person: {
      id: 1,
      first_name: person.firstName || '…',
      last_name: person.lastName || null,
      username: person.username || null,
      language_code: person.language || null,
      is_premium: person.premium,
    },
    chat_type: person.chat,
    variables: person.variables,
    subscriptions: person.subscriptions,
    ...(waiting === null ? {} : { question: waiting }),
    ...(changes.length > 0 ? { changes: [...changes] } : {}),
  }
}

function happened(said: Said): Question {
  if ('text' in said) return { text: said.text }
  if ('kind' in said) return { kind: said.kind }
  if ('event' in said) return { event: said.event }
  const under = said.under.media.length > 0 ? 'media' : 'text'
  return { button: said.button, button_under: under }
}

/** What the bot would do, live or in a draft. */
export function ask(at: Place, question: Question): Promise<Explanation> {
  if (at.draft === null) return answered(api.POST('/api/v1/explain', { body: question }))
  return answered(
    api.POST('/api/v1/drafts/{draft_id}/explain', {
      params: { path: { draft_id: at.draft } },
      body: question,
    }),
  )
}

/** What pressing a button does, as far as it can be tried here. */
export function pressOf(key: Key, under: Message | null): Said | null {
  switch (key.kind) {
    case 'callback':
      return under && key.data !== null ? { button: key.data, label: key.label, under } : null
    case 'text':
      return { text: key.label }
    case 'request_contact':
      return { kind: 'contact' }
    case 'request_location':
      return { kind: 'location' }
    case 'request_poll':
      return { kind: 'poll' }
    default:
      return null
  }
}
