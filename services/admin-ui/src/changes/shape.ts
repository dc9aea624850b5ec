import { STEP_KINDS } from '~/steps/kinds'
import type { Step } from '~/steps/step'
import { partsOf } from './places'

/** A button of a layout: its id, or in a document its name. */
export type Key = number | string

/** What a value is, by where it stands and what it looks like. */
export type Shape =
  | { is: 'nothing' }
  | { is: 'steps'; steps: Step[] }
  | { is: 'rows'; rows: Key[][] }
  | { is: 'reference'; kind: 'handlers' | 'keyboards'; id: number }
  | { is: 'list'; items: unknown[] }
  | { is: 'object'; entries: [string, unknown][] }
  | { is: 'yes' | 'no' }
  | { is: 'text'; text: string }

const REFERENCES = { handler_id: 'handlers', keyboard_id: 'keyboards' } as const

export function shapeOf(path: string, value: unknown): Shape {
  if (value === null || value === undefined || value === '') return { is: 'nothing' }
  if (typeof value === 'boolean') return { is: value ? 'yes' : 'no' }
  const parts = partsOf(path)
  const rows = parts[0] === 'layout' ? rowsOf(value) : null
  if (rows) return { is: 'rows', rows }
  if (isStep(value)) return { is: 'steps', steps: [value] }
  if (Array.isArray(value)) {
    if (value.length === 0) return { is: 'nothing' }
    return value.every(isStep) ? { is: 'steps', steps: value } : { is: 'list', items: value }
  }
  if (typeof value === 'object') return { is: 'object', entries: Object.entries(value) }
  const kind = REFERENCES[parts.at(-1) as keyof typeof REFERENCES]
  if (kind && typeof value === 'number') return { is: 'reference', kind, id: value }
  return { is: 'text', text: String(value) }
}

/** Of a layout, a row of it or a button in one. */
function rowsOf(value: unknown): Key[][] | null {
  if (isKey(value)) return [[value]]
  if (!Array.isArray(value)) return null
  if (value.every(isKey)) return [value]
  return value.every((row) => Array.isArray(row) && row.every(isKey)) ? value : null
}

function isKey(value: unknown): value is Key {
  return typeof value === 'number' || typeof value === 'string'
}

/** A step as the API has it; in a document `show` names a handler instead of its id. */
function isStep(value: unknown): value is Step {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false
  const { type } = value
  if (type === 'show') return 'handler_id' in value && typeof value.handler_id === 'number'
  return STEP_KINDS.some((kind) => kind === type)
}
