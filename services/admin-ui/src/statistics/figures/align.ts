import { addDays } from '~/parts/days/days'
import type { Period } from '../period/period'
import { localTime } from '../period/zones'
import type { Bucket } from '../search'

interface Point {
  /** When its bucket begins. */
  from: string
}

/**
 * The point of the period before that belongs to each of this one: of the same hour or day, as many
 * days earlier, as clocks showed it. Where clocks are changed, an hour can be missing or be there
 * twice; weeks and months follow one another.
 */
export function align<P extends Point>(
  points: readonly Point[],
  earlier: readonly P[],
  period: Period,
  bucket: Bucket,
): (P | null)[] {
  if (bucket === 'week' || bucket === 'month') {
    return points.map((_, index) => earlier[index] ?? null)
  }
  const byTime = new Map<string, P>()
  const names = namer(period.tz, bucket)
  for (const point of earlier) byTime.set(names(point, period.days), point)
  const ownNames = namer(period.tz, bucket)
  return points.map((point) => byTime.get(ownNames(point, 0)) ?? null)
}

/** Names times of clocks; the second of two that are alike gets another name. */
function namer(tz: string, bucket: Bucket): (point: Point, daysLater: number) => string {
  const seen = new Map<string, number>()
  return (point, daysLater) => {
    const { day, hour } = localTime(new Date(point.from), tz)
    const date = addDays(day, daysLater)
    const name = bucket === 'hour' ? `${date} ${hour}` : date
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} ${times}`
  }
}
