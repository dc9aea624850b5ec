import { describe, expect, it } from 'vitest'
import { since } from './format'

const NOW = new Date('2026-11-23T12:00:00Z')

describe('how long ago something was', () => {
  it.each([
    ['2026-11-23T11:59:31Z', -29, 'second'],
    ['2026-11-23T11:56:01Z', -3, 'minute'],
    ['2026-11-23T10:00:00Z', -2, 'hour'],
    ['2026-11-20T11:00:00Z', -3, 'day'],
    ['2026-11-23T12:00:05Z', -0, 'second'],
  ])('is told in the largest full unit: %s', (at, count, unit) => {
    expect(since(new Date(at), NOW)).toEqual([count, unit])
  })
})
