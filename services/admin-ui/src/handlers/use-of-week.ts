import { useQuery } from '@tanstack/react-query'
import { batched } from '~/api/batching'
import { answered, api, type Schemas } from '~/api/client'

const DAYS = 7
const FRESH_MS = 5 * 60 * 1000
/** Rows that come on the screen within it are asked for together, those scrolled past not at all. */
const WAIT_MS = 200
/** The API tells of so many at once. */
const MOST = 100

const ask = batched(readMany, { waitMs: WAIT_MS, most: MOST })

/** How often a handler answered in the last seven days, and by days; undefined until it is known. */
export function useOfWeek(handlerId: number): Schemas['DailyHandlerUse'] | undefined {
  return useQuery({
    queryKey: ['uses', handlerId],
    queryFn: ({ signal }) => ask(handlerId, signal),
    staleTime: FRESH_MS,
  }).data
}

async function readMany(ids: number[]) {
  const tz = Intl.DateTimeFormat().resolvedOptions().timeZone
  const { handlers } = await answered(
    api.GET('/api/v1/stats/daily', { params: { query: { handler_id: ids, days: DAYS, tz } } }),
  )
  return new Map(handlers.map((one) => [one.handler_id, one]))
}
