import { describe, expect, it } from 'vitest'
import { EMPTY_FEED, type Entry, type Feed, KEPT, nextFeed } from './feed'

function entry(id: number): Entry {
  const interaction = {
    update_id: id,
    at: '2026-11-28T12:00:00Z',
    event: 'message',
    user_id: 1,
    chat_id: 1,
  } as const
  return { id: String(id), interaction }
}

function came(feed: Feed, ...ids: number[]): Feed {
  return ids.reduce((now, id) => nextFeed(now, { type: 'came', entry: entry(id) }), feed)
}

const ids = (entries: readonly Entry[]) => entries.map((one) => Number(one.id))

describe('the live feed', () => {
  it('has the newest first, and keeps so many', () => {
    const feed = came(EMPTY_FEED, ...Array.from({ length: KEPT + 5 }, (_, id) => id))
    expect(feed.entries).toHaveLength(KEPT)
    expect(ids(feed.entries).slice(0, 2)).toEqual([KEPT + 4, KEPT + 3])
  })

  it('shows each once, though the stream sends it again', () => {
    expect(ids(came(EMPTY_FEED, 1, 2, 2).entries)).toEqual([2, 1])
  })

  it('stands still while it is paused, and then has all that came', () => {
    const paused = came(nextFeed(came(EMPTY_FEED, 1), { type: 'pause' }), 2, 3)
    expect(ids(paused.entries)).toEqual([1])
    expect(ids(paused.waiting)).toEqual([3, 2])
    const resumed = nextFeed(paused, { type: 'resume' })
    expect(ids(resumed.entries)).toEqual([3, 2, 1])
    expect(resumed.waiting).toEqual([])
  })
})
