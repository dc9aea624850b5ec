import { expect, it } from 'vitest'
import { pointsOf } from './sparkline'

it('a line goes from the left to the right, with the most at the top', () => {
  expect(pointsOf([0, 2, 1], 40, 10)).toBe('0,10 20,0 40,5')
})

it('a line of zeros lies at the bottom', () => {
  expect(pointsOf([0, 0], 40, 10)).toBe('0,10 40,10')
})
