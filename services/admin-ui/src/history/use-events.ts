import { useInfiniteQuery } from '@tanstack/react-query'
import { answered, api, type Schemas } from '~/api/client'
import { bounds, type HistorySearch } from './history-search'

export type Event = Schemas['EventView']

/** The log, the newest first, by pages. */
export function useEvents(search: HistorySearch) {
  const { entity, id, actor } = search
  return useInfiniteQuery({
    queryKey: ['history', 'events', search],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/api/v1/events', {
          signal,
          params: {
            query: {
              ...(entity ? { entity } : {}),
              ...(id === undefined ? {} : { entity_id: id }),
              ...(actor ? { actor } : {}),
              ...bounds(search),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })
}

/** Days with their events, as the reader's clock has them. */
export function byDay(events: readonly Event[]): { day: string; events: Event[] }[] {
  const days: { day: string; events: Event[] }[] = []
  for (const event of events) {
    const day = new Date(event.occurred_at).toDateString()
    const last = days.at(-1)
    if (last?.day === day) last.events.push(event)
    else days.push({ day, events: [event] })
  }
  return days
}

/**
 * The last event of the transaction that an event is a part of: what lies between was never live,
 * and can't be brought back as a whole. Events of one transaction have one time. `events` are all
 * up to this one, where no filter leaves some out.
 */
export function endOfChange(events: readonly Event[], { occurred_at, seq }: Event): number {
  const parts = events.filter((one) => one.occurred_at === occurred_at)
  return Math.max(seq, ...parts.map((one) => one.seq))
}
