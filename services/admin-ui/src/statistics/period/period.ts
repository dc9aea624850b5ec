import { addDays, type Day, daysBetween } from '~/parts/days/days'
import type { Preset, StatisticsSearch } from '../search'
import { browserZone, localTime } from './zones'

/** Whole days of a zone: from the midnight of `from` up to, but without, that of `to`. */
export interface Period {
  from: Day
  to: Day
  tz: string
  days: number
}

const DAYS: Record<Preset, number> = { today: 1, '7d': 7, '30d': 30, '90d': 90, year: 365 }
const DEFAULT: Preset = '7d'

/** Periods that are counted back from today have all of it, though it is not over. */
export function periodOf(search: StatisticsSearch, now: Date): Period {
  const tz = search.tz ?? browserZone()
  if (search.period === 'own' && search.from !== undefined && search.to !== undefined) {
    const [first, last] =
      search.from <= search.to ? [search.from, search.to] : [search.to, search.from]
    const to = addDays(last, 1)
    return { from: first, to, tz, days: daysBetween(first, to) }
  }
  const preset = search.period === undefined || search.period === 'own' ? DEFAULT : search.period
  const to = addDays(localTime(now, tz).day, 1)
  return { from: addDays(to, -DAYS[preset]), to, tz, days: DAYS[preset] }
}

/** The one that ends where this begins, of as many days: what the API compares with. */
export function periodBefore(period: Period): Period {
  return { ...period, from: addDays(period.from, -period.days), to: period.from }
}

/** As the API takes it: dates are midnights of the zone there. */
export function asQuery({ from, to, tz }: Period): { from: string; to: string; tz: string } {
  return { from, to, tz }
}

/** Whether it has what is yet to come, which a comparison suffers from. */
export function isGoingOn(period: Period, now: Date): boolean {
  const { day } = localTime(now, period.tz)
  return period.from <= day && day < period.to
}
