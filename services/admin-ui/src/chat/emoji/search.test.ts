import { describe, expect, it } from 'vitest'
import { EMOJI } from './emoji'
import { found } from './search'

const ALL = Object.values(EMOJI).flat()

describe('emoji', () => {
  it.each([
    ['heart', '❤️'],
    ['Серд', '❤️'],
    ['зелёный', '💚'],
    ['зеленый серд', '💚'],
    ['🎉', '🎉'],
  ])('are found by %s', (query, emoji) => {
    expect(found(ALL, query).map(([sign]) => sign)).toContain(emoji)
  })

  it('stand once each', () => {
    const signs = ALL.map(([sign]) => sign)
    expect(new Set(signs).size).toBe(signs.length)
  })
})
