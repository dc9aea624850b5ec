/**
 * What a handler answers to, as a person chooses it, and the pattern that says the same:
 * docs/constructor/patterns.md of the project. The API checks patterns; this only reads and writes.
 */
export const CONTENT_KINDS = [
  'photo',
  'video',
  'document',
  'audio',
  'voice',
  'video_note',
  'sticker',
  'animation',
  'contact',
  'location',
  'venue',
  'poll',
  'dice',
] as const

export const OCCURRENCES = [
  'new_member',
  'left_member',
  'blocked',
  'unblocked',
  'join_request',
  'stale_button',
] as const

export type ContentKind = (typeof CONTENT_KINDS)[number]
export type Occurrence = (typeof OCCURRENCES)[number]

export type Trigger =
  | { type: 'command'; name: string; argument: string }
  /** The whole text, in any case. */
  | { type: 'text'; text: string }
  /** `*` is anything. */
  | { type: 'like'; glob: string }
  | { type: 'expression'; source: string }
  | { type: 'content'; kind: ContentKind }
  | { type: 'occurrence'; kind: Occurrence }
  | { type: 'fallback' }

export type TriggerType = Trigger['type']

/** What a pattern of this kind begins with means something, so a text that does needs an escape. */
const SPECIAL_BEGINNING = /^(\/|:|re:)/

export function readPattern(pattern: string): Trigger | null {
  if (pattern === '*') return { type: 'fallback' }
  if (pattern.startsWith('re:')) return { type: 'expression', source: pattern.slice(3) }
  if (pattern.startsWith('/')) return readCommand(pattern.slice(1))
  if (pattern.startsWith(':')) return readKind(pattern.slice(1))
  const body = /^\\(\/|:|re:)/.test(pattern) ? pattern.slice(1) : pattern
  const parts = [...body.matchAll(/\\(.)|(\*)|([^\\*])/gsu)]
  if (parts.some((part) => part[2])) return { type: 'like', glob: body }
  return { type: 'text', text: parts.map((part) => part[1] ?? part[3]).join('') }
}

export function writePattern(trigger: Trigger): string {
  switch (trigger.type) {
    case 'command': {
      const argument = trigger.argument.trim()
      return `/${trigger.name.trim().replace(/^\//, '')}${argument ? ` ${argument}` : ''}`
    }
    case 'text':
      return guarded(trigger.text.replace(/[\\*]/g, '\\$&'))
    case 'like':
      return guarded(trigger.glob)
    case 'expression':
      return `re:${trigger.source}`
    case 'content':
    case 'occurrence':
      return `:${trigger.kind}`
    case 'fallback':
      return '*'
  }
}

/** What the form for a kind begins with, keeping the words of the one before where that makes sense. */
export function startOf(type: TriggerType, before: Trigger | null): Trigger {
  const words = wordsOf(before)
  switch (type) {
    case 'command':
      return { type, name: /^\w*$/.test(words) ? words : '', argument: '' }
    case 'text':
      return { type, text: words }
    case 'like':
      return { type, glob: words ? `*${words}*` : '' }
    case 'expression':
      return { type, source: '' }
    case 'content':
      return { type, kind: 'photo' }
    case 'occurrence':
      return { type, kind: 'new_member' }
    case 'fallback':
      return { type }
  }
}

function wordsOf(trigger: Trigger | null): string {
  if (trigger?.type === 'command') return trigger.name
  if (trigger?.type === 'text') return trigger.text
  return trigger?.type === 'like' ? trigger.glob.replaceAll('*', '').trim() : ''
}

function readCommand(rest: string): Trigger {
  const [name = '', ...argument] = rest.split(' ')
  return { type: 'command', name, argument: argument.join(' ') }
}

function readKind(name: string): Trigger | null {
  const content = CONTENT_KINDS.find((kind) => kind === name)
  if (content) return { type: 'content', kind: content }
  const occurrence = OCCURRENCES.find((kind) => kind === name)
  return occurrence ? { type: 'occurrence', kind: occurrence } : null
}

function guarded(body: string): string {
  return SPECIAL_BEGINNING.test(body) ? `\\${body}` : body
}
