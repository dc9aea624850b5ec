import { describe, expect, it } from 'vitest'
import { filterOf, readSearch } from './search'

const NOW = new Date('2026-11-28T12:34:56Z')

describe('which people are listed', () => {
  it('is read from the address as far as it can be meant', () => {
    const given = { q: 7000000001, blocked: false, seen: 'never', sort: 'username', tag: '' }
    expect(readSearch(given)).toEqual({ q: '7000000001', blocked: false, sort: 'username' })
  })

  it('is asked for with times, which stay the same for a while', () => {
    expect(filterOf({ seen: '7d', came: '1d' }, NOW)).toEqual({
      last_seen_from: '2026-11-21T12:00:00.000Z',
      first_seen_from: '2026-11-27T12:00:00.000Z',
    })
    expect(filterOf({ seen: 'not30d', language: 'de' }, NOW)).toEqual({
      last_seen_to: '2026-10-29T12:00:00.000Z',
      language_code: 'de',
    })
    expect(filterOf({ did: 'handler:3', didWhen: '7d' }, NOW)).toEqual({
      did: 'handler:3',
      did_from: '2026-11-21T12:00:00.000Z',
    })
    expect(filterOf({ didWhen: '7d' }, NOW)).toEqual({})
  })

  it('is asked for between two days, all of the last one too', () => {
    const own = { did: 'handler:3', didWhen: 'own', didFrom: '2026-11-01', didTo: '2026-11-02' }
    expect(filterOf(readSearch(own), NOW)).toEqual({
      did: 'handler:3',
      did_from: new Date(2026, 10, 1).toISOString(),
      did_to: new Date(2026, 10, 3).toISOString(),
    })
    expect(readSearch({ ...own, didTo: '2026-11-31' })).toEqual({ did: 'handler:3' })
  })
})
