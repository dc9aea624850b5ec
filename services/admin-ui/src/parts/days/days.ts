/** A date of the calendar, `2026-11-28`: of no zone, so that no change of clocks touches it. */
export type Day = string

const DAY_MS = 24 * 60 * 60 * 1000

export function isDay(given: unknown): given is Day {
  if (typeof given !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(given)) return false
  const time = Date.parse(`${given}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(given)
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** From one to the other, without that itself. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}
