import type { Entity } from '~/resources/kinds'

export interface HistorySearch {
  entity?: Entity
  id?: number
  actor?: string
  /** The first and the last day, as the reader's clock has them: 2026-11-28. */
  since?: string
  until?: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const ENTITIES: Entity[] = ['handler', 'callback', 'button', 'keyboard']

export function historySearch(given: Record<string, unknown>): HistorySearch {
  const search: HistorySearch = {}
  const entity = ENTITIES.find((one) => one === given.entity)
  if (entity) search.entity = entity
  if (entity && typeof given.id === 'number') search.id = given.id
  if (typeof given.actor === 'string') search.actor = given.actor
  if (isDay(given.since)) search.since = given.since
  if (isDay(given.until)) search.until = given.until
  return search
}

/** The moments between which the days of a search lie; the API leaves `until` itself out. */
export function bounds({ since, until }: HistorySearch): { since?: string; until?: string } {
  return {
    ...(since ? { since: midnight(since, 0) } : {}),
    ...(until ? { until: midnight(until, 1) } : {}),
  }
}

function midnight(day: string, later: number): string {
  const at = new Date(`${day}T00:00:00`)
  at.setDate(at.getDate() + later)
  return at.toISOString()
}

function isDay(given: unknown): given is string {
  return typeof given === 'string' && DAY.test(given) && !Number.isNaN(Date.parse(given))
}
