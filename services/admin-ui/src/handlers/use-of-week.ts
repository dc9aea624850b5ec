import { useTimeout } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api } from '~/api/client'

const DAYS = 7
const DAY_MS = 24 * 60 * 60 * 1000
/** Rows that are only scrolled past ask for nothing. */
const RESTING_MS = 300
const FRESH_MS = 5 * 60 * 1000
/** The API tells of so many handlers at once. */
const MOST = 100

/** The use of one handler in the last seven days; `days` are known a moment later than the sum. */
export interface Use {
  count: number
  days: number[] | null
}

/**
 * Tells the use of a handler; null until that is known. One request tells the sums of those that
 * answer most, and one more the days of each whose row stays on the screen.
 */
export function useOfWeek(handlerId: number): Use | null {
  const [rests, setRests] = useState(false)
  useTimeout(() => setRests(true), RESTING_MS, { autoInvoke: true })
  const top = useQuery({
    queryKey: ['uses', 'week'],
    queryFn: ({ signal }) => readTop(signal),
    staleTime: FRESH_MS,
  }).data
  const sum = top?.counts.get(handlerId) ?? (top?.isWhole ? 0 : null)
  const days = useQuery({
    queryKey: ['uses', 'days', handlerId],
    queryFn: ({ signal }) => readDays(handlerId, signal),
    enabled: rests && top !== undefined && sum !== 0,
    staleTime: FRESH_MS,
  }).data
  const count = sum ?? days?.reduce((all, one) => all + one, 0)
  return count === undefined ? null : { count, days: days ?? null }
}

async function readTop(signal: AbortSignal) {
  const query = { ...lastWeek(), limit: MOST }
  const { items } = await answered(api.GET('/api/v1/stats/handlers', { signal, params: { query } }))
  return {
    counts: new Map(items.map((one) => [one.handler_id, one.count])),
    /** None that was used is left out. */
    isWhole: items.length < MOST,
  }
}

async function readDays(handlerId: number, signal: AbortSignal): Promise<number[]> {
  const query = { ...lastWeek(), bucket: 'day' as const, handler_id: handlerId }
  const series = await answered(api.GET('/api/v1/stats/series', { signal, params: { query } }))
  return series.items.map((one) => one.total)
}

function lastWeek() {
  const to = new Date()
  const from = new Date(to.getTime() - (DAYS - 1) * DAY_MS)
  const tz = Intl.DateTimeFormat().resolvedOptions().timeZone
  return { from: day(from), to: to.toISOString(), tz }
}

/** Its midnight is where the first day begins, in the reader's time zone. */
function day(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
