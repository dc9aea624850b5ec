import { describe, expect, it } from 'vitest'
import { BLANK_CALLBACK } from './blank'
import { bytesOf } from './data-field'
import { inWay, WAYS, wayOf } from './way'

describe('what a callback does', () => {
  it.each(WAYS)('is told from its fields: %s', (way) => {
    const value = { ...BLANK_CALLBACK, handler_id: 7 }
    const made = { ...value, ...inWay(way, value, 'Saved') }
    // Nothing is changed for who wants steps of their own: they begin with what there was.
    expect(wayOf(made)).toBe(way === 'own' ? 'edit' : way)
  })

  it('is steps of its own where it is more than one thing', () => {
    expect(wayOf({ ...BLANK_CALLBACK, action: [] })).toBe('own')
    const note = { type: 'toast', text: 'Saved' } as const
    expect(wayOf({ ...BLANK_CALLBACK, action: [note, { type: 'edit' }] })).toBe('own')
    expect(wayOf({ ...BLANK_CALLBACK, handler_id: 7, action: [note] })).toBe('own')
  })
})

describe('the length of callback data', () => {
  it('is in bytes, without its stars', () => {
    expect(bytesOf('чай:*')).toBe(7)
  })
})
