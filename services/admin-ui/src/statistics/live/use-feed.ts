import { useEffect, useReducer } from 'react'
import { answered, api } from '~/api/client'
import { EMPTY_FEED, type Feed, type FeedAction, nextFeed } from './feed'

const AGAIN_MS = 5_000

export interface Watched {
  event?: string | undefined
  handler_id?: number | undefined
}

/**
 * What people do, as it comes. A browser takes up a stream that ends by itself; one that was refused
 * it does not, so that is tried again here, after a log-in where the session was over.
 */
export function useFeed({ event, handler_id }: Watched): [Feed, (action: FeedAction) => void] {
  const [feed, act] = useReducer(nextFeed, EMPTY_FEED)
  useEffect(() => {
    act({ type: 'clear' })
    const query = new URLSearchParams()
    if (event !== undefined) query.set('event', event)
    if (handler_id !== undefined) query.set('handler_id', String(handler_id))
    return follow(`/api/v1/stats/stream?${query}`, act)
  }, [event, handler_id])
  return [feed, act]
}

/** Returns what ends it. */
function follow(address: string, act: (action: FeedAction) => void): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false
  let gaps = 0

  function open() {
    if (ended) return
    source = new EventSource(address)
    source.onopen = () => act({ type: 'state', state: 'open' })
    source.onerror = () => {
      act({ type: 'state', state: 'lost' })
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(retry, AGAIN_MS)
    }
    source.addEventListener('interaction', ({ lastEventId, data }) => {
      act({ type: 'came', entry: { id: lastEventId, interaction: JSON.parse(data) } })
    })
    source.addEventListener('gap', ({ data }) => {
      gaps += 1
      const { missed } = JSON.parse(data) as { missed: number | null }
      act({ type: 'came', entry: { id: `gap ${gaps}`, missed } })
    })
  }

  /** An ordinary request waits for the log-in, which an event source can't. */
  function retry() {
    answered(api.GET('/api/v1/auth/me')).then(open, () => {
      if (!ended) timer = setTimeout(retry, AGAIN_MS)
    })
  }

  open()
  return () => {
    ended = true
    clearTimeout(timer)
    source?.close()
  }
}
