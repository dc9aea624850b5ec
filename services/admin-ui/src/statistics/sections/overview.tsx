import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { Empty } from '../empty'
import { ActiveChart } from '../figures/active-chart'
import { Figure } from '../figures/figure'
import { KindsChart } from '../figures/kinds-chart'
import { SeriesChart } from '../figures/series-chart'
import { SummaryCards } from '../figures/summary-cards'
import { useFigure } from '../figures/use-figure'
import { asQuery } from '../period/period'
import { PeriodBar } from '../period/period-bar'
import { usePeriod } from '../use-search'

/** The period at a glance. */
export function Overview() {
  const { t } = useTranslation('statistics')
  const period = usePeriod()
  const summary = useFigure(['summary', period], (signal) =>
    answered(api.GET('/api/v1/stats/summary', { params: { query: asQuery(period) }, signal })),
  )
  return (
    <Stack>
      <PeriodBar buckets compare />
      <Figure query={summary} height={180}>
        {(data) => (data.total === 0 ? <Empty /> : <SummaryCards summary={data} />)}
      </Figure>
      {summary.data?.total !== 0 && (
        <>
          <SeriesChart title={t('series.title')} />
          <KindsChart />
          <ActiveChart />
        </>
      )}
    </Stack>
  )
}
