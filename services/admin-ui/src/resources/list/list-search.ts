/** What a list shows, as it stands in the address. */
export interface ListSearch {
  q?: string
  sort?: string
  enabled?: boolean
  kind?: string
  keyboard_id?: number
}

/** From an address, which anybody may have typed. */
export function listSearch(given: Record<string, unknown>): ListSearch {
  const search: ListSearch = {}
  // The router reads `?q=12` as a number.
  if (given.q !== undefined && given.q !== '') search.q = String(given.q).slice(0, 200)
  if (typeof given.sort === 'string' && /^-?[a-z_]+$/.test(given.sort)) search.sort = given.sort
  if (typeof given.enabled === 'boolean') search.enabled = given.enabled
  if (typeof given.kind === 'string') search.kind = given.kind
  if (typeof given.keyboard_id === 'number') search.keyboard_id = given.keyboard_id
  return search
}

/** What a press on a column's head makes of the order: up, down, and none again. */
export function nextSort(present: string | undefined, column: string): string | undefined {
  if (present === column) return `-${column}`
  return present === `-${column}` ? undefined : column
}
