import type { Step } from '~/steps/step'
import type { CallbackFields } from './blank'

/** What most callbacks do, and all else. */
export const WAYS = ['edit', 'reply', 'toast', 'own'] as const
export type Way = (typeof WAYS)[number]

export function wayOf({ action = [], handler_id }: CallbackFields): Way {
  const [step, ...more] = action
  if (step === undefined || more.length > 0) return 'own'
  if (step.type === 'edit' || step.type === 'reply') return step.type
  return step.type === 'toast' && !handler_id ? 'toast' : 'own'
}

/** The fields that make a callback do so. */
export function inWay(way: Way, value: CallbackFields, note: string): Partial<CallbackFields> {
  const step = STEPS[way](note)
  if (step === null) return {}
  return { action: [step], handler_id: way === 'toast' ? null : (value.handler_id ?? null) }
}

const STEPS: Record<Way, (note: string) => Step | null> = {
  edit: () => ({ type: 'edit' }),
  reply: () => ({ type: 'reply' }),
  toast: (text) => ({ type: 'toast', text }),
  own: () => null,
}
