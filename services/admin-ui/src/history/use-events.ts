import { useInfiniteQuery } from '@tanstack/react-query'
import { answered, api, type Schemas } from '~/api/client'
import type { HistorySearch } from './history-search'

export type Event = Schemas['EventView']

/** The log, the newest first, by pages. */
export function useEvents({ entity, id, actor }: HistorySearch) {
  return useInfiniteQuery({
    queryKey: ['history', 'events', { entity, id, actor }],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/api/v1/events', {
          signal,
          params: {
            query: {
              ...(entity ? { entity } : {}),
              ...(id === undefined ? {} : { entity_id: id }),
              ...(actor ? { actor } : {}),
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
