import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, isDay } from '~/parts/days/days'
import { readSearch } from '../search'
import { asQuery, isGoingOn, periodBefore, periodOf } from './period'
import { isZone, localTime } from './zones'

const BERLIN = { tz: 'Europe/Berlin' }

describe('a period', () => {
  it('is of the days of its zone, where it can be tomorrow already', () => {
    const now = new Date('2026-11-28T23:30:00Z')
    expect(periodOf({ period: 'today', tz: 'UTC' }, now).from).toBe('2026-11-28')
    expect(periodOf({ period: 'today', ...BERLIN }, now).from).toBe('2026-11-29')
    expect(periodOf({ period: 'today', tz: 'America/New_York' }, now).from).toBe('2026-11-28')
  })

  it('ends with today, which counts as one of its days', () => {
    const now = new Date('2026-11-28T12:00:00Z')
    expect(asQuery(periodOf({ period: '7d', tz: 'UTC' }, now))).toEqual({
      from: '2026-11-22',
      to: '2026-11-29',
      tz: 'UTC',
    })
    expect(periodOf({ period: 'year', tz: 'UTC' }, now).from).toBe('2025-11-29')
  })

  it('has as many days when clocks are changed in it', () => {
    const now = new Date('2026-10-26T12:00:00Z')
    const week = periodOf({ period: '7d', ...BERLIN }, now)
    expect(week).toEqual({ from: '2026-10-20', to: '2026-10-27', tz: 'Europe/Berlin', days: 7 })
    expect(periodBefore(week)).toMatchObject({ from: '2026-10-13', to: '2026-10-20', days: 7 })
  })

  it('of one’s own has its last day, whichever was chosen first', () => {
    const own = { period: 'own', from: '2026-03-31', to: '2026-03-28', tz: 'UTC' } as const
    expect(periodOf(own, new Date())).toMatchObject({
      from: '2026-03-28',
      to: '2026-04-01',
      days: 4,
    })
  })

  it('is told from one that is over', () => {
    const now = new Date('2026-11-28T12:00:00Z')
    const today = periodOf({ period: 'today', tz: 'UTC' }, now)
    expect(isGoingOn(today, now)).toBe(true)
    expect(isGoingOn(periodBefore(today), now)).toBe(false)
  })
})

describe('days', () => {
  it('are those of the calendar', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(isDay('2026-02-29')).toBe(false)
    expect(isDay('28.11.2026')).toBe(false)
  })

  it('begin where the zone has no midnight, too', () => {
    // Clocks went from 0:00 to 1:00 there: https://www.timeanddate.com/time/change/lebanon/beirut
    expect(localTime(new Date('2026-03-28T22:00:00Z'), 'Asia/Beirut')).toEqual({
      day: '2026-03-29',
      hour: 1,
    })
  })
})

describe('a zone', () => {
  it('is known by its name only', () => {
    expect(isZone('Asia/Kolkata')).toBe(true)
    expect(isZone('Mars/Olympus')).toBe(false)
    expect(isZone('+03:00')).toBe(false)
    expect(isZone('')).toBe(false)
  })
})

describe('an address', () => {
  it('is read as far as it can be meant', () => {
    const given = { period: '30d', tz: 'Mars/Olympus', bucket: 'day', step: ['event:start', 3] }
    expect(readSearch(given)).toEqual({ period: '30d', bucket: 'day', step: ['event:start'] })
    expect(readSearch({ period: 'own', from: '2026-11-01' })).toEqual({})
    expect(readSearch({ handler: 'x', hours: -1, compare: 'yes' })).toEqual({})
  })
})
