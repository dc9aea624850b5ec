import type { Kind } from '~/interactions/kinds'

/** As the stream sends it; what is not known of it is left out or null. */
export interface LiveInteraction {
  update_id: number
  at: string
  event: Kind
  user_id: number
  chat_id: number
  handler_id?: number | null
  callback_data?: string | null
  payload?: string | null
  first_name?: string | null
  last_name?: string | null
  username?: string | null
}

export type Entry =
  | { id: string; interaction: LiveInteraction }
  /** So many are left out; null where nobody knows. */
  | { id: string; missed: number | null }

export const KEPT = 200

export interface Feed {
  state: 'connecting' | 'open' | 'lost'
  /** The newest first. */
  entries: readonly Entry[]
  paused: boolean
  /** What came while it was paused, the newest first. */
  waiting: readonly Entry[]
}

export const EMPTY_FEED: Feed = { state: 'connecting', entries: [], paused: false, waiting: [] }

export type FeedAction =
  | { type: 'state'; state: Feed['state'] }
  | { type: 'came'; entry: Entry }
  | { type: 'pause' }
  | { type: 'resume' }
  | { type: 'clear' }

/** Keeps the newest; while it is paused, nothing moves under the reader's eyes. */
export function nextFeed(feed: Feed, action: FeedAction): Feed {
  switch (action.type) {
    case 'state':
      return { ...feed, state: action.state }
    case 'came':
      return feed.paused
        ? { ...feed, waiting: newest(action.entry, feed.waiting) }
        : { ...feed, entries: newest(action.entry, feed.entries) }
    case 'pause':
      return { ...feed, paused: true }
    case 'resume': {
      const entries = [...feed.waiting, ...feed.entries].slice(0, KEPT)
      return { ...feed, paused: false, waiting: [], entries }
    }
    case 'clear':
      return { ...EMPTY_FEED, paused: feed.paused }
  }
}

/** A stream that is taken up again may send the last one twice. */
function newest(entry: Entry, entries: readonly Entry[]): readonly Entry[] {
  if (entries.some((one) => one.id === entry.id)) return entries
  return [entry, ...entries].slice(0, KEPT)
}
