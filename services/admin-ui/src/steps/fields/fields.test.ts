import { describe, expect, it } from 'vitest'
import { unitOf } from '../duration'
import { chatOf } from './chat-field'

describe('a chat', () => {
  it('is a number where it is written as one', () => {
    expect(chatOf(' -1001234567890 ')).toBe(-1001234567890)
    expect(chatOf('@shop_team')).toBe('@shop_team')
    expect(chatOf('-')).toBe('-')
    expect(chatOf('99999999999999999999')).toBe('99999999999999999999')
  })
})

describe('a duration', () => {
  it('is shown in the greatest unit that fits', () => {
    expect([0, 45, 90, 7200, 172_800].map(unitOf)).toEqual([
      'seconds',
      'seconds',
      'seconds',
      'hours',
      'days',
    ])
  })
})
