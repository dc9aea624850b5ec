import { describe, expect, it } from 'vitest'
import { periodOf } from '../period/period'
import { align } from './align'

function hoursOf(since: string, count: number) {
  const start = Date.parse(since)
  return Array.from({ length: count }, (_, hour) => ({
    from: new Date(start + hour * 3_600_000).toISOString(),
    total: hour,
  }))
}

function dayOf(day: string, tz: string) {
  return periodOf({ period: 'own', from: day, to: day, tz }, new Date())
}

describe('the period before', () => {
  it('stands at the same hours', () => {
    const points = hoursOf('2026-11-28T00:00:00Z', 24)
    const earlier = hoursOf('2026-11-27T00:00:00Z', 24)
    const found = align(points, earlier, dayOf('2026-11-28', 'UTC'), 'hour')
    expect(found.map((point) => point?.total)).toEqual(earlier.map((point) => point.total))
  })

  it('leaves the hour out that clocks left out', () => {
    // On 29 March 2026 it was 3:00 after 1:59 in Berlin.
    const points = hoursOf('2026-03-29T22:00:00Z', 24)
    const earlier = hoursOf('2026-03-28T23:00:00Z', 23)
    const found = align(points, earlier, dayOf('2026-03-30', 'Europe/Berlin'), 'hour')
    expect(found.map((point) => point?.total ?? null).slice(0, 5)).toEqual([0, 1, null, 2, 3])
    expect(found[23]?.total).toBe(22)
  })

  it('has no second for the hour that is there twice', () => {
    // On 25 October 2026 it was 2:00 after 2:59 in Berlin.
    const points = hoursOf('2026-10-24T22:00:00Z', 25)
    const earlier = hoursOf('2026-10-23T22:00:00Z', 24)
    const found = align(points, earlier, dayOf('2026-10-25', 'Europe/Berlin'), 'hour')
    expect(found.map((point) => point?.total ?? null).slice(0, 6)).toEqual([0, 1, 2, null, 3, 4])
    expect(found[24]?.total).toBe(23)
  })

  it('stands at the same days around a change of clocks', () => {
    const period = periodOf(
      { period: 'own', from: '2026-10-25', to: '2026-10-26', tz: 'Europe/Berlin' },
      new Date(),
    )
    const points = [{ from: '2026-10-24T22:00:00Z' }, { from: '2026-10-25T23:00:00Z' }]
    const earlier = [{ from: '2026-10-22T22:00:00Z' }, { from: '2026-10-23T22:00:00Z' }]
    expect(align(points, earlier, period, 'day')).toEqual(earlier)
  })

  it('follows by weeks, and has none where it is shorter', () => {
    const points = [{ from: '2026-11-02T00:00:00Z' }, { from: '2026-11-09T00:00:00Z' }]
    const earlier = [{ from: '2026-10-19T00:00:00Z' }]
    expect(align(points, earlier, dayOf('2026-11-02', 'UTC'), 'week')).toEqual([earlier[0], null])
  })
})
