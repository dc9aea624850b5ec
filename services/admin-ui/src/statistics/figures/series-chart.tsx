import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '~/parts/problem-alert'
import type { Line } from '../charts/legend'
import { TimeChart } from '../charts/time-chart'
import { usePeriod, useStatisticsSearch } from '../use-search'
import { Figure } from './figure'
import { type SeriesFilter, useSeries } from './series'

/** How often something was done, with the period before where that is asked for. */
export function SeriesChart({ title, filter = {} }: { title: string; filter?: SeriesFilter }) {
  const { t } = useTranslation('statistics')
  const { bucket, compare = false } = useStatisticsSearch()
  const series = useSeries(usePeriod(), bucket, { ...filter, compare })
  const lines: Line[] = [{ name: 'total', label: t('series.now'), color: 'blue.6' }]
  if (series.before) {
    lines.push({ name: 'before', label: t('series.before'), color: 'gray.6', dashed: true })
  }
  return (
    <>
      <ProblemAlert error={series.errorOfBefore} />
      <Figure query={series.query} height={320}>
        {(data) => (
          <TimeChart
            title={title}
            points={data.items.map(({ from, total }, index) => ({
              from,
              total,
              before: series.before?.[index] ?? null,
            }))}
            lines={lines}
            bucket={data.bucket}
            tz={data.tz}
            marks={data.changes}
          />
        )}
      </Figure>
    </>
  )
}
