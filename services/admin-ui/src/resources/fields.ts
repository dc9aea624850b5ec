import type { Fields, Kind, View } from './kinds'

/** What the author of each sets; all else of a view is the API's. */
export const FIELDS: { [K in Kind]: readonly (keyof Fields<K> & string)[] } = {
  handlers: [
    'title',
    'pattern',
    'message',
    'parse_mode',
    'photo_url',
    'media',
    'keyboard_id',
    'options',
    'action',
    'enabled',
    'priority',
  ],
  callbacks: ['callback_data', 'handler_id', 'action', 'enabled'],
  buttons: ['label', 'kind', 'data', 'url', 'style', 'icon'],
  keyboards: ['name', 'kind', 'layout', 'options'],
}

type Values = Record<string, unknown>

/** What a form begins with. */
export function fieldsOf<K extends Kind>(kind: K, view: View<K>): Fields<K> {
  const values = view as unknown as Values
  return Object.fromEntries(
    FIELDS[kind].map((field) => [field, values[field]]),
  ) as unknown as Fields<K>
}

/** The names of the fields in which the two differ. */
export function differing<K extends Kind>(kind: K, one: Fields<K>, other: Fields<K>): string[] {
  const [left, right] = [one as unknown as Values, other as unknown as Values]
  return FIELDS[kind].filter((field) => !isSame(left[field], right[field]))
}

/** The part of `fields` with these names. */
export function only<K extends Kind>(fields: Fields<K>, names: readonly string[]): Values {
  const values = fields as unknown as Values
  return Object.fromEntries(names.map((name) => [name, values[name]]))
}

/** Whether two values of JSON are the same, in whichever order their keys are. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') {
    return (one ?? null) === (other ?? null)
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [one as Values, other as Values]
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every((key) => isSame(left[key], right[key]))
}
