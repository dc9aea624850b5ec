import { describe, expect, it } from 'vitest'
import { bounds, historySearch } from './history-search'
import { byDay, type Event, endOfChange } from './use-events'

function event(seq: number, occurred_at: string): Event {
  return { seq, occurred_at } as Event
}

describe('the log', () => {
  it('is told day by day, the newest first', () => {
    const days = byDay([
      event(3, '2026-11-20T12:00:00Z'),
      event(2, '2026-11-20T11:00:00Z'),
      event(1, '2026-11-18T12:00:00Z'),
    ])
    expect(days.map((one) => one.events.map(({ seq }) => seq))).toEqual([[3, 2], [1]])
  })

  it('is brought back to the end of a larger change, for its middle was never live', () => {
    const together = [3, 2, 1].map((seq) => event(seq, '2026-11-20T12:00:00.000001Z'))
    const all = [event(4, '2026-11-20T12:00:01Z'), ...together]
    expect(all.map((one) => endOfChange(all, one))).toEqual([4, 3, 3, 3])
  })
})

describe('the search of the history', () => {
  it('takes whole days, the last one with all of its hours', () => {
    const { since = '', until = '' } = bounds({ since: '2026-11-20', until: '2026-11-20' })
    expect(new Date(since)).toEqual(new Date(2026, 10, 20))
    expect(new Date(until)).toEqual(new Date(2026, 10, 21))
  })

  it('passes over what is no day, no kind, or an id of nothing', () => {
    expect(historySearch({ since: 'yesterday', entity: 'person', id: 3 })).toEqual({})
  })
})
