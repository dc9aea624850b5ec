import type { Day } from '~/parts/days/days'

export function browserZone(): string {
  const found = Intl.DateTimeFormat().resolvedOptions().timeZone
  return isZone(found) ? found : 'UTC'
}

export function isZone(given: unknown): given is string {
  if (typeof given !== 'string' || given === '') return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: given })
    // The API knows zones by their names, not by offsets such as "+03:00".
    return !/^[+-]/.test(given)
  } catch {
    return false
  }
}

export function allZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** What clocks and calendars show there. */
export function localTime(moment: Date, tz: string): { day: Day; hour: number } {
  let format = formats.get(tz)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: tz,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(tz, format)
  }
  const parts = Object.fromEntries(format.formatToParts(moment).map((one) => [one.type, one.value]))
  return { day: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour) }
}
