import { describe, expect, it } from 'vitest'
import { areChosen, moved, removedAt, shownSteps } from './steps'

describe('steps of a funnel', () => {
  it('begin with a start, and are at least two', () => {
    expect(shownSteps(undefined)).toEqual(['event:start', ''])
    expect(shownSteps(['handler:1'])).toEqual(['handler:1', ''])
    expect(areChosen(['event:start', ''])).toBe(false)
    expect(areChosen(['event:start', 'handler:1'])).toBe(true)
  })

  it('change places with their neighbours, and stay at the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
    expect(removedAt(['a', 'b', 'c'], 1)).toEqual(['a', 'c'])
  })
})
