import type { Entity } from '~/resources/kinds'

export interface HistorySearch {
  entity?: Entity
  id?: number
  actor?: string
}

const ENTITIES: Entity[] = ['handler', 'callback', 'button', 'keyboard']

export function historySearch(given: Record<string, unknown>): HistorySearch {
  const search: HistorySearch = {}
  const entity = ENTITIES.find((one) => one === given.entity)
  if (entity) search.entity = entity
  if (entity && typeof given.id === 'number') search.id = given.id
  if (typeof given.actor === 'string') search.actor = given.actor
  return search
}
