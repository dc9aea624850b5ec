import { answered, api, type Schemas } from '~/api/client'
import type { Kind } from '~/interactions/kinds'
import { asQuery, type Period, periodBefore } from '../period/period'
import { type Bucket, without } from '../search'
import { align } from './align'
import { useFigure } from './use-figure'

export type Series = Schemas['Series']

export interface SeriesFilter {
  event?: Kind[] | undefined
  handler_id?: number | undefined
  callback_data?: string | undefined
}

/** Interactions in time, and with `compare` those of the period before at the same places. */
export function useSeries(
  period: Period,
  bucket: Bucket | undefined,
  { compare = false, ...filter }: SeriesFilter & { compare?: boolean },
) {
  const query = useFigure(['series', period, bucket, filter], (signal) =>
    readSeries(period, bucket, filter, signal),
  )
  const same = query.data?.bucket
  const earlier = useFigure(
    ['series', 'before', period, same, filter],
    (signal) => readSeries(periodBefore(period), same, filter, signal),
    { enabled: compare && same !== undefined && !query.isPlaceholderData },
  )
  const points = query.data?.items
  const before =
    compare && points && earlier.data && same
      ? align(points, earlier.data.items, period, same).map((point) => point?.total ?? null)
      : undefined
  return { query, before, errorOfBefore: compare ? earlier.error : null }
}

function readSeries(
  period: Period,
  bucket: Bucket | undefined,
  filter: SeriesFilter,
  signal: AbortSignal,
): Promise<Series> {
  const query = { ...asQuery(period), ...without({ bucket, ...filter }) }
  return answered(api.GET('/api/v1/stats/series', { params: { query }, signal }))
}
