import { answered, api } from '~/api/client'
import { asQuery } from '../period/period'
import { without } from '../search'
import { usePeriod, useStatisticsSearch } from '../use-search'
import { useFigure } from './use-figure'

/** The people of each bucket of the period in the address. */
export function useActivity() {
  const period = usePeriod()
  const { bucket } = useStatisticsSearch()
  return useFigure(['activity', period, bucket], (signal) => {
    const query = { ...asQuery(period), ...without({ bucket }) }
    return answered(api.GET('/api/v1/stats/activity', { params: { query }, signal }))
  })
}
